"""The plan on the device: added, changed, moved, removed and brought back; odd data, a full device, two tabs."""

from __future__ import annotations

import datetime
import json
import re
from typing import Any

import pytest

from generator.model import plan
from tests.scripts.conftest import Open
from tests.scripts.node.running import FORBID, FULL, Json, Modules, Node, stored

TODAY = "2026-11-24"
NOW = int(datetime.datetime(2026, 11, 24, 18, 6, 3, tzinfo=datetime.UTC).timestamp() * 1000)
CLOCK = f"Date.now = () => {NOW};"
MOST_REVISIONS = 2**31 - 1
LAST_TIME = 8_640_000_000_000_000

FULL_ITEM = {
    "id": "m3x9",
    "kind": "experiment",
    "text": "Shadow a nurse",
    "made": "2026-11-01",
    "changed": 1_800_000_000_000,
    "revision": 3,
    "slug": "registered-nurse",
    "method": "explore",
    "strategy": "job-shadowing",
    "takes": "One day",
    "cost": "Nothing",
    "about": "Ward 3",
    "date": "2026-12-01",
    "review": "2026-12-24",
    "done": "2026-12-02",
    "expected": 4,
    "felt": 5,
    "taught": "Nights are quiet.",
    "interest": 1,
}


def make_item(**values: Any) -> Json:
    """An item as it lies on the device."""
    return {"id": "a", "kind": "goal", "text": "Finish", "made": "2026-11-01", "changed": 5, "revision": 0} | values


def make_items(*names: str) -> list[Json]:
    """Items that differ in their ids."""
    return [make_item(id=name, text=f"Text {name}") for name in names]


def keep(*items: Any) -> Json:
    """What the fixture `fresh` is to store."""
    return {"plan": {"v": 1, "items": list(items)}}


def kept(modules: Modules) -> Any:
    """The plan as it lies on the device, unread."""
    return json.loads(stored(modules)["careers.plan"])


def ids(modules: Modules) -> list[str]:
    """The ids of the items in their order."""
    return [item["id"] for item in modules.call("kept/items", "loadPlan")]


def load_one(modules: Modules) -> Json:
    """The only item."""
    (item,) = modules.call("kept/items", "loadPlan")
    found: Json = item
    return found


# What is read


def test_item_is_read_with_all_its_fields(modules: Modules) -> None:
    assert modules.call("kept/items", "readItem", FULL_ITEM) == FULL_ITEM


@pytest.mark.parametrize("kind", ["occupation", "experiment", "goal", "contact", "note"])
def test_kind_is_one_of_five(modules: Modules, kind: str) -> None:
    assert modules.call("kept/items", "readItem", make_item(kind=kind)) == make_item(kind=kind)


@pytest.mark.parametrize(
    "raw",
    [
        None,
        1,
        "text",
        True,
        [],
        [make_item()],
        {},
        make_item(id=None),
        make_item(id=7),
        make_item(id=""),
        make_item(id="a b"),
        make_item(id="a\n"),
        make_item(id="<b>"),
        make_item(id="x" * 65),
        make_item(id=["a"]),
        make_item(kind="wish"),
        make_item(kind="__proto__"),
        make_item(kind="constructor"),
        make_item(kind=["goal"]),
        make_item(kind=None),
        make_item(text=""),
        make_item(text=" \n\t"),
        make_item(text=7),
        make_item(text=["a"]),
        make_item(text={}),
        make_item(text=None),
        make_item(text="x" * 5001),
    ],
)
def test_what_is_no_item_is_none(modules: Modules, raw: Any) -> None:
    assert modules.call("kept/items", "readItem", raw) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *[
            (name, value)
            for name in ("date", "review", "done")
            for value in ("2026-02-29", "soon", "", 20261201, None, ["2026-12-01"])
        ],
        *[
            (name, value)
            for name in ("expected", "felt", "interest")
            for value in (0, 6, 2.5, "3", True, None, [3], 1e300)
        ],
        *[
            (name, value)
            for name in ("slug", "method", "strategy", "takes", "cost")
            for value in ("", 1, {"x": 1}, "x" * 301)
        ],
        *[(name, value) for name in ("about", "taught") for value in ("", "  ", 1, ["x"], "x" * 5001)],
        ("unknown", "x"),
        ("isSaved", True),
    ],
)
def test_field_that_makes_no_sense_is_left_out(modules: Modules, name: str, value: Any) -> None:
    assert modules.call("kept/items", "readItem", make_item(**{name: value})) == make_item()


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("revision", MOST_REVISIONS, MOST_REVISIONS),
        ("revision", MOST_REVISIONS + 1, MOST_REVISIONS),
        ("revision", LAST_TIME, MOST_REVISIONS),
        ("revision", LAST_TIME + 1, 0),
        ("revision", 1e300, 0),
        ("revision", -1, 0),
        ("revision", 1.5, 0),
        ("revision", "3", 0),
        ("revision", None, 0),
        ("changed", LAST_TIME, LAST_TIME),
        ("changed", LAST_TIME + 1, 0),
        ("changed", 1e300, 0),
        ("changed", -1, 0),
        ("changed", 0.5, 0),
        ("changed", "5", 0),
    ],
)
def test_count_is_one_that_can_be_counted_on(modules: Modules, name: str, value: Any, read: int) -> None:
    assert modules.call("kept/items", "readItem", make_item(**{name: value})) == make_item(**{name: read})


@pytest.mark.parametrize("made", ["2026-02-30", "", None, 5])
def test_item_without_its_day_is_made_today(modules: Modules, made: Any) -> None:
    assert modules.run(
        "kept/items language/dates", "return [readItem(given.raw).made, today()]", raw=make_item(made=made)
    ) == ([modules.call("language/dates", "today")] * 2)


def test_names_of_the_language_are_no_fields(fresh: Open) -> None:
    """Neither makes an item of nothing, nor gives one a field, nor one to all objects."""
    odd = '{"id": "b", "__proto__": {"kind": "goal", "text": "From a prototype"}}'
    own = '{"id": "a", "kind": "goal", "text": "Mine", "__proto__": {"about": "x"}, "constructor": {"about": "x"}}'
    modules = fresh({"plan": f'{{"v": 1, "items": [{odd}, {own}], "__proto__": {{"items": []}}}}'})
    item = load_one(modules)
    assert item | {"made": ""} == {"id": "a", "kind": "goal", "text": "Mine", "made": "", "changed": 0, "revision": 0}
    assert modules.call("kept/items", "changeItem", "a", {"taught": "x"}) is True
    assert modules.call("kept/items", "moveItem", "a", None) is True
    assert load_one(modules)["taught"] == "x"
    assert modules.evaluate("() => ({}).about === undefined && ({}).kind === undefined")
    text = stored(modules)["careers.plan"]
    assert '"__proto__":{"kind":"goal","text":"From a prototype"}' in text
    assert '"__proto__":{"about":"x"}' in text


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"v": 1}',
        '{"v": 1, "items": null}',
        '{"v": 1, "items": "many"}',
        '{"v": 1, "items": {"0": {}}}',
        '{"v": 1, "items": 10000}',
        '{"v": 2, "items": []}',
    ],
)
def test_plan_that_is_none_is_empty_and_can_be_begun(fresh: Open, text: str) -> None:
    modules = fresh({"plan": text})
    assert modules.call("kept/items", "loadPlan") == []
    assert modules.call("kept/items", "changeItem", "a", {"text": "x"}) is None
    assert modules.call("kept/items", "moveItem", "a", None) is True
    assert modules.call("kept/items", "addItem", {"kind": "goal", "text": "First"})["isSaved"] is True
    assert load_one(modules)["text"] == "First"


def test_odd_items_are_passed_over_and_never_written_over(fresh: Open) -> None:
    odd: list[Any] = [
        None,
        7,
        "text",
        [],
        {},
        {"id": 7},
        make_item(id="b", kind="wish", hope=1),
        make_item(id="c", text="x" * 5001),
    ]
    plan = {"v": 1, "items": [*odd, make_item(more={"x": [1]})], "order": ["by day"]}
    modules = fresh({"plan": plan})
    assert load_one(modules) == make_item()
    modules.call("kept/items", "changeItem", "a", {"about": "now"})
    modules.call("kept/items", "addItem", {"kind": "note", "text": "x"})
    undone = modules.run("kept/items", "const undo = removeItem('a'); return undo();")
    assert undone is True
    modules.call("kept/items", "moveItem", "a", None)
    found = kept(modules)
    assert found["order"] == ["by day"]
    assert [item for item in found["items"] if item in odd] == odd
    assert found["items"][-1]["more"] == {"x": [1]}


def test_of_two_items_with_one_id_the_first_counts_and_none_is_lost(fresh: Open) -> None:
    modules = fresh(keep(make_item(kind="wish"), make_item(text="One"), make_item(text="Two"), make_item(id="b")))
    assert [item["text"] for item in modules.call("kept/items", "loadPlan")] == ["One", "Finish"]
    modules.call("kept/items", "changeItem", "a", {"about": "x"})
    assert [item.get("about") for item in kept(modules)["items"]] == [None, "x", None, None]
    modules.call("kept/items", "moveItem", "a", None)
    assert [item["text"] for item in kept(modules)["items"]] == ["Finish", "Two", "Finish", "One"]
    body = "const undo = removeItem('a'); const left = loadPlan().map(({ text }) => text); undo(); return left;"
    assert modules.run("kept/items", body) == ["Finish", "One"]


# Adding


def test_added_item_is_saved_at_the_end(fresh: Open) -> None:
    modules = fresh(keep(*make_items("a", "b")), CLOCK)
    wanted = {name: value for name, value in FULL_ITEM.items() if name not in ("id", "made", "changed", "revision")}
    added = modules.call("kept/items", "addItem", wanted)
    assert added["isSaved"] is True
    own = {"id": added["item"]["id"], "made": modules.call("language/dates", "today"), "changed": NOW, "revision": 0}
    assert added["item"] == wanted | own
    assert modules.call("kept/items", "loadPlan") == [*make_items("a", "b"), added["item"]]


def test_text_is_trimmed(fresh: Open) -> None:
    assert fresh().call("kept/items", "addItem", {"kind": "goal", "text": "  a \n b\t\n"})["item"]["text"] == "a \n b"


@pytest.mark.parametrize(
    "item",
    [
        {"kind": "goal", "text": ""},
        {"kind": "goal", "text": " \n "},
        {"kind": "goal", "text": None},
        {"kind": "goal", "text": 7},
        {"kind": "goal"},
        {"kind": "wish", "text": "x"},
        {"text": "x"},
        {},
        [],
        None,
        "text",
    ],
)
def test_what_is_no_item_is_not_added(fresh: Open, item: Any) -> None:
    modules = fresh(keep(make_item()))
    before = stored(modules)
    assert modules.call("kept/items", "addItem", item) is None
    assert stored(modules) == before


def test_undefined_stands_for_nothing(fresh: Open) -> None:
    body = """
      const nothing = Object.fromEntries(given.names.map((name) => [name, undefined]));
      return addItem({...nothing, kind: "goal", text: "x"}).item;
    """
    item = fresh(trouble=CLOCK).run("kept/items", body, names=[*FULL_ITEM])
    assert sorted(item) == ["changed", "id", "kind", "made", "revision", "text"]
    assert (item["changed"], item["revision"]) == (NOW, 0)


@pytest.mark.parametrize("id_", ["a", "b c", "", None, 5])
def test_id_that_is_taken_or_none_is_replaced(fresh: Open, id_: Any) -> None:
    modules = fresh(keep(make_item()))
    added = modules.call("kept/items", "addItem", make_item(id=id_))
    assert added["item"]["id"] not in ("a", id_)
    assert ids(modules) == ["a", added["item"]["id"]]


def test_free_id_is_kept(fresh: Open) -> None:
    assert fresh(keep(make_item())).call("kept/items", "addItem", FULL_ITEM)["item"] == FULL_ITEM


def test_long_texts_are_cut(fresh: Open) -> None:
    modules = fresh()
    item = {
        "kind": "experiment",
        "text": " " + "x" * 6000,
        "about": "y" * 6000,
        "taught": "z" * 5000,
        "takes": "t" * 301,
    }
    added = modules.call("kept/items", "addItem", item)["item"]
    assert (added["text"], added["about"], added["taught"]) == ("x" * 5000, "y" * 5000, "z" * 5000)
    assert added["takes"] == "t" * 300
    assert load_one(modules) == added


def test_no_emoji_is_cut_in_two(fresh: Open) -> None:
    modules = fresh()
    body = "return addItem({kind: 'goal', text: 'x'.repeat(4999) + '🎈🎈', takes: '🎈'.repeat(151)}).item;"
    added = modules.run("kept/items", body)
    assert added["text"] == "x" * 4999
    assert added["takes"] == "🎈" * 150


def test_text_comes_back_as_it_was_written(fresh: Open) -> None:
    texts = [
        '<script>alert("1")</script>',
        "=1+1",
        "👩\u200d🔬 \u202bשלם\u202c",
        "a\u2028b\\n",
        "__proto__",
        "null",
        "0",
    ]
    modules = fresh()
    for text in texts:
        modules.call("kept/items", "addItem", {"kind": "note", "text": text, "about": text})
    assert [item["text"] for item in modules.call("kept/items", "loadPlan")] == texts
    assert [item["about"] for item in modules.call("kept/items", "loadPlan")] == texts


def test_plan_holds_a_thousand_items(fresh: Open) -> None:
    items = make_items(*(f"i{number}" for number in range(999)))
    modules = fresh(keep(*items))
    assert modules.call("kept/items", "MOST_ITEMS") == 1000
    assert modules.call("kept/items", "addItem", {"kind": "goal", "text": "Last"})["isSaved"] is True
    assert modules.call("kept/items", "addItem", {"kind": "goal", "text": "Too many"}) is None
    assert len(modules.call("kept/items", "loadPlan")) == 1000
    assert modules.run("kept/items", "return removeItem('i5')") is None
    assert modules.call("kept/items", "addItem", {"kind": "goal", "text": "Again"})["isSaved"] is True


@pytest.mark.slow
def test_ten_thousand_items_can_be_read_changed_and_removed(fresh: Open) -> None:
    modules = fresh(keep(*make_items(*(f"i{number}" for number in range(10_000)))))
    assert modules.call("kept/items", "addItem", {"kind": "goal", "text": "Too many"}) is None
    assert modules.call("kept/items", "changeItem", "i9999", {"text": "Changed"}) is True
    assert modules.call("kept/items", "moveItem", "i9999", "i0") is True
    assert modules.run("kept/items", "removeItem('i1')") is None
    found = modules.call("kept/items", "loadPlan")
    assert [len(found), found[0]["text"], found[2]["id"]] == [9999, "Changed", "i2"]


def test_ids_differ(modules: Modules) -> None:
    found = modules.run("kept/items", "return Array.from({length: 5000}, newId)")
    assert len(set(found)) == 5000
    assert all(modules.call("kept/items", "readItem", make_item(id=name)) for name in found[:3])


# Changing


def test_change_is_saved_and_counted(fresh: Open) -> None:
    modules = fresh(keep(*make_items("a", "b")), CLOCK)
    assert modules.call("kept/items", "changeItem", "b", {"text": "New", "review": "2026-12-24"}) is True
    changed = make_item(id="b", text="New", review="2026-12-24", changed=NOW, revision=1)
    assert modules.call("kept/items", "loadPlan") == [*make_items("a"), changed]
    modules.call("kept/items", "changeItem", "b", {"text": "Newer"})
    assert modules.call("kept/items", "loadPlan")[1]["revision"] == 2


@pytest.mark.parametrize("value", ["undefined", "null", '""', '" \\n"'])
def test_empty_field_goes(fresh: Open, value: str) -> None:
    modules = fresh(keep(FULL_ITEM))
    optional = [name for name in FULL_ITEM if name not in ("id", "kind", "text", "made", "changed", "revision")]
    body = f"return changeItem('m3x9', Object.fromEntries(given.names.map((name) => [name, {value}])));"
    assert modules.run("kept/items", body, names=optional) is True
    assert sorted(load_one(modules)) == ["changed", "id", "kind", "made", "revision", "text"]
    assert sorted(kept(modules)["items"][0]) == ["changed", "id", "kind", "made", "revision", "text"]


@pytest.mark.parametrize("value", ["undefined", "null", '""', '" \\n"', "7", "[]"])
def test_no_change_takes_away_what_every_item_has(fresh: Open, value: str) -> None:
    modules = fresh(keep(FULL_ITEM), CLOCK)
    names = ["id", "kind", "text", "made", "changed", "revision"]
    body = f"return changeItem('m3x9', Object.fromEntries(given.names.map((name) => [name, {value}])));"
    assert modules.run("kept/items", body, names=names) is True
    assert load_one(modules) == FULL_ITEM | {"revision": 4, "changed": load_one(modules)["changed"]}


def test_id_stays_whatever_a_change_says(fresh: Open) -> None:
    modules = fresh(keep(make_item()))
    assert modules.call("kept/items", "changeItem", "a", {"id": "b", "revision": 900, "text": "New"}) is True
    assert ids(modules) == ["a"]
    assert load_one(modules)["revision"] == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"felt": 9},
        {"felt": "3"},
        {"felt": 0},
        {"date": "2026-02-30"},
        {"done": True},
        {"about": 7},
        {"taught": {}},
        {"slug": []},
        {"kind": "wish"},
        {"unknown": "x"},
        {"__proto__": "x"},
    ],
)
def test_change_that_makes_no_sense_leaves_the_old_value(fresh: Open, changes: Json) -> None:
    modules = fresh(keep(FULL_ITEM))
    assert modules.call("kept/items", "changeItem", "m3x9", changes) is True
    assert load_one(modules) == FULL_ITEM | {"revision": 4, "changed": load_one(modules)["changed"]}


@pytest.mark.parametrize("changes", [None, 7, "text", [], {}])
def test_no_changes_lose_nothing(fresh: Open, changes: Any) -> None:
    modules = fresh(keep(FULL_ITEM))
    assert modules.call("kept/items", "changeItem", "m3x9", changes) is True
    assert load_one(modules) == FULL_ITEM | {"revision": 4, "changed": load_one(modules)["changed"]}


def test_long_texts_of_a_change_are_cut(fresh: Open) -> None:
    modules = fresh(keep(make_item()))
    changes = {"text": "x" * 6000, "about": "y" * 4999 + "🎈", "taught": "z" * 9000}
    assert modules.call("kept/items", "changeItem", "a", changes) is True
    item = load_one(modules)
    assert (item["text"], item["about"], item["taught"]) == ("x" * 5000, "y" * 4999, "z" * 5000)


def test_change_of_nothing_is_told_and_not_written(fresh: Open) -> None:
    modules = fresh(keep(make_item()))
    before = stored(modules)
    for name in ("b", "", "__proto__", None, 0):
        assert modules.call("kept/items", "changeItem", name, {"text": "New"}) is None
    assert stored(modules) == before


@pytest.mark.parametrize("revision", [MOST_REVISIONS, LAST_TIME])
def test_highest_revision_stays(fresh: Open, revision: int) -> None:
    modules = fresh(keep(make_item(revision=revision)))
    modules.call("kept/items", "changeItem", "a", {"text": "New"})
    assert load_one(modules)["revision"] == MOST_REVISIONS


def test_change_is_later_than_what_it_changes_even_where_a_clock_was_wrong(fresh: Open) -> None:
    ahead = NOW + 365 * 86_400_000
    modules = fresh(keep(make_item(changed=ahead)), CLOCK)
    modules.call("kept/items", "changeItem", "a", {"text": "New"})
    assert load_one(modules)["changed"] == ahead + 1


# Removing and bringing back


@pytest.mark.parametrize("name", ["a", "b", "c"])
def test_removed_item_comes_back_to_its_place(fresh: Open, name: str) -> None:
    modules = fresh(keep(*make_items("a", "b", "c")))
    before = kept(modules)
    body = """
      const undo = removeItem(given.name);
      return [loadPlan().map(({ id }) => id), undo(), loadPlan().map(({ id }) => id), undo()];
    """
    left = [other for other in "abc" if other != name]
    assert modules.run("kept/items", body, name=name) == [left, True, ["a", "b", "c"], True]
    assert kept(modules) == before


def test_item_comes_back_with_what_this_version_cannot_read(fresh: Open) -> None:
    modules = fresh(keep(make_item(more=[1])))
    modules.run("kept/items", "removeItem('a')();")
    assert kept(modules)["items"] == [make_item(more=[1])]


def test_item_comes_back_among_what_came_and_went_since(fresh: Open) -> None:
    modules = fresh(keep(*make_items("a", "b", "c")))
    body = """
      const undo = removeItem("c");
      removeItem("a");
      removeItem("b");
      const { item } = addItem({ kind: "goal", text: "New" });
      undo();
      return [item.id, loadPlan().map(({ id }) => id)];
    """
    new, order = modules.run("kept/items", body)
    assert order == [new, "c"]


def test_several_removed_items_come_back_in_order(fresh: Open) -> None:
    modules = fresh(keep(*make_items("a", "b", "c", "d")))
    body = "const undos = ['b', 'c', 'a'].map(removeItem); undos.reverse().forEach((undo) => undo());"
    modules.run("kept/items", body)
    assert ids(modules) == ["a", "b", "c", "d"]


@pytest.mark.parametrize("name", ["x", "", None, "__proto__"])
def test_nothing_is_removed_where_nothing_is(fresh: Open, name: Any) -> None:
    modules = fresh(keep(*make_items("a", "b")))
    before = stored(modules)
    assert modules.run("kept/items", "const undo = removeItem(given.name); return undo();", name=name) is True
    assert stored(modules) == before


# Moving


@pytest.mark.parametrize(
    ("name", "before", "order"),
    [
        ("a", "c", "bacd"),
        ("d", "a", "dabc"),
        ("a", None, "bcda"),
        ("d", None, "abcd"),
        ("b", "b", "abcd"),
        ("a", "b", "abcd"),
        ("x", "a", "abcd"),
        ("a", "x", "abcd"),
        ("a", "__proto__", "abcd"),
        (None, None, "abcd"),
    ],
)
def test_item_moves_before_another_one_or_to_the_end(fresh: Open, name: Any, before: Any, order: str) -> None:
    modules = fresh(keep(*make_items(*"abcd")))
    assert modules.call("kept/items", "moveItem", name, before) is True
    assert "".join(ids(modules)) == order
    assert modules.call("kept/items", "loadPlan") == make_items(*order)


# A device that says no


@pytest.mark.parametrize("trouble", [FULL, FORBID], ids=["full", "forbidden"])
def test_where_nothing_can_be_saved_all_is_kept_until_the_page_is_closed(fresh: Open, trouble: str) -> None:
    modules = fresh(trouble=trouble)
    body = """
      const [a, b] = ["A", "B"].map((text) => addItem({ kind: "goal", text }));
      const changed = changeItem(a.item.id, { text: "A2" });
      const moved = moveItem(a.item.id, null);
      const undo = removeItem(b.item.id);
      const left = loadPlan().map(({ text }) => text);
      const undone = undo();
      return [a.isSaved, b.isSaved, changed, moved, left, undone, loadPlan().map(({ text }) => text), isSaved()];
    """
    assert modules.run("kept/items kept/store", body) == [False, False, False, False, ["A2"], False, ["B", "A2"], False]


def test_full_device_keeps_what_lay_there(fresh: Open) -> None:
    modules = fresh(keep(make_item()), FULL)
    before = stored(modules)
    assert modules.call("kept/items", "changeItem", "a", {"text": "New"}) is False
    assert load_one(modules)["text"] == "New"
    assert stored(modules) == before


# Two tabs


def test_two_tabs_do_not_undo_each_other(fresh: Open) -> None:
    one = fresh(keep(*make_items("a", "b", "c")))
    other_tab = one.open_tab()
    one.call("kept/items", "loadPlan")
    other_tab.call("kept/items", "loadPlan")
    one.call("kept/items", "changeItem", "a", {"about": "one"})
    other_tab.call("kept/items", "changeItem", "a", {"taught": "other"})
    new = other_tab.call("kept/items", "addItem", {"kind": "note", "text": "other"})["item"]["id"]
    one.call("kept/items", "moveItem", "c", "a")
    other_tab.call("kept/items", "changeItem", "b", {"text": "other"})
    for tab in (one, other_tab):
        items = tab.call("kept/items", "loadPlan")
        assert [item["id"] for item in items] == ["c", "a", "b", new]
        assert (items[1]["about"], items[1]["taught"], items[1]["revision"]) == ("one", "other", 2)
        assert items[2]["text"] == "other"


def test_change_of_what_another_tab_removed_is_told(fresh: Open) -> None:
    one = fresh(keep(*make_items("a", "b")))
    other_tab = one.open_tab()
    one.call("kept/items", "loadPlan")
    other_tab.run("kept/items", "window.undo = removeItem('a');")
    assert one.call("kept/items", "changeItem", "a", {"text": "Mine"}) is None
    assert ids(one) == ["b"]
    assert other_tab.evaluate("() => undo()") is True
    assert one.call("kept/items", "loadPlan") == make_items("a", "b")


def test_undo_in_two_tabs_brings_one_back(fresh: Open) -> None:
    one = fresh(keep(*make_items("a", "b")))
    other_tab = one.open_tab()
    for tab in (one, other_tab):
        tab.run("kept/items", "window.undo = removeItem;")
    for tab in (one, other_tab):
        tab.evaluate("() => { window.undo = undo('a'); }")
    for tab in (one, other_tab):
        assert tab.evaluate("() => undo()") is True
    assert ids(one) == ["a", "b"]


# Days


@pytest.mark.parametrize(
    ("kind", "name"),
    [("experiment", "date"), ("goal", "review"), ("contact", "date"), ("occupation", None), ("note", None)],
)
def test_day_of_an_item_is_that_of_its_kind(modules: Modules, kind: str, name: str | None) -> None:
    days = {"date": "2026-12-01", "review": "2026-12-24"}
    item = make_item(kind=kind, **days)
    expected = days[name] if name else None
    assert modules.call("elements/plan/parts/due", "findDay", item) == expected
    assert modules.call("elements/plan/parts/due", "findDay", item | {"done": TODAY}) is None
    assert modules.call("elements/plan/parts/due", "findDay", make_item(kind=kind)) is None


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        ("2026-11-24", 0, "2026-11-24"),
        ("2026-11-24", 7, "2026-12-01"),
        ("2026-12-31", 1, "2027-01-01"),
        ("2027-01-01", -1, "2026-12-31"),
        ("2028-02-28", 1, "2028-02-29"),
        ("2027-02-28", 1, "2027-03-01"),
        ("2026-03-28", 1, "2026-03-29"),
        ("2026-10-24", 2, "2026-10-26"),
        ("2026-11-24", 365, "2027-11-24"),
        ("9999-12-31", 1, "9999-12-31"),
        ("0000-01-01", -1, "0000-01-01"),
        ("2026-11-24", 1e12, "2026-11-24"),
        ("2026-11-24", None, "2026-11-24"),
        ("2026-13-01", 1, "2026-13-01"),
        ("soon", 1, "soon"),
        ("", 1, ""),
    ],
)
def test_days_are_counted_on(modules: Modules, day: str, days: Any, expected: str) -> None:
    assert modules.call("language/dates", "addDays", day, days) == expected


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York", "Europe/Berlin"])
def test_days_are_the_same_in_every_time_zone(node: Node, zone: str) -> None:
    modules = node.open(zone=zone)
    body = """
      let day = "2026-01-01";
      const days = [];
      for (let count = 0; count < 730; count++) days.push((day = addDays(day, 1)));
      return days;
    """
    first = datetime.date(2026, 1, 2)
    assert modules.run("language/dates", body) == [
        (first + datetime.timedelta(days)).isoformat() for days in range(730)
    ]
    modules.close()


def test_item_that_another_tab_took_away_comes_back_with_what_was_changed(fresh: Open) -> None:
    modules = fresh(keep(make_item(id="a"), make_item(id="b")))
    body = """
      const [first] = loadPlan();
      removeItem(first.id);
      const isSaved = keepItem(first, { text: "New words" });
      keepItem(loadPlan()[0], { text: "Other words" });
      return [isSaved, loadPlan().map(({ id, text }) => [id, text])];
    """
    assert modules.run("kept/items", body) == [True, [["b", "Other words"], ["a", "New words"]]]


def test_items_follow_an_occupation_to_its_new_name(fresh: Open) -> None:
    modules = fresh(keep(make_item(id="a", slug="old"), make_item(id="b", slug="other"), "odd"))
    modules.call("kept/items", "followRenames", {"old": "new"})
    first, second, third = json.loads(stored(modules)["careers.plan"])["items"]
    assert (first["slug"], second["slug"], third) == ("new", "other", "odd")
    before = stored(modules)
    for formerly in ({}, {"constructor": "x"}, {"gone": "x"}):
        modules.call("kept/items", "followRenames", formerly)
    assert stored(modules) == before


def test_controls_of_the_page_stand_for_fields_of_an_item_as_it_is_kept(small_pages: Json) -> None:
    """`data-value` in the templates; what the form of a review asks besides becomes a note."""
    page = small_pages["plan/index.md"]
    controls = re.findall(r"<(input|textarea|select|fieldset)\b([^>]*) data-value=\"?([\w-]+)", page)
    review = {"decision", "wording", "note"}
    assert {name for _, _, name in controls} > review | {"text", "date", "expected"}
    assert {name for _, _, name in controls} - review <= plan.FIELDS.keys()
    for tag, attributes, name in controls:
        if 'type="date"' in attributes:
            assert plan.FIELDS[name] == "day", name
        elif tag == "textarea" and name not in review:
            assert plan.FIELDS[name] == "long", name
        elif tag == "fieldset" and name not in review:
            assert plan.FIELDS[name] == "step", name
    assert set(re.findall(r'data-adding="([\w-]+)"', page)) < set(plan.KINDS)
    assert set(re.findall(r'<section[^>]* data-kind="([\w-]+)"', page)) == set(plan.KINDS)
