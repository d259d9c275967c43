from __future__ import annotations

from generator.model.site import Site
from generator.pages import markers
from tests.conftest import REPOSITORY


def test_marker_counts_only_on_a_line_of_its_own() -> None:
    text = (
        "a\n<!-- methods -->\nb <!-- fields --> c\n  <!-- quiz: interests -->  \n<!-- Note: self -->\n<!--sources-->\n"
    )
    assert list(markers.find(text)) == [("methods", 2), ("quiz: interests", 4)]
    assert markers.fill(text, str.upper).split("\n")[:4] == ["a", "METHODS", "b <!-- fields --> c", "QUIZ: INTERESTS"]


def test_what_a_marker_stands_for_is_not_read_again() -> None:
    assert markers.fill("<!-- methods -->", lambda _: "<!-- fields -->") == "<!-- fields -->"


def test_each_part_has_its_template(small_site: Site) -> None:
    for part in markers.PARTS.values():
        assert (REPOSITORY / f"templates/pages/blocks/{part}.j2").is_file()
    assert markers.known(small_site) == (*markers.PARTS, *(f"quiz: {key}" for key in small_site.quizzes))
