"""Safari 15.4 and Chrome 100: what they cannot read stands in no script and no style of the site."""

from __future__ import annotations

import re

import pytest

from tests.conftest import REPOSITORY
from tests.scripts.node.running import ASSETS

COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`\\])//[^\n]*", re.DOTALL)
METHODS = (
    "toSorted toReversed toSpliced checkVisibility fromAsync withResolvers canParse isWellFormed toWellFormed groupBy "
    "union intersection difference symmetricDifference isSubsetOf isSupersetOf showPopover hidePopover togglePopover "
    "setHTML getSetCookie waitAsync requestIdleCallback moveBefore"
)
"""Of objects of the language and the page; asked for with `?.(` they may be missing."""
SCRIPTS = {
    "a look behind in a regular expression": re.compile(r"\(\?<[=!]"),
    "a method of later": re.compile(rf"\b(?:{METHODS.replace(' ', '|')})\("),
    "an array with another value": re.compile(r"\.with\("),
    "a signal of later": re.compile(r"AbortSignal\.(?:timeout|any)\("),
    "an iterator's own methods": re.compile(
        r"\.(?:values|keys|entries)\(\)\.(?:map|filter|take|drop|some|every|find|reduce|toArray)\("
    ),
    "a block of a class": re.compile(r"\bstatic \{"),
    "what comes with a kind": re.compile(r"\bimport\b[^;]*\bwith \{"),
    "what ends with its block": re.compile(r"^\s*(?:await )?using \w+ =", re.MULTILINE),
}
STYLES = {
    "layers": re.compile(r"@layer\b"),
    "a scope": re.compile(r"@scope\b"),
    "rules in rules": re.compile(r"&\s*[:.\[>+~{]"),
    "one color for each scheme": re.compile(r"light-dark\("),
}
TEXTS = {
    path.relative_to(REPOSITORY).as_posix(): path.read_text(encoding="utf-8")
    for path in (*ASSETS.rglob("*.js"), *ASSETS.rglob("*.css"), *ASSETS.parents[1].glob("*.js"))
}


def find_new(path: str, text: str) -> list[str]:
    """What of a script or style those browsers cannot read."""
    bare = COMMENT.sub("", text)
    return [name for name, found in (STYLES if path.endswith(".css") else SCRIPTS).items() if found.search(bare)]


def test_nothing_is_newer_than_the_oldest_browsers() -> None:
    assert len(TEXTS) > 100
    assert {path: new for path, text in TEXTS.items() if (new := find_new(path, text))} == {}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.js", "text.split(/(?<=a)b/)"),
        ("a.js", "list.toSpliced(1)"),
        ("a.js", "list.with(1, 2)"),
        ("a.js", "AbortSignal.timeout(5)"),
        ("a.js", "new Map().values().map((one) => one)"),
        ("a.js", "class A { static { go(); } }"),
        ("a.js", 'import a from "./a.json" with { type: "json" };'),
        ("a.css", "@layer a { b { color: red } }"),
        ("a.css", "a { &:hover { color: red } }"),
        ("a.css", "a { color: light-dark(red, blue) }"),
    ],
)
def test_what_is_newer_is_found(path: str, text: str) -> None:
    assert len(find_new(path, text)) == 1


@pytest.mark.parametrize(
    "text", ["list.toSpliced?.(1)", "// list.toSpliced(1)", "/(?<name>a)/.exec(text)", "AbortSignal.timeout?.(5)"]
)
def test_what_may_be_missing_is_left_alone(text: str) -> None:
    assert find_new("a.js", text) == []
