"""What we promise of our prose: complete, long enough to say something, easy to read, and never said twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
import textstat
from pydantic import BaseModel

from generator.model.base import texts
from generator.model.site import Site

# References to studies are names and titles, not our prose.
NOT_PROSE = {"reference", "url", "source", "key", "slug", "codes", "pay", "outlook"}


@pytest.fixture(scope="module")
def site(own: Site) -> Site:
    return own


def prose_of(model: BaseModel) -> Iterator[str]:
    """The sentences and lines of a model without markup, each with a full stop."""
    for loc, text in texts(model):
        if " " in text and not NOT_PROSE & set(loc):
            yield from sentences(text)


def sentences(text: str) -> Iterator[str]:
    """The lines of a text without markup, each with a full stop."""
    plain = re.sub(r"\[([^]]*)\]\([^)]*\)|<!--.*?-->", r"\1", text).replace("*", "")
    for part in re.split(r"\n+(?:- |\d\. )?", plain):
        if part.strip():
            yield part.strip().rstrip(".:;") + "."


def prose_of_page(text: str) -> Iterator[str]:
    """The paragraphs and list entries of a Markdown page: no front matter, headings, tables, tags and code."""
    plain = re.sub(r"\A---\n.*?\n---\n|```.*?```", "", text, flags=re.DOTALL)
    plain = re.sub(r"^[|#].*$|\{[^}]*\}", "", plain, flags=re.MULTILINE)
    plain = re.sub(r"<[^>]*>", "", re.sub(r"</?(?:div|li|p|ul)\b[^>]*>", "\n\n", plain))
    for part in re.split(r"\n\s*\n|\n(?=- |\d+\. )", plain):
        yield from sentences(" ".join(part.split()))


def count_words(model: BaseModel) -> int:
    """The words of a model's prose."""
    return sum(len(text.split()) for text in prose_of(model))


def grade(prose: Iterable[str]) -> float:
    """The US school grade that the prose asks for: the mean of two measures that need no dictionary of syllables.

    Coleman and Liau (1975), Journal of Applied Psychology 60; Automated Readability Index, Senter and Smith (1967).
    """
    text = " ".join(prose)
    return float((textstat.coleman_liau_index(text) + textstat.automated_readability_index(text)) / 2)


@pytest.mark.ours
def test_every_field_has_a_profile(site: Site) -> None:
    assert set(site.vocabulary.fields) == {model.field for model in site.occupations.values()}
    assert len(site.vocabulary.fields) == 24


@pytest.mark.ours
def test_all_fourteen_strategies_are_written(site: Site) -> None:
    written = [s.key for guide in site.methods.values() for s in guide.strategies]
    assert len(written) == len(set(written)) == 14
    assert not any(term.planned for term in site.vocabulary.methods.values())


def test_strategies_say_enough(site: Site) -> None:
    strategies = [strategy for guide in site.methods.values() for strategy in guide.strategies]
    short = {strategy.key: count_words(strategy) for strategy in strategies if count_words(strategy) < 600}
    assert short == {}


def test_prose_asks_for_no_more_than_ninth_grade(site: Site) -> None:
    models: dict[str, BaseModel] = {**site.occupations, **site.methods, **site.quizzes}
    grades = {name: grade(prose_of(model)) for name, model in models.items()}
    for kind, introductions in site.introductions.items():
        grades[f"ways/{kind}"] = grade(sentences("\n".join(introductions.values())))
    grades["glossary"] = grade(sentences("\n".join(term.description for term in site.vocabulary.glossary.values())))
    grades |= {page.path: grade(prose) for page in site.pages if (prose := [*prose_of_page(page.text)])}
    assert {name: round(value, 1) for name, value in grades.items() if value > 9} == {}


def test_grade_tells_hard_prose_from_easy(site: Site) -> None:
    model = next(iter(site.occupations.values()))
    hard = "Notwithstanding considerable organisational heterogeneity, practitioners characteristically prioritise."
    assert grade(prose_of(model.model_copy(update={"what_they_do": hard * 60}))) > 9 > grade(prose_of(model))
