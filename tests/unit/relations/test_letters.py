"""Names by their first letters: order, accents, other alphabets, and parts of bearable length."""

from __future__ import annotations

import dataclasses
import string

import pytest

from generator.model.site import Site, Strings
from generator.relations.letters import Alphabet, Letter, fit_one_page, list_letters, read_letters

LATIN = tuple(string.ascii_uppercase)


def arrange(site: Site, alphabet: tuple[str, ...], names: tuple[str, ...], most: int = 400) -> tuple[Letter, ...]:
    """The letters of one occupation whose title is the first of the names."""
    baker = site.occupations["baker"].model_copy(update={"title": names[0], "aliases": names[1:]})
    return list_letters({"baker": baker}, Alphabet(alphabet), most)


def show(letters: tuple[Letter, ...]) -> dict[str, list[str]]:
    """Key of each part -> its names."""
    return {part.key: [name.text for name in part.names] for letter in letters for part in letter.parts}


def test_accents_and_strokes_do_not_part_letters(small_site: Site) -> None:
    names = ("zoo keeper", "Ärztin", "azure", "Øre", "ode", "Łódź", "été", "Straßenbauer", "Strasse")
    assert show(arrange(small_site, LATIN, names)) == {
        "a": ["Ärztin", "azure"],
        "e": ["été"],
        "l": ["Łódź"],
        "o": ["ode", "Øre"],
        "s": ["Strasse", "Straßenbauer"],
        "z": ["zoo keeper"],
    }


def test_letters_of_ones_own_stand_where_the_language_has_them(small_site: Site) -> None:
    names = ("Ärztin", "Azteke", "Åkare", "Ode", "Cyklus", "Chata", "Dům")
    assert list(show(arrange(small_site, (*LATIN, "Å", "Ä"), names[:4]))) == ["a", "o", "ue5", "ue4"]
    assert show(arrange(small_site, ("C", "CH", "D"), names[4:])) == {"c": ["Cyklus"], "ch": ["Chata"], "d": ["Dům"]}
    assert show(arrange(small_site, ("ㄱ", "ㄴ"), ("나무", "가수", "가사"))) == {
        "u3131": ["가사", "가수"],
        "u3134": ["나무"],
    }


def test_signs_come_first_and_letters_of_no_alphabet_last_in_one_run(small_site: Site) -> None:
    letters = arrange(small_site, LATIN, ("3D artist", "'tis", "nurse", "Водолаз", "Врач", "医者", "画家"))
    assert show(letters) == {
        "other": ["'tis", "3D artist"],
        "n": ["nurse"],
        "u432": ["Водолаз", "Врач", "医者", "画家"],
    }
    assert (letters[-1].first, letters[-1].last) == ("В", "画")  # noqa: RUF001


def test_words_come_before_longer_words(small_site: Site) -> None:
    names = ("nurses", "Nurse aid", "nurse", "Nurse, night", "nurse")
    assert show(arrange(small_site, LATIN, names))["n"] == ["nurse", "nurse", "Nurse aid", "Nurse, night", "nurses"]


def test_many_names_are_cut_into_parts_of_one_length_that_say_where_they_begin(small_site: Site) -> None:
    names = tuple(f"Sa{first}{second}" for first in "abcde" for second in "xyz")
    (letter,) = arrange(small_site, LATIN, names, most=6)
    assert letter.count == len(names)
    assert [(part.key, part.first, part.last, len(part.names)) for part in letter.parts] == [
        ("s", "Saax", "Saby", 5),
        ("s-2", "Sabz", "Sadx", 5),
        ("s-3", "Sady", "Saez", 5),
    ]
    assert [name.text for part in letter.parts for name in part.names] == sorted(names)
    runs = arrange(small_site, (), names, most=6)
    assert [len(run.parts) for run in runs] == [1, 1, 1]


def test_parts_that_begin_alike_are_still_told_apart_by_their_addresses(small_site: Site) -> None:
    names = ("Same name of a very long kind",) * 4
    (letter,) = arrange(small_site, LATIN, names, most=2)
    assert [part.key for part in letter.parts] == ["s", "s-2"]


def test_every_name_of_the_site_stands_once(small_site: Site) -> None:
    letters = read_letters(small_site)
    expected = sorted(name for model in small_site.occupations.values() for name in (model.title, *model.aliases))
    assert sorted(name for names in show(letters).values() for name in names) == expected
    assert fit_one_page(letters)


@pytest.mark.parametrize("texts", [{}, {"a_to_z": "no section"}, {"a_to_z": {}}])
def test_without_an_alphabet_there_are_runs(small_site: Site, texts: Strings) -> None:
    letters = read_letters(dataclasses.replace(small_site, strings=texts))
    assert [(letter.first, letter.last) for letter in letters] == [("B", "P")]
