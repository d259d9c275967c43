"""The codes of which there are to be outlines: what each is a part of, which profile covers it, what its page is."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from pydantic_core import to_json

from generator.figures.joining import Figures
from generator.model.figures import is_within
from generator.model.occupation import Codes
from generator.outlines.names import make_slug, write_in_sentence_case
from generator.sources.tables import Table


class Covering(Protocol):
    """Of a profile, all that counts for which outlines there are and what they say."""

    @property
    def title(self) -> str:
        """What the occupation is called."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """What else it is called."""

    @property
    def codes(self) -> Codes:
        """The official codes that it covers."""

    @property
    def formerly(self) -> tuple[str, ...]:
        """Slugs that it had."""


def stamp(profiles: Mapping[str, Covering]) -> bytes:
    """All of that in one text, in the order of the profiles."""
    return to_json([(slug, one.title, one.aliases, one.codes, one.formerly) for slug, one in profiles.items()])


@dataclass(frozen=True)
class Coded:
    """A code, and where it has its page."""

    code: str
    scheme: str
    folder: str
    table: Table
    title: str
    codes: Codes
    """It, and in other classifications what it is or is a part of."""
    part_of: str | None = None
    """The broader code of which it is one of several."""
    own: str = ""
    """The slug that an outline of it has, or would have."""
    spelled: str = ""
    """That which it would have if no profile were there."""
    profile: str | None = None
    """The slug of the profile that covers it."""

    @property
    def slug(self) -> str:
        """What its page is called."""
        return self.profile or self.own

    @property
    def broader(self) -> tuple[str, ...]:
        """The codes of other classifications."""
        return tuple(code for scheme, codes in self.codes.items() if scheme != self.scheme for code in codes)


def list_codes(
    figures: Figures,
    profiles: Mapping[str, Covering],
    reserved: Collection[str],
    given: Mapping[tuple[str, str], str] = MappingProxyType({}),
) -> Iterator[Coded]:
    """Every code with a title in the tables that indexes name for outlines.

    `reserved` are names that no page of an occupation may have; `given` has slugs by classification and code.
    """
    found = list(_read(figures))
    within = Counter((one.scheme, broader) for one in found for broader in one.broader)
    covering = {
        (scheme, code): slug
        for slug, model in reversed([*profiles.items()])
        for scheme, codes in model.codes.items()
        for code in codes
    }
    not_free = {*profiles, *reserved, *(old for model in profiles.values() for old in model.formerly)}
    used: set[str] = set()
    for one in found:
        shared = (code for code in one.broader if within[one.scheme, code] > 1)
        others = (code for code in shared if find_title(figures, code).casefold() != one.title.casefold())
        coded = dataclasses.replace(one, part_of=next(others, None))
        profile = _find_profile(coded, covering, profiles)
        # A code stands behind a slug that another code has, whether or not a profile has taken that over.
        spelled = make_slug(one.title, one.code, used)
        own = spelled if profile else given.get((one.scheme, one.code))
        own = own or make_slug(one.title, one.code, used | not_free | {*given.values()})
        used.add(own)
        yield dataclasses.replace(coded, profile=profile, own=own, spelled=spelled)


def list_nameless(figures: Figures) -> Iterator[tuple[Table, str]]:
    """Codes of these tables that have no title, and so no outline."""
    for folder, index in figures.indexes.items():
        if table := figures.tables.get(folder, {}).get(index.outlines or ""):
            yield from ((table, code) for code, record in table.records.items() if not _title(record))


def find_title(figures: Figures, code: str) -> str:
    """What a table calls a code, in sentence case; "" if none calls it anything."""
    for folder, tables in figures.tables.items():
        for table in tables.values():
            if title := _title(table.records.get(code, {})):
                return write_in_sentence_case(title, figures.indexes[folder].capitals)
    return ""


def _title(record: Mapping[str, str]) -> str:
    return str(record.get("title") or "").strip()


def _read(figures: Figures) -> Iterator[Coded]:
    schemes = {index.scheme for index in figures.indexes.values()}
    known = {scheme: figures.codes_of(scheme) or frozenset() for scheme in schemes}
    for folder, index in figures.indexes.items():
        table = figures.tables.get(folder, {}).get(index.outlines or "")
        for code, record in table.records.items() if table else ():
            if table and (title := _title(record)):
                codes = {index.scheme: (code,), **_find_broader(code, index.scheme, known)}
                yield Coded(code, index.scheme, folder, table, write_in_sentence_case(title, index.capitals), codes)


def _find_broader(code: str, scheme: str, known: Mapping[str, frozenset[str]]) -> Codes:
    """In each other classification the finest known code that a code lies in."""
    steps = [code[:at] for at in range(len(code) - 1, 0, -1) if is_within(code, code[:at])]
    found = {other: next((step for step in steps if step in codes), None) for other, codes in known.items()}
    return {other: (broader,) for other, broader in found.items() if broader and other != scheme}


def _find_profile(one: Coded, covering: Mapping[tuple[str, str], str], profiles: Mapping[str, Covering]) -> str | None:
    """The profile of this very code, or of a broader one that it is all of.

    A profile that names no code of the classification is about every part of its own codes.
    """
    if slug := covering.get((one.scheme, one.code)):
        return slug
    for scheme, (broader, *_) in one.codes.items():
        slug = covering.get((scheme, broader))
        if slug and (one.part_of != broader or one.scheme not in profiles[slug].codes):
            return slug
    return None
