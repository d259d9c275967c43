from __future__ import annotations

import pytest

from tests.unit.sources.test_sources import compose_text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a: 'b", "1:4: SRC006 YAML syntax: a quotation mark is never closed; close it where the text ends"),
        ("a: > 5\nb: c", "1:4: SRC006 YAML syntax: a text cannot begin with >; put it in double quotes"),
        ("a: %b", "1:4: SRC006 YAML syntax: a text cannot begin with %; put it in double quotes"),
        ("a: `b`", "1:4: SRC006 YAML syntax: a text cannot begin with `; put it in double quotes"),
        ("a: **b**", "1:4: SRC006 YAML syntax: a text cannot begin with *; put it in double quotes"),
        ('a: "C:\\dir"', "1:4: SRC006 YAML syntax: a backslash in double quotes; put the text in single quotes"),
        ("a:\n\tb: c", "2:1: SRC006 YAML syntax: a tab in the indentation; indent with spaces"),
        ("a: b\t# c", "1:6: SRC006 YAML syntax: '# c' is taken for a comment"),
        ("a: 'b'\tc", "1:7: SRC006 YAML syntax: "),
        ("a: b\n- c", "2:1: SRC006 YAML syntax: this line does not fit those above"),
        ("a:\n  - b\n  c: d", "3:3: SRC006 YAML syntax: this line does not fit the list above"),
        ("a: {b: c: d}", "1:4: SRC006 YAML syntax: an entry in { } lacks a comma or its end"),
        ("a: {b: c d?}", "1:11: SRC006 YAML syntax: a question mark within [ ] or { }; put the text in double quotes"),
        ('a: "b\\U00110000"', "1:8: SRC006 YAML syntax: a backslash in double quotes; put the text in single quotes"),
        ("a: [b, c", "1:4: SRC006 YAML syntax: a list in [ ] lacks a comma or its end"),
        ("a: 'b' c", "1:7: SRC006 YAML syntax: text after a closing '; put all of the text in double quotes"),
        ("a: - b", "1:4: SRC006 YAML syntax: a list cannot begin here; begin it on a line of its own below"),
        ("a: ? b", "1:4: SRC006 YAML syntax: a text cannot begin with ?; put it in double quotes"),
        ("a: !b, c", "1:4: SRC009 tag !b,; leave the tag out, or put a text that begins with ! in double quotes"),
        ("a\nb", "1:1: SRC012 expected `key: value` lines, found a text"),
        ("a: b: c", "1:5: SRC006 YAML syntax: a second colon in one text"),
        ("a b\nc: d", "1:1: SRC006 YAML syntax: no colon with a space after it; write `key: value`"),
    ],
)
def test_complaint_is_put_in_plain_words_where_the_mistake_is(text: str, printed: str) -> None:
    assert compose_text(text)[1].startswith(f"a.yml:{printed}")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: {b: c # d}\ne: f", "1:10"),
        ("a: [b # c]", "1:7"),
        ("a: [b, # c]\nd: e\nf: g", "1:8"),
        ("a: [#b]\nc: d", "1:5"),
        ('a: {b: "x" # c}\nd: e', "1:12"),
        ("a: {b: \"x # y\", c: 'it # ''s' # d }\ne: f", "1:31"),
        ("a: {b: c\n  # d }\n", "2:3"),
    ],
)
def test_comment_that_takes_the_end_of_a_bracket_away_is_named(text: str, place: str) -> None:
    assert compose_text(text)[1].startswith(f"a.yml:{place}: SRC006 YAML syntax: '#")


@pytest.mark.parametrize("text", ["]", "}", "a: }", "@", "\t", "a: !", "%YAML 9", "'", "&", "*", ",", "a: ]"])
def test_whatever_is_wrong_there_is_one_problem_and_no_traceback(text: str) -> None:
    node, printed = compose_text(text)
    assert node is None
    assert printed.startswith("a.yml:1:")
    assert "\n" not in printed
