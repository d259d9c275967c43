"""Which pages have to be rendered and which are as they were; what is rendered, on all processors."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from generator import workers
from generator.cache import Cache, digest
from generator.publishing.making import Seen, look

ROOM = "pages"
_AT_ONCE = 8
"""Pages in one task of a worker: enough that sending it costs little beside them."""


class PressError(Exception):
    """The site cannot be made; the text says why, in lines."""


@dataclass(frozen=True)
class Made:
    """What came of one page, for what is made of all of them."""

    digest: str
    """Of the published HTML."""
    entries: list[dict[str, Any]]
    """What the search index says of it."""
    anchors: list[str]
    """The places in it to which a link can lead."""
    links: dict[str, dict[str, str]]
    """File -> place in its page -> the link that leads there, as it was written."""
    targets: list[str]
    """The files to which its links lead; without one of them it would have to be rendered again."""
    warnings: list[str] = dataclasses.field(default_factory=list)


class Press(Protocol):
    """What makes pages: `plugin.Press`. A file is as MkDocs knows it, with `src_uri` and `dest_uri`."""

    @property
    def shell(self) -> str:
        """A digest of all that stands on a page and does not come from its own Markdown."""

    @property
    def files(self) -> Sequence[Any]:
        """The files of all pages."""

    def read(self, file: Any) -> bytes:
        """All of a page that is its own and does not stand in its file."""

    def exists(self, path: str) -> bool:
        """Whether a link to the file `path` leads somewhere."""

    def make(self, path: str) -> Made:
        """Render a page and write it."""

    def write_rest(self, copied: dict[str, tuple[int, int]] | None = None) -> None:
        """Write all that is no page and needs nothing of them."""


def press_pages(
    press: Press,
    before: Path,
    draft: Path,
    cache: Cache,
    step: Callable[[int, int], None] = lambda _done, _all: None,
    processes: int | None = None,
    room: str = ROOM,
    *,
    whole: bool = True,
    seen: Seen | None = None,
    copied: dict[str, tuple[int, int]] | None = None,
) -> dict[str, Made]:
    """Have each page in `draft`: as it lies in `before` if that is what would be made again, else made anew.

    What is no page comes there meanwhile, but for what is made of pages, and for what has been `copied` as it is.

    If the draft is not to be `whole`, there is only what is new in it. Returns what came of each, by its file, in the
    order of the files. `step` is told how many of how many are there. A process that lives on keeps in `seen` what it
    found in the files.
    """
    seen = {} if seen is None else seen
    keys = {
        file.src_uri: digest(press.shell, press.read(file), look(Path(file.abs_src_path), seen)) for file in press.files
    }
    kept = cache.get(room, keys.values())
    made: dict[str, Made] = {}
    for file in press.files:
        if (value := kept.get(keys[file.src_uri])) and (old := _reuse(value, press, before / file.dest_uri, seen)):
            made[file.src_uri] = old
            if whole:
                link(before / file.dest_uri, draft / file.dest_uri)
    left = [path for path in keys if path not in made]
    tasks = [left[start : start + _AT_ONCE] for start in range(0, len(left), _AT_ONCE)]
    fresh: dict[str, Made] = {}
    values: dict[str, bytes] = {}
    rendered = workers.share(
        lambda paths: [press.make(path) for path in paths], tasks, processes, lambda: press.write_rest(copied)
    )
    for task, results in zip(tasks, rendered, strict=True):
        fresh |= dict(zip(task, results, strict=True))
        values |= {
            keys[path]: json.dumps(vars(one)).encode()
            for path, one in zip(task, results, strict=True)
            if not one.warnings
        }
        step(len(made) + len(fresh), len(keys))
    cache.put(room, values)
    cache.prune(room, keys.values())
    made |= fresh
    return {path: made[path] for path in keys}


def _reuse(value: bytes, press: Press, page: Path, seen: Seen) -> Made | None:
    """What was made before, if it still lies there as it was made and its links still lead somewhere."""
    made = Made(**json.loads(value))
    if not all(press.exists(path) for path in made.targets):
        return None
    return made if look(page, seen) == made.digest else None


def link(made: Path, target: Path) -> None:
    """Have a file that we have made in another place, too: the same one, where the system can.

    Writing it again costs more than all else about it. Whoever changes it puts another in its place.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(made, target)
    except OSError:
        shutil.copyfile(made, target)
