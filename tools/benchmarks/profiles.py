"""Made profiles of real length: the figures of `figures.py`, and sentences from a seeded list of words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

Entry = dict[str, Any]
Terms = Mapping[str, Any]

FIGURES = ("codes", "preparation", "interests", "values", "education", "pay", "outlook")
ALIASES = 8
NEIGHBOURS = 3
"""On either side, so that each profile has twice as many related ones and each of them links back."""
WORDS = 1440
"""Words of a whole profile when the lengths below are taken as they are."""
METHODS = ("explore", "network", "learn", "integrate", "create")
VOCABULARY = Path(__file__).with_name("words.txt").read_text(encoding="utf-8").split()


class Prose:
    """Sentences of a given number of words, scaled by `scale`."""

    def __init__(self, random: Random, scale: float) -> None:
        self.random = random
        self.scale = scale

    def sentence(self, words: int, link: str = "") -> str:
        """One sentence; with `link`, its second word leads there."""
        count = max(4, round(words * self.scale))
        chosen = self.random.choices(VOCABULARY, k=count)
        if link:
            chosen[1] = f"[{chosen[1]}]({link})"
        return chosen[0].capitalize() + " " + " ".join(chosen[1:]) + "."

    def sentences(self, count: int, words: int) -> list[str]:
        """`count` sentences of about `words` words."""
        return [self.sentence(words + self.random.randint(-2, 2)) for _ in range(count)]

    def paragraphs(self, *counts: int) -> str:
        """A paragraph for each of `counts`, of so many sentences of 13 words."""
        return "\n\n".join(" ".join(self.sentences(count, 13)) for count in counts)

    def label(self, words: int) -> str:
        """A few words without a full stop."""
        return " ".join(self.random.choices(VOCABULARY, k=words)).capitalize()


def make_profiles(
    entries: Sequence[Entry], size: int, slugs: Iterable[str], vocabulary: Terms, *, words: int, seed: int
) -> dict[str, Entry]:
    """Slug -> profile, `size` of them, each with its own title and aliases.

    The first profiles take the names `slugs`, to which guides link; the others are called as their figures say.
    `vocabulary` holds the repository's skills and environments as plain data; `words` is the length of a profile.
    """
    random = Random(seed)  # noqa: S311
    prose = Prose(random, words / WORDS)
    names = _Names()
    named: dict[str, Entry] = {}
    given = [*slugs][:size]
    for entry, slug in itertools.islice(itertools.zip_longest(_cycle(entries), given), size):
        title = names.claim(slug.replace("-", " ").capitalize() if slug else entry["title"])
        named[slug or _slug(title)] = {**entry, "title": title}
    order = [*named]
    return {
        slug: _profile(entry, names, prose, vocabulary, _neighbours(order, index))
        for index, (slug, entry) in enumerate(named.items())
    }


class _Names:
    """Titles and aliases in use, so that none is given twice."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def claim(self, name: str) -> str:
        """`name` cut to the length of a title, with a number if it is taken."""
        name = re.sub(r"[^A-Za-z0-9 ,'-]", " ", name)[:55].strip(" ,'-")
        for number in itertools.count(1):
            free = name if number == 1 else f"{name} {number}"
            # Titles become slugs, so what differs only in signs is taken as well.
            if _slug(free) not in self.taken:
                self.taken.add(_slug(free))
                return free
        raise AssertionError


def _cycle(entries: Sequence[Entry]) -> Iterator[Entry]:
    """`entries` over and over, of those with the same title the first."""
    first: dict[str, Entry] = {}
    for entry in entries:
        first.setdefault(_slug(entry["title"]), entry)
    return itertools.cycle(first.values())


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def _neighbours(order: Sequence[str], index: int) -> list[str]:
    """The slugs next to the one at `index` when all stand in a ring."""
    steps = (step for step in range(-NEIGHBOURS, NEIGHBOURS + 1) if step)
    near = dict.fromkeys(order[(index + step) % len(order)] for step in steps)
    return [slug for slug in near if slug != order[index]]


def _profile(entry: Entry, names: _Names, prose: Prose, vocabulary: Terms, neighbours: Sequence[str]) -> Entry:
    """One profile, its fields in the order in which editors write them."""
    figures: Entry = {key: entry[key] for key in FIGURES if key in entry}
    return {
        "title": entry["title"],
        "aliases": [names.claim(prose.label(2)) for _ in range(ALIASES)],
        "summary": prose.sentence(22)[:200],
        "field": entry["field"],
        **figures,
        "what_they_do": prose.paragraphs(4, 2),
        "tasks": prose.sentences(7, 9),
        "day": prose.paragraphs(1) + "\n\n" + _hours(prose),
        "environment": _environment(prose.random, vocabulary["environments"]),
        "skills": [
            {"skill": skill, "why": prose.sentence(12)} for skill in prose.random.sample([*vocabulary["skills"]], 6)
        ],
        "good_sides": prose.sentences(3, 14),
        "hard_sides": prose.sentences(6, 12),
        "routes": [_route(prose) for _ in range(3)],
        "licence": {
            "needed": "some-places",
            "text": prose.sentence(13, "https://www.example.org/licence") + " " + prose.paragraphs(2, 2),
        },
        "progression": prose.paragraphs(3),
        "explore": _explore(prose, neighbours),
        "related": [{"slug": near, "why": prose.sentence(12)} for near in neighbours],
        "reviewed": "2026-11-23",
    }


def _hours(prose: Prose) -> str:
    """A working day as a list, the hour in bold."""
    return "\n".join(f"- **{hour}:00** {prose.sentence(10)}" for hour in range(8, 17))


def _environment(random: Random, groups: Terms) -> Entry:
    chosen: Entry = {name: random.sample([*groups[name]["terms"]], 3) for name in groups if name != "remote"}
    return {**chosen, "remote": random.choice([*groups["remote"]["terms"]])}


def _route(prose: Prose) -> Entry:
    steps = prose.sentences(3, 12)
    return {
        "name": prose.label(3),
        "steps": steps,
        "takes": f"About {prose.label(4).lower()}",
        "needs": prose.sentence(8),
    }


def _explore(prose: Prose, neighbours: Sequence[str]) -> Entry:
    """The six methods; a link out, links to pages, the rest plain."""
    pages = [f"occupation:{slug}" for slug in neighbours[:1]]
    targets = iter(["https://www.example.org/visit", "method:know-yourself", *pages])
    return {"know_yourself": prose.sentences(4, 11)} | {
        method: [
            {"do": prose.sentence(12, next(targets, "")), "takes": prose.label(4), "cost": prose.label(2)},
            {"do": prose.sentence(12), "takes": prose.label(4), "cost": "Free"},
        ]
        for method in METHODS
    }
