"""A reader who changes the language on the way: same answers, same results, same plan, each in the page's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Profile
from tests.browser.quiz.test_quiz import take
from tests.browser.support import site as sites
from tests.browser.support.words import words
from tests.conftest import edit
from tests.unit.sources.languages.test_folder import translate


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small project's site in English and Spanish, ending in a slash."""
    root = tmp_path_factory.mktemp("spoken")
    with sites.serve(root / "site") as address:
        sites.copy_small(root, site_url=address)
        edit(root / "mkdocs.yml", "  generator: false\n", "  generator: false\n  languages: [es]\n")
        translate(root)
        sites.build(root)
        yield address


def test_answers_and_plan_are_the_same_in_both_languages(browser: Browser, spoken: str) -> None:
    """A quiz in Spanish, its result and a job of the plan; then the same in English."""
    profile = Profile(browser, spoken, scripts=True)
    page = profile.open("es/quiz/values/", "", "")
    expect(page.locator("html")).to_have_attribute("lang", "es")
    expect(page.locator("career-quiz")).to_contain_text("Mis jefes me apoyan.")
    take(page, lambda _, before: 1 + before % 2, "full")
    page.goto(f"{spoken}es/occupations/baker/")
    page.get_by_role("button", name=words("adding.star")).first.click()
    shown = {}
    for folder, title in (("es/", "Panadero"), ("", "Baker")):
        page.goto(f"{spoken}{folder}quiz/results/")
        result = page.locator("[data-result=values]")
        expect(result).to_have_js_property("hidden", False)
        shown[folder] = result.locator("rect").evaluate_all("bars => bars.map((bar) => bar.getAttribute('width'))")
        page.goto(f"{spoken}{folder}plan/")
        expect(page.locator("[data-list=occupation] [data-text] a")).to_have_text(title)
        # The same page, in the other language.
        page.locator(".cg-header__language").click()
        expect(page).to_have_url(f"{spoken}{'' if folder else 'es/'}plan/")
        other = "Baker" if folder else "Panadero"
        expect(page.locator("[data-list=occupation] [data-text] a")).to_have_text(other)
    assert shown["es/"] == shown[""] != []
    assert '"text":"Panadero"' in page.evaluate("kept.get('plan')")
    assert profile.mishaps == []
    profile.context.close()
