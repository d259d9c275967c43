"""The pictures of shared links: one a field, one for all else, of the size that readers of Open Graph expect."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from generator import links
from generator.model.site import Site
from generator.publishing.assets.cards import SIZE, STAMP, Card, list_cards
from generator.sources.shipped.layers import Layers
from tests.conftest import REPOSITORY

CARD = 25_000
"""Bytes of a picture of a field."""
MANY_MARKS = 35_000
"""Bytes of the picture that shows many of them."""
CARDS = REPOSITORY / links.THEME / links.CARDS
DRAWING = CARDS.with_name("card.svg")
PICTURES = [DRAWING.with_suffix(".png"), *sorted(CARDS.glob("*"))]


@pytest.fixture(scope="module")
def drawn(own: Site) -> dict[Path, Card]:
    """What each picture is to show."""
    return {REPOSITORY / card.path: card for card in list_cards(own, Layers(REPOSITORY))}


@pytest.mark.ours
def test_there_is_one_for_each_field_and_none_too_many(drawn: dict[Path, Card]) -> None:
    assert sorted(drawn) == sorted(PICTURES)


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_picture_fits_and_shows_what_the_site_says(drawn: dict[Path, Card], path: Path) -> None:
    assert path.stat().st_size <= (CARD if path.parent == CARDS else MANY_MARKS)
    with Image.open(path) as picture:
        assert (picture.format, picture.size) == ("PNG", SIZE)
        assert picture.info[STAMP] == drawn[path].stamp, "run: careers cards"


def test_stamp_changes_with_what_is_drawn(drawn: dict[Path, Card]) -> None:
    stamps = {card.stamp for card in drawn.values()}
    assert len(stamps) == len(drawn)
    first, *_, last = drawn
    for path, changed in ((first, "</svg>"), (last, "</header>")):
        page = drawn[path].page
        assert changed in page
        assert Card(path, page.replace(changed, f"Others{changed}")).stamp not in stamps
