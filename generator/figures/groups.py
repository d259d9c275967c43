"""Codes that are published together: groups of the Standard Occupational Classification, and codes for several.

A group ends in zeros (21-1020). Wage statistics and projections also join a few codes to one of their own (21-1018).
"""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.figures.releases.reading import Rows
from generator.model.figures import SEPARATOR

_CODE = re.compile(r"\d\d-\d{4}")
_ALL = "00-0000"
_MAJOR = "0000"
BROAD = 6
"""Signs that codes of one broad occupation have in common."""


def add_parts(rows: Rows, known: Collection[str]) -> None:
    """Say of each row for which of the codes it stands; rows of a group with one member, and of major groups, go.

    `known` are the codes of occupations that are known from elsewhere: those without a row of their own are within
    another.
    """
    if not all(_CODE.fullmatch(code) for code in rows):
        return
    leaves: dict[str, tuple[str, ...]] = {code: (code,) for code in rows if not code.endswith("0")}
    hidden = {code for code in known if code not in rows and _CODE.fullmatch(code)}
    joined: set[str] = set()
    for code in sorted(leaves):
        within = tuple(sorted(other for other in hidden if other.startswith(code[:BROAD])))
        if code not in known and within:
            leaves[code] = within
            joined.add(code)
    for code in list(rows):
        prefix = code.rstrip("0")
        if code in joined:
            rows[code]["parts"] = SEPARATOR.join(leaves[code])
        elif code.endswith("0") and code != _ALL:
            members = {part for leaf, parts in leaves.items() if leaf.startswith(prefix) for part in parts}
            members |= {other for other in hidden if other.startswith(prefix)}
            if code.endswith(_MAJOR) or (len(members) == 1 and members & rows.keys()):
                del rows[code]
            elif members:
                rows[code]["parts"] = SEPARATOR.join(sorted(members))
