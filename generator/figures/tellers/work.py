"""What the tables tell of the work itself: what it takes and is like, and what it is called in other languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.figures.finding import find_each
from generator.model import figures as rows
from generator.model.facts import Conditions, Measure, Schooling, Share, Software, Subjects, Titles
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


def tell_schooling(table: Table, _: Index, codes: Sequence[str]) -> Iterator[Schooling]:
    """The education that people in the work say it takes."""
    for row in find_each(table, codes, rows.Schooled)[:1]:
        ranked = sorted(row.shares.items(), key=lambda share: -share[1])
        shares = tuple(Share.model_construct(level=level, percent=percent) for level, percent in ranked if percent)
        source = table.entry.source
        yield Schooling.model_construct(asked=row.asked, shares=shares, error=row.error, source=source)


def tell_subjects(table: Table, _: Index, codes: Sequence[str]) -> Iterator[Subjects]:
    """The areas of knowledge that a table weighs."""
    for row in find_each(table, codes, rows.Weighed)[:1]:
        ranked = sorted(row.importance, key=lambda key: -row.importance[key])
        yield Subjects.model_construct(subjects=tuple(ranked), source=table.entry.source)


def tell_software(table: Table, _: Index, codes: Sequence[str]) -> Iterator[Software]:
    """The programs that a table names."""
    for row in find_each(table, codes, rows.Equipped)[:1]:
        yield Software.model_construct(names=row.software, source=table.entry.source)


def tell_conditions(table: Table, _: Index, codes: Sequence[str]) -> Iterator[Conditions]:
    """The measures of conditions."""
    for row in find_each(table, codes, rows.Measured)[:1]:
        measures = tuple(Measure.model_construct(key=key, percent=value) for key, value in row.measures.items())
        yield Conditions.model_construct(measures=measures, source=table.entry.source)
