"""The register of pages: what each is, where it stands, and what it is made with; once, for whoever walks them.

Beside it the register of all other files, so that no two things have one place.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator import links
from generator.model.facts import NOTHING
from generator.model.site import Site
from generator.model.vocabulary import Vocabulary
from generator.register.jobs import Parted
from generator.relations.letters import fit_one_page, read_letters
from generator.relations.ways import list_ways

Loc = tuple[str | int, ...]


@dataclass(frozen=True, kw_only=True)
class File(Parted):
    """One file below the docs folder, and where in the repository it is written; "" if every site has it."""

    path: str
    source: str = ""
    loc: Loc = ()
    """The place within `source`; empty for all of it."""


@dataclass(frozen=True, kw_only=True)
class Entry(File):
    """One page; `kind` is a name for pages that are made alike."""

    kind: str
    template: str | None = None
    """Below templates/pages, without its ending; None if an editor wrote the page itself."""
    context: Mapping[str, Any] = field(default_factory=dict)
    """What the template gets of its own, or the `text` that an editor wrote."""


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
    links.CONTRIBUTE: "contribute",
    links.MAP: "map",
    links.WAYS: "ways",
}
"""Path -> template of the pages that every site has."""


def list_pages(site: Site) -> Iterator[Entry]:
    """Every page of the site, profiles and outlines last; of a site with mistakes, the pages of what could be read."""
    for page in site.pages:
        kind = f"text/{page.path.removesuffix('.md')}"  # Written by hand, each has parts of its own.
        yield Entry(kind=kind, path=page.path, context={"text": page.text}, source=page.source)
    for path, template in _FIXED.items():
        yield Entry(kind=template, path=path, template=template)
    yield from _guides(site)
    for key, quiz in site.quizzes.items():
        yield Entry(
            kind=f"quiz/{quiz.kind}",
            path=links.quiz(key),
            template="quiz",
            context={"key": key, "quiz": quiz},
            source=f"{links.ASSESSMENTS}/{key}.yml",
        )
    yield from _shared_things(site.vocabulary, site.introductions.get("fields", {}))
    yield from _letters(site)
    for slug, model in site.occupations.items():
        yield Entry(
            kind="occupation",
            path=links.occupation(slug),
            template="occupation",
            context={"slug": slug, "occupation": model},
            source=f"{links.PROFILES}/{slug}.yml",
        )
    for slug, outline in site.outlines.items():
        yield Entry(
            kind="outline",
            path=links.occupation(slug),
            template="outline",
            context={"slug": slug, "occupation": outline},
            source=outline.table,
        )


def list_others(site: Site) -> Iterator[File]:
    """Every file that is no page."""
    for path in links.FILES:
        yield File(path=path)
    for language in site.languages():
        yield File(path=links.script_titles(language))
    for slug in site.listed:
        source = outline.table if (outline := site.outlines.get(slug)) else f"{links.PROFILES}/{slug}.yml"
        places = (links.script_areas(slug),) if site.facts.get(slug, NOTHING).areas else ()
        for path in (links.script_profile(slug), *places, *(() if outline else (links.api_occupation(slug),))):
            yield File(path=path, source=source)
    for old, slug in site.moved().items():
        if old in SLUGS_TAKEN:
            continue  # No name to have had; a rule of its own says so.
        formerly = site.occupations[slug].formerly
        loc = ("formerly", formerly.index(old)) if old in formerly else ()
        for path in (links.former(links.occupation(old)), links.api_occupation(old)):
            yield File(path=path, source=f"{links.PROFILES}/{slug}.yml", loc=loc)
    for facet, renamed in site.vocabulary.renamed().items():
        for old, key in renamed.items():
            source = f"{links.VOCABULARIES}/{facet}s.yml"
            yield File(path=links.former(links.renamed(facet, old)), source=source, loc=(key, "formerly"))


def _guides(site: Site) -> Iterator[Entry]:
    for key, guide in site.methods.items():
        source = f"{links.GUIDES}/{key}.yml"
        context = {"key": key, "method": guide}
        yield Entry(kind="method", path=links.method(key), template="method", context=context, source=source)
        for index, strategy in enumerate(guide.strategies):
            yield Entry(
                kind="worksheet",
                path=links.worksheet(strategy.key),
                template="worksheet",
                context={"strategy": strategy, "method": guide},
                source=source,
                loc=("strategies", index, "key"),
            )


def _shared_things(vocabulary: Vocabulary, introductions: Mapping[str, str]) -> Iterator[Entry]:
    """The pages of what occupations share: the ways in, and the fields of work."""
    for kind, key in list_ways(vocabulary):
        name = "interests" if kind == "pairs" else kind
        first, _, term = key.partition("/")
        yield Entry(
            kind=f"way/{kind}/term" if term else f"way/{kind}",
            path=links.way(kind, key),
            template="way",
            source=f"{links.VOCABULARIES}/{name}.yml",
            loc=(first, "terms", term) if term else () if kind == "pairs" else (key,),
        )
    for key in vocabulary.fields:
        source = f"{links.VOCABULARIES}/fields.yml"
        context = {"key": key, "introduction": introductions.get(key, "")}
        yield Entry(kind="field", path=links.field(key), template="field", context=context, source=source, loc=(key,))


def _letters(site: Site) -> Iterator[Entry]:
    """The pages of the names from A to Z, if there are too many for one."""
    letters = read_letters(site)
    parts = [] if fit_one_page(letters) else [(letter, part) for letter in letters for part in letter.parts]
    for at, (letter, part) in enumerate(parts, start=1):
        after = parts[at][1] if at < len(parts) else None
        context = {"letter": letter, "part": part, "after": after}
        yield Entry(kind="letter", path=links.letter(part.key), template="letter", context=context)


SLUGS_TAKEN = frozenset(
    posixpath.basename(path).removesuffix(".md")
    for path in _FIXED
    if posixpath.dirname(path) == posixpath.dirname(links.occupation("x"))
)
"""Names that no profile may have, nor have had: pages of the site's own stand there."""
