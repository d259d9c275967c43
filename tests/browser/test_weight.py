"""Budgets as sizes, gzipped as hosts send them, and what must not stand in a page."""

from __future__ import annotations

import gzip
import html.parser
import json
import re
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.browser.conftest import Open

SCRIPTS_OF_THE_QUIZ_PAGE = 14_000
PAGE_OF_AN_OCCUPATION = 15_000
SEARCH_INDEX_OF_A_PROFILE = 1_200


def gzipped(data: bytes) -> int:
    """The size of `data` in bytes after gzip."""
    return len(gzip.compress(data, 9))


def test_own_scripts_of_the_quiz_page_keep_their_budget(open_page: Open) -> None:
    page = open_page("")
    bodies: dict[str, bytes] = {}
    page.on(
        "response",
        lambda answer: (
            bodies.update({answer.url: answer.body()})
            if "/assets/careers/" in answer.url and answer.url.endswith(".js")
            else None
        ),
    )
    page.goto(page.url + "quiz/interests/", wait_until="networkidle")
    assert any(url.endswith("element.js") for url in bodies)
    sizes = {url.rsplit("/", 1)[1]: gzipped(body) for url, body in bodies.items()}
    assert sum(sizes.values()) <= SCRIPTS_OF_THE_QUIZ_PAGE, sizes


def test_a_page_without_quiz_loads_nothing_of_the_quiz(open_page: Open) -> None:
    page = open_page("about/")
    loaded = page.evaluate(
        "performance.getEntriesByType('resource').map(entry => entry.name)"
        ".filter(name => name.includes('/careers/') && name.endsWith('.js'))"
    )
    assert [name.rsplit("/", 1)[1] for name in loaded] == ["main.js", "shell.js"]


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
    sprite = (site / "assets/careers/marks.svg").read_text(encoding="utf-8")
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
