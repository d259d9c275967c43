"""What sets the kinds of assessment apart is said once, and scripts ask for it."""

from __future__ import annotations

import re

import pytest

from generator.model.quiz import AVERAGED, CORRELATED, KINDS, MATCHING, Kind
from tests.scripts.node.running import ASSETS, REPOSITORY, Modules


@pytest.mark.parametrize(
    ("asked", "kinds"), [("isMatching", MATCHING), ("isCorrelated", CORRELATED), ("isAveraged", AVERAGED)]
)
def test_scripts_tell_kinds_apart_as_the_model_does(modules: Modules, asked: str, kinds: tuple[Kind, ...]) -> None:
    assert [kind for kind in KINDS if modules.call("scoring/kinds", asked, kind)] == list(kinds)
    assert not modules.call("scoring/kinds", asked, "constructor")


def test_no_script_tells_kinds_apart_by_a_list_of_its_own() -> None:
    one = rf"(?:===|!==) \"(?:{'|'.join(KINDS)})\""
    listed = re.compile(rf"{one} (?:\|\||&&) [\w.]+ {one}")
    assert listed.search('quiz.kind === "methods" || quiz.kind === "environment"')
    scripts = {path.relative_to(ASSETS).as_posix(): path.read_text(encoding="utf-8") for path in ASSETS.rglob("*.js")}
    assert [name for name, text in scripts.items() if listed.search(text)] == []


@pytest.mark.parametrize("kinds", [MATCHING, CORRELATED, AVERAGED])
def test_no_module_writes_the_list_anew(kinds: tuple[Kind, ...]) -> None:
    written = re.compile(", ".join(f'"{kind}"' for kind in kinds))
    paths = (REPOSITORY / "generator").rglob("*.py")
    found = [path.name for path in paths if written.search(path.read_text(encoding="utf-8"))]
    assert found in ([], ["quiz.py"])
