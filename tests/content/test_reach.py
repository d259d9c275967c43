"""Each occupation of the collection can be somebody's result: its own profile, turned into answers, leads to it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.model.site import Site
from tests.making import render_data
from tests.scripts.node.running import Json, Modules
from tests.scripts.scoring.test_scales import read_facts

_FIND = """
  // Whatever its key is.
  const findQuiz = async () => [...(await loadAssessments()).quizzes.values()].find(({ kind }) => kind === "interests");
  // Answers of which the means follow a profile, stretched over the scale and spread over the items.
  const answer = (quiz, profile) => {
    const [low, high] = [Math.min(...profile), Math.max(...profile)];
    const counts = new Map();
    return new Map(quiz.items.map(({ key, scale }) => {
      const level = 1 + ((profile[quiz.scales.indexOf(scale)] - low) / (high - low || 1)) * 4;
      const all = quiz.items.filter((item) => item.scale === scale).length;
      const total = Math.round(level * all);
      const place = counts.get(scale) ?? 0;
      counts.set(scale, place + 1);
      return [key, Math.floor(total / all) + (place < total % all ? 1 : 0)];
    }));
  };
  // The share of draws in which an occupation is among the top for a reader with these answers.
  const find = (quiz, answers, occupations, units, index) => {
    const assessed = assess(quiz, "full", answers);
    if (assessed.flat) return 0;
    const part = makePart(assessed, occupations, 1, units);
    return finish(match([part], occupations.length)).find((one) => one.index === index).share;
  };
"""
NAMES = "scoring/assessments scoring/matching scoring/parts site/slices scoring/statistics data/collection"


@pytest.fixture(scope="module")
def data(own: Site) -> dict[str, str]:
    """The JSON files of the site."""
    if all(quiz.kind != "interests" for quiz in own.quizzes.values()):
        pytest.skip("No quiz here asks for interests.")
    return render_data(own)


FEW = 50
"""One in so many outlines is looked at."""


def test_every_occupation_of_the_collection_is_in_a_band_for_somebody(
    collection: Modules, columns: Json, profiled: int
) -> None:
    body = """
      const occupations = await loadOccupations();
      const quiz = await findQuiz();
      const units = makeUnits(quiz, occupations);
      const share = (profile, index) => find(quiz, answer(quiz, profile), occupations, units, index);
      return given.places.map((index) => share(given.ratings[index], index));
    """
    ratings = columns["interests"]
    # One without ratings is nobody's by its interests. Of outlines, which may be a thousand, a few stand for all.
    rated = [at for at, one in enumerate(ratings) if one and (at < profiled or at % FEW == 0)]
    shares = collection.run(NAMES, _FIND + body, ratings=ratings, places=rated)
    unreached = {columns["title"][at]: share for at, share in zip(rated, shares, strict=True) if share < 0.4}
    assert unreached == {}


def test_reader_made_for_an_occupation_answers_the_whole_form(collection: Modules, data: dict[str, str]) -> None:
    body = """
      const quiz = await findQuiz();
      return answer(quiz, given.profile);
    """
    (quiz,) = (one for one in json.loads(data["data/assessments.json"])["quizzes"] if one["kind"] == "interests")
    answers = collection.run(NAMES, _FIND + body, profile=[1, 2.5, 4, 5, 6.2, 7])
    assert set(answers) == {item["key"] for item in quiz["items"]}
    assert set(answers.values()) <= set(range(1, quiz["steps"] + 1))


def reach(collection: Modules, body: str, rows: list[dict[str, str]], **given: Any) -> list[float]:
    profiles = [[float(row[f"oi_{letter}"]) for letter in "riasec"] for row in rows]
    script = """
      const quiz = await findQuiz();
      const occupations = given.profiles.map((profile) => ({ interests: centre(profile) }));
      const units = makeUnits(quiz, occupations);
    """
    found: list[float] = collection.run(NAMES, _FIND + script + body, profiles=profiles, **given)
    return found


@pytest.mark.parametrize("zone", "12345")
def test_every_occupation_of_onet_is_in_a_band_for_somebody_at_its_level(collection: Modules, zone: str) -> None:
    body = """
      return given.profiles.map((profile, index) => find(quiz, answer(quiz, profile), occupations, units, index));
    """
    rows = [row for row in read_facts() if row["job_zone"] == zone]
    shares = reach(collection, body, rows)
    assert {row["onet_code"]: share for row, share in zip(rows, shares, strict=True) if share < 0.4} == {}
