"""What the YAML parser complains about, in words for somebody who does not know YAML."""

from __future__ import annotations

import re

import yaml

# libyaml's complaint (or how it begins) -> what is wrong, and what to do about it.
_COMPLAINTS = {
    "mapping values are not allowed": ("a colon where none can stand", "check this line and the one above"),
    "could not find expected ':'": ("no colon with a space after it", "write `key: value`"),
    "did not find expected ',' or ']'": (
        "a list in [ ] lacks a comma or its end",
        "close it with ], or put a text that begins with [ in double quotes",
    ),
    "did not find expected ',' or '}'": (
        "an entry in { } lacks a comma or its end",
        'close it with }, or put a text that holds ": " in double quotes',
    ),
    "did not find expected key": ("this line does not fit those above", "begin it in the same column as its fellows"),
    "did not find expected '-' indicator": (
        "this line does not fit the list above",
        "begin it with `- ` in the same column as its fellows",
    ),
    "did not find expected node content": ("something is missing here", "check for a stray [ { , or :"),
    "found unexpected end of stream": ("a quotation mark is never closed", "close it where the text ends"),
    "found unknown escape character": ("a backslash in double quotes", "put the text in single quotes"),
    "found a tab character": ("a tab in the indentation", "indent with spaces"),
}
_FALLBACK = "check quotes, brackets and the indentation here and in the line above"
_SECOND_COLON = re.compile(r"\s*(?:- )?(?:[\w-]+: )?[^\"'{\[|>].*: ")


def explain(error: yaml.YAMLError, text: str, last: yaml.Event | None) -> tuple[str, str, int, int]:
    """What is wrong, what would be right, and the line and column; `last` is the last event before the error."""
    complaint = getattr(error, "problem", None) or str(error)
    context = getattr(error, "context", None) or ""
    at, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    lines = [*text.split("\n"), ""]
    if "\t" in _indentation(lines[at.line] if at else ""):
        complaint = "found a tab character"
    elif any(word in context for word in ("quoted scalar", "flow", "simple key", "alias", "anchor", "block scalar")):
        at = begun or at
    line, column = (at.line, at.column) if at else (0, 0)
    message, hint = next((words for start, words in _COMPLAINTS.items() if start in complaint), (complaint, _FALLBACK))
    sign = lines[line][column : column + 1]
    closed = last.end_mark if last else None
    bracket = lines[closed.line][closed.column - 1 : closed.column] if closed and line <= closed.line else ""
    above = lines[line - 1] if line else ""
    if sign and ("cannot start any token" in complaint or re.search("alias|anchor|block scalar", context)):
        message, hint = f"a text cannot begin with {sign}", "put it in double quotes"
    elif closed and bracket and bracket in "\"']}" and "expected" in complaint:
        message, hint = f"text after a closing {bracket}", _whole_text(last, closed.line)
        line, column = closed.line, closed.column
    elif "mapping values" in complaint and above and ":" not in above and _indentation(above) == _indentation(lines[line]):
        message, hint = _COMPLAINTS["could not find expected ':'"]
        line, column = line - 1, len(_indentation(above))
    elif "mapping values" in complaint and _SECOND_COLON.match(lines[line]):
        hint = 'put a text that holds ": " in double quotes'
    return message, hint, line + 1, column + 1


def _indentation(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _whole_text(last: yaml.Event | None, line: int) -> str:
    start = last.start_mark.line if last and last.start_mark else line
    where = f", which begins in line {start + 1}," if start != line else ""
    return f"put all of the text{where} in double quotes; write \\\" for a quotation mark within"
