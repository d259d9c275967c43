"""What one file for calendars says of the days that an earlier one had."""

from __future__ import annotations

from typing import Any

from tests.scripts.conftest import Open
from tests.scripts.node.running import Modules

TODAY = "2026-11-20"
FOLLOW = """
  const { events, gone, handed } = follow(given.events, new Map(given.handed), given.today);
  return { events, gone, handed: [...handed] };
"""


def event(uid: str, day: str, revision: int = 1) -> dict[str, Any]:
    return {"uid": uid, "day": day, "revision": revision}


def handed(day: str, sequence: int = 1, *, gone: bool = False) -> dict[str, Any]:
    return {"day": day, "sequence": sequence, "gone": gone}


def follow(modules: Modules, events: list[dict[str, Any]], before: dict[str, dict[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = modules.run(
        "kept/files/handed", FOLLOW, events=events, handed=list(before.items()), today=TODAY
    )
    return found | {"handed": dict(found["handed"])}


def test_what_is_due_no_more_is_taken_back_once_and_again(modules: Modules) -> None:
    first = follow(modules, [event("a", "2026-12-01"), event("b", "2026-12-02", 3)], {})
    assert first["gone"] == []
    second = follow(modules, [event("a", "2026-12-01")], first["handed"])
    assert second["gone"] == [event("b", "2026-12-02", 4)]
    # Whoever did not open that file has it in the next, as the same change.
    assert follow(modules, [event("a", "2026-12-01")], second["handed"])["gone"] == second["gone"]


def test_what_is_past_stays_as_what_has_been(modules: Modules) -> None:
    found = follow(modules, [], {"a": handed("2026-11-19"), "b": handed(TODAY)})
    assert [one["uid"] for one in found["gone"]] == ["b"]
    assert list(found["handed"]) == ["b"]


def test_what_comes_back_is_newer_than_its_end(modules: Modules) -> None:
    found = follow(modules, [event("a", "2026-12-01")], {"a": handed("2026-12-01", 5, gone=True)})
    assert found["events"] == [event("a", "2026-12-01", 6)]
    assert found["handed"] == {"a": handed("2026-12-01", 6)}


def test_a_moved_day_is_newer_and_an_unmoved_one_is_not(modules: Modules) -> None:
    before = {"a": handed("2026-12-01", 5), "b": handed("2026-12-01", 5)}
    found = follow(modules, [event("a", "2026-12-01"), event("b", "2026-12-09")], before)
    assert [one["revision"] for one in found["events"]] == [5, 6]


def test_what_makes_no_sense_on_the_device_is_left_out(fresh: Open) -> None:
    saved = {
        "a": handed("2026-12-01", 2),
        "b": handed("soon"),
        "c": 1,
        "d": {"day": "2026-12-01"},
        "e": handed("2026-12-01", -1),
        "f": {**handed("2026-12-01"), "gone": "yes"},
    }
    modules = fresh({"fit": {"v": 1, "handed": saved}})
    found = dict(modules.run("kept/files/handed", "return [...loadHanded()];"))
    assert found == {"a": saved["a"], "f": handed("2026-12-01")}


def test_it_is_kept_beside_the_other_settings(fresh: Open) -> None:
    modules = fresh({"fit": {"v": 1, "levels": [3]}})
    before = {"a": handed("2026-12-01"), "__proto__": handed("2026-12-02", 7)}
    code = "return [keepHanded(new Map(given.handed)), [...loadHanded()]];"
    is_saved, found = modules.run("kept/files/handed", code, handed=list(before.items()))
    assert is_saved is True
    assert dict(found) == before
    assert modules.call("kept/settings", "loadSettings")["levels"] == [3]
