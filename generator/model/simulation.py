"""How fair the match of interests is to simulated people: content/simulation.yml, made by tools/benchmarks/fairness/.

Shares go from 0 to 1. "All" is among every occupation, "level" among those of the person's own level of preparation.
"""

from __future__ import annotations

import math
from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import NUMBER, WHOLE, Count, Day, Key, Model

Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False), NUMBER]
Coefficient = Annotated[float, Field(ge=-1, le=1, allow_inf_nan=False), NUMBER]
Amount = Annotated[float, Field(ge=0, le=10_000, allow_inf_nan=False), NUMBER]
Limit = Annotated[float, Field(ge=0, le=2, allow_inf_nan=False), NUMBER]
Positive = Annotated[int, Field(ge=1, le=1_000_000_000), WHOLE]
Level = Annotated[int, Field(ge=1, le=5), WHOLE]


class Parameters(Model):
    """What the simulation assumes; distances are steps of the answers from 1 to 5."""

    seed: Count
    people: Positive
    """Simulated people for each occupation."""
    likeness: Coefficient
    """How far interests follow the occupation: r over all people."""
    other_likeness: Coefficient
    """The same for the people who differ more."""
    elevation: Amount
    """Standard deviation of what a person adds to all six interests alike."""
    noise: Amount
    """Standard deviation of one answer around the person's interest, before it is rounded to a whole step."""
    flat_people: Positive
    """Simulated people whose six interests are equal."""
    banded: Positive
    """People of each world whose bands were worked out."""


class Places(Model):
    """A share for each length of a list, among all and within the level."""

    all_10: Share
    all_25: Share
    level_10: Share
    level_25: Share


class Method(Model):
    """What one way to rank does for the people of one world, by the full form."""

    found: Places
    """How often the own occupation is among the first."""
    median: Amount
    """The middle place of the own occupation among all."""
    never: Share
    """Occupations that nobody is shown among the first ten."""
    most: Share
    """People who are shown the occupation that is shown most."""
    sees: dict[Key, Share]
    """People who are shown an occupation that is first of all of an interest."""


class Tenth(Model):
    """Of the occupations whose share of draws lies in one tenth: how many, and how many come again."""

    count: Count
    again: Share


class Bands(Model):
    """What the bands hold, over people with a list, and what a share of draws is worth."""

    lists: Count
    """People with a list on the first day."""
    own_strong: Share
    own_possible: Share
    strong: Amount
    """Occupations in the band, on average."""
    possible: Amount
    strong_again: Share
    """Of the strong ones, how many are among the top on the second day."""
    possible_again: Share
    calibration: tuple[Tenth, ...]
    """By the share of draws in which an occupation was among the top, the lowest tenth first."""


class Scopes(Model):
    """The bands with every occupation ranked, and with those of the level alone."""

    all: Bands
    level: Bands


class Form(Model):
    """The results of one form in one world."""

    items: Positive
    """Items of each scale."""
    alpha: Coefficient
    """Cronbach's alpha, mean of the six scales."""
    retest_r: Coefficient
    """Correlation of the scores of two days, mean of the six scales."""
    told_flat: Share
    """People of an occupation whose answers are called flat."""
    found: Places
    retest: Places
    """How much of the first day's list is in the second's."""
    bands: Scopes


class Forms(Model):
    """Both forms."""

    quick: Form
    full: Form


class World(Model):
    """People who spread over the interests as work does (0), as the sample of the norms does (1), or between."""

    world: Share
    likeness: Coefficient
    """Pearson's r of a person's true interests and the own occupation's, on average."""
    other_likeness: Coefficient
    """The same for the people who differ more."""
    other_found: Places
    """How often the site finds the own occupation of people who differ more, by the full form."""
    methods: dict[Key, Method]
    """The site's own first."""
    sees_by_jobs: dict[Key, Share]
    """By the site: people who are shown an occupation of each first interest, counted by the jobs in their own."""
    sees_by_level: dict[Level, dict[Key, Share]]
    """The same for people of each level of preparation, each counted once."""
    forms: Forms


class Limits(Model):
    """From which share of draws on an occupation is in a band; above 1 where none can be."""

    strong: Limit
    possible: Limit


class ScopeLimits(Model):
    """Limits with every occupation ranked, and with some levels alone."""

    all: Limits
    level: Limits


class FormLimits(Model):
    """Limits by form."""

    quick: ScopeLimits
    full: ScopeLimits


class FormShares(Model):
    """A share for each form."""

    quick: Share
    full: Share


class Simulation(Model):
    """One run of the simulation."""

    made: Day
    sources: tuple[Key, ...]
    """The data the occupations are from."""
    occupations: Positive
    parameters: Parameters
    respondents: Positive
    """People of each world."""
    chance: Places
    """What drawing lots would find."""
    false_lists: FormShares
    """People without any direction who get a list all the same."""
    promises: Limits
    """Of the occupations in a band, how many are to be among the top on another day, in every world."""
    limits: FormLimits
    """The least that keep the promises."""
    worlds: tuple[World, ...] = Field(min_length=1)

    def pool(self, form: Literal["quick", "full"], scope: Literal["all", "level"]) -> tuple[tuple[float, float], ...]:
        """The middle of each tenth of the shares of draws, and how many of it come again, in all worlds."""
        curves = [getattr(getattr(world.forms, form).bands, scope).calibration for world in self.worlds]
        found = []
        for at, tenths in enumerate(zip(*curves, strict=True)):
            count = sum(tenth.count for tenth in tenths)
            if count:
                again = sum(tenth.count * tenth.again for tenth in tenths) / count
                found.append(((at + 0.5) / len(curves[0]), again))
        return tuple(found)

    @staticmethod
    def margin(people: int) -> int:
        """Half of the 95 % interval of a share of one half among so many people, in points: the widest there is."""
        return math.ceil(100 / math.sqrt(people))
