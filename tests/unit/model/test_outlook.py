"""What may be said of a projection follows from its figures, sign by sign."""

from __future__ import annotations

import pytest

from generator.model.occupation import Outlook


def project(jobs: int, projected: int, openings: int, percent: float) -> Outlook:
    """A projection over ten years."""
    figures = {"jobs": jobs, "jobs_projected": projected, "openings_per_year": openings, "change_percent": percent}
    return Outlook.model_validate({"region": "US", "from": 2024, "to": 2034, "source": "jobs", **figures})


@pytest.mark.parametrize(
    ("outlook", "trend", "direction", "difference"),
    [
        (project(4_208_800, 4_197_800, 586_000, 0), "little", "fewer", -11_000),
        (project(18_200, 18_200, 1_400, 0), "little", "same", 0),
        (project(100_000, 100_300, 1_400, 0.3), "little", "more", 300),
        (project(2_814_000, 2_660_300, 341_700, -5), "decline", "fewer", -153_700),
        (project(245_900, 328_300, 23_400, 34), "growth", "more", 82_400),
    ],
)
def test_what_rounds_to_nothing_still_has_its_sign(
    outlook: Outlook, trend: str, direction: str, difference: int
) -> None:
    assert (outlook.trend, outlook.direction, outlook.difference) == (trend, direction, difference)


@pytest.mark.parametrize(
    ("projected", "openings", "replacement"),
    [(90_000, 9_000, "all"), (100_000, 9_000, "all"), (110_000, 9_000, "most"), (150_000, 9_000, "some")],
)
def test_openings_come_from_new_jobs_only_as_far_as_there_are_any(
    projected: int, openings: int, replacement: str
) -> None:
    assert project(100_000, projected, openings, (projected - 100_000) / 1_000).replacement == replacement
