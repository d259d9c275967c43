"""Outlines: what tables say of each code that no profile covers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from generator.figures.joining import Figures
from generator.model.figures import split
from generator.model.occupation import Codes, Listed
from generator.model.outline import Outline
from generator.model.vocabulary import FieldTerm
from generator.outlines.codes import Coded, Covering, find_title, list_codes, list_nameless
from generator.outlines.names import find_one, list_names, read_names
from generator.sources.tables import Table
from generator.strings import fill, order

_OF_ALL = ("outlook", "education")
"""Kinds of figures that do not say whose they are: a part of a broader code has none of its own."""
_NAMED_BY = ("names", "related", "preparation")
"""Kinds of tables whose source no figure names."""
_GUIDES = 3
"""Profiles near by that an outline names."""
_UNGUIDED = 2
"""Outlines that a profile names: a third would take the longest page past its budget."""
_BESIDE = 5
"""Outlines that an outline names."""


@dataclass(frozen=True)
class Outlines:
    """What has been made of the tables, and of which codes nothing could be made."""

    found: Mapping[str, Outline] = field(default_factory=dict)
    """Slug -> outline, by title."""
    taken_over: Mapping[str, str] = field(default_factory=dict)
    """The slug that an outline would have -> that of the profile which covers its code."""
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Slug of a profile -> those of outlines that are alike by the tables."""
    homeless: tuple[tuple[Table, str], ...] = ()
    """Codes that no field of work takes."""
    nameless: tuple[tuple[Table, str], ...] = ()
    """Codes that have no title."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """The slug that an outline has, or had before there was a profile -> its code."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """Code, or a broader one that it is all of -> slug of the outline, or of the profile in its place."""
    names: Mapping[str, tuple[Table, ...]] = field(default_factory=dict, repr=False)
    """Slug of an outline -> the tables that have names for its code."""

    def call(self, slug: str) -> tuple[str, ...]:
        """All that tables call an outline: its title, what one person is called, then the other names."""
        title, one = self.found[slug].title, self.found[slug].one
        return (title, *((one,) if one else ()), *read_names(self.names.get(slug, ()), self.found[slug].code))


def outline(
    figures: Figures,
    profiles: Mapping[str, Covering],
    fields: Mapping[str, FieldTerm],
    reserved: Collection[str],
    untold: Mapping[str, Listed] = MappingProxyType({}),
) -> Outlines:
    """An outline of every code of the tables that indexes name for it, but for those that a profile covers.

    `reserved` are names that no page of an occupation may have. Of an `untold` profile the outline has the slug and the
    field: it stands in its place.
    """
    given = {(scheme, codes[0]): slug for slug, one in untold.items() for scheme, codes in one.codes.items()}
    codes = list(list_codes(figures, profiles, reserved, given))
    find_field = _Fields(fields).find
    fields_of = {slug: one.field for slug, one in untold.items()}
    own = [one for one in codes if not one.profile]
    homes = {one.own: home for one in own if (home := fields_of.get(one.own) or find_field(one.codes))}
    maker = _Maker(figures, profiles, codes)
    found = {one.own: maker.make(one, homes[one.own]) for one in codes if one.own in homes}
    named = {*profiles, *reserved, *(old for model in profiles.values() for old in model.formerly)}
    return Outlines(
        found=dict(sorted(found.items(), key=lambda pair: (order(pair[1].title), pair[0]))),
        taken_over={one.own: one.profile for one in codes if one.profile and one.own not in named},
        beside={
            slug: alike
            for slug in profiles
            if (alike := tuple(other for other in maker.related.get(slug, ()) if other in found)[:_UNGUIDED])
        },
        homeless=tuple((one.table, one.code) for one in codes if not one.profile and one.own not in homes),
        nameless=tuple(list_nameless(figures)),
        addresses={one.spelled: one.code for one in codes},
        pages={code: one.slug for one in codes for code in (one.code, *(() if one.part_of else one.broader))},
        names={one.own: tuple(maker.list_tables(one, "names")) for one in codes if one.own in found},
    )


class _Fields:
    """Which field takes a code: the one that names the longest beginning of it."""

    def __init__(self, fields: Mapping[str, FieldTerm]) -> None:
        self._keys = {
            (scheme, prefix): key
            for key, term in fields.items()
            for scheme, prefixes in term.codes.items()
            for prefix in prefixes
        }
        self._longest = max((len(prefix) for _, prefix in self._keys), default=0)

    def find(self, codes: Codes) -> str | None:
        for length in range(self._longest, 0, -1):
            for scheme, (code, *_) in codes.items():
                if len(code) >= length and (key := self._keys.get((scheme, code[:length]))):
                    return key
        return None


class _Maker:
    """Makes outlines of one project; `related` has, by the slug of a page, those that tables call alike."""

    def __init__(self, figures: Figures, profiles: Mapping[str, Covering], codes: Collection[Coded]) -> None:
        self._figures, self._profiles = figures, profiles
        self._names = {name.casefold() for model in profiles.values() for name in (model.title, *model.aliases)}
        self._pages = {(one.scheme, one.code): one.slug for one in codes}
        self._wholes = {(one.scheme, code): one.slug for one in codes if not one.part_of for code in one.broader}
        self.related: dict[str, tuple[str, ...]] = {}
        for one in codes:
            self.related[one.slug] = tuple(dict.fromkeys((*self.related.get(one.slug, ()), *self._list_related(one))))

    def make(self, one: Coded, home: str) -> Outline:
        """The outline of a code in the field `home`."""
        figures = self._figures.look_up(one.codes, is_part=one.part_of is not None)
        if one.part_of:
            figures = {name: figure for name, figure in figures.items() if name not in _OF_ALL}
        alike = self.related[one.own]
        near = (*alike, *(further for other in alike for further in self.related[other]))
        profiled = tuple(dict.fromkeys(slug for slug in near if slug in self._profiles))[:_GUIDES]
        tables = (table for kind in _NAMED_BY for table in self.list_tables(one, kind) if one.code in table.records)
        named = self.list_tables(one, "names")
        names = list_names(named, one.code, self._names | {one.title.casefold()})
        called = fill(self._figures.called, names=", ".join(names)) if names else ""
        model: dict[str, Any] = {
            "title": one.title,
            "aliases": names,
            "summary": f"{self._figures.outline} {called}".strip(),
            "field": home,
            "codes": {one.scheme: one.codes[one.scheme]} if one.part_of else one.codes,
            "code": one.code,
            "one": find_one(named, one.code, one.title),
            "table": one.table.path,
            "part_of": (find_title(self._figures, one.part_of) or one.part_of) if one.part_of else None,
            "whole": self._wholes.get((one.scheme, one.part_of or "")),
            "related": tuple(slug for slug in alike if slug not in profiled)[:_BESIDE],
            "profiled": profiled,
            "named_by": tuple(sorted({table.entry.source for table in tables})),
            **figures,
        }
        return Outline.model_construct(**model)  # Of tables that have been found right.

    def _list_related(self, one: Coded) -> Iterator[str]:
        """The pages of what tables call alike."""
        for table in self.list_tables(one, "related"):
            for code in split(str(table.records.get(one.code, {}).get("related") or "")):
                if (slug := self._pages.get((one.scheme, code))) and slug != one.slug:
                    yield slug

    def list_tables(self, one: Coded, kind: str) -> list[Table]:
        """The tables of a kind in the folder of a code."""
        tables = self._figures.tables.get(one.folder, {}).values()
        return [table for table in tables if table.entry.kind == kind]
