"""What two tabs write at once, and what becomes of it: each thing lies on the device by itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.scripts.conftest import Open
from tests.scripts.node.running import FULL, KEPT, Json, Modules, as_map, put, stored
from tests.scripts.quizzes import answer, make_quizzes

FILL = "() => { globalThis.put ??= Storage.prototype.setItem; " + FULL + " }"
FREE = "() => { Storage.prototype.setItem = globalThis.put; }"
DAY = "2026-11-24"
A, B, C, D = ({"id": name} for name in "abcd")


def kept(modules: Modules, name: str) -> Json:
    found: Json = json.loads(stored(modules)[f"careers.{name}"])
    return found


VALUES: dict[str, Any] = {
    "nothing": ("x", {}),
    "fields": ("x", {"a": [1], "b": {"c": 1, "d e%20": {"f": None}}, "e": {}}),
    "list": ("plan", {"items": [A, B, 1, None, "text", A, A, {"id": 7}], "order": ["by day"]}),
    "empty list": ("plan", {"items": []}),
    "no list": ("plan", {"items": {"a": 1}}),
    "results": (
        "results",
        {"entries": [{"id": "a", "quiz": "q", "date": day} for day in ("2026-01-01", "2026-01-02")]},
    ),
    "sheet": (
        "sheet.x",
        {"entries": [{"id": "a b", "values": {"f": [{}], "g h": 1}, "marks": {"f": ["m"]}}, {"id": "c", "values": 5}]},
    ),
    "names of objects": ("dismissed", {"occupations": {"constructor": "x", "toString": "y"}}),
}


@pytest.mark.parametrize(("name", "value"), VALUES.values(), ids=[*VALUES])
def test_a_value_comes_back_as_it_was(fresh: Open, name: str, value: Json) -> None:
    modules = fresh()
    assert modules.call("kept/store", "write", name, value)
    assert modules.call("kept/store", "read", name) == {"v": 1, **value}
    assert kept(modules, name) == {"v": 1, **value}
    # Once more changes nothing, and less of it takes the rest away.
    before = modules.evaluate("({...localStorage})")
    assert modules.call("kept/store", "write", name, value)
    assert modules.evaluate("({...localStorage})") == before
    modules.call("kept/store", "write", name, {})
    assert modules.call("kept/store", "read", name) == {"v": 1}


def test_a_value_has_nothing_of_one_whose_name_goes_on(fresh: Open) -> None:
    modules = fresh()
    for name, value in (("draft.new", {"a": 1}), ("draft.new-1", {"a": 2, "b": 3})):
        modules.call("kept/store", "write", name, value)
    modules.call("kept/store", "write", "draft.new", {"a": 4})
    assert modules.call("kept/store", "read", "draft.new") == {"v": 1, "a": 4}
    assert modules.call("kept/store", "read", "draft.new-1") == {"v": 1, "a": 2, "b": 3}
    # Nor does the one that was not saved hide that the other was.
    modules.evaluate(FILL)
    assert modules.call("kept/store", "write", "draft.new-1", {"c": 5}) is False
    assert modules.call("kept/store", "isSaved", "draft.new") is True
    assert modules.call("kept/store", "read", "draft.new") == {"v": 1, "a": 4}


def test_nothing_is_written_over_the_sign_that_there_is_a_value(fresh: Open) -> None:
    modules = fresh()
    modules.call("kept/store", "write", "x", {"": 2, "v": 9, "a": 1})
    assert modules.evaluate("Object.entries(localStorage)") == [["careers / x", "1"], ["careers / x a", "1"]]
    assert modules.call("kept/store", "read", "x") == {"v": 1, "a": 1}


def test_no_part_reaches_what_all_objects_have(fresh: Open) -> None:
    modules = fresh()
    modules.call("kept/store", "write", "plan", {"items": [A]})
    for place in ("__proto__", "constructor", "items a __proto__", "items a constructor", "items b __proto__"):
        modules.evaluate(f"localStorage.setItem('careers / plan {place} bad', '1')")
    # Nor is a thing lost with the list around it.
    modules.evaluate("localStorage.removeItem('careers / plan items')")
    assert modules.call("kept/store", "read", "plan")["items"][0] == A
    assert modules.evaluate("[({}).bad ?? null, Object.bad ?? null]") == [None, None]


@pytest.mark.parametrize("seed", range(20))
def test_whatever_comes_and_goes_the_order_comes_back_and_few_are_written(fresh: Open, seed: int) -> None:
    modules = fresh()
    body = """
      let state = given.seed * 7919 + 1;
      const random = (most) => (state = (state * 48271) % 2147483647) % most;
      let list = [];
      const wrong = [];
      let most = 0;
      let sets = 0;
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (...given) { sets += 1; set.apply(this, given); };
      for (let turn = 0; turn < 60; turn++) {
        const at = random(list.length + 1);
        if (turn % 3 || !list.length) list = list.toSpliced(at, 0, {id: `${random(1000)}-${turn}`});
        else list = list.toSpliced(at, 1);
        if (list.length > 1 && turn % 2) {
          const [moved] = list.splice(random(list.length), 1);
          write("plan", {items: list});
          list.splice(random(list.length + 1), 0, moved);
        }
        sets = 0;
        write("plan", {items: list});
        most = Math.max(most, sets);
        if (JSON.stringify(read("plan").items) !== JSON.stringify(list)) wrong.push(turn);
      }
      return [wrong, most];
    """
    # The value itself, its list, and the thing.
    assert modules.run("kept/store", body, seed=seed) in ([[], 1], [[], 2], [[], 3])


def test_a_move_is_one_write_and_any_other_order_comes_back(fresh: Open) -> None:
    body = """
      const list = [..."fbdace"].map((id) => ({id}));
      let sets = 0;
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (...given) { sets += 1; set.apply(this, given); };
      const put = (items) => {
        sets = 0;
        write("plan", {items});
        if (JSON.stringify(read("plan").items) !== JSON.stringify(items)) throw new Error(JSON.stringify(items));
        return sets;
      };
      const moves = [];
      for (const from of list.keys()) for (const to of list.keys()) {
        put(list);
        const moved = list.toSpliced(from, 1).toSpliced(to, 0, list[from]);
        moves.push([from === to ? 0 : 1, put(moved)]);
      }
      put(list.toReversed());
      put([list[1], list[0], list[3], list[2], list[5], list[4]]);
      return moves.filter(([most, found]) => found !== most);
    """
    assert fresh().run("kept/store", body) == []


def test_what_two_tabs_put_in_one_place_can_be_moved(fresh: Open) -> None:
    """Each has added at the end: of what has the same number, the name tells which comes first."""
    body = """
      const things = ["d", "a", "c", "b", "e"].map((id) => ({id}));
      const lay = () => {
        localStorage.clear();
        for (const [at, thing] of things.entries())
          localStorage.setItem(`careers / plan items ${thing.id}`, JSON.stringify([given.places[at], thing]));
      };
      lay();
      const {items} = read("plan");
      const wrong = [];
      for (const from of items.keys()) for (const to of items.keys()) {
        lay();
        const moved = items.toSpliced(from, 1).toSpliced(to, 0, items[from]);
        write("plan", {items: moved});
        if (JSON.stringify(read("plan").items) !== JSON.stringify(moved)) wrong.push([from, to]);
      }
      lay();
      // What is written is what comes: another tab may be changing the others.
      const before = {...localStorage};
      write("plan", {items: [...items, {id: "f"}]});
      const changed = Object.keys(before).filter((key) => localStorage[key] !== before[key]);
      return [items.map(({id}) => id).join(""), wrong, changed];
    """
    assert fresh().run("kept/store", body, places=[0, 1, 1, 1, 2]) == ["dabce", [], []]
    assert fresh().run("kept/store", body, places=[5, 5, 5, 5, 5]) == ["abcde", [], []]


# Where no number is left between two, no name may tell what comes first.
@pytest.mark.parametrize("ends", ["yaz", "yza"])
@pytest.mark.parametrize("at", [1, 2, -1])
def test_what_stands_between_two_for_ever_finds_a_place(fresh: Open, ends: str, at: int) -> None:
    body = """
      let list = [...given.ends].map((id) => ({id}));
      const wrong = [];
      for (let turn = 0; turn < 120; turn++) {
        list = list.toSpliced(given.at, 0, {id: `n${turn}`});
        write("plan", {items: list});
        if (JSON.stringify(read("plan").items) !== JSON.stringify(list)) wrong.push(turn);
      }
      return wrong;
    """
    assert fresh().run("kept/store", body, ends=ends, at=at) == []


def test_tabs_that_know_nothing_of_each_other_lose_nothing(fresh: Open) -> None:
    """Each writes on what it has read at the beginning, as browsers do that tell tabs of each other late."""
    modules = fresh({"plan": {"v": 1, "items": [A, B, C]}})
    body = """
      const seen = {...localStorage};
      const tabs = given.tabs.map((items) => {
        localStorage.clear();
        for (const key in seen) localStorage.setItem(key, seen[key]);
        const before = {...localStorage};
        write("plan", {items});
        const after = {...localStorage};
        const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
        return [...keys].filter((key) => before[key] !== after[key]).map((key) => [key, after[key]]);
      });
      localStorage.clear();
      for (const key in seen) localStorage.setItem(key, seen[key]);
      for (const [key, text] of tabs.flat()) {
        if (text === undefined) localStorage.removeItem(key);
        else localStorage.setItem(key, text);
      }
      return read("plan").items.map(({id, text}) => id + (text ?? "")).sort();
    """
    one, two = [A, {"id": "b", "text": " new"}, C, D], [{"id": "e"}, A, B]
    assert modules.run("kept/store", body, tabs=[one, two]) == ["a", "b new", "d", "e"]


def test_answers_of_two_tabs_to_one_sitting_stay(fresh: Open) -> None:
    quiz = make_quizzes()["skills"]
    modules = fresh()
    body = """
      const state = load(given.quiz);
      state.answers.set("skill-0", 1);
      save(given.quiz, state);
      const [mine, theirs] = [load(given.quiz), load(given.quiz)];
      mine.answers.set("skill-1", 2);
      save(given.quiz, mine);
      theirs.answers.set("skill-2", 3);
      save(given.quiz, theirs);
      const both = Object.fromEntries(load(given.quiz).answers);
      // Started again, nothing of it is left, and the undo brings all of it.
      save(given.quiz, begin());
      const none = load(given.quiz).answers.size;
      save(given.quiz, theirs);
      return [both, none, Object.fromEntries(load(given.quiz).answers)];
    """
    both, none, back = modules.run("kept/sittings", body, quiz=quiz)
    assert both == {"skill-0": 1, "skill-1": 2, "skill-2": 3}
    assert (none, back) == (0, {"skill-0": 1, "skill-2": 3})


def test_fields_of_an_entry_that_another_tab_deleted_are_there(fresh: Open) -> None:
    modules = fresh({"sheet.s": {"v": 1, "entries": []}})
    modules.evaluate("localStorage.setItem('careers / sheet.s entries e values f', '\"words\"')")
    (entry,) = modules.call("kept/sheets", "loadEntries", "s")
    assert (entry["id"], entry["values"]) == ("e", {"f": "words"})


# Without room


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
    assert sorted(goals(first)) == ["at the beginning", "from there", "without room"]
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
        assert {entry["id"] for entry in kept(other, name)["entries"]} == {"one", "two", "three"}
    other.close()


def test_what_found_no_room_asks_before_the_page_is_left(fresh: Open) -> None:
    modules = fresh()
    modules.evaluate(FILL)
    leave = """() => {
      const event = new Event("beforeunload", {cancelable: true});
      dispatchEvent(event);
      return event.defaultPrevented;
    }"""
    # Nobody misses which occupations were shown last.
    modules.call("kept/store", "write", "fit", {"seen": []})
    assert modules.evaluate(leave) is False
    add_goal(modules, "words")
    assert modules.evaluate(leave) is True
    modules.evaluate(FREE)
    # It is tried again, and then lies on the device.
    assert modules.evaluate(leave) is False
    assert kept(modules, "plan")["items"][0]["text"] == "words"


# Other sites, and before


def test_sites_on_one_host_neither_see_nor_delete_each_others(fresh: Open) -> None:
    modules = fresh({"plan": {"v": 1, "items": [A]}})
    modules.evaluate(f"() => {KEPT}.put('plan', '{{\"v\": 1, \"items\": [1]}}', '/other/')")
    other = {key: text for key, text in modules.evaluate("({...localStorage})").items() if "/other/" in key}
    assert len(other) == 3
    assert modules.call("kept/store", "read", "plan")["items"] == [A]
    modules.call("kept/store", "forgetAll")
    assert modules.evaluate("({...localStorage})") == other


FORMER = {
    "careers.plan": {"v": 1, "items": [A, B]},
    "careers.quiz.skills": {"v": 1, "id": "s", "answers": {"skill-0": 1}},
    "careers.sheet.x": {"v": 1, "entries": [{"id": "e", "values": {"f": "words"}}]},
}


def put_former(modules: Modules, **others: str) -> None:
    texts = {name: json.dumps(value) for name, value in FORMER.items()} | others
    for name, text in texts.items():
        modules.evaluate(f"localStorage.setItem({json.dumps(name)}, {json.dumps(text)})")


def test_what_was_kept_in_one_piece_is_taken_over_once(fresh: Open) -> None:
    modules = fresh()
    put_former(modules, **{"careers.broken": "{", "careers.unreadable.old": "{{", "careers.later": '{"v": 2}'})
    assert modules.call("kept/store", "read", "plan") == FORMER["careers.plan"]
    found = {name: json.loads(text) for name, text in stored(modules).items() if "unreadable" not in name}
    assert found == FORMER
    assert sorted(modules.call("kept/store", "findUnreadable")) == ["broken", "later", "old"]
    assert not [key for key in modules.evaluate("Object.keys(localStorage)") if key.startswith("careers.")]


@pytest.mark.parametrize("text", ["null", "1", "[]", "[1]", "[[]]", '"a"', '{"x": 1}', "[1e999, {}]"])
def test_a_part_of_a_list_that_is_none_keeps_nothing_from_being_written(fresh: Open, text: str) -> None:
    modules = fresh()
    put(modules, "plan", json.dumps({"v": 1, "items": [A]}))
    modules.evaluate(f"localStorage.setItem('careers / plan items odd', {json.dumps(text)})")
    add = "const plan = read('plan'); return write('plan', { ...plan, items: [...plan.items, given.more] });"
    assert modules.run("kept/store", add, more=C) is True
    found = modules.call("kept/store", "read", "plan")["items"]
    assert [one for one in found if one in (A, C)] == [A, C]
    assert json.loads(text) in ([], [1], [[]]) or text == "[1e999, {}]" or json.loads(text) in found


def test_what_a_page_of_before_writes_joins_what_is_here(fresh: Open) -> None:
    modules = fresh()
    put(modules, "plan", json.dumps({"v": 1, "items": [{"id": "b", "text": "new"}, C]}))
    put_former(modules)
    found = modules.call("kept/store", "read", "plan")["items"]
    assert sorted(found, key=lambda one: one["id"]) == [A, {"id": "b", "text": "new"}, C]


def test_without_room_what_was_kept_stays_as_it_is(fresh: Open) -> None:
    modules = fresh()
    put_former(modules)
    modules.evaluate(
        """() => {
          const set = Storage.prototype.setItem;
          Storage.prototype.setItem = function (name, text) {
            if (name.startsWith("careers /")) throw new DOMException("full", "QuotaExceededError");
            set.call(this, name, text);
          };
        }"""
    )
    assert modules.call("kept/store", "read", "plan") == FORMER["careers.plan"]
    assert {name: json.loads(text) for name, text in stored(modules).items()} == FORMER
