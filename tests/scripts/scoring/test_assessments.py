"""From answers to scores for every kind, and to what matching needs."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from tests.scripts.node.running import Modules, as_map, as_set
from tests.scripts.quizzes import (
    SCALES,
    VALUES,
    answer,
    answer_scales,
    answer_values,
    make_environment,
    make_interests,
    make_quizzes,
    make_skills,
    make_values,
    unit,
)

LEVELS = dict(zip(SCALES, (4.2, 3.4, 1.6, 4.8, 2.2, 3.0), strict=True))


def assess(modules: Modules, quiz: dict[str, Any], answers: dict[str, int], form: str = "full") -> Any:
    return modules.call("scoring/assessments", "assess", quiz, form, as_map(answers))


# Skills


def test_skills_are_split_into_there_to_learn_and_unrated(modules: Modules) -> None:
    ratings = as_map({"a": 2, "b": 4, "c": 3, "d": 1, "e": 4})
    assert modules.call("scoring/skills", "splitSkills", ratings, ["a", "x", "c", "b", "d", "y"]) == {
        "there": ["b", "c"],
        "learn": ["d", "a"],
        "unrated": ["x", "y"],
    }


def test_nothing_asked_is_nothing_to_learn(modules: Modules) -> None:
    found = modules.call("scoring/skills", "splitSkills", as_map({"a": 1}), [])
    assert found == {"there": [], "learn": [], "unrated": []}


@pytest.mark.parametrize(("ratings", "found"), [([2, 2, 2], "straight"), ([2, 2, 3], None), ([1], "straight")])
def test_equal_ratings_stand_out_nowhere(modules: Modules, ratings: list[int], found: str | None) -> None:
    assert modules.call("scoring/skills", "findEqual", ratings) == found


# Environment


@pytest.mark.parametrize(
    ("answer", "presence", "violation"),
    [
        (1, 1, 0),
        (1, 0.5, 0.25),
        (1, 0, 0.5),
        (2, 1, 0),
        (2, 0, 0),
        (3, 1, 0.5),
        (3, 0.5, 0.25),
        (3, 0, 0),
        (4, 1, 1),
        (4, 0.5, 0.5),
        (4, 0, 0),
    ],
)
def test_how_far_an_answer_is_violated(modules: Modules, answer: int, presence: float, violation: float) -> None:
    assert modules.call("scoring/environment", "violate", answer, presence) == violation


def test_condition_is_present_with_any_of_its_terms_in_most_posts_or_in_some(modules: Modules) -> None:
    conditions = [
        {"key": "late", "terms": ["hours/nights", "hours/shifts"]},
        {"key": "home", "terms": ["remote/often"]},
    ]
    answers = as_map({"late": 4, "home": 1})
    for some, presence in ([], 1), (["hours/nights"], 1), (["hours/nights", "hours/shifts"], 0.5):
        work = {"environment": as_set(["hours/shifts", "hours/nights"]), "sometimes": as_set(some)}
        assert modules.call("scoring/environment", "compare", conditions, answers, work) == [
            {"condition": conditions[0], "answer": 4, "presence": presence, "violation": presence},
            {"condition": conditions[1], "answer": 1, "presence": 0, "violation": 0.5},
        ]


def test_condition_without_an_answer_is_not_compared(modules: Modules) -> None:
    conditions = [{"key": "late", "terms": ["hours/nights"]}]
    assert (
        modules.call(
            "scoring/environment", "compare", conditions, as_map({}), {"environment": as_set(["hours/nights"])}
        )
        == []
    )


@pytest.mark.parametrize(("violations", "agreement"), [([0, 0.5, 1, 0], 0.625), ([1, 1], 0), ([0], 1), ([], 1)])
def test_agreement_is_one_less_the_mean_violation(modules: Modules, violations: list[float], agreement: float) -> None:
    compared = [{"violation": violation} for violation in violations]
    assert modules.call("scoring/environment", "agree", compared) == agreement


# assess


def test_interests_are_scored_by_scale(modules: Modules) -> None:
    quiz = make_interests()
    found = assess(modules, quiz, answer_scales(quiz, LEVELS))
    assert found["scores"] == pytest.approx(list(LEVELS.values()))
    assert (found["range"], found["flat"], len(found["items"])) == ([1, 5], None, 60)
    # Within the scales .2 and .8 differ from the mean in 2 and 8 of ten items, .4 and .6 in 4 and 6, none in the last.
    within = (1.6 + 2.4 + 2.4 + 1.6 + 1.6 + 0) / 54
    assert found["error"] == pytest.approx((within / 10) ** 0.5)


def test_quick_form_counts_its_own_items_only(modules: Modules) -> None:
    quiz = make_interests()
    quick = answer_scales(quiz, LEVELS, "quick")
    rest = {item["key"]: 1 for item in quiz["items"] if not item["quick"]}
    found = assess(modules, quiz, quick | rest, "quick")
    assert found["scores"] == pytest.approx(list(LEVELS.values()))
    assert found["answers"] == quick
    assert [item["key"] for item in found["items"]] == [item["key"] for item in quiz["items"] if item["quick"]]


def test_values_are_scored_by_wins(modules: Modules) -> None:
    quiz = make_values()
    order = ["support", "achievement", "recognition", "working_conditions", "independence", "relationships"]
    found = assess(modules, quiz, answer_values(quiz, order))
    assert dict(zip(VALUES, found["scores"], strict=True)) == {value: 5 - place for place, value in enumerate(order)}
    assert (found["range"], found["flat"], found["order"]["consistency"]) == ([0, 5], None, 1)


def test_values_that_go_in_circles_have_no_order(modules: Modules) -> None:
    quiz = make_values()
    answers = answer_values(quiz, list(VALUES))
    turned = {"achievement.working_conditions": 2, "independence.relationships": 2}
    found = assess(modules, quiz, answers | turned)
    assert (found["flat"], found["order"]["consistency"], found["order"]["doubt"]) == ("circular", 0.375, 0.5)


def test_skills_are_scored_in_the_order_of_the_scales(modules: Modules) -> None:
    quiz = make_skills()
    quiz["scales"].reverse()
    found = assess(modules, quiz, {f"skill-{place}": 1 + place % 4 for place in range(6)})
    assert (found["scores"], found["error"], found["range"], found["flat"]) == ([2, 1, 4, 3, 2, 1], 0.5, [1, 4], None)


def test_environment_is_its_answers(modules: Modules) -> None:
    found = assess(modules, make_environment(), {f"c{place}": 1 + place % 4 for place in range(6)})
    assert (found["scores"], found["error"], found["range"], found["flat"]) == ([1, 2, 3, 4, 1, 2], 0, [1, 4], None)


@pytest.mark.parametrize("kind", ["skills", "environment"])
def test_equal_answers_give_no_direction(modules: Modules, kind: str) -> None:
    quiz = make_quizzes()[kind]
    assert assess(modules, quiz, {item["key"]: 2 for item in quiz["items"]})["flat"] == "straight"


@pytest.mark.parametrize(
    ("kind", "form"),
    [("interests", "full"), ("interests", "quick"), ("values", "full"), ("skills", "full"), ("environment", "full")],
)
def test_missing_answer_gives_no_scores(modules: Modules, kind: str, form: str) -> None:
    quiz = make_quizzes()[kind]
    answers = answer(quiz, 1, form)
    assert assess(modules, quiz, answers, form) is not None
    # Of a scale with several items a few may be missing; half of one is too little.
    item = quiz["items"][-1]
    scale = [one["key"] for one in quiz["items"] if kind == "interests" and one["scale"] == item["scale"]]
    for key in [item["key"], *[key for key in scale if key in answers][::2]]:
        answers.pop(key, None)
    assert assess(modules, quiz, answers, form) is None


@pytest.mark.parametrize(("form", "most", "total"), [("full", 2, 60), ("quick", 1, 30)])
def test_scales_are_means_of_what_is_still_asked(modules: Modules, form: str, most: int, total: int) -> None:
    quiz = make_quizzes()["interests"]
    answers = answer(quiz, 1, form)
    whole = assess(modules, quiz, answers, form)
    assert (whole["gaps"], len(whole["items"])) == (0, total)
    artistic = [item["key"] for item in quiz["items"] if item["scale"] == "artistic" and item["key"] in answers]
    for key in artistic[:most]:
        del answers[key]
    found = assess(modules, quiz, answers, form)
    assert (found["gaps"], len(found["items"])) == (most, total - most)
    left = [answers[key] for key in artistic[most:]]
    expected = list(whole["scores"])
    expected[2] = sum(left) / len(left)
    assert found["scores"] == pytest.approx(expected)
    # The errors are those of the shortest scale.
    assert found["error"] > whole["error"] * 0.9
    del answers[artistic[most]]
    assert assess(modules, quiz, answers, form) is None


@pytest.mark.parametrize("kind", ["values", "skills", "environment"])
def test_quiz_without_a_quick_form_has_no_scores_in_it(modules: Modules, kind: str) -> None:
    quiz = make_quizzes()[kind]
    assert assess(modules, quiz, answer(quiz, 1), "quick") is None


# makeUnits and makePart

NURSE = {
    "interests": unit([3, 5, 1, 6, 2, 5]),
    "values": unit([5, 4, 3, 6, 5, 4]),
    "skills": ["skill-1", "skill-4", "elsewhere"],
    "environment": as_set(["group/t0", "group/t6"]),
}
BARE = {"interests": unit([6, 1, 1, 1, 1, 4]), "values": None, "skills": ["elsewhere"], "environment": as_set([])}


def test_units_of_interests_and_values_are_those_of_the_occupations(modules: Modules) -> None:
    for kind in ("interests", "values"):
        quiz = make_quizzes()[kind]
        found = modules.call("scoring/parts", "makeUnits", quiz, [NURSE, BARE])
        assert found == [pytest.approx(NURSE[kind]), BARE[kind]]


def test_units_of_skills_are_what_an_occupation_asks_for(modules: Modules) -> None:
    units = modules.call("scoring/parts", "makeUnits", make_skills(), [NURSE, BARE])
    assert units == [pytest.approx(unit([0, 1, 0, 0, 1, 0])), None]


def test_occupation_that_asks_for_every_skill_has_no_pattern(modules: Modules) -> None:
    every = NURSE | {"skills": [f"skill-{place}" for place in range(6)]}
    assert modules.call("scoring/parts", "makeUnits", make_skills(), [every]) == [None]


def make_part(modules: Modules, quiz: dict[str, Any], answers: dict[str, int], draw: str = "") -> Any:
    """The part for NURSE and BARE; with `draw`, what it draws by this random number."""
    body = f"""
      const assessed = assess(given.quiz, "full", given.answers);
      const part = makePart(assessed, given.all, 0.3, makeUnits(given.quiz, given.all));
      return {f"part.draw({draw})" if draw else "part"};
    """
    return modules.run("scoring/assessments scoring/parts", body, quiz=quiz, answers=as_map(answers), all=[NURSE, BARE])


@pytest.mark.parametrize("kind", ["interests", "values", "skills"])
def test_part_has_scores_weight_and_patterns(modules: Modules, kind: str) -> None:
    quiz = make_quizzes()[kind]
    answers = answer(quiz, 3)
    part = make_part(modules, quiz, answers)
    assert (part["kind"], part["weight"], part["scores"]) == (kind, 0.3, assess(modules, quiz, answers)["scores"])
    assert part["units"] == modules.call("scoring/parts", "makeUnits", quiz, [NURSE, BARE])


def test_part_of_the_environment_is_the_violation_below_zero(modules: Modules) -> None:
    # NURSE has the conditions of c0 and, by its second term, c5.
    answers = {"c0": 4, "c1": 1, "c2": 2, "c3": 3, "c4": 4, "c5": 3}
    part = make_part(modules, make_environment(), answers)
    assert part["fixed"] == pytest.approx([-(1 + 0.5 + 0 + 0 + 0 + 0.5) / 6, -(0 + 0.5) / 6])


def test_scores_are_drawn_within_their_error(modules: Modules) -> None:
    quiz = make_skills()
    answers = {f"skill-{place}": 1 + place % 4 for place in range(6)}
    # Box and Muller of 0.75 and 0.75: sqrt(-2 ln .25) cos(1.5 pi) = 0; of 0.75 and 0: 1.6651.
    assert make_part(modules, quiz, answers, "() => 0.75") == pytest.approx([1, 2, 3, 4, 1, 2])
    numbers = "((turn) => () => (turn++ % 2 ? 0 : 0.75))(0)"
    assert make_part(modules, quiz, answers, numbers) == pytest.approx(
        [1 + 0.83255 + n for n in (0, 1, 2, 3, 0, 1)], abs=1e-5
    )


def test_values_are_drawn_by_their_choices(modules: Modules) -> None:
    quiz = make_values()
    assert make_part(modules, quiz, answer_values(quiz, list(VALUES)), "() => 0") == [0, 1, 2, 3, 4, 5]


def test_made_up_values_are_each_pair_once() -> None:
    assert [tuple(item["pair"]) for item in make_values()["items"]] == list(itertools.combinations(range(6), 2))
