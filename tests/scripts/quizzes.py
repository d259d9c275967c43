"""Quizzes as data/assessments.json has them, made up, with answers to them and occupations to match."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from tests.scripts.node.running import Json, as_set

SCALES = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
VALUES = ("achievement", "independence", "recognition", "relationships", "support", "working_conditions")


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
    for place, item in enumerate(items):
        item["stamp"] = f"{place:04x}"
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
