"""Whether all that a command reads, and all that it made, is as it was when it ended well: then it ends as it did.

What it says and makes follows from these files, its packages and the day alone, so nothing has to be loaded to know it.
Files are known by their content, never by their times.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import links, workers
from generator.cache import Cache, digest, fingerprint, list_packages
from generator.problems import Problem
from generator.sources.days import EPOCH, find_day
from generator.sources.shipped.layers import LOCK, Layers

SOURCES = (links.PROFILES, links.TEXTS, "templates", links.LANGUAGES)
DOCS = Path("build/docs")
SITE = Path("site")
HOSTS = Path("build/hosts")
"""What hosts are to send with the pages, in a file for each."""
_ROOM = "ends"
_FROM_ELSEWHERE = (b"!ENV", b"INHERIT")
"""What stands in settings that depend on more than themselves."""


@dataclass(frozen=True)
class End:
    """How a command ended well: the profiles and outlines that it counted, and its warnings."""

    profiles: int
    outlines: int = 0
    warnings: tuple[Problem, ...] = ()


def docs_of(folder: str) -> Path:
    """Where the pages of a site in a language are made, by its folder in the published one."""
    return Path("build/languages") / folder if folder else DOCS


def list_sources(root: Path, *, may_lack: bool = False) -> list[Path]:
    """`SOURCES` below `root`; translations need not be there, and nothing that came along elsewhere."""
    found = {name: root / name for name in SOURCES}
    return [path for name, path in found.items() if os.path.lexists(path) or not (may_lack or name == links.LANGUAGES)]


class _UnknownError(Exception):
    """Something there is neither a file nor a folder, or cannot be read."""


class Standing:
    """What a `command` would read in the project below `root`, as it stands when this is made.

    `made` are the folders and files that it makes, of which nothing may be touched either.
    """

    def __init__(self, root: Path, command: str, made: Iterable[Path] = ()) -> None:
        self._root, self._command, self._made = root, command, tuple(made)
        self._key = self._look()

    def recall(self, cache: Cache) -> End | None:
        """How the command ended on the very same files; None if `cache` does not know, or something is another."""
        value = cache.get(_ROOM, [self._key]).get(self._key) if self._key else None
        if value is None:
            return None
        kept = json.loads(value)
        if kept["made"] != self._look_at_made():
            return None
        return End(kept["profiles"], kept["outlines"], tuple(Problem(**problem) for problem in kept["warnings"]))

    def keep(self, cache: Cache, end: End) -> None:
        """Keep how the command ended, unless what it read has changed meanwhile."""
        made = self._look_at_made(None)
        if self._key and made is not None and self._key == self._look():
            kept = {"made": made} | dataclasses.asdict(end)
            cache.put(_ROOM, {self._key: json.dumps(kept).encode()})
            cache.prune(_ROOM, [self._key])

    def _look(self) -> str:
        """A digest of all that the command depends on; "" where something cannot be known."""
        try:
            settings = (self._root / links.SETTINGS).read_bytes()
            lock = (self._root / LOCK).read_bytes() if (self._root / LOCK).is_file() else b""
            if any(word in settings for word in _FROM_ELSEWHERE):
                return ""
            shipped = Layers.of(self._root).shipped()
            # Where files came along a site needs no templates of its own.
            folders = list_sources(self._root, may_lack=bool(shipped))
            sources = [_digest_tree(folder) for folder in (*folders, *shipped)]
        except (OSError, _UnknownError):
            return ""
        day = f"{find_day()} {os.environ.get(EPOCH, '')}"
        return digest(self._command, fingerprint(), *list_packages(), day, settings, lock, *sources)

    def _look_at_made(self, processes: int | None = 1) -> list[str] | None:
        """A digest of each folder that the command makes; where nothing changed, another process costs more."""
        try:
            return list(workers.share(_digest_tree, [self._root / folder for folder in self._made], processes))
        except (OSError, _UnknownError):
            return None


def _digest_tree(folder: Path) -> str:
    """A digest of the names and contents of all that is in a folder, or of a file."""
    if folder.is_symlink():
        raise _UnknownError(folder)
    if folder.is_file():
        return digest(folder.read_bytes())
    found = hashlib.sha256()  # Of 200 MB in half the time of blake2b, by what processors have for it.
    for path, data in _walk(str(folder), ""):
        found.update(f"{path}\0{-1 if data is None else len(data)}\0".encode("utf-8", "surrogateescape"))
        found.update(data or b"")
    return found.hexdigest()


def _walk(folder: str, place: str) -> Iterator[tuple[str, bytes | None]]:
    """Each file below `folder` by its path in there, and what it holds; of a folder None."""
    with os.scandir(folder) as listed:
        entries = sorted(listed, key=lambda entry: entry.name)
    for entry in entries:
        path = f"{place}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield path, None
            yield from _walk(entry.path, path)
        elif entry.is_file(follow_symlinks=False):
            yield path, Path(entry.path).read_bytes()
        else:  # A link may lead anywhere, a pipe may never end.
            raise _UnknownError(path)
