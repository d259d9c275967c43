"""No comment ends a text unseen, and comments that hide nothing stay allowed."""

from __future__ import annotations

import pytest

from generator.problems import Problem
from generator.sources.files import Source
from generator.sources.nodes import compose


def find(text: str) -> list[Problem]:
    source = Source("a.yml", text)
    compose(source)
    return source.problems


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: You become the # 1 person", (1, 19)),
        ("a:\n  - You # 1\n  - b", (2, 9)),
        ("a: [b # c\n  , d]", (1, 7)),
        ("a: [b, # c\n  d]", (1, 8)),
        ("a: {b: c # d\n}", (1, 10)),
        ("a: [b\n# c\n]", (2, 1)),
        ("a: [[b],\n  # c\n  [d]]", (2, 3)),
        ("a: # b", (1, 4)),
        ("a: #b\nc: d", (1, 4)),
        ('"a" # b: c', (1, 5)),
        ("a: 'b' # c", (1, 8)),
        ("a: 'b'# c", (1, 7)),
        ("a: | # c\n  x\n", (1, 6)),
        ("a: >-\n    b\n  # 1 c\nd: e", (3, 3)),
        ("a: b\n  # 1 c\nd: e", (2, 3)),
        ("a: b\n\n  # 1 c\nd: e", (3, 3)),
        ("a:\n  - b\n    # 1 c\n", (3, 5)),
        ("a:\n  - b\n   # 1 c\n  - d", (3, 4)),
        ("a:\n- b\n # c", (3, 2)),
        ("a:\n  - # x\n    b: c\n", (2, 5)),
        ("a: b # c # d", (1, 6)),
        ("--- # x\na: b", (1, 5)),
    ],
)
def test_comment_that_may_be_text_is_a_problem_where_it_begins(text: str, place: tuple[int, int]) -> None:
    assert [(problem.code, problem.line, problem.column) for problem in find(text)] == [("SRC017", *place)]


@pytest.mark.parametrize(
    "text",
    [
        "# a # b\na: b#c\nd: '#' \n",
        "a:\n  # 1\n  b:\n    # 2\n    - c\n    # 3\n  # 4\n# 5\n",
        "a:\n  - b: c\n    # 1\n    d: e\n  # 2\n  - f\n",
        "a: |\n  x # y\n  # z\n   # w\nb: 'x # y\n  # z'\nc: \"# d\"\n",
        "a: >-\n  x\n\n\n  # z\n",
        "a: [b,\n  c]\n# d\n",
        "a:\n  # b\n",
    ],
)
def test_comment_on_a_line_of_its_own_and_sign_within_a_text_pass(text: str) -> None:
    assert find(text) == []
