"""Where occupations stand in the picture of pay and time, and where fingers and keys lead there."""

from __future__ import annotations

import itertools
import math
import random
from typing import Any

import pytest

from tests.scripts.node.running import Modules

LAYOUT = "elements/explorer/picture/layout"
ROOM = {"left": 70, "right": 345, "top": 26, "bottom": 414}
FIGURES: dict[str, Any] = {
    "yearly": [50_000, None, 90_000, 40_000, 30_000, 70_000],
    "currency": ["USD", "USD", "EUR", "USD", "USD", "USD"],
    "years": [0, 2, 2, None, 0.3, 9],
}


def arrange(modules: Modules, points: list[dict[str, Any]], radius: str = "() => 3") -> dict[str, Any]:
    """What stands where, in a picture as wide as a phone."""
    code = f"return arranging(given.points, given.room, TIMES.map(() => 24), {radius});"
    found: dict[str, Any] = modules.run(LAYOUT, code, points=points, room=ROOM)
    return found


def make_points(count: int) -> list[dict[str, Any]]:
    """Pay as it is: most alike, a few far above."""
    dice = random.Random(7)  # noqa: S311
    times = [0, 1, 1, 2, 3, 4, 4, 5, 6]
    return [
        {"at": at, "pay": round(math.exp(dice.gauss(10.9, 0.35))), "time": times[at % len(times)]}
        for at in range(count)
    ]


def test_only_what_is_known_in_one_currency_is_shown(modules: Modules) -> None:
    found = modules.call(LAYOUT, "findPoints", FIGURES, "USD")
    assert [(one["at"], one["time"]) for one in found] == [(0, 0), (4, 1), (5, 6)]
    assert [one["at"] for one in modules.call(LAYOUT, "findPoints", FIGURES, "EUR")] == [2]
    assert modules.call(LAYOUT, "findPoints", FIGURES, "GBP") == []


def test_pay_by_the_hour_is_told_by_the_hours_of_most(modules: Modules) -> None:
    points = [{"at": at, "pay": 1, "time": 0} for at in range(5)]
    assert modules.call(LAYOUT, "findHours", points, [None, 1950, 2080, 2080, None]) == 2080
    assert modules.call(LAYOUT, "findHours", points, [None] * 5) is None


def test_height_is_pay_and_the_column_is_time(modules: Modules) -> None:
    points = make_points(120)
    found = arrange(modules, points)
    dots = found["dots"]
    by_pay = sorted(dots, key=lambda one: one["pay"])
    assert [one["y"] for one in by_pay] == sorted((one["y"] for one in dots), reverse=True)
    assert (by_pay[0]["y"], by_pay[-1]["y"]) == pytest.approx((ROOM["bottom"], ROOM["top"]))
    for one in dots:
        column = found["columns"][one["time"]]
        assert column["left"] + one["r"] <= one["x"] <= column["right"] - one["r"]
    edges = [found["columns"][0]["left"], *(column["right"] for column in found["columns"])]
    assert (edges[0], edges[-1]) == pytest.approx((ROOM["left"], ROOM["right"]))
    assert edges == sorted(edges)


def test_dots_do_not_cover_one_another_while_there_is_room(modules: Modules) -> None:
    def count_covered(count: int, radius: float) -> int:
        dots = arrange(modules, make_points(count), f"() => {radius}")["dots"]
        pairs = itertools.combinations(dots, 2)
        return sum(math.dist((a["x"], a["y"]), (b["x"], b["y"])) < 2 * radius for a, b in pairs)

    assert count_covered(300, 2.6) == 0
    # A thousand on a phone: some touch, and none lies just below another.
    dots = arrange(modules, make_points(1000), "() => 2.5")["dots"]
    assert len({(round(one["x"], 2), round(one["y"], 2)) for one in dots}) == 1000


def test_dots_are_placed_in_slices(modules: Modules) -> None:
    code = """
      const steps = arranging(given.points, given.room, TIMES.map(() => 24), () => 3);
      let count = 0;
      while (!steps.next().done) count++;
      return count;
    """
    assert modules.run(LAYOUT, code, points=make_points(50), room=ROOM) == 50


def test_large_dots_keep_their_room(modules: Modules) -> None:
    dots = arrange(modules, make_points(200), "(at) => at % 10 ? 2 : 5")["dots"]
    large = [one for one in dots if one["r"] == 5]
    assert all(math.dist((a["x"], a["y"]), (b["x"], b["y"])) >= 10 for a, b in itertools.combinations(large, 2))


def test_nobody_and_one_alone_have_a_place(modules: Modules) -> None:
    assert arrange(modules, [])["dots"] == []
    [one] = arrange(modules, [{"at": 3, "pay": 40_000, "time": 2}])["dots"]
    assert one["y"] == (ROOM["top"] + ROOM["bottom"]) / 2


@pytest.mark.parametrize(("times", "some"), [(1, 50_000), (12, 5_000), (2080, 30)])
def test_amounts_beside_the_axis_are_round_and_apart(modules: Modules, times: int, some: float) -> None:
    code = "const pays = [25000, 240000]; return findTicks(pays, given.times, makeScale(pays, given.room), 26);"
    ticks = modules.run(LAYOUT, code, times=times, room=ROOM)
    amounts = [one["amount"] for one in ticks]
    assert some in amounts
    assert amounts == sorted(amounts)
    assert 4 <= len(amounts) <= 12
    assert all(25_000 <= amount * times <= 240_000 for amount in amounts)
    assert all(a["y"] - b["y"] >= 26 for a, b in itertools.pairwise(ticks))


def test_a_finger_finds_the_nearest_dot_or_none(modules: Modules) -> None:
    dots = [{"at": 0, "x": 10, "y": 10, "r": 3}, {"at": 1, "x": 30, "y": 10, "r": 8}]
    find = [modules.call(LAYOUT, "findNearest", dots, x, y, 24) for x, y in ((12, 10), (24, 10), (90, 90))]
    assert [one and one["at"] for one in find] == [0, 1, None]


def test_arrows_lead_to_every_dot(modules: Modules) -> None:
    pays = [(0, 30), (0, 50), (0, 50), (3, 40), (3, 52), (6, 90)]
    dots = [{"at": at, "time": time, "pay": pay, "x": 0, "y": 0, "r": 3} for at, (time, pay) in enumerate(pays)]
    steps = [(0, "Up", 1), (1, "Up", 2), (2, "Up", 2), (2, "Down", 1), (1, "Right", 4), (4, "Left", 1), (4, "Right", 5)]
    steps += [(5, "Right", 5), (5, "Left", 4), (0, "Left", 0), (0, "Right", 3)]
    code = "return given.steps.map(([at, key]) => step(given.dots, given.dots[at], `Arrow${key}`).at);"
    assert modules.run(LAYOUT, code, dots=dots, steps=[step[:2] for step in steps]) == [step[2] for step in steps]


def test_those_that_fit_best_are_the_largest(modules: Modules) -> None:
    code = """const { fits, places } = given;
    return [null, Float64Array.from(fits)].map((some) => places.map(findSizes(some, places, 1)));"""
    plain, own = modules.run(LAYOUT, code, fits=[0.1, -0.4, 0.9, 0.3, -0.2], places=[0, 1, 2, 3, 4])
    assert plain == [1] * 5
    assert own[2] > own[3] == own[0] > own[4] == own[1]
