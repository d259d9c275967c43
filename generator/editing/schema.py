"""What stands in the repository and is made from the models, so that other tools read the same: `careers schema`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_type_hints

from generator import links
from generator.editing.comments import Comment, read_comments
from generator.editing.lists import list_introductions, list_words, load_lists
from generator.editing.teaching import DIALECT, Schema, Words, make_schema
from generator.loading import pieces
from generator.model.base import Key
from generator.model.finding import Finding
from generator.model.local import Local
from generator.model.method import Method
from generator.model.national import National
from generator.model.norms import Norms
from generator.model.occupation import Occupation
from generator.model.quiz import Quiz
from generator.model.reference import Exceptions, Reference
from generator.model.site import Strings
from generator.model.tables import Index
from generator.model.vocabulary import Vocabulary
from generator.model.ways import INTRODUCTIONS
from generator.scripts import constants, types
from generator.sources.shipped.layers import Layers

PATH = "occupations/schema.json"
FOLDER = "content/schemas"
COMMENTED = {Occupation: "occupation", Method: "method", Quiz: "quiz", dict[Key, Reference]: "sources"}
"""Files in `templates/new/` whose comments say what each field is."""
_WIDTH = 120
_FORMS = ("zero", "one", "two", "few", "many", "other")
"""For numbers, of any language."""


def list_files() -> dict[str, tuple[str, Any]]:
    """Path of a schema -> the files that it is about, as in the settings of text editors, and their type."""
    own: dict[str, tuple[str, Any]] = {
        "method": (f"{links.GUIDES}/*.yml", Method),
        "quiz": (f"{links.ASSESSMENTS}/*.yml", Quiz),
        "sources": (links.REFERENCES, dict[Key, Reference]),
        "figures": (f"{links.FIGURES}/*.yml", Index),
        "norms": (links.NORMS, Norms),
        "finding": (links.FINDING, Finding),
        "national": (links.NATIONAL, National),
        "local": (links.LOCAL, Local),
        "links": (links.EXCEPTIONS, Exceptions),
        "strings": (f"{links.OVERRIDES}/*.yml", Strings),
    }
    for name, adapter in INTRODUCTIONS.items():
        own[f"ways-{name}"] = (f"{links.INTRODUCTIONS}/{name}.yml", adapter)
    for name, kind in get_type_hints(Vocabulary, include_extras=True).items():
        own[f"vocabulary-{name}"] = (f"{links.VOCABULARIES}/{name}.yml", kind)
    return {PATH: (f"{links.PROFILES}/*.yml", Occupation)} | {
        f"{FOLDER}/{name}.json": about for name, about in own.items()
    }


def made_files(root: Path) -> dict[str, str]:
    """Path below `root` -> text of every file that is made from the models and the texts that ship with the templates.

    Raises `ProjectError` if texts cannot be read.
    """
    defaults = pieces.load_defaults(root)
    made = {f"{FOLDER}/strings.json": _write({"$schema": DIALECT, **_repeat(defaults)})}
    if Layers.of(root).home:  # The scripts came along, and with them what they go by.
        return made
    return {**made, types.PATH: types.write_types(defaults), **dict(constants.write_constants())}


def made_schemas(root: Path) -> dict[str, str]:
    """Path below `root` -> text of every schema that holds words of the project's own.

    Raises `ProjectError` if a vocabulary, or the sources, cannot be read.
    """
    vocabulary, sources = load_lists(root)
    lists = list_words(vocabulary, sources)
    made = {
        path: make_schema(kind, lists, _comments(root, kind, lists))
        for path, (_, kind) in list_files().items()
        if kind is not Strings and kind not in INTRODUCTIONS.values()
    }
    for name, words in list_introductions(vocabulary).items():
        made[f"{FOLDER}/ways-{name}.json"] = _introduce(name, words)
    return {path: _write(schema) for path, schema in made.items()}


def _write(schema: Schema) -> str:
    return _lay_out(schema, "\n") + "\n"


def _lay_out(value: Any, line: str) -> str:
    """JSON of which whatever holds no mapping, and fits, stands on one line, so that a diff is short."""
    flat = json.dumps(value, ensure_ascii=False)
    holds = isinstance(value, dict) and any(isinstance(one, dict | list) for one in value.values())
    if not value or not isinstance(value, dict | list) or (len(flat) < _WIDTH and not holds and "{" not in flat[1:]):
        return flat
    deeper = f"{line} "
    if isinstance(value, list):
        return f"[{','.join(deeper + _lay_out(one, deeper) for one in value)}{line}]"
    parts = (f"{deeper}{json.dumps(name)}: {_lay_out(one, deeper)}" for name, one in value.items())
    return f"{{{','.join(parts)}{line}}}"


def _comments(root: Path, kind: Any, lists: Mapping[str, Words]) -> dict[tuple[str, ...], Comment]:
    """What the commented file of a kind says of its fields."""
    name = COMMENTED.get(kind)
    path = Layers.of(root).find(f"templates/new/{name}.yml")
    if not name or not path.is_file():
        return {}
    plain = make_schema(kind, lists)
    models = (plain, *plain["$defs"].values())
    fields = {field for model in models for field in model.get("properties", ())}
    return read_comments(path.read_text(encoding="utf-8"), fields)


def _introduce(kind: str, words: Words) -> Schema:
    """The schema of the introductions of one kind: one for each way in, and no other."""
    made = make_schema(INTRODUCTIONS[kind], {})
    (text,) = made.pop("patternProperties").values()
    del made["$defs"]
    return made | {
        "properties": {word: {"description": says} | text for word, says in words.items()},
        "required": list(words),
    }


def _repeat(texts: Strings | str) -> Schema:
    """The schema of texts that stand in place of `texts`, which are shown beside them."""
    if isinstance(texts, str):
        return {"type": "string", "description": texts}
    made = {name: _repeat(one) for name, one in texts.items()}
    if "other" in texts and set(texts) <= set(_FORMS):
        made |= {name: {"type": "string"} for name in _FORMS if name not in made}
    return {"type": "object", "additionalProperties": False, "properties": made}
