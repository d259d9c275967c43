"""What would change a result: a move that is found does cross the border of the band."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import pytest

from tests.scripts.node.running import Json, Modules, as_map, as_set
from tests.scripts.quizzes import VALUES, answer, answer_scales, answer_values, make_occupations, make_quizzes, unit
from tests.scripts.scoring.test_matching import READER, make_answers

KINDS = ("interests", "values", "skills")
COUNT = 30

_SOURCES = """
  const weigh = (answers) => Object.entries(given.weights).map(([kind, weight]) => {
    const quiz = given.quizzes[kind];
    return { assessed: assess(quiz, "full", answers[kind]), weight, units: makeUnits(quiz, given.all) };
  });
  const matched = (sources) => {
    const parts = sources.map(({ assessed, weight, units }) => makePart(assessed, given.all, weight, units));
    return finish(match(parts, given.all.length));
  };
  // What the moves say, done to the reader's answers one after the other.
  const move = (moves) => {
    const moved = Object.fromEntries(Object.entries(given.answers).map(([kind, own]) => [kind, new Map(own)]));
    for (const { kind, scale, others, answers } of moves) {
      const { items, scales } = given.quizzes[kind];
      const own = moved[kind];
      const turned = (pair) => pair.includes(scale) && others.includes(pair[0] + pair[1] - scale);
      items.forEach(({ key, pair, scale: name }, at) => {
        if (kind === "values") turned(pair) && own.set(key, 3 - own.get(key));
        else if (kind === "environment" ? at === scale : name === scales[scale]) own.set(key, answers.get(key));
      });
    }
    return moved;
  };
  const sources = weigh(given.answers);
"""


def run(modules: Modules, body: str, occupations: list[Json], weights: Json, answers: Json, every: int = 1) -> Any:
    """`body` sees `sources`, `matched`, `move` and `given`."""
    names = "scoring/assessments scoring/changes scoring/matching scoring/parts site/slices"
    maps = {kind: as_map(own) for kind, own in answers.items()}
    given = {"all": occupations, "weights": weights, "quizzes": make_quizzes(), "answers": maps, "every": every}
    return modules.run(names, _SOURCES + body, **given)


def find_changes(modules: Modules, seed: int, weights: Json) -> list[Json]:
    """For each occupation in strong (down) or in no band (up): its moves and, once they are done, its share.

    Answers are the reader's of test_matching, every seventh of them random.
    """
    quizzes = make_quizzes()
    answers = make_answers()
    for kind in weights:
        other = answer(quizzes[kind], seed)
        answers[kind] |= {key: other[key] for place, key in enumerate(other) if place % 7 == seed % 7}
    body = """
      const flat = sources.some(({ assessed }) => assessed.flat);
      return flat ? [] : matched(sources).flatMap(({ index, band, share }, place) => {
        if (band === "possible" || place % given.every) return [];
        const up = band === null;
        const reached = (one) => (up ? one >= LIMITS.possible : one < LIMITS.strong);
        const moves = finish(findChange(sources, given.all, index, reached, up ? 1 : -1));
        if (!moves) return [];
        const answers = move(moves);
        const again = weigh(answers);
        const after = matched(again).find((entry) => entry.index === index).share;
        return [{ index, up, share, moves, answers, after, flat: again.map(({ assessed }) => assessed.flat) }];
      });
    """
    # Those with interests have many moves to try: of their occupations every eighth, from the best on.
    every = 8 if "interests" in weights else 1
    found: list[Json] = run(modules, body, make_occupations(COUNT, seed), weights, answers, every)
    return [one | {"before": answers} for one in found]


Find = Callable[[str], list[Json]]


@pytest.fixture(scope="module")
def find(modules: Modules) -> Find:
    """The changes of three readers by the name of a blend; what is found once serves all tests."""
    return functools.cache(lambda name: [one for seed in SEEDS for one in find_changes(modules, seed, BLENDS[name])])


SEEDS = (1, 2, 26)
BLENDS: dict[str, Json] = {
    **{kind: {kind: 1} for kind in KINDS},
    "mostly values": {"interests": 0.3, "values": 0.5, "skills": 0.2},
    "all": {"interests": 0.5, "skills": 0.3, "values": 0.2, "environment": 0.2},
}
blends = pytest.mark.parametrize("blend", BLENDS)


@blends
def test_moves_cross_the_border(find: Find, blend: str) -> None:
    found = find(blend)
    assert {one["up"] for one in found} == {True, False}
    wrong = [one for one in found if not (one["after"] >= 0.4 if one["up"] else one["after"] < 0.8)]
    assert [(one["moves"], one["share"], one["after"]) for one in wrong] == []
    assert {flat for one in found for flat in one["flat"]} == {None}


@blends
def test_moves_are_as_large_as_they_say(find: Find, blend: str) -> None:
    quizzes = make_quizzes()
    for one in find(blend):
        for move in one["moves"]:
            kind = move["kind"]
            quiz = quizzes[kind]
            after, before = one["answers"][kind], one["before"][kind]
            own = [item["key"] for item in quiz["items"] if item.get("scale") in [*quiz["scales"][move["scale"] :]][:1]]
            if kind == "values":
                assert move["size"] == len(set(move["others"])) == len(move["others"])
            elif kind == "environment":
                assert (move["size"], after[quiz["items"][move["scale"]]["key"]]) == (1, 2)
            else:
                assert sum(after[key] - before[key] for key in own) == move["size"] * (1 if move["more"] else -1)
            assert all(1 <= value <= quiz["steps"] for value in after.values())


@blends
def test_moves_never_go_both_ways(find: Find, blend: str) -> None:
    """Neither within a scale, nor by turning one choice round and back."""
    for one in find(blend):
        scales = [(move["kind"], move["scale"]) for move in one["moves"]]
        assert len(scales) == len(set(scales)), one["moves"]
        values = [move for move in one["moves"] if move["kind"] == "values"]
        pairs = [frozenset((move["scale"], other)) for move in values for other in move["others"]]
        assert len(pairs) == len(set(pairs)), one["moves"]


def find_one(modules: Modules, occupations: list[Json], weights: Json, index: int, way: int, answers: Json) -> Any:
    """The move for one occupation, into a band or out of it."""
    body = f"""
      const reached = (share) => ({way} > 0 ? share >= LIMITS.possible : share < LIMITS.possible);
      return findChange(sources, given.all, {index}, reached, {way});
    """
    return run(modules, body, occupations, weights, answers)


def test_nothing_brings_in_an_occupation_that_pulls_nowhere(modules: Modules) -> None:
    nowhere = {"interests": [0] * 6, "values": None, "skills": [], "environment": as_set([])}
    occupations = [nowhere, *make_occupations(10, 5)]
    for kind in KINDS:
        assert find_one(modules, occupations, {kind: 1}, 0, 1, make_answers()) is None


def test_wish_that_stands_in_the_way_is_named(modules: Modules) -> None:
    """Ten alike but for one: it has what the reader cannot do."""
    alike = {"interests": unit(list(READER.values())), "values": None, "skills": [], "environment": as_set([])}
    refused = alike | {"environment": as_set(["group/t3"])}
    quizzes = make_quizzes()
    interests = answer_scales(quizzes["interests"], READER)
    wishes = {"c0": 2, "c1": 2, "c2": 2, "c3": 4, "c4": 2, "c5": 2}
    answers = {"interests": interests, "environment": wishes}
    moves = find_one(modules, [refused, *[alike] * 9], {"interests": 0.5, "environment": 0.5}, 0, 1, answers)
    # Once c3 does not matter, no wish is left, and the environment has no direction.
    assert moves is None
    answers["environment"] = wishes | {"c0": 3}
    moves = find_one(modules, [refused, *[alike] * 9], {"interests": 0.5, "environment": 0.5}, 0, 1, answers)
    assert [(one["kind"], one["scale"], one["more"], one["size"]) for one in moves] == [("environment", 3, False, 1)]
    assert moves[0]["answers"] == answers["environment"] | {"c3": 2}


@pytest.mark.parametrize("seed", [0, 3])
def test_nothing_is_found_only_where_no_choices_within_one_value_can(modules: Modules, seed: int) -> None:
    """All 6 x 2 x 31 ways to turn choices for or against one value, tried out."""
    body = """
      const found = [];
      for (const { index, band } of matched(sources)) {
        const reached = (share) => share >= LIMITS.possible;
        if (band !== null || finish(findChange(sources, given.all, index, reached, 1))) continue;
        const [{ assessed: { quiz, answers } }] = sources;
        for (let scale = 0; scale < 6; scale++) {
          for (const more of [true, false]) {
            const wins = ({ key, pair }) => (answers.get(key) === 1) === (pair[0] === scale);
            const open = quiz.items.filter((item) => item.pair.includes(scale) && wins(item) !== more);
            for (let bits = 1; bits < 1 << open.length; bits++) {
              const other = new Map(answers);
              open.forEach(({ key }, at) => (bits >> at) & 1 && other.set(key, 3 - answers.get(key)));
              const again = weigh({ values: other });
              if (again[0].assessed.flat) continue;
              const now = matched(again).find((one) => one.index === index);
              if (reached(now.share)) found.push([index, scale, more]);
            }
          }
        }
      }
      return found;
    """
    order = VALUES[seed:] + VALUES[:seed]
    answers = {"values": answer_values(make_quizzes()["values"], list(order))}
    assert run(modules, body, make_occupations(COUNT, seed), {"values": 1}, answers) == []


def test_of_the_values_the_one_that_helps_least_gives_way(modules: Modules) -> None:
    """The occupation serves value 0 most and 5 least; the reader has them the other way round."""
    one = {"interests": [0] * 6, "values": unit([5, 1, 1, 1, 1, 0]), "skills": [], "environment": as_set([])}
    order = ["working_conditions", "support", "relationships", "recognition", "independence", "achievement"]
    answers = {"values": answer_values(make_quizzes()["values"], order)}
    moves = find_one(modules, [one, *make_occupations(20, 7)], {"values": 1}, 0, 1, answers)
    assert [(move["scale"], move["more"], move["others"][0]) for move in moves] == [(0, True, 5)]
