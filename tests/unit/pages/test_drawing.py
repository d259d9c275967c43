from __future__ import annotations

import pytest

from generator.pages.drawing import Strip, ceiling, shares, steps, strip


@pytest.mark.parametrize(
    ("value", "top"), [(137470, 150000), (150000, 150000), (17.25, 20), (1, 1), (0.3, 0.3), (99, 100)]
)
def test_ceiling_is_the_next_round_number(value: float, top: float) -> None:
    assert ceiling(value) == pytest.approx(top)


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        (35_410, 159_670, (30_000, 40_000, 50_000, 60_000, 80_000, 100_000, 150_000)),
        (30_000, 40_000, (30_000, 40_000)),
        (14.5, 14.6, (10,)),
        (97_000, 97_000, (80_000,)),
        (9, 25, (8, 10, 15, 20)),
    ],
)
def test_steps_are_round_and_begin_below_the_lowest(low: float, high: float, found: tuple[float, ...]) -> None:
    assert steps(low, high) == found


def test_positions_share_one_strip_from_zero() -> None:
    assert strip([20, 40, 50], [], 100) == Strip((40, 80, 100), (), 50)
    assert strip([20], [80], 100) == Strip((25,), (100,), 80)


def test_bars_share_one_scale() -> None:
    assert shares([50, 100, 5], 200) == (100, 200, 10)
