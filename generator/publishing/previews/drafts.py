"""Stand-ins for profiles that are not whole yet, so that a preview can show them with marked gaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import yaml
from pydantic import ValidationError

from generator.model.occupation import Occupation
from generator.model.site import Site
from generator.model.words import LIST
from generator.problems import Problem
from generator.sources.documents import adapt, to_plain
from generator.sources.files import Source
from generator.sources.nodes import Listing, Loc, Node, compose_rest
from generator.sources.nodes import Mapping as Entries

_ROUNDS = 30
"""Looks at what is wrong with a draft; each mends all that the one before has found."""
_GAP = "FLD002"


def draft(text: str, problems: Iterable[Problem], slug: str, site: Site) -> str | None:
    """A profile that is whole, made of `text` and marked gaps; None if none can be made.

    What `problems` speak of is left out. Words of lists stand in for missing ones, since a page cannot do without:
    the first of each list of `site`. No figure is made up.
    """
    node = compose_rest(Source(slug, text))
    plain = to_plain(node) if node else {}
    places = dict(_find_places(node, ())) if node else {}
    found = [_find(problem, places) for problem in problems if problem.code != _GAP and not problem.is_warning]
    for loc in sorted({loc for loc in found if loc}, key=_order, reverse=True):
        _remove(plain, loc)
    filler = _Filler(site)
    plain.setdefault("title", slug.replace("-", " ").capitalize())
    for _ in range(_ROUNDS):
        try:
            adapt(Occupation).validate_python(plain)
        except ValidationError as error:
            errors = error.errors(include_url=False)
            for one in sorted(errors, key=lambda one: _order(one["loc"]), reverse=True):
                filler.mend(plain, one["loc"], one["type"])
        else:
            # Each in quotes: none is to be read as something else.
            return yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, default_style='"', width=10_000)
    return None


def _order(loc: Sequence[str | int]) -> tuple[tuple[bool, str, int], ...]:
    """So that of a list the last entry comes last."""
    return tuple((isinstance(step, int), *(("", step) if isinstance(step, int) else (step, 0))) for step in loc)


def _find_places(node: Node, loc: Loc) -> Iterable[tuple[tuple[int, int], Loc]]:
    """Line and column of everything in a node -> the way to it; of two in one place the inner one."""
    yield (node.mark.line, node.mark.column), loc
    if isinstance(node, Listing):
        for at, item in enumerate(node.items):
            yield from _find_places(item, (*loc, at))
    elif isinstance(node, Entries):
        for key, (mark, value) in node.entries.items():
            yield (mark.line, mark.column), (*loc, key)
            yield from _find_places(value, (*loc, key))


def _find(problem: Problem, places: Mapping[tuple[int, int], Loc]) -> Loc:
    """What a problem is about: what begins where it is told, or the last thing before."""
    before = [place for place in places if place <= (problem.line, problem.column)]
    return places[max(before)] if before else ()


def _remove(plain: Any, loc: Loc) -> None:
    """Leave out what is at `loc`, if it is still there."""
    for step in loc[:-1]:
        if not isinstance(plain, dict | list) or (isinstance(plain, list) and not _has(plain, step)):
            return
        plain = plain.get(step) if isinstance(plain, dict) else plain[step]  # type: ignore[index]
    if isinstance(plain, dict):
        plain.pop(loc[-1], None)
    elif isinstance(plain, list) and _has(plain, loc[-1]):
        del plain[loc[-1]]  # type: ignore[arg-type]


def _has(items: list[Any], step: str | int) -> bool:
    return isinstance(step, int) and step < len(items)


class _Filler:
    def __init__(self, site: Site) -> None:
        self._schema = adapt(Occupation).json_schema(by_alias=True)
        self._site = site

    def mend(self, plain: dict[str, Any], loc: Sequence[str | int], kind: str) -> None:
        """Fill in what is missing, and leave out what is wrong; of what may be left out as a whole, all of it."""
        if loc and loc[0] not in self._schema["required"]:
            _remove(plain, tuple(loc[:1]))
            return
        holder: Any = plain
        for step in loc[:-1]:
            holder = holder[step]
        schema = self._find(loc)
        if kind == "too_short" and isinstance(holder[loc[-1]], list):
            have = holder[loc[-1]]
            have += self._make(schema, str(loc[-1]), len(have))[: schema["minItems"] - len(have)]
        elif isinstance(holder, list):
            del holder[loc[-1]]  # type: ignore[arg-type]
        elif schema:
            holder[loc[-1]] = self._make(schema, str(loc[-1]))
        else:
            holder.pop(loc[-1], None)

    def _find(self, loc: Sequence[str | int]) -> Any:
        schema: Any = self._schema
        for step in loc:
            schema = self._resolve(schema)
            schema = schema.get("items" if isinstance(step, int) else "properties", {})
            schema = schema if isinstance(step, int) else schema.get(step, {})
        return self._resolve(schema)

    def _resolve(self, schema: Any) -> Any:
        if "$ref" in schema:
            return self._schema["$defs"][schema["$ref"].rpartition("/")[2]]
        return schema

    def _make(self, schema: Any, name: str, number: int = 0) -> Any:
        """A value for a field called `name`, the next of a list after so many."""
        schema = self._resolve(schema)
        if schema.get("type") == "array":
            fewest = max(schema.get("minItems", 0) - number, 0)
            return [self._make(schema["items"], name, number + at) for at in range(fewest)]
        if "properties" in schema:
            return {key: self._make(schema["properties"][key], key, number) for key in schema["required"]}
        words = self._list_words(schema.get(LIST, "")) or schema.get("enum")
        if words:
            return words[number % len(words)]
        if schema.get("format") == "date":
            return self._site.today.isoformat()
        return f"… {name.replace('_', ' ')}{f' {number + 1}' if number else ''} …"

    def _list_words(self, name: str) -> list[str]:
        name, _, group = name.partition("/")
        if name == "sources":
            return [*self._site.sources]
        known: Any = getattr(self._site.vocabulary, name, {}) if name else {}
        return [*(known[group].terms if group in known else known)] if group or known else []
