"""What is near the readers of one site, where a guide ends: an office, courses, vacancies, whoever answers."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import quote

from pydantic import Field, StringConstraints

from generator.model.base import KEPT, Https, Key, Line, Model, Sentence, checked
from generator.model.occupation import Codes
from generator.model.words import Offers
from generator.prose.forbidden import EMAIL, check_host

_NAME = re.compile(r"\{(\w+)\}")
_REST = r"([^\s<>\"'`{}|\\^]|\{(code|title|slug)\})*$"

Phone = Annotated[
    str, StringConstraints(pattern=r"^\+?[0-9(][0-9() ./-]{2,30}$"), Field(description="Such as +1 555 010 0100.")
]
Email = Annotated[str, StringConstraints(pattern=f"^{EMAIL}$", max_length=254)]
ByOccupation = Annotated[
    str,
    StringConstraints(pattern=r"^https://[^\s<>\"'`{}|\\^/]+/[^\s<>\"'`{}|\\^]*\{(code|title|slug)\}" + _REST),
    checked(check_host),
]
"""An https address with at least one name in braces behind its host."""


class Office(Model):
    """Where a reader can talk with somebody."""

    name: Line
    tells: Sentence | None = Field(None, description="What readers get there, and what it costs.")
    address: Line | None = None
    hours: Line | None = Field(None, description="When somebody is there.")
    phone: Phone | None = None
    email: Email | None = None
    website: Https | None = None

    @property
    def dial(self) -> str:
        """The number as a telephone takes it."""
        return re.sub(r"[^\d+]", "", self.phone or "")


class Step(Model):
    """A link to what comes next, such as courses: one address for all, one made for each occupation, or both."""

    label: Line
    tells: Sentence | None = Field(None, description="What a reader finds there.")
    address: Https | None = Field(None, description="The page for whoever has no occupation in mind.")
    by_occupation: ByOccupation | None = Field(
        None, description="The address for one occupation; {code}, {title} and {slug} are filled in."
    )
    scheme: Annotated[Key, Offers("classifications")] | None = Field(
        None, description="The classification that {code} is of, such as soc."
    )

    @property
    def names(self) -> frozenset[str]:
        """What is filled in for an occupation."""
        return frozenset(_NAME.findall(self.by_occupation or ""))

    def lead(self, title: str, slug: str, codes: Codes) -> str:
        """The address for an occupation; that for all where it has no such code, "" where there is none."""
        known = {"code": next(iter(codes.get(self.scheme or "", ())), ""), "title": title, "slug": slug}
        if not self.by_occupation or not all(known[name] for name in self.names):
            return self.address or ""
        return _NAME.sub(lambda found: quote(known[found[1]], safe=""), self.by_occupation)


class Local(Model):
    """`content/local.yml`, which a site need not have."""

    office: Office | None = None
    next: dict[Annotated[Key, KEPT], Step] = Field(
        default_factory=dict, description="Under a name of its own each: courses, vacancies, apprenticeships, contact."
    )

    def list_steps(self) -> list[tuple[Step, str]]:
        """The links for whoever has no occupation in mind."""
        return [(step, step.address) for step in self.next.values() if step.address]

    def list_steps_of(self, title: str, slug: str, codes: Codes) -> list[tuple[Step, str]]:
        """The links for an occupation, each with its address."""
        found = ((step, step.lead(title, slug, codes)) for step in self.next.values())
        return [(step, address) for step, address in found if address]
