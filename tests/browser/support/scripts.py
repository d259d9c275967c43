"""Our own scripts: which of them a page has loaded, and their modules for tests that need one by itself."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Route

from generator import links
from tests.conftest import REPOSITORY

_PUBLISHED = re.compile(rf"/{links.ASSETS}-[0-9a-f]+/(.+\.js)$")
_MODULES = f"/{links.ASSETS}/"


def find_path(address: str) -> str:
    """The path of a published script in its folder; empty for other addresses."""
    found = _PUBLISHED.search(address)
    return found[1] if found else ""


def list_loaded(page: Page) -> set[str]:
    """The paths of all of our scripts that the page has loaded."""
    names = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    return {path for path in map(find_path, names) if path}


def offer_modules(page: Page) -> None:
    """Let the page import modules as we write them, from `assets/careers/`: published are only joined ones."""

    def answer(route: Route) -> None:
        path = route.request.url.partition(_MODULES)[2]
        route.fulfill(path=REPOSITORY / links.THEME / links.ASSETS / path, content_type="text/javascript")

    page.route(f"**{_MODULES}**/*.js", answer)
