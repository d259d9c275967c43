"""The register: every page once, each of a kind, and names that the site keeps for itself."""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path

from generator import links
from generator.model.site import Site
from generator.register.entries import SLUGS_TAKEN, list_others, list_pages
from generator.relations.ways import find_ways, list_ways
from tests.conftest import REPOSITORY
from tests.making import list_kinds, render, render_pages

TEMPLATES = REPOSITORY / "templates/pages"


def test_every_page_is_named_once_and_made(small_site: Site) -> None:
    paths = [entry.path for entry in list_pages(small_site)]
    assert [path for path, count in Counter(paths).items() if count > 1] == []
    assert paths == [page.path for page in render_pages(small_site, TEMPLATES)]


def test_every_template_of_a_page_is_used(many_site: Site, outlined_site: Site) -> None:
    entries = (*list_pages(many_site), *list_pages(outlined_site))
    named = {f"{entry.template}.md.j2" for entry in entries if entry.template}
    assert named == {path.name for path in TEMPLATES.glob("*.md.j2")}


def test_pages_say_where_they_are_written(small_site: Site) -> None:
    sources = {entry.path: entry.source for entry in list_pages(small_site)}
    assert sources["occupations/baker.md"] == "occupations/baker.yml"
    assert sources["worksheets/past-successes.md"] == "content/methods/know-yourself.yml"
    assert sources["quiz/skills.md"] == "content/quizzes/skills.yml"
    assert sources["about/sources.md"] == "content/about/sources.md"
    assert sources["occupations/index.md"] == ""


def test_pages_made_alike_are_of_one_kind(small_site: Site) -> None:
    kinds = list_kinds(small_site)
    assert kinds["occupation"] == "occupations/baker.md"
    assert kinds["quiz/values"] == "quiz/values.md"
    assert kinds["text/index"] == "index.md"
    assert kinds["way/environments"] == "ways/environments/setting.md"
    assert kinds["way/environments/term"] == "ways/environments/setting/kitchen.md"
    assert set(kinds) == {entry.kind for entry in list_pages(small_site)}


def test_each_way_in_that_is_listed_is_found(small_site: Site) -> None:
    ways = [(way.kind, way.key) for way in find_ways(small_site).values()]
    assert list(list_ways(small_site.vocabulary)) == ways


def test_names_beside_pages_of_the_sites_own_are_taken() -> None:
    assert {"index", "a-z", "map"} == SLUGS_TAKEN


def test_every_other_file_is_named_once_and_made(small_site: Site) -> None:
    baker = small_site.occupations["baker"].model_copy(update={"formerly": ("bread-maker", "oven-worker")})
    site = dataclasses.replace(small_site, occupations={**small_site.occupations, "baker": baker})
    paths = [file.path for file in list_others(site)]
    assert [path for path, count in Counter(paths).items() if count > 1] == []
    made = {path for path in render(site, REPOSITORY) if not path.endswith(".md")}
    assert set(paths) == made | {links.SITEMAP}
    assert {"occupations/oven-worker/index.html", "api/v1/occupations/bread-maker.json"} <= made


def test_source_of_a_page_is_a_file(project: Path, small_site: Site) -> None:
    named = {entry.source for entry in list_pages(small_site)} - {""}
    assert [name for name in named if not (project / name).is_file()] == []
