from __future__ import annotations

from generator.model.site import Site
from generator.register import markers
from tests.conftest import REPOSITORY


def test_marker_counts_only_on_a_line_of_its_own() -> None:
    text = (
        "a\n<!-- methods -->\nb <!-- fields --> c\n  <!-- quiz: interests -->  \n<!-- Note: self -->\n<!--sources-->\n"
    )
    assert list(markers.find(text)) == [("methods", 2), ("quiz: interests", 4)]
    assert markers.fill(text, str.upper).split("\n")[:4] == ["a", "METHODS", "b <!-- fields --> c", "QUIZ: INTERESTS"]


def test_what_a_marker_stands_for_is_not_read_again() -> None:
    assert markers.fill("<!-- methods -->", lambda _: "<!-- fields -->") == "<!-- fields -->"


def test_each_part_has_its_template() -> None:
    for part in markers.PARTS.values():
        assert (REPOSITORY / f"templates/pages/blocks/{part}.j2").is_file()


def test_a_marker_names_one_thing_of_several(small_site: Site) -> None:
    known = markers.known(small_site)
    assert {"methods", "news", "quiz: interests", "quiz: skills"} <= set(known)
    assert "quiz" not in known
