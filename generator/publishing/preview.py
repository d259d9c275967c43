"""The site while somebody works on it: made again after each change, mistakes at the top of what was good before."""

from __future__ import annotations

import html
import os
import tempfile
import threading
import traceback
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator import project
from generator.cache import FILE, Cache
from generator.problems import ProjectError
from generator.publishing import building, plugin
from generator.publishing.locking import lock
from generator.publishing.making import Seen
from generator.publishing.pressing import PressError, press_pages
from generator.publishing.unchanged import SETTINGS, SOURCES
from generator.publishing.watching import Watch
from generator.sources.reading import Derived, Memory
from generator.strings import Words
from generator.workers import WorkerError

FOLDER = Path("build/preview")
ROOM = "preview"


class Preview:
    """A folder that shows the project below `root` as a site at `address`; `tell` gets what an editor wants to read.

    It stays from one preview to the next, so that only what has changed in the meantime is made.
    """

    def __init__(self, root: Path, address: str, tell: Callable[[str], None]) -> None:
        self.root, self.address, self.tell = root, address, tell
        self.folder = root / FOLDER
        self.notice = ""
        """What stands at the top of each page: the mistakes, or nothing."""
        self._cache = Cache(root / FILE, tell)
        self._memory: Memory = {}
        self._derived = Derived()
        self._seen: Seen = {}
        self._copied: dict[str, tuple[int, int]] = {}
        self._strings: Mapping[str, Any] = {}
        self._turn = threading.Lock()

    def build(self) -> None:
        """Make what has changed; never raises, since an editor can mend what is wrong."""
        with self._turn, lock(self.root):
            try:
                self._build()
                self.notice = ""
            except ProjectError as error:
                self._keep([str(problem) for problem in error.problems])
            except (PressError, WorkerError, building.PublishingError, OSError) as error:
                self._keep(str(error).splitlines() or [type(error).__name__])
            except Exception:
                self._keep(["A fault of the program, not of your files:", *traceback.format_exc().splitlines()])

    def _build(self) -> None:
        loaded = building.write_docs(
            self.root, cache=self._cache, memory=self._memory, seen=self._seen, derived=self._derived
        )
        self._strings = loaded.site.strings
        for warning in loaded.warnings:
            self.tell(str(warning))
        with tempfile.TemporaryDirectory(prefix="preview-", dir=self.root / "build") as name:
            draft = Path(name)
            press = plugin.Press(self.root, draft, loaded.site, self.address)
            if not press.is_ours:
                building.run_mkdocs(self.root, self.folder, "--no-strict")
                return
            there = {*_list_files(self.folder)}
            self._copied = {path: like for path, like in self._copied.items() if path in there}
            made = press_pages(press, self.folder, draft, self._cache, room=ROOM, whole=False, seen=self._seen)
            for line in press.finish(made, self._copied):
                self.tell(line)
            self._take_over(draft, press.places)

    def _take_over(self, draft: Path, places: Container[str]) -> None:
        """Put what is new in its place, once all is well, and away with what is no longer made."""
        for path in _list_files(draft):
            target = self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            (draft / path).replace(target)
        for path in _list_files(self.folder):
            if path not in places:
                (self.folder / path).unlink()

    def close(self) -> None:
        """Let go of what is kept."""
        self._cache.close()

    def _keep(self, lines: list[str]) -> None:
        """Leave the last good pages, and say why."""
        self.tell("\n".join(lines))
        if not self._strings:
            try:
                self._strings = project.load_strings(self.root)
            except (ProjectError, OSError):
                self._strings = {}
        self.notice = render_notice(self._strings, lines)


def _list_files(folder: Path) -> Iterator[str]:
    """The files below a folder, by their paths in there."""
    for place, _, names in os.walk(folder):
        way = Path(place).relative_to(folder).as_posix()
        yield from (name if way == "." else f"{way}/{name}" for name in names)


def render_notice(strings: Mapping[str, Any], lines: Iterable[str]) -> str:
    """The notice at the top of a previewed page while the sources hold mistakes."""
    items = "".join(f"<li><code>{html.escape(line)}</code></li>" for line in lines)
    words = Words(strings)["page"] if "page" in strings else None
    said = f"<strong>{html.escape(words['problems_title'])}</strong>" if words else ""
    said += f"<p>{html.escape(words['problems_help'])}</p>" if words else ""
    return f'<div class="cg-problems" role="alert">{said}<ul>{items}</ul></div>'


def serve(root: Path, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serve a preview until somebody stops it; raises `OSError` if the address cannot be had."""
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    preview = Preview(root, address, tell)
    # From before the pages are made, which takes so long that something may change meanwhile.
    watch = Watch(root / name for name in (*SOURCES, SETTINGS))
    server = plugin.Server(
        host, port, preview.folder, preview.build, has_changed=watch.has_changed, notice=lambda: preview.notice
    )
    try:
        server.server_bind()  # Before the pages are made: whoever has to choose another address wants to know at once.
        preview.build()
        server.run(lambda: tell(f"Serving on {address}; Ctrl-C ends it"))
    finally:
        server.server_close()
        preview.close()
