"""The reader as the results see them, and the sentences for and against an occupation."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scripts.node.running import Json, Modules, as_map, as_set
from tests.scripts.quizzes import SCALES, VALUES, answer_scales, answer_values, make_quizzes, unit

TEXT: Json = {
    "kinds": {"interests": "Interests", "values": "Values", "skills": "Skills", "environment": "Conditions"},
    "reasons": {
        "interests": {
            way: {
                f"{own}_{other}": f"{way} {own} {other}: {{scale}}" + (" ({items})" if way == "named" else "")
                for own in ("liked", "disliked")
                for other in ("asked", "unasked")
            }
            for way in ("named", "bare")
        },
        "values": {"served": "served: {value}, {wins} of {most}", "unserved": "unserved: {value}, {wins} of {most}"},
        "skills": {"there": "there: {skills}", "learn": "learn: {skills}"},
        "environment": {kind: kind + ": {conditions}" for kind in ("cannot", "wanted", "lacking", "avoided")},
        "missing": {why: why + ": {kind}" for why in ("not_taken", "no_data", "flat")},
    },
}
LABELS: Json = {
    "interests": {scale: scale.upper() for scale in SCALES},
    "values": {value: f"The {value}" for value in VALUES},
    "skills": {f"skill-{place}": f"Skill {place}" for place in range(8)},
}
LIKES = dict(zip(SCALES, (4.6, 1.4, 3.0, 4.2, 2.4, 3.0), strict=True))
ORDER = ["support", "recognition", "achievement", "independence", "relationships", "working_conditions"]
RECORDS: list[Json] = [
    {"quiz": "interests", "answers": answer_scales(make_quizzes()["interests"], LIKES)},
    {"quiz": "values", "answers": answer_values(make_quizzes()["values"], ORDER)},
    {"quiz": "skills", "answers": {f"skill-{place}": 1 + place % 4 for place in range(6)}},
    {"quiz": "environment", "answers": {"c0": 4, "c1": 1, "c2": 1, "c3": 3, "c4": 3, "c5": 2}},
]
# Has what is liked most and what is disliked most, and nothing of the next of each.
OCCUPATION: Json = {
    "interests": [7, 6, 4, 1, 1, 4],
    "values": unit([3, 3, 1, 3, 6, 3]),
    "skills": ["skill-2", "skill-0", "skill-3", "skill-1", "skill-7"],
    "environment": as_set(["group/t0", "group/t1", "group/t3"]),
}


def give(modules: Modules, records: list[Json], occupation: Json) -> Any:
    """Reasons for a reader with these results, full and of one day."""
    whole: list[Json] = [{"id": "s1", "form": "full", "date": "2026-11-20"} | record for record in records]
    body = """
      setLocale("en");
      const assessments = { quizzes: given.quizzes, text: given.text, labels: given.labels };
      const { about, ...reasons } = giveReasons(assessAll(given.records, assessments), given.occupation, assessments);
      return reasons;
    """
    records = [record | {"answers": as_map(record["answers"])} for record in whole]
    return modules.run(
        "reader/reader reader/reasons language/words",
        body,
        quizzes=as_map(make_quizzes()),
        text=TEXT,
        labels=LABELS,
        records=records,
        occupation=occupation,
    )


def with_answers(kind: str, answers: dict[str, int]) -> list[Json]:
    return [record | {"answers": answers} if record["quiz"] == kind else record for record in RECORDS]


def test_reader_of_all_four_kinds_gets_all_sentences(modules: Modules) -> None:
    assert give(modules, RECORDS, OCCUPATION) == {
        "flags": ["cannot: condition 0"],
        "for": [
            "named liked asked: REALISTIC (do realistic thing 0 and do realistic thing 1)",
            "named disliked unasked: ENTERPRISING (do enterprising thing 4 or do enterprising thing 5)",
            "served: The support, 5 of 5",
            "there: skill 3 and skill 2",
            "wanted: condition 1",
        ],
        "against": [
            "named disliked asked: INVESTIGATIVE (do investigative thing 4 or do investigative thing 5)",
            "named liked unasked: SOCIAL (do social thing 0 and do social thing 1)",
            "unserved: The recognition, 4 of 5",
            "learn: skill 0 and skill 1",
            "lacking: condition 2",
            "avoided: condition 3",
        ],
        "missing": [],
    }


def test_reader_without_results_misses_all(modules: Modules) -> None:
    missing = [{"kind": kind, "why": "not_taken"} for kind in ("Interests", "Values", "Skills", "Conditions")]
    assert give(modules, [], OCCUPATION) == {"flags": [], "for": [], "against": [], "missing": missing}


@pytest.mark.parametrize("kind", ["interests", "values", "skills", "environment"])
def test_kind_that_was_not_taken_is_named(modules: Modules, kind: str) -> None:
    found = give(modules, [record for record in RECORDS if record["quiz"] != kind], OCCUPATION)
    assert found["missing"] == [{"kind": TEXT["kinds"][kind], "why": "not_taken"}]


@pytest.mark.parametrize(
    ("others", "missing"),
    [
        ({"values": None}, ["Values"]),
        ({"skills": []}, ["Skills"]),
        ({"skills": ["skill-7"]}, ["Skills"]),
        ({"environment": as_set([])}, []),
    ],
)
def test_what_a_profile_does_not_say_is_named(modules: Modules, others: Json, missing: list[str]) -> None:
    found = give(modules, RECORDS, OCCUPATION | others)["missing"]
    assert found == [{"kind": kind, "why": "no_data"} for kind in missing]


CIRCLES = answer_values(make_quizzes()["values"], list(VALUES)) | {
    "achievement.working_conditions": 2,
    "independence.relationships": 2,
}


@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        ("interests", dict.fromkeys(RECORDS[0]["answers"], 3)),
        ("values", CIRCLES),
        ("skills", dict.fromkeys(RECORDS[2]["answers"], 2)),
    ],
)
def test_answers_without_a_direction_give_no_reasons(modules: Modules, kind: str, answers: dict[str, int]) -> None:
    flat = give(modules, with_answers(kind, answers), OCCUPATION)
    absent = give(modules, [record for record in RECORDS if record["quiz"] != kind], OCCUPATION)
    assert flat == absent | {"missing": [{"kind": TEXT["kinds"][kind], "why": "flat"}]}


def test_what_cannot_be_is_shown_though_all_answers_are_equal(modules: Modules) -> None:
    found = give(modules, with_answers("environment", dict.fromkeys(RECORDS[3]["answers"], 4)), OCCUPATION)
    assert found["flags"] == ["cannot: condition 0, condition 1, and condition 3"]
    assert found["missing"] == [{"kind": "Conditions", "why": "flat"}]


def test_scale_without_a_telling_answer_stands_alone(modules: Modules) -> None:
    """All answers are 3, or 1 for one scale: the others are liked more than the average, but no item is."""
    levels = dict.fromkeys(SCALES, 3) | {"realistic": 1}
    answers = answer_scales(make_quizzes()["interests"], levels)
    occupation = {"interests": [1, 1, 1, 7, 1, 1], "values": None, "skills": [], "environment": as_set([])}
    found = give(modules, [{"quiz": "interests", "answers": answers}], occupation)
    assert "bare liked asked: SOCIAL" in found["for"]


def test_values_at_the_border_are_neither_served_nor_not(modules: Modules) -> None:
    values = [0.0999, 0.0, 0.0, 0.0, -0.0999, 0.0]
    records = with_answers(
        "values", answer_values(make_quizzes()["values"], ["achievement", "support", *VALUES[1:4], VALUES[5]])
    )
    found = give(modules, records, OCCUPATION | {"values": values})
    assert not [sentence for sentence in found["for"] + found["against"] if "served" in sentence]


def test_values_are_served_from_a_tenth_of_the_whole_pattern_on(modules: Modules) -> None:
    values = [0.1, 0.0, 0.0, 0.0, -0.1, 0.0]
    records = with_answers(
        "values", answer_values(make_quizzes()["values"], ["achievement", "support", *VALUES[1:4], VALUES[5]])
    )
    found = give(modules, records, OCCUPATION | {"values": values})
    assert [sentence for sentence in found["for"] if "served" in sentence] == ["served: The achievement, 5 of 5"]
    assert [sentence for sentence in found["against"] if "served" in sentence] == ["unserved: The support, 4 of 5"]


@pytest.mark.parametrize(("turn", "side", "way"), [(1, "for", "liked asked"), (-1, "against", "liked unasked")])
def test_two_interests_are_named_on_a_side_though_more_pull(modules: Modules, turn: int, side: str, way: str) -> None:
    """Three are liked, all of which the occupation asks for, or none of which."""
    answers = answer_scales(make_quizzes()["interests"], dict(zip(SCALES, (5, 4.6, 4.2, 1.8, 1.8, 1.8), strict=True)))
    asked = {"interests": [4 + turn * (rating - 4) for rating in (6.5, 6, 5.5, 2, 2, 2)]}
    found = give(modules, [{"quiz": "interests", "answers": answers}], OCCUPATION | asked)[side]
    interests = [sentence for sentence in found if sentence.startswith("named")]
    assert len(interests) == 2
    assert interests[0].startswith(f"named {way}: REALISTIC")


def test_signs_of_html_and_braces_are_left_as_they_are(modules: Modules) -> None:
    """Sentences are put into the page as text, so nothing may be escaped here, nor filled in twice."""
    quizzes = make_quizzes()
    quizzes["environment"]["items"][0]["text"] = "<b>{kind} & $& co</b>"
    body = """
      const assessments = { quizzes: given.quizzes, text: given.text, labels: given.labels };
      return giveReasons(assessAll(given.records, assessments), given.occupation, assessments).flags;
    """
    record = RECORDS[3] | {"id": "s", "form": "full", "date": "2026-11-20", "answers": as_map(RECORDS[3]["answers"])}
    given = {"quizzes": as_map(quizzes), "text": TEXT, "labels": LABELS, "records": [record], "occupation": OCCUPATION}
    assert modules.run("reader/reader reader/reasons", body, **given) == ["cannot: <b>{kind} & $& co</b>"]


@pytest.mark.parametrize(
    ("text", "inside"),
    [("Work at night.", "work at night"), ("IT support", "IT support"), ("Élan", "élan"), ("3 shifts", "3 shifts")],
)
def test_texts_begin_in_lower_case_inside_a_sentence(modules: Modules, text: str, inside: str) -> None:
    labels = LABELS | {"skills": LABELS["skills"] | {"skill-3": text, "skill-2": "x"}}
    body = """
      const assessments = { quizzes: given.quizzes, text: given.text, labels: given.labels };
      return giveReasons(assessAll(given.records, assessments), given.occupation, assessments).for;
    """
    record = RECORDS[2] | {"id": "s", "form": "full", "date": "2026-11-20", "answers": as_map(RECORDS[2]["answers"])}
    occupation = OCCUPATION | {"skills": ["skill-3"]}
    given = {
        "quizzes": as_map(make_quizzes()),
        "text": TEXT,
        "labels": labels,
        "records": [record],
        "occupation": occupation,
    }
    assert modules.run("reader/reader reader/reasons", body, **given) == [f"there: {inside}"]


# The reader


def read(modules: Modules, records: list[Json], body: str, **given: Any) -> Any:
    """`body` sees `reader`."""
    whole: list[Json] = [{"id": "s1", "form": "full", "date": "2026-11-20"} | record for record in records]
    whole = [record | {"answers": as_map(record["answers"])} for record in whole]
    script = "const reader = assessAll(given.records, { quizzes: given.quizzes });" + body
    return modules.run("reader/reader reader/sources", script, records=whole, quizzes=as_map(make_quizzes()), **given)


def test_reader_has_the_latest_result_of_each_kind(modules: Modules) -> None:
    older = {"quiz": "skills", "date": "2025-01-01", "answers": {f"skill-{place}": 4 for place in range(6)}}
    found = read(modules, [older, *RECORDS], "return reader;")
    assert list(found) == ["skills", "interests", "values", "environment"]
    assert (found["skills"]["date"], found["skills"]["scores"]) == ("2026-11-20", [1, 2, 3, 4, 1, 2])


def test_result_of_an_unknown_quiz_is_passed_over(modules: Modules) -> None:
    assert list(read(modules, [{"quiz": "other", "answers": {}}, RECORDS[2]], "return reader;")) == ["skills"]


@pytest.mark.parametrize(
    ("records", "weights", "kinds"),
    [
        (
            RECORDS,
            {"interests": 0.5, "skills": 0.3, "values": 0.2, "environment": 0.1},
            ["interests", "skills", "values", "environment"],
        ),
        (
            RECORDS,
            {"interests": 0.5, "skills": 0.3, "values": 0.2, "environment": 0},
            ["interests", "skills", "values"],
        ),
        (RECORDS, {"interests": 0, "skills": 0, "values": 0, "environment": 1}, []),
        (RECORDS[3:], {"interests": 1, "skills": 1, "values": 1, "environment": 1}, []),
        (RECORDS, {}, []),
        ([], {"interests": 1}, []),
        (with_answers("values", CIRCLES), {"interests": 1, "values": 1}, ["interests"]),
    ],
)
def test_what_is_matched_was_taken_and_has_a_direction_and_a_weight(
    modules: Modules, records: list[Json], weights: Json, kinds: list[str]
) -> None:
    body = """
      return findSources(reader, given.weights, [given.occupation]).map(({ assessed, weight, units }) =>
        [assessed.quiz.kind, weight, units.length]);
    """
    found = read(modules, records, body, weights=weights, occupation=OCCUPATION)
    assert found == [[kind, weights[kind], 0 if kind == "environment" else 1] for kind in kinds]


def test_a_dislike_of_what_the_work_lacks_is_never_said_alone(modules: Modules) -> None:
    """Realistic is liked, and middling in the work; enterprising is disliked, and there is little of it."""
    answers = answer_scales(make_quizzes()["interests"], dict(zip(SCALES, (5, 3, 3, 3, 1, 3), strict=True)))
    records = [{"quiz": "interests", "answers": answers}]
    ratings = [4, 4, 4, 4, 1, 4]
    assert give(modules, records, OCCUPATION | {"interests": ratings})["for"] == []
    told = give(modules, records, OCCUPATION | {"interests": [6, *ratings[1:]]})["for"]
    assert [sentence.split(":")[0] for sentence in told] == ["named liked asked", "named disliked unasked"]


@pytest.mark.parametrize("rating", [1, 3, 3.01, 4.99, 5, 7])
def test_reasons_say_much_and_little_as_the_ratings_are_told(modules: Modules, rating: float) -> None:
    answers = answer_scales(make_quizzes()["interests"], dict.fromkeys(SCALES, 2) | {"social": 5})
    found = give(
        modules, [{"quiz": "interests", "answers": answers}], OCCUPATION | {"interests": [4, 4, 4, rating, 4, 4]}
    )
    beside = modules.call("scoring/norms", "besideWork", [4, 4, 4, rating, 4, 4])[3]
    level = modules.call("scoring/norms", "nameLevel", beside)
    assert any("SOCIAL" in one for one in found["for"]) == (level == "high")
    assert any("SOCIAL" in one for one in found["against"]) == (level == "low")
