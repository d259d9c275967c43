"""Rules about tables of figures: of what time and place they are, and the codes and terms in them."""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Collection, Iterator

from pydantic import BaseModel

from generator import links
from generator.guesses import did_you_mean
from generator.model.occupation import EDUCATION, Outlook, Pay
from generator.problems import MOST, Problem, shorten
from generator.rules.documents import Documents

_NEEDS = {
    "pay": ("region", "currency", "year"),
    "local-pay": ("region", "currency", "year", "areas"),
    "outlook": ("region", "from", "to"),
    "employers": ("region", "currency", "year"),
    "titles": ("language",),
}
"""Kind of a table -> what its figures would say nothing without."""
_OF_ALL = ("region", "currency")
"""What an index says of all its tables."""
_OF_ONE = ("preparation", "interests", "values", "education")
"""Fields of a profile that hold one figure, or one set."""

_CHECK = "check the shares with their source"
_DIFFERENT = "leave it out of the profile, or name the source that has it so"
_OUTDATED = "leave it out of the profile, or write what is to go before the table in that year"


def tables_dated(documents: Documents) -> Iterator[Problem]:
    """FIG008: pay says its region, currency and year, an outlook its region and a period, titles their language.

    Local pay names its areas, and nothing else does.
    A period runs forward.
    """
    for folder, document in documents.indexes.items():
        index = document.model
        for key, entry in index.tables.items():
            said = {"region": index.region, "currency": documents.figures.indexes[folder].currency, "year": entry.year}
            said |= {
                "from": entry.from_,
                "to": entry.to,
                "language": entry.language,
                "areas": key if entry.areas else None,
            }
            if "regions" not in documents.vocabularies and index.region:
                said["currency"] = said["currency"] or ""  # Its file could not be read; that has been reported.
            for name in _NEEDS.get(entry.kind, ()):
                if said[name] is None:
                    hint = f"add `{name}: ...` {'above `tables`' if name in _OF_ALL else 'to the table'}"
                    if name == "currency" and index.region:
                        hint = f"add `currency: ...` to {index.region} in {links.VOCABULARIES}/regions.yml"
                    yield document.problem("FIG008", f"{entry.kind} without its {name}", hint, "tables", key)
            if entry.areas and "areas" not in _NEEDS.get(entry.kind, ()):
                message = f"{entry.kind} has no areas"
                yield document.problem("FIG008", message, "leave `areas` out", "tables", key, "areas")
            if entry.from_ and entry.to and entry.to <= entry.from_:
                message = f"{entry.kind} ends in {entry.to}, not after {entry.from_}"
                yield document.problem("FIG008", message, "`to` is the later year", "tables", key, "to")


def terms_known(documents: Documents) -> Iterator[Problem]:
    """OCC005: education, experience and training in a table are terms of their vocabulary."""
    # Without any, the vocabulary could not be read.
    groups = {name: group.terms for name, group in documents.site.vocabulary.education.items() if group.terms}
    hint = functools.cache(lambda name, key: did_you_mean(key, groups[name]))
    for tables in documents.tables.values():
        for table in tables.values():
            records = table.records if table.entry.kind == "education" else {}
            cells = ((code, name, record[name].strip()) for code, record in records.items() for name in EDUCATION)
            wrong = [cell for cell in cells if cell[1] in groups and cell[2] not in groups[cell[1]]]
            found = [
                table.problem("OCC005", f"unknown education.{name} {key!r}", hint(name, key), code, name)
                for code, name, key in wrong[:MOST]
            ]
            yield from shorten(found, len(wrong[MOST:]))


def shares_add_up(documents: Documents) -> Iterator[Problem]:
    """FIG011: the shares in a row are no more than all, but for rounding, and nothing in it is named twice."""
    for tables in documents.tables.values():
        for table in tables.values():
            for code, entries in table.list("largest").items() if table.entry.kind == "employers" else ():
                total = sum(float(entry.partition(" ")[0]) for entry in entries)
                if total > 100 + len(entries) / 2:
                    yield table.problem("FIG011", f"shares of {total:g} % together", _CHECK, code, "largest")
            for code, record in table.records.items() if table.entry.kind == "schooling" else ():
                shares = {name: float(share) for name, share in record["shares"].items()}
                total = sum(shares.values())
                if total > 100 + len(shares) / 2:
                    message = f"shares of {total:g} % together"
                    yield table.problem("FIG011", message, _CHECK, code, max(shares, key=lambda name: shares[name]))
            for column in ("largest", "pay", "hourly_pay") if table.entry.kind == "employers" else ():
                for code, entries in table.list(column).items():
                    names = Counter(entry.partition(" ")[2] for entry in entries)
                    for name in (name for name, count in names.items() if count > 1):
                        yield table.problem("FIG011", f"{name!r} twice", "keep one of the two", code, column)


def columns_known(documents: Documents) -> Iterator[Problem]:
    """FIG013: what tables of knowledge, schooling and conditions name in their first line stands in its vocabulary."""
    vocabulary = documents.site.vocabulary
    terms = [term for about in vocabulary.environments.values() for term in about.terms.values()]
    known: dict[str, Collection[str]] = {
        "knowledge": vocabulary.subjects,
        "schooling": vocabulary.schooling,
        "conditions": {term.measure.key for term in terms if term.measure},
    }
    for tables in documents.tables.values():
        for table in tables.values():
            every = known.get(table.entry.kind)
            for name, at in table.columns.items() if every else ():
                if every and name not in every:
                    message = f"{table.entry.kind}: no vocabulary has {name!r}"
                    yield Problem(table.path, 1, at, "FIG013", message, did_you_mean(name, every))


def told_once(documents: Documents) -> Iterator[Problem]:
    """FIG010: no two tables tell the same of a code, such as pay of one region, year and unit of time."""
    told: dict[tuple[object, ...], dict[str, str]] = {}
    for folder, tables in documents.tables.items():
        index = documents.indexes[folder].model
        for table in tables.values():
            entry = table.entry
            what: dict[str, tuple[object, ...]] = {
                "pay": (index.region, entry.year, entry.per),
                "outlook": (index.region, entry.from_, entry.to),
                "titles": (entry.language,),
            }
            if entry.kind not in (*what, *_OF_ONE):
                continue
            owners = told.setdefault((entry.kind, index.scheme, *what.get(entry.kind, ())), {})
            both = [code for code in table.records if code in owners]
            for other in dict.fromkeys(owners[code] for code in both):
                mine = [code for code in both if owners[code] == other]
                more = f" and {len(mine) - 1} more" if len(mine) > 1 else ""
                message = f"{entry.kind} of {mine[0]}{more} stands in {other}, too"
                yield table.problem("FIG010", message, "keep one of the two", mine[0], "code")
            owners.update({code: table.path for code in table.records if code not in owners})


def words_shown(documents: Documents) -> Iterator[Problem]:
    """FIG103: what a profile says of whom pay covers goes with pay of a table (warning).

    Where no table tells pay of anything, such words wait for one.
    """
    told = {
        documents.indexes[folder].model.region
        for folder, tables in documents.tables.items()
        if any(table.entry.kind == "pay" for table in tables.values())
    }
    if not told or None in told:  # Of no region: a rule has reported it.
        return
    for document in documents.occupations.values():
        own = {pay.region for pay in document.model.pay}
        for region in document.model.pay_covers:
            hint = did_you_mean(region, {one for one in told if one})
            if region in own:
                hint = "say it as `covers` of the pay that stands here"
            if region in own or region not in told:
                message = f"pay_covers of {region} goes with no pay of a table"
                yield document.problem("FIG103", message, hint, "pay_covers", region)


def figures_once(documents: Documents) -> Iterator[Problem]:
    """FIG102: a profile does not repeat what a table says of its codes, nor tell it otherwise or older (warning)."""
    hint = "leave it out of the profile, so that it is renewed with the table"
    sources = documents.site.sources

    def released(figure: Pay | Outlook) -> int:
        return sources[figure.source].released.year if figure.source in sources else 0

    for document in documents.occupations.values():
        model = document.model
        has_own = model.pay or model.outlook or any(getattr(model, name) is not None for name in _OF_ONE)
        found = documents.figures.look_up(model.codes, model.pay_covers) if model.codes and has_own else {}
        for name in _OF_ONE:
            own, other = getattr(model, name), found.get(name)
            if own is not None and _figure(own) == _figure(other):
                yield document.problem("FIG102", f"{name}: a table says the same", hint, name)
        for name in ("pay", "outlook"):
            others = found.get(name, ())
            for place, own in enumerate(mine := getattr(model, name)):
                # A year after its source came out is a mistake of its own.
                same = [other for other in others if other.region == own.region and _year(other) <= released(other)]
                told = max(map(_year, same), default=0)
                if _figure(own) in map(_figure, others):
                    yield document.problem("FIG102", f"{name}: a table says the same", hint, name, place)
                elif wrong := next(filter(None, (_find_other(own, other) for other in others)), None):
                    message = f"{name}: {own.source} has {wrong[0]} {wrong[2]:,.10g} in a table, not {wrong[1]:,.10g}"
                    yield document.problem("FIG102", message, _DIFFERENT, name, place, wrong[0])
                elif told > max(_year(other) for other in mine if other.region == own.region):
                    message = f"{name} of {_year(own)}, where a table has that of {told}"
                    yield document.problem("FIG102", message, _OUTDATED, name, place)


def _year(figure: Pay | Outlook) -> int:
    """That a figure is about, or begins with."""
    return figure.from_ if isinstance(figure, Outlook) else figure.year


def _find_other(own: Pay | Outlook, other: Pay | Outlook) -> tuple[str, float, float] | None:
    """Where two figures of one source that are about the same tell different numbers: the name, and both."""
    if own.source != other.source or own.region != other.region or _year(own) != _year(other):
        return None
    if isinstance(own, Pay) and isinstance(other, Pay) and (own.currency, own.per) != (other.currency, other.per):
        return None
    mine, theirs = own.model_dump(by_alias=True), other.model_dump(by_alias=True)
    both = ((name, mine[name], theirs[name]) for name in mine if isinstance(mine[name], float | int))
    # Rounded it is the same.
    return next((one for one in both if isinstance(one[2], float | int) and not _is_near(one[1], one[2])), None)


def _is_near(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=0.01, abs_tol=1)


def _figure(value: object) -> object:
    """A figure without its source, and without the words on what it covers."""
    return value.model_dump(exclude={"source", "covers"}) if isinstance(value, BaseModel) else value
