"""Worksheets on the device: values and entries kept, changed, removed and brought back; odd data, no room, two tabs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.scripts.conftest import Open
from tests.scripts.node.running import FORBID, FULL, KEPT, Json, Modules, stored

MOST_ENTRIES = 200
MOST_ROWS = 50


def make_entry(name: str = "a", /, **values: Any) -> Json:
    """An entry as it lies on the device."""
    return {"id": name, "made": "2026-11-20", "changed": 5, "revision": 1, "values": values}


def keep(*entries: Any) -> Json:
    """What the fixture `fresh` is to store."""
    return {"sheet.visits": {"v": 1, "entries": list(entries)}}


def kept(modules: Modules) -> Any:
    """The entries as they lie on the device, unread."""
    return json.loads(stored(modules)["careers.sheet.visits"])["entries"]


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("text", "text"),
        (" ", " "),
        ("<b>x</b>", "<b>x</b>"),
        ("x" * 5000, "x" * 5000),
        ("x" * 5001, None),
        ("", None),
        (1, 1),
        (5, 5),
        (0, None),
        (6, None),
        (2.5, None),
        (True, None),
        (None, None),
        ({"before": 2, "after": 5}, {"before": 2, "after": 5}),
        ({"before": 2, "after": 9, "other": 3}, {"before": 2}),
        ({"after": 3}, {"after": 3}),
        ({"before": "2"}, None),
        ({}, None),
        ([{"text": "a"}, {}, {"text": "b", "N O": "x"}, {}], [{"text": "a"}, {}, {"text": "b"}]),
        ([{"text": 5}, "b", None, ["c"], {"text": "d"}], [{}, {}, {}, {}, {"text": "d"}]),
        ([{}, {"text": ""}], None),
        ([], None),
        ([{"text": str(at)} for at in range(60)], [{"text": str(at)} for at in range(MOST_ROWS)]),
    ],
)
def test_a_value_is_read_without_what_makes_no_sense(modules: Modules, raw: Any, value: Any) -> None:
    assert modules.call("kept/sheets", "readValue", raw) == value


def test_an_entry_is_read_without_what_makes_no_sense(modules: Modules) -> None:
    mixed = {"good": "x", "B A D": "x", "empty": "", "step": 3}
    odd = make_entry() | {"values": mixed, "made": "2026-02-31", "changed": -1, "x": 1}
    found = modules.call("kept/sheets", "readEntry", odd)
    assert found["values"] == {"good": "x", "step": 3}
    assert (found["id"], found["changed"], found["revision"]) == ("a", 0, 1)
    assert found["made"] == modules.call("language/dates", "today")


@pytest.mark.parametrize("wrong", [None, 5, "x", [], {"id": "a"}, {"id": "a", "values": [1]}, {"id": 5, "values": {}}])
def test_what_is_no_entry_is_none(modules: Modules, wrong: Any) -> None:
    assert modules.call("kept/sheets", "readEntry", wrong) is None


@pytest.mark.parametrize("name", ["", "a b", "<b>", "x" * 65])
def test_an_entry_without_a_good_id_is_none(modules: Modules, name: str) -> None:
    assert modules.call("kept/sheets", "readEntry", make_entry(name, place="x")) is None


def test_polluting_names_are_left_out(modules: Modules) -> None:
    body = """const entry = readEntry(JSON.parse(given.text));
      return [Object.keys(entry.values), ({}).polluted, Object.getPrototypeOf(entry.values) === Object.prototype];"""
    text = json.dumps(make_entry(a="x"))[:-2] + ', "__proto__": {"polluted": "yes"}}}'
    assert modules.run("kept/sheets", body, text=text) == [["a"], None, True]


def test_fields_are_kept_one_by_one(fresh: Open) -> None:
    modules = fresh()
    body = """const entry = makeEntry();
      const first = keepValue("visits", entry, "place", "Harbour");
      const second = keepValue("visits", entry, "pull", {before: 2});
      const third = keepValue("visits", entry, "place", undefined);
      return [first, second, third, loadEntries("visits")];"""
    *results, [entry] = modules.run("kept/sheets", body)
    assert results == [True, True, True]
    assert entry["values"] == {"pull": {"before": 2}}
    assert entry["revision"] == 3
    assert entry["changed"] > 1_700_000_000_000
    assert kept(modules) == [entry]


def test_what_another_tab_wrote_in_other_fields_stays(fresh: Open) -> None:
    modules = fresh(keep(make_entry(place="Harbour", later={"any": "thing"})))
    body = (
        f"const kept = {KEPT};"
        + """const [entry] = loadEntries("visits");
      const other = JSON.parse(kept.join({...localStorage})["careers.sheet.visits"]);
      other.entries[0].values.pull = 4;
      other.entries.push(given.news);
      kept.put("sheet.visits", JSON.stringify(other));
      keepValue("visits", entry, "place", "Yard");
      return loadEntries("visits");"""
    )
    first, second = modules.run("kept/sheets", body, news=make_entry("b", place="Mill"))
    assert first["values"] == {"place": "Yard", "pull": 4}
    assert second["values"] == {"place": "Mill"}
    assert kept(modules)[0]["values"]["later"] == {"any": "thing"}


def test_an_entry_that_another_tab_deleted_comes_back_whole(fresh: Open) -> None:
    modules = fresh(keep(make_entry(place="Harbour", pull=4)))
    body = """const [entry] = loadEntries("visits");
      removeEntry("visits", "a");
      keepValue("visits", entry, "place", "Yard");
      return loadEntries("visits").map(({ values }) => values);"""
    assert modules.run("kept/sheets", body) == [{"place": "Yard", "pull": 4}]


def test_a_removed_entry_comes_back_to_its_place_once(fresh: Open) -> None:
    modules = fresh(keep(*(make_entry(name, place=name) for name in "abc")))
    body = """const ids = () => loadEntries("visits").map(({ id }) => id).join("");
      const undo = removeEntry("visits", "b");
      const without = ids();
      const results = [undo(), undo()];
      removeEntry("visits", "nobody")();
      return [without, results, ids()];"""
    assert modules.run("kept/sheets", body) == ["ac", [True, True], "abc"]


def test_too_many_entries_are_refused_and_nothing_is_lost(fresh: Open) -> None:
    modules = fresh(keep(*(make_entry(f"e{at}", place="x") for at in range(MOST_ENTRIES))))
    body = """const [first] = loadEntries("visits");
      const results = [keepValue("visits", makeEntry(), "place", "x"), keepValue("visits", first, "place", "changed")];
      return [...results, loadEntries("visits").length];"""
    assert modules.run("kept/sheets", body) == [None, True, MOST_ENTRIES]
    assert kept(modules)[0]["values"] == {"place": "changed"}


@pytest.mark.parametrize(
    "text", ["no json", "null", "[]", '{"v":1,"entries":{"0":1}}', '{"v":1,"entries":[null,5,"x"]}', "{}"]
)
def test_a_tampered_store_is_an_empty_one(fresh: Open, text: str) -> None:
    modules = fresh({"sheet.visits": text})
    assert modules.call("kept/sheets", "loadEntries", "visits") == []
    assert modules.run("kept/sheets", 'return keepValue("visits", makeEntry(), "place", "x")') is True
    assert [entry["values"] for entry in kept(modules)] == [{"place": "x"}]


@pytest.mark.parametrize("trouble", [FULL, FORBID], ids=["full", "forbidden"])
def test_what_cannot_be_saved_is_kept_until_the_page_is_closed(fresh: Open, trouble: str) -> None:
    modules = fresh(trouble=trouble)
    body = """const entry = makeEntry();
      return [keepValue("visits", entry, "place", "Harbour"), loadEntries("visits").map(({ values }) => values)];"""
    assert modules.run("kept/sheets", body) == [False, [{"place": "Harbour"}]]
    modules.reload()
    assert modules.call("kept/sheets", "loadEntries", "visits") == []


def test_reminders_are_found_in_fields_and_in_tables(modules: Modules) -> None:
    sheet = {
        "key": "visits",
        "fields": [
            {"key": "day", "kind": "date", "label": "When?", "reminder": "Your visit"},
            {"key": "other", "kind": "date", "label": "And?"},
            {
                "key": "asks",
                "kind": "table",
                "label": "Whom?",
                "columns": [
                    {"key": "tie", "kind": "choice"},
                    {"key": "who", "kind": "short"},
                    {"key": "on", "kind": "date", "reminder": "Ask"},
                ],
            },
            {
                "key": "ladder",
                "kind": "table",
                "label": "Which?",
                "rows": ["An hour", "A day"],
                "columns": [{"key": "on", "kind": "date", "reminder": "Your trial"}],
            },
        ],
    }
    entry = make_entry(
        day="2026-12-01",
        other="2026-12-02",
        asks=[
            {"tie": "weak", "who": "Ann", "on": "2026-12-03"},
            {"who": "Bob"},
            {"tie": "weak", "on": "2026-12-04"},
            {"who": "Eve", "on": "2026-02-31"},
        ],
        ladder=[{}, {"on": "2026-12-05"}],
    )
    body = "return findReminders([given.sheet], () => [given.entry]).map(({ uid, day, text }) => [uid, day, text])"
    assert modules.run("kept/sheets", body, sheet=sheet, entry=entry) == [
        ["a-day", "2026-12-01", "Your visit"],
        ["a-asks-0-on", "2026-12-03", "Ask: Ann"],
        ["a-asks-2-on", "2026-12-04", "Ask"],
        ["a-ladder-1-on", "2026-12-05", "Your trial: A day"],
    ]


def test_a_row_keeps_its_mark_whatever_rows_are_deleted(fresh: Open) -> None:
    field = {
        "key": "asks",
        "kind": "table",
        "columns": [{"key": "who", "kind": "short"}, {"key": "on", "kind": "date", "reminder": "Ask"}],
    }
    sheet = {"key": "visits", "fields": [field]}
    rows = [{"who": "Ann", "on": "2026-12-03"}, {"who": "Bob", "on": "2026-12-04"}]
    body = """const entry = makeEntry();
      const name = ({ uid, text }) => [uid.replace(entry.id, "id"), text];
      const tell = () => findReminders([given.sheet], loadEntries).map(name);
      keepValue("visits", entry, "asks", given.rows, ["first", "second"]);
      const before = tell();
      keepValue("visits", entry, "asks", given.rows.slice(1), ["second"]);
      const after = tell();
      keepValue("visits", entry, "asks", undefined, []);
      return [before, after, loadEntries("visits")[0].marks ?? "none"];"""
    before, after, none = fresh().run("kept/sheets", body, sheet=sheet, rows=rows)
    assert before == [["id-asks-first-on", "Ask: Ann"], ["id-asks-second-on", "Ask: Bob"]]
    assert after == [["id-asks-second-on", "Ask: Bob"]]
    assert none == "none"


@pytest.mark.parametrize(
    ("raw", "marks"),
    [
        ({"asks": ["a", "b"]}, {"asks": ["a", "b"]}),
        ({"asks": ["a", "<b>"]}, None),
        ({"asks": ["a"] * 51}, None),
        ({"asks": "ab"}, None),
        ({"place": ["a"], "gone": ["a"]}, None),
        ([["a"]], None),
        ("x", None),
    ],
)
def test_marks_that_make_no_sense_are_left_out(modules: Modules, raw: Any, marks: Any) -> None:
    entry = make_entry(asks=[{"who": "Ann"}], place="x") | {"marks": raw}
    assert modules.call("kept/sheets", "readEntry", entry).get("marks") == marks


def test_what_is_written_later_is_newer_even_where_a_clock_was_wrong(fresh: Open) -> None:
    ahead = 4_000_000_000_000
    modules = fresh(keep({**make_entry(place="Harbour"), "changed": ahead}))
    body = """
      const [entry] = loadEntries("visits");
      keepValue("visits", entry, "place", "Yard");
      return loadEntries("visits")[0].changed;
    """
    assert modules.run("kept/sheets", body) == ahead + 1
