"""Amounts of money: scripts write them as pages do."""

from __future__ import annotations

import pytest

from generator.pages.filters import write_money
from tests.scripts.node.running import Modules


@pytest.mark.parametrize(
    ("amount", "currency", "locale", "written"),
    [
        (97550, "USD", "en-US", "$97,550"),
        # As in the language, not as in the country, where it would be US$.
        (97550, "USD", "en-GB", "$97,550"),
        (17.5, "GBP", "en-GB", "£17.50"),
        (29.05, "CAD", "en", "CA$29.05"),
        (1234567, "CHF", "en", "CHF\N{NO-BREAK SPACE}1,234,567"),
        (97550.7, "JPY", "ja-JP", "\N{FULLWIDTH YEN SIGN}97,551"),
        (97550, "EUR", "de-AT", "97.550\N{NO-BREAK SPACE}€"),
        (29.05, "USD", "de", "29,05\N{NO-BREAK SPACE}$"),
        (1000.4, "EUR", "fr-CA", "1\N{NARROW NO-BREAK SPACE}000,40\N{NO-BREAK SPACE}€"),
    ],
)
def test_script_and_generator_write_the_same(
    modules: Modules, amount: float, currency: str, locale: str, written: str
) -> None:
    assert write_money(amount, currency, tag=locale) == written
    assert modules.call("language/money", "writeMoney", amount, currency, locale) == written
