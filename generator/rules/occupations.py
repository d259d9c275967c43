"""Rules about profiles: titles, vocabulary keys, neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.guesses import did_you_mean
from generator.model.facts import NOTHING
from generator.model.occupation import CONDITIONS, Occupation
from generator.problems import Problem
from generator.register.entries import SLUGS_TAKEN
from generator.rules.documents import Documents
from generator.rules.words import at, hint_of_profile
from generator.sources.documents import Document


def unique_titles(documents: Documents) -> Iterator[Problem]:
    """OCC001, OCC002: no two profiles share a title, and no alias is claimed twice or is another profile's title."""
    titles: dict[str, Document[Occupation]] = {}
    for document in sorted(documents.occupations.values(), key=lambda d: d.path):
        title = document.model.title.casefold()
        if title in titles:
            hint = f"{titles[title].path} has it already"
            yield document.problem("OCC001", f"duplicate title {document.model.title!r}", hint, "title")
        titles.setdefault(title, document)
    owners: dict[str, str] = {title: document.path for title, document in titles.items()}
    for document in sorted(documents.occupations.values(), key=lambda d: d.path):
        for index, alias in enumerate(document.model.aliases):
            folded = alias.casefold()
            if folded in owners:
                hint = (
                    "it is named twice here" if owners[folded] == document.path else f"{owners[folded]} has it already"
                )
                yield document.problem("OCC002", f"alias {alias!r} claimed twice", hint, "aliases", index)
            owners.setdefault(folded, document.path)


def related_exist(documents: Documents) -> Iterator[Problem]:
    """OCC008, OCC009, OCC010: a related occupation exists, is another one, and is named once."""
    for slug, document in documents.occupations.items():
        seen: set[str] = set()
        for index, related in enumerate(document.model.related):
            loc = ("related", index, "slug")
            if related.slug == slug:
                yield document.problem("OCC009", "related to itself", "name another occupation", *loc)
            elif related.slug in seen:
                yield document.problem("OCC010", f"related {related.slug!r} repeats", "keep one of the two", *loc)
            elif related.slug not in documents.slugs:
                message = f"no profile {related.slug!r}"
                yield document.problem("OCC008", message, hint_of_profile(documents, related.slug), *loc)
            seen.add(related.slug)
    for loose in documents.loose:
        if loose.of.name == "occupations" and loose.text not in documents.slugs:
            yield at(loose, "OCC008", f"no profile {loose.text!r}", hint_of_profile(documents, loose.text))


def related_return(documents: Documents) -> Iterator[Problem]:
    """OCC102: a related occupation names this one as well (warning)."""
    for slug, document in documents.occupations.items():
        for index, related in enumerate(document.model.related):
            other = documents.occupations.get(related.slug)
            if other and related.slug != slug and all(back.slug != slug for back in other.model.related):
                message = f"{related.slug!r} does not link back"
                hint = f"add `{{slug: {slug}, why: ...}}` to `related` in {other.path}"
                yield document.problem("OCC102", message, hint, "related", index, "slug")


def entries_once(documents: Documents) -> Iterator[Problem]:
    """OCC013: one pay figure for a region, year and period, one outlook for a period; nothing listed twice."""
    for document in documents.occupations.values():
        model = document.model
        lists: dict[tuple[str, ...], Iterable[object]] = {
            ("pay",): [(pay.region, pay.year, pay.per, pay.covers) for pay in model.pay],
            ("outlook",): [(outlook.region, outlook.from_, outlook.to) for outlook in model.outlook],
            ("skills",): [use.skill for use in model.skills],
            ("tasks",): [task.casefold() for task in model.tasks],
        }
        for scheme, codes in model.codes.items():
            lists[("codes", scheme)] = codes
        for group in CONDITIONS:
            lists[("environment", group)] = model.environment.listed(group)
        for loc, entries in lists.items():
            seen = set()
            for index, entry in enumerate(entries):
                if entry in seen:
                    yield document.problem("OCC013", f"{loc[-1]}: entry repeats", "keep one of the two", *loc, index)
                seen.add(entry)


def old_names(documents: Documents) -> Iterator[Problem]:
    """OCC015, OCC016: an old name is no page of today, and no two profiles claim it or one twice."""
    owners: dict[str, str] = {}
    for slug, document in sorted(documents.occupations.items(), key=lambda item: item[1].path):
        for index, old in enumerate(document.model.formerly):
            loc = ("formerly", index)
            if old in documents.slugs or old in SLUGS_TAKEN:
                message = f"old name {old!r} is the name of a page"
                hint = "leave it out" if old == slug else "an old address can lead on only if nothing stands there"
                yield document.problem("OCC015", message, hint, *loc)
            elif old in owners:
                hint = "it is named twice here" if owners[old] == document.path else f"{owners[old]} has it already"
                yield document.problem("OCC016", f"old name {old!r} claimed twice", hint, *loc)
            owners.setdefault(old, document.path)


def added_before_reviewed(documents: Documents) -> Iterator[Problem]:
    """OCC017: no profile was reviewed before it was first published."""
    for document in documents.occupations.values():
        model = document.model
        if model.added and model.added > model.reviewed:
            message = f"added {model.added}, but reviewed {model.reviewed}"
            yield document.problem("OCC017", message, "write the same day for both, or a later `reviewed`", "added")


def sometimes_listed(documents: Documents) -> Iterator[Problem]:
    """OCC019: what `environment.sometimes` names stands among the conditions, once."""
    for document in documents.occupations.values():
        environment = document.model.environment
        listed = {f"{group}/{key}" for group, _, key in environment.terms()}
        for index, name in enumerate(environment.sometimes):
            loc = ("environment", "sometimes", index)
            if name not in listed:
                yield document.problem("OCC019", f"no condition {name!r} above", did_you_mean(name, listed), *loc)
            elif name in environment.sometimes[:index]:
                yield document.problem("OCC019", f"sometimes: {name!r} repeats", "keep one of the two", *loc)


def conditions_as_measured(documents: Documents) -> Iterator[Problem]:
    """OCC105: what a profile says of its conditions does not contradict what was measured of them (warning).

    The vocabulary of conditions says from which measure on one is expected to be named, and below which not as common.
    """
    groups = documents.site.vocabulary.environments
    for slug, document in documents.occupations.items():
        told = documents.site.facts.get(slug, NOTHING).conditions
        environment = document.model.environment
        for group, about in groups.items() if told else ():
            for key, term in about.terms.items():
                measure = term.measure
                percent = told[0].find(measure.key) if measure else None
                if measure is None or percent is None:
                    continue
                said = f"{told[0].source} has {measure.key} {percent:g} of 100"
                if key in environment.listed(group):
                    if measure.rare is not None and percent < measure.rare and environment.is_often(group, key):
                        message = f"most posts have {group}/{key}, but {said}"
                        hint = f"name it in `sometimes`, or leave it out (rare is below {measure.rare:g})"
                        yield document.problem("OCC105", message, hint, "environment", group)
                elif measure.common is not None and percent >= measure.common:
                    message = f"no {group}/{key}, but {said}"
                    hint = f"add {key!r} if that is so (common is {measure.common:g} and more)"
                    yield document.problem("OCC105", message, hint, "environment", group)


def licence_explained(documents: Documents) -> Iterator[Problem]:
    """OCC018: where the law asks for a licence, the profile says what it asks for."""
    for document in documents.occupations.values():
        licence = document.model.licence
        if licence.needed != "none" and licence.text is None:
            message = f"needed: {licence.needed}, but no text"
            yield document.problem("OCC018", message, "say what the law asks for, and from whom", "licence", "needed")


def licence_as_told(documents: Documents) -> Iterator[Problem]:
    """OCC103: the text on the licence does not say the opposite of `needed` (warning).

    What says the opposite stands in the vocabulary, as `denied_by`: whole phrases, so that nothing is guessed.
    """
    known = documents.site.vocabulary.licence
    for document in documents.occupations.values():
        licence = document.model.licence
        told = " ".join((licence.text or "").casefold().split())
        for phrase in known[licence.needed].denied_by if licence.needed in known else ():
            said = phrase.casefold()
            if said in told and re.search(rf"\b{re.escape(said)}\b", told):
                message = f"needed: {licence.needed}, but the text says {phrase!r}"
                yield document.problem("OCC103", message, "mend the one that is wrong", "licence", "text")
