"""Places in the order that a reader asks for, and the lengths of their bars."""

from __future__ import annotations

import pytest

from tests.scripts.node.running import Modules

AREAS = {"names": ["Oregon", "Åland", "Zug", "Bern"], "medians": [80, 60, 40, 20], "employed": [5, None, 9, 5]}


@pytest.mark.parametrize(
    ("order", "places"), [("medians", [0, 1, 2, 3]), ("names", [1, 3, 0, 2]), ("employed", [2, 0, 3, 1])]
)
def test_places_are_ranked(modules: Modules, order: str, places: list[int]) -> None:
    assert modules.call("elements/areas/ranking", "rank", AREAS, order, "en") == places


def test_bars_are_as_long_as_amounts_beside_the_highest(modules: Modules) -> None:
    assert modules.call("elements/areas/ranking", "measure", AREAS) == [1, 0.75, 0.5, 0.25]
