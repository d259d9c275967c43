from __future__ import annotations

import pytest

from generator import links


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
