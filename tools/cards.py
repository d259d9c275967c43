"""The pictures that shared links show: drawn here, kept in pictures/.

    .venv/bin/python -m tools.cards

draws all of them anew: in cards/ one for each field and its occupations, from what the site says, and card.png for all
other pages, from the card.svg beside it. Run it when a field, its label or mark, the site's name, its colours or that
drawing change; a test says so.
"""

from __future__ import annotations

import hashlib
import html
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import sync_playwright

from generator import links, project
from generator.model.site import Site
from tests.browser.chromium import launch

REPOSITORY = Path(__file__).resolve().parents[1]
ASSETS = REPOSITORY / "templates/theme/assets/careers"
CARDS = REPOSITORY / "templates/theme" / links.CARDS
DRAWING = ASSETS / "pictures/card.svg"
"""The picture of pages of no field, as its publisher has drawn it."""
SIZE = (1200, 630)
"""Width and height that the Open Graph protocol's readers expect."""
TITLE = (620, 370)
"""Width and height of the room for a label."""
COLOURS = 48
"""Few flat colours and the steps between them along the edges."""
STAMP = "Drawing"
"""Name of the text within a picture that tells which drawing it was made from."""

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


@dataclass(frozen=True)
class Card:
    """One picture: where it is kept and the page that is drawn."""

    path: Path
    page: str

    @property
    def stamp(self) -> str:
        """Changes with what is drawn."""
        return hashlib.sha256(self.page.encode()).hexdigest()[:16]


def find_cards(site: Site) -> Iterator[Card]:
    """The card of all other pages, and one for each field of work."""
    yield Card(DRAWING.with_suffix(".png"), _DRAWN.format(drawing=DRAWING.read_text(encoding="utf-8").strip()))
    logo = (ASSETS / "pictures/logo.svg").read_text(encoding="utf-8").strip()
    marks = dict(
        re.findall(
            r'<symbol id="field-([^"]+)"(.*?</)symbol>',
            (ASSETS / "pictures/marks.svg").read_text(encoding="utf-8"),
            re.DOTALL,
        )
    )
    colours = _read_colours((ASSETS / "styles/tokens.css").read_text(encoding="utf-8"))
    for key, term in site.vocabulary.fields.items():
        page = _PAGE.format(
            **colours,
            title=TITLE,
            tiles=_draw_tiles(colours),
            logo=logo,
            name=html.escape(site.settings.site_name),
            label=html.escape(term.label),
            mark=f"<g{marks[key]}g>" if key in marks else "",
        )
        yield Card(CARDS / f"{key}.png", page)


def _read_colours(css: str) -> dict[str, str]:
    """The colours of the site: the ground of its header, a darker one, and the two of lines on dark ground."""
    light, dark = (css[css.index(start) :] for start in (":root", '[data-md-color-scheme="slate"]'))

    def find(part: str, name: str) -> str:
        return str(re.findall(rf"{name}: (#[0-9a-f]{{3,6}});", part)[0])

    return {
        "ground": find(light, "--md-primary-fg-color"),
        "deep": find(light, "--md-primary-fg-color--dark"),
        "line": find(dark, "--cg-strong"),
        "warm": find(dark, "--cg-warm"),
    }


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


def draw(cards: list[Card]) -> Iterator[tuple[Card, bytes]]:
    """Each card as PNG."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        for card in cards:
            page.set_content(card.page)
            for size in page.locator("h1").evaluate_all("titles => titles.map((t) => [t.scrollWidth, t.scrollHeight])"):
                if tuple(size) != TITLE:
                    raise SystemExit(f"the label of {card.path.stem} is too long for its picture")
            yield card, _shrink(page.screenshot(), card.stamp)
        browser.close()


def _shrink(screenshot: bytes, stamp: str) -> bytes:
    """The same picture in few colours, with its stamp."""
    picture = Image.open(io.BytesIO(screenshot)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    info = PngInfo()
    info.add_text(STAMP, stamp)
    small = io.BytesIO()
    picture.save(small, "PNG", optimize=True, pnginfo=info)
    return small.getvalue()


def main() -> None:
    """Draw all cards; pictures of fields that are gone go as well."""
    CARDS.mkdir(exist_ok=True)
    cards = list(find_cards(project.load(REPOSITORY).site))
    for card, picture in draw(cards):
        card.path.write_bytes(picture)
        print(f"{card.path.relative_to(REPOSITORY)}: {len(picture):,} bytes")
    for path in set(CARDS.glob("*.png")) - {card.path for card in cards}:
        path.unlink()


if __name__ == "__main__":
    main()
