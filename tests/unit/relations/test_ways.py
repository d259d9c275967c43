"""Ways in: who belongs to each, in which order, and what lies next to it."""

from __future__ import annotations

import dataclasses
import re

import pytest

from generator.model.site import Site
from generator.relations.ways import KINDS, WHOLE_FACETS, Way, find_ways, list_facets
from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def ways(small_site: Site) -> dict[tuple[str, str], Way]:
    return {(way.kind, way.key): way for way in find_ways(small_site).values()}


def test_there_is_one_for_each_thing_that_occupations_share(small_site: Site) -> None:
    found = find_ways(small_site)
    counts = {kind: sum(way.kind == kind for way in found.values()) for kind in KINDS}
    terms = sum(len(group.terms) for group in small_site.vocabulary.environments.values())
    assert counts == {
        "interests": 6,
        "pairs": 15,
        "preparation": 5,
        "skills": len(small_site.vocabulary.skills),
        "subjects": 3,
        "environments": 6 + terms,
    }
    assert all(page == way.page for page, way in found.items())


def test_every_occupation_is_on_a_way_of_each_kind(small_site: Site) -> None:
    for kind in ("interests", "preparation", "skills", "environments"):
        found = {slug for way in find_ways(small_site).values() if way.kind == kind for slug in way.slugs}
        assert found == set(small_site.occupations)


def test_every_neighbour_is_a_way(small_site: Site) -> None:
    found = find_ways(small_site)
    assert all(page in found and page != way.page for way in found.values() for page in way.near)


def test_interest_has_those_in_which_it_stands_out_most_first(ways: dict[tuple[str, str], Way]) -> None:
    assert ways["interests", "realistic"].slugs == ("plumber", "baker", "potter", "cook")
    assert ways["interests", "conventional"].slugs == ("programmer", "judge", "plumber", "midwife", "baker")
    assert ways["interests", "social"].slugs == ("midwife", "judge")
    assert ways["pairs", "artistic-conventional"].slugs == ()
    assert ways["pairs", "realistic-conventional"].slugs == ("plumber", "baker")


def test_interest_lies_next_to_its_neighbours_on_the_hexagon_and_to_its_pairs(
    ways: dict[tuple[str, str], Way],
) -> None:
    near = ways["interests", "realistic"].near
    assert near[:2] == ("ways/interests/investigative.md", "ways/interests/conventional.md")
    assert len(near) == 2 + 5
    pair = ways["pairs", "realistic-social"]
    assert pair.near[:2] == ("ways/interests/realistic.md", "ways/interests/social.md")
    assert len(pair.near) == 2 + 8


def test_level_has_its_occupations_and_the_levels_beside_it(ways: dict[tuple[str, str], Way]) -> None:
    assert ways["preparation", "2"].slugs == ("baker", "cook")
    assert ways["preparation", "1"].near == ("ways/preparation/2.md",)
    assert ways["preparation", "3"].near == ("ways/preparation/2.md", "ways/preparation/4.md")


def test_skill_has_those_first_that_name_it_first_and_the_skills_that_go_with_it(
    ways: dict[tuple[str, str], Way],
) -> None:
    assert ways["skills", "monitoring"].slugs == ("baker", "cook", "midwife", "potter", "programmer")
    assert ways["skills", "time-management"].near[0] == "ways/skills/coordination.md"
    assert ways["skills", "sorting"] == dataclasses.replace(ways["skills", "sorting"], slugs=(), near=())


def test_condition_lies_within_its_group(ways: dict[tuple[str, str], Way]) -> None:
    kitchen = ways["environments", "setting/kitchen"]
    assert kitchen.page == "ways/environments/setting/kitchen.md"
    assert kitchen.near == (
        "ways/environments/setting.md",
        *(f"ways/environments/setting/{key}.md" for key in ("workshop", "office", "homes")),
    )
    assert kitchen.slugs == ("cook",)
    assert ways["environments", "setting"].near == tuple(
        f"ways/environments/setting/{key}.md" for key in ("kitchen", "workshop", "office", "homes")
    )


def test_a_condition_knows_its_group_and_a_pair_its_first_interest(ways: dict[tuple[str, str], Way]) -> None:
    about = {(way.kind, way.key): (way.group, way.interest) for way in ways.values()}
    assert about["environments", "hours/nights"] == ("hours", "")
    assert about["environments", "hours"] == ("", "")
    assert about["interests", "artistic"] == ("", "artistic")
    assert about["pairs", "artistic-social"] == ("", "artistic")
    assert about["preparation", "2"] == ("", "")


def test_a_subject_leads_to_those_in_which_it_matters_most_and_has_no_filter(
    ways: dict[tuple[str, str], Way],
) -> None:
    chemistry = ways["subjects", "chemistry"]
    assert (chemistry.slugs, chemistry.rest) == (("potter", "baker"), "")
    assert chemistry.near == ("ways/subjects/biology.md", "ways/subjects/mathematics.md")
    assert ways["subjects", "biology"].slugs == ("midwife", "baker")


def test_list_has_a_box_for_all_values_in_the_filters_that_may_ask_for_them(small_site: Site) -> None:
    template = (REPOSITORY / "templates/pages/blocks/elements/explorer.html.j2").read_text(encoding="utf-8")
    assert tuple(re.findall(r'{{ every\("(\w+)"\) }}', template)) == WHOLE_FACETS
    assert {*WHOLE_FACETS} < {*list_facets(small_site.vocabulary)}
