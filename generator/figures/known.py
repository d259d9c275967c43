"""What a project knows of figures before a table is made or shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator import links
from generator.figures.releases.reading import ReleaseError
from generator.guesses import did_you_mean
from generator.model.occupation import Occupation
from generator.model.tables import Index
from generator.model.terms import CategoryGroup
from generator.sources.tables import Table


@dataclass(frozen=True)
class Known:
    """What there is already: indexes, tables, profiles, and the words for what is asked at entry."""

    indexes: Mapping[str, Index]
    tables: Mapping[str, Mapping[str, Table]]
    profiles: Mapping[str, Occupation] = field(default_factory=dict)
    education: Mapping[str, CategoryGroup] = field(default_factory=dict)
    schooling: Mapping[int, str] = field(default_factory=dict)
    """Number of a level of education -> its key."""
    measures: Mapping[str, str] = field(default_factory=dict)
    """What a publisher calls a measure of a condition -> its key."""

    def broken(self) -> tuple[str, ...]:
        """The tables that an index names and that could not be read."""
        return tuple(
            f"{links.FIGURES}/{folder}/{key}.csv"
            for folder, index in self.indexes.items()
            for key, *_ in index.files()
            if key not in self.tables.get(folder, {})
        )

    def find(self, name: str) -> tuple[str, str]:
        """Folder and name of the table that `name` means: `us/pay`, or `pay` where one alone is called or is so."""
        every = [(folder, key) for folder, index in self.indexes.items() for key in index.tables]
        named = [one for one in every if name in ("/".join(one), one[1])]
        named = named or [one for one in every if self.indexes[one[0]].tables[one[1]].kind == name]
        if len(named) == 1:
            return named[0]
        if named:
            raise ReleaseError(f"{name!r} may be {' or '.join('/'.join(one) for one in named)}; write one of them")
        hint = did_you_mean(name, ["/".join(one) for one in every])
        raise ReleaseError(f"no index below {links.FIGURES}/ names a table {name!r}; {hint}")
