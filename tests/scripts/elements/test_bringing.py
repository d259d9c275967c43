"""What is fetched while a page is open goes through `bring` of elements/part.js, so that the reader can try again."""

from __future__ import annotations

import re

import pytest

from tests.scripts.node.running import ASSETS

COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)
LATER = re.compile(r"\bimport\(")
BRING = re.compile(r"\b(?:bring|foresee)\($")
MADE = re.compile(r"^const (\w+) = (?:async )?\(\) => ", re.MULTILINE)
OTHERS = {
    "main.js": "does the same for the elements themselves",
    "elements/quiz/results.js": "the element brings what it makes",
    "elements/finder/element.js": "as with its lists, the next letter that is typed tries again",
    "elements/header/asking.js": "the next letter tries again, and the theme's own list stands there meanwhile",
    "site/renewing/builds.js": "who does not get the sentence misses nothing that was asked for",
    "elements/compare/naming.js": "the element brings what it finds",
    "data/planning.js": "elements load it before they begin, or bring it",
}
"""Modules that ask for others in ways of their own, and why."""


def find_loose(text: str) -> list[str]:
    """The lines of a module that ask for another, past `bring`."""
    text = COMMENT.sub("", text)
    return [text[: at.end()].rpartition("\n")[2] for at in LATER.finditer(text) if not is_brought(text, at.start())]


def is_brought(text: str, at: int) -> bool:
    """Whether a place is within the brackets of a call of `bring`, or in a function that only goes there."""
    depth = 0
    for place in range(at - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(text[place], 0)
        if depth < 0:
            if BRING.search(text[: place + 1]):
                return True
            depth = 0
    made = [one for one in MADE.finditer(text) if one.end() <= at < text.index(";\n", one.end())]
    uses = [use for one in made for use in re.finditer(rf"\b{one[1]}\b(?! =)", text)]
    return bool(uses) and all(re.search(r"\b(?:bring|foresee)\($", text[: use.start()]) for use in uses)


def test_all_that_comes_later_is_brought() -> None:
    texts = {path.relative_to(ASSETS).as_posix(): path.read_text(encoding="utf-8") for path in ASSETS.rglob("*.js")}
    loose = {name: lines for name, text in texts.items() if (lines := find_loose(text))}
    assert loose.keys() == OTHERS.keys(), loose


@pytest.mark.parametrize(
    ("text", "is_loose"),
    [
        ('await this.bring(() => import("./a.js"));', False),
        ('await bring(async () => (await import("./a.js")).open(b));', False),
        ('const load = () => Promise.all([import("./a.js")]);\nthis.bring(load);\nthis.foresee(load);', False),
        ('/** @param {import("./a.js").A} a */', False),
        ('await import("./a.js");', True),
        ('this.bring(load); import("./a.js").catch(() => {});', True),
        ('const load = () => import("./a.js");\nthis.bring(load);\nload();', True),
        ('const load = () => import("./a.js");\n', True),
    ],
)
def test_what_is_not_brought_is_found(text: str, is_loose: bool) -> None:
    """The test above can fail."""
    assert bool(find_loose(text)) == is_loose
