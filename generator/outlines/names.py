"""What a code is called: its title in sentence case, the address made of that, and the names people know it by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from generator.figures.joining import Figures
from generator.guesses import split_ends
from generator.model.figures import split
from generator.model.occupation import Codes
from generator.sources.tables import Table

MOST = 3
"""Names beside the title: each is in the search index, which every reader gets."""
_LONGEST = 60
"""Letters of a name, as in profiles."""
_STEM, _ENDING = 3, 3
"""Letters that are common to a word for one and for many, and that may differ."""
_FOREIGN = ("titles", "local-pay")
"""Kinds of tables in other languages, and of many areas, which call nothing otherwise."""
_COLUMNS = ("shown", "reported", "alternate")
_SHORT = re.compile(r" \([^()]*\)$")
_WORD = re.compile(r"[^\W\d_]+")


def write_in_sentence_case(title: str, capitals: Collection[str] | None) -> str:
    """A Title Written So in sentence case: what is no abbreviation and not among `capitals` begins small.

    Without any `capitals`, not even none, it is taken for written as it should be.
    """
    first = _WORD.search(title)
    if capitals is None or not first:
        return title

    def lower(match: re.Match[str]) -> str:
        word = match[0]
        return word.lower() if match.start() != first.start() and word[1:].islower() and word not in capitals else word

    return _WORD.sub(lower, title)


def spell(title: str) -> str:
    """A title as addresses have it; `data/slugs.js` does the same."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def make_slug(title: str, code: str, taken: Collection[str] = ()) -> str:
    """What addresses call a title; with its code where another thing is called so, or no letter can stand there."""
    plain = spell(title)
    return plain if plain and plain not in taken else f"{plain}-{spell(code)}".strip("-")


def list_names(tables: Iterable[Table], code: str, taken: Collection[str]) -> tuple[str, ...]:
    """The names that tables of names have for a code, those to show first; none of those `taken`, in small letters."""
    found: dict[str, str] = {}
    for name in read_names(tables, code):
        if name.casefold() not in taken:
            found.setdefault(name.casefold(), name)
    return tuple(found.values())[:MOST]


def find_one(tables: Iterable[Table], code: str, title: str) -> str | None:
    """What one person is called where `title` names many: the same words, but for the end of one of them.

    A name may begin with more, as Pediatric Physical Therapist does, or end with a short form: Dental Assistant (DA).
    Written as the title is; None where the tables have no such name.
    """
    many = title.split()
    for name in read_names(tables, code):
        named = _SHORT.sub("", name).split()[-len(many) :]
        words = [word.lower() if other[:1].islower() else word for word, other in zip(named, many, strict=False)]
        differ = [pair for pair in zip(words, many, strict=False) if pair[0] != pair[1]]
        if len(named) == len(many) and len(differ) == 1 and _is_one(*differ[0]):
            return " ".join(words)
    return None


def list_official(figures: Figures, codes: Codes) -> tuple[str, ...]:
    """All that tables call these codes: their titles, then the names that people in the work gave."""
    found: dict[str, str] = {}
    for folder, index in figures.indexes.items():
        tables = [table for table in figures.tables.get(folder, {}).values() if table.entry.kind not in _FOREIGN]
        for code in codes.get(index.scheme, ()):
            titles = [str(table.records.get(code, {}).get("title") or "").strip() for table in tables]
            named = read_names((table for table in tables if table.entry.kind == "names"), code)
            for name in (*(write_in_sentence_case(title, index.capitals) for title in titles), *named):
                found.setdefault(name.casefold(), name)
    return tuple(name for name in found.values() if name)


def _is_one(word: str, many: str) -> bool:
    """Whether only the ends of two words differ, as -y and -ies, or -man and -men."""
    end, ends = split_ends(word, many)
    return len(word) - len(end) >= _STEM and max(len(end), len(ends)) <= _ENDING


def read_names(tables: Iterable[Table], code: str) -> Iterator[str]:
    """All names that fit a profile, those to show first."""
    rows = [table.records[code] for table in tables if code in table.records]
    for column in _COLUMNS:
        for row in rows:
            yield from (name for name in split(str(row.get(column) or "")) if name and len(name) <= _LONGEST)
