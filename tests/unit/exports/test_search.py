"""What the search knows of a page stands on that page, is short, and may hold any text."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping

import pytest
from material.plugins.search.plugin import Parser

from generator import links
from generator.exports.search import list_entries, shorten
from generator.model.site import Site
from tests.unit.publishing.test_shortcuts import FRONT_MATTER, convert


def read(page: str) -> tuple[str, str]:
    """Title and text of a page of Markdown as Material's search would read them."""
    parser = Parser()
    parser.feed(convert(FRONT_MATTER.sub("", page)))
    sections = (section for section in parser.data if not section.is_excluded())
    # Markup before the heading is a section, too: one without a word.
    [found] = (found for one in sections if any(found := (_join(one.title), _join(one.text))))
    return found


def _join(parts: Iterable[str]) -> str:
    return "".join(parts).strip()


def test_entries_begin_as_the_search_would_read_the_pages(small_site: Site, small_pages: Mapping[str, str]) -> None:
    entries = list_entries(small_site)
    assert entries.keys() == {links.occupation(slug) for slug in small_site.occupations}
    for path, entry in entries.items():
        title, text = read(small_pages[path])
        assert entry["title"] == title
        words = re.fullmatch("<p>(.{1,80}?)…?</p>", entry["text"])
        assert words, entry
        assert re.search(rf"(?<!\w){re.escape(words[1])}", text), path
        slug = next(slug for slug in small_site.occupations if links.occupation(slug) == path)
        model = small_site.occupations[slug]
        assert entry.get("tags", []) == ([model.title, *model.aliases] if model.aliases else [])


def test_texts_are_escaped(small_site: Site) -> None:
    slug, model = next(iter(small_site.occupations.items()))
    attack = "</p><script>alert(1)</script> & more"
    changed = model.model_copy(update={"title": attack, "aliases": ()})
    entry = list_entries(dataclasses.replace(small_site, occupations={slug: changed}))[links.occupation(slug)]
    assert entry["title"] == "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; more"
    assert "tags" not in entry


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Bakers make bread.", "Bakers make bread."),
        ("  Bakers\nmake   bread. ", "Bakers make bread."),
        ("Bakers make bread and rolls.", "Bakers make bread…"),
        ("Bakers make, they say, bread.", "Bakers make, they…"),
        ("Bakers make bread — and cakes.", "Bakers make bread…"),
        ("パンを焼いて店に並べる人たちの仕事です。", "パンを焼いて店に並べる人たちの仕事…"),
        ("x" * 16 + "e\u0301\u0301" + "x" * 9, "x" * 16 + "…"),
    ],
)
def test_summary_ends_with_a_whole_word(text: str, short: str) -> None:
    assert shorten(text, 18) == short
    assert len(short) <= 18


def test_guides_weigh_more_than_outlines_and_these_by_their_jobs(small_site: Site) -> None:
    def weigh(site: Site) -> set[int]:
        return {entry["boost"] for entry in list_entries(site).values()}

    (guide,) = weigh(small_site)
    others = weigh(dataclasses.replace(small_site, occupations={}, outlines=small_site.occupations))  # type: ignore[arg-type]
    assert len(others) > 1
    assert max(others) < guide
