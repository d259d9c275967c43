"""Finding an occupation by title, other name or task, slips forgiven; by keyboard and pointer; and finding nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.support.axe import check_looks, find_violations
from tests.browser.support.scripts import match_data, read_data
from tests.browser.support.words import words


def open_finder(open_page: Open, path: str = "occupations/", **options: Any) -> Page:
    """A page with the finder, its box in focus."""
    page = open_page(path, **options)
    page.get_by_role("combobox", name=words("finder.label")).click()
    return page


def test_keyboard_finds_chooses_and_opens(open_page: Open, base: str) -> None:
    page = open_finder(open_page)
    box = page.get_by_role("combobox", name=words("finder.label"))
    page.keyboard.type("plubmer")
    option = page.get_by_role("option", name="Plumber")
    expect(option).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_text(words("finder.guess"))).to_be_visible()
    # What may be something else is chosen first, and opens when Enter is pressed once more.
    page.keyboard.press("Enter")
    expect(page.get_by_text(words("finder.again"))).to_be_visible()
    expect(option).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", str(option.get_attribute("id")))
    expect(box).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(base + "occupations/plumber/")


def test_escape_closes_the_list_then_empties_the_box(open_page: Open) -> None:
    page = open_finder(open_page)
    page.keyboard.type("midwife")
    expect(page.get_by_role("listbox").get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.get_by_role("combobox", name=words("finder.label"))).to_have_value("midwife")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("listbox").get_by_role("option").last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.get_by_role("combobox", name=words("finder.label"))).to_have_value("")


# Each look at the clock takes a second, so that every calculation is cut into as many slices as can be.
SLOW = "{ let now = 0; performance.now = () => (now += 1000); }"


def test_only_what_was_typed_last_is_found_however_long_it_takes(open_page: Open, base: str) -> None:
    page = open_finder(open_page, init=SLOW)
    page.keyboard.type("plumb")
    expect(page.get_by_role("option", name="Plumber")).to_be_visible()
    box = page.get_by_role("combobox", name=words("finder.label"))
    box.evaluate(
        """box => ["bak", "baker", "cook"].forEach((typed) => {
          box.value = typed;
          box.dispatchEvent(new Event("input"));
        })"""
    )
    # What is on its way, not what still stands there.
    page.keyboard.press("Enter")
    expect(page).to_have_url(base + "occupations/cook/")


def test_list_that_was_closed_stays_closed(open_page: Open) -> None:
    page = open_finder(open_page, init=SLOW)
    page.keyboard.type("plumb")
    option = page.get_by_role("option", name="Plumber")
    expect(option).to_be_visible()
    box = page.get_by_role("combobox", name=words("finder.label"))
    box.evaluate(
        """box => {
          box.value = "cook";
          box.dispatchEvent(new Event("input"));
          box.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
        }"""
    )
    page.wait_for_timeout(300)
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_pointer_opens_and_results_say_why_they_are_there(open_page: Open, base: str) -> None:
    page = open_finder(open_page, "")
    page.keyboard.type("CNM")
    option = page.get_by_role("option")
    expect(option).to_contain_text("Midwife")
    expect(option).to_contain_text(words("finder.alias", name="CNM"))
    option.click()
    expect(page).to_have_url(base + "occupations/midwife/")


def test_deeds_tasks_and_wishes_lead_on(open_page: Open, base: str) -> None:
    page = open_finder(open_page)
    page.keyboard.type("mend pipes")
    expect(page.locator("career-finder [role=option]")).to_contain_text(["Plumber"])
    box = page.get_by_role("combobox", name=words("finder.label"))
    box.fill("medicines")
    expect(page.get_by_role("option").first).to_contain_text("medicines")
    box.fill("no degree over $20 an hour")
    option = page.locator("career-finder [role=option]")
    expect(option).to_contain_text("without a degree")
    expect(option).to_contain_text("$40,000")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base}occupations/#show1&pay=USD-40000&education=no-credential")
    expect(page.locator("career-explorer [data-tokens]")).to_be_visible()


def test_nothing_found_leads_on(open_page: Open, base: str) -> None:
    page = open_finder(open_page)
    page.keyboard.type("potterdroid")
    expect(page.get_by_text(words("finder.nothing"))).to_be_visible()
    expect(page.locator("career-finder [role=option]")).to_have_count(0)
    page.keyboard.press("Enter")
    ways = page.locator("career-finder [data-none]")
    expect(ways.get_by_role("link", name=words("finder.begin"))).to_be_visible()
    ways.get_by_role("link", name="Care").click()
    expect(page).to_have_url(base + "fields/care/")


def test_ten_thousand_letters_are_cut_and_said(open_page: Open) -> None:
    page = open_finder(open_page)
    page.get_by_role("combobox", name=words("finder.label")).fill("potter " + "x" * 9_000)
    expect(page.get_by_text(words("finder.long", most=80))).to_be_visible()


def test_names_that_do_not_load_are_told_and_asked_for_again(open_page: Open) -> None:
    page = open_page("occupations/", tolerate="ERR_")
    page.route(match_data("names"), lambda route: route.abort())
    page.get_by_role("combobox", name=words("finder.label")).click()
    expect(page.get_by_text(words("finder.failed"))).to_be_visible()
    page.unroute(match_data("names"))
    page.keyboard.type("potter")
    expect(page.get_by_role("option", name="Potter")).to_be_visible()


def test_without_scripts_all_names_are_a_link_away(open_page: Open, base: str) -> None:
    page = open_page("", java_script_enabled=False)
    expect(page.get_by_role("combobox", name=words("finder.label"))).to_be_hidden()
    page.locator("career-finder").get_by_role("link", name=words("occupations.a_to_z")).click()
    expect(page).to_have_url(base + "occupations/a-z/")


def test_nothing_is_loaded_before_the_box_is_used(open_page: Open) -> None:
    page = open_page("occupations/")
    page.wait_for_load_state("networkidle")
    names = "performance.getEntriesByType('resource').map(entry => entry.name).filter(name => name.endsWith('.json'))"
    assert not [name for name in page.evaluate(names) if "names" in name or "tasks" in name]


def test_header_leads_to_the_box_from_everywhere(open_page: Open) -> None:
    page = open_page("about/privacy/")
    page.get_by_role("link", name=words("finder.label")).click()
    expect(page.get_by_role("combobox", name=words("finder.label"))).to_be_focused()


def test_open_list_is_accessible_and_fits(open_page: Open) -> None:
    page = open_finder(open_page)
    page.keyboard.type("bread")
    expect(page.get_by_role("listbox").get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    check_looks(page)


def test_site_has_names_and_tasks_in_one_order(site: Path) -> None:

    data = {name: read_data(site, name) for name in ("names", "tasks")}
    columns = read_data(site, "occupations")["columns"]
    assert data["names"]["slug"] == columns["slug"]
    assert len(data["tasks"]["tasks"]) == len(columns["slug"])


GERMAN = "Object.defineProperty(navigator, 'languages', { get: () => ['de-AT', 'en'] });"


def test_titles_in_other_languages_are_fetched_for_their_readers_or_on_request(open_page: Open, base: str) -> None:
    page = open_finder(open_page, init=GERMAN)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(f"{base}data/").partition("-")[0]))
    box = page.get_by_role("combobox", name=words("finder.label"))
    box.press_sequentially("midw")
    expect(page.get_by_role("option", name="Midwife")).to_be_visible()
    box.fill("hebam")
    option = page.get_by_role("option", name="Midwife")
    expect(option).to_contain_text("Hebamme/Geburtspfleger")
    assert "titles/de" in asked
    assert "titles/es" not in asked
    # Words may begin so in no language that there is, but have it inside.
    box.fill("trona")
    expect(option).to_have_count(0)
    page.get_by_label(words("finder.elsewhere")).select_option("es")
    check_looks(page)
    page.get_by_role("button", name=words("finder.look"), exact=True).click()
    expect(option).to_contain_text("matrona/matrón")
    expect(box).to_be_focused()
    # What is within a word alone is chosen first.
    page.keyboard.press("Enter")
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page).to_have_url(base + "occupations/midwife/")
    # Its page says it in German, which the reader's browser asks for.
    named = page.locator("career-elsewhere")
    expect(named).to_contain_text(words("occupation.called", language="German"))
    expect(named.locator("[lang=de]")).to_have_text("Hebamme/Geburtspfleger")
    expect(named).not_to_contain_text("matrona")


def test_a_language_is_fetched_where_its_words_begin_as_what_was_typed(open_page: Open, base: str) -> None:
    page = open_finder(open_page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(f"{base}data/").partition("-")[0]))
    page.get_by_role("combobox", name=words("finder.label")).press_sequentially("matrona")
    expect(page.get_by_role("option", name="Midwife")).to_contain_text("matrona/matrón")
    assert "titles/es" in asked
    assert "titles/de" not in asked


def test_a_wish_that_no_figure_tells_is_answered_in_words(open_page: Open) -> None:
    page = open_page("")
    box = page.get_by_role("combobox", name=words("finder.label"))
    box.fill("pension")
    expect(page.locator("career-finder [data-status]")).to_have_text("No figure here tells of pensions.")
    expect(page.locator("career-finder [role=option]")).to_have_count(0)
    box.fill("no potter")
    expect(page.locator("career-finder [data-status]")).to_have_text("Nothing can be left out.")
    assert find_violations(page) == []
