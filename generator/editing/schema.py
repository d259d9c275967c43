"""The JSON Schema of a profile, made from the models: what an editor's text editor completes and checks."""

from __future__ import annotations

from typing import Any

from generator.model.occupation import Occupation

PATH = "occupations/schema.json"


def occupation_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of `occupations/<slug>.yml`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | Occupation.model_json_schema(by_alias=True)
