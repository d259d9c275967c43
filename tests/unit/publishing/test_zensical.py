"""build/docs is plain Markdown: Zensical publishes it with the same theme settings and without our plugin."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator import links
from generator.model.site import Site
from generator.pages.linked_data import describe
from tests.browser.support.words import words
from tests.conftest import PROJECT, REPOSITORY
from tests.making import render
from tests.unit.exports.test_api import change


@pytest.mark.slow
def test_zensical_builds_the_same_pages(small_site: Site, tmp_path: Path) -> None:
    site = change(small_site, "midwife", formerly=("birth-attendant",))
    files = render(site, REPOSITORY)
    for name, text in files.items():
        target = tmp_path / "build/docs" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (tmp_path / "templates").symlink_to(REPOSITORY / "templates")
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("docs_dir: content", "docs_dir: build/docs").replace("  - career-guides\n", "")
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")

    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    for path in files:
        page = links.address(path) + "index.html" if path.endswith(".md") else path
        assert (tmp_path / "site" / page).is_file(), path
    profile = (tmp_path / "site/occupations/midwife/index.html").read_text(encoding="utf-8")
    assert words("occupation.hard_sides") in profile
    assert f'aria-label="{words("page.breadcrumbs")}"' in profile
    assert (
        f'<script type="application/ld+json">{describe(site, "midwife", site.occupations["midwife"])}</script>'
        in profile
    )
    moved = "occupations/birth-attendant/index.html"
    assert (tmp_path / "site" / moved).read_text("utf-8") == files[moved]
