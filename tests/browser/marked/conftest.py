"""The small project as a site in which each text is marked."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.utils import get_theme_dir
from playwright.sync_api import Browser

from generator.loading import pieces
from generator.project import load
from generator.strings import Words
from tests.browser.conftest import Profiles, keep_profiles
from tests.browser.support import site as sites
from tests.browser.support import words
from tests.conftest import TODAY, edit
from tests.marking import WORD, list_kept, mark_small

_TEXT = re.compile(r'^  "[a-z.]+": "(.*)"', re.MULTILINE)
_NAMES = ("español", *calendar.month_name, *calendar.month_abbr, *calendar.day_name, *calendar.day_abbr)
_WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def marked_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of the site, ending in a slash, and the folder of its project."""
    root = tmp_path_factory.mktemp("marked_site")
    with sites.serve(root / "site") as address:
        sites.copy_small(root, site_url=address)
        edit(root / "mkdocs.yml", "\nextra:\n", "\nextra:\n  offline: true\n")
        mark_small(root)
        sites.build(root)
        yield address, root


@pytest.fixture(scope="session")
def base(marked_site: tuple[str, Path]) -> str:
    """The address of the site in its own language."""
    return marked_site[0]


@pytest.fixture(scope="session")
def site(marked_site: tuple[str, Path]) -> Path:
    """Its folder."""
    return marked_site[1] / "site"


@pytest.fixture(scope="session")
def profiles(browser: Browser, marked_site: tuple[str, Path]) -> Iterator[Profiles]:
    """Profiles in which a word that is not marked is an error."""
    address, root = marked_site
    site = load(root, TODAY).site
    material = _TEXT.findall(Path(get_theme_dir("material"), "partials/languages/en.html").read_text(encoding="utf-8"))
    kept = (*list_kept(site), *material, *_NAMES, "the testers", "Test guides")
    allowed = {word for text in kept for word in WORD.findall(text)}
    with keep_profiles(browser, address, f"const ALLOWED = {json.dumps(sorted(allowed))};\n{_WATCH}") as find:
        yield find


@pytest.fixture(autouse=True)
def _marked_words(marked_site: tuple[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests that come from elsewhere ask for texts as this site says them."""
    found = Words(pieces.load_strings(marked_site[1]))
    monkeypatch.setattr(words, "_all", lambda: found)
