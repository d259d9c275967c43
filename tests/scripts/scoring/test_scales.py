"""What several assessments share, and the scales: each formula against numbers worked out elsewhere."""

from __future__ import annotations

import csv

import pytest

from tests.scripts.node.running import REPOSITORY, Modules
from tests.scripts.quizzes import unit

FACTS = REPOSITORY / "tests/cases/onet/onet_all.csv"
"""Some 60 rows of O*NET 30.2 Database by the U.S. Department of Labor, Employment and Training Administration, used
under CC BY 4.0: every 23rd occupation, and of all 923 the twelve that are the nearest to each of the two readers."""

# O*NET 30.2 Database, Interests: Aircraft Mechanics and Service Technicians 49-3011.00, Political Science Teachers,
# Postsecondary 25-1065.00, Area, Ethnic, and Cultural Studies Teachers, Postsecondary 25-1062.00.
RATINGS = {
    "49-3011.00": [6.70, 3.81, 1.00, 1.31, 1.84, 4.70],
    "25-1065.00": [1.95, 5.47, 3.72, 6.87, 3.25, 3.02],
    "25-1062.00": [3.05, 5.31, 3.84, 6.92, 3.00, 3.03],
}
TEACHER = [2.1, 4.2, 3.0, 4.6, 2.8, 2.0]
MECHANIC = [4.5, 3.1, 1.9, 2.2, 2.4, 3.6]


def read_facts() -> list[dict[str, str]]:
    """The occupations of the file."""
    with FACTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("reader", "code", "expected"),
    [(TEACHER, "25-1065.00", 0.9622), (TEACHER, "25-1062.00", 0.9434), (MECHANIC, "49-3011.00", 0.9970)],
)
def test_fit_is_the_pearson_correlation(modules: Modules, reader: list[float], code: str, expected: float) -> None:
    units = [modules.call("scoring/statistics", "centre", profile) for profile in (reader, RATINGS[code])]
    assert round(modules.call("scoring/statistics", "correlate", *units), 4) == expected


@pytest.mark.parametrize(
    ("reader", "first"),
    [(TEACHER, [("25-1065.00", 0.9622), ("25-1062.00", 0.9434)]), (MECHANIC, [("49-3011.00", 0.9970)])],
)
def test_best_fits_of_all_that_are_near(modules: Modules, reader: list[float], first: list[tuple[str, float]]) -> None:
    facts = read_facts()
    profiles = [[float(row[f"oi_{letter}"]) for letter in "riasec"] for row in facts]
    body = """
      const own = centre(given.reader);
      return given.profiles.map((profile) => correlate(own, centre(profile)));
    """
    fits = modules.run("scoring/statistics", body, reader=reader, profiles=profiles)
    assert len(fits) > 50
    ranked = sorted(zip(fits, [row["onet_code"] for row in facts], strict=True), reverse=True)
    assert [(code, round(fit, 4)) for fit, code in ranked[: len(first)]] == first


def test_deviation_is_that_of_the_whole_population(modules: Modules) -> None:
    assert round(modules.call("scoring/statistics", "deviation", [70, 90, 120, 75, 100, 130]), 2) == 21.94


def test_unit_is_centred_and_of_length_one(modules: Modules) -> None:
    found = modules.call("scoring/statistics", "centre", [1, 2, 3, 4, 5, 9])
    assert found == pytest.approx(unit([1, 2, 3, 4, 5, 9]))


def test_pattern_without_direction_is_zero(modules: Modules) -> None:
    assert modules.call("scoring/statistics", "centre", [0.1 + 0.2] * 6) == [0] * 6


def test_random_numbers_are_those_of_mulberry32(modules: Modules) -> None:
    body = "const random = makeRandom(given.seed); return [random(), random(), random()];"
    assert modules.run("scoring/statistics", body, seed=1) == mulberry32(1, 3)


def mulberry32(state: int, count: int) -> list[float]:
    """The generator in Python, after the public-domain C of its author."""
    found = []
    for _ in range(count):
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        mixed = ((state ^ (state >> 15)) * (state | 1)) & 0xFFFFFFFF
        mixed ^= (mixed + ((mixed ^ (mixed >> 7)) * (mixed | 61))) & 0xFFFFFFFF
        found.append(((mixed ^ (mixed >> 14)) & 0xFFFFFFFF) / 2**32)
    return found


def test_normal_numbers_have_mean_zero_and_deviation_one(modules: Modules) -> None:
    body = """
      const random = makeRandom(7);
      const drawn = Array.from({ length: 20000 }, () => drawNormal(random));
      return [mean(drawn), deviation(drawn), drawn.filter((one) => Math.abs(one) < 1.96).length / drawn.length];
    """
    middle, spread, within = modules.run("scoring/statistics", body)
    # Three standard errors of each at 20,000.
    assert abs(middle) < 0.0213
    assert abs(spread - 1) < 0.0151
    assert abs(within - 0.95) < 0.0047


def test_scores_are_means_with_a_pooled_error(modules: Modules) -> None:
    answers = [[4, 5, 4, 5, 4], [3, 3, 4, 2, 3], [1, 1, 2, 1, 1], [5, 5, 5, 4, 5], [2, 2, 3, 2, 2], [3, 4, 3, 4, 3]]
    scores = modules.call("scoring/scales", "score", answers)
    assert scores["scores"] == pytest.approx([4.4, 3.0, 1.2, 4.8, 2.2, 3.4])
    # Sums of squares within: 1.2 + 2 + 0.8 + 0.8 + 0.8 + 1.2 = 6.8, over 6 (5 - 1) = 24.
    assert scores["variance"] == pytest.approx(6.8 / 24)
    assert scores["error"] == pytest.approx((6.8 / 24 / 5) ** 0.5)
    assert scores["flat"] is None


def test_nobody_is_measured_without_error(modules: Modules) -> None:
    scores = modules.call("scoring/scales", "score", [[5] * 5, [1] * 5, [1] * 5, [1] * 5, [1] * 5, [1] * 5])
    assert scores["flat"] is None
    assert scores["error"] == pytest.approx((1 / 12 / 5) ** 0.5)


@pytest.mark.parametrize(("k", "critical"), [(5, 2.62), (10, 2.39)])
def test_flat_is_judged_by_the_f_test(modules: Modules, k: int, critical: float) -> None:
    means = [3.0, 3.0, 3.0, 3.0, 3.0, 4.0]
    between = 1 / 6
    assert modules.call("scoring/scales", "findFlat", means, k, k * between / (critical + 0.01)) is None
    assert modules.call("scoring/scales", "findFlat", means, k, k * between / (critical - 0.01)) == "flat"


def test_nearly_equal_scores_are_flat(modules: Modules) -> None:
    assert modules.call("scoring/scales", "findFlat", [3, 3, 3, 3, 3, 3.1], 10, 1) == "flat"


@pytest.mark.parametrize("answer", [1, 2, 3, 4, 5])
def test_equal_answers_are_a_straight_line(modules: Modules, answer: int) -> None:
    assert modules.call("scoring/scales", "score", [[answer] * 10] * 6)["flat"] == "straight"


def test_ties_are_closer_than_one_error_of_the_difference(modules: Modules) -> None:
    scores = {"scores": [4.0, 3.7, 2.0, 2.0, 2.0, 1.0], "error": 0.25, "k": 5, "variance": 0.3125, "flat": None}
    assert modules.call("scoring/scales", "areTied", scores, 0, 1)  # 0.3 < 0.25 * sqrt(2) = 0.354
    assert not modules.call("scoring/scales", "areTied", scores | {"error": 0.2}, 0, 1)  # 0.3 > 0.283
    assert modules.call("scoring/scales", "findTies", scores) == [[0, 1]]


@pytest.mark.parametrize(
    ("means", "high", "ties"),
    [
        ([5, 4, 3, 2, 1, 1], [0, 1, 2], []),
        ([4, 4, 4, 4, 1, 1], [0, 1, 2, 3], [[0, 1, 2, 3]]),
        ([1, 5, 4.9, 4.8, 1, 4.2], [1, 2, 3], [[1, 2, 3]]),
        ([5, 1, 1, 1, 1, 1], [0], []),
    ],
)
def test_three_scales_are_high_unless_more_are_tied(
    modules: Modules, means: list[float], high: list[int], ties: list[list[int]]
) -> None:
    scores = {"scores": means, "error": 0.25, "k": 5, "variance": 0.3125, "flat": None}
    assert modules.call("scoring/scales", "findHigh", scores) == high
    assert modules.call("scoring/scales", "findTies", scores) == ties


def test_calculation_in_slices_comes_to_the_same(modules: Modules) -> None:
    body = """
      const count = function* () { let sum = 0; for (let i = 0; i < 1000; i++) { sum += i; yield; } return sum; };
      return [finish(count()), await run(count(), new AbortController().signal)];
    """
    assert modules.run("site/slices", body) == [499500, 499500]


def test_calculation_in_slices_ends_with_its_signal(modules: Modules) -> None:
    body = """
      const control = new AbortController();
      let steps = 0;
      const forever = function* () { for (;;) { steps++; yield; } };
      const late = new Promise((resolve) => setTimeout(() => resolve("unsettled"), 100));
      const running = run(forever(), control.signal);
      control.abort();
      const first = await Promise.race([running, late]);
      const before = steps;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return [first, steps - before];
    """
    assert modules.run("site/slices", body) == ["unsettled", 0]
