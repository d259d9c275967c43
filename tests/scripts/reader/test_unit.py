"""Pay as the reader likes it told."""

from __future__ import annotations

import pytest

from tests.scripts.conftest import Open


@pytest.mark.parametrize(
    ("unit", "pay", "told"),
    [
        (None, (36_000, "year", 2080), (36_000, "year")),
        ("hour", (36_000, "year", 2080), (17.31, "hour")),
        ("month", (36_000, "year", None), (3_000, "month")),
        # Nobody knows by how many hours.
        ("hour", (36_000, "year", None), (36_000, "year")),
        ("year", (17.25, "hour", None), (17.25, "hour")),
        ("decade", (36_000, "year", 2080), (36_000, "year")),
    ],
)
def test_pay_is_told_as_chosen_where_it_can_be(
    fresh: Open, unit: str | None, pay: tuple[float, str, int | None], told: tuple[float, str]
) -> None:
    modules = fresh({"fit": {"v": 1, "unit": unit}} if unit else {})
    assert modules.call("reader/unit", "prefer", *pay) == {"amount": told[0], "per": told[1]}


def test_the_choice_leaves_other_settings_alone(fresh: Open) -> None:
    modules = fresh({"fit": {"v": 1, "levels": [3]}})
    modules.call("reader/unit", "keep", {"unit": "month"})
    assert modules.call("reader/unit", "readUnit") == "month"
    assert modules.call("kept/settings", "loadSettings")["levels"] == [3]
