"""The technical page says the numbers that the formulas go by, and the match is as fair as it says."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.simulation import Simulation
from generator.model.site import Site
from tests.conftest import REPOSITORY
from tests.scripts.node.running import Modules
from tools.benchmarks.fairness.bars import find_broken

pytestmark = pytest.mark.ours

PAGE = REPOSITORY / "content/about/technical.md"
WORDS = {2: "two", 3: "three", 4: "four"}
SHARES = {2: "half", 3: "third", 4: "quarter", 5: "fifth"}


def short(share: float) -> str:
    """A share as the page writes it: .8."""
    return f"{share:g}".replace("0.", ".", 1)


@pytest.fixture(scope="module")
def numbers(modules: Modules) -> dict[str, Any]:
    """The constants of the formulas, as the scripts have them."""
    found: dict[str, Any] = {}
    for module, names in {
        "scoring/matching": "DRAWS, LIMITS, TOP, TOP_IN",
        "scoring/norms": "LIKENESS, ELEVATION, STRAY",
        "scoring/changes": "MOST, MOST_ACROSS, TRIED",
        "scoring/skills": "SOLID",
        "scoring/scales": "FLAT_QUICK, FLAT_FULL",
        "scoring/values": "CLEAR, DOUBT",
        "kept/settings": "WEIGHTS",
    }.items():
        found |= modules.run(module, f"return {{{names}}};")
    return found


@pytest.mark.parametrize(
    "sentence",
    [
        "So {DRAWS} sets of scores are drawn",
        "The top is the first {TOP}, or the first {top_share} if fewer than {few} occupations are ranked.",
        "*strong* is at least {strong} of the draws, and *possible* at least {possible}.",
        "expected answer = mean of people + {likeness}",
        "{likeness}² of what people vary by",
        "plus {ELEVATION} for how much somebody likes everything, plus {stray} for each score by itself.",
        "Each way counts {weight}.",
        "at least {promised_strong} of 10 strong ones and {promised_possible} of 10 possible ones",
        "one answer after the other, up to {MOST} steps",
        "the {tried} that move the occupation furthest are tried in full, with all {DRAWS} draws",
        "the best steps across scales are added up, {MOST_ACROSS} at most",
        "From step {SOLID} a skill counts as there",
        "That point is {FLAT_QUICK} in the quick form and {FLAT_FULL} in the full one.",
        'Below {clear} the result says "no clear order"',
        "but no less than {doubt} and no more than .5",
        "interests {interests}, skills {skills}, values {values}, environment {environment}.",
    ],
)
def test_page_says_what_the_formulas_do(numbers: dict[str, Any], own: Site, sentence: str) -> None:
    assert own.norms
    assert own.simulation
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    said = sentence.format(
        **numbers,
        **{kind: short(weight) for kind, weight in numbers["WEIGHTS"].items()},
        strong=short(numbers["LIMITS"]["strong"]),
        possible=short(numbers["LIMITS"]["possible"]),
        likeness=short(numbers["LIKENESS"]),
        stray=short(numbers["STRAY"]),
        weight=short(own.norms.weight),
        promised_strong=round(10 * own.simulation.promises.strong),
        promised_possible=round(10 * own.simulation.promises.possible),
        clear=short(numbers["CLEAR"]),
        doubt=short(numbers["DOUBT"]),
        top_share=SHARES[numbers["TOP_IN"]],
        tried=WORDS[numbers["TRIED"]],
        few=numbers["TOP"] * numbers["TOP_IN"],
    )
    assert said in page


@pytest.fixture(scope="module")
def made(own: Site) -> Simulation:
    assert own.simulation
    return own.simulation


def test_the_match_holds_its_bars_in_each_world(made: Simulation) -> None:
    assert list(find_broken(made)) == []


def test_page_says_of_the_sample_what_the_norms_have(own: Site) -> None:
    assert own.norms
    page = next(page.text for page in own.pages if page.path == "about/technical.md")
    means = {scale: norm.mean for scale, norm in own.norms.scales.items()}
    most, least = max(means, key=means.__getitem__), min(means, key=means.__getitem__)
    labels = {key: term.label for key, term in own.vocabulary.interests.items()}
    said = (
        f"In a sample of {own.norms.people:,} adults, {labels[most]} was liked most ({means[most]:.1f} of 5) and "
        f"{labels[least]} least ({means[least]:.1f})"
    )
    assert said in " ".join(page.split())
