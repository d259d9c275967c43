"""Interface texts: the placeholders and forms of each, and whether what overrides a text fits it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.site import Strings
from generator.problems import Problem, did_you_mean
from generator.rules.documents import Documents
from generator.sources.documents import Document
from generator.sources.files import Mark
from generator.sources.nodes import Mapping, Node, Scalar
from generator.strings import CATEGORIES, COUNT, NAME, plural_rule

_BRACES = re.compile(r"\{[^{}\s]*\}?|\}")
_LANGUAGE = "en"
"""Of the texts that ship with the code."""


def placeholders_are_names(documents: Documents) -> Iterator[Problem]:
    """STR004: in the braces of a text stands a name alone."""
    for document in (*documents.strings.defaults, *documents.strings.overrides):
        for _, node in _walk(document.node):
            if isinstance(node, Scalar):
                yield from _braces(document, node)


def forms_of_the_language(documents: Documents) -> Iterator[Problem]:
    """STR005: a text in several forms has those of its language, and `other`."""
    own = documents.site.strings.get("script")
    locale = str(own.get("locale", _LANGUAGE)) if isinstance(own, dict) else _LANGUAGE
    for group, language in ((documents.strings.defaults, _LANGUAGE), (documents.strings.overrides, locale)):
        for document in group:
            for mark, node in _walk(document.node):
                if isinstance(node, Mapping) and is_in_forms(node):
                    yield from _forms(document, node, mark, language)


def language_known(documents: Documents) -> Iterator[Problem]:
    """STR006: `script.locale` is the tag of a language by which numbers, dates and plural forms can be written."""
    for document in (*documents.strings.defaults, *documents.strings.overrides):
        script = document.node.entries.get("script")
        entry = script[1].entries.get("locale") if script and isinstance(script[1], Mapping) else None
        locale = entry[1] if entry else None
        if locale and not (isinstance(locale, Scalar) and _rule(locale.text)):
            message = f"no language {locale.text!r}" if isinstance(locale, Scalar) else "a language has one tag"
            yield document.problem("STR006", message, "write a tag such as en-GB or de", "script", "locale")


def overrides_fit(documents: Documents) -> Iterator[Problem]:
    """STR001 to STR003: a text of content/strings/ takes the place of one that there is, with the same placeholders."""
    if known := documents.strings.default_entries():  # Else they could not be read, which has been reported.
        for document in documents.strings.overrides:
            yield from _fits(document, document.node, known, ())


def _rule(locale: str) -> frozenset[str]:
    """The plural categories of a language; none if it is not known."""
    try:
        return frozenset(plural_rule(locale).tags) | {"other"}
    except ValueError:
        return frozenset()


def _walk(section: Mapping) -> Iterator[tuple[Mark, Node]]:
    """Every text and section below `section`, with the place of its key."""
    for mark, node in section.entries.values():
        yield mark, node
        if isinstance(node, Mapping):
            yield from _walk(node)


def _braces(document: Document[Strings], text: Scalar) -> Iterator[Problem]:
    lines = document.source.text.split("\n")[text.mark.line - 1 : text.mark.end]
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


def _forms(document: Document[Strings], node: Mapping, mark: Mark, locale: str) -> Iterator[Problem]:
    known = _rule(locale)
    for category, (place, _) in node.entries.items():
        if known and category not in known:
            shown = ", ".join(one for one in CATEGORIES if one in known)
            message = f"form {category!r}, which the language {locale} does not have"
            yield _problem(document, "STR005", message, f"its forms are {shown}", place)
    if "other" not in node.entries:
        yield _problem(document, "STR005", "no form `other`", "add the one for all numbers without their own", mark)


def _fits(
    document: Document[Strings], node: Mapping, known: dict[str, tuple[Mark, Node]], way: tuple[str, ...]
) -> Iterator[Problem]:
    for key, (mark, value) in node.entries.items():
        name = ".".join((*way, key))
        if key not in known:
            yield _problem(document, "STR001", f"unknown text {name!r}", did_you_mean(key, known), mark)
            continue
        default = known[key][1]
        if isinstance(default, Mapping) and not is_in_forms(default):
            if isinstance(value, Mapping):
                yield from _fits(document, value, default.entries, (*way, key))
            else:
                hint = f"write its texts below it, such as `{next(iter(default.entries))}: ...`"
                yield _problem(document, "STR002", f"{name!r} is a section, not a text", hint, mark)
        elif isinstance(value, Mapping) and not is_in_forms(value):
            hint = "write it behind the colon"
            if COUNT in _names(default):
                hint += f", or its forms below: {', '.join(CATEGORIES)}"
            yield _problem(document, "STR002", f"{name!r} is a text, not a section", hint, mark)
        elif isinstance(value, Mapping) and COUNT not in _names(default):
            yield _problem(
                document, "STR002", f"{name!r} tells no {{count}}, so it has one form", "write one text", mark
            )
        else:
            yield from _placeholders(document, value, default)


def _placeholders(document: Document[Strings], value: Node, default: Node) -> Iterator[Problem]:
    """STR003: each form of an override has the placeholders of the default; a form for one number may leave it out."""
    wanted = _names(default)
    forms = [(category, form) for category, (_, form) in value.entries.items()] if isinstance(value, Mapping) else []
    for category, form in forms or [("", value)]:
        if not isinstance(form, Scalar):
            continue
        for found in dict.fromkeys(NAME.findall(form.text)):
            if found not in wanted:
                hint = did_you_mean(found, wanted) if wanted else "this text has none"
                yield _problem(document, "STR003", f"unknown placeholder {{{found}}}", hint, form.mark, f"{{{found}}}")
        optional = {COUNT} if category in ("zero", "one", "two") else set()
        for missing in sorted(wanted - set(NAME.findall(form.text)) - optional):
            yield _problem(document, "STR003", f"the placeholder {{{missing}}} is missing", "put it in", form.mark)


def _names(node: Node) -> set[str]:
    """The names in a text, in all of its forms."""
    if isinstance(node, Mapping):
        return set().union(*(_names(form) for _, form in node.entries.values()))
    return set(NAME.findall(node.text)) if isinstance(node, Scalar) else set()


def is_in_forms(node: Node) -> bool:
    """Whether this is a text in several forms."""
    return (
        isinstance(node, Mapping)
        and bool(node.entries)
        and node.entries.keys() <= set(CATEGORIES)
        and all(isinstance(form, Scalar) for _, form in node.entries.values())
    )


def _problem(document: Document[Strings], code: str, message: str, hint: str, mark: Mark, snippet: str = "") -> Problem:
    line, column = document.source.find(snippet, mark) if snippet else (mark.line, mark.column)
    return Problem(document.path, line, column, code, message, hint)
