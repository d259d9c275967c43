"""A pseudo-translation: each text of the small project is marked, and no page shows a word that is not."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator

import pytest

from generator.model.site import Site
from generator.project import load
from tests.conftest import PROJECT, REPOSITORY, TODAY, add_templates
from tests.making import render_pages
from tests.marking import BEGIN, END, WORD, list_kept, mark_small

_MARKED = re.compile(f"{BEGIN}[^{BEGIN}{END}]*{END}")
_SHOWN = re.compile(r'(?<![\w-])(?:alt|aria-label|title|placeholder)="([^"]*)"')
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style|svg|template)\b.*?</\1>|\{[^{}]*\}|\]\([^)]*\)", re.DOTALL)


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small project in a language of its own, in which all is marked."""
    root = add_templates(shutil.copytree(PROJECT, tmp_path_factory.mktemp("marked") / "project"))
    return load(mark_small(root), TODAY).site


def list_shown(page: str) -> Iterator[str]:
    """What a page shows: its text, and what stands in attributes that are read out."""
    body = re.sub(r"\A---\n.*?^---$", "", page, flags=re.DOTALL | re.MULTILINE)
    body = re.sub(
        r"<!--.*?-->|<(script|style|svg|template)\b.*?</\1>|\{[^{}]*\}|\]\([^)]*\)", " ", body, flags=re.DOTALL
    )
    yield from (html.unescape(one) for one in _SHOWN.findall(body))
    yield html.unescape(re.sub(r"<[^>]*>", " ", body)).replace("\\", "")


def find_unmarked(page: str) -> set[str]:
    """The words on a page that stand in no mark."""
    found = set()
    for shown in list_shown(page):
        rest, before = shown, ""
        while rest != before:
            rest, before = _MARKED.sub(" ", rest), rest
        found |= set(WORD.findall(rest))
    return found


def test_a_word_that_is_not_marked_is_found() -> None:
    page = '---\ntitle: ⟦A⟧\n---\n# ⟦Of ⟦two⟧⟧\n\n<img alt="picture"> ⟦[a *link*](page.md)⟧, left 10 {: .over }\n'
    assert find_unmarked(page) == {"picture", "left"}


def test_no_page_shows_a_word_that_is_not_marked(marked: Site) -> None:
    by_hand = {page.path for page in marked.pages}
    kept = {word for text in list_kept(marked) for word in WORD.findall(text)}
    found = {
        page.path: unmarked
        for page in render_pages(marked, REPOSITORY / "templates/pages")
        if page.path not in by_hand and (unmarked := find_unmarked(page.markdown) - kept)
    }
    # Codes of interests are letters of their keys.
    assert {path: words for path, words in found.items() if any(set(word) - set("RIASEC") for word in words)} == {}
