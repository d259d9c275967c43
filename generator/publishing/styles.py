"""One style sheet from many: tokens, what pages and parts share, paper, each element's own, the hues of fields."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

from generator import links
from generator.model.site import Site
from generator.model.vocabulary import FieldTerm
from generator.problems import Problem, ProjectError

_SHARED = ("tokens", "page", "part", "paper")
"""Below styles/, from the general to the special; the elements' own follow by name."""


def render_styles(site: Site, theme: Path) -> dict[str, str]:
    """Path of the published sheet -> its text, comments included; raises `ProjectError` if one is missing."""
    folder = theme / links.ASSETS
    paths = [folder / "styles" / f"{name}.css" for name in _SHARED]
    places = [f"{links.THEME}/{path.relative_to(theme).as_posix()}" for path in paths if not path.is_file()]
    if places:
        hint = "put back the folder, or what you have taken from it"
        places = places if theme.is_dir() else [links.THEME]
        raise ProjectError(Problem(place, 1, 1, "SRC014", "not there", hint) for place in places)
    sheets = [path.read_text(encoding="utf-8") for path in (*paths, *sorted(folder.glob("elements/*/element.css")))]
    hues = find_hues(site.vocabulary.fields)
    rules = "".join(f'.cg-map [data-field="{key}"] {{ --cg-hue: {hue}; }}\n' for key, hue in hues.items())
    return {links.STYLES: "\n".join([*sheets, f"/* Hues of the fields of work, in degrees */\n{rules}"])}


def find_hues(fields: Mapping[str, FieldTerm]) -> dict[str, int]:
    """The hue of each field in degrees: its own, or one of as many as there are fields, far from its neighbours'."""
    count = len(fields)
    # A little more than half the circle from one to the next; without a common divisor, no place comes twice.
    step = next((one for one in range(count // 2 + 1, count) if math.gcd(one, count) == 1), 1)
    return {
        key: round(place * step % count * 360 / count) if term.hue is None else term.hue
        for place, (key, term) in enumerate(fields.items())
    }
