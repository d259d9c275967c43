"""One occupation profile: the format that editors write in `occupations/<slug>.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, Field, StringConstraints

from generator.model.base import (
    NUMBER,
    WHOLE,
    Code,
    Count,
    Currency,
    Day,
    Key,
    Line,
    Model,
    Money,
    Plain,
    Prose,
    Rating,
    Region,
    Sentence,
    Slug,
    Year,
)
from generator.model.words import Of, Offers

Source = Annotated[Key, Of("sources"), Field(description="Who published it: a key of content/sources.yml.")]
"""The key of a source in `content/sources.yml`."""

SCALES = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
"""The six Holland (RIASEC) scales in their order around the hexagon (Holland, Making Vocational Choices, 1997)."""


VALUES = ("achievement", "independence", "recognition", "relationships", "support", "working_conditions")
"""The six work values, sums of the 20 needs of the theory of work adjustment (Dawis and Lofquist, 1984)."""


Codes = dict[Key, Annotated[tuple[Code, ...], Field(min_length=1)]]
"""Scheme, such as `soc` -> codes of it that the profile covers; of the first one it shows the ratings."""


class InterestRatings(BaseModel):
    """How far the work feeds each interest, 1 to 7, one a Holland scale."""

    realistic: Rating
    investigative: Rating
    artistic: Rating
    social: Rating
    enterprising: Rating
    conventional: Rating


class ValueRatings(BaseModel):
    """How far the work serves each value, 1 to 7."""

    achievement: Rating
    independence: Rating
    recognition: Rating
    relationships: Rating
    support: Rating
    working_conditions: Rating


class Interests(InterestRatings, Model):
    """O*NET Occupational Interest ratings (OI), 1 to 7, one a Holland scale."""

    source: Source

    def ratings(self) -> tuple[float, ...]:
        """The six ratings in the order of `SCALES`."""
        return tuple(getattr(self, scale) for scale in SCALES)


class Values(ValueRatings, Model):
    """O*NET work-value extents, 1 to 7."""

    source: Source

    def ratings(self) -> tuple[float, ...]:
        """The six extents in the order of `VALUES`."""
        return tuple(getattr(self, value) for value in VALUES)


class Education(Model):
    """What is typical at entry; keys of `vocabulary/education.yml`."""

    entry: Annotated[Key, Of("education", "entry")] = Field(description="Schooling.")
    experience: Annotated[Key, Of("education", "experience")] = Field(description="Experience in other work.")
    training: Annotated[Key, Of("education", "training")] = Field(description="Training on the job.")
    source: Source


EDUCATION = ("entry", "experience", "training")
"""The parts of `Education`, which name a vocabulary's groups."""


Unit = Literal["year", "month", "hour"]
"""Of time, for which pay is told; amounts of different units are not compared."""


Point = Literal["p10", "p25", "median", "p75", "p90"]


Told = Literal["median", "mean"]
"""What can stand for all pay."""


Where = Annotated[
    Region, Offers("regions"), Field(description="The country, by its code in content/vocabulary/regions.yml.")
]
Priced = Annotated[Currency, Offers("currencies"), Field(description="Its code of three letters, such as EUR.")]


class Pay(Model):
    """What the occupation pays in one region and year: median, mean and four percentiles, as far as published."""

    region: Where
    year: Year = Field(description="The year that it was paid in.")
    currency: Priced
    per: Unit = Field(description="For which time it is told.")
    mean: Money | None = Field(None, description="All pay, divided by all people.")
    p10: Money | None = Field(None, description="A tenth of the people get less.")
    p25: Money | None = Field(None, description="A quarter of the people get less.")
    median: Money | None = Field(None, description="Half of the people get less.")
    p75: Money | None = Field(None, description="A quarter of the people get more.")
    p90: Money | None = Field(None, description="A tenth of the people get more.")
    at_least: tuple[Point, ...] = Field((), description="Which of these amounts are bounds: the pay is at least that.")
    covers: Line | None = Field(None, description="Says it when the wage describes only part of the profile.")
    source: Source

    def points(self) -> tuple[tuple[str, float], ...]:
        """The published points as (name, amount), lowest first."""
        named = (("p10", self.p10), ("p25", self.p25), ("median", self.median), ("p75", self.p75), ("p90", self.p90))
        return tuple((name, amount) for name, amount in named if amount is not None)

    @property
    def told(self) -> Told | None:
        """Which amount stands for all pay where there is room for one; None where other percentiles alone are there."""
        return "median" if self.median is not None else "mean" if self.mean is not None else None

    @property
    def amount(self) -> float | None:
        """That amount."""
        return self.mean if self.median is None else self.median


Direction = Literal["more", "fewer", "same"]
Trend = Literal["growth", "little", "decline"]
Replacement = Literal["all", "most", "some"]


class Outlook(Model):
    """A projection of the number of jobs in one region."""

    region: Where
    from_: Year = Field(alias="from", description="The year it begins with.")
    to: Year = Field(description="The year it ends with.")
    jobs: Count = Field(description="Jobs in the first year, one by one and not in thousands.")
    jobs_projected: Count = Field(description="Jobs expected in the last year.")
    change_percent: Annotated[float, Field(ge=-100, le=1000, allow_inf_nan=False), NUMBER] = Field(
        description="By how much the number of jobs is to change, as published; below 0 for a decline."
    )
    openings_per_year: Count = Field(description="Jobs to be filled each year, also those that people leave.")
    source: Source

    @property
    def difference(self) -> int:
        """How many more jobs there will be; below 0 if fewer."""
        return self.jobs_projected - self.jobs

    @property
    def direction(self) -> Direction:
        """Which way the number of jobs goes, however little that is in percent."""
        return "same" if self.difference == 0 else "more" if self.difference > 0 else "fewer"

    @property
    def trend(self) -> Trend:
        """The change in a word: `little` where it rounds to 0 %, as the Occupational Outlook Handbook has it."""
        return "little" if abs(self.change_percent) < 0.5 else "growth" if self.change_percent > 0 else "decline"

    @property
    def replacement(self) -> Replacement:
        """How many of the openings come from people who leave: growth alone makes new jobs."""
        openings = self.openings_per_year * (self.to - self.from_)
        return "all" if self.difference <= 0 else "most" if 2 * self.difference < openings else "some"


ConditionKey = Annotated[
    str, StringConstraints(pattern=r"^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$"), Offers("environments/conditions")
]
"""A condition of work as group/key."""


class Environment(Model):
    """The conditions of the work; keys of the groups in `vocabulary/environments.yml`."""

    setting: tuple[Annotated[Key, Of("environments", "setting")], ...] = Field(min_length=1)
    body: tuple[Annotated[Key, Of("environments", "body")], ...] = Field(min_length=1)
    hours: tuple[Annotated[Key, Of("environments", "hours")], ...] = Field(min_length=1)
    people: tuple[Annotated[Key, Of("environments", "people")], ...] = Field(min_length=1)
    hazards: tuple[Annotated[Key, Of("environments", "hazards")], ...] = Field(
        description="An empty list says that there are none worth naming."
    )
    remote: Annotated[Key, Of("environments", "remote")]
    sometimes: tuple[ConditionKey, ...] = Field(
        (), description="Which of the conditions above only some jobs have, each as group/key; the others most have."
    )

    def is_often(self, group: str, key: str) -> bool:
        """Whether most posts have the condition, and not just some."""
        return f"{group}/{key}" not in self.sometimes

    def listed(self, group: str) -> tuple[str, ...]:
        """The keys of one group, of one that holds a single key too."""
        keys = getattr(self, group)
        return keys if isinstance(keys, tuple) else (keys,)

    def terms(self) -> tuple[tuple[str, int | None, str], ...]:
        """Every (group, index or None where it holds a single key, key)."""
        found: list[tuple[str, int | None, str]] = []
        for group in CONDITIONS:
            keys = getattr(self, group)
            if isinstance(keys, tuple):
                found += [(group, index, key) for index, key in enumerate(keys)]
            else:
                found.append((group, None, keys))
        return tuple(found)


CONDITIONS = tuple(name for name in Environment.model_fields if name != "sometimes")
"""The groups of conditions."""


class SkillUse(Model):
    """A skill and how this occupation uses it."""

    skill: Annotated[Key, Of("skills")] = Field(description="A key of content/vocabulary/skills.yml.")
    why: Sentence = Field(description="One sentence on how this job uses it.")


LearningUnit = Literal["years", "months", "weeks"]
IN_A_YEAR: Mapping[LearningUnit, int] = {"years": 1, "months": 12, "weeks": 52}
"""How many of each make a year."""

Learned = Annotated[float, Field(gt=0, le=200, allow_inf_nan=False), NUMBER]
"""A length of time in its unit."""


class Time(Model):
    """How long a way in takes, in the numbers of its text."""

    from_: Learned = Field(alias="from", description="The shortest that the text tells of.")
    to: Learned | None = Field(
        None, description="The longest; the same number where the text has one alone. Without it the end is open."
    )
    unit: LearningUnit = Field(description="years, months or weeks.")

    @property
    def years(self) -> tuple[float, float | None]:
        """The shortest and the longest in years; None where the end is open."""
        times = IN_A_YEAR[self.unit]
        return self.from_ / times, None if self.to is None else self.to / times

    @property
    def is_longer(self) -> bool:
        """Whether it may take longer than the shortest, by a number."""
        return self.to is not None and self.to > self.from_

    @property
    def is_open(self) -> bool:
        """Whether no number says how long it takes at most."""
        return self.to is None


Paid = Literal["full", "part", "beside", "none"]
PAID: tuple[Paid, ...] = get_args(Paid)
"""How far there is pay while one learns: the keys of `vocabulary/paid.yml`."""


class Route(Model):
    """One way into the occupation; what it takes is told in words, and in numbers as far as the words have any."""

    name: Line
    steps: tuple[Sentence, ...] = Field(min_length=1)
    takes: Line
    time: Time | None = Field(None, description="The same in numbers, for the picture.")
    paid: Annotated[Paid, Offers("paid")] | None = Field(
        None, description="Whether one is paid while learning: a key of content/vocabulary/paid.yml."
    )
    needs: Line
    costs: Line | None = Field(None, description="What the learner pays; an amount of money needs a source.")
    source: Source | None = Field(None, description="Who published that amount: a key of content/sources.yml.")


class Experiment(Model):
    """Something a reader can do, with the time it takes and what it costs."""

    do: Sentence
    takes: Line
    cost: Line


Experiments = Annotated[tuple[Experiment, ...], Field(min_length=1)]


class Explore(Model):
    """The six methods of cultivating an interest, applied to this occupation."""

    know_yourself: tuple[Sentence, ...] = Field(min_length=1, description="Questions to put to yourself.")
    explore: Experiments
    network: Experiments
    learn: Experiments
    integrate: Experiments
    create: Experiments


LicenceNeeded = Literal["none", "some-posts", "some-places", "most-places", "everywhere"]
LICENCES: tuple[LicenceNeeded, ...] = get_args(LicenceNeeded)
"""How far the law asks for a license: the keys of `vocabulary/licence.yml`."""


class Licence(Model):
    """How far the law asks for a license; what follows from that is read from `needed`, never from the text."""

    needed: Annotated[LicenceNeeded, Offers("licence")] = Field(
        description="A key of vocabulary/licence.yml, which says what each means."
    )
    text: Prose | None = Field(None, description="What the law asks for, from whom and where.")


class Related(Model):
    """A neighboring occupation and why a reader may want to look at it."""

    slug: Annotated[Slug, Of("occupations")] = Field(description="The name of its file, without .yml.")
    why: Sentence = Field(description="One sentence: why somebody who likes this may like that.")


class Listed(Model):
    """What every occupation of a list has: one with a profile, and one of which figures alone are known."""

    title: str
    aliases: tuple[str, ...] = ()
    summary: str
    field: Annotated[Key, Of("fields")]
    codes: Annotated[Codes, Offers("classifications")] = Field(
        default_factory=dict, description="Official codes by classification; figures are looked up by them."
    )
    preparation: Annotated[int, Field(ge=1, le=5), WHOLE, Offers("preparation")] | None = Field(
        None, description="O*NET job zone."
    )
    interests: Interests | None = None
    values: Values | None = None
    education: Education | None = None
    pay: tuple[Pay, ...] = ()
    outlook: tuple[Outlook, ...] = ()

    @property
    def main_pay(self) -> Pay | None:
        """The pay that stands for the occupation where there is room for one figure."""
        return self.pay[0] if self.pay else None

    @property
    def main_pays(self) -> tuple[Pay, ...]:
        """The same of each country where there is an amount to tell, that of the occupation first."""
        found: dict[Region, Pay] = {}
        for pay in self.pay:
            if pay.told:
                found.setdefault(pay.region, pay)
        return tuple(found.values())

    @property
    def main_outlook(self) -> Outlook | None:
        """The projection that stands for the occupation where there is room for one."""
        return self.outlook[0] if self.outlook else None

    def sources(self) -> frozenset[str]:
        """The keys of all sources that its figures name."""
        single = (self.interests, self.values, self.education)
        return frozenset(figure.source for figure in (*single, *self.pay, *self.outlook) if figure)

    def ratings(self) -> tuple[float, ...] | None:
        """The six interest ratings, if there are any."""
        return self.interests.ratings() if self.interests else None


class Occupation(Listed):
    """One occupation profile."""

    title: Plain = Field(max_length=80, description="Singular, sentence case.")
    aliases: tuple[Annotated[Plain, Field(max_length=60)], ...] = Field((), max_length=15)
    summary: Plain = Field(max_length=200, description="One or two sentences that a 14-year-old understands.")
    pay_covers: Annotated[dict[Region, Line], Offers("regions")] = Field(
        default_factory=dict, description="Region -> what only an editor knows of whom the pay of the tables covers."
    )
    prospects: Prose | None = Field(None, description="Why the number of jobs changes, in an editor's own words.")
    what_they_do: Prose
    tasks: tuple[Sentence, ...] = Field(min_length=5, max_length=8)
    day: Prose
    environment: Environment
    skills: tuple[SkillUse, ...] = Field(min_length=3)
    good_sides: tuple[Sentence, ...] = Field(min_length=1)
    hard_sides: tuple[Sentence, ...] = Field(min_length=1, description="What makes people leave; never empty.")
    routes: tuple[Route, ...] = Field(min_length=1)
    licence: Licence
    progression: Prose
    explore: Explore
    related: tuple[Related, ...] = ()
    reviewed: Day
    reviewed_by: Line | None = Field(
        None,
        description="Who checked it on that day, by name or by trade: `Ana Ruiz, electrician`; only with their word.",
    )
    added: Day | None = Field(None, description="The day on which the profile was first published.")
    formerly: tuple[Slug, ...] = Field((), max_length=10, description="Old file names; their addresses lead here.")

    def sources(self) -> frozenset[str]:
        """Those of its figures, and of what ways in cost."""
        return super().sources() | {route.source for route in self.routes if route.source}
