"""The register of pages: what each is, where it stands, and what it is made with; once, for whoever walks them."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator import links
from generator.model.site import Site
from generator.relations.ways import list_ways


@dataclass(frozen=True)
class Entry:
    """One page: `path` below the docs folder, `kind` as a name for pages that are made alike."""

    kind: str
    path: str
    template: str | None
    """Below templates/pages, without its ending; None if an editor wrote the page itself."""
    context: Mapping[str, Any] = field(default_factory=dict)
    """What the template gets of its own, or the `text` that an editor wrote."""
    source: str = ""
    """The file that the page is written in, below the repository; "" if it gathers from all of them."""


_FIXED = {
    links.METHODS: "methods",
    links.GLOSSARY: "glossary",
    links.QUIZZES: "quizzes",
    links.RESULTS: "results",
    links.CODES: "codes",
    links.GROUP: "group",
    links.PLAN: "plan",
    links.BOOKLET: "booklet",
    links.WORKSHEETS: "worksheets",
    links.OCCUPATIONS: "occupations",
    links.A_TO_Z: "a-z",
    links.COMPARE: "compare",
    links.MAP: "map",
    links.WAYS: "ways",
}
"""Path -> template of the pages that every site has."""


def list_pages(site: Site) -> Iterator[Entry]:
    """Every page of the site, profiles last; of a site with mistakes, the pages of what could be read."""
    for page in site.pages:
        # Written by hand, each has parts of its own.
        yield Entry(
            f"text/{page.path.removesuffix('.md')}", page.path, None, {"text": page.text}, f"{links.TEXTS}/{page.path}"
        )
    for path, template in _FIXED.items():
        yield Entry(template, path, template)
    yield from _guides(site)
    for key, quiz in site.quizzes.items():
        source = f"{links.ASSESSMENTS}/{key}.yml"
        yield Entry(f"quiz/{quiz.kind}", links.quiz(key), "quiz", {"key": key, "quiz": quiz}, source)
    for kind, key in list_ways(site.vocabulary):
        part = "/term" if "/" in key else ""
        yield Entry(f"way/{kind}{part}", links.way(kind, key), "way")
    for key in site.vocabulary.fields:
        yield Entry("field", links.field(key), "field", {"key": key})
    for slug, model in site.occupations.items():
        context = {"slug": slug, "occupation": model}
        yield Entry("occupation", links.occupation(slug), "occupation", context, f"{links.PROFILES}/{slug}.yml")


def list_kinds(site: Site) -> dict[str, str]:
    """Kind -> the path of one page of that kind."""
    kinds: dict[str, str] = {}
    for entry in list_pages(site):
        kinds.setdefault(entry.kind, entry.path)
    return kinds


def _guides(site: Site) -> Iterator[Entry]:
    for key, guide in site.methods.items():
        source = f"{links.GUIDES}/{key}.yml"
        yield Entry("method", links.method(key), "method", {"key": key, "method": guide}, source)
        for strategy in guide.strategies:
            context = {"strategy": strategy, "method": guide}
            yield Entry("worksheet", links.worksheet(strategy.key), "worksheet", context, source)


def _beside(page: str) -> Collection[str]:
    """Names of the pages that every site has in the folder of `page`."""
    folder = posixpath.dirname(page)
    return frozenset(
        posixpath.basename(path).removesuffix(".md") for path in _FIXED if posixpath.dirname(path) == folder
    )


RESERVED = {
    links.PROFILES: _beside(links.occupation("x")),
    links.ASSESSMENTS: _beside(links.quiz("x")),
    links.GUIDES: _beside(links.method("x")),
}
"""Names that no profile, quiz and guide may have: pages of the site's own stand there."""
