"""Rules about figures: order, sums and age."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator

from generator.model.site import Site
from generator.problems import Problem


def pay_ascends(site: Site) -> Iterator[Problem]:
    """OCC011: p10 < p25 < median < p75 < p90, as far as given."""
    for document in site.occupations.values():
        for index, pay in enumerate(document.model.pay):
            points = pay.points()
            for (low, less), (high, more) in itertools.pairwise(points):
                if less >= more:
                    message = f"{high} {more:g} is not above {low} {less:g}"
                    yield document.problem("OCC011", message, "check the figures with their source", "pay", index, high)


def outlook_adds_up(site: Site) -> Iterator[Problem]:
    """OCC012: the period runs forward, and `change_percent` is what the two job counts give, within rounding."""
    for document in site.occupations.values():
        for index, outlook in enumerate(document.model.outlook):
            if outlook.to <= outlook.from_:
                message = f"outlook ends in {outlook.to}, not after {outlook.from_}"
                yield document.problem("OCC012", message, "`to` is the later year", "outlook", index, "to")
            if not outlook.jobs:
                continue
            change = 100 * (outlook.jobs_projected - outlook.jobs) / outlook.jobs
            # Job counts are published in hundreds, percentages whole.
            if abs(change - outlook.change_percent) > 0.5 + 100 * 100 / outlook.jobs:
                message = f"change_percent {outlook.change_percent:g}, but the job counts give {change:.1f}"
                hint = "check the figures with their source"
                yield document.problem("OCC012", message, hint, "outlook", index, "change_percent")


def figures_after_their_time(site: Site) -> Iterator[Problem]:
    """OCC014: no pay figure is from a year after its source was released, no profile was reviewed in the future."""
    for document in site.occupations.values():
        for index, pay in enumerate(document.model.pay):
            source = site.sources.get(pay.source)
            if source and pay.year > source.released.year:
                message = f"year {pay.year}, but {pay.source} was released in {source.released.year}"
                yield document.problem("OCC014", message, "check the year or the source", "pay", index, "year")
        if document.model.reviewed > site.today + datetime.timedelta(days=1):
            message = f"reviewed {document.model.reviewed}, which is still to come"
            yield document.problem("OCC014", message, f"write the day of the review, such as {site.today}", "reviewed")


def figures_reviewed(site: Site) -> Iterator[Problem]:
    """OCC101: no figure is past its source's `review_by` (warning; the page shows its age)."""
    for document in site.occupations.values():
        for name in ("pay", "outlook"):
            for index, figure in enumerate(getattr(document.model, name)):
                source = site.sources.get(figure.source)
                if source and source.review_by < site.today:
                    message = f"{figure.source} was to be reviewed by {source.review_by}"
                    hint = "take newer figures, or set a new date in content/sources.yml"
                    yield document.problem("OCC101", message, hint, name, index, "source")
