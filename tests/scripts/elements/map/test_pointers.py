"""What fingers and the mouse ask of the map."""

from __future__ import annotations

from typing import Any

from tests.scripts.node.running import Modules

FOLLOW = """
  const pointers = new Pointers();
  const read = ([type, pointerId, clientX, clientY]) => ({ type: `pointer${type}`, pointerId, clientX, clientY });
  const moves = given.events.map((event) => pointers.follow(read(event)));
  return { moves, hasMoved: pointers.hasMoved };
"""


def follow(modules: Modules, *events: tuple[str, int, int, int]) -> dict[str, Any]:
    """What each event asks for, and whether the last of them ends a drag."""
    found: dict[str, Any] = modules.run("elements/map/pointers", FOLLOW, events=list(events))
    return found


def test_one_finger_moves(modules: Modules) -> None:
    found = follow(modules, ("down", 1, 10, 10), ("move", 1, 20, 5), ("move", 1, 21, 5), ("up", 1, 21, 5))
    assert found == {"moves": [None, {"x": 10, "y": -5}, {"x": 1, "y": 0}, None], "hasMoved": True}


def test_unsteady_hand_and_a_pointer_that_is_not_down_move_nothing(modules: Modules) -> None:
    found = follow(modules, ("move", 2, 90, 90), ("down", 1, 10, 10), ("move", 1, 14, 10), ("up", 1, 14, 10))
    assert found == {"moves": [None] * 4, "hasMoved": False}


def test_two_fingers_zoom_where_their_middle_is(modules: Modules) -> None:
    found = follow(modules, ("down", 1, 0, 0), ("down", 2, 10, 0), ("move", 2, 20, 0), ("cancel", 1, 0, 0))
    assert found == {"moves": [None, None, {"x": 10, "y": 0, "growth": 2}, None], "hasMoved": True}


def test_next_finger_begins_anew(modules: Modules) -> None:
    found = follow(modules, ("down", 1, 0, 0), ("move", 1, 50, 0), ("up", 1, 50, 0), ("down", 1, 50, 0))
    assert found["hasMoved"] is False
