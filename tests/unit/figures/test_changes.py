from __future__ import annotations

from generator.figures.changes import MOVED, compare
from generator.model.figures import Pay


def test_medians_are_compared_in_the_same_unit_of_time() -> None:
    old = {
        "1": Pay(code="1", median=50_000, hourly_median=24),
        "2": Pay(code="2", median=50_000),
        "3": Pay(code="3", median=50_000, hourly_median=24),
        "4": Pay(code="4", median=50_000),
    }
    more = 1 + 2 * MOVED
    new = {
        "1": Pay(code="1", hourly_median=24),
        "2": Pay(code="2", hourly_median=24),
        "3": Pay(code="3", hourly_median=24 * more),
        "4": Pay(code="4", median=50_000 * more),
    }
    assert compare(old, new).moved == {"3": (24, 24 * more), "4": (50_000, 50_000 * more)}
