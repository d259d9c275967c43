"""Paired comparisons of six values: Kendall's circular triads, and what doubt does to the order."""

from __future__ import annotations

import itertools

import pytest

from tests.scripts.node.running import Modules

PAIRS = list(itertools.combinations(range(6), 2))
TRIPLES = list(itertools.combinations(range(6), 3))


def choose(outcome: int) -> list[tuple[int, int]]:
    """Winner and loser of each pair: the bit of a pair says whether its second wins."""
    return [(b, a) if outcome >> place & 1 else (a, b) for place, (a, b) in enumerate(PAIRS)]


def choose_against(*turned: tuple[int, int]) -> list[tuple[int, int]]:
    """Choices in the order 0, 1, 2, 3, 4, 5 but for the pairs that are turned round."""
    return [(b, a) if (a, b) in turned else (a, b) for a, b in PAIRS]


def count_circles(choices: list[tuple[int, int]]) -> int:
    """The triples in which each wins once."""
    return sum({w for w, loser in choices if {w, loser} <= set(triple)} == set(triple) for triple in TRIPLES)


def test_wins_are_counted(modules: Modules) -> None:
    assert modules.call("scoring/values", "countWins", choose_against((0, 1), (4, 5)), 6) == [4, 5, 3, 2, 0, 1]


def test_triads_of_every_possible_set_of_choices(modules: Modules) -> None:
    body = """
      const found = [];
      for (let outcome = 0; outcome < 2 ** 15; outcome++) {
        const choices = given.pairs.map(([a, b], at) => ((outcome >> at) & 1 ? [b, a] : [a, b]));
        found.push(countTriads(countWins(choices, 6)));
      }
      return found;
    """
    found = modules.run("scoring/values", body, pairs=PAIRS)
    masks = []
    for a, b, c in TRIPLES:
        ab, ac, bc = (PAIRS.index(pair) for pair in ((a, b), (a, c), (b, c)))
        # a over b over c over a: the second wins of (a, c) alone; or the other way round.
        masks.append((1 << ab | 1 << ac | 1 << bc, 1 << ac, 1 << ab | 1 << bc))
    assert found == [sum(n & mask in (one, other) for mask, one, other in masks) for n in range(2**15)]
    assert max(found) == 8


def test_triads_are_those_that_one_can_point_at(modules: Modules) -> None:
    """The same as the masks above, for a few sets of choices, by another way of counting."""
    for outcome in (0, 0b101, 0b010101010101010, 2**15 - 1, 12345):
        choices = choose(outcome)
        wins = modules.call("scoring/values", "countWins", choices, 6)
        assert modules.call("scoring/values", "countTriads", wins) == count_circles(choices)


@pytest.mark.parametrize(("n", "most"), [(3, 1), (4, 2), (5, 5), (6, 8), (7, 14)])
def test_most_triads_are_those_of_kendall(modules: Modules, n: int, most: int) -> None:
    assert modules.call("scoring/values", "findMostTriads", n) == most


@pytest.mark.parametrize(
    ("wins", "consistency"),
    [([5, 4, 3, 2, 1, 0], 1), ([5, 4, 2, 2, 2, 0], 0.875), ([3, 3, 3, 2, 2, 2], 0), ([4, 3, 3, 2, 2, 1], 0.25)],
)
def test_consistency_falls_with_each_circle(modules: Modules, wins: list[int], consistency: float) -> None:
    assert modules.call("scoring/values", "findConsistency", wins) == consistency


def test_choices_without_a_circle_are_an_order(modules: Modules) -> None:
    assert modules.call("scoring/values", "orderValues", choose_against(), 6) == {
        "wins": [5, 4, 3, 2, 1, 0],
        "consistency": 1,
        "doubt": 0.1,
        "error": pytest.approx((5 * 0.1 * 0.9) ** 0.5),
        "flat": None,
    }


@pytest.mark.parametrize(
    ("turned", "circles", "doubt", "flat"),
    [
        ([(0, 2)], 1, 0.1, None),
        ([(0, 3)], 2, 0.2, None),
        ([(0, 5)], 4, 0.4, None),
        ([(0, 5), (1, 3)], 5, 0.5, "circular"),
        ([(0, 5), (0, 4), (1, 5)], 8, 0.5, "circular"),
    ],
)
def test_circles_raise_the_doubt(
    modules: Modules, turned: list[tuple[int, int]], circles: int, doubt: float, flat: str | None
) -> None:
    choices = choose_against(*turned)
    assert count_circles(choices) == circles
    order = modules.call("scoring/values", "orderValues", choices, 6)
    assert (order["consistency"], order["flat"]) == (1 - circles / 8, flat)
    assert (order["doubt"], order["error"]) == pytest.approx((doubt, (5 * doubt * (1 - doubt)) ** 0.5))


def redraw(modules: Modules, doubt: float, random: str) -> list[int]:
    """The wins of an order without circles, redrawn."""
    body = "return redrawWins(given.choices, {wins: [5, 4, 3, 2, 1, 0], doubt: given.doubt}, " + random + ");"
    found: list[int] = modules.run("scoring/values scoring/statistics", body, choices=choose_against(), doubt=doubt)
    return found


def test_without_doubt_nothing_changes(modules: Modules) -> None:
    assert redraw(modules, 0, "() => 0") == [5, 4, 3, 2, 1, 0]


def test_when_every_choice_turns_the_order_is_the_other_way_round(modules: Modules) -> None:
    assert redraw(modules, 0.1, "() => 0") == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize("seed", range(20))
def test_redrawn_wins_are_those_of_fifteen_choices(modules: Modules, seed: int) -> None:
    wins = redraw(modules, 0.5, f"makeRandom({seed})")
    assert sum(wins) == 15
    assert all(0 <= one <= 5 for one in wins)


def test_error_is_how_far_the_draws_spread(modules: Modules) -> None:
    body = """
      const order = orderValues(given.choices, 6);
      const random = makeRandom(3);
      const drawn = Array.from({ length: 5000 }, () => redrawWins(given.choices, order, random)[2]);
      return [deviation(drawn), order.error];
    """
    spread, error = modules.run("scoring/values scoring/statistics", body, choices=choose_against((0, 3)))
    assert spread == pytest.approx(error, abs=0.03)
