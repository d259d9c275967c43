"""Files of what is kept: older versions, odd parts, what merging does, and that all comes back as it was."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.conftest import CASES
from tests.scripts.conftest import Open
from tests.scripts.node.running import Json, Modules, as_map, put, stored
from tests.scripts.quizzes import answer, make_quizzes

BACKUPS = CASES / "backups"
DAY = "2026-11-24"

READ = "const file = readBackup(given.text, given.quizzes);"
OPEN = READ + "const contents = 'fault' in file ? file : readContents(file, given.quizzes);"
MERGE = "const outcome = findMerge(readAll(), contents.values, given.quizzes);"
TELL = "const told = {...outcome, values: [...outcome.values.keys()]};"


def run(modules: Modules, text: str, body: str, **given: Any) -> Any:
    """What a body returns that has `contents` of a file."""
    quizzes = as_map(make_quizzes())
    names = "kept/files/backup kept/files/merging kept/files/holdings kept/files/remembering kept/store"
    return modules.run(names, OPEN + body, text=text, quizzes=quizzes, **given)


def read_case(name: str) -> str:
    return (BACKUPS / name).read_text(encoding="utf-8")


def kept(modules: Modules) -> Json:
    """All values on the device."""
    return {name: json.loads(text) for name, text in stored(modules).items()}


def write_file(modules: Modules) -> str:
    """The file that would be downloaded."""
    text: str = modules.run("kept/files/backup kept/store", f"return writeBackup(readAll(), '{DAY}');")
    return text


def make_file(version: Any = 2, /, **data: Any) -> str:
    """A file; `__` in a name is a full stop."""
    named = {name.replace("__", "."): {"v": 1, **value} for name, value in data.items()}
    return json.dumps({"format": "career-guides", "v": version, "saved": DAY, "data": named})


def make_goal(name: str = "goal", changed: int = 1, **others: Any) -> Json:
    item = {"id": name, "kind": "goal", "text": f"Text of {name}", "made": DAY, "changed": changed, "revision": 0}
    return item | others


def make_entry(name: str = "entry", changed: int = 1, **values: Any) -> Json:
    return {"id": name, "made": DAY, "changed": changed, "revision": 0, "values": values}


def make_result(name: str = "r", day: str = DAY, seed: int = 1, changed: int = 1) -> Json:
    answers = answer(make_quizzes()["skills"], seed)
    return {"id": name, "quiz": "skills", "form": "full", "date": day, "answers": answers, "changed": changed}


# Files


@pytest.mark.parametrize("case", ["whole", "hostile"])
@pytest.mark.parametrize("way", [MERGE + "merge(outcome)", "replace(contents)"], ids=["merge", "replace"])
def test_a_file_becomes_what_is_known_of_it(fresh: Open, case: str, way: str) -> None:
    modules = fresh()
    today = modules.call("language/dates", "today")
    run(modules, read_case(f"{case}.json"), way)
    assert kept(modules) == json.loads(read_case(f"{case}.stored.json").replace("TODAY", today))
    assert modules.evaluate("({}).polluted") is None
    # What it has become is a file that comes back as it is.
    again = write_file(modules)
    before = kept(modules)
    found = run(fresh(), again, "replace(contents); return [contents.leftOut, contents.odd, contents.partial];")
    assert found == [0, 0, 0]
    assert kept(modules) == before


def test_odd_parts_are_counted(fresh: Open) -> None:
    odd, partial, items, entries = run(
        fresh(),
        read_case("hostile.json"),
        "const {holdings: {items, sheets}} = contents;"
        "return [contents.odd, contents.partial, items.length, sheets.get('seven-stories').length];",
    )
    file = json.loads(read_case("hostile.json"))["data"]
    assert (items, entries) == (6, 2)
    assert odd == len(file["plan"]["items"]) - 6 + len(file["sheet.seven-stories"]["entries"]) - 2
    # Four items and one entry have something in them that makes no sense.
    assert partial == 5


# Refused


@pytest.mark.parametrize(
    ("version", "fault"),
    [
        (1, "shape"),
        (3, "newer"),
        (2.5, "shape"),
        (10**309, "shape"),
        (0, "shape"),
        ("2", "shape"),
        (None, "shape"),
    ],
)
def test_file_of_another_version_is_refused(fresh: Open, version: Any, fault: str) -> None:
    assert run(fresh(), make_file(version, fit={"levels": [1]}), "return contents;") == {"fault": fault}


@pytest.mark.parametrize("name", ["plan", "sheet.x", "results"])
def test_a_list_that_is_none_is_refused_and_one_that_is_not_there_is_empty(fresh: Open, name: str) -> None:
    prop = {"plan": "items"}.get(name, "entries")
    data = {name.replace(".", "__"): {prop: {"0": make_goal()}}, "fit": {"levels": [1]}}
    assert run(fresh(), make_file(**data), "return contents;") == {"fault": "shape"}
    data[name.replace(".", "__")] = {}
    assert run(fresh(), make_file(**data), "return [contents.odd, contents.holdings.settings];") == [0, 1]


LIMITS = {
    "results": (make_file(results={"entries": [{}] * 1001}), "results", 1001, 1000),
    "items": (make_file(plan={"items": [make_goal(str(n)) for n in range(10_000)]}), "items", 10_000, 1000),
    "odd-items": (make_file(plan={"items": [None] * 1001}), "items", 1001, 1000),
    "entries": (make_file(sheet__x={"entries": [make_entry(str(n)) for n in range(201)]}), "entries", 201, 200),
    "parts": (make_file(**{f"sheet__x{n}": {"entries": []} for n in range(201)}), "parts", 201, 200),
}


@pytest.mark.parametrize("name", LIMITS)
def test_too_much_is_refused_with_its_number(fresh: Open, name: str) -> None:
    text, what, found, most = LIMITS[name]
    fault = run(fresh(), text, "return contents;")
    assert fault == {"fault": "many", "what": what, "found": found, "most": most} | (
        {"sheet": "x"} if what == "entries" else {}
    )


@pytest.mark.parametrize(
    "data",
    [
        make_file(results={"entries": [make_result(str(n)) for n in range(1000)]}),
        make_file(plan={"items": [make_goal(str(n)) for n in range(1000)]}),
        make_file(sheet__x={"entries": [make_entry(str(n), a="b") for n in range(200)]}),
    ],
    ids=["results", "items", "entries"],
)
def test_as_much_as_there_may_be_is_taken(fresh: Open, data: str) -> None:
    modules = fresh()
    assert run(modules, data, MERGE + "merge(outcome); return [contents.odd, outcome.limit];") == [0, None]
    assert kept(modules) == {f"careers.{name}": value for name, value in json.loads(data)["data"].items()}


@pytest.mark.parametrize(
    ("here", "there", "limit"),
    [
        (
            {"results": {"entries": [make_result(str(n)) for n in range(600)]}},
            {"results": {"entries": [make_result(str(n)) for n in range(500, 1001)]}},
            {"fault": "many", "what": "results", "found": 1001, "most": 1000},
        ),
        (
            {"plan": {"items": [make_goal(str(n)) for n in range(999)]}},
            {"plan": {"items": [make_goal("a"), make_goal("b")]}},
            {"fault": "many", "what": "items", "found": 1001, "most": 1000},
        ),
        (
            {"sheet.x": {"entries": [make_entry(str(n), a="b") for n in range(200)]}},
            {"sheet.x": {"entries": [make_entry("more", a="b")]}},
            {"fault": "many", "what": "entries", "found": 201, "most": 200, "sheet": "x"},
        ),
        (
            {f"sheet.x{n}": {"entries": []} for n in range(150)},
            {f"sheet.y{n}": {"entries": []} for n in range(100)} | {"fit": {}},
            {"fault": "many", "what": "parts", "found": 251, "most": 200},
        ),
        (
            {"plan": {"items": [make_goal(str(n)) for n in range(1000)]}},
            {"plan": {"items": [make_goal("a")]}, "sheet.x": {"entries": [make_entry("b", a="b")]}},
            {"fault": "many", "what": "items", "found": 1001, "most": 1000},
        ),
        (
            {f"sheet.x{n}": {"entries": []} for n in range(199)},
            {"sheet.y": {"entries": []}, "plan": {"items": [make_goal("a")]}},
            {"fault": "many", "what": "parts", "found": 201, "most": 200},
        ),
    ],
    ids=["results", "items", "entries", "parts", "items-before-what-fits", "parts-before-what-fits"],
)
def test_a_merge_that_would_be_too_much_is_refused_beforehand(
    fresh: Open, here: Json, there: Json, limit: Json
) -> None:
    modules = fresh({name: {"v": 1, **value} for name, value in here.items()})
    before = stored(modules)
    text = make_file(**{name.replace(".", "__"): value for name, value in there.items()})
    assert run(modules, text, MERGE + "return outcome.limit;") == limit
    assert stored(modules) == before


def test_a_full_plan_does_not_get_in_the_way_of_what_it_has_already(fresh: Open) -> None:
    items = [make_goal(str(n)) for n in range(1000)]
    modules = fresh({"plan": {"v": 1, "items": items}})
    newer = make_goal("7", 2, text="Changed")
    assert run(modules, make_file(plan={"items": [newer]}), MERGE + "merge(outcome); return outcome.limit;") is None
    assert kept(modules)["careers.plan"]["items"] == [*items[:7], newer, *items[8:]]


@pytest.mark.parametrize(
    "frame", ['{"format":"career-guides","v":2,"saved":"2026-11-24","data":', ""], ids=["ours", "other"]
)
@pytest.mark.parametrize("pair", ["[]", "{}"])
def test_millions_of_levels_do_not_keep_the_browser_busy(fresh: Open, frame: str, pair: str) -> None:
    modules = fresh()
    inner = pair[0] if pair == "[]" else '{"a":'
    body = """
      const text = given.frame + given.inner.repeat(3e6) + given.last.repeat(3e6);
      const start = performance.now();
      const found = readBackup(text, given.quizzes);
      return [found.fault, performance.now() - start];
    """
    given = {"frame": frame, "inner": inner, "last": pair[1], "quizzes": as_map({})}
    fault, took = modules.run("kept/files/backup", body, **given)
    assert fault == ("deep" if frame else "foreign")
    assert took < 1000


def test_brackets_in_texts_are_no_levels(fresh: Open) -> None:
    text = '[[[{{{"\\[' * 50
    modules = fresh()
    run(modules, make_file(plan={"items": [make_goal(text=text)]}), MERGE + "merge(outcome);")
    assert kept(modules)["careers.plan"]["items"][0]["text"] == text


def test_a_large_file_is_read_in_a_moment(fresh: Open) -> None:
    body = """
      const values = {a: "看".repeat(4900)};
      const entry = (at) => ({id: `e${at}`, made: "2026-11-24", changed: 1, revision: 0, values});
      const sheet = {v: 1, entries: Array.from({length: 100}, (_, at) => entry(at))};
      const sheets = Array.from({length: 13}, (_, at) => [`sheet.s${at}`, sheet]);
      const text = writeBackup(new Map(sheets), "2026-11-24");
      const begun = performance.now();
      const contents = readContents(readBackup(text, given.quizzes), given.quizzes);
      const took = performance.now() - begun;
      return [new Blob([text]).size, contents.holdings.sheets.size, contents.partial, took];
    """
    size, sheets, partial, took = fresh().run("kept/files/backup kept/files/merging", body, quizzes=as_map({}))
    assert 19_000_000 < size < 20 * 1_048_576
    assert (sheets, partial) == (13, 0)
    assert took < 3000


def test_all_that_a_site_may_keep_fits_into_a_file_that_is_opened(fresh: Open) -> None:
    """The 5 MiB of UTF-16 units that browsers grant, in the letters that take most room in UTF-8."""
    modules = fresh()
    body = """
      const sign = given.sign;
      for (let number = 0; number < 14; number++) {
        const values = {a: sign.repeat(4900)};
        const entry = (at) => ({id: `e${at}`, made: "2026-11-24", changed: 1, revision: 0, values});
        if (!write(`sheet.s${number}`, {entries: Array.from({length: 73}, (_, at) => entry(at))})) return null;
      }
      const text = writeBackup(readAll(), "2026-11-24");
      return [new Blob([text]).size, MOST_BYTES, Object.values({...localStorage}).join("").length];
    """
    size, most, units = modules.run("kept/files/backup kept/store", body, sign="看")
    assert units > 5_000_000
    assert 14_900_000 < size < most == 20_971_520


# Merging


def test_new_things_are_added_after_those_that_are_here(fresh: Open) -> None:
    here = {"plan": [make_goal("a"), make_goal("b")], "sheet.x": [make_entry("p", q="1")]}
    modules = fresh(
        {
            "plan": {"v": 1, "items": here["plan"]},
            "sheet.x": {"v": 1, "entries": here["sheet.x"]},
            "results": {"v": 1, "entries": [make_result("r1")]},
        }
    )
    file = make_file(
        plan={"items": [make_goal("c"), make_goal("a")]},
        sheet__x={"entries": [make_entry("o", q="2")]},
        sheet__y={"entries": [make_entry("n", q="3")]},
        results={"entries": [make_result("r2", "2026-01-01"), make_result("r1", seed=2)]},
    )
    outcome = run(modules, file, MERGE + TELL + "merge(outcome); return told;")
    assert outcome["values"] == ["results", "plan", "sheet.x", "sheet.y"]
    assert [record["id"] for record in outcome["added"]["records"]] == ["r2"]
    assert [item["id"] for item in outcome["added"]["items"]] == ["c"]
    assert {name: len(entries) for name, entries in outcome["added"]["sheets"].items()} == {"x": 1, "y": 1}
    found = kept(modules)
    assert [item["id"] for item in found["careers.plan"]["items"]] == ["a", "b", "c"]
    assert [entry["id"] for entry in found["careers.sheet.x"]["entries"]] == ["p", "o"]
    assert found["careers.results"]["entries"] == [make_result("r1"), make_result("r2", "2026-01-01")]
    # The second time there is nothing left to do.
    assert run(modules, file, MERGE + TELL + "return told.values;") == []


@pytest.mark.parametrize(
    ("mine", "theirs", "wins"),
    [(5, 6, "theirs"), (6, 5, "mine"), (5, 5, "mine"), (0, 1, "theirs"), (5, 2**53 - 1, "mine")],
)
def test_the_one_changed_later_wins_both_ways(fresh: Open, mine: int, theirs: int, wins: str) -> None:
    modules = fresh(
        {
            "plan": {"v": 1, "items": [make_goal("a", mine, text="mine", review="2027-01-01"), make_goal("b")]},
            "sheet.x": {"v": 1, "entries": [make_entry("a", mine, q="mine", only="here"), make_entry("b")]},
        }
    )
    file = make_file(
        plan={"items": [make_goal("a", theirs, text="theirs")]},
        sheet__x={"entries": [make_entry("a", theirs, q="theirs")]},
    )
    outcome = run(modules, file, MERGE + TELL + "merge(outcome); return told;")
    won, lost = ("newer", "older") if wins == "theirs" else ("older", "newer")
    assert len(outcome[won]["items"]) == len(outcome[won]["sheets"]["x"]) == 1
    assert (outcome[lost]["items"], outcome[lost]["sheets"], outcome["added"]["items"]) == ([], {}, [])
    found = kept(modules)
    first, second = found["careers.plan"]["items"]
    assert (first["text"], "review" in first, second["id"]) == (wins, wins == "mine", "b")
    first, second = found["careers.sheet.x"]["entries"]
    assert (first["values"]["q"], "only" in first["values"], second["id"]) == (wins, wins == "mine", "b")


@pytest.mark.parametrize(("first", "second", "wins"), [(5, 6, 1), (6, 5, 0), (5, 5, 1)])
def test_of_twins_in_a_file_the_last_of_the_newest_is_meant(fresh: Open, first: int, second: int, wins: int) -> None:
    twins = [make_goal("a", first, text="First"), make_goal("a", second, text="Second")]
    entries = [make_entry("e", first, q="First"), make_entry("e", second, q="Second")]
    modules = fresh()
    file = make_file(plan={"items": twins}, sheet__x={"entries": entries})
    assert run(modules, file, MERGE + "merge(outcome); return contents.odd;") == 2
    found = kept(modules)
    assert found["careers.plan"]["items"] == [twins[wins]]
    assert found["careers.sheet.x"]["entries"] == [entries[wins]]


@pytest.mark.parametrize(("mine", "theirs", "wins"), [(5, 6, 2), (6, 5, 1), (5, 5, 1)])
def test_of_a_result_the_one_changed_later_wins(fresh: Open, mine: int, theirs: int, wins: int) -> None:
    modules = fresh({"results": {"v": 1, "entries": [make_result(changed=mine)]}})
    file = make_file(results={"entries": [make_result(seed=2, changed=theirs)]})
    told = run(modules, file, MERGE + TELL + "merge(outcome); return told;")
    assert [len(told[part]["records"]) for part in ("added", "newer", "older")] == [0, wins - 1, 2 - wins]
    assert kept(modules)["careers.results"]["entries"] == [
        [make_result(changed=mine), make_result(seed=2, changed=theirs)][wins - 1]
    ]


def test_answers_changed_and_finished_again_on_the_same_day_are_the_newer_ones(fresh: Open) -> None:
    modules = fresh()
    quiz = make_quizzes()["skills"]
    body = """
      const state = load(given.quiz);
      for (const one of given.answers) state.answers.set(...one);
      finish(given.quiz, state, "full");
    """
    keep = "kept/sittings"
    modules.run(keep, body, quiz=quiz, answers=as_map(answer(quiz, 1)))
    old = stored(modules)["careers.results"]
    modules.run(keep, body, quiz=quiz, answers=as_map(answer(quiz, 2)))
    file, newer = write_file(modules), kept(modules)["careers.results"]["entries"]
    put(modules, "results", old)
    run(modules, file, MERGE + "merge(outcome);")
    assert kept(modules)["careers.results"]["entries"] == newer
    assert newer[0]["answers"] == answer(quiz, 2)


def test_the_same_on_both_sides_counts_as_nothing(fresh: Open) -> None:
    modules = fresh({"plan": {"v": 1, "items": [make_goal(review="2027-01-01")]}})
    turned = dict(reversed(make_goal(review="2027-01-01").items()))
    outcome = run(modules, make_file(plan={"items": [turned]}), MERGE + TELL + "return told;")
    assert (outcome["values"], outcome["newer"]["items"], outcome["older"]["items"]) == ([], [], [])


def test_what_this_version_cannot_read_stays_where_it_is(fresh: Open) -> None:
    strange = {"id": "s", "kind": "reminder", "text": "from a later version", "changed": 9}
    changed = {**make_result("old"), "answers": {"gone": 1}}
    modules = fresh(
        {
            "plan": {"v": 1, "items": [None, strange, make_goal("a", 1, later=[1])]},
            "results": {"v": 1, "entries": [changed]},
            "sheet.x": {"v": 1, "entries": [{"id": "no values"}]},
        }
    )
    file = make_file(
        plan={"items": [make_goal("b")]},
        results={"entries": [make_result()]},
        sheet__x={"entries": [make_entry(q="1")]},
    )
    run(modules, file, MERGE + "merge(outcome);")
    found = kept(modules)
    assert found["careers.plan"]["items"] == [None, strange, make_goal("a", 1, later=[1]), make_goal("b")]
    assert found["careers.results"]["entries"] == [changed, make_result()]
    assert found["careers.sheet.x"]["entries"] == [{"id": "no values"}, make_entry(q="1")]


def test_a_broken_thing_gives_way_to_a_whole_one(fresh: Open) -> None:
    modules = fresh({"plan": {"v": 1, "items": [make_goal("a", 99, text="")]}})
    run(modules, make_file(plan={"items": [make_goal("a", 1)]}), MERGE + "merge(outcome);")
    assert kept(modules)["careers.plan"]["items"] == [make_goal("a", 1)]


def test_of_twins_on_the_device_the_first_whole_one_is_meant(fresh: Open) -> None:
    broken, first, second = make_goal("a", 9, text=""), make_goal("a", 1), make_goal("a", 3)
    modules = fresh({"plan": {"v": 1, "items": [broken, first, second]}})
    theirs = make_goal("a", 2, text="Theirs")
    run(modules, make_file(plan={"items": [theirs]}), MERGE + "merge(outcome);")
    assert kept(modules)["careers.plan"]["items"] == [broken, theirs, second]


def test_as_many_values_as_there_may_be_are_merged(fresh: Open) -> None:
    body = """
      const name = (from, to) => new Map(Array.from({length: to - from}, (_, at) => [`x${from + at}`, {a: 1}]));
      return [200, 201].map((most) => findMerge(name(0, 100), name(50, most), given.quizzes).limit);
    """
    limit = {"fault": "many", "what": "parts", "found": 201, "most": 200}
    assert run(fresh(), make_file(), body) == [None, limit]


def test_of_twins_that_came_since_the_newer_is_meant(fresh: Open) -> None:
    twins = [make_goal("b"), make_goal("a", 1), make_goal("a", 3), make_goal("a", 2)]
    since = "const since = new Map([['plan', {items: given.twins}]]);"
    body = since + "return findMerge(new Map(), since, given.quizzes).values.get('plan').items;"
    assert run(fresh(), make_file(), body, twins=twins) == [twins[0], twins[2]]


def test_answers_and_settings_of_the_device_stay(fresh: Open) -> None:
    mine, theirs = ({"id": name, "form": "full", "answers": {"skill-0": step}} for name, step in (("m", 1), ("t", 2)))
    begun: Json = {"id": "n", "form": None, "answers": {}}
    modules = fresh(
        {
            "quiz.skills": {"v": 1, **mine},
            "quiz.values": {"v": 1, **begun},
            "fit": {"v": 1, "levels": [1]},
            "later": {"v": 1, "a": 1},
        }
    )
    values = {"id": "t", "form": "full", "answers": {"achievement.independence": 1}}
    file = make_file(quiz__skills=theirs, quiz__values=values, fit={"levels": [2]}, later={"a": 1})
    outcome = run(modules, file, MERGE + TELL + "merge(outcome); return told;")
    assert (outcome["values"], outcome["stay"]) == (["quiz.values"], ["quiz.skills", "fit"])
    found = kept(modules)
    assert found["careers.quiz.skills"] == {"v": 1, **mine}
    assert found["careers.quiz.values"] == {"v": 1, **values}
    assert found["careers.fit"] == {"v": 1, "levels": [1]}


def test_what_was_taken_off_the_list_is_joined(fresh: Open) -> None:
    mine: Json = {"v": 1, "occupations": {"midwife": "Midwife", "nurse": "Nurse"}, "later": 1}
    modules = fresh({"dismissed": mine})
    theirs = {"occupations": {"nurse": "Nurses", "baker": "Baker"}, "fields": {"Health": "Health", "odd": 5}}
    body = MERGE + TELL + "merge(outcome); return {...told, parts: countParts(outcome.added)};"
    outcome = run(modules, make_file(dismissed=theirs), body)
    assert (outcome["stay"], outcome["parts"]) == ([], [["off", 2]])
    joined = {"occupations": {**mine["occupations"], "baker": "Baker"}, "fields": {"Health": "Health"}}
    assert kept(modules)["careers.dismissed"] == mine | joined
    # Once more it changes nothing.
    again = run(modules, make_file(dismissed=theirs), body)
    assert (again["values"], again["stay"], again["parts"]) == ([], [], [])


# A finished sitting: its answers stand in the result alone.
DONE: Json = {"id": "r", "form": "full", "answers": {}, "done": DAY}
BEGUN: Json = {"id": "b", "form": "full", "answers": {"skill-0": 1}, "done": None}
AGAIN: Json = {"id": "n", "form": None, "answers": {}, "done": None}


@pytest.mark.parametrize(
    ("mine", "theirs", "wins", "stay"),
    [
        ((DONE, True), (BEGUN, False), "mine", ["quiz.skills"]),
        ((DONE, True), (AGAIN, False), "mine", []),
        ((BEGUN, False), (DONE, True), "mine", []),
        ((AGAIN, False), (DONE, True), "theirs", []),
        ((AGAIN, True), (DONE, True), "theirs", []),
        # Its result was deleted: there is nothing here that could be lost.
        ((DONE, False), (BEGUN, False), "theirs", []),
        ((DONE, False), (DONE, True), "mine", []),
    ],
)
def test_a_finished_sitting_gives_way_to_none_and_to_none_gives_way(
    fresh: Open, mine: tuple[Json, bool], theirs: tuple[Json, bool], wins: str, stay: list[str]
) -> None:
    sides = [
        {"quiz.skills": sitting} | ({"results": {"entries": [make_result()]}} if has_result else {})
        for sitting, has_result in (mine, theirs)
    ]
    modules = fresh({name: {"v": 1, **value} for name, value in sides[0].items()})
    file = make_file(fit={"levels": [1]}, **{name.replace(".", "__"): value for name, value in sides[1].items()})
    outcome = run(modules, file, MERGE + TELL + "merge(outcome); return told;")
    found = kept(modules)
    assert found["careers.quiz.skills"] == {"v": 1, **(mine if wins == "mine" else theirs)[0]}
    assert outcome["stay"] == stay
    # As a result it is counted; as answers only those that are no result yet.
    assert outcome["added"]["quizzes"] == (["skills"] if wins == "theirs" and theirs[0] is BEGUN else [])
    assert len(found.get("careers.results", {}).get("entries", [])) == (mine[1] or theirs[1])


# Putting back


TAMPER = """
  localStorage.removeItem("careers / gone");
  write("plan", {items: []});
  write("new", {a: 1});
  localStorage.setItem("careers / unreadable.new", "{");
"""


@pytest.mark.parametrize("way", ["", "forgetAll();"])
def test_all_is_put_back_to_the_letter(fresh: Open, way: str) -> None:
    modules = fresh({"plan": '{"v" : 1, "items": [1]}', "gone": {"v": 1}, "unreadable.x": "{", "same": {"v": 1}})
    modules.evaluate("() => localStorage.setItem('other', 'mine')")
    before = stored(modules)
    modules.run(
        "kept/store kept/files/remembering", f"const putBack = remember(); {way} {TAMPER} putBack(); putBack();"
    )
    assert stored(modules) == before


QUOTA = """
  const put = Storage.prototype.setItem;
  const limit = (most) => {
    Storage.prototype.setItem = function (name, text) {
      const others = Object.keys(this).filter((key) => key !== name);
      const size = others.reduce((sum, key) => sum + key.length + this[key].length, name.length + text.length);
      if (size > most) throw new DOMException("full", "QuotaExceededError");
      put.call(this, name, text);
    };
  };
  const open = () => { Storage.prototype.setItem = put; };
"""


def test_what_shrinks_makes_room_for_what_grows_back(fresh: Open) -> None:
    modules = fresh({"a": {"v": 1, "t": "x" * 50}, "b": {"v": 1, "t": "y"}})
    before = stored(modules)
    body = """
      limit(130);
      const putBack = remember();
      write("a", {t: "x"});
      const isSaved_ = write("b", {t: "y".repeat(50)});
      putBack();
      open();
      return [isSaved_, isSaved()];
    """
    assert modules.run("kept/store kept/files/remembering", QUOTA + body) == [True, True]
    assert stored(modules) == before


def test_what_was_never_saved_is_put_back_too(fresh: Open) -> None:
    modules = fresh({"a": {"v": 1, "n": 0}})
    body = """
      limit(0);
      write("a", {n: 1});
      const putBack = remember();
      open();
      write("a", {n: 2});
      write("b", {n: 2});
      limit(0);
      write("c", {n: 2});
      open();
      putBack();
      return [read("a").n, read("b"), read("c"), localStorage["careers / a n"], isSaved()];
    """
    assert modules.run("kept/store kept/files/remembering", QUOTA + body) == [1, None, None, "0", False]


def test_replacing_deletes_nothing_where_nothing_can_be_saved(fresh: Open) -> None:
    modules = fresh({"plan": {"v": 1, "items": [make_goal("mine")]}, "unreadable.x": "{"})
    before = stored(modules)
    text = make_file(plan={"items": [make_goal("theirs")]})
    assert run(modules, text, QUOTA + "limit(0); const done = replace(contents); open(); return done;") is False
    assert stored(modules) == before


def test_replacing_works_where_the_storage_is_full_to_the_last_letter(fresh: Open) -> None:
    modules = fresh({"plan": {"v": 1, "items": [make_goal("mine", text="x" * 300)]}})
    size = sum(len(name) + len(text) for name, text in stored(modules).items())
    text = make_file(plan={"items": [make_goal("theirs")]})
    assert run(modules, text, QUOTA + f"limit({size}); const done = replace(contents); open(); return done;") is True
    assert [item["id"] for item in kept(modules)["careers.plan"]["items"]] == ["theirs"]


def test_an_import_that_finds_no_room_half_way_is_kept_and_can_be_put_back(fresh: Open) -> None:
    modules = fresh({"fit": {"v": 1, "levels": [1]}})
    before = stored(modules)
    file = make_file(plan={"items": [make_goal("a")]}, sheet__x={"entries": [make_entry(q="long " * 100)]})
    body = """
      limit(300);
      const putBack = remember();
      const list = () => [...new Set(Object.keys(localStorage).map((key) => key.split(" ")[2]))].sort();
      const first = [merge(outcome), isSaved(), list(), [...readAll().keys()]];
      putBack();
      const second = [isSaved(), [...readAll().keys()]];
      replace(contents);
      const third = [isSaved(), list(), [...readAll().keys()]];
      putBack();
      open();
      return [first.slice(1), second, third];
    """
    first, second, third = run(modules, file, QUOTA + MERGE + body)
    assert first == [False, ["fit", "plan", "sheet.x"], ["fit", "plan", "sheet.x"]]
    assert second == [True, ["fit"]]
    assert third == [False, ["plan", "sheet.x"], ["plan", "sheet.x"]]
    assert stored(modules) == before


def test_what_came_since_joins_what_was_forgotten(fresh: Open) -> None:
    modules = fresh(
        {
            "plan": {"v": 1, "items": [make_goal("a"), make_goal("b", 1, text="old")]},
            "sheet.x": {"v": 1, "entries": [make_entry("e", q="1")]},
            "quiz.skills": {"v": 1, "id": "old", "answers": {"skill-0": 1}},
            "results": {"v": 1, "entries": [make_result("r1")]},
            "dismissed": {"v": 1, "occupations": {"midwife": "Midwife"}, "fields": {}},
        }
    )
    newer = make_goal("b", 2, text="new")
    body = """
      const putBack = remember();
      forgetAll();
      write("plan", {items: given.items});
      write("quiz.skills", {id: "new", answers: {"skill-0": 2}});
      write("results", {entries: given.results});
      write("dismissed", {fields: {Health: "Health"}});
      reunite(putBack, given.quizzes);
    """
    run(modules, make_file(fit={}), body, items=[make_goal("c"), newer], results=[make_result("r2", "2026-01-01")])
    found = kept(modules)
    assert found["careers.plan"]["items"] == [make_goal("a"), newer, make_goal("c")]
    assert found["careers.sheet.x"]["entries"] == [make_entry("e", q="1")]
    assert found["careers.quiz.skills"]["id"] == "new"
    assert [entry["id"] for entry in found["careers.results"]["entries"]] == ["r1", "r2"]
    off = {"v": 1, "occupations": {"midwife": "Midwife"}, "fields": {"Health": "Health"}}
    assert found["careers.dismissed"] == off


def test_counts_name_each_kind(fresh: Open) -> None:
    modules = fresh(
        {name.removeprefix("careers."): value for name, value in json.loads(read_case("whole.stored.json")).items()}
        | {"unreadable.plan": "{"}
    )
    body = "return countParts(lookHere(given.quizzes));"
    counts = modules.run("kept/files/holdings", body, quizzes=as_map(make_quizzes()))
    assert counts == [
        ["results", 2],
        ["answers", 1],
        ["occupation", 1],
        ["experiment", 1],
        ["goal", 1],
        ["contact", 1],
        ["note", 1],
        ["sheet", 2],
        ["settings", 1],
        ["unreadable", 1],
    ]
