"""Rules about what can hardly be so: figures in another unit, codes that do not belong together, names alike."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from babel import Locale

from generator import links
from generator.model.occupation import Occupation, Outlook, Pay
from generator.model.site import Site
from generator.model.terms import Term
from generator.outlines.names import find_one
from generator.problems import Problem
from generator.prose.characters import list_alphabets
from generator.rules.documents import Documents
from generator.rules.figures import figures, list_own

_LEAST = 1_000
"""Of a year's pay: less is pay of an hour or a day in any currency."""
_LEAST_OF = {"year": _LEAST, "month": _LEAST / 12}
_MOST, _MOST_OF_LESS = 10, 5
"""Times the pay over all occupations that no work has; pay of a year called that of a month is twelve times itself."""
_QUOTED = re.compile(r"[\u201c\u201e\u00ab].*[\u201c\u201d\u00bb]")
_FINE = re.compile(r"(.+)\.\d+")


def figures_likely(documents: Documents) -> Iterator[Problem]:
    """OCC108: pay is not that of another time or currency; a year has no more openings than jobs (warning)."""
    for document, name, at, figure in figures(documents):
        if isinstance(figure, Pay):
            low = figure.amount or next((amount for _, amount in figure.points()), None)
            if low is not None and low < _LEAST_OF.get(figure.per, 0):
                hint = "if it is pay of an hour, write `per: hour`; write thousands without a dot between"
                yield document.problem("OCC108", f"{low:g} {figure.currency} for a {figure.per}", hint, name, at)
            elif times := _compare(documents.site, figure):
                told = f"{figure.median:,g} {figure.currency} for a {figure.per}"
                message = f"{told}, {times} the pay of all in {figure.region}"
                hint = "look whether that is pay of a year, a month or an hour, and of this currency"
                yield document.problem("OCC108", message, hint, name, at)
        elif figure.openings_per_year > figure.jobs > 0:
            message = f"{figure.openings_per_year:,} openings a year for {figure.jobs:,} jobs"
            hint = "write all digits of both, if one of them was published in thousands"
            yield document.problem("OCC108", message, hint, name, at, "openings_per_year")


def _compare(site: Site, pay: Pay) -> str:
    """How often one has the pay over all occupations, or what part of it, where that can hardly be; else ""."""
    every = (
        site.vocabulary.yearly(one) for one in (site.national.pay if site.national else ()) if _is_beside(one, pay)
    )
    usual, own = next(filter(None, every), None), site.vocabulary.yearly(pay)
    if not usual or not own or 1 / _MOST < own / usual < (_MOST if pay.per == "year" else _MOST_OF_LESS):
        return ""
    return f"{own / usual:.0f} times" if own > usual else f"1/{usual / own:.0f} of"


def _is_beside(one: Pay, pay: Pay) -> bool:
    return one is not pay and (one.region, one.currency) == (pay.region, pay.currency)


def codes_belong_together(documents: Documents) -> Iterator[Problem]:
    """OCC109: where one classification is finer than another, the codes of a profile are of one another (warning)."""
    for document in documents.occupations.values():
        codes = document.model.codes
        for scheme, fine in codes.items():
            for at, code in enumerate(fine):
                whole = _FINE.fullmatch(code)
                if not whole:
                    continue
                for other, broad in codes.items():
                    alike = [one for one in broad if _shape(one) == _shape(whole[1])]
                    if other != scheme and alike and whole[1] not in alike:
                        message = f"{scheme} {code} is none of {other} {', '.join(alike)}"
                        hint = f"write codes of one occupation, such as {other} {whole[1]}"
                        yield document.problem("OCC109", message, hint, "codes", scheme, at)


def sources_fit(documents: Documents) -> Iterator[Problem]:
    """OCC110: pay and outlook name a source of such figures, where tables tell which those are (warning)."""
    used: dict[str, set[str]] = {}
    for index in documents.indexes.values():
        for entry in index.model.tables.values():
            used.setdefault(entry.source, set()).add(entry.kind)
    for document, name, at, figure in figures(documents):
        kinds = used.get(figure.source)
        if kinds and not any(name in kind for kind in kinds):
            message = f"{figure.source} is a source of {', '.join(sorted(kinds))}"
            hint = f"name the source from which this {name} is"
            yield document.problem("OCC110", message, hint, name, at, "source")


def newest_first(documents: Documents) -> Iterator[Problem]:
    """OCC111: of several figures of one region the newest stands first, since lists show the first (warning)."""
    for document in documents.occupations.values():
        years: dict[tuple[str, str], int] = {}
        for name, at, figure in list_own(document.model):
            year = figure.to if isinstance(figure, Outlook) else figure.year
            first = years.setdefault((name, figure.region), year)
            if year > first:
                yield document.problem(
                    "OCC111", f"{name} of {year} below that of {first}", "put the newest first", name, at
                )


def reviewed_with_its_figures(documents: Documents) -> Iterator[Problem]:
    """OCC112: a profile was not reviewed before the figures that stand in it were published (warning)."""
    for document in documents.occupations.values():
        model = document.model
        for _, _, figure in list_own(model):
            source = documents.site.sources.get(figure.source)
            if source and model.reviewed < source.released:
                message = f"reviewed {model.reviewed}, but {figure.source} was released on {source.released}"
                yield document.problem("OCC112", message, "look through the profile again", "reviewed")
                break


def titles_likely(documents: Documents) -> Iterator[Problem]:
    """OCC021, OCC113: a title has letters, those of a word of one alphabet; no capitals alone, no quotation marks.

    It names one person, also where tables name many.
    """
    for document in documents.occupations.values():
        title = document.model.title
        if not any(sign.isalpha() for sign in title):
            yield document.problem(
                "OCC021", f"title {title!r} without a letter", "write what one person is called", "title"
            )
        elif word := next((word for word in title.split() if len(list_alphabets(word)) > 1), None):
            message = f"{word!r} has letters of {' and '.join(list_alphabets(word))}"
            yield document.problem("OCC113", message, "type it anew: two of them look alike", "title")
        elif _QUOTED.fullmatch(title):
            yield document.problem("OCC113", f"title {title} with a text program's marks", "leave them out", "title")
        elif title.isupper() and len(title) > len("ABCD"):
            hint = f"write {title.capitalize()!r}; capitals are for short forms"
            yield document.problem("OCC113", f"title {title!r} in capitals", hint, "title")
        elif one := _find_singular(documents, document.model):
            yield document.problem("OCC113", f"title {title!r} names many", f"write {one!r}", "title")


def _find_singular(documents: Documents, model: Occupation) -> str | None:
    """What one person is called where the title is that by which tables call many; None where it is not."""
    figures = documents.figures
    for folder, index in figures.indexes.items():
        for code in model.codes.get(index.scheme, ()):
            tables = figures.tables.get(folder, {}).values()
            titles = {str(table.records[code].get("title")).casefold() for table in tables if code in table.records}
            if model.title.casefold() in titles:
                return find_one((table for table in tables if table.entry.kind == "names"), code, model.title)
    return None


def labels_apart(documents: Documents) -> Iterator[Problem]:
    """VOC006: no two terms of a vocabulary have one label, and no two interests one letter."""
    vocabulary = documents.site.vocabulary
    names = ("fields", "interests", "values", "skills", "subjects", "schooling", "preparation", "paid", "glossary")
    flat: dict[str, Mapping[str, Term]] = {name: getattr(vocabulary, name) for name in names}
    for name, terms in flat.items():
        yield from _told_apart(documents, name, terms)
    for name, groups in (("environments", vocabulary.environments), ("education", vocabulary.education)):
        for group, about in groups.items():
            yield from _told_apart(documents, name, about.terms, group, "terms")
    letters: dict[str, str] = {}
    for key, interest in vocabulary.interests.items():
        if (first := letters.setdefault(interest.letter, key)) != key:
            message = f"{key} has the letter {interest.letter}, as {first} has"
            yield documents.vocabularies["interests"].problem("VOC006", message, "each has its own", key, "letter")


def _told_apart(documents: Documents, name: str, terms: Mapping[str, Term], *way: str) -> Iterator[Problem]:
    labels: dict[str, str] = {}
    for key, term in terms.items():
        if (first := labels.setdefault(term.label.casefold(), key)) != key:
            message = f"{key} is called {term.label!r}, as {first} is"
            hint = "readers could not tell them apart: give it a name of its own"
            yield documents.vocabularies[name].problem("VOC006", message, hint, *way, key, "label")


def codes_of_the_world(documents: Documents) -> Iterator[Problem]:
    """FIG015: regions and currencies are those of ISO 3166 and ISO 4217."""
    countries, currencies = _countries(), _currencies()
    regions = documents.vocabularies.get("regions")
    for region, term in documents.site.vocabulary.regions.items():
        if regions and region.partition("-")[0] not in countries:
            mark = regions.mark_key(region)
            message = f"no country has the code {region.partition('-')[0]}"
            yield Problem(
                regions.path, mark.line, mark.column, "FIG015", message, "write its ISO 3166 code, such as US"
            )
        if regions and term.currency and term.currency not in currencies:
            hint = "write its ISO 4217 code, such as USD"
            yield regions.problem("FIG015", f"no currency has the code {term.currency}", hint, region, "currency")
    for document, name, at, pay in figures(documents):
        if isinstance(pay, Pay) and pay.currency not in currencies:
            hint = "write its ISO 4217 code, such as USD"
            yield document.problem("FIG015", f"no currency has the code {pay.currency}", hint, name, at, "currency")


def sources_dated(documents: Documents) -> Iterator[Problem]:
    """FIG016: a source is to be reviewed after the day on which it was released."""
    for key, source in documents.site.sources.items():
        if documents.sources and key in documents.sources.model and source.review_by <= source.released:
            message = f"to be reviewed by {source.review_by}, but released on {source.released}"
            hint = f"check the two days in {links.REFERENCES}: `review_by` is when the next edition comes out"
            yield documents.sources.problem("FIG016", message, hint, key, "review_by")


@functools.cache
def _countries() -> frozenset[str]:
    return frozenset(Locale("en").territories)


@functools.cache
def _currencies() -> frozenset[str]:
    return frozenset(Locale("en").currencies)


def _shape(code: str) -> str:
    return re.sub(r"\d", "0", code)
