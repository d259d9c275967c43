"""The small project's site, and pages of a real Chromium that watch for what must not happen."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from xdist.scheduler import LoadFileScheduling

from generator import links
from tests.browser.support import site as sites
from tests.scripts.conftest import node as node
from tests.scripts.node.running import KEPT

# A slow machine is no fault of the page; what never comes still fails.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs the built site and a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)


@contextlib.contextmanager
def serve_small(root: Path) -> Iterator[str]:
    """Builds the small project's site in root/site and serves it: its address, ending in a slash.

    It is built for this address, since instant navigation works only where `site_url` says the truth.
    """
    with sites.serve(root / "site") as address:
        sites.build(sites.copy_small(root, site_url=address))
        yield address


class Sharing(LoadFileScheduling):  # type: ignore[misc]
    """A file stays with one process, and so do those that share what takes long to make: content, many occupations."""

    def _split_scope(self, nodeid: str) -> str:
        file = str(super()._split_scope(nodeid))
        shared = ("tests/content/", "/test_many.py")
        return next((part for part in shared if part in file), file)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Sharing | None:
    """Share out the tests that way where files stay together at all."""
    return Sharing(config, log) if config.getvalue("dist") == "loadfile" else None


SERVED = pytest.StashKey[tuple[str, str]]()
_for_all = contextlib.ExitStack()
"""What the process that shares out the tests keeps for those that run them."""


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Build one site for all processes that run tests."""
    shared = node.config.stash
    if SERVED not in shared:
        root = Path(_for_all.enter_context(tempfile.TemporaryDirectory()))
        shared[SERVED] = _for_all.enter_context(serve_small(root)), str(root / "site")
    node.workerinput["served"] = shared[SERVED]


def pytest_unconfigure() -> None:
    """Delete it."""
    _for_all.close()


@pytest.fixture(scope="session")
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of the small project's site, ending in a slash, and its folder."""
    if given := getattr(request.config, "workerinput", {}).get("served"):
        address, folder = given
        yield address, Path(folder)
        return
    root = tmp_path_factory.mktemp("small")
    with serve_small(root) as address:
        yield address, root / "site"


@pytest.fixture(scope="session")
def base(served: tuple[str, Path]) -> str:
    """The address of the built site, ending in a slash."""
    return served[0]


@pytest.fixture(scope="session")
def site(served: tuple[str, Path]) -> Path:
    """The folder of the built site."""
    return served[1]


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with more occupations than its lists show at a time, ending in a slash."""
    root = tmp_path_factory.mktemp("many")
    with sites.serve(root / "site") as address:
        sites.build(sites.copy_many(root, 15, site_url=address))
        yield address


class Profile:
    """A profile of the browser with a page, both used again: new ones for each test would cost as much as the test.

    What goes wrong in the page is noted in `mishaps`.
    """

    def __init__(self, browser: Browser, base: str, *, scripts: bool, init: str = "", **options: Any) -> None:
        self._base = base
        # What tests evaluate while they wait, no page may; keeping/test_policy.py holds the policy itself.
        self.context = browser.new_context(
            reduced_motion="reduce", java_script_enabled=scripts, bypass_csp=True, **options
        )
        self.context.set_default_timeout(10_000)
        # What knows how values lie on the device: `kept.get("plan")`, `kept.put("plan", text)`.
        self.context.add_init_script(f"globalThis.kept = {KEPT};\n{init}")
        # A second session in the page itself would undo what Playwright says about media at each new address.
        self._beside = self.context.new_page()
        self._session = self.context.new_cdp_session(self._beside)
        self.page = self.context.new_page()
        self._init = contextlib.ExitStack()
        self._tolerate = ""
        self.mishaps: list[str] = []
        self._watch()

    def _watch(self) -> None:
        at_home = (self._base, "data:", "blob:")

        def note(what: str, text: str) -> None:
            if not self._tolerate or self._tolerate not in text:
                self.mishaps.append(f"{what}: {text}")

        page = self.page
        page.on("pageerror", lambda error: note("script error", str(error)))
        page.on("console", lambda line: note("console", line.text) if line.type == "error" else None)
        page.on("request", lambda sent: None if sent.url.startswith(at_home) else note("foreign request", sent.url))

    def open(self, path: str, init: str, tolerate: str) -> Page:
        """Go to a path of the site; `init` runs before the scripts of this and of every later page."""
        self._tolerate = tolerate
        if init:
            self._init.enter_context(self.page.add_init_script(init))
        self.page.goto(self._base + path)
        return self.page

    def forget(self) -> None:
        """Leave the page as if it were new, and delete what it and others kept."""
        page = self.page
        for other in self.context.pages:
            if other not in (page, self._beside):
                other.close()
        page.unroute_all(behavior="ignoreErrors")  # What a test answered may be asked for no more.
        self._init.close()
        # Some parts save when they are left: they do so now, for a file without scripts.
        page.goto(self._base + links.ROBOTS)
        page.evaluate("sessionStorage.clear()")
        page.mouse.move(0, 0)
        page.emulate_media(media="null")
        self._session.send("Storage.clearDataForOrigin", {"origin": self._base.rstrip("/"), "storageTypes": "all"})
        self.mishaps.clear()


Profiles = Callable[[bool, int], Profile]


@contextlib.contextmanager
def keep_profiles(browser: Browser, base: str, init: str = "") -> Iterator[Profiles]:
    """Gives the profiles of a site with scripts or without by their number, the same ones each time.

    `init` runs in all of their pages.
    """
    made: dict[tuple[bool, int], Profile] = {}

    def find(scripts: bool, number: int) -> Profile:
        if (scripts, number) not in made:
            made[scripts, number] = Profile(browser, base, scripts=scripts, init=init)
        return made[scripts, number]

    yield find
    for profile in made.values():
        profile.context.close()


@pytest.fixture(scope="session")
def profiles(browser: Browser, base: str) -> Iterator[Profiles]:
    """The profiles for all tests."""
    with keep_profiles(browser, base) as find:
        yield find


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, profiles: Profiles, base: str) -> Iterator[Open]:
    """Opens a path of the site in a profile that keeps nothing yet, another one each time.

    Where it has `options` of its own, as Playwright's contexts take them, the profile is not used again.

    `init` runs in the page before its own scripts do. Script errors fail the test, as do requests to another host and
    what stands in the console without the words to `tolerate`.
    """
    used: list[Profile] = []
    own: list[Profile] = []

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
            profile = Profile(browser, base, scripts=java_script_enabled, **options)
            own.append(profile)
        else:
            profile = profiles(java_script_enabled, len(used))
            used.append(profile)
        page = profile.page
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if dark else "light")
        return profile.open(path, init, tolerate)

    yield open_path
    mishaps = [mishap for profile in (*used, *own) for mishap in profile.mishaps]
    for profile in used:
        profile.forget()
    for profile in own:
        profile.context.close()
    assert not mishaps, "\n".join(mishaps)
