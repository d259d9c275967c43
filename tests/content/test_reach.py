"""Each occupation of the collection can be somebody's result: its own profile, turned into answers, leads to it."""

from __future__ import annotations

import json

import pytest

from generator.model.site import Site
from tests.making import render_data
from tests.scripts.node.running import Json, Modules
from tests.scripts.scoring.test_scales import read_facts

_FIND = """
  // Whatever its key is.
  const findQuiz = async () => [...(await loadAssessments()).quizzes.values()].find(({ kind }) => kind === "interests");
  // Scores of readers who are made for an occupation: as the answers to be expected of its people, but clearer. Without
  // norms, its ratings stretched over the scale.
  const make = ({ norms }, profile) => {
    const [low, high] = [Math.min(...profile), Math.max(...profile)];
    if (!norms) return [profile.map((rating) => 1 + ((rating - low) / (high - low || 1)) * 4)];
    const beside = standardize(profile, norms.work);
    const spreads = [0, 1].map((weight) => expectPeople({ ...norms, weight }));
    return [0.6, 1, 1.5, 2, 3].flatMap((times) =>
      spreads.map(({ mean, deviation }) => beside.map((value, at) => mean[at] + times * deviation[at] * value)));
  };
  // Answers of which the means follow scores, spread over the items.
  const answer = (quiz, scores) => {
    const counts = new Map();
    return new Map(quiz.items.map(({ key, scale }) => {
      const level = Math.min(quiz.steps, Math.max(1, scores[quiz.scales.indexOf(scale)]));
      const all = quiz.items.filter((item) => item.scale === scale).length;
      const total = Math.round(level * all);
      const place = counts.get(scale) ?? 0;
      counts.set(scale, place + 1);
      return [key, Math.floor(total / all) + (place < total % all ? 1 : 0)];
    }));
  };
  // Whether an occupation is in a band for a reader who is made for it.
  const reach = (quiz, profile, occupations, units, index, scope) =>
    make(quiz, profile).some((scores) => {
      const assessed = assess(quiz, "full", answer(quiz, scores));
      if (assessed.flat) return false;
      const part = makePart(assessed, occupations, 1, units);
      const limits = quiz.limits?.full[scope] ?? LIMITS;
      return finish(match([part], occupations.length, limits)).find((one) => one.index === index).band !== null;
    });
"""
_SCORING = "scoring/assessments scoring/matching scoring/norms scoring/parts scoring/statistics"
NAMES = f"{_SCORING} site/slices data/collection"


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
      return given.places.filter((at) => !reach(quiz, given.ratings[at], occupations, units, at, "all"));
    """
    ratings = columns["interests"]
    # One without ratings is nobody's by its interests. Of outlines, which may be a thousand, a few stand for all.
    rated = [at for at, one in enumerate(ratings) if one and (at < profiled or at % FEW == 0)]
    unreached = collection.run(NAMES, _FIND + body, ratings=ratings, places=rated)
    assert [columns["title"][at] for at in unreached] == []


def test_reader_made_for_an_occupation_answers_the_whole_form(collection: Modules, data: dict[str, str]) -> None:
    body = """
      const quiz = await findQuiz();
      return answer(quiz, given.scores);
    """
    (quiz,) = (one for one in json.loads(data["data/assessments.json"])["quizzes"] if one["kind"] == "interests")
    answers = collection.run(NAMES, _FIND + body, scores=[0.2, 1, 2.5, 4, 4.6, 7])
    assert set(answers) == {item["key"] for item in quiz["items"]}
    assert set(answers.values()) <= set(range(1, quiz["steps"] + 1))


def test_hardly_an_occupation_of_onet_is_in_a_band_for_nobody_at_its_level(collection: Modules) -> None:
    body = """
      const quiz = await findQuiz();
      return given.zones.map((profiles) => {
        const occupations = profiles.map((interests) => ({ interests }));
        const units = makeUnits(quiz, occupations);
        return profiles.map((profile, at) => reach(quiz, profile, occupations, units, at, "level"));
      });
    """
    rows = [[row for row in read_facts() if row["job_zone"] == zone] for zone in "12345"]
    zones = [[[float(row[f"oi_{letter}"]) for letter in "riasec"] for row in some] for some in rows]
    reached = collection.run(NAMES, _FIND + body, zones=zones)
    missed = [
        row["onet_code"]
        for some, found in zip(rows, reached, strict=True)
        for row, is_reached in zip(some, found, strict=True)
        if not is_reached
    ]
    assert len(missed) <= 0.02 * sum(map(len, rows)), missed
