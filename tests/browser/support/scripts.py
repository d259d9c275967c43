"""Our own scripts: which of them a page has loaded, their data, and their modules for tests that need one by itself."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

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

    def find(route: Route) -> None:
        root, _, name = route.request.url.rpartition(f"{links.SCRIPT_DATA}/")
        (path,) = find_current(page.request.get(root + links.BUILDS).json(), name.removesuffix(".json"))
        route.fulfill(response=route.fetch(url=root + path))

    page.route(f"**{_MODULES}**/*.js", answer)
    page.route(re.compile(rf"/{links.SCRIPT_DATA}/[a-z]+\.json$"), find)


def find_current(builds: list[list[str]], name: str) -> list[str]:
    """Where the latest build has a JSON file for scripts."""
    return [path for path in builds[0] if re.fullmatch(rf"{links.SCRIPT_DATA}/{name}-[0-9a-f]+\.json", path)]


def read_data(site: Path, name: str) -> Any:
    """What a published site has for its scripts under a name."""
    (latest, *_) = json.loads((site / links.BUILDS).read_text(encoding="utf-8"))
    (listed,) = (path for path in latest if path.endswith("/data/files.json"))
    found = json.loads((site / listed).read_text(encoding="utf-8"))[name]
    return (
        json.loads((site / links.SCRIPT_DATA / found).read_text(encoding="utf-8")) if isinstance(found, str) else found
    )


def stop(page: Page, pattern: str | re.Pattern[str]) -> Callable[[], None]:
    """Let what an address matches not arrive, until the result is called."""

    def fail(route: Route) -> None:
        route.abort()

    page.route(pattern, fail)
    return lambda: page.unroute(pattern, fail)


LIST = re.compile(r"/data/files\.json$")
"""The address of the names of all, and of what comes with them, as routes are given."""


def match_data(name: str) -> re.Pattern[str]:
    """The address of one that is a file of its own, as routes are given."""
    return re.compile(rf"/{links.SCRIPT_DATA}/{name}-[0-9a-f]+\.json$")
