"""What the tables tell of the codes of an occupation, beyond the fields of a profile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from generator.figures.finding import find_all
from generator.model import figures as rows
from generator.model.facts import NOTHING, Facts, Workforce
from generator.model.figures import Index, Kind
from generator.model.occupation import Codes
from generator.sources.tables import Table

Teller = Callable[[Table, Index, Sequence[str]], Iterator[Any]]


def tell(indexes: Mapping[str, Index], tables: Mapping[str, Mapping[str, Table]], codes: Codes) -> Facts:
    """What all tables of the classifications in `codes` tell together."""
    found: dict[str, Any] = {}
    for folder, index in indexes.items():
        mine = codes.get(index.scheme, ())
        for table in tables.get(folder, {}).values() if mine else ():
            for part, teller in _TELLERS.get(table.entry.kind, {}).items():
                found[part] = (*found.get(part, ()), *teller(table, index, mine))
    # Not validated again: a table found right, and the rules about its index, have seen to that.
    return Facts.model_construct(**found) if any(found.values()) else NOTHING


def _tell_workforce(table: Table, index: Index, codes: Sequence[str]) -> Iterator[Workforce]:
    """Those who leave, added up, and the self-employed, as a share of all jobs; what one code lacks is not told."""
    parts = find_all(table, codes, rows.Outlook)
    entry, jobs = table.entry, sum(row.jobs for row in parts)
    if not (jobs and index.region and entry.from_ and entry.to):
        return
    exits, transfers = (_add([getattr(row, name) for row in parts]) for name in ("exits", "transfers"))
    middle = (jobs + sum(row.jobs_projected for row in parts)) / 2
    own = _add([None if (share := row.self_employed_percent) is None else share * row.jobs for row in parts])
    if exits is None and transfers is None and own is None:
        return
    yield Workforce.model_construct(
        region=index.region,
        from_=entry.from_,
        to=entry.to,
        exits=exits,
        transfers=transfers,
        leaving_percent=_percent(exits + transfers, middle) if exits is not None and transfers is not None else None,
        self_employed_percent=None if own is None else round(own / jobs, 1),
        source=entry.source,
    )


def _add(amounts: Sequence[Any]) -> Any:
    """The sum; None where one is not known."""
    return None if None in amounts else sum(amounts)


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 1)


_TELLERS: Mapping[Kind, Mapping[str, Teller]] = {"outlook": {"workforce": _tell_workforce}}
"""Kind of a table -> parts of `Facts` that it fills, and how."""
