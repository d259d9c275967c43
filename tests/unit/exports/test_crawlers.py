"""llms.txt after https://llmstxt.org/ and robots.txt."""

from __future__ import annotations

import dataclasses
import re
import urllib.robotparser

from generator.model.site import Settings, Site, TextPage
from generator.strings import Words
from tests.conftest import REPOSITORY
from tests.making import render, render_crawlers
from tests.unit.exports.test_api import change


def test_guide_has_the_form_that_it_names(small_site: Site) -> None:
    """A heading, a quotation that sums up, then sections that are lists of links and nothing else."""
    text = render_crawlers(small_site)["llms.txt"]
    head, *sections = re.split(r"^## ", text, flags=re.MULTILINE)
    assert head.startswith("# Test guides\n\n> Guides for tests.")
    names = [section.partition("\n")[0] for section in sections]
    assert names == ["Where to begin", "Six methods", "Quizzes", "For programs", "Occupations", "Optional"]
    for section in sections:
        lines = section.strip().split("\n")[2:]
        assert lines
        assert all(re.fullmatch(r"- \[[^\[\]]+\]\(https://[^()\s]+\)(: \S.*)?", line) for line in lines), section
    assert text.count("/occupations/plumber/): Plumbers put in the pipes") == 1


def test_every_link_of_the_guide_leads_to_something(small_site: Site) -> None:
    files = render(small_site, REPOSITORY)
    addresses = {re.sub(r"(index)?\.md$", "", path).rstrip("/") for path in files}
    for target in re.findall(r"\]\(https://guides\.example\.org/([^)]*)\)", files["llms.txt"]):
        assert target.rstrip("/") in addresses | set(files), target


def test_pages_are_named_by_their_front_matter_or_heading(small_site: Site) -> None:
    pages = (
        TextPage("a.md", '---\ntitle: "The [A]: page"\ndescription: What\n  it says\n---\n\n# Other\n'),
        TextPage("b/README.md", "# The heading\n"),
        TextPage("c.md", "---\n: : [\n---\n# Front matter that is none\n"),
        TextPage("d.md", "No heading\n"),
    )
    text = render_crawlers(dataclasses.replace(small_site, pages=pages))["llms.txt"]
    assert text.split("## ")[1].strip().split("\n")[2:] == [
        "- [The (A): page](https://guides.example.org/a/): What it says",
        "- [The heading](https://guides.example.org/b/)",
        "- [Front matter that is none](https://guides.example.org/c/)",
    ]


def test_text_of_a_profile_begins_no_line_of_its_own(small_site: Site) -> None:
    site = change(small_site, "baker", title="A [b](c)\n## d", summary="x\n- [y](z)")
    assert (
        "- [A (b)(c) ## d](https://guides.example.org/occupations/baker/): x - [y](z)\n"
        in render_crawlers(site)["llms.txt"]
    )


def test_robots_may_come_and_find_the_sitemap(small_site: Site) -> None:
    parser = urllib.robotparser.RobotFileParser()
    parser.parse(render_crawlers(small_site)["robots.txt"].split("\n"))
    assert parser.can_fetch("anyone", "https://guides.example.org/occupations/baker/")
    assert parser.site_maps() == ["https://guides.example.org/sitemap.xml"]


def test_site_without_an_address_has_a_guide_with_relative_links(small_site: Site) -> None:
    files = render_crawlers(dataclasses.replace(small_site, settings=Settings(site_name="Here")))
    assert list(files) == ["llms.txt"]
    assert files["llms.txt"].startswith(f"# Here\n\n{Words(small_site.strings)['take_away']['covers']}")
    assert "(occupations/baker/)" in files["llms.txt"]


def test_robots_stands_only_where_crawlers_read_it(small_site: Site) -> None:
    def publish(address: str) -> set[str]:
        settings = dataclasses.replace(small_site.settings, site_url=address)
        return set(render_crawlers(dataclasses.replace(small_site, settings=settings)))

    assert publish("https://example.org/") == {"llms.txt", "robots.txt"}
    assert publish("https://example.org/guides/") == publish("") == {"llms.txt"}
