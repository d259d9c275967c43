"""The printable booklet: empty without scripts, and with all that the reader wrote in plan and worksheets."""

from __future__ import annotations

import functools
import io
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Page, expect

from generator import links
from tests.browser.conftest import Open
from tests.browser.fit.test_fit import keep
from tests.browser.support.axe import check_looks, overflows
from tests.browser.support.scripts import match_data, read_data
from tests.browser.support.shifting import MOST_SHIFT, SHIFTS
from tests.browser.support.words import matching, words
from tests.scripts.node.running import FORBID

BOOKLET = "plan/booklet/"
EVIL = "<img src=x onerror=alert(1)> & <b>bold</b>"
COUNT_PRINTS = "window.prints = 0; window.print = () => { window.prints++; };"
Json = dict[str, Any]
FEW_LETTERS = 150
MOST_SHEETS = 24
"""Of an empty booklet on A4 or letter; each part on sheets of its own would be 31."""


def load_sheets(site: Path) -> dict[str, Json]:
    """The worksheets by their keys, as scripts get them."""
    data = read_data(site, "plan")
    return {sheet["key"]: sheet for sheet in data["sheets"]}


def answer(field: Json, mark: str) -> Any:
    """A value of the field's kind; all text in it holds `mark` and the field's key, which makes it findable."""
    kind = field["kind"]
    name = f"{mark}-{field['key']}"
    if kind == "table":
        count = len(field.get("rows", ())) or 2
        return [{column["key"]: _cell(column, f"{name}-{at}") for column in field["columns"]} for at in range(count)]
    values: dict[str, Any] = {
        "short": name,
        "long": f"{name} first line\n{name} last line",
        "date": "2026-12-24",
        "choice": next(reversed(field.get("options", {"": ""}))),
        "rating": 4,
        "before_after": {"before": 2, "after": 5},
        "list": [{"text": f"{name}-{at}"} for at in range(3)],
        "if_then": [{"if": f"{name}-if", "then": f"{name}-then"}],
    }
    return values[kind]


def _cell(column: Json, name: str) -> str:
    texts = {"date": "2026-12-31", "rating": "3", "choice": next(iter(column.get("options", {"": ""})))}
    return str(texts.get(column["kind"], f"{name}-{column['key']}"))


def texts_of(value: Any) -> list[str]:
    """All that is written in a value, line by line; what is chosen or rated left out."""
    if isinstance(value, str):
        return value.split("\n")
    if isinstance(value, list):
        return [text for row in value for cell in row.values() for text in texts_of(cell)]
    return []


def make_entry(sheet: Json, mark: str, made: str = "2026-11-20") -> Json:
    """A worksheet with an answer to every question."""
    values = {field["key"]: answer(field, mark) for field in sheet["fields"]}
    return {"id": f"{sheet['key']}-{mark}", "made": made, "changed": 1, "revision": 1, "values": values}


ITEMS: list[Json] = [
    {"kind": "occupation", "text": "Plumber", "slug": "plumber"},
    {"kind": "occupation", "text": f"Nurse {EVIL}", "slug": "midwife"},
    {
        "kind": "experiment",
        "text": "Build a lamp.",
        "slug": "plumber",
        "method": "explore",
        "takes": "Two evenings",
        "cost": "About 25 dollars",
        "date": "2026-12-01",
        "expected": 4,
    },
    {
        "kind": "experiment",
        "text": "Ask a potter.",
        "slug": "potter",
        "method": "network",
        "done": "2026-11-22",
        "expected": 2,
        "felt": 5,
        "taught": "I like sparks.\nI do not like smoke.",
    },
    {"kind": "goal", "text": "Decide by spring.", "review": "2027-01-15"},
    {"kind": "goal", "text": "Visit a site.", "done": "2026-11-21"},
    {"kind": "contact", "text": "Ms Okafor", "about": "Foreman. How did she start?", "date": "2026-12-05"},
    {"kind": "note", "text": "Second day.", "date": "2026-11-19", "interest": 3},
    {"kind": "note", "text": "First day.", "date": "2026-11-18", "interest": 5, "slug": "plumber"},
]


def write_plan(items: list[Json]) -> Json:
    """What local storage holds of a plan."""
    base = {"made": "2026-11-17", "changed": 1, "revision": 0}
    return {"v": 1, "items": [{"id": f"item-{at}", **base, **item} for at, item in enumerate(items)]}


def store(values: dict[str, Any]) -> str:
    """A script that fills local storage, once; names without `careers.`."""
    texts = {f"careers.{name}": json.dumps(value) for name, value in values.items()}
    filling = f"const all = {json.dumps(texts)}; for (const name in all) localStorage.setItem(name, all[name]);"
    return f"if (!sessionStorage.x) {{ {filling} sessionStorage.x = 1; }}"


def fill_all(site: Path) -> dict[str, Any]:
    """A plan and every worksheet twice."""
    sheets = {
        f"sheet.{key}": {"v": 1, "entries": [make_entry(sheet, "One", "2026-11-01"), make_entry(sheet, "Two")]}
        for key, sheet in load_sheets(site).items()
    }
    return {"plan": write_plan(ITEMS), **sheets}


def squeeze(text: str) -> str:
    """Text without blanks and line ends, which paper sets anew, and with its letters apart."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def name_sheet(sheet: Json) -> str:
    """What heads a worksheet."""
    return words("planning.booklet.worksheet", title=sheet["title"])


def count_journal(count: int) -> str:
    """The journal with the number of its notes."""
    return words("planning.booklet.counted", title=words("planning.booklet.journal"), count=count)


ADDRESS = "Test guides: "
COUNTED_PLAN = words("planning.booklet.counted", title=words("planning.booklet.plan"), count=7)
HEAD = squeeze("".join(words(f"planning.booklet.{name}") for name in ("day", "interest", "note")))


class Paper:
    """A page as it is printed: its sheets with all their text, without blanks and without their numbers."""

    def __init__(self, page: Page, size: str = "A4") -> None:
        self.sheets: list[str] = []
        self.tops: list[str] = []
        for number, sheet in enumerate(pypdf.PdfReader(io.BytesIO(page.pdf(format=size))).pages, 1):
            found: list[tuple[float, str]] = []
            text = squeeze(sheet.extract_text(visitor_text=functools.partial(self._note, found)))
            # In the foot: of how many it is the one, and if a script could say it, the address and somebody near.
            foot = re.match(rf"{number}/\d+({squeeze(ADDRESS)}http.*?/plan/booklet/·.*?@milltown\.example\.org)?", text)
            assert foot, text
            self.sheets.append(text[foot.end() :])
            top = max(found, default=(0.0, ""))[0]
            self.tops.append(squeeze("".join(part for height, part in found if height > top - 2)))

    @staticmethod
    def _note(found: list[tuple[float, str]], text: str, at: list[float], within: list[float], *_: Any) -> None:
        """The height at which a piece of text stands: its place in the text's own measure, put into the sheet's."""
        if text.strip():
            found.append((at[1] * within[4] + at[3] * within[5] + at[5], text))

    @property
    def text(self) -> str:
        """All sheets together."""
        return "".join(self.sheets)

    def count_begun_by(self, title: str) -> int:
        """How many sheets begin with a title."""
        return sum(top.startswith(squeeze(title)) for top in self.tops)


def open_booklet(open_page: Open, values: dict[str, Any], **options: Any) -> Page:
    """The booklet with these values in storage."""
    page = open_page(BOOKLET, init=store(values) + COUNT_PRINTS + SHIFTS, **options)
    expect(page.locator("career-booklet[data-state]")).to_be_visible()
    return page


def test_without_scripts_it_is_an_empty_booklet(open_page: Open, site: Path) -> None:
    page = open_page(BOOKLET, java_script_enabled=False)
    expect(page.get_by_text(words("booklet.help"))).to_be_visible()
    sheets = load_sheets(site)
    assert len(sheets) == 14
    expect(page.locator("[data-blank]")).to_have_count(15)
    expect(page.locator("career-sheet")).to_have_count(0)
    page.emulate_media(media="print")
    for key, sheet in sheets.items():
        section = page.locator(f"[data-blank={key}]")
        expect(section.get_by_role("heading")).to_have_text(name_sheet(sheet))
        expect(section.locator(".cg-sheet__lines:visible").first).to_be_visible()
        expect(section.locator("textarea:visible, select:visible, input:not([type=radio]):visible")).to_have_count(0)
    for size in ("A4", "Letter"):
        paper = Paper(page, size)
        assert paper.tops[0] == squeeze(words("booklet.title"))
        for text in (words("booklet.name"), words("booklet.date")):
            assert text in paper.sheets[0]
        assert squeeze(words("booklet.help")) not in paper.text
        for sheet in sheets.values():
            title = name_sheet(sheet)
            # In the contents, and once more at its head.
            assert squeeze(title) in paper.sheets[0]
            assert paper.text.count(squeeze(title)) == 2, title
            for field in sheet["fields"]:
                assert squeeze(field["label"]) in paper.text, field["label"]
        assert paper.count_begun_by(words("planning.booklet.plan")) == 1
        # Part stands below part, so that hardly any sheet is nearly empty; the last may be.
        assert min(map(len, paper.sheets[:-1])) > FEW_LETTERS
        assert len(paper.sheets) <= MOST_SHEETS
        for text in ("Occupation", words("plan.sheet.taught"), words("plan.sheet.ask"), "Interest"):
            assert squeeze(text) in paper.text


def test_nothing_in_the_empty_booklet_can_be_edited(open_page: Open) -> None:
    for scripts in (False, True):
        page = open_page(BOOKLET, java_script_enabled=scripts)
        expect(page.locator("#empty-plan")).to_be_visible()
        controls = page.locator("[data-blank] :is(input, textarea, select, button)")
        assert controls.count() > 60
        assert controls.evaluate_all("all => all.filter(one => !one.matches(':disabled')).length") == 0


def test_nothing_written_is_a_friendly_state_that_prints_the_empty_booklet(open_page: Open) -> None:
    page = open_booklet(open_page, {"sheet.visits": {"v": 1, "entries": []}})
    expect(page.get_by_text(words("booklet.nothing"))).to_be_visible()
    for name, path in (
        (words("planning.booklet.plan"), "plan/"),
        ("Worksheets", "worksheets/"),
        ("Occupations", "occupations/"),
    ):
        link = page.locator("[data-nothing]").get_by_role("link", name=name, exact=True)
        expect(link).to_have_attribute("href", re.compile(path + "$"))
    expect(page.locator("[data-blank]:visible")).to_have_count(15)
    expect(page.get_by_role("button", name=words("booklet.print"))).to_be_hidden()
    page.get_by_role("button", name=words("booklet.print_empty")).click()
    assert page.evaluate("window.prints") == 1
    paper = Paper(page)
    assert squeeze(words("booklet.nothing")) not in paper.text
    assert paper.text.count(squeeze(words("sheet.name", title="").strip())) == 2 * 14
    assert page.evaluate("window.shifted") < MOST_SHIFT


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_all_that_was_written_is_printed(open_page: Open, site: Path, size: str) -> None:
    page = open_booklet(open_page, fill_all(site))
    paper = Paper(page, size)
    whole = paper.text
    for item in ITEMS:
        for name in ("text", "takes", "cost", "about", "taught"):
            for line in item.get(name, "").split("\n"):
                assert squeeze(line) in whole
    for sheet in load_sheets(site).values():
        assert whole.count(squeeze(name_sheet(sheet))) == 2
        for mark in ("One", "Two"):
            for field in sheet["fields"]:
                assert squeeze(field["label"]) in whole
                for line in texts_of(answer(field, mark)) if field["kind"] not in ("date", "choice") else ():
                    known = {key for column in field.get("columns", ()) for key in column.get("options", ())}
                    if line not in known and not re.fullmatch(r"\d{4}-\d\d-\d\d", line):
                        assert squeeze(line) in whole, line
    assert page.evaluate("window.shifted") < MOST_SHIFT
    for interface in map(squeeze, map(words, ("booklet.options", "booklet.print", "booklet.blanks", "sheet.undo"))):
        assert interface not in whole
    assert "" not in paper.sheets


def test_the_plan_stands_there_by_kinds_with_its_words(open_page: Open) -> None:
    page = open_booklet(open_page, {"plan": write_plan(ITEMS)})
    plan = page.locator("[data-part=plan]")
    expect(plan.get_by_role("heading", level=3)).to_have_text(
        [
            words("planning.booklet.occupations"),
            words("planning.booklet.planned"),
            words("planning.booklet.tried"),
            words("planning.booklet.goals"),
            words("planning.booklet.people"),
        ]
    )
    to_do = plan.locator("li").filter(has_text="Build a lamp.")
    expect(to_do.locator("dt")).to_have_text(
        [
            words("planning.booklet.occupation"),
            words("planning.booklet.method"),
            words("planning.booklet.takes"),
            words("planning.booklet.cost"),
            words("planning.booklet.date"),
            words("planning.booklet.expected"),
        ]
    )
    expect(to_do.locator("dd")).to_have_text(
        [
            "Plumber",
            "Explore and experience",
            "Two evenings",
            "About 25 dollars",
            "December 1, 2026",
            words("planning.booklet.step", step=4),
        ]
    )
    done = plan.locator("li").filter(has_text="Ask a potter.")
    expect(done.locator("dd")).to_have_text(
        [
            "potter",
            "Build a support network",
            "November 22, 2026",
            words("planning.booklet.step", step=2),
            words("planning.booklet.step", step=5),
            "I like sparks.\nI do not like smoke.",
        ]
    )
    person = plan.locator("li").filter(has_text="Ms Okafor")
    expect(person.locator("dd")).to_have_text(["Foreman. How did she start?", "December 5, 2026"])
    goals = plan.locator("h3", has_text=words("planning.booklet.goals")).locator("+ ul > li")
    expect(goals.nth(0).locator("dd")).to_have_text("January 15, 2027")
    expect(goals.nth(1).locator("dd")).to_have_text("November 21, 2026")
    # What the reader wrote is text, whatever it looks like.
    expect(plan.get_by_text(f"Nurse {EVIL}", exact=True)).to_be_visible()
    expect(page.locator("career-booklet img, .cg-booklet__text b")).to_have_count(0)
    rows = page.locator("[data-part=journal] tbody tr")
    expect(rows).to_have_text(["November 18, 20265First day.Plumber", "November 19, 20263Second day."])
    expect(page.locator("[data-part=journal] th")).to_have_text(
        [
            words("planning.booklet.day"),
            words("planning.booklet.interest"),
            words("planning.booklet.note"),
            words("planning.booklet.occupation"),
        ]
    )


def test_answers_of_every_kind_are_in_words(open_page: Open, site: Path) -> None:
    page = open_booklet(open_page, fill_all(site))
    seen = set()
    for sheet in load_sheets(site).values():
        section = page.locator(f"[data-part={sheet['key']}]")
        name = sheet.get("entry") or words("planning.booklet.sheet")
        expect(section.get_by_role("heading", level=3)).to_have_text(
            [words("planning.booklet.entry", entry=name, date=f"November {day}, 2026") for day in (1, 20)]
        )
        pairs = section.locator("> dl").nth(1).locator("> div")
        expect(pairs.locator("> dt")).to_have_text([field["label"] for field in sheet["fields"]])
        for at, field in enumerate(sheet["fields"]):
            found = squeeze(pairs.nth(at).locator("> dd").inner_text())
            for text in _expected(field):
                assert squeeze(text) in found, field
            seen.add(field["kind"])
    assert seen == {"short", "long", "choice", "rating", "date", "before_after", "list", "table", "if_then"}


def _expected(field: Json) -> list[str]:
    """What must stand under a question that `answer` answered."""
    ends = {"low": field.get("low"), "high": field.get("high")}
    two, four, five = (words("planning.booklet.scale", step=step, **ends) for step in (2, 4, 5))
    if field["kind"] == "table":
        return [*(column["label"] for column in field["columns"]), *field.get("rows", ()), *_cells(field)]
    texts = {
        "choice": [next(reversed(field.get("options", {"": ""}).values()))],
        "date": ["December 24, 2026"],
        "rating": [four],
        "before_after": [f"{words('planning.booklet.before')} {two} {words('planning.booklet.after')} {five}"],
        "if_then": [
            f"{words('planning.booklet.if')} Two-{field['key']}-if",
            f"{words('planning.booklet.then')} Two-{field['key']}-then",
        ],
    }
    return texts.get(field["kind"]) or texts_of(answer(field, "Two"))


def _cells(field: Json) -> list[str]:
    found = []
    for row in answer(field, "Two"):
        for column in field["columns"]:
            text = row[column["key"]]
            shown = {"date": "December 31, 2026", "rating": words("planning.booklet.step", step=3)}
            found.append(column["options"][text] if column["kind"] == "choice" else shown.get(column["kind"], text))
    return found


def test_parts_can_be_left_out(open_page: Open, site: Path) -> None:
    sheet = load_sheets(site)["visits"]
    values = {"plan": write_plan(ITEMS), "sheet.visits": {"v": 1, "entries": [make_entry(sheet, "One")]}}
    page = open_booklet(open_page, values)
    labels = [COUNTED_PLAN, count_journal(2), words("planning.booklet.counted", title=name_sheet(sheet), count=1)]
    expect(page.locator("[data-parts] label")).to_have_text(labels)
    expect(page.locator("[data-contents] a")).to_have_text(labels)
    expect(page.locator("[data-blank]:visible")).to_have_count(0)
    page.get_by_label(count_journal(2)).uncheck()
    page.get_by_label(COUNTED_PLAN).uncheck()
    expect(page.locator("[data-contents] a")).to_have_text(labels[2:])
    whole = Paper(page).text
    assert squeeze("First day.") not in whole
    assert squeeze("Ms Okafor") not in whole
    assert "One-" in whole
    page.get_by_label(count_journal(2)).check()
    page.get_by_label(COUNTED_PLAN).check()
    page.get_by_role("checkbox", name=words("planning.booklet.counted", title=name_sheet(sheet), count=1)).uncheck()
    whole = Paper(page).text
    assert squeeze("First day.") in whole
    assert "One-" not in whole
    # What is written in is not offered empty as well.
    page.get_by_label(words("booklet.blanks")).check()
    expect(page.locator("[data-blank]:visible")).to_have_count(13)
    assert Paper(page).text.count(squeeze(words("sheet.name", title="").strip())) == 2 * 13
    page.get_by_role("button", name=words("booklet.print")).click()
    assert page.evaluate("window.prints") == 1


def test_contents_lead_to_their_parts(open_page: Open, base: str, site: Path) -> None:
    page = open_booklet(open_page, fill_all(site))
    listed = page.locator("[data-contents] a")
    expect(listed).to_have_count(16)
    for link in listed.all():
        target = (link.get_attribute("href") or "").removeprefix("#")
        expect(page.locator(f"h2[id='{target}']")).to_be_visible()
    page.get_by_role("checkbox", name=count_journal(2)).uncheck()
    for _ in range(2):
        listed.last.click()
        expect(page.locator("#booklet-own-start")).to_be_in_viewport()
    # The first link within a page makes Material fetch it anew.
    expect(page.locator("[data-part=journal]")).to_be_hidden()
    expect(listed).to_have_count(15)
    address = page.url.partition("#")[0]
    # The browser comes from elsewhere: within the page it would only look for the heading.
    page.goto(base + links.ROBOTS)
    page.goto(address + "#booklet-visits")
    expect(page.locator("#booklet-visits")).to_be_focused()
    expect(page.locator("#booklet-visits")).to_be_in_viewport()


def test_long_texts_and_a_long_journal_are_printed_whole(open_page: Open) -> None:
    notes = [
        {"kind": "note", "text": f"Note{at} " + "word " * (at % 50), "date": f"2026-{at % 9 + 1:02}-{at % 28 + 1:02}"}
        for at in range(200)
    ]
    unbroken = "x" * 4990
    long = {
        "kind": "experiment",
        "text": "Long one",
        "method": "learn",
        "done": "2026-11-01",
        "taught": unbroken + "end",
    }
    page = open_booklet(open_page, {"plan": write_plan([*notes, long])}, width=390)
    assert overflows(page) <= 0
    expect(page.locator("[data-part=journal] tbody tr")).to_have_count(200)
    for size in ("A4", "Letter"):
        paper = Paper(page, size)
        whole = paper.text
        for at in range(200):
            assert f"Note{at}" + "word" * (at % 50) in whole
        assert unbroken + "end" in whole
        # The head of the table stands on each of its pages.
        journal = [text for text in paper.sheets if re.search(r"Note\d+word", text)]
        assert len(journal) > 3
        assert all(HEAD in text for text in journal)


def test_what_a_worksheet_no_longer_asks_is_kept(open_page: Open, site: Path) -> None:
    sheet = load_sheets(site)["self-assessment"]
    table = {"key": "rows", "kind": "table", "columns": [{"key": "a", "kind": "short"}]}
    values = {
        "gone": "Old text",
        "gone-list": [{"text": "Old line"}],
        table["key"]: [{"a": "Old cell", "b": "Older cell"}],
    }
    first = sheet["fields"][0]
    values[first["key"]] = [{"text": "Once a list"}] if first["kind"] != "list" else "Once a text"
    entry = {"id": "e", "made": "2026-11-20", "changed": 1, "revision": 1, "values": values}
    page = open_booklet(open_page, {"sheet.self-assessment": {"v": 1, "entries": [entry]}})
    section = page.locator("[data-part=self-assessment]")
    expect(section.locator("> dl > div > dt")).to_have_text([first["label"], *[words("planning.booklet.earlier")] * 3])
    for text in ("Old text", "Old line", "Old cell", "Older cell", "Once a"):
        expect(section).to_contain_text(text)


def test_another_tab_is_followed_and_choices_and_focus_stay(open_page: Open) -> None:
    page = open_booklet(open_page, {"plan": write_plan(ITEMS)})
    box = page.get_by_label(count_journal(2))
    box.uncheck()
    expect(box).to_be_focused()
    other = page.context.new_page()
    other.goto(page.url)
    text = json.dumps(write_plan([*ITEMS, {"kind": "note", "text": "Third day."}]))
    other.evaluate("text => kept.put('plan', text)", text)
    box = page.get_by_label(count_journal(3))
    expect(box).to_be_focused()
    expect(box).not_to_be_checked()
    expect(page.locator("[data-part=journal]")).to_be_hidden()
    box.check()
    expect(page.locator("[data-part=journal]")).to_contain_text("Third day.")
    page.evaluate("localStorage.clear(); document.dispatchEvent(new Event('careers:changed'))")
    expect(page.get_by_text(words("booklet.nothing"))).to_be_visible()


def test_what_cannot_be_saved_can_be_printed(open_page: Open) -> None:
    page = open_page("worksheets/visits/", init=FORBID, tolerate="denied")
    page.get_by_role("button", name=matching("adding.named", label=words("adding.add"))).click()
    page.get_by_label(words("page.breadcrumbs")).get_by_role("link", name=words("worksheets.title")).click()
    page.get_by_role("link", name=words("booklet.title")).click()
    expect(page.get_by_text(words("booklet.unsaved"))).to_be_visible()
    assert squeeze("Visit a workplace: ") in Paper(page).text


def test_without_its_words_the_empty_booklet_stays(open_page: Open) -> None:
    page = open_page(links.ROBOTS, init=keep("careers.plan", json.dumps(write_plan(ITEMS))))
    page.route(match_data("plan"), lambda route: route.fulfill(status=200, body="no json"))
    page.goto(page.url.replace(links.ROBOTS, BOOKLET))
    expect(page.get_by_text(words("booklet.failed"))).to_be_visible()
    expect(page.locator("[data-blank]:visible")).to_have_count(15)


def test_it_is_accessible_and_fits(open_page: Open, site: Path) -> None:
    filled = open_booklet(open_page, fill_all(site))
    filled.get_by_role("checkbox", name=words("planning.booklet.worksheet", title="Visit")).uncheck()
    check_looks(filled)
    heights = filled.locator("[data-choosing] label, [data-choosing] button").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44


def test_sheets_out_of_sight_cost_no_work_until_they_come_near(open_page: Open) -> None:
    page = open_page(BOOKLET)
    last = page.locator("[data-blank]").last
    expect(last).to_be_visible()
    is_drawn = "part => part.firstElementChild.checkVisibility({ contentVisibilityAuto: true })"
    assert not last.evaluate(is_drawn)
    last.scroll_into_view_if_needed()
    page.wait_for_function(f"({is_drawn})([...document.querySelectorAll('[data-blank]')].at(-1))")
