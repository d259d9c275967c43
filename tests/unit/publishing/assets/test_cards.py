"""The pictures of shared links: what is drawn of a site, and what is said where nothing can be."""

from __future__ import annotations

import struct
import sys
import zlib
from pathlib import Path

import pytest

from generator import links
from generator.model.site import Site
from generator.publishing.assets import cards
from generator.sources.shipped.layers import Layers
from tests.conftest import REPOSITORY

BRAND = f"{links.THEME}/{links.ASSETS}/styles/brand.css"


@pytest.fixture
def own(tmp_path: Path) -> Layers:
    """The folder of a site that has only colors of its own."""
    brand = tmp_path / BRAND
    brand.parent.mkdir(parents=True)
    brand.write_text(":root { --md-primary-fg-color: #408000; }\n", encoding="utf-8")
    return Layers(tmp_path, REPOSITORY)


def test_pictures_have_the_name_and_the_colors_of_the_site(small_site: Site, own: Layers) -> None:
    found = {card.path.stem: card.page for card in cards.list_cards(small_site, own)}
    assert found.keys() == {"card", *small_site.vocabulary.fields}
    for page in found.values():
        assert small_site.settings.site_name in page
        assert "background: #408000" in page
        assert 'fill="#306000"' in page
    assert found["production"].count("<symbol") == 0
    assert "</text>" not in found["production"]
    label = small_site.vocabulary.fields["computing"].label
    assert f">{label[0]}</text>" in found["computing"]


def test_a_site_may_have_a_drawing_of_its_own(small_site: Site, own: Layers) -> None:
    drawing = own.root / f"{links.THEME}/{links.ASSETS}/pictures/card.svg"
    drawing.parent.mkdir(parents=True)
    drawing.write_text("<svg>ours</svg>", encoding="utf-8")
    assert "<svg>ours</svg>" in next(cards.list_cards(small_site, own)).page


def test_without_a_browser_it_is_said_what_to_install(small_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    with pytest.raises(cards.CardsError, match="pip install playwright"):
        list(cards.draw(cards.list_cards(small_site, Layers(REPOSITORY))))


def test_a_stamp_stands_in_a_picture_as_its_format_has_it() -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(25) + b"rest"
    stamped = cards.stamp(picture, "0123")
    length = struct.unpack(">I", stamped[33:37])[0]
    chunk = stamped[37 : 41 + length]
    assert chunk == b"tEXtDrawing\x000123"
    assert struct.unpack(">I", stamped[41 + length : 45 + length])[0] == zlib.crc32(chunk)
    assert stamped[:33] + stamped[45 + length :] == picture
