"""Texts are filled in by name, and a number chooses the form that its language asks for."""

from __future__ import annotations

import pytest

from generator.strings import MissingTextError, Plural, Words, fill, is_plural, merge, order

ROOMS = {"one": "{count} room", "other": "{count} rooms"}
POLISH = {"one": "{count} pokój", "few": "{count} pokoje", "many": "{count} pokoi", "other": "{count} pokoju"}
CASES = [
    ("en-GB", ROOMS, 1, "1 room"),
    ("en-GB", ROOMS, 0, "0 rooms"),
    ("en-GB", ROOMS, 21, "21 rooms"),
    ("en-GB", {**ROOMS, "zero": "no room"}, 0, "no room"),
    ("en-GB", {**ROOMS, "zero": "no room"}, 10, "10 rooms"),
    ("fr", ROOMS, 0, "0 room"),
    ("fr", {**ROOMS, "zero": "aucune"}, 0, "aucune"),
    ("ja", ROOMS, 1, "1 rooms"),
    ("pl", POLISH, 1, "1 pokój"),
    ("pl", POLISH, 3, "3 pokoje"),
    ("pl", POLISH, 5, "5 pokoi"),
    ("pl", POLISH, 1.5, "1,5 pokoju"),
    ("pl", ROOMS, 3, "3 rooms"),
    ("en-GB", ROOMS, 12345, "12,345 rooms"),
    ("de", ROOMS, 1234, "1.234 rooms"),
    ("pl", POLISH, 1005, "1\N{NO-BREAK SPACE}005 pokoi"),
    ("fr", ROOMS, 1234567, "1\N{NARROW NO-BREAK SPACE}234\N{NARROW NO-BREAK SPACE}567 rooms"),
    ("en-IN", ROOMS, 1234567, "12,34,567 rooms"),
    ("ar-EG", ROOMS, 1234, "1,234 rooms"),
]
"""Language, forms, number, and what comes of it; the scripts are held to the same."""
MIXED = "{count} {found} {most} {total} {year} {said}"
VALUES = {"count": 1000, "found": 2000, "most": 3000, "total": 4000, "year": 2026, "said": "5000"}
MIXED_IN_GERMAN = "1.000 2.000 3.000 4.000 2026 5000"
"""Numbers that say how many, one that does not, and a text."""


def test_names_are_replaced_and_values_are_not_read_again() -> None:
    assert fill("{who} and {who_else}: {who}", who="{who_else}", who_else=2) == "{who_else} and 2: {who_else}"


def test_name_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError, match="count"):
        fill("{count} rooms", cuont=1)


@pytest.mark.parametrize(("locale", "forms", "count", "filled"), CASES)
def test_number_chooses_the_form_of_its_language(locale: str, forms: dict[str, str], count: float, filled: str) -> None:
    text = Words({"script": {"locale": locale}, "rooms": forms})["rooms"]
    assert fill(text, count=count) == filled


def test_numbers_that_say_how_many_are_grouped_and_others_are_not() -> None:
    words = Words({"script": {"locale": "de"}, "part": {"mixed": MIXED, "forms": {"other": MIXED}}})["part"]
    assert fill(words["mixed"], **VALUES) == MIXED_IN_GERMAN
    assert fill(words["forms"], **VALUES) == MIXED_IN_GERMAN


def test_text_in_forms_cannot_be_printed_without_its_number() -> None:
    with pytest.raises(TypeError, match=r"t\.rooms has a form for each number"):
        str(Words({"rooms": ROOMS})["rooms"])
    with pytest.raises(KeyError, match="count"):
        fill(Plural(ROOMS, "rooms", "en"), number=1)


def test_section_of_sections_is_no_text_in_forms() -> None:
    assert is_plural(ROOMS)
    assert not is_plural({"many": {"results": "x"}})
    assert not is_plural({"one": "x", "title": "y"})
    assert not is_plural({})


def test_texts_take_the_place_of_others_one_by_one_but_forms_together() -> None:
    texts = {"a": {"b": "1", "c": ROOMS}, "d": "2"}
    assert merge(texts, {"a": {"c": {"other": "x"}}}) == {"a": {"b": "1", "c": {"other": "x"}}, "d": "2"}
    assert merge(texts, {}) == texts
    assert texts["a"] == {"b": "1", "c": ROOMS}


def test_missing_text_names_itself() -> None:
    with pytest.raises(MissingTextError, match=r"no text t\.a\.c"):
        Words({"a": {"b": "1"}})["a"]["c"]


def test_titles_with_accents_stand_among_those_without() -> None:
    titles = ["Zoólogo", "Árbitro", "Abogada", "árbol", "ñandú", "Nadador", "Ebanista"]
    assert sorted(titles, key=order) == ["Abogada", "Árbitro", "árbol", "Ebanista", "Nadador", "ñandú", "Zoólogo"]
