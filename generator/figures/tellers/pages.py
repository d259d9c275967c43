"""Where more is to be found of an occupation, by what the index of a folder says of its codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from generator.figures.finding import find_each, find_whole
from generator.model.facts import Page
from generator.model.figures import Employing
from generator.model.tables import Index
from generator.sources.tables import Table

_NAME = re.compile(r"\{(\w+)\}")


def tell_pages(index: Index, tables: Mapping[str, Table], codes: Sequence[str]) -> Iterator[Page]:
    """The addresses for the first code; without those for which something is not known."""
    if not index.look_up:
        return
    known = {"code": codes[0], "title": _find_title(tables, codes[0]), "page": _find_page(tables, codes)}
    for one in index.look_up:
        if all(known[name] for name in _NAME.findall(one.address)):
            address = _NAME.sub(lambda match: quote(known[match[1]] or "", safe="/"), one.address)
            yield Page.model_construct(label=one.label, address=address)


def _find_title(tables: Mapping[str, Table], code: str) -> str | None:
    records = (table.records.get(code, {}) for table in tables.values())
    return next((record["title"] for record in records if "title" in record), None)


def _find_page(tables: Mapping[str, Table], codes: Sequence[str]) -> str | None:
    """Of all codes together, else of the first that has one."""
    for table in tables.values():
        if table.entry.kind == "employers":
            rows = [find_whole(table, codes, Employing), *find_each(table, codes, Employing)]
            return next((row.page for row in rows if row and row.page), None)
    return None
