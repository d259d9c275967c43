"""All that pydantic found wrong in a file: the first causes alone, and gaps together, one line a part of the file."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from pydantic_core import ErrorDetails

from generator.guesses import find_meant
from generator.model.words import Loc, find_words
from generator.problems import Problem
from generator.sources.complaints.wording import complain, describe_field, fields_of, find_owner
from generator.sources.files import Source
from generator.sources.nodes import Mapping, Node, is_blank, locate
from generator.sources.yaml.leftovers import is_rest

_FEW = 2
"""Gaps of one part of a file that are told one by one."""


def sort_out(
    source: Source, root: Mapping, plain: object, errors: Sequence[ErrorDetails], schema: type | None
) -> list[Problem]:
    """What to tell of a file; what `source` has been blamed for already is not said in other words."""
    # A word of a list is looked for there, and what is said then says more than that its form is wrong.
    words = {word.loc for word in find_words(schema, plain)}
    told = {problem.line for problem in source.problems}
    broken = any(problem.code == "SRC006" for problem in source.problems)
    misspelt = _list_misspelt(errors, schema)
    found: list[Problem] = []
    gaps: dict[Loc, list[ErrorDetails]] = {}
    alike: dict[tuple[Loc, str], tuple[int, Problem]] = {}
    for error in errors:
        loc, kind = error["loc"], error["type"]
        if _follows(error) or (kind == "string_pattern_mismatch" and loc in words):
            continue
        node = locate(root, loc)[1]
        if kind == "extra_forbidden" and is_rest(str(loc[-1])):
            # The rest of a number with commas: what is wrong with its beginning says all, if anything is.
            owner = (*loc[:-1], find_owner(locate(root, loc[:-1])[1], str(loc[-1])))
            if error["input"] is not None or not any(_is_number(other, owner) for other in errors):
                found.append(complain(source, root, error, schema))
            continue
        if kind == "missing" or (error["input"] is None and node is not None and is_blank(node)):
            if loc in misspelt or (broken and _is_written(source.text, str(loc[-1]))):
                continue
            if node is None or locate(root, loc)[0].line not in told:
                gaps.setdefault(loc[:-1], []).append(error)
            continue
        problem = complain(source, root, error, schema)
        if problem.line in told:
            continue  # YAML reads that line otherwise than its writer.
        if kind in ("list_type", "tuple_type") and node is not None:
            # That its lines are one text follows from what is wrong with the first of them.
            lines = range(node.mark.line, node.mark.end + 1)
            source.problems[:] = [one for one in source.problems if one.code != "SRC016" or one.line not in lines]
        if kind.endswith("_type") and isinstance(loc[-1] if loc else None, int):
            key = (loc[:-1], kind)
            count, first = alike.get(key, (0, problem))
            alike[key] = count + 1, first
        else:
            found.append(problem)
    for count, first in alike.values():
        more = f", and {count - 1} more entries are like it" if count > 2 else ", and another entry is like it"
        found.append(replace(first, message=first.message + more) if count > 1 else first)
    for loc, some in gaps.items():
        found += _tell_gaps(source, root, loc, some, schema)
    return found


def _follows(error: ErrorDetails) -> bool:
    """Whether a list counts as too short only because entries of it hold errors of their own."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _is_number(error: ErrorDetails, loc: Loc) -> bool:
    return error["loc"] == loc and error["type"].startswith(("int_", "float_"))


def _list_misspelt(errors: Sequence[ErrorDetails], schema: type | None) -> set[Loc]:
    """The fields that are missing only because their names are mistyped."""
    missing = {error["loc"] for error in errors if error["type"] == "missing"}
    found = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            parent = error["loc"][:-1]
            meant = find_meant(str(error["loc"][-1]), dict.fromkeys(fields_of(schema, parent), ()))
            if meant and (*parent, meant) in missing:
                found.add((*parent, meant))
    return found


def _is_written(text: str, name: str) -> bool:
    """Whether a line begins with the name of a field: it stands in a part of the file that could not be read."""
    return re.search(rf"^[ \t\u00a0-]*[\"']?{re.escape(name)}\b", text, re.MULTILINE) is not None


def _tell_gaps(
    source: Source, root: Mapping, loc: Loc, errors: Sequence[ErrorDetails], schema: type | None
) -> list[Problem]:
    """One problem for each of a few gaps, or one for all of them, at the first."""
    if len(errors) <= _FEW:
        return [complain(source, root, error, schema) for error in errors]
    names = [str(error["loc"][-1]) for error in errors]
    marks = [locate(root, error["loc"])[0] for error in errors]
    first = min(range(len(marks)), key=lambda at: (marks[at].line, marks[at].column))
    every = fields_of(schema, loc)
    here = locate(root, loc)[1] if loc else root
    filled = _count_filled(here, every)
    message = f"{filled} of {len(every)} fields are filled in; missing or empty: {', '.join(names)}"
    if loc:
        way = (f"entry {step + 1}" if isinstance(step, int) else step for step in loc)
        message = f"{', '.join(way)}: {message}"
    name = names[first]
    text = describe_field(schema, (*loc, name))
    hint = f"next: {name}{f', {text[0].lower()}{text[1:]}' if text else ''}"
    return [Problem(source.path, marks[first].line, marks[first].column, "FLD002", message, hint.rstrip("."))]


def _count_filled(node: Node | None, names: Collection[str]) -> int:
    if not isinstance(node, Mapping):
        return 0
    return sum(name in node.entries and not is_blank(node.entries[name][1]) for name in names)
