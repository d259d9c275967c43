"""How much may be written, and which days there are: in profiles, and in what readers write on a page."""

from __future__ import annotations

import datetime

SHORT = 300
"""Letters of a text on one line."""

TYPED = 4_000
"""Letters of a long text that a reader types into the plan; with a sentence put before it, it is at most `LONG`."""

LONG = 5_000
"""Letters of a long text that a reader keeps."""

FIRST_DAY = datetime.date(2000, 1, 1)
LAST_DAY = datetime.date(2100, 12, 31)

CARDS = 48
"""Occupations that a list shows at a time: a cheap phone draws a thousand too slowly."""

ALL = 96
"""Occupations of a site whose lists by field, code or corner show every one of them."""

FEW = 6
"""Occupations that such a list shows of each of its parts where there are more than that."""

BANDED = 15
"""Occupations that a ranked list needs before it is parted into bands: in a shorter one, to be on top says nothing."""

NAMES = 400
"""Names that stand on one page from A to Z."""
