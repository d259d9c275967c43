"""From a `Site` to its Markdown pages: a pure function, the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import links
from generator.model import limits, plan
from generator.model.base import Model, texts
from generator.model.occupation import SCALES
from generator.model.site import Site
from generator.pages import drawing, linked_data, lists, markers, titles
from generator.pages.register import Entry, list_pages
from generator.pages.templating import Templates
from generator.relations import codes
from generator.relations.letters import fit_one_page, read_letters
from generator.relations.neighbours import find_neighbours
from generator.relations.plane import locate
from generator.relations.traits import top_interests
from generator.relations.ways import find_ways
from generator.strings import Words


@dataclass(frozen=True)
class Page:
    """One Markdown file: its path below the docs folder and its text."""

    path: str
    markdown: str


def render_pages(site: Site, templates: Path) -> Iterator[Page]:
    """Every page of the site, profiles last; raises `ProjectError` if a template fails."""
    writer = Templates(templates, _shared(site))
    for entry in list_pages(site):
        yield _page(entry, writer)


def _page(entry: Entry, writer: Templates) -> Page:
    """The page, with the markers filled that stand in it."""
    path, context = entry.path, entry.context
    if entry.template is None:
        text = context["text"]
    else:
        text = writer.markdown(entry.template, page=path, root=links.root(path), source=entry.source, **context)
    filled = markers.fill(text, lambda marker: _part(marker, path, writer))
    return Page(path, filled.rstrip() + "\n")


def _part(marker: str, path: str, writer: Templates) -> str:
    """What a marker stands for on the page `path`."""
    name, _, key = marker.partition(": ")
    template, _, suffix = markers.PARTS[name].rpartition(".")
    render = writer.html if suffix == "html" else writer.markdown
    return render(f"blocks/{template}", page=path, root=links.root(path), key=key).strip()


def _shared(site: Site) -> dict[str, Any]:
    """The names that every template sees."""
    vocabulary = site.vocabulary
    occupations = site.occupations
    letters = read_letters(site)
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
        "letters": letters,
        "letters_fit": fit_one_page(letters),
        "pay_steps": lists.pay_steps(occupations),
        "corners": lists.by_corner(occupations),
        "codes": codes.group_by_code(site),
        "ways": find_ways(site),
        "strategy_methods": {key: name for name, term in vocabulary.methods.items() for key in term.strategies},
        "scales": SCALES,
        "links": links,
        "limits": limits,
        "plan": plan,
        "linked_data": linked_data,
        "drawing": drawing,
        "titles": titles,
        "locate": locate,
        "top_interests": top_interests,
        "reading_minutes": reading_minutes,
    }


def reading_minutes(model: Model) -> int:
    """How long the texts of a profile or guide take to read, in minutes, at 200 words a minute.

    A usual pace for reading with care: Brysbaert (2019), Journal of Memory and Language 109, found 238 on average for
    adults' silent reading of non-fiction; tables and lists are slower.
    """
    words = sum(len(text.split()) for _, text in texts(model) if " " in text)
    return max(1, round(words / 200))
