"""Rules about next steps near the reader: each leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.guesses import did_you_mean
from generator.links import VOCABULARIES
from generator.problems import Problem
from generator.rules.documents import Documents

_CLASSIFICATIONS = f"{VOCABULARIES}/classifications.yml"


def steps_lead_somewhere(documents: Documents) -> Iterator[Problem]:
    """LOC001: a next step has an address, and where a code is filled in, the classification that it is of."""
    if not documents.local:
        return
    document, known = documents.local, _list_schemes(documents)
    for key, step in document.model.next.items():
        loc = ("next", key)
        if not step.address and not step.by_occupation:
            hint = "give it an `address`, or one for each occupation, `by_occupation`"
            yield document.problem("LOC001", f"{key!r} leads nowhere", hint, *loc)
        if "code" in step.names and not step.scheme:
            message, hint = "{code} of no classification", "say which, as in `scheme: soc`"
            yield document.problem("LOC001", message, hint, *loc, "by_occupation")
        elif step.scheme and known and step.scheme not in known:
            hint = did_you_mean(step.scheme, known, _CLASSIFICATIONS)
            yield document.problem("LOC001", f"unknown classification {step.scheme!r}", hint, *loc, "scheme")


def steps_of_codes_that_are_here(documents: Documents) -> Iterator[Problem]:
    """LOC101: some occupation has a code of the classification by which a next step is found (warning)."""
    if not documents.local or not documents.slugs or documents.slugs != documents.occupations.keys():
        return
    document, known = documents.local, _list_schemes(documents)
    there = {scheme for model in documents.site.listed.values() for scheme in model.codes}
    for key, step in document.model.next.items():
        if "code" in step.names and step.scheme in known and step.scheme not in there:
            message = f"no occupation here has a code of {step.scheme!r}, so {key!r} leads to none"
            hint = "fill in {title}, or name codes of it in profiles"
            yield document.problem("LOC101", message, hint, "next", key, "scheme")


def _list_schemes(documents: Documents) -> set[str]:
    """All classifications that a site knows."""
    return {
        *documents.site.vocabulary.classifications,
        *(index.model.scheme for index in documents.indexes.values()),
    }
