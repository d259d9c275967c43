"""Draws the pictures of the README from the built site, as a reader of some weeks sees it.

    .venv/bin/careers build && .venv/bin/python -m tools.pictures

Needs the tests' requirements. What stands on them is this collection's: a fork draws its own.
"""

from __future__ import annotations

import datetime
import io
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import launch
from tests.browser.hub.test_hub import save
from tests.browser.plan.page import make
from tests.browser.support import site as sites
from tests.browser.support.scripts import read_data

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".github/images"
SETTLED = 6000
"""Milliseconds after which parts that scripts make stand there, on a busy machine, too."""
COLORS = 128
"""Of a palette: drawings need few, and files stay small."""
LIKED = {"realistic": 2, "investigative": 4, "artistic": 2, "social": 5, "enterprising": 3, "conventional": 3}
WIDE = {
    "home": ("", 900),
    "occupation": ("occupations/registered-nurse/", 1000),
    "occupations": (
        "occupations/#show1&education=no-credential,high-school-diploma,postsecondary-award&view=picture",
        1120,
    ),
    "plan": ("plan/", 760),
}
"""Name -> path and height, 1280 pixels wide."""
NARROW = ("occupations/electrician/", "quiz/results/", "compare/#compare1=electrician,registered-nurse")
"""What a phone shows side by side, in the dark."""


def remember(site: Path) -> str:
    """A script that puts a result and a plan onto the device."""
    today = datetime.date.today()
    quiz = next(quiz for quiz in read_data(site, "assessments")["quizzes"] if quiz["kind"] == "interests")
    items = [item for item in quiz["items"] if item.get("quick")]
    answers = {item["key"]: LIKED[item["scale"]] - (at % 4 == 3) for at, item in enumerate(items)}
    entry = {"id": "r", "quiz": quiz["key"], "form": "quick", "date": str(today), "answers": answers}
    soon = str(today + datetime.timedelta(days=3))
    plan = [
        make(1, "occupation", "Registered nurse", slug="registered-nurse"),
        make(2, "experiment", "Spend a morning as a visitor's guide at the hospital", method="explore", date=soon),
        make(3, "experiment", "Ask a nurse about one hard shift", method="network", done=str(today), felt=5),
    ]
    return save(plan={"items": plan}, results={"entries": [entry]}, fit={"way": 2})


def shoot(
    browser: Browser, url: str, init: str, size: tuple[int, int], scheme: Literal["light", "dark"]
) -> Image.Image:
    """A page as it stands once all of it has come."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.add_init_script(init)
    page.goto(url, wait_until="networkidle")
    page.wait_for_timeout(SETTLED)
    page.evaluate("document.querySelector('career-explorer [data-bar]')?.scrollIntoView()")
    picture = Image.open(io.BytesIO(page.screenshot()))
    context.close()
    return picture


def put(picture: Image.Image, name: str) -> None:
    """Write it, in few colors."""
    picture.convert("RGB").quantize(COLORS).save(FOLDER / f"{name}.png", optimize=True)


def main() -> None:
    """Draw all of them."""
    site = ROOT / "site"
    with sites.serve(site) as base, sync_playwright() as playwright:
        browser = launch(playwright)
        known = remember(site)
        for name, (path, height) in WIDE.items():
            put(shoot(browser, base + path, known if name == "plan" else "", (1280, height), "light"), name)
        phones = [shoot(browser, base + path, known, (390, 800), "dark") for path in NARROW]
        strip = Image.new("RGB", (sum(one.width for one in phones) + 20 * (len(phones) - 1), 800), "white")
        for at, one in enumerate(phones):
            strip.paste(one, (at * 410, 0))
        put(strip, "phone")
        browser.close()


if __name__ == "__main__":
    main()
