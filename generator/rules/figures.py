"""Rules about figures: order, sums and age."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from generator import links
from generator.guesses import Called, did_you_mean
from generator.model.occupation import Outlook, Pay
from generator.model.reference import Reference
from generator.problems import Problem
from generator.rules.documents import Documents
from generator.rules.words import at
from generator.sources.days import FIRST
from generator.sources.documents import Document

_CHECK = "check the figures with their source"


def figures(documents: Documents) -> Iterator[tuple[Document[BaseModel], str, int, Pay | Outlook]]:
    """Every figure as (document, name of its list, place in it, figure): of all profiles and of whole countries."""
    with_figures: list[Document[BaseModel]] = [*documents.occupations.values()]
    if documents.national:
        with_figures.append(documents.national)
    for document in with_figures:
        for name, index, figure in list_own(document.model):
            yield document, name, index, figure


def list_own(model: BaseModel) -> Iterator[tuple[str, int, Pay | Outlook]]:
    """The figures that a model holds, each with the name of its list and its place in it."""
    for name in ("pay", "outlook"):
        for index, figure in enumerate(getattr(model, name, ())):
            yield name, index, figure


def credited(documents: Documents) -> Iterator[tuple[Document[BaseModel], tuple[str | int, ...], str]]:
    """Everything that names a source as (document, place of the source's key, key)."""
    for document, name, index, figure in figures(documents):
        yield document, (name, index, "source"), figure.source
    for folder in documents.indexes.values():
        for key, entry in folder.model.tables.items():
            yield folder, ("tables", key, "source"), entry.source
    if documents.norms:
        yield documents.norms, ("source",), documents.norms.model.source
    for profile in documents.occupations.values():
        model = profile.model
        for index, route in enumerate(model.routes):
            if route.source:
                yield profile, ("routes", index, "source"), route.source
        for name, part in (("interests", model.interests), ("values", model.values), ("education", model.education)):
            if part:
                yield profile, (name, "source"), part.source


def sources_known(documents: Documents) -> Iterator[Problem]:
    """OCC007: the source that a figure or a rating names stands in sources.yml."""
    known = documents.site.sources
    for document, loc, key in credited(documents):
        # Without any, the file could not be read; that has been reported.
        if known and key not in known:
            yield document.problem("OCC007", f"unknown source {key!r}", _hint(key, known), *loc)
    for loose in documents.loose:
        if known and loose.of.name == "sources" and loose.text not in known:
            yield at(loose, "OCC007", f"unknown source {loose.text!r}", _hint(loose.text, known))


def _hint(key: str, known: Mapping[str, Reference]) -> str:
    """The source that was meant, or else which there are and where a new one goes."""
    found = did_you_mean(key, _name(known), links.REFERENCES)
    if found.startswith("did"):
        return found
    return f"{found}, or add yours {'there' if links.REFERENCES in found else f'to {links.REFERENCES}'}"


def _name(sources: Mapping[str, Reference]) -> Called:
    """What people call each source."""
    return {key: (source.short, source.title) for key, source in sources.items()}


def pay_ascends(documents: Documents) -> Iterator[Problem]:
    """OCC011: p10 < p25 < median < p75 < p90, as far as given; two bounds can be the same."""
    for document, name, index, pay in figures(documents):
        if not isinstance(pay, Pay):
            continue
        for (low, less), (high, more) in itertools.pairwise(pay.points()):
            if less > more or (less == more and not {low, high} <= {*pay.at_least}):
                message = f"{high} {more:g} is not above {low} {less:g}"
                # What is capped is published as one amount for all points above it.
                is_top = less == more == pay.points()[-1][1]
                hint = f"{_CHECK}, or say `at_least: [{low}, {high}]`" if is_top else _CHECK
                yield document.problem("OCC011", message, hint, name, index, high)


def bounds_given(documents: Documents) -> Iterator[Problem]:
    """OCC020: pay has an amount; what is said to be a bound is one that stands there, and no known one is above it."""
    for document, name, index, pay in figures(documents):
        if not isinstance(pay, Pay):
            continue
        if pay.amount is None and not pay.points():
            hint = "write the median or the mean, or leave the entry out where no pay is published"
            yield document.problem("OCC020", "pay without any amount", hint, name, index)
        given = [point for point, _ in pay.points()]
        for place, point in enumerate(pay.at_least):
            loc = (name, index, "at_least", place)
            if point not in given:
                message = f"{point} is said to be a bound, but there is no {point}"
                yield document.problem("OCC020", message, "give the amount, or leave it out", *loc)
            elif above := [other for other in given[given.index(point) :] if other not in pay.at_least]:
                message = f"{point} is said to be a bound, but {above[0]} is not"
                yield document.problem("OCC020", message, f"say it of {above[0]}, too, or leave it out", *loc)


def outlook_adds_up(documents: Documents) -> Iterator[Problem]:
    """OCC012: the period runs forward, and `change_percent` is what the two job counts give, within rounding.

    That of a row of a table is, too.
    """
    for document, name, index, outlook in figures(documents):
        if not isinstance(outlook, Outlook):
            continue
        if outlook.to <= outlook.from_:
            message = f"outlook ends in {outlook.to}, not after {outlook.from_}"
            yield document.problem("OCC012", message, "`to` is the later year", name, index, "to")
        if wrong := _compare_change(outlook.jobs, outlook.jobs_projected, outlook.change_percent):
            yield document.problem("OCC012", wrong, _CHECK, name, index, "change_percent")
    for tables in documents.tables.values():
        for table in tables.values():
            for code, record in table.records.items() if table.entry.kind == "outlook" else ():
                counts = int(record["jobs"]), int(record["jobs_projected"])
                if (percent := record.get("change_percent")) and (wrong := _compare_change(*counts, float(percent))):
                    yield table.problem("OCC012", wrong, _CHECK, code, "change_percent")


def _compare_change(jobs: int, projected: int, percent: float) -> str | None:
    """What is wrong with a change; job counts are published in hundreds, percentages whole."""
    change = 100 * (projected - jobs) / jobs if jobs else percent
    is_off = abs(change - percent) > 0.5 + 100 * 100 / max(jobs, 1)
    return f"change_percent {percent:g}, but the job counts give {change:.1f}" if is_off else None


def figures_after_their_time(documents: Documents) -> Iterator[Problem]:
    """OCC014: no pay, of a table either, is from a year after its source was released, no review still to come."""
    for document, name, index, pay in figures(documents):
        source = documents.site.sources.get(pay.source)
        if isinstance(pay, Pay) and source and pay.year > source.released.year:
            message = f"year {pay.year}, but {pay.source} was released in {source.released.year}"
            yield document.problem("OCC014", message, "check the year or the source", name, index, "year")
    for folder in documents.indexes.values():
        for key, entry in folder.model.tables.items():
            source = documents.site.sources.get(entry.source)
            if entry.year and source and entry.year > source.released.year:
                message = f"year {entry.year}, but {entry.source} was released in {source.released.year}"
                yield folder.problem("OCC014", message, "check the year or the source", "tables", key, "year")
    for document in documents.occupations.values() if documents.site.today > FIRST else ():  # Else nobody knows it.
        if document.model.reviewed > documents.site.today + datetime.timedelta(days=1):
            message = f"reviewed {document.model.reviewed}, which is still to come"
            yield document.problem(
                "OCC014", message, f"write the day of the review, such as {documents.site.today}", "reviewed"
            )


def figures_reviewed(documents: Documents) -> Iterator[Problem]:
    """OCC101: no source of figures is past its `review_by` (warning; the pages show its age).

    Where the source names the `newer` edition, its pages do so, too, and there is nothing to warn of. It is told once
    a source, where a maintainer looks, and not at each figure.
    """
    sources, document = documents.site.sources, documents.sources
    used = {key for _, _, key in credited(documents)}
    for key, source in sources.items():
        if document and key in document.model and key in used and documents.site.is_stale(key) and not source.newer:
            message = f"{key} was to be reviewed by {source.review_by}"
            hint = "take newer figures, or name the edition that is out as `newer`"
            yield document.problem("OCC101", message, hint, key, "review_by")
