"""The pictures of shared links: one for each field, of the size that readers of the Open Graph protocol expect."""

from __future__ import annotations

import pytest
from PIL import Image

from tests.browser.cards import CARDS, SIZE, STAMP, Card, find_cards

CARD = 25_000
"""Bytes of a picture."""

DRAWN = list(find_cards())


def test_there_is_one_for_each_field_and_none_too_many() -> None:
    assert len(DRAWN) == 24
    assert sorted(CARDS.glob("*")) == sorted(card.path for card in DRAWN)


@pytest.mark.parametrize("card", DRAWN, ids=lambda card: card.path.stem)
def test_picture_fits_and_shows_what_the_site_says(card: Card) -> None:
    assert card.path.stat().st_size <= CARD
    with Image.open(card.path) as picture:
        assert (picture.format, picture.size) == ("PNG", SIZE)
        assert picture.info[STAMP] == card.stamp, "run: .venv/bin/python tests/browser/cards.py"


def test_stamp_changes_with_what_is_drawn() -> None:
    assert len({card.stamp for card in DRAWN}) == len(DRAWN)
    assert Card(DRAWN[0].path, DRAWN[0].page.replace("Career guides", "Others")).stamp != DRAWN[0].stamp
