"""All that is made of a site, at once: the generator makes each file by itself, when it is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from generator.cache import Cache
from generator.exports import api, crawlers, feed, moves
from generator.model.site import Site
from generator.pages import rendering
from generator.pages.templating import read_texts
from generator.publishing import building
from generator.publishing.making import make_text
from generator.register.entries import list_pages
from generator.register.jobs import Job, Stamps
from generator.scripts import files
from generator.sources.shipped.layers import Layers


class Page(NamedTuple):
    """One Markdown file: its path below the docs folder and its text."""

    path: str
    markdown: str


def _make(jobs: Iterable[Job]) -> dict[str, str]:
    return {job.path: make_text(job) for job in jobs}


def render(site: Site, root: Path) -> dict[str, str]:
    """Every file of build/docs, path -> text; raises `ProjectError` if a template fails."""
    return {job.path: make_text(job) for job in building.list_jobs(site, root)}


def render_pages(site: Site, templates: Path) -> Iterator[Page]:
    """Every page, profiles last; raises `ProjectError` if a template fails."""
    for job in rendering.list_jobs(site, read_texts(Layers(templates.parents[1])), Cache(None), Stamps()):
        yield Page(job.path, make_text(job))


def render_data(site: Site) -> dict[str, str]:
    """The JSON files for scripts, path -> text."""
    return _make(files.list_jobs(site, Stamps()))


def render_assessments(site: Site) -> str:
    """The one about assessments, which needs no text of the interface."""
    return next(make_text(job) for job in files.list_jobs(site, Stamps()) if job.path == "data/assessments.json")


def render_api(site: Site) -> dict[str, str]:
    """The files for other programs, path -> text."""
    return _make(api.list_jobs(site, Stamps()))


def render_crawlers(site: Site) -> dict[str, str]:
    """What search engines and language models are told first, path -> text."""
    return _make(crawlers.list_jobs(site, Stamps()))


def render_feed(site: Site) -> dict[str, str]:
    """The feed, path -> text."""
    return _make(feed.list_jobs(site, Stamps()))


def render_moves(site: Site, templates: Path) -> dict[str, str]:
    """The pages at old addresses, path -> HTML."""
    return _make(moves.list_jobs(site, read_texts(Layers(templates.parents[1])), Stamps()))


def list_kinds(site: Site) -> dict[str, str]:
    """Kind -> the path of one page of that kind."""
    kinds: dict[str, str] = {}
    for entry in list_pages(site):
        kinds.setdefault(entry.kind, entry.path)
    return kinds
