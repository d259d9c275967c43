"""What is counted of simulated people whose occupations have been ranked and put into bands; shares go from 0 to 1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

SCOPES = ("all", "level")
TOPS = (10, 25)
NAMED = 10


def share(part: float, whole: float) -> float:
    """A part of the whole, 0 to 1; 0 of nothing."""
    return round(part / whole, 4) if whole else 0.0


def average(values: Iterable[float]) -> float:
    """The mean; 0 of nothing."""
    known = list(values)
    return share(sum(known), len(known))


def count_flat(people: Sequence[dict[str, Any]]) -> float:
    """The share of people whose answers on the first day are called flat."""
    return average(person["days"][0] is None for person in people)


def find_shares(people: Sequence[dict[str, Any]], method: str) -> dict[str, float]:
    """How often the own occupation is among the first, over first days that were not flat.

    Occupations that share a place are taken in a random order, so each has the same chance of the places left.
    """
    days = [day["places"][method] for person in people if (day := person["days"][0])]

    def chance(place: Sequence[int], top: int) -> float:
        before, tied = place
        return max(0, min(1, (top - before) / tied))

    return {f"{scope}_{top}": average(chance(day[scope], top) for day in days) for scope in SCOPES for top in TOPS}


def compare_days(people: Sequence[dict[str, Any]]) -> dict[str, float]:
    """How much of the first day's list is in the second's, over people with two lists."""
    pairs = [person["days"] for person in people if all(person["days"])]

    def overlap(one: Sequence[int], other: Sequence[int], top: int) -> float:
        return len({*one[:top]} & {*other[:top]}) / len(one[:top])

    return {
        f"{scope}_{top}": average(overlap(one[scope], other[scope], top) for one, other in pairs)
        for scope in SCOPES
        for top in TOPS
    }


def count_bands(people: Sequence[dict[str, Any]], ranked: Sequence[dict[str, Any]], scope: str) -> dict[str, float]:
    """What stands in the two bands on first days that were not flat, and what the second day makes of it.

    `strong_again` and `possible_again` are shares of the occupations in a band that are among the second day's top.
    """
    firsts = [(person["own"], day[scope]) for person in people if (day := person["days"][0])]
    both = [
        [{*day[scope]["strong"], *day[scope]["possible"]} for day in person["days"]]
        for person in people
        if all(person["days"])
    ]
    seconds = [
        (person["days"][0][scope], {*rank["days"][1][scope][: person["tops"][scope]]})
        for person, rank in zip(people, ranked, strict=True)
        if all(person["days"])
    ]
    again = {
        f"{band}_again": average(one in top for day, top in seconds for one in day[band])
        for band in ("strong", "possible")
    }
    return {
        "lists": len(firsts),
        "own_strong": average(own in day["strong"] for own, day in firsts),
        "own_possible": average(own in day["possible"] for own, day in firsts),
        "strong": average(len(day["strong"]) for _, day in firsts),
        "possible": average(len(day["possible"]) for _, day in firsts),
        # Two empty lists have nothing in common and nothing apart; they do not count.
        "jaccard": average(len(one & other) / len(one | other) for one, other in both if one | other),
        **again,
    }


def list_firsts(people: Sequence[dict[str, Any]], scope: str) -> Iterator[int]:
    """Every occupation that is among the first 25 of anybody on a first day."""
    for person in people:
        if day := person["days"][0]:
            yield from day[scope]


def list_named(people: Sequence[dict[str, Any]], scope: str) -> Iterator[int]:
    """Every occupation that is in a band of the person whose own it is."""
    for person in people:
        day = person["days"][0]
        if day and person["own"] in (*day[scope]["strong"], *day[scope]["possible"]):
            yield person["own"]


def find_missing(rows: Sequence[dict[str, str]], seen: Iterable[int]) -> dict[str, Any]:
    """How many occupations were not seen, and the first of them."""
    known = {*seen}
    missing = [row for at, row in enumerate(rows) if at not in known]
    return {
        "count": len(missing),
        "named": [{"code": row["onet_code"], "title": row["title"]} for row in missing[:NAMED]],
    }
