"""What the first screen of a guide picks out of it, by rules that can be said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.occupation import Experiment, Explore
from generator.prose import parsing
from generator.prose.lengths import find_minutes, read_pairs
from generator.prose.nodes import Block, Bullets, Paragraph, Span
from generator.prose.writing import write_text


@dataclass(frozen=True)
class First:
    """An experiment, and the method that it is of, by its key."""

    method: str
    experiment: Experiment


def find_first(explore: Explore, free: str, numbers: str, units: str) -> First | None:
    """The experiment to begin with: of those that cost nothing, the one that takes the least time.

    It costs nothing if its cost is the word `free` and nothing else: "Free; bags are searched" has a condition, "Often
    free" is no promise. Its time is known if one unit is named in it and a number, the larger one counting: "An hour or
    two" is two hours; "20 minutes a day for a month" names several units, and "A few hours" no number. Of several that
    take as long the first in the profile is meant; None where no experiment is both free and of known length. `numbers`
    and `units` are words and what they stand for, in minutes: "half=0.5 two=2", "hour=60 hours=60".
    """
    known = (read_pairs(numbers), read_pairs(units))
    found = [
        (minutes, at, First(method.replace("_", "-"), one))
        for at, (method, one) in enumerate(_list_experiments(explore))
        if one.cost.strip(" .").casefold() == free.casefold()
        and (minutes := find_minutes(one.takes, *known)) is not None
    ]
    return min(found, key=lambda one: one[:2])[2] if found else None


def list_steps(explore: Explore, method: str) -> tuple[Experiment | str, ...]:
    """The steps of a method by its key: experiments, or questions to oneself."""
    found: tuple[Experiment | str, ...] = getattr(explore, method.replace("-", "_"))
    return found


def count_steps(explore: Explore) -> int:
    """How many there are in all ways."""
    return sum(len(getattr(explore, name)) for name in Explore.model_fields)


def is_by_the_clock(day: str) -> bool:
    """Whether a day at work is told hour by hour: in a list, each entry of which begins with a time in bold type."""
    lists = [block for block in parsing.parse(day) if isinstance(block, Bullets)]
    starts = [_start(item) for block in lists for item in block.items]
    # Noon is a time, too.
    return bool(starts) and all(starts) and 2 * sum(any(map(str.isdigit, start)) for start in starts) > len(starts)


def _start(item: tuple[Block, ...]) -> str:
    """What stands in bold type at the beginning of an entry."""
    first = item[0].children[0] if item and isinstance(item[0], Paragraph) and item[0].children else None
    return write_text(first.children) if isinstance(first, Span) and first.kind == "strong" else ""


def _list_experiments(explore: Explore) -> Iterator[tuple[str, Experiment]]:
    for method in Explore.model_fields:
        for one in getattr(explore, method):
            if isinstance(one, Experiment):
                yield method, one
