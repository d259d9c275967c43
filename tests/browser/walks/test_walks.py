"""Six readers from their first page to their last: each must meet what they have come for."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from playwright.sync_api import Page, expect

from generator import links
from tests.browser.conftest import Open
from tests.browser.first.test_first import answer, first
from tests.browser.group.test_group import LEVELS, make_link, make_people, members
from tests.browser.group.test_group import add as paste
from tests.browser.hub.test_hub import save
from tests.browser.plan.page import CLOCK, make
from tests.browser.quiz.test_quiz import HELPER, answer_all
from tests.browser.results.test_results import record
from tests.browser.support.axe import overflows
from tests.browser.support.shifting import MOST_SHIFT, SHIFTS
from tests.browser.support.words import matching, words
from tests.browser.walks.walking import OLD, Walk, ends


def test_who_knows_nothing_ends_with_a_day_to_try_something(open_page: Open, base: str) -> None:
    """Sixteen, on an old phone: six taps, a job, something to try, a day for it; then the other questions, and jobs."""
    walk = Walk(open_page, init=OLD, has_touch=True)
    page = walk.page
    walk.look()
    assert walk.is_in_view(first(page).locator("[data-item]:visible [data-value='1']"))
    answer(page)
    first(page).get_by_role("button", name=words("first.jobs")).click()
    walk.follow(first(page).locator("[data-jobs] a").first)
    glance = page.locator(".cg-glance")
    assert walk.is_in_view(glance.locator("dd").first)
    assert walk.screens() < 6
    bar = page.locator(".cg-bar")
    bar.get_by_role("button", name=words("adding.star")).click()
    bar.get_by_role("link", name=words("glance.try")).click()
    add = page.locator(".cg-experiments:visible").get_by_role("button", name=re.compile(words("adding.add"))).first
    add.click()
    page.get_by_role("button", name=words("adding.weekend")).first.click()
    walk.follow(bar.get_by_role("link", name=words("adding.plan")))
    expect(page).to_have_url(ends("plan/"))
    expect(page.locator("[data-section=due] [data-rows] li:visible")).to_have_count(1)
    # Next time the home page knows how far they are, and what they see then stands in words that they know.
    page.goto(base)
    walk.look()
    walk.follow(first(page).locator("[data-begun] a"))
    answer_all(page, lambda scale, _: HELPER[scale])
    page.locator("button[data-next]:visible").click()
    walk.follow(page.locator("[data-results]").get_by_role("link", name=words("quiz.results.see_all")))
    expect(page.locator("[data-sentence]")).to_have_text(
        matching("script.results.sentence.interests", names=re.compile("helping.*"))
    )
    card = page.locator(".cg-match:visible").first
    expect(card.locator("[data-pay]")).to_contain_text("$")
    page.locator("[data-sure] > summary").click()
    sure = page.locator("[data-result=interests]")
    expect(sure.get_by_role("rowheader").first).to_have_text("Helping")
    assert not re.search(r"Social|Realistic|Investigative", sure.locator("table, svg").first.inner_text())
    walk.look()
    walk.follow(card.get_by_role("link").first)
    expect(page.locator("career-fit[data-taken]")).to_have_count(1)


def test_a_phone_older_than_that_gets_the_page_as_it_stands(open_page: Open) -> None:
    page = open_page("quiz/interests/", init="delete Object.hasOwn;")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("customElements.get('career-quiz') === undefined")


def test_who_has_no_degree_finds_what_pays_and_sets_it_side_by_side(open_page: Open) -> None:
    """Thirty-eight: a wish, a list by pay with its number in sight, two of it beside each other."""
    walk = Walk(open_page)
    page = walk.page
    page.get_by_role("combobox", name=words("finder.label")).fill("no degree")
    walk.follow(page.get_by_role("option").first)
    expect(page).to_have_url(re.compile(r"occupations/#show1&education=no-credential"))
    status = page.locator("career-explorer [data-status]")
    expect(status).to_have_text(matching("explorer.some"))
    assert walk.is_in_view(status)
    page.get_by_label(words("explorer.sort")).select_option("pay")
    rows = page.locator("[data-cards] > li")
    expect(rows.locator("[data-facts]").first).to_contain_text("$")
    amounts = [
        int(found[1].replace(",", ""))
        for text in rows.locator("[data-facts]").all_inner_texts()
        if (found := re.search(r"\$([\d,]+)", text))
    ]
    assert amounts == sorted(amounts, reverse=True)
    for at in (0, 1):
        rows.nth(at).locator("[data-tick]").check()
    walk.follow(page.locator("[data-tray] [data-go]"))
    expect(page).to_have_url(re.compile(r"compare/#compare1=\w+,\w+"))
    facts = page.locator("[data-view] [data-row]:visible")
    expect(facts.nth(4)).to_be_visible()
    assert overflows(page) <= 0
    walk.follow(page.locator("[data-heads] [data-name] a, [data-heads] a").first)
    expect(page.locator(".cg-glance")).to_be_visible()


PUPILS = 25


def print_out(page: Page) -> str:
    """What stands on paper."""
    return "".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)


def test_who_leads_a_class_hands_out_paper_and_sees_the_whole(open_page: Open, base: str) -> None:
    """A counselor: sheets that say whence they are, links of a class at once, the broken one named, nobody ranked."""
    walk = Walk(open_page, "groups/", width=1280)
    page = walk.page
    walk.look()
    walk.follow(page.locator("article").get_by_role("link", name="worksheet"))
    sheet = print_out(page)
    assert "worksheets/visits/" in sheet
    assert words("page.edit") not in sheet
    page.go_back()
    walk.follow(page.locator("article").get_by_role("link", name="quiz"))
    assert "quiz/interests/" in print_out(page)
    page.goto(f"{base}quiz/group/")
    walk.look()
    levels = list(LEVELS.values())
    people = make_people(
        page, base, [{"levels": levels[at % len(levels)], "date": f"2026-03-{at + 1:02}"} for at in range(PUPILS)]
    )
    links = [make_link(base, person) for person in people]
    paste(page, *links[:12], links[12][:-4], *links[13:])
    expect(members(page)).to_have_count(PUPILS - 1)
    expect(page.locator("[data-refused-list] > li")).to_contain_text("13")
    expect(page.locator("[data-spread=interests] [data-rows] > tr")).to_have_count(6)
    # Whom to invite, and where to go: what several of them share.
    expect(page.locator("[data-shared-list] > li").first).to_be_visible()
    walk.look()
    # The picture comes before a list of names that is longer than a screen.
    spread, names = page.locator("[data-spread=interests]").bounding_box(), members(page).first.bounding_box()
    assert spread
    assert names
    assert spread["y"] < names["y"]
    assert "interests" in print_out(page).lower()
    assert page.evaluate("Object.keys(kept.all())") == []


SEEN = """(one => one.getBoundingClientRect().height > 0 || one.matches("input"))(document.activeElement)"""
"""Whether what has the focus has a place on the screen; Material draws that of an input around its label."""


def test_who_uses_keys_and_a_screen_reader_hears_what_happens(open_page: Open, base: str) -> None:
    """No pointer: a slip of the fingers is forgiven, titles are what they say, each press is answered in words."""
    walk = Walk(open_page, "occupations/", width=1280)
    page = walk.page
    walk.look()
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    # Whoever goes through the header instead sees where they are.
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.md-content, .md-sidebar') !== null"):
            break
        assert page.evaluate(SEEN), page.evaluate("document.activeElement.outerHTML")
    expect(page.locator("career-finder").get_by_role("combobox")).to_be_visible()  # It comes by a script.
    page.locator(".md-skip").focus()
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.role === 'combobox'"):
            break
    else:
        pytest.fail(page.evaluate("document.activeElement.outerHTML"))
    page.keyboard.type("midwfe")
    options = page.locator("career-finder [data-list] [role=option]")
    expect(options).to_have_count(1)
    expect(page.locator("career-finder [role=status]")).not_to_be_empty()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base}occupations/midwife/")
    expect(page.get_by_role("heading", level=1, name="Midwife", exact=True)).to_be_focused()
    walk.look()
    names = page.get_by_role("heading").all_inner_texts()
    assert not [name for name in names if "¶" in name or "#" in name]
    save_it = page.locator(".cg-bar").get_by_role("button", name=words("adding.star"))
    for _ in range(6):
        page.keyboard.press("Tab")
        if save_it.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".cg-bar").get_by_role("status")).to_have_text(words("adding.added"))
    assert page.evaluate("document.activeElement.closest('.cg-bar') !== null")
    fold = page.locator("article details > summary").first
    fold.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=words("occupation.what_they_do"))).to_be_visible()
    # On to the plan, where it is first of all said what is next, and something is added.
    page.locator(".cg-bar").get_by_role("link", name=words("adding.plan")).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(ends("plan/"))
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    walk.look()
    expect(page.locator("[data-kind=occupation] [data-rows] > li")).to_contain_text("Midwife")
    page.locator("[data-section=next] button[data-add]").focus()
    page.keyboard.press("Enter")
    form = page.get_by_role("form", name=words("plan.add_experiment"))
    expect(form.locator(":focus")).to_have_count(1)


def test_who_comes_back_after_a_month_finds_their_own_things(open_page: Open, base: str) -> None:
    """What is due stands first, is recorded, and leads on; two results fit the smallest phone, in the dark."""
    plan = [
        make(1, "occupation", "Midwife", slug="midwife"),
        make(2, "occupation", "Judge", slug="judge"),
        make(3, "experiment", "Talk to a nurse", method="network", date="2026-11-01", expected=3, slug="midwife"),
    ]
    taken = [record("interests", "2026-10-01"), record("interests", "2026-10-20"), record("values", "2026-10-20")]
    init = CLOCK + save(plan={"items": plan}, results={"entries": taken})
    walk = Walk(open_page, init=init, width=320, dark=True)
    page = walk.page
    walk.look()
    back = first(page).locator("[data-in=back]")
    expect(back.locator("[data-due]")).to_have_text(words("script.first.due", count=1))
    walk.follow(back.locator("[data-due] a"))
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    assert walk.is_in_view(page.locator("[data-group=overdue] [data-rows] li"))
    page.get_by_role(
        "button", name=words("planning.plan.named", action=words("plan.record"), text="Talk to a nurse")
    ).first.click()
    form = page.get_by_role("form", name=words("plan.record"))
    form.get_by_role("group", name=words("plan.felt")).get_by_label(f"5 {words('plan.enjoyment.five')}").check()
    form.get_by_role("button", name=words("plan.save"), exact=True).click()
    expect(page.get_by_role("heading", name=words("plan.loop.title"))).to_be_focused()
    assert overflows(page) <= 0
    for path in ("quiz/", "occupations/map/"):
        page.goto(base + path)
        walk.look()
    page.goto(f"{base}quiz/results/")
    expect(page.locator("a[data-band]").first).to_be_visible()
    walk.look()
    page.reload()
    expect(page.locator("a[data-band]").first).to_be_visible()
    walk.look()


def test_who_believes_nothing_finds_what_it_rests_on(open_page: Open, base: str) -> None:
    """A sceptic: evidence below the list, what a simulation found, a source for each figure, who stands behind it."""
    init = save(results={"entries": [record("interests")]})
    walk = Walk(open_page, "quiz/results/", init=init, width=1280)
    page = walk.page
    expect(page.locator("a[data-band]").first).to_be_visible()
    walk.look()
    sure = page.locator("[data-sure]")
    expect(sure.locator("table, svg").first).to_be_hidden()
    sure.locator(":scope > summary").click()
    expect(sure.locator("[data-result=interests]")).to_be_visible()
    walk.follow(page.get_by_role("link", name=words("results.technical")).last)
    expect(page).to_have_url(ends("about/technical/"))
    expect(page.locator("article table").first).to_contain_text("%")
    page.goto(f"{base}occupations/midwife/")
    walk.look()
    page.get_by_role("button", name=words("glance.open")).click()
    figure = page.locator(".cg-pay").first
    walk.follow(figure.locator("figcaption a[href*='sources/']").last)
    expect(page).to_have_url(re.compile(r"about/sources/#"))
    foot = page.locator(".md-footer")
    expect(foot).to_contain_text("the testers")
    expect(foot.get_by_role("link", name=words("foot.contact"))).to_be_visible()


def test_links_into_pages_lead_to_where_it_stays(open_page: Open, base: str) -> None:
    """What comes late above or at the part that an address leads to moves nothing that is in sight."""
    saved = [make(1, "occupation", "Midwife", slug="midwife"), make(2, "goal", "Talk to more people")]
    init = SHIFTS + save(results={"entries": [record("interests"), record("skills")]}, plan={"items": saved})
    page = open_page(links.ROBOTS, init=init, width=390)
    moved = {}
    for path, there in (
        ("occupations/midwife/#fit", "career-fit[data-taken]"),
        ("occupations/midwife/#related", "career-fit"),
        ("quiz/results/#result-skills", "a[data-band]"),
        ("quiz/results/#cg-keeping", "career-results[data-state]"),
        ("plan/#cg-keeping", "career-plan[data-state]"),
        ("plan/#plan-goals", "career-plan[data-state]"),
        ("methods/explore/#internships-worksheet", "career-sheet[data-live]"),
    ):
        # On a machine that is busy with others a page has moved once in many visits: it has to move in two.
        for _ in range(2):
            page.goto(base + path)
            expect(page.locator(there).first).to_be_attached()
            page.wait_for_load_state("networkidle")
            expect(page.locator("#" + path.split("#")[1])).to_be_in_viewport()
            if page.evaluate("window.shifted") < MOST_SHIFT:
                break
            told = page.evaluate("window.moved")
            page.goto(base + links.ROBOTS)
        else:
            moved[path] = told
    assert moved == {}
