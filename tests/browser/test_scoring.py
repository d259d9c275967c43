"""The pure modules of the quiz, imported in Chromium: each formula against numbers worked out elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

# O*NET 30.2 Database, Interests: Aircraft Mechanics and Service Technicians 49-3011.00, Political Science Teachers,
# Postsecondary 25-1065.00, Area, Ethnic, and Cultural Studies Teachers, Postsecondary 25-1062.00, Registered Nurses
# 29-1141.00, Electricians 47-2111.00, Graphic Designers 27-1024.00.
RATINGS = {
    "49-3011.00": [6.70, 3.81, 1.00, 1.31, 1.84, 4.70],
    "25-1065.00": [1.95, 5.47, 3.72, 6.87, 3.25, 3.02],
    "25-1062.00": [3.05, 5.31, 3.84, 6.92, 3.00, 3.03],
    "29-1141.00": [3.46, 4.71, 1.34, 5.57, 2.38, 4.75],
    "47-2111.00": [7.00, 2.70, 1.24, 1.32, 1.81, 4.09],
    "27-1024.00": [3.38, 2.86, 7.00, 2.16, 3.43, 3.92],
}

Call = Callable[..., Any]


@pytest.fixture(scope="module")
def call(browser: Browser, base: str) -> Iterator[Call]:
    """Calls an exported function of scoring.js with JSON arguments."""
    page = browser.new_page()
    page.goto(base + "about/")

    def run(name: str, *arguments: Any) -> Any:
        return page.evaluate(
            """async ([address, name, values]) => (await import(address))[name](...values)""",
            [base + "assets/careers/quiz/scoring.js", name, list(arguments)],
        )

    yield run
    page.close()


@pytest.mark.parametrize(
    ("reader", "code", "expected"),
    [
        ([2.1, 4.2, 3.0, 4.6, 2.8, 2.0], "25-1065.00", 0.9622),
        ([2.1, 4.2, 3.0, 4.6, 2.8, 2.0], "25-1062.00", 0.9434),
        ([4.5, 3.1, 1.9, 2.2, 2.4, 3.6], "49-3011.00", 0.9970),
    ],
)
def test_fit_is_the_pearson_correlation(call: Call, reader: list[float], code: str, expected: float) -> None:
    units = call("centre", reader), call("centre", RATINGS[code])
    assert call("correlate", *units) == pytest.approx(expected, abs=0.00005)


def test_scores_are_means_with_a_pooled_error(call: Call) -> None:
    answers = [[4, 5, 4, 5, 4], [3, 3, 4, 2, 3], [1, 1, 2, 1, 1], [5, 5, 5, 4, 5], [2, 2, 3, 2, 2], [3, 4, 3, 4, 3]]
    scores = call("score", answers)
    assert scores["means"] == pytest.approx([4.4, 3.0, 1.2, 4.8, 2.2, 3.4])
    # Sums of squares within: 1.2 + 2 + 0.8 + 0.8 + 0.8 + 1.2 = 6.8, over 6 (5 - 1) = 24.
    assert scores["variance"] == pytest.approx(6.8 / 24)
    assert scores["error"] == pytest.approx((6.8 / 24 / 5) ** 0.5)
    assert scores["flat"] is None


def test_nobody_is_measured_without_error(call: Call) -> None:
    scores = call("score", [[5] * 5, [1] * 5, [1] * 5, [1] * 5, [1] * 5, [1] * 5])
    assert scores["flat"] is None
    assert scores["error"] == pytest.approx((1 / 12 / 5) ** 0.5)


@pytest.mark.parametrize(("k", "critical"), [(5, 2.62), (10, 2.39)])
def test_flat_is_judged_by_the_f_test(call: Call, k: int, critical: float) -> None:
    means = [3.0, 3.0, 3.0, 3.0, 3.0, 4.0]
    between = 1 / 6
    assert call("findFlat", means, k, k * between / (critical + 0.01)) is None
    assert call("findFlat", means, k, k * between / (critical - 0.01)) == "flat"


def test_nearly_equal_scores_and_equal_answers_get_no_list(call: Call) -> None:
    assert call("findFlat", [3, 3, 3, 3, 3, 3.1], 10, 1) == "flat"
    assert call("score", [[4] * 5] * 6)["flat"] == "straight"


def test_ties_are_closer_than_one_error_of_the_difference(call: Call) -> None:
    scores = {"means": [4.0, 3.7, 2.0, 2.0, 2.0, 1.0], "error": 0.25, "k": 5, "variance": 0.3125, "flat": None}
    assert call("areTied", scores, 0, 1)  # 0.3 < 0.25 * sqrt(2) = 0.354
    assert not call("areTied", scores | {"error": 0.2}, 0, 1)  # 0.3 > 0.283
    assert call("findTies", scores) == [[0, 1]]


def test_bands_are_the_same_each_time_and_need_a_positive_fit(call: Call) -> None:
    units = [call("centre", ratings) for ratings in RATINGS.values()]
    scores = call(
        "score", [[3, 3, 4, 3, 3], [4, 4, 3, 4, 4], [1, 1, 2, 1, 1], [5, 5, 4, 5, 5], [2, 2, 3, 2, 2], [4, 4, 3, 4, 4]]
    )
    first, second = call("match", scores, units), call("match", scores, units)
    assert first == second
    assert list(RATINGS)[first[0]["index"]] == "29-1141.00"
    assert first[0]["band"] == "strong"
    assert sum(entry["share"] for entry in first) <= 2 + 1e-9  # The top fifth of six is two.
    against = call("match", scores, [call("centre", [-value for value in RATINGS["29-1141.00"]])])
    assert against[0]["band"] is None


def test_a_thousand_occupations_are_matched_in_one_go(call: Call) -> None:
    units = [call("centre", [1 + (i * step) % 7 for step in (1, 2, 3, 4, 5, 6)]) for i in range(1, 101)] * 10
    scores = call(
        "score", [[5, 4, 5, 4, 5], [4, 4, 3, 4, 4], [1, 1, 2, 1, 1], [3, 3, 4, 3, 3], [2, 2, 3, 2, 2], [4, 3, 3, 4, 4]]
    )
    found = call("match", scores, units)
    assert len(found) == 1000
    assert found == sorted(found, key=lambda entry: (-entry["share"], -entry["r"]))
