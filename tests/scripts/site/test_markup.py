"""Nothing of ours makes markup of a text: elements are made one by one; what a reader or a file says stays a text."""

from __future__ import annotations

import re

import pytest

from tests.scripts.node.running import ASSETS

WAYS = re.compile(
    r"\b(?:(?:inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|setHTML(?:Unsafe)?\s*\(|createContextualFragment|"
    r"DOMParser|parseHTMLUnsafe|document\.write|srcdoc|javascript:|eval\s*\(|new Function)"
)
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*$", re.DOTALL | re.MULTILINE)


def test_no_module_makes_markup_of_a_text() -> None:
    texts = {path: _COMMENT.sub("", path.read_text(encoding="utf-8")) for path in ASSETS.rglob("*.js")}
    assert len(texts) > 100
    assert {path.name: found for path, text in texts.items() if (found := WAYS.findall(text))} == {}


@pytest.mark.parametrize(
    "text", ["a.innerHTML = b", "a.outerHTML += b", "a.insertAdjacentHTML('x', b)", "new DOMParser()", "eval(a)"]
)
def test_a_way_to_do_so_is_found(text: str) -> None:
    assert WAYS.search(text)
    assert not WAYS.search("a.innerHTML === b")
