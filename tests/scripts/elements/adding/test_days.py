"""Days that are offered for what was added."""

from __future__ import annotations

import pytest

from tests.scripts.node.running import Modules


@pytest.mark.parametrize(
    ("day", "weekend"),
    [
        ("2026-11-30", "2026-12-05"),
        ("2026-12-04", "2026-12-05"),
        ("2026-12-05", "2026-12-05"),
        ("2026-12-06", "2026-12-06"),
        ("2026-12-31", "2027-01-02"),
    ],
)
def test_the_weekend_is_the_saturday_to_come_or_the_day_itself(modules: Modules, day: str, weekend: str) -> None:
    assert modules.run("elements/adding/days", "return findWeekend(given.day);", day=day) == weekend
