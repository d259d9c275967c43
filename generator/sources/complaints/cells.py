"""What pydantic found wrong in the cells of a table, each at its line:column."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from pydantic_core import ErrorDetails

from generator.model.figures import ROWS, Open
from generator.problems import Problem
from generator.sources import nodes
from generator.sources.complaints import wording
from generator.sources.files import Mark
from generator.sources.grids import Grid


def complain(grid: Grid, at: int, errors: Iterable[ErrorDetails]) -> Iterator[Problem]:
    """The problems that pydantic found in a row; a row may have very many cells, so their places are sought once."""
    row, line = ROWS[grid.kind], grid.lines[at]
    entries: dict[str, tuple[Mark, nodes.Node]] = {}
    for name, cell, place in zip(grid.header, grid.cells[at], grid.places(at), strict=False):
        mark = Mark(line, place, line)
        entries[name] = mark, nodes.Scalar(cell, mark, bare=True)
    around = nodes.Mapping(entries, Mark(line, 1, line))
    for error in errors:
        way = [step for step in error["loc"][1:] if not (issubclass(row, Open) and step == row.cells)] or ["code"]
        if error["type"] == "missing":
            place = entries[str(way[0])][0].column if way[0] in entries else 1
            hint = "write its figure, or leave the row out"
            yield Problem(grid.source.path, line, place, "FLD002", f"empty cell of {way[0]!r}", hint)
            continue
        problem = wording.complain(grid.source, around, {**error, "loc": tuple(way)}, row)
        about = row.model_fields.get(str(way[0]))
        if problem.code in ("FLD003", "FLD004") and not any(sign.isdigit() for sign in str(error["input"])):
            is_needed = about is not None and about.is_required()
            hint = (
                "write digits, or leave the row out" if is_needed else "leave the cell empty where there is no figure"
            )
            problem = dataclasses.replace(problem, hint=hint)
        yield problem
