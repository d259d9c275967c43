"""The plane of people and things, data and ideas, in which all interests and occupations have their place."""

from __future__ import annotations

from collections.abc import Sequence


def locate(ratings: Sequence[float]) -> tuple[float, float]:
    """Where six ratings lie: (things against people, data against ideas), both 0 where nothing stands out.

    Positive is towards things and towards data. The weights are the coordinates of the hexagon's corners: Prediger
    (1982), Dimensions underlying Holland's hexagon, Journal of Vocational Behavior 21, 259-287.
    """
    realistic, investigative, artistic, social, enterprising, conventional = ratings
    things = 2 * realistic + investigative - artistic - 2 * social - enterprising + conventional
    data = 1.73 * (enterprising + conventional - investigative - artistic)
    return things, data
