"""What the tables tell of the work of an occupation: so far what it is called in other languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.figures.finding import find_each
from generator.model import figures as rows
from generator.model.facts import Titles
from generator.model.tables import Index
from generator.sources.tables import Table


def tell_titles(table: Table, _: Index, codes: Sequence[str]) -> Iterator[Titles]:
    """The exact matches of all codes together, else the close ones."""
    language, source = table.entry.language, table.entry.source
    found = find_each(table, codes, rows.Translated)
    exact = tuple(dict.fromkeys(title for row in found for title in row.exact))
    close = () if exact else tuple(dict.fromkeys(title for row in found for title in row.close))
    if language and (exact or close):
        yield Titles.model_construct(language=language, exact=exact, close=close, source=source)
