"""What the results page computes for 1,000 occupations: milliseconds in Chromium, and ratios to one plain ranking.

    .venv/bin/python -m tools.benchmarks.browser.matching [--count 1000] [--runs 7]

Prints the middle of several runs. The occupations are random; interests, skills and values have been taken. Judges
nothing: milliseconds depend on the machine, ratios hardly do.
"""

from __future__ import annotations

import argparse
import statistics

from playwright.sync_api import sync_playwright

from tests.browser.chromium import launch
from tools.benchmarks.browser.modules import open_modules

MEASURE = """async ([count, runs]) => {
  const names = ["assessments", "parts", "matching", "changes", "statistics"].map((name) => `scoring/${name}`);
  const [{ assess }, { makePart, makeUnits }, { blend, match }, { findChange }, { centre, makeRandom }, { finish }] =
    await Promise.all([...names, "site/slices"].map((name) => use(name)));
  const random = makeRandom(7);
  const scales = ["realistic", "investigative", "artistic", "social", "enterprising", "conventional"];
  const skills = Array.from({ length: 24 }, (_, at) => `skill-${at}`);
  const pairs = scales.flatMap((_, a) => scales.slice(a + 1).map((_, b) => [a, a + 1 + b]));
  const quizzes = [
    {
      kind: "interests", steps: 5, scales,
      items: Array.from({ length: 60 }, (_, at) => ({ key: `i${at}`, scale: scales[at % 6] })),
    },
    { kind: "skills", steps: 4, scales: skills, items: skills.map((scale) => ({ key: scale, scale })) },
    { kind: "values", steps: 2, scales, items: pairs.map((pair, at) => ({ key: `v${at}`, pair })) },
  ];
  const occupations = Array.from({ length: count }, () => ({
    interests: centre(scales.map(() => 1 + 6 * random())),
    values: centre(scales.map(() => 1 + 6 * random())),
    skills: Array.from({ length: 6 }, () => skills[Math.floor(24 * random())]),
    environment: new Set(),
  }));
  const weights = { interests: 0.5, skills: 0.3, values: 0.2 };
  const sources = quizzes.map((quiz) => {
    const choose = (at) => (quiz.kind === "values" ? 1 : 1 + (((at % 6) + at) % quiz.steps));
    const answers = new Map(quiz.items.map((item, at) => [item.key, choose(at)]));
    return { assessed: assess(quiz, "full", answers), weight: weights[quiz.kind], units: makeUnits(quiz, occupations) };
  });
  const parts = sources.map(({ assessed, weight, units }) => makePart(assessed, occupations, weight, units));
  const scores = parts.map((part) => part.scores);
  const last = finish(match(parts, count))[Math.floor(count / 10)].index;
  const tasks = {
    "one ranking": () => { for (let i = 0; i < 100; i++) blend(parts, scores, count).sort(); },
    "bands from 300 draws": () => finish(match(parts, count)),
    "what would change it": () => finish(findChange(sources, occupations, last, (share) => share >= 0.4, 1)),
  };
  const times = {};
  for (const [name, task] of Object.entries(tasks)) {
    times[name] = [];
    for (let run = 0; run < runs; run++) {
      const from = performance.now();
      task();
      times[name].push((performance.now() - from) / (name === "one ranking" ? 100 : 1));
    }
  }
  return times;
}"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000, help="occupations")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        times = open_modules(browser).evaluate(MEASURE, [options.count, options.runs])
        browser.close()
    one = statistics.median(times["one ranking"])
    print(
        f"{options.count} occupations; middle of {options.runs} runs; all of it on the main thread, in slices of 8 ms"
    )
    for name, runs in times.items():
        middle = statistics.median(runs)
        print(f"{name:22} {middle:9.2f} ms {middle / one:9.0f} x one ranking")


if __name__ == "__main__":
    main()
