"""The JSON Schema that text editors use, compared with what the reader itself asks for."""

from __future__ import annotations

import json
from typing import Any

import yaml

from generator.editing.schema import PATH, occupation_schema
from generator.model.occupation import Occupation
from tests.conftest import REPOSITORY

SCHEMA = occupation_schema()


def test_committed_schema_is_up_to_date() -> None:
    committed = json.loads((REPOSITORY / PATH).read_text(encoding="utf-8"))
    assert committed == SCHEMA, "run `careers schema`"


def test_schema_knows_each_field_and_refuses_others() -> None:
    assert list(SCHEMA["properties"]) == [info.alias or name for name, info in Occupation.model_fields.items()]
    assert SCHEMA["additionalProperties"] is False
    assert all(part.get("additionalProperties") is False for part in SCHEMA["$defs"].values())
    assert SCHEMA["properties"]["summary"]["maxLength"] == 200
    assert SCHEMA["$defs"]["Outlook"]["properties"].keys() >= {"from", "to"}


def walk(value: Any, schema: dict[str, Any]) -> None:
    """Assert that `value` has only the fields that the schema knows, and all that it requires."""
    schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    options = [option for option in schema.get("anyOf", []) if option.get("type") != "null"]
    schema = SCHEMA["$defs"][options[0]["$ref"].rpartition("/")[2]] if options and "$ref" in options[0] else schema
    if isinstance(value, dict):
        assert set(schema["required"]) <= set(value) <= set(schema["properties"])
        for key, part in value.items():
            walk(part, schema["properties"][key])
    elif isinstance(value, list):
        assert schema["type"] == "array"
        assert schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value))
        for part in value:
            walk(part, schema["items"])
    else:
        assert schema.get("type") not in ("array", "object")


def test_every_committed_profile_has_the_shape_of_the_schema() -> None:
    profiles = sorted((REPOSITORY / "occupations").glob("*.yml"))
    assert profiles
    for path in profiles:
        walk(yaml.safe_load(path.read_text(encoding="utf-8")), SCHEMA)
