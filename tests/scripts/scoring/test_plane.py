"""The plane of work tasks: where interests point to, and how surely."""

from __future__ import annotations

import random

import pytest

from generator.relations import plane
from tests.scripts.node.running import Modules


def test_formulas_are_predigers(modules: Modules) -> None:
    assert modules.call("scoring/plane", "locate", [7, 1, 1, 1, 1, 1]) == {"things": 12, "data": 0}
    found = modules.call("scoring/plane", "locate", [1, 1, 1, 1, 7, 7])
    assert (found["things"], round(found["data"], 6)) == (0, 20.76)
    assert modules.call("scoring/plane", "locate", [4] * 6) == {"things": 0, "data": 0}


def test_script_and_generator_agree(modules: Modules) -> None:
    chance = random.Random(3)  # noqa: S311
    profiles = [[chance.uniform(1, 7) for _ in range(6)] for _ in range(200)]
    places = modules.run("scoring/plane", "return given.profiles.map(locate);", profiles=profiles)
    drawn = [pytest.approx(plane.locate(profile)) for profile in profiles]
    assert [(place["things"], place["data"]) for place in places] == drawn


def test_error_of_scores_becomes_a_circle_that_holds_two_of_three(modules: Modules) -> None:
    body = """
      let seed = 7;
      const random = () => ((seed = (seed * 16807) % 2147483647) / 2147483647);
      const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
      let inside = 0;
      for (let n = 0; n < 20000; n++) {
        const { things, data } = locate([0, 0, 0, 0, 0, 0].map(() => 3 + 0.6 * normal()));
        inside += Math.hypot(things, data) <= blur(Array(6).fill(0.6));
      }
      return inside / 20000;
    """
    assert modules.run("scoring/plane", body) == pytest.approx(0.683, abs=0.015)
