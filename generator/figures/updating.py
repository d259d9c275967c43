"""`careers figures update`: a table of figures made anew from official releases."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import links
from generator.figures.areas import compare_areas, part_areas
from generator.figures.changes import compare, describe, list_lost_columns
from generator.figures.groups import add_parts
from generator.figures.known import Known
from generator.figures.releases import crosswalks, projections, ratings, surveys, wages
from generator.figures.releases.reading import Layout, Release, ReleaseError, Rows, read_release
from generator.model.figures import ROWS, Kind, Open, Whole
from generator.model.tables import Entry
from generator.model.terms import CategoryGroup
from generator.problems import Problem
from generator.sources.files import put
from generator.sources.tables import Table, examine

LAYOUTS: Mapping[Kind, Sequence[Layout]] = {
    "pay": wages.PAY,
    "local-pay": wages.LOCAL_PAY,
    "outlook": projections.OUTLOOK,
    "education": projections.EDUCATION,
    "employers": (),
    "interests": ratings.INTERESTS,
    "values": ratings.VALUES,
    "preparation": ratings.PREPARATION,
    "skills": ratings.IMPORTANCE,
    "knowledge": ratings.IMPORTANCE,
    "names": ratings.NAMES,
    "related": ratings.RELATED,
    "titles": crosswalks.TITLES,
    "schooling": surveys.SCHOOLING,
    "conditions": surveys.CONDITIONS,
    "software": surveys.SOFTWARE,
}
"""Kind of a table -> the releases that it is made from."""
_SOC = 7
"""Signs of a SOC code, with which codes of finer classifications begin."""


@dataclass(frozen=True)
class Update:
    """A table as it would be written, and what to look at."""

    path: Path
    text: str
    rows: int
    report: tuple[str, ...]

    def write(self) -> None:
        """Put the table in the place of the one before, which stays as it was until the new one is whole."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        put(self.path, self.text.encode())


def make_tables(
    root: Path, known: Known, name: str, files: Sequence[Path], step: Callable[[str], None]
) -> tuple[Update, ...]:
    """The table `name` from official files, or that of each of its areas.

    Raises `ReleaseError` where the files do not give a table that could be read.
    """
    folder, key = known.find(name)
    entry = known.indexes[folder].tables[key]
    if not LAYOUTS[entry.kind]:
        raise ReleaseError(f"no official file is known from which tables of {entry.kind} are made: write it by hand")
    release = read_release(files, LAYOUTS[entry.kind], step)
    if not entry.areas:
        return (_make_table(root, known, folder, key, release),)
    tables = known.tables.get(folder, {})
    parts = part_areas(release.rows, entry, tables)
    made: list[Update] = []
    for area, file in zip(entry.areas, entry.files(key), strict=True):
        path, text = root / links.FIGURES / folder / f"{file}.csv", _write(parts.rows[area], entry.kind)
        table = _examine(root, path, text, entry)
        report = (*(() if made else parts.report), *compare_areas(area, tables.get(file), table))
        made.append(Update(path, text, len(table.rows), report))
    return tuple(made)


def _make_table(root: Path, known: Known, folder: str, key: str, release: Release) -> Update:
    """The table of all that a release says."""
    index = known.indexes[folder]
    entry = index.tables[key]
    rows = release.rows
    if issubclass(ROWS[entry.kind], Whole):
        add_parts(rows, _codes(known))
    report = [
        *_name(rows, entry.kind, known),
        *_translate(rows, entry.kind, known.education),
        *_check_years(release.headings, entry),
    ]
    _add_titles(rows, known.tables.get(folder, {}))
    text = _write(rows, entry.kind, [*known.schooling.values()])
    path = root / links.FIGURES / folder / f"{key}.csv"
    table = _examine(root, path, text, entry)
    old = known.tables.get(folder, {}).get(key)
    if old:
        report += list_lost_columns(old, table)
        report += describe(compare(old.rows, table.rows), known.profiles, index.scheme)
    return Update(path, text, len(table.rows), tuple(report))


def _examine(root: Path, path: Path, text: str, entry: Entry) -> Table:
    table, problems = examine(path.relative_to(root).as_posix(), text, entry)
    if table is None:
        raise ReleaseError(f"the files give no table that could be read:\n{_list(problems)}")
    return table


def _name(rows: Rows, kind: Kind, known: Known) -> Iterator[str]:
    """Put our own keys for a publisher's names and addresses; says what has none."""
    if kind == "titles":
        yield from crosswalks.name_matches(rows)
    elif kind == "schooling":
        yield from surveys.name_levels(rows, known.schooling)
    elif kind == "conditions":
        yield from surveys.name_measures(rows, {surveys.plain_name(name): key for name, key in known.measures.items()})


def _codes(known: Known) -> set[str]:
    """The codes of all tables of ratings, as the Standard Occupational Classification has them."""
    return {
        code[:_SOC]
        for tables in known.tables.values()
        for table in tables.values()
        if not issubclass(ROWS[table.entry.kind], Whole)
        for code in table.rows
    }


def _translate(rows: Rows, kind: Kind, education: Mapping[str, CategoryGroup]) -> Iterator[str]:
    """Put the terms of our vocabulary for a publisher's; says which have none."""
    unknown = set()
    for row in rows.values() if kind == "education" else ():
        for name, group in education.items():
            terms = {said: key for key, term in group.terms.items() for said in term.published_as}
            if row.get(name) in terms:
                row[name] = terms[row[name]]
            elif name in row:
                unknown.add(f"{name}: no term is `published_as` {row[name]!r}")
    yield from sorted(unknown)


def _check_years(headings: Mapping[str, str], entry: Entry) -> Iterator[str]:
    """Say where the headings name other years than the index."""
    for column, name, said in (("jobs", "from", entry.from_), ("jobs_projected", "to", entry.to)):
        years = re.findall(r"\d{4}", headings.get(column, ""))
        if years and said and int(years[0]) != said:
            yield f"the files are about {years[0]}: write `{name}: {years[0]}` in the index, and name the new source"


def _add_titles(rows: Rows, tables: Mapping[str, Table]) -> None:
    """Titles that the release does not give are taken from what is known of the same codes."""
    titles = {code: row.title for table in tables.values() for code, row in table.rows.items() if row.title}
    for code, row in rows.items():
        if not row.get("title") and titles.get(code):
            row["title"] = titles[code] or ""


def _write(rows: Rows, kind: Kind, order: Sequence[str] = ()) -> str:
    """The table as text: columns in the order of the model, without those that are empty."""
    model = ROWS[kind]
    needed = {name for name, about in model.model_fields.items() if about.is_required()} | {*model.columns}
    head = [*model.model_fields]
    if issubclass(model, Open):
        head.remove(model.cells)
        own = {name for row in rows.values() for name in row} - {*head}
        needed -= {model.cells}
        full = [
            row for row in rows.items() if row[1].keys() & own and all(row[1].get(name) for name in needed - {"code"})
        ]
        head += [name for name in order if name in own] or sorted(own)
    else:
        full = [row for row in rows.items() if all(row[1].get(name) for name in needed - {"code", *model.columns})]
    used = [name for name in head if name in needed or any(row.get(name) for _, row in full)]
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(used)
    writer.writerows([code, *(row.get(name, "") for name in used[1:])] for code, row in sorted(full))
    return lines.getvalue()


def _list(problems: Sequence[Problem]) -> str:
    return "\n".join(str(problem) for problem in problems[:5])
