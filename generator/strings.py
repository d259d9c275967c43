"""The texts of the interface as templates and generators see them: a text that is missing is an error, not a gap.

A text holds {names} to fill in. One that tells a number may have a form for each plural category of its language, as
CLDR calls them (`one`, `other` ...); `count` chooses. Numbers that say how many are written as the language does.
`language/words.js` does the same in the browser.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import babel
from babel.numbers import format_decimal
from babel.plural import PluralRule
from markupsafe import Markup, escape

LANGUAGE = "en"
"""Of the texts that ship with the code."""
NONE = "zero"
"""The form for 0, which a text may have in any language."""
CATEGORIES = (NONE, "one", "two", "few", "many", "other")
NAME = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""What is filled in; there is nothing else in braces."""
COUNT = "count"
"""The name whose number chooses a form."""
AMOUNTS = (COUNT, "found", "most", "total")
"""The names whose numbers say how many: they are grouped. Other numbers, such as years, are written as they are."""


class MissingTextError(ValueError):
    """A template asks for a text that templates/strings/ does not have. No LookupError: Jinja would swallow it."""


def is_plural(value: Any) -> bool:
    """Whether this is a text in several forms, and not a section."""
    return (
        isinstance(value, Mapping)
        and bool(value)
        and value.keys() <= set(CATEGORIES)
        and not any(isinstance(form, Mapping) for form in value.values())
    )


def merge(texts: Mapping[str, Any], others: Mapping[str, Any]) -> dict[str, Any]:
    """All of `texts`, with those of `others` in their place, section by section."""
    merged = dict(texts)
    for key, other in others.items():
        mine = merged.get(key)
        are_sections = isinstance(mine, Mapping) and isinstance(other, Mapping) and not is_plural(mine)
        merged[key] = merge(mine, other) if are_sections and mine else other
    return merged


@functools.cache
def read_locale(tag: str) -> babel.Locale:
    """What is known of the language of a tag such as en-US; ValueError if there is no such language."""
    try:
        locale = babel.Locale.parse(tag, sep="-")
    except babel.UnknownLocaleError as error:
        raise ValueError(str(error)) from None
    language, *more = tag.casefold().split("-")
    if language in ("root", "und"):
        raise ValueError(f"{tag} is no language")  # CLDR's names for what all have in common, and for none.
    known = {str(part).casefold() for part in (locale.script, locale.territory, locale.variant)} - {"posix"}
    if unknown := set(more) - known:  # Babel would pass over it, and over that of computers browsers write otherwise.
        raise ValueError(f"nothing is known of {', '.join(sorted(unknown))}")
    return locale


def order(title: str) -> tuple[str, str]:
    """What titles are sorted by: letters with an accent stand among those without."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", title) if not unicodedata.combining(sign))
    return plain.casefold(), title.casefold()


def name_language(tag: str, within: str | None = None) -> str:
    """What a language is called in another; without that, in itself. Its tag, if that is not known."""
    try:
        name = read_locale(tag).get_display_name(within and str(read_locale(within)))
    except ValueError:
        name = None
    return name or tag


def plural_rule(tag: str) -> PluralRule:
    """The category of a number in the language of a tag; ValueError if there is no such language."""
    return read_locale(tag).plural_form


@functools.cache
def needed_forms(tag: str) -> tuple[str, ...]:
    """The categories that whole numbers come to in a language, and `other`; ValueError if there is no such language.

    Some languages have one more for fractions, or for a million and more: no text tells of such a number.
    """
    rule = plural_rule(tag)
    found = {"other", *map(rule, range(1000))}
    return tuple(category for category in CATEGORIES if category in found)


@functools.lru_cache(maxsize=1 << 16, typed=True)
def write_count(number: float, *, tag: str) -> str:
    """A number as it is written in the language of `tag`: 10,000 or 10.000."""
    return format_decimal(number, locale=read_locale(tag))


class Sentence(str):
    """A text with something to fill in, which knows its language."""

    locale: str

    @classmethod
    def of(cls, text: str, locale: str) -> Sentence:
        """`text` in the language of a tag."""
        sentence = cls(text)
        sentence.locale = locale
        return sentence


@dataclass(frozen=True)
class Plural:
    """A text in the forms that a number asks for; `forms` has one for `other` at least."""

    forms: Mapping[str, str]
    name: str
    locale: str

    def choose(self, count: float) -> Sentence:
        """The form for `count`."""
        none = "" if count else self.forms.get(NONE)
        form = none or self.forms.get(plural_rule(self.locale)(count)) or self.forms["other"]
        return Sentence.of(form, self.locale)

    def __str__(self) -> str:
        raise TypeError(f"{self.name} has a form for each number; fill in its count")

    def __json__(self) -> Mapping[str, str]:
        return self.forms


def fill(text: str | Plural, /, **values: Any) -> str:
    """`text` with its {names} replaced, as HTML where a value is; KeyError for one that has no value."""
    chosen = text.choose(values[COUNT]) if isinstance(text, Plural) else text
    tag = chosen.locale if isinstance(chosen, Sentence) else ""

    def write(name: str) -> str:
        value = values[name]
        is_amount = tag and name in AMOUNTS and isinstance(value, int | float)
        return write_count(value, tag=tag) if is_amount else value if isinstance(value, Markup) else str(value)

    if not any(isinstance(value, Markup) for value in values.values()):
        return NAME.sub(lambda match: write(match[1]), chosen)
    # A mark of HTML stays one: all that it does not stand in is escaped.
    return Markup(NAME.sub(lambda match: str(escape(write(match[1]))), str(escape(chosen))))  # noqa: S704


class Words:
    """A section of the interface texts. Unlike a dict it has no attribute but its texts, so `t.quiz.items` is one."""

    def __init__(self, texts: Mapping[str, Any], name: str = "t", locale: str = "") -> None:
        self._texts, self._name = texts, name
        self._locale = locale or texts.get("script", {}).get("locale", "en")
        self._made: dict[str, Any] = {}
        """What has been asked for."""

    def __getitem__(self, key: str) -> Any:
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._make(key)
            if not key.startswith("_"):  # For templates, which look for an attribute first, and fail slowly.
                setattr(self, key, made)
        return made

    def _make(self, key: str) -> Any:
        name = f"{self._name}.{key}"
        if key not in self._texts:
            raise MissingTextError(f"no text {name}")
        text = self._texts[key]
        if is_plural(text):
            return Plural(text, name, self._locale)
        if isinstance(text, Mapping):
            return Words(text, name, self._locale)
        return Sentence.of(text, self._locale) if isinstance(text, str) and NAME.search(text) else text

    def __str__(self) -> str:
        raise TypeError(f"{self._name} is a section of texts, not a text")

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __json__(self) -> Mapping[str, Any]:
        return self._texts
