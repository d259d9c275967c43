"""Outlines in another language of the site: also of occupations whose guides are not translated, at their addresses."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from generator.figures.joining import Figures
from generator.model.figures import split as split_cell
from generator.model.occupation import Occupation
from generator.outlines.making import Outlines
from generator.sources.documents import Document
from generator.sources.languages.documents import Translated
from generator.sources.shipped.fitting import fit
from generator.strings import order

T = TypeVar("T")
Documents = Mapping[str, Document[Occupation]]


def split(occupations: Documents) -> tuple[dict[str, Document[Occupation]], dict[str, Occupation]]:
    """The profiles that are translated, each beside those alone, and those that are not."""
    told = {slug: one for slug, one in occupations.items() if isinstance(one, Translated)}
    untold = {slug: one.model for slug, one in occupations.items() if slug not in told}
    return {slug: _leave(fit_to(one, Occupation, told), told) for slug, one in told.items()}, untold


def fit_to(document: Document[T], kind: type[T] | Any, told: Collection[str]) -> Document[T]:
    """A document that names no guide that is not translated: a link to it is its text."""
    return fit(document, kind, {"occupation": told})


def _leave(document: Document[Occupation], told: Collection[str]) -> Document[Occupation]:
    related = tuple(one for one in document.model.related if one.slug in told)
    return dataclasses.replace(document, model=document.model.model_copy(update={"related": related}))


def rename(outlines: Outlines, figures: Figures, language: str) -> Outlines:
    """The same, each by its official title in the language, if a table has one of the very same occupation."""
    titles = _list_titles(figures, language)
    found = {
        slug: one.model_copy(update={"title": titles[one.code], "aliases": (one.title, *one.aliases)})
        if one.code in titles
        else one
        for slug, one in outlines.found.items()
    }
    in_order = sorted(found.items(), key=lambda pair: (order(pair[1].title), pair[0]))
    return dataclasses.replace(outlines, found=dict(in_order))


def _list_titles(figures: Figures, language: str) -> dict[str, str]:
    """Code -> its title in the language; none that several codes have."""
    found: dict[str, str] = {}
    for tables in figures.tables.values():
        for table in tables.values():
            if table.entry.kind == "titles" and table.entry.language in (language, language.partition("-")[0]):
                for code, record in table.records.items():
                    title = split_cell(str(record.get("exact") or ""))[0]
                    if title:
                        found.setdefault(code, title[0].upper() + title[1:])
    often = Counter(found.values())
    return {code: title for code, title in found.items() if often[title] == 1}
