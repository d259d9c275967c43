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
    ],
)
def test_published_address_and_the_way_back(page: str, address: str, root: str) -> None:
    assert (links.address(page), links.root(page)) == (address, root)
