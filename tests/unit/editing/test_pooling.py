"""Norms of our own items out of files of the group page."""

from __future__ import annotations

import copy
import json
import random
import statistics
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.editing import pooling
from generator.model.norms import Norms
from generator.model.occupation import SCALES
from generator.model.site import Site

Scores = list[tuple[float, ...]]


def make_people(count: int, seed: int, shift: float = 0) -> Scores:
    """Scores that go together and spread."""
    random.seed(seed)
    whole = [random.gauss(0, 0.4) for _ in range(count)]
    return [tuple(3 + shift + own + random.gauss(0, 0.6) for _ in SCALES) for own in whole]


def make_file(site: Site, people: Scores) -> dict[str, Any]:
    """What the group page saves of them, to the last digit."""
    quiz = site.quizzes["interests"]
    columns = list(zip(*people, strict=True))
    spread = {
        scale: {"mean": statistics.fmean(column), "deviation": statistics.pstdev(column)}
        for scale, column in zip(SCALES, columns, strict=True)
    }
    correlations = {
        scale: {
            other: statistics.correlation(columns[at], columns[at + 1 + place])
            for place, other in enumerate(SCALES[at + 1 :])
        }
        for at, scale in enumerate(SCALES[:-1])
    }
    items = {
        question.key: {"stamp": quiz.stamp_question(question), "count": len(people), "mean": 3.5, "deviation": 1}
        for question in quiz.questions()
    }
    return {
        "format": "career-guides-group",
        "v": 1,
        "saved": "2026-11-20",
        "quiz": "interests",
        "stamp": quiz.stamp(),
        "people": len(people),
        "scales": spread,
        "correlations": correlations,
        "items": items,
    }


def save(folder: Path, *files: Any) -> list[Path]:
    paths = [folder / f"{place}.json" for place in range(len(files))]
    for path, file in zip(paths, files, strict=True):
        path.write_text(file if isinstance(file, str) else json.dumps(file, indent=2), "utf-8")
    return paths


def test_files_are_pooled_as_if_all_were_in_one(small_site: Site, tmp_path: Path) -> None:
    classes = [make_people(12, 1), make_people(30, 2, 0.5), make_people(21, 3, -0.3)]
    groups = pooling.read_groups(save(tmp_path, *(make_file(small_site, one) for one in classes)), small_site)
    found = pooling.pool(groups, small_site.norms, small_site.work)
    columns = list(zip(*(person for one in classes for person in one), strict=True))
    assert found.people == 63
    assert found.mean == pytest.approx([statistics.fmean(column) for column in columns])
    assert found.deviation == pytest.approx([statistics.pstdev(column) for column in columns])
    for first, row in zip(columns, found.correlations, strict=True):
        assert row == pytest.approx([statistics.correlation(first, second) for second in columns])


def test_weight_rises_with_people_and_falls_where_classes_differ(small_site: Site, tmp_path: Path) -> None:
    def weigh(*classes: Scores) -> float:
        groups = pooling.read_groups(save(tmp_path, *(make_file(small_site, one) for one in classes)), small_site)
        return pooling.pool(groups, small_site.norms, small_site.work).weight

    few = weigh(make_people(12, 1))
    more = weigh(*(make_people(25, seed) for seed in range(4)))
    many = weigh(*(make_people(25, seed) for seed in range(30)))
    assert 0 < few < more < many < 1
    # One large class tells less than as many people of several.
    assert weigh(make_people(100, 1)) < more
    assert weigh(*(make_people(25, seed, 0.8 * (-1) ** seed) for seed in range(4))) < more


def test_what_is_written_is_what_a_site_reads(small_site: Site, tmp_path: Path) -> None:
    groups = pooling.read_groups(save(tmp_path, make_file(small_site, make_people(40, 5))), small_site)
    pooled = pooling.pool(groups, small_site.norms, small_site.work)
    text = pooling.write_norms(pooled, small_site.quizzes["interests"])
    norms = Norms.model_validate(yaml.safe_load(text))
    assert norms.are_possible()
    assert norms.people == 40
    assert norms.weight == round(pooled.weight, 2)
    assert [norms.scales[scale].mean for scale in SCALES] == pytest.approx(pooled.mean, abs=0.0006)
    assert norms.correlate("social", "realistic") == pytest.approx(pooled.correlations[0][3], abs=0.0006)
    assert next(pooling.describe_items(pooled, small_site.quizzes["interests"])).startswith("3.50 of 5 by 40: ")


def put(*keys: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(file: dict[str, Any]) -> None:
        for key in keys[:-1]:
            file = file[key]
        file[keys[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (put("format", value="career-guides"), ": not saved on the group page"),
        (put("v", value=2), ":3:3: version 2; this is read by a newer version"),
        (put("v", value="1"), ":3:3: version '1'; this is read by another version"),
        (put("people", value=9), ":7:3: people: input should be greater than or equal to 10"),
        (put("scales", "social", "mean", value=5.5), "scales.social.mean: input should be less than or equal to 5"),
        (put("scales", "social", "deviation", value=0), "scales.social.deviation: input should be greater than 0"),
        (put("items", "r01", "count", value=3), "items.r01.count: input should be greater than or equal to 10"),
        (put("items", "r01", "answers", value=[1, 2]), "items.r01.answers: extra inputs are not permitted"),
        (put("quiz", value="skills"), ":5:3: 'skills' is no assessment of interests here; there is interests"),
        (put("stamp", value="abcdef"), ":6:3: other questions than those of this site; they cannot be pooled"),
        (put("items", "r01", "stamp", value="abcd"), "other questions than those of this site (r01)"),
        (put("scales", value={}), "needs the six interests, each once: realistic"),
        (
            put("correlations", value={"realistic": {"social": 0.9, "artistic": 0.9}, "artistic": {"social": -0.9}}),
            "the correlations contradict each other",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    small_site: Site, tmp_path: Path, change: Callable[[dict[str, Any]], None], fault: str
) -> None:
    file = make_file(small_site, make_people(20, 1))
    change(file)
    (path,) = save(tmp_path, file)
    with pytest.raises(pooling.PoolingError) as caught:
        pooling.read_groups([path], small_site)
    (line,) = str(caught.value).splitlines()
    assert line.startswith(str(path) + ":")
    assert fault in line


def test_all_faults_of_all_files_are_said_at_once(small_site: Site, tmp_path: Path) -> None:
    good = make_file(small_site, make_people(20, 1))
    other_day = copy.deepcopy(good) | {"saved": "2026-11-21"}
    paths = save(tmp_path, good, "{\n  nonsense", "[" * 100_000, other_day, json.dumps([1]))
    paths += [tmp_path / "none.json", tmp_path / "binary.json", tmp_path / "big.json"]
    paths[-2].write_bytes(b"\xff\xfe\x00")
    paths[-1].write_text(" " * 1_000_001, "utf-8")
    with pytest.raises(pooling.PoolingError) as caught:
        pooling.read_groups(paths, small_site)
    lines = str(caught.value).splitlines()
    assert [line.removeprefix(str(tmp_path)).split(":")[0] for line in lines] == [
        "/1.json",
        "/2.json",
        "/3.json",
        "/4.json",
        "/none.json",
        "/binary.json",
        "/big.json",
    ]
    assert ":2:3: no whole JSON" in lines[0]
    assert "the same figures as in" in lines[2]
