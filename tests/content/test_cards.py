"""The pictures of shared links: one a field, one for all else, of the size that readers of Open Graph expect."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from generator.model.site import Site
from tools.cards import CARDS, DRAWING, SIZE, STAMP, Card, find_cards

CARD = 25_000
"""Bytes of a picture of a field."""
MANY_MARKS = 35_000
"""Bytes of the picture that shows many of them."""
PICTURES = [DRAWING.with_suffix(".png"), *sorted(CARDS.glob("*"))]


@pytest.fixture(scope="module")
def drawn(own: Site) -> dict[Path, Card]:
    """What each picture is to show."""
    return {card.path: card for card in find_cards(own)}


@pytest.mark.ours
def test_there_is_one_for_each_field_and_none_too_many(drawn: dict[Path, Card]) -> None:
    assert sorted(drawn) == sorted(PICTURES)


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_picture_fits_and_shows_what_the_site_says(drawn: dict[Path, Card], path: Path) -> None:
    assert path.stat().st_size <= (CARD if path.parent == CARDS else MANY_MARKS)
    with Image.open(path) as picture:
        assert (picture.format, picture.size) == ("PNG", SIZE)
        assert picture.info[STAMP] == drawn[path].stamp, "run: .venv/bin/python -m tools.cards"


def test_stamp_changes_with_what_is_drawn(drawn: dict[Path, Card]) -> None:
    stamps = {card.stamp for card in drawn.values()}
    assert len(stamps) == len(drawn)
    first, *_, last = drawn
    for path, changed in ((first, "</svg>"), (last, "</header>")):
        page = drawn[path].page
        assert changed in page
        assert Card(path, page.replace(changed, f"Others{changed}")).stamp not in stamps
