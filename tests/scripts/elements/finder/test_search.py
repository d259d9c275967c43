"""Finding an occupation by title, other name, deed, wish or task, slips forgiven; and finding nothing."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.conftest import PROJECT
from tests.scripts.grammar import read_grammar
from tests.scripts.node.running import Modules

GRAMMAR: dict[str, Any] = read_grammar(PROJECT).names.model_dump()
NAMES: dict[str, Any] = {
    "version": 1,
    "profiled": 5,
    "slug": ["electrician", "registered-nurse", "physician", "welder", "nurse-midwife"],
    "title": ["Electrician", "Registered nurse", "Physician", "Welder", "Nurse midwife"],
    "aliases": [["sparky", "wireman"], ["RN", "staff nurse"], ["doctor", "MD"], ["metal fabricator"], []],
    "field": ["a", "b", "b", "c", "b"],
    "fields": {"a": "Construction", "b": "Healthcare", "c": "Production"},
    "address": "occupations/{slug}/",
}
FINDING: dict[str, Any] = {
    "version": 1,
    "light": ["a", "an", "the", "i", "want", "to", "be", "of", "my"],
    "roles": ["worker", "person"],
    "alike": {"physio": "physiotherapist", "colour": "color"},
    "more": [["Truck Electrician"], [], ["Head Doctor (HD)"], [], ["Worker"]],
    "called": {"0": ["leccy"], "3": ["IT smith"]},
    "jobs": "66535",
    "verbs": {"mend": ["fix", "work"], "help": ["heal", "work"], "build": ["make"]},
    "deeds": [
        {"does": ["mend"], "to": ["light", "fuse box"], "at": [0]},
        {"does": ["help"], "to": ["people", "mother"], "at": [1, 4]},
        {"does": ["build"], "to": ["building", "ship"], "at": [3, 0]},
        {"does": ["mend"], "to": [], "at": [3]},
    ],
    "wishes": [
        {"say": ["no degree", "without a degree"], "label": "without a degree", "show": "education=none,school"},
        {"say": ["at night", "nights"], "label": "at night", "show": "hours=nights"},
        {"say": ["metal"], "label": "metal work", "show": "field=c"},
        {"say": ["well paid"], "label": "best paid first", "show": "sort=pay"},
        {"say": ["metal pension"], "label": "", "show": "", "note": "No figure."},
        {"say": ["calm"], "label": "at night", "show": "hours=nights", "note": "Nights are near."},
    ],
    "list": "occupations/#show1&",
    "pay": {
        "currency": "USD",
        "signs": ["$", "dollars"],
        "thousand": ["k", "thousand"],
        "at_least": ["over", "more than"],
        "hour": ["an hour"],
        "month": ["a month"],
        "year": ["a year"],
        "hours_a_year": 2000,
        "label": "{amount} or more",
    },
    "against": ["no", "not", "without", "bad at"],
    "until": ["but"],
    "apart": ["wielder"],
    "unlisted": ["registered"],
    "grammar": GRAMMAR,
    "idle": ["how long", "does it take"],
    "both": ["and", "or"],
    "refused": "Nothing is left out.",
}
TASKS = [
    ["Pull wires through walls", "Find out why lights went out"],
    ["Give medicines and watch what they do"],
    ["Find out what ails people"],
    ["Melt the edges of metal parts"],
    ["Watch over births"],
]


def find(
    modules: Modules, query: str, tasks: Any = TASKS, names: Any = NAMES, finding: Any = FINDING
) -> dict[str, Any]:
    """What a search finds."""
    body = "return finish(searching(finish(indexing(given.names, given.finding)), given.query, given.tasks));"
    given = {"names": names, "finding": finding, "query": query, "tasks": tasks}
    found: dict[str, Any] = modules.run("elements/finder/search site/slices", body, **given)
    return found


def slugs(found: dict[str, Any]) -> list[str]:
    """The slugs in order."""
    return [result["slug"] for result in found["results"]]


@pytest.mark.parametrize(
    ("query", "first", "kind", "why"),
    [
        ("Electrician", "electrician", "title", ""),
        ("an electrician", "electrician", "title", ""),
        ("I want to be the electrician", "electrician", "title", ""),
        ("electricians", "electrician", "title", ""),
        ("elec", "electrician", "title", ""),
        ("ELÉCTRICIAN", "electrician", "title", ""),
        ("sparky", "electrician", "alias", "sparky"),
        ("wire man", "electrician", "alias", "wireman"),
        ("wire-men", "electrician", "alias", "wireman"),
        ("leccy", "electrician", "alias", "leccy"),
        ("RN", "registered-nurse", "alias", "RN"),
        ("rn", "registered-nurse", "alias", "RN"),
        ("IT", "welder", "alias", "IT smith"),
        ("doc", "physician", "alias", "doctor"),
        ("hd", "physician", "alias", "Head Doctor (HD)"),
        ("head doctor", "physician", "alias", "Head Doctor (HD)"),
        ("nursemidwife", "nurse-midwife", "title", ""),
        ("midwife nurse", "nurse-midwife", "title", ""),
        ("nurse regist", "registered-nurse", "title", ""),
        ("welder person", "welder", "title", ""),
        ("electrisian", "electrician", "slip", ""),
        ("electrition", "electrician", "slip", ""),
        ("nusre midwife", "nurse-midwife", "slip", ""),
        ("nures midwife", "nurse-midwife", "slip", ""),
        ("fix lights", "electrician", "deed", ""),
        ("fixing the fuse box", "electrician", "deed", ""),
        ("help people", "registered-nurse", "deed", ""),
        ("healing mothers", "registered-nurse", "deed", ""),
        ("build ships", "welder", "deed", ""),
        ("build buildings", "welder", "deed", ""),
        ("ships", "welder", "deed", ""),
        ("births", "nurse-midwife", "task", "Watch over births"),
        ("medicine", "registered-nurse", "task", "Give medicines and watch what they do"),
        ("pulling wires", "electrician", "task", "Pull wires through walls"),
    ],
)
def test_search_finds_what_is_meant_first(modules: Modules, query: str, first: str, kind: str, why: str) -> None:
    found = find(modules, query)
    assert found["isGuess"] is (kind == "slip")
    result = found["results"][0]
    assert (result["slug"], result["kind"], result["why"]) == (first, kind, why)


@pytest.mark.parametrize(
    ("query", "show", "is_all"),
    [
        ("no degree", "education=none,school", True),
        ("jobs without any degree", None, False),
        ("work without a degree", "education=none,school", False),
        ("no degree at night", "education=none,school&hours=nights", True),
        ("well paid nights", "sort=pay&hours=nights", True),
        ("night", "hours=nights", True),
        ("over 50,000", "pay=USD-50000", True),
        ("$50.5k", "pay=USD-50500", True),
        ("over $25 an hour", "pay=USD-50000", True),
        ("more than 25.50", "pay=USD-51000", True),
        ("4000 dollars a month", "pay=USD-48000", True),
        ("no degree over 60k", "pay=USD-60000&education=none,school", True),
        ("£50,000", None, False),
        ("911", None, False),
        ("over the top", None, False),
    ],
)
def test_wishes_are_filters(modules: Modules, query: str, show: str | None, is_all: bool) -> None:
    found = find(modules, query)
    assert (found["filter"]["show"] if found["filter"] else None) == show
    assert bool(found["filter"] and found["filter"]["isAll"]) is is_all
    assert not is_all or found["isSure"]


def test_a_wish_beside_a_name_is_offered_behind_what_is_called_so(modules: Modules) -> None:
    found = find(modules, "nurse no degree")
    assert slugs(found)[0] == "nurse-midwife"
    assert found["filter"]["show"] == "education=none,school"
    assert found["isBoth"]
    found = find(modules, "fix lights at night")
    assert (slugs(found), found["filter"]["show"], found["isBoth"]) == (["electrician"], "hours=nights", True)
    # Beside a wish of one word, what has a word typed somewhere in its name is not meant.
    assert find(modules, "metal staff")["results"] == []
    # "Metal fabricator" is a name, of which "metal" is no wish.
    found = find(modules, "metal fabricator")
    assert (slugs(found), found["filter"]) == (["welder"], None)


@pytest.mark.parametrize(
    "query",
    [
        "rm",
        "it man",
        "wielder",
        "welding mask",
        "weldrobotics",
        "zzzz",
        "sparkle",
        "draw lights",
        "nun",
        "elf",
        "trukc",
        "the registered",
        "electx",
    ],
)
def test_nothing_is_found_by_mere_likeness(modules: Modules, query: str) -> None:
    found = find(modules, query)
    assert (found["results"], found["filter"], found["isSure"]) == ([], None, False)


@pytest.mark.parametrize(
    ("query", "is_sure"),
    [
        ("electrician", True),
        ("the sparky", True),
        ("fabricator", True),
        ("staff", False),
        ("worker", False),
        ("nurse", False),
        ("elec", False),
        ("electrisian", False),
        ("fix lights", False),
        ("births", False),
    ],
)
def test_only_what_was_typed_is_sure(modules: Modules, query: str, is_sure: bool) -> None:
    assert find(modules, query)["isSure"] is is_sure


@pytest.mark.parametrize(
    ("query", "found", "show"),
    [
        ("no metal", [], None),
        ("not a welder", [], None),
        ("I want no lights", [], None),
        ("bad at fixing lights", [], None),
        ("no degree", [], "education=none,school"),
        ("no degree no metal", [], "education=none,school"),
        ("not in metal at night", [], "hours=nights"),
        ("electrician, not a welder", ["electrician"], None),
        ("no nurse but electrician", ["electrician"], None),
        ("no metal, no-degree", [], "education=none,school"),
        ("help people but not a nurse midwife", ["registered-nurse"], None),
    ],
)
def test_what_is_refused_is_not_looked_for(modules: Modules, query: str, found: list[str], show: str | None) -> None:
    answer = find(modules, query)
    assert (slugs(answer), answer["filter"]["show"] if answer["filter"] else None) == (found, show)
    assert not answer["isSure"] or query == "no degree"


def test_a_word_that_others_follow_is_no_beginning(modules: Modules) -> None:
    assert slugs(find(modules, "elec")) == ["electrician"]
    assert slugs(find(modules, "an elec")) == ["electrician"]
    assert slugs(find(modules, "elec to be")) == []


def test_occupation_comes_once_by_its_best_name(modules: Modules) -> None:
    assert slugs(find(modules, "nurse")) == ["nurse-midwife", "registered-nurse"]
    assert sorted(slugs(find(modules, "find out"))) == ["electrician", "physician"]


@pytest.mark.parametrize("query", ["", "   ", "!?", "̈", "((((", ".*", "a\\", "[x", "x" * 10_000, "ф" * 200, "<b>"])
def test_odd_input_finds_nothing_odd(modules: Modules, query: str) -> None:
    assert all(result["slug"] in NAMES["slug"] for result in find(modules, query)["results"])


def slips(typed: str, word: str) -> int:
    """Damerau's distance in its restricted form, worked out in full."""
    table = [[i + j if i * j == 0 else 0 for j in range(len(word) + 1)] for i in range(len(typed) + 1)]
    for i in range(1, len(typed) + 1):
        for j in range(1, len(word) + 1):
            change = typed[i - 1] != word[j - 1]
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + change)
            if i > 1 and j > 1 and typed[i - 1] == word[j - 2] and typed[i - 2] == word[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


def test_bounded_distance_is_the_full_one_within_its_bound(modules: Modules) -> None:
    chance = random.Random(5)  # noqa: S311
    cases = []
    for _ in range(600):
        word = "".join(chance.choices("abcd", k=chance.randint(1, 9)))
        letters = list(word)
        for _ in range(chance.randint(0, 4)):
            at = chance.randrange(len(letters) + 1)
            letters[at : at + chance.randint(0, 2)] = chance.choices("abcd", k=chance.randint(0, 2))
        if letters:
            cases.append(("".join(letters), word, chance.randint(1, 2)))
    body = """
      return given.cases.map(([typed, word, most]) => [measure(typed, word, most, true), measure(typed, word, most)]);
    """
    found = modules.run("elements/finder/distance", body, cases=cases)
    for (typed, word, most), (whole, beginning) in zip(cases, found, strict=True):
        assert whole == min(slips(typed, word), most + 1), (typed, word, most)
        full = min(slips(typed, word[:end]) for end in range(len(word) + 1))
        assert beginning == min(full, most + 1), (typed, word, most)


def test_profiles_come_before_outlines_but_for_the_whole_name(modules: Modules) -> None:
    names = {**NAMES, "profiled": 4}  # The nurse midwife is known by figures alone.
    assert slugs(find(modules, "nurse", names=names)) == ["registered-nurse", "nurse-midwife"]
    found = find(modules, "nurse midwife", names=names)
    assert [(result["slug"], result["isOutline"]) for result in found["results"]] == [("nurse-midwife", True)]


def test_a_slip_is_forgiven_where_no_name_has_the_word_itself(modules: Modules) -> None:
    names = {**NAMES, "title": [*NAMES["title"][:4], "Welter"]}
    assert slugs(find(modules, "welder", names=names)) == ["welder"]
    assert slugs(find(modules, "wellder", names=names)) == ["welder"]


@pytest.mark.parametrize(
    ("typed", "word", "slips"),
    [
        ("nusre", "nurse", 1),
        ("nrse", "nurse", 0.5),
        ("cehf", "chef", 0.5),
        ("deisgner", "designer", 0.5),
        ("weldre", "welder", 0.5),
        ("chif", "chief", 0.5),
        ("book", "cook", None),
        ("baker", "maker", None),
        ("magician", "musician", None),
        ("pirate", "private", None),
        ("fotographer", "photographer", 1),
        ("accontent", "accountant", 1),
        ("sicologist", "psychologist", 1.5),
        ("sychologist", "psychologist", 0.5),
        ("vet", "pet", None),
    ],
)
def test_slips_are_those_that_fingers_and_ears_make(
    modules: Modules, typed: str, word: str, slips: float | None
) -> None:
    body = "return countSlips(given.typed, given.word, makeSound(given.names.sounds, given.names.silent))"
    given = {"typed": typed, "word": word, "names": GRAMMAR}
    found = modules.run("elements/finder/distance language/grammar", body, **given)
    assert (None if found == float("inf") else found) == slips


@pytest.mark.parametrize(
    ("query", "plain", "english"),
    [("electricians", "slip", "title"), ("healing people", None, "deed"), ("welding", None, "title")],
)
def test_a_language_without_rules_finds_words_as_they_stand(
    modules: Modules, query: str, plain: str | None, english: str
) -> None:
    body = """
      const ask = (words) => finish(searching(finish(indexing(given.names, words)), given.query, []));
      return given.words.map((one) => ask(one).results[0]?.kind);
    """
    words = [{key: value for key, value in FINDING.items() if key != "grammar"}, FINDING]
    kinds = modules.run("elements/finder/search site/slices", body, names=NAMES, words=words, query=query)
    assert kinds == [plain, english]


def test_whatever_there_is_more_of_is_read_in_more_steps(modules: Modules) -> None:
    body = """
      const count = (finding) => [...indexing(given.names, finding)].length;
      return given.findings.map(count);
    """
    more = {key: FINDING[key] * 2 for key in ("deeds", "wishes")}
    once, twice = modules.run("elements/finder/search", body, names=NAMES, findings=[FINDING, FINDING | more])
    assert twice - once == len(FINDING["deeds"]) + len(FINDING["wishes"])


def test_a_wish_that_no_figure_tells_is_answered_in_words(modules: Modules) -> None:
    found = find(modules, "metal pension")
    assert (found["results"], found["filter"], found["says"], found["isSure"]) == ([], None, ["No figure."], False)
    # What comes near is offered, and not opened for what was wished.
    found = find(modules, "calm")
    assert (found["filter"]["show"], found["says"], found["isSure"]) == ("hours=nights", ["Nights are near."], False)
    assert find(modules, "no metal")["says"] == ["Nothing is left out."]
    assert find(modules, "electrician")["says"] == []


def test_two_names_are_both_found(modules: Modules) -> None:
    for query in ("electrician or welder", "Electrician / welder", "electrician, welder"):
        found = find(modules, query)
        assert (slugs(found)[:2], found["isSure"]) == (["electrician", "welder"], False)
    # A part that is no name is none of two.
    assert slugs(find(modules, "electrician and qqqq"))[:1] != ["welder"]


def test_words_of_editors_are_no_patterns(modules: Modules) -> None:
    finding = {**FINDING, "both": ["(", "?", "+/-"]}
    for query in ("electrician ( welder", "electrician ? welder", "electrician +/- welder"):
        assert slugs(find(modules, query, finding=finding))[:2] == ["electrician", "welder"]
    assert slugs(find(modules, "electrician welder", finding=finding))[:2] != ["electrician", "welder"]
    signs = r"\^$.*+?()[]{}|/-"
    finding = {**FINDING, "pay": {**FINDING["pay"], "thousand": [*signs, "k("]}}
    for word in (*signs, "k("):
        if word not in ".$":  # One is part of an amount, the other its currency.
            assert find(modules, f"over 50 {word}", finding=finding)["filter"]["show"] == "pay=USD-50000", word


@pytest.mark.parametrize(
    ("word", "query"),
    [("K", "50k"), ("K", "50 K"), ("мың", "50 мың"), ("Мың", "50мың a year"), ("千", "50千"), ("mil", "50 mil")],
)
def test_thousands_are_said_in_any_script(modules: Modules, word: str, query: str) -> None:
    finding = {**FINDING, "pay": {**FINDING["pay"], "thousand": [word]}}
    assert find(modules, query, finding=finding)["filter"]["show"] == "pay=USD-50000"
    # The beginning of a longer word is none.
    assert find(modules, f"over 50000 {word}ж", finding=finding)["filter"]["show"] == "pay=USD-50000"


def test_signs_are_read_without_case_and_without_thousands(modules: Modules) -> None:
    pay = {**FINDING["pay"], "currency": "CHF", "signs": ["CHF", "$"], "thousand": []}
    for query in ("chf 50000", "CHF 50000", "50000 $"):
        assert find(modules, query, finding={**FINDING, "pay": pay})["filter"]["show"] == "pay=CHF-50000"


def test_what_only_asks_is_not_looked_for(modules: Modules) -> None:
    assert slugs(find(modules, "how long does it take to be an electrician")) == ["electrician"]
    assert find(modules, "how long")["results"] == []


def test_initials_are_just_these(modules: Modules) -> None:
    assert slugs(find(modules, "elec")) == ["electrician"]
    assert find(modules, "ELEC")["results"] == []
    assert slugs(find(modules, "RN")) == ["registered-nurse"]


def test_the_end_of_another_name_is_no_name(modules: Modules) -> None:
    # "Welder" is what people are called; "wireman" only stands among other names.
    assert slugs(find(modules, "stamp welder")) == ["welder"]
    assert find(modules, "stamp wireman")["results"] == []


def test_whatever_refuses_refuses(modules: Modules) -> None:
    assert find(modules, "bad degree")["filter"] is None
    assert find(modules, "not degree")["filter"]["show"] == "education=none,school"
