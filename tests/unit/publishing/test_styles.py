"""The published sheet holds every style once, in a fixed order, and a hue for each field, however many there are."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from generator import links
from generator.model.site import Site
from generator.model.vocabulary import FieldTerm
from generator.publishing.styles import find_hues, join_styles, read_sheets
from generator.sources.shipped.layers import Layers
from tests.conftest import REPOSITORY

THEME = REPOSITORY / links.THEME


def make_fields(count: int, **hues: int) -> dict[str, FieldTerm]:
    """So many fields, some with a hue of their own."""
    keys = [f"f{number}" for number in range(count)]
    return {key: FieldTerm(label=key, description="Work.", hue=hues.get(key)) for key in keys}


def distance(one: int, other: int) -> int:
    """How far two hues lie apart, in degrees."""
    return min((one - other) % 360, (other - one) % 360)


def test_sheet_goes_from_the_general_to_the_special(small_site: Site) -> None:
    sheet = join_styles(read_sheets(Layers(REPOSITORY)), small_site.vocabulary.fields)
    folder = THEME / links.ASSETS
    order = [folder / f"styles/{name}.css" for name in ("tokens", "page", "part", "guide", "paper")]
    order += sorted(folder.glob("elements/*/element.css"))
    assert set(order) == set(folder.rglob("*.css"))
    places = [sheet.index(path.read_text(encoding="utf-8")) for path in order]
    assert places == sorted(places)
    assert sheet.count("{") == sheet.count("}")


def test_style_of_a_new_element_is_published(small_site: Site, tmp_path: Path) -> None:
    for name in (
        "styles/tokens",
        "styles/page",
        "styles/part",
        "styles/guide",
        "styles/paper",
        "elements/clock/element",
    ):
        path = tmp_path / links.THEME / links.ASSETS / f"{name}.css"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f".{path.stem} {{ color: red; }}\n", encoding="utf-8")
    assert ".element {" in join_styles(read_sheets(Layers(tmp_path)), small_site.vocabulary.fields)


def test_every_field_has_a_rule(small_site: Site) -> None:
    sheet = join_styles(read_sheets(Layers(REPOSITORY)), small_site.vocabulary.fields)
    for key in small_site.vocabulary.fields:
        assert sheet.count(f'[data-field="{key}"] {{ --cg-hue: ') == 1


@pytest.mark.parametrize("count", [1, 2, 3, 4, 6, 7, 23, 24, 25, 26, 30, 100])
def test_hues_are_told_apart(count: int) -> None:
    hues = list(find_hues(make_fields(count)).values())
    assert all(0 <= hue < 360 for hue in hues)
    rounded = 1
    assert all(distance(one, other) >= 360 / count - rounded for at, one in enumerate(hues) for other in hues[:at])
    if count > 6:
        assert all(distance(one, next_one) > 120 for one, next_one in pairwise(hues))


def test_field_may_have_its_own_hue() -> None:
    hues = find_hues(make_fields(24, f3=7, f5=0))
    assert (hues["f3"], hues["f5"]) == (7, 0)
    assert {
        key: hue for key, hue in find_hues(make_fields(24)).items() if key not in ("f3", "f5")
    }.items() <= hues.items()


def test_no_field_needs_no_hue() -> None:
    assert find_hues({}) == {}


def test_what_changes_under_a_pointer_changes_only_where_there_is_one() -> None:
    block = re.compile(r"@media \(hover: hover\) \{(?:[^{}]|\{[^{}]*\})*\}")
    for path, sheet in read_sheets(Layers(REPOSITORY)).items():
        assert ":hover" not in block.sub("", sheet), path


def test_nothing_that_links_lead_past_gets_its_height_late() -> None:
    """Where such a part stood above what an address leads to, the page moved by up to two thirds of the screen."""
    rule = re.compile(r"([^{}]+)\{[^{}]*content-visibility: auto")
    sheets = [path.read_text("utf-8") for path in sorted(THEME.rglob("*.css"))]
    late = {found.strip().split("*/")[-1].strip() for sheet in sheets for found in rule.findall(sheet)}
    assert late == {".cg-booklet [data-blank]", ".cg-codes", ".cg-sheet"}


def test_nothing_that_holds_much_of_a_page_asks_what_it_has() -> None:
    """Else a browser styles all that is in it anew with each change there: a letter typed took a phone 30 ms more."""
    elsewhere = re.compile(r"@media (?:print|screen and \(min-width: [\d.]+em\)) \{(?:[^{}]|\{[^{}]*\})*\}")
    asks = re.compile(r"(:root|html|body|article|\.md-[\w-]+|career-\w+)[^\s{},]*:has\(")
    sheets = [path.read_text("utf-8") for path in sorted(THEME.rglob("*.css"))]
    found = {name for sheet in sheets for name in asks.findall(elsewhere.sub("", sheet))}
    assert found == {"career-adding", "career-quiz"}
