"""How words of a language end, as rules: by them scripts know two forms of a word as one, and make others of it."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from generator.model import limits
from generator.model.base import Line, Model

_NOT_EVERYWHERE = re.compile(r"\(\?(?!:)|\\[^bBdDsSwW\d.*+?()\[\]{}|^$/\\-]|[*+?}]\+")
"""What Python and the oldest browsers read differently, or not at all."""
_ONE_LETTER = re.compile(r"\\.|\[\^?\]?[^\]]*\]")
_ENDLESS = re.compile(r"\)[*+{]|(?:[*+{].*?){4}")
"""Repeats of repeats, and many of them: on a long word these take a browser for ever."""
_NAMED = re.compile(r"\$(\d)")


def _check_pattern(pattern: str) -> str:
    try:
        if odd := _NOT_EVERYWHERE.search(pattern):
            raise re.error(f"{odd[0]!r} is not known everywhere")
        re.compile(pattern)
        if _ENDLESS.search(_ONE_LETTER.sub(".", pattern)):
            raise re.error("it repeats what repeats, or more than three parts")
    except re.error as error:
        raise PydanticCustomError("pattern", "{why}", {"why": f"{pattern!r} is no pattern: {error}"}) from None
    return pattern


def _check_rules(rules: dict[str, str]) -> dict[str, str]:
    for pattern, made in rules.items():
        _check_groups(pattern, made)
    return rules


def _check_groups(pattern: str, made: str) -> None:
    most = re.compile(pattern).groups
    for number in _NAMED.findall(made):
        if int(number) not in range(1, most + 1):
            raise PydanticCustomError("pattern", "{why}", {"why": f"{pattern!r} has no part ${number}"})


Pattern = Annotated[str, StringConstraints(min_length=1, max_length=limits.SHORT * 2), AfterValidator(_check_pattern)]
"""A regular expression, of the few signs that Python and all browsers read alike."""
Made = Annotated[str, StringConstraints(max_length=limits.SHORT)]
"""What becomes of what the pattern found; $1 is its first part in brackets."""
Rules = Annotated[dict[Pattern, Made], Field(min_length=1), AfterValidator(_check_rules)]
"""Pattern -> what becomes of what it found."""
Steps = Annotated[tuple[Rules, ...], Field(max_length=20)]


class Forms(Model):
    """Other forms of a verb, made of the listed one."""

    sure: tuple[Made, ...] = Field((), description="Forms that are nothing but verbs.")
    doubtful: tuple[Made, ...] = Field((), description="Forms that are nouns, too, after one of `before_nouns`.")


def _check_forms(rules: dict[str, Forms]) -> dict[str, Forms]:
    for pattern, forms in rules.items():
        for made in (*forms.sure, *forms.doubtful):
            _check_groups(pattern, made)
    return rules


class Verbs(Model):
    """How verbs are found in stories."""

    before_nouns: tuple[Line, ...] = Field((), description="Words after which a doubtful form is a noun.")
    never: tuple[Line, ...] = Field((), description="Made forms that mostly are other words.")
    forms: Annotated[dict[Pattern, Forms], AfterValidator(_check_forms)] = Field(
        default_factory=dict, description="How a listed form looks -> other forms; the first that fits counts."
    )


class Names(Model):
    """How what people type is held against names of occupations."""

    one: Steps = Field(
        (), description="From one of many, or of either sex, to the form that is compared, step by step."
    )
    stem: Steps = Field((), description="From there to what is common to a deed and who does it, step by step.")
    done: Pattern | None = Field(None, description="How a word ends that says what is done.")
    doer: Pattern | None = Field(None, description="How a word ends that says who does it.")
    sounds: tuple[Rules, ...] = Field((), description="How letters sound, each wherever it stands, in this order.")
    silent: Annotated[str, StringConstraints(max_length=limits.SHORT)] = Field(
        "", description="Letters that are left out when sounds are compared, but for the first of a word."
    )
    head: Literal["first", "last"] | None = Field(
        None, description="Where the word stands in a name that says what somebody is."
    )


class Grammar(Model):
    """The rules of one language; without any, each word is compared as it stands."""

    names: Names = Names()
    verbs: Verbs = Verbs()
