"""One style sheet from many: tokens, what pages and parts share, paper, each element's own, the hues of fields."""

from __future__ import annotations

import math
from collections.abc import Mapping

from generator import links
from generator.model.vocabulary import FieldTerm
from generator.problems import Problem, ProjectError
from generator.sources.shipped.layers import Layers

_BRAND = "styles/brand.css"
"""What a site says of its own colors, if anything; it follows the tokens."""
_SHARED = ("tokens", "page", "part", "guide", "paper")
"""Below styles/, from the general to the special; the elements' own follow by name."""


def read_sheets(layers: Layers) -> dict[str, str]:
    """Path below the assets -> text of each sheet that there is."""
    paths = layers.glob(f"{links.THEME}/{links.ASSETS}", "styles/[!.]*.css", "elements/*/element.css")
    return {name: path.read_text(encoding="utf-8") for name, path in paths.items()}


def join_styles(sheets: Mapping[str, str], fields: Mapping[str, FieldTerm]) -> str:
    """The text of the published sheet, comments included; raises `ProjectError` if one is missing."""
    missing = [name for name in _SHARED if f"styles/{name}.css" not in sheets]
    if missing:
        hint = "put back the folder, or what you have taken from it"
        places = [f"{links.THEME}/{links.ASSETS}/styles/{name}.css" for name in missing] if sheets else [links.THEME]
        raise ProjectError(Problem(place, 1, 1, "SRC014", "not there", hint) for place in places)
    tokens, *shared = [sheets[f"styles/{name}.css"] for name in _SHARED]
    brand = [sheets[_BRAND]] if _BRAND in sheets else []
    own = [text for path, text in sheets.items() if path.startswith("elements/")]
    hues = find_hues(fields)
    rules = "".join(f'[data-field="{key}"] {{ --cg-hue: {hue}; }}\n' for key, hue in hues.items())
    return "\n".join([tokens, *brand, *shared, *own, f"/* Hues of the fields of work, in degrees */\n{rules}"])


def find_hues(fields: Mapping[str, FieldTerm]) -> dict[str, int]:
    """The hue of each field in degrees: its own, or one of as many as there are fields, far from its neighbours'."""
    count = len(fields)
    # A little more than half the circle from one to the next; without a common divisor, no place comes twice.
    step = next((one for one in range(count // 2 + 1, count) if math.gcd(one, count) == 1), 1)
    return {
        key: round(place * step % count * 360 / count) if term.hue is None else term.hue
        for place, (key, term) in enumerate(fields.items())
    }
