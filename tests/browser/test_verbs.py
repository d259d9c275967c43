"""Verbs in stories: forms that belong to a listed past form, what counts as one, and the comparison with answers."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.browser.modules import ASSETS, REPOSITORY, Modules, as_map

VERBS = {
    "realistic": ["built", "mended", "planted", "wired", "dug"],
    "investigative": ["traced", "measured", "studied", "solved"],
    "artistic": ["drew", "sang", "edited"],
    "social": ["taught", "listened", "cared", "guided"],
    "enterprising": ["sold", "led", "planned", "argued"],
    "conventional": ["sorted", "counted", "filed", "labelled"],
}
COMMON = """
  not car cars can bar rat past hop hat mat not in is it at an on us as be we he she they them then than that this these
  with from have has had will would was were saw what when where who why how all any some good bad new old my your our
  one two time year day man men woman people thing way work job school home dying sing song rang red bed fed need seed
  feed deed indeed hundred
"""


@pytest.mark.parametrize(
    ("past", "forms"),
    [
        ("mended", "mend mends mending"),
        ("traced", "trace traces tracing"),
        ("cared", "care cares caring"),
        ("wired", "wire wires wiring"),
        ("measured", "measure measures measuring"),
        ("edited", "edit edits editing"),
        ("planned", "plan plans planning"),
        ("drilled", "drill drills drilling"),
        ("labelled", "label labels labelling"),
        ("pressed", "press presses pressing"),
        ("added", "add adds adding"),
        ("studied", "study studies studying"),
        ("tied", "tie ties tying"),
        ("dyed", "dye dyes dyeing"),
        ("agreed", "agree agrees agreeing"),
        ("played", "play plays playing"),
        ("fixed", "fix fixes fixing"),
        ("coached", "coach coaches coaching"),
        ("solved", "solve solves solving"),
        ("handled", "handle handles handling"),
        ("judged", "judge judges judging"),
        ("arranged", "arrange arranges arranging"),
        ("argued", "argue argues arguing"),
        ("raised", "raise raises raising"),
        ("nursed", "nurse nurses nursing"),
        ("soothed", "soothe soothes soothing"),
        ("guided", "guide guides guiding"),
        ("evaluated", "evaluate evaluates evaluating"),
        ("mediated", "mediate mediates mediating"),
        ("curled", "curl curls curling"),
        ("organised", "organise organises organising"),
        ("synthesised", "synthesise synthesises synthesising"),
        ("repaired", "repair repairs repairing"),
    ],
)
def test_regular_forms_follow_by_rule(modules: Modules, past: str, forms: str) -> None:
    found = modules.call("elements/sheet/verbs", "deriveForms", past)
    assert {past, *forms.split()} <= {*found["sure"], *found["doubtful"]}
    assert forms.split()[2] in found["sure"]


@pytest.mark.parametrize("past", ["built", "drew", "taught", "led", "sped", "fed", "bid"])
def test_of_irregular_verbs_only_the_listed_form_is_known(modules: Modules, past: str) -> None:
    assert modules.call("elements/sheet/verbs", "deriveForms", past) == {"sure": [past], "doubtful": []}


def list_verbs() -> dict[str, list[str]]:
    """The word list of the site."""
    text = (REPOSITORY / "content/vocabulary/verbs.yml").read_text(encoding="utf-8")
    found: dict[str, list[str]] = yaml.safe_load(text)
    return found


def test_no_form_of_the_sites_list_is_a_common_word(modules: Modules) -> None:
    forms = modules.run("elements/sheet/verbs", "return makeForms(given.verbs)", verbs=list_verbs())
    assert len(forms) > 1000
    assert sorted(set(COMMON.split()) & set(forms)) == []


def test_what_is_listed_stays_with_its_interest(modules: Modules) -> None:
    verbs = list_verbs()
    forms = modules.run("elements/sheet/verbs", "return makeForms(given.verbs)", verbs=verbs)
    for interest, pasts in verbs.items():
        for past in pasts:
            assert forms[past] == {"interest": interest, "verb": past, "isDoubtful": False}


def find(modules: Modules, text: str) -> Any:
    """The verbs in a text by the made-up list."""
    return modules.run(
        "elements/sheet/verbs", "return findVerbs(given.text, makeForms(given.verbs))", text=text, verbs=VERBS
    )


def test_each_verb_counts_once_as_it_stands_first(modules: Modules) -> None:
    text = "I MENDED the pump, mending it twice. Then I built a shed, measured it and drew it."
    assert find(modules, text) == {
        "realistic": ["mended", "built"],
        "investigative": ["measured"],
        "artistic": ["drew"],
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I plant beans", ["plant"]),
        ("and then plant beans", ["plant"]),
        ("to plant beans", ["plant"]),
        ("the plant grew", []),
        ("with plants", []),
        ("I liked my plants. Plants grow.", ["plants"]),
        ("the planting of beans", ["planting"]),
    ],
)
def test_a_base_form_after_an_article_or_preposition_is_a_noun(modules: Modules, text: str, found: list[str]) -> None:
    assert find(modules, text).get("realistic", []) == found


@pytest.mark.parametrize("text", ["", "   ", "<b>…</b> 12 %", "untraced, misled?", "\u0301" * 50])
def test_a_text_without_verbs_has_none(modules: Modules, text: str) -> None:
    assert find(modules, text) == {}


def test_a_long_text_is_looked_through_at_once(modules: Modules) -> None:
    body = """const text = "I mended what was sorted. ".repeat(2000), forms = makeForms(given.verbs);
      const start = performance.now();
      findVerbs(text, forms);
      return performance.now() - start;"""
    assert modules.run("elements/sheet/verbs", body, verbs=VERBS) < 500


@pytest.mark.parametrize(
    ("found", "high", "both", "stories", "answers"),
    [
        ({"social": 4, "artistic": 1}, ["social"], ["social"], [], []),
        ({"social": 4, "artistic": 3}, ["social"], ["social"], ["artistic"], []),
        ({"social": 4, "artistic": 2}, ["artistic", "realistic"], [], ["social"], ["artistic", "realistic"]),
        ({}, ["social"], [], [], ["social"]),
        ({"social": 1}, [], [], ["social"], []),
    ],
)
def test_stories_and_answers_are_compared(
    modules: Modules, found: dict[str, int], high: list[str], both: list[str], stories: list[str], answers: list[str]
) -> None:
    words = as_map({interest: ["x"] * count for interest, count in found.items()})
    compared = modules.call("elements/sheet/verbs", "compareInterests", words, high)
    assert compared == {"both": both, "stories": stories, "answers": answers}


def test_the_rules_touch_neither_page_nor_storage() -> None:
    text = (ASSETS / "elements/sheet/verbs.js").read_text(encoding="utf-8")
    assert "import" not in text
    assert "document" not in text
