"""Titles in other languages: the crosswalk from O*NET to ESCO, and ESCO's occupations in one language, both as CSV.

The crosswalk names occupations of ESCO by their addresses, for which each language's file has the preferred label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.figures.releases.reading import Column, Layout, Record, Rows
from generator.model.figures import SEPARATOR

_MATCHES = {"exactmatch": "exact", "closematch": "close"}
"""What is broader or narrower is another occupation."""
_LABEL = "label"


def _take_match(record: Record, rows: Rows) -> None:
    if column := _MATCHES.get(record["match"].lower()):
        row = rows.setdefault(record["code"], {"title": record["title"]})
        row[column] = SEPARATOR.join(filter(None, (row.get(column), record["address"])))


def _take_label(record: Record, rows: Rows) -> None:
    rows.setdefault(record["code"], {})[_LABEL] = _tidy(record["label"])


def _tidy(label: str) -> str:
    """A label on one line, without the signs that a wrong encoding has left."""
    plain = label.replace("\x96", "\N{EN DASH}").replace("\x97", "\N{EN DASH}").replace(SEPARATOR, "/")
    return re.sub(r"\s*/\s*", "/", " ".join(plain.split()))


TITLES = (
    Layout(
        "the crosswalk from O*NET to ESCO",
        {
            "code": Column(r"o\*net id"),
            "title": Column(r"o\*net title"),
            "address": Column("esco or isco uri"),
            "match": Column("type of match"),
        },
        _take_match,
    ),
    Layout("occupations of ESCO", {"code": Column("concepturi"), "label": Column("preferredlabel")}, _take_label),
)


def name_matches(rows: Rows) -> Iterator[str]:
    """Put labels for the addresses in `rows`, of exact matches where there are any; says how many have no label."""
    labels = {code: row[_LABEL] for code, row in rows.items() if row.get(_LABEL)}
    for code in [code for code, row in rows.items() if _LABEL in row]:
        del rows[code]
    lacking = 0
    for code, row in list(rows.items()):
        addresses = {column: row.pop(column).split(SEPARATOR) for column in _MATCHES.values() if column in row}
        named = {
            column: list(dict.fromkeys(labels[one] for one in found if one in labels))
            for column, found in addresses.items()
        }
        column = next((column for column in _MATCHES.values() if named.get(column)), None)
        if column:
            row[column] = SEPARATOR.join(named[column])
        else:
            lacking += 1
            del rows[code]
    if lacking:
        yield f"{lacking} code{'s have' if lacking > 1 else ' has'} matches, but no title in this language"
