"""What a few answers say, one to each interest: never more than they can."""

from __future__ import annotations

import math
import re
from typing import Any

import pytest

from tests.scripts.node.running import Modules
from tests.scripts.quizzes import SCALES, answer_scales, items_of, make_occupations, make_quizzes

TEXT = {"leaning": "to {names}", "many": "many", "same": "same", "none": "none"}
NAMES = [scale.title() for scale in SCALES]
QUIZ = make_quizzes()["interests"]


@pytest.mark.parametrize(
    ("scores", "sentence", "stands_out"),
    [
        ([1, 2, 3, 5, 4, 1], "to social", True),
        ([4, 2, 3, 4, 1, 1], "to realistic and social", True),
        ([5, 5, 5, 5, 1, 1], "many", True),
        ([4, 4, 4, 4, 4, 4], "same", False),
        ([3, 3, 3, 3, 3, 2], "none", False),
        ([1, 3, 3, 3, 3, 3], "none", False),
        ([4, 3, 3, 3, 3, 3], "to realistic", False),
    ],
)
def test_sentence(modules: Modules, scores: list[int], sentence: str, stands_out: bool) -> None:
    body = "return [tellFew(given.scores, given.names, given.text), standOut(given.scores)];"
    found = modules.run("elements/first/telling", body, scores=scores, names=NAMES, text=TEXT)
    assert found == [sentence, stands_out]


def test_jobs_are_of_different_fields_and_guides_come_first(modules: Modules) -> None:
    items = items_of(QUIZ)[: len(SCALES)]
    jobs = [
        job | {"title": f"Job {at}", "field": f"field {at % 9}", "isOutline": at % 3 > 0}
        for at, job in enumerate(make_occupations(120, seed=4))
    ]
    answers = answer_scales(QUIZ, dict(zip(SCALES, (1, 4, 2, 5, 3, 1), strict=True)))
    body = """
      const answers = new Map(Object.entries(given.answers));
      const found = finish(findJobs(given.quiz, given.items, answers, given.jobs, 5));
      return found.map(({ field, isOutline }) => [field, isOutline]);
    """
    found = modules.run("elements/first/jobs site/slices", body, quiz=QUIZ, items=items, answers=answers, jobs=jobs)
    assert len(found) == 5
    assert len({field for field, _ in found}) == 5
    outlines = [is_outline for _, is_outline in found]
    assert outlines == sorted(outlines)


DOTS = {
    axis: f"{x} {y}"
    for axis, (x, y) in zip(SCALES, ((0, -80), (70, -40), (70, 40), (0, 80), (-70, 40), (-70, -40)), strict=True)
}
NORM = {"mean": [3.0] * 6, "deviation": [1.0] * 6, "correlations": []}


@pytest.mark.parametrize("norms", [None, {"weight": 0.5, "people": NORM, "work": NORM}])
@pytest.mark.parametrize("liked", SCALES)
def test_what_is_liked_pulls_to_its_corner_of_the_map(modules: Modules, liked: str, norms: Any) -> None:
    dots = "".join(f"M{dot}h0" for dot in DOTS.values())
    scores = [5 if scale == liked else None for scale in SCALES]
    body = "return placeNear(given.scores, given.norms ?? undefined, given.dots, 10);"
    found = modules.run("elements/first/near", body, scores=scores, norms=norms, dots=dots)
    assert found["near"] == f"M{DOTS[liked]}h0"
    # Single answers lie far out, and yet within the picture.
    x, y = (int(number) for number in re.findall(r"-?\d+", found["own"])[:2])
    assert math.hypot(x + 8, y) <= 101


def test_who_answered_nothing_is_among_most_work(modules: Modules) -> None:
    given = {"scores": [None] * 6, "norms": {"weight": 0.5, "people": NORM, "work": NORM}, "dots": "M0 1h0M90 0h0"}
    found = modules.run("elements/first/near", "return placeNear(given.scores, given.norms, given.dots, 10);", **given)
    assert found == {"own": "M-8 0h16M0 -8v16", "near": "M0 1h0"}
