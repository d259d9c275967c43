"""Rules about the words by which people look for occupations: what they lead to has to be there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.guesses import did_you_mean
from generator.links import FIGURES, FINDING
from generator.problems import Problem
from generator.relations.ways import WHOLE_FACETS, list_facets
from generator.rules.documents import Documents
from generator.sources.shipped.layers import SIGN

_FILTERED = {"fields", "preparation", "skills", "education", "licence", "environments"}
_MANY = 20
"""Occupations that nobody has mistyped one by one."""
_SORTS = ("pay", "change", "openings")
_CHANGES = tuple(map(str, range(1, 100)))
"""What the list is sorted by, and the least change in jobs, as elements/explorer/state.js reads them."""


def finding_leads_somewhere(documents: Documents) -> Iterator[Problem]:
    """FIN001: words to find occupations by lead to pages, verbs and filters that are there."""
    if not documents.finding or not documents.slugs:
        return
    document, model = documents.finding, documents.finding.model
    site = documents.site
    for at, deed in enumerate(model.deeds):
        for place, verb in enumerate(deed.does):
            if verb not in model.verbs:
                hint = did_you_mean(verb, model.verbs)
                yield document.problem("FIN001", f"unknown verb {verb!r}", hint, "deeds", at, "does", place)
        if not deed.does and not deed.to:
            hint = "say what is done, or to what"
            yield document.problem("FIN001", "a deed of nothing", hint, "deeds", at)
    if not documents.vocabularies.keys() >= _FILTERED:
        return
    facets = {**list_facets(site.vocabulary), "sort": _SORTS, "change": _CHANGES, "all": WHOLE_FACETS}
    for at, wish in enumerate(model.wishes):
        if wish.show and not wish.label:
            hint = "say by `label` what the list shows then"
            yield document.problem("FIN001", "`show` without `label`", hint, "wishes", at, "show")
        elif wish.label and wish.note and not wish.show:
            hint = "say by `show` what the list shows then, or leave the label out"
            yield document.problem("FIN001", "`label` without `show`", hint, "wishes", at, "label")
        elif not wish.show and not wish.note:
            hint = "say what the list shows then, by `label` and `show`, or in a `note` that no figure tells"
            yield document.problem("FIN001", "a wish that leads nowhere", hint, "wishes", at)
        for facet, values in wish.show.items():
            known = facets.get(facet)
            if known is None:
                hint = did_you_mean(facet, facets)
                yield document.problem("FIN001", f"no filter {facet!r}", hint, "wishes", at, "show", facet)
            for place, value in enumerate(values if known else ()):
                if value not in (known or ()):
                    hint = did_you_mean(value, known or ())
                    yield document.problem("FIN001", f"{facet}: no {value!r}", hint, "wishes", at, "show", facet, place)


def finding_names_what_is_here(documents: Documents) -> Iterator[Problem]:
    """FIN101: words to find occupations by are of occupations of this collection.

    One line tells of many, as where a publisher makes no outlines. Nobody finds anything false by them: they are left
    out. What came with the generator has names of any collection.
    """
    if not documents.finding or not documents.slugs or documents.finding.path.startswith(SIGN):
        return
    made = {name: one.model.outlines for name, one in documents.indexes.items() if one.model.outlines}
    if documents.folders - documents.indexes.keys() or any(
        table not in documents.tables.get(name, ()) for name, table in made.items()
    ):
        return  # What pages there would be nobody knows; why has been reported.
    site, document, model = documents.site, documents.finding, documents.finding.model
    pages = {*site.listed, *site.moved(), *documents.slugs}
    named: list[tuple[str, tuple[str | int, ...]]] = [
        *((slug, ("names", slug)) for slug in model.names),
        *((slug, ("abroad", language, slug)) for language, names in model.abroad.items() for slug in names),
        *(
            (slug, ("deeds", at, "is", place))
            for at, deed in enumerate(model.deeds)
            for place, slug in enumerate(deed.is_)
        ),
    ]
    missing = [(slug, loc) for slug, loc in named if slug not in pages]
    if len(missing) > _MANY:
        slug, loc = missing[0]
        message = f"no occupation {slug!r}, and {len(missing) - 1} more that are not here"
        hint = "leave them out"
        if not made:
            hint += f", or have outlines made, by `outlines:` in an index of {FIGURES}"
        yield document.problem("FIN101", message, hint, *loc)
        return
    for slug, loc in missing:
        yield document.problem("FIN101", f"no occupation {slug!r}", did_you_mean(slug, pages, FINDING), *loc)
