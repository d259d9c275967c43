"""How an occupation fits the reader, on its page: an invitation, or the reader's own results beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from generator import links
from tests.browser.conftest import Open
from tests.browser.support.axe import check_looks
from tests.browser.support.scripts import list_loaded, match_data, read_data
from tests.browser.support.words import matching, words

# At the section: what compares is loaded only when the reader comes near it.
MIDWIFE = "occupations/midwife/#fit"
WITHOUT_VALUES = "occupations/programmer/#fit"
HELPER = {"realistic": 3, "investigative": 4, "artistic": 1, "social": 5, "enterprising": 2, "conventional": 4}
STAND = {"know-yourself": 4, "explore": 4, "network": 2, "learn": 5, "integrate": 3, "create": 4}
# What an occupation's page loads before anything is compared: its star and its buttons, and what looks for results.
UNTAKEN = {"main.js"}
Answer = Callable[[dict[str, Any], int], int]


class Results:
    """Finished assessments, as records.js keeps them on the device."""

    def __init__(self, site: Path) -> None:
        data = read_data(site, "assessments")
        self.quizzes = {quiz["kind"]: quiz for quiz in data["quizzes"]}
        self.words = data["text"]
        self.entries: list[dict[str, Any]] = []

    def add(self, kind: str, answer: Answer, date: str = "2026-11-20") -> Results:
        """A result; `answer` gets the question and how many of its scale came before."""
        before: dict[str, int] = {}
        answers = {}
        for item in self.quizzes[kind]["items"]:
            scale = item.get("scale", "")
            answers[item["key"]] = answer(item, before.get(scale, 0))
            before[scale] = before.get(scale, 0) + 1
        key = self.quizzes[kind]["key"]
        entry = {"id": f"{kind}{len(self.entries)}", "quiz": key, "form": "full", "date": date, "answers": answers}
        self.entries.append(entry)
        return self

    def interests(self) -> Results:
        """Somebody who likes what nurses do; one answer in three a step towards the middle."""

        def answer(item: dict[str, Any], before: int) -> int:
            level = HELPER[item["scale"]]
            return level + (before % 3 == 2) * (1 if level < 3 else -1)

        return self.add("interests", answer)

    def values(self) -> Results:
        """Always the first value of the vocabulary's order."""
        return self.add("values", lambda item, _: 1 if item["pair"][0] < item["pair"][1] else 2)

    def skills(self) -> Results:
        """Solid at listening, a beginner at the rest."""
        return self.add("skills", lambda item, _: 3 if item["key"] == "listening" else 1)

    def environment(self, **answers: int) -> Results:
        """`odd_hours=4`: can't; what is not named is "don't mind"."""
        return self.add("environment", lambda item, _: answers.get(item["key"].replace("-", "_"), 2))

    def methods(self, **other: int) -> Results:
        """Lowest in building a network."""
        levels = STAND | other
        return self.add("methods", lambda item, _: levels[item["scale"]])

    @property
    def text(self) -> str:
        """What local storage holds."""
        return json.dumps({"v": 1, "entries": self.entries})

    @property
    def init(self) -> str:
        """The script that puts them there, once."""
        return keep("careers.results", self.text)


def keep(name: str, text: str) -> str:
    """A script that fills local storage, but only on the first page."""
    return f"if (!sessionStorage.x) {{ localStorage.setItem({name!r}, {json.dumps(text)}); sessionStorage.x = 1; }}"


@pytest.fixture
def results(site: Path) -> Results:
    """Nothing taken yet."""
    return Results(site)


def test_nothing_taken_is_an_invitation_that_loads_nothing_more(open_page: Open) -> None:
    page = open_page(MIDWIFE)
    fit = page.locator("career-fit")
    page.wait_for_load_state("networkidle")
    expect(fit.locator("[data-invitation]")).to_be_visible()
    expect(fit.locator("[data-comparison]")).to_have_count(0)
    expect(fit.get_by_role("link", name=words("fit.quick", count=1))).to_have_attribute(
        "href", re.compile("/quiz/interests/$")
    )
    expect(fit.get_by_role("link", name=words("fit.hub"))).to_have_attribute("href", re.compile("/quiz/$"))
    assert list_loaded(page) == UNTAKEN


def test_results_are_loaded_when_the_reader_comes_near(open_page: Open, results: Results, base: str) -> None:
    page = open_page(links.ROBOTS, init=results.interests().init)
    page.set_viewport_size({"width": 320, "height": 240})
    page.goto(base + MIDWIFE.removesuffix("#fit"))
    page.wait_for_load_state("networkidle")
    assert list_loaded(page) == UNTAKEN
    # Neither is there an invitation to take what has been taken, nor a screen without a word.
    expect(page.locator("[data-invitation]")).to_be_hidden()
    expect(page.get_by_text(words("fit.coming"))).to_be_visible()
    page.locator("#interests").scroll_into_view_if_needed()
    expect(page.locator("tbody[data-interests] tr")).to_have_count(6)
    expect(page.get_by_text(words("fit.coming"))).to_be_hidden()
    assert list_loaded(page) > UNTAKEN | {"elements/fit/comparison.js"}


def test_without_scripts_the_invitation_stands(open_page: Open) -> None:
    page = open_page(MIDWIFE, java_script_enabled=False)
    expect(page.locator("[data-invitation]")).to_be_visible()
    expect(page.locator("#fit")).to_be_visible()


def test_interests_stand_beside_those_of_the_work(open_page: Open, results: Results) -> None:
    page = open_page(MIDWIFE, init=results.interests().init)
    fit = page.locator("career-fit")
    rows = fit.locator("tbody[data-interests] tr")
    expect(rows).to_have_count(6)
    expect(fit.locator("[data-invitation]")).to_be_hidden()
    social = rows.first
    expect(social.locator("th")).to_have_text("Helping")
    expect(social.locator("td").nth(0)).to_contain_text(
        words("script.fit.compared", reader=words("script.fit.levels.high"), work=words("script.fit.levels.high"))
    )
    expect(social.locator("td").nth(1)).to_have_text(re.compile(r"^4\.\d ± 0\.\d$"))
    expect(social.locator("td").nth(2)).to_have_text("6.6")
    # 6.6 of 1 to 7: as share of its range.
    share = float((social.locator("[data-work]").get_attribute("x") or "").rstrip("%"))
    assert share == pytest.approx(100 * 5.6 / 6)
    expect(fit.locator("[data-for] li").first).to_be_visible()
    expect(fit.locator("[data-part=skills]")).to_be_hidden()
    expect(fit.locator("[data-part=values]")).to_be_hidden()
    expect(fit.locator("[data-missing] a")).to_have_count(3)
    expect(fit.locator("[data-dates]")).to_have_text(
        words(
            "script.fit.dates",
            answers=words("script.fit.answer", kinds=words("script.kinds.interests"), date="November 20, 2026"),
        )
    )
    expect(fit.get_by_role("link", name=words("script.fit.results"))).to_have_attribute(
        "href", re.compile("/quiz/results/$")
    )
    assert "%" not in fit.inner_text()


def test_interests_without_direction_are_said_to_have_none(open_page: Open, results: Results) -> None:
    page = open_page(MIDWIFE, init=results.add("interests", lambda _, before: 2 + before % 3).init)
    expect(page.locator("[data-flat=interests]")).to_contain_text(words("script.fit.flat.interests"))
    expect(page.locator("tbody[data-interests] tr")).to_have_count(6)
    expect(page.locator("[data-part=for]")).to_be_hidden()
    expect(page.locator("[data-part=against]")).to_be_hidden()


def test_values_are_compared_where_the_profile_has_them(open_page: Open, results: Results, base: str) -> None:
    page = open_page(MIDWIFE, init=results.values().init)
    rows = page.locator("tbody[data-values] tr")
    expect(rows).to_have_count(6)
    expect(rows.first.locator("td").nth(1)).to_have_text(re.compile("^5 ±"))
    expect(page.locator("[data-flat=values]")).to_be_hidden()
    page.goto(base + WITHOUT_VALUES)
    expect(page.locator("[data-flat=values]")).to_have_text(re.compile(words("script.fit.no_data")))
    expect(page.locator("tbody[data-values]")).to_be_hidden()
    expect(page.locator("[data-legend]")).to_be_hidden()


def test_skills_are_split_and_lead_to_where_they_are_used(open_page: Open, results: Results) -> None:
    page = open_page(MIDWIFE, init=results.skills().init)
    expect(page.locator("dd[data-there] a")).to_have_count(1)
    own = page.locator("strong[id^=skill-]").count()
    links = page.locator("dd[data-there] a, dd[data-learn] a, dd[data-unrated] a")
    expect(links).to_have_count(own)
    for href in links.evaluate_all("links => links.map(link => link.getAttribute('href'))"):
        expect(page.locator(f"strong{href}")).to_have_count(1)
    page.locator("dd[data-there] a").click()
    expect(page).to_have_url(re.compile("#skill-listening$"))
    expect(page.locator("[data-why]")).to_contain_text(matching("script.fit.next.learn"))


def test_what_is_impossible_comes_first(open_page: Open, results: Results) -> None:
    page = open_page(MIDWIFE, init=results.interests().environment(odd_hours=4, lifting=3, on_your_feet=1).init)
    flags = page.locator("[data-flags]")
    expect(flags).to_contain_text("Working while others are off", ignore_case=True)
    expect(flags.locator("xpath=preceding-sibling::*")).to_have_count(0)
    expect(page.locator("[data-against]")).to_contain_text(matching("script.reasons.environment.avoided"))
    expect(page.locator("[data-for]")).to_contain_text(matching("script.reasons.environment.wanted"))


def test_an_environment_that_says_nothing_is_named(open_page: Open, results: Results) -> None:
    page = open_page(MIDWIFE, init=results.environment(kitchen=3).init)
    expect(page.locator("[data-environment]")).to_contain_text(words("script.fit.quiet"))
    expect(page.locator("[data-flags]")).to_be_hidden()


def test_the_next_experiment_comes_from_the_lowest_method(open_page: Open, results: Results) -> None:
    page = open_page(MIDWIFE, init=results.methods().skills().init)
    own = page.locator("#explore-network ~ ul").first.locator("li")
    expect(page.locator("[data-why]")).to_have_text(
        words("script.fit.next.lowest", method="Build a support network", quiz="Where do I begin?")
    )
    assert page.locator("[data-proposal] li").text_content() == own.first.text_content()
    expect(page.locator("[data-proposal]")).to_contain_text(words("occupation.cost"))
    expect(page.locator("[data-part=for]")).to_be_hidden()


def test_another_one_goes_through_all_six_ways(open_page: Open, results: Results) -> None:
    page = open_page(MIDWIFE, init=results.methods(explore=2).init)
    expect(page.locator("[data-why]")).to_contain_text(matching("script.fit.next.tied"))
    total = page.locator("article .cg-fold .cg-experiments > li").count()
    button = page.get_by_role("button", name=words("script.fit.another"))
    seen = []
    for _ in range(total):
        seen.append(page.locator("[data-proposal] li").inner_text())
        button.focus()
        page.keyboard.press("Enter")
    assert len(set(seen)) == total
    assert page.locator("[data-proposal] li").inner_text() == seen[0]
    expect(button).to_be_focused()


def test_nobody_lowest_and_nothing_to_learn_begins_with_a_close_look(open_page: Open, results: Results) -> None:
    equal = results.methods(**dict.fromkeys(STAND, 3)).add("skills", lambda _, before: 3 + before % 2)
    page = open_page(MIDWIFE, init=equal.init)
    expect(page.locator("[data-why]")).to_contain_text(matching("script.fit.next.explore"))


def test_another_tab_and_this_page_refresh_it(open_page: Open, results: Results) -> None:
    page = open_page(MIDWIFE, init=results.methods().init)
    expect(page.locator("[data-why]")).to_be_visible()
    page.get_by_role("button", name=words("script.fit.another")).focus()
    other = page.context.new_page()
    other.goto(page.url)
    text = results.interests().text
    other.evaluate("text => kept.put('results', text)", text)
    expect(page.locator("tbody[data-interests] tr")).to_have_count(6)
    expect(page.get_by_role("button", name=words("script.fit.another"))).to_be_focused()
    page.evaluate("localStorage.clear(); document.dispatchEvent(new Event('careers:changed'))")
    expect(page.locator("[data-invitation]")).to_be_visible()
    expect(page.locator("[data-comparison]")).to_be_hidden()


@pytest.mark.parametrize(
    "text",
    [
        "not json",
        '{"v": 2, "entries": [1]}',
        '{"v": 1, "entries": 7}',
        '{"v": 1, "entries": [null, 3, {"quiz": "interests", "answers": {"__proto__": 1}}]}',
        '{"v": 1, "entries": {"length": 3}}',
    ],
)
def test_tampered_storage_is_an_invitation(open_page: Open, text: str) -> None:
    page = open_page(MIDWIFE, init=keep("careers.results", text))
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-invitation]")).to_be_visible()
    expect(page.locator("[data-comparison]")).to_have_count(0)


def test_results_that_cannot_be_compared_for_want_of_data_say_so(open_page: Open, results: Results) -> None:
    page = open_page(init=results.interests().init)
    page.route(match_data("occupations"), lambda route: route.fulfill(status=200, body="no json"))
    page.goto(page.url + MIDWIFE)
    expect(page.locator("career-fit [data-failed]")).to_be_visible()
    expect(page.locator("[data-invitation]")).to_be_hidden()


def test_instant_navigation_shows_the_next_occupation(open_page: Open, results: Results, base: str) -> None:
    page = open_page(MIDWIFE, init=results.interests().init)
    expect(page.locator("tbody[data-interests] tr")).to_have_count(6)
    page.locator("#related ~ ul").first.get_by_role("link").first.click()
    expect(page).not_to_have_url(base + MIDWIFE)
    slug = page.url.rstrip("/").rsplit("/", 1)[1]
    expect(page.locator(f"career-fit[data-slug={slug}] tbody[data-interests] tr")).to_have_count(6)


def test_the_comparison_is_accessible_and_fits(open_page: Open, results: Results) -> None:
    everything = results.interests().values().skills().environment(odd_hours=4, home=1, lifting=3).methods()
    page = open_page(MIDWIFE, init=everything.init)
    expect(page.locator("tbody[data-values] tr")).to_have_count(6)
    check_looks(page)


def test_on_paper_only_results_are_printed(open_page: Open, results: Results) -> None:
    empty = open_page(MIDWIFE)
    empty.wait_for_load_state("networkidle")
    empty.emulate_media(media="print")
    expect(empty.locator("#fit")).to_be_hidden()
    expect(empty.locator("career-fit")).to_be_hidden()
    full = open_page(MIDWIFE, init=results.interests().values().skills().environment(odd_hours=4).init)
    expect(full.locator("tbody[data-values] tr")).to_have_count(6)
    full.emulate_media(media="print")
    expect(full.locator("#fit")).to_be_visible()
    expect(full.locator("[data-flags]")).to_be_visible()
    expect(full.get_by_role("button", name=words("script.fit.another"))).to_be_hidden()
    assert len(re.findall(rb"/Type\s*/Page\b", full.pdf(format="A4"))) <= 3
    # What stands beside the reader's own ratings is not printed once more.
    expect(full.locator(".cg-interests > table")).to_be_hidden()
    expect(full.locator("table.cg-values")).to_be_hidden()
    expect(full.locator(".cg-interests > svg")).to_be_visible()
    # A grid would lay its second part over the end of the first where it breaks.
    expect(full.locator(".cg-sides").first).to_have_css("display", "block")
