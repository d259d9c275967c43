"""The reader's device says no, or holds something odd: nothing throws and nothing is lost."""

from __future__ import annotations

import pytest

from tests.scripts.conftest import Open
from tests.scripts.node.running import FORBID, FULL, stored


def test_what_is_written_is_read(fresh: Open) -> None:
    modules = fresh()
    assert modules.call("kept/store", "write", "x", {"a": [1]}) is True
    assert modules.call("kept/store", "read", "x") == {"v": 1, "a": [1]}
    assert stored(modules) == {"careers.x": '{"v":1,"a":[1]}'}


def test_nothing_is_read_where_nothing_is(fresh: Open) -> None:
    modules = fresh()
    assert modules.call("kept/store", "read", "x") is None
    assert modules.call("kept/store", "findUnreadable") == []


@pytest.mark.parametrize(
    "text",
    [
        *(
            "{",
            "",
            "[1]",
            "2",
            '"text"',
            "true",
            '{"a": 1}',
            '{"v": 2, "entries": []}',
            '{"v": "1"}',
            "\x00",
            "{'v': 1}",
        ),
        "[" * 10_000 + "]" * 10_000,
    ],
    ids=lambda text: text[:20],
)
def test_what_cannot_be_read_is_set_aside(fresh: Open, text: str) -> None:
    modules = fresh({"x": text})
    assert modules.call("kept/store", "read", "x") is None
    assert modules.call("kept/store", "findUnreadable") == ["x"]
    assert modules.call("kept/store", "write", "x", {"a": 1}) is True
    assert stored(modules) == {"careers.unreadable.x": text, "careers.x": '{"v":1,"a":1}'}


def test_as_many_levels_as_a_file_can_hold_are_read(fresh: Open) -> None:
    text = '{"v":1,"a":' + "[" * 11 + "]" * 11 + "}"
    modules = fresh({"x": text})
    body = """
      const values = readAll();
      const file = writeBackup(values, "2026-11-24");
      return [values.size, readBackup(file, new Map()).values.size];
    """
    assert modules.run("kept/store kept/files/backup", body) == [1, 1]
    assert stored(modules) == {"careers.x": text}


def test_part_that_is_deeper_than_any_is_set_aside(fresh: Open) -> None:
    modules = fresh()
    deep = "[" * 13 + "]" * 13
    for name, text in (("x", "1"), ("x a", deep), ("x b", deep[1:-1])):
        modules.evaluate(f"() => localStorage.setItem('careers / {name}', '{text}')")
    assert set(modules.call("kept/store", "read", "x")) == {"v", "b"}
    assert modules.call("kept/store", "findUnreadable") == ["x a"]


def test_second_text_that_cannot_be_read_leaves_the_first_where_it_is(fresh: Open) -> None:
    modules = fresh({"x": "first {"})
    modules.call("kept/store", "read", "x")
    modules.evaluate("() => localStorage.setItem('careers / x', 'second {')")
    modules.call("kept/store", "read", "x")
    assert {"first {", "second {"} <= set(stored(modules).values())


def test_what_cannot_be_read_is_not_written_over_on_a_full_device(fresh: Open) -> None:
    modules = fresh({"x": "{" * 100})
    modules.evaluate(
        """() => {
          const set = Storage.prototype.setItem;
          Storage.prototype.setItem = function (name, text) {
            const others = Object.keys(this).filter((key) => key !== name);
            const size = others.reduce((sum, key) => sum + key.length + this[key].length, name.length + text.length);
            if (size > 150) throw new DOMException("full", "QuotaExceededError");
            set.call(this, name, text);
          };
        }"""
    )
    modules.call("kept/store", "read", "x")
    modules.call("kept/store", "write", "x", {"a": 1})
    assert "{" * 100 in stored(modules).values()


def test_unreadable_texts_can_be_deleted_alone(fresh: Open) -> None:
    modules = fresh({"x": "{", "y": {"v": 1}})
    modules.call("kept/store", "read", "x")
    modules.call("kept/store", "forgetUnreadable")
    assert stored(modules) == {"careers.y": '{"v":1}'}


def test_all_of_this_site_can_be_deleted_and_nothing_else(fresh: Open) -> None:
    modules = fresh({"x": "{", "y": {"v": 1}})
    modules.call("kept/store", "read", "x")
    modules.evaluate("() => localStorage.setItem('/.__palette', '1')")
    modules.call("kept/store", "forgetAll")
    assert stored(modules) == {"/.__palette": "1"}


def test_what_found_no_room_is_said_of_that_alone(fresh: Open) -> None:
    modules = fresh({"x": {"v": 1, "a": 1}}, FULL)
    assert modules.call("kept/store", "write", "sheet.a", {"a": 1}) is False
    # Nor of what is called alike.
    said = {name: modules.call("kept/store", "isSaved", name) for name in ("sheet.a", "sheet", "sheet.a2", "x")}
    assert said == {"sheet.a": False, "sheet": True, "sheet.a2": True, "x": True}
    assert modules.call("kept/store", "isSaved") is False


@pytest.mark.parametrize("trouble", [FULL, FORBID], ids=["full", "forbidden"])
def test_what_cannot_be_saved_is_kept_until_the_page_is_closed(fresh: Open, trouble: str) -> None:
    modules = fresh(trouble=trouble)
    assert modules.call("kept/store", "write", "x", {"a": 1}) is False
    assert modules.call("kept/store", "read", "x") == {"v": 1, "a": 1}
    assert modules.call("kept/store", "isSaved") is False
    assert modules.call("kept/store", "findUnreadable") == []


def test_newer_text_that_cannot_be_saved_hides_the_older_one(fresh: Open) -> None:
    modules = fresh({"x": {"v": 1, "a": 1}}, FULL)
    modules.call("kept/store", "write", "x", {"a": 2})
    assert modules.call("kept/store", "read", "x") == {"v": 1, "a": 2}
    assert stored(modules) == {"careers.x": '{"v":1,"a":1}'}


def test_once_there_is_room_all_is_saved_again(fresh: Open) -> None:
    modules = fresh()
    modules.evaluate("() => { window.set = Storage.prototype.setItem; " + FULL + " }")
    modules.call("kept/store", "write", "x", {"a": 1})
    modules.evaluate("() => { Storage.prototype.setItem = window.set; }")
    assert modules.call("kept/store", "write", "x", {"a": 2}) is True
    assert modules.call("kept/store", "isSaved") is True
    assert stored(modules) == {"careers.x": '{"v":1,"a":2}'}


@pytest.mark.parametrize("name", ["forgetAll", "forgetUnreadable", "findUnreadable"])
def test_forbidden_storage_throws_nothing(fresh: Open, name: str) -> None:
    assert fresh(trouble=FORBID).call("kept/store", name) in (None, [])


def test_another_tab_is_heard(fresh: Open) -> None:
    modules = fresh()
    body = """
      const control = new AbortController();
      const heard = [];
      watch("x", () => heard.push(heard.length), control.signal);
      const tell = (key) => dispatchEvent(new StorageEvent("storage", { key }));
      const pause = () => new Promise((done) => setTimeout(done, 50));
      const others = ["careers / y", "careers / xy", "careers /other/ x", "other"];
      for (const key of ["careers / x", "careers / x a", ...others, null]) {
        tell(key);
        await pause();
      }
      // What comes at once is one change.
      for (let turn = 0; turn < 9; turn++) tell("careers / x");
      await pause();
      tell("careers / x");
      control.abort();
      await pause();
      tell("careers / x");
      await pause();
      return heard;
    """
    assert modules.run("kept/store", body) == [0, 1, 2, 3]


def test_what_another_tab_forgets_is_forgotten_here_too_and_told_of_at_its_end(fresh: Open) -> None:
    """Keys go one after the other: what a page writes before it has heard of the last would be there for ever."""
    modules = fresh({"plan": {"v": 1, "items": []}})
    body = """
      const heard = [];
      watch(null, (isForgotten) => heard.push(isForgotten), new AbortController().signal);
      const pause = () => new Promise((done) => setTimeout(done, 50));
      const lay = (key, newValue) => {
        if (newValue === null) localStorage.removeItem(key);
        else localStorage.setItem(key, newValue);
        dispatchEvent(new StorageEvent("storage", { key, newValue }));
      };
      write("fit", { seen: ["baker"] });
      const forgetting = "career-guides-forgetting /";
      lay(forgetting, "1");
      for (const key of Object.keys(localStorage)) if (key !== forgetting) lay(key, null);
      await pause();
      const onTheWay = heard.length;
      write("fit", { seen: ["cook"] });
      lay(forgetting, null);
      const left = { ...localStorage };
      // What is written afterwards, and by another, stays.
      write("fit", { seen: ["nurse"] });
      lay("careers / fit levels", "[1]");
      lay(forgetting, "1");
      lay(forgetting, null);
      await pause();
      return [onTheWay, left, heard[0], "careers / fit levels" in localStorage];
    """
    assert modules.run("kept/store", body) == [0, {}, True, True]


def test_where_no_room_is_left_all_tabs_are_told_too_that_all_is_forgotten(fresh: Open) -> None:
    """Else what they could not save would be there again once there is room."""
    modules = fresh({"plan": {"v": 1, "items": []}})
    body = """
      for (let size = 2 ** 22; size >= 1; size /= 2) {
        try {
          for (;;) localStorage.setItem(`brim ${localStorage.length}`, "x".repeat(size));
        } catch {}
      }
      const told = [];
      for (const name of ["setItem", "removeItem"]) {
        const act = Storage.prototype[name];
        Storage.prototype[name] = function (key, ...given) {
          const before = this.getItem(key);
          act.call(this, key, ...given);
          if (this.getItem(key) !== before) told.push(key);
        };
      }
      forgetAll();
      return told;
    """
    assert modules.run("kept/store", body) == [
        "careers / plan",
        "careers / plan items",
        # Now that there is room: it comes, and goes.
        "career-guides-forgetting /",
        "career-guides-forgetting /",
    ]


def test_what_was_being_forgotten_when_its_page_was_closed_is_forgotten_by_the_next(fresh: Open) -> None:
    modules = fresh({"plan": {"v": 1, "items": []}})
    modules.evaluate("() => localStorage.setItem('career-guides-forgetting /', '1')")
    modules.reload()
    modules.call("kept/store", "isAllowed")
    assert modules.evaluate("({...localStorage})") == {}


def test_device_says_whether_it_lets_the_page_save(fresh: Open) -> None:
    for trouble, allowed in (("", True), (FULL, False), (FORBID, False)):
        modules = fresh(trouble=trouble)
        assert modules.call("kept/store", "isAllowed") is allowed
    assert stored(fresh()) == {}


def test_all_that_can_be_read_is_read_by_name(fresh: Open) -> None:
    modules = fresh({"b": {"v": 1, "n": 2}, "a": {"v": 1, "n": 1}, "broken": "{", "unreadable.c": {"v": 1}})
    modules.evaluate("() => localStorage.setItem('other', '{\"v\": 1}')")
    modules.evaluate("() => { window.set = Storage.prototype.setItem; " + FULL + " }")
    modules.call("kept/store", "write", "d", {"n": 4})
    modules.evaluate("() => { Storage.prototype.setItem = window.set; }")
    found = modules.call("kept/store", "readAll")
    assert list(found.items()) == [("a", {"v": 1, "n": 1}), ("b", {"v": 1, "n": 2}), ("d", {"v": 1, "n": 4})]


BLOCK = """
  const put = Storage.prototype.setItem;
  const block = () => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; };
  const open = () => { Storage.prototype.setItem = put; };
"""


def test_any_change_of_this_site_in_another_tab_is_heard(fresh: Open) -> None:
    body = """
      const heard = [];
      watch(null, () => heard.push(heard.length), new AbortController().signal);
      for (const key of ["careers / x", "careers / y", "careers /other/ x", "other", null]) {
        dispatchEvent(new StorageEvent("storage", { key }));
        await new Promise((done) => setTimeout(done, 50));
      }
      return heard;
    """
    assert fresh().run("kept/store", body) == [0, 1, 2]


def test_browser_is_asked_to_keep_it_at_the_first_thing_that_is_worth_it(fresh: Open) -> None:
    modules = fresh()
    body = """
      let asked = 0;
      navigator.storage = {persist: async () => { asked += 1; throw new Error("no"); }};
      const counts = [];
      for (const name of ["fit", "plan", "plan", "x"]) {
        write(name, {n: counts.length});
        counts.push(asked);
      }
      return counts;
    """
    assert modules.run("kept/store", body) == [0, 1, 1, 1]
    modules.reload()
    assert modules.run("kept/store", body) == [0, 0, 0, 0]
