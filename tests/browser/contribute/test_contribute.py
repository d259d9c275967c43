"""The form for guides, as somebody uses it who knows an occupation and nothing of files."""

from __future__ import annotations

import re

import yaml
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.support.axe import check_looks, overflows
from tests.browser.support.words import matching, words

PASTED = "\u2022\tMix \u201cgood\u201d dough.\n\u2022\tBake\u00a0it."


def press(page: Page, key: str) -> None:
    """Press a button by its text."""
    page.get_by_role("button", name=words(key), exact=True).press("Enter")


def test_a_guide_is_written_stays_on_the_device_and_is_proposed(open_page: Open) -> None:
    page = open_page("contribute/", width=320)
    press(page, "contribute.empty")
    page.get_by_label(words("form.labels.title")).fill("Pastry <b>chef</b>")
    page.get_by_label(words("form.labels.title")).press("Tab")
    expect(page.locator("#guide-title-fault")).to_contain_text("<b>")
    page.get_by_label(words("form.labels.title")).fill("baker")
    page.get_by_label(words("form.labels.title")).press("Tab")
    expect(page.locator("#guide-title-fault")).to_contain_text("Baker")
    page.get_by_label(words("form.labels.title")).fill("Pastry chef")
    press(page, "contribute.open")
    tasks = page.locator("#guide-tasks")
    tasks.fill(PASTED)
    tasks.press("Tab")
    expect(tasks).to_have_value('Mix "good" dough.\nBake it.')
    # Of a condition that is ticked one may say that only some jobs have it.
    nights = page.locator("#guide-environment-hours input").first
    nights.check()
    expect(page.locator("#guide-environment-sometimes input")).to_have_value(
        re.compile(f"hours/{nights.input_value()}")
    )
    # A country that is not in the list yet may be typed.
    page.get_by_role("button", name=words("contributing.add", name=words("form.labels.pay"))).press("Enter")
    page.locator("#guide-pay-0-region").select_option(label=words("contributing.other"))
    expect(page.locator("#guide-pay-0-region")).to_be_focused()
    page.keyboard.type("AT")
    page.keyboard.press("Tab")
    expect(page.locator("#guide-pay-0-region-fault")).to_contain_text("AT")
    # What is removed can come back.
    page.locator("#guide-skills-0-why").fill("First.")
    page.get_by_role("button", name=matching("contributing.remove")).and_(
        page.locator("#guide-skills button")
    ).first.press("Enter")
    expect(page.locator("#guide-skills-0-why")).to_have_value("")
    press(page, "contribute.undo")
    expect(page.locator("#guide-skills-0-why")).to_have_value("First.")
    assert overflows(page) <= 0
    expect(page.get_by_text(words("contributing.saved"))).to_be_visible()

    page.reload()
    page.get_by_role("button", name=matching("contributing.draft", title="Pastry chef")).press("Enter")
    expect(page.locator("#guide-tasks")).to_have_value('Mix "good" dough.\nBake it.')
    press(page, "contribute.check")
    expect(page.locator("[data-summary-title]")).to_be_focused()
    page.locator("[data-mistakes] a").filter(has_text=words("form.labels.summary")).press("Enter")
    expect(page.locator("#guide-summary")).to_be_focused()
    assert page.locator("#guide-summary").get_attribute("aria-invalid") == "true"
    written = yaml.safe_load(page.locator("[data-text]").inner_text())
    assert written["tasks"] == ['Mix "good" dough.', "Bake it."]
    assert written["environment"] == {"hours": [nights.input_value()]}
    propose = page.get_by_role("link", name=words("contributing.open_new"))
    expect(propose).to_have_attribute(
        "href", re.compile(r"/new/main\?filename=occupations%2Fpastry-chef\.yml&value=%23")
    )
    press(page, "contribute.preview")
    expect(page.locator("[data-page]")).to_contain_text('Mix "good" dough.')
    check_looks(page)
    # A whole book, pasted by mistake, is told of at once, and what it makes of names is short.
    took = page.evaluate(
        """() => {
          const begun = performance.now();
          for (const [id, text] of [["title", "Pastry chef ".repeat(30_000)], ["good_sides", "a\\n".repeat(20_000)]]) {
            const box = document.getElementById(`guide-${id}`);
            box.value = text;
            for (const type of ["input", "change"]) box.dispatchEvent(new Event(type, { bubbles: true }));
          }
          return performance.now() - begun;
        }"""
    )
    assert took < 8_000
    expect(page.locator("#guide-title-fault")).to_contain_text("359,999")
    press(page, "contribute.check")
    expect(page.locator("[data-mistakes] li")).to_have_count(100)
    assert len(propose.get_attribute("href") or "") < 1_000


def test_a_guide_is_corrected_and_only_what_changed_is_sent(open_page: Open) -> None:
    page = open_page("occupations/baker/")
    page.get_by_role("link", name=words("page.correct")).click()
    press(page, "contribute.check")
    expect(page.get_by_text(words("contribute.same"))).to_be_visible()
    page.locator("#guide-summary").fill("Bakers bake: bread, rolls # and cakes.")
    press(page, "contribute.check")
    expect(page.locator("[data-text]")).to_have_text('summary: "Bakers bake: bread, rolls # and cakes."\n')
    edit = page.get_by_role("link", name=words("contributing.open_edit"))
    expect(edit).to_have_attribute("href", "https://git.example.org/guides/edit/main/occupations/baker.yml")
    expect(page.get_by_role("link", name=words("contributing.mail"))).to_have_attribute(
        "href", re.compile(r"^mailto:guides@example\.org\?subject=\S*&body=summary\S*bread")
    )
