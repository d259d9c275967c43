"""JSON Schema (2020-12) of the published files, and the OpenAPI 3.1 description of `/api/v1/`, from the same models."""

from __future__ import annotations

import functools
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from generator import links
from generator.exports.api.index import PROFILE, Offer, documentation, offers
from generator.exports.api.published.index import IndexFile, MovedFile
from generator.exports.api.published.occupation import ListFile, ProfileFile
from generator.exports.api.published.outline import OutlinesFile
from generator.exports.api.published.parts import VERSION
from generator.exports.api.published.vocabulary import VocabularyFile
from generator.model.site import Site
from generator.strings import Words

_FILES: dict[str, tuple[type[BaseModel], ...]] = {
    links.API_INDEX: (IndexFile,),
    links.API_OCCUPATIONS: (ListFile,),
    PROFILE.path: (ProfileFile, MovedFile),
    links.API_OUTLINES: (OutlinesFile,),
    links.API_VOCABULARY: (VocabularyFile,),
}
"""Path -> what stands there."""


def file_schema(site: Site, model: type[BaseModel], path: str) -> dict[str, Any]:
    """JSON Schema of one kind of published file; it has an `$id` where the site knows its own address."""
    own = {"$id": site.settings.absolute(path)} if site.settings.site_url else {}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | own | _read_model(model)


def describe_api(site: Site) -> dict[str, Any]:
    """The OpenAPI description: files that one can get, nothing to send and no key needed."""
    words = Words(site.strings)["take_away"]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": site.settings.site_name,
            "version": str(VERSION),
            "description": words["about"],
            "license": {"name": words["licence"], "url": words["licence_url"]},
        },
        # Relative to where this description stands.
        "servers": [{"url": site.settings.site_url.rstrip("/") or "../.."}],
        **({"externalDocs": {"url": page}} if (page := documentation(site)) else {}),
        "paths": {f"/{offer.path}": {"get": _operation(offer, words)} for offer in offers(site)},
        "components": {"schemas": _read_models()},
    }


# Both take long, and are the same of every site that a process makes.
@functools.cache
def _read_model(model: type[BaseModel]) -> dict[str, Any]:
    schema: dict[str, Any] = _open(model.model_json_schema(by_alias=True, mode="serialization"))
    return schema


@functools.cache
def _read_models() -> dict[str, Any]:
    models = [(model, "serialization") for found in _FILES.values() for model in found]
    _, schemas = models_json_schema(models, ref_template="#/components/schemas/{model}")  # type: ignore[arg-type]
    found: dict[str, Any] = _open(schemas["$defs"])
    return found


def _operation(offer: Offer, words: Words) -> dict[str, Any]:
    content: dict[str, Any] = {"schema": _schema(offer)}
    operation: dict[str, Any] = {
        "operationId": offer.key,
        "summary": words["offers"][offer.key],
        "responses": {
            "200": {"description": words["found"], "content": {offer.type: content}},
            "404": {"description": words["missing"]},
        },
    }
    if offer == PROFILE:
        slug = {"name": "slug", "in": "path", "required": True, "description": words["slug"]}
        operation["parameters"] = [slug | {"schema": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}}]
    return operation


def _schema(offer: Offer) -> dict[str, Any]:
    models = _FILES.get(offer.path, ())
    references = [{"$ref": f"#/components/schemas/{model.__name__}"} for model in models]
    if len(references) > 1:
        return {"oneOf": references}
    return references[0] if references else {"type": "object" if "json" in offer.type else "string"}


def _open(schema: Any) -> Any:
    """The schema without `additionalProperties: false`: a later file may have fields that this one does not know."""
    if isinstance(schema, dict):
        closed = schema.get("additionalProperties") is False
        return {k: _open(v) for k, v in schema.items() if not (closed and k == "additionalProperties")}
    return [_open(part) for part in schema] if isinstance(schema, list) else schema
