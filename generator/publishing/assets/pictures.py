"""Pictures of every page: their shape, so that a page can keep their place, and small ones within the page itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

_PNG = b"\x89PNG\r\n\x1a\n"
_NUMBER = r"(\d+(?:\.\d+)?)"
_TYPES = {".png": "image/png", ".svg": "image/svg+xml"}
_SMALL = 1_000
"""Bytes up to which a picture comes with each page: less than a request of its own would ask of a phone."""
_PLAIN = " !$'()*,-./:;=?@_"
"""What may stand in an address in double quotation marks as it is."""
_BOX = re.compile(rf"<svg\b[^>]*\sviewBox\s*=\s*[\"'][^\"']*?{_NUMBER}[\s,]+{_NUMBER}\s*[\"']")

_USE = re.compile(r'(<svg\b[^>]*)><use xlink:href="[^"]*#([^"]+)"></use></svg>')
_SYMBOL = re.compile(r'<symbol\b([^>]*?)\sid="([^"]+)"([^>]*)>(.*?)</symbol>', re.DOTALL)
_SHAPES = re.compile(r"(?:\s*</?(?:circle|ellipse|g|line|path|polygon|polyline|rect)(?:[\s/][^<>]*)?>)*\s*")
_MORE = re.compile(r"(?<![\w:-])(?:on\w+|id|style|class|(?:\w+:)?href)\s*=", re.IGNORECASE)
"""What names something, or does something, on the page in which it stands."""


def measure(path: Path) -> tuple[int, int] | None:
    """Width and height of an SVG or a PNG in whole pixels; None where it does not say."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if data.startswith(_PNG) and len(data) >= 24:
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    found = _BOX.search(data.decode("utf-8", "replace"))
    sides = (round(float(found[1])), round(float(found[2]))) if found else (0, 0)
    return sides if all(sides) else None


def embed(path: Path) -> str:
    """The address by which a page has a small picture within itself; "" where it is too large, or of another kind."""
    try:
        data = path.read_bytes()
    except OSError:
        return ""
    kind = _TYPES.get(path.suffix) if len(data) <= _SMALL else None
    return f"data:{kind},{quote(data, _PLAIN)}" if kind else ""


@dataclass(frozen=True)
class Marks:
    """The marks of an SVG that mean the same wherever they stand: name -> their attributes and their shapes."""

    shapes: Mapping[str, tuple[str, str]]
    most: int
    """Letters up to which a page has its marks within itself: over three pages that is less to send than the SVG."""

    def draw(self, page: str, address: str) -> str:
        """The same page, HTML, with its marks drawn in it, if that is worth it; `address` ends the SVG's own."""
        uses = [found for found in _USE.finditer(page) if f"{address}#" in found[0]] if address in page else []
        drawn = [self._draw(found) for found in uses]
        if not all(drawn) or sum(map(len, drawn)) > self.most:
            return page
        ends = [0, *(found.end() for found in uses)]
        parts = [page[end : found.start()] + mark for end, found, mark in zip(ends, uses, drawn, strict=False)]
        return "".join([*parts, page[ends[-1] :]])

    def _draw(self, use: re.Match[str]) -> str:
        if use[2] not in self.shapes:
            return ""
        attributes, shapes = self.shapes[use[2]]
        return f"{use[1]} {attributes}>{shapes}</svg>"


def read_marks(sprite: str) -> Marks:
    """The symbols of an SVG that may stand in a page: shapes alone, which have no name and do nothing."""
    found = {name: (f"{before} {after}", shapes) for before, name, after, shapes in _SYMBOL.findall(sprite)}
    plain = {
        name: (" ".join(attributes.split()), shapes.strip())
        for name, (attributes, shapes) in found.items()
        if _SHAPES.fullmatch(shapes) and not _MORE.search(f"{attributes} {shapes}")
    }
    return Marks(plain, len(sprite) // 3)
