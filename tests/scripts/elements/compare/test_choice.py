"""Which occupations are compared: links to them, what is asked for and is not here, and where they differ."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scripts.node.running import Modules, as_set


def test_link_holds_the_slugs(modules: Modules) -> None:
    fragment = modules.call("elements/compare/choice", "write", ["welder", "nurse"])
    assert fragment == "#compare1=welder,nurse"
    assert modules.call("elements/compare/choice", "read", fragment) == ["welder", "nurse"]
    assert modules.call("elements/compare/choice", "write", []) == ""


@pytest.mark.parametrize(
    "fragment", ["#compare2=welder", "#compare1=<b>", "#compare1=..%2F", "#compare1=" + "a" * 1000, "#compare1=Welder"]
)
def test_odd_link_is_not_read(modules: Modules, fragment: str) -> None:
    assert modules.call("elements/compare/choice", "read", fragment) is None


def test_what_is_asked_for_is_sorted_out(modules: Modules) -> None:
    known = as_set("abcde")
    found = modules.call(
        "elements/compare/choice", "sortOut", ["old", "b", "x", "c", "a", "d", "e"], known, {"old": "a"}
    )
    assert found == {"slugs": ["a", "b", "c", "d"], "extra": ["e"], "gone": ["x"]}


def test_facts_differ_or_not_and_prose_never_does(modules: Modules) -> None:
    assert modules.call("elements/compare/rows", "differ", "field", ["Law", "Law"]) is False
    assert modules.call("elements/compare/rows", "differ", "field", ["Law", "Care"]) is True
    assert modules.call("elements/compare/rows", "differ", "skills", [["a", "b"], ["b", "a"]]) is False
    assert modules.call("elements/compare/rows", "differ", "day", ["One", "Other"]) is False
    assert modules.call("elements/compare/rows", "findOwn", "skills", [["a", "b"], ["b", "c"]]) == ["a", "c"]
    assert modules.call("elements/compare/rows", "findOwn", "tasks", [["a"], ["b"]]) == []


def test_first_suggestion_is_meant_by_what_was_typed(modules: Modules) -> None:
    titles = ["Light truck driver", "Truck driver", "Restrucker", "Ice cutter"]
    given = [{"slug": str(at), "title": title} for at, title in enumerate(titles)]

    def named(typed: str) -> Any:
        found = modules.call("elements/compare/naming", "findTitle", typed, given)
        return found and found["title"]

    assert named(" truck DRIVER ") == "Truck driver"
    assert named("truck") == "Light truck driver"
    assert named("truc") == "Light truck driver"
    assert named("struck") == "Restrucker"
    # Two letters stand in too many titles.
    assert named("ic") is None
    assert named("wizard") is None
