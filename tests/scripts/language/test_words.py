"""Texts are filled in as the generator does it; the same cases run there in tests/unit/test_filling.py."""

from __future__ import annotations

import datetime

import pytest

from generator.pages.filters import write_date, write_decimal, write_signed
from tests.scripts.node.running import Modules
from tests.unit.test_filling import CASES, MIXED, MIXED_IN_GERMAN, VALUES


@pytest.mark.parametrize(("locale", "forms", "count", "filled"), CASES)
def test_number_chooses_the_form_of_its_language(
    modules: Modules, locale: str, forms: dict[str, str], count: float, filled: str
) -> None:
    body = "setLocale(given.locale); return fill(given.forms, { count: given.count })"
    assert modules.run("language/words", body, locale=locale, forms=forms, count=count) == filled


def test_numbers_that_say_how_many_are_grouped_and_others_are_not(modules: Modules) -> None:
    body = "setLocale('en'); number(1); setLocale('de'); return fill(given.text, given.values)"
    assert modules.run("language/words", body, text=MIXED, values=VALUES) == MIXED_IN_GERMAN
    assert modules.run("language/words", body, text={"other": MIXED}, values=VALUES) == MIXED_IN_GERMAN


def test_rules_of_a_language_are_made_once(modules: Modules) -> None:
    body = """
      let made = 0;
      const { PluralRules } = Intl;
      Intl.PluralRules = class extends PluralRules { constructor(name) { super(name); made++; } };
      for (const name of ["en", "pl"]) {
        setLocale(name);
        for (let count = 0; count < 9; count++) fill({ other: "{count}" }, { count });
      }
      Intl.PluralRules = PluralRules;
      return made;
    """
    assert modules.run("language/words", body) == 2


def test_values_are_not_read_again_and_a_sentence_may_come_from_an_attribute(modules: Modules) -> None:
    body = "return fill(readSentence(given.text), { who: '{other}', other: 2 })"
    assert modules.run("language/words", body, text='"{who} and {other}"') == "{other} and 2"


@pytest.mark.parametrize("locale", ["en-GB", "en-US", "de", "fr", "pl", "fa"])
def test_script_and_generator_write_numbers_and_days_the_same(modules: Modules, locale: str) -> None:
    body = "setLocale(given.locale); return [decimal(3.14), date('2026-03-05')]"
    day = datetime.date(2026, 3, 5)
    assert modules.run("language/words", body, locale=locale) == [
        write_decimal(3.14, tag=locale),
        write_date(day, tag=locale),
    ]


@pytest.mark.parametrize(
    ("change", "locale", "written"),
    [
        (6, "en-US", "+6"),
        (-2.5, "en-US", "\N{MINUS SIGN}2.5"),
        (0, "en-US", "0"),
        (1234, "de", "+1.234"),
        (-2.5, "fr", "\N{MINUS SIGN}2,5"),
        (6, "he", "\N{LEFT-TO-RIGHT MARK}+6"),
        (-6, "he", "\N{LEFT-TO-RIGHT MARK}\N{MINUS SIGN}6"),
        (-6, "fa", "\N{LEFT-TO-RIGHT MARK}\N{MINUS SIGN}6"),
    ],
)
def test_changes_have_the_signs_that_pages_write(modules: Modules, change: float, locale: str, written: str) -> None:
    assert write_signed(change, tag=locale) == written
    body = "setLocale(given.locale); return signed(given.change);"
    assert modules.run("language/words", body, change=change, locale=locale) == written


@pytest.mark.parametrize(("locale", "ordered"), [("en", ["ä", "Apfel", "z"]), ("sv", ["Apfel", "z", "ä"])])
def test_names_stand_in_the_order_of_the_language(modules: Modules, locale: str, ordered: list[str]) -> None:
    body = "setLocale(given.locale); return given.names.sort(compare)"
    assert modules.run("language/words", body, locale=locale, names=["z", "Apfel", "ä"]) == ordered


@pytest.mark.parametrize(("locale", "listed"), [("en", "a, b, c"), ("ar", "a، وb، وc")])
def test_facts_beside_one_another_have_the_signs_of_the_language(modules: Modules, locale: str, listed: str) -> None:
    body = "setLocale(given.locale); return list(['a', 'b', 'c'], 'unit')"
    assert modules.run("language/words", body, locale=locale) == listed
