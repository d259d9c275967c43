"""The assessments, driven as readers do: by pointer, by keyboard alone, on a small screen, on paper."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping

import pypdf
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.support.axe import check_looks, find_violations
from tests.browser.support.scripts import match_data
from tests.browser.support.words import words

QUIZ = "quiz/interests/"
# Someone who likes what midwives do; spread within the scales as real answers are.
HELPER = {"realistic": 3, "investigative": 4, "artistic": 1, "social": 5, "enterprising": 2, "conventional": 4}
SHOWN = "() => [...document.querySelectorAll('fieldset[data-item]')].filter(item => item.checkVisibility())"
KEPT = "Object.entries(kept.all())"
FORBID_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('denied'); }});"


def visible_items(page: Page) -> list[Locator]:
    """The items of the page of the quiz that is shown."""
    shown = page.locator("fieldset[data-item]").evaluate_all("items => items.map(item => item.checkVisibility())")
    return [page.locator("fieldset[data-item]").nth(at) for at, is_shown in enumerate(shown) if is_shown]


def answer_page(page: Page, choose: Callable[[str, int], int], seen: list[str] | None = None) -> None:
    """Answer every item in view; `choose` gets the scale and how many items of the scale came before.

    Presses come from within the page, all at once: with a pointer of their own most of the time went to them.
    """
    counts = seen if seen is not None else []
    values = []
    for scale in page.evaluate(f"({SHOWN})().map(item => item.dataset.scale ?? '')"):
        values.append(str(choose(scale, counts.count(scale))))
        counts.append(scale)
    missed = page.evaluate(
        f"""values => ({SHOWN})().filter((item, at) => {{
            const box = item.querySelector(`input[type=radio][value="${{values[at]}}"]`);
            box.click();
            return !box.checked;
        }}).length""",
        values,
    )
    assert not missed


def take(page: Page, choose: Callable[[str, int], int], form: str = "quick") -> None:
    """Take a form of the quiz from its start to its results."""
    page.locator(f"button[data-form={form}]").click()
    answer_all(page, choose)
    page.locator("button[data-next]:visible").click()
    expect(page.locator("[data-results]")).to_be_visible()


def answer_all(page: Page, choose: Callable[[str, int], int], steps: int = 60) -> None:
    """Answer the step in view and those that follow, but stay on the last, or on the one after so many."""
    expect(page.locator("[data-progress]")).to_be_visible()
    scales = page.evaluate(
        "[...document.querySelectorAll('fieldset[data-item]')].map(item => item.dataset.scale ?? '')"
    )
    choices = {scale: [choose(scale, before) for before in range(scales.count(scale))] for scale in scales}
    page.evaluate(
        f"""([choices, steps]) => {{
            const seen = {{}};
            for (let step = 0; step < steps; step++) {{
                for (const item of ({SHOWN})()) {{
                    const scale = item.dataset.scale ?? "";
                    seen[scale] = (seen[scale] ?? -1) + 1;
                    item.querySelector(`input[type=radio][value="${{choices[scale][seen[scale]]}}"]`).click();
                }}
                const [page, pages] = document.querySelector("[data-progress]").textContent.match(/\\d+/g);
                if (page === pages) return;
                document.querySelector("[data-next]").click();
            }}
        }}""",
        [choices, steps],
    )


def is_last_page(page: Page) -> bool:
    """Whether the step of the quiz that is shown is the last: "30 of 30"."""
    number, total = re.findall(r"\d+", page.locator("[data-progress]").inner_text())[:2]
    return bool(number == total)


def by_scale(levels: Mapping[str, int]) -> Callable[[str, int], int]:
    """Answers around a level for each scale: every third item one step off, towards the middle."""
    return lambda scale, before: levels[scale] + (before % 3 == 2) * (1 if levels[scale] < 3 else -1)


def test_quick_form_leads_to_scores_and_on_to_the_occupations(open_page: Open, base: str) -> None:
    page = open_page(QUIZ)
    take(page, by_scale(HELPER))
    results = page.locator("[data-results]")
    expect(results).to_be_visible()
    # What comes next stands before the figures behind it.
    expect(results.locator("svg[role=img]")).to_be_hidden()
    figures = results.get_by_text(words("quiz.results.figures"))
    next_box, box = (
        results.get_by_role("link", name=words("quiz.results.see_all")).bounding_box(),
        figures.bounding_box(),
    )
    assert next_box
    assert box
    assert next_box["y"] < box["y"]
    figures.click()
    expect(results.locator("svg[role=img]")).to_be_visible()
    for name in ("Doing", "Thinking", "Creating", "Helping", "Persuading", "Organising"):
        expect(results.get_by_role("rowheader", name=name)).to_be_visible()
    expect(page.locator("[data-flat]")).to_have_count(0)
    assert find_violations(page) == []
    results.get_by_label(words("results.time.degree")).check()
    results.get_by_role("link", name=words("quiz.results.see_all")).click()
    expect(page).to_have_url(base + "quiz/results/")
    expect(page.get_by_label(words("results.time.degree"))).to_be_checked()
    expect(page.locator("a[data-band]").first).to_have_attribute("href", re.compile(r"occupations/midwife/$"))


def test_items_and_results_are_accessible_and_fit(open_page: Open) -> None:
    page = open_page(QUIZ)
    expect(page.locator("button[data-form=quick]")).to_be_visible()
    page.locator("button[data-form=quick]").click()
    assert len(visible_items(page)) == 1
    check_looks(page)
    page.reload()
    page.locator("button[data-form=quick]").click()
    answer_all(page, by_scale(HELPER))
    page.locator("button[data-next]:visible").click()
    expect(page.locator("[data-results]")).to_be_visible()
    check_looks(page)


def test_full_form_asks_all_items(open_page: Open) -> None:
    page = open_page(QUIZ)
    take(page, by_scale(HELPER), "full")
    expect(page.locator("[data-results]")).to_contain_text("60")


def test_keyboard_alone_reaches_the_results(open_page: Open) -> None:
    page = open_page(QUIZ)
    expect(page.locator("button[data-form=quick]")).to_be_visible()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.form") == "quick":
            break
    page.keyboard.press("Enter")
    expect(page.locator("fieldset[data-item]:visible")).to_have_count(1)
    # The heading has the focus; the first Tab enters the first item. After each answer the next one has it.
    page.keyboard.press("Tab")
    for _ in range(30):
        scale = page.evaluate("document.activeElement.closest('fieldset[data-item]').dataset.scale")
        page.keyboard.press(str(HELPER[scale]))
        page.keyboard.press("Enter")
    expect(page.locator("[data-results]")).to_be_visible()
    assert page.evaluate("Boolean(document.activeElement.closest('[data-results]'))")


def test_a_tap_goes_on_and_a_key_only_chooses(open_page: Open) -> None:
    page = open_page(QUIZ, width=360, has_touch=True)
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator("button[data-form=quick]").click()
    first = visible_items(page)[0]
    first.locator("input[value='2']").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(first.locator("input[value='3']")).to_be_checked()
    first.locator("[data-value='4']").tap()
    expect(page.locator("[data-progress]")).to_have_text(words("script.quiz.progress", page=2, pages=30))
    # The taps were counted from the first one on: what the keys chose has led nowhere.
    expect(first.locator("input[value='4']")).to_be_checked()
    assert page.evaluate("document.activeElement.type") == "radio"
    box = page.locator("[data-next]").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 740
    answer_all(page, by_scale(HELPER))
    expect(page.locator("[data-next]")).to_have_text(words("script.quiz.see"))


def test_gaps_are_named_and_nothing_is_lost(open_page: Open) -> None:
    page = open_page(QUIZ)
    page.locator("button[data-form=quick]").click()
    answer_all(page, by_scale(HELPER), steps=1)
    (item,) = visible_items(page)
    page.locator("button[data-next]:visible").click()
    expect(item).to_be_visible()
    error = page.locator("[data-error]")
    expect(error).to_be_visible()
    expect(error).to_contain_text(item.locator("legend").inner_text())
    assert page.evaluate("document.activeElement.closest('fieldset').dataset.item") == item.get_attribute("data-item")
    page.locator("button[data-back]:visible").click()
    assert visible_items(page)[0].locator("input:checked").count() == 1


def test_answers_are_kept_and_resumed_after_a_reload(open_page: Open) -> None:
    page = open_page(QUIZ)
    button = page.locator("button[data-form=quick]")
    main = button.evaluate("node => getComputedStyle(node).backgroundColor")
    button.click()
    answer_all(page, by_scale(HELPER), steps=5)
    page.reload()
    go_on = page.locator("button[data-continue]")
    expect(go_on).to_contain_text("5")
    # It alone stands out.
    expect(go_on).to_have_css("background-color", main)
    expect(button).not_to_have_css("background-color", main)
    go_on.click()
    expect(page.locator("fieldset[data-item]:visible")).to_have_count(1)
    page.locator("button[data-back]:visible").click()
    assert all(item.locator("input:checked").count() == 1 for item in visible_items(page))


def test_instant_navigation_away_and_back_keeps_the_quiz_working(open_page: Open, base: str) -> None:
    page = open_page(QUIZ)
    page.locator("button[data-form=quick]").click()
    answer_page(page, by_scale(HELPER))
    page.evaluate("window.stayed = true")
    page.locator(".md-tabs").get_by_role("link", name="About").click()
    expect(page).to_have_url(base + "about/")
    page.locator(".md-tabs").get_by_role("link", name="Quizzes").click()
    page.locator("article").locator("a[href$='interests/']").first.click()
    expect(page).to_have_url(base + QUIZ)
    assert page.evaluate("window.stayed"), "the page was loaded anew, so this shows nothing"
    page.locator("button[data-continue]").click()
    answer_all(page, by_scale(HELPER))
    page.locator("button[data-next]:visible").click()
    expect(page.locator("[data-results]")).to_be_visible()


def test_the_guide_shares_its_answers_with_the_quiz_page(open_page: Open, base: str) -> None:
    page = open_page("methods/explore/")
    take(page, by_scale(HELPER))
    page.goto(base + QUIZ)
    expect(page.locator("[data-results]")).to_be_visible()


def test_flat_answers_get_next_steps_and_no_list(open_page: Open) -> None:
    page = open_page(QUIZ)
    take(page, lambda _scale, before: (2, 4, 3, 2, 4)[before % 5])
    expect(page.locator("[data-flat=flat]")).to_be_visible()
    expect(page.locator("[data-results] a[href$='methods/know-yourself/']")).to_be_visible()


def test_the_same_answer_everywhere_is_its_own_case(open_page: Open) -> None:
    page = open_page(QUIZ)
    take(page, lambda _scale, _before: 4)
    expect(page.locator("[data-flat=straight]")).to_be_visible()


def test_thirty_more_sharpen_and_keep_the_answers(open_page: Open) -> None:
    page = open_page(QUIZ)
    take(page, by_scale(HELPER))
    page.locator("button[data-form=more]").click()
    expect(page.locator("fieldset[data-item]:visible")).to_have_count(1)
    assert all(item.locator("input:checked").count() == 0 for item in visible_items(page))
    answer_all(page, by_scale(HELPER))
    page.locator("button[data-next]:visible").click()
    expect(page.locator("[data-results]")).to_contain_text("60")


def test_start_again_can_be_undone(open_page: Open) -> None:
    page = open_page(QUIZ)
    take(page, by_scale(HELPER))
    page.locator("[data-results] button[data-restart]").click()
    expect(page.locator("button[data-form=quick]")).to_be_visible()
    page.locator("button[data-undo]").click()
    expect(page.locator("[data-results]")).to_be_visible()
    page.locator("[data-results] button[data-restart]").click()
    page.reload()
    expect(page.locator("button[data-form=quick]")).to_be_visible()
    expect(page.locator("button[data-continue]")).to_be_hidden()


def test_back_and_forward_lead_through_the_pages_and_keep_all_answers(open_page: Open, base: str) -> None:
    page = open_page(QUIZ)
    take(page, by_scale(HELPER))
    kept = page.evaluate(KEPT)
    second, third = (re.compile(f"{base}{QUIZ}#questions-{number}$") for number in (2, 3))
    for number in (30, 29, 28):
        page.go_back()
        expect(page.locator("[data-progress]")).to_have_text(words("script.quiz.progress", page=number, pages=30))
        expect(page.locator("[data-title=items]")).to_be_focused()
        assert len(visible_items(page)) == 1
    # What was the beginning is now the result.
    page.evaluate("history.go(-28)")
    expect(page).to_have_url(base + QUIZ)
    expect(page.locator("[data-results]")).to_be_visible()
    for _ in range(3):
        page.go_forward()
    expect(page).to_have_url(third)
    # The page's own button is a step like others.
    page.locator("button[data-back]:visible").click()
    expect(page).to_have_url(second)
    page.go_back()
    expect(page).to_have_url(third)
    expect(page.locator("[data-progress]")).to_have_text(words("script.quiz.progress", page=3, pages=30))
    assert page.evaluate(KEPT) == kept


def test_back_leaves_the_quiz_from_its_beginning(open_page: Open, base: str) -> None:
    page = open_page("quiz/")
    page.goto(base + QUIZ)
    page.locator("button[data-form=quick]").click()
    expect(page.locator("[data-progress]")).to_be_visible()
    page.go_back()
    expect(page.locator("button[data-form=quick]")).to_be_visible()
    page.go_back()
    expect(page).to_have_url(base + "quiz/")


def test_a_link_to_the_page_itself_leads_to_its_beginning(open_page: Open, base: str) -> None:
    page = open_page("quiz/")
    # So the theme takes that link for one to where the reader is.
    page.locator("article").locator("a[href$='interests/']").first.click()
    page.locator("button[data-form=quick]").click()
    answer_page(page, by_scale(HELPER))
    page.locator("button[data-next]:visible").click()
    page.locator(".md-sidebar--primary .md-nav__link--active[href]").locator("visible=true").click()
    expect(page.locator("button[data-continue]")).to_be_visible()
    expect(page).to_have_url(base + QUIZ)
    page.go_back()
    expect(page).to_have_url(base + QUIZ + "#questions-2")
    expect(page.locator("[data-title=items]")).to_be_focused()


@pytest.mark.parametrize("fragment", ["#questions-99", "#questions-0", "#questions--3", "#questions-x", "#questions-2"])
def test_an_address_of_a_page_changes_nothing_that_is_kept(open_page: Open, fragment: str) -> None:
    page = open_page(QUIZ + fragment)
    expect(page.locator("button[data-form=quick]")).to_be_visible()
    assert page.evaluate(KEPT) == []
    page.locator("button[data-form=quick]").click()
    answer_page(page, by_scale(HELPER))
    kept = page.evaluate(KEPT)
    page.evaluate("fragment => (location.hash = fragment)", fragment)
    page.wait_for_function("!document.querySelector('career-quiz').hidden")
    shown = page.locator("[data-progress]:visible, button[data-form=quick]:visible")
    expect(shown).to_have_count(1)
    assert page.evaluate(KEPT) == kept
    page.reload()
    expect(page.locator("button[data-continue]")).to_be_visible()
    assert page.evaluate(KEPT) == kept


def test_take_it_again_deletes_nothing_before_it_is_pressed(open_page: Open, base: str) -> None:
    page = open_page(QUIZ)
    take(page, by_scale(HELPER))
    kept = page.evaluate(KEPT)
    page.goto(base + "quiz/")
    page.goto(base + QUIZ + "#again")
    expect(page.get_by_text(words("quiz.start.again"))).to_be_visible()
    assert page.evaluate(KEPT) == kept
    page.locator("[data-in=start] button[data-restart]").click()
    expect(page.locator("[data-cleared]")).to_be_visible()
    expect(page.get_by_text(words("quiz.start.again"))).to_be_hidden()
    assert read_sitting(page)[0] == {}
    page.locator("button[data-undo]").click()
    expect(page.locator("[data-results]")).to_be_visible()
    # What was kept, but for the moment: a result is as old as before.
    assert dict(page.evaluate(KEPT))["careers.results"] == dict(kept)["careers.results"]


def test_a_changed_question_takes_its_own_answer_along_and_no_other(open_page: Open, base: str) -> None:
    page = open_page(QUIZ)
    take(page, by_scale(HELPER))
    changed = page.evaluate("""() => {
        const results = JSON.parse(kept.get("results"));
        const [item] = Object.keys(results.entries[0].stamps);
        results.entries[0].stamps[item] = "gone";
        kept.put("results", JSON.stringify(results));
        return item;
    }""")
    page.reload()
    expect(page.locator("[data-lost]")).to_have_text(words("script.quiz.lost", count=1))
    page.goto(base + "quiz/results/")
    basis = page.locator("[data-result=interests] [data-basis]")
    expect(basis).to_have_text(words("script.results.gaps", count=1, total=29))
    expect(page.locator("a[data-band]").first).to_be_visible()
    page.goto(base + QUIZ)
    page.locator("button[data-continue]").click()
    (item,) = [one for one in visible_items(page) if not one.locator("input:checked").count()]
    assert item.get_attribute("data-item") == changed
    item.locator("input[value='1']").check(force=True)
    page.locator("button[data-finish]").click()
    expect(page.locator("[data-results]")).to_contain_text("30")
    page.reload()
    expect(page.locator("[data-results]")).to_be_visible()
    assert read_sitting(page)[1][-1][changed] == 1


def read_sitting(page: Page) -> tuple[dict[str, int], list[dict[str, int]]]:
    """The answers that are no result yet, and those of each result."""
    script = "['quiz.interests', 'results'].map(name => JSON.parse(kept.get(name)))"
    sitting, results = page.evaluate(script)
    return sitting["answers"], [entry["answers"] for entry in results["entries"]]


def test_a_finished_sitting_is_kept_once_and_what_is_changed_afterwards_beside_it(open_page: Open) -> None:
    page = open_page(QUIZ)
    take(page, by_scale(HELPER))
    begun, (result,) = read_sitting(page)
    assert (begun, len(result)) == ({}, 30)
    page.reload()
    expect(page.locator("[data-results]")).to_be_visible()
    page.locator("[data-results] button[data-change]").click()
    first = visible_items(page)[0]
    name = first.get_attribute("data-item") or ""
    first.locator(f"input[value='{result[name] % 5 + 1}']").check(force=True)
    assert read_sitting(page) == ({name: result[name] % 5 + 1}, [result])
    page.reload()
    expect(page.locator("[data-changed]")).to_be_visible()
    page.locator("button[data-continue]").click()
    expect(page.locator("[data-results]")).to_be_visible()
    assert read_sitting(page) == ({}, [result | {name: result[name] % 5 + 1}])
    page.reload()
    expect(page.locator("[data-results]")).to_be_visible()
    page.locator("[data-results] button[data-change]").click()
    expect(visible_items(page)[0].locator(f"input[value='{result[name] % 5 + 1}']")).to_be_checked()


def change_first(page: Page) -> None:
    """Change the first answer of a quiz of which the results are shown, without a look at what comes of it."""
    page.locator("[data-results] button[data-change]").click()
    visible_items(page)[0].locator("input:not(:checked)").first.check(force=True)


def test_the_quiz_the_hub_and_the_record_agree_after_an_answer_was_changed(open_page: Open, base: str) -> None:
    page = open_page(QUIZ)
    take(page, by_scale(HELPER))
    # The record folds them away: what stands there is compared, not what shows.
    scores = page.locator("[data-bars] tr").all_text_contents()
    hub, record = page.context.new_page(), page.context.new_page()
    hub.goto(base + "quiz/")
    record.goto(base + "quiz/results/")
    card = hub.locator("[data-card=interests]")
    expect(card.locator("[data-again]")).to_be_visible()
    shown = record.locator("[data-result=interests] [data-bars] tr")
    expect(shown).to_have_text(scores)

    change_first(page)
    # What was open, and what is opened anew.
    for _ in range(2):
        expect(card).to_contain_text(words("script.hub.changed"))
        expect(card.locator("[data-continue]")).to_be_visible()
        expect(card.locator("[data-see]")).to_be_visible()
        expect(card.locator("[data-again]")).to_be_hidden()
        expect(shown).to_have_text(scores)
        for one in (page, hub, record):
            one.reload()
        expect(page.get_by_text(words("quiz.start.changed"))).to_be_visible()
        expect(page.locator("[data-results]")).to_be_hidden()

    page.locator("button[data-continue]").click()
    expect(page.locator("[data-results]")).to_be_visible()
    changed = page.locator("[data-bars] tr").all_text_contents()
    assert changed != scores
    for _ in range(2):
        expect(card).not_to_contain_text(words("script.hub.changed"))
        expect(card.locator("[data-again]")).to_be_visible()
        expect(shown).to_have_text(changed)
        expect(page.locator("[data-bars] tr")).to_have_text(changed)
        for one in (page, hub, record):
            one.reload()


def test_an_answer_changed_and_changed_back_leaves_all_finished(open_page: Open) -> None:
    page = open_page(QUIZ)
    take(page, by_scale(HELPER))
    page.locator("[data-results] button[data-change]").click()
    first = visible_items(page)[0]
    before = first.locator("input:checked").get_attribute("value")
    first.locator("input:not(:checked)").first.check(force=True)
    # A tap leads on: whoever regrets it goes back.
    expect(first).to_be_hidden()
    page.locator("button[data-back]:visible").click()
    first.locator(f"input[value='{before}']").check(force=True)
    page.reload()
    expect(page.locator("[data-results]")).to_be_visible()


def test_a_quiz_hears_that_its_result_was_deleted(open_page: Open, base: str) -> None:
    page = open_page(QUIZ)
    take(page, by_scale(HELPER))
    other = page.context.new_page()
    other.goto(base + "quiz/results/")
    other.locator("button[data-drop]").click()
    expect(page.locator("button[data-form=quick]")).to_be_visible()
    other.locator("button[data-undrop]").click()
    expect(page.locator("[data-results]")).to_be_visible()


def test_undo_is_not_offered_once_another_tab_has_answered(open_page: Open, base: str) -> None:
    page = open_page(QUIZ)
    take(page, by_scale(HELPER))
    page.locator("[data-results] button[data-restart]").click()
    undo = page.locator("button[data-undo]")
    expect(undo).to_be_visible()
    other = page.context.new_page()
    other.goto(base + QUIZ)
    # Looking is not answering.
    other.locator("button[data-form=quick]").click()
    expect(undo).to_be_visible()
    answer_page(other, by_scale(HELPER))
    expect(page.locator("button[data-continue]")).to_be_visible()
    expect(undo).to_be_hidden()
    begun, _ = read_sitting(page)
    assert len(begun) == 1


def test_undo_brings_nothing_back_that_was_forgotten_in_another_tab(open_page: Open, base: str) -> None:
    page = open_page(QUIZ)
    take(page, by_scale(HELPER))
    page.locator("[data-results] button[data-restart]").click()
    expect(page.locator("button[data-undo]")).to_be_visible()
    other = page.context.new_page()
    other.goto(base + "quiz/")
    other.evaluate("localStorage.clear()")
    expect(page.locator("button[data-undo]")).to_be_hidden()


def test_what_happens_to_other_results_leaves_a_quiz_alone(open_page: Open, base: str) -> None:
    page = open_page(QUIZ)
    page.locator("button[data-form=full]").click()
    total = page.locator("[data-progress]").inner_text()
    other = page.context.new_page()
    other.goto(base + "quiz/start/")
    take(other, lambda _scale, _before: 3, "full")
    # The tab hears of things in the order in which they happened.
    other.evaluate("kept.put('plan', '{\"v\": 1}')")
    page.wait_for_function("kept.get('plan') && new Promise((done) => setTimeout(done, 0, true))")
    assert page.locator("[data-progress]").inner_text() == total
    expect(page.locator("[data-status]")).to_be_empty()


def test_a_deleted_result_leaves_no_answers_behind_and_comes_back_whole(open_page: Open, base: str) -> None:
    page = open_page(QUIZ)
    take(page, by_scale(HELPER))
    other = page.context.new_page()
    other.goto(base + "quiz/results/")
    other.locator("button[data-drop]").click()
    expect(other.locator("button[data-undrop]")).to_be_focused()
    assert read_sitting(page) == ({}, [])
    page.reload()
    expect(page.locator("button[data-form=quick]")).to_be_visible()
    expect(page.locator("button[data-continue]")).to_be_hidden()
    other.locator("button[data-undrop]").click()
    page.reload()
    expect(page.locator("[data-results]")).to_be_visible()


def test_the_results_of_another_tab_are_shown_here(open_page: Open, base: str) -> None:
    page = open_page(QUIZ)
    expect(page.locator("button[data-form=quick]")).to_be_visible()
    other = page.context.new_page()
    other.goto(base + QUIZ)
    take(other, by_scale(HELPER))
    expect(page.locator("[data-results]")).to_be_visible()
    other.locator("[data-results] button[data-restart]").click()
    expect(page.locator("button[data-form=quick]")).to_be_visible()
    other.locator("button[data-undo]").click()
    expect(page.locator("[data-results]")).to_be_visible()


def test_a_form_that_was_chosen_stays_while_another_tab_is_at_work(open_page: Open, base: str) -> None:
    page = open_page(QUIZ)
    take(page, by_scale(HELPER))
    page.locator("button[data-form=more]").click()
    expect(page.locator("[data-progress]")).to_contain_text("60")
    shown = page.locator("[data-progress]").inner_text()
    other = page.context.new_page()
    other.goto(base + "quiz/start/")
    take(other, lambda _scale, _before: 3, "full")
    other.goto(base + "quiz/results/")
    other.locator("[data-records] button").first.click()
    page.wait_for_function("JSON.parse(kept.get('results')).entries.length === 1")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert page.locator("[data-progress]").inner_text() == shown
    assert all(item.locator("input:checked").count() == 0 for item in visible_items(page))


def test_a_tab_that_is_answering_goes_back_to_the_start_when_another_one_does(open_page: Open, base: str) -> None:
    page = open_page(QUIZ)
    page.locator("button[data-form=full]").click()
    answer_page(page, by_scale(HELPER))
    page.locator("button[data-next]:visible").click()
    other = page.context.new_page()
    other.goto(base + QUIZ)
    other.locator("button[data-restart]:visible").click()
    expect(page.locator("button[data-form=quick]")).to_be_visible()
    expect(page.locator("button[data-continue]")).to_be_hidden()
    expect(page.locator("button[data-undo]")).to_be_hidden()


def test_forbidden_storage_is_said_and_the_quiz_still_works(open_page: Open) -> None:
    # Material itself reads the storage unguarded; its complaint is not ours.
    page = open_page(QUIZ, init=FORBID_STORAGE, tolerate="denied")
    page.locator("button[data-form=quick]").click()
    answer_page(page, by_scale(HELPER))
    expect(page.locator("[data-unsaved]")).to_be_visible()
    page.locator("button[data-next]:visible").click()
    expect(page.locator("fieldset[data-item]:visible")).to_have_count(1)


@pytest.mark.parametrize(
    "saved",
    [
        "not json",
        "[]",
        '{"v": 99}',
        '{"v": 1, "answers": {"r01": 77, "zz": 1, "i01": "<b>"}, "form": "evil", "levels": 3}',
    ],
)
def test_foreign_data_in_storage_is_ignored(open_page: Open, saved: str) -> None:
    page = open_page(QUIZ, init=f"localStorage.setItem('careers.quiz.interests', {saved!r});")
    expect(page.locator("button[data-form=quick]")).to_be_visible()
    take(page, by_scale(HELPER))
    expect(page.locator("[data-results]")).to_be_visible()


def test_what_cannot_be_read_is_said_and_set_aside(open_page: Open) -> None:
    page = open_page(
        QUIZ,
        init="if (!sessionStorage.once) localStorage['careers.quiz.interests'] = '{broken'; sessionStorage.once = 1",
    )
    expect(page.locator("[data-unreadable]")).to_be_visible()
    assert page.evaluate("kept.get('unreadable.quiz.interests')") == "{broken"


def test_full_storage_is_said_and_the_results_are_still_shown(open_page: Open) -> None:
    full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
    page = open_page(QUIZ, init=full, tolerate="full")
    take(page, by_scale(HELPER))
    expect(page.locator("[data-unsaved]")).to_be_visible()
    page.get_by_role("link", name=words("quiz.results.see_all")).click()
    expect(page.locator("a[data-band]").first).to_be_visible()
    expect(page.locator("career-results [data-unsaved]")).to_be_visible()


def test_answers_of_another_tab_are_taken_over(open_page: Open, base: str) -> None:
    page = open_page(QUIZ)
    page.locator("button[data-form=quick]").click()
    other = page.context.new_page()
    other.goto(base + QUIZ)
    other.locator("button[data-form=quick]").click()
    visible_items(other)[0].locator("input[value='4']").check(force=True)
    expect(visible_items(page)[0].locator("input[value='4']")).to_be_checked()
    expect(page.locator("[data-status]")).to_contain_text(words("script.quiz.other_tab"))
    visible_items(page)[0].locator("input[value='2']").check(force=True)
    expect(other.locator("fieldset[data-item]").first.locator("input[value='2']")).to_be_checked()


@pytest.mark.parametrize(("key", "answers"), [("values", 2), ("skills", 4), ("environment", 4)])
def test_each_kind_is_taken_by_keyboard(open_page: Open, key: str, answers: int) -> None:
    page = open_page(f"quiz/{key}/")
    expect(page.locator("button[data-form=full]")).to_be_visible()
    page.locator("button[data-form=full]").focus()
    page.keyboard.press("Enter")
    check_looks(page)
    count, last = 0, False
    while not last:
        for item in visible_items(page):
            item.locator("input").first.focus()
            page.keyboard.press(str(1 + count % answers if key != "values" else 1))
            count += 1
        last = is_last_page(page)
        page.keyboard.press("Enter")
    expect(page.locator("[data-results]")).to_be_visible()
    expect(page.locator("[data-bars] tr")).to_have_count({"values": 6, "skills": 8, "environment": 6}[key])
    check_looks(page)


def test_choices_in_circles_make_no_order(open_page: Open) -> None:
    page = open_page("quiz/values/")
    page.locator("button[data-form=full]").click()
    ring = ["achievement", "independence", "recognition", "relationships", "support", "conditions"]
    last = False
    while not last:
        last = is_last_page(page)
        for item in visible_items(page):
            first, second = (ring.index(one) for one in (item.get_attribute("data-item") or "").split("."))
            # Each beats the two or three that follow it around the ring.
            wins = (second - first) % 6 in (1, 2) or ((second - first) % 6 == 3 and first < 3)
            item.locator(f"input[value='{1 if wins else 2}']").evaluate("box => box.click()")
        page.locator("button[data-next]:visible").click()
    expect(page.locator("[data-flat=circular]")).to_be_visible()


@pytest.mark.parametrize(("key", "rows"), [("values", 6), ("skills", 8), ("environment", 6)])
def test_each_kind_is_a_paper_form_without_scripts(open_page: Open, key: str, rows: int) -> None:
    page = open_page(f"quiz/{key}/", java_script_enabled=False)
    expect(page.locator("fieldset[data-item]:visible")).to_have_count({"values": 15}.get(key, rows))
    expect(page.locator(".cg-quiz__key tbody tr")).to_have_count(rows)
    expect(page.locator("button:visible[data-form]")).to_have_count(0)


def test_without_scripts_the_quiz_is_a_paper_form_with_its_key(open_page: Open) -> None:
    page = open_page(QUIZ, java_script_enabled=False)
    expect(page.locator("fieldset[data-item]:visible")).to_have_count(60)
    expect(page.locator("[data-results]")).to_be_hidden()
    expect(page.locator("button[data-form]:visible")).to_have_count(0)
    key = page.locator(".cg-quiz__key")
    expect(key).to_be_visible()
    numbers = {int(number) for number in re.findall(r"\d+", " ".join(key.locator("td").all_inner_texts()))}
    assert numbers == set(range(1, 61))


@pytest.mark.parametrize("scripts", [True, False])
def test_the_quick_form_is_printed_alone_on_two_sheets(open_page: Open, scripts: bool) -> None:
    page = open_page(QUIZ, java_script_enabled=scripts)
    questions = page.locator("fieldset[data-item]")
    texts = questions.locator("legend").all_text_contents()
    quick = [node.get_attribute("data-quick") is not None for node in questions.all()]
    page.get_by_label(words("quiz.paper.alone", count=30)).check()
    for size in ("A4", "Letter"):
        sheets = pypdf.PdfReader(io.BytesIO(page.pdf(format=size))).pages
        whole = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
        assert len(sheets) <= 2
        assert [text in whole for text in texts] == quick
        assert words("quiz.paper.divide_quick", quick=5) in whole
        assert words("quiz.paper.mark") not in whole
    page.get_by_label(words("quiz.paper.alone", count=30)).uncheck()
    page.emulate_media(media="print")
    expect(page.locator("fieldset[data-item]:visible")).to_have_count(60)


def test_results_print_without_the_form(open_page: Open) -> None:
    page = open_page(QUIZ)
    take(page, by_scale(HELPER))
    page.emulate_media(media="print")
    expect(page.locator("[data-results]")).to_be_visible()
    expect(page.locator("fieldset[data-item]:visible")).to_have_count(0)
    expect(page.locator(".md-header")).to_be_hidden()


def test_without_its_data_the_quiz_stays_a_paper_form(open_page: Open) -> None:
    page = open_page("about/", tolerate="assessments.json")
    page.route(match_data("assessments"), lambda route: route.fulfill(status=200, body="no json"))
    page.goto(page.url.removesuffix("about/") + QUIZ)
    expect(page.locator("fieldset[data-item]:visible")).to_have_count(60)


def test_the_start_quiz_leads_to_the_method_with_most_to_gain(open_page: Open, base: str) -> None:
    page = open_page("start/", width=390)
    lowest = {"explore": 1}
    take(page, lambda scale, _before: lowest.get(scale, 3), "full")
    begin = page.locator("[data-results] [data-high]:visible")
    expect(begin).to_have_count(1)
    check_looks(page)
    begin.get_by_role("link").click()
    expect(page).to_have_url(base + "methods/explore/")


def test_the_start_quiz_names_all_methods_that_share_the_lowest_place(open_page: Open) -> None:
    page = open_page("quiz/start/")
    take(page, lambda _scale, _before: 4, "full")
    expect(page.locator("[data-results] [data-high]:visible")).to_have_count(6)
    expect(page.locator("[data-findings]")).to_contain_text(words("script.results.even"))
