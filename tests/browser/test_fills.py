"""What worksheets can be filled in with: told first, never over what the reader wrote, and taken back."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import Open
from tests.browser.test_fit import HELPER, Results
from tests.browser.test_fit import results as results
from tests.browser.test_pages import find_violations, overflows
from tests.browser.worksheets import HOSTILE, SAVED, at_work, cell, field, find_filled, say, values
from tests.browser.worksheets import sheets as sheets
from tests.scripts.quizzes import SCALES

Sheets = dict[str, Any]
Parts = list[tuple[str, str, list[str]]]


def star(*slugs: str) -> str:
    """A script that puts occupations into the plan, on the first page only."""
    items = [
        {
            "id": slug,
            "made": "2026-11-20",
            "changed": 1,
            "revision": 0,
            "kind": "occupation",
            "text": slug,
            "slug": slug,
        }
        for slug in slugs
    ]
    text = json.dumps({"v": 1, "items": items})
    return f"if (!sessionStorage.y) {{ localStorage['careers.plan'] = {json.dumps(text)}; sessionStorage.y = 1; }}"


def panel(page: Page) -> Locator:
    """What is offered."""
    return page.locator("[data-panel]")


def ask(page: Page) -> Locator:
    """Press the button that offers to fill in."""
    at_work(page).locator("[data-fill-in]").click()
    expect(panel(page)).to_be_visible()
    return panel(page)


def fill_in(page: Page) -> None:
    """Do what is offered."""
    panel(page).get_by_role("button", name="Fill in", exact=True).click()
    expect(panel(page)).to_be_hidden()
    say(page, SAVED)


def read_offer(page: Page) -> Parts:
    """The fields that are offered: the question, what will happen to it, and the lines."""
    found = (
        panel(page)
        .locator("dt")
        .evaluate_all(
            "nodes => nodes.map((node) => [node.textContent, ...node.nextElementSibling.innerText.split('\\n')])"
        )
    )
    return [(question, way, lines) for question, way, *lines in found]


def profile(site: Path, slug: str) -> dict[str, Any]:
    """What is published of an occupation for worksheets."""
    found: dict[str, Any] = json.loads((site / f"data/profiles/{slug}.json").read_text(encoding="utf-8"))
    return found


EMPTY = "Empty so far, so this is filled in."
BELOW = "This is added below what you wrote."
THERE = "It stands there already."
KEPT = "This stays as you wrote it."


def test_nothing_of_the_fills_is_loaded_before_it_is_asked_for(open_page: Open, sheets: Sheets) -> None:
    path = find_filled(sheets, "profile")
    page = at_work(open_page(path))
    script = "performance.getEntriesByType('resource').map(({name}) => name).filter((name) => name.endsWith('.js'))"
    before = {name.rpartition("/careers/")[2] for name in page.evaluate(script) if "/careers/" in name}
    assert {name for name in before if name.startswith("elements/sheet/")} == {
        f"elements/sheet/{name}.js" for name in ("element", "entries", "fields", "hints", "listing", "printing", "rows")
    }
    assert not {"data/planning.js", "data/collection.js", "reader/reader.js"} & before
    ask(page)
    after = {name.rpartition("/careers/")[2] for name in page.evaluate(script)}
    assert {"elements/sheet/fills/profile.js", "elements/sheet/filling.js"} <= after - before
    assert not any(
        name.startswith("elements/sheet/fills/") and name != "elements/sheet/fills/profile.js" for name in after
    )


# Results


def test_without_results_the_assessments_are_offered(open_page: Open, sheets: Sheets, results: Results) -> None:
    page = open_page(find_filled(sheets, "results"))
    offered = ask(page)
    expect(offered).to_be_focused()
    expect(page.locator("[data-fill-in]")).to_have_attribute("aria-expanded", "true")
    expect(offered).to_contain_text("You have not taken any of these assessments on this device yet.")
    links = offered.get_by_role("link")
    kinds = ("interests", "skills", "values", "environment")
    expect(links).to_have_text([results.quizzes[kind]["title"] for kind in kinds])
    expect(links.first).to_have_attribute("href", re.compile("/quiz/interests/$"))
    expect(offered.get_by_role("button")).to_have_count(0)
    page.locator("[data-fill-in]").click()
    expect(offered).to_be_hidden()
    expect(page.locator("[data-fill-in]")).to_be_focused()


def test_results_are_told_filled_in_and_taken_back(open_page: Open, sheets: Sheets, results: Results) -> None:
    path = find_filled(sheets, "results")
    init = results.interests().skills().values().environment(nights=4, outdoors=1).init
    page = open_page(path, init=init)
    ask(page)
    told = read_offer(page)
    assert [way for _, way, _ in told] == [EMPTY] * 4
    titles = {kind: results.quizzes[kind]["title"] for kind in results.quizzes}
    conditions = {item["key"]: item["text"] for item in results.quizzes["environment"]["items"]}
    assert [lines for _, _, lines in told] == [
        [
            "Strongest: Social, Investigative and Conventional.",
            "Weakest: Artistic.",
            f"(From “{titles['interests']}”, 20 November 2026.)",
        ],
        ["Solid: Listening with care.", f"(From “{titles['skills']}”, 20 November 2026.)"],
        ["First: Achievement and Independence.", f"(From “{titles['values']}”, 20 November 2026.)"],
        [
            f"I want: {conditions['outdoors']}.",
            f"I can't do: {conditions['nights']}.",
            f"(From “{titles['environment']}”, 20 November 2026.)",
        ],
    ]
    expect(panel(page).get_by_role("link")).to_have_count(0)
    # Nothing has happened yet.
    assert page.evaluate("localStorage.getItem('careers.sheet.self-assessment')") is None
    fill_in(page)
    kept = values(page, path.split("/")[-2])
    assert {key: kept[key] for key in kept} == {
        key: "\n".join(lines)
        for key, (_, _, lines) in zip(("interests", "skills", "values", "environment"), told, strict=True)
    }
    notice = page.locator("[data-done]")
    expect(notice).to_be_focused()
    expect(notice).to_contain_text("Filled in: “")
    expect(notice).to_contain_text("Read it through and change what is not true.")
    # What the reader changes now is no longer a matter of the undo.
    field(page, "skills").locator("textarea").fill("not so")
    notice.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-fill-in]")).to_be_focused()
    expect(field(page, "interests").locator("textarea")).to_have_value("")
    assert values(page, path.split("/")[-2]) == {"skills": "not so"}


def test_what_the_reader_wrote_stays_on_top(open_page: Open, sheets: Sheets, results: Results) -> None:
    path = find_filled(sheets, "results")
    page = open_page(path, init=results.interests().values().init)
    own = field(at_work(page), "interests").locator("textarea")
    own.fill(f"My own {HOSTILE}\n\n")
    ask(page)
    (_, way, lines), (_, other, _) = read_offer(page)
    assert (way, other) == (BELOW, EMPTY)
    expect(panel(page)).to_contain_text("Not taken on this device yet:")
    titles = [results.quizzes[kind]["title"] for kind in ("skills", "environment")]
    expect(panel(page).get_by_role("link")).to_have_text(titles)
    fill_in(page)
    expect(own).to_have_value(f"My own {HOSTILE}\n\n" + "\n".join(lines))
    # Once is enough.
    ask(page)
    assert [way for _, way, _ in read_offer(page)] == [THERE, THERE]
    expect(panel(page)).to_contain_text("There is nothing to add.")
    expect(panel(page).get_by_role("button", name="Fill in", exact=True)).to_have_count(0)
    panel(page).get_by_role("button", name="Cancel").click()
    expect(panel(page)).to_be_hidden()
    page.get_by_role("button", name="Undo").click()
    expect(own).to_have_value(f"My own {HOSTILE}\n\n")


def test_answers_that_point_nowhere_are_said_to(open_page: Open, sheets: Sheets, results: Results) -> None:
    page = open_page(find_filled(sheets, "results"), init=results.add("interests", lambda *_: 3).init)
    ask(page)
    [(_, way, lines)] = read_offer(page)
    assert (way, lines[0]) == (EMPTY, "My answers do not point anywhere yet.")


def test_a_box_that_would_be_too_full_stays(open_page: Open, sheets: Sheets, results: Results) -> None:
    page = open_page(find_filled(sheets, "results"), init=results.interests().init)
    field(at_work(page), "interests").locator("textarea").fill("x" * 4990)
    ask(page)
    assert [way for _, way, _ in read_offer(page)] == ["This stays as it is, since there is no room for more."]
    expect(panel(page).get_by_role("button", name="Fill in", exact=True)).to_have_count(0)


# Profile


def money(amount: float) -> str:
    """Dollars as the page writes them."""
    return f"${amount:,.0f}" if amount == int(amount) else f"${amount:,.2f}"


def choose(page: Page, title: str) -> None:
    """Choose an occupation and ask what would be filled in."""
    panel(page).get_by_label("Occupation").select_option(title)
    panel(page).get_by_role("button", name="See what would be filled in").click()


def test_a_profile_fills_in_what_it_knows(open_page: Open, sheets: Sheets, site: Path) -> None:
    path = find_filled(sheets, "profile")
    page = open_page(path, init=star("lawyer", "welder", "gone"))
    ask(page)
    groups = panel(page).locator("optgroup")
    expect(groups.first).to_have_attribute("label", "In my plan")
    expect(groups.first.locator("option")).to_have_text(["Lawyer", "Welder"])
    expect(groups.last).to_have_attribute("label", "All occupations")
    titles = groups.last.locator("option").all_inner_texts()
    assert "Welder" not in titles
    assert titles == sorted(titles)
    choose(page, "Registered nurse")
    expect(panel(page).locator("dt")).to_have_count(6)
    told = {question: lines for question, _, lines in read_offer(page)}
    nurse = profile(site, "registered-nurse")
    pay, outlook = nurse["pay"][0], nurse["outlook"][0]
    work, environment, wages, prospects, way_in = list(told.values())[1:]
    assert work == [nurse["summary"], *(f"- {task}" for task in nurse["tasks"])]
    assert environment[-1] == "Work from home: Rarely."
    assert len(environment) == len(nurse["environment"])
    assert wages == [
        f"Median: {money(pay['median'])} a year before tax (US, {pay['year']}). Half earn more, half earn less.",
        f"The lowest 10 % earn less than {money(pay['p10'])} a year.",
        f"(Source: {pay['source']}.)",
    ]
    assert prospects == [
        f"Jobs from {outlook['from']} to {outlook['to']}: {outlook['change_percent']:+g} % (US).",
        f"Openings a year: {outlook['openings_per_year']:,}, most of them because people retire or change occupation.",
        f"(Source: {outlook['source']}.)",
    ]
    assert way_in[:2] == [
        f"Usual education at the start: {nurse['entry']}.",
        f"Training on the job: {nurse['training']}.",
    ]
    assert way_in[2:] == [f"{route['name']}: {route['takes']}." for route in nurse["routes"]]
    fill_in(page)
    kept = values(page, path.split("/")[-2])
    assert set(kept) == {"occupation", "work", "environment", "pay", "prospects", "way-in"}
    assert kept["pay"] == "\n".join(wages)
    expect(page.locator("[data-kind=choice] :checked")).to_have_count(0)
    # Another occupation: what is one line stays, the rest comes below.
    ask(page)
    choose(page, "Lawyer")
    expect(panel(page).locator("dt")).to_have_count(6)
    assert [way for _, way, _ in read_offer(page)] == [KEPT, *[BELOW] * 5]
    page.locator("[data-fill-in]").click()
    page.get_by_role("button", name="Undo").click()
    assert values(page, path.split("/")[-2]) == {}


def test_pay_by_the_hour_and_what_it_counts_are_told(open_page: Open, sheets: Sheets, site: Path) -> None:
    slugs = [path.stem for path in sorted((site / "data/profiles").glob("*.json"))]
    found = {slug: profile(site, slug) for slug in slugs}
    page = open_page(find_filled(sheets, "profile"))
    ask(page)
    hourly = next(one for one in found.values() if one["pay"][0]["per"] == "hour")
    choose(page, hourly["title"])
    amount = money(hourly["pay"][0]["median"])
    expect(panel(page)).to_contain_text(f"Median: {amount} an hour before tax (US, {hourly['pay'][0]['year']}).")
    partly = next(one for one in found.values() if one["pay"][0]["covers"])
    choose(page, partly["title"])
    expect(panel(page)).to_contain_text(f"The figure counts: {partly['pay'][0]['covers']}")


def test_a_profile_that_cannot_be_loaded_is_told(open_page: Open, sheets: Sheets) -> None:
    page = open_page(find_filled(sheets, "profile"), tolerate="Failed to load resource")
    page.route("**/data/profiles/lawyer.json", lambda route: route.abort())
    ask(page)
    choose(page, "Lawyer")
    alert = panel(page).get_by_role("alert")
    expect(alert).to_have_text("The profile could not be loaded. Check your connection and try again.")
    page.unroute("**/data/profiles/lawyer.json")
    choose(page, "Lawyer")
    expect(panel(page).locator("dt")).to_have_count(6)
    expect(alert).to_be_empty()


def test_a_fill_that_cannot_be_loaded_is_told_and_tried_again(open_page: Open, sheets: Sheets) -> None:
    page = at_work(open_page(find_filled(sheets, "profile"), tolerate="Failed to load resource"))

    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/data/plan.json", refuse)
    page.locator("[data-fill-in]").click()
    say(page, "This part of the page could not be loaded. Check your connection and try again.")
    expect(panel(page)).to_be_hidden()
    page.unroute("**/data/plan.json")
    ask(page)
    expect(panel(page).get_by_label("Occupation")).to_be_visible()


# Skills to learn


def test_without_skills_their_assessment_is_offered(open_page: Open, sheets: Sheets, results: Results) -> None:
    page = open_page(find_filled(sheets, "skill-gaps"), init=results.interests().init)
    expect(ask(page)).to_contain_text("To see which skills you could learn, take the assessment of skills first:")
    expect(panel(page).get_by_role("link")).to_have_text(results.quizzes["skills"]["title"])


@pytest.fixture
def wanted(site: Path) -> dict[str, list[str]]:
    """The skills that each occupation uses, by its title."""
    data = json.loads((site / "data/occupations.json").read_text(encoding="utf-8"))
    columns = data["columns"]
    return {
        title: [data["skills"][at] for at in skills]
        for title, skills in zip(columns["title"], columns["skills"], strict=True)
    }


def label_skills(site: Path) -> dict[str, str]:
    """Skill -> its name."""
    found: dict[str, str] = json.loads((site / "data/assessments.json").read_text(encoding="utf-8"))["labels"]["skills"]
    return found


def test_skills_to_learn_come_by_how_many_want_them(
    open_page: Open, sheets: Sheets, results: Results, site: Path, wanted: dict[str, list[str]]
) -> None:
    path = find_filled(sheets, "skill-gaps")
    asked = {skill for title in ("Registered nurse", "Social worker") for skill in wanted[title]}
    low = sorted(asked)[0]
    ratings = lambda item, _: 3 if item["key"] == "active-listening" else 1 if item["key"] == low else 2  # noqa: E731
    init = results.add("skills", ratings).init + star("registered-nurse", "social-worker")
    page = open_page(path, init=init)
    expect(ask(page)).to_contain_text("Compared with: Registered nurse and Social worker.")
    assert panel(page).get_by_label("Occupation").count() == 0
    labels = label_skills(site)
    wishes = {
        skill: [title for title in ("Registered nurse", "Social worker") if skill in wanted[title]]
        for skill in asked - {"active-listening"}
    }
    fill_in(page)
    rows = values(page, path.split("/")[-2])["gaps"]
    names = {label: key for key, label in labels.items()}
    keys = [names[row["skill"]] for row in rows]
    assert len(keys) == len(set(keys)) == min(10, len(wishes))
    assert "active-listening" not in keys
    counts = [len(wishes[key]) for key in keys]
    assert counts == sorted(counts, reverse=True)
    assert [row["wanted-by"] for row in rows] == [" and ".join(wishes[key]) for key in keys]
    same = [key for key in keys if len(wishes[key]) == len(wishes.get(low, ()))]
    assert low not in keys or same[0] == low
    assert all(set(row) == {"skill", "wanted-by"} for row in rows)


def test_rows_that_are_there_stay_and_do_not_come_twice(
    open_page: Open, sheets: Sheets, results: Results, site: Path, wanted: dict[str, list[str]]
) -> None:
    path = find_filled(sheets, "skill-gaps")
    page = at_work(open_page(path, init=results.skills().init + star("welder")))
    first = label_skills(site)[next(skill for skill in wanted["Welder"] if skill != "active-listening")]
    cell(page, "gaps", 0, "skill").fill(first.upper())
    cell(page, "gaps", 0, "source").fill("evening class")
    say(page, SAVED)
    ask(page)
    [(_, way, lines)] = read_offer(page)
    assert way == BELOW
    assert [line for line in lines if line.startswith(first)] == []
    fill_in(page)
    rows = values(page, path.split("/")[-2])["gaps"]
    assert rows[0] == {"skill": first.upper(), "source": "evening class"}
    assert len(rows) == 1 + len(lines)
    page.get_by_role("button", name="Undo").click()
    assert values(page, path.split("/")[-2])["gaps"] == rows[:1]


def test_without_a_plan_occupations_are_chosen(open_page: Open, sheets: Sheets, results: Results) -> None:
    page = open_page(find_filled(sheets, "skill-gaps"), init=results.skills().init)
    expect(ask(page)).to_contain_text("No occupation is in your plan yet. Choose one or more here.")
    for title, sentence in (("Welder", "Compared with: Welder."), ("Chef", "Compared with: Welder and Chef.")):
        panel(page).get_by_label("Occupation").select_option(title)
        panel(page).get_by_role("button", name="Add", exact=True).click()
        expect(panel(page)).to_contain_text(sentence)
    fill_in(page)
    expect(cell(page, "gaps", 0, "wanted-by")).to_have_value("Welder and Chef")


def test_nothing_to_learn_is_said(open_page: Open, sheets: Sheets, results: Results) -> None:
    init = results.add("skills", lambda *_: 4).init + star("welder")
    page = open_page(find_filled(sheets, "skill-gaps"), init=init)
    expect(ask(page)).to_contain_text("there is none that you rated below “Solid”.")
    expect(panel(page).get_by_role("button", name="Fill in", exact=True)).to_have_count(0)


# Roles


def test_roles_come_from_several_fields_by_how_alike_they_are(
    open_page: Open, sheets: Sheets, results: Results, site: Path
) -> None:
    path = find_filled(sheets, "roles")
    page = open_page(path, init=results.interests().init + star("welder"))
    ask(page)
    fill_in(page)
    rows = values(page, path.split("/")[-2])["matrix"]
    data = json.loads((site / "data/occupations.json").read_text(encoding="utf-8"))
    columns = data["columns"]
    places = {title: at for at, title in enumerate(columns["title"])}
    means = [HELPER[scale] + (1 if HELPER[scale] < 3 else -1) * 0.3 for scale in SCALES]
    fits = {title: pearson(means, columns["interests"][at]) for title, at in places.items()}
    titles = [row["role"] for row in rows]
    assert titles[0] == "Welder"
    industries = [data["fields"][columns["field"][places[title]]] for title in titles]
    assert [row["industry"] for row in rows] == industries
    assert max(industries.count(name) for name in industries) <= 2
    rest = [fits[title] for title in titles[1:]]
    assert rest == sorted(rest, reverse=True)
    assert min(rest) > 0
    best = max(fits, key=lambda title: fits[title])
    assert titles[1] == best
    assert rows[1]["interest"] in ("Social", "Investigative", "Conventional")
    assert len(rows) <= 10


def pearson(a: list[float], b: list[float]) -> float:
    """Pearson's r."""
    one, two = ([value - sum(values) / len(values) for value in values] for values in (a, b))
    return sum(x * y for x, y in zip(one, two, strict=True)) / (math.hypot(*one) * math.hypot(*two))


@pytest.mark.parametrize("flat", [False, True])
def test_without_interests_their_assessment_is_offered(
    open_page: Open, sheets: Sheets, results: Results, flat: bool
) -> None:
    init = results.add("interests", lambda *_: 3).init if flat else ""
    page = open_page(find_filled(sheets, "roles"), init=init)
    sentence = (
        "Your answers on interests do not point anywhere yet" if flat else "take the assessment of interests first:"
    )
    expect(ask(page)).to_contain_text(sentence)
    expect(panel(page).get_by_role("link")).to_have_text(results.quizzes["interests"]["title"])


# Stories

TOLD = (
    "I mended the pump and measured every pipe.",
    "First I listened, then I explained it to my aunt. I taught my cousin and calmed him.",
)


def bar(page: Page, interest: str, column: int = 0) -> Locator:
    """A cell of the table of interests."""
    return panel(page).get_by_role("row", name=re.compile(f"^{interest} ")).get_by_role("cell").nth(column)


def test_verbs_are_found_while_the_reader_writes(open_page: Open, sheets: Sheets, results: Results) -> None:
    path = find_filled(sheets, "stories")
    page = open_page(path, init=results.interests().init)
    ask(page)
    expect(panel(page)).to_contain_text("That is too few to say anything.")
    expect(panel(page)).to_contain_text("The word list behind it knows some verbs and not all")
    expect(bar(page, "Social")).to_have_text("none")
    expect(bar(page, "Social", 1)).to_have_text("4.7")
    cell(page, "stories", 0, "situation").fill(TOLD[0])
    expect(bar(page, "Realistic")).to_have_text("1: mended")
    expect(bar(page, "Investigative")).to_have_text("1: measured")
    cell(page, "stories", 0, "action").fill(TOLD[1])
    expect(bar(page, "Social")).to_have_text("4: listened, explained, taught, calmed")
    expect(panel(page)).to_contain_text("Verbs from the list found so far: 6.")
    expect(panel(page)).to_contain_text(
        "Your stories and your answers agree on: Social. "
        "Your answers put this high, but your stories show less of it: Investigative and Conventional."
    )
    widths = (
        panel(page)
        .locator(".cg-sheet__bar:not(.cg-sheet__bar--answers)")
        .evaluate_all("nodes => nodes.map((node) => Number(node.getAttribute('width')))")
    )
    assert widths == [25, 25, 0, 100, 0, 0]
    cell(page, "stories", 1, "result").fill("I drew, sketched, painted and composed.")
    expect(panel(page)).to_contain_text("Your stories show this, but your answers do not put it high: Artistic.")
    field(page, "stories").get_by_role("button", name="Delete row 2", exact=True).click()
    expect(bar(page, "Artistic")).to_have_text("none")
    panel(page).get_by_role("button", name="Close").click()
    expect(panel(page)).to_be_hidden()
    expect(page.locator("[data-fill-in]")).to_be_focused()


@pytest.mark.parametrize("flat", [False, True])
def test_stories_stand_alone_without_answers(open_page: Open, sheets: Sheets, results: Results, flat: bool) -> None:
    init = results.add("interests", lambda *_: 3).init if flat else ""
    page = at_work(open_page(find_filled(sheets, "stories"), init=init))
    cell(page, "stories", 0, "action").fill(" ".join(TOLD))
    expect(ask(page)).to_contain_text(
        "there is nothing to compare" if flat else "To see whether your answers say the same"
    )
    expect(panel(page).get_by_role("link")).to_have_text(results.quizzes["interests"]["title"])
    expect(panel(page).get_by_role("columnheader")).to_have_count(3 if flat else 2)


# Everybody


@pytest.mark.parametrize(("width", "dark"), [(1280, True), (390, False)])
@pytest.mark.parametrize("fill", ["results", "stories", "profile", "skill-gaps", "roles"])
def test_what_is_offered_is_accessible_and_fits(
    open_page: Open, sheets: Sheets, results: Results, fill: str, width: int, dark: bool
) -> None:
    init = results.interests().skills().values().environment(nights=4).init
    page = at_work(open_page(find_filled(sheets, fill), width=width, dark=dark, init=init))
    if fill == "stories":
        cell(page, "stories", 0, "action").fill(" ".join(TOLD))
    ask(page)
    if fill in ("profile", "skill-gaps"):
        panel(page).get_by_role("button").first.click()
    if fill != "stories":
        expect(panel(page).locator("dt").first).to_be_visible()
    assert overflows(page) <= 0
    assert find_violations(page) == []
    if fill != "stories":
        fill_in(page)
        expect(page.locator("[data-fresh]")).to_have_count(0)
        assert overflows(page) <= 0
        assert find_violations(page) == []


def test_keyboard_alone_fills_in_and_takes_back(open_page: Open, sheets: Sheets, results: Results) -> None:
    page = at_work(open_page(find_filled(sheets, "results"), init=results.interests().init))
    page.locator("[data-fill-in]").focus()
    page.keyboard.press("Enter")
    expect(panel(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(panel(page).get_by_role("button", name="Fill in", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-done]")).to_be_focused()
    expect(field(page, "interests").locator("textarea")).to_have_value(re.compile("^Strongest: Social"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(field(page, "interests").locator("textarea")).to_have_value("")
    expect(page.locator("[data-fill-in]")).to_be_focused()


def test_on_paper_nothing_is_offered(open_page: Open, sheets: Sheets, results: Results) -> None:
    page = open_page(find_filled(sheets, "roles"), init=results.interests().init)
    ask(page)
    page.emulate_media(media="print")
    expect(panel(page)).to_be_hidden()
