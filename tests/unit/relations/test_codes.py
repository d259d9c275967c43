"""Holland codes of occupations, and the table of them."""

from __future__ import annotations

import re

from generator.model.occupation import SCALES
from generator.model.site import Site
from generator.relations.codes import find_code, group_by_code


def test_the_three_highest_make_the_code_highest_first() -> None:
    assert find_code((1, 2, 3, 6, 5, 4)) == ("social", "enterprising", "conventional")


def test_equal_ratings_keep_the_order_around_the_hexagon() -> None:
    assert find_code((4, 4, 4, 4, 4, 4)) == ("realistic", "investigative", "artistic")
    assert find_code((1, 5, 1, 1, 7, 5)) == ("enterprising", "investigative", "conventional")


def test_low_ratings_have_a_code_too() -> None:
    assert find_code((1, 1, 1, 1, 1, 2)) == ("conventional", "realistic", "investigative")


def test_every_occupation_stands_once_under_its_first_letter(small_site: Site) -> None:
    groups = group_by_code(small_site)
    listed = [slug for by_code in groups.values() for slugs in by_code.values() for slug in slugs]
    assert sorted(listed) == sorted(small_site.occupations)
    assert all(code[0] == scale for scale, by_code in groups.items() for code in by_code)
    assert list(groups) == [scale for scale in SCALES if scale in groups]


def test_the_page_lists_each_occupation_with_code_and_level(small_site: Site, small_pages: dict[str, str]) -> None:
    rows = re.findall(r"<tr><td>(\w+)</td><th.*?occupations/(\w+)/.*?<td>(\d)</td></tr>", small_pages["quiz/codes.md"])
    expected = []
    for slug, model in small_site.occupations.items():
        code = find_code(model.ratings() or ())
        letters = "".join(small_site.vocabulary.interests[scale].letter for scale in code)
        expected.append((letters, slug, str(model.preparation)))
    assert sorted(rows) == sorted(expected)
