"""The map of work: dots that are links, names that do not touch, zoom, arrow keys, and the reader's own point."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.modules import Modules
from tests.browser.test_hub import load_quizzes, make_entry, save
from tests.browser.test_pages import find_violations, overflows

MAP = "occupations/map/"


def see(page: Page) -> list[float]:
    """What part of the map is seen: left, top, width, height."""
    return [float(part) for part in str(page.locator("[data-picture]").get_attribute("viewBox")).split()]


def focused(page: Page) -> str:
    """The title of the dot with the focus."""
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def answer(quiz: dict[str, Any], likes: dict[str, int]) -> dict[str, Any]:
    """A finished quick form in which the activities of some interests are liked so much, all others disliked."""
    entry = make_entry(quiz, "2026-11-01", "quick")
    scales = {item["key"]: item["scale"] for item in quiz["items"]}
    return entry | {"answers": {key: likes.get(scales[key], 1 + at % 2) for at, key in enumerate(entry["answers"])}}


def test_formulas_are_predigers(modules: Modules) -> None:
    assert modules.call("scoring/plane", "locate", [7, 1, 1, 1, 1, 1]) == {"things": 12, "data": 0}
    found = modules.call("scoring/plane", "locate", [1, 1, 1, 1, 7, 7])
    assert (found["things"], round(found["data"], 6)) == (0, 20.76)
    assert modules.call("scoring/plane", "locate", [4] * 6) == {"things": 0, "data": 0}


def test_script_and_generator_agree(modules: Modules, site: Path) -> None:
    columns = json.loads((site / "data/occupations.json").read_text(encoding="utf-8"))["columns"]
    page = (site / MAP / "index.html").read_text(encoding="utf-8")
    for slug, ratings in zip(columns["slug"], columns["interests"], strict=True):
        place = modules.call("scoring/plane", "locate", ratings)
        match = re.search(rf"data-slug=\"?{slug}[\" >].*?</a>", page)
        assert match, slug
        drawn = {name: float(value) for name, value in re.findall(r'(c[xy])="?(-?[\d.]+)', match[0])}
        assert drawn == pytest.approx({"cx": 10 * place["things"], "cy": -10 * place["data"]}, abs=0.06), slug


def test_error_of_scores_becomes_a_circle_that_holds_two_of_three(modules: Modules) -> None:
    body = """
      let seed = 7;
      const random = () => ((seed = (seed * 16807) % 2147483647) / 2147483647);
      const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
      let inside = 0;
      for (let n = 0; n < 20000; n++) {
        const { things, data } = locate(stretch([0, 0, 0, 0, 0, 0].map(() => 3 + 0.4 * normal())));
        inside += Math.hypot(things, data) <= blur(0.4);
      }
      return inside / 20000;
    """
    assert modules.run("scoring/plane", body) == pytest.approx(0.683, abs=0.015)


def test_step_goes_to_the_nearest_ahead_and_stays_at_the_edge(modules: Modules) -> None:
    points = [{"x": 0, "y": 0}, {"x": 10, "y": 2}, {"x": 9, "y": 12}, {"x": 40, "y": 0}, {"x": -5, "y": 0}]
    assert modules.call("scoring/plane", "step", points, points[0], [1, 0]) == points[1]
    assert modules.call("scoring/plane", "step", points, points[0], [0, 1]) == points[2]
    assert modules.call("scoring/plane", "step", points, points[3], [1, 0]) == points[3]


def test_view_stays_within_the_map_and_keeps_the_point_under_the_pointer(modules: Modules) -> None:
    start = {"x": 0, "y": 0, "size": 215}
    closer = modules.call("elements/map/view", "zoom", start, 2, 100, -50)
    assert closer == {"x": 50, "y": -25, "size": 107.5}
    assert modules.call("elements/map/view", "zoom", closer, 0.01) == start
    assert modules.call("elements/map/view", "pan", closer, 1000, 0) == {"x": 107.5, "y": -25, "size": 107.5}
    assert modules.call("elements/map/view", "zoom", start, 1e9)["size"] == pytest.approx(215 / 12)


def test_names_never_cover_each_other_or_a_dot(modules: Modules) -> None:
    points = [{"x": (n * 37) % 200 - 100, "y": (n * 61) % 200 - 100, "title": "Occupation " * 2} for n in range(60)]
    view = {"x": 0, "y": 0, "size": 215}
    placed = modules.call("elements/map/view", "placeNames", points, points, view, 11)
    assert 3 < len(placed) < 60
    boxes = []
    for one in placed:
        width = len(one["point"]["title"]) * 11 * 0.58
        left = one["x"] if one["anchor"] == "start" else one["x"] - width
        boxes.append((left, left + width, one["point"]["y"] - 6.8, one["point"]["y"] + 6.8))
    for at, a in enumerate(boxes):
        assert all(a[1] < b[0] or b[1] < a[0] or a[3] < b[2] or b[3] < a[2] for b in boxes[at + 1 :])
        assert not any(a[0] < p["x"] < a[1] and a[2] < p["y"] < a[3] for p in points if p != placed[at]["point"])


def test_every_occupation_is_a_dot_and_stands_in_the_list(open_page: Open, site: Path) -> None:
    page = open_page(MAP, java_script_enabled=False)
    titles = json.loads((site / "data/occupations.json").read_text(encoding="utf-8"))["columns"]["title"]
    assert sorted(page.locator("[data-picture] a circle title").all_text_contents()) == sorted(titles)
    assert sorted(page.locator(".cg-map__list a").all_text_contents()) == sorted(titles)
    expect(page.locator("[data-tools]").first).to_be_hidden()
    assert page.locator("[data-picture] a").first.get_attribute("tabindex") is None


def test_pointer_opens_a_dot_zooms_and_moves_the_map(open_page: Open, base: str) -> None:
    page = open_page(MAP)
    page.get_by_role("button", name="Closer").click()
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
    page.get_by_role("button", name="Whole map").click()
    assert see(page) == [-215, -215, 430, 430]
    expect(page.get_by_role("button", name="Further away")).to_be_disabled()
    page.locator("[data-slug=janitor]").click()
    expect(page).to_have_url(base + "occupations/janitor/")


def test_keyboard_walks_from_dot_to_dot_zooms_and_opens(open_page: Open, base: str) -> None:
    page = open_page(MAP)
    expect(page.locator("[data-picture] a[tabindex='0']")).to_have_count(1)
    page.locator("[data-slug=social-worker]").focus()
    page.keyboard.press("ArrowRight")
    first = focused(page)
    assert first != "Social worker"
    assert page.locator("[data-picture] a[tabindex='0']").count() == 1
    for _ in range(30):
        page.keyboard.press("ArrowRight")
    assert focused(page) == "Automotive technician"
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
    page = open_page(MAP)
    page.get_by_label("Show one field").select_option(label="Law")
    assert page.locator("[data-picture] a:not([data-faded])").evaluate_all("all => all.map(a => a.dataset.slug)") == [
        "lawyer"
    ]
    assert page.locator("[data-names] text").all_text_contents() == ["Lawyer"]
    page.get_by_label("Show one field").select_option("")
    expect(page.locator("[data-faded]")).to_have_count(0)


def test_without_results_the_quiz_is_offered(open_page: Open) -> None:
    page = open_page(MAP)
    expect(page.get_by_role("link", name="Take the interest quiz")).to_be_visible()
    expect(page.locator("[data-own]")).to_be_hidden()
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert not [name for name in loaded if name.endswith("assessments.json")]


def test_own_point_lies_where_the_interests_point(open_page: Open, site: Path) -> None:
    entry = answer(load_quizzes(site)["interests"], {"realistic": 5, "conventional": 4})
    page = open_page(MAP, init=save(results={"entries": [entry]}))
    expect(page.get_by_text("The cross is you, by your answers of 1 November 2026.")).to_be_visible()
    x, y = re.findall(r"-?[\d.]+", str(page.locator("[data-cross]").get_attribute("transform")))
    assert float(x) > 80
    assert float(y) < 0
    assert float(str(page.locator("[data-blur]").get_attribute("r"))) > 5
    expect(page.get_by_role("link", name="Take the interest quiz")).to_be_hidden()


def test_answers_without_direction_have_no_point(open_page: Open, site: Path) -> None:
    entry = make_entry(load_quizzes(site)["interests"])
    same = entry | {"answers": dict.fromkeys(entry["answers"], 3)}
    page = open_page(MAP, init=save(results={"entries": [same]}))
    expect(page.get_by_text("there is no place for you on the map")).to_be_visible()
    expect(page.locator("[data-own]")).to_be_hidden()


def test_map_works_after_instant_navigation(open_page: Open) -> None:
    page = open_page("occupations/")
    page.wait_for_load_state("networkidle")
    page.get_by_role("link", name="Map of work").first.click()
    page.get_by_role("button", name="Closer").click()
    assert see(page)[2] < 430
    page.go_back()
    page.go_forward()
    page.get_by_role("button", name="Closer").click()
    assert see(page)[2] < 430


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_map_with_own_point_is_accessible_and_fits(open_page: Open, site: Path, width: int, dark: bool) -> None:
    entry = answer(load_quizzes(site)["interests"], {"social": 5, "artistic": 4})
    page = open_page(MAP, width=width, dark=dark, init=save(results={"entries": [entry]}))
    expect(page.get_by_text("The cross is you")).to_be_visible()
    assert find_violations(page) == []
    assert overflows(page) <= 0
