"""Lengths of time in a text: numbers and units, by the words that a language has for them."""

from __future__ import annotations

import re
from collections.abc import Mapping

_WORD = re.compile(r"\d+|[^\W\d_]+")
_PAIR = re.compile(r"(\S+)=(\d+(?:\.\d+)?)(?!\S)")


def read_pairs(pairs: str) -> dict[str, float]:
    """Words and what they stand for, from a text such as `half=0.5 two=2`; what is no pair counts for nothing."""
    return {word: float(value) for word, value in _PAIR.findall(pairs)}


def find_minutes(text: str, numbers: Mapping[str, float], units: Mapping[str, float]) -> float | None:
    """How long that is; None where it cannot be said by one unit and a number."""
    words = _list_words(text)
    lengths = {units[word] for word in words if word in units}
    amounts = [amount for word in words if (amount := _count(word, numbers)) is not None]
    if len(lengths) != 1 or not amounts:
        return None
    # "Half an hour": what is less than one says how much of it.
    part = min(amounts)
    return lengths.pop() * (part if part < 1 else max(amounts))


def find_lengths(text: str, numbers: Mapping[str, float], units: Mapping[str, float]) -> list[float]:
    """Every length that a text tells of, in minutes: "2 years, then 6 to 9 months" are three.

    A number is of the unit that follows, the last ones of the unit before them: "2 years, then 2 to 3 more".
    """
    found: list[float] = []
    waiting: list[float] = []
    unit = 0.0
    for word in _list_words(text):
        amount = _count(word, numbers)
        if amount is not None:
            waiting.append(amount)
        elif word in units:
            unit = units[word]
            found += [one * unit for one in waiting]
            waiting = []
    return found + [one * unit for one in waiting if unit]


def _list_words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _count(word: str, numbers: Mapping[str, float]) -> float | None:
    return float(word) if word.isdigit() else numbers.get(word)
