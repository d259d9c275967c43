"""What other programs leave in a file: signs of Word, of web pages and of Git that YAML takes for something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_SIGNS = "\u2022\u25e6\u25aa\u25ab\u2023\u00b7\u25cf\u25cb\u25a0\u25a1\u2013\u2014\u2212\uf0b7+*"
"""What other programs put before the entries of a list."""
_BULLET = re.compile(rf"\s*([{_SIGNS}])[ \t\u00a0]+\S")
_NUMBER = re.compile(r"\s*(\d{1,2}[.)])[ \t\u00a0]+\S")
_HYPHEN = re.compile(r"\s*(-[\u00a0\u2000-\u200a\u202f\u3000])")
_REST = re.compile(r"\d{3}(?:\.\d+)?")
_TIGHT = re.compile(r"\s*(-)[^\s-]")
_BLANK = re.compile(r"[ \t]*([\u00a0\u2000-\u200a\u202f\u3000])")
_BEHIND = re.compile(r"\s*(?:- )?[\w-]+:([\u00a0\u2000-\u200a\u202f\u3000])")
_EQUALS = re.compile(r"([a-z_]+)\s*=\s*\S")
_HEAD = re.compile(r".*(?::\s|^)\s*[|>][+-]?\s*$")
_OPEN = re.compile(r"[a-z_]+:\s*")
"""A key without a value, whose text has yet to come."""
_KEY = re.compile(r"[\w-]+\s*:(\s|$)")

Told = tuple[str, str, int]
"""What is wrong, what would be right, and the column from 1."""


def find_conflict(text: str) -> tuple[str, str, int] | None:
    """What to say of two versions that Git could not join, and the line where they begin; None if there are none."""
    found = _CONFLICT.search(text)
    if not found:
        return None
    hint = "keep one of the two versions, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
    return "a conflict that Git could not solve", hint, text.count("\n", 0, found.start()) + 1


def find_sign(text: str) -> str:
    """The sign, or number, that begins a list pasted from elsewhere; "" if none.

    A hyphen before a blank that is no space is one, too.
    """
    found = _BULLET.match(text) or _NUMBER.match(text) or _HYPHEN.match(text)
    return found[1] if found else ""


def is_rest(key: str) -> bool:
    """Whether a key may be what stands behind the comma of a number within { }, which ends the number there."""
    return _REST.fullmatch(key) is not None


def find_leftover(lines: Sequence[str], number: int) -> Told | None:
    """What another program left at the beginning of a line, counted from 0; None if nothing."""
    line = lines[number]
    if found := _BULLET.match(line):
        return (
            f"the list sign {found[1]!r}",
            "begin an entry of a list with a hyphen and a space: `- `",
            found.start(1) + 1,
        )
    if found := _NUMBER.match(line):
        return f"{found[1]} at the beginning of an entry", "begin an entry of a list with `- `", found.start(1) + 1
    if found := _BLANK.match(line):
        return "a blank that is no space, in the indentation", "delete it and type spaces", found.start(1) + 1
    if found := _BEHIND.match(line):
        return "a blank that is no space, behind a colon", "delete it and type a space", found.start(1) + 1
    if found := _TIGHT.match(line):
        return "a list sign without a space behind it", "write `- ` and then the entry", found.start(1) + 1
    if found := _EQUALS.match(line):
        return "an equals sign in the place of a colon", f"write `{found[1]}: ...`", line.index("=") + 1
    if line[:1].strip() and not _KEY.match(line) and _is_below_a_text(lines, number):
        hint = "begin it two spaces further right, as all lines of the text"
        if above := _find_open(lines, number):
            hint = f"write `{above} >-` above it, and begin each line of the text two spaces further right"
        return "a line of a text that is not indented", hint, 1
    return None


def _is_below_a_text(lines: Sequence[str], number: int) -> bool:
    """Whether what stands above a line is the head of a longer text, or a part of it."""
    for above in reversed(lines[:number]):
        if above.strip() and _OPEN.fullmatch(above):
            return True
        if above.strip() and (_HEAD.match(above) or not above[:1].strip()):
            return True
        if above.strip() and _KEY.match(above):
            return False
    return False


def _find_open(lines: Sequence[str], number: int) -> str:
    """The key without a value that stands right above a line; "" if something else does."""
    above = next((line for line in reversed(lines[:number]) if line.strip()), "")
    return above.strip() if _OPEN.fullmatch(above) else ""
