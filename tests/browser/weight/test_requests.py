"""What a first visit asks for: few things, and never one after the other for what a page could have named."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from generator import links
from tests.browser.site.test_pages import KINDS, NOT_FOUND
from tests.browser.support.scripts import LIST, find_path

AN_OCCUPATION = 8
# The plan has two elements in files of their own, and data; the results have, besides, what their jobs pay.
ANY_PAGE = 14


@contextlib.contextmanager
def begin(browser: Browser) -> Iterator[Page]:
    """A page of a browser that has been nowhere."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def pick(site: Path) -> dict[str, str]:
    """One page, kind -> path, of all that bring the same elements and name the same files: they ask for the same."""
    picked: dict[tuple[str, ...], tuple[str, str]] = {}
    for kind, path in {**KINDS, "404": NOT_FOUND}.items():
        text = (site / (path if path.endswith(".html") else f"{path}index.html")).read_text(encoding="utf-8")
        named = re.findall(r"<(?:script|link)[^>]* (?:src|href)=[\"']?[^\"' >]*?([^\"' >/]+\.\w+)[\"' >]", text)
        picked.setdefault(tuple(sorted({*named, *re.findall(r"<career-\w+", text)})), (kind, path))
    return dict(picked.values())


def visit(page: Page, address: str) -> list[str]:
    """The addresses of all that a visit asks for, in order."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    return asked


def test_a_first_visit_asks_for_little_and_waits_for_one_thing_at_most(browser: Browser, base: str, site: Path) -> None:
    picked = pick(site)
    assert picked.keys() >= {"text/index", "plan", "results", "occupation", "occupations", "map"}
    for path in picked.values():
        with begin(browser) as first:
            check_visit(first, base, path)


def check_visit(first: Page, base: str, path: str) -> None:
    """Judge what a browser asks for that comes to a page."""
    asked = visit(first, base + path)
    assert len(asked) <= (AN_OCCUPATION if path == KINDS["occupation"] else ANY_PAGE), asked
    named = set(first.evaluate("[...document.querySelectorAll('link, script')].map(one => one.href ?? one.src)"))
    # Scripts come with the page or by its name, not one by another.
    scripts = {address for address in asked if find_path(address)}
    assert any(find_path(address) == "main.js" for address in scripts)
    assert scripts <= named
    # What a page names before it is asked for is of use there: nobody waits for what nobody needs.
    ahead = first.evaluate("[...document.querySelectorAll('link[rel=modulepreload]')].map(one => one.href)")
    assert len(ahead) == len(set(ahead))
    for name in filter(lambda name: "/" in name, map(find_path, ahead)):
        assert first.locator(f"career-{name.split('/')[1]}").count(), name
    # So does what says where data is, and nobody asks for it twice.
    lists = [address for address in asked if LIST.search(address)]
    assert lists == [address for address in named if LIST.search(address)]
    assert lists or not any(address.startswith(f"{base}{links.SCRIPT_DATA}/") for address in asked)
    assert len([address for address in asked if address.endswith(".css")]) == 1
