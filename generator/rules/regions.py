"""Rules about the countries that figures are about."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator import links
from generator.guesses import did_you_mean
from generator.model.occupation import Outlook, Pay
from generator.problems import Problem
from generator.rules.documents import Documents
from generator.rules.figures import figures, list_own
from generator.sources.documents import Document

_FILE = f"{links.VOCABULARIES}/regions.yml"


def regions_known(documents: Documents) -> Iterator[Problem]:
    """FIG012: a region that a figure, a profile or an index names stands in the vocabulary, which has its name."""
    known = documents.site.vocabulary.regions
    if "regions" not in documents.vocabularies:  # It could not be read; that has been reported.
        return
    for place, loc, region in _named(documents):
        if region not in known:
            hint = did_you_mean(region, known) if known else ""
            hint = hint if hint.startswith("did") else f"add it to {_FILE}, with `name` and `within`"
            yield place.problem("FIG012", f"unknown region {region!r}", hint, *loc)


def _named(documents: Documents) -> Iterator[tuple[Document[Any], tuple[str | int, ...], str]]:
    """Every region as (document, place, region)."""
    for document, name, at, figure in figures(documents):
        yield document, (name, at, "region"), figure.region
    for profile in documents.occupations.values():
        for region in profile.model.pay_covers:
            yield profile, ("pay_covers", region), region
    for folder in documents.indexes.values():
        if folder.model.region:
            yield folder, ("region",), folder.model.region


def steps_ascend(documents: Documents) -> Iterator[Problem]:
    """VOC005: the amounts that readers can filter pay by go up, and have a currency."""
    for region, term in documents.site.vocabulary.regions.items():
        loc = (region, "pay_steps")
        if term.pay_steps and not term.currency:
            hint = f"add `currency: ...` to {region}"
            yield documents.vocabularies["regions"].problem("VOC005", "steps of pay without a currency", hint, *loc)
        for at, (low, high) in enumerate(itertools.pairwise(term.pay_steps), 1):
            if high <= low:
                message, hint = f"{high} is not above {low}", "write them from the lowest to the highest"
                yield documents.vocabularies["regions"].problem("VOC005", message, hint, *loc, at)


def currency_of_the_region(documents: Documents) -> Iterator[Problem]:
    """FIG104: pay is told in the currency of its region (warning)."""
    known = documents.site.vocabulary.regions
    for document, name, at, pay in figures(documents):
        term = known.get(pay.region)
        if isinstance(pay, Pay) and term and term.currency and pay.currency != term.currency:
            message = f"pay of {pay.region} in {pay.currency}"
            hint = f"{_FILE} says that pay is told in {term.currency} there"
            yield document.problem("FIG104", message, hint, name, at, "currency")


def national_of_the_same_time(documents: Documents) -> Iterator[Problem]:
    """FIG017: figures of a whole country are of the year of most occupations' there: others are shown beside none."""
    if not documents.national:
        return
    listed = documents.site.listed.values()
    theirs = Counter(_name_time(one) for model in listed for one in (model.main_pay, model.main_outlook) if one)
    ours: dict[tuple[str, ...], list[tuple[str, int, str]]] = {}
    for name, at, figure in list_own(documents.national.model):
        what, time = _name_time(figure)
        ours.setdefault(what, []).append((name, at, time))
    for what, entries in ours.items():
        times = Counter({time: count for (other, time), count in theirs.items() if other == what})
        # Where two are as common, the newer one.
        usual = max(times, key=lambda time: (times[time], time), default=None)
        if usual is not None and usual not in {time for *_, time in entries}:
            name, at, time = max(entries, key=lambda entry: entry[2])
            message = f"{name} of all occupations in {what[0]} is of {time}, but that of most occupations of {usual}"
            hint = f"write that of {usual}, too, or else no page shows it beside its own"
            yield documents.national.problem("FIG017", message, hint, name, at)


def _name_time(figure: Pay | Outlook) -> tuple[tuple[str, ...], str]:
    """What a figure is compared by, and the time that it is of."""
    if isinstance(figure, Pay):
        return (figure.region, figure.currency, figure.per), str(figure.year)
    return (figure.region,), f"{figure.from_}-{figure.to}"
