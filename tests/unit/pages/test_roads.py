"""The picture of all ways in of an occupation."""

from __future__ import annotations

import dataclasses
import re

from generator.model.occupation import Time
from generator.model.site import Site
from generator.strings import Words
from tests.conftest import REPOSITORY
from tests.making import render_pages

PLUMBER = "occupations/plumber.md"


def find_roads(page: str) -> list[str]:
    """What is said and drawn of each way in, and the rest of the picture."""
    picture = page[page.index('<figure class="cg-roads"') :].partition("</figure>")[0]
    *roads, rest = picture.split("</li>")
    return [*roads, rest]


def read_words(html: str) -> str:
    """What somebody hears of it: no picture, and nothing that only explains one."""
    html = re.sub(r"<(svg|p)\b[^>]*aria-hidden.*?</\1>", "", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_each_way_in_is_told_in_words_once_and_drawn_on_one_scale(small_pages: dict[str, str]) -> None:
    work, school, rest = find_roads(small_pages[PLUMBER])
    assert read_words(work).endswith("Apprenticeship Four to five years. Paid.")
    told = "Trade school Six months or more. Unpaid. Costs: About $300 of fees. Source: Wages 2025 ."
    assert read_words(school) == told
    assert read_words(rest) == ""
    # On five years: certain to the fourth, thin to the fifth; half a year, then dots to the end.
    assert re.findall(r"<(?:rect|line)[^>]*>", work) == [
        '<line class="cg-road__longer" x1="80%" x2="100%"/>',
        '<rect width="80%"/>',
    ]
    assert re.findall(r"<(?:rect|line)[^>]*>", school) == [
        '<line class="cg-road__open" x1="10%" x2="100%"/>',
        '<rect width="10%"/>',
    ]
    assert re.findall(r"cg-road--(\w+)", work + school) == ["full", "none"]
    assert 'data-marks="5"' in work
    assert re.findall(r"<span>(.*?)</span>", rest) == ["1", "2", "3", "4", "5 years"]
    assert re.findall(r"</svg>(.*?)</p>", rest) == ["May take longer", "No set end"]


def test_what_nobody_has_written_of_a_way_in_is_not_drawn(small_site: Site) -> None:
    plumber = small_site.occupations["plumber"]
    work, school = plumber.routes

    def show(*routes: object) -> list[str]:
        changed = plumber.model_copy(update={"routes": routes})
        site = dataclasses.replace(small_site, occupations={**small_site.occupations, "plumber": changed})
        pages = render_pages(site, REPOSITORY / "templates/pages")
        return find_roads(next(page.markdown for page in pages if page.path == PLUMBER))

    bare = [
        route.model_copy(update={"time": None, "paid": None, "costs": None, "source": None}) for route in (work, school)
    ]
    first, second, rest = show(*bare)
    assert read_words(second) == "Trade school Six months or more."
    assert "<svg" not in first + second + rest
    assert "<span>" not in rest
    # One way in of which nothing is known beside one that is drawn, and a bar whose pay nobody knows.
    words = Words(small_site.strings)["roads"]["unknown"]
    first, second, rest = show(work.model_copy(update={"paid": None}), bare[1])
    assert "cg-road--unknown" in first
    assert "<svg" not in second
    assert words in read_words(first)
    # One number alone: nothing is longer.
    (first, rest) = show(work.model_copy(update={"time": Time.model_validate({"from": 4, "to": 4, "unit": "years"})}))
    assert "cg-road__longer" not in first + rest
