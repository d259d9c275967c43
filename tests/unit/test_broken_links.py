"""The test of links finds those that lead nowhere, wherever the site is published."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.publishing.copies import leading as links
from tests.unit.test_cli import careers

PAGES = {
    "index.html": """<a href="a/">A</a> <a href="a/#there">There</a> <a href="https://example.org/x">Others</a>
        <svg><a xlink:href="a/"><use xlink:href="assets/careers/pictures/marks.svg#quiz"></use></a></svg>""",
    "a/index.html": """<h1 id="there">A</h1> <a href="..">Home</a> <a href="#there">Up</a>
        <a href="../file.txt">Text</a>""",
    "assets/careers/pictures/marks.svg": """<svg><symbol id="quiz"/></svg>""",
    "file.txt": "Text",
}
BASES = ("https://careers.example/", "https://careers.example/below/", "http://127.0.0.1:8000/")


def find(root: Path, base: str, more: str = "") -> list[str]:
    """What is broken on a small site with `more` on its second page."""
    for path, text in PAGES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text + more * path.startswith("a/"), encoding="utf-8")
    return links.find_broken(links.parse(root), root, base)


@pytest.mark.parametrize("base", BASES)
def test_links_that_lead_somewhere_are_left_alone(tmp_path: Path, base: str) -> None:
    assert find(tmp_path, base) == []


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize(
    ("link", "found"),
    [
        ('<a href="#nowhere">', "a/: #nowhere (no such place)"),
        ('<a href="../#there">', "a/: ../#there (no such place)"),
        ('<a href="../b/">', "a/: ../b/"),
        ('<svg><a xlink:href="../b/">', "a/: ../b/"),
        ('<img src="picture.png">', "a/: picture.png"),
        ('<use xlink:href="../assets/careers/pictures/marks.svg#other">', "marks.svg#other (no such mark)"),
    ],
)
def test_a_link_that_leads_nowhere_is_found(tmp_path: Path, base: str, link: str, found: str) -> None:
    (broken,) = find(tmp_path, base, link)
    assert broken.endswith(found)


def test_what_leads_nowhere_in_a_built_site_is_told_by_a_command(publishable: Path) -> None:
    find(publishable / "site", BASES[0], '<a href="../b/"><img src="https://elsewhere.example/x.png">')
    done = careers(publishable, "check", "--links")
    assert done.stdout.splitlines() == ["site/a/: ../b/", "site/a/: https://elsewhere.example/x.png"]
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (1, "10 links and files of 2 pages looked up: 2 to mend")
    shutil.rmtree(publishable / "site")
    done = careers(publishable, "check", "--links")
    assert (done.exit_code, "`careers build` makes it" in done.output) == (1, True)
