"""What pages show of all occupations, and how much of it each kind of page gets.

A page that got all profiles whole would have to be made again for every word in any of them.
"""

from __future__ import annotations

import dataclasses
import functools
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from generator.cache import Cache
from generator.model import limits
from generator.model.facts import NOTHING
from generator.model.method import Method
from generator.model.occupation import Occupation
from generator.model.site import Site
from generator.pages import lists
from generator.pages.briefs import Brief, make_briefs
from generator.register.entries import Entry
from generator.register.jobs import Stamps
from generator.register.withheld import withhold
from generator.relations import codes
from generator.relations.clusters import Cluster, Place, find_places, find_reach, gather
from generator.relations.letters import fit_one_page, read_letters
from generator.relations.neighbours import Neighbour, find_neighbours
from generator.relations.ways import Way, find_ways
from generator.strings import name_language

_ROOM = "neighbours"
_LISTS: Mapping[str, tuple[str, ...]] = {
    "codes": ("codes", "occupations"),
    "occupations": (
        *(
            "by_field",
            "by_field_in_short",
            "languages",
            "occupations",
            "pay_steps",
            "profiled",
            "shown_regions",
            "total",
        ),
    ),
    "compare": ("shown_regions",),
    "quiz": ("profiled", "total"),
    "results": ("profiled", "total"),
    "a-z": ("letters", "letters_fit", "occupations"),
    "letter": ("letters", "letters_fit", "occupations"),
    "map": ("by_field", "clusters", "corners", "occupations", "reach"),
    "ways": ("by_field", "ways"),
    "field": ("by_field", "guides_by_field"),
}
"""Template -> what it gets of all occupations; others get what is theirs alone."""

_MARKERS: Mapping[str, tuple[str, ...]] = {
    "fields": ("by_field", "guides_by_field", "occupations"),
    "first": ("places",),
    "finder": ("by_field", "languages", "profiled", "total"),
    "curl": ("occupations",),
    "countries": ("countries", "total"),
}
"""Marker -> what the part for which it stands gets, on whatever page it is."""


class Collection:
    """The occupations of one site as its pages get them; each list is made when a page asks for it."""

    def __init__(self, site: Site, cache: Cache, stamps: Stamps) -> None:
        self._site, self._cache, self._stamps = site, cache, stamps
        self.whole = withhold(site)
        """The site without its profiles and the pages of editors."""
        self.narrow = dataclasses.replace(
            self.whole,
            methods=cast("Any", dict.fromkeys(site.methods)),  # Pages ask which guides there are.
            quizzes={key: quiz.model_copy(update={"items": ()}) for key, quiz in site.quizzes.items()},
            introductions={},
            simulation=None,
        )
        """What a page about an occupation, or about what occupations share, sees of the site besides."""

    def give(self, entry: Entry) -> dict[str, Any]:
        """The names that the template of a page gets besides its own, by name."""
        given: dict[str, Any] = {"site": self.whole, **self._pick(_LISTS.get(entry.template or "", ()))}
        context, prose = entry.context, ""
        if entry.template == "occupation":
            slug, model = context["slug"], context["occupation"]
            near = self.near.get(slug, ())
            beside, facts = self._site.beside.get(slug, ()), self._site.facts.get(slug, NOTHING)
            given |= {"site": self.narrow, "near": {slug: near}, "beside": beside, "facts": facts}
            given["occupations"] = self._brief((*(one.slug for one in (*model.related, *near)), *beside))
            prose = model.model_dump_json()
        elif entry.template == "outline":
            model = context["occupation"]
            given |= {"site": self.narrow, "facts": self._site.facts.get(context["slug"], NOTHING)}
            given["occupations"] = self._brief((*model.profiled, *model.related, *filter(None, [model.whole])))
        elif entry.template == "way":
            way = self.ways[entry.path]
            given |= {"site": self.narrow, "ways": {page: self.ways[page] for page in (entry.path, *way.near)}}
            given["occupations"] = self._brief(way.slugs[: limits.CARDS])
            prose = way.introduction
        elif entry.template == "field":
            key, guides = context["key"], self.guides_by_field[context["key"]]
            outlines = self.by_field[key][len(guides) :]
            besides = [slug for slug in self.by_field_in_short[key].besides if slug not in guides[: limits.CARDS]]
            shown = (*guides[: limits.CARDS], *outlines[: limits.CARDS], *besides)
            given |= {"site": self.narrow, "occupations": self._brief(shown), "besides": besides}
            prose = context["introduction"]
        elif entry.template == "method":
            given["occupations"] = self._brief(_named(context["method"]))
            prose = context["method"].model_dump_json()
        elif entry.template is None:
            prose = context["text"]
        for marker, names in _MARKERS.items():
            if f"<!-- {marker}" in prose:
                given |= self._pick(names)
        return given

    @functools.cached_property
    def occupations(self) -> dict[str, Brief]:
        """Every occupation in short."""
        return make_briefs(self._site)

    @functools.cached_property
    def near(self) -> dict[str, tuple[Neighbour, ...]]:
        """The computed neighbours of each occupation, kept as long as nothing changes by which they are found."""
        models = self._site.occupations
        key = self._stamps.of([(slug, *_likeness(model)) for slug, model in models.items()])
        if kept := self._cache.get(_ROOM, [key]):
            found: dict[str, list[list[Any]]] = json.loads(kept[key])
            return {slug: tuple(Neighbour(*map(_tuple, one)) for one in some) for slug, some in found.items()}
        near = find_neighbours(models)
        text = json.dumps({slug: [dataclasses.astuple(one) for one in some] for slug, some in near.items()})
        self._cache.put(_ROOM, {key: text.encode()})
        self._cache.prune(_ROOM, [key] * 4)
        return near

    @functools.cached_property
    def ways(self) -> dict[str, Way]:
        """Page -> way in."""
        return find_ways(self._site)

    @functools.cached_property
    def by_field(self) -> dict[str, list[str]]:
        """Field -> slugs."""
        return lists.by_field(self._site)

    @functools.cached_property
    def guides_by_field(self) -> dict[str, list[str]]:
        """Field -> slugs of those with a profile."""
        return lists.guides_by_field(self._site)

    @functools.cached_property
    def by_field_in_short(self) -> dict[str, lists.Shelf]:
        """Field -> the slugs that the list of all shows."""
        return lists.by_field_in_short(self._site)

    def _pick(self, names: Iterable[str]) -> dict[str, Any]:
        return {name: getattr(self, name) for name in names}

    @functools.cached_property
    def total(self) -> int:
        """How many occupations there are."""
        return len(self._site.listed)

    @functools.cached_property
    def profiled(self) -> int:
        """How many of them have a profile."""
        return len(self._site.occupations)

    @functools.cached_property
    def languages(self) -> tuple[str, ...]:
        """In which there are titles of occupations, by what they call themselves."""
        return tuple(sorted(self._site.languages(), key=lambda language: name_language(language).casefold()))

    @functools.cached_property
    def letters(self) -> Any:
        """All names in alphabetical order."""
        return read_letters(self._site)

    @functools.cached_property
    def letters_fit(self) -> bool:
        """Whether they stand on one page."""
        return fit_one_page(self.letters)

    @functools.cached_property
    def pay_steps(self) -> tuple[lists.Steps, ...]:
        """Amounts to choose among."""
        return lists.pay_steps(self._site)

    @functools.cached_property
    def shown_regions(self) -> tuple[str, ...]:
        """What the figures by which lists can be filtered and sorted are about: first the region of most."""
        models = self._site.listed.values()
        figures = [figure for model in models for figure in (*model.pay, model.main_outlook) if figure]
        return tuple(region for region, _ in Counter(figure.region for figure in figures).most_common())

    @functools.cached_property
    def countries(self) -> tuple[lists.Country, ...]:
        """What is known of each country."""
        return lists.find_countries(self._site)

    @functools.cached_property
    def corners(self) -> dict[str, list[str]]:
        """Corner of the map -> slugs."""
        return lists.by_corner(self._site, self.places)

    @functools.cached_property
    def places(self) -> dict[str, Place]:
        """Slug -> place on the map."""
        return find_places(self._site.listed)

    @functools.cached_property
    def reach(self) -> int:
        """How far apart points of the map must be."""
        return find_reach(len(self.places))

    @functools.cached_property
    def clusters(self) -> tuple[Cluster, ...]:
        """What the map shows, those gathered that would cover one another."""
        return gather(self.places, self.reach)

    @functools.cached_property
    def codes(self) -> codes.Codes:
        """Holland code -> slugs."""
        return codes.group_by_code(self._site)

    def _brief(self, slugs: Iterable[str]) -> dict[str, Brief]:
        return {slug: self.occupations[slug] for slug in slugs if slug in self.occupations}


def _likeness(model: Occupation) -> tuple[Any, ...]:
    """What neighbours are found by."""
    skills = tuple(use.skill for use in model.skills)
    related = tuple(related.slug for related in model.related)
    return model.ratings(), skills, model.preparation, related


def _tuple(value: Any) -> Any:
    """What JSON has made a list of, as it was."""
    return tuple(value) if isinstance(value, list) else value


def _named(method: Method) -> Iterator[str]:
    for strategy in method.strategies:
        yield from strategy.occupations
