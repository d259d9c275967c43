"""The occupations that are simulated, from the tables of a project."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import project as projects
from generator.loading import pieces
from generator.model.figures import Outlook, is_within
from generator.model.occupation import SCALES
from generator.scripts.assessments import make_assessments


@dataclass(frozen=True)
class Rated:
    """An occupation of the tables: ratings 1 to 7 in the order of `SCALES`, level 1 to 5, and jobs."""

    code: str
    profile: tuple[float, ...]
    level: int
    jobs: float

    @property
    def first(self) -> str:
        """Its highest interest."""
        return max(zip(self.profile, SCALES, strict=True))[1]


def read_norms(root: Path) -> dict[str, Any]:
    """The norms as the site's scripts get them."""
    quizzes = make_assessments(projects.load(root).site).quizzes
    norms = next(quiz.norms for quiz in quizzes if quiz.kind == "interests")
    if norms is None:
        raise SystemExit("no norms: content/norms.yml, or a table of interests, is missing")
    return norms.model_dump()


def read_occupations(root: Path) -> tuple[list[Rated], list[str]]:
    """Every code with ratings and a level, and the sources; jobs are shared among the codes within a broader one."""
    known = pieces.load_figures(root)
    tables = [table for folder in known.tables.values() for table in folder.values()]
    ratings = {code: row for table in tables if table.entry.kind == "interests" for code, row in table.records.items()}
    levels = {code: row for table in tables if table.entry.kind == "preparation" for code, row in table.records.items()}
    jobs = {row.code: row.jobs for table in tables for row in table.rows.values() if isinstance(row, Outlook)}
    broader = {code: next((one for one in (code, *_shorten(code)) if one in jobs), None) for code in ratings}
    shared = Counter(broader.values())
    rated = [
        Rated(
            code=code,
            profile=tuple(float(row[scale]) for scale in SCALES),
            level=int(levels[code]["level"]),
            jobs=jobs[one] / shared[one] if (one := broader[code]) else 0,
        )
        for code, row in ratings.items()
        if code in levels
    ]
    kinds = ("interests", "preparation", "outlook")
    return rated, list(dict.fromkeys(table.entry.source for table in tables if table.entry.kind in kinds))


def _shorten(code: str) -> list[str]:
    """The codes that this one is a finer one of, nearest first."""
    parts = code.split(".")
    found = [".".join(parts[:at]) for at in range(len(parts) - 1, 0, -1)]
    return [one for one in found if is_within(code, one)]
