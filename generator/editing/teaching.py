"""JSON Schemas that teach: what a text editor offers, says and refuses in each file that people write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from generator.editing.comments import Comment
from generator.model.base import Code, Form
from generator.model.local import Phone
from generator.model.words import GAPLESS, LIST
from generator.sources.documents import adapt

Schema = dict[str, Any]
Words = Mapping[str, str]
"""Word of a list -> what it means."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NOTHING = {"type": "null"}
_LISTS = "#/$defs/list-"
_CODE = TypeAdapter(Code).json_schema()["pattern"]
_FORM = TypeAdapter(Form).json_schema()["pattern"]
_PHONE = TypeAdapter(Phone).json_schema()["pattern"]
_CHOICES = 8
"""Words among which a snippet lets choose; of longer lists the text editor offers them once the place is reached."""
_OPEN = ("currencies",)
"""Lists that are offered, and not all there is."""


def make_schema(
    kind: Any, lists: Mapping[str, Words], comments: Mapping[tuple[str, ...], Comment] | None = None
) -> Schema:
    """JSON Schema (2020-12) of a file of the type `kind`.

    Words of `lists` are enumerated where the model says of which list they are; `comments` of fields, by path, go
    before what the model says of them.
    """
    raw = adapt(kind).json_schema(by_alias=True)
    teacher = _Teacher(lists, raw.pop("$defs", {}))
    made = teacher.teach(raw)
    models = {name: teacher.teach(one) for name, one in teacher.models.items()}
    for path, comment in (comments or {}).items():
        if field := _find(made, models, path):
            field["description"] = comment.text or field.get("description", "")
            if comment.example is not None:
                _give_example(path[-1], field, comment.example, models)
    for name, model in models.items():
        _offer(model, name)
    for model in (made, *models.values()):
        _offer_entries(model, models)
    return {
        "$schema": DIALECT,
        **made,
        "$defs": models | {f"list-{_name(one)}": teacher.enumerate(one) for one in teacher.used},
    }


def _name(words: str) -> str:
    return words.replace("/", "-")


class _Teacher:
    """Takes over what pydantic says of types, without what says nothing to an editor."""

    def __init__(self, lists: Mapping[str, Words], models: Mapping[str, Schema]) -> None:
        self.models = models
        self.used: dict[str, None] = {}
        self._lists = lists

    def teach(self, node: Schema) -> Schema:
        """The same for people: no made-up titles, words enumerated, gaps where a value may be left out."""
        made = {name: value for name, value in node.items() if name not in ("title", "default", LIST, GAPLESS)}
        required, is_gapless = made.get("required", ()), GAPLESS in node
        if "properties" in made:
            made["properties"] = {
                name: one if name in required else _allow_gap(one, allowed=not is_gapless)
                for name, one in ((name, self.teach(field)) for name, field in made["properties"].items())
            }
        if "patternProperties" in made:
            made["patternProperties"] = {name: self.teach(one) for name, one in made["patternProperties"].items()}
            made["additionalProperties"] = False
        if "items" in made:
            made["items"] = self.teach(made["items"])
        if "anyOf" in made:
            made["anyOf"] = [self.teach(one) for one in made["anyOf"]]
        if made.get("pattern") in (_CODE, _FORM, _PHONE):  # YAML reads some as numbers, which mean the same.
            made["type"] = ["string", "number" if made["pattern"] == _FORM else "integer"]
        words = node.get(LIST, "")
        return self._choose(made, words) if self._lists.get(words) else made

    def _choose(self, made: Schema, words: str) -> Schema:
        """A text that is a word of a list, or a mapping whose keys are."""
        if words in _OPEN:
            return made | {"examples": list(self._lists[words])}
        if made["type"] == "object":
            (value,) = made.pop("patternProperties").values()
            return made | {
                "properties": {word: {"description": says} | value for word, says in self._lists[words].items()}
            }
        if "enum" in made:  # The model knows the words, the list what they mean.
            return made | {"enumDescriptions": [self._lists[words].get(one, "") for one in made["enum"]]}
        self.used[words] = None
        kept = {name: value for name, value in made.items() if name == "description"}
        is_number = made["type"] == "integer"
        return kept | ({"$ref": _LISTS + _name(words)} if not is_number else self.enumerate(words, is_number=True))

    def enumerate(self, words: str, *, is_number: bool = False) -> Schema:
        """A word of a list, each with what it means."""
        known = self._lists[words]
        kind = (
            {"type": "integer", "enum": [int(word) for word in known]}
            if is_number
            else {"type": "string", "enum": [*known]}
        )
        return kind | {"enumDescriptions": [*known.values()]}


def _allow_gap(field: Schema, *, allowed: bool) -> Schema:
    """A field that may be left out; where it is `allowed` it may also stand there without a value."""
    options = [one for one in field.get("anyOf", ()) if one != NOTHING]
    if len(options) == 1:
        field = {name: value for name, value in field.items() if name != "anyOf"} | options[0]
    if not allowed or "enum" in field or field.get("$ref", "").startswith(_LISTS):
        return field  # A text editor would offer `null` among the words.
    if "$ref" in field:
        return {name: value for name, value in field.items() if name != "$ref"} | {
            "anyOf": [{"$ref": field["$ref"]}, NOTHING]
        }
    kinds = field.get("type", ())
    return field | {"type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]} if kinds else field


def _find(schema: Schema, models: Mapping[str, Schema], path: tuple[str, ...]) -> Schema | None:
    """The field at a path of names, lists passed over."""
    for name in path:
        schema = _resolve(schema, models)
        # A key of the editor's own, such as that of a source, is like any other.
        fields = schema.get("properties") or dict.fromkeys(
            path, next(iter(schema.get("patternProperties", {}).values()), {})
        )
        if not fields.get(name):
            return None
        schema = fields[name]
    return schema


def _resolve(schema: Schema, models: Mapping[str, Schema]) -> Schema:
    """The model behind a field, or behind the entries of its list."""
    schema = schema.get("items", schema)
    schema = next(iter(schema.get("anyOf", ())), schema)
    return models.get(schema.get("$ref", "").rpartition("/")[2], schema)


def _give_example(name: str, field: Schema, example: Any, models: Mapping[str, Schema]) -> None:
    """Show a value as an example, or offer it to be filled in where it is in parts."""
    entry = example[0] if isinstance(example, list) and example else example
    if isinstance(entry, dict) and "properties" in (model := _resolve(field, models)):
        body = _number({part: str(value) for part, value in entry.items()}, model)
        _add_snippet(field, name, body)
    elif isinstance(example, str) and "\n" in example:  # A text editor would put it on one line.
        field["description"] += f"\n\nFor example:\n\n{example}"
    elif not isinstance(example, dict):
        field["examples"] = [int(example) if field.get("type") == "integer" else example]


def _offer(model: Schema, name: str) -> None:
    """A snippet of what a model asks for."""
    if required := model.get("required"):
        _add_snippet(model, re.sub(r"\B(?=[A-Z])", " ", name).lower(), _number(dict.fromkeys(required, ""), model))


def _offer_entries(model: Schema, models: Mapping[str, Schema]) -> None:
    """Snippets of the first entry of each list in a model."""
    for name, field in model.get("properties", {}).items():
        entry = _resolve(field, models)
        if "items" in field and "required" in entry and "defaultSnippets" not in field:
            _add_snippet(field, name, _number(dict.fromkeys(entry["required"], ""), entry))


def _add_snippet(schema: Schema, name: str, body: Any) -> None:
    # The language server puts the dash before the entry of what can be nothing but a list.
    is_one_of_many = "items" in schema and schema["type"] != "array"
    snippet = {"label": f"{name}: fill in", "description": schema.get("description", "")}
    schema["defaultSnippets"] = [snippet | {"body": [body] if is_one_of_many else body}]


def _number(values: Mapping[str, str], model: Schema) -> Schema:
    """The body of a snippet: places to fill in, one after the other."""
    body: Schema = {}
    for number, (name, value) in enumerate(values.items(), 1):
        field = model["properties"].get(name, {})
        choices = field.get("enum", ())
        place = f"${{{number}:{value}}}" if value else f"${number}"
        if 0 < len(choices) <= _CHOICES:
            place = f"${{{number}|{','.join(map(str, choices))}|}}"
        body[name] = [place] if "array" in (field.get("type") or ()) else place
    return body
