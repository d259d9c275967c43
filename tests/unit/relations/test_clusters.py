"""Points that would cover one another are one, and none is lost."""

from __future__ import annotations

import itertools
import math
import random

from generator.model.site import Site
from generator.relations.clusters import SCALE, find_dots, find_places, find_reach, gather
from generator.relations.hexagon import CORNERS
from generator.relations.plane import DATA, THINGS, locate


def test_points_join_the_nearest_before_them_within_reach() -> None:
    places = {"a": (0.0, 0.0), "b": (3.0, 0.0), "c": (10.0, 0.0), "d": (6.0, 0.0), "e": (5.0, 0.0), "f": (-0.1, 4.9)}
    found = gather(places, 5)
    assert [(cluster.place, cluster.slugs) for cluster in found] == [
        ((0.0, 0.0), ("a", "b", "f")),
        ((10.0, 0.0), ("c", "d")),
        ((5.0, 0.0), ("e",)),
    ]


def test_no_point_is_lost_and_no_two_clusters_are_within_reach() -> None:
    chance = random.Random(4)  # noqa: S311
    places = {f"o{at}": (chance.uniform(-200, 200), chance.uniform(-200, 200)) for at in range(2000)}
    found = gather(places, 22)
    assert sorted(slug for cluster in found for slug in cluster.slugs) == sorted(places)
    for one, other in itertools.combinations(found, 2):
        assert math.dist(one.place, other.place) >= 22
    for cluster in found:
        assert all(math.dist(cluster.place, places[slug]) < 22 for slug in cluster.slugs)


def test_the_picture_has_data_above_and_things_to_the_right(small_site: Site) -> None:
    places = find_places(small_site.occupations)
    things, data = locate(small_site.occupations["plumber"].ratings() or ())
    assert places["plumber"] == (round(SCALE * things, 1), round(-SCALE * data, 1))
    assert list(places) == list(small_site.occupations)


def test_few_occupations_keep_a_dot_each(small_site: Site, many_site: Site) -> None:
    for site, expected in ((small_site, 7), (many_site, 7)):
        count = len(site.occupations)
        assert len(gather(find_places(site.occupations), find_reach(count))) == expected
    assert find_reach(len(small_site.occupations)) < find_reach(len(many_site.occupations))


def test_within_the_hexagon_each_interest_lies_toward_its_corner() -> None:
    places = {str(at): (10 * THINGS[at] * 9, -10 * DATA[at] * 9) for at in range(6)}
    dots = find_dots(places)
    assert [tuple(round(part / 90, 2) for part in dot) for dot in dots.places] == [
        (round(x, 2), round(y, 2)) for x, y in CORNERS
    ]
    # Dots that would cover one another are one.
    assert len(find_dots({str(at): (at % 40 * 2.0, at // 40 * 2.0) for at in range(1600)}).places) < 1600 / 4
