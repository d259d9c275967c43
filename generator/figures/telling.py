"""What the tables tell of the codes of an occupation, beyond the fields of a profile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from generator.figures.finding import find_all, is_exactly
from generator.figures.tellers import work
from generator.figures.tellers.pages import tell_pages
from generator.figures.tellers.parts import tell_parts
from generator.figures.tellers.places import tell_areas
from generator.model import figures as rows
from generator.model.facts import NOTHING, Employees, Employer, Employers, Facts, Rated, Workforce
from generator.model.figures import Kind
from generator.model.occupation import Codes, Unit
from generator.model.tables import Index
from generator.sources.tables import Table

Teller = Callable[[Table, Index, Sequence[str]], Iterator[Any]]


def tell(indexes: Mapping[str, Index], tables: Mapping[str, Mapping[str, Table]], codes: Codes) -> Facts:
    """What all tables of the classifications in `codes` tell together."""
    found: dict[str, Any] = {}
    covers_several = any(len(some) > 1 for some in codes.values())
    for folder, index in indexes.items():
        mine = codes.get(index.scheme, ())
        for table in tables.get(folder, {}).values() if mine else ():
            kind = table.entry.kind
            tellers = {**_TELLERS.get(kind, {}), **(_OF_SEVERAL.get(kind, {}) if covers_several else {})}
            for part, teller in tellers.items():
                found[part] = (*found.get(part, ()), *teller(table, index, mine))
        for part, tell_all in _OF_FOLDERS.items() if mine else ():
            found[part] = (*found.get(part, ()), *tell_all(index, tables.get(folder, {}), mine))
    # Not validated again: a table found right, and the rules about its index, have seen to that.
    return Facts.model_construct(**found) if any(found.values()) else NOTHING


def _tell_workforce(table: Table, index: Index, codes: Sequence[str]) -> Iterator[Workforce]:
    """Those who leave, added up, and the self-employed, as a share of all jobs; what one code lacks is not told."""
    parts = find_all(table, codes, rows.Outlook)
    entry, jobs = table.entry, sum(row.jobs for row in parts)
    if not (jobs and index.region and entry.from_ and entry.to):
        return
    exits, transfers = (_add([getattr(row, name) for row in parts]) for name in ("exits", "transfers"))
    middle = (jobs + sum(row.jobs_projected for row in parts)) / 2
    own = _add([None if (share := row.self_employed_percent) is None else share * row.jobs for row in parts])
    if exits is None and transfers is None and own is None:
        return
    yield Workforce.model_construct(
        region=index.region,
        from_=entry.from_,
        to=entry.to,
        exits=exits,
        transfers=transfers,
        leaving_percent=_percent(exits + transfers, middle) if exits is not None and transfers is not None else None,
        self_employed_percent=None if own is None else round(own / jobs, 1),
        source=entry.source,
    )


def _tell_employees(table: Table, index: Index, codes: Sequence[str]) -> Iterator[Employees]:
    """How many are employed in all codes together, where one row tells that and what they are paid."""
    found = find_all(table, codes, rows.Pay)
    if len(found) != 1 or not (index.region and table.entry.year):
        return
    (row,) = found
    if row.employed is None and "hourly_median" not in table.columns:
        return  # One unit of time is all that the table is about: that the other is missing says nothing.
    medians: dict[Unit, float | None] = {table.entry.per: row.median}
    medians.setdefault("hour", row.hourly_median)
    yield Employees.model_construct(
        region=index.region,
        year=table.entry.year,
        employed=row.employed,
        per=tuple(per for per, median in medians.items() if median is not None),
        source=table.entry.source,
    )


def _tell_employers(table: Table, index: Index, codes: Sequence[str]) -> Iterator[Employers]:
    """The industries of all codes together, or else of each, with its name."""
    if not (index.region and index.currency and table.entry.year):
        return
    for row in find_all(table, codes, rows.Employing):
        per: Unit = table.entry.per if row.pay or not row.hourly_pay else "hour"
        pays = dict(map(_read_amount, row.pay or row.hourly_pay))
        largest = []
        for entry in row.largest:
            percent, _, industry = entry.partition(" ")
            pay, is_bound = pays.get(industry, (None, False))
            share = float(percent)
            largest.append(Employer.model_construct(industry=industry, percent=share, pay=pay, at_least=is_bound))
        yield Employers.model_construct(
            region=index.region,
            year=table.entry.year,
            currency=index.currency if pays else None,
            per=per if pays else None,
            covers=None if is_exactly(row, codes) else row.title or row.code,
            largest=tuple(largest),
            source=table.entry.source,
        )


def _read_amount(entry: str) -> tuple[str, tuple[float, bool]]:
    """The industry, what it pays, and whether that is a bound."""
    amount, _, industry = entry.partition(" ")
    return industry, (float(amount.rstrip("+")), amount.endswith("+"))


def _tell_rated(table: Table, _index: Index, codes: Sequence[str]) -> Iterator[Rated]:
    """What the code is called whose ratings are shown."""
    if (row := table.find(codes[0])) and row.title:
        yield Rated.model_construct(code=row.code, title=row.title, source=table.entry.source)


def _add(amounts: Sequence[Any]) -> Any:
    """The sum; None where one is not known."""
    return None if None in amounts else sum(amounts)


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 1)


_TELLERS: Mapping[Kind, Mapping[str, Teller]] = {
    "outlook": {"workforce": _tell_workforce},
    "pay": {"employees": _tell_employees},
    "employers": {"employers": _tell_employers},
    "titles": {"titles": work.tell_titles},
    "schooling": {"schooling": work.tell_schooling},
    "knowledge": {"subjects": work.tell_subjects},
    "software": {"software": work.tell_software},
    "conditions": {"conditions": work.tell_conditions},
}
"""Kind of a table -> parts of `Facts` that it fills, and how."""
_OF_SEVERAL: Mapping[Kind, Mapping[str, Teller]] = {"interests": {"rated": _tell_rated}}
"""The same, where an occupation has several codes."""
_OF_FOLDERS: Mapping[str, Callable[[Index, Mapping[str, Table], Sequence[str]], Iterator[Any]]] = {
    "areas": tell_areas,
    "parts": tell_parts,
    "look_up": tell_pages,
}
"""Part of `Facts` -> what fills it from all tables of a folder."""
