"""The technical page says the numbers that the formulas go by."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import REPOSITORY
from tests.scripts.node.running import Modules

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
        "scoring/matching": "DRAWS, STRONG, POSSIBLE, TOP, TOP_IN",
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
        "**Strong**: among the top in at least {strong} of the draws",
        "**Possible**: in at least {possible}, but less than {strong}",
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
def test_page_says_what_the_formulas_do(numbers: dict[str, Any], sentence: str) -> None:
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    said = sentence.format(
        **numbers,
        **{kind: short(weight) for kind, weight in numbers["WEIGHTS"].items()},
        strong=short(numbers["STRONG"]),
        possible=short(numbers["POSSIBLE"]),
        clear=short(numbers["CLEAR"]),
        doubt=short(numbers["DOUBT"]),
        top_share=SHARES[numbers["TOP_IN"]],
        tried=WORDS[numbers["TRIED"]],
        few=numbers["TOP"] * numbers["TOP_IN"],
    )
    assert said in page
