"""Which interests stand out in an occupation."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.occupation import SCALES

MOST = 3
"""As many interests say what an occupation is about: the letters of a Holland code."""

_HALFWAY = 4
"""Half of the way up O*NET's scale of 1 to 7."""


def stands_out(rating: float) -> bool:
    """Whether a rating is at least half of the way up."""
    return rating >= _HALFWAY


def rank_interests(ratings: Sequence[float]) -> tuple[str, ...]:
    """The scales, highest first; equal ratings keep the order around the hexagon."""
    ranked = sorted(zip(SCALES, ratings, strict=True), key=lambda pair: -pair[1])
    return tuple(scale for scale, _ in ranked)


def top_interests(ratings: Sequence[float]) -> tuple[str, ...]:
    """The scales that stand out, highest first, `MOST` at most; at least the highest one is named."""
    rated = dict(zip(SCALES, ratings, strict=True))
    ranked = rank_interests(ratings)
    return tuple(scale for scale in ranked[:MOST] if stands_out(rated[scale])) or ranked[:1]
