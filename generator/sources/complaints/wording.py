"""What pydantic found wrong, in an editor's words and at its line and column."""

from __future__ import annotations

import itertools
import re
import types
import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.guesses import did_you_mean, mend_day, mend_number
from generator.problems import Problem
from generator.prose.forbidden import EMAIL
from generator.sources.files import Source
from generator.sources.nodes import Loc, Mapping, Node, Scalar, is_blank, locate
from generator.sources.yaml.leftovers import find_sign, is_rest


def _name(loc: Loc) -> str:
    """What people call the value at `loc`: its field, and for an entry of a list which one."""
    if not loc:
        return "the file"
    if isinstance(loc[-1], int):
        return f"{_name(loc[:-1])}, entry {loc[-1] + 1}"
    return loc[-1]


def complain(source: Source, root: Mapping, error: ErrorDetails, schema: type | None) -> Problem:
    """The problem that one of pydantic's errors is; `schema` is the model of the file, whose fields are proposed."""
    # Pydantic ends the way to a key with "[key]"; the model of the interface texts has two steps of its own.
    of_key = error["loc"][-1:] == ("[key]",)
    loc = tuple(step for step in error["loc"] if step not in ("[key]", "(text)", "(section)"))
    context: dict[str, Any] = error.get("ctx") or {}
    kind = error["type"]
    name = _name(loc)
    mark, node = locate(root, loc)
    line, column = mark.line, mark.column
    if kind == "prose":
        line, column = source.find(context["found"], mark)
        code, message, hint = context["code"], context["message"], context["hint"]
    elif kind == "extra_forbidden":
        parent = locate(root, loc[:-1])[1]
        name = str(error["loc"][-1])  # Also where an editor's key reads like a step of pydantic's.
        if isinstance(parent, Mapping) and name in parent.entries:
            line, column = parent.entries[name][0].line, parent.entries[name][0].column
        code, message, hint = "FLD001", f"unknown field {name!r}", did_you_mean(name, fields_of(schema, loc[:-1]))
        if "=" in name:
            hint = f"write `{name.partition('=')[0].strip()}: ...`, with a colon"
        if node and is_blank(node) and " " in name:  # Within { } a comma ends a text.
            hint = "put a text that holds a comma in double quotes"
        elif node and is_blank(node) and is_rest(name):
            whole = _join_rest(parent, error["loc"])
            hint = f"write {whole or 'all digits of the number'}, without a comma between"
    elif kind == "missing" or (error["input"] is None and node is not None and is_blank(node)):
        code, message, hint = "FLD002", f"missing field {name!r}", f"add `{name}: ...`"
        if node is not None:  # The key stands there without a value.
            message, hint = f"empty field {name!r}", "write its value after the colon or below"
    else:
        code, message, hint = _describe(kind, "key" if of_key else name, error["input"], context)
        parent = locate(root, loc[:-1])[1]
        is_cut = kind.startswith(("int_", "float_")) and _CUT.fullmatch(str(error["input"]))
        if code == "FLD003" and is_cut and isinstance(parent, Mapping) and any(map(is_rest, parent.entries)):
            # Of equal ends, as of thousands, YAML keeps one: what the number was is certain of the first alone.
            hint = f"write {_join_rest(parent, loc) or 'all its digits, such as 97550'}, without a comma between"
        if kind == "model_type" and (keys := fields_of(schema, loc)):
            hint = f"write its fields, each on a line of its own: {', '.join(f'{key}: ...' for key in keys)}"
        siblings = fields_of(schema, loc[:-1])
        if code == "FLD003" and _BOUND.search(str(error["input"])) and (bounds := {"at_least", "capped"} & {*siblings}):
            hint = f"write the amount alone, and name {name} in `{bounds.pop()}`"
        if of_key and isinstance(parent, Mapping) and name in parent.entries:
            line, column = parent.entries[name][0].line, parent.entries[name][0].column
    return Problem(source.path, line, column, code, message, hint)


def _join_rest(parent: Node | None, loc: Loc) -> str:
    """The number with commas of which the value at `loc`, or its key, is a part within { }; "" if it is of none."""
    owner = find_owner(parent, str(loc[-1]))
    entries = list(parent.entries.items()) if isinstance(parent, Mapping) else []
    behind = itertools.dropwhile(lambda entry: entry[0] != owner, entries)
    _, (_, value) = next(behind, ("", (None, None)))
    rest = list(itertools.takewhile(is_rest, (key for key, _ in behind)))
    return mend_number(",".join([value.text, *rest])) if rest and isinstance(value, Scalar) else ""


def find_owner(parent: Node | None, key: str) -> str:
    """The key of the number of which `key` is a part behind a comma, or `key` itself."""
    keys = list(parent.entries) if isinstance(parent, Mapping) else []
    at = keys.index(key) if key in keys else -1
    while at > 0 and is_rest(keys[at]):
        at -= 1
    return keys[at] if at >= 0 else key


_CUT = re.compile(r"\D*\d{1,3}")
"""What may stand before the first comma of a number."""
_SHORT = re.compile(r"[\w./-]+(?:, ?[\w./-]+)*")
"""Words or codes that would be a list within brackets."""
_BOUND = re.compile(r"^\s*[>\u2265].*\d|\d\s*\+\s*$")
"""An amount that something is at least, as publishers write it."""
_FORMS = {
    r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$": "write a country code such as US or GB",
    r"^[A-Z]{3}$": "write a currency code such as USD",
    r"^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$": "write group/term, such as hours/nights",
    r"^[0-9A-Za-z]+([./-][0-9A-Za-z]+)*$": "write a code of digits and letters, such as 29-1141",
    r"^[^\s*][^*]*\*?$": "write a word, or how it begins with one * at its end",
    r"^\d+(\.\d+)? [^\W\d_].*$": "write a percentage and whose it is, such as 23 Finance and insurance",
    r"^\d+(\.\d+)?\+? [^\W\d_].*$": "write an amount and whose it is, such as 87980 Finance and insurance",
    r"^[RIASEC]$": "one of R, I, A, S, E, C",
    r"^\+?[0-9(][0-9() ./-]{2,30}$": "write digits, such as +1 555 010 0100",
    f"^{EMAIL}$": "write an e-mail address such as guides@example.org",
}


def _describe(kind: str, name: str, value: Any, context: dict[str, Any]) -> tuple[str, str, str]:
    """Code, message and hint for pydantic's error type `kind` at the field `name`."""
    shown = "nothing" if value is None else "this"
    if isinstance(value, str):
        shown = repr(value) if len(value) <= 60 else f"{value[:40]!r}..."
    number = kind.startswith(("int_", "float_"))
    if kind == "finite_number" or (number and str(value).strip("+-.").casefold() in ("nan", "inf", "infinity")):
        return "FLD004", f"{name}: {shown} is not a finite number", "write digits, such as 97550 or 4.71"
    if number:
        is_whole = kind.startswith("int")
        what, example = ("whole number", "3 or 97550") if is_whole else ("number", "97550 or 4.71")
        meant = mend_number(value) if isinstance(value, str) else ""
        is_likely = meant and not (is_whole and "." in meant)
        hint = f"write {meant}" if is_likely else f"write digits only, such as {example}"
        return "FLD003", f"{name}: {shown} is no {what}", hint
    if kind in ("greater_than", "greater_than_equal", "less_than", "less_than_equal"):
        bound = next(iter(context.values()))
        words = {
            "greater_than": "more than",
            "greater_than_equal": "at least",
            "less_than": "less than",
            "less_than_equal": "at most",
        }
        dated = not isinstance(bound, (int, float)) or name in ("year", "from", "to")
        bound = int(bound) if isinstance(bound, float) and bound.is_integer() else bound
        return "FLD010" if dated else "FLD005", f"{name}: {shown} is out of range", f"it must be {words[kind]} {bound}"
    if kind.startswith("date"):
        meant, *other = (mend_day(value) if isinstance(value, str) else ()) or ("",)
        hint = f"write {meant}" if meant else "write year-month-day, such as 2026-11-23"
        if other:
            hint += f", or {other[0]} if the day stands first"
        return "FLD010", f"{name}: {shown} is no date", hint
    if kind == "string_too_long" or (kind == "too_long" and isinstance(value, str)):
        return "FLD006", f"{name}: {len(value)} characters", f"at most {context['max_length']}"
    if kind == "string_too_short":
        return "FLD007", f"{name}: empty text", "write something, or leave the field out if it is optional"
    if kind in ("too_short", "too_long"):
        least = context.get("min_length", context.get("max_length"))
        bound = f"at least {least}" if kind == "too_short" else f"at most {least}"
        count = len(value) if isinstance(value, (list, dict)) else context["actual_length"]
        return "FLD007", f"{name}: {count} {'entry' if count == 1 else 'entries'}", f"write {bound}"
    if kind in ("literal_error", "enum"):
        return "FLD008", f"{name}: {shown} is not allowed", f"write {context['expected']}"
    if kind == "bool_parsing":
        return "FLD003", f"{name}: {shown} is neither true nor false", "write true or false"
    if kind == "pattern":
        return "FLD009", f"{name}: {context['why']}", "write a plain regular expression, such as (..)ies$"
    if kind == "string_pattern_mismatch":
        if context["pattern"] == r"^[^\n]*$":
            return "FLD009", f"{name}: more than one paragraph", "write one, without a blank line"
        hint = _FORMS.get(context["pattern"], "write lower-case words joined by hyphens, such as two-words")
        if "https" in context["pattern"]:
            named = re.search(r"\\{\((\w+)\|(\w+)\|(\w+)\)\\}", context["pattern"])
            names = f", with {{{named[1]}}}, {{{named[2]}}} or {{{named[3]}}} in it" if named else ""
            hint = f"write an address that begins with https://{names}"
        return "FLD009", f"{name}: {shown} is not of the required form", hint
    if kind in ("tuple_type", "list_type") and isinstance(value, str) and (sign := find_sign(value)):
        if sign[0] == "-":
            hint = "delete the blank behind each hyphen and type a space"
            return "FLD003", f"{name}: expected a list, and the blank behind a hyphen is no space", hint
        return "FLD003", f"{name}: expected a list, and {sign!r} begins no entry", "begin each entry with `- `"
    if kind in ("tuple_type", "list_type"):
        example = f"[{value}]" if isinstance(value, str) and _SHORT.fullmatch(value) else "[one, another]"
        return "FLD003", f"{name}: expected a list", f"write `- ...` lines below it, or {example}"
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return "FLD003", f"{name}: expected `key: value` lines", "indent them below it"
    if kind == "string_type" and isinstance(value, (dict, list)):
        found, sign = ("`key: value`", '": "') if isinstance(value, dict) else ("a list", "[ or `- `")
        hint = f"put a text that {'holds' if isinstance(value, dict) else 'begins with'} {sign} in double quotes"
        return "FLD003", f"{name}: expected text, found {found}", hint
    if kind == "string_type":
        return "FLD003", f"{name}: expected text", "write some"
    return "FLD003", f"{name}: {kind.replace('_', ' ')}", "see CONTRIBUTING.md for the format"


def fields_of(schema: Any, loc: Loc) -> list[str]:
    """The field names that the model at `loc` below `schema` knows."""
    for step in loc:
        schema = next((inner for inner in _inner(schema, step)), None)
    models = [kind for kind in _unwrap(schema) if isinstance(kind, type) and issubclass(kind, BaseModel)]
    return [field.alias or name for model in models for name, field in model.model_fields.items()]


def describe_field(schema: Any, loc: Loc) -> str:
    """What the model says of the field at `loc` below `schema`; "" if nothing."""
    for step in loc[:-1]:
        schema = next((inner for inner in _inner(schema, step)), None)
    for kind in _unwrap(schema):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            for name, field in kind.model_fields.items():
                if (field.alias or name) == loc[-1]:
                    return field.description or ""
    return ""


def _inner(schema: Any, step: str | int) -> Iterator[Any]:
    for kind in _unwrap(schema):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            for name, field in kind.model_fields.items():
                if (field.alias or name) == step:
                    yield field.annotation
        elif arguments := typing.get_args(kind):
            yield arguments[-1] if typing.get_origin(kind) is dict else arguments[0]


def _unwrap(schema: Any) -> Iterator[Any]:
    """The alternatives of a union, without annotations and None."""
    origin = typing.get_origin(schema)
    if origin is typing.Annotated:
        yield from _unwrap(typing.get_args(schema)[0])
    elif origin in (typing.Union, types.UnionType):
        for option in typing.get_args(schema):
            yield from _unwrap(option)
    elif schema is not None and schema is not type(None):
        yield schema
