"""The pictures that shared links show: drawn by `careers cards`, kept in pictures/ of the site's theme.

One for each field of work and its occupations, from what the site says, in its colors, and card.png for all other
pages: from the site's own card.svg, or from its name. Chromium draws them, by Playwright, which nothing else needs.
"""

from __future__ import annotations

import functools
import hashlib
import html
import io
import os
import re
import shutil
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import links
from generator.model.site import Site
from generator.sources.shipped.layers import Layers

_PICTURES = f"{links.THEME}/{links.ASSETS}/pictures"
_STYLES = f"{links.THEME}/{links.ASSETS}/styles"
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Names of programs that draw, the one without windows first: it does the same with a sixth less work."""
NEEDED = "install Playwright and its browser: `pip install playwright pillow`, then `playwright install chromium`"
SIZE = (1200, 630)
"""Width and height that the Open Graph protocol's readers expect."""
TITLE = (620, 370)
"""Width and height of the room for a label."""
COLOURS = 48
"""Few flat colours and the steps between them along the edges."""
STAMP = "Drawing"
"""Name of the text within a picture that tells which drawing it was made from."""
_AFTER_HEAD = 33
"""Bytes of a PNG before which nothing may stand: its sign, and its measures."""
_DARKER = 0.75

_PAGE = """<!doctype html>
<meta charset="utf-8">
<style>
  * {{ margin: 0; box-sizing: border-box; }}
  body {{ width: 1200px; height: 630px; background: {ground}; color: #fff; overflow: hidden;
    font: 700 44px/1.15 "Liberation Sans", Arial, Helvetica, sans-serif; }}
  header {{ position: absolute; left: 70px; top: 72px; display: flex; gap: 24px; align-items: center; }}
  header svg {{ width: 82px; height: 82px; }}
  h1 {{ position: absolute; left: 70px; top: 190px; width: {title[0]}px; height: {title[1]}px;
    display: flex; align-items: center; font-size: 68px; letter-spacing: -0.01em; }}
  .tiles {{ position: absolute; inset: 0; }}
  .mark {{ position: absolute; left: 805px; top: 185px; width: 260px; height: 260px;
    color: {line}; --cg-warm: {warm}; }}
</style>
<svg class="tiles" viewBox="0 0 1200 630">{tiles}</svg>
<header>{logo}<span>{name}</span></header>
<h1>{label}</h1>
<svg class="mark" viewBox="0 0 48 48">{mark}</svg>
"""
_DRAWN = """<!doctype html>
<meta charset="utf-8">
<style>body {{ margin: 0; }} svg {{ display: block; width: 1200px; height: 630px; }}</style>
{drawing}
"""


class CardsError(Exception):
    """Why nothing is drawn."""


@dataclass(frozen=True)
class Card:
    """One picture: where it is kept, below the site's folder, and the page that is drawn."""

    path: Path
    page: str

    @property
    def stamp(self) -> str:
        """Changes with what is drawn."""
        return hashlib.sha256(self.page.encode()).hexdigest()[:16]


def list_cards(site: Site, layers: Layers) -> Iterator[Card]:
    """The card of all other pages, and one for each field of work."""

    def read(name: str) -> str:
        return layers.find(name).read_text(encoding="utf-8").strip()

    colours = _read_colours(layers)
    symbols = re.findall(r'<symbol id="field-([^"]+)"(.*?</)symbol>', read(f"{_PICTURES}/marks.svg"), re.DOTALL)
    marks = {key: f"<g{shapes}g>" for key, shapes in symbols}
    write = functools.partial(
        _PAGE.format, **colours, title=TITLE, tiles=_draw_tiles(colours), logo=read(f"{_PICTURES}/logo.svg")
    )
    name, drawing = html.escape(site.settings.site_name), f"{_PICTURES}/card.svg"
    # The one that came along has the name of another site.
    is_own = not layers.is_packaged(layers.find(drawing))
    page = _DRAWN.format(drawing=read(drawing)) if is_own else write(name="", label=name, mark="")
    yield Card(Path(drawing).with_suffix(".png"), page)
    for key, term in site.vocabulary.fields.items():
        page = write(name=name, label=html.escape(term.label), mark=marks.get(key) or _make_mark(term.label))
        yield Card(Path(links.THEME, links.CARDS, f"{key}.png"), page)


def _make_mark(label: str) -> str:
    """What a field has that has no mark of its own, as its pages have it."""
    lines = '<path d="M24 5 40.5 14.5v19L24 43 7.5 33.5v-19z" fill="none" stroke="currentColor" stroke-width="2.5"/>'
    letter = '<text x="24" y="31" font-size="20" font-weight="700" text-anchor="middle" fill="currentColor">{}</text>'
    return lines + letter.format(html.escape(label[:1].upper()))


def _read_colours(layers: Layers) -> dict[str, str]:
    """The colours of the site: the ground of its header, a darker one, and the two of lines on dark ground."""
    brand, tokens = (layers.find(f"{_STYLES}/{name}.css") for name in ("brand", "tokens"))
    sheets = [path.read_text(encoding="utf-8") for path in (brand, tokens) if path.is_file()]

    def find(sheet: str, begin: str, name: str) -> str:
        part = sheet[sheet.index(begin) :] if begin in sheet else ""
        return next(iter(re.findall(rf"{name}: (#[0-9a-fA-F]{{3,6}});", part)), "")

    def choose(begin: str, name: str) -> str:
        return next(filter(None, (find(sheet, begin, name) for sheet in sheets)), "#000")

    light, dark, ground = ":root", '[data-md-color-scheme="slate"]', "--md-primary-fg-color"
    named = next(sheet for sheet in sheets if find(sheet, light, ground))
    return {
        "ground": choose(light, ground),
        "deep": find(named, light, f"{ground}--dark") or _darken(choose(light, ground)),
        "line": choose(dark, "--cg-strong"),
        "warm": choose(dark, "--cg-warm"),
    }


def _darken(colour: str) -> str:
    digits = colour[1:] if len(colour) > len("#rgb") else "".join(2 * digit for digit in colour[1:])
    return "#" + "".join(f"{round(_DARKER * int(digits[at : at + 2], 16)):02x}" for at in (0, 2, 4))


def _draw_tiles(colours: dict[str, str]) -> str:
    """A large hexagon with six around it, of which the edge of the picture cuts some."""
    x, y, side = 935, 315, 205
    height = side * 3**0.5

    def hexagon(cx: float, cy: float, opacity: float) -> str:
        points = " ".join(
            f"{cx + dx * side * 0.96:.1f},{cy + dy * height * 0.48:.1f}"
            for dx, dy in ((1, 0), (0.5, 1), (-0.5, 1), (-1, 0), (-0.5, -1), (0.5, -1))
        )
        return f'<polygon points="{points}" fill="{colours["deep"]}" fill-opacity="{opacity}"/>'

    around = ((0, -height), (0, height), *((dx * 1.5 * side, dy * height / 2) for dx in (1, -1) for dy in (1, -1)))
    return hexagon(x, y, 1) + "".join(hexagon(x + dx, y + dy, 0.35) for dx, dy in around if dx >= 0)


def draw(cards: Iterable[Card]) -> Iterator[tuple[Card, bytes]]:
    """Each card as PNG; raises `CardsError` where nothing can be drawn."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        raise CardsError(NEEDED) from None
    try:
        with sync_playwright() as playwright:
            installed = next(filter(None, map(shutil.which, BROWSERS)), None)
            # Nobody but the superuser of a container needs that.
            arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
            browser = playwright.chromium.launch(executable_path=installed, args=["--disable-gpu", *arguments])
            page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
            for card in cards:
                page.set_content(card.page)
                measure = "titles => titles.map((t) => [t.scrollWidth, t.scrollHeight])"
                for size in page.locator("h1").evaluate_all(measure):
                    if tuple(size) != TITLE:
                        raise CardsError(f"the label of {card.path.stem} is too long for its picture")
                yield card, stamp(_shrink(page.screenshot()), card.stamp)
            browser.close()
    except Error as error:
        raise CardsError(f"{error.message.partition(chr(10))[0]}; {NEEDED}") from None


def _shrink(picture: bytes) -> bytes:
    """The same PNG in few colours, where Pillow is there; else as it is, three times as large."""
    try:
        from PIL import Image
    except ImportError:
        return picture
    small = io.BytesIO()
    whole = Image.open(io.BytesIO(picture)).convert("RGB")
    whole.quantize(COLOURS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


def stamp(picture: bytes, text: str) -> bytes:
    """A PNG with its stamp."""
    data = b"tEXt" + STAMP.encode() + b"\0" + text.encode()
    chunk = struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data))
    return picture[:_AFTER_HEAD] + chunk + picture[_AFTER_HEAD:]


def write_cards(site: Site, root: Path, tell: Callable[[str], Any]) -> None:
    """Draw all cards into a site; its own pictures of fields that are gone go as well. Raises `CardsError`."""
    cards = list(list_cards(site, Layers.of(root)))
    for card, picture in list(draw(cards)):
        path = root / card.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(picture)
        tell(f"{card.path}: {len(picture):,} bytes")
    for path in {*(root / links.THEME / links.CARDS).glob("*.png")} - {root / card.path for card in cards}:
        path.unlink()
