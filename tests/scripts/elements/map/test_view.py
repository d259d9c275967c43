"""The part of the map that is seen, and the names that stand in it."""

from __future__ import annotations

import pytest

from tests.scripts.node.running import Modules


def test_view_stays_within_the_map_and_keeps_the_point_under_the_pointer(modules: Modules) -> None:
    start = {"x": 0, "y": 0, "size": 215}
    closer = modules.call("elements/map/view", "zoom", start, 2, 100, -50)
    assert closer == {"x": 50, "y": -25, "size": 107.5}
    assert modules.call("elements/map/view", "zoom", closer, 0.01) == start
    assert modules.call("elements/map/view", "pan", closer, 1000, 0) == {"x": 107.5, "y": -25, "size": 107.5}
    assert modules.call("elements/map/view", "zoom", start, 1e9)["size"] == pytest.approx(215 / 12)


def test_steps_and_what_is_seen(modules: Modules) -> None:
    def count(size: float) -> int:
        return int(modules.call("elements/map/view", "countSteps", {"x": 0, "y": 0, "size": size}))

    assert [count(215 / 1.6**steps) for steps in range(6)] == list(range(6))
    assert count(215 / 1.5) == 0
    assert not modules.call("elements/map/view", "isClosest", {"x": 0, "y": 0, "size": 215 / 11})
    assert modules.call("elements/map/view", "isClosest", {"x": 0, "y": 0, "size": 215 / 12})
    points = [{"x": 10, "y": 20}, {"x": 50, "y": 40}, {"x": 30, "y": -60}]
    view = modules.call("elements/map/view", "enclose", points)
    assert view == {"x": 30, "y": -10, "size": 60}
    assert modules.call("elements/map/view", "findSeen", [*points, {"x": 97, "y": 0}], view) == points
    # Points of one place are seen as close as can be.
    assert modules.call("elements/map/view", "isClosest", modules.call("elements/map/view", "enclose", points[:1]))


def test_names_never_cover_each_other_or_a_dot(modules: Modules) -> None:
    points = [{"x": (n * 37) % 200 - 100, "y": (n * 61) % 200 - 100, "title": "Occupation " * 2} for n in range(60)]
    view = {"x": 0, "y": 0, "size": 215}
    placed = modules.call("elements/map/view", "placeNames", points, points, view, 11)
    assert 3 < len(placed) < 60
    boxes = []
    for one in placed:
        width = len(one["point"]["title"]) * 11 * 0.58
        left = one["x"] if one["anchor"] == "start" else one["x"] - width
        boxes.append((left, left + width, one["point"]["y"] - 6.8, one["point"]["y"] + 6.8))
    for at, a in enumerate(boxes):
        assert all(a[1] < b[0] or b[1] < a[0] or a[3] < b[2] or b[3] < a[2] for b in boxes[at + 1 :])
        assert not any(a[0] < p["x"] < a[1] and a[2] < p["y"] < a[3] for p in points if p != placed[at]["point"])
