"""Where names of occupations, skills, fields and sources stand: in which files, at which ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator import links
from generator.sources.nodes import Listing, Loc, Mapping, Node


@dataclass(frozen=True)
class Kind:
    """Where a kind of names is kept, and where one of them may stand."""

    name: str
    home: str
    """The folder of its files, or the file whose keys they are."""
    values: tuple[tuple[str, str], ...]
    """Files and ways to values: `*` is any step, `**` any number of them."""
    keys: tuple[tuple[str, str], ...] = ()
    """Files and ways to mappings whose keys they are."""
    pages: tuple[str, ...] = ()
    """Beginnings of addresses in pages and settings."""
    mention: str = ""
    """What stands before it in a link by id."""


KINDS = (
    Kind(
        "occupation",
        links.PROFILES,
        ((f"{links.PROFILES}/*.yml", "related.*.slug"), (f"{links.GUIDES}/*.yml", "strategies.*.occupations.*")),
        pages=("occupations/",),
        mention="occupation",
    ),
    Kind(
        "skill",
        f"{links.VOCABULARIES}/skills.yml",
        ((f"{links.PROFILES}/*.yml", "skills.*.skill"), (f"{links.ASSESSMENTS}/*.yml", "items.*.scale")),
        ((f"{links.VOCABULARIES}/skills.yml", ""), (f"{links.INTRODUCTIONS}/skills.yml", "")),
        ("ways/skills/",),
    ),
    Kind(
        "field",
        f"{links.VOCABULARIES}/fields.yml",
        ((f"{links.PROFILES}/*.yml", "field"), (f"{links.ASSESSMENTS}/*.yml", "items.*.field")),
        ((f"{links.VOCABULARIES}/fields.yml", ""), (f"{links.INTRODUCTIONS}/fields.yml", "")),
        ("fields/",),
        mention="field",
    ),
    Kind(
        "source",
        links.REFERENCES,
        (
            (f"{links.PROFILES}/*.yml", "**.source"),
            (f"{links.FIGURES}/*.yml", "tables.*.source"),
            (f"{links.TEXTS}/*.yml", "**.source"),
            (f"{links.TEXTS}/*.yml", "sources.*"),
        ),
        ((links.REFERENCES, ""),),
        ("sources.md#", "sources/#"),
    ),
)


def walk(node: Node | None, loc: Loc = ()) -> Iterator[tuple[Loc, Node]]:
    """Every node with the way to it."""
    if node is None:
        return
    yield loc, node
    if isinstance(node, Mapping):
        for key, (_, value) in node.entries.items():
            yield from walk(value, (*loc, key))
    elif isinstance(node, Listing):
        for at, item in enumerate(node.items):
            yield from walk(item, (*loc, at))


def fits(loc: Loc, way: str) -> bool:
    """Whether `loc` is such a way."""
    pattern = re.escape(way).replace(r"\*\*\.", r"(?:[^.]+\.)*").replace(r"\*", r"[^.]+")
    return re.fullmatch(pattern, ".".join(map(str, loc))) is not None
