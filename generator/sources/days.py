"""Which day it is: that of `SOURCE_DATE_EPOCH`, as MkDocs has it, else that of the clock, where it may be right."""

from __future__ import annotations

import datetime
import os
import re

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable of the environment that says what a build takes for now, in seconds since 1970."""
FIRST = datetime.date(2026, 11, 1)
"""The first day that may be today: before, there was no such program. Nobody knows the day of an earlier clock."""
_LAST = datetime.datetime(9999, 12, 30, tzinfo=datetime.UTC)
"""So that there is a day after."""


class DayError(Exception):
    """What is set as the day is none; the text says what would be."""


def find_day() -> datetime.date:
    """The current day, by the same clock wherever we build: by it figures are due, and days may not lie ahead.

    Never before `FIRST`. Raises `DayError`.
    """
    return max(_find_set() or _read_clock(), FIRST)


def doubt() -> str:
    """What is to be said of the day, before anything is done by it; "" if it may be right. Raises `DayError`."""
    if not os.environ.get(EPOCH, "."):
        del os.environ[EPOCH]  # MkDocs takes it for a number, whatever it is.
    if _find_set() or (day := _read_clock()) >= FIRST:
        return ""
    return f"The clock of this computer is wrong: it shows {day}. What depends on the day is left out"


def _read_clock() -> datetime.date:
    return datetime.datetime.now(tz=datetime.UTC).date()


def _find_set() -> datetime.date | None:
    text = os.environ.get(EPOCH)
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,12}", text) or int(text) > _LAST.timestamp():
        shown = text if len(text) < 40 else f"{text[:40]}..."
        raise DayError(f"{EPOCH} is {shown!r}; write seconds since 1970, such as 1796083200, or leave it out")
    return datetime.datetime.fromtimestamp(int(text), tz=datetime.UTC).date()
