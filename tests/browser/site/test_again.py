"""A page that tests use one after the other: nothing is left of the one before, and what goes wrong is noticed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Profile

LEFT = """async () => ({
  script: window.before,
  kept: [localStorage.now, localStorage.late, sessionStorage.now],
  print: matchMedia("print").matches,
  data: (await fetch("sitemap.xml")).status,
})"""


@pytest.fixture
def profile(browser: Browser, base: str) -> Iterator[Profile]:
    """A profile of its own."""
    profile = Profile(browser, base, scripts=True)
    yield profile
    profile.context.close()


def test_nothing_is_left_of_the_test_before(profile: Profile) -> None:
    page = profile.open("", "window.before = true;", "")
    page.emulate_media(media="print")
    page.route("**/sitemap.xml", lambda route: route.fulfill(status=201))
    page.context.new_page()
    page.evaluate("""() => {
      localStorage.now = sessionStorage.now = "1";
      addEventListener("pagehide", () => { localStorage.late = "1"; });
    }""")
    assert page.evaluate(LEFT) == {
        "script": True,
        "kept": ["1", None, "1"],
        "print": True,
        "data": 201,
    }
    profile.forget()
    assert profile.open("", "", "") is page
    assert page.evaluate(LEFT) == {
        "script": None,
        "kept": [None, None, None],
        "print": False,
        "data": 200,
    }
    assert len(page.context.pages) == 2


def test_what_goes_wrong_is_noticed(profile: Profile) -> None:
    page = profile.open("", "", "bearable")
    page.evaluate("""() => {
      console.error("odd");
      console.error("bearable");
      setTimeout(() => { throw new Error("thrown"); });
      new Image().src = "http://127.0.0.1:9/foreign.png";
      return new Promise((done) => setTimeout(done));
    }""")
    assert profile.mishaps[:1] == ["console: odd"]
    assert {mishap.partition(":")[0] for mishap in profile.mishaps} >= {"console", "script error", "foreign request"}
    assert not [mishap for mishap in profile.mishaps if "bearable" in mishap]
    profile.forget()
    assert profile.mishaps == []
