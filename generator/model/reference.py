"""One source of figures: an entry of `content/sources.yml`; and which addresses are not asked whether they answer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import KEPT, Day, Https, Line, Model, Sentence

Exceptions = dict[Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"'`{}|\\^*]+\*?$")], Line]
"""Addresses that `careers links` leaves alone, each with the reason; `*` at the end stands for all that begin so."""


Kept = Annotated[Line, KEPT]


class Reference(Model):
    """Who published the figures, when, under which license, and the credit line that it asks for."""

    publisher: Kept
    title: Kept
    short: Line
    url: Https
    released: Day
    licence: Line
    credit: Annotated[Sentence, KEPT]
    used_for: Sentence
    note: Sentence | None = Field(None, description="What is to be known beside each rating from there.")
    review_by: Day = Field(description="When its publisher brings out the next edition.")
    newer: Line | None = Field(None, description="The edition that has come out since, but is not taken over yet.")
