"""What worksheets can be filled in with: told first, never over what the reader wrote, and taken back."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.fit.test_fit import HELPER, Results
from tests.browser.fit.test_fit import results as results
from tests.browser.support.axe import check_looks
from tests.browser.support.scripts import list_loaded, match_data, read_data, stop
from tests.browser.support.words import matching, words
from tests.browser.support.worksheets import HOSTILE, SAVED, at_work, cell, field, find_filled, say, values
from tests.browser.support.worksheets import sheets as sheets
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
    panel(page).get_by_role("button", name=words("planning.sheet.fill_in"), exact=True).click()
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


EMPTY = words("planning.sheet.way.empty")
BELOW = words("planning.sheet.way.below")
THERE = words("planning.sheet.way.there")
KEPT = words("planning.sheet.way.kept")


def test_nothing_of_the_fills_is_loaded_before_it_is_asked_for(open_page: Open, sheets: Sheets) -> None:
    path = find_filled(sheets, "profile")
    page = at_work(open_page(path))
    before = list_loaded(page)
    assert "elements/sheet/element.js" in before
    assert not any(name.startswith("elements/sheet/fills/") for name in before)
    ask(page)
    assert list_loaded(page) - before - {"shared.js"} == {"elements/sheet/fills/profile.js"}


# Results


def test_without_results_the_assessments_are_offered(open_page: Open, sheets: Sheets, results: Results) -> None:
    page = open_page(find_filled(sheets, "results"))
    offered = ask(page)
    expect(offered).to_be_focused()
    expect(page.locator("[data-fill-in]")).to_have_attribute("aria-expanded", "true")
    expect(offered).to_contain_text(words("planning.sheet.results.none"))
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
    init = results.interests().skills().values().environment(odd_hours=4, home=1).init
    page = open_page(path, init=init)
    ask(page)
    told = read_offer(page)
    assert [way for _, way, _ in told] == [EMPTY] * 4

    def source(kind: str) -> str:
        return words("planning.sheet.results.source", quiz=results.quizzes[kind]["title"], date="November 20, 2026")

    conditions = {item["key"]: item["text"] for item in results.quizzes["environment"]["items"]}
    assert [lines for _, _, lines in told] == [
        [
            words("planning.sheet.results.high", names="Helping, Thinking, and Organising"),
            words("planning.sheet.results.low", names="Creating"),
            source("interests"),
        ],
        [words("planning.sheet.results.step", option="Solid", names="Listening"), source("skills")],
        [
            words("planning.sheet.results.first", names="Achievement and Independence"),
            source("values"),
        ],
        [
            words("planning.sheet.results.want", names=conditions["home"]),
            words("planning.sheet.results.cannot", names=conditions["odd-hours"]),
            source("environment"),
        ],
    ]
    expect(panel(page).get_by_role("link")).to_have_count(0)
    # Nothing has happened yet.
    assert page.evaluate("kept.get('sheet.self-assessment')") is None
    fill_in(page)
    kept = values(page, path.split("/")[-2])
    assert {key: kept[key] for key in kept} == {
        key: "\n".join(lines)
        for key, (_, _, lines) in zip(("interests", "skills", "values", "environment"), told, strict=True)
    }
    notice = page.locator("[data-done]")
    expect(notice).to_be_focused()
    expect(notice).to_contain_text(matching("planning.sheet.filled"))
    # What the reader changes now is no longer a matter of the undo.
    field(page, "skills").locator("textarea").fill("not so")
    notice.get_by_role("button", name=words("sheet.undo")).click()
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
    expect(panel(page)).to_contain_text(words("planning.sheet.results.missing"))
    titles = [results.quizzes[kind]["title"] for kind in ("skills", "environment")]
    expect(panel(page).get_by_role("link")).to_have_text(titles)
    fill_in(page)
    expect(own).to_have_value(f"My own {HOSTILE}\n\n" + "\n".join(lines))
    # Once is enough.
    ask(page)
    assert [way for _, way, _ in read_offer(page)] == [THERE, THERE]
    expect(panel(page)).to_contain_text(words("planning.sheet.nothing"))
    expect(panel(page).get_by_role("button", name=words("planning.sheet.fill_in"), exact=True)).to_have_count(0)
    panel(page).get_by_role("button", name=words("planning.sheet.cancel")).click()
    expect(panel(page)).to_be_hidden()
    page.get_by_role("button", name=words("sheet.undo")).click()
    expect(own).to_have_value(f"My own {HOSTILE}\n\n")


def test_answers_that_point_nowhere_are_said_to(open_page: Open, sheets: Sheets, results: Results) -> None:
    page = open_page(find_filled(sheets, "results"), init=results.add("interests", lambda *_: 3).init)
    ask(page)
    [(_, way, lines)] = read_offer(page)
    assert (way, lines[0]) == (EMPTY, words("planning.sheet.results.flat"))


def test_a_box_that_would_be_too_full_stays(open_page: Open, sheets: Sheets, results: Results) -> None:
    page = open_page(find_filled(sheets, "results"), init=results.interests().init)
    field(at_work(page), "interests").locator("textarea").fill("x" * 4990)
    ask(page)
    assert [way for _, way, _ in read_offer(page)] == [words("planning.sheet.way.long")]
    expect(panel(page).get_by_role("button", name=words("planning.sheet.fill_in"), exact=True)).to_have_count(0)


# Profile


def money(amount: float) -> str:
    """Dollars as the page writes them."""
    return f"${amount:,.0f}" if amount == int(amount) else f"${amount:,.2f}"


def median(pay: dict[str, Any], per: str) -> str:
    """The line on the median of a figure."""
    text = words(f"planning.sheet.profile.per.{per}")
    amount = money(pay["median"])
    return words("planning.sheet.profile.median", amount=amount, per=text, region="United States", year=pay["year"])


def choose(page: Page, title: str) -> None:
    """Choose an occupation and ask what would be filled in."""
    panel(page).get_by_label(words("planning.sheet.occupation")).select_option(title)
    panel(page).get_by_role("button", name=words("planning.sheet.profile.show")).click()


def test_a_profile_fills_in_what_it_knows(open_page: Open, sheets: Sheets, site: Path) -> None:
    path = find_filled(sheets, "profile")
    page = open_page(path, init=star("judge", "potter", "gone"))
    ask(page)
    groups = panel(page).locator("optgroup")
    expect(groups.first).to_have_attribute("label", words("planning.sheet.starred"))
    expect(groups.first.locator("option")).to_have_text(["Judge", "Potter"])
    expect(groups.last).to_have_attribute("label", words("planning.sheet.others"))
    titles = groups.last.locator("option").all_inner_texts()
    assert "Potter" not in titles
    assert titles == sorted(titles)
    choose(page, "Midwife")
    expect(panel(page).locator("dt")).to_have_count(6)
    told = {question: lines for question, _, lines in read_offer(page)}
    midwife = profile(site, "midwife")
    pay, outlook = midwife["pay"][0], midwife["outlook"][0]
    work, environment, wages, prospects, way_in = list(told.values())[1:]
    assert work == [midwife["summary"], *(f"- {task}" for task in midwife["tasks"])]
    assert environment[-1] == words("planning.sheet.profile.group", group="Work from home", terms="Not possible")
    assert len(environment) == len(midwife["environment"])
    assert wages == [
        median(pay, "year"),
        words("planning.sheet.profile.p10", amount=money(pay["p10"]), per=words("planning.sheet.profile.per.year")),
        words("planning.sheet.profile.source", source=pay["source"]),
    ]
    period = {"from": outlook["from"], "to": outlook["to"]}
    assert prospects == [
        words(
            f"planning.sheet.profile.change.{outlook['direction']}",
            **period,
            percent=f"{outlook['change_percent']:+g}",
            count=f"{outlook['difference']:,}",
            region="United States",
        ),
        words(f"planning.sheet.profile.openings.{outlook['replacement']}", count=f"{outlook['openings_per_year']:,}"),
        words("planning.sheet.profile.source", source=outlook["source"]),
    ]
    assert way_in[:2] == [
        words("planning.sheet.profile.entry", level=midwife["entry"]),
        words("planning.sheet.profile.training", training=midwife["training"]),
    ]
    assert way_in[2:] == [words("planning.sheet.profile.route", **route) for route in midwife["routes"]]
    fill_in(page)
    kept = values(page, path.split("/")[-2])
    assert set(kept) == {"occupation", "work", "environment", "pay", "prospects", "way-in"}
    assert kept["pay"] == "\n".join(wages)
    expect(page.locator("[data-kind=choice] :checked")).to_have_count(0)
    # Another occupation: what is one line stays, the rest comes below.
    ask(page)
    choose(page, "Judge")
    expect(panel(page).locator("dt")).to_have_count(6)
    assert [way for _, way, _ in read_offer(page)] == [KEPT, *[BELOW] * 5]
    page.locator("[data-fill-in]").click()
    page.get_by_role("button", name=words("sheet.undo")).click()
    assert values(page, path.split("/")[-2]) == {}


def test_pay_by_the_hour_and_what_it_counts_are_told(open_page: Open, sheets: Sheets, site: Path) -> None:
    slugs = [path.stem for path in sorted((site / "data/profiles").glob("*.json"))]
    found = {slug: profile(site, slug) for slug in slugs}
    page = open_page(find_filled(sheets, "profile"))
    ask(page)
    hourly = next(one for one in found.values() if one["pay"][0]["per"] == "hour")
    choose(page, hourly["title"])
    expect(panel(page)).to_contain_text(median(hourly["pay"][0], "hour"))
    partly = next(one for one in found.values() if one["pay"][0]["covers"])
    choose(page, partly["title"])
    expect(panel(page)).to_contain_text(words("planning.sheet.profile.covers", covers=partly["pay"][0]["covers"]))


def test_a_profile_that_cannot_be_loaded_is_told(open_page: Open, sheets: Sheets) -> None:
    page = open_page(find_filled(sheets, "profile"), tolerate="Failed to load resource")
    page.route("**/data/profiles/judge.json", lambda route: route.abort())
    ask(page)
    choose(page, "Judge")
    alert = panel(page).get_by_role("alert")
    expect(alert).to_have_text(words("planning.sheet.profile.failed"))
    page.unroute("**/data/profiles/judge.json")
    choose(page, "Judge")
    expect(panel(page).locator("dt")).to_have_count(6)
    expect(alert).to_be_empty()


def test_a_fill_that_cannot_be_loaded_is_told_and_tried_again(open_page: Open, sheets: Sheets) -> None:
    page = at_work(open_page(find_filled(sheets, "profile"), tolerate="Failed to load resource"))
    for address in ("**/elements/sheet/fills/profile.js", match_data("plan")):
        let_through = stop(page, address)
        page.locator("[data-fill-in]").click()
        failed = page.locator("career-sheet [data-failed]")
        expect(failed).to_be_visible()
        expect(panel(page)).to_be_hidden()
        let_through()
        failed.get_by_role("button").click()
        expect(failed).to_be_hidden()
        expect(panel(page).get_by_label(words("planning.sheet.occupation"))).to_be_visible()
        page.reload()
        at_work(page)


# Skills to learn


def test_without_skills_their_assessment_is_offered(open_page: Open, sheets: Sheets, results: Results) -> None:
    page = open_page(find_filled(sheets, "skill-gaps"), init=results.interests().init)
    expect(ask(page)).to_contain_text(words("planning.sheet.gaps.none"))
    expect(panel(page).get_by_role("link")).to_have_text(results.quizzes["skills"]["title"])


@pytest.fixture
def wanted(site: Path) -> dict[str, list[str]]:
    """The skills that each occupation uses, by its title."""
    data = read_data(site, "occupations")
    columns = data["columns"]
    return {
        title: [data["skills"][at] for at in skills]
        for title, skills in zip(columns["title"], columns["skills"], strict=True)
    }


def label_skills(site: Path) -> dict[str, str]:
    """Skill -> its name."""
    found: dict[str, str] = read_data(site, "assessments")["labels"]["skills"]
    return found


def test_skills_to_learn_come_by_how_many_want_them(
    open_page: Open, sheets: Sheets, results: Results, site: Path, wanted: dict[str, list[str]]
) -> None:
    path = find_filled(sheets, "skill-gaps")
    asked = {skill for title in ("Midwife", "Programmer") for skill in wanted[title]}
    low = sorted(asked)[0]
    ratings = lambda item, _: 3 if item["key"] == "listening" else 1 if item["key"] == low else 2  # noqa: E731
    init = results.add("skills", ratings).init + star("midwife", "programmer")
    page = open_page(path, init=init)
    expect(ask(page)).to_contain_text(words("planning.sheet.gaps.compared", names="Midwife and Programmer"))
    assert panel(page).get_by_label(words("planning.sheet.occupation")).count() == 0
    labels = label_skills(site)
    wishes = {
        skill: [title for title in ("Midwife", "Programmer") if skill in wanted[title]]
        for skill in asked - {"listening"}
    }
    fill_in(page)
    rows = values(page, path.split("/")[-2])["gaps"]
    names = {label: key for key, label in labels.items()}
    keys = [names[row["skill"]] for row in rows]
    assert len(keys) == len(set(keys)) == min(10, len(wishes))
    assert "listening" not in keys
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
    page = at_work(open_page(path, init=results.skills().init + star("potter")))
    first = label_skills(site)[next(skill for skill in wanted["Potter"] if skill != "listening")]
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
    page.get_by_role("button", name=words("sheet.undo")).click()
    assert values(page, path.split("/")[-2])["gaps"] == rows[:1]


def test_without_a_plan_occupations_are_chosen(open_page: Open, sheets: Sheets, results: Results) -> None:
    page = open_page(find_filled(sheets, "skill-gaps"), init=results.skills().init)
    expect(ask(page)).to_contain_text(words("planning.sheet.gaps.choose"))
    for title, sentence in (
        ("Potter", words("planning.sheet.gaps.compared", names="Potter")),
        ("Cook", words("planning.sheet.gaps.compared", names="Potter and Cook")),
    ):
        panel(page).get_by_label(words("planning.sheet.occupation")).select_option(title)
        panel(page).get_by_role("button", name=words("planning.sheet.gaps.add"), exact=True).click()
        expect(panel(page)).to_contain_text(sentence)
    fill_in(page)
    expect(cell(page, "gaps", 0, "wanted-by")).to_have_value("Potter and Cook")


def test_nothing_to_learn_is_said(open_page: Open, sheets: Sheets, results: Results) -> None:
    init = results.add("skills", lambda *_: 4).init + star("potter")
    page = open_page(find_filled(sheets, "skill-gaps"), init=init)
    expect(ask(page)).to_contain_text(words("planning.sheet.gaps.nothing"))
    expect(panel(page).get_by_role("button", name=words("planning.sheet.fill_in"), exact=True)).to_have_count(0)


# Roles


def test_roles_come_from_several_fields_by_how_alike_they_are(
    open_page: Open, sheets: Sheets, results: Results, site: Path
) -> None:
    path = find_filled(sheets, "roles")
    page = open_page(path, init=results.interests().init + star("potter"))
    ask(page)
    fill_in(page)
    rows = values(page, path.split("/")[-2])["matrix"]
    data = read_data(site, "occupations")
    columns = data["columns"]
    places = {title: at for at, title in enumerate(columns["title"])}
    means = [HELPER[scale] + (1 if HELPER[scale] < 3 else -1) * 0.3 for scale in SCALES]
    fits = {title: pearson(means, columns["interests"][at]) for title, at in places.items()}
    titles = [row["role"] for row in rows]
    assert titles[0] == "Potter"
    industries = [data["fields"][columns["field"][places[title]]] for title in titles]
    assert [row["industry"] for row in rows] == industries
    assert max(industries.count(name) for name in industries) <= 2
    rest = [fits[title] for title in titles[1:]]
    assert rest == sorted(rest, reverse=True)
    assert min(rest) > 0
    best = max(fits, key=lambda title: fits[title])
    assert titles[1] == best
    assert rows[1]["interest"] in ("Helping", "Thinking", "Organising")
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
    sentence = words("planning.sheet.roles.flat" if flat else "planning.sheet.roles.none")
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
    expect(panel(page)).to_contain_text(words("planning.sheet.stories.few"))
    expect(panel(page)).to_contain_text(words("planning.sheet.stories.help"))
    expect(bar(page, "Helping")).to_have_text(words("planning.sheet.stories.no_verbs"))
    expect(bar(page, "Helping", 1)).to_have_text("4.7")
    cell(page, "stories", 0, "situation").fill(TOLD[0])
    expect(bar(page, "Doing")).to_have_text(words("planning.sheet.stories.verbs", count=1, verbs="mended"))
    expect(bar(page, "Thinking")).to_have_text(words("planning.sheet.stories.verbs", count=1, verbs="measured"))
    cell(page, "stories", 0, "action").fill(TOLD[1])
    expect(bar(page, "Helping")).to_have_text(
        words("planning.sheet.stories.verbs", count=4, verbs="listened, explained, taught, calmed")
    )
    expect(panel(page)).to_contain_text(words("planning.sheet.stories.found", count=6))
    expect(panel(page)).to_contain_text(
        " ".join(
            (
                words("planning.sheet.stories.both", names="Helping"),
                words("planning.sheet.stories.unseen", names="Thinking and Organising"),
            )
        )
    )
    widths = (
        panel(page)
        .locator(".cg-sheet__bar:not(.cg-sheet__bar--answers)")
        .evaluate_all("nodes => nodes.map((node) => Number(node.getAttribute('width')))")
    )
    assert widths == [25, 25, 0, 100, 0, 0]
    cell(page, "stories", 1, "result").fill("I drew, sketched, painted and composed.")
    expect(panel(page)).to_contain_text(words("planning.sheet.stories.alone", names="Creating"))
    field(page, "stories").get_by_role("button", name=words("sheet.delete_row", number=2), exact=True).click()
    expect(bar(page, "Creating")).to_have_text(words("planning.sheet.stories.no_verbs"))
    panel(page).get_by_role("button", name=words("planning.sheet.close")).click()
    expect(panel(page)).to_be_hidden()
    expect(page.locator("[data-fill-in]")).to_be_focused()


@pytest.mark.parametrize("flat", [False, True])
def test_stories_stand_alone_without_answers(open_page: Open, sheets: Sheets, results: Results, flat: bool) -> None:
    init = results.add("interests", lambda *_: 3).init if flat else ""
    page = at_work(open_page(find_filled(sheets, "stories"), init=init))
    cell(page, "stories", 0, "action").fill(" ".join(TOLD))
    expect(ask(page)).to_contain_text(
        words("planning.sheet.stories.flat") if flat else words("planning.sheet.stories.not_taken")
    )
    expect(panel(page).get_by_role("link")).to_have_text(results.quizzes["interests"]["title"])
    expect(panel(page).get_by_role("columnheader")).to_have_count(3 if flat else 2)


# Everybody


@pytest.mark.parametrize("fill", ["results", "stories", "profile", "skill-gaps", "roles"])
def test_what_is_offered_is_accessible_and_fits(open_page: Open, sheets: Sheets, results: Results, fill: str) -> None:
    init = results.interests().skills().values().environment(odd_hours=4).init
    page = at_work(open_page(find_filled(sheets, fill), init=init))
    if fill == "stories":
        cell(page, "stories", 0, "action").fill(" ".join(TOLD))
    ask(page)
    if fill in ("profile", "skill-gaps"):
        panel(page).get_by_role("button").first.click()
    if fill != "stories":
        expect(panel(page).locator("dt").first).to_be_visible()
    check_looks(page)
    if fill != "stories":
        fill_in(page)
        expect(page.locator("[data-fresh]")).to_have_count(0)
        check_looks(page)


def test_keyboard_alone_fills_in_and_takes_back(open_page: Open, sheets: Sheets, results: Results) -> None:
    page = at_work(open_page(find_filled(sheets, "results"), init=results.interests().init))
    page.locator("[data-fill-in]").focus()
    page.keyboard.press("Enter")
    expect(panel(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(panel(page).get_by_role("button", name=words("planning.sheet.fill_in"), exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-done]")).to_be_focused()
    expect(field(page, "interests").locator("textarea")).to_have_value(
        matching("planning.sheet.results.high", names=re.compile("Helping.*"))
    )
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(field(page, "interests").locator("textarea")).to_have_value("")
    expect(page.locator("[data-fill-in]")).to_be_focused()


def test_on_paper_nothing_is_offered(open_page: Open, sheets: Sheets, results: Results) -> None:
    page = open_page(find_filled(sheets, "roles"), init=results.interests().init)
    ask(page)
    page.emulate_media(media="print")
    expect(panel(page)).to_be_hidden()
