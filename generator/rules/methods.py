"""Rules about the method guides: all there, complete, and pointing at things that exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.guesses import did_you_mean
from generator.model.method import Method, Worksheet
from generator.model.quiz import MATCHING
from generator.model.vocabulary import MethodTerm
from generator.problems import Problem
from generator.rules.documents import Documents
from generator.rules.words import hint_of_profile
from generator.sources.documents import Document

COPIED = "these are the strategies of the method"
"""What is said of a guide that was copied over another: that its pages collide follows from it."""


def methods_complete(documents: Documents) -> Iterator[Problem]:
    """MET001, MET002, MET003: every method that is not planned has its guide, and each guide exactly its strategies."""
    methods = documents.site.vocabulary.methods
    for key, term in methods.items():
        if not term.planned and key not in documents.methods:
            hint = f"write content/methods/{key}.yml, or say `planned: true`"
            yield Problem("content/vocabulary/methods.yml", 1, 1, "MET001", f"no guide for the method {key!r}", hint)
    for key, document in documents.methods.items():
        if not methods:
            continue
        if key not in methods:
            yield document.problem("MET003", f"unknown method {key!r}", did_you_mean(key, methods))
            continue
        wanted = methods[key].strategies
        given = [strategy.key for strategy in document.model.strategies]
        if set(given).isdisjoint(wanted) and (owner := _find_owner(given, methods)):
            message = f"{COPIED} {owner!r}"
            hint = f"write those of {key!r}: {', '.join(wanted)}; {owner}.yml is the file of these"
            yield document.problem("MET003", message, hint, "strategies")
            continue
        for index, name in enumerate(given):
            if name not in wanted:
                message, hint = f"unknown strategy {name!r}", did_you_mean(name, wanted)
                yield document.problem("MET003", message, hint, "strategies", index, "key")
            elif name in given[:index]:
                message = f"strategy {name!r} repeats"
                yield document.problem("MET003", message, "keep one of the two", "strategies", index, "key")
        for name in wanted:
            if name not in given:
                message = f"strategy {name!r} is missing"
                yield document.problem("MET002", message, f"add `- key: {name}` with its fields", "strategies")


def _find_owner(given: Collection[str], methods: Mapping[str, MethodTerm]) -> str | None:
    """The method to which all of the strategies belong."""
    return next((key for key, term in methods.items() if set(given) <= set(term.strategies)), None)


def methods_point_somewhere(documents: Documents) -> Iterator[Problem]:
    """MET004: the occupations and quizzes that a strategy names exist."""
    for document in documents.methods.values():
        for index, strategy in enumerate(document.model.strategies):
            for name, known in (("occupations", documents.slugs), ("quizzes", documents.quizzes)):
                for place, key in enumerate(getattr(strategy, name)):
                    if key not in known:
                        message = f"no {name.removesuffix('s').removesuffix('ze')} {key!r}"
                        hint = hint_of_profile(documents, key) if name == "occupations" else did_you_mean(key, known)
                        yield document.problem("MET004", message, hint, "strategies", index, name, place)


FILLED: dict[str, Collection[str]] = {
    "results": MATCHING,
    "stories": ("stories",),
    "profile": ("occupation", "work", "environment", "pay", "prospects", "way-in"),
    "skill-gaps": ("gaps",),
    "roles": ("matrix",),
}
"""The fields that each way to fill in a worksheet writes or reads."""

_RATINGS = ("rating", "before_after")


def worksheet_shape(documents: Documents) -> Iterator[Problem]:
    """MET005: a worksheet's field has what its kind is made of, and nothing else."""
    for document, loc, worksheet in _worksheets(documents):
        for index, field in enumerate(worksheet.fields):
            place = (*loc, "fields", index)
            wanted: dict[str, tuple[bool, object, str]] = {
                "options": (field.kind == "choice", len(field.options) > 1, "two or more, such as {yes: Yes, no: No}"),
                "low": (field.kind in _RATINGS, field.low, "what 1 means"),
                "high": (field.kind in _RATINGS, field.high, "what 5 means"),
                "columns": (field.kind == "table", field.columns, "its columns"),
            }
            for name, (is_needed, is_there, what) in wanted.items():
                if is_needed and not is_there:
                    message, hint = f"{field.kind} without {name}", f"add {name}: {what}"
                    yield document.problem("MET005", message, hint, *place)
                elif getattr(field, name) and not is_needed:
                    yield document.problem("MET005", f"{name} in a field of {field.kind}", "leave it out", *place, name)
            for name, value, kind in (("rows", field.rows, "table"), ("reminder", field.reminder, "date")):
                if value and field.kind != kind:
                    message, hint = f"{name} in a field of {field.kind}", f"only a {kind} has {name}"
                    yield document.problem("MET005", message, hint, *place, name)
            for at, column in enumerate(field.columns):
                if bool(column.options) != (column.kind == "choice"):
                    message = f"{'options in' if column.options else 'no options in'} a column of {column.kind}"
                    yield document.problem("MET005", message, "a choice has options", *place, "columns", at)
                if column.reminder and column.kind != "date":
                    message = f"reminder in a column of {column.kind}"
                    yield document.problem("MET005", message, "only a date has one", *place, "columns", at, "reminder")


def worksheet_keys(documents: Documents) -> Iterator[Problem]:
    """MET006, MET007: a field's key is unique in its worksheet, and what can be filled in has its fields."""
    for document, loc, worksheet in _worksheets(documents):
        keys = [field.key for field in worksheet.fields]
        for index, field in enumerate(worksheet.fields):
            if field.key in keys[:index]:
                message = f"field {field.key!r} repeats"
                yield document.problem("MET006", message, "give it a key of its own", *loc, "fields", index, "key")
            columns = [column.key for column in field.columns]
            for at, name in enumerate(columns):
                if name in columns[:at]:
                    message = f"column {name!r} repeats"
                    place = (*loc, "fields", index, "columns", at, "key")
                    yield document.problem("MET006", message, "give it a key of its own", *place)
        missing = [name for name in FILLED.get(worksheet.fill or "", ()) if name not in keys]
        if missing:
            message = f"fill {worksheet.fill!r} without the fields {', '.join(missing)}"
            yield document.problem("MET007", message, "add them, or leave out fill", *loc, "fill")


def _worksheets(documents: Documents) -> Iterator[tuple[Document[Method], tuple[str | int, ...], Worksheet]]:
    """Every worksheet with its document and its place there."""
    for document in documents.methods.values():
        for index, strategy in enumerate(document.model.strategies):
            yield document, ("strategies", index, "worksheet"), strategy.worksheet
