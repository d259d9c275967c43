"""A slimmed page reads as the page that MkDocs wrote, on screen and paper, whatever scripts show of it later."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Iterator

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, Route

from generator.model.site import Site
from generator.publishing.plugin import hooks
from generator.publishing.slimming import slim, slim_sheet
from generator.publishing.styles import join_styles, read_sheets
from generator.sources.shipped.layers import Layers
from tests.browser.site.test_pages import KINDS, NOT_FOUND
from tests.browser.support.site import copy_small, serve
from tests.conftest import REPOSITORY

# What scripts copy, fill, unfold or show one day is read, too. What they fill has an attribute by which they find it.
UNFOLD = """() => {
  for (let found; (found = document.querySelector("template")); ) found.replaceWith(found.content);
  for (const element of document.querySelectorAll("main :empty")) {
    if (element.attributes.length) element.textContent = "word";
  }
  for (const element of document.querySelectorAll("[hidden]")) element.hidden = false;
  for (const element of document.querySelectorAll("details")) element.open = true;
}"""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose pages nobody slimmed."""
    root = tmp_path_factory.mktemp("plain")
    copy_small(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hooks, "slim", lambda page: page)
        build(load_config(str(root / "mkdocs.yml")))
    with serve(root / "site") as address:
        yield address


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    """A page without scripts: what they would do depends on the moment."""
    context = browser.new_context(java_script_enabled=False, bypass_csp=True)
    yield context.new_page()
    context.close()


# Of what is out of sight no text would be told. Playwright's own way to add styles waits for an event that does
# not come where there are no scripts.
REVEAL = """() => {
  const style = document.createElement("style");
  style.textContent = "main * { content-visibility: visible !important; }";
  document.head.append(style);
}"""

# Values of custom properties are kept as they were written, so blanks behind a comma make no difference.
RULES = """sheet => {
  const read = new CSSStyleSheet();
  read.replaceSync(sheet);
  return [...read.cssRules].map(rule => rule.cssText.replace(/,\\s+/g, ","));
}"""


def read(page: Page) -> list[str]:
    """The lines that a reader sees on the screen and on paper: as the page comes, then with all that is folded away."""
    lines: list[str] = []
    page.evaluate(REVEAL)
    for state in ("", " unfolded"):
        if state:
            page.evaluate(UNFOLD)
        for medium in ("screen", "print"):
            page.emulate_media(media=medium)
            lines += [f"## {medium}{state}", *page.evaluate("document.body.innerText").split("\n")]
    return lines


def test_slimmed_pages_read_as_before(paper: Page, plain: str) -> None:
    """All that pages have between their header and footer, one below the other in a page of its own shell."""
    pages = {kind: paper.request.get(plain + path).text() for kind, path in {**KINDS, "404": NOT_FOUND}.items()}
    states = []
    for change in (str, slim):
        first, *others = (
            (f"<p>## {kind}</p>{main}", before, after)
            for kind, page in pages.items()
            for before, main, after in [split(change(page))]
        )
        together = "".join([first[1], first[0], *(main for main, _, _ in others), first[2]])
        paper.route(plain, functools.partial(send, together))
        paper.goto(plain)
        states.append(read(paper))
        paper.unroute_all()
    before, after = states
    assert len(before) > 40 * len(pages)
    changes = list(difflib.unified_diff(before, after, n=1))
    assert not changes, "\n".join(changes)


def send(page: str, route: Route) -> None:
    """Answer with a page."""
    route.fulfill(body=page, content_type="text/html")


def split(page: str) -> tuple[str, str, str]:
    """What stands before the main part of a page, that part, and what stands behind it."""
    begin, end = page.index("<main"), page.index("</main>") + len("</main>")
    return page[:begin], page[begin:end], page[end:]


def test_slimmed_sheet_has_the_rules_of_before(paper: Page, plain: str, small_site: Site) -> None:
    paper.goto(plain)
    sheet = join_styles(read_sheets(Layers(REPOSITORY)), small_site.vocabulary.fields)
    rules = paper.evaluate(RULES, sheet)
    assert len(rules) > 400
    assert paper.evaluate(RULES, slim_sheet(sheet)) == rules
