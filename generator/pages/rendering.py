"""From a `Site` to its Markdown pages: a pure function, the same bytes every time."""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator import links
from generator.cache import Cache
from generator.model import limits, plan
from generator.model.base import Model, texts
from generator.model.occupation import SCALES
from generator.model.site import Site
from generator.pages import drawing, glancing, linked_data, lists, titles
from generator.pages.collection import Collection
from generator.pages.templating import Templates, Texts
from generator.register import markers
from generator.register.entries import Entry, list_pages
from generator.register.jobs import Job, Stamps
from generator.relations import hexagon
from generator.relations.clusters import find_dots
from generator.relations.conditions import list_little
from generator.relations.traits import top_interests
from generator.strings import Words


def list_jobs(site: Site, templates: Texts, cache: Cache, stamps: Stamps) -> Iterator[Job]:
    """What is to be made for every page, profiles last; making one raises `ProjectError` if a template fails."""
    originals: dict[str, Templates] = {}
    for one in site.originals:
        words = dataclasses.replace(site, strings=one.strings, vocabulary=one.vocabulary)
        originals |= dict.fromkeys(one.pages, Templates(templates, _shared(words)))
    writer = _Writer(Templates(templates, _shared(site)), originals)
    collection = Collection(site, cache, stamps)
    for entry in list_pages(site):
        given = collection.give(entry)
        kind = entry.kind if entry.template in _ALIKE else ""
        yield stamps.job(
            entry.path, writer.write, entry, given, kind=kind, traits=partial(_list_traits, stamps, entry, given)
        )


_ALIKE = ("occupation", "outline", "way", "field", "letter")
"""Templates by which many pages are made."""


def _list_traits(stamps: Stamps, entry: Entry, given: Mapping[str, Any]) -> Iterator[Hashable]:
    """What may make a difference to whether a page can be made."""
    for name, value in entry.context.items():
        if isinstance(value, Model):
            yield from stamps.traits(value)
        else:
            yield name, not value
    for name, value in given.items():
        if isinstance(value, Model):
            yield from stamps.traits(value)
        elif isinstance(value, Mapping):
            yield name, any(value.values())
    if way := given.get("ways", {}).get(entry.path):
        yield from ((name, bool(getattr(way, name))) for name in way.__dataclass_fields__)


@dataclass(frozen=True)
class _Writer:
    """Makes pages from the templates of one site."""

    templates: Templates
    originals: Mapping[str, Templates]
    """Path of a page that is whole in another language -> the same with the words of that."""

    def write(self, entry: Entry, given: Mapping[str, Any]) -> str:
        """The page, with the markers filled that stand in it."""
        path, context = entry.path, entry.context
        if entry.template is None:
            text = context["text"]
        else:
            names = {**given, **context}
            text = self._choose(path).markdown(
                entry.template, page=path, root=links.root(path), source=entry.source, given=given, **names
            )
        filled: str = markers.fill(text, lambda marker: self._part(marker, path, given))
        return filled.rstrip() + "\n"

    def _choose(self, path: str) -> Templates:
        return self.originals.get(path, self.templates)

    def _part(self, marker: str, path: str, given: Mapping[str, Any]) -> str:
        """What a marker stands for on the page `path`."""
        name, _, key = marker.partition(": ")
        template, _, suffix = markers.PARTS[name].rpartition(".")
        templates = self._choose(path)
        render = templates.html if suffix == "html" else templates.markdown
        return render(f"blocks/{template}", page=path, root=links.root(path), given=given, **given, key=key).strip()


def _shared(site: Site) -> dict[str, Any]:
    """The names that every template sees, whatever occupations there are."""
    vocabulary = site.vocabulary
    return {
        "t": Words(site.strings),
        "fields": vocabulary.fields,
        "interests": vocabulary.interests,
        "work_values": vocabulary.values,
        "skills": vocabulary.skills,
        "environments": vocabulary.environments,
        "little": list_little(vocabulary.environments),
        "education": vocabulary.education,
        "preparation": vocabulary.preparation,
        "schooling": vocabulary.schooling,
        "subjects": vocabulary.subjects,
        "differs": vocabulary.differs,
        "hours_of": vocabulary.hours,
        "licences": vocabulary.licence,
        "learning_pay": vocabulary.paid,
        "methods": vocabulary.methods,
        "glossary": vocabulary.glossary,
        "regions": vocabulary.regions,
        "terms": vocabulary.terms(),
        "trainings": vocabulary.trainings(),
        "strategy_methods": vocabulary.strategies(),
        "scales": SCALES,
        "links": links,
        "limits": limits,
        "plan": plan,
        "linked_data": linked_data,
        "drawing": drawing,
        "glancing": glancing,
        "hexagon": hexagon,
        "find_dots": find_dots,
        "titles": titles,
        "name_corner": lists.name_corner,
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
