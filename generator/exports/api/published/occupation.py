"""Profiles: the list of all in short, and each whole."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import ConfigDict, Field

from generator.exports.api.published.facts import Facts
from generator.exports.api.published.figures import OutlookFromKey, OutlookWithOrigin, PayFromKey, PayWithOrigin
from generator.exports.api.published.parts import Address, Head, Name, OriginOfFigure, Published, Rich, Term, Text
from generator.model.occupation import LicenceNeeded, Unit


class Level(Published):
    """The level of preparation, from 1 (little) to 5 (extensive)."""

    level: Annotated[int, Field(ge=1, le=5)]
    label: Text


class Education(Published):
    """What is typical at entry."""

    entry: Term
    experience: Term
    training: Term


class Condition(Term):
    """A condition of the work."""

    often: Annotated[bool, Field(description="Most posts have it; false: some posts only.")]


class Environment(Published):
    """The conditions of the work."""

    setting: tuple[Condition, ...]
    body: tuple[Condition, ...]
    hours: tuple[Condition, ...]
    people: tuple[Condition, ...]
    hazards: Annotated[tuple[Condition, ...], Field(description="Empty: none worth naming.")]
    remote: Condition


Rating = Annotated[float, Field(ge=1, le=7)]


class Interests(Published):
    """Interest ratings, one a Holland scale."""

    realistic: Rating
    investigative: Rating
    artistic: Rating
    social: Rating
    enterprising: Rating
    conventional: Rating


class Values(Published):
    """How far the work serves each value."""

    achievement: Rating
    independence: Rating
    recognition: Rating
    relationships: Rating
    support: Rating
    working_conditions: Rating


class SkillUse(Term):
    """A skill and how this occupation uses it."""

    why: Rich


class Needed(Published):
    """How far the law asks for a license."""

    needed: Term
    text: Annotated[Rich | None, Field(description="What it asks for; null: nothing is to be said. CommonMark.")]


class Time(Published):
    """How long a way in takes, in numbers."""

    model_config = ConfigDict(populate_by_name=True)

    from_: Annotated[float, Field(alias="from")]
    to: Annotated[float | None, Field(description="Null: the end is open.")]
    unit: Annotated[str, Field(pattern="^(years|months|weeks)$")]


class Route(Published):
    """One way into the occupation."""

    name: Text
    steps: tuple[Rich, ...]
    takes: Text
    time: Annotated[Time | None, Field(description="The same in numbers; null: it is told in words alone.")]
    paid: Annotated[Term | None, Field(description="Whether one is paid while learning; null: nobody says.")]
    needs: Text
    costs: Annotated[Text | None, Field(description="What the learner pays; null: nobody says.")]
    source: Annotated[OriginOfFigure | None, Field(description="Of the amounts in `costs`.")]


class Experiment(Published):
    """Something a reader can do, with the time it takes and what it costs."""

    do: Rich
    takes: Text
    cost: Text


class Explore(Published):
    """The six methods of cultivating an interest, applied to this occupation."""

    know_yourself: tuple[Rich, ...]
    explore: tuple[Experiment, ...]
    network: tuple[Experiment, ...]
    learn: tuple[Experiment, ...]
    integrate: tuple[Experiment, ...]
    create: tuple[Experiment, ...]


class Related(Published):
    """A neighboring occupation and why a reader may want to look at it."""

    slug: Name
    title: Text
    url: Address
    why: Rich


class Core(Published):
    """What the list and the whole profile have in common."""

    slug: Annotated[Name, Field(description="The name of the profile in addresses.")]
    url: Annotated[Address, Field(description="The page.")]
    title: Text
    aliases: Annotated[tuple[str, ...], Field(description="Other names that people search for.")]
    summary: Text
    codes: Annotated[
        dict[str, tuple[str, ...]],
        Field(
            description="Official codes by classification, such as soc and onet; the ratings are those of the first."
        ),
    ]
    interests: Annotated[
        Interests | None, Field(description="Ratings from 1 to 7, one a Holland interest; null: there are none.")
    ]
    values: Annotated[Values | None, Field(description="Ratings from 1 to 7, one a work value; null: there are none.")]
    licence_needed: Annotated[LicenceNeeded, Field(description="How far the law asks for a license.")]
    reviewed: Annotated[datetime.date, Field(description="The day on which an editor last checked the profile.")]
    reviewed_by: Annotated[
        str | None, Field(description="Who checked it on that day, by name or trade; null: nobody wants to be named.")
    ]
    added: Annotated[datetime.date | None, Field(description="The day on which it was first published, if known.")]
    formerly: Annotated[tuple[str, ...], Field(description="Names that the profile had before.")]


class Row(Core):
    """A profile in the list: what a table would hold; keys are those of the vocabularies."""

    interests_source: Annotated[str | None, Field(description="A key of `sources`; null: there are no ratings.")]
    values_source: Annotated[str | None, Field(description="A key of `sources`; null: there are no values.")]
    field: str
    field_label: Text
    preparation: Annotated[Annotated[int, Field(ge=1, le=5)] | None, Field(description="Null: it is not known.")]
    education: Annotated[str | None, Field(description="Education that is typical at entry; null: it is not known.")]
    experience: Annotated[str | None, Field(description="Experience in a related job that employers ask for.")]
    training: Annotated[str | None, Field(description="Training on the job.")]
    education_source: Annotated[
        str | None, Field(description="Of education, experience and training: a key of `sources`.")
    ]
    skills: tuple[str, ...]
    environment: Annotated[tuple[str, ...], Field(description="Conditions of the work as group/term.")]
    sometimes: Annotated[tuple[str, ...], Field(description="Those of them that some posts alone have.")]
    related: tuple[Name, ...]
    pay_median: Annotated[float | None, Field(description="Of the first entry of `pay`; null: there is none.")]
    pay_at_least: Annotated[bool, Field(description="Whether the median is a bound: it is at least that.")]
    pay_per: Unit | None
    pay_currency: str | None
    pay: tuple[PayFromKey, ...]
    outlook: tuple[OutlookFromKey, ...]
    profile: Annotated[Address, Field(description="The whole profile as JSON.")]


class Profile(Core):
    """One occupation, everything that its page says."""

    interests_source: Annotated[OriginOfFigure | None, Field(description="Null: there are no ratings.")]
    values_source: Annotated[OriginOfFigure | None, Field(description="Null: there are no values.")]
    field: Term
    preparation: Annotated[Level | None, Field(description="Null: it is not known.")]
    education: Annotated[Education | None, Field(description="Null: it is not known.")]
    education_source: OriginOfFigure | None
    pay: tuple[PayWithOrigin, ...]
    outlook: tuple[OutlookWithOrigin, ...]
    prospects: Annotated[Rich | None, Field(description="Why the number of jobs changes, by an editor; CommonMark.")]
    what_they_do: Rich
    tasks: tuple[Rich, ...]
    day: Annotated[Rich, Field(description="A working day that one could believe; CommonMark.")]
    environment: Environment
    skills: tuple[SkillUse, ...]
    good_sides: tuple[Rich, ...]
    hard_sides: Annotated[tuple[Rich, ...], Field(min_length=1, description="What makes people leave; never empty.")]
    routes: tuple[Route, ...]
    licence: Needed
    progression: Rich
    explore: Explore
    related: tuple[Related, ...]
    facts: Annotated[Facts, Field(description="What official tables tell of its codes besides.")]


class ProfileFile(Head):
    """One profile with its license and sources."""

    credit: Annotated[tuple[str, ...], Field(description="The lines to show with what you take, as plain text.")]
    occupation: Profile


class ListFile(Head):
    """Every profile in short, by title."""

    occupations: tuple[Row, ...]
