"""How people look for an occupation who do not know its title: `content/finding.yml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model import limits
from generator.model.base import Currency, Key, Language, Line, Model, Slug

Word = Annotated[str, StringConstraints(min_length=1, max_length=limits.SHORT, pattern=r"^[^\s]+$")]
Words = Annotated[tuple[Word, ...], Field(min_length=1)]
Phrases = Annotated[tuple[Line, ...], Field(min_length=1)]
Slugs = Annotated[tuple[Slug, ...], Field(min_length=1)]


class Deed(Model):
    """Something people do, and the occupations that do it."""

    does: tuple[Word, ...] = Field((), description="Keys of `verbs`; without any, things alone are meant.")
    to: tuple[Line, ...] = Field((), description="What it is done to, in all words people have for that.")
    is_: Slugs = Field(alias="is", description="Slugs of guides or outlines, the most likely one first.")


class WishedFor(Model):
    """What people wish of a job, and the filters of the list that have it."""

    label: Line | None = Field(None, description="As it stands in 'See the list: ...'; it goes with `show`.")
    say: Phrases = Field(description="How people say it, light words left out or not.")
    show: dict[Key, tuple[Key, ...]] = Field(
        default_factory=dict,
        description="Facet -> values, any of which will do, as the address of a filtered list has them.",
    )
    note: Line | None = Field(
        None,
        description="What is said of a wish that no figure here answers; `show` then is what comes near, if anything.",
    )
    preset: Line | None = Field(None, description="What a link above the list says that asks for it; without it, none.")
    over: int | None = Field(
        None, ge=1, description="The least pay a year that this link asks for besides, in the currency of `pay`."
    )


class PayWords(Model):
    """How people say what they want to be paid."""

    currency: Currency
    signs: tuple[Word, ...] = Field(description="What stands before or behind an amount; none is meant, too.")
    thousand: tuple[Word, ...] = Field(("k",), description="What stands behind an amount that is in thousands.")
    at_least: Phrases
    hour: Phrases
    month: Phrases
    year: Phrases
    hours_a_year: Annotated[int, Field(ge=1, le=4000)]
    label: Line = Field(description="With {amount} filled in.")


class Finding(Model):
    """Words of one language by which people find occupations."""

    light: Words = Field(description="Words that say nothing about which occupation is meant.")
    roles: Words = Field(description="Words that only say that somebody does it.")
    alike: dict[Word, Words] = Field(description="Word -> others that mean the same in names.")
    names: dict[Slug, Phrases] = Field(description="Slug -> what people call the work, beside its official names.")
    abroad: dict[Language, dict[Slug, Phrases]] = Field(
        default_factory=dict,
        description="Language -> slug -> everyday names in it, beside the official ones that tables have.",
    )
    verbs: dict[Word, tuple[Word, ...]] = Field(description="Verb -> others that mean the same.")
    deeds: tuple[Deed, ...]
    wishes: tuple[WishedFor, ...]
    pay: PayWords | None = None
    against: tuple[Line, ...] = Field((), description="What stands before that which people do not wish for.")
    until: tuple[Word, ...] = Field((), description="Words behind which they wish for something again.")
    refused: Line | None = Field(None, description="What is said where nothing was typed but what is not wished for.")
    apart: tuple[Word, ...] = Field((), description="Words that are no slip of the one that they are near to.")
    idle: tuple[Line, ...] = Field((), description="Phrases that only ask: no word of them is looked for.")
    both: tuple[Word, ...] = Field((), description="Words between two names of which both are meant.")
    unlisted: tuple[Line, ...] = Field((), description="What nothing here is called, though names have these words.")
