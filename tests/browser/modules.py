"""The modules of templates/theme/assets/careers in Chromium, without a built site: files are handed to the page as it
asks for them.

Maps and sets go in as `as_map` and `as_set` and come out as objects and lists; a generator is run to its end.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

REPOSITORY = Path(__file__).parents[2]
ASSETS = REPOSITORY / "templates/theme/assets/careers"
ADDRESS = "http://modules.example/"
SCALES = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
VALUES = ("achievement", "independence", "recognition", "relationships", "support", "working_conditions")

FORBID = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('denied'); }});"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"

_START = """
window.use = (name) => import(`/assets/careers/${name}.js`);
window.revive = (value) => {
  if (Array.isArray(value)) return value.map(revive);
  if (Object(value) !== value) return value;
  if (value.$map) return new Map(value.$map.map(([key, one]) => [key, revive(one)]));
  if (value.$set) return new Set(value.$set);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revive(one)]));
};
window.plain = (value) => {
  if (typeof value?.next === "function") {
    for (let step; ; ) if ((step = value.next()).done) return plain(step.value);
  }
  if (value instanceof Map) return plain(Object.fromEntries(value));
  if (value instanceof Set || ArrayBuffer.isView(value)) return plain([...value]);
  if (Array.isArray(value)) return value.map(plain);
  if (Object(value) !== value || typeof value === "function") return typeof value === "function" ? null : value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
};
"""

Json = dict[str, Any]


def as_map(entries: Mapping[str, Any]) -> Json:
    """A JavaScript Map."""
    return {"$map": [[key, value] for key, value in entries.items()]}


def as_set(entries: Any) -> Json:
    """A JavaScript Set."""
    return {"$set": list(entries)}


class Modules:
    """A page that imports what it is told to."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def call(self, module: str, name: str, *arguments: Any) -> Any:
        """What an exported function returns, or an exported value."""
        script = """async ([module, name, values]) => {
          const found = (await use(module))[name];
          return plain(typeof found === "function" ? found(...revive(values)) : found);
        }"""
        return self.page.evaluate(script, [module, name, list(arguments)])

    def run(self, modules: str, body: str, **given: Any) -> Any:
        """What the body of an async function returns that sees all exports of the modules (several: with blanks
        between) and `given`.
        """
        script = """async ([names, body, values]) => {
          const all = Object.assign({}, ...(await Promise.all(names.map(use))));
          const AsyncFunction = (async () => {}).constructor;
          const call = new AsyncFunction("all", "given", `const {${Object.keys(all)}} = all; ${body}`);
          return plain(await call(all, revive(values)));
        }"""
        return self.page.evaluate(script, [modules.split(), body, given])


def serve(context: BrowserContext, data: Mapping[str, str]) -> None:
    """Answer the requests of a context with the modules, and with `data`: path below the site's root -> text."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ADDRESS)
        if path in data:
            route.fulfill(body=data[path], content_type="application/json")
        elif path.startswith("assets/careers/"):
            route.fulfill(path=ASSETS / path.removeprefix("assets/careers/"), content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><title>Modules</title>", content_type="text/html")

    context.route(ADDRESS + "**", answer)
    context.add_init_script(_START)


def open_modules(browser: Browser, data: Mapping[str, str] | None = None, **options: Any) -> Modules:
    """A page in a fresh profile; `options` are those of Playwright's contexts."""
    context = browser.new_context(**options)
    serve(context, data or {})
    page = context.new_page()
    page.goto(ADDRESS)
    return Modules(page)


@pytest.fixture(scope="module")
def modules(browser: Browser) -> Iterator[Modules]:
    """One page for the tests of a file, for modules that keep nothing."""
    opened = open_modules(browser)
    yield opened
    opened.page.context.close()


Open = Callable[..., Modules]


@pytest.fixture
def fresh(modules: Modules) -> Open:
    """Opens the page anew with these texts stored, name without `careers.` -> text, and runs `trouble`."""

    def open_with(stored: dict[str, Any] | None = None, trouble: str = "") -> Modules:
        modules.page.goto(ADDRESS)
        texts = {key: value if isinstance(value, str) else json.dumps(value) for key, value in (stored or {}).items()}
        script = """(texts) => {
          localStorage.clear();
          for (const key in texts) localStorage.setItem(`careers.${key}`, texts[key]);
        }"""
        modules.page.evaluate(script, texts)
        modules.page.evaluate(f"() => {{ {trouble} }}")
        return modules

    return open_with


def stored(modules: Modules) -> dict[str, str]:
    """All that lies on the device."""
    found: dict[str, str] = modules.page.evaluate("() => ({...localStorage})")
    return found


# Quizzes as data/assessments.json has them, made up.


def make_interests(count: int = 10) -> Json:
    """Six scales of `count` items, the first half of each quick."""
    items = [
        {
            "key": f"{scale[0]}{number:02}",
            "scale": scale,
            "text": f"Do {scale} thing {number}",
            "quick": number * 2 < count,
        }
        for number in range(count)
        for scale in SCALES
    ]
    return _quiz("interests", 5, SCALES, items, "0a1b2c")


def make_values() -> Json:
    """All pairs of six values."""
    pairs = [(a, b) for a in range(6) for b in range(a + 1, 6)]
    items = [{"key": f"{VALUES[a]}.{VALUES[b]}", "text": f"I like {VALUES[a]}.", "pair": [a, b]} for a, b in pairs]
    return _quiz("values", 2, VALUES, items, "1f2e3d")


def make_skills(count: int = 6) -> Json:
    """One item for each of `count` skills."""
    skills = [f"skill-{number}" for number in range(count)]
    return _quiz("skills", 4, skills, [{"key": skill, "scale": skill, "text": skill} for skill in skills], "ffee00")


def make_environment(count: int = 6) -> Json:
    """Conditions with one term each, but for the last, which has two."""
    items = [
        {"key": f"c{number}", "text": f"Condition {number}", "terms": [f"group/t{number}"]} for number in range(count)
    ]
    items[-1]["terms"] = [*items[-1]["terms"], f"group/t{count}"]
    return _quiz("environment", 4, (), items, "123456")


def _quiz(kind: str, steps: int, scales: Any, items: list[Json], stamp: str) -> Json:
    found = {"key": kind, "kind": kind, "steps": steps, "scales": list(scales), "items": items, "stamp": stamp}
    return found | {"title": kind.title(), "url": f"quiz/{kind}/", "options": []}


def make_quizzes() -> dict[str, Json]:
    """One of each kind."""
    return {quiz["key"]: quiz for quiz in (make_interests(), make_values(), make_skills(), make_environment())}


def items_of(quiz: Json, form: str = "full") -> list[Json]:
    """The items of a form."""
    return [item for item in quiz["items"] if form == "full" or item.get("quick")]


def answer(quiz: Json, seed: int, form: str = "full") -> dict[str, int]:
    """Random answers to a form."""
    rng = random.Random(seed)  # noqa: S311
    return {item["key"]: rng.randint(1, quiz["steps"]) for item in items_of(quiz, form)}


def answer_scales(quiz: Json, levels: Mapping[str, float], form: str = "full") -> dict[str, int]:
    """Answers of which the mean in each scale is as near its level as whole steps allow, spread over the items."""
    answers = {}
    for scale, level in levels.items():
        items = [item["key"] for item in items_of(quiz, form) if item["scale"] == scale]
        total = round(level * len(items))
        for place, key in enumerate(items):
            answers[key] = total // len(items) + (place < total % len(items))
    return answers


def answer_values(quiz: Json, order: list[str]) -> dict[str, int]:
    """Choices that follow an order of the values, the dearest first."""
    return {
        item["key"]: 1 if order.index(VALUES[item["pair"][0]]) < order.index(VALUES[item["pair"][1]]) else 2
        for item in quiz["items"]
    }


def make_occupations(count: int, seed: int) -> list[Json]:
    """Made-up occupations as collection.js hands them out; every tenth has no values."""
    rng = random.Random(seed)  # noqa: S311
    return [
        {
            "interests": unit([rng.uniform(1, 7) for _ in range(6)]),
            "values": None if number % 10 == 9 else unit([rng.uniform(1, 7) for _ in range(6)]),
            "skills": rng.sample([f"skill-{place}" for place in range(8)], 4),
            "environment": as_set(rng.sample([f"group/t{place}" for place in range(8)], 3)),
        }
        for number in range(count)
    ]


def unit(values: list[float]) -> list[float]:
    """Centred and of length 1."""
    middle = sum(values) / len(values)
    length = sum((value - middle) ** 2 for value in values) ** 0.5
    return [(value - middle) / length for value in values]
