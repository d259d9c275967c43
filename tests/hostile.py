"""Inputs as somebody might send them who means no good: seeded, and as many as one has time for.

A test takes a few; `python -m tools.fuzz` has it take many times as many, of another seed each time.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator

TIMES = int(os.environ.get("FUZZ_TIMES", "1"))
SEED = int(os.environ.get("FUZZ_SEED", "20261129"))

PIECES = [
    *("<", ">", "&lt;", "&#60;", "&amp;lt;", "&", "<b>", "</p>", "<script>", "<img src=x onerror=alert(1)>", "<!--"),
    *("-->", "{: onclick=x }", "{", "}", "{{ t }}", "{% x %}", "[a](", "![a](", "](javascript:alert(1))", "a" * 300),
    *(
        "[a](occupation:baker)",
        "https://example.org/",
        "java&#115;cript:",
        "*",
        "**",
        "_",
        "`",
        "```",
        "#",
        "- ",
        "1. ",
    ),
    *("> ", "|", "~~", "\\", "\n", "\n\n", "\n  ", "\t", " ", ":", ": ", "? ", "'", '"', "@", "!x ", "&a ", "*a "),
    *("<<: ", "---", "...", "%", "[", "]", ", ", "\u200b", "\u202e", "\ufeff", "\x00", "\x85", "é", "漢", "🍞", "0"),
    *("-1", "1e999", "null", "yes", ".nan", "2026-01-01", "constructor", "__proto__", "\u00a0", "…", "“", "\r", "\r\n"),
    *("1. ", "|-\n", ">+\n", "\\x00", "\\ud800"),
]


def spoil(chance: random.Random, text: str, most: int = 4) -> str:
    """`text` with a few pieces put in, and a few of its own taken away, doubled or moved."""
    for _ in range(chance.randint(1, most)):
        at = chance.randrange(len(text) + 1)
        end = min(len(text), at + chance.randint(1, 40))
        way = chance.random()
        if way < 0.7:
            text = text[:at] + "".join(chance.choices(PIECES, k=chance.randint(1, 3))) + text[at:]
        elif way < 0.8:
            text = text[:at] + text[end:]
        elif way < 0.9:
            text = text[:at] + text[at:end] * 2 + text[end:]
        else:
            text = text[:at] + text[end:] + text[at:end]
    return text


def spoil_all(text: str, count: int, seed: int = 0) -> Iterator[str]:
    """`text`, spoiled in so many ways, or as many times more as was asked for."""
    chance = random.Random(SEED + seed)  # noqa: S311
    for _ in range(count * TIMES):
        yield spoil(chance, text)


SHAPES = [
    *("&amp;", "&lt;b", "<", "<a ", "{", "{ =", "*", "*a ", "**a ", "_a ", "[", "[a](", "` ", "![", "<!-- ", "[[a](b)"),
    *(
        "- ",
        "> ",
        "a\n",
        "\\",
        "1. ",
        "```\n",
        "https://",
        "(",
        "a",
        "| ",
        ".",
        ". ",
        "://a.",
        "a@",
        "\n\n",
        "  ",
        "a: b\n",
    ),
    *("'", '"', "{{", "[a]: b\n", "#", "&#", "-a", "a b: 'c'd\n", "  - 'a'b: c\n", "a: >\n  b\n  - c\n", "a: [\n", "%"),
]
"""Of which a long text may be made that takes longer than it should."""
_LESS = 4_000 * min(TIMES, 4)
_MORE = 4 * _LESS
_AT_MOST = 9
"""Times as long for four times as much: what is quadratic takes sixteen times as long."""


def find_slow(measure: Callable[[str], float], least: float = 0.04) -> list[str]:
    """Which of `SHAPES` take `measure`'s seconds out of all proportion to their length."""
    found = []
    for shape in SHAPES:
        for end in ("", " <b>x") if TIMES == 1 else ("", " <b>x", " **", "]("):
            less, more = (shape * (letters // len(shape)) + end for letters in (_LESS, _MORE))
            # A second look where something else may have been at work.
            if any(_is_in_proportion(measure, less, more, least) for _ in range(2)):
                continue
            found.append(f"{shape!r} {end!r}")
    return found


def _is_in_proportion(measure: Callable[[str], float], less: str, more: str, least: float) -> bool:
    took = measure(more)
    return took < least or took < _AT_MOST * measure(less)
