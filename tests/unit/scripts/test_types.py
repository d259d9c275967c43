"""The scripts' declarations, against the models that they are made from and the files that they describe."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field
from pydantic.json_schema import models_json_schema

from generator.model.site import Site, Strings
from generator.scripts import types
from generator.scripts.constants import CONSTANTS, GROUPING, write_constants
from generator.scripts.published.parts import Published, Texts, optional, section
from tests.conftest import REPOSITORY
from tests.making import render_data

ASSETS = "templates/theme/assets/careers"


class Part(Published):
    """A part."""

    name: str


class Whole(Published):
    """A whole."""

    kind: Literal["a", "b"]
    parts: Annotated[tuple[Part, ...], Field(description="Some.")]
    pair: tuple[int, float]
    either: tuple[str | None, ...]
    by_key: dict[str, tuple[Part, ...]]
    set: bool = True
    text: Annotated[Texts, section("words")]
    left_out: int | None = optional(None, "Perhaps.")


def test_each_kind_of_field_has_its_type() -> None:
    _, schema = models_json_schema([(Whole, "serialization")])
    assert types._interface("Whole", schema["$defs"]["Whole"]).splitlines() == [
        "/** A whole. */",
        "export interface Whole {",
        '  kind: "a" | "b";',
        "  /** Some. */",
        "  parts: Part[];",
        "  pair: [number, number];",
        "  either: (string | null)[];",
        "  by_key: Record<string, Part[]>;",
        "  set: boolean;",
        '  text: Texts["words"];',
        "  /** Perhaps. */",
        "  left_out?: number;",
        "}",
    ]


def test_every_file_is_declared_by_the_name_that_scripts_load(small_site: Site) -> None:
    names = re.findall(r"^  (\w+): \w+File;$", types.write_types({}), re.MULTILINE)
    paths = [path for path in render_data(small_site) if path.count("/") == 1]
    assert [f"data/{name}.json" for name in names] == paths


def test_each_text_that_scripts_get_is_declared_where_it_stands() -> None:
    words: Strings = {
        "title": "Title",
        "sum-up": "{name}",
        "more": {"many": {"found": "{count} found"}},
        "rooms": {"one": "a room", "other": "{count} rooms"},
    }
    models = [{"properties": {"text": {"section": "words"}}}]
    assert types._declare({"words": words, "other": {"text": "x"}}, models) == (
        "/** The sections of the interface texts that scripts get. */\n"
        "export interface Texts {\n"
        "  words: {\n"
        "    title: string;\n"
        '    "sum-up": string;\n'
        "    more: {\n"
        "      many: {\n"
        "        found: Sentence;\n"
        "      };\n"
        "    };\n"
        "    rooms: Sentence;\n"
        "  };\n"
        "}\n"
    )


def test_each_section_that_a_file_has_is_declared() -> None:
    declared = types.write_types({})
    assert set(re.findall(r"text: Texts\[\"(\w+)\"\]", declared)) == set(
        re.findall(r"^  (\w+): \{$", declared, re.MULTILINE)
    )


SCRIPTS = sorted(path for path in (REPOSITORY / ASSETS).rglob("*.[jt]s"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(REPOSITORY / ASSETS).as_posix())
def test_no_type_is_left_open_and_no_mistake_is_silenced(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    kinds = re.findall(r"@\w+(?: \[?\w+\]?)? (\{.*)", text) if path.suffix == ".js" else text.splitlines()
    # Without the words around the types: after a type, or in a comment, "any" is English.
    kinds = [re.sub(r"/\*.*?\*/|\}+ [^{}|&]*", "", kind) for kind in kinds]
    assert not [kind for kind in kinds if re.search(r"\bany\b|\{\*|\*\}", kind)]
    assert "@ts-" not in text


VALUES = CONSTANTS.model_dump(mode="json") | GROUPING.model_dump(mode="json")


@pytest.mark.parametrize("name", VALUES)
def test_constants_are_written_as_they_are(name: str) -> None:
    text = "".join(text for _, text in write_constants())
    found = re.search(rf"^export const {name.upper()} = (?:/\*.*\*/ \()?(.*?)\)?;$", text, re.MULTILINE)
    assert found
    assert json.loads(found[1]) == VALUES[name]


def test_an_empty_field_is_left_out_and_a_missing_one_refused() -> None:
    part = {"kind": "a", "parts": (), "pair": (1, 2), "either": (None,), "by_key": {}, "text": {}}
    assert "left_out" not in Whole(**part).model_dump()
    assert Whole(**part, left_out=1).model_dump()["left_out"] == 1
    with pytest.raises(ValueError, match="by_key"):
        Whole(**{key: value for key, value in part.items() if key != "by_key"})
