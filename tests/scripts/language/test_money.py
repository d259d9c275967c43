"""Amounts of money: scripts write them as pages do."""

from __future__ import annotations

import pytest

from generator.pages.filters import write_money
from tests.scripts.node.running import Modules


@pytest.mark.parametrize(
    ("amount", "currency", "locale", "written"),
    [
        (97550, "USD", "en-US", "$97,550"),
        # As in the country, not as in the language, which has $97,550 for English and 97.550 US$ for Spanish.
        (97550, "USD", "en-GB", "US$97,550"),
        (97550, "USD", "es-US", "$97,550"),
        (29.05, "GBP", "es-US", "GBP\N{NO-BREAK SPACE}29.05"),
        (17.5, "GBP", "en-GB", "£17.50"),
        (29.05, "CAD", "en", "CA$29.05"),
        (1234567, "CHF", "en", "CHF\N{NO-BREAK SPACE}1,234,567"),
        (97550.7, "JPY", "ja-JP", "\N{FULLWIDTH YEN SIGN}97,551"),
        (97550, "EUR", "de-AT", "€\N{NO-BREAK SPACE}97.550"),
        (29.05, "USD", "de", "29,05\N{NO-BREAK SPACE}$"),
        (1000.4, "EUR", "fr-CA", "1\N{NO-BREAK SPACE}000,40\N{NO-BREAK SPACE}€"),
    ],
)
def test_script_and_generator_write_the_same(
    modules: Modules, amount: float, currency: str, locale: str, written: str
) -> None:
    assert write_money(amount, currency, tag=locale) == written
    assert modules.call("language/money", "writeMoney", amount, currency, locale) == written


@pytest.mark.parametrize(
    ("amount", "per", "unit", "hours", "told"),
    [
        (63190, "year", "year", None, 63190),
        (63190, "year", "month", None, 5266),
        (63190, "year", "hour", 2080, 30.38),
        (63190, "year", "hour", None, None),
        (17.25, "hour", "year", None, None),
        (17.25, "hour", "month", 1950, 2803),
        (3000, "month", "year", None, 36000),
    ],
)
def test_pay_is_told_by_another_unit_of_time_where_that_is_known(
    modules: Modules, amount: float, per: str, unit: str, hours: int | None, told: float | None
) -> None:
    assert modules.call("language/money", "tellIn", amount, per, unit, hours) == told
