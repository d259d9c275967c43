"""Two tabs of a real browser, which tells each what the other writes only a moment later: nothing is lost."""

from __future__ import annotations

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open
from tests.browser.hub.test_hub import save
from tests.browser.keeping.page import make_goal
from tests.browser.plan.page import PLAN
from tests.scripts.node.running import ASSETS

WRITES = 200
WRITE = """([own, start, writes]) => { globalThis.written = (async () => {
  const load = (name) => import(new URL(`assets/careers/kept/${name}.js`, location.origin));
  const [items, {keepValue}, {changeDismissed}] = await Promise.all(["items", "sheets", "dismissed"].map(load));
  const pause = (most) => new Promise((done) => setTimeout(done, Math.random() * most));
  const entry = {id: "both", made: "2026-11-24", changed: 0, revision: 0, values: {}};
  const ways = [
    (name) => items.addItem({kind: "goal", text: name}).isSaved,
    (name) => keepValue("sheet", entry, name, "words"),
    (name) => changeDismissed("occupations", name, name),
    (name) => items.changeItem(own, {text: name}),
  ];
  while (Date.now() < start) await pause(1);
  const claimed = [];
  for (let turn = 0; turn < writes; turn++) {
    const name = `${own}-${turn}`;
    if (ways[turn % ways.length](name)) claimed.push(name);
    // The first half in a burst.
    if (turn > writes / 2) await pause(10);
  }
  return claimed;
})(); }"""
READ = """async () => {
  const load = (name) => import(new URL(`assets/careers/kept/${name}.js`, location.origin));
  const [{loadPlan}, {loadEntries}, {loadDismissed}] = await Promise.all(["items", "sheets", "dismissed"].map(load));
  return [
    loadPlan().map(({text}) => text),
    Object.keys(loadEntries("sheet")[0].values),
    [...loadDismissed().occupations.keys()],
  ];
}"""


def bring_modules(page: Page) -> None:
    """The modules one by one, which the published site has joined."""

    def answer(route: Route) -> None:
        path = ASSETS / route.request.url.partition("/assets/careers/")[2]
        route.fulfill(path=path) if path.is_file() else route.fallback()

    page.context.route("**/assets/careers/**/*.js", answer)


def test_two_tabs_that_write_at_once_lose_nothing(open_page: Open, base: str) -> None:
    page = open_page(PLAN, init=save(plan={"items": [make_goal("one"), make_goal("two")]}))
    expect(page.locator("career-plan")).to_have_attribute("data-state", "filled")
    other = page.context.new_page()
    other.goto(base + "quiz/")
    bring_modules(page)
    start = page.evaluate("Date.now() + 500")
    for tab, own in ((page, "one"), (other, "two")):
        tab.evaluate(WRITE, [own, start, WRITES])
    claimed = [name for tab in (page, other) for name in tab.evaluate("written")]
    assert len(claimed) == 2 * WRITES
    third = page.context.new_page()
    third.goto(base + "quiz/")
    goals, fields, off = third.evaluate(READ)
    for found, turn in ((goals, 0), (fields, 1), (off, 2)):
        assert {f"{own}-{at}" for own in ("one", "two") for at in range(turn, WRITES, 4)} <= set(found)
    assert {f"{own}-{WRITES - 1}" for own in ("one", "two")} <= set(goals)
    page.context.unroute_all(behavior="ignoreErrors")
