"""People of three worlds are ranked, and what their lists are worth is counted."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tools.benchmarks.fairness.counting import (
    SCOPES,
    TOPS,
    Person,
    average,
    calibrate,
    compare_days,
    count_bands,
    count_exposure,
    count_flat,
    find_limit,
    find_median,
    find_shares,
    list_points,
    see,
    share,
)
from tools.benchmarks.fairness.rated import Rated

WORLDS = (0.0, 0.5, 1.0)
"""How the people spread over the interests: as work does, half way, as the sample of the norms does."""

PROMISES = {"strong": 0.6, "possible": 0.3}
"""Of the occupations in a band, so many are to be among the top on another day."""

FLOORS = {"strong": 0.7, "possible": 0.3}
"""Shares of draws that a band asks for however well it keeps its promise: more than a short list helps nobody."""

FORMS = {"quick": 5, "full": 10}
METHODS = (
    "site",
    "raw",
    *(f"normed_{share}" for share in ("work", "quarter", "half", "most", "full")),
    "distance",
    "letters",
)
CHUNK = 100

Call = Callable[..., Any]


def spread(count: int, wanted: int) -> list[int]:
    """`wanted` places at even distances among `count`."""
    wanted = min(wanted, count)
    return [at * count // wanted for at in range(wanted)]


def simulate(call: Call, rated: Sequence[Rated], parameters: dict[str, Any], norms: dict[str, Any]) -> dict[str, Any]:
    """All that is measured, as content/simulation.yml has it."""
    call("begin", [{"profile": one.profile, "level": one.level} for one in rated], parameters, norms)
    false = gather("flat people", parameters["flat_people"], lambda a, b: [call("countFalse", b - a)])
    false_lists = {form: share(sum(part[form] for part in false), parameters["flat_people"]) for form in FORMS}
    runs = [run_world(call, rated, world, parameters) for world in WORLDS]
    limits = {
        form: {scope: find_limits([run.points[form][scope] for run in runs]) for scope in SCOPES} for form in FORMS
    }
    sizes = Counter(one.level for one in rated)
    return {
        "respondents": parameters["people"] * len(rated),
        "chance": {
            **{f"all_{top}": share(min(top, len(rated)), len(rated)) for top in TOPS},
            **{f"level_{top}": average(min(1, top / sizes[one.level]) for one in rated) for top in TOPS},
        },
        "false_lists": false_lists,
        "promises": PROMISES,
        "limits": limits,
        "worlds": [run.tell(limits) for run in runs],
    }


def find_limits(curves: Sequence[Sequence[tuple[float, bool]]]) -> dict[str, float]:
    """The least shares of draws that keep the promises in every world."""
    strong = find_limit(curves, PROMISES["strong"], FLOORS["strong"])
    return {"strong": strong, "possible": find_limit(curves, PROMISES["possible"], FLOORS["possible"], strong)}


@dataclass(frozen=True)
class Run:
    """The people of one world, ranked and banded, and the people who differ more."""

    world: float
    rated: Sequence[Rated]
    ranked: Mapping[str, Sequence[Person]]
    others: Sequence[Person]
    banded: Mapping[str, Sequence[Person]]
    places: Sequence[int]
    reliability: Mapping[str, Mapping[str, float]]

    @property
    def points(self) -> dict[str, dict[str, list[tuple[float, bool]]]]:
        """By form and scope, what was shown and came again."""
        return {
            form: {scope: list(list_points(self.banded[form], self._of_places(form), scope)) for scope in SCOPES}
            for form in FORMS
        }

    def _of_places(self, form: str) -> list[Person]:
        return [self.ranked[form][at] for at in self.places]

    def tell(self, limits: Mapping[str, Mapping[str, Mapping[str, float]]]) -> dict[str, Any]:
        """What the file says of this world."""
        full = self.ranked["full"]
        firsts = [one.first for one in self.rated]
        return {
            "world": self.world,
            "likeness": average(person["likeness"] for person in full),
            "other_likeness": average(person["likeness"] for person in self.others),
            "other_found": find_shares(self.others, "site"),
            "methods": {
                method: {
                    "found": find_shares(full, method),
                    "median": find_median(full, method),
                    **count_exposure(full, method, firsts),
                }
                for method in METHODS
            },
            "sees_by_jobs": see(full, "site", firsts, [one.jobs for one in self.rated]),
            "sees_by_level": {
                level: see(full, "site", firsts, [float(one.level == level) for one in self.rated])
                for level in sorted({one.level for one in self.rated})
            },
            "forms": {form: self._tell_form(form, limits[form]) for form in FORMS},
        }

    def _tell_form(self, form: str, limits: Mapping[str, Mapping[str, float]]) -> dict[str, Any]:
        ranked, banded = self.ranked[form], self.banded[form]
        points = self.points[form]
        return {
            "items": FORMS[form],
            "alpha": round(self.reliability[form]["alpha"], 4),
            "retest_r": round(self.reliability[form]["retest"], 4),
            "told_flat": count_flat(ranked),
            "found": find_shares(ranked, "site"),
            "retest": compare_days(ranked),
            "bands": {
                scope: count_bands(banded, self._of_places(form), scope, limits[scope])
                | {"calibration": calibrate(points[scope])}
                for scope in SCOPES
            },
        }


def run_world(call: Call, rated: Sequence[Rated], world: float, parameters: dict[str, Any]) -> Run:
    """Invite the people of a world, and let the site rank everything for them."""
    count = call("invite", world, parameters["other_likeness"])
    others = rank_people(call, "full", count, f"{world:g}, differing more")
    call("invite", world, parameters["likeness"])
    places = spread(count, parameters["banded"])
    return Run(
        world=world,
        rated=rated,
        others=others,
        ranked={form: rank_people(call, form, count, f"{world:g}, {form}", whole=form == "full") for form in FORMS},
        banded={
            form: gather(
                f"world {world:g}, {form}: bands",
                len(places),
                lambda a, b, form=form: call("nameAll", form, places[a:b]),  # type: ignore[misc]
                chunk=10,
            )
            for form in FORMS
        },
        places=places,
        reliability={form: call("findReliability", form) for form in FORMS},
    )


def rank_people(call: Call, form: str, count: int, what: str, *, whole: bool = False) -> list[Person]:
    """Where each person's own occupation comes, on two days; on the first by all methods, if `whole`."""
    return gather(f"world {what}: ranking", count, lambda a, b: call("rankAll", form, whole, a, b))


def gather(what: str, count: int, run: Callable[[int, int], list[Any]], chunk: int = CHUNK) -> list[Any]:
    """What `run` returns for each stretch of `count`; on a screen, a line says how far it is."""
    start = time.perf_counter()
    found = []
    for begin in range(0, count, chunk):
        end = min(begin + chunk, count)
        found += run(begin, end)
        if sys.stdout.isatty():
            print(f"\r{what}: {end} of {count}", end="\r", flush=True)
    print(f"{what}: {count} in {time.perf_counter() - start:.0f} s", flush=True)
    return found
