"""Finding an occupation by title, other name or task, slips forgiven; and finding nothing."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.scripts.node.running import Modules

NAMES: dict[str, Any] = {
    "version": 1,
    "profiled": 5,
    "slug": ["electrician", "registered-nurse", "physician", "welder", "nurse-midwife"],
    "title": ["Electrician", "Registered nurse", "Physician", "Welder", "Nurse midwife"],
    "aliases": [["sparky", "wireman"], ["RN", "staff nurse"], ["doctor", "MD"], ["metal fabricator"], []],
    "field": ["a", "b", "b", "c", "b"],
    "fields": {"a": "Construction", "b": "Healthcare", "c": "Production"},
    "address": "occupations/{slug}/",
}
TASKS = [
    ["Pull wires through walls", "Find out why lights went out"],
    ["Give medicines and watch what they do"],
    ["Find out what ails people"],
    ["Melt the edges of metal parts"],
    ["Watch over births"],
]


def find(modules: Modules, query: str, tasks: Any = TASKS, names: Any = NAMES) -> dict[str, Any]:
    """What a search finds."""
    body = "return search(makeIndex(given.names), given.query, given.tasks);"
    found: dict[str, Any] = modules.run("elements/finder/search", body, names=names, query=query, tasks=tasks)
    return found


def slugs(found: dict[str, Any]) -> list[str]:
    """The slugs in order."""
    return [result["slug"] for result in found["results"]]


@pytest.mark.parametrize(
    ("query", "first", "kind", "why"),
    [
        ("Electrician", "electrician", "title", ""),
        ("elec", "electrician", "title", ""),
        ("electrisian", "electrician", "title", ""),
        ("electirc", "electrician", "title", ""),
        ("ELÉCTRICIAN", "electrician", "title", ""),
        ("sparky", "electrician", "alias", "sparky"),
        ("RN", "registered-nurse", "alias", "RN"),
        ("rn", "registered-nurse", "alias", "RN"),
        ("doc", "physician", "alias", "doctor"),
        ("nurse", "nurse-midwife", "title", ""),
        ("nurse regist", "registered-nurse", "title", ""),
        ("metal", "welder", "alias", "metal fabricator"),
        ("births", "nurse-midwife", "task", "Watch over births"),
        ("medicine", "registered-nurse", "task", "Give medicines and watch what they do"),
        ("pulling wires", "electrician", "task", "Pull wires through walls"),
    ],
)
def test_search_finds_what_is_meant_first(modules: Modules, query: str, first: str, kind: str, why: str) -> None:
    found = find(modules, query)
    assert not found["isGuess"]
    result = found["results"][0]
    assert (result["slug"], result["kind"], result["why"]) == (first, kind, why)


def test_occupation_comes_once_by_its_best_name(modules: Modules) -> None:
    assert slugs(find(modules, "nurse")) == ["nurse-midwife", "registered-nurse"]
    assert sorted(slugs(find(modules, "find out"))) == ["electrician", "physician"]


def test_short_words_are_taken_as_they_are(modules: Modules) -> None:
    """A slip in three letters would make it another word."""
    assert find(modules, "rm")["results"] == []


def test_nothing_found_offers_the_nearest_titles_once_tasks_are_known(modules: Modules) -> None:
    assert find(modules, "weldrobotics", None) == {"results": [], "isGuess": False, "isNamed": False}
    found = find(modules, "weldrobotics")
    assert found["isGuess"]
    assert slugs(found)[0] == "welder"
    assert find(modules, "zzzz") == {"results": [], "isGuess": True, "isNamed": False}


@pytest.mark.parametrize("query", ["", "   ", "!?", "̈", "((((", ".*", "a\\", "[x", "x" * 10_000, "ф" * 200, "<b>"])
def test_odd_input_finds_nothing_odd(modules: Modules, query: str) -> None:
    assert all(result["slug"] in NAMES["slug"] for result in find(modules, query)["results"])


def slips(typed: str, word: str) -> int:
    """Damerau's distance in its restricted form, worked out in full."""
    table = [[i + j if i * j == 0 else 0 for j in range(len(word) + 1)] for i in range(len(typed) + 1)]
    for i in range(1, len(typed) + 1):
        for j in range(1, len(word) + 1):
            change = typed[i - 1] != word[j - 1]
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + change)
            if i > 1 and j > 1 and typed[i - 1] == word[j - 2] and typed[i - 2] == word[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


def test_bounded_distance_is_the_full_one_within_its_bound(modules: Modules) -> None:
    chance = random.Random(5)  # noqa: S311
    cases = []
    for _ in range(600):
        word = "".join(chance.choices("abcd", k=chance.randint(1, 9)))
        letters = list(word)
        for _ in range(chance.randint(0, 4)):
            at = chance.randrange(len(letters) + 1)
            letters[at : at + chance.randint(0, 2)] = chance.choices("abcd", k=chance.randint(0, 2))
        if letters:
            cases.append(("".join(letters), word, chance.randint(1, 2)))
    body = """
      return given.cases.map(([typed, word, most]) => [measure(typed, word, most, true), measure(typed, word, most)]);
    """
    found = modules.run("elements/finder/distance", body, cases=cases)
    for (typed, word, most), (whole, beginning) in zip(cases, found, strict=True):
        assert whole == min(slips(typed, word), most + 1), (typed, word, most)
        full = min(slips(typed, word[:end]) for end in range(len(word) + 1))
        assert beginning == min(full, most + 1), (typed, word, most)


@pytest.mark.parametrize(
    ("query", "is_named"), [("nurse reg", True), ("doc", True), ("nusre", False), ("births", False)]
)
def test_whether_a_name_has_it_without_a_slip_is_said(modules: Modules, query: str, is_named: bool) -> None:
    assert find(modules, query)["isNamed"] is is_named


def test_profiles_come_before_outlines_but_for_the_whole_name(modules: Modules) -> None:
    names = {**NAMES, "profiled": 4}  # The nurse midwife is known by figures alone.
    assert slugs(find(modules, "nurse", names=names)) == ["registered-nurse", "nurse-midwife"]
    found = find(modules, "nurse midwife", names=names)
    assert [(result["slug"], result["isOutline"]) for result in found["results"]] == [("nurse-midwife", True)]


def test_a_slip_is_forgiven_where_no_name_has_the_word_itself(modules: Modules) -> None:
    names = {**NAMES, "title": [*NAMES["title"][:4], "Welter"]}
    assert slugs(find(modules, "welder", names=names)) == ["welder"]
    assert slugs(find(modules, "wellder", names=names)) == ["welder", "nurse-midwife"]
