"""What lies below templates/: whether it can be read, and the pictures in it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from generator import links
from generator.problems import Problem
from generator.sources import files
from generator.sources.shipped.layers import Layers

_MARK = re.compile(r'<symbol id="([^"]+)"')
_TEXTS = (".css", ".html", ".j2", ".js", ".json", ".md", ".svg", ".ts", ".txt", ".xml", ".yml")


def check_templates(layers: Layers, problems: list[Problem]) -> set[Path]:
    """What below a site's templates/ can be read; the rest is added to `problems`, since it is published as it is."""
    root, readable = layers.root, set()
    within: set[Path] = set()
    for path in files.list_files(root / "templates", root, _TEXTS, problems, every=True):
        source, data = files.load(path, root, within, most=sys.maxsize)
        if not source.problems and path.suffix in _TEXTS:
            files.decode(source, data)
        problems += source.problems
        if not source.problems:
            readable.add(path)
    return readable


def find_cards(layers: Layers) -> frozenset[str]:
    """The fields of work that have a picture for shared links."""
    return frozenset(path.stem for path in layers.glob(f"{links.THEME}/{links.CARDS}", "*.png").values())


def find_marks(layers: Layers, readable: set[Path]) -> frozenset[str]:
    """The names of the marks that pages can show."""
    path = layers.find(f"{links.THEME}/{links.MARKS}")
    can_be_read = path in readable or layers.is_packaged(path)
    return frozenset(_MARK.findall(path.read_text(encoding="utf-8")) if can_be_read else ())
