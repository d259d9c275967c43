"""The small project's site, and pages of a real Chromium that watch for what must not happen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.support import site as sites
from tests.scripts.conftest import node as node

# A slow machine is no fault of the page; what never comes still fails.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs the built site and a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of the small project's site, ending in a slash, and its folder.

    It is built for this address, since instant navigation works only where `site_url` says the truth; so each worker
    builds its own, which takes less than waiting for another's.
    """
    root = tmp_path_factory.mktemp("small")
    with sites.serve(root / "site") as address:
        sites.build(sites.copy_small(root, site_url=address))
        yield address, root / "site"


@pytest.fixture(scope="session")
def base(served: tuple[str, Path]) -> str:
    """The address of the built site, ending in a slash."""
    return served[0]


@pytest.fixture(scope="session")
def site(served: tuple[str, Path]) -> Path:
    """The folder of the built site."""
    return served[1]


class Profile:
    """A profile of the browser that is used again: a new one for each page would cost as much as the page."""

    def __init__(self, browser: Browser, *, scripts: bool, **options: Any) -> None:
        self.context = browser.new_context(reduced_motion="reduce", java_script_enabled=scripts, **options)
        self.context.set_default_timeout(10_000)
        self._keeper = self.context.new_page()
        self._session = self.context.new_cdp_session(self._keeper)

    def forget(self, address: str) -> None:
        """Close all pages and delete what they kept."""
        for page in self.context.pages:
            if page is not self._keeper:
                page.close()
        self._session.send("Storage.clearDataForOrigin", {"origin": address.rstrip("/"), "storageTypes": "all"})


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> Iterator[Callable[[bool, int], Profile]]:
    """Gives the profiles with scripts or without by their number, the same ones for all tests."""
    made: dict[tuple[bool, int], Profile] = {}

    def find(scripts: bool, number: int) -> Profile:
        if (scripts, number) not in made:
            made[scripts, number] = Profile(browser, scripts=scripts)
        return made[scripts, number]

    yield find
    for profile in made.values():
        profile.context.close()


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, profiles: Callable[[bool, int], Profile], base: str) -> Iterator[Open]:
    """Opens a path of the site in a profile that keeps nothing yet, another one each time.

    Where it has `options` of its own, as Playwright's contexts take them, the profile is not used again.

    `init` runs in the page before its own scripts do. Script errors fail the test, as do requests to another host and
    what stands in the console without the words to `tolerate`.
    """
    used: list[Profile] = []
    own: list[Profile] = []
    mishaps: list[str] = []

    def watch(page: Page, tolerate: str) -> None:
        def note(what: str, text: str) -> None:
            if not tolerate or tolerate not in text:
                mishaps.append(f"{what}: {text}")

        page.on("pageerror", lambda error: note("script error", str(error)))
        page.on("console", lambda line: note("console", line.text) if line.type == "error" else None)
        at_home = (base, "data:", "blob:")
        page.on("request", lambda sent: None if sent.url.startswith(at_home) else note("foreign request", sent.url))

    def open_path(
        path: str = "",
        *,
        width: int = 1280,
        dark: bool = False,
        init: str = "",
        tolerate: str = "",
        java_script_enabled: bool = True,
        **options: Any,
    ) -> Page:
        if options:
            profile = Profile(browser, scripts=java_script_enabled, **options)
            own.append(profile)
        else:
            profile = profiles(java_script_enabled, len(used))
            used.append(profile)
        page = profile.context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if dark else "light")
        if init:
            page.add_init_script(init)
        watch(page, tolerate)
        page.goto(base + path)
        return page

    yield open_path
    for profile in used:
        profile.forget(base)
    for profile in own:
        profile.context.close()
    assert not mishaps, "\n".join(mishaps)
