"""From a `Site` to its Markdown pages: a pure function, the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import links
from generator.model.base import Model, texts
from generator.model.occupation import SCALES
from generator.model.site import Site
from generator.pages import drawing, linked_data, lists, markers
from generator.pages.register import Entry, list_pages
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
    # Pictures of fields for shared links; a field of one's own may have none yet.
    cards = frozenset(path.stem for path in (templates.parent / "theme" / links.CARDS).glob("*.png"))
    renderer = _Renderer(site, Templates(templates, {**_shared(site), "cards": cards}))
    for entry in list_pages(site):
        yield renderer.page(entry)


class _Renderer:
    """Renders templates and fills the markers in what comes out."""

    def __init__(self, site: Site, templates: Templates) -> None:
        self.site = site
        self.templates = templates
        # A quiz is the same on every page but for the way to the root, and costly to render.
        self.quizzes: dict[tuple[str, str], str] = {}

    def page(self, entry: Entry) -> Page:
        path, context = entry.path, entry.context
        if entry.template is None:
            text = context["text"]
        else:
            names = {"page": path, "root": links.root(path), "source": entry.source}
            text = self.templates.markdown(entry.template, **names, **context)
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
    occupations = {slug: document.model for slug, document in site.occupations.items()}
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
        "occupations": occupations,
        "near": find_neighbours(occupations),
        "by_field": lists.by_field(site),
        "letters": lists.by_letter(occupations),
        "corners": lists.by_corner(occupations),
        "codes": codes.group_by_code(site),
        "ways": find_ways(site),
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
