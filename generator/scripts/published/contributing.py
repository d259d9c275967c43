"""What the form is made of with which readers write a profile in the browser: the model of profiles, as data."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from generator.scripts.published.parts import Address, File, Published, Slugs, Texts, optional, section

Kind = Literal["line", "text", "prose", "word", "number", "whole", "day", "group"]


def _bound(description: str) -> Any:
    """A limit of a number; 0 is one, too."""
    return Field(None, description=description, exclude_if=lambda value: value is None)


class Choice(Published):
    """A word of a list."""

    key: str
    label: str
    help: str = optional("", "What it means.")


class FormField(Published):
    """One field of a profile, or one entry of a list."""

    key: str
    kind: Annotated[Kind, Field(description="Line: no markup; text: a paragraph; prose: paragraphs and lists.")]
    required: bool
    label: str
    help: str = optional("", "What to write, as the schema has it.")
    example: str = optional("", "What somebody else might write; of a list, one entry a line.")
    many: bool = optional(False, "Whether it is a list.")
    keyed: bool = optional(False, "Whether it is written by key: `fields` are the key and what stands there.")
    least: int | None = optional(None, "Entries.")
    most: int | None = optional(None, "Entries.")
    letters: int | None = optional(None, "At most.")
    low: float | None = _bound("A number is at least that.")
    high: float | None = _bound("A number is at most that.")
    above: float | None = _bound("A number is more than that.")
    pattern: str = optional("", "What a text has to be like.")
    words: str = optional("", "The list whose words may stand here.")
    fields: tuple[FormField, ...] = optional((), "Of a group.")


class Part(Published):
    """Some fields of a profile under one heading."""

    key: str
    title: str
    fields: tuple[FormField, ...]


class Refused(Published):
    """What no text may hold."""

    fault: Literal["html", "braces", "hidden", "markup"]
    pattern: str
    kinds: tuple[Kind, ...]


class Links(Published):
    """Where links in texts may lead."""

    found: Annotated[str, Field(description="What finds them, with text and target.")]
    half: Annotated[str, Field(description="What finds one that is none.")]
    targets: Annotated[tuple[str, ...], Field(description="One of these patterns has to fit.")]


class Places(Published):
    """Where a proposal goes, as the publisher has set it; empty: there is no such place."""

    new: Annotated[str, Field(description="The address of a new file, with {path} and {text}.")]
    edit: Annotated[str, Field(description="The address of a file to change, with {path}.")]
    mail: Annotated[str, Field(description="Whom to write to.")]
    path: Annotated[str, Field(description="The file of a profile, with {slug}.")]


class FormFile(File):
    """The form, its words, and what becomes of what was written."""

    text: Annotated[Texts, section("contributing")]
    parts: tuple[Part, ...]
    order: Annotated[tuple[str, ...], Field(description="The fields as a file has them.")]
    figures: Annotated[
        tuple[str, ...], Field(description="Fields that tables mostly fill: nobody sees who wrote them.")
    ]
    words: Annotated[dict[str, tuple[Choice, ...]], Field(description="Lists by their names.")]
    refused: tuple[Refused, ...]
    links: Links
    days: Annotated[tuple[str, str], Field(description="The first and the last day there may be.")]
    taken: Annotated[tuple[str, ...], Field(description="Names that no profile may have.")]
    places: Places
    profile: Annotated[Address, Field(description="Of all that is published of a profile, with {slug}.")]
    page: Annotated[Address, Field(description="Of an occupation's page, with {slug}.")]


class BeginningsFile(File):
    """What is known of the occupations that nobody has written about: what a profile of one begins with."""

    slug: Slugs
    title: tuple[str, ...]
    one: Annotated[dict[str, str], Field(description="Place -> what one person is called, where anybody knows.")]
    aliases: tuple[tuple[str, ...], ...]
    field: tuple[str, ...]
    codes: tuple[dict[str, tuple[str, ...]], ...]
    related: Annotated[tuple[tuple[str, ...], ...], Field(description="Names of profiles near by.")]
