"""Whatever text the model lets pass reaches the reader as it is, and brings no markup of its own."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest

from generator.prose.forbidden import ProseError
from generator.prose.nodes import Block, Bullets
from generator.prose.parsing import parse, parse_inline
from generator.prose.writing import escape_line, escape_start, write_blocks, write_html, write_paragraph
from tests.unit.prose.markdown import Reader, plain, publish

Nodes = TypeVar("Nodes")

PIECES = [
    "*", "**", "***", "_", "__", "`", "``", "[", "]", "(", ")", "<", ">", "&", "&lt;", "&#42;", "&amp;", "{", "}", "{:",
    "#", "##", "\\", "\\*", "-", "+", "1.", "2)", "~", "~~", "|", "^", "==", "=", "!", "!!", "\\!", "![", "](",
    ":", "::",
    "---", "](https://x.org)", "[a](https://x.org/a_b*c)", "[*a*](occupation:cook)", "[^1]:", "*[HTML]:", "O*NET",
    "x_y_z",
    "http://x.org", "<b>", "a@b.org", "***a***", "+++", "&nbsp;", "&#123;", "(c)", "...", ":smile:", "$x$", "%}",
    "é", '"',
    "'", "word", "a", "b", "\n", "\n\n", "    ", "\t", "- ", "1. ", "> ", "# ", " ", " and ", "!!! note", ": ",
]  # fmt: skip


def resolve(target: str) -> str:
    return "../cook.md" if target == "occupation:cook" else target


def assert_nothing_but_the_text(page: Reader, text: str) -> None:
    assert page.tags <= {"p", "ul", "ol", "li", "em", "strong", "a"}
    assert page.attributes <= {("a", "href")}
    assert all(target and re.match(r"https://|mailto:|\.\./cook\.md\Z", target) for target in page.targets)
    assert "".join(page.text.split()) == text


NASTY = [
    "a \\![b](https://x.org/c.png)", "![](https://x.org)", "# a", "a\n\n# b", "1986\\. A good year", "C# and F#",
    "- *a*\n- **b**\n\n  c\n\n  1. d\n  2. e", "*a*b", "O*NET, O*NET", "a_b_c __d__", "*&nbsp;* x", "~~a~~ ^b^ ==c==",
    "[a](https://x.org/?a=1&copy=2)", "[a](https://x.org/a_(b)_c)", "[a\\]b](https://x.org)", "[^1] a", "\\[^1\\]: a",
    "*[HTML]: a", ": a", "a\n: b", "| a | b |\n|---|---|\n| 1 | 2 |", "!!! note\n    a", "??? a", "--8<-- a", "$a$",
    ":smile:", "&copy; &#169; &bogus;", "\\{: .x\\}", "a {b} c", "{{ a }} {% b %}", "a \\` b", "\\\\", "a\\*b\\*c",
    "+ a\n+ b", "www.x.org http://x.org a@b.org", "é ß 漢字 🍞", "[TOC]", "***a***", "3 < 4 > 2", "AT&T",
    "a &amp;lt; b",
]  # fmt: skip


@pytest.mark.parametrize("text", NASTY)
def test_prose_brings_no_markup_of_its_own(text: str) -> None:
    try:
        nodes = parse(text)
    except ProseError:
        return
    assert_nothing_but_the_text(publish(write_blocks(nodes, resolve)), plain(nodes))


def accepted(read: Callable[[str], Nodes], seed: int, count: int, length: int) -> Iterator[tuple[str, Nodes]]:
    """Of `count` random texts of at most `length` pieces, those that `read` accepts, with what it makes of them."""
    chance = random.Random(seed)  # noqa: S311
    for _ in range(count):
        text = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, length)))
        try:
            nodes = read(text)
        except ProseError:
            continue
        yield text, nodes


def test_random_prose_brings_no_markup_of_its_own() -> None:
    passed = 0
    for text, nodes in accepted(parse, seed=20261123, count=1500, length=12):
        passed += 1
        try:
            assert_nothing_but_the_text(publish(write_blocks(nodes, resolve)), plain(nodes))
        except AssertionError as error:
            raise AssertionError(f"{text!r}: {error}") from None
    assert passed > 600, "most texts are refused: the pieces test nothing"


def test_random_sentence_as_html_brings_no_markup_of_its_own() -> None:
    for _, nodes in accepted(parse_inline, seed=20261124, count=600, length=8):
        assert_nothing_but_the_text(Reader(write_html(nodes, resolve)), plain(nodes))


@pytest.mark.parametrize(
    "line", ["# a", "#a", "- a", "+ a", "1. a", "12) a", ": a", "!!! a", "a #", "C#", "= a", "--- a"]
)
def test_plain_line_is_literal_in_a_heading_a_list_and_a_paragraph(line: str) -> None:
    written = escape_start(escape_line(line))
    for markdown in (f"# {written}", f"-   {written}", written, f"# {written} {{ #key }}", f"**{written}**"):
        assert publish(markdown).text.strip().replace("\n", " ") == line


def test_targets_with_signs_of_markdown_stay_whole() -> None:
    nodes = parse_inline("[a](https://x.org/a_b_(c)*d*?e=[f]&g=~h~#i)")
    assert publish(write_paragraph(nodes, resolve)).targets == ["https://x.org/a_b_(c)*d*?e=%5Bf%5D&g=~h~#i"]


def test_numbered_list_stays_numbered_and_nested() -> None:
    written = write_blocks(parse("1. a\n   - b\n\n     c\n2. d"), resolve)
    assert written == "1.  a\n\n    -   b\n\n        c\n\n1.  d"


@pytest.mark.parametrize(
    "text",
    [
        "- a\n\n  b\n- c\n- d",
        "1. a\n\n   b\n2. c",
        "- a\n\n  - x\n\n    y\n  - z\n- c",
        "- a\n  1. x\n- c\n\npara\n\n- d",
        "- a\n  - b\n    - c\n- d\n  - e",
    ],
)
def test_each_entry_of_a_list_stays_an_entry(text: str) -> None:
    def count(blocks: tuple[Block, ...]) -> int:
        lists = [block for block in blocks if isinstance(block, Bullets)]
        return sum(len(block.items) + sum(map(count, block.items)) for block in lists)

    page = publish(write_blocks(parse(text), resolve))
    assert [tag for tag, _ in page.elements].count("li") == count(parse(text))
    assert "-" not in page.text
