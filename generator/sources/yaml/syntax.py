"""What the YAML parser complains about, in words for somebody who does not know YAML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import yaml

from generator.sources.yaml.comments import BEHIND, describe
from generator.sources.yaml.leftovers import find_leftover

# Part of PyYAML's complaint, as `context: problem` -> what is wrong, and what to do about it.
_COMPLAINTS = {
    "mapping values are not allowed": ("a colon where none can stand", "check this line and the one above"),
    "could not find expected ':'": ("no colon with a space after it", "write `key: value`"),
    "expected ',' or ']'": (
        "a list in [ ] lacks a comma or its end",
        "close it with ], or put a text that begins with [ in double quotes",
    ),
    "expected ',' or '}'": (
        "an entry in { } lacks a comma or its end",
        'close it with }, or put a text that holds ": " in double quotes',
    ),
    "block mapping: expected <block end>": (
        "this line does not fit those above",
        "begin it in the same column as its fellows",
    ),
    "block collection: expected <block end>": (
        "this line does not fit the list above",
        "begin it with `- ` in the same column as its fellows",
    ),
    "expected '<document start>'": ("this line does not fit those above", "write `key: value`"),
    "sequence entries are not allowed": ("a list cannot begin here", "begin it on a line of its own below"),
    "mapping keys are not allowed": ("a text cannot begin with ?", "put it in double quotes"),
    "found undefined alias": ("a text cannot begin with *", "put it in double quotes"),
    "expected the node content": ("something is missing here", "check for a stray [ { , or :"),
    "found unexpected end of stream": ("a quotation mark is never closed", "close it where the text ends"),
    "found unknown escape character": ("a backslash in double quotes", "put the text in single quotes"),
}
# Complaints about these are best shown where the thing begins, not where the parser gave up.
_LOCAL = re.compile("quoted scalar|flow|simple key|alias|anchor|block scalar|a tag|directive")
_SIGN = re.compile("alias|anchor|block scalar|a tag|directive")
_SECOND_COLON = re.compile(r"\s*(?:- )?(?:[\w-]+: )?[^\"'{\[|>].*: ")
# What is said where a text goes on below a comment that ended it.
_BROKEN_OFF = re.compile("could not find expected|mapping values|expected <block end>")
_FREE = ("", *" [{,]}")
"""Behind these a # begins a comment."""
_BEHIND = re.compile(r"\s*[^\s#].*?\s#")


def explain(error: yaml.YAMLError, text: str, events: Sequence[yaml.Event]) -> tuple[str, str, int, int]:
    """What is wrong, what would be right, and the line and column; `events` are those before the error."""
    last = events[-1] if events else None
    complaint = getattr(error, "problem", None) or str(error)
    context = getattr(error, "context", None) or ""
    at, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if at and complaint.endswith("got '?'"):
        return "a question mark within [ ] or { }", "put the text in double quotes", at.line + 1, at.column + 1
    stop = at
    if begun and _LOCAL.search(context):
        at = begun
    line, column = (at.line, at.column) if at else (0, 0)
    lines = [*text.split("\n"), ""]
    above, here = lines[line - 1] if line else "", lines[line]
    if left := find_leftover(lines, line):
        return left[0], left[1], line + 1, left[2]
    if here[column : column + 1] == "\t" and here[:column].strip():
        after = here[column:].lstrip()
        if after.startswith("#"):
            return describe(after), BEHIND, line + 1, len(here) - len(after) + 1
        return "a tab between words", "write a space", line + 1, column + 1
    if "\t" in here[: _indent(here)] or here[column : column + 1] == "\t":
        return "a tab in the indentation", "indent with spaces", line + 1, 1
    if "cannot start any token" in complaint or _SIGN.search(context):
        return f"a text cannot begin with {here[column : column + 1]}", "put it in double quotes", line + 1, column + 1
    if begun and "flow" in context and (hidden := _comment_within(lines, begun, stop)):
        return hidden
    if "<stream end>" in complaint and (opened := _find_open(events)):
        kind, start = opened
        return *_COMPLAINTS[f"expected ',' or '{kind}'"], start.line + 1, start.column + 1
    if "expected" in complaint and (end := _closed(last, lines, line)):
        return end
    if _BROKEN_OFF.search(complaint) and (comment := _BEHIND.match(above)):
        return describe(above[comment.end() - 1 :]), BEHIND, line, comment.end()
    if "mapping values" in complaint:
        if above.strip() and ":" not in above and _indent(above) == _indent(here):
            return *_COMPLAINTS["could not find expected ':'"], line, _indent(above) + 1
        if _SECOND_COLON.match(here):
            return "a second colon in one text", 'put a text that holds ": " in double quotes', line + 1, column + 1
    for part, (message, hint) in _COMPLAINTS.items():
        if part in f"{context}: {complaint}":
            return message, hint, line + 1, column + 1
    return complaint, "check quotes, brackets and the indentation here and in the line above", line + 1, column + 1


def _comment_within(lines: list[str], begun: Any, stop: Any) -> tuple[str, str, int, int] | None:
    """What to say if a comment between a bracket and where the parser gave up took its end away."""
    quote = last = ""
    """The quotation mark that has not been closed, and the last character before that is no blank."""
    for number in range(begun.line, stop.line + 1):
        line = lines[number]
        for column in range(begun.column if number == begun.line else 0, len(line)):
            sign = line[column]
            if quote:
                quote = "" if sign == quote and (sign == "'" or last != "\\") else quote
            elif sign in "\"'" and last in "[{,:":
                quote = sign
            elif (
                sign == "#"
                and (number, column) < (stop.line, stop.column)
                and line[max(column - 1, 0) : column] in _FREE
            ):
                return describe(line[column:]), BEHIND, number + 1, column + 1
            last = sign if sign != " " else last
    return None


def _find_open(events: Sequence[yaml.Event]) -> tuple[str, Any] | None:
    """What would close the innermost bracket that is open still, and where that stands."""
    around: list[yaml.Event] = []
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            around.append(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            around.pop()
    last = around[-1] if around else None
    if not isinstance(last, yaml.CollectionStartEvent) or not last.flow_style:
        return None
    return "]" if isinstance(last, yaml.SequenceStartEvent) else "}", last.start_mark


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _closed(last: yaml.Event | None, lines: list[str], line: int) -> tuple[str, str, int, int] | None:
    """What to say if `line` goes on after a closing quotation mark or bracket, where YAML thinks the text is over."""
    start, end = (last.start_mark, last.end_mark) if last else (None, None)
    if (
        not start
        or not end
        or end.line < line
        or lines[end.line][end.column - 1 : end.column] not in ('"', "'", "]", "}")
    ):
        return None
    if start.line != end.line and lines[start.line][start.column : start.column + 1] in ('"', "'"):
        message = f"this quotation mark is closed in line {end.line + 1} only, and text goes on behind that"
        return message, "close it where its text ends, or leave it out", start.line + 1, start.column + 1
    where = f", which begins in line {start.line + 1}," if start.line != end.line else ""
    hint = f'put all of the text{where} in double quotes; write \\" for a quotation mark within'
    return f"text after a closing {lines[end.line][end.column - 1]}", hint, end.line + 1, end.column + 1
