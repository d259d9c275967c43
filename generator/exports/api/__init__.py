"""What other programs get of the site: `/api/v1/`, static files made from the same `Site` as the pages."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from generator import links
from generator.exports.api import schemas, table
from generator.exports.api.index import make_index
from generator.exports.api.outlines import make_outlines
from generator.exports.api.profiles import Profiles
from generator.exports.api.published.occupation import ListFile, ProfileFile
from generator.exports.api.published.outline import OutlinesFile
from generator.model.facts import NOTHING, Facts
from generator.model.occupation import Occupation
from generator.model.site import Site
from generator.register.jobs import Job, Stamps
from generator.register.withheld import withhold


def list_jobs(site: Site, stamps: Stamps, short: Mapping[str, Occupation] | None = None) -> Iterator[Job]:
    """What is to be made for every file; lists are made of `short` profiles."""
    view = withhold(site)
    listed = dataclasses.replace(site, occupations=site.occupations if short is None else short)
    profiles = functools.cache(lambda: Profiles(view))
    yield stamps.job(links.API_INDEX, _write_index, listed)
    yield stamps.job(links.API_OCCUPATIONS, _write_list, listed)
    yield stamps.job(links.API_OUTLINES, _write_outlines, listed)
    yield stamps.job(links.API_VOCABULARY, _write_vocabulary, view)
    yield stamps.job(links.API_SCHEMA, _write_schema, view)
    yield stamps.job(links.API_LIST_SCHEMA, _write_list_schema, view)
    yield stamps.job(links.API_DESCRIPTION, _write_description, listed)
    yield stamps.job(links.API_TABLE, table.write_table, listed)

    def write(slug: str, model: Occupation, facts: Facts, titles: Mapping[str, str]) -> str:
        return write_json(profiles().profile(slug, model, facts, titles))

    def list_traits(model: Occupation, facts: Facts) -> frozenset[Hashable]:
        return stamps.traits(model) | stamps.traits(facts)

    for slug, model in site.occupations.items():
        titles = {one.slug: site.occupations[one.slug].title for one in model.related}
        facts = site.facts.get(slug, NOTHING)
        made_of = slug, model, facts, titles
        traits = functools.partial(list_traits, model, facts)
        yield stamps.job(links.api_occupation(slug), write, *made_of, holds=view, kind="api", traits=traits)
    for old, slug in site.moved().items():
        yield stamps.job(links.api_occupation(old), _write_moved, view, slug, site.occupations[slug].title)


def _write_index(site: Site) -> str:
    return write_json(make_index(site, Profiles(site).head))


def _write_list(site: Site) -> Iterator[str]:
    profiles = Profiles(site)
    return _write_rows(ListFile(**profiles.head, occupations=()), profiles.rows())


def _write_outlines(site: Site) -> Iterator[str]:
    return _write_rows(OutlinesFile(**Profiles(site).head, outlines=()), make_outlines(site))


def _write_vocabulary(view: Site) -> str:
    return write_json(Profiles(view).vocabulary())


def _write_schema(view: Site) -> str:
    return write_json(schemas.file_schema(view, ProfileFile, links.API_SCHEMA))


def _write_list_schema(view: Site) -> str:
    return write_json(schemas.file_schema(view, ListFile, links.API_LIST_SCHEMA))


def _write_description(site: Site) -> str:
    return write_json(schemas.describe_api(site))


def _write_moved(view: Site, slug: str, title: str) -> str:
    return write_json(Profiles(view).moved(slug, title))


def write_json(value: BaseModel | dict[str, Any]) -> str:
    """JSON for people to read as well; a whole number has no point and no zero."""
    return _dump(value) + "\n"


def _write_rows(file: BaseModel, rows: Iterable[BaseModel]) -> Iterator[str]:
    """As `write_json` of a `file` that ends with a list, with `rows` in its empty list, one by one."""
    before, _, after = write_json(file).rpartition("[]")
    yield f"{before}["
    between = "\n"
    for row in rows:
        yield between + f"  {_dump(row)}".replace("\n", "\n  ")
        between = ",\n"
    yield f"]{after}" if between == "\n" else f"\n ]{after}"


def _dump(value: BaseModel | dict[str, Any]) -> str:
    data = value.model_dump(mode="json", by_alias=True) if isinstance(value, BaseModel) else value
    return to_json(_whole(data), indent=1).decode()


def _whole(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _whole(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_whole(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
