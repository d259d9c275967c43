"""The map of work: dots that are links, names that do not touch, zoom, arrow keys, and the reader's own point."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.hub.test_hub import load_quizzes, make_entry, save
from tests.browser.support.axe import check_looks
from tests.browser.support.scripts import read_data
from tests.browser.support.words import matching, words

MAP = "occupations/map/"


def see(page: Page) -> list[float]:
    """What part of the map is seen: left, top, width, height."""
    return [float(part) for part in str(page.locator("[data-picture]").get_attribute("viewBox")).split()]


def open_map(open_page: Open, **options: Any) -> Page:
    """The map once its scripts are at work: until then, a click leads where it leads without them."""
    page = open_page(MAP, **options)
    expect(page.locator("[data-tools]").first).to_be_visible()
    return page


def focused(page: Page) -> str:
    """The title of the dot with the focus."""
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def answer(quiz: dict[str, Any], likes: dict[str, int]) -> dict[str, Any]:
    """A finished quick form in which the activities of some interests are liked so much, all others disliked."""
    entry = make_entry(quiz, "2026-11-01", "quick")
    scales = {item["key"]: item["scale"] for item in quiz["items"]}
    return entry | {"answers": {key: likes.get(scales[key], 1 + at % 2) for at, key in enumerate(entry["answers"])}}


def test_every_occupation_is_a_dot_and_stands_in_the_list(open_page: Open, site: Path) -> None:
    page = open_page(MAP, java_script_enabled=False)
    titles = read_data(site, "occupations")["columns"]["title"]
    assert sorted(page.locator("[data-picture] a circle title").all_text_contents()) == sorted(titles)
    assert sorted(page.locator(".cg-map__list a").all_text_contents()) == sorted(titles)
    expect(page.locator("[data-tools]").first).to_be_hidden()
    assert page.locator("[data-picture] a").first.get_attribute("tabindex") is None


def test_pointer_opens_a_dot_zooms_and_moves_the_map(open_page: Open, base: str) -> None:
    page = open_map(open_page)
    page.get_by_role("button", name=words("map.zoom_in")).click()
    assert see(page)[2] == pytest.approx(430 / 1.6)
    page.locator("[data-picture]").evaluate("picture => picture.scrollIntoView({block: 'center'})")
    box = page.locator("[data-picture]").bounding_box()
    assert box
    page.mouse.move(box["x"] + 30, box["y"] + box["height"] - 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 130, box["y"] + box["height"] - 160, steps=4)
    page.mouse.up()
    assert see(page)[0] < -150
    assert page.url == base + MAP
    page.get_by_role("button", name=words("map.whole")).click()
    assert see(page) == [-215, -215, 430, 430]
    expect(page.get_by_role("button", name=words("map.zoom_out"))).to_be_disabled()
    page.locator("[data-slug=cook]").click()
    expect(page).to_have_url(base + "occupations/cook/")


def test_keyboard_walks_from_dot_to_dot_zooms_and_opens(open_page: Open, base: str) -> None:
    page = open_map(open_page)
    expect(page.locator("[data-picture] a[tabindex='0']")).to_have_count(1)
    page.locator("[data-slug=midwife]").focus()
    page.keyboard.press("ArrowRight")
    first = focused(page)
    assert first != "Midwife"
    assert page.locator("[data-picture] a[tabindex='0']").count() == 1
    for _ in range(30):
        page.keyboard.press("ArrowRight")
    assert focused(page) == "Plumber"
    page.keyboard.press("+")
    page.keyboard.press("+")
    page.keyboard.press("ArrowLeft")
    left, top, width, height = see(page)
    x, y = page.evaluate("['cx', 'cy'].map(name => +document.activeElement.firstElementChild.getAttribute(name))")
    assert left < x < left + width
    assert top < y < top + height
    page.keyboard.press("0")
    assert see(page)[2] == 430
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(base + "occupations/")))


def test_one_field_at_a_time(open_page: Open) -> None:
    page = open_map(open_page)
    page.get_by_label(words("map.highlight")).select_option(label="Law")
    assert page.locator("[data-picture] a:not([data-faded])").evaluate_all("all => all.map(a => a.dataset.slug)") == [
        "judge"
    ]
    assert page.locator("[data-names] text").all_text_contents() == ["Judge"]
    page.get_by_label(words("map.highlight")).select_option("")
    expect(page.locator("[data-faded]")).to_have_count(0)


def test_without_results_the_quiz_is_offered(open_page: Open) -> None:
    page = open_map(open_page)
    expect(page.get_by_role("link", name=words("map.quiz"))).to_be_visible()
    expect(page.locator("[data-own]")).to_be_hidden()
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert not [name for name in loaded if name.endswith("assessments.json")]


def test_own_point_lies_where_the_interests_point(open_page: Open, site: Path) -> None:
    entry = answer(load_quizzes(site)["interests"], {"realistic": 5, "conventional": 4})
    page = open_map(open_page, init=save(results={"entries": [entry]}))
    expect(page.get_by_text(matching("script.map.own", date="November 1, 2026"))).to_be_visible()
    x, y = re.findall(r"-?[\d.]+", str(page.locator("[data-cross]").get_attribute("transform")))
    assert float(x) > 80
    assert float(y) < 0
    assert float(str(page.locator("[data-blur]").get_attribute("r"))) > 5
    expect(page.get_by_role("link", name=words("map.quiz"))).to_be_hidden()


def test_another_tab_brings_the_own_point(open_page: Open, site: Path) -> None:
    entry = answer(load_quizzes(site)["interests"], {"realistic": 5, "conventional": 4})
    page = open_map(open_page)
    expect(page.get_by_role("link", name=words("map.quiz"))).to_be_visible()
    other = page.context.new_page()
    other.goto(page.url)
    text = json.dumps({"v": 1, "entries": [entry]})
    other.evaluate("text => kept.put('results', text)", text)
    expect(page.get_by_text(matching("script.map.own"))).to_be_visible()
    other.evaluate("localStorage.clear()")
    expect(page.get_by_role("link", name=words("map.quiz"))).to_be_visible()
    expect(page.locator("[data-own]")).to_be_hidden()


def test_answers_without_direction_have_no_point(open_page: Open, site: Path) -> None:
    entry = make_entry(load_quizzes(site)["interests"])
    same = entry | {"answers": dict.fromkeys(entry["answers"], 3)}
    page = open_map(open_page, init=save(results={"entries": [same]}))
    expect(page.get_by_text(words("script.map.flat"))).to_be_visible()
    expect(page.locator("[data-own]")).to_be_hidden()


def test_map_works_after_instant_navigation(open_page: Open) -> None:
    page = open_page("occupations/")
    page.wait_for_load_state("networkidle")
    page.get_by_role("link", name=words("map.title")).first.click()
    page.get_by_role("button", name=words("map.zoom_in")).click()
    assert see(page)[2] < 430
    page.go_back()
    page.go_forward()
    page.get_by_role("button", name=words("map.zoom_in")).click()
    assert see(page)[2] < 430


def test_map_with_own_point_is_accessible_and_fits(open_page: Open, site: Path) -> None:
    entry = answer(load_quizzes(site)["interests"], {"social": 5, "artistic": 4})
    page = open_map(open_page, init=save(results={"entries": [entry]}))
    expect(page.get_by_text(matching("script.map.own"))).to_be_visible()
    check_looks(page)


# How far a dot of each hue stands out from the picture's ground, as WCAG reckons it: the least of 72 hues.
CONTRAST = """() => {
  const picture = document.querySelector("[data-picture]");
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const measure = (...colours) => {
    for (const colour of colours) {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
    }
    const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map(
      (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const ground = measure(getComputedStyle(document.body).backgroundColor, getComputedStyle(picture).backgroundColor);
  const dot = picture.querySelector("circle.cg-map__dot");
  const found = Array.from({ length: 72 }, (_, at) => {
    dot.style.setProperty("--cg-hue", at * 5);
    const light = measure(getComputedStyle(dot).fill);
    return Math.max(light, ground) / Math.min(light, ground);
  });
  return [Math.min(...found), new Set(found).size];
}"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_dots_of_every_hue_stand_out(open_page: Open, dark: bool) -> None:
    page = open_map(open_page, dark=dark)
    least, kinds = page.evaluate(CONTRAST)
    assert least >= 3
    assert kinds > 60


def test_each_field_has_its_own_colour(open_page: Open) -> None:
    page = open_map(open_page)
    legend = page.locator(".cg-map__legend svg")
    colours = legend.evaluate_all("pictures => pictures.map(one => getComputedStyle(one.firstElementChild).fill)")
    assert len(set(colours)) == len(colours) > 1
    dots = page.locator("[data-picture] a").evaluate_all(
        "links => links.map(link => [link.dataset.field, getComputedStyle(link.querySelector('circle')).fill])"
    )
    fields = legend.evaluate_all("pictures => pictures.map(one => one.dataset.field)")
    assert {(field, colour) for field, colour in dots} == set(zip(fields, colours, strict=True))


LENGTHEN = """() => {
  for (const list of document.querySelectorAll("ul.cg-map__list")) {
    const first = list.querySelector("li");
    if (!first) continue;
    first.querySelector("a").textContent = "Engine and other machine assemblers of many kinds";
    while (list.childElementCount < 48) list.append(first.cloneNode(true));
  }
}"""
"""Makes each list of a corner as long as pages show it at most."""


def test_it_prints_on_three_sheets_however_many_there_are(open_page: Open) -> None:
    page = open_map(open_page, width=1280)
    page.evaluate(LENGTHEN)
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages
    assert len(sheets) <= 3
    assert "Engine and other" in sheets[-2].extract_text()


def test_ends_of_the_axes_lie_along_the_frame_where_no_dot_comes(open_page: Open) -> None:
    page = open_page(MAP)
    frame = page.locator("[data-picture]").bounding_box()
    assert frame
    expect(page.locator(".cg-map__end")).to_have_count(4)
    for end in page.locator(".cg-map__end").all():
        box = end.bounding_box()
        assert box
        right, bottom = frame["x"] + frame["width"] - box["x"], frame["y"] + frame["height"] - box["y"]
        left, top = box["x"] + box["width"] - frame["x"], box["y"] + box["height"] - frame["y"]
        assert min(left, right, top, bottom) < frame["width"] / 20
