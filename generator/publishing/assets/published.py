"""What is published of our scripts and styles: few files, in a folder whose name says what is in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import links
from generator.cache import Cache, digest
from generator.publishing.assets.joining import find_needed, join_scripts
from generator.publishing.assets.sheet import join_sheets

_ELEMENT = "elements/{}/element.js"
_TAG = re.compile(r"<career-([a-z]+)\b")
_DIGITS = 10
"""Of a digest, in an address: more than enough to tell the builds of one site apart."""


@dataclass(frozen=True)
class Published:
    """The folder and its files, name in it -> text; a site's other files may change without it."""

    folder: str
    files: Mapping[str, str]

    @property
    def sheet(self) -> str:
        """The one style sheet, below the site's root."""
        return f"{self.folder}/{links.STYLES.rpartition('/')[2]}"

    @property
    def main(self) -> str:
        """The script of every page, below the site's root."""
        return f"{self.folder}/{links.MAIN.rpartition('/')[2]}"

    def find_scripts(self, page: str) -> list[str]:
        """The scripts for which `main` will ask at once on a page, HTML, so that a browser need not wait for it."""
        tags = dict.fromkeys(_TAG.findall(page))
        paths = [path for path in map(_ELEMENT.format, tags) if path in self.files]
        needed = dict.fromkeys(one for path in paths for one in find_needed(path, self.files))
        return [f"{self.folder}/{path}" for path in needed if f"{self.folder}/{path}" != self.main]


def publish(theme: Path, sheets: Sequence[tuple[str, str]], cache: Cache | None = None) -> Published:
    """Join our scripts, below the folder `theme`, and `sheets`: path below the site's root and CSS of each, in order.

    Raises `ModuleError`.
    """
    scripts = theme / links.ASSETS
    files = join_scripts(scripts, f"{links.THEME}/{links.ASSETS}", cache)
    # Whatever the folder is called, its way to others is the same.
    files = {**files, links.STYLES.rpartition("/")[2]: join_sheets(sheets, f"{links.ASSETS}-")}
    # The data that scripts understand: another format is another build, even if no script has changed.
    formats = (scripts / links.TYPES).read_bytes() if (scripts / links.TYPES).is_file() else b""
    found = digest(formats, *_flatten(files))
    return Published(f"{links.ASSETS}-{found[:_DIGITS]}", files)


def _flatten(files: Mapping[str, str]) -> Iterable[str]:
    for path in sorted(files):
        yield from (path, files[path])
