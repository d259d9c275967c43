"""Pay from place to place: nothing is loaded before it is opened; then amounts with bars, in the order asked for."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.support.axe import check_looks
from tests.browser.support.scripts import list_loaded
from tests.browser.support.words import words

PAGE = "occupations/plumber/"


def test_places_come_when_the_part_is_opened_and_in_the_order_asked_for(open_page: Open) -> None:
    page = open_page(f"{PAGE}#pay")
    part = page.locator("career-areas")
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url.rpartition("/")[2]))
    expect(part).to_contain_text("Vermont (at least $239,200), Oregon ($88,000).")
    assert "elements/areas/table.js" not in list_loaded(page)
    part.locator("summary").focus()
    page.keyboard.press("Enter")
    names = part.locator("tbody th")
    expect(names).to_have_text(["Vermont", "Oregon", "Rhode Island", "New Hampshire", "Maine", "Utah", "South Dakota"])
    assert asked == {"table.js", "plumber.json"}
    expect(part.locator("tbody tr").first).to_have_text("Vermontat least $239,200300")
    expect(part.locator("tbody tr").nth(3)).to_contain_text(words("areas.unknown"))
    part.get_by_label(words("areas.order")).select_option("employed")
    expect(names.first).to_have_text("Oregon")
    assert part.locator(".cg-areas__bar").evaluate_all("bars => bars.map(bar => bar.offsetWidth > 0)") == [True] * 7
    check_looks(page)


def test_without_scripts_a_link_leads_to_all_of_them(open_page: Open) -> None:
    page = open_page(f"{PAGE}#pay", java_script_enabled=False)
    page.locator("career-areas summary").click()
    link = page.get_by_role("link", name=words("areas.file"))
    expect(link).to_have_attribute("href", "../../api/v1/occupations/plumber.json")
