"""What other programs get of the site: `/api/v1/`, static files made from the same `Site` as the pages."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from generator import links
from generator.exports.api import published, schemas, table
from generator.exports.api.index import make_index
from generator.exports.api.profiles import Profiles
from generator.model.site import Site


def render_api(site: Site) -> dict[str, str]:
    """Path below the site's root -> text of each file."""
    profiles = Profiles(site)
    rows = profiles.rows()
    files: dict[str, BaseModel | dict[str, Any]] = {
        links.API_INDEX: make_index(site, profiles.head),
        links.API_OCCUPATIONS: published.ListFile(**profiles.head, occupations=rows),
        links.API_VOCABULARY: profiles.vocabulary(),
        links.API_SCHEMA: schemas.file_schema(site, published.ProfileFile, links.API_SCHEMA),
        links.API_LIST_SCHEMA: schemas.file_schema(site, published.ListFile, links.API_LIST_SCHEMA),
        links.API_DESCRIPTION: schemas.describe_api(site),
    }
    for slug, model in site.occupations.items():
        files[links.api_occupation(slug)] = profiles.profile(slug)
        for old in model.formerly:
            files[links.api_occupation(old)] = profiles.moved(slug)
    return {path: write_json(value) for path, value in files.items()} | {links.API_TABLE: table.write_table(site)}


def write_json(value: BaseModel | dict[str, Any]) -> str:
    """JSON for people to read as well; a whole number has no point and no zero."""
    data = value.model_dump(mode="json", by_alias=True) if isinstance(value, BaseModel) else value
    return json.dumps(_whole(data), ensure_ascii=False, indent=1) + "\n"


def _whole(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _whole(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_whole(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
