"""Scripts gather the points of the map as the generator does."""

from __future__ import annotations

import random

import pytest

from generator.relations.clusters import gather
from tests.scripts.node.running import Modules


@pytest.mark.parametrize("reach", [22, 22 / 1.6, 5])
def test_both_sides_gather_alike(modules: Modules, reach: float) -> None:
    chance = random.Random(7)  # noqa: S311
    # On a coarse raster, so that many lie equally far from two others.
    places = {f"o{at}": (chance.randrange(-200, 200) / 1.0, chance.randrange(-200, 200) / 1.0) for at in range(1500)}
    points = [{"slug": slug, "x": x, "y": y} for slug, (x, y) in places.items()]
    found = modules.call("elements/map/clusters", "gather", points, reach)
    shown = [((one["x"], one["y"]), tuple(point["slug"] for point in one["points"])) for one in found]
    assert shown == [(cluster.place, cluster.slugs) for cluster in gather(places, reach)]
