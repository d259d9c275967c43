"""Budgets as sizes, gzipped as hosts send them, and what must not stand in a page."""

from __future__ import annotations

import gzip
import html.parser
import json
import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.conftest import Open
from tests.browser.test_fit import Results
from tests.browser.test_fit import results as results

SCRIPTS_OF_THE_QUIZ_PAGE = 14_000
# 3,500 of it is what all elements share, which a reader fetches once.
SCRIPTS_OF_AN_OCCUPATION = 21_000
PAGE_OF_AN_OCCUPATION = 15_000
SEARCH_INDEX_OF_A_PROFILE = 1_200


def gzipped(data: bytes) -> int:
    """The size of `data` in bytes after gzip."""
    return len(gzip.compress(data, 9))


def weigh_scripts(page: Page) -> Callable[[], dict[str, int]]:
    """Weighs our own scripts, whenever asked: those that the page has loaded since, by name."""
    bodies: dict[str, bytes] = {}

    def note(answer: Response) -> None:
        if "/assets/careers/" in answer.url and answer.url.endswith(".js"):
            bodies[answer.url] = answer.body()

    page.on("response", note)
    return lambda: {url.rpartition("/assets/careers/")[2]: gzipped(body) for url, body in bodies.items()}


def test_own_scripts_of_the_quiz_page_keep_their_budget(open_page: Open) -> None:
    # From a page without tools of its own: what the home page still loads would count.
    page = open_page("404.html")
    weigh = weigh_scripts(page)
    page.goto(page.url.replace("404.html", "quiz/interests/"), wait_until="networkidle")
    sizes = weigh()
    assert "elements/quiz/element.js" in sizes
    assert sum(sizes.values()) <= SCRIPTS_OF_THE_QUIZ_PAGE, sizes


def test_own_scripts_of_an_occupation_keep_their_budget(open_page: Open, results: Results) -> None:
    taken = results.interests().values().skills().environment(nights=4).methods().init
    for init in ("", taken):
        page = open_page("404.html", init=init)
        weigh = weigh_scripts(page)
        page.goto(page.url.replace("404.html", "occupations/registered-nurse/"), wait_until="networkidle")
        expect(page.get_by_role("button", name="Save to my plan")).to_be_visible()
        sizes = weigh()
        assert {"elements/fit/element.js", "elements/adding/element.js", "kept/items.js"} <= set(sizes)
        assert sum(sizes.values()) <= SCRIPTS_OF_AN_OCCUPATION, sizes
    # Near "How this fits you" the comparison is loaded, too.
    page = open_page("404.html", init=taken)
    weigh = weigh_scripts(page)
    page.goto(page.url.replace("404.html", "occupations/registered-nurse/#fit"), wait_until="networkidle")
    expect(page.locator("career-fit [data-comparison]")).to_be_visible()
    sizes = weigh()
    assert "elements/fit/comparison.js" in sizes
    assert sum(sizes.values()) <= SCRIPTS_OF_AN_OCCUPATION, sizes


def test_a_page_without_quiz_loads_nothing_of_the_quiz(open_page: Open) -> None:
    page = open_page("about/")
    loaded = page.evaluate(
        "performance.getEntriesByType('resource').map(entry => entry.name)"
        ".filter(name => name.includes('/careers/') && name.endsWith('.js'))"
    )
    assert {name.rsplit("/", 1)[1] for name in loaded} == {"main.js", "failing.js", "shell.js"}


def test_occupation_pages_keep_their_budget(site: Path) -> None:
    sizes = {path.parent.name: gzipped(path.read_bytes()) for path in (site / "occupations").glob("*/index.html")}
    assert len(sizes) >= 4
    assert {name: size for name, size in sizes.items() if size > PAGE_OF_AN_OCCUPATION} == {}


def test_search_index_of_a_profile_keeps_its_budget(site: Path) -> None:
    sizes: dict[str, int] = defaultdict(int)
    for entry in json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]:
        path = entry["location"].partition("#")[0]
        if path.startswith("occupations/") and path.count("/") == 2 and path != "occupations/a-z/":
            sizes[path] += len(json.dumps(entry, ensure_ascii=False).encode())
    assert "occupations/registered-nurse/" in sizes
    assert {path: size for path, size in sizes.items() if size > SEARCH_INDEX_OF_A_PROFILE} == {}


class _Links(html.parser.HTMLParser):
    """Collects addresses, ids and what no content may hold."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.inline: list[str] = []
        self._in_content = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note what the element refers to."""
        values = {name: value or "" for name, value in attributes}
        if "id" in values:
            self.ids.add(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        elif tag == "use":
            self.links.append(values["xlink:href"])
        elif tag in ("img", "script", "link", "source", "iframe"):
            rel = values.get("rel", "")
            address = values.get("src") or (values.get("href") if rel not in ("canonical", "prev", "next") else None)
            self.loads.extend([address] if address else [])
        self._in_content = self._in_content or tag == "article"
        if self._in_content and (tag in ("script", "style") or any(n == "style" or n.startswith("on") for n in values)):
            self.inline.append(f"<{tag} {values}>")

    def handle_endtag(self, tag: str) -> None:
        """Leave the content."""
        if tag == "article":
            self._in_content = False


@pytest.fixture(scope="module")
def parsed(site: Path) -> dict[str, _Links]:
    """Every page of the site by its path below the root."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        parser = _Links()
        parser.feed(path.read_text(encoding="utf-8"))
        pages[path.relative_to(site).as_posix().removesuffix("index.html")] = parser
    return pages


def test_every_internal_link_leads_somewhere(parsed: dict[str, _Links], site: Path, base: str) -> None:
    broken = []
    sprite = (site / "assets/careers/pictures/marks.svg").read_text(encoding="utf-8")
    marks = {"", *re.findall(r'id="([a-z-]+)"', sprite)}
    for path, page in parsed.items():
        for link in (*page.links, *page.loads):
            address = urlsplit(urljoin(base + path, link))
            if f"{address.scheme}://{address.netloc}/" != base:
                continue
            target = unquote(address.path).removeprefix("/")
            if target in parsed:
                if address.fragment and unquote(address.fragment) not in parsed[target].ids:
                    broken.append(f"{path}: {link} (no such place)")
            elif not (site / target).is_file():
                broken.append(f"{path}: {link}")
            elif target.endswith(".svg") and address.fragment not in marks:
                broken.append(f"{path}: {link} (no such mark)")
    assert broken == []


def test_no_page_loads_anything_from_another_host(parsed: dict[str, _Links], base: str) -> None:
    foreign = [
        f"{path}: {address}"
        for path, page in parsed.items()
        for address in page.loads
        if not urljoin(base + path, address).startswith(base)
    ]
    assert foreign == []


def test_content_holds_no_inline_script_or_style(parsed: dict[str, _Links]) -> None:
    assert {path: page.inline for path, page in parsed.items() if page.inline} == {}
