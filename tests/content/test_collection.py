"""The whole collection: it has no errors, its pages lead somewhere, and what is published of it is as promised."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator import project
from generator.model.occupation import SCALES
from generator.model.site import Site
from generator.pages.linked_data import describe
from generator.publishing.building import list_jobs
from generator.publishing.making import make_text
from generator.relations.conditions import find_common
from generator.relations.neighbours import find_neighbours
from generator.relations.ways import find_ways
from tests.conftest import REPOSITORY
from tests.making import render_api
from tests.unit.exports import test_api as api
from tests.unit.pages import test_linked_data as linked_data
from tests.unit.relations.test_neighbours import all_links, reach

FEW = 50
"""One in so many outlines is looked at where each takes long."""

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def test_check_passes(own: Site) -> None:
    assert own.occupations


@pytest.mark.ours
def test_words_are_ours_sentences_short_and_texts_easy() -> None:
    warnings = project.load(REPOSITORY, prose=True).warnings
    assert [str(problem) for problem in warnings if problem.code.startswith("PRO")] == []


def test_making_twice_gives_the_same_bytes(own: Site, own_pages: dict[str, str]) -> None:
    """Of outlines, which may be a thousand and are all made alike, a few stand for all."""
    passed_over = {slug for at, slug in enumerate(own.outlines) if at % FEW}
    again = {
        job.path: make_text(job)
        for job in list_jobs(own, REPOSITORY)
        if Path(job.path).stem not in passed_over or job.path.startswith("api/")
    }
    assert again.keys() <= own_pages.keys()
    assert {path for path, text in again.items() if text != own_pages[path]} == set()


def test_every_marker_is_filled(own_pages: dict[str, str]) -> None:
    assert [path for path, text in own_pages.items() if re.search(r"^\s*<!-- [a-z]", text, re.MULTILINE)] == []


def test_api_describes_every_profile(own: Site, own_pages: dict[str, str]) -> None:
    listed = json.loads(own_pages["api/v1/occupations.json"])["occupations"]
    assert [entry["slug"] for entry in listed] == list(own.occupations)
    for entry in listed:
        assert {"title", "field", "preparation", "interests", "values", "pay", "outlook", "url"} <= set(entry)
        assert tuple(entry["interests"] or SCALES) == SCALES
        assert all(pay["median"] > 0 and pay["year"] and pay["source"] for pay in entry["pay"])
        assert all(outlook["openings_per_year"] >= 0 for outlook in entry["outlook"])
        assert entry["url"].endswith(f"/occupations/{entry['slug']}/")


def test_every_link_within_the_pages_leads_to_a_page(own_pages: dict[str, str]) -> None:
    for path, text in own_pages.items():
        for target in re.findall(r"\]\(<?([^)>\s#]+\.md)", text):
            found = (Path("/") / Path(path).parent / target).as_posix()
            while re.search(r"/[^/]+/\.\./|/\./", found):
                found = re.sub(r"/[^/]+/\.\./|/\./", "/", found, count=1)
            assert found.lstrip("/") in own_pages, f"{path} links to {target}"


@pytest.mark.ours
@pytest.mark.parametrize("path", ["content/groups.md", "languages/es/groups.md"])
def test_handouts_of_each_session_are_there(own: Site, path: str) -> None:
    packs = re.findall(r"#pack=([a-z,-]+)", (REPOSITORY / path).read_text(encoding="utf-8"))
    assert len(packs) == len(own.methods)
    sheets = {strategy.key for guide in own.methods.values() for strategy in guide.strategies}
    assert {name for pack in packs for name in pack.split(",")} <= sheets | {"table", "quick"}


def test_api_is_as_its_schemas_say(own: Site) -> None:
    files = render_api(own)
    api.check(files)
    assert list(OpenAPIV31SpecValidator(json.loads(files["api/v1/openapi.json"])).iter_errors()) == []
    for path, text in files.items():
        assert not re.search(r"\]\((occupation|method|strategy|field|quiz|page):", text), path


@pytest.mark.ours
def test_glossary_explains_each_label_that_may_lead_to_it(own: Site) -> None:
    assert [name for name, key in own.vocabulary.terms().items() if key is None] == []


@pytest.mark.ours
def test_page_about_the_data_explains_each_column(own: Site) -> None:
    page = (REPOSITORY / "content/about/data.md").read_text(encoding="utf-8")
    explained = [
        name for cell in re.findall(r"^\| (`[^|]+`) \|", page, re.MULTILINE) for name in re.findall(r"`(\w+)`", cell)
    ]
    # A code of another country brings a column of its own; a proposal need not explain it.
    codes = {*own.vocabulary.classifications} - {*explained}
    assert explained == [name for name in api.read_table(render_api(own))[0] if name not in codes]


def test_every_profile_is_in_the_words_of_the_vocabulary(own: Site) -> None:
    for slug in own.occupations:
        linked_data.check(linked_data.read(describe(own, slug, own.occupations[slug])))


def test_every_profile_can_be_reached_from_every_other_by_links(own: Site) -> None:
    links = all_links(own.occupations, find_neighbours(own.occupations))
    assert all(reach(slug, links) == set(own.occupations) for slug in own.occupations)
    assert all(len(others) >= min(2, len(own.occupations) - 1) for others in links.values())


def test_every_occupation_is_on_a_way_of_each_kind(own: Site) -> None:
    found = find_ways(own).values()
    known = {
        "interests": {slug for slug, model in own.listed.items() if model.interests},
        "preparation": {slug for slug, model in own.listed.items() if model.preparation},
        "skills": {*own.occupations},
        "environments": {
            *own.occupations,
            *(slug for slug in own.outlines if any((find_common(own, slug) or {}).values())),
        },
    }
    for kind, slugs in known.items():
        assert {slug for way in found if way.kind == kind for slug in way.slugs} == slugs


@pytest.mark.ours
@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_occupations_that_a_document_names_are_there(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    named = re.findall(r"`(occupations/[a-z0-9-]+\.(?:yml|json))`", text)
    assert [path for path in named if not (REPOSITORY / path).is_file()] == []


def test_no_template_and_no_text_of_the_interface_names_a_source(own: Site) -> None:
    """Credit comes from the data alone, so that a profile with other figures never credits whom it should not."""
    names = {name for key, source in own.sources.items() for name in (key, source.publisher, source.short)}
    names |= {word for source in own.sources.values() for word in re.findall(r"\b[A-Z][A-Z*]{2,}\b", source.short)}
    places = [path for end in ("j2", "html", "js", "svg") for path in (REPOSITORY / "templates").rglob(f"*.{end}")]
    places += (REPOSITORY / "templates/strings").glob("*.yml")
    texts = {path.name: path.read_text(encoding="utf-8") for path in places}
    assert len(names) > len(own.sources)
    assert [(path, name) for path, text in texts.items() for name in names if name in text] == []
