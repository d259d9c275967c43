"""Occupations that are alike: both ways, few, and nobody out of reach."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from random import Random

import pytest

from generator.model.occupation import SCALES, Interests, Occupation, Related, SkillUse
from generator.model.site import Site
from generator.relations.neighbours import MOST, WINDOW, Neighbour, find_neighbours
from generator.relations.plane import DATA, THINGS

SKILLS = [f"skill-{number}" for number in range(12)]


@pytest.fixture(scope="module")
def model(small_site: Site) -> Occupation:
    return small_site.occupations["baker"]


def make(
    model: Occupation, ratings: Iterable[float], skills: Iterable[str] = (), level: int = 2, related: Iterable[str] = ()
) -> Occupation:
    """The baker with other traits."""
    changes = {
        "interests": Interests(**dict(zip(SCALES, ratings, strict=True)), source="interests-2026"),
        "skills": tuple(SkillUse(skill=skill, why="It helps.") for skill in skills),
        "preparation": level,
        "related": tuple(Related(slug=slug, why="It is near.") for slug in related),
    }
    return model.model_copy(update=changes)


def make_many(model: Occupation, size: int, seed: int = 1) -> dict[str, Occupation]:
    """Occupations with random traits, each of which names one other."""
    random = Random(seed)  # noqa: S311
    return {
        f"o{number}": make(
            model,
            [random.uniform(1, 7) for _ in SCALES],
            random.sample(SKILLS, 5),
            random.randint(1, 5),
            [f"o{random.randrange(size)}"] if number % 3 else [],
        )
        for number in range(size)
    }


def reach(start: str, links: Mapping[str, Iterable[str]]) -> set[str]:
    """Everything that can be reached by links."""
    found, open_ = {start}, [start]
    while open_:
        for slug in links[open_.pop()]:
            if slug not in found:
                found.add(slug)
                open_.append(slug)
    return found


def all_links(occupations: Mapping[str, Occupation], near: Mapping[str, Iterable[Neighbour]]) -> dict[str, set[str]]:
    """Slug -> all that its page names as related."""
    return {
        slug: {one.slug for one in near[slug]} | {related.slug for related in model.related}
        for slug, model in occupations.items()
    }


def test_like_comes_with_like_and_says_what_is_shared(model: Occupation) -> None:
    occupations = {
        "welder": make(model, (7, 3, 2, 1, 1, 5), ["repairing", "monitoring"]),
        "mechanic": make(model, (6.8, 3.2, 2, 1.2, 1, 4.6), ["monitoring", "repairing", "speaking"]),
        "nurse": make(model, (2, 4, 2, 7, 3, 3), ["speaking"], 4),
        "teacher": make(model, (1, 3, 4, 7, 3, 3), ["speaking"], 4),
    }
    near = find_neighbours(occupations)
    assert near["welder"][0] == Neighbour("mechanic", ("realistic", "conventional"), ("repairing", "monitoring"), True)
    assert near["nurse"][0] == Neighbour("teacher", ("social",), ("speaking",), True)


def test_interests_weigh_more_than_skills_and_these_more_than_the_level(model: Occupation) -> None:
    """Each of the others is like the first in one thing alone, and altogether unlike it in the two others."""
    occupations = {
        "first": make(model, (7, 1, 4, 4, 4, 4), ["repairing", "monitoring"], 1),
        "of-its-level": make(model, (4, 4, 7, 1, 4, 4), ["speaking"], 1),
        "of-its-skills": make(model, (4, 4, 4, 4, 7, 1), ["repairing", "monitoring"], 5),
        "of-its-interests": make(model, (7, 1, 4, 4, 4, 4), ["listening"], 5),
    }
    near = [one.slug for one in find_neighbours(occupations)["first"]]
    assert near == ["of-its-interests", "of-its-skills", "of-its-level"]


def test_faint_interests_find_the_strong_ones_of_their_kind(model: Occupation) -> None:
    """They lie far apart on the plane and in their levels, and near each other in the order around it alone."""

    def place(angle: float, far: float) -> list[float]:
        things, data = (
            math.cos(math.radians(angle)) / math.hypot(*THINGS),
            math.sin(math.radians(angle)) / math.hypot(*DATA),
        )
        return [4 + far * (things * x + data * y) for x, y in zip(THINGS, DATA, strict=True)]

    between = 2 * WINDOW
    others = {
        f"m{angle}-{n}": make(model, place(angle, 1 + n / between), level=3)
        for angle in (-30, 120)
        for n in range(between)
    }
    occupations = {"a": make(model, place(45, 3), level=1), **others, "z": make(model, place(45, 0.3), level=5)}
    assert find_neighbours(occupations)["z"][0].slug == "a"


def test_every_link_leads_back_and_repeats_none_of_the_editors(model: Occupation) -> None:
    occupations = make_many(model, 120)
    near = find_neighbours(occupations)
    links = all_links(occupations, near)
    for slug, others in links.items():
        named = {related.slug for related in occupations[slug].related}
        assert not named & {one.slug for one in near[slug]}
        assert all(slug in links[other] for other in others if other != slug), slug


@pytest.mark.parametrize("size", [1, 2, 5, 40, 300])
def test_every_profile_is_reached_from_every_other(model: Occupation, size: int) -> None:
    occupations = make_many(model, size, seed=size)
    links = all_links(occupations, find_neighbours(occupations))
    assert reach("o0", links) == set(occupations)


def test_two_worlds_apart_are_joined(model: Occupation) -> None:
    """Each with near twins enough to fill all its links."""
    occupations = {f"a{n}": make(model, (7, 1 + n / 100, 1, 1, 1, 1), ["repairing"], 1) for n in range(30)}
    occupations |= {f"b{n}": make(model, (1, 1, 1, 7, 1 + n / 100, 1), ["speaking"], 5) for n in range(30)}
    links = all_links(occupations, find_neighbours(occupations))
    assert reach("a0", links) == set(occupations) == reach("b0", links)


def test_nobody_has_many(model: Occupation) -> None:
    occupations = {slug: one.model_copy(update={"related": ()}) for slug, one in make_many(model, 400).items()}
    counts = [len(found) for found in find_neighbours(occupations).values()]
    assert min(counts) >= 1
    assert max(counts) <= MOST + 3
    assert sum(counts) / len(counts) <= MOST + 0.5


def test_profiles_are_not_compared_all_with_all(model: Occupation, monkeypatch: pytest.MonkeyPatch) -> None:
    import generator.relations.neighbours as module

    calls = 0
    judge = module._likeness

    def count(*traits: object) -> float:
        nonlocal calls
        calls += 1
        return judge(*traits)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_likeness", count)
    for size in (200, 800):
        calls = 0
        find_neighbours(make_many(model, size))
        assert calls <= size * (4 * WINDOW + 1)


def test_flat_profile_has_neighbours_too(model: Occupation) -> None:
    occupations = {"flat": make(model, [4] * 6), "other": make(model, (7, 1, 1, 1, 1, 1))}
    assert [one.slug for one in find_neighbours(occupations)["flat"]] == ["other"]


def test_order_of_the_files_does_not_matter(model: Occupation) -> None:
    occupations = make_many(model, 60)
    backwards = dict(reversed(occupations.items()))
    assert find_neighbours(occupations) == find_neighbours(backwards)
