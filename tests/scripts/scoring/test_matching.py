"""Which occupations fit, and how surely."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scripts.node.running import Json, Modules, as_map, as_set
from tests.scripts.quizzes import (
    SCALES,
    answer_scales,
    answer_values,
    make_interests,
    make_occupations,
    make_quizzes,
    unit,
)

READER = dict(zip(SCALES, (2.1, 4.2, 1.4, 4.8, 2.2, 3.9), strict=True))
ORDER = ["relationships", "support", "achievement", "independence", "working_conditions", "recognition"]
WEIGHTS = {"interests": 0.5, "skills": 0.3, "values": 0.2, "environment": 0.1}
NOWHERE: Json = {"values": None, "skills": [], "environment": as_set([])}


def make_answers() -> dict[str, dict[str, int]]:
    """Answers of one reader to all four kinds."""
    quizzes = make_quizzes()
    return {
        "interests": answer_scales(quizzes["interests"], READER),
        "values": answer_values(quizzes["values"], ORDER),
        "skills": {f"skill-{place}": 1 + place % 4 for place in range(6)},
        "environment": {f"c{place}": 1 + place % 4 for place in range(6)},
    }


def match(modules: Modules, occupations: list[Json], weights: dict[str, float], body: str = "return found;") -> Any:
    """What matching finds for the reader by the kinds that have a weight."""
    script = """
      const parts = Object.entries(given.weights).map(([kind, weight]) => {
        const quiz = given.quizzes[kind];
        return makePart(assess(quiz, "full", given.answers[kind]), given.all, weight, makeUnits(quiz, given.all));
      });
      const found = finish(match(parts, given.all.length));
    """
    answers = {kind: as_map(own) for kind, own in make_answers().items()}
    return modules.run(
        "scoring/assessments scoring/matching scoring/parts site/slices scoring/statistics",
        script + body,
        weights=weights,
        quizzes=make_quizzes(),
        answers=answers,
        all=occupations,
    )


@pytest.mark.parametrize(
    ("count", "top"), [(1, 1), (5, 1), (6, 2), (24, 5), (30, 6), (121, 25), (124, 25), (125, 25), (1000, 25)]
)
def test_top_is_a_fifth_and_at_most_25(modules: Modules, count: int, top: int) -> None:
    assert modules.call("scoring/matching", "findTop", count) == top


def test_same_answers_give_the_same_list(modules: Modules) -> None:
    occupations = make_occupations(60, 1)
    assert match(modules, occupations, WEIGHTS) == match(modules, occupations, WEIGHTS)


def test_first_comes_who_is_like_the_reader(modules: Modules) -> None:
    alike = NOWHERE | {"interests": unit(list(READER.values()))}
    found = match(modules, [*make_occupations(29, 2), alike], {"interests": 1})
    assert (found[0]["index"], found[0]["band"], found[0]["share"]) == (29, "strong", 1)
    assert found[0]["fit"] == pytest.approx(1, abs=1e-9)


def test_list_is_by_share_then_by_fit(modules: Modules) -> None:
    found = match(modules, make_occupations(60, 3), WEIGHTS)
    assert sorted(entry["index"] for entry in found) == list(range(60))
    assert found == sorted(found, key=lambda entry: (-entry["share"], -entry["fit"]))


@pytest.mark.parametrize(
    "kinds", [["interests"], ["values"], ["skills"], ["interests", "skills", "values", "environment"]]
)
def test_bands_follow_from_the_shares(modules: Modules, kinds: list[str]) -> None:
    found = match(modules, make_occupations(60, 4), {kind: WEIGHTS[kind] for kind in kinds})
    assert {entry["band"] for entry in found} == {"strong", "possible", None}
    for entry in found:
        share = entry["share"]
        assert entry["band"] == ("strong" if share >= 0.8 else "possible" if share >= 0.4 else None)
        assert round(share * 300, 9) == round(share * 300)


@pytest.mark.parametrize(("count", "bands"), [(14, {"short", None}), (15, {"strong", "possible", None})])
def test_list_too_short_for_bands_is_one_row_by_fit(modules: Modules, count: int, bands: set[str | None]) -> None:
    found = match(modules, make_occupations(count, 4), {"interests": 1})
    assert {entry["band"] for entry in found} <= bands
    if count == 14:
        assert found == sorted(found, key=lambda entry: -entry["fit"])
        assert all((entry["band"] == "short") == (entry["fit"] > 1e-9) for entry in found)


def test_no_more_than_the_top_are_in_it_each_time(modules: Modules) -> None:
    found = match(modules, make_occupations(60, 5), {"interests": 1})
    assert sum(entry["share"] for entry in found) == pytest.approx(12)


def test_who_pulls_against_the_reader_is_in_no_band(modules: Modules) -> None:
    against = NOWHERE | {"interests": unit([-value for value in READER.values()])}
    assert match(modules, [against], {"interests": 1}) == [
        {"index": 0, "fit": pytest.approx(-1, abs=1e-9), "share": 0, "band": None}
    ]


def test_who_is_as_far_from_as_near_to_the_reader_is_in_no_band(modules: Modules) -> None:
    assert match(modules, [NOWHERE | {"interests": [0] * 6}], {"interests": 1}) == [
        {"index": 0, "fit": 0, "share": 0, "band": None}
    ]


def test_missing_data_count_neither_for_nor_against(modules: Modules) -> None:
    alike = unit(list(READER.values()))
    known = {"interests": alike, "values": unit([0, 0, 0, 1, 0, 0]), "skills": [], "environment": as_set([])}
    fits = {
        one["index"]: one["fit"]
        for one in match(modules, [known, known | {"values": None}], {"interests": 0.6, "values": 0.4})
    }
    assert fits[1] == pytest.approx(0.6)
    # Wins by value: 3, 2, 0, 5, 4, 1; with the pattern of one value alone r is 2.5 / sqrt(17.5) * sqrt(6 / 5).
    assert fits[0] == pytest.approx(0.6 + 0.4 * 2.5 / 17.5**0.5 * 1.2**0.5)


def test_fits_are_blended_by_their_weights(modules: Modules) -> None:
    occupations = make_occupations(20, 6)
    single = {kind: {one["index"]: one["fit"] for one in match(modules, occupations, {kind: 1})} for kind in WEIGHTS}
    total = sum(WEIGHTS.values())
    for one in match(modules, occupations, WEIGHTS):
        expected = sum(weight / total * single[kind][one["index"]] for kind, weight in WEIGHTS.items())
        assert one["fit"] == pytest.approx(expected, abs=1e-9)


def test_only_the_proportion_of_weights_counts(modules: Modules) -> None:
    occupations = make_occupations(30, 7)
    doubled = {kind: 2 * weight for kind, weight in WEIGHTS.items()}
    assert match(modules, occupations, doubled) == match(modules, occupations, WEIGHTS)


def test_weights_decide_who_comes_first(modules: Modules) -> None:
    liked = {
        "interests": unit(list(READER.values())),
        "values": unit([2, 3, 5, 0, 1, 4]),
        "skills": [],
        "environment": as_set([]),
    }
    valued = liked | {"interests": unit([-one for one in READER.values()]), "values": unit([3, 2, 0, 5, 1, 0])}
    fillers = make_occupations(20, 8)
    for weights, first in (({"interests": 0.9, "values": 0.1}, 0), ({"interests": 0.1, "values": 0.9}, 1)):
        found = [one["index"] for one in match(modules, [liked, valued, *fillers], weights)]
        assert found.index(first) < found.index(1 - first)


def test_environment_alone_puts_nobody_into_a_band(modules: Modules) -> None:
    found = match(modules, make_occupations(20, 9), {"environment": 1})
    assert {(one["share"], one["band"]) for one in found} == {(0, None)}
    assert all(-1 <= one["fit"] <= 0 for one in found)


def test_environment_moves_an_occupation_down(modules: Modules) -> None:
    granted = NOWHERE | {"interests": unit(list(READER.values())), "environment": as_set(["group/t0", "group/t4"])}
    refused = granted | {"environment": as_set(["group/t2", "group/t3"])}
    fits = {
        one["index"]: one["fit"] for one in match(modules, [refused, granted], {"interests": 0.5, "environment": 0.5})
    }
    # c0 and c4 are wanted, c2 avoided, c3 impossible.
    assert fits == {1: pytest.approx(0.5), 0: pytest.approx(0.5 - 0.5 * (0.5 + 0.5 + 1 + 0.5) / 6)}


def test_a_thousand_occupations_are_matched(modules: Modules) -> None:
    found = match(modules, make_occupations(1000, 10), WEIGHTS)
    assert len(found) == 1000
    assert sum(one["share"] for one in found) == pytest.approx(25)
    assert found[0]["band"] == "strong"


def test_calculation_can_be_interrupted_after_each_draw(modules: Modules) -> None:
    body = """
      const calculation = match(parts, given.all.length);
      let turns = 0;
      while (!calculation.next().done) turns++;
      return turns;
    """
    assert match(modules, make_occupations(10, 11), {"interests": 1}, body) == 300


def test_draws_that_never_differ_are_made_once(modules: Modules) -> None:
    part = {"kind": "interests", "weight": 1, "scores": [5, 1, 1, 1, 1, 1], "units": [unit([5, 1, 1, 1, 1, 1])]}
    assert modules.call("scoring/matching", "match", [part], 1) == [
        {"index": 0, "fit": pytest.approx(1), "share": 1, "band": "short"}
    ]


def test_no_occupations_are_no_list(modules: Modules) -> None:
    assert match(modules, [], {"interests": 1}) == []


def test_reasons_are_what_each_scale_adds_to_the_fit(modules: Modules) -> None:
    reader, other = unit([5, 1, 1, 1, 1, 3]), unit([6, 1, 1, 4, 1, 1])
    pulls = [
        (scale, a * b, a > 0) for scale, (a, b) in enumerate(zip(reader, other, strict=True)) if abs(a * b) >= 0.03
    ]
    found = modules.call("scoring/explaining", "explain", reader, other)
    assert [one["scale"] for one in found] == [scale for scale, *_ in sorted(pulls, key=lambda pull: -abs(pull[1]))]
    assert {one["scale"]: (one["pull"], one["liked"]) for one in found} == {
        scale: (pytest.approx(pull), liked) for scale, pull, liked in pulls
    }


def test_made_up_reader_has_the_scores_that_are_meant(modules: Modules) -> None:
    scores = match(modules, make_occupations(1, 12), {"interests": 1}, "return parts[0].scores;")
    assert scores == pytest.approx(list(READER.values()))
    assert len(make_interests()["items"]) == 60
