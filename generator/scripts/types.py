"""TypeScript declarations of what the site's scripts get, made from its models: what `tsc` checks the scripts by."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.json_schema import models_json_schema

from generator import links
from generator.scripts import files, occupations
from generator.scripts.published import File

PATH = "templates/theme/assets/careers/data/types.d.ts"

_HEAD = """\
/** What the site publishes for its scripts. Made from generator/scripts/published.py by `careers schema`. */

/** A section of the interface texts: its keys are those of the strings, which their own rules check. */
export type Texts = any;
"""
_PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}


def write_types() -> str:
    """The text of `types.d.ts`: an interface for each model, and `Files`, which names what is loaded."""
    names = {_name(path): _made(make) for path, make in files.MAKERS.items()}
    names[f"[profile: `{_name(links.script_profile('${string}'))}`]"] = _made(occupations.make_profile)
    _, schema = models_json_schema([(model, "serialization") for model in names.values()])
    parts = [_HEAD, *(_interface(name, about) for name, about in sorted(schema["$defs"].items()))]
    lines = (f"  {name}: {model.__name__};\n" for name, model in names.items())
    parts.append(f"/** Every file by its name below data/. */\nexport interface Files {{\n{''.join(lines)}}}\n")
    return "\n".join(parts)


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
    if "declared" in about:
        return str(about["declared"])
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
