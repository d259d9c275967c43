"""build/docs is plain Markdown: `make zensical` publishes it with the same theme settings and without our plugin."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator import links
from generator.pages.linked_data import describe
from generator.project import load
from tests.browser.support.words import words
from tests.conftest import REPOSITORY, edit


@pytest.mark.slow
def test_zensical_builds_the_same_pages(publishable: Path) -> None:
    edit(publishable / "occupations/midwife.yml", "title: Midwife\n", "title: Midwife\nformerly: [birth-attendant]\n")
    (command,) = re.findall(
        r"^zensical: .*\n\t\$\(BIN\)/python (.*)$", (REPOSITORY / "Makefile").read_text(), re.MULTILINE
    )
    command = [sys.executable, *command.split(), "--root", str(publishable)]

    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    made = Path(done.stdout.strip().splitlines()[-1])
    docs = publishable / "build/docs"
    files = [path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()]
    assert len(files) > 100
    for path in files:
        page = links.address(path) + "index.html" if path.endswith(".md") else path
        assert (made / page).is_file(), path
    profile = (made / "occupations/midwife/index.html").read_text(encoding="utf-8")
    assert words("occupation.hard_sides") in profile
    assert f'aria-label="{words("page.breadcrumbs")}"' in profile
    site = load(publishable).site
    assert describe(site, "midwife", site.occupations["midwife"]) in profile
    # What our plugin says to the theme is written into a copy of that.
    assert words("finder.label") in profile
    assert words("foot.publisher") in profile
    assert 'src="data:image/svg' in profile or "src=data:image/svg" in profile
    assert words("not_found.title") in (made / "404.html").read_text(encoding="utf-8")
    assert "\n\n" not in profile
    assert "/midwife/" in (made / "occupations/birth-attendant/index.html").read_text(encoding="utf-8")
