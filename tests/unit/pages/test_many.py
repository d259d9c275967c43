"""Pages of a site with more occupations than one page shows."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from generator.model import limits
from generator.model.site import Site
from generator.pages.rendering import render_pages
from tests.conftest import REPOSITORY

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


def test_page_of_a_letter_leads_to_all_others_and_to_the_next(pages: dict[str, str]) -> None:
    text = pages["occupations/a-z/c.md"]
    assert "[B](b.md) [C](c.md) [D](d.md)" in text
    assert text.rstrip().endswith("[Next: D](d.md)")
    assert "-   ceramicist 7: see [Potter 7](../potter-7.md)" in text
    assert "Next" not in pages["occupations/a-z/p.md"]
