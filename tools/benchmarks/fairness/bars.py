"""What the match has to hold in each world of simulated people; of a few people only, chance may break a bar."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.simulation import Simulation, World

OF_BEST = 0.6
"""Of what the best way to rank finds in a world, the site finds so much at least."""
OVER_RAW = 1.4
"""In its worst world the site finds so many times at least what scores without norms find in theirs."""
NEVER = 0.01
"""Occupations that nobody is shown, at most."""
MOST = 0.15
"""People who are shown the same occupation, at most."""
SEES = 0.45
"""People who are shown work that is first of all with things, at least."""


def find_broken(made: Simulation) -> Iterator[str]:
    """A line for each bar that does not hold, with what was found."""
    for world in made.worlds:
        site = world.methods["site"]
        best = max(_find(world, method) for method in world.methods)
        for name, value, is_held in (
            (f"finds {OF_BEST:g} of the best, {best:g}", _find(world, "site"), _find(world, "site") >= OF_BEST * best),
            (f"never shown {NEVER:g} at most", site.never, site.never <= NEVER),
            (f"shown most {MOST:g} at most", site.most, site.most <= MOST),
            (f"realistic seen by {SEES:g} at least", site.sees["realistic"], site.sees["realistic"] >= SEES),
        ):
            if not is_held:
                yield f"world {world.world:g}: {name}: {value:g}"
        yield from _find_broken_promises(made, world)
    worst, raw = (min(_find(world, method) for world in made.worlds) for method in ("site", "raw"))
    if worst < OVER_RAW * raw:
        yield f"finds {OVER_RAW:g} times raw's worst, {raw:g}, in its own worst world: {worst:g}"


def _find(world: World, method: str) -> float:
    """How often the own occupation is among the first ten of all."""
    return world.methods[method].found.all_10


def _find_broken_promises(made: Simulation, world: World) -> Iterator[str]:
    """Bands of which fewer come again on a second day than is promised, by more than chance."""
    for form, one in (("quick", world.forms.quick), ("full", world.forms.full)):
        for scope, bands in (("all", one.bands.all), ("level", one.bands.level)):
            for name in ("strong", "possible"):
                again = getattr(bands, f"{name}_again")
                least = getattr(made.promises, name) - made.margin(made.parameters.banded) / 100
                if getattr(bands, name) and again < least:
                    yield f"world {world.world:g}: {name} of {form}, {scope}, again {least:g} at least: {again:g}"
