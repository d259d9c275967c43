"""Filtering and sorting all occupations: what remains, what each choice would leave, links, and nothing left."""

from __future__ import annotations

from pathlib import Path
from statistics import correlation, mean

import pytest
from playwright.sync_api import Page, expect

from generator.outlines.names import spell
from tests.browser.conftest import Open
from tests.browser.hub.test_hub import load_quizzes, save
from tests.browser.map.test_map import answer
from tests.browser.support.axe import check_looks, find_violations, overflows
from tests.browser.support.scripts import match_data, read_data
from tests.browser.support.words import words
from tests.scripts.quizzes import SCALES

LIST = "occupations/"
ALL = 7


def titles(page: Page) -> list[str]:
    """The titles in the list that is shown."""
    return page.locator("[data-cards] a:visible, [data-rows] a:visible").all_text_contents()


def test_choices_narrow_the_list_and_stand_in_the_address(open_page: Open, base: str) -> None:
    page = open_page(LIST)
    expect(page.get_by_text(words("explorer.all", count=ALL))).to_be_visible()
    page.get_by_role("checkbox", name="Doing (Realistic)").check()
    page.locator("summary", has_text=words("explorer.facet.level")).click()
    page.get_by_role("checkbox", name="2: Some preparation").check()
    expect(page.get_by_text(words("explorer.some", count=2, total=ALL))).to_be_visible()
    assert titles(page) == ["Baker", "Cook"]
    expect(page.locator("[data-grouped]")).to_be_hidden()
    assert page.url == base + LIST + "#show1&interest=realistic&level=2"
    page.get_by_role("button", name=f"{words('explorer.remove')} Doing (Realistic)").click()
    expect(page.get_by_role("button", name=f"{words('explorer.remove')} 2: Some preparation")).to_be_focused()
    page.get_by_role("button", name=words("explorer.clear")).click()
    expect(page.get_by_text(words("explorer.all", count=ALL))).to_be_visible()
    expect(page.locator("[data-grouped]")).to_be_visible()
    assert page.url == base + LIST


def test_counts_say_what_a_choice_would_leave(open_page: Open) -> None:
    page = open_page(LIST)
    page.locator("summary", has_text=words("explorer.facet.level")).click()
    page.get_by_role("checkbox", name="5: Extensive preparation").check()
    count = page.locator("label", has=page.get_by_role("checkbox", name="Doing (Realistic)")).locator("[data-count]")
    expect(count).to_have_text("0")
    page.get_by_role("checkbox", name="Doing (Realistic)").check()
    expect(page.get_by_text(words("explorer.none"))).to_be_visible()
    expect(page.get_by_text(words("explorer.empty"))).to_be_visible()


def test_link_opens_the_same_view(open_page: Open, site: Path) -> None:
    page = open_page(LIST + "#show1&level=4,5&sort=pay&view=table")
    expect(page.get_by_role("table", name=words("explorer.caption"))).to_be_visible()
    facets = read_data(site, "facets")
    high = [at for at, level in enumerate(facets["columns"]["level"]) if level[0] >= 3]
    figures = facets["figures"]
    # Pay by the hour is for nobody knows how many hours, so it stands after that of a year.
    pay = {
        slug: (figures["per"][at] == "year", figures["pay"][at]) for at, slug in enumerate(map(spell, facets["title"]))
    }
    slugs = [spell(facets["title"][at]) for at in high]
    shown = page.locator("[data-rows] a").evaluate_all("all => all.map(a => a.href.split('/').at(-2))")
    assert shown == sorted(slugs, key=lambda slug: pay[slug], reverse=True)
    expect(page.get_by_label(words("explorer.sort"))).to_have_value("pay")
    row = page.get_by_role("row", name="Midwife")
    expect(row).to_contain_text(f"$97,550 {words('occupation.per_year')}")
    expect(row).to_contain_text("+5%")
    expect(row).to_contain_text("500")


def test_unknown_parts_of_a_link_are_named_and_the_rest_is_shown(open_page: Open) -> None:
    page = open_page(LIST + "#show1&colour=red&level=1&field=space")
    expect(page.get_by_text(words("explorer.unknown", names="colour=red and field=space"))).to_be_visible()
    expect(page.get_by_text(words("explorer.some", count=1, total=ALL))).to_be_visible()


def test_unreadable_link_shows_all(open_page: Open) -> None:
    page = open_page(LIST + "#show9&level=1")
    expect(page.get_by_text(words("explorer.unread"))).to_be_visible()
    expect(page.get_by_text(words("explorer.all", count=ALL))).to_be_visible()


def test_link_to_a_field_of_the_page_is_left_alone(open_page: Open) -> None:
    page = open_page(LIST + "#care")
    expect(page.get_by_text(words("explorer.all", count=ALL))).to_be_visible()
    assert page.url.endswith("#care")


def test_saved_occupations_alone(open_page: Open) -> None:
    item = {"id": "a", "kind": "occupation", "text": "Potter", "slug": "potter", "made": "2026-11-01"}
    page = open_page(LIST, init=save(plan={"items": [item, {**item, "id": "b", "slug": "gone"}]}))
    page.get_by_role("checkbox", name=words("explorer.starred")).check()
    expect(page.get_by_text(words("explorer.some", count=1, total=ALL))).to_be_visible()
    # The list comes in a task of its own.
    expect(page.locator("[data-cards] a:visible")).to_have_text(["Potter"])


def test_order_by_fit_needs_results(open_page: Open, site: Path) -> None:
    page = open_page(LIST)
    page.get_by_label(words("explorer.sort")).select_option("fit")
    expect(page.get_by_text(words("explorer.unfit"))).to_be_visible()
    entry = answer(load_quizzes(site)["interests"], {"realistic": 5, "conventional": 4})
    page = open_page(LIST, init=save(results={"entries": [entry]}))
    page.get_by_label(words("explorer.sort")).select_option("fit")
    expect(page.get_by_text(words("explorer.whole", count=ALL))).to_be_visible()
    columns = read_data(site, "occupations")["columns"]
    scales = {item["key"]: item["scale"] for item in load_quizzes(site)["interests"]["items"]}
    scores = [mean(value for key, value in entry["answers"].items() if scales[key] == scale) for scale in SCALES]
    fits = {
        title: correlation(scores, ratings)
        for title, ratings in zip(columns["title"], columns["interests"], strict=True)
    }
    expect(page.locator("[data-cards] a:visible, [data-rows] a:visible")).to_have_text(
        sorted(fits, key=lambda title: -fits[title])
    )


def test_keyboard_alone(open_page: Open) -> None:
    page = open_page(LIST)
    page.get_by_role("checkbox", name="Helping (Social)").focus()
    page.keyboard.press("Space")
    expect(page.get_by_text(words("explorer.some", count=2, total=ALL))).to_be_visible()
    expect(page.get_by_role("checkbox", name="Helping (Social)")).to_be_focused()
    page.get_by_role("button", name=f"{words('explorer.remove')} Helping (Social)").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label(words("explorer.sort"))).to_be_focused()


def test_what_does_not_load_leaves_the_list(open_page: Open) -> None:
    page = open_page("about/", tolerate="ERR_")
    page.route(match_data("facets"), lambda route: route.abort())
    page.goto(page.url.replace("about/", LIST))
    expect(page.get_by_text(words("explorer.failed"))).to_be_visible()
    expect(page.locator("[data-grouped]").get_by_role("link", name="Potter")).to_be_visible()


def test_without_scripts_all_stand_by_field(open_page: Open) -> None:
    page = open_page(LIST, java_script_enabled=False)
    expect(page.locator("[data-grouped] [data-card]")).to_have_count(ALL)
    expect(page.get_by_role("heading", name=words("explorer.title"))).to_be_hidden()
    expect(page.get_by_role("heading", name="Construction")).to_be_visible()
    assert page.locator("career-finder > .cg-part__note").is_visible()


def test_how_many_there_are_is_said_once(open_page: Open) -> None:
    page = open_page(LIST)
    expect(page.locator("[data-status]").last).not_to_be_empty()
    assert page.locator("career-finder > .cg-part__note").is_hidden()


def test_works_again_after_instant_navigation(open_page: Open, base: str) -> None:
    page = open_page(LIST + "#show1&interest=social")
    expect(page.get_by_text(words("explorer.some", count=2, total=ALL))).to_be_visible()
    page.locator("[data-cards] a").first.click()
    expect(page).not_to_have_url(base + LIST)
    page.go_back()
    expect(page.get_by_text(words("explorer.some", count=2, total=ALL))).to_be_visible()


@pytest.mark.parametrize("view", ["cards", "table"])
def test_filtered_list_is_accessible_and_fits(open_page: Open, view: str) -> None:
    page = open_page(LIST + f"#show1&interest=realistic&view={view}")
    expect(page.get_by_text(words("explorer.some", count=4, total=ALL))).to_be_visible()
    check_looks(page)


def test_sheet_of_a_phone_says_how_many_it_would_show(open_page: Open) -> None:
    page = open_page(LIST)
    page.set_viewport_size({"width": 390, "height": 800})
    box = page.get_by_role("checkbox", name="Helping (Social)")
    expect(box).to_be_hidden()
    opener = page.get_by_role("button", name=words("explorer.title"))
    opener.click()
    box.check()
    show = page.get_by_role("button", name=words("explorer.show", count=2), exact=True)
    # It stays in sight, however long the list of choices is.
    page.locator("[data-guided], [data-starred]").first.scroll_into_view_if_needed()
    expect(show).to_be_in_viewport(ratio=1)
    box.scroll_into_view_if_needed()
    expect(show).to_be_in_viewport(ratio=1)
    assert find_violations(page) == []
    show.click()
    expect(box).to_be_hidden()
    expect(opener).to_be_focused()
    assert len(titles(page)) == 2
    assert overflows(page) <= 0
    opener.click()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()


def test_chosen_pay_can_be_taken_back_like_all_else(open_page: Open, base: str) -> None:
    page = open_page(LIST + "#show1&interest=realistic&pay=USD-40000&guided=yes")
    expect(page.locator("[data-tokens] button")).to_have_count(3)
    token = page.get_by_role("button", name=f"{words('explorer.remove')} {words('explorer.pay')} $40,000")
    token.click()
    expect(page.locator("[data-tokens] button")).to_have_count(2)
    expect(page.locator("[data-tokens] button").last).to_be_focused()
    assert page.url == base + LIST + "#show1&interest=realistic&guided=yes"
    # Also faster than what the order needs arrives.
    page.get_by_label(words("explorer.sort")).select_option("fit")
    page.evaluate(
        "() => { for (let i = 0; i < 2; i++) [...document.querySelectorAll('[data-take]')].at(-1)?.click(); }"
    )
    expect(page.locator("[data-tokens] button")).to_have_count(0)


def test_filters_stand_beside_the_list(open_page: Open) -> None:
    page = open_page(LIST + "#show1&interest=realistic")
    expect(page.locator("[data-cards]")).to_be_visible()
    panel, cards, presets = (
        page.locator(one).bounding_box() for one in ("[data-panel]", "[data-cards]", ".cg-explorer__presets")
    )
    assert panel
    assert cards
    assert presets
    assert panel["x"] + panel["width"] <= cards["x"]
    assert cards["y"] < panel["y"] + panel["height"] / 2
    assert presets["x"] == panel["x"]


def test_rows_are_saved_and_compared_in_place(open_page: Open, base: str) -> None:
    page = open_page(LIST + "#show1&interest=realistic")
    save_potter = page.locator("[data-cards] [data-save=potter]")
    expect(save_potter).to_have_accessible_name(f"{words('adding.star')}: Potter")
    save_potter.click()
    expect(save_potter).to_have_text(words("adding.starred"))
    expect(save_potter).to_be_focused()
    expect(page.locator("[data-stars]")).to_have_text("1")
    save_potter.click()
    expect(save_potter).to_have_text(words("adding.star"))
    tray = page.locator("[data-tray]")
    expect(tray).to_be_hidden()
    for slug in ("potter", "cook"):
        page.locator(f"[data-tick][value={slug}]").check()
    expect(tray).to_be_in_viewport()
    # Other filters leave what was ticked.
    page.get_by_role("radio", name=words("explorer.as.table")).check()
    expect(page.locator("[data-rows] [data-tick][value=cook]")).to_be_checked()
    tray.get_by_role("button", name=words("explorer.untick")).click()
    expect(page.locator("[data-tick]:checked")).to_have_count(0)
    undo = tray.get_by_role("button", name=words("adding.undo"))
    expect(undo).to_be_focused()
    undo.click()
    check_looks(page)
    tray.get_by_role("link", name=words("explorer.beside", count=2)).click()
    expect(page).to_have_url(base + "compare/#compare1=potter,cook")


def test_no_more_are_ticked_than_can_be_compared(open_page: Open) -> None:
    page = open_page(LIST + "#show1&sort=openings")
    boxes = page.locator("[data-cards] [data-tick]")
    for at in range(4):
        boxes.nth(at).check()
    boxes.nth(4).click()
    expect(page.locator("[data-tray-status]")).to_have_text(words("comparing.full"))
    expect(page.locator("[data-tick]:checked")).to_have_count(4)


def test_preset_is_a_link_into_the_filters(open_page: Open, base: str) -> None:
    page = open_page(LIST)
    page.get_by_role("link", name="No degree, over $30,000").click()
    expect(page).to_have_url(base + LIST + "#show1&education=no-credential&pay=USD-30000")
    expect(page.get_by_role("checkbox", name="No formal credential")).to_be_checked()
    expect(page.locator("[data-tokens] button")).to_have_count(2)
    expect(page.locator("career-explorer [data-fault]").last).to_be_hidden()
