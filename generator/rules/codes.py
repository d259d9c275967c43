"""Rules about official codes: their classifications, the tables that know them, and the profiles that name them."""

from __future__ import annotations

import itertools
import string
from collections.abc import Iterable, Iterator

from generator import links
from generator.guesses import did_you_mean, did_you_mean_code
from generator.model.occupation import Occupation
from generator.model.vocabulary import Classification
from generator.problems import MOST, Problem, shorten
from generator.rules.documents import Documents
from generator.sources.documents import Document

_WHERE = f"(a new one goes into {links.VOCABULARIES}/classifications.yml)"
_EVERYONE = ("pay", "outlook")
"""Kinds that may have a row of all occupations together."""
_FORM = str.maketrans(string.ascii_uppercase + string.digits, "A" * 26 + "0" * 10)
"""A code by what may stand in its places: any capital as A, any digit as 0."""


def schemes_known(documents: Documents) -> Iterator[Problem]:
    """OCC104: the classifications that `codes` names stand in their vocabulary, or in an index of tables (warning).

    By a misspelled one no table would be found, and the page would have no figures without a word.
    """
    named = documents.site.vocabulary.classifications
    known = {*named, *(index.model.scheme for index in documents.indexes.values())}
    for document in documents.occupations.values():
        for scheme in document.model.codes if named else ():
            if scheme not in known:
                hint = f"{did_you_mean(scheme, known - list_lost(documents))} {_WHERE}"
                yield document.problem("OCC104", f"unknown classification {scheme!r}", hint, "codes", scheme)


def tables_of_a_known_scheme(documents: Documents) -> Iterator[Problem]:
    """FIG014: the classification of an index stands in the vocabulary, or a profile names it.

    By a misspelled one all figures of its tables would be gone from all pages.
    """
    lost = list_lost(documents)
    tabled = {index.model.scheme for index in documents.indexes.values()}
    for index in documents.indexes.values():
        if (scheme := index.model.scheme) in lost:
            # What profiles name and no other index has is most likely meant.
            known = _list_used(documents) - tabled or {*documents.site.vocabulary.classifications, *(tabled - lost)}
            message = f"tables of an unknown classification {scheme!r}"
            yield index.problem("FIG014", message, f"{did_you_mean(scheme, known)} {_WHERE}", "scheme")


def list_lost(documents: Documents) -> set[str]:
    """The classifications of tables that no vocabulary has and no profile names: they are misspelled, or new.

    Codes that seem to be unknown may stand in these tables.
    """
    named = documents.site.vocabulary.classifications
    # Any profile that could not be read may be what names one.
    is_all_read = bool(named) and documents.slugs == documents.occupations.keys()
    return (
        {index.model.scheme for index in documents.indexes.values() if is_all_read} - {*named} - _list_used(documents)
    )


def _list_used(documents: Documents) -> set[str]:
    return {scheme for document in documents.occupations.values() for scheme in document.model.codes}


def codes_apart(documents: Documents) -> Iterator[Problem]:
    """OCC106: no two profiles are about the same code, unless another classification tells them apart (warning).

    Both would show the same figures, and an outline could give its place to one of them alone. Codes of which no table
    says anything may be as broad as they like.
    """
    tabled = {index.model.scheme for index in documents.indexes.values()}
    owners: dict[tuple[str, str], list[Document[Occupation]]] = {}
    for document in sorted(documents.occupations.values(), key=lambda document: document.path):
        mine = document.model.codes
        told: set[str] = set()
        for scheme, codes in mine.items():
            for place, code in enumerate(codes) if scheme in tabled else ():
                for other in owners.get((scheme, code), ()):
                    theirs = other.model.codes
                    are_apart = any(
                        mine[one] and theirs[one] and not {*mine[one]} & {*theirs[one]}
                        for one in mine.keys() & theirs.keys()
                    )
                    if other is not document and not are_apart and other.path not in told:
                        told.add(other.path)
                        message = f"{other.path} is about {code}, too"
                        hint = "name in a finer classification which part each is about, or make one profile of both"
                        yield document.problem("OCC106", message, hint, "codes", scheme, place)
                owners.setdefault((scheme, code), [])
                if document not in owners[scheme, code]:
                    owners[scheme, code].append(document)


def codes_formed(documents: Documents) -> Iterator[Problem]:
    """FIG018: codes are written as those of their classification, where its vocabulary says how.

    A program for tables may have made a day of one, or have dropped a zero at its end. In a profile those of which no
    table knows any are looked at, since the others are looked up.
    """
    named = documents.site.vocabulary.classifications
    tabled = {index.model.scheme for index in documents.indexes.values()}
    for document in documents.occupations.values():
        for scheme, codes in document.model.codes.items():
            for place, code in enumerate(codes) if scheme in named and scheme not in tabled else ():
                if not _is_formed(code, named[scheme]):
                    yield document.problem("FIG018", *_tell_form(scheme, code, named[scheme]), "codes", scheme, place)
    for folder, tables in documents.tables.items():
        scheme = documents.indexes[folder].model.scheme
        about = named.get(scheme)
        for table in tables.values() if about else ():
            listed = (
                (row, column, code)
                for column in ("parts", "related")
                for row, codes in table.list(column).items()
                for code in codes
            )
            own = ((row, "code", row) for row in ([] if about and _are_formed(table.records, about) else table.records))
            cells = itertools.chain(own, listed)
            # A row about several codes that have none together is called by the first and the last.
            wrong = [cell for cell in cells if about and not all(_is_formed(one, about) for one in cell[2].split("/"))]
            found = [
                table.problem("FIG018", *_tell_form(scheme, code, named[scheme]), row, column)
                for row, column, code in wrong[:MOST]
            ]
            yield from shorten(found, len(wrong[MOST:]))


def _are_formed(codes: Iterable[str], about: Classification) -> bool:
    """Whether all are, which takes a look at the few forms that thousands have."""
    return not about.forms or {*"\n".join(codes).translate(_FORM).split("\n")} <= {*about.forms}


def _is_formed(code: str, about: Classification) -> bool:
    """Whether a code is written as those of the classification; any is where nothing is said of them."""
    return not about.forms or code.translate(_FORM) in about.forms


def _tell_form(scheme: str, code: str, about: Classification) -> tuple[str, str]:
    return f"no code of {scheme} is written as {code!r}", f"write it as {' or '.join(about.forms)}, with any digits"


def codes_known(documents: Documents) -> Iterator[Problem]:
    """FIG009: a code of a profile, of everyone, or named as alike stands in a table of its classification, if any."""
    schemes = {index.scheme for index in documents.figures.indexes.values()}
    # Any scheme may be that of an index that could not be read or has another; that has been reported.
    is_all = documents.folders <= documents.indexes.keys() and not list_lost(documents)
    known_of = {scheme: documents.figures.codes_of(scheme) for scheme in schemes} if is_all else {}
    for document in documents.occupations.values():
        for scheme, codes in document.model.codes.items():
            every = known_of.get(scheme)
            for place, code in enumerate(codes) if every else ():
                if every and code not in every:
                    message = f"no table of {scheme} knows the code {code!r}"
                    hint = did_you_mean_code(code, every, f"its codes stand in {_name_folders(documents, scheme)}")
                    yield document.problem("FIG009", message, hint, "codes", scheme, place)
    for folder, about in documents.indexes.items():
        index, tables = about.model, documents.tables[folder]
        known = {code for table in tables.values() if table.entry.kind in _EVERYONE for code in table.records}
        is_whole = all(file in tables for file, *_ in index.files())
        if index.everyone and index.everyone not in known and is_whole:
            message = f"no table of pay or outlook has a row of {index.everyone!r}"
            hint = did_you_mean_code(index.everyone, known, "add the row, or leave `everyone` out")
            yield about.problem("FIG009", message, hint, "everyone")
    for tables in documents.tables.values():
        known = {code for table in tables.values() for code in table.records}
        for table in tables.values():
            named = ((code, other) for code, others in table.list("related").items() for other in others)
            lost = [(code, other) for code, other in named if other not in known]
            found = [
                table.problem("FIG009", f"no row of code {other!r}", "leave it out", code, "related")
                for code, other in lost[:MOST]
            ]
            yield from shorten(found, len(lost[MOST:]))


def _name_folders(documents: Documents, scheme: str) -> str:
    """Where the tables of a classification lie."""
    folders = [folder for folder, index in documents.indexes.items() if index.model.scheme == scheme]
    return ", ".join(f"{links.FIGURES}/{folder}/" for folder in folders)
