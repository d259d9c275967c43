"""The JSON Schema that text editors use, compared with what the reader itself asks for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.editing.schema import made_files, occupation_schema
from generator.model.occupation import Occupation
from generator.problems import ProjectError
from tests.conftest import PROJECT, REPOSITORY, edit

SCHEMA = occupation_schema()
MADE = made_files(REPOSITORY)


@pytest.mark.parametrize(("path", "text"), MADE.items(), ids=list(MADE))
def test_what_is_made_from_the_models_is_up_to_date(path: str, text: str) -> None:
    assert (REPOSITORY / path).read_text(encoding="utf-8") == text, "run `careers schema`"


def test_what_is_made_follows_the_texts_of_the_code_and_no_others(project: Path) -> None:
    before = made_files(project)
    own = project / "content/strings/en.yml"
    own.write_text(own.read_text(encoding="utf-8") + "adding:\n  star: Keep it\n", encoding="utf-8")
    assert made_files(project) == before
    texts = project / "templates/strings/en-more.yml"
    texts.write_text("adding:\n  star: Save\n", encoding="utf-8")
    assert made_files(project) != before


def test_texts_that_cannot_be_read_are_told_before_anything_is_made(project: Path) -> None:
    (project / "templates/strings/en.yml").write_text("page: [", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"templates/strings/en\.yml"):
        made_files(project)


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
        (*other,) = schema.get("patternProperties", {}).values()
        properties = schema.get("properties") or dict.fromkeys(value, *other)
        assert set(schema.get("required", ())) <= set(value) <= set(properties)
        for key, part in value.items():
            walk(part, properties[key])
    elif isinstance(value, list):
        assert schema["type"] == "array"
        assert schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value))
        for part in value:
            walk(part, schema["items"])
    else:
        assert schema.get("type") not in ("array", "object")


def walk_profiles(root: Path) -> int:
    """How many profiles a project has, all of the schema's shape."""
    profiles = sorted((root / "occupations").glob("*.yml"))
    for path in profiles:
        walk(yaml.safe_load(path.read_text(encoding="utf-8")), SCHEMA)
    return len(profiles)


def test_profiles_have_the_shape_of_the_schema() -> None:
    assert walk_profiles(PROJECT)


def test_profile_of_another_shape_is_found(project: Path) -> None:
    edit(project / "occupations/baker.yml", "title: ", "name: ")
    with pytest.raises(AssertionError):
        walk_profiles(project)
