"""What stands in the repository and is made from the models, so that other tools read the same: `careers schema`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator import project
from generator.model.occupation import Occupation
from generator.scripts import constants, types

PATH = "occupations/schema.json"


def occupation_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of `occupations/<slug>.yml`: what an editor's text editor completes and checks."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | Occupation.model_json_schema(by_alias=True)


def made_files(root: Path) -> dict[str, str]:
    """Path below `root` -> text of every file that is made from the models; `ProjectError` if texts cannot be read."""
    return {
        PATH: json.dumps(occupation_schema(), indent=2, ensure_ascii=False) + "\n",
        types.PATH: types.write_types(project.load_defaults(root)),
        constants.PATH: constants.write_constants(),
    }
