"""Profiles with the figures that tables have for their codes: what an editor has written goes before."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.figures.finding import find_all, find_each, find_mains, find_whole, is_exactly
from generator.model import figures as rows
from generator.model.national import National
from generator.model.occupation import (
    EDUCATION,
    SCALES,
    Codes,
    Education,
    Interests,
    Occupation,
    Outlook,
    Pay,
    Values,
)
from generator.model.tables import Index
from generator.model.terms import CategoryGroup
from generator.model.vocabulary import Vocabulary
from generator.sources.reading import Derived
from generator.sources.tables import Table
from generator.strings import fill

_HALF, _ROUNDED = 0.5, 0.1
"""Of a published percentage: where it could be rounded up or down, and how far its rounding can be off."""
_RATINGS: Mapping[str, type[Interests] | type[Values]] = {"interests": Interests, "values": Values}
_RATED = ("preparation", *_RATINGS)
"""Kinds of tables of which the first code of a profile counts."""


@dataclass(frozen=True)
class Figures:
    """All tables of a project, and the words that a figure needs where it is about a part or a group."""

    indexes: Mapping[str, Index] = field(default_factory=dict)
    tables: Mapping[str, Mapping[str, Table]] = field(default_factory=dict)
    education: Mapping[str, CategoryGroup] = field(default_factory=dict)
    pay_of: str = ""
    """The sentence that says whose pay is shown, with {title}."""
    outline: str = ""
    """The sentence that says what an outline is."""
    called: str = ""
    """The sentence that says how else people call an occupation, with {names}."""

    def join(self, profile: Occupation) -> Occupation:
        """`profile` with the figures of its codes wherever it has none of its own."""
        found = self.look_up(profile.codes, profile.pay_covers)
        update: dict[str, Any] = {
            name: found[name]
            for name in ("preparation", "interests", "values", "education")
            if name in found and getattr(profile, name) is None
        }
        for name in ("pay", "outlook"):
            own = getattr(profile, name)
            regions = {figure.region for figure in own}
            if more := tuple(figure for figure in found.get(name, ()) if figure.region not in regions):
                update[name] = (*own, *more)
        return profile.model_copy(update=update) if update else profile

    def look_up(
        self, all_codes: Codes, covers: Mapping[str, str] | None = None, *, is_part: bool = False
    ) -> dict[str, Any]:
        """Field -> what the tables say of codes, of the fields of a profile that they can fill.

        `covers` is what an editor knows of whom the pay of a region covers; `is_part` says that the codes are about
        more than the occupation is, so that the figures say whose they are.
        """
        found: dict[str, Any] = {}
        for folder, index in self.indexes.items():
            codes = all_codes.get(index.scheme, ())
            for table in _order(self.tables.get(folder, {}).values(), codes) if codes else ():
                kind, entry = table.entry.kind, table.entry
                if kind == "pay":
                    said = (covers or {}).get(index.region or "")
                    found[kind] = (*found.get(kind, ()), *self._pay(table, index, codes, said, is_part=is_part))
                elif kind == "outlook":
                    told = {(one.region, one.from_, one.to): one for one in found.get(kind, ())}
                    more = {(one.region, one.from_, one.to): one for one in tell_outlook(table, index, codes)}
                    found[kind] = tuple((more | told).values())
                elif kind == "education" and kind not in found:
                    if education := self._education(table, codes):
                        found[kind] = education
                elif kind not in found and kind in _RATED and (record := table.records.get(codes[0])):
                    found[kind] = _rate(kind, record, entry.source)
        return found

    def rate_all(self) -> Iterator[tuple[float, ...]]:
        """The six interest ratings of every code that a table has, in the order of `SCALES`."""
        for tables in self.tables.values():
            for table in tables.values():
                if table.entry.kind == "interests":
                    for record in table.records.values():
                        yield tuple(float(record[scale]) for scale in SCALES)

    def join_national(self, written: National | None) -> National | None:
        """What `written` and the tables say of all occupations together; None if nothing does."""
        pay, outlook = (written.pay, written.outlook) if written else ((), ())
        regions = {figure.region for figure in pay} | {figure.region for figure in outlook}
        for folder, index in self.indexes.items():
            if index.region in regions:
                continue
            for table in self.tables.get(folder, {}).values():
                row = table.find(index.everyone or "")
                if isinstance(row, rows.Pay):
                    units = dict.fromkeys((table.entry.per, "hour"))
                    pay = (*pay, *(one for per in units if (one := tell_pay(row, per, table, index))))
                elif isinstance(row, rows.Outlook):
                    outlook = (*outlook, *tell_outlook(table, index, (row.code,), rounded=False))
        return National(pay=pay, outlook=outlook) if pay or outlook else None

    def codes_of(self, scheme: str) -> frozenset[str] | None:
        """Every code of a classification that a table knows; None where there is no table of it, or one is broken."""
        indexes = {folder: index for folder, index in self.indexes.items() if index.scheme == scheme}
        if any(file not in self.tables.get(folder, {}) for folder, one in indexes.items() for file, *_ in one.files()):
            return None
        tables = [table for folder in indexes for table in self.tables.get(folder, {}).values()]
        known = [codes for table in tables for codes in (table.records.keys(), *table.list("parts").values())]
        return frozenset(itertools.chain.from_iterable(known)) if known else None

    def _pay(
        self, table: Table, index: Index, codes: Sequence[str], covers: str | None, *, is_part: bool
    ) -> Iterator[Pay]:
        """The pay of all codes together where it was published so, else that of the one in which most are employed."""
        if row := next(find_mains(table, codes), None):
            if covers is None and self.pay_of and (is_part or index.groups or not is_exactly(row, codes)):
                covers = fill(self.pay_of, title=row.title or row.code)
            if pay := tell_pay(row, table.entry.per if row.median else "hour", table, index, covers):
                yield pay

    def _education(self, table: Table, codes: Sequence[str]) -> Education | None:
        """What is asked; where it differs from code to code, the term of the vocabulary that says so."""
        asked = find_each(table, codes, rows.Asked)
        found: dict[str, str] = {}
        for name in EDUCATION if asked else ():
            keys = {getattr(row, name) for row in asked}
            terms = self.education[name].terms if name in self.education else {}
            mixed = next((key for key, term in terms.items() if term.mixed), None)
            key = keys.pop() if len(keys) == 1 else mixed
            if key is None:
                return None
            found[name] = key
        return Education(**found, source=table.entry.source) if found else None


def _order(tables: Iterable[Table], codes: Sequence[str]) -> Sequence[Table]:
    """Of projections first those that were published for all codes together: what is added up has been rounded."""
    return sorted(
        tables,
        key=lambda table: table.entry.kind == "outlook" and find_whole(table, codes, rows.Outlook) is None,
    )


def put_together(
    indexes: Mapping[str, Index],
    tables: Mapping[str, Mapping[str, Table]],
    vocabulary: Vocabulary,
    texts: Sequence[str],
    derived: Derived,
) -> Figures:
    """All tables and the last three `texts` of `Figures`, countries in the order of the vocabulary.

    The same object as the last time, if it would be made so.
    """
    named = [(name, table) for some in tables.values() for name, table in some.items()]
    made_of = (*indexes, *indexes.values(), *itertools.chain(*named), vocabulary.regions, vocabulary.education, *texts)

    def make() -> Figures:
        currencies = {key: region.currency for key, region in vocabulary.regions.items()}
        places = {key: place for place, key in enumerate(vocabulary.regions)}
        complete = {
            name: indexes[name].with_currency(currencies)
            for name in sorted(indexes, key=lambda name: places.get(indexes[name].region or "", -1))
        }
        return Figures(complete, tables, vocabulary.education, *texts)

    return derived.recall("figures", made_of, make)


def tell_pay(row: rows.Pay, per: str, table: Table, index: Index, covers: str | None = None) -> Pay | None:
    """The pay of a row in a unit of time; None without a median."""
    prefix = "hourly_" if per == "hour" and per != table.entry.per else ""
    points = dict(row.points(prefix))
    if "median" not in points or not (index.region and index.currency and table.entry.year):
        return None  # What the index lacks, a rule has reported.
    figure: dict[str, Any] = {"region": index.region, "year": table.entry.year, "currency": index.currency}
    bounds = tuple(name for name in points if name in row.capped)
    figure |= {"per": per, **points, "at_least": bounds, "covers": covers, "source": table.entry.source}
    # Not validated again: a table found right, and the rules about its index, have seen to that.
    return Pay.model_construct(**figure)


def tell_outlook(table: Table, index: Index, codes: Sequence[str], *, rounded: bool = True) -> Iterator[Outlook]:
    """The projection for all codes together: as published, else the sum; none where one of them is not known alone."""
    if not (index.region and table.entry.from_ and table.entry.to):
        return  # A rule has reported it.
    parts = find_all(table, codes, rows.Outlook)
    if not parts:
        return
    jobs = sum(row.jobs for row in parts)
    projected = sum(row.jobs_projected for row in parts)
    change = counted = 100 * (projected - jobs) / jobs if jobs else 0
    if len(parts) == 1 and parts[0].change_percent is not None:
        change = parts[0].change_percent
        if change % 1 == _HALF and abs(counted - change) < _ROUNDED:
            change = counted  # A half may have been rounded to: the counts tell from which side.
    yield Outlook.model_construct(
        region=index.region,
        from_=table.entry.from_,
        to=table.entry.to,
        jobs=jobs,
        jobs_projected=projected,
        openings_per_year=sum(row.openings for row in parts),
        change_percent=float(_round(change)) if rounded else change,
        source=table.entry.source,
    )


def _rate(kind: str, record: Mapping[str, str], source: str) -> int | Interests | Values:
    """The level, or the ratings, of one code."""
    if kind not in _RATINGS:
        return int(record["level"])
    model = _RATINGS[kind]
    ratings: dict[str, Any] = {name: float(record[name]) for name in model.model_fields if name != "source"}
    return model.model_construct(**ratings, source=source)


def _round(percent: float) -> int:
    """Whole percent, as publishers give it: a half goes away from zero."""
    return int(math.copysign(math.floor(abs(percent) + 0.5), percent))
