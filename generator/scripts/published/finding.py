"""Other words by which the finder finds occupations than the names that lists show."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.scripts.published.parts import File, Places, Published, optional


class FoundDeed(Published):
    """Something people do."""

    does: Annotated[tuple[str, ...], Field(description="Verbs; without any, things alone are meant.")]
    to: Annotated[tuple[str, ...], Field(description="Things it is done to.")]
    at: Annotated[Places, Field(description="Occupations, the most likely one first.")]


class FoundWish(Published):
    """What people wish of a job."""

    say: tuple[str, ...]
    label: Annotated[str, Field(description="Empty without anything to show.")]
    show: Annotated[str, Field(description="The part of a fragment that asks for it, or for what comes near.")]
    note: str | None = optional(None, "What is said where no figure tells of it.")


class FoundPay(Published):
    """How people say what they want to be paid."""

    currency: str
    signs: tuple[str, ...]
    thousand: tuple[str, ...]
    at_least: tuple[str, ...]
    hour: tuple[str, ...]
    month: tuple[str, ...]
    year: tuple[str, ...]
    hours_a_year: int
    label: Annotated[str, Field(description="With {amount}.")]


class FoundWords(Published):
    """What the search in the header says of what was found; the finder's page has the same texts."""

    alias: Annotated[str, Field(description="With {name}.")]
    deed: Annotated[str, Field(description="With {field}.")]
    close: Annotated[str, Field(description="With {name}.")]
    wish: Annotated[str, Field(description="With {labels}.")]
    outline: str
    locale: str


class FoundGrammar(Published):
    """How words end, and how they sound; each a list of steps, pattern -> what becomes of what it found."""

    one: tuple[dict[str, str], ...]
    stem: tuple[dict[str, str], ...]
    done: str | None = optional(None, "How a word ends that says what is done.")
    doer: str | None = optional(None, "How a word ends that says who does it.")
    sounds: tuple[dict[str, str], ...]
    silent: str
    head: str | None = optional(None, "Where the word stands that says what somebody is: first or last.")


class FindingFile(File):
    """Fetched with the names when somebody first looks for an occupation; places are those of the file of names."""

    light: tuple[str, ...]
    roles: tuple[str, ...]
    alike: Annotated[dict[str, str], Field(description="Word -> the one that it stands for.")]
    more: Annotated[tuple[tuple[str, ...], ...], Field(description="Names that the file of names has not.")]
    called: Annotated[dict[str, tuple[str, ...]], Field(description="Place -> what people call it, before all others.")]
    jobs: Annotated[str, Field(description="A digit for each occupation: how many digits its number of jobs has.")]
    verbs: Annotated[dict[str, tuple[str, ...]], Field(description="Verb -> others that mean the same.")]
    deeds: tuple[FoundDeed, ...]
    wishes: tuple[FoundWish, ...]
    list: Annotated[str, Field(description="The address of the filtered list, up to the filters.")]
    pay: FoundPay | None = optional(None, "Not there if nobody says it.")
    against: Annotated[tuple[str, ...], Field(description="What stands before that which is not wished for.")]
    until: Annotated[tuple[str, ...], Field(description="Words behind which something is wished for again.")]
    refused: str | None = optional(None, "What is said where nothing was typed but what is not wished for.")
    apart: tuple[str, ...]
    idle: tuple[str, ...] = optional((), "Phrases that only ask.")
    both: tuple[str, ...] = optional((), "Words between two names of which both are meant.")
    unlisted: Annotated[tuple[str, ...], Field(description="What nothing is called, though names have these words.")]
    grammar: FoundGrammar | None = optional(None, "Not there if nobody says it.")
    words: FoundWords
