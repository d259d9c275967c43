"""The quick road gives what the careful one gives, or nothing."""

from __future__ import annotations

import random
from typing import Any

import pytest

from generator.sources.files import Source
from generator.sources.nodes import Listing, Node, Scalar, compose, is_blank
from generator.sources.yaml.plain import read_plain
from tests.unit.sources.yaml.test_events import FAST, spoil, texts

pytestmark = pytest.mark.skipif(FAST is None, reason="PyYAML was built without libyaml")


def values(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return [values(item) for item in node.items]
    return {key: None if is_blank(value) else values(value) for key, (_, value) in node.entries.items()}


def read_with_care(text: str) -> Any:
    source = Source("a.yml", text)
    node = compose(source)
    return "problems" if source.problems or node is None else values(node)


def test_every_text_is_read_as_with_care_and_most_are_read_at_all() -> None:
    quick = {text: found for text in texts() if (found := read_plain(text)) is not None}
    assert [text for text, found in quick.items() if found != read_with_care(text)] == []
    assert len(quick) > 50


def test_spoiled_texts_are_read_as_with_care() -> None:
    chance = random.Random(2)  # noqa: S311
    originals = list(texts(("templates/new", "tests/project")))
    spoiled = [spoil(chance.choice(originals), chance) for _ in range(5000)]
    quick = [(text, found) for text in spoiled if (found := read_plain(text)) is not None]
    assert [text for text, found in quick if found != read_with_care(text)] == []
    assert len(quick) > 400


@pytest.mark.parametrize(
    "text",
    [
        *("", "- a\n", "just words\n", "a: [", "a: b\n---\nc: d\n", "a: &b c\n", "a: *b\n", "a: !!str b\n"),
        *("a: b\na: c\n", "[a]: b\n", 'a: "\\u200b"\n', "a: >\n  x\n  - y\n  - z\n", "a: b # c\n", "\ta: b\n"),
        *("a: [?b]\n", "a: [b, ]x\n", "a: " + "[" * 30 + "]" * 30 + "\n", '{"\\ud800": b}\n'),
    ],
)
def test_what_may_be_wrong_is_left_to_care(text: str) -> None:
    assert read_plain(text) is None


def test_comments_at_the_top_are_no_reason_for_care() -> None:
    assert read_plain("# note\n#\na: [b, '']\nc:\n") == {"a": ["b", ""], "c": None}
