"""The shape of a picture, so that a page can keep its place before it is there."""

from __future__ import annotations

import re
from pathlib import Path

_PNG = b"\x89PNG\r\n\x1a\n"
_NUMBER = r"(\d+(?:\.\d+)?)"
_BOX = re.compile(rf"<svg\b[^>]*\sviewBox\s*=\s*[\"'][^\"']*?{_NUMBER}[\s,]+{_NUMBER}\s*[\"']")


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
