"""Where the files lie that come with the generator, and which file stands where a site has none of its own.

A site whose settings name the `format` that its files are written for, below `extra`, has only what is its own: each
file of the same name goes before the one that came with the generator. In a checkout these are the repository's own
files, elsewhere they lie within the package. Profiles are no part of them: a newer package adds no page to a site.
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import generator
from generator import links

FORMAT = 1
"""The version of the format that sites are written for."""
LOCK = "careers.lock"
"""The list of what files of a site were made from."""
FORMATS = "templates/new/formats.yml"
"""What another asks of a site."""
SIGN = "packaged:"
"""What the path of such a file begins with where people are told of it."""
SHIPPED = ("templates", links.TEXTS)
"""Where they all lie, below their folder and below a site's alike."""
SHARED = (links.GUIDES, links.ASSESSMENTS, links.NORMS, links.SIMULATION, links.FINDING)
"""What a site need not have, and has then. What every site has to have it has from there in any case."""
_FORMAT_LINE = re.compile(r"^[ \t]+format:[ \t]*([1-9]\d*)[ \t]*\r?$", re.MULTILINE)
_WITHIN = "packaged"
"""The folder of the package that holds them where it has been installed."""


@functools.cache
def find_home() -> Path:
    """The folder of the files that come with the generator."""
    package = Path(generator.__file__).resolve().parent
    return package / _WITHIN if (package / _WITHIN).is_dir() else package.parent


@dataclass(frozen=True)
class Layers:
    """The folder of a site, and the one below it that has what the site lacks; None if it has to have everything."""

    root: Path
    home: Path | None = None

    @classmethod
    def of(cls, root: Path) -> Layers:
        """Those of the site below `root`."""
        home = find_home()
        return cls(root, home if root.resolve() != home and read_format(root) else None)

    def find(self, name: str) -> Path:
        """The file or folder of that name: the site's own, also where it is missing altogether."""
        own = self.root / name
        if self.home and not own.exists() and not own.is_symlink() and (self.home / name).exists():
            return self.home / name
        return own

    def folders(self, name: str) -> Iterator[Path]:
        """The folders of that name that there are, the site's own first."""
        yield from (top / name for top in (self.root, self.home) if top and (top / name).is_dir())

    def shipped(self) -> tuple[Path, ...]:
        """The folders of what came along, if any of it stands on the site."""
        found = tuple(self.home / name for name in (*SHIPPED, links.LANGUAGES)) if self.home else ()
        return tuple(folder for folder in found if folder.name != links.LANGUAGES or folder.is_dir())

    def glob(self, name: str, *patterns: str) -> dict[str, Path]:
        """Path below the folder `name` -> file, for what is like one of the patterns, in their order."""
        found: dict[str, Path] = {}
        for pattern in patterns:
            some: dict[str, Path] = {}
            for folder in self.folders(name):
                for path in folder.glob(pattern):
                    some.setdefault(path.relative_to(folder).as_posix(), path)
            found |= {path: some[path] for path in sorted(some)}
        return found

    def list_pages(self) -> tuple[str, ...]:
        """The pages of Markdown that came along: settings that cannot be read may name any of them."""
        folder = self.home / links.TEXTS if self.home else None
        return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))) if folder else ()

    def is_packaged(self, path: Path) -> bool:
        """Whether a file came with the generator, and is not the site's own."""
        return self.top(path) is not self.root

    def top(self, path: Path) -> Path:
        """The folder that `path` is named below."""
        # Each may lie within the other: the package in an environment of the site, or a site in a checkout.
        if self.home and _is_below(path, self.home):
            return self.root if _is_below(self.root, self.home) and _is_below(path, self.root) else self.home
        return self.root

    def own(self, path: Path) -> Path:
        """Where a file would lie if it were the site's own."""
        return self.root / path.relative_to(self.home) if self.home and self.is_packaged(path) else path

    def find_translation(self, path: Path, language: str) -> Path:
        """Where the translation of a file lies, or would."""
        name = links.translated(self.own(path).relative_to(self.root).as_posix(), language)
        found = self.find(name)
        # What came along translates what came along: a file of the site's own says something else.
        is_of_another = self.is_packaged(found) and not self.is_packaged(path)
        return self.root / name if is_of_another else found

    def leaves_out(self, path: Path) -> bool:
        """Whether a file of the site's own says nothing, so that the one that came along is not there either.

        Of what is near the reader a new site has an example, in comments alone.
        """
        if self.is_packaged(path) or not path.is_file():
            return False
        name = path.relative_to(self.root)
        is_instead = self.home is not None and (self.home / name).is_file()
        return (is_instead or name.as_posix() == links.LOCAL) and is_blank(
            path.read_text(encoding="utf-8", errors="replace")
        )

    def sign(self, path: Path) -> str:
        """What stands before the name of a file, so that nobody looks for it among the site's own."""
        return SIGN if self.is_packaged(path) else ""

    def show(self, path: Path) -> str:
        """The path of a file as people are told of it."""
        top = self.top(path)
        return (SIGN if top is not self.root else "") + path.relative_to(top).as_posix()


def is_blank(text: str) -> bool:
    """Whether nothing but comments stands in a text."""
    return all(line.strip()[:1] in ("", "#") for line in text.split("\n"))


def read_formats() -> dict[int, list[str]]:
    """What each format asks of a site that was written for the one before."""
    import yaml

    found: dict[int, list[str]] = yaml.safe_load((find_home() / FORMATS).read_text(encoding="utf-8"))
    return found


def _is_below(path: Path, folder: Path) -> bool:
    return os.fspath(path).startswith(os.fspath(folder) + os.sep)


def read_format(root: Path) -> str:
    """What the settings of a site name as the format of its files; "" if nothing, or if they cannot be read."""
    path = root / links.SETTINGS
    try:
        settings = path.read_bytes() if path.is_file() else b""  # A pipe would be waited for.
    except OSError:
        return ""
    return _find_format(settings) if b"format" in settings else ""


@functools.lru_cache(maxsize=4)
def _find_format(settings: bytes) -> str:
    import yaml  # Only here: where nothing has changed nobody needs it, and it takes a while.

    from generator.sources.yaml import events

    text = settings.decode("utf-8-sig", "replace")
    found, error = events.parse(text)
    if error is not None or sum(isinstance(event, yaml.StreamEndEvent) for event in found) != 1:
        # One slip of syntax is told; that all which came along were missing would not be true.
        line = _FORMAT_LINE.search(text)
        return line[1] if line else ""
    try:
        node: yaml.Node | None = events.compose(found)
    except yaml.MarkedYAMLError:
        return ""
    for name in ("extra", "format"):
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for key, value in pairs if key.value == name), None)
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""
