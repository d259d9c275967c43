"""The plane of people and things, data and ideas, in which all interests and occupations have their place."""

from __future__ import annotations

from collections.abc import Sequence

THINGS = (2.0, 1.0, -1.0, -2.0, -1.0, 1.0)
DATA = (0.0, -1.73, -1.73, 0.0, 1.73, 1.73)
"""Where the corners of the hexagon lie, in the order of the scales: towards things against people, data against ideas.

Prediger (1982), Dimensions underlying Holland's hexagon, Journal of Vocational Behavior 21, 259-287.
"""


def locate(ratings: Sequence[float]) -> tuple[float, float]:
    """Where six ratings lie: (things against people, data against ideas), both 0 where nothing stands out."""
    things, data = (sum(w * rating for w, rating in zip(axis, ratings, strict=True)) for axis in (THINGS, DATA))
    return things, data
