"""New texts: how easily they are read, and what other profiles say in the same words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator import links
from generator.judging.files import Edited
from generator.model.base import texts
from generator.model.site import Site
from generator.rules.reading import AMOUNTS, NOT_PROSE, TEXT, find_words, grade, list_prose, read_sentences

_RUN = 7
"""Words in a row that two texts do not come to by chance."""


@dataclass(frozen=True)
class Run:
    """Words that stand in a new text and in another profile."""

    way: str
    words: str
    other: str


@dataclass(frozen=True)
class Prose:
    """The texts of a file: their grade before, None for a new file, and now; the hardest new one; and shared words."""

    path: str
    before: float | None
    after: float
    hardest: tuple[str, float] | None
    runs: tuple[Run, ...]


def judge_prose(old: Site, new: Site, edited: list[Edited]) -> list[Prose]:
    """Of each file with prose that is new or another."""
    before, after = dict(_list_models(old)), dict(_list_models(new))
    fresh = {file.path: _find_fresh(before.get(file.path), after[file.path]) for file in edited if file.path in after}
    shared = _find_runs(after, {path: texts for path, texts in fresh.items() if path.startswith(f"{links.PROFILES}/")})
    return [
        _judge(path, before.get(path), after[path], texts, shared.get(path, ()))
        for path, texts in fresh.items()
        if texts
    ]


def _list_models(site: Site) -> Iterator[tuple[str, Any]]:
    yield from site.list_files()
    yield from ((f"{links.INTRODUCTIONS}/{name}.yml", model) for name, model in site.introductions.items())


def _find_fresh(before: Any, after: Any) -> dict[str, str]:
    """Way -> each text that was not there before."""
    known = {text for _, text in list_prose(texts(before), NOT_PROSE)} if before is not None else set()
    return {".".join(map(str, loc)): text for loc, text in list_prose(texts(after), NOT_PROSE) if text not in known}


def _judge(path: str, before: Any, after: Any, fresh: Mapping[str, str], runs: tuple[Run, ...]) -> Prose:
    long = {way: grade(read_sentences(text)) for way, text in fresh.items() if len(text.split()) >= TEXT}
    hardest = max(long.items(), key=lambda item: item[1], default=None)
    return Prose(path, None if before is None else _grade(before), _grade(after), hardest, runs)


def _grade(model: Any) -> float:
    return grade(sentence for _, text in list_prose(texts(model), NOT_PROSE) for sentence in read_sentences(text))


def _find_runs(models: Mapping[str, Any], fresh: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[Run, ...]]:
    """The longest runs of words that a new text shares with the first other profile that has them."""
    profiles = {path: model for path, model in models.items() if path.startswith(f"{links.PROFILES}/")}
    wanted = {run for texts in fresh.values() for text in texts.values() for run in _list_runs(_read(text))}
    owners: dict[tuple[str, ...], list[str]] = {}
    for path, model in profiles.items() if wanted else ():
        for _, text in list_prose(texts(model), NOT_PROSE | AMOUNTS):
            for run in _list_runs(_read(text)):
                if run in wanted and path not in owners.setdefault(run, []):
                    owners[run].append(path)
    found: dict[str, tuple[Run, ...]] = {}
    for path, own in fresh.items():
        runs = [run for way, text in own.items() for run in _join(path, way, _read(text), owners)]
        found[path] = tuple(runs)
    return found


def _read(text: str) -> list[str]:
    return find_words(" ".join(read_sentences(text)))


def _list_runs(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]


def _join(path: str, way: str, words: list[str], owners: Mapping[tuple[str, ...], list[str]]) -> Iterator[Run]:
    """Runs that follow one another in both texts, as one."""
    others = [next((one for one in owners.get(run, ()) if one != path), None) for run in _list_runs(words)]
    at = 0
    while at < len(others):
        end = at
        while end < len(others) and others[end] == others[at]:
            end += 1
        if other := others[at]:
            yield Run(way, " ".join(words[at : end - 1 + _RUN]), other)
        at = end
