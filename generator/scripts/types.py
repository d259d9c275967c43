"""TypeScript declarations of what the site's scripts get, made from its models: what `tsc` checks the scripts by."""

from __future__ import annotations

import json
import typing
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from generator import links
from generator.model.plan import Item
from generator.model.site import Strings
from generator.scripts import files, finding, profiles
from generator.scripts.areas import make_areas
from generator.scripts.published.parts import File
from generator.strings import CATEGORIES, COUNT, NAME, is_plural

PATH = "templates/theme/assets/careers/data/types.d.ts"

_HEAD = f"""\
/**
 * What the site publishes for its scripts, and what stands in a plan. Made by `careers schema` from
 * generator/scripts/published/, model/plan.py and, for the texts, templates/strings/.
 */

/** The forms of a text by the plural categories of a language, of which each has some. */
export interface Forms {{
{"".join(f"  {category}{'' if category == 'other' else '?'}: string;{chr(10)}" for category in CATEGORIES)}}}

/** A text that tells a number: one for all, or a form for each kind of number. */
export type Sentence = string | Forms;
"""
_PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}


def write_types(texts: Strings) -> str:
    """The text of `types.d.ts`: an interface for each model, `Files`, which names what is loaded, and `Texts`.

    `texts` are those of templates/strings/, since a text that overrides one has its place and its placeholders.
    """
    names = {_name(path): _made(make) for path, make in files.MAKERS.items()}
    names[f"[profile: `{_name(links.script_profile('${string}'))}`]"] = _made(profiles.make_profile)
    names[f"[areas: `{_name(links.script_areas('${string}'))}`]"] = _made(make_areas)
    names[f"[titles: `{_name(links.script_titles('${string}'))}`]"] = _made(finding.make_titles)
    shapes: tuple[type[BaseModel], ...] = (*names.values(), Item)
    _, schema = models_json_schema([(model, "serialization") for model in shapes])
    models = schema["$defs"]
    parts = [_HEAD, _declare(texts, models.values())]
    parts += (_interface(name, about) for name, about in sorted(models.items()))
    lines = (f"  {name}: {model.__name__};\n" for name, model in names.items())
    parts.append(f"/** Every file by its name below data/. */\nexport interface Files {{\n{''.join(lines)}}}\n")
    return "\n".join(parts)


def _declare(texts: Strings, models: Iterable[Mapping[str, Any]]) -> str:
    """The interface of the sections that the models publish."""
    fields = (about for model in models for about in model["properties"].values())
    names = sorted({about["section"] for about in fields if "section" in about})
    body = _sections({name: texts.get(name, {}) for name in names}, "  ")
    return f"/** The sections of the interface texts that scripts get. */\nexport interface Texts {{\n{body}}}\n"


def _sections(texts: Strings, indent: str) -> str:
    """A line for each text, and for each section those of its own."""
    lines = []
    for key, text in texts.items():
        if isinstance(text, str) or is_plural(text):
            counts = not isinstance(text, str) or COUNT in NAME.findall(text)
            kind = "Sentence" if counts else "string"
        else:
            kind = f"{{\n{_sections(text, indent + '  ')}{indent}}}"
        lines.append(f"{indent}{key if key.isidentifier() else json.dumps(key)}: {kind};\n")
    return "".join(lines)


def _made(make: Any) -> type[File]:
    """The model that a function makes."""
    model: type[File] = typing.get_type_hints(make)["return"]
    return model


def _name(path: str) -> str:
    """What scripts load a file by."""
    return path.removeprefix("data/").removesuffix(".json")


def _interface(name: str, schema: Mapping[str, Any]) -> str:
    body = "".join(f"{line}\n" for key, about in schema["properties"].items() for line in _field(schema, key, about))
    return f"{_comment(schema)}export interface {name} {{\n{body}}}\n"


def _field(schema: Mapping[str, Any], key: str, about: Mapping[str, Any]) -> Iterator[str]:
    """A line for a field and, where it has a description, one before it."""
    if comment := _comment(about):
        yield f"  {comment.strip()}"
    # What is not required is left out where it is empty, and so never null.
    required = key in schema["required"]
    kind = _type(about)
    yield f"  {key}: {kind};" if required else f"  {key}?: {kind.removesuffix(' | null')};"


def _comment(about: Mapping[str, Any]) -> str:
    return f"/** {about['description']} */\n" if "description" in about else ""


def _type(about: Mapping[str, Any]) -> str:
    """The type that a JSON Schema of pydantic's stands for; raises `KeyError` for what our models do not use."""
    if "section" in about:
        return f'Texts["{about["section"]}"]'
    if "$ref" in about:
        return str(about["$ref"]).rpartition("/")[2]
    if "anyOf" in about:
        return " | ".join(_type(one) for one in about["anyOf"])
    if "enum" in about:
        return " | ".join(f'"{word}"' for word in about["enum"])
    if about["type"] == "array":
        if "prefixItems" in about:
            return f"[{', '.join(_type(one) for one in about['prefixItems'])}]"
        kind = _type(about["items"])
        return f"({kind})[]" if " | " in kind else f"{kind}[]"
    if about["type"] == "object":
        return f"Record<string, {_type(about['additionalProperties'])}>"
    return _PLAIN[about["type"]]
