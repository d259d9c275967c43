"""What a few answers say, one to each interest: never more than they can."""

from __future__ import annotations

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
