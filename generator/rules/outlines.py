"""Rules about outlines: the tables they are made of, and the fields of work they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.guesses import did_you_mean
from generator.problems import MOST, Problem, shorten
from generator.rules.codes import list_lost
from generator.rules.documents import Documents
from generator.sources.tables import Table

_PLACE = "say how they begin, in the `codes` of a field in content/vocabulary/fields.yml"


def outlines_of_a_table(documents: Documents) -> Iterator[Problem]:
    """OUT001: outlines are made of a table that is there, and each of its codes has a title."""
    for document in documents.indexes.values():
        index = document.model
        if index.outlines and index.outlines not in index.tables:
            message, hint = (
                f"outlines of an unknown table {index.outlines!r}",
                did_you_mean(index.outlines, index.tables),
            )
            yield document.problem("OUT001", message, hint, "outlines")
    nameless: dict[str, list[tuple[Table, str]]] = {}
    for table, code in documents.outlines.nameless:
        nameless.setdefault(table.path, []).append((table, code))
    for cells in nameless.values():
        table = cells[0][0]
        if len(cells) == len(table.records) > 1:
            message = f"no outline without a title, and none of its {len(cells):,} rows has one"
            yield Problem(table.path, 1, 1, "OUT001", message, "write a column `title`: what each code is called")
            continue
        found = [
            table.problem("OUT001", "no outline without a title", "write what the code is called", one, "title")
            for _, one in cells[:MOST]
        ]
        yield from shorten(found, len(cells[MOST:]))


def outlines_in_a_field(documents: Documents) -> Iterator[Problem]:
    """OUT002: a field of work takes each code that no profile covers."""
    homeless: dict[str, list[str]] = {}
    # A profile, or a vocabulary, that could not be read may be what takes a code.
    is_all_read = documents.slugs == documents.occupations.keys() and bool(documents.site.vocabulary.fields)
    is_all_read = is_all_read and not list_lost(documents)
    for table, code in documents.outlines.homeless if is_all_read else ():
        homeless.setdefault(table.path, []).append(code)
    for table in (table for tables in documents.tables.values() for table in tables.values()):
        if codes := homeless.get(table.path):
            more = f" and {len(codes) - 1} more" if len(codes) > 1 else ""
            yield table.problem("OUT002", f"no field of work takes {codes[0]}{more}", _PLACE, codes[0], "code")


def addresses_kept(documents: Documents) -> Iterator[Problem]:
    """OCC107: no profile has the address of an outline of another code, as its name or as one from before (warning).

    What readers have kept of the outline, and links to it, would lead to another occupation.
    """
    for slug, document in documents.occupations.items():
        model = document.model
        for at, name in enumerate((slug, *model.formerly)):
            code = documents.outlines.addresses.get(name)
            if code and documents.outlines.pages.get(code) != slug:
                message = f"{name!r} is the address of the outline of {code}"
                hint = f"name {code} in `codes` if the profile is about it"
                hint += ", or leave it out" if at else ", or call the file otherwise"
                loc = ("formerly", at - 1) if at else ("title",)
                yield document.problem("OCC107", message, hint, *loc)


def fields_apart(documents: Documents) -> Iterator[Problem]:
    """OUT003: what codes of a field begin with is said of a classification that a table has, and of one field."""
    owners: dict[tuple[str, str], str] = {}
    schemes = {document.model.scheme for document in documents.indexes.values()}
    if list_lost(documents) or documents.folders - documents.indexes.keys():
        schemes = set()  # One is misspelled or could not be read, which has been reported; it may be that of any field.
    for key, term in documents.site.vocabulary.fields.items():
        for scheme, prefixes in term.codes.items():
            if schemes and scheme not in schemes:
                message = f"no table has codes of {scheme!r}"
                hint = did_you_mean(scheme, schemes)
                yield documents.vocabularies["fields"].problem("OUT003", message, hint, key, "codes", scheme)
            for at, prefix in enumerate(prefixes):
                owner = owners.setdefault((scheme, prefix), key)
                if owner != key or prefix in prefixes[:at]:
                    message, hint = f"codes with {prefix!r} lie in {owner} already", "name it at one field alone"
                    yield documents.vocabularies["fields"].problem("OUT003", message, hint, key, "codes", scheme, at)
