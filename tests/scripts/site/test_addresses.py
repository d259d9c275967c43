"""Fragments are read as they were written, and others are left alone."""

from __future__ import annotations

import pytest

from tests.scripts.node.running import Modules

MARKS = ("SHARED", "RESULT", "ENTRY", "ITEM", "BOOKLET", "EXPLORE", "SHOW", "COMPARE")


@pytest.mark.parametrize("name", MARKS)
def test_what_follows_a_mark_comes_back(modules: Modules, name: str) -> None:
    body = """
      const mark = all[given.name];
      const others = given.names.filter((one) => one !== given.name).map((one) => all[one].write("x=1&y"));
      const read = ["", "#", "#x", mark.name("x"), ...others].map(mark.read);
      const isSame = mark.write("x") === `#${mark.name("x")}`;
      return [mark.read(mark.write("x=1&y")), isSame, mark.read(mark.write("")), read];
    """
    again, is_same, nothing, read = modules.run("site/addresses", body, name=name, names=list(MARKS))
    assert (again, is_same, nothing) == ("x=1&y", True, "")
    assert set(read) == {None}


@pytest.mark.parametrize("tail", [".", ")", ").", ",", "%22", "%3E.", "%E2%80%9D", "?!"])
def test_a_sign_of_the_sentence_around_a_link_is_none_of_its(modules: Modules, tail: str) -> None:
    body = "return given.names.map((name) => all[name].read(all[name].write('a-b_1') + given.tail));"
    *others, shown = modules.run(
        "site/addresses", body, names=[name for name in MARKS if name != "SHOW"] + ["SHOW"], tail=tail
    )
    assert set(others) == {"a-b_1"}
    # What a reader looks for may end so.
    assert shown == f"a-b_1{tail}"


@pytest.mark.parametrize("name", ["SHOW", "COMPARE"])
def test_another_version_is_known_as_ours_and_not_read(modules: Modules, name: str) -> None:
    body = """
      const mark = all[given.name];
      const later = mark.write("x").replace("1", "27");
      return [mark.isOurs(later), mark.read(later), mark.isOurs("#other"), mark.isOurs(mark.write(""))];
    """
    assert modules.run("site/addresses", body, name=name) == [True, None, False, True]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("https://x.example/#shared=abc", ["https://x.example/", "abc"]),
        ("https://x.example/%23SHARED=abc", ["https://x.example/", "abc"]),
        ("shared=abc", ["shared=abc"]),
    ],
)
def test_pasted_answers_are_found(modules: Modules, text: str, parts: list[str]) -> None:
    assert modules.run("site/addresses", "return given.text.split(PASTED);", text=text) == parts
