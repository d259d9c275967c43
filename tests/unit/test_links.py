from __future__ import annotations

import re

import pytest

from generator import links
from tests.conftest import REPOSITORY


@pytest.mark.parametrize(
    ("target", "page", "markdown", "published"),
    [
        ("occupations/cook.md", "occupations/baker.md", "cook.md", "../../occupations/cook/"),
        ("occupations/cook.md", "index.md", "occupations/cook.md", "./occupations/cook/"),
        ("index.md", "occupations/cook.md", "../index.md", "../../"),
        ("methods/learn.md#goals", "quiz/x.md", "../methods/learn.md#goals", "../../methods/learn/#goals"),
        ("methods/index.md", "methods/index.md", "index.md", "../methods/"),
        ("about/sources.md", "methods/index.md", "../about/sources.md", "../about/sources/"),
    ],
)
def test_links_lead_from_page_to_page(target: str, page: str, markdown: str, published: str) -> None:
    assert links.relative(target, page) == markdown
    assert links.relative_address(target, page) == published


@pytest.mark.parametrize(
    ("page", "address", "root"),
    [
        ("index.md", "", "./"),
        ("occupations/index.md", "occupations/", "../"),
        ("occupations/cook.md", "occupations/cook/", "../../"),
        ("about/team/us.md", "about/team/us/", "../../../"),
        ("about/README.md", "about/", "../"),
        ("README.md", "", "./"),
        ("about/READMEs.md", "about/READMEs/", "../../"),
    ],
)
def test_published_address_and_the_way_back(page: str, address: str, root: str) -> None:
    assert (links.address(page), links.root(page)) == (address, root)


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["a.md", "b.md", "a.md"], [(2, 0)]),
        (["a/index.md", "b.md", "a.md", "a/README.md"], [(2, 0), (3, 0)]),
        (["about/Us.md", "About/us.md"], [(1, 0)]),
        (["caf\u00e9.md", "cafe\u0301.md"], [(1, 0)]),
        (["feed.xml", "feed.xml.md"], [(1, 0)]),
        (["feed.xml.md", "feed.xml"], [(1, 0)]),
        (["data/a.json", "data.md", "data/a.md", "data/a.jso"], []),
        (["a/index.html", "a.md"], [(1, 0)]),
        (["index.md", "README.md", "index/index.md"], [(1, 0)]),
        ([], []),
    ],
)
def test_files_of_one_place_are_found(paths: list[str], found: list[tuple[int, int]]) -> None:
    assert list(links.find_collisions(paths)) == found


def test_theme_which_knows_no_python_leads_where_links_do(small_pages: dict[str, str]) -> None:
    """Other generators read the theme, too; nothing hands `links` to it there."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in (REPOSITORY / links.THEME).glob("*.html")}
    written = {address for text in texts.values() for address in re.findall(r"""["']([\w./-]+)["'] \| url""", text)}
    places = [links.address(page) for page in (links.HOME, links.OCCUPATIONS, links.QUIZZES)]
    assert written == {*(place or "." for place in places), links.FEED}
    folder, _, cards = links.CARDS.rpartition("/")
    assert f"{{{{ config.site_url }}}}{folder}/{{{{ '{cards}/' ~ card.picture" in texts["main.html"]
    anchors = re.findall(r"""'#([\w-]+)["']""", texts["main.html"])
    assert anchors
    assert all(re.search(rf'(?:#|id="){anchor}\b', small_pages[links.OCCUPATIONS]) for anchor in anchors)


def test_templates_of_pages_write_no_address_of_a_picture() -> None:
    paths = (REPOSITORY / "templates/pages").rglob("*.j2")
    assert [path.name for path in paths if links.ASSETS in path.read_text(encoding="utf-8")] == []
