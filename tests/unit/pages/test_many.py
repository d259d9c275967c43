"""Pages of a site with more occupations than one page shows."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from generator.model import limits
from generator.model.site import Site
from generator.scripts.occupations import make_facets
from tests.conftest import REPOSITORY
from tests.making import render_pages

TEMPLATES = REPOSITORY / "templates/pages"


@pytest.fixture(scope="module")
def pages(many_site: Site) -> dict[str, str]:
    """Path -> Markdown of every page but the profiles."""
    rendered = itertools.takewhile(lambda page: page.path != "occupations/baker.md", render_pages(many_site, TEMPLATES))
    return {page.path: page.markdown for page in rendered}


def test_names_stand_on_pages_by_letter(pages: dict[str, str], many_site: Site) -> None:
    assert "[B](a-z/b.md) (160)" in pages["occupations/a-z.md"]
    letters = {path: text for path, text in pages.items() if Path(path).parent.as_posix() == "occupations/a-z"}
    found = [line for text in letters.values() for line in text.splitlines() if line.startswith("-   ")]
    assert len(found) == sum(1 + len(model.aliases) for model in many_site.occupations.values())
    assert all(text.count("\n-   ") <= limits.NAMES for text in letters.values())
    linked = re.findall(r"\]\((a-z/[^)]+)\)", pages["occupations/a-z.md"])
    assert sorted(f"occupations/{path}" for path in linked) == sorted(letters)


@pytest.mark.parametrize("path", ["fields/production.md", "ways/interests/realistic.md", "ways/skills/monitoring.md"])
def test_long_list_shows_the_first_and_leads_to_all(pages: dict[str, str], path: str) -> None:
    assert pages[path].count("data-card=") == limits.CARDS
    assert 'occupations/a-z/"' in pages[path]


def test_what_a_list_leads_to_has_as_many_as_it_says(pages: dict[str, str], many_site: Site) -> None:
    facets = make_facets(many_site)
    for path, text in pages.items():
        for fragment, said in re.findall(r'<a href="[^"]*#show1&amp;([^"]*)">All (\d+)', text):
            wanted = dict(part.split("=") for part in fragment.split("&amp;"))
            least = len(wanted.pop("all", "") and wanted["interest"].split(",")) or 1
            (facet, values), *others = wanted.items()
            places = {facets.values[facet].index(value) for value in values.split(",")}
            found = [own for own in facets.columns[facet] if len(places & set(own)) >= least]
            assert (len(found), others) == (int(said), []), path


def test_list_by_field_shows_a_few_of_each(pages: dict[str, str], many_site: Site) -> None:
    text = pages["occupations/index.md"]
    fields = {model.field for model in many_site.occupations.values()}
    assert text.count("data-card=") == limits.FEW * len(fields)
    assert "[All 80 in Production](../fields/production.md)" in text


def test_table_of_codes_shows_a_few_of_each_and_leads_to_the_rest(pages: dict[str, str]) -> None:
    text = pages["quiz/codes.md"]
    rows = re.findall(r'<tr><td>([A-Z]{3})</td><th scope="row"><a href="([^"]*)">([^<]*)</a>', text)
    assert len(rows) == 7 * (limits.FEW + 1)
    assert next(row for row in rows if row[2] == f"and {40 - limits.FEW} more")[1].startswith("../../ways/interests/")
    assert 'href="../../occupations/plumber/"' in text


def test_list_of_the_map_shows_the_first_of_each_corner(pages: dict[str, str]) -> None:
    text = pages["occupations/map.md"]
    corners = re.split("^### ", text, flags=re.MULTILINE)[1:]
    assert len(corners) > 2
    assert all(corner.count("<li>") <= limits.CARDS for corner in corners)
    assert f"These are the first {limits.CARDS} of" in text


def test_page_of_a_letter_leads_to_all_others_and_to_the_next(pages: dict[str, str]) -> None:
    text = pages["occupations/a-z/c.md"]
    assert "[B](b.md) [C](c.md) [D](d.md)" in text
    assert text.rstrip().endswith("[Next: D](d.md)")
    assert "-   ceramicist 7: see [Potter 7](../potter-7.md)" in text
    assert "Next" not in pages["occupations/a-z/p.md"]
