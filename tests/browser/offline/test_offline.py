"""A reader keeps the whole site, uses it without a network, has it brought up to date as a whole, and removes it."""

from __future__ import annotations

import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.keeping.test_policy import WATCH
from tests.browser.support import site as sites
from tests.browser.support.axe import check_looks
from tests.browser.support.words import words
from tests.conftest import edit

KEEP, FORGET = words("offline.keep"), words("offline.forget")


STATE = "careers-offline /"
A_DAY_LATER = f"""async () => {{
  const state = await caches.open("{STATE}");
  const [request] = await state.keys();
  const said = await (await state.match(request)).json();
  await state.put(request, new Response(JSON.stringify({{ ...said, looked: said.looked - 90_000_000 }})));
}}"""
LOOKED = f"""async () => {{
  const found = await caches.match(new URL("/offline-files.json", location), {{ cacheName: "{STATE}" }});
  return !found || Date.now() - (await found.json()).looked < 60_000;
}}"""


class Handler(sites.Handler):
    """All files as they are, since what is kept is compared with what was built, and none while `going` is not set."""

    going = threading.Event()
    going.set()

    def do_GET(self) -> None:  # noqa: N802 - as the library calls it
        self.going.wait(60)
        http.server.SimpleHTTPRequestHandler.do_GET(self)


@pytest.fixture(scope="module")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path, Path]]:
    """The address of a site that can be kept, its folder, and a later build of it."""
    root = tmp_path_factory.mktemp("offline")
    with sites.serve(root / "site", Handler) as address:
        project = sites.copy_small(root, site_url=address)
        settings = project / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        assert "\nextra:\n" in text
        settings.write_text(text.replace("\nextra:\n", "\nextra:\n  offline: true\n"), encoding="utf-8")
        sites.build(project)
        first = shutil.copytree(project / "site", root / "first")
        edit(project / "occupations/baker.yml", "- Sacks of flour are heavy.", "- Sacks of flour weigh a lot.")
        sites.build(project)
        (project / "site").rename(root / "later")
        shutil.copytree(first, project / "site")
        yield address, project / "site", root / "later"


def press(page: Page, name: str, then: str) -> None:
    page.get_by_role("button", name=name).click()
    expect(page.locator("career-offline [role=status]")).to_have_text(then, timeout=60_000)


def read(page: Page, address: str, path: str) -> str:
    page.goto(address + path)
    return page.locator("main").text_content() or ""


def test_a_kept_site_is_whole_without_a_network_and_brought_up_to_date_as_a_whole(
    browser: Browser, offline: tuple[str, Path, Path]
) -> None:
    address, site, later = offline
    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script(WATCH)
    broken: list[str] = []
    context.on("console", lambda line: broken.append(line.text) if "policy" in line.text.lower() else None)
    page = context.new_page()
    page.goto(address + "plan/")
    # The worker, too, is under the page's policy.
    assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
    expect(page.get_by_role("button", name=KEEP)).to_be_visible()
    check_looks(page)
    assert "MB" in page.locator("career-offline [role=status]").inner_text()
    quota = {"origin": address.rstrip("/")}
    devices = page.context.new_cdp_session(page)
    devices.send("Storage.overrideQuotaForOrigin", {**quota, "quotaSize": 100_000})
    press(page, KEEP, words("offline.full"))
    # What found no room takes up none.
    assert len(page.evaluate("caches.keys()")) == 0
    devices.send("Storage.overrideQuotaForOrigin", quota)
    press(page, KEEP, words("offline.kept"))

    context.set_offline(True)
    assert "Baker" in read(page, address, "occupations/baker/")
    page.goto(address)
    page.goto(address + "quiz/interests/")
    page.locator("button[data-form=quick]").click()
    expect(page.locator("career-quiz [type=radio]").first).to_be_visible()
    page.goto(address + "quiz/results/")
    expect(page.locator("career-results")).to_be_visible()
    page.goto(address + "occupations/midwife")
    assert page.url == address + "occupations/midwife/"
    page.goto(address + "none/")
    expect(page.locator("h1")).to_be_visible()

    # A build that is there by half is not taken: of the page that differs the server still has the old one.
    context.set_offline(False)
    shutil.copy(later / "offline-files.json", site)
    page.goto(address + "plan/")
    # Nor does a page that is loaded past the worker wait in vain for what it says.
    page.context.new_cdp_session(page).send("Page.reload", {"ignoreCache": True})
    expect(page.locator("career-offline [role=status]")).to_contain_text(words("offline.newer").partition(".")[0])
    press(page, KEEP, words("offline.failed"))
    context.set_offline(True)
    press(page, KEEP, words("offline.failed"))
    expect(page.get_by_role("button", name=KEEP)).to_be_visible()
    context.set_offline(False)
    assert "are heavy" in read(page, address, "occupations/baker/")
    shutil.rmtree(site)
    shutil.copytree(later, site)
    page.goto(address + "plan/")
    press(page, KEEP, words("offline.kept"))
    context.set_offline(True)
    assert "weigh a lot" in read(page, address, "occupations/baker/")

    context.set_offline(False)
    page.goto(address + "plan/")
    # What somebody has deleted below it is not said to be there, and comes again.
    page.evaluate(
        "caches.keys().then(async (names) => { for (const name of names.sort().slice(1)) await caches.delete(name); })"
    )
    page.reload()
    other = context.new_page()
    other.goto(address + "plan/")
    expect(other.get_by_role("button", name=FORGET)).to_be_visible()
    # In another tab the reader wants it gone while it is fetched.
    Handler.going.clear()
    page.get_by_role("button", name=KEEP).click()
    expect(page.locator("career-offline [role=status]")).to_have_text(words("offline.working").format(done=0, total=0))
    other.get_by_role("button", name=FORGET).click()
    expect(other.get_by_role("button", name=FORGET)).to_be_hidden()
    Handler.going.set()
    for one in (page, other):
        expect(one.get_by_role("button", name=KEEP)).to_be_visible()
        assert one.evaluate("caches.keys()") == []
    assert broken == []
    # A list that a host has not is, at first, on its way; on another day the site is kept no more.
    press(page, KEEP, words("offline.kept"))
    (site / "offline-files.json").rename(site / "away.json")
    for kept in (2, 0):
        page.evaluate(A_DAY_LATER)
        page.goto(address + "about/")
        page.wait_for_function(LOOKED)
        assert len(page.evaluate("caches.keys()")) == kept
    (site / "away.json").rename(site / "offline-files.json")
    page.goto(address + "plan/")
    # Over http there is no place for it, which is said.
    page.add_init_script("Object.defineProperty(globalThis, 'caches', { value: undefined })")
    page.reload()
    expect(page.locator("career-offline [role=status]")).to_have_text(words("offline.forbidden"))
    expect(page.locator("career-offline button:visible")).to_have_count(0)
    context.close()
