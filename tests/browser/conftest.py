"""The built site, served on this machine, and pages of a real Chromium that watch for what must not happen."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.chromium import launch
from tests.scripts.conftest import node as node

REPOSITORY = Path(__file__).parents[2]

# A slow machine is no fault of the page; what never comes still fails.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs the built site and a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files as a static host does, 404.html included."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def send_error(self, code: int, *_: Any) -> None:
        """Send the site's own 404 page."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def copy_sources(root: Path, **settings: str) -> None:
    """Copy the sources to `root`, with other values for the named settings of mkdocs.yml."""
    for name in ("content", "occupations", "templates"):
        shutil.copytree(REPOSITORY / name, root / name)
    text = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    for name, value in settings.items():
        text, count = re.subn(f"^{name}: .*$", f"{name}: {value}", text, flags=re.MULTILINE)
        assert count == 1, name
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of the built site, ending in a slash, and its folder.

    The site is built for this address: instant navigation works only where `site_url` says the truth. It is built from
    a copy of the sources, so that no test touches the repository's own build/ and site/.
    """
    root = tmp_path_factory.mktemp("checkout")
    handler = functools.partial(_Handler, directory=str(root / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        copy_sources(root, site_url=address)
        command = [sys.executable, "-m", "generator", "--root", str(root), "build"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address, root / "site"
        server.shutdown()


@pytest.fixture(scope="session")
def base(served: tuple[str, Path]) -> str:
    """The address of the built site, ending in a slash."""
    return served[0]


@pytest.fixture(scope="session")
def site(served: tuple[str, Path]) -> Path:
    """The folder of the built site."""
    return served[1]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, base: str) -> Iterator[Open]:
    """Opens a path of the site in a fresh profile; fails on script errors and on requests to another host."""
    contexts = []
    mishaps: list[str] = []

    def watch(page: Page, tolerate: str) -> None:
        def note(what: str, text: str) -> None:
            if not tolerate or tolerate not in text:
                mishaps.append(f"{what}: {text}")

        page.on("pageerror", lambda error: note("script error", str(error)))
        page.on("console", lambda line: note("console", line.text) if line.type == "error" else None)
        own = (base, "data:", "blob:")
        page.on("request", lambda sent: None if sent.url.startswith(own) else note("foreign request", sent.url))

    def open_path(
        path: str = "", *, width: int = 1280, dark: bool = False, init: str = "", tolerate: str = "", **options: Any
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            **options,
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        if init:
            context.add_init_script(init)
        page = context.new_page()
        watch(page, tolerate)
        page.goto(base + path)
        return page

    yield open_path
    for context in contexts:
        context.close()
    assert not mishaps, "\n".join(mishaps)
