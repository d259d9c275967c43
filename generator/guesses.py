"""What was most likely meant by a word that nobody knows, or by an official code."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterable, Mapping, Sequence

_FINER = 2
"""Digits that a finer code has more."""
Called = Mapping[str, Sequence[str]]
"""Key -> what else people call it, such as its label and its official name."""
_ALIKE = 0.8
"""From here on a word is another one mistyped; below this they have nothing but letters in common."""
_SHOWN = 200
"""Letters of a list of words that are shown; a longer one is never cut off, for the right one may be missing."""
_AT_MOST = 500
"""Letters of one that nobody can look up elsewhere."""
_LEAST = 4
"""Letters of a part by which a word is known."""


def did_you_mean(word: str, known: Iterable[str], where: str = "") -> str:
    """A hint that names the one of `known` that `word` stands for, or all of them, or `where` they stand.

    Of a `Called` the other names count, too.
    """
    called: Called = known if isinstance(known, Mapping) else dict.fromkeys(known, ())
    called = {key: names if isinstance(names, (tuple, list)) else () for key, names in called.items()}
    if meant := find_meant(word, called):
        return f"did you mean {meant!r}?"
    keys = sorted(called)
    if not keys:
        return "none is known yet"
    shown = ", ".join(keys)
    if len(keys) == 1:
        return f"write {shown}, the only one there is"
    if len(shown) <= _SHOWN:
        return f"write one of {shown}"
    if where:
        return f"write one of the {len(keys)} in {where}"
    return (
        f"there are {len(keys)}: {shown}" if len(shown) <= _AT_MOST else f"none of the {len(keys)} there are is like it"
    )


def find_meant(word: str, called: Called) -> str | None:
    """The key that `word` stands for: written otherwise, by another name, mistyped, or one part of it alone."""
    plain = _flatten(word)
    if not plain:
        return None
    names = [(_flatten(name), key) for key, others in called.items() for name in (key, *others)]
    for exact, key in names:
        if exact == plain:
            return key
    for name, key in names:
        if _is_swapped(plain, name):
            return key
    near = difflib.get_close_matches(plain, {name for name, _ in names}, n=1, cutoff=_ALIKE)
    if near:
        return next(key for name, key in names if name == near[0])
    return _find_part(word, {key: (key,) for key in called}) or _find_part(word, called)


def _find_part(word: str, called: Called) -> str | None:
    """The one key of which a name holds all words of `word`, or begins as it does."""
    plain, words = _flatten(word), set(_words(word))
    if len(plain) < _LEAST:
        return None
    holding = {key for key, names in called.items() if any(words <= set(_words(name)) for name in names)}
    begun = {key for key, names in called.items() if any(_flatten(name).startswith(plain) for name in names)}
    return next((found.pop() for found in (holding, begun) if len(found) == 1), None)


def _is_swapped(word: str, name: str) -> bool:
    """Whether two letters side by side have changed places."""
    rest, others = split_ends(word, name)
    return rest[:2] == others[:2][::-1] and rest[2:] == others[2:]


def split_ends(one: str, other: str) -> tuple[str, str]:
    """What is left of two texts behind that with which both begin."""
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[start:], other[start:]


def _flatten(text: str) -> str:
    """Letters and digits alone, so that case, blanks, hyphens and apostrophes tell no words apart."""
    return "".join(_words(text))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold().replace("'", "").replace("\u2019", ""))


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
    rest, others = split_ends(one, other)
    return _is_swapped(one, other) or others[1:] in (rest, rest[1:]) or rest[1:] == others
