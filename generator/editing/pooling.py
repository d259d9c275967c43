"""Norms of our own items, from what classes have saved on the group page: `careers norms FILE...`."""

from __future__ import annotations

import hashlib
import json
import math
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.model.groups import FORMAT, VERSION, Group
from generator.model.norms import Norm, Norms, Work
from generator.model.occupation import SCALES
from generator.model.quiz import Quiz
from generator.model.site import Site

_LARGEST = 1_000_000
"""Bytes; a file of ours has less than ten thousand."""
_ALIKE = 0.1
"""How far people of one class answer alike: the share of the variance that lies between classes. Our own estimate."""
_APART = 0.5
"""Steps between the two guesses about people, where the site has none."""


class PoolingError(Exception):
    """All that is wrong with the files, a line each."""


@dataclass(frozen=True)
class Pooled:
    """Of all files together: means, standard deviations and correlations in the order of the scales."""

    groups: tuple[Group, ...]
    mean: tuple[float, ...]
    deviation: tuple[float, ...]
    correlations: tuple[tuple[float, ...], ...]
    weight: float

    @property
    def people(self) -> int:
        """How many answered."""
        return sum(group.people for group in self.groups)

    @property
    def days(self) -> tuple[str, str]:
        """The first and the last on which a file was saved."""
        days = sorted(group.saved.isoformat() for group in self.groups)
        return days[0], days[-1]


def read_groups(paths: Sequence[Path], site: Site) -> tuple[Group, ...]:
    """The files; raises `PoolingError` with all that is wrong in any."""
    groups = []
    faults = []
    seen: dict[str, Path] = {}
    for path in paths:
        found = _read(path, site)
        if isinstance(found, Group):
            # Saved twice, it is the same but for the day.
            digest = hashlib.sha256(found.model_dump_json(exclude={"saved"}).encode()).hexdigest()
            twin = seen.setdefault(digest, path)
            if twin is not path:
                faults.append(f"{path}: the same figures as in {twin}; each class counts once")
            groups.append(found)
        else:
            faults += [f"{path}{fault}" for fault in found]
    if faults:
        raise PoolingError("\n".join(faults))
    return tuple(groups)


def _read(path: Path, site: Site) -> Group | list[str]:
    """A file, or what is wrong with it, each with the place in it."""
    try:
        if path.stat().st_size > _LARGEST:
            return [": larger than any file of the group page; choose one that was saved there"]
        text = path.read_bytes().decode("utf-8-sig")
        data = json.loads(text)
    except OSError as error:
        return [f": cannot be read: {error.strerror or error}"]
    except UnicodeDecodeError:
        return [": no text; choose a file that was saved on the group page"]
    except json.JSONDecodeError as error:
        return [f":{error.lineno}:{error.colno}: no whole JSON ({error.msg}); it may have been cut or changed"]
    except RecursionError:
        return [": nested deeper than any file of the group page"]
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        return [": not saved on the group page of a site like this; its files begin with their format"]
    version = data.get("v")
    if version != VERSION:
        newer = isinstance(version, int) and version > VERSION
        return [
            f"{_place(text, ['v'])}: version {version!r}; this is read by {'a newer' if newer else 'another'} version"
        ]
    try:
        group = Group.model_validate(data)
    except ValidationError as error:
        return [_tell(text, one["loc"], one["msg"]) for one in error.errors()]
    return list(_find_foreign(text, group, site)) or group


def _find_foreign(text: str, group: Group, site: Site) -> Iterator[str]:
    """Whether the questions are those of this site, and the scales those of the interests."""
    quiz = site.quizzes.get(group.quiz)
    if quiz is None or quiz.kind != "interests":
        known = ", ".join(key for key, one in site.quizzes.items() if one.kind == "interests")
        yield f"{_place(text, ['quiz'])}: {group.quiz!r} is no assessment of interests here; there is {known or 'none'}"
        return
    stamps = {question.key: quiz.stamp_question(question) for question in quiz.questions()}
    changed = [key for key, one in group.items.items() if stamps.get(key) != one.stamp]
    if group.stamp != quiz.stamp() or changed:
        which = f" ({', '.join(changed)})" if changed else ""
        yield f"{_place(text, ['stamp'])}: other questions than those of this site{which}; they cannot be pooled"
    if set(group.scales) != set(SCALES):
        yield f"{_place(text, ['scales'])}: needs the six interests, each once: {', '.join(SCALES)}"
    elif not _as_norms(group).are_possible():
        yield f"{_place(text, ['correlations'])}: the correlations contradict each other: nobody can answer like that"


def _as_norms(group: Group) -> Norms:
    """The figures of one group as if they were norms."""
    return Norms(
        source="own-norms",
        people=group.people,
        collected="once",
        items="Ours.",
        limits="One group.",
        weight=0,
        scales={scale: Norm(**group.scales[scale].model_dump()) for scale in SCALES},
        correlations=group.correlations,
    )


def _tell(text: str, location: Iterable[int | str], message: str) -> str:
    keys = [str(part) for part in location]
    return f"{_place(text, keys)}: {'.'.join(keys)}: {message[0].lower()}{message[1:]}"


def _place(text: str, keys: Sequence[str]) -> str:
    """`:line:column` of what a path of keys leads to, as far as it goes."""
    at = 0
    for key in keys:
        found = text.find(json.dumps(key), at)
        if found < 0:
            break
        at = found
    return f":{text.count(chr(10), 0, at) + 1}:{at - text.rfind(chr(10), 0, at)}"


def pool(groups: Sequence[Group], people: Norms | None, work: Work | None) -> Pooled:
    """All people of all files as if they were in one: a mean and a deviation tell the sums of squares."""
    total = sum(group.people for group in groups)
    shares = [group.people / total for group in groups]
    norms = [_as_norms(group) for group in groups]
    means = [[one.scales[scale].mean for scale in SCALES] for one in norms]
    mean = [math.fsum(share * own[at] for share, own in zip(shares, means, strict=True)) for at in range(len(SCALES))]

    def vary(first: int, second: int) -> float:
        a, b = SCALES[first], SCALES[second]
        within = (one.correlate(a, b) * one.scales[a].deviation * one.scales[b].deviation for one in norms)
        between = ((own[first] - mean[first]) * (own[second] - mean[second]) for own in means)
        return math.fsum(share * (mine + apart) for share, mine, apart in zip(shares, within, between, strict=True))

    places = range(len(SCALES))
    deviation = [math.sqrt(vary(at, at)) for at in places]
    correlations = [[vary(a, b) / (deviation[a] * deviation[b]) for b in places] for a in places]
    return Pooled(
        groups=tuple(groups),
        mean=tuple(mean),
        deviation=tuple(deviation),
        correlations=tuple(map(tuple, correlations)),
        weight=_weigh(groups, mean, deviation, people, work),
    )


def _weigh(
    groups: Sequence[Group], mean: Sequence[float], deviation: Sequence[float], people: Norms | None, work: Work | None
) -> float:
    """How far these norms count: tau² / (tau² + error²), as an estimate is shrunk towards what was thought before.

    tau is half of what the two guesses lie apart: that people answer as work is, and as the sample so far does. The
    error is that of means of classes, in which people answer alike (Kish 1965, design effect); if the classes lie
    further apart than that, what they show.
    """
    total = sum(group.people for group in groups)
    between = [
        (people.scales[scale].mean - work.answers()[at][0]) ** 2 if people and work else _APART**2
        for at, scale in enumerate(SCALES)
    ]
    design = sum(group.people * (1 + (group.people - 1) * _ALIKE) for group in groups) / total
    errors = []
    for at, scale in enumerate(SCALES):
        error = deviation[at] ** 2 * design / total
        if len(groups) > 1:
            apart = math.fsum((group.people * (group.scales[scale].mean - mean[at])) ** 2 for group in groups)
            error = max(error, apart / total**2 * len(groups) / (len(groups) - 1))
        errors.append(error)
    tau = statistics.fmean(between) / 4
    return tau / (tau + statistics.fmean(errors))


def write_norms(pooled: Pooled, quiz: Quiz) -> str:
    """`content/norms.yml`, of which an editor has to name the source."""
    first, last = pooled.days
    files = len(pooled.groups)
    lines = [
        f"# Made by `careers norms` from {files} file{'s' * (files != 1)} of the group page. Name the source, with its",
        "# address and date, in content/sources.yml, and let tools/benchmarks/fairness say what changes.",
        "source: own-norms",
        f"people: {pooled.people}",
        f'collected: "{first}{f" to {last}" * (last != first)}"',
        f"items: Our own {len(quiz.items)} activities.",
        "limits: >-",
        "  They are classes and groups that chose to save their figures, not a sample of any country.",
        f"weight: {pooled.weight:.2f}",
        "scales:",
    ]
    for scale, mean, deviation in zip(SCALES, pooled.mean, pooled.deviation, strict=True):
        lines.append(f"  {scale}: {{mean: {mean:.3f}, deviation: {deviation:.3f}}}")
    lines.append("correlations:")
    for at, scale in enumerate(SCALES[:-1]):
        row = ", ".join(
            f"{other}: {pooled.correlations[at][at + 1 + place]:.3f}" for place, other in enumerate(SCALES[at + 1 :])
        )
        lines.append(f"  {scale}: {{{row}}}")
    return "\n".join(lines) + "\n"


def describe_items(pooled: Pooled, quiz: Quiz) -> Iterator[str]:
    """The questions that are liked most and least, over all files: to compare with what the editors thought."""
    found: list[tuple[float, int, Any]] = []
    for item in quiz.items:
        own = [group.items[item.key] for group in pooled.groups if item.key in group.items]
        count = sum(one.count for one in own)
        if count:
            found.append((sum(one.count * one.mean for one in own) / count, count, item.text))
    found.sort(key=lambda one: -one[0])
    for mean, count, text in [*found[:3], *found[3:][-3:]]:
        yield f"{mean:.2f} of 5 by {count}: {text}"
