"""What is published of our scripts and styles: few files, in a folder whose name says what is in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator import links
from generator.cache import Cache, digest
from generator.publishing.assets.joining import find_needed, join_scripts
from generator.publishing.assets.sheet import join_sheets
from generator.sources.shipped.layers import Layers

_ELEMENT = "elements/{}/element.js"
_TAG = re.compile(r"<career-([a-z]+)\b")
_FETCHES = re.compile(r'^import [^;]* from "../../(?:data/|site/loading\.js)', re.MULTILINE)
_LOADS = re.compile(r"^  (?:async )?load\(", re.MULTILINE)
WITH_THE_LIST = links.SCRIPT_ADDING
"""What the pages fetch at once of which there are most; it is short, and not worth a request of its own."""
_DATA = "data/files.json"
"""Below the folder: what scripts fetch, or the name of the file that holds it."""
_WHERE = "site/published.js"
"""The module that says so to scripts."""
_DIGITS = 10
"""Of a digest, in an address: more than enough to tell the builds of one site apart."""


@dataclass(frozen=True)
class Published:
    """The folder and its files, name in it -> text; a site's other files may change without it."""

    folder: str
    files: Mapping[str, str]
    loading: frozenset[str]
    """Elements, without `career-`, that fetch data before they begin."""

    @property
    def sheet(self) -> str:
        """The one style sheet, below the site's root."""
        return f"{self.folder}/{links.STYLES.rpartition('/')[2]}"

    @property
    def main(self) -> str:
        """The script of every page, below the site's root."""
        return f"{self.folder}/{links.MAIN.rpartition('/')[2]}"

    @property
    def data(self) -> str:
        """What says where the data for scripts is, below the site's root: beside the scripts that understand it."""
        return f"{self.folder}/{_DATA}"

    def find_data(self, page: str) -> list[str]:
        """What the scripts of a page, HTML, will fetch at once, below the site's root."""
        return [self.data] if self.loading.intersection(_TAG.findall(page)) else []

    def find_scripts(self, page: str) -> list[str]:
        """The scripts for which `main` will ask at once on a page, HTML, so that a browser need not wait for it."""
        tags = dict.fromkeys(_TAG.findall(page))
        paths = [path for path in map(_ELEMENT.format, tags) if path in self.files]
        needed = dict.fromkeys(one for path in paths for one in find_needed(path, self.files))
        return [f"{self.folder}/{path}" for path in needed if f"{self.folder}/{path}" != self.main]


def publish(
    layers: Layers,
    sheets: Sequence[tuple[str, str]],
    cache: Cache | None = None,
    change: Callable[[str, str], str] = lambda _name, text: text,
) -> Published:
    """Join our scripts, those of a site's theme, and `sheets`: path below the site's root and CSS of each, in order.

    `change` makes of the name and text of a script what is published of it. Raises `ModuleError`.
    """
    folder = f"{links.THEME}/{links.ASSETS}"
    paths = layers.glob(folder, "**/[!.]*.js")
    texts = {name: change(name, path.read_text(encoding="utf-8")) for name, path in paths.items()}
    tags = {path.split("/")[1]: text for path, text in texts.items() if path.endswith(_ELEMENT.partition("{}")[2])}
    texts[_WHERE] = f'export const DATA = "{_DATA}";\n'
    files = join_scripts(texts, folder, cache)
    # Whatever the folder is called, its way to others is the same.
    files = {**files, links.STYLES.rpartition("/")[2]: join_sheets(sheets, f"{links.ASSETS}-")}
    # The data that scripts understand: another format is another build, even if no script has changed.
    types = layers.find(f"{folder}/{links.TYPES}")
    formats = types.read_bytes() if types.is_file() else b""
    found = digest(formats, *_flatten(files))[:_DIGITS]
    loading = frozenset(tag for tag, text in tags.items() if _FETCHES.search(text) and _LOADS.search(text))
    return Published(f"{links.ASSETS}-{found}", files, loading)


def name_by_content(name: str, text: str) -> str:
    """What a JSON file for scripts is called when it is published."""
    return f"{name}-{digest(text)[:_DIGITS]}.json"


def _flatten(files: Mapping[str, str]) -> Iterable[str]:
    for path in sorted(files):
        yield from (path, files[path])
