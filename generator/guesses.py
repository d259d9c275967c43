"""What was most likely meant by a word that nobody knows, by an official code, a number or a day."""

from __future__ import annotations

import datetime
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
_AROUND = re.compile(
    r"^[^\w.,+-]+|\s*[^\w.,]+$|(?<=\d)\s*(?:dollars|euros|pounds|percent|per cent|[A-Z]{3})$|^[A-Z]{3}\s*(?=\d)"
)
"""What stands around a number: currencies and percent."""
_GROUPS = re.compile(r"\d{1,3}(?:([ ,.'_\u00a0\u2009\u202f\u2019])\d{3})(?:\1\d{3})*")
"""Digits in threes, as thousands are written anywhere."""
_BIG = {"k": 1_000, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_LAST_MONTH, _LAST_DAY = 12, 31
_CENTURY, _THIS_CENTURY = 100, 2000


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


def mend_number(text: str) -> str:
    """The number that was meant by `$77,600`, `5,57`, `97k` or `6 %`, as it is to be written; "" if none is certain."""
    plain = text.strip().replace("\u2212", "-").removeprefix("+")
    while (bare := _AROUND.sub("", plain, count=1).strip()) != plain:
        plain = bare
    sign, plain = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    times = 1
    if word := re.fullmatch(r"([\d.,]+)\s*(k|thousand|million|billion)", plain, re.IGNORECASE):
        plain, times = word[1], _BIG[word[2].lower()]
    if found := _GROUPS.match(plain):
        rest = plain[found.end() :]
        if times > 1 or (rest and (rest[0] == found[1] or not re.fullmatch(r"[.,]\d+", rest))):
            return ""
        plain = re.sub(r"\D", "", found[0]) + rest
    plain = plain.replace(",", ".", 1).replace("_", "")
    if not re.fullmatch(r"\d+(\.\d+)?", plain):
        return ""
    number = float(plain) * times
    return sign + (f"{number:.0f}" if number.is_integer() else plain if times == 1 else f"{number:g}")


def mend_day(text: str) -> tuple[str, ...]:
    """The days that `11/28/2026` or `Nov 28, 2026` may mean, the likelier first, as they are to be written."""
    parts = re.findall(r"\d+|[^\W\d_]+", text.casefold())
    parts = [part for part in parts if part not in ("st", "nd", "rd", "th", "of")]
    if len(parts) == 1 and re.fullmatch(r"(19|20)\d{6}", parts[0]):
        parts = [parts[0][:4], parts[0][4:6], parts[0][6:]]
    if len(parts) != len(("year", "month", "day")):
        return ()
    named = next((part for part in parts if part[:3] in _MONTHS), None)
    numbers = [int(part) for part in parts if part.isdigit() and part.isascii()]
    if named and len(numbers) == len(("day", "year")):
        month = _MONTHS.index(named[:3]) + 1
        first, second = numbers
        ways = [(first, month, second) if first > _LAST_DAY else (second, month, first)]
    elif len(numbers) == len(parts) and len(parts[0]) == len("2026"):
        ways = [(numbers[0], numbers[1], numbers[2])]
    elif len(numbers) == len(parts):
        first, second, year = numbers
        ways = [(year, first, second), (year, second, first)]
        if "." in text:  # With dots the day stands first.
            ways = ways[1:] if second <= _LAST_MONTH else ways[:1]
    else:
        return ()
    return tuple(dict.fromkeys(day for year, month, at in ways if (day := _write_day(year, month, at))))


def _write_day(year: int, month: int, day: int) -> str:
    try:
        found = datetime.date(year + _THIS_CENTURY if year < _CENTURY else year, month, day)
    except ValueError:
        return ""
    return found.isoformat() if found.year // _CENTURY in (19, 20) else ""
