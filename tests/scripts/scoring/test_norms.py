"""Interests beside those of people, and of work."""

from __future__ import annotations

import random
from typing import Any

import pytest

from generator.model.norms import STEP
from tests.scripts.node.running import Json, Modules
from tests.scripts.quizzes import SCALES, answer_scales, make_interests, make_occupations

NONE = [[1.0 if row == column else 0.0 for column in range(6)] for row in range(6)]
WORK: Json = {"mean": [4.6, 3.4, 1.9, 2.9, 2.8, 4.5], "deviation": [1.9, 1.7, 1.2, 1.7, 1.6, 1.0], "correlations": NONE}
PEOPLE: Json = {"mean": [2.1, 3.0, 3.0, 3.4, 2.5, 2.4], "deviation": [0.9, 1, 1, 0.9, 0.9, 1], "correlations": NONE}


def norms(weight: float = 0.5, people: Json = PEOPLE) -> Json:
    return {"work": WORK, "people": people, "weight": weight}


def compare(modules: Modules, scores: list[float], ratings: list[Any], known: Json) -> list[float]:
    """The fit of each occupation."""
    body = "return [...compareAnswers(given.scores, expectAnswers(given.ratings, given.norms))];"
    found: list[float] = modules.run("scoring/norms", body, scores=scores, ratings=ratings, norms=known)
    return found


def likely(ratings: list[float], norm: Json) -> list[float]:
    """The answers to be expected of people in an occupation, by hand."""
    beside = [(value - mean) / dev for value, mean, dev in zip(ratings, WORK["mean"], WORK["deviation"], strict=True)]
    spread = zip(norm["mean"], norm["deviation"], beside, strict=True)
    return [mean + 0.6 * deviation * value for mean, deviation, value in spread]


def make_ratings(count: int, seed: int) -> list[list[float]]:
    chance = random.Random(seed)  # noqa: S311
    return [[chance.uniform(1, 7) for _ in SCALES] for _ in range(count)]


def test_factor_of_a_matrix_gives_it_back(modules: Modules) -> None:
    matrix = [[4, 2, 0.6], [2, 5, 1], [0.6, 1, 3]]
    lower = modules.call("scoring/statistics", "factorize", matrix)
    product = [[sum(a * b for a, b in zip(row, other, strict=False)) for other in lower] for row in lower]
    assert product == [pytest.approx(row) for row in matrix]
    values = [1, -2, 0.5]
    solved = modules.call("scoring/statistics", "solve", lower, values)
    assert [sum(a * b for a, b in zip(row, solved, strict=False)) for row in lower] == pytest.approx(values)


@pytest.mark.parametrize("weight", [0, 0.5, 1])
@pytest.mark.parametrize("spread", ["work", "people"])
def test_answers_just_as_expected_fit_best(modules: Modules, weight: float, spread: str) -> None:
    if (weight, spread) in ((0, "people"), (1, "work")):
        pytest.skip("that way does not count")
    stretched = {
        "mean": [1 + (value - 1) * STEP for value in WORK["mean"]],
        "deviation": [value * STEP for value in WORK["deviation"]],
    }
    ratings = make_ratings(60, 1)
    answers = likely(ratings[7], PEOPLE if spread == "people" else stretched)
    fits = compare(modules, answers, ratings, norms(weight))
    assert max(range(60), key=fits.__getitem__) == 7
    assert fits[7] > 0.6
    if weight != 0.5:
        assert fits[7] == pytest.approx(1)


def test_who_likes_everything_more_gets_nearly_the_same_list(modules: Modules) -> None:
    ratings = make_ratings(60, 2)
    scores = [2.1, 3.2, 1.9, 3.9, 2.2, 3.1]
    calm, keen = (compare(modules, [score + more for score in scores], ratings, norms()) for more in (0, 1))
    first = [sorted(range(60), key=lambda at, fits=fits: -fits[at])[:5] for fits in (calm, keen)]  # type: ignore[misc]
    assert len({*first[0]} & {*first[1]}) >= 4


def test_a_liking_counts_beside_that_of_others(modules: Modules) -> None:
    """Less than for people, but more than most: an occupation of things, not the one that most people like."""
    things, helping = [6.5, 3, 1.5, 2, 2.5, 4.5], [2, 3.5, 2.5, 6.5, 2.5, 4]
    scores = [3.2, 3.0, 2.9, 3.3, 2.5, 2.4]
    ratings = [things, helping, *make_ratings(30, 3)]
    fits = compare(modules, scores, ratings, norms(1))
    assert fits[0] > fits[1]
    reader, *units = (modules.call("scoring/statistics", "centre", one) for one in (scores, things, helping))
    raw = [sum(a * b for a, b in zip(reader, unit, strict=True)) for unit in units]
    assert raw[1] > raw[0], "scores as they are say the opposite"


def test_what_has_no_ratings_speaks_neither_way(modules: Modules) -> None:
    fits = compare(modules, [3, 1, 2, 4, 2, 3], [*make_ratings(20, 4), None], norms())
    assert fits[-1] == 0
    assert all(-1 <= fit <= 1 for fit in fits)
    assert sum(fits[:-1]) == pytest.approx(0, abs=2)


@pytest.mark.parametrize("weight", [0, 0.5, 1])
def test_extreme_answers_give_numbers(modules: Modules, weight: float) -> None:
    for scores in ([1, 5, 1, 5, 1, 5], [5] * 6, [1] * 6):
        fits = compare(modules, [float(score) for score in scores], make_ratings(20, 5), norms(weight))
        assert all(-1 <= fit <= 1 for fit in fits)


def test_people_in_the_middle_stand_in_the_middle_of_work(modules: Modules) -> None:
    only = norms(1)
    assert modules.call("scoring/norms", "place", PEOPLE["mean"], only) == pytest.approx(WORK["mean"])
    above = [mean + deviation for mean, deviation in zip(PEOPLE["mean"], PEOPLE["deviation"], strict=True)]
    placed = modules.call("scoring/norms", "place", above, only)
    assert placed == pytest.approx([a + b for a, b in zip(WORK["mean"], WORK["deviation"], strict=True)])
    assert modules.call("scoring/norms", "place", [1, 3, 5, 1, 1, 1]) == pytest.approx([1, 4, 7, 1, 1, 1])


def test_errors_grow_as_the_ratings_spread(modules: Modules) -> None:
    found = modules.call("scoring/norms", "placeErrors", [3] * 6, 0.2, norms(1))
    pairs = zip(WORK["deviation"], PEOPLE["deviation"], strict=True)
    assert found == pytest.approx([0.2 * work / people for work, people in pairs])
    assert modules.call("scoring/norms", "placeErrors", [3] * 6, 0.2) == pytest.approx([0.3] * 6)


def test_all_in_all_people_are_taken_to_answer_by_both(modules: Modules) -> None:
    both = modules.call("scoring/norms", "expectPeople", norms(0.25))
    stretched = [1 + (value - 1) * STEP for value in WORK["mean"]]
    mixed = [0.75 * a + 0.25 * b for a, b in zip(stretched, PEOPLE["mean"], strict=True)]
    assert both["mean"] == pytest.approx(mixed)
    assert modules.call("scoring/norms", "standardize", mixed, both) == pytest.approx([0] * 6)


def test_without_norms_much_and_little_are_the_outer_thirds(modules: Modules) -> None:
    found = modules.call("scoring/norms", "besidePeople", [0, 5 / 3, 2.5, 10 / 3, 5], None, [0, 5])
    assert found == pytest.approx([-1.5, -0.5, 0, 0.5, 1.5])
    assert modules.call("scoring/norms", "besideWork", [1, 4, 7]) == pytest.approx([-1.5, 0, 1.5])


def test_shape_is_that_of_the_scores_without_norms(modules: Modules) -> None:
    scores = [3.0, 1.0, 2.0, 4.0, 2.0, 3.0]
    assert modules.call("scoring/norms", "shapeReader", scores) == modules.call("scoring/statistics", "centre", scores)
    beside = modules.call("scoring/norms", "shapeReader", PEOPLE["mean"], norms(1))
    assert beside == pytest.approx([0] * 6)


def test_matching_goes_by_the_norms_of_the_quiz(modules: Modules) -> None:
    quiz = make_interests() | {"norms": norms()}
    scores = dict(zip(SCALES, (3.2, 3.0, 2.9, 3.3, 2.5, 2.4), strict=True))
    occupations = make_occupations(30, 6)
    for occupation, ratings in zip(occupations, make_ratings(30, 6), strict=True):
        occupation["interests"] = ratings
    script = """
      const units = makeUnits(given.quiz, given.all);
      const answers = new Map(Object.entries(given.answers));
      const assessed = assess(given.quiz, "full", answers);
      const part = makePart(assessed, given.all, 1, units);
      const again = makePart(assessed, given.all, 1, units);
      return {fits: [...blend([part], [part.scores], given.all.length)], shared: part.expected === again.expected,
        scores: assessed.scores};
    """
    found = modules.run(
        "scoring/assessments scoring/parts scoring/matching",
        script,
        quiz=quiz,
        answers=answer_scales(quiz, scores),
        all=occupations,
    )
    assert found["fits"] == pytest.approx(compare(modules, found["scores"], make_ratings(30, 6), norms()))
    assert found["shared"], "the answers to be expected are reckoned once, not for each change of the reader's"
