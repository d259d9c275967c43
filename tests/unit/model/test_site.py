"""What a site knows of its quizzes and worksheets."""

from __future__ import annotations

import dataclasses

from generator.model.quiz import KINDS
from generator.model.site import Site


def test_matching_quizzes_are_the_first_of_each_kind_that_matches(small_site: Site) -> None:
    found = small_site.matching_quizzes()
    kinds = [quiz.kind for quiz in found.values()]
    assert kinds == [kind for kind in KINDS if any(quiz.kind == kind and quiz.matches for quiz in found.values())]
    assert all(small_site.first_quiz(quiz.kind) == key for key, quiz in found.items())
    assert set(kinds) == {quiz.kind for quiz in small_site.quizzes.values() if quiz.matches}


def test_a_second_quiz_of_a_kind_does_not_match(small_site: Site) -> None:
    [key, *_] = small_site.matching_quizzes()
    more = dataclasses.replace(small_site, quizzes={**small_site.quizzes, "zzz": small_site.quizzes[key]})
    assert list(more.matching_quizzes()) == list(small_site.matching_quizzes())


def test_strategy_is_found_by_what_fills_its_worksheet(small_site: Site) -> None:
    fills = {one.key: one.worksheet.fill for method in small_site.methods.values() for one in method.strategies}
    key = small_site.strategy_filled_from("profile")
    assert key is not None
    assert fills[key] == "profile"
    assert dataclasses.replace(small_site, methods={}).strategy_filled_from("profile") is None
