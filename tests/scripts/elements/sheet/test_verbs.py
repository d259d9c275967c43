"""Verbs in stories: forms that belong to a listed past form, what counts as one, and the comparison with answers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import PROJECT, REPOSITORY
from tests.scripts.grammar import read_grammar
from tests.scripts.node.running import ASSETS, Modules, as_map

GRAMMAR = read_grammar(PROJECT).verbs.model_dump()
SPANISH = read_grammar(REPOSITORY / "languages/es").verbs.model_dump()

VERBS = {
    "realistic": ["built", "mended", "planted", "wired", "dug"],
    "investigative": ["traced", "measured", "studied", "solved"],
    "artistic": ["drew", "sang", "edited"],
    "social": ["taught", "listened", "cared", "guided"],
    "enterprising": ["sold", "led", "planned", "argued"],
    "conventional": ["sorted", "counted", "filed", "labelled"],
}


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
    found = modules.call("elements/sheet/verbs", "deriveForms", past, GRAMMAR)
    assert {past, *forms.split()} <= {*found["sure"], *found["doubtful"]}
    assert forms.split()[2] in found["sure"]


@pytest.mark.parametrize("past", ["built", "drew", "taught", "led", "sped", "fed", "bid"])
def test_of_irregular_verbs_only_the_listed_form_is_known(modules: Modules, past: str) -> None:
    assert modules.call("elements/sheet/verbs", "deriveForms", past, GRAMMAR) == {"sure": [past], "doubtful": []}


def test_without_rules_the_listed_form_alone_is_known(modules: Modules) -> None:
    body = "return given.rules.map((one) => [...makeForms({ artistic: ['mended'] }, one ?? undefined).all.keys()])"
    own, none = modules.run("elements/sheet/verbs", body, rules=[GRAMMAR, None])
    assert len(own) > 1
    assert none == ["mended"]


@pytest.mark.parametrize(
    ("past", "forms"),
    [
        ("arreglé", "arreglar arreglando arreglaba arreglamos"),
        ("toqué", "tocar tocando tocaba tocamos"),
        ("cargué", "cargar cargando cargaba cargamos"),
        ("utilicé", "utilizar utilizando utilizaba utilizamos"),
        ("vendí", "vender vendiendo vendía vendimos"),
        ("construí", "construir construyendo construía construimos"),
        ("conduje", ""),
        ("pesé", "pesando pesaba pesamos"),
    ],
)
def test_another_language_has_rules_of_its_own(modules: Modules, past: str, forms: str) -> None:
    found = modules.call("elements/sheet/verbs", "deriveForms", past, SPANISH)
    assert {past, *forms.split()} <= {*found["sure"]}
    assert "pesar" not in found["sure"]


def find(modules: Modules, text: str) -> Any:
    """The verbs in a text by the made-up list."""
    return modules.run(
        "elements/sheet/verbs",
        "return findVerbs(given.text, makeForms(given.verbs, given.rules))",
        text=text,
        verbs=VERBS,
        rules=GRAMMAR,
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
    body = """const text = "I mended what was sorted. ".repeat(2000), forms = makeForms(given.verbs, given.rules);
      const start = performance.now();
      findVerbs(text, forms);
      return performance.now() - start;"""
    assert modules.run("elements/sheet/verbs", body, verbs=VERBS, rules=GRAMMAR) < 500


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
    assert "\nimport" not in text
    assert "document" not in text
