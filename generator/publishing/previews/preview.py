"""The site while somebody works on it: made again after each change, mistakes at the top of what was good before."""

from __future__ import annotations

import html
import tempfile
import threading
import traceback
from collections.abc import Callable, Container, Iterable, Mapping
from pathlib import Path
from typing import Any

from generator import links, project
from generator.cache import FILE, Cache
from generator.loading import pieces
from generator.problems import ProjectError
from generator.publishing import building, plugin
from generator.publishing.copies.verifying import list_files
from generator.publishing.locking import lock
from generator.publishing.making import Seen
from generator.publishing.pressing import PressError, press_pages
from generator.publishing.previews import drafts
from generator.publishing.previews.watching import Watch
from generator.publishing.unchanged import SOURCES
from generator.sources import files
from generator.sources.days import find_day
from generator.sources.reading import Derived, Memory, Reading
from generator.sources.shipped.layers import Layers
from generator.strings import Words
from generator.workers import WorkerError

FOLDER = Path("build/preview")
ROOM = "preview"
_NOTICES = {
    "problems": ("problems_title", "problems_help"),
    "drafts": ("drafts_title", "drafts_help"),
    "warnings": ("warnings_title", "warnings_help"),
}
"""Title and text of each kind of notice."""
_ROUNDS = 4
"""Times that a draft is made from what is still wrong with the one before."""


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
                try:
                    warnings = self._build()
                    self.notice = self._say("warnings", warnings)
                except ProjectError as error:
                    self._draft(error)
            except ProjectError as error:
                self._keep([str(problem) for problem in error.problems])
            except (PressError, WorkerError, building.PublishingError, OSError) as error:
                self._keep(str(error).splitlines() or [type(error).__name__])
            except Exception:
                self._keep(["A fault of the program, not of your files:", *traceback.format_exc().splitlines()])

    def _draft(self, error: ProjectError) -> None:
        """Show all that is right, and drafts of the profiles that are not; raises `error` where more is wrong."""
        first, found = error, error.problems
        instead: dict[Path, bytes] = {}
        for _ in range(_ROUNDS):
            wrong = {problem.path for problem in found if not problem.is_warning}
            paths = [self.root / path for path in wrong]
            if any(path.parent != self.root / links.PROFILES or not path.is_file() for path in paths):
                raise first
            site = project.look(self.root, find_day(), Reading(self.root, self._cache)).site
            for path in paths:
                place = path.relative_to(self.root).as_posix()
                source = files.read(path, self.root)
                text = instead[path].decode() if path in instead else source.text
                made = drafts.draft(text, [one for one in found if one.path == place], path.stem, site)
                if made is None:
                    raise first
                instead[path] = made.encode()
            try:
                self._build(instead)
            except ProjectError as another:
                if another.problems == found:  # As of a name that a file may not have: no text mends that.
                    break
                found = another.problems
            else:
                lines = [str(problem) for problem in first.problems]
                self.tell("\n".join(lines))
                self.notice = self._say("drafts", lines)
                return
        raise first

    def _build(self, instead: Mapping[Path, bytes] | None = None) -> list[str]:
        """Make what has changed; the warnings, which are told unless drafts stand `instead` of files."""
        loaded = building.write_docs(
            self.root,
            cache=self._cache,
            memory=self._memory,
            seen=self._seen,
            derived=self._derived,
            instead=instead,
        )
        self._strings = loaded.site.strings
        warnings = [str(warning) for warning in loaded.warnings]
        for warning in [] if instead else warnings:
            self.tell(warning)
        with tempfile.TemporaryDirectory(prefix="preview-", dir=self.root / "build") as name:
            draft = Path(name)
            press = plugin.Press(self.root, draft, loaded.site, self.address)
            if not press.is_ours:
                building.run_mkdocs(self.root, self.folder, "--no-strict")
                return warnings
            there = {*list_files(self.folder)}
            self._copied = {path: like for path, like in self._copied.items() if path in there}
            made = press_pages(
                press, self.folder, draft, self._cache, room=ROOM, whole=False, seen=self._seen, copied=self._copied
            )
            for line in press.finish(made):
                self.tell(line)
            self._take_over(draft, there, press.places)
        return warnings

    def _take_over(self, draft: Path, there: Iterable[str], places: Container[str]) -> None:
        """Put what is new in its place, once all is well, and away with what was `there` and is no longer made."""
        for path in list_files(draft):
            target = self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            (draft / path).replace(target)
        for path in there:
            if path not in places:
                (self.folder / path).unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of what is kept."""
        self._cache.close()

    def _keep(self, lines: list[str]) -> None:
        """Leave the last good pages, and say why."""
        self.tell("\n".join(lines))
        if not self._strings:
            try:
                self._strings = pieces.load_strings(self.root)
            except (ProjectError, OSError):
                self._strings = {}
        self.notice = self._say("problems", lines)

    def _say(self, kind: str, lines: list[str]) -> str:
        return render_notice(self._strings, lines, kind) if lines else ""


def render_notice(strings: Mapping[str, Any], lines: Iterable[str], kind: str = "problems") -> str:
    """The notice at the top of a previewed page: of `problems`, of `drafts` with problems, or of `warnings` alone."""
    items = "".join(f"<li><code>{html.escape(line)}</code></li>" for line in lines)
    words = Words(strings)["page"] if "page" in strings else None
    title, text = (html.escape(words[name]) if words else "" for name in _NOTICES[kind])
    if kind == "warnings":  # Nothing is broken: whoever wants to know opens them.
        return f'<details class="cg-problems"><summary>{title}</summary><p>{text}</p><ul>{items}</ul></details>'
    said = f"<strong>{title}</strong><p>{text}</p>" if words else ""
    return f'<div class="cg-problems" role="alert">{said}<ul>{items}</ul></div>'


def serve(root: Path, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serve a preview until somebody stops it; raises `OSError` if the address cannot be had."""
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    preview = Preview(root, address, tell)
    # From before the pages are made, which takes so long that something may change meanwhile.
    watch = Watch(
        (*(root / name for name in SOURCES), *root.glob("*.yml"), root / links.SETTINGS, *Layers.of(root).shipped())
    )
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
