"""What other programs and search engines get of the built site: heads, sitemap, examples of use, old addresses."""

from __future__ import annotations

import csv
import html
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator import links
from generator.model.site import Site
from generator.pages.linked_data import describe
from generator.register.entries import list_pages
from tests.browser.conftest import Open
from tests.browser.support import site as sites
from tests.browser.support.scripts import read_data
from tests.browser.support.weighing import find_linked_data
from tests.conftest import PROJECT, REPOSITORY, edit
from tests.scripts.node.running import Node
from tests.unit.pages.test_linked_data import check, read
from tests.unit.prose.markdown import Reader

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

OCCUPATIONS = sorted(path.stem for path in (PROJECT / "occupations").glob("*.yml"))


def head(site: Path, address: str) -> Reader:
    """A published page."""
    return Reader((site / address / "index.html").read_text(encoding="utf-8"))


def meta(page: Reader, name: str) -> str | None:
    """What a meta element of the head says."""
    found = [a["content"] for tag, a in page.elements if tag == "meta" and name in (a.get("property"), a.get("name"))]
    assert len(found) <= 1, name
    return found[0] if found else None


def sitemap(site: Path) -> list[str]:
    """The addresses in the sitemap."""
    root = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314
    return [entry.text or "" for entry in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]


@pytest.mark.parametrize("slug", OCCUPATIONS)
def test_occupation_describes_itself_to_search_engines(site: Path, base: str, small_site: Site, slug: str) -> None:
    """What arrives in the page is what was made, in spite of Markdown, MkDocs and the taking out of blanks."""
    text = (site / "occupations" / slug / "index.html").read_text(encoding="utf-8")
    found = find_linked_data(text)
    check(read(found))
    assert json.loads(found)["@graph"][0]["mainEntityOfPage"]["url"] == f"{base}occupations/{slug}/"
    expected = describe(small_site, slug, small_site.occupations[slug]).replace(small_site.settings.site_url, base)
    assert json.loads(found) == json.loads(expected)


def test_other_pages_have_no_linked_data(site: Path) -> None:
    for address in (".", "about", "fields/care"):
        assert "application/ld+json" not in (site / address / "index.html").read_text(encoding="utf-8")


def test_shared_link_shows_the_picture_of_its_field(site: Path, base: str) -> None:
    for address in ("occupations/potter", "fields/production"):
        page = head(site, address)
        assert meta(page, "og:image") == f"{base}assets/careers/pictures/cards/production.png"
        assert meta(page, "og:image:alt") == "Production"
        assert (site / "assets/careers/pictures/cards/production.png").is_file()
    assert meta(head(site, "about"), "og:image") == f"{base}assets/careers/pictures/card.png"
    assert meta(head(site, "about"), "og:image:alt") == "Test guides"


def test_sitemap_lists_every_page_that_is_made(site: Path, base: str, small_site: Site) -> None:
    addresses = {base + links.address(page.path) for page in list_pages(small_site)}
    found = sitemap(site)
    assert len(found) == len(set(found))
    assert set(found) == addresses
    assert f"Sitemap: {base}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def test_every_page_names_its_own_address_as_the_canonical_one(site: Path, base: str) -> None:
    for address in sitemap(site):
        page = head(site, address.removeprefix(base))
        assert [a["href"] for tag, a in page.elements if tag == "link" and a.get("rel") == "canonical"] == [address]
        assert meta(page, "og:url") == address


def test_every_page_leads_news_readers_to_the_feed(open_page: Open, base: str) -> None:
    page = open_page("occupations/potter/")
    feed = page.locator("link[type='application/atom+xml']")
    assert feed.evaluate("link => link.href") == f"{base}feed.xml"
    assert "alternate" in str(feed.get_attribute("rel")).split()


# The examples of the page about the data


@pytest.fixture(scope="module")
def examples(site: Path) -> list[str]:
    """The blocks of code on the page about the data."""
    text = (site / "about/data/index.html").read_text(encoding="utf-8")
    return [html.unescape(code) for code in re.findall(r"<pre><code[^>]*>(.*?)</code></pre>", text, re.DOTALL)]


def test_examples_for_the_command_line_and_for_spreadsheets_name_files_that_are_there(
    examples: list[str], site: Path, base: str
) -> None:
    addresses = re.findall(re.escape(base) + r"[^\s\")]+", f"{examples[0]}\n{examples[2]}")
    assert len(addresses) == 3
    assert all((site / address.removeprefix(base)).is_file() for address in addresses)
    assert examples[2] == f'=IMPORTDATA("{base}api/v1/occupations.csv")'


def test_example_in_python_runs(examples: list[str]) -> None:
    done = subprocess.run([sys.executable, "-c", examples[1]], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.strip().split("\n")
    assert lines[-1] == "Test guides, by its contributors, CC BY 4.0"
    assert len(lines) > 2
    assert all(re.fullmatch(r"[A-Z][a-z ]+ \d{5,6} 20\d\d", line) for line in lines[:-1])


def test_table_arrives_as_it_was_made(site: Path) -> None:
    data = (site / "api/v1/occupations.csv").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") == len(OCCUPATIONS) + 1
    rows = list(csv.DictReader(data.decode().splitlines()))
    assert sorted(row["slug"] for row in rows) == OCCUPATIONS


# Old addresses


def build(root: Path, address: str) -> None:
    """Build the small project in `root` with a renamed profile and this `site_url`."""
    sites.copy_small(root, site_url=address)
    edit(root / "occupations/baker.yml", "reviewed: 2026-11-01", "reviewed: 2026-11-01\nformerly: [bread-maker]")
    sites.build(root)


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The small project with a renamed profile, served; its address and folder."""
    root = tmp_path_factory.mktemp("renamed") / "project"
    with sites.serve(root / "site") as address:
        build(root, address)
        yield address, root / "site"


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def visitor(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page with and without scripts."""
    context = browser.new_context(java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def test_old_address_leads_to_the_new_one(visitor: Page, renamed: tuple[str, Path]) -> None:
    visitor.goto(f"{renamed[0]}occupations/bread-maker/")
    expect(visitor).to_have_url(f"{renamed[0]}occupations/baker/")
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("Baker")


@pytest.mark.parametrize("pages", ["few", "many"])
def test_link_to_an_old_address_leads_to_the_new_one(visitor: Page, renamed: tuple[str, Path], pages: str) -> None:
    """Instant navigation must not swallow the way on: it would fetch the old page and show nothing of it."""
    own = f"{links.ASSETS}/{links.INSTANT}"
    script = f'<script type="module" src="../../{own}"></script>' if pages == "many" else ""
    visitor.route(f"**/{own}", lambda route: route.fulfill(path=REPOSITORY / links.THEME / own))
    visitor.route(
        f"{renamed[0]}occupations/cook/",
        lambda route: route.fulfill(
            content_type="text/html",
            body=(renamed[1] / "occupations/cook/index.html")
            .read_text(encoding="utf-8")
            .replace("</h1>", '</h1><p><a href="../bread-maker/">An old link</a></p>' + script, 1),
        ),
    )
    visitor.goto(f"{renamed[0]}occupations/cook/")
    visitor.wait_for_load_state("networkidle")
    visitor.get_by_role("link", name="An old link").click()
    expect(visitor).to_have_url(f"{renamed[0]}occupations/baker/")
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("Baker")


def test_way_back_from_an_old_address_does_not_end_in_a_loop(browser: Browser, renamed: tuple[str, Path]) -> None:
    page = browser.new_page()
    page.goto(f"{renamed[0]}occupations/cook/")
    page.goto(f"{renamed[0]}occupations/bread-maker/")
    expect(page).to_have_url(f"{renamed[0]}occupations/baker/")
    page.go_back()
    expect(page).to_have_url(f"{renamed[0]}occupations/cook/")
    page.close()


def test_old_address_is_in_no_sitemap_and_no_search(renamed: tuple[str, Path]) -> None:
    address, site = renamed
    assert f"{address}occupations/baker/" in sitemap(site)
    assert "bread-maker" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    index = (site / "search/search_index.json").read_text(encoding="utf-8")
    assert "occupations/baker/" in index
    assert "bread-maker" not in index
    moved = json.loads((site / "api/v1/occupations/bread-maker.json").read_text(encoding="utf-8"))
    assert moved["moved"]["url"] == f"{address}occupations/baker/"


RENAMING = ("adding", "facets", "occupations", "plan")
"""The files for scripts that say what has been renamed."""


def follow(node: Node, site: Path, kept: str) -> dict[str, str]:
    """File -> what an occupation saved as `kept` is called once a page that loads the file was open."""
    files = {f"data/{name}.json": json.dumps(read_data(site, name)) for name in RENAMING}
    modules = node.open(files)
    body = """
      const found = {};
      for (const name of given.names) {
        const { item } = addItem({ kind: "occupation", text: "Kept", slug: given.kept });
        followRenames((await load(name)).formerly);
        found[name] = loadPlan()[0].slug;
        removeItem(item.id);
      }
      return found;
    """
    found: dict[str, str] = modules.run("kept/items site/loading", body, kept=kept, names=list(RENAMING))
    modules.close()
    return found


@pytest.mark.parametrize(("kept", "present"), [("bread-maker", "baker"), ("cook", "cook"), ("toString", "toString")])
def test_what_was_kept_under_an_old_name_is_found(
    node: Node, renamed: tuple[str, Path], kept: str, present: str
) -> None:
    assert follow(node, renamed[1], kept) == dict.fromkeys(RENAMING, present)


def test_where_nothing_was_renamed_names_stay(node: Node, site: Path) -> None:
    assert follow(node, site, "plumber") == dict.fromkeys(RENAMING, "plumber")


def test_site_that_does_not_know_its_address_claims_none(tmp_path: Path) -> None:
    build(tmp_path / "project", "")
    site = tmp_path / "project/site"
    assert not (site / "feed.xml").exists()
    assert not (site / "robots.txt").exists()
    text = (site / "occupations/baker/index.html").read_text(encoding="utf-8")
    assert "atom+xml" not in text
    assert "og:image" not in text
    assert json.loads(find_linked_data(text))["@graph"][0]["name"] == "Baker"
    assert 'rel="canonical"' not in (site / "occupations/bread-maker/index.html").read_text(encoding="utf-8")
