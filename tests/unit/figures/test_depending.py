"""What is made anew when a table changes: what shows the row, and nothing else."""

from __future__ import annotations

from pathlib import Path

from generator import project as projects
from generator.publishing.building import list_jobs
from tests.conftest import TODAY, edit

PAY = "content/figures/us/pay.csv"


def keys(root: Path) -> dict[str, str]:
    """Path -> key of everything that is made."""
    return {job.path: job.key for job in list_jobs(projects.load(root, TODAY).site, root)}


def test_a_row_makes_anew_what_shows_it(publishable: Path) -> None:
    before = keys(publishable)
    edit(publishable / PAY, "40000,50000,63000", "40000,50000,64000")
    after = keys(publishable)
    changed = {path for path in before if before[path] != after[path]}
    assert {"occupations/plumber.md", "api/v1/occupations/plumber.json", "data/facets.json"} <= changed
    for slug in ("baker", "cook", "potter", "programmer"):  # Their pages may name the plumber as a neighbour.
        assert not {f"api/v1/occupations/{slug}.json", f"data/profiles/{slug}.json"} & changed


def test_a_row_that_nobody_shows_makes_nothing_anew(publishable: Path) -> None:
    before = keys(publishable)
    edit(publishable / PAY, "27000,31000,36000,41000,47000", "27000,31000,36500,41000,47000")
    assert keys(publishable) == before
