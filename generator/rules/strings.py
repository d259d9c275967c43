"""Interface texts: the placeholders and forms of each, and whether what overrides a text fits it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.guesses import did_you_mean
from generator.model.site import Strings
from generator.problems import Problem
from generator.rules.documents import Documents
from generator.sources.documents import Document
from generator.sources.nodes import Scalar, locate
from generator.strings import CATEGORIES, COUNT, LANGUAGE, NAME, NONE, is_plural, needed_forms, plural_rule

_BRACES = re.compile(r"\{[^{}\s]*\}?|\}")
_Way = tuple[str, ...]
"""The keys that lead to a text or section."""


def placeholders_are_names(documents: Documents) -> Iterator[Problem]:
    """STR004: in the braces of a text stands a name alone."""
    for document in documents.strings.all():
        for way, value in _walk(document.model):
            if isinstance(value, str) and _BRACES.search(_blank(value)):
                yield from _braces(document, way)


def forms_of_the_language(documents: Documents) -> Iterator[Problem]:
    """STR005: a text in several forms has those of its language, also where a default speaks for another language."""
    locale = _locale(documents.site.strings) or LANGUAGE
    own = (*documents.strings.translated, *documents.strings.overrides)
    for group, language in ((documents.strings.defaults, LANGUAGE), (own, locale)):
        for document in group:
            for way, value in _walk(document.model):
                if is_plural(value):
                    yield from _forms(document, value, way, language)
    if chosen := next((document for document in documents.strings.overrides if _locale(document.model)), None):
        said = {way for document in documents.strings.overrides for way, _ in _walk(document.model)}
        for document in documents.strings.defaults:
            for way, value in _walk(document.model):
                if is_plural(value) and way not in said and (lacks := _list_lacking(value, locale)):
                    message = f"text {'.'.join(way)!r} has no form {lacks}, which the language {locale} has"
                    hint = f"write it below `{way[0]}:` here, with the forms {', '.join(needed_forms(locale))}"
                    yield chosen.problem("STR005", message, hint, "script", "locale")


def language_known(documents: Documents) -> Iterator[Problem]:
    """STR006: `script.locale` is the tag of a language by which numbers, dates and plural forms can be written."""
    for document in documents.strings.all():
        locale = _locale(document.model)
        if locale and not (isinstance(locale, str) and _rule(locale)):
            message = f"no language {locale!r}" if isinstance(locale, str) else "a language has one tag"
            yield document.problem("STR006", message, "write a tag such as en-GB or de", "script", "locale")


def overrides_fit(documents: Documents) -> Iterator[Problem]:
    """STR001 to STR003: a text of content/strings/ takes the place of one that there is, with the same placeholders."""
    if known := documents.strings.default_sections():  # Else they could not be read, which has been reported.
        for document in documents.strings.overrides:
            yield from _fits(document, document.model, known, ())


def translations_fit(documents: Documents) -> Iterator[Problem]:
    """LNG101: what is translated is there, and has in each language the same placeholders."""
    if known := documents.strings.default_sections():
        for document in documents.strings.translated:
            for problem in _fits(document, document.model, known, ()):
                is_near = problem.hint.startswith("did you mean")
                hint = problem.hint if is_near else "the original has no such text any more; leave it out"
                yield replace(problem, code="LNG101", hint=hint) if problem.code == "STR001" else problem


def _locale(texts: Strings) -> Any:
    """The tag of a language that texts are for; None if they do not say."""
    script = texts.get("script")
    return script.get("locale") if isinstance(script, dict) else None


def _rule(locale: str) -> frozenset[str]:
    """The plural categories of a language; none if it is not known."""
    try:
        return frozenset(plural_rule(locale).tags) | {"other"}
    except ValueError:
        return frozenset()


def _walk(section: Mapping[str, Any], way: _Way = ()) -> Iterator[tuple[_Way, Any]]:
    """Every text and section below `section`, with the keys that lead there."""
    for key, value in section.items():
        yield (*way, key), value
        if isinstance(value, Mapping):
            yield from _walk(value, (*way, key))


def _braces(document: Document[Strings], way: _Way) -> Iterator[Problem]:
    """Each that is no placeholder, where it stands in the file."""
    text = locate(document.node, way)[1]
    if not isinstance(text, Scalar):
        return
    lines = document.source.lines[text.mark.line - 1 : text.mark.end]
    written = _blank("\n".join(lines))
    at = text.mark.column - 1
    for match in _BRACES.finditer(_blank(text.text)):
        at = max(written.find(match[0], at), 0)
        line, column = text.mark.line + written.count("\n", 0, at), at - written.rfind("\n", 0, at)
        hint = "write a name alone in braces, such as {count}"
        yield Problem(document.path, line, column, "STR004", f"{match[0]!r} is no placeholder", hint)
        at += len(match[0])


def _blank(text: str) -> str:
    """`text` with blanks in the place of all placeholders."""
    return NAME.sub(lambda match: " " * len(match[0]), text)


def _forms(document: Document[Strings], forms: Mapping[str, str], way: _Way, locale: str) -> Iterator[Problem]:
    known = _rule(locale)
    for category in forms:
        if known and category not in (*known, NONE):
            shown = ", ".join(one for one in CATEGORIES if one in known)
            message = f"form {category!r}, which the language {locale} does not have"
            yield _at_key(document, "STR005", message, f"its forms are {shown}", (*way, category))
    if lacks := _list_lacking(forms, locale):
        message = f"no form {lacks}, which the language {locale} has"
        yield _at_key(document, "STR005", message, f"write all of {', '.join(needed_forms(locale))}", way)


def _list_lacking(forms: Mapping[str, str], locale: str) -> str:
    """The forms that numbers ask for and that a text does not have; empty if nothing is known of the language."""
    return ", ".join(repr(one) for one in needed_forms(locale) if one not in forms) if _rule(locale) else ""


def _fits(
    document: Document[Strings], texts: Mapping[str, Any], known: Mapping[str, Any], way: _Way
) -> Iterator[Problem]:
    for key, value in texts.items():
        here = (*way, key)
        name = ".".join(here)
        if key not in known:
            yield _at_key(document, "STR001", f"unknown text {name!r}", did_you_mean(key, known), here)
            continue
        default = known[key]
        if isinstance(default, Mapping) and not is_plural(default):
            if isinstance(value, Mapping):
                yield from _fits(document, value, default, here)
            else:
                hint = f"write its texts below it, such as `{next(iter(default))}: ...`"
                yield _at_key(document, "STR002", f"{name!r} is a section, not a text", hint, here)
        elif isinstance(value, Mapping) and not is_plural(value):
            hint = "write it behind the colon"
            if COUNT in _names(default):
                hint += f", or its forms below: {', '.join(CATEGORIES)}"
            yield _at_key(document, "STR002", f"{name!r} is a text, not a section", hint, here)
        elif isinstance(value, Mapping) and COUNT not in _names(default):
            message = f"{name!r} tells no {{count}}, so it has one form"
            yield _at_key(document, "STR002", message, "write one text", here)
        else:
            yield from _placeholders(document, value, default, here)


def _placeholders(document: Document[Strings], value: Any, default: Any, way: _Way) -> Iterator[Problem]:
    """STR003: each form of an override has the placeholders of the default; a form for one number may leave it out."""
    wanted = _names(default)
    forms = [((category,), form) for category, form in value.items()] if isinstance(value, Mapping) else [((), value)]
    for category, form in forms:
        found = dict.fromkeys(NAME.findall(form))
        for name in found:
            if name not in wanted:
                message, hint = f"unknown placeholder {{{name}}}", did_you_mean(name, wanted)
                hint = hint if wanted else "this text has none"
                yield document.problem_in("STR003", message, hint, f"{{{name}}}", *way, *category)
        optional = {COUNT} if category and category[0] in ("zero", "one", "two") else set()
        for name in sorted(wanted - found.keys() - optional):
            yield document.problem("STR003", f"the placeholder {{{name}}} is missing", "put it in", *way, *category)


def _names(text: Any) -> set[str]:
    """The names in a text, in all of its forms."""
    if isinstance(text, Mapping):
        return set().union(*map(_names, text.values()))
    return set(NAME.findall(text))


def _at_key(document: Document[Strings], code: str, message: str, hint: str, way: _Way) -> Problem:
    mark = document.mark_key(*way)
    return Problem(document.path, mark.line, mark.column, code, message, hint)
