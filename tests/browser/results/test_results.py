"""All results together: bands with reasons, weights, what would change them, over time, shared, printed."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import pypdf
import pytest
from babel.lists import format_list
from playwright.sync_api import Page, expect

from generator import project
from generator.strings import read_locale
from tests.browser.conftest import Open
from tests.browser.quiz.test_quiz import FORBID_STORAGE, HELPER
from tests.browser.support.axe import check_looks, find_violations
from tests.browser.support.scripts import match_data
from tests.browser.support.words import matching, words
from tests.conftest import PROJECT, TODAY
from tests.making import render_assessments

RESULTS = "quiz/results/"
TAKEN = "2026-11-20"
QUIZZES = {quiz["key"]: quiz for quiz in json.loads(render_assessments(project.load(PROJECT, TODAY).site))["quizzes"]}
ORDER = ["relationships", "support", "achievement", "independence", "conditions", "recognition"]
STEPS = {"repairing": 1, "programming": 1, "listening": 4, "coordination": 4, "speaking": 4}
WISHES = {"odd-hours": 4, "home": 1, "lifting": 3}


def answer(kind: str, item: dict[str, Any], place: int) -> int:
    """An answer of somebody who likes what midwives do, puts people first and cannot work at night."""
    if kind == "interests":
        level = HELPER[item["scale"]]
        return level + (place // 6 % 3 == 2) * (1 if level < 3 else -1)
    if kind == "values":
        first, second = item["key"].split(".")
        return 1 if ORDER.index(first) < ORDER.index(second) else 2
    return STEPS.get(item["key"], 2 + place % 2) if kind == "skills" else WISHES.get(item["key"], 2)


def record(kind: str, date: str = TAKEN, **changes: Any) -> dict[str, Any]:
    """A finished assessment as it is kept on the device."""
    items = QUIZZES[kind]["items"]
    answers = {item["key"]: answer(kind, item, place) for place, item in enumerate(items)} | changes
    return {"id": f"{kind}-{date}", "quiz": kind, "form": "full", "date": date, "answers": answers}


def keep(*records: Any, **settings: Any) -> str:
    """A script that puts results and settings on the device, once."""
    kept = {"careers.results": {"v": 1, "entries": records}, "careers.fit": {"v": 1, **settings}}
    lines = [f"localStorage.setItem({name!r}, {json.dumps(json.dumps(value))});" for name, value in kept.items()]
    return "if (!sessionStorage.kept) {" + "".join(lines) + "sessionStorage.kept = 1; }"


# What would change a place: the beginning of a sentence, and what of the answers it names.
CHANGES = [
    matching(f"script.results.change.lead.{lead}", change=matching(f"script.results.change.interests.{more}")).pattern
    for lead in ("strong", "possible")
    for more in ("more", "less")
]
ALL = keep(*(record(kind) for kind in ("interests", "skills", "values", "environment")))


def together(*kinds: str) -> str:
    """Kinds of assessments as a sentence names them."""
    return format_list([words(f"script.kinds.{kind}") for kind in kinds], locale=read_locale(words("script.locale")))


def ready(page: Page) -> Page:
    """Wait for the list."""
    expect(page.locator("a[data-band]").first).to_be_visible()
    return page


def open_fold(page: Page) -> None:
    """Show what the list rests on."""
    page.locator("[data-sure] > summary").click()


def expect_result(page: Page, kind: str, *, there: bool = True) -> None:
    """Whether there are scores of a kind, in the fold."""
    expect(page.locator(f"[data-result={kind}]")).to_have_js_property("hidden", not there)


def titles(page: Page) -> list[str]:
    """The occupations on the list."""
    return page.locator("[data-part=bands] a[data-band]").all_inner_texts()


def test_without_answers_the_page_leads_to_the_assessments(open_page: Open) -> None:
    page = open_page("about/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page.url.removesuffix("about/") + RESULTS)
    expect(page.locator("[data-part=empty]")).to_be_visible()
    # It waits for no list, so that nothing moves when one comes.
    pattern = match_data("occupations")
    assert [url for url in asked if pattern.search(url)] == []
    expect(page.locator("[data-not-taken]:visible")).to_have_count(4)
    expect(page.locator("[data-result]:visible")).to_have_count(0)


def test_results_are_accessible_and_fit(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=ALL))
    check_looks(page)
    page.locator("career-results details").evaluate_all("all => all.forEach(one => (one.open = true))")
    expect(page.locator("[data-result]:visible")).to_have_count(4)
    check_looks(page)


def test_each_occupation_says_what_speaks_for_and_against_it(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=ALL))
    card = page.locator("li", has=page.locator("a[data-band][href*=midwife]"))
    expect(card.locator("[data-flags]")).to_contain_text(matching("script.reasons.environment.cannot"))
    # One each way; the others are there for who asks.
    for side in ("for", "against"):
        expect(card.locator(f"[data-{side}] li")).to_have_count(1)
    others = card.locator("[data-others]")
    expect(others).to_be_hidden()
    card.locator("[data-rest] > summary").click()
    expect(others).to_be_visible()
    expect(others).to_contain_text(matching("script.reasons.values.served", value="Relationships", wins=5, most=5))
    expect(others).to_contain_text("listening", ignore_case=True)
    expect(card).to_contain_text("lifting heavy things", ignore_case=True)
    expect(card.locator("[data-pay]")).to_have_text(re.compile(r"\$[\d,]+"))
    # What the bar and the mark on it mean, above the first of them.
    meaning = page.get_by_text(words("results.pay_mark"))
    expect(meaning.locator("svg")).to_be_visible()
    assert meaning.evaluate(
        "(key, bar) => key.compareDocumentPosition(bar) & 4", card.locator("[data-bar]").element_handle()
    )
    expect(page.locator("[data-rests-on]")).to_have_text(
        matching("script.results.rests_on", rest=words("script.kinds.environment"))
    )


def test_a_card_saves_to_the_plan_and_leads_to_the_comparison(open_page: Open, base: str) -> None:
    page = ready(open_page(RESULTS, init=ALL, width=390))
    expect(page.locator("[data-sentence]")).to_have_text(matching("script.results.sentence.interests"))
    card = page.locator("li", has=page.locator("a[data-band][href*=midwife]"))
    save = card.get_by_role("button", name=words("adding.star"))
    expect(save).to_have_accessible_description("Midwife")
    save.click()
    expect(card.get_by_role("link", name=words("adding.starred"))).to_be_visible()
    expect(card.get_by_role("button", name=words("adding.undo"))).to_be_focused()
    assert page.evaluate("JSON.parse(kept.get('plan')).items[0].slug") == "midwife"
    expect(card.get_by_role("link", name=words("adding.compare"))).to_have_attribute(
        "href", f"{base}compare/#compare1=midwife"
    )


def test_a_second_quiz_keeps_the_page_as_wide_as_the_phone(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=keep(record("interests", "2026-08-01"), record("interests")), width=390))
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_what_was_not_taken_is_named_once(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=keep(record("interests"))))
    rest = [
        words("script.reasons.missing.not_taken", kind=words(f"script.kinds.{kind}"))
        for kind in ("skills", "values", "environment")
    ]
    expect(page.locator("[data-rests-on]")).to_have_text(
        words(
            "script.results.rests_on",
            kinds=words("script.kinds.interests"),
            rest=format_list(rest, locale=read_locale(words("script.locale"))),
        )
    )
    for sentence in rest:
        expect(page.get_by_text(sentence)).to_have_count(1)


def test_a_profile_without_values_says_so(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=ALL))
    page.locator("[data-lookup-title]").fill("programmer")
    page.keyboard.press("Enter")
    expect(page.locator("[data-looked-up] [data-missing]")).to_contain_text(
        words("script.reasons.missing.no_data", kind="values")
    )


def test_flat_interests_make_no_list(open_page: Open) -> None:
    even: dict[str, Any] = {
        item["key"]: (2, 4, 3, 2, 4)[place // 6 % 5] for place, item in enumerate(QUIZZES["interests"]["items"])
    }
    page = open_page(RESULTS, init=keep(record("interests", **even)))
    expect(page.locator("[data-part=nothing]")).to_be_visible()
    expect(page.locator("[data-flat=flat]")).to_be_visible()
    expect(page.locator("a[data-band]")).to_have_count(0)


def test_time_to_train_is_asked_and_ticks_the_levels(open_page: Open) -> None:
    page = open_page(RESULTS, init=keep(record("interests")))
    boxes = page.locator("[data-levels] input")
    answers = page.locator("[data-time] input")
    expect(page.locator("[data-part=bands]")).to_be_visible()
    # Nobody has said that any time will do, nor does who moves a weight.
    page.locator("[data-weights] input[name=interests]").evaluate(
        "slider => { slider.value = 40; slider.dispatchEvent(new Event('input', {bubbles: true})); }"
    )
    page.wait_for_function("JSON.parse(kept.get('fit')).weights?.interests === 0.4")
    expect(page.locator("[data-time] input:checked")).to_have_count(0)
    page.get_by_label(words("results.time.years")).check()
    expect(page.locator("[data-status]")).not_to_be_empty()
    assert [box.is_checked() for box in boxes.all()] == [True, True, True, False, False]
    open_fold(page)
    page.get_by_text(words("results.settings")).click()
    page.locator("[data-levels] input[value='2']").uncheck()
    expect(page.locator("[data-time] input:checked")).to_have_count(0)
    page.locator("[data-levels] input[value='2']").check()
    expect(answers.nth(1)).to_be_checked()
    page.reload()
    expect(answers.nth(1)).to_be_checked()


def test_levels_narrow_the_list_and_are_kept(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=ALL))
    open_fold(page)
    page.locator(".cg-results__settings summary").click()
    page.locator("[data-levels] input[value='4']").uncheck()
    expect(page.locator("[data-part=bands] a[href*=midwife]")).to_have_count(0)
    expect(page.locator("[data-status]")).to_contain_text(matching("script.results.updated_short"))
    page.reload()
    ready(page)
    expect(page.locator("[data-part=bands] a[href*=midwife]")).to_have_count(0)


def test_what_one_tab_chooses_another_one_does_not_take_back(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=ALL))
    other = page.context.new_page()
    other.goto(page.url)
    ready(other)
    for one in (page, other):
        open_fold(one)
        one.locator(".cg-results__settings summary").click()
    slider = "[data-weights] input[name=values]"
    page.locator(slider).focus()
    page.keyboard.press("End")
    expect(other.locator(slider)).to_have_value("100")
    other.locator("[data-levels] input[value='4']").uncheck()
    expect(page.locator("[data-levels] input[value='4']")).not_to_be_checked()
    expect(page.locator("[data-part=bands] a[href*=midwife]")).to_have_count(0)
    expect(page.locator(slider)).to_have_value("100")
    for one in (page, other):
        one.reload()
        ready(one)
        expect(one.locator(slider)).to_have_value("100")
        expect(one.locator("[data-levels] input[value='4']")).not_to_be_checked()


def test_weights_move_by_keyboard_and_go_back(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=ALL))
    open_fold(page)
    page.locator(".cg-results__settings summary").click()
    before = titles(page)
    for kind, key in (("interests", "Home"), ("skills", "Home"), ("environment", "End"), ("values", "End")):
        page.locator(f"[data-weights] input[name={kind}]").focus()
        page.keyboard.press(key)
    expect(page.locator("[data-weights] input[name=values] + output")).to_have_text(
        words("script.results.share", percent=50)
    )
    expect(page.locator("[data-rests-on]")).to_have_text(
        matching(
            "script.results.rests_on", kinds=together("values", "environment"), rest=together("interests", "skills")
        )
    )
    page.locator("button[data-reset]").click()
    expect(page.locator("[data-weights] input[name=values] + output")).to_have_text(
        words("script.results.share", percent=20)
    )
    expect(page.locator("[data-status]")).to_contain_text(matching("script.results.updated_short"))
    assert titles(page) == before


def test_short_list_is_one_row_without_bands(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=ALL))
    expect(page.get_by_role("heading", name=words("results.bands.short.title"))).to_be_visible()
    expect(page.locator("[data-short-count]")).to_have_text(words("script.results.short", count=7))
    open_fold(page)
    expect(page.get_by_text(words("results.holds", count=7))).to_be_visible()
    for band in ("strong", "possible"):
        expect(page.get_by_role("heading", name=words(f"results.bands.{band}.title"))).to_be_hidden()
    expect(page.locator("[data-change]:visible")).to_have_count(0)


def test_any_other_occupation_can_be_looked_up(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=ALL))
    page.locator("[data-lookup-title]").fill("Plumber")
    page.keyboard.press("Enter")
    expect(page.locator("[data-looked-up] a[data-band]")).to_have_attribute("href", re.compile("occupations/plumber/$"))
    expect(page.locator("[data-lookup-status]")).to_contain_text(words("script.results.band.none"))
    page.locator("[data-lookup-title]").fill("Dragon tamer")
    page.keyboard.press("Enter")
    expect(page.locator("[data-lookup-fault]")).to_contain_text(words("script.results.no_such"))


def test_two_results_stand_side_by_side(open_page: Open) -> None:
    items = QUIZZES["interests"]["items"]
    changed: dict[str, Any] = {item["key"]: 5 for item in items if item["scale"] == "artistic"}
    page = ready(open_page(RESULTS, init=keep(record("interests", "2026-08-01"), record("interests", **changed))))
    page.locator("button[data-compare]").click()
    rows = page.locator("[data-difference-rows] tr")
    expect(rows).to_have_count(6)
    expect(rows.filter(has_text="Creating")).to_contain_text(words("script.results.changed"))
    expect(rows.filter(has_text="Doing")).to_contain_text(words("script.results.same"))
    expect(page.locator("[data-moved] li")).to_have_count(3)
    assert find_violations(page) == []


def test_a_small_change_is_said_to_be_noise(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=keep(record("interests", "2026-08-01"), record("interests", a01=3))))
    page.locator("button[data-compare]").click()
    expect(page.locator("[data-difference-rows] tr").filter(has_text="Creating")).to_contain_text(
        words("script.results.noise")
    )


def test_a_result_is_deleted_and_comes_back(open_page: Open) -> None:
    page = ready(open_page(RESULTS, init=keep(record("interests", "2026-08-01"), record("interests"))))
    expect(page.locator("[data-records] li")).to_have_count(2)
    page.locator("[data-records] button").first.click()
    expect(page.locator("[data-records] li")).to_have_count(1)
    expect(page.locator("button[data-undrop]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-records] li")).to_have_count(2)


def make_link(page: Page) -> str:
    """The link to the results on the page."""
    page.locator("button[data-link]").click()
    return page.locator("[data-link-text]").input_value()


def test_a_shared_link_shows_the_same_and_keeps_nothing(open_page: Open) -> None:
    sender = ready(open_page(RESULTS, init=ALL))
    link = make_link(sender)
    assert len(link) < 300
    assert "?" not in link
    # As it comes out of a letter: with what a sender of letters adds, and the end of the sentence.
    receiver = ready(open_page(f"{RESULTS}?utm_source=mail#{link.partition('#')[2]})."))
    expect(receiver.locator("[data-shared]")).to_be_visible()
    assert titles(receiver) == titles(sender)
    assert receiver.evaluate("Object.keys(kept.all())") == []
    receiver.locator("button[data-leave]").click()
    expect(receiver.locator("[data-shared]")).to_be_hidden()
    expect(receiver.locator("[data-part=empty]")).to_be_visible()


def test_opening_a_link_never_replaces_ones_own(open_page: Open) -> None:
    link = make_link(ready(open_page(RESULTS, init=keep(record("interests")))))
    own = ready(open_page(RESULTS, init=keep(record("values"))))
    before = own.evaluate("kept.get('results')")
    own.goto(link)
    expect(own.locator("[data-shared]")).to_be_visible()
    expect_result(own, "values", there=False)
    assert own.evaluate("kept.get('results')") == before
    own.locator("button[data-leave]").click()
    expect_result(own, "values")


@pytest.mark.parametrize(
    ("fragment", "fault"),
    [
        ("", "length"),
        ("<img src=x>", "characters"),
        ("A" * 5000, "length"),
        ("AAAAAAAAAAAA", "version"),
        ("AR8yHhQAAAAA", "checksum"),
    ],
)
def test_a_spoilt_link_is_explained_and_own_results_stay(open_page: Open, fragment: str, fault: str) -> None:
    page = open_page(f"{RESULTS}#shared={fragment}", init=ALL)
    expect(page.locator("career-results [data-fault]")).to_have_text(words(f"script.results.fault.{fault}"))
    expect(page.locator("[data-shared]")).to_be_hidden()
    expect_result(page, "values")


@pytest.mark.parametrize("kept", [ALL, keep(record("interests"))], ids=["all", "one"])
def test_results_print_on_two_pages_and_none_is_empty(open_page: Open, kept: str) -> None:
    page = ready(open_page(RESULTS, init=kept))
    for size in ("A4", "Letter"):
        sheets = [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(page.pdf(format=size))).pages]
        assert len(sheets) <= 2, size
        assert min(map(len, sheets)) > 300, size
    # How long it takes to get in comes along; what is there to choose does not.
    assert "Time to get ready" in sheets[0]
    assert words("results.time.help") not in sheets[0]


def test_without_scripts_the_page_leads_to_the_paper_forms(open_page: Open) -> None:
    page = open_page(RESULTS, java_script_enabled=False)
    expect(page.locator("noscript [data-paper] p")).to_have_text(words("results.paper"))
    expect(page.locator("career-results [data-paper] a")).to_have_count(5)
    expect(page.locator("career-results [data-view]")).to_be_hidden()


def test_without_the_occupations_the_scores_stay_and_there_is_a_way_on(open_page: Open) -> None:
    page = open_page("about/", init=ALL)
    page.route(match_data("occupations"), lambda route: route.fulfill(status=200, body="no json"))
    page.goto(page.url.removesuffix("about/") + RESULTS)
    expect(page.locator("[data-part=failed]")).to_be_visible()
    expect_result(page, "values")
    page.unroute(match_data("occupations"))
    page.locator("button[data-retry]").click()
    ready(page)


def test_an_occupation_that_left_the_collection_is_named(open_page: Open) -> None:
    seen = [{"slug": "gone-for-good", "title": "Lamplighter"}]
    page = ready(open_page(RESULTS, init=keep(record("interests"), seen=seen)))
    expect(page.locator("[data-gone]")).to_contain_text(words("script.results.gone", titles="Lamplighter"))


def test_results_of_a_changed_assessment_are_kept_and_named(open_page: Open) -> None:
    old = record("values") | {"answers": {"a.b": 1}}
    page = ready(open_page(RESULTS, init=keep(old, record("interests"))))
    expect(page.locator("[data-unknown]")).to_contain_text(words("script.results.unknown", count=1))
    assert page.evaluate("JSON.parse(kept.get('results')).entries.length") == 2


def test_tampered_storage_shows_no_markup(open_page: Open) -> None:
    evil = {"slug": "x", "title": "<img src=x onerror=alert(1)>"}
    page = ready(
        open_page(RESULTS, init=keep(record("interests"), 7, "x", None, seen=[evil, 3], levels="no", weights=[]))
    )
    expect(page.locator("[data-gone]")).to_contain_text(words("script.results.gone", titles=evil["title"]))
    expect(page.locator("[data-gone] img")).to_have_count(0)


def test_forbidden_storage_shows_the_empty_page(open_page: Open) -> None:
    page = open_page(RESULTS, init=FORBID_STORAGE, tolerate="denied")
    expect(page.locator("[data-part=empty]")).to_be_visible()
