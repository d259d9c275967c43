"""The JSON Schema that text editors use, compared with what the reader itself asks for."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.editing.schema import made_files, made_schemas
from generator.model.occupation import Occupation
from generator.problems import ProjectError
from tests.conftest import PROJECT, REPOSITORY

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


def test_schemas_are_whole_whenever_the_command_is_ended(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = project / "occupations/schema.json"
    made.write_text("{}", encoding="utf-8")

    def write_half(path: Path, data: str | bytes, *_: object, **__: object) -> None:
        with path.open("wb") as file:
            file.write(data[:9].encode() if isinstance(data, str) else data[:9])
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", write_half)
        patch.setattr(Path, "write_bytes", write_half)
        assert CliRunner().invoke(main, ["--root", str(project), "schema"]).exit_code == 1
    assert made.read_text(encoding="utf-8") == "{}"
    assert not [*project.rglob(".*")]


def test_texts_that_cannot_be_read_are_told_before_anything_is_made(project: Path) -> None:
    (project / "templates/strings/en.yml").write_text("page: [", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"templates/strings/en\.yml"):
        made_files(project)


def make(root: Path, name: str = "occupations/schema.json") -> Any:
    return json.loads(made_schemas(root)[name])


def test_schema_knows_each_field_and_refuses_others() -> None:
    schema = make(PROJECT)
    assert list(schema["properties"]) == [info.alias or name for name, info in Occupation.model_fields.items()]
    assert schema["additionalProperties"] is False
    models = [part for part in schema["$defs"].values() if part["type"] == "object"]
    assert all(part["additionalProperties"] is False for part in models)
    assert schema["properties"]["summary"]["maxLength"] == 200
    assert schema["$defs"]["Outlook"]["properties"].keys() >= {"from", "to"}


def test_words_are_those_of_the_project_with_what_they_mean(project: Path) -> None:
    with (project / "content/vocabulary/skills.yml").open("a", encoding="utf-8") as file:
        file.write("juggling: {label: Juggling, description: Keeping balls in the air.}\n")
    schema = make(project)
    words = schema["$defs"]["list-skills"]
    assert words["enum"][-1] == "juggling"
    assert words["enumDescriptions"][-1] == "Juggling. Keeping balls in the air."
    assert schema["$defs"]["SkillUse"]["properties"]["skill"]["$ref"] == "#/$defs/list-skills"
    assert schema["properties"]["codes"]["properties"].keys() == {"soc", "onet", "kldb", "isco"}
    assert "enum" not in schema["$defs"]["Related"]["properties"]["slug"]
    introduced = make(project, "content/schemas/ways-skills.json")
    assert introduced["properties"]["juggling"]["description"] == "Juggling. Keeping balls in the air."
    assert "juggling" in introduced["required"]


def test_what_stands_above_a_field_of_the_template_is_what_a_text_editor_says_of_it(project: Path) -> None:
    template = project / "templates/new/occupation.yml"
    template.parent.mkdir(parents=True)
    template.write_text(COMMENTED, encoding="utf-8")
    schema = make(project)
    models = schema["$defs"]
    assert schema["properties"]["title"]["description"] == "What one person is called: Baker."
    assert schema["properties"]["preparation"] | {"enum": [], "enumDescriptions": []} == {
        "type": "integer",
        "enum": [],
        "enumDescriptions": [],
        "description": "From 1 to 5.",
        "examples": [4],
    }
    (snippet,) = schema["properties"]["pay"]["defaultSnippets"]
    assert snippet["body"] == [
        {"region": "${1:DE}", "per": "${2|year,month,hour|}", "median": "$3", "source": "$4"},
    ]
    assert schema["properties"]["tasks"]["examples"] == [["Knead the dough."]]
    assert models["Environment"]["properties"]["sometimes"]["description"] == "Only some posts."
    assert models["Experiment"]["properties"]["cost"]["description"] == "What it costs."
    assert models["Route"]["defaultSnippets"][0]["body"] == {
        "name": "$1",
        "steps": ["$2"],
        "takes": "$3",
        "needs": "$4",
    }


@pytest.mark.parametrize(
    "name", ["occupations/schema.json", "content/schemas/method.json", "content/schemas/quiz.json"]
)
def test_every_field_is_described(project: Path, name: str) -> None:
    shutil.copytree(REPOSITORY / "templates/new", project / "templates/new")
    schema = make(project, name)
    models = {"": schema} | schema["$defs"]
    # Ratings and scales are described as a whole.
    lacking = {
        f"{model}.{field}"
        for model, part in models.items()
        for field, about in part.get("properties", {}).items()
        if not about.get("description") and model not in ("Interests", "Values")
    }
    assert lacking == set()


COMMENTED = """\
# Above the fields. title: is not an example here.

# What one person is called:
# Baker.
title: TITLE
# Optional from here on.
#
# From 1 to 5.
# preparation: 4
# What it pays.
# pay: [{region: DE, per: year, median: , source: }]

# Each with the verb first.
# tasks:
#   - Knead the dough.
tasks:
environment:
  # Where.
  setting:
  # Only some posts.
  # sometimes: [hours/nights]
explore:
  explore:
    - do:
      # What it costs.
      cost:
"""


def test_a_vocabulary_that_cannot_be_read_is_told(project: Path) -> None:
    (project / "content/vocabulary/skills.yml").write_text("- no\n", encoding="utf-8")
    with pytest.raises(ProjectError, match=r"skills\.yml"):
        made_schemas(project)
