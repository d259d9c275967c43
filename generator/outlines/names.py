"""What a code is called: its title in sentence case, the address made of that, and the names people know it by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from generator.model.figures import split
from generator.sources.tables import Table

MOST = 3
"""Names beside the title: each is in the search index, which every reader gets."""
_LONGEST = 60
"""Letters of a name, as in profiles."""
_COLUMNS = ("shown", "reported", "alternate")
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
    rows = [table.records[code] for table in tables if code in table.records]
    for column in _COLUMNS:
        for row in rows:
            for name in split(str(row.get(column) or "")):
                if name and len(name) <= _LONGEST and name.casefold() not in taken:
                    found.setdefault(name.casefold(), name)
    return tuple(found.values())[:MOST]
