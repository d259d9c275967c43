"""The overview of the assessments: where the reader stands in each, and what is said when something is wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.support.axe import check_looks
from tests.browser.support.scripts import read_data
from tests.browser.support.words import words

HUB = "quiz/"
FORBID_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('denied'); }});"


def load_quizzes(site: Path) -> dict[str, Any]:
    """The assessments of the built site by key."""
    data = read_data(site, "assessments")
    return {quiz["key"]: quiz for quiz in data["quizzes"]}


def answer_all(quiz: dict[str, Any], form: str = "full") -> dict[str, int]:
    """An answer to each question of a form, not all the same."""
    items = [item for item in quiz["items"] if form == "full" or item.get("quick")]
    return {item["key"]: number % quiz["steps"] + 1 for number, item in enumerate(items)}


def make_entry(quiz: dict[str, Any], date: str = "2026-10-01", form: str = "full", name: str = "") -> dict[str, Any]:
    """A finished assessment as it is saved."""
    answers = answer_all(quiz, form)
    return {"id": name or quiz["key"], "quiz": quiz["key"], "form": form, "date": date, "answers": answers}


def save(**values: Any) -> str:
    """A script that puts values into the storage before the page runs, once; `__` in a name is a full stop."""
    lines = ["if (!sessionStorage.begun) { sessionStorage.begun = 1;"]
    for name, value in values.items():
        text = value if isinstance(value, str) else json.dumps({"v": 1, **value})
        lines.append(f"localStorage.setItem('careers.{name.replace('__', '.')}', {json.dumps(text)});")
    return " ".join(lines) + " }"


def taken(date: str, kept: int, **form: str) -> str:
    """What a card says of an assessment that was taken."""
    key = "script.hub.taken_form" if form else "script.hub.taken"
    return f"{words(key, date=date, **form)} {words('script.hub.kept', count=kept)}"


def card(page: Page, key: str) -> Locator:
    """The card of an assessment."""
    return page.locator(f"[data-card={key}]")


def test_cards_come_in_order_and_where_to_begin_apart(open_page: Open) -> None:
    page = open_page(HUB)
    cards = page.locator("[data-card]").evaluate_all("cards => cards.map(card => card.dataset.card)")
    assert cards == ["interests", "skills", "values", "environment", "start"]
    apart = page.get_by_role("region", name=words("hub.apart"))
    expect(apart.locator("[data-card]")).to_have_count(1)
    expect(page.get_by_text(words("script.hub.progress", taken=0, total=4))).to_be_visible()
    for key in cards:
        expect(card(page, key)).to_contain_text(words("script.hub.not_taken"))
        expect(card(page, key).get_by_role("link", name=words("hub.take"), exact=False)).to_have_count(1)


def test_without_scripts_every_card_leads_to_its_assessment(open_page: Open, base: str) -> None:
    page = open_page(HUB, java_script_enabled=False)
    quick, full = (words("hub.length", questions=questions, count=minutes) for questions, minutes in ((30, 1), (60, 2)))
    expect(card(page, "interests")).to_contain_text(words("hub.quick", quick=quick, full=full))
    expect(page.locator("[data-state]:visible, [data-progress]:visible, [data-again]:visible")).to_have_count(0)
    for name in (words("hub.results"), words("codes.title"), words("hub.group"), words("hub.technical")):
        expect(page.get_by_role("link", name=name)).to_be_visible()
    expect(page.locator("career-keeping noscript p")).to_have_text(words("keep.no_script"))
    card(page, "skills").get_by_role("link", name=f"{words('hub.take')}: What can you do?").click()
    expect(page).to_have_url(base + "quiz/skills/")


def test_a_taken_assessment_says_when_and_leads_on(open_page: Open, site: Path, base: str) -> None:
    quizzes = load_quizzes(site)
    entries = [
        make_entry(quizzes["interests"], "2026-10-01", "full", "a"),
        make_entry(quizzes["interests"], "2026-11-02", "quick", "b"),
        make_entry(quizzes["start"], "2026-11-03"),
    ]
    page = open_page(HUB, init=save(results={"entries": entries}))
    interests = card(page, "interests")
    expect(interests).to_contain_text(taken("November 2, 2026", 2, form=words("script.hub.form.quick")))
    expect(card(page, "start")).to_contain_text(taken("November 3, 2026", 1))
    expect(page.get_by_text(words("script.hub.progress", taken=1, total=4))).to_be_visible()
    expect(interests.get_by_role("link", name=re.compile(f"^{words('hub.take')}:"))).to_have_count(0)
    again = interests.get_by_role("link", name=re.compile(f"^{words('hub.again')}:"))
    expect(again).to_have_attribute("href", re.compile("interests/#again$"))
    see = card(page, "start").get_by_role("link", name=re.compile(f"^{words('hub.see')}:"))
    expect(see).to_have_attribute("href", re.compile("quiz/start/$"))
    interests.get_by_role("link", name=re.compile(f"^{words('hub.see')}:")).click()
    expect(page).to_have_url(base + "quiz/results/#result-interests")


def test_answers_in_progress_can_be_continued(open_page: Open, site: Path) -> None:
    quizzes = load_quizzes(site)
    answers = dict(list(answer_all(quizzes["values"]).items())[:4])
    skills = make_entry(quizzes["skills"])
    one = {"id": "x", "form": "full", "done": None, "answers": {quizzes["skills"]["items"][0]["key"]: 2}}
    values = {"id": "y", "form": "full", "done": None, "answers": answers}
    init = save(results={"entries": [skills]}, quiz__values=values, quiz__skills=one)
    page = open_page(HUB, init=init)
    expect(card(page, "values")).to_contain_text(words("script.hub.in_progress", answered=4, total=15))
    expect(card(page, "skills")).to_contain_text(
        f"{words('script.hub.kept', count=1)} {words('script.hub.in_progress', answered=1, total=8)}"
    )
    links = card(page, "skills").get_by_role("link").all_inner_texts()
    assert [text.split(":")[0] for text in links] == ["What can you do?", words("hub.continue"), words("hub.see")]
    card(page, "values").get_by_role("link", name=words("hub.continue")).click()
    expect(page.get_by_role("button", name=words("script.quiz.continue", answered=4, total=15))).to_be_visible()


def test_another_tab_brings_the_cards_up_to_date(open_page: Open, site: Path) -> None:
    page = open_page(HUB)
    expect(page.get_by_text(words("script.hub.progress", taken=0, total=4))).to_be_visible()
    other = page.context.new_page()
    other.goto(page.url)
    text = json.dumps({"v": 1, "entries": [make_entry(load_quizzes(site)["values"])]})
    other.evaluate("text => kept.put('results', text)", text)
    expect(page.get_by_text(words("script.hub.progress", taken=1, total=4))).to_be_visible()
    other.evaluate("localStorage.clear()")
    expect(page.get_by_text(words("script.hub.progress", taken=0, total=4))).to_be_visible()


def test_what_cannot_be_read_is_told_and_can_be_deleted(open_page: Open) -> None:
    page = open_page(HUB, init=save(quiz__start="{broken", results="<b>"))
    expect(page.get_by_text(words("keep.unreadable"))).to_be_visible()
    page.get_by_role("button", name=words("hub.forget_unreadable")).click()
    expect(page.get_by_text(words("hub.forgotten_unreadable"))).to_be_focused()
    expect(page.get_by_text(words("keep.unreadable"))).to_be_hidden()
    assert page.evaluate("Object.keys(kept.all())") == []


def test_a_quiz_that_has_changed_is_told(open_page: Open, site: Path) -> None:
    entry = make_entry(load_quizzes(site)["values"])
    entry["answers"] = {"old.pair": 1}
    page = open_page(HUB, init=save(results={"entries": [entry]}))
    expect(page.get_by_text(words("script.hub.unknown", count=1))).to_be_visible()
    expect(page.get_by_text(words("script.hub.progress", taken=0, total=4))).to_be_visible()


def test_forbidden_storage_is_told(open_page: Open) -> None:
    page = open_page(HUB, init=FORBID_STORAGE, tolerate="denied")
    expect(page.get_by_text(words("hub.forbidden"))).to_be_visible()
    expect(page.get_by_text(words("script.hub.progress", taken=0, total=4))).to_be_visible()


def test_hub_with_all_its_states_is_accessible_and_fits(open_page: Open, site: Path) -> None:
    quizzes = load_quizzes(site)
    entries = [make_entry(quizzes["interests"]), {**make_entry(quizzes["skills"]), "answers": {}}]
    values = {"form": "full", "answers": dict(list(answer_all(quizzes["values"]).items())[:4])}
    init = save(results={"entries": entries}, quiz__values=values, quiz__start="broken")
    page = open_page(HUB, init=init)
    expect(page.get_by_text(words("script.hub.progress", taken=1, total=4))).to_be_visible()
    check_looks(page)


def test_links_on_the_cards_are_large_enough(open_page: Open) -> None:
    page = open_page(HUB, width=390)
    expect(page.get_by_text(words("script.hub.progress", taken=0, total=4))).to_be_visible()
    heights = page.locator("[data-card] a:visible").evaluate_all(
        "links => links.map(link => link.getBoundingClientRect().height)"
    )
    assert min(heights) >= 24


def test_the_table_of_codes_prints_compactly(open_page: Open) -> None:
    page = open_page("quiz/codes/")
    rows = page.locator(".cg-codes__table tbody tr").count()
    assert rows == len(page.locator(".cg-codes__table th a").all()) == 7
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    assert sheets <= 1 + rows // 80


def test_the_table_of_codes_is_not_in_the_search(site: Path) -> None:
    docs = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    codes = [entry for entry in docs if entry["location"].startswith("quiz/codes/")]
    assert [entry["location"] for entry in codes] == ["quiz/codes/"]
    hub = "".join(entry["text"] for entry in docs if entry["location"].startswith("quiz/") and entry["location"] == HUB)
    assert words("hub.take") not in hub
