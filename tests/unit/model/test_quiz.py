"""The questions of a quiz, and the stamp that tells one set of questions from another."""

from __future__ import annotations

import dataclasses
import itertools
from collections import Counter
from typing import Any

import pytest

from generator.model.quiz import Item, Minutes, Question, Quiz
from generator.model.site import Site

KINDS = ("interests", "skills", "values", "environment")


def make_values(count: int = 6) -> Quiz:
    """A quiz of `count` values, of which only the number matters here."""
    items = [{"key": f"v{place}", "scale": f"v{place}", "text": f"Value {place}"} for place in range(count)]
    return Quiz.model_validate(
        {
            "title": "Values",
            "summary": "Values.",
            "kind": "values",
            "minutes": {"full": 2},
            "introduction": "Choose.",
            "question": "Which?",
            "items": items,
            "reviewed": "2026-11-01",
        }
    )


@pytest.mark.parametrize("count", [6, 8, 10])
def test_each_pair_is_asked_once(count: int) -> None:
    pairs = [frozenset(item.key for item in question.items) for question in make_values(count).questions()]
    every = [frozenset(pair) for pair in itertools.combinations((f"v{place}" for place in range(count)), 2)]
    assert Counter(pairs) == Counter(every)


@pytest.mark.parametrize("count", [6, 8, 10])
def test_no_value_comes_twice_in_a_row(count: int) -> None:
    pairs = [{item.key for item in question.items} for question in make_values(count).questions()]
    assert [(a, b) for a, b in itertools.pairwise(pairs) if a & b] == []


@pytest.mark.parametrize("count", [6, 8])
def test_every_value_stands_first_as_often_as_the_others(count: int) -> None:
    """Each is in an odd number of pairs, so half of them are as near as it gets."""
    first = Counter(question.items[0].key for question in make_values(count).questions())
    assert {first[f"v{place}"] for place in range(count)} == {(count - 1) // 2, count // 2}


def test_questions_are_numbered_and_named_by_their_items() -> None:
    questions = make_values().questions()
    assert [question.number for question in questions] == list(range(1, 16))
    assert questions[0].key == "v0.v5"
    assert all(question.key == ".".join(item.key for item in question.items) for question in questions)


@pytest.mark.parametrize("kind", ["interests", "skills", "environment"])
def test_question_of_other_kinds_is_one_item(small_site: Site, kind: str) -> None:
    quiz = small_site.quizzes[kind]
    found = [(question.key, question.number, question.items) for question in quiz.questions()]
    assert found == [(item.key, number, (item,)) for number, item in enumerate(quiz.items, 1)]


@pytest.mark.parametrize(("kind", "steps"), [("interests", 5), ("skills", 4), ("values", 2), ("environment", 4)])
def test_values_have_two_answers_and_others_their_options(small_site: Site, kind: str, steps: int) -> None:
    assert small_site.quizzes[kind].steps() == steps


def test_quick_form_has_the_items_that_are_marked(small_site: Site) -> None:
    quiz = small_site.quizzes["interests"]
    quick = quiz.form("quick")
    assert [item.key for item in quick[:7]] == ["r01", "i01", "a01", "s01", "e01", "c01", "r03"]
    assert len(quick) == 30
    assert quiz.form("full") == quiz.items


# The stamp


def change_item(quiz: Quiz, place: int, **fields: Any) -> Quiz:
    items = list(quiz.items)
    items[place] = items[place].model_copy(update=fields)
    return quiz.model_copy(update={"items": tuple(items)})


@pytest.mark.parametrize("kind", KINDS)
def test_stamp_is_six_hexadecimal_digits(small_site: Site, kind: str) -> None:
    stamp = small_site.quizzes[kind].stamp()
    assert len(stamp) == 6
    assert set(stamp) <= set("0123456789abcdef")


def test_stamps_of_different_quizzes_differ(small_site: Site) -> None:
    assert len({small_site.quizzes[kind].stamp() for kind in KINDS}) == 4


def test_stamp_is_the_same_tomorrow(small_site: Site) -> None:
    """Links that people keep depend on it."""
    assert {kind: small_site.quizzes[kind].stamp() for kind in KINDS} == {
        "interests": "66dba2",
        "skills": "96d3e4",
        "values": "4d89b1",
        "environment": "3ca54c",
    }


@pytest.mark.parametrize("kind", KINDS)
def test_stamp_changes_with_the_questions(small_site: Site, kind: str) -> None:
    quiz = small_site.quizzes[kind]
    more = Item(key="another", scale="another", text="Another")
    others = [
        change_item(quiz, 1, key="renamed"),
        change_item(quiz, 1, scale="other"),
        change_item(quiz, 5, quick=not quiz.items[5].quick),
        change_item(quiz, 1, terms=("hours/nights",)),
        quiz.model_copy(update={"items": (quiz.items[1], quiz.items[0], *quiz.items[2:])}),
        quiz.model_copy(update={"items": (*quiz.items, more, more.model_copy(update={"key": "one-more"}))}),
        quiz.model_copy(update={"kind": "methods"}),
        quiz.model_copy(update={"options": (*quiz.options, *quiz.options, *small_site.quizzes["skills"].options)}),
    ]
    stamps = [quiz.stamp(), *(other.stamp() for other in others)]
    assert len(set(stamps)) == len(stamps)


@pytest.mark.parametrize("kind", KINDS)
def test_stamp_does_not_change_with_the_texts(small_site: Site, kind: str) -> None:
    quiz = small_site.quizzes[kind]
    texts = {"title": "X", "summary": "X", "introduction": "X", "question": "X", "reviewed": "2027-01-01"}
    options = tuple(option.model_copy(update={"label": "X", "short": "X"}) for option in quiz.options)
    mended = quiz.model_copy(update=texts | {"options": options})
    for place in range(len(mended.items)):
        mended = change_item(mended, place, text="X", anchors=("X",), preparation=None, field=None, appeal=None)
    assert mended.stamp() == quiz.stamp()


def test_a_scale_called_otherwise_changes_no_stamp_if_its_old_name_is_known(small_site: Site) -> None:
    quiz = small_site.quizzes["skills"]
    renamed = change_item(quiz, 0, scale="renamed").model_copy(update={"formerly": {"renamed": quiz.items[0].scale}})
    assert renamed.stamp() == quiz.stamp()
    first, other = (one.stamp_question(one.questions()[0]) for one in (quiz, renamed))
    assert first == other


def test_quizzes_are_ordered_by_kind_and_then_by_key(small_site: Site) -> None:
    by_key = small_site.quizzes
    quizzes = {"z": by_key["environment"], "b": by_key["interests"], "y": by_key["values"], "a": by_key["interests"]}
    site = dataclasses.replace(small_site, quizzes={**quizzes, "c": by_key["skills"]})
    assert list(site.quizzes_in_order()) == ["a", "b", "c", "y", "z"]


def test_the_key_for_paper_names_each_question_of_a_scale(small_site: Site) -> None:
    values = make_values().scoring_key()
    assert {len(questions) for questions in values.values()} == {5}
    interests = small_site.quizzes["interests"]
    key = interests.scoring_key()
    assert sorted(question.number for questions in key.values() for question in questions) == list(
        range(1, len(interests.items) + 1)
    )
    assert all(question.items[0].scale == scale for scale, questions in key.items() for question in questions)


@pytest.mark.parametrize(("quick", "has_quick"), [(0, False), (3, True), (6, False)])
def test_a_quick_form_is_a_part_of_the_full_one(quick: int, has_quick: bool) -> None:
    quiz = make_values()
    items = tuple(item.model_copy(update={"quick": at < quick}) for at, item in enumerate(quiz.items))
    assert quiz.model_copy(update={"items": items}).has_quick is has_quick


def test_a_score_lies_between_its_ends(small_site: Site) -> None:
    assert make_values(8).span() == (0, 7)
    assert small_site.quizzes["interests"].span() == (1, 5)
    assert small_site.quizzes["skills"].span() == (1, 4)


def test_the_shorter_form_takes_least() -> None:
    assert Minutes(quick=3, full=8).least == 3
    assert Minutes(full=8).least == 8


# The stamp of a question


@pytest.mark.parametrize("kind", KINDS)
def test_stamps_of_questions_go_with_what_is_asked(small_site: Site, kind: str) -> None:
    quiz = small_site.quizzes[kind]
    stamps = [quiz.stamp_question(question) for question in quiz.questions()]
    assert {len(stamp) for stamp in stamps} == {4}
    item = quiz.items[0]
    for text, is_same in (
        (item.text.upper().replace(" ", ",  ") + "!", True),
        (item.text + " today", False),
    ):
        mended = item.model_copy(update={"text": text})
        other = quiz.model_copy(update={"items": (mended, *quiz.items[1:])})
        found = [other.stamp_question(question) for question in other.questions()]
        changed = [
            question.key for question, one, two in zip(quiz.questions(), stamps, found, strict=True) if one != two
        ]
        own = [question.key for question in quiz.questions() if item in question.items]
        assert changed == ([] if is_same else own)


@pytest.mark.parametrize("change", [{"scale": "social"}, {"terms": ("hours/nights",)}, {"anchors": ("a", "b", "c")}])
def test_stamp_of_a_question_goes_with_what_an_answer_counts_for(small_site: Site, change: dict[str, object]) -> None:
    quiz = small_site.quizzes["interests"]
    item = next(item for item in quiz.items if item.scale != "social")
    before, after = (Question(item.key, 1, (one,)) for one in (item, item.model_copy(update=change)))
    assert quiz.stamp_question(before) != quiz.stamp_question(after)
    assert quiz.stamp_question(before) == quiz.stamp_question(Question("other", 7, (item,)))
