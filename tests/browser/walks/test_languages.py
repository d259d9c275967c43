"""A reader of the Spanish interface, from quiz to plan, who then wants it in the site's own language."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from generator import links
from generator.model.site import Site
from generator.project import load
from generator.strings import Words
from tests.browser.conftest import Profile
from tests.browser.quiz.test_quiz import take
from tests.browser.support import site as sites
from tests.conftest import REPOSITORY, TODAY, edit
from tests.marking import read
from tests.unit.sources.languages.test_folder import translate

_SPANISH = REPOSITORY / "languages/es"
_FIND = """([english, told]) => {
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const part = node.parentElement, text = node.data.trim();
    if (part.closest("script, style, template, noscript")) continue;
    if (english.includes(text)) found.push(`in English: ${text}`);
    const language = part.closest("[lang]").getAttribute("lang");
    if (told.includes(text) && language !== "en") found.push(`told as Spanish: ${text}`);
  }
  return found;
}"""


def list_texts(texts: Any) -> Iterator[str]:
    """The texts of the interface in a file, or in a section."""
    for one in texts.values():
        yield from list_texts(one) if isinstance(one, dict) else (one,)


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Site]]:
    """The address of the small project's site in English and Spanish, and what it is in Spanish.

    All that the interface says is translated, a few other texts are.
    """
    root = tmp_path_factory.mktemp("spoken")
    with sites.serve(root / "site") as address:
        sites.copy_small(root, site_url=address)
        edit(root / "mkdocs.yml", "  generator: false\n", "  generator: false\n  languages: [es]\n")
        translate(root)
        (root / "languages/es/strings/words.yml").unlink()
        shutil.copytree(_SPANISH / "strings", root / "languages/es/strings", dirs_exist_ok=True)
        shutil.copy(_SPANISH / links.SPOKEN, root / "languages/es")
        sites.build(root)
        (spanish,) = load(root, TODAY).others
        yield address, spanish


@pytest.fixture
def look(spoken: tuple[str, Site]) -> Any:
    """What holds for each Spanish page: the interface speaks Spanish, and what does not says so."""
    _, spanish = spoken
    paths = (REPOSITORY / links.DEFAULTS).glob("*.yml")
    english = {text for path in paths for text in list_texts(read(path))} - {*list_texts(spanish.strings)}
    english -= {*spanish.originals[0].texts}  # The small project calls a few things by the same words.

    def find(page: Page) -> None:
        expect(page.locator("html")).to_have_attribute("lang", "es-US")
        page.wait_for_load_state("networkidle")
        found = page.evaluate(_FIND, [sorted(english), spanish.originals[0].texts])
        assert not found, found

    return find


def test_spanish_leads_from_quiz_to_plan_and_english_shows_the_same(
    browser: Browser, spoken: tuple[str, Site], look: Any
) -> None:
    base, spanish = spoken
    says = Words(spanish.strings)
    profile = Profile(browser, base, scripts=True)
    page = profile.open("es/quiz/values/", "", "")
    expect(page.locator("career-quiz")).to_contain_text("Mis jefes me apoyan.")
    look(page)
    take(page, lambda _, before: 1 + before % 2, "full")
    look(page)
    page.goto(f"{base}es/occupations/")
    expect(page.locator("career-explorer [data-status]")).to_have_text(re.compile(r"\w"))
    look(page)
    page.goto(f"{base}es/occupations/baker/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Panadero")
    bar = page.locator(".cg-bar")
    bar.get_by_role("button", name=says["adding"]["star"]).click()
    expect(bar.get_by_role("status")).to_have_text(says["adding"]["added"])
    look(page)
    shown = {}
    for folder, title in (("es/", "Panadero"), ("", "Baker")):
        page.goto(f"{base}{folder}quiz/results/")
        result = page.locator("[data-result=values]")
        expect(result).to_have_js_property("hidden", False)
        shown[folder] = result.locator("rect").evaluate_all("bars => bars.map((bar) => bar.getAttribute('width'))")
        if folder:
            look(page)
        page.goto(f"{base}{folder}plan/")
        row = page.locator("[data-list=occupation] [data-text] a")
        expect(row).to_have_text(title)
        if folder:
            look(page)
        # The same page, in the other language.
        page.locator(".cg-header__language").click()
        expect(page).to_have_url(f"{base}{'' if folder else 'es/'}plan/")
        expect(row).to_have_text("Baker" if folder else "Panadero")
    assert shown["es/"] == shown[""] != []
    assert json.loads(page.evaluate("kept.get('plan')"))["items"][0]["text"] == "Panadero"
    assert profile.mishaps == []
    profile.context.close()
