"""Rules about the words by which people look for occupations: what they lead to has to be there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.guesses import did_you_mean
from generator.links import FINDING
from generator.problems import Problem
from generator.relations.ways import list_facets
from generator.rules.documents import Documents

_FILTERED = {"fields", "preparation", "skills", "education", "licence", "environments"}
_SORTS = ("pay", "change", "openings")
_CHANGES = tuple(map(str, range(1, 100)))
"""What the list is sorted by, and the least change in jobs, as elements/explorer/state.js reads them."""


def finding_leads_somewhere(documents: Documents) -> Iterator[Problem]:
    """FIN001: words to find occupations by lead to pages, verbs and filters that are there."""
    if not documents.finding or not documents.slugs:
        return
    document, model = documents.finding, documents.finding.model
    site = documents.site
    pages = {*site.listed, *site.moved(), *documents.slugs}
    for slug in model.names:
        if slug not in pages:
            hint = did_you_mean(slug, pages, FINDING)
            yield document.problem("FIN001", f"no occupation {slug!r}", hint, "names", slug)
    for language, names in model.abroad.items():
        for slug in names:
            if slug not in pages:
                hint = did_you_mean(slug, pages, FINDING)
                yield document.problem("FIN001", f"no occupation {slug!r}", hint, "abroad", language, slug)
    for at, deed in enumerate(model.deeds):
        for place, slug in enumerate(deed.is_):
            if slug not in pages:
                hint = did_you_mean(slug, pages, FINDING)
                yield document.problem("FIN001", f"no occupation {slug!r}", hint, "deeds", at, "is", place)
        for place, verb in enumerate(deed.does):
            if verb not in model.verbs:
                hint = did_you_mean(verb, model.verbs)
                yield document.problem("FIN001", f"unknown verb {verb!r}", hint, "deeds", at, "does", place)
        if not deed.does and not deed.to:
            hint = "say what is done, or to what"
            yield document.problem("FIN001", "a deed of nothing", hint, "deeds", at)
    if not documents.vocabularies.keys() >= _FILTERED:
        return
    facets = {**list_facets(site.vocabulary), "sort": _SORTS, "change": _CHANGES}
    for at, wish in enumerate(model.wishes):
        for facet, values in wish.show.items():
            known = facets.get(facet)
            if known is None:
                hint = did_you_mean(facet, facets)
                yield document.problem("FIN001", f"no filter {facet!r}", hint, "wishes", at, "show", facet)
            for place, value in enumerate(values if known else ()):
                if value not in (known or ()):
                    hint = did_you_mean(value, known or ())
                    yield document.problem("FIN001", f"{facet}: no {value!r}", hint, "wishes", at, "show", facet, place)
