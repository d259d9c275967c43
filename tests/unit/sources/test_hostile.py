"""Whatever lies in a file, its reading ends: with problems that have a place, or with a model that brings no markup."""

from __future__ import annotations

import contextlib
import dataclasses
import re
import time
from collections.abc import Callable

import pytest

from generator.model.occupation import Occupation
from generator.model.site import Site
from generator.model.words import find_words
from generator.problems import ProjectError
from generator.prose.forbidden import ProseError, check_line
from generator.prose.parsing import parse
from generator.publishing import building
from generator.publishing.making import make_text
from generator.sources.documents import adapt
from generator.sources.files import Source
from generator.sources.reading import examine
from tests.conftest import PROJECT, REPOSITORY
from tests.hostile import TIMES, find_slow, spoil_all
from tests.unit.prose.markdown import publish

pytestmark = pytest.mark.slow

BAKER = (PROJECT / "occupations/baker.yml").read_text(encoding="utf-8")
ADAPTER = adapt(Occupation)
_ADDRESS = re.compile(r"(?:https://|mailto:|tel:|\.\.?/|#|[\w-]+(?:/|\.md|\.html|$))")


def read(text: str) -> tuple[Source, bytes]:
    source = Source("occupations/baker.yml")
    problems, value, loose = examine(source, text.encode("utf-8", "surrogatepass"), Occupation, ADAPTER)
    lines = text.count("\n") + text.count("\r") + 2
    assert value or problems or loose, f"{text!r}: neither a problem, nor a model, nor words for rules to judge"
    assert all(1 <= one.line <= lines and one.column >= 1 for one in problems), f"{text!r}: {problems}"
    return source, value


def test_spoiled_profiles_are_refused_with_places_or_bring_no_markup(small_site: Site) -> None:
    accepted: list[Occupation] = []
    known = {word for model in small_site.occupations.values() for word in list_words(model)}
    for text in spoil_all(BAKER, 250):
        _, value = read(text)
        if value and len(accepted) < 40:
            model = ADAPTER.validate_json(value.partition(b"\n")[2])
            if list_words(model) <= known:  # Others a rule refuses.
                accepted.append(model)
    assert len(accepted) > 20, "most are refused: nothing is shown of pages"
    clean = publish_all(small_site, [small_site.occupations["baker"]])
    allowed = clean | {("ol", ""), ("ul", ""), ("li", ""), ("em", ""), ("strong", ""), ("p", ""), ("a", "href")}
    assert publish_all(small_site, accepted) <= allowed


def list_words(model: Occupation) -> set[tuple[str, str]]:
    """The words of a profile that stand in lists elsewhere, each with the name of its list."""
    return {(word.of.list, word.text) for word in find_words(Occupation, model)}


def publish_all(site: Site, models: list[Occupation]) -> set[tuple[str, str]]:
    """All elements and attributes on the pages of profiles."""
    found = set()
    shown = 0
    occupations = {f"baker-{number}": model for number, model in enumerate(models)}
    jobs = building.list_jobs(dataclasses.replace(site, occupations=occupations | dict(site.occupations)), REPOSITORY)
    for job in jobs:
        if job.path.startswith("occupations/baker-") and job.path.endswith(".md"):
            try:
                page = publish(make_text(job))
            except ProjectError:  # A word that no vocabulary has, which a rule would have told.
                continue
            shown += 1
            found |= {(tag, "") for tag in page.tags} | page.attributes
            assert all(target and _ADDRESS.match(target) for target in page.targets), page.targets
    assert shown > len(models) // 2, "few are shown"
    return found


def timed(act: Callable[[str], object]) -> Callable[[str], float]:
    """How long something takes on the processor, whatever else it has to do."""

    def measure(text: str) -> float:
        begun = time.process_time()
        with contextlib.suppress(ProseError):
            act(text)
        return time.process_time() - begun

    return measure


def test_no_text_takes_longer_than_its_length_has_it() -> None:
    assert not find_slow(timed(parse))
    assert not find_slow(timed(check_line))


def test_no_file_takes_longer_than_its_length_has_it() -> None:
    before, _, after = BAKER.partition("tasks:\n")
    assert not find_slow(timed(lambda text: read(f"{before}tasks:\n  - {text}\n{after}")))
    if TIMES > 1:
        assert not find_slow(timed(lambda text: read(f"{before}{text}\ntasks:\n{after}")))
