"""What two tabs changed, each without the other's change: nothing of either is lost once there is room again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.scripts.conftest import Open
from tests.scripts.node.running import FULL, Json, Modules, as_map, stored
from tests.scripts.quizzes import answer, make_quizzes

FILL = "() => { globalThis.put ??= Storage.prototype.setItem; " + FULL + " }"
FREE = "() => { Storage.prototype.setItem = globalThis.put; }"
DAY = "2026-11-24"


def join(modules: Modules, base: Json | None, ours: Json, theirs: Json | None) -> Json:
    """What has come of both."""
    found: Json = modules.call("kept/conflicts", "join", base, ours, theirs)
    return found


def make(name: str, **others: Any) -> Json:
    """A thing of a list."""
    return {"id": name, **others}


def value(*things: Any, **others: Any) -> Json:
    """What lies under a name."""
    return {"v": 1, "items": list(things), **others}


A, B, C, D = (make(name) for name in "abcd")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "joined"),
    [
        ([A], [A, B], [A, C], [A, B, C]),
        ([A, B, C], [A, B], [B, C, D], [B, D]),
        ([A, B, C], [C, A, B], [A, B, C, D], [C, A, B, D]),
        ([A, B, C], [A, B, C, D], [C, B, A], [C, B, A, D]),
        ([], [A], [B], [A, B]),
        # What this version cannot read stays, too.
        ([1, A, A], [1, A, A, B], [1, A, A, C], [1, A, A, B, C]),
        # Deleted here, changed there.
        ([A, B], [B, C], [make("a", text="new"), B], [B, C, make("a", text="new")]),
        ([A, B], [make("a", text="new"), B], [B, C], [make("a", text="new"), B, C]),
    ],
)
def test_lists_are_joined_thing_by_thing(modules: Modules, base: Any, ours: Any, theirs: Any, joined: Any) -> None:
    assert join(modules, value(*base), value(*ours), value(*theirs))["items"] == joined


@pytest.mark.parametrize(
    ("ours", "theirs", "joined"),
    [
        ({"text": "ours"}, {"about": "theirs"}, {"text": "ours", "about": "theirs"}),
        ({"text": "ours", "changed": 3}, {"text": "theirs", "changed": 2}, {"text": "ours", "changed": 3}),
        ({"text": "ours", "changed": 2}, {"text": "theirs", "changed": 3}, {"text": "theirs", "changed": 3}),
        ({"text": "ours"}, {"text": "theirs"}, {"text": "theirs"}),
        ({"revision": 5, "text": "ours"}, {"revision": 7}, {"revision": 8, "text": "ours"}),
        ({"rows": [{"a": "x"}], "changed": 3}, {"rows": [{"a": "y"}]}, {"rows": [{"a": "x"}], "changed": 3}),
        ({"rows": [{"a": "x"}]}, {"rows": [{"a": "y"}], "changed": 3}, {"rows": [{"a": "y"}], "changed": 3}),
    ],
)
def test_one_thing_is_joined_field_by_field(modules: Modules, ours: Json, theirs: Json, joined: Json) -> None:
    old = {"id": "a", "text": "old", "changed": 1, "revision": 1, "rows": [{"a": "old"}]}
    (found,) = join(modules, value(old), value(old | ours), value(old | theirs))["items"]
    # Whoever changed it, it is in a state that no calendar has seen.
    assert found == old | {"revision": 2} | joined


def test_what_another_tab_forgot_does_not_come_back(modules: Modules) -> None:
    assert join(modules, value(A), value(A, B), None)["items"] == [B]


def test_another_sitting_of_a_quiz_is_not_mixed_with_this_one(modules: Modules) -> None:
    base, ours, theirs = (
        {"v": 1, "id": name, "answers": answers}
        for name, answers in (("a", {"x": 1}), ("a", {"x": 2}), ("b", {"y": 3}))
    )
    assert join(modules, base, ours, theirs) == theirs
    assert join(modules, base, ours, base | {"answers": {"x": 1, "y": 3}})["answers"] == {"x": 2, "y": 3}


def add_goal(modules: Modules, text: str) -> bool:
    saved: bool = modules.call("kept/items", "addItem", {"kind": "goal", "text": text})["isSaved"]
    return saved


def goals(modules: Modules) -> list[str]:
    return [item["text"] for item in modules.call("kept/items", "loadPlan")]


def test_what_another_tab_has_added_meanwhile_stays(fresh: Open) -> None:
    first = fresh()
    other = first.open_tab()
    assert add_goal(first, "at the beginning")
    first.evaluate(FILL)
    assert not add_goal(first, "without room")
    assert add_goal(other, "from there")
    assert goals(first) == ["at the beginning", "without room", "from there"]
    assert not add_goal(first, "again without")
    first.evaluate(FREE)
    assert add_goal(first, "with room")
    everything = ["at the beginning", "without room", "from there", "again without", "with room"]
    assert sorted(goals(first)) == sorted(goals(other)) == sorted(everything)
    assert first.call("kept/store", "isSaved")
    other.close()


def test_results_and_worksheets_of_another_tab_stay(fresh: Open) -> None:
    first = fresh()
    other = first.open_tab()
    quiz = make_quizzes()["skills"]
    keep = """
      const entry = {id: given.id, made: given.day, changed: 0, revision: 0, values: {}};
      return [
        keepValue("s", entry, "field", given.id),
        keepRecord({id: given.id, quiz: "skills", form: "full", date: given.day, answers: given.answers, changed: 1}),
      ];
    """

    def write(modules: Modules, name: str) -> list[bool]:
        given = {"id": name, "day": DAY, "answers": as_map(answer(quiz, 1))}
        saved: list[bool] = modules.run("kept/sheets kept/records", keep, **given)
        return saved

    first.evaluate(FILL)
    assert write(first, "one") == [False, False]
    assert write(other, "two") == [True, True]
    first.evaluate(FREE)
    assert write(first, "three") == [True, True]
    for name in ("sheet.s", "results"):
        entries = json.loads(stored(other)[f"careers.{name}"])["entries"]
        assert {entry["id"] for entry in entries} == {"one", "two", "three"}
    other.close()


def test_before_it_can_be_joined_nothing_of_another_tab_is_written_over(fresh: Open) -> None:
    modules = fresh({"x": {"v": 1, "a": 1}})
    # All at once: what joins them is still on its way.
    body = """
      const put = Storage.prototype.setItem;
      Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
      write("x", {...read("x"), b: 1});
      Storage.prototype.setItem = put;
      localStorage.setItem("careers.x", JSON.stringify({v: 1, a: 1, c: 1}));
      const early = write("x", {...read("x"), d: 1});
      const there = localStorage.getItem("careers.x");
      const pause = () => new Promise((done) => setTimeout(done));
      for (let turn = 0; turn < 50 && !Object.hasOwn(read("x"), "c"); turn++) await pause();
      return [early, there, write("x", {...read("x"), e: 1}), read("x")];
    """
    early, there, late, found = modules.run("kept/store", body)
    assert (early, json.loads(there)) == (False, {"v": 1, "a": 1, "c": 1})
    assert (late, found) == (True, {"v": 1, "a": 1, "b": 1, "c": 1, "d": 1, "e": 1})
