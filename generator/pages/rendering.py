"""From a `Site` to its Markdown pages: a pure function, the same bytes every time."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import links
from generator.model.base import Model, texts
from generator.model.occupation import SCALES
from generator.model.site import Site
from generator.pages import drawing, linked_data, markers
from generator.pages.templating import Templates
from generator.relations import codes
from generator.relations.neighbours import find_neighbours
from generator.relations.plane import locate
from generator.relations.ways import find_ways, top_interests
from generator.strings import Words


@dataclass(frozen=True)
class Page:
    """One Markdown file: its path below the docs folder and its text."""

    path: str
    markdown: str


def render_pages(site: Site, templates: Path) -> Iterator[Page]:
    """Every page of the site, profiles last; raises `ProjectError` if a template fails."""
    by_field: dict[str, list[str]] = {key: [] for key in site.vocabulary.fields}
    for slug, document in site.occupations.items():
        by_field[document.model.field].append(slug)
    ways = find_ways(site)
    # Pictures of fields for shared links; a field of one's own may have none yet.
    cards = frozenset(path.stem for path in (templates.parent / "theme" / links.CARDS).glob("*.png"))
    names = {**_shared(site), "by_field": by_field, "ways": ways, "cards": cards}
    renderer = _Renderer(site, Templates(templates, names))
    for text_page in site.pages:
        yield renderer.text_page(text_page.path, text_page.text)
    yield renderer.page(links.METHODS, "methods")
    yield renderer.page(links.GLOSSARY, "glossary")
    for key, guide in site.methods.items():
        yield renderer.page(links.method(key), "method", key=key, method=guide.model, source=guide.path)
    for key, quiz in site.quizzes.items():
        yield renderer.page(links.quiz(key), "quiz", key=key, quiz=quiz.model, source=quiz.path)
    yield renderer.page(links.QUIZZES, "quizzes")
    yield renderer.page(links.RESULTS, "results")
    yield renderer.page(links.CODES, "codes", codes=codes.group_by_code(site))
    yield renderer.page(links.GROUP, "group")
    yield renderer.page(links.PLAN, "plan")
    yield renderer.page(links.BOOKLET, "booklet")
    yield renderer.page(links.WORKSHEETS, "worksheets")
    for guide in site.methods.values():
        for strategy in guide.model.strategies:
            yield renderer.page(
                links.worksheet(strategy.key), "worksheet", strategy=strategy, method=guide.model, source=guide.path
            )
    yield renderer.page(links.OCCUPATIONS, "occupations")
    yield renderer.page(links.A_TO_Z, "a-z", letters=_letters(site))
    yield renderer.page(links.COMPARE, "compare")
    yield renderer.page(links.MAP, "map", corners=_corners(site))
    yield renderer.page(links.WAYS, "ways")
    for page, way in ways.items():
        yield renderer.page(page, "way", way=way)
    for key, slugs in by_field.items():
        yield renderer.page(links.field(key), "field", key=key, slugs=slugs)
    for slug, document in site.occupations.items():
        yield renderer.page(
            links.occupation(slug), "occupation", slug=slug, occupation=document.model, source=document.path
        )


class _Renderer:
    """Renders templates and fills the markers in what comes out."""

    def __init__(self, site: Site, templates: Templates) -> None:
        self.site = site
        self.templates = templates
        # A quiz is the same on every page but for the way to the root, and costly to render.
        self.quizzes: dict[tuple[str, str], str] = {}

    def page(self, path: str, template: str, **context: Any) -> Page:
        text = self.templates.markdown(template, page=path, root=links.root(path), **context)
        return self.text_page(path, text)

    def text_page(self, path: str, text: str) -> Page:
        filled = markers.fill(text, lambda name: self.marker(name, path))
        return Page(path, filled.rstrip() + "\n")

    def marker(self, name: str, path: str) -> str:
        kind, _, key = name.partition(": ")
        if kind == "quiz":
            root = links.root(path)
            if (key, root) not in self.quizzes:
                quiz = self.site.quizzes[key].model
                block = self.templates.html("blocks/elements/quiz", page=path, root=root, key=key, quiz=quiz)
                self.quizzes[key, root] = block
            return self.quizzes[key, root]
        part, _, suffix = markers.PARTS[kind].rpartition(".")
        render = self.templates.html if suffix == "html" else self.templates.markdown
        return render(f"blocks/{part}", page=path, root=links.root(path)).strip()


def _shared(site: Site) -> dict[str, Any]:
    """The names that every template sees."""
    vocabulary = site.vocabulary
    return {
        "site": site,
        "t": Words(site.strings),
        "fields": vocabulary.fields,
        "interests": vocabulary.interests,
        "work_values": vocabulary.values,
        "skills": vocabulary.skills,
        "environments": vocabulary.environments,
        "education": vocabulary.education,
        "preparation": vocabulary.preparation,
        "methods": vocabulary.methods,
        "glossary": vocabulary.glossary,
        "near": find_neighbours({slug: document.model for slug, document in site.occupations.items()}),
        "occupations": {slug: document.model for slug, document in site.occupations.items()},
        "strategy_methods": {key: name for name, term in vocabulary.methods.items() for key in term.strategies},
        "scales": SCALES,
        "links": links,
        "describe": lambda slug: linked_data.describe(site, slug),
        "figures": drawing,
        "locate": locate,
        "top_interests": top_interests,
        "reading_minutes": reading_minutes,
        "is_stale": lambda key: site.sources[key].review_by < site.today,
        "age": lambda year: site.today.year - year,
    }


def reading_minutes(model: Model) -> int:
    """How long the texts of a profile or guide take to read, in minutes, at 200 words a minute.

    A usual pace for reading with care: Brysbaert (2019), Journal of Memory and Language 109, found 238 on average for
    adults' silent reading of non-fiction; tables and lists are slower.
    """
    words = sum(len(text.split()) for _, text in texts(model) if " " in text)
    return max(1, round(words / 200))


def _corners(site: Site) -> dict[str, list[str]]:
    """The occupations in each corner of the map of work, those furthest from its middle first."""
    places = {slug: locate(document.model.interests.ratings()) for slug, document in site.occupations.items()}
    corners: dict[str, list[str]] = {f"{y}-{x}": [] for y in ("data", "ideas") for x in ("things", "people")}
    for slug in sorted(places, key=lambda slug: -math.hypot(*places[slug])):
        things, data = places[slug]
        corners[f"{'data' if data >= 0 else 'ideas'}-{'things' if things >= 0 else 'people'}"].append(slug)
    return corners


def _letters(site: Site) -> dict[str, list[tuple[str, str, bool]]]:
    """Letter -> (name, slug, is an alias), in alphabetical order; names that begin otherwise stand under #."""
    names = []
    for slug, document in site.occupations.items():
        names.append((document.model.title, slug, False))
        names += [(alias, slug, True) for alias in document.model.aliases]
    letters: dict[str, list[tuple[str, str, bool]]] = {}
    for name, slug, is_alias in sorted(names, key=lambda entry: (_bare(entry[0]), entry[1])):
        first = _bare(name)[:1].upper()
        letters.setdefault(first if first.isascii() and first.isalpha() else "#", []).append((name, slug, is_alias))
    return letters


def _bare(name: str) -> str:
    """A name without accents and case, for sorting."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold() or name.casefold()
