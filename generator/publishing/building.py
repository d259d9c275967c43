"""From a folder to published pages: build/docs for any generator, `site/` through MkDocs."""

from __future__ import annotations

import dataclasses
import itertools
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator import links, project
from generator.cache import Cache, fingerprint
from generator.exports import api, crawlers, feed, moves
from generator.faults import describe
from generator.model.site import Site, TextPage
from generator.pages import rendering
from generator.pages.templating import read_texts
from generator.problems import Problem, ProjectError
from generator.publishing import leashed
from generator.publishing.assets.former import carry_over
from generator.publishing.assets.headers import write_headers_of
from generator.publishing.copies.verifying import MANIFEST, digest_files, write_manifest, write_offline
from generator.publishing.locking import hold, take_the_place
from generator.publishing.making import Changes, Seen, check_files, write_files
from generator.publishing.pressing import ROOM, PressError, press_pages
from generator.publishing.styles import join_styles, read_sheets
from generator.publishing.unchanged import DOCS, HOSTS, SITE, SOURCES, docs_of
from generator.register.jobs import Job, Stamps
from generator.register.withheld import shorten, withhold
from generator.scripts import files
from generator.sources.reading import Derived, Memory, Reading
from generator.sources.shipped.layers import Layers
from generator.workers import WorkerError, uncollected

_DOCS = "docs"
_PACKAGES = ("Babel", "Jinja2", "MarkupSafe", "markdown-it-py", "pydantic", "pydantic-core")
"""What else decides about the files of build/docs."""


class PublishingError(Exception):
    """MkDocs did not build the site; the text is what it printed."""


@dataclass(frozen=True)
class Written(project.Loaded):
    """What was loaded, and what of build/docs is another since."""

    changes: Changes = field(default_factory=Changes)


def list_jobs(site: Site, root: Path, cache: Cache | None = None, derived: Derived | None = None) -> list[Job]:
    """What is to be made for every file of build/docs; raises `ProjectError` if two would have one place."""
    derived = derived or Derived()
    layers = Layers.of(root)
    templates = read_texts(layers)
    stamps = derived.recall("stamps", (), Stamps)
    stamps.begin(fingerprint(*_PACKAGES), *itertools.chain.from_iterable(templates.texts.items()))
    short = {
        slug: derived.recall(("short", slug), (model,), partial(shorten, model))
        for slug, model in site.occupations.items()
    }
    # To data, pages of editors are no more than their paths.
    bare = dataclasses.replace(
        withhold(site),
        occupations=site.occupations,
        outlines=site.outlines,
        taken_over=site.taken_over,
        pages=tuple(TextPage(page.path, "") for page in site.pages),
    )
    jobs = [
        *rendering.list_jobs(site, templates, cache or Cache(None), stamps),
        *files.list_jobs(dataclasses.replace(bare, facts=site.facts), stamps, short),
        *moves.list_jobs(site, templates, stamps),
        *api.list_jobs(dataclasses.replace(bare, facts=site.facts), stamps, short),
        *feed.list_jobs(dataclasses.replace(bare, occupations=short), stamps),
        *crawlers.list_jobs(dataclasses.replace(bare, occupations=short, pages=site.pages), stamps),
        stamps.job(links.STYLES, join_styles, read_sheets(layers), site.vocabulary.fields),
    ]
    _refuse_collisions([job.path for job in jobs])
    return jobs


def check_docs(root: Path, cache: Cache, *, prose: bool = False) -> project.Loaded:
    """Load the project and find out whether build/docs could be made; raises `ProjectError` if not."""
    loaded = project.load(root, reading=Reading(root, cache), prose=prose)
    with uncollected():
        jobs = list_jobs(loaded.site, root, cache)
    check_files(jobs, cache)
    for other in loaded.others:
        check_files(list_jobs(other, root, cache), cache, _room(_DOCS, other))
    return loaded


def _room(name: str, site: Site) -> str:
    """The room of the cache for a site in a language."""
    return f"{name}-{site.settings.language}" if site.settings.folder else name


def _refuse_collisions(paths: Sequence[str]) -> None:
    """Raise `ProjectError` if a file would be lost beneath another; of what the register names, a rule has said so."""
    hint = "name what is made in register/entries.py, so that `careers check` says where it comes from"
    problems = [
        Problem((DOCS / paths[at]).as_posix(), 1, 1, "PAG002", f"has the place of {paths[before]!r}", hint)
        for at, before in links.find_collisions(paths)
    ]
    if problems:
        raise ProjectError(problems)


def write_docs(
    root: Path,
    step: Callable[[str], None] = lambda _path: None,
    cache: Cache | None = None,
    memory: Memory | None = None,
    seen: Seen | None = None,
    derived: Derived | None = None,
    instead: Mapping[Path, bytes] | None = None,
) -> Written:
    """Load the project and write build/docs; raises `ProjectError` before anything is written.

    `step` is told the path of each file that is made; what `cache` knows is not made again. A process that lives on
    keeps in `memory` what it has read, in `derived` what it has made of that, in `seen` what it found in build/docs.
    `instead` has what is read in place of what lies in a file.
    """
    cache = cache or Cache(None)
    # Who does not live on has no use for the tables any more.
    read = {} if memory is None else memory
    loaded = project.load(root, reading=Reading(root, cache, read, derived or Derived(), instead or {}))
    with uncollected():
        jobs = list_jobs(loaded.site, root, cache, derived)
    changes = write_files(jobs, root / DOCS, cache, step, {} if seen is None else seen, _import_mkdocs)
    for other in loaded.others if memory is None else ():  # A preview shows the site's own language.
        jobs = list_jobs(other, root, cache)
        write_files(jobs, root / docs_of(other.settings.folder), cache, step, {}, room=_room(_DOCS, other))
    return Written(loaded.site, loaded.warnings, loaded.others, changes=changes)


def _import_mkdocs() -> None:
    """It takes half a second, in which other processes make build/docs."""
    from generator.publishing import plugin as plugin


def build_site(
    root: Path,
    loaded: project.Loaded,
    cache: Cache | None = None,
    step: Callable[[int, int], None] = lambda _done, _all: None,
    processes: int | None = None,
) -> bool:
    """Publish build/docs, just written from `loaded`: a draft is made, and replaces `site/` if all went well.

    What `cache` knows to be as it was is taken over from `site/`. `step` is told how many pages of how many are there.
    Raises `PublishingError`; `site/` is then as it was. Whoever calls holds the `lock` since before build/docs.
    Returns whether the site is made of `SOURCES`, settings and packages alone.
    """
    build, site = root / "build", root / SITE
    cache = cache or Cache(None)
    try:
        if site.is_symlink():
            raise PublishingError("site is a symbolic link; replace it by a folder, or copy site/ where you want it")
        build.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="site-", dir=build) as folder:
            draft = Path(folder) / "new"
            is_known = True
            sites = (loaded.site, *loaded.others)
            for one in sites:
                place = one.settings.folder
                is_known &= _press(root, one, sites, draft / place, site / place, cache, step, processes)
                carry_over(site / place, draft / place)
            hosts = draft.with_name(HOSTS.name)
            hosts.mkdir()
            for name, text in write_headers_of(draft, loaded.site.settings).items():
                (hosts / name).write_text(text, encoding="utf-8")
            digests = digest_files(draft)
            if loaded.site.settings.offline:
                digests |= write_offline(draft, digests, [f"{one}/" for one in loaded.site.settings.languages])
            manifest = draft.with_name(MANIFEST.name)
            manifest.write_bytes(write_manifest(draft, digests))
            take_the_place(draft, site)
            manifest.replace(root / MANIFEST)
            (root / HOSTS).mkdir(exist_ok=True)
            for file in hosts.iterdir():
                file.replace(root / HOSTS / file.name)
    except OSError as error:
        raise PublishingError(describe(error, build)) from None
    return is_known


def _press(
    root: Path,
    site: Site,
    sites: Sequence[Site],
    draft: Path,
    before: Path,
    cache: Cache,
    step: Callable[[int, int], None],
    processes: int | None,
) -> bool:
    from generator.publishing import plugin  # Only here, and while others work: MkDocs is slow to import.

    try:
        press = plugin.Press(root, draft, site, sites=sites)
        if not press.is_ours and len(sites) > 1:
            raise PublishingError("languages: a site with plugins or hooks of others is published in its own alone")
        if not press.is_ours:
            run_mkdocs(root, draft)
            return False
        made = press_pages(press, before, draft, cache, step, processes, room=_room(ROOM, site))
        warnings = press.finish(made)
    except (PressError, WorkerError) as error:
        raise PublishingError(str(error)) from None
    if warnings:
        hint = "name it below `nav` in mkdocs.yml, or below `not_in_nav` if links alone are to lead there"
        raise PublishingError("\n".join(f"{line}\n  {hint}" if '"nav"' in line else line for line in warnings))
    theme = press.config.theme.custom_dir
    return not theme or any(Path(theme).is_relative_to(root / name) for name in SOURCES)


def run_mkdocs(root: Path, draft: Path, *options: str) -> None:
    """Leave all to MkDocs: slower, but plugins and hooks of others have it as they are used to."""
    # -P: the repository's own modules come from where this one is installed, not from the current folder.
    command = [sys.executable, "-P", "-m", leashed.__name__, "build", "--strict", "--site-dir", str(draft), *options]
    environment = hold(root) | {"NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(
        command, cwd=root, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        try:
            # Its standard input stays open until it has said all: it ends when that closes, as when we are killed.
            said = process.stdout.read().decode(errors="replace") if process.stdout else ""
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        # With --quiet, MkDocs would not count its warnings, and so not stop at them.
        raise PublishingError("\n".join(line for line in said.splitlines() if line and not line.startswith("INFO")))
