"""From a folder to published pages: build/docs for any generator, `site/` through MkDocs."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from generator import links, project
from generator.cache import Cache
from generator.exports import api, crawlers, feed
from generator.model.site import Site
from generator.pages import moves
from generator.pages.rendering import render_pages
from generator.problems import Problem, ProjectError
from generator.publishing.output import write_tree
from generator.publishing.pressing import PressError, press_pages
from generator.publishing.styles import render_styles
from generator.scripts.files import render_data
from generator.strings import MissingTextError
from generator.workers import WorkerError

try:
    import fcntl
except ImportError:  # Windows has other locks; there, do not build twice at a time.
    fcntl = None  # type: ignore[assignment]

DOCS = Path("build/docs")
SOURCES = ("occupations", "content", "templates")


class PublishingError(Exception):
    """MkDocs did not build the site; the text is what it printed."""


def render(site: Site, root: Path, step: Callable[[str], None] = lambda _path: None) -> dict[str, str]:
    """Every file of build/docs, path -> text; `step` is told each path."""
    files: list[tuple[str, str]] = []
    for page in render_pages(site, root / "templates/pages"):
        files.append((page.path, page.markdown))
        step(page.path)
    try:
        for made in (
            render_data(site),
            moves.render_moves(site, root / "templates/pages"),
            api.render_api(site),
            feed.render_feed(site),
            crawlers.render_crawlers(site),
            render_styles(site, root / links.THEME),
        ):
            files += made.items()
    except MissingTextError as error:
        problem = Problem("templates/strings/en.yml", 1, 1, "TPL001", str(error), "add it")
        raise ProjectError([problem]) from None
    _refuse_collisions([path for path, _ in files])
    return dict(files)


def _refuse_collisions(paths: Sequence[str]) -> None:
    """Raise `ProjectError` if a file would be lost beneath another; of what the register names, a rule has said so."""
    hint = "name what is made in pages/register.py, so that `careers check` says where it comes from"
    problems = [
        Problem((DOCS / paths[at]).as_posix(), 1, 1, "PAG002", f"has the place of {paths[before]!r}", hint)
        for at, before in links.find_collisions(paths)
    ]
    if problems:
        raise ProjectError(problems)


def write_docs(root: Path, step: Callable[[str], None] = lambda _path: None) -> project.Loaded:
    """Load the project and write build/docs; raises `ProjectError` before anything is written."""
    loaded = project.load(root)
    write_tree(root / DOCS, render(loaded.site, root, step))
    return loaded


def build_site(
    root: Path,
    loaded: project.Loaded,
    cache: Cache | None = None,
    step: Callable[[int, int], None] = lambda _done, _all: None,
    processes: int | None = None,
) -> None:
    """Publish build/docs, just written from `loaded`: a draft is made, and replaces `site/` if all went well.

    What `cache` knows to be as it was is taken over from `site/`. `step` is told how many pages of how many are there.
    Raises `PublishingError`; `site/` is then as it was. Of two builds at a time, the second waits for the first.
    """
    build, site = root / "build", root / "site"
    cache = cache or Cache(None)
    try:
        if site.is_symlink():
            raise PublishingError("site is a symbolic link; replace it by a folder, or copy site/ where you want it")
        build.mkdir(exist_ok=True)
        with _lock(build / ".lock"), tempfile.TemporaryDirectory(prefix="site-", dir=build) as folder:
            draft, old = Path(folder) / "new", Path(folder) / "old"
            _press(root, loaded.site, draft, cache, step, processes)
            if site.exists():
                site.rename(old)
            try:
                draft.rename(site)
            except OSError:
                if old.exists():
                    old.rename(site)
                raise
    except OSError as error:
        raise PublishingError(f"{error.filename or site}: {error.strerror or error}") from None


def _press(
    root: Path, site: Site, draft: Path, cache: Cache, step: Callable[[int, int], None], processes: int | None
) -> None:
    from generator.publishing import plugin  # Only here: MkDocs takes half a second to import.

    try:
        press = plugin.Press(root, draft, site)
        if not press.is_ours:
            run_mkdocs(root, draft)
            return
        made = press_pages(press, root / "site", draft, cache, step, processes)
        warnings = press.finish(made)
    except (PressError, WorkerError) as error:
        raise PublishingError(str(error)) from None
    if warnings:
        raise PublishingError("\n".join(warnings))


def run_mkdocs(root: Path, draft: Path, *options: str) -> None:
    """Leave all to MkDocs: slower, but plugins and hooks of others have it as they are used to."""
    # -P: the repository's own modules come from where this one is installed, not from the current folder.
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--site-dir", str(draft), *options]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        # With --quiet, MkDocs would not count its warnings, and so not stop at them.
        lines = (done.stderr + done.stdout).splitlines()
        raise PublishingError("\n".join(line for line in lines if line and not line.startswith("INFO")))


@contextlib.contextmanager
def _lock(path: Path) -> Iterator[None]:
    """Hold `path` as a lock where the system has file locks."""
    with path.open("w") as handle:
        if fcntl is not None:
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
