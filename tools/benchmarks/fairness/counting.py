"""What is counted of simulated people whose occupations have been ranked and put into bands; shares go from 0 to 1."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

SCOPES = ("all", "level")
TOPS = (10, 25)
BINS = 10
"""Into so many parts of equal width the shares of draws are put for the calibration."""

STEPS = 20
"""Limits of bands are tried in steps of one in so many."""

Person = Mapping[str, Any]
Point = tuple[float, bool]
"""The share of draws in which an occupation was among the top, and whether it is among the second day's top."""


def share(part: float, whole: float) -> float:
    """A part of the whole, 0 to 1; 0 of nothing."""
    return round(part / whole, 4) if whole else 0.0


def average(values: Iterable[float]) -> float:
    """The mean; 0 of nothing."""
    known = list(values)
    return share(sum(known), len(known))


def count_flat(people: Sequence[Person]) -> float:
    """The share of people whose answers on the first day are called flat."""
    return average(person["days"][0] is None for person in people)


def _firsts(people: Sequence[Person]) -> list[tuple[Person, Mapping[str, Any]]]:
    """Each person with a first day that was not flat, and that day."""
    return [(person, day) for person in people if (day := person["days"][0])]


def find_shares(people: Sequence[Person], method: str) -> dict[str, float]:
    """How often the own occupation is among the first, over first days that were not flat.

    Occupations that share a place are taken in a random order, so each has the same chance of the places left.
    """
    days = [day["places"][method] for _, day in _firsts(people)]

    def chance(place: Sequence[int], top: int) -> float:
        before, tied = place
        return max(0, min(1, (top - before) / tied))

    return {f"{scope}_{top}": average(chance(day[scope], top) for day in days) for scope in SCOPES for top in TOPS}


def find_median(people: Sequence[Person], method: str) -> float:
    """The middle place of the own occupation among all, 1 the first; of a shared place the middle."""
    places = [day["places"][method]["all"] for _, day in _firsts(people)]
    return float(statistics.median(before + (tied + 1) / 2 for before, tied in places)) if places else 0.0


def count_exposure(people: Sequence[Person], method: str, firsts: Sequence[str]) -> dict[str, Any]:
    """Who is shown what among the first ten: `firsts` is the highest interest of each occupation, by its place.

    `sees` is the share of people who are shown at least one occupation that is first of all of an interest.
    """
    days = _firsts(people)
    times = Counter(one for _, day in days for one in day["shown"][method])
    return {
        "never": share(sum(1 for at in range(len(firsts)) if not times[at]), len(firsts)),
        "most": share(max(times.values(), default=0), len(days)),
        "sees": see(people, method, firsts, [1] * len(firsts)),
    }


def see(people: Sequence[Person], method: str, firsts: Sequence[str], weights: Sequence[float]) -> dict[str, float]:
    """The shares of people who are shown each first interest, people counted by the weight of their occupation."""
    seen = [(weights[person["own"]], {firsts[one] for one in day["shown"][method]}) for person, day in _firsts(people)]
    total = sum(weight for weight, _ in seen)
    return {
        scale: share(sum(weight for weight, found in seen if scale in found), total) for scale in sorted(set(firsts))
    }


def compare_days(people: Sequence[Person]) -> dict[str, float]:
    """How much of the first day's list is in the second's, over people with two lists."""
    pairs = [person["days"] for person in people if all(person["days"])]

    def overlap(one: Sequence[int], other: Sequence[int], top: int) -> float:
        return len({*one[:top]} & {*other[:top]}) / len(one[:top])

    return {
        f"{scope}_{top}": average(overlap(one[scope], other[scope], top) for one, other in pairs)
        for scope in SCOPES
        for top in TOPS
    }


def list_points(people: Sequence[Person], ranked: Sequence[Person], scope: str) -> Iterator[Point]:
    """Every occupation that a person was shown on the first day in any draw, and what the second day makes of it."""
    for person, rank in zip(people, ranked, strict=True):
        first, _ = person["days"]
        if all(person["days"]):
            top = {*rank["days"][1][scope][: person["tops"][scope]]}
            for one in first[scope]:
                yield one["share"], one["index"] in top


def calibrate(points: Sequence[Point]) -> list[dict[str, float]]:
    """For each tenth of the shares of draws: how many occupations, and how many of them come again."""
    parts: list[list[bool]] = [[] for _ in range(BINS)]
    for found, again in points:
        parts[min(BINS - 1, int(found * BINS))].append(again)
    return [{"count": len(part), "again": average(part)} for part in parts]


def find_limit(curves: Sequence[Sequence[Point]], wanted: float, floor: float, below: float = 2) -> float:
    """The least share of draws, `floor` or more, from which on `wanted` come again in each of `curves`.

    Shares of `below` and more are those of another band; above 1 if no limit keeps the promise.
    """
    for step in range(round(floor * STEPS), STEPS + 1):
        limit = step / STEPS
        bands = [[again for found, again in points if limit <= found < below] for points in curves]
        if all(average(band) >= wanted for band in bands if band):
            return limit
    return 1 + 1 / STEPS


def count_bands(
    people: Sequence[Person], ranked: Sequence[Person], scope: str, limits: Mapping[str, float]
) -> dict[str, float]:
    """What stands in the two bands with these limits on first days that were not flat, and how much comes again."""
    named = [
        (person["own"], {band: _take(day[scope], limits, band) for band in ("strong", "possible")})
        for person, day in _firsts(people)
    ]
    points = list(list_points(people, ranked, scope))
    return {
        "lists": len(named),
        **{f"own_{band}": average(own in day[band] for own, day in named) for band in ("strong", "possible")},
        **{band: average(len(day[band]) for _, day in named) for band in ("strong", "possible")},
        "strong_again": average(again for found, again in points if found >= limits["strong"]),
        "possible_again": average(again for found, again in points if limits["possible"] <= found < limits["strong"]),
    }


def _take(found: Iterable[Mapping[str, Any]], limits: Mapping[str, float], band: str) -> set[int]:
    """The occupations of a band."""
    low = limits[band]
    high = limits["strong"] if band == "possible" else 2
    return {one["index"] for one in found if low <= one["share"] < high}
