"""The scripts' modules in Chromium without a built site: files are handed to the page as it asks for them."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, Route

ASSETS = Path(__file__).parents[3] / "templates/theme/assets/careers"
ADDRESS = "http://modules.example/"


def open_modules(browser: Browser) -> Page:
    """A page in which `use` imports a module by its name without .js."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ADDRESS)
        if path.startswith("assets/careers/"):
            route.fulfill(path=ASSETS / path.removeprefix("assets/careers/"), content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><title>Modules</title>", content_type="text/html")

    context = browser.new_context()
    context.route(ADDRESS + "**", answer)
    context.add_init_script("window.use = (name) => import(`/assets/careers/${name}.js`);")
    page = context.new_page()
    page.goto(ADDRESS)
    return page
