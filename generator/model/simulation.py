"""How often simulated people find what they should: content/simulation.yml, made by tools/benchmarks/accuracy.py.

Shares go from 0 to 1. "All" is among every occupation, "level" among those of the person's own level of preparation.
"""

from __future__ import annotations

import math
from typing import Annotated

from pydantic import Field

from generator.model.base import NUMBER, WHOLE, Count, Day, Line, Model

Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False), NUMBER]
Coefficient = Annotated[float, Field(ge=-1, le=1, allow_inf_nan=False), NUMBER]
Amount = Annotated[float, Field(ge=0, le=10_000, allow_inf_nan=False), NUMBER]
Positive = Annotated[int, Field(ge=1, le=1_000_000_000), WHOLE]


class Parameters(Model):
    """What the simulation assumes; distances are steps of the answers from 1 to 5."""

    seed: Count
    people: Positive
    """Simulated people for each occupation."""
    compression: Amount
    """How much of an occupation's distance from the middle its people have."""
    elevation: Amount
    """Standard deviation of what a person adds to all six interests alike."""
    deviation: Amount
    """Standard deviation of what a person adds to each interest."""
    other_deviation: Amount
    """The same for the people who differ more."""
    noise: Amount
    """Standard deviation of one answer around the person's interest, before it is rounded to a whole step."""
    flat_people: Positive
    """Simulated people whose six interests are equal."""
    banded: Positive
    """People whose bands were worked out."""


class Places(Model):
    """A share for each length of a list, among all and within the level."""

    all_10: Share
    all_25: Share
    level_10: Share
    level_25: Share


class Methods(Model):
    """How often the own occupation is among the first, by each way to rank them."""

    correlation: Places
    """Pearson's r, which the site uses."""
    distance: Places
    """Euclidean distance of the scores."""
    letters: Places
    """Iachan's index (1984) of the three highest letters."""


class Bands(Model):
    """What the bands hold, over people with a list."""

    lists: Count
    """People with a list on the first day."""
    own_strong: Share
    own_possible: Share
    strong: Amount
    """Occupations in the band, on average."""
    possible: Amount
    jaccard: Share
    """Occupations in a band on both days, as a share of those on either; two empty lists do not count."""
    strong_again: Share
    """Of the strong ones, how many are among the top on the second day."""
    possible_again: Share


class Scopes(Model):
    """The bands with every occupation ranked, and with those of the level alone."""

    all: Bands
    level: Bands


class Form(Model):
    """The results of one form."""

    items: Positive
    """Items of each scale."""
    alpha: Coefficient
    """Cronbach's alpha, mean of the six scales."""
    retest_r: Coefficient
    """Correlation of the scores of two days, mean of the six scales."""
    told_flat: Share
    """People of an occupation whose answers are called flat."""
    found: Methods
    retest: Places
    """How much of the first day's list is in the second's."""
    bands: Scopes
    false_lists: Share
    """People without any direction who get a list all the same."""
    other_told_flat: Share
    other_found: Places
    """By Pearson's r, for the people who differ more."""


class Forms(Model):
    """Both forms."""

    quick: Form
    full: Form


class Named(Model):
    """An occupation of O*NET."""

    code: Line
    title: Line


class Missed(Model):
    """Occupations that never came up: how many, and the first of them."""

    count: Count
    named: tuple[Named, ...] = Field((), max_length=10)


class Misses(Model):
    """Occupations that never came up, in four ways to look for them."""

    never_first_all: Missed
    """Among the first 25 of anybody."""
    never_first_level: Missed
    never_named_all: Missed
    """In a band of somebody who answers just as the occupation's profile is."""
    never_named_level: Missed


class Simulation(Model):
    """One run of the simulation."""

    made: Day
    release: Line
    """The data the occupations are from."""
    occupations: Positive
    parameters: Parameters
    respondents: Positive
    likeness: Coefficient
    """Pearson's r of a person's true interests and the own occupation's, on average."""
    other_likeness: Coefficient
    """The same for the people who differ more."""
    chance: Places
    """What drawing lots would find."""
    forms: Forms
    fewest_lists: Count
    """How often the rarest occupation is among somebody's first 25, full form."""
    most_lists: Count
    """How often the most common one is."""
    missed: Misses

    @staticmethod
    def margin(people: int) -> int:
        """Half of the 95 % interval of a share of one half among so many people, in points: the widest there is."""
        return math.ceil(100 / math.sqrt(people))
