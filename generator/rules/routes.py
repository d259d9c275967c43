"""Rules about ways in: their time in numbers, and what they cost."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

from generator.model.occupation import LearningUnit, Time
from generator.problems import Problem
from generator.prose.lengths import find_lengths, read_pairs
from generator.rules.documents import Documents

_MINUTES: dict[LearningUnit, int] = {"years": 120_000, "months": 10_000, "weeks": 2_400}
"""Minutes of each, as the interface texts have them for words of time."""
_LISTS = ("numbers", "units")
"""The texts that say by what words a language tells lengths of time."""
_NEARLY = 1.1
"""What two lengths may differ by that are the same, since a month is no whole number of weeks."""


def times_ascend(documents: Documents) -> Iterator[Problem]:
    """OCC022: the longest time of a way in is not shorter than the shortest."""
    for document in documents.occupations.values():
        for index, route in enumerate(document.model.routes):
            time = route.time
            if time and time.to is not None and time.to < time.from_:
                message = f"from {time.from_:g} to {time.to:g} {time.unit}"
                hint = "write the shorter one as `from`, or leave out `to` where the end is open"
                yield document.problem("OCC022", message, hint, "routes", index, "time")


def times_as_told(documents: Documents) -> Iterator[Problem]:
    """OCC114: the time of a way in, in numbers, is none that its text can mean (warning).

    Stages may stand one after the other, so whatever lies between the shortest length that the text tells of and all
    of them together is left alone.
    """
    words = documents.site.strings.get("glance")
    numbers, units = (read_pairs(str(words.get(name, ""))) if isinstance(words, dict) else {} for name in _LISTS)
    for document in documents.occupations.values():
        for index, route in enumerate(document.model.routes):
            lengths = find_lengths(route.takes, numbers, units)
            if route.time and lengths and not _is_meant(route.time, lengths):
                message = f"time: {_tell(route.time)}, but the text says {route.takes!r}"
                yield document.problem("OCC114", message, "mend the one that is wrong", "routes", index, "time")


def costs_with_source(documents: Documents) -> Iterator[Problem]:
    """OCC023: an amount of money among the costs of a way in has a source."""
    currencies = {term.currency for term in documents.site.vocabulary.regions.values() if term.currency}
    for document in documents.occupations.values():
        for index, route in enumerate(document.model.routes):
            if route.costs and not route.source and (amount := _find_amount(route.costs, currencies)):
                message = f"costs {amount}, but no source"
                hint = "name its `source`, or say without a number what is to be paid"
                yield document.problem("OCC023", message, hint, "routes", index, "costs")


def _is_meant(time: Time, lengths: list[float]) -> bool:
    low = time.from_ * _MINUTES[time.unit]
    high = low if time.to is None else time.to * _MINUTES[time.unit]
    return low * _NEARLY >= min(lengths) and high <= sum(lengths) * _NEARLY


def _tell(time: Time) -> str:
    end = "" if time.to is None else f" to {time.to:g}"
    return f"{time.from_:g}{end} {time.unit}"


def _find_amount(text: str, currencies: Collection[str]) -> str:
    """The first amount of money: a number beside a sign or the code of a currency; "" if there is none."""
    signs = "".join(sorted({sign for sign in text if unicodedata.category(sign) == "Sc"}))
    marks = "|".join([*map(re.escape, signs), *(rf"\b{re.escape(code)}\b" for code in sorted(currencies))])
    found = re.search(rf"(?:{marks})\s?\d[\d.,]*|\d[\d.,]*\s?(?:{marks})", text) if marks else None
    return found[0].rstrip(".,") if found else ""
