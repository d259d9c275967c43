"""From dot to dot of the map by the arrow keys."""

from __future__ import annotations

from tests.scripts.node.running import Modules


def test_step_goes_to_the_nearest_ahead_and_stays_at_the_edge(modules: Modules) -> None:
    points = [{"x": 0, "y": 0}, {"x": 10, "y": 2}, {"x": 9, "y": 12}, {"x": 40, "y": 0}, {"x": -5, "y": 0}]
    assert modules.call("elements/map/stepping", "step", points, points[0], [1, 0]) == points[1]
    assert modules.call("elements/map/stepping", "step", points, points[0], [0, 1]) == points[2]
    assert modules.call("elements/map/stepping", "step", points, points[3], [1, 0]) == points[3]
