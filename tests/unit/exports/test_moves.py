"""Pages at old addresses."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from generator import project as projects
from generator.model.site import Settings, Site
from tests.conftest import REPOSITORY, TODAY, add_templates, edit
from tests.making import render_data, render_moves
from tests.unit.exports.test_api import change
from tests.unit.prose.markdown import Reader

TEMPLATES = REPOSITORY / "templates/pages"


def test_old_address_leads_on_without_a_script(small_site: Site) -> None:
    files = render_moves(change(small_site, "baker", formerly=("bread-maker",)), TEMPLATES)
    assert list(files) == ["occupations/bread-maker/index.html"]
    page = Reader(files["occupations/bread-maker/index.html"])
    assert "script" not in page.tags
    metas = [attributes for tag, attributes in page.elements if tag == "meta"]
    assert {"http-equiv": "refresh", "content": "0; url=../../occupations/baker/"} in metas
    assert {"name": "robots", "content": "noindex"} in metas
    assert ("link", {"rel": "canonical", "href": "https://guides.example.org/occupations/baker/"}) in page.elements
    assert ("a", {"href": "../../occupations/baker/"}) in page.elements
    assert "Baker has a new address" in page.text
    assert files["occupations/bread-maker/index.html"].startswith("<!doctype html>\n")


def test_fields_and_skills_are_found_under_their_old_keys(project: Path) -> None:
    edit(project / "content/vocabulary/fields.yml", "{label: Law,", "{formerly: [courts], label: Law,")
    edit(project / "content/vocabulary/skills.yml", "{label: Speaking,", "{formerly: [talking], label: Speaking,")
    site = projects.load(add_templates(project), TODAY).site
    files = render_moves(site, TEMPLATES)
    assert list(files) == ["fields/courts/index.html", "ways/skills/talking/index.html"]
    assert ("a", {"href": "../../fields/law/"}) in Reader(files["fields/courts/index.html"]).elements
    assert ("a", {"href": "../../../ways/skills/speaking/"}) in Reader(files["ways/skills/talking/index.html"]).elements
    facets = json.loads(render_data(site)["data/facets.json"])
    assert facets["renamed"] == {"field": {"courts": "law"}, "skill": {"talking": "speaking"}}


def test_title_brings_no_markup(small_site: Site) -> None:
    site = change(small_site, "baker", formerly=("bread-maker",), title="</title><script>x</script>")
    page = Reader(render_moves(site, TEMPLATES)["occupations/bread-maker/index.html"])
    assert "script" not in page.tags
    assert page.text.count("</title><script>x</script>") == 3


def test_site_without_an_address_names_no_canonical_one(small_site: Site) -> None:
    site = dataclasses.replace(change(small_site, "baker", formerly=("bread-maker",)), settings=Settings())
    assert "canonical" not in render_moves(site, TEMPLATES)["occupations/bread-maker/index.html"]


def test_nothing_moved_nothing_made(small_site: Site) -> None:
    assert render_moves(small_site, TEMPLATES) == {}
    assert "formerly" not in json.loads(render_data(small_site)["data/occupations.json"])


def test_scripts_learn_of_old_names(small_site: Site) -> None:
    site = change(small_site, "baker", formerly=("bread-maker", "bakery-worker"))
    data = json.loads(render_data(site)["data/occupations.json"])
    assert data["formerly"] == {"bread-maker": "baker", "bakery-worker": "baker"}
    assert data["columns"]["title"] == [model.title for model in small_site.occupations.values()]
