"""The occupations that one of several codes covers, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.figures.finding import find_all, find_whole
from generator.figures.joining import tell_outlook, tell_pay
from generator.model import figures as rows
from generator.model.facts import Part, Parts
from generator.model.figures import Kind
from generator.model.occupation import EDUCATION, Education
from generator.model.tables import Index
from generator.sources.tables import Table


def tell_parts(index: Index, tables: Mapping[str, Table], codes: Sequence[str]) -> Iterator[Parts]:
    """What the first table of pay, of projections and of education each have of the codes; nothing of one alone."""
    first: dict[Kind, Table] = {}
    for table in tables.values():
        first.setdefault(table.entry.kind, table)
    used: dict[Kind, Table] = {kind: first[kind] for kind in ("outlook", "pay", "education") if kind in first}
    groups = _group(codes, [*used.values()])
    parts = tuple(_tell_part(code, within, used, index) for code, within in groups.items())
    if index.region and len(parts) > 1 and any(part.pay or part.outlook for part in parts):
        jobs = [part.outlook.jobs for part in parts if part.outlook]
        total = sum(jobs) if len(jobs) == len(parts) else None
        for table in (table for table in tables.values() if total and table.entry.kind == "outlook"):
            # What is added up has been rounded, part by part.
            if whole := find_whole(table, codes, rows.Outlook):
                total = whole.jobs
        yield Parts.model_construct(region=index.region, rows=parts, jobs=total)


def _group(codes: Sequence[str], tables: Sequence[Table]) -> dict[str, tuple[str, ...]]:
    """Codes that a table knows only together, under that of the row which stands for them; others alone."""
    groups: dict[str, tuple[str, ...]] = {}
    for code in codes:
        whole = next((table.joined[code] for table in tables if code in table.joined), code)
        groups[whole] = (*groups.get(whole, ()), code)
    return groups


def _tell_part(whole: str, codes: Sequence[str], tables: Mapping[Kind, Table], index: Index) -> Part:
    pay = outlook = education = None
    if "pay" in tables and len(found := find_all(tables["pay"], codes, rows.Pay)) == 1:
        pay = tell_pay(found[0], tables["pay"].entry.per if found[0].median else "hour", tables["pay"], index)
    if "outlook" in tables:
        outlook = next(tell_outlook(tables["outlook"], index, codes), None)
    if "education" in tables and (asked := find_all(tables["education"], codes, rows.Asked)):
        keys = {tuple(getattr(row, name) for name in EDUCATION) for row in asked}
        if len(keys) == 1:
            terms = dict(zip(EDUCATION, keys.pop(), strict=True))
            education = Education(**terms, source=tables["education"].entry.source)
    title = _name(whole, tables) or ", ".join(_name(code, tables) or code for code in codes)
    return Part.model_construct(codes=tuple(codes), title=title, pay=pay, outlook=outlook, education=education)


def _name(code: str, tables: Mapping[Kind, Table]) -> str | None:
    """What the first table that has a title calls a code."""
    titles = (row.title for table in tables.values() if (row := table.find(code)))
    return next(filter(None, titles), None)
