"""What finder, filters and map cost with 1,000 occupations of ten other names each: milliseconds in Chromium.

    .venv/bin/python -m tools.benchmarks.browser.finding [--count 1000] [--slow 4]

Prints the middle of many keystrokes, ticks and steps, what 19 of 20 stay under, and ratios to one pass over all names.
A frame lasts 16 ms. `--slow 4` makes the processor four times slower, about a cheap phone. Judges nothing.
"""

from __future__ import annotations

import argparse
import random
import statistics
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import launch
from tools.benchmarks.browser.modules import open_modules

WORDS = Path(__file__).parents[1] / "words.txt"
ALIASES = 10
TASKS = 7
TYPED = ("electrisian", "registered nurse", "doc", "wire a house", "machinery oprator", "zzzzzzzzzz")

MEASURE = """async ([names, tasks, typed]) => {
  const { makeIndex, search } = await use("elements/finder/search");
  const { filter, sort } = await use("elements/explorer/filtering");
  const times = {};
  const time = (name, task) => {
    const from = performance.now();
    task();
    (times[name] ??= []).push(performance.now() - from);
  };
  let index;
  time("index of all names, once", () => (index = makeIndex(names)));
  let sum = 0;
  for (let run = 0; run < 21; run++) {
    time("one pass over all names", () => { for (const name of index.names) sum += name.plain.length; });
  }
  for (let run = 0; run < 4; run++) {
    for (const word of typed) {
      for (let end = 1; end <= word.length; end++) {
        time("a keystroke in the finder", () => search(index, word.slice(0, end), tasks));
      }
    }
  }
  const count = names.slug.length;
  const sizes = { field: 24, interest: 6, level: 5, skill: 35, education: 8, licence: 2 };
  Object.assign(sizes, { setting: 23, body: 10, hours: 11 });
  const single = ["field", "level", "education", "licence"];
  const values = Object.fromEntries(
    Object.entries(sizes).map(([facet, size]) => [facet, Array.from({ length: size }, (_, at) => `v${at}`)]),
  );
  const draw = (size, many) =>
    Array.from({ length: many }, (_, at) => (at * 7 + Math.floor(Math.random() * size)) % size);
  const columns = Object.fromEntries(
    Object.entries(sizes).map(([facet, size]) => [
      facet, Array.from({ length: count }, () => draw(size, single.includes(facet) ? 1 : 3)),
    ]),
  );
  const number = () => Array.from({ length: count }, () => Math.floor(Math.random() * 100_000));
  const figures = { pay: number(), per: Array(count).fill("year"), change: number(), openings: number() };
  const facets = { values, slug: names.slug, columns, figures };
  for (let run = 0; run < 60; run++) {
    const chosen = { field: [`v${run % 24}`, "v3"], interest: [`v${run % 6}`], hours: run % 2 ? ["v1", "v2"] : [] };
    time("a tick in the filters, sorted", () => {
      const { places } = filter(facets, { chosen, every: [], pay: 0, change: null, starred: false }, new Set());
      sort(places, "pay", facets, null);
    });
  }
  return times;
}"""

MAP = """async ([count]) => {
  const ns = "http://www.w3.org/2000/svg";
  const dots = Array.from({ length: count }, (_, at) => {
    const reach = 200 * Math.sqrt(at / count);
    const [x, y] = [Math.cos(at * 2.4) * reach, Math.sin(at * 2.4) * reach];
    return `<a xlink:href="/o${at}/" data-slug="o${at}" data-field="f${at % 24}">` +
      `<circle cx="${x}" cy="${y}" r="5">` +
      `<title>Occupation number ${at}</title></circle></a>`;
  });
  document.body.innerHTML =
    `<career-map><p data-tools><button data-zoom="in"></button><button data-zoom="out"></button>` +
    `<button data-zoom="all"></button><select data-highlight><option value=""></option></select></p>` +
    `<svg width="400" height="400" viewBox="-215 -215 430 430" data-reach="22" data-picture>` +
    `<g data-dots>${dots.join("")}</g>` +
    `<g data-own hidden>` +
    `<circle data-blur/><path data-cross/></g><g data-names></g></svg><p data-own-text></p><p data-own-invite></p>` +
    `<div data-here-place></div></career-map>`;
  await use("elements/map/element");
  const times = {};
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const time = async (name, task) => {
    const from = performance.now();
    task();
    document.body.getBoundingClientRect();
    (times[name] ??= []).push(performance.now() - from);
    await frame();
  };
  const button = (name) => document.querySelector(`[data-zoom=${name}]`);
  for (let run = 0; run < 12; run++) await time("a zoom of the map", () => button(run % 6 < 4 ? "in" : "out").click());
  button("all").click();
  document.querySelector("[data-picture] a").focus();
  for (let run = 0; run < 40; run++) {
    const key = ["ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown"][run % 4];
    const press = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    await time("a step from dot to dot", () => document.activeElement.dispatchEvent(press));
  }
  return times;
}"""


def make_names(count: int) -> dict[str, object]:
    """Made titles and other names of the length of real ones, from the benchmark's words."""
    chance = random.Random(11)  # noqa: S311
    words = WORDS.read_text(encoding="utf-8").split()

    def name() -> str:
        return " ".join(chance.choices(words, k=chance.randint(1, 3))).capitalize()

    return {
        "slug": [f"o{number}" for number in range(count)],
        "title": [name() for _ in range(count)],
        "aliases": [[name() for _ in range(ALIASES)] for _ in range(count)],
        "field": [f"f{number % 24}" for number in range(count)],
        "fields": {f"f{number}": f"Field {number}" for number in range(24)},
        "tasks": [[" ".join(chance.choices(words, k=10)) for _ in range(TASKS)] for _ in range(count)],
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000, help="occupations")
    parser.add_argument("--slow", type=int, default=1, help="times by which the processor is slowed down")
    options = parser.parse_args()
    names = make_names(options.count)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = open_modules(browser)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": options.slow})
        times = page.evaluate(MEASURE, [names, names["tasks"], TYPED]) | page.evaluate(MAP, [options.count])
        browser.close()
    one = statistics.median(times["one pass over all names"])
    print(f"{options.count} occupations with {ALIASES} other names each, processor slowed {options.slow} times")
    for name, runs in times.items():
        middle = statistics.median(runs)
        most = sorted(runs)[int(0.95 * (len(runs) - 1))]
        print(f"{name:30} {middle:8.2f} ms, 19 of 20 under {most:8.2f} ms {middle / one:8.1f} x one pass")


if __name__ == "__main__":
    main()
