"""Group mode: links and files of several people to the spread of the group, with nothing stored and nobody ranked."""

from __future__ import annotations

import functools
import io
import json
import re
import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Locator, Page, expect

from generator import project
from generator.editing import pooling
from generator.model import groups
from tests.browser.conftest import Open
from tests.browser.support.axe import check_looks, find_violations, overflows
from tests.browser.support.scripts import list_loaded, offer_modules
from tests.browser.support.words import matching, words
from tests.conftest import PROJECT, TODAY

GROUP = "quiz/group/"
# Answers that are the same within each interest, so that a mean is the level itself.
LEVELS = {"A": (5, 3, 2, 3, 3, 1), "B": (4, 4, 2, 3, 3, 1), "C": (2, 5, 4, 3, 1, 1), "D": (3, 3, 3, 3, 3, 3)}
FULL = ("interests", "values", "skills", "environment")
# `rule` says what a person answers: levels of the interests, order of the values, a step for each place.
MAKE = """async ([root, people]) => {
  const { loadAssessments } = await import(root + "assets/careers/data/collection.js");
  const { encode } = await import(root + "assets/careers/kept/sharing.js");
  const { pickItems } = await import(root + "assets/careers/scoring/kinds.js");
  const { quizzes } = await loadAssessments();
  return people.map((person) => {
    const records = person.quizzes.map((key) => {
      const quiz = quizzes.get(key);
      const form = person.form ?? (key === "interests" ? "quick" : "full");
      const answer = (item, at) => {
        if (key === "interests") return person.levels[quiz.scales.indexOf(item.scale)];
        if (key === "values") return (item.pair[0] < item.pair[1]) === person.forward ? 1 : 2;
        return person.steps[at % person.steps.length];
      };
      const answers = new Map(pickItems(quiz.items, form).map((item, at) => [item.key, answer(item, at)]));
      return { id: "x" + key, quiz: key, form, date: person.date, answers };
    });
    const shared = { records, levels: [1, 2, 3, 4, 5], weights: { interests: 0.5, skills: 0.3, values: 0.2 } };
    const entries = records.map((record) => ({ ...record, answers: Object.fromEntries(record.answers) }));
    return { code: encode(shared, quizzes), entries };
  });
}"""

# The same code for another quiz, with a right checksum.
OTHER_STAMP = """code => {
  const signs = atob(code.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = [...signs].map(sign => sign.charCodeAt(0)).slice(0, -2);
  bytes[6] ^= 255;
  let [low, high] = [0, 0];
  for (const byte of bytes) high = (high + (low = (low + byte) % 255)) % 255;
  const text = btoa(String.fromCharCode(...bytes, low, high));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}"""

Person = dict[str, Any]


def make_people(page: Page, base: str, people: Sequence[Mapping[str, Any]]) -> list[Person]:
    """The code of a link and the entries of a file for each person."""
    usual = {"quizzes": ["interests"], "date": "2026-03-01", "forward": True, "steps": [1, 2, 3, 4]}
    offer_modules(page)
    made: list[Person] = page.evaluate(MAKE, [base, [{**usual, **person} for person in people]])
    return made


def together(*kinds: str) -> str:
    """Kinds of assessments as a sentence names them."""
    return " and ".join(words(f"script.kinds.{kind}") for kind in kinds)


def make_link(base: str, person: Person) -> str:
    return f"{base}quiz/results/#shared={person['code']}"


def make_file(entries: list[Any], **other: Any) -> str:
    data = {"results": {"v": 1, "entries": entries}, "fit": {"v": 1}}
    return json.dumps({"format": "career-guides", "v": 2, "saved": "2026-03-01", "data": data} | other)


def add(page: Page, *lines: str) -> None:
    page.locator("[data-links]").fill("\n".join(lines))
    page.get_by_role("button", name=words("group.form.add")).click()


def attach(name: str, text: str) -> Any:
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def members(page: Page) -> Locator:
    return page.locator("[data-members] > li")


def table(page: Page, quiz: str) -> list[list[str]]:
    """The cells of each row but the picture's."""
    script = "rows => rows.map(row => [...row.querySelectorAll('th, [data-cell]')].map(cell => cell.textContent))"
    found: list[list[str]] = page.locator(f"[data-spread={quiz}] [data-rows] > tr").evaluate_all(script)
    return found


def open_group(open_page: Open, base: str, **options: Any) -> tuple[Page, list[Person]]:
    """The page with four people who took everything, one without a direction."""
    page = open_page(GROUP, **options)
    own: dict[str, Person] = {"A": {}, "B": {"forward": False}, "C": {"steps": [3]}, "D": {"quizzes": ["interests"]}}
    people = make_people(page, base, [{"levels": LEVELS[name], "quizzes": FULL, **more} for name, more in own.items()])
    expect(page.locator("[data-view]")).to_be_visible()
    add(page, *(make_link(base, person) for person in people))
    expect(page.locator("[data-spreads]")).to_be_visible()
    return page, people


# The numbers, worked out by hand


def test_the_spread_of_interests_is_that_of_the_whole_group(open_page: Open, base: str) -> None:
    page, _ = open_group(open_page, base)
    # Doing 5 4 2 3: mean 14 / 4, variance (2.25 + 0.25 + 2.25 + 0.25) / 4 = 1.25, its root 1.12.
    # Highest: A realistic, B realistic and investigative tied, C investigative; D points nowhere.
    assert table(page, "interests") == [
        ["Doing", "3.5", "1.1", "2.0", "5.0", "2"],
        ["Thinking", "3.8", "0.8", "3.0", "5.0", "2"],
        ["Creating", "2.8", "0.8", "2.0", "4.0", "0"],
        ["Helping", "3.0", "0.0", "3.0", "3.0", "0"],
        ["Persuading", "2.5", "0.9", "1.0", "3.0", "0"],
        ["Organising", "1.5", "0.9", "1.0", "3.0", "0"],
    ]
    part = page.locator("[data-spread=interests]")
    expect(part.locator("[data-taken]")).to_have_text(words("script.group.taken", count=4, total=4))
    expect(part.locator("[data-aimless]")).to_have_text(words("script.group.flat.interests", count=1, total=4))
    expect(part.locator("[data-extremes]")).to_have_text(
        words("script.group.alike", names="Helping", spread="0.0")
        + " "
        + words("script.group.apart", names="Doing", spread="1.1")
    )


def test_occupations_that_several_have_near_the_top_are_listed_without_names(open_page: Open, base: str) -> None:
    page, _ = open_group(open_page, base)
    rows = page.locator("[data-shared-list] > li")
    # A and B like what a plumber does best; D points nowhere and does not count.
    expect(rows.first).to_contain_text(words("script.group.shared", count=2, total=3))
    link = rows.first.get_by_role("link")
    expect(link).to_have_attribute("href", re.compile(rf"{base}occupations/[a-z-]+/$"))
    expect(page.locator("[data-shared-none]")).to_be_hidden()
    # What was reckoned of a larger group is gone with it.
    for _ in range(2):
        members(page).first.get_by_role("button", name=words("group.remove")).click()
    expect(page.locator("[data-shared]")).to_be_hidden()


def test_the_address_to_open_is_large_until_there_is_a_group(open_page: Open, base: str) -> None:
    page = open_page(GROUP)
    address = page.locator(".cg-group__address")
    expect(address).to_have_text(matching("group.few.address", address=re.compile(r"[^/ ]+/(\S+/)?quiz/interests/")))
    assert page.evaluate("node => parseFloat(getComputedStyle(node).fontSize)", address.element_handle()) >= 20
    add(
        page,
        *(make_link(base, person) for person in make_people(page, base, [{"levels": LEVELS[one]} for one in "AB"])),
    )
    expect(address).to_be_hidden()


def test_wins_steps_and_wishes_are_counted(open_page: Open, base: str) -> None:
    page, _ = open_group(open_page, base)
    # A and C choose the first of each pair, B the last: wins 5 0 5, 4 1 4 and so on, SD sqrt(2) * 5/3, 3/3, 1/3.
    rows = table(page, "values")
    assert [row[1:] for row in rows] == [
        ["3.3", "2.4", "0", "5"],
        ["3.0", "1.4", "1", "4"],
        ["2.7", "0.5", "2", "3"],
        ["2.3", "0.5", "2", "3"],
        ["2.0", "1.4", "1", "4"],
        ["1.7", "2.4", "0", "5"],
    ]
    expect(page.locator("[data-spread=values] [data-taken]")).to_have_text(
        words("script.group.taken", count=3, total=4)
    )
    # A and B go 1 2 3 4 over and over, C has 3 everywhere: 1 1 3, 2 2 3, 3 3 3, 4 4 3.
    by_count: dict[str, int] = {}
    for row in table(page, "skills"):
        by_count[" ".join(row[1:])] = by_count.get(" ".join(row[1:]), 0) + 1
    assert by_count == dict.fromkeys(("1.7 0.9 1 3 1", "2.3 0.5 2 3 1", "3.0 0.0 3 3 3", "3.7 0.5 3 4 3"), 2)
    expect(page.locator("[data-spread=skills] [data-aimless]")).to_have_text(
        words("script.group.flat.skills", count=1, total=3)
    )
    assert [row[1:] for row in table(page, "environment")][:4] == [
        ["2", "0", "1", "0"],
        ["0", "2", "1", "0"],
        ["0", "0", "3", "0"],
        ["0", "0", "1", "2"],
    ]


def test_every_person_is_one_dot(open_page: Open, base: str) -> None:
    page, _ = open_group(open_page, base)
    rows = page.locator("[data-spread=interests] [data-rows] > tr")
    for row in rows.all():
        assert row.locator("circle").count() == 4
    places = page.locator("circle").evaluate_all("dots => dots.every(dot => dot.getAttribute('cx') >= 0)")
    assert places
    expect(page.locator("[data-spread=start]")).to_be_hidden()
    expect(page.locator("[data-missing]")).to_contain_text(matching("script.group.missing"))


# Links, files and their faults


def test_lines_are_read_in_every_form_people_send_them(open_page: Open, base: str) -> None:
    page = open_page(GROUP)
    people = make_people(page, base, [{"levels": levels} for levels in LEVELS.values()])
    links = [make_link(base, person) for person in people]
    add(page, "", f"Ann: {links[0]}", f"<{links[1]}>.", people[2]["code"], f"  {links[3].replace('#', '%23')}  ")
    expect(members(page)).to_have_count(4)
    expect(page.locator("[data-refused]")).to_be_hidden()
    expect(members(page).first.get_by_label(words("script.group.person", number=1))).to_have_value("Ann")
    expect(page.locator("[data-links]")).to_have_value("")
    expect(page.locator("[data-status]")).to_have_text(words("script.group.added", added=4, total=4, most=60))


def test_each_bad_line_is_named_with_its_number_and_reason(open_page: Open, base: str) -> None:
    page = open_page(GROUP)
    good, other = make_people(page, base, [{"levels": LEVELS["A"]}, {"levels": LEVELS["B"]}])
    code = good["code"]
    late = make_people(page, base, [{"levels": LEVELS["A"], "date": "2099-01-01"}])[0]["code"]
    other_stamp = page.evaluate(OTHER_STAMP, code)
    lines = {
        make_link(base, good): "",
        "https://example.org/#shared=a*b": words("script.results.fault.characters"),
        f"{base}quiz/results/#shared={'A' * 1300}": words("script.results.fault.length"),
        f"{base}quiz/results/#shared=": words("script.results.fault.length"),
        "Ag" + code[2:]: words("script.results.fault.version"),
        code[:20] + ("A" if code[20] != "A" else "B") + code[21:]: words("script.results.fault.checksum"),
        late: words("script.results.fault.content"),
        other_stamp: words("script.results.fault.changed"),
        f"{base}quiz/results/": words("script.group.fault.address"),
        f"{make_link(base, good)} {make_link(base, other)}": words("script.group.fault.several"),
        make_link(base, other): "",
    }
    add(page, *lines)
    expect(members(page)).to_have_count(2)
    refused = page.locator("[data-refused-list] > li")
    expect(refused).to_have_count(9)
    bad = [(number, line, reason) for number, (line, reason) in enumerate(lines.items(), 1) if reason]
    for entry, (number, line, reason) in zip(refused.all(), bad, strict=True):
        expect(entry).to_contain_text(words("script.group.line", number=number, end=line[-8:]))
        expect(entry).to_contain_text(reason)
        expect(entry.get_by_role("button")).to_be_hidden()
    expect(page.locator("[data-refused-title]")).to_be_focused()
    # Only what is to be mended stays.
    assert page.locator("[data-links]").input_value().split("\n") == [line for _, line, _ in bad]
    assert find_violations(page) == []


def test_files_are_read_and_bad_ones_named(open_page: Open, base: str) -> None:
    page = open_page(GROUP)
    both = ["interests", "values"]
    given: list[Person] = [
        {"levels": LEVELS["A"], "quizzes": both},
        {"levels": LEVELS["B"]},
        {"levels": LEVELS["B"], "date": "2026-04-01"},
    ]
    ann, early, late = make_people(page, base, given)
    broken = [{**ann["entries"][0], "answers": {}}, None, 5]
    gone = [{**ann["entries"][1], "quiz": "no-more"}]
    files = {
        "ann.json": make_file(ann["entries"]),
        "ben.json": make_file([*late["entries"], *early["entries"]]),
        "twice.json": make_file(ann["entries"]),
        "picture.json": "\x89PNG",
        "list.json": "[1, 2]",
        "foreign.json": '{"format": "other", "v": 1, "data": {}}',
        "shape.json": make_file([], data=[]),
        "deep.json": make_file([json.loads("[" * 20 + "]" * 20)]),
        "tomorrow.json": make_file(ann["entries"], v=3),
        "nothing.json": make_file([]),
        "broken.json": make_file(broken),
        "partly.json": make_file([*make_people(page, base, [{"levels": LEVELS["C"]}])[0]["entries"], *gone]),
    }
    page.locator("[data-files]").set_input_files([attach(name, text) for name, text in files.items()])
    page.get_by_role("button", name=words("group.form.add")).click()
    expect(members(page)).to_have_count(3)
    expect(members(page).nth(0)).to_contain_text(f"{together('interests', 'values')}; ann.json")
    refused = page.locator("[data-refused-list] > li")
    reasons = {
        "twice.json": words("script.group.same", name=words("script.group.person", number=1)),
        "picture.json": words("script.group.fault.not_json"),
        "list.json": words("script.group.fault.foreign"),
        "foreign.json": words("script.group.fault.foreign"),
        "shape.json": words("script.group.fault.shape"),
        "deep.json": words("script.group.fault.deep"),
        "tomorrow.json": words("script.group.fault.newer"),
        "nothing.json": words("script.group.fault.empty"),
        "broken.json": words("script.group.fault.empty"),
        "partly.json": words("script.group.partly", name=words("script.group.person", number=3), count=1),
    }
    expect(refused).to_have_count(len(reasons))
    for entry, (name, reason) in zip(refused.all(), reasons.items(), strict=True):
        expect(entry.locator("[data-label]")).to_have_text(f"{name}:")
        expect(entry).to_contain_text(reason)


def test_plan_and_worksheets_of_a_file_are_not_looked_at(open_page: Open, base: str) -> None:
    page = open_page(GROUP)
    private = "Only for Ann"
    item = {"id": "i", "kind": "note", "text": private, "made": "2026-01-01", "changed": 1, "revision": 0}
    entry = {"id": "e", "made": "2026-01-01", "changed": 1, "revision": 0, "values": {"story": private}}
    given = [{"levels": LEVELS["A"]}, {"levels": LEVELS["B"]}]
    files = []
    for number, person in enumerate(make_people(page, base, given)):
        # Not even to see that there is far too much in them.
        data = {
            "results": {"v": 1, "entries": person["entries"]},
            "plan": {"v": 1, "items": [item] * (1 + 5000 * number)},
            "sheet.seven-stories": {"v": 1, "entries": [entry] if number else private},
        }
        files.append(attach(f"{number}.json", make_file([], v=2, data=data)))
    page.locator("[data-files]").set_input_files(files)
    page.get_by_role("button", name=words("group.form.add")).click()
    expect(members(page)).to_have_count(2)
    expect(page.locator("[data-refused]")).to_be_hidden()
    expect(members(page).first).to_contain_text(f"{together('interests')}; 0.json")
    assert private not in page.content()
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert private not in kept
    assert "careers." not in kept
    assert "elements/group/element.js" in list_loaded(page)
    assert not {"elements/plan/element.js", "elements/keeping/sentences.js"} & list_loaded(page)
    names = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name.split('/').at(-1))")
    assert not [name for name in names if name.startswith("plan")]


def test_a_huge_file_is_not_read(open_page: Open, tmp_path: Path) -> None:
    page = open_page(GROUP)
    (tmp_path / "huge.json").write_text(" " * (20 * 1_048_576 + 1), encoding="utf-8")
    page.locator("[data-files]").set_input_files(tmp_path / "huge.json")
    page.get_by_role("button", name=words("group.form.add")).click()
    expect(page.locator("[data-refused-list]")).to_contain_text(f"huge.json: {words('script.group.fault.big')}")


def test_the_same_link_twice_is_noticed_and_can_still_be_added(open_page: Open, base: str) -> None:
    page = open_page(GROUP)
    person, more = make_people(
        page, base, [{"levels": LEVELS["A"]}, {"levels": LEVELS["A"], "quizzes": ["interests", "values"]}]
    )
    add(page, f"Ann {make_link(base, person)}", person["code"], more["code"])
    expect(members(page)).to_have_count(1)
    refused = page.locator("[data-refused-list] > li")
    expect(refused).to_have_count(2)
    expect(refused.first).to_contain_text(words("script.group.same", name="Ann"))
    refused.first.get_by_role("button", name=words("group.form.again")).click()
    expect(members(page)).to_have_count(2)
    expect(refused).to_have_count(1)
    expect(page.locator("[data-status]")).to_contain_text(words("script.group.added", added=1, total=2, most=60))


def test_nothing_to_add_is_said(open_page: Open) -> None:
    page = open_page(GROUP)
    add(page, "  ", "")
    expect(page.locator("[data-refused]")).to_contain_text(words("script.group.empty"))


def test_more_than_sixty_are_refused(open_page: Open, base: str) -> None:
    page = open_page(GROUP)
    many = [{"levels": [1 + n % 5, 1 + n // 5 % 5, 1 + n // 25, 5, 1, 1]} for n in range(62)]
    add(page, *(person["code"] for person in make_people(page, base, many)))
    expect(members(page)).to_have_count(60)
    expect(page.locator("[data-refused-list]")).to_contain_text(
        re.compile(
            "{}.*{}.*{}".format(
                *(matching("script.group.line", number=number).pattern for number in (61, 62)),
                re.escape(words("script.group.full", most=60)),
            )
        )
    )
    assert len(page.locator("[data-links]").input_value().split("\n")) == 2
    assert overflows(page) <= 0


# People


def test_a_person_can_be_named_removed_and_brought_back(open_page: Open, base: str) -> None:
    page, people = open_group(open_page, base)
    members(page).nth(1).get_by_label(words("script.group.person", number=2)).fill("Ben")
    members(page).nth(1).get_by_role("button", name=re.compile(words("script.group.person", number=2))).click()
    expect(members(page)).to_have_count(3)
    expect(page.locator(".cg-group__people [data-removed]")).to_contain_text(words("script.group.removed", name="Ben"))
    expect(page.locator("[data-undo]")).to_be_focused()
    assert table(page, "interests")[0][1:5] == ["3.3", "1.2", "2.0", "5.0"]
    page.keyboard.press("Enter")
    expect(members(page)).to_have_count(4)
    expect(members(page).nth(1).locator("input")).to_have_value("Ben")
    expect(members(page).nth(1).locator("input")).to_be_focused()
    members(page).nth(3).get_by_role("button").click()
    add(page, people[3]["code"])
    expect(members(page).nth(3)).to_contain_text(words("script.group.person", number=5))


def test_one_person_is_no_group(open_page: Open, base: str) -> None:
    page = open_page(GROUP)
    expect(page.get_by_role("heading", name=words("group.few.title"))).to_be_visible()
    expect(page.locator("[data-first]")).to_be_hidden()
    both = ["interests", "values"]
    ann, ben = make_people(page, base, [{"levels": LEVELS["A"], "quizzes": both}, {"levels": LEVELS["B"]}])
    add(page, ann["code"])
    expect(page.locator("[data-first]")).to_be_visible()
    expect(page.locator("[data-spreads]")).to_be_hidden()
    add(page, ben["code"])
    expect(page.locator("[data-few]")).to_be_hidden()
    expect(page.locator("[data-spread=values]")).to_contain_text(words("group.one"))
    expect(page.locator("[data-spread=values] table")).to_be_hidden()


# What is kept, and for whom it works


def test_nothing_is_stored_and_leaving_forgets(open_page: Open, base: str) -> None:
    page, people = open_group(open_page, base)
    members(page).first.locator("input").fill("Ann")
    kept = "JSON.stringify([Object.keys(localStorage).filter(key => key.startsWith('careers')), document.cookie])"
    assert page.evaluate(kept) == '[[],""]'
    assert "shared" not in page.url
    session = page.evaluate("JSON.stringify({...sessionStorage, ...localStorage})")
    assert "Ann" not in session
    assert not any(person["code"] in session for person in people)
    page.locator(".cg-breadcrumbs").get_by_role("link", name="Quizzes").click()
    expect(page).to_have_url(base + "quiz/")
    page.go_back()
    expect(page).to_have_url(base + GROUP)
    expect(page.locator("[data-view]")).to_be_visible()
    expect(members(page)).to_have_count(0)
    expect(page.locator("[data-few]")).to_be_visible()


def test_a_group_is_accessible_and_fits(open_page: Open, base: str) -> None:
    page, _ = open_group(open_page, base)
    check_looks(page)


def test_keyboard_alone_adds_and_scrolls(open_page: Open, base: str) -> None:
    page = open_page(GROUP, width=390)
    people = make_people(page, base, [{"levels": levels} for levels in LEVELS.values()])
    page.locator("[data-links]").focus()
    page.keyboard.insert_text("\n".join(person["code"] for person in people))
    page.keyboard.press("Tab")
    expect(page.locator("[data-files]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(members(page)).to_have_count(4)
    region = page.get_by_role("region", name=words("group.caption.interests"))
    for _ in range(30):
        page.keyboard.press("Tab")
        if region.evaluate("region => region === document.activeElement"):
            break
    expect(region).to_be_focused()
    assert region.evaluate("region => region.scrollWidth > region.clientWidth")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_without_scripts_it_says_how_to_do_it_on_paper(open_page: Open) -> None:
    page = open_page(GROUP, java_script_enabled=False)
    expect(page.locator("career-group noscript p")).to_have_text(words("group.paper.unscripted"))
    expect(page.locator("[data-paper] tbody tr")).to_have_count(16)
    expect(page.locator("[data-paper] thead th")).to_have_text(
        [words("group.paper.person"), "Doing", "Thinking", "Creating", "Helping", "Persuading", "Organising"]
    )
    expect(page.locator("[data-links]")).to_be_hidden()


def test_print_shows_the_spread_or_the_empty_table(open_page: Open, base: str, tmp_path: Path) -> None:
    page = open_page(GROUP)
    expect(page.locator("[data-view]")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("[data-paper] table")).to_be_visible()
    expect(page.locator("[data-form]")).to_be_hidden()
    page.emulate_media(media="screen")
    page, _ = open_group(open_page, base)
    page.emulate_media(media="print")
    expect(page.locator("[data-paper]")).to_be_hidden()
    expect(page.locator("[data-form]")).to_be_hidden()
    expect(page.locator("[data-group]")).to_be_hidden()
    expect(page.locator("[data-spread=interests] table")).to_be_visible()
    (tmp_path / "group.pdf").write_bytes(page.pdf(format="A4"))
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "group.pdf").read_bytes())) <= 4


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_chosen_for_a_session_is_printed_and_no_sheet_is_empty(open_page: Open, scripts: bool) -> None:
    page = open_page(GROUP, java_script_enabled=scripts)
    boxes = {box.get_attribute("data-pack"): box for box in page.locator("[data-pack]").all()}
    assert len(boxes) == 16
    row = words("group.paper.person")
    title = functools.partial(words, "worksheets.page_title")
    for chosen in (["table"], ["quick"], ["table", "quick", "visits"], ["visits", "role-models"]):
        for key, box in boxes.items():
            box.set_checked(key in chosen)
        sheets = [
            " ".join(sheet.extract_text().split()) for sheet in pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
        ]
        whole = " ".join(sheets)
        assert (row in whole) == ("table" in chosen)
        assert (words("group.pack.mark") in whole) == ("quick" in chosen)
        assert whole.count(title(title="")) == sum(key not in ("table", "quick") for key in chosen)
        assert min(map(len, sheets)) > 150, chosen
        assert words("group.pack.print") not in whole
    # No question stands at the end of a sheet, apart from the room for its answer, and choices stand apart.
    for box in boxes.values():
        box.check()
    labels = {" ".join(text.split()) for text in page.locator(".cg-pack .cg-sheet__label").all_text_contents()}
    found: list[tuple[str, float]] = []

    def note(text: str, at: list[float], line: list[float], *_: object) -> None:
        found.append((" ".join(text.split()), at[5] + at[3] * line[5]))

    for sheet in pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages:
        assert "12345" not in sheet.extract_text(visitor_text=note)
    assert labels & {text for text, _ in found}
    # In points: the margin has 34.
    assert [text for text, height in found if text in labels and height < 60] == []
    assert overflows(page) <= 0


def test_a_link_checks_the_handouts_of_a_session(open_page: Open) -> None:
    page = open_page(f"{GROUP}#pack=visits,role-models")
    checked = page.locator("[data-pack]:checked")
    expect(checked).to_have_count(2)
    assert checked.evaluate_all("boxes => boxes.map((box) => box.dataset.pack)") == ["visits", "role-models"]
    expect(page.locator("#group-pack")).to_be_in_viewport()
    # Another link on a page that is open.
    page.evaluate("location.hash = '#pack=quick'")
    expect(page.locator("[data-pack=quick]")).to_be_checked()
    expect(checked).to_have_count(1)


# Of the six interests of ten people, who differ in all of them.
DIFFERENT = tuple(
    zip(*(("1234512345", "2541331452", "1122334455", "2415324153", "3513524214", "4151235342")), strict=True)
)


def take_in(page: Page, base: str, count: int) -> None:
    """A group, of which one in three took the full form."""
    forms = ("full", "quick", "quick")
    whole = [{"levels": [*map(int, DIFFERENT[at])], "form": forms[at % 3]} for at in range(count)]
    add(page, *(make_link(base, person) for person in make_people(page, base, whole)))
    expect(page.locator("[data-group-title]")).to_contain_text(str(count))


def test_figures_of_a_group_are_saved_as_the_command_reads_them(open_page: Open, base: str, tmp_path: Path) -> None:
    page = open_page(GROUP)
    take_in(page, base, groups.LEAST)
    assert not any("norms" in path for path in list_loaded(page) if "group" in path)
    with page.expect_download() as started:
        page.get_by_role("button", name=words("group.norms.save")).press("Enter")
    expect(page.locator("[data-norms-told]")).to_have_text(matching("script.group.norms.saved"))
    path = tmp_path / started.value.suggested_filename
    started.value.save_as(path)
    site = project.load(PROJECT, TODAY).site
    (group,) = pooling.read_groups([path], site)
    assert group.people == groups.LEAST
    # Nobody's answers are in it: each question has three figures, and those of the full form alone were asked of few.
    quick = {item.key for item in site.quizzes["interests"].form("quick")}
    assert set(group.items) == quick
    assert {one.count for one in group.items.values()} == {groups.LEAST}
    text = path.read_text("utf-8")
    assert "answers" not in text
    assert "x" + "interests" not in text
    levels = [int(one[0]) for one in DIFFERENT]
    assert group.scales["realistic"].mean == pytest.approx(statistics.fmean(levels))
    assert group.scales["realistic"].deviation == pytest.approx(statistics.pstdev(levels), abs=0.0006)
    assert group.items["r01"].mean == pytest.approx(statistics.fmean(levels))
    assert pooling.pool([group], site.norms, site.work).people == groups.LEAST


def test_figures_of_few_are_not_saved(open_page: Open, base: str) -> None:
    page = open_page(GROUP)
    take_in(page, base, groups.LEAST - 1)
    page.get_by_role("button", name=words("group.norms.save")).click()
    told = words("script.group.norms.few", count=groups.LEAST - 1, least=groups.LEAST)
    expect(page.locator("[data-norms-told]")).to_have_text(told)


def test_figures_that_would_say_what_each_answered_are_not_saved(open_page: Open, base: str) -> None:
    page = open_page(GROUP)
    levels = [(1 + place % 5, 5, 1 + place // 2 % 5, 2, 3, 1 + place // 3) for place in range(groups.LEAST)]
    people = make_people(page, base, [{"levels": one} for one in levels])
    add(page, *(make_link(base, person) for person in people))
    page.get_by_role("button", name=words("group.norms.save")).click()
    expect(page.locator("[data-norms-told]")).to_have_text(words("script.group.norms.alike"))
