"""What stands in for a browser behaves as one: what is kept, when nothing can be, and what is told of a failure."""

from __future__ import annotations

import math

import pytest

from tests.scripts.conftest import Open
from tests.scripts.node import running
from tests.scripts.node.running import FORBID, FULL, Modules, Node, ScriptError, as_map, as_set, stored


def test_storage_keeps_texts_alone(fresh: Open) -> None:
    modules = fresh({"x": "1"})
    body = """
      localStorage.setItem("a", null);
      localStorage.b = 2;
      sessionStorage.setItem("c", {});
      const { length } = localStorage;
      const found = [localStorage.getItem("a"), localStorage.b, localStorage.getItem("c"), sessionStorage.c, length];
      delete localStorage.b;
      localStorage.removeItem("a");
      return [...found, Object.keys(localStorage), "careers / x" in localStorage, localStorage.key(1)];
    """
    expected = ["null", "2", None, "[object Object]", 3, ["careers / x"], True, None]
    assert modules.run("language/dates", body) == expected


def test_storage_has_five_mebibytes_of_letters(fresh: Open) -> None:
    modules = fresh()
    modules.evaluate("localStorage.setItem('x', 'ä'.repeat(5 * 2 ** 20 - 1))")
    with pytest.raises(ScriptError, match="QuotaExceededError"):
        modules.evaluate("localStorage.setItem('y', '')")
    modules.evaluate("localStorage.setItem('x', '')")
    assert stored(modules) == {"x": ""}


@pytest.mark.parametrize(("trouble", "found"), [(FULL, "full"), (FORBID, "denied")])
def test_storage_may_be_full_or_forbidden_until_the_next_page(fresh: Open, trouble: str, found: str) -> None:
    modules = fresh(trouble=trouble)
    with pytest.raises(ScriptError, match=found):
        modules.evaluate("localStorage.setItem('x', '1')")
    assert stored(fresh()) == {}


def test_pages_of_a_device_share_what_is_kept_and_nothing_else(node: Node) -> None:
    first = node.open()
    second = first.open_tab()
    first.evaluate("window.own = 1; Object.prototype.odd = 1; localStorage.setItem('x', '1')")
    assert stored(second) == {"x": "1"}
    assert second.evaluate("[typeof own, ({}).odd, typeof document]") == ["undefined", None, "undefined"]
    first.reload()
    assert first.evaluate("[typeof own, ({}).odd]") == ["undefined", None]
    assert stored(node.open()) == {}


def test_values_go_in_and_come_out(modules: Modules) -> None:
    body = "return [given.map.get('a').has(1), new Map([['b', new Set([2])]]), undefined, NaN, -Infinity, () => 1];"
    inside, outside, nothing, odd, least, function = modules.run("language/dates", body, map=as_map({"a": as_set([1])}))
    assert (inside, outside, nothing, least, function) == (True, {"b": [2]}, None, -math.inf, None)
    assert math.isnan(odd)


def test_error_comes_with_the_place_in_the_script(modules: Modules) -> None:
    with pytest.raises(ScriptError, match=r"TypeError: (?s:.)*language/words\.js:\d+"):
        modules.call("language/words", "fill", None, {})
    with pytest.raises(ScriptError, match="unknown is not exported"):
        modules.call("language/words", "unknown")
    with pytest.raises(ScriptError, match="later"):
        modules.run("language/words", "Promise.reject(new Error('later')); await new Promise((go) => setTimeout(go));")
    assert modules.call("language/words", "fill", "{a}", {"a": 1}) == "1"


def test_nothing_answers_after_a_script_that_does_not_end(monkeypatch: pytest.MonkeyPatch) -> None:
    node = Node()
    modules = node.open()
    monkeypatch.setattr(running, "PATIENCE", 0.1)
    with pytest.raises(TimeoutError):
        modules.evaluate("new Promise(() => {})")
    monkeypatch.undo()
    # Its end of the pipe is closed now or in a moment.
    with pytest.raises((BrokenPipeError, ScriptError)):
        modules.evaluate("1")
    node.close()
