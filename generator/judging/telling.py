"""The effect of a change as Markdown, for a terminal, a file or the summary of a job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from generator import links
from generator.judging.effect import FIGURES, Effect
from generator.judging.files import Edited
from generator.judging.readers import READERS
from generator.judging.trees import Change, focus
from generator.problems import Problem, put_first
from generator.prose.writing import escape_line
from generator.rules.reading import HARDEST

MOST = 30
"""Lines of one kind that are told; of more, how many there are."""
_LONGEST = 160
"""Letters of a value."""
_RUNS = 5
"""Runs of shared words that are told for each file."""
_BANDS = {"strong": "strong", "possible": "possible", "short": "in the list", None: "in none"}


def describe(
    ref: str, edited: Sequence[Edited], others: Sequence[str], problems: Sequence[Problem], effect: Effect
) -> Iterator[str]:
    """The lines of the report; of `problems` those that the change has."""
    yield f"# What this changes, against `{ref}`"
    yield ""
    yield f"{_count(len(edited), 'file')} of the content: " + ", ".join(
        f"{sum(file.how == how for file in edited)} {how}" for how in ("added", "changed", "removed")
    )
    if others:
        told = f"{_count(len(others), 'other file')} changed, too. On both sides they count as they are now:"
        yield from ("", f"{told} what they do is not told here.")
    paths = {file.path for file in edited}
    errors = put_first((problem for problem in problems if not problem.is_warning), paths)
    yield from _tabulate("Errors", errors)
    yield from _tabulate("Warnings in these files", [one for one in problems if one.is_warning and one.path in paths])
    yield from _describe_pages(effect)
    yield from _part("Fields", _describe_fields(edited, effect), "none changed")
    yield from _part("Figures", _describe_figures(effect), "none changed")
    yield from _part("Neighbors", _describe_neighbours(effect), "the same as before")
    yield from _describe_bands(effect)
    one_way = [f"{_name(effect, a)} names {_name(effect, b)}, which does not name it" for a, b in effect.one_way]
    yield from _part("Related occupations", one_way, "every link is returned")
    yield from _part("Prose", _describe_prose(effect), "no new texts")


def _tabulate(title: str, problems: Sequence[Problem]) -> Iterator[str]:
    if problems:
        yield from ("", f"## {title}", "", "| where | what is wrong | what would be right |", "| --- | --- | --- |")
    for one in problems[:MOST]:
        cells = (f"{one.path}:{one.line}", f"{one.code} {one.message}", one.hint)
        yield "| " + " | ".join(escape_line(" ".join(cell.split())) for cell in cells) + " |"
    if len(problems) > MOST:
        yield f"| and {len(problems) - MOST} more | | |"


def _part(title: str, lines: Iterable[str], nothing: str) -> Iterator[str]:
    lines = list(lines)
    if not lines and not nothing:
        return
    yield from ("", f"## {title}", "")
    if not lines:
        yield nothing.capitalize() + "."
    yield from (f"- {line}" for line in lines[:MOST])
    if len(lines) > MOST:
        yield f"- and {len(lines) - MOST} more"


def _describe_pages(effect: Effect) -> Iterator[str]:
    if isinstance(effect.pages, str):
        yield from ("", "## Pages", "", f"Which pages change {effect.pages}.")
        return
    own = [f"`{page.path}`: {page.how}" for page in effect.pages if page.is_own]
    others = Counter(
        (page.path.rpartition("/")[0].partition("/")[0], page.how) for page in effect.pages if not page.is_own
    )
    more = [f"{_count(count, 'more page')} {how} in `{folder}/`" for (folder, how), count in others.items()]
    yield from _part("Pages", [*own, *more], "none changed")


def _describe_fields(edited: Iterable[Edited], effect: Effect) -> Iterator[str]:
    for file in edited:
        is_profile = file.path.startswith(f"{links.PROFILES}/") and Path(file.path).stem in effect.titles
        changes = [one for one in file.changes if not (is_profile and one.way.partition(".")[0] in FIGURES)]
        if file.note or not file.changes:
            yield f"`{file.path}`: {file.how}{f', {file.note}' if file.note else ''}"
        yield from (f"`{file.path}` {_describe_change(change)}" for change in changes)


def _describe_change(change: Change) -> str:
    before, after = change.before, change.after
    if before is not None and after is not None:
        before, after = focus(before, after, _LONGEST)
        return f"`{change.way}`: {escape_line(before)} → {escape_line(after)}"
    told = before if after is None else after
    return (
        f"`{change.way}` {'removed' if after is None else 'added'}: {escape_line(focus(told or '', '', _LONGEST)[0])}"
    )


def _describe_figures(effect: Effect) -> Iterator[str]:
    for slug, changes in effect.figures.items():
        yield f"{_name(effect, slug)}: " + "; ".join(map(_describe_change, changes))
    if effect.besides:
        named = ", ".join(_name(effect, slug) for slug in effect.besides[:MOST])
        yield f"what else tables say of {_count(len(effect.besides), 'occupation')}: {named}"


def _describe_neighbours(effect: Effect) -> Iterator[str]:
    for slug, pair in effect.neighbours.items():
        before, after = (", ".join(_name(effect, one) for one in some) or "none" for some in pair)
        yield f"{_name(effect, slug)}: {before} → {after}"


def _describe_bands(effect: Effect) -> Iterator[str]:
    yield from ("", "## What readers see", "")
    if isinstance(effect.bands, str):
        yield f"In which bands readers see an occupation {effect.bands}."
        return
    if not effect.looked_at:
        yield "No occupation changed."
        return
    changed = _count(len(effect.looked_at), "occupation")
    about = f"{changed} that changed, seen by {READERS} readers around the hexagon of interests"
    if not effect.bands:
        yield f"No other band for anybody ({about})."
        return
    yield from (f"{about}:", "", "| occupation | reader who likes most | before | now |", "| --- | --- | --- | --- |")
    for one in effect.bands[:MOST]:
        name, reader = _name(effect, one.slug), escape_line(one.reader)
        yield f"| {name} | {reader} | {_BANDS[one.before]} | {_BANDS[one.after]} |"
    if len(effect.bands) > MOST:
        yield f"| and {len(effect.bands) - MOST} more | | | |"


def _describe_prose(effect: Effect) -> Iterator[str]:
    for prose in effect.prose:
        before = "" if prose.before is None else f"{prose.before:.1f} → "
        too_hard = f", above {HARDEST:g}" if prose.after > HARDEST else ""
        hardest = f"; hardest new text `{prose.hardest[0]}`, grade {prose.hardest[1]:.1f}" if prose.hardest else ""
        yield f"`{prose.path}`: reading grade {before}{prose.after:.1f}{too_hard}{hardest}"
        for other, runs in groupby(sorted(prose.runs, key=lambda run: run.other), key=lambda run: run.other):
            said = [f"`{run.way}`: “{escape_line(run.words)}”" for run in runs]
            more = f"; and {len(said) - _RUNS} more" if len(said) > _RUNS else ""
            yield f"`{prose.path}` has words of `{other}`: {'; '.join(said[:_RUNS])}{more}"


def _name(effect: Effect, slug: str) -> str:
    return escape_line(effect.titles.get(slug, slug))


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' * (number != 1)}"
