"""Finding an occupation by its titles in other languages, by parts of words and without accents."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scripts.node.running import Modules, as_map

GERMAN = [
    ["Krankenpfleger Allgemeine Krankenpflege/Krankenschwester"],
    ["Bäcker/Bäckerin"],
    [],
    ["Glasbläser", "Gießer"],
]
FILES: dict[str, Any] = {
    "de": {"version": 1, "titles": GERMAN, "close": [3]},
    "pl": {"version": 1, "titles": [["pielęgniarka"], [], ["główny księgowy"], []], "close": []},
    "bg": {"version": 1, "titles": [["медицинска сестра"], [], [], []], "close": []},
}


def find(modules: Modules, query: str, files: Any = None) -> list[dict[str, Any]]:
    body = "return searchingTitles(given.query, given.files);"
    found: list[dict[str, Any]] = modules.run("elements/finder/titles", body, query=query, files=as_map(files or FILES))
    return found


@pytest.mark.parametrize(
    ("query", "place", "title", "language"),
    [
        ("Krankenpflege", 0, GERMAN[0][0], "de"),
        ("schwester", 0, GERMAN[0][0], "de"),
        ("backer", 1, "Bäcker/Bäckerin", "de"),
        ("BÄCK", 1, "Bäcker/Bäckerin", "de"),
        ("giesser", 3, "Gießer", "de"),
        ("pielegn", 0, "pielęgniarka", "pl"),
        ("ksiegowy glowny", 2, "główny księgowy", "pl"),
        ("сестра", 0, "медицинска сестра", "bg"),
    ],
)
def test_part_of_a_word_is_enough_and_accents_are_not_needed(
    modules: Modules, query: str, place: int, title: str, language: str
) -> None:
    (found,) = find(modules, query)
    assert found | {"place": place, "title": title, "language": language, "isClose": place == 3} == found


@pytest.mark.parametrize("query", ["", "de", "Krankenpflege Bäcker", "Baum", "r"])
def test_what_no_title_has_or_is_too_short_finds_nothing(modules: Modules, query: str) -> None:
    assert find(modules, query) == []


def test_words_themselves_come_before_their_beginnings_and_these_before_the_middle(modules: Modules) -> None:
    titles = [["Oberkoch"], ["Kochin"], ["Koch am Grill"], ["Koch"], ["Koch"]]
    files = {"de": {"version": 1, "titles": titles, "close": [4]}}
    assert [found["place"] for found in find(modules, "koch", files)] == [3, 4, 2, 1, 0]


def test_a_guide_comes_before_outlines_unless_one_is_called_just_so(modules: Modules) -> None:
    titles = [["Kochgehilfe"], ["Beikoch"], ["Koch am Grill"], ["Koch"]]
    files = as_map({"de": {"version": 1, "titles": titles, "close": []}})
    body = "return searchingTitles('koch', given.files, given.profiled);"
    for profiled, order in ((4, [3, 2, 0, 1]), (1, [3, 0, 2, 1])):
        found = modules.run("elements/finder/titles", body, files=files, profiled=profiled)
        assert [one["place"] for one in found] == order


@pytest.mark.parametrize(
    ("query", "languages"),
    [
        ("Bäckerei", ["de"]),
        ("giesse", ["de"]),
        ("kochen", ["da", "de"]),
        ("koch giesser", ["de"]),
        ("Øl", []),
        ("koch Baum", []),
        ("koc", []),
        ("", []),
    ],
)
def test_languages_are_asked_that_have_words_which_begin_so(modules: Modules, query: str, languages: list[str]) -> None:
    starts = {"letters": 4, "starts": {"da de": ["koch"], "de": ["back", "gies"]}}
    body = "return suspect(given.query, given.starts);"
    assert modules.run("elements/finder/titles", body, query=query, starts=starts) == languages
