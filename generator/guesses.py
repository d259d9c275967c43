"""Which official code was most likely meant."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

_FINER = 2
"""Digits that a finer code has more."""


def nearest_code(code: str, known: Iterable[str]) -> str | None:
    """The official code that was meant: written with other signs, coarser or finer, or one slip of the fingers away.

    A code says what it stands for by each of its digits, so one that only looks alike is another occupation.
    """
    known = sorted(known)
    plain = _strip(code)
    same = (one for one in known if _strip(one) == plain)
    partial = (one for one in known if _is_finer(_strip(one), plain) or _is_finer(plain, _strip(one)))
    swapped = (one for one in known if sorted(_strip(one)) == sorted(plain) and _is_slip(plain, _strip(one)))
    changed = (one for one in known if _is_slip(plain, _strip(one)))
    return next(itertools.chain(same, swapped, changed, partial), None)


def did_you_mean_code(code: str, known: Iterable[str], otherwise: str) -> str:
    """A hint that names the nearest official code, or else says `otherwise`."""
    near = nearest_code(code, known)
    return f"did you mean {near!r}?" if near else otherwise


def _strip(code: str) -> str:
    return re.sub(r"[^0-9A-Za-z]", "", code).casefold()


def _is_finer(one: str, other: str) -> bool:
    """Whether a code is another with one or two digits more."""
    return one.startswith(other) and len(one) - len(other) <= _FINER


def _is_slip(one: str, other: str) -> bool:
    """Whether a sign has been changed, left out or added, or two beside one another have been swapped."""
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, others = one[start:], other[start:]
    is_swapped = rest[:2] == others[:2][::-1] and rest[2:] == others[2:]
    return is_swapped or others[1:] in (rest, rest[1:]) or rest[1:] == others
