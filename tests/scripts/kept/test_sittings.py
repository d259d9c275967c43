"""One sitting of a quiz, from its first answer on: each answer lies on the device once, and none is lost."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.scripts.conftest import Open
from tests.scripts.node.running import FORBID, FULL, Json, Modules, as_map, put, stored
from tests.scripts.quizzes import answer, make_quizzes

QUIZ = make_quizzes()["interests"]
ALL = answer(QUIZ, 1)
QUICK = answer(QUIZ, 1, "quick")
MORE = {item: step for item, step in answer(QUIZ, 2).items() if item not in QUICK}
FIRST = next(iter(QUICK))
DAY, NEXT_DAY = "2026-11-24", "2026-11-25"
LATER = "Date = class extends Date { constructor(...parts) { super(...(parts.length ? parts : [given.now])); } };"


def run(modules: Modules, body: str, day: str = DAY, **given: Any) -> Any:
    """What a body returns that has `quiz` and, of what lies on the device, `state`."""
    names = "kept/sittings kept/records kept/store kept/files/remembering"
    begin = f"{LATER} const quiz = given.quiz; const state = load(quiz);"
    return modules.run(names, begin + body, quiz=QUIZ, now=f"{day}T12:00:00", **given)


def give(modules: Modules, answers: Json) -> bool:
    """Answer items, one after the other; whether all is saved."""
    body = "return [...given.answers].map((one) => (state.answers.set(...one), save(quiz, state))).every(Boolean);"
    saved: bool = run(modules, body, answers=as_map(answers))
    return saved


def finish(modules: Modules, form: str = "quick", day: str = DAY) -> bool:
    """See the results of a form."""
    body = "state.form = given.form; return finish(quiz, state, state.form === 'quick' ? 'quick' : 'full');"
    saved: bool = run(modules, body, day, form=form)
    return saved


def load(modules: Modules) -> Json:
    """The sitting as a page finds it."""
    found: Json = run(modules, "return state;")
    return found


def kept(modules: Modules, name: str) -> Json:
    """A value on the device."""
    found: Json = json.loads(stored(modules)[f"careers.{name}"])
    return found


def own(modules: Modules) -> Json:
    """The answers that lie apart from results."""
    found: Json = kept(modules, "quiz.interests")["answers"]
    return found


def test_what_is_answered_is_there_after_a_reload(fresh: Open) -> None:
    modules = fresh()
    assert load(modules)["answers"] == {}
    assert give(modules, QUICK)
    before = run(modules, "state.form = 'quick'; save(quiz, state); return state;")
    modules.reload()
    assert load(modules) == before == {"id": before["id"], "form": "quick", "answers": QUICK, "done": None}


@pytest.mark.parametrize(("form", "answers"), [("quick", QUICK), ("full", ALL)])
def test_a_finished_sitting_is_kept_once(fresh: Open, form: str, answers: Json) -> None:
    modules = fresh()
    give(modules, answers)
    before = load(modules)
    assert finish(modules, form)
    modules.reload()
    assert load(modules) == {**before, "form": form, "done": DAY}
    (result,) = kept(modules, "results")["entries"]
    assert (result["id"], result["form"], result["answers"]) == (before["id"], form, answers)
    assert own(modules) == {}
    # Once among the answers, once among the stamps.
    assert [text.count(f'"{FIRST}"') for name, text in sorted(stored(modules).items())] == [0, 2]


def test_an_answer_changed_afterwards_is_kept_and_becomes_part_of_the_result(fresh: Open) -> None:
    modules = fresh()
    give(modules, QUICK)
    finish(modules)
    changed = {FIRST: QUICK[FIRST] % 5 + 1}
    give(modules, changed)
    assert own(modules) == changed
    modules.reload()
    assert (load(modules)["answers"], load(modules)["done"]) == (QUICK | changed, DAY)
    assert kept(modules, "results")["entries"][0]["answers"] == QUICK
    finish(modules)
    assert [entry["answers"] for entry in kept(modules, "results")["entries"]] == [QUICK | changed]
    assert own(modules) == {}


def stage(modules: Modules, form: str = "quick") -> str:
    """How far the sitting has come in a form."""
    items = [item for item in QUIZ["items"] if form == "full" or item.get("quick")]
    body = "return findStage(quiz, state, given.items);"
    found: str = run(modules, body, items=items)
    return found


def test_a_result_counts_until_that_of_the_changed_answers_is_seen(fresh: Open) -> None:
    modules = fresh()
    assert stage(modules) == "new"
    give(modules, {FIRST: QUICK[FIRST]})
    assert stage(modules) == "begun"
    give(modules, QUICK)
    # All is answered, and nobody has seen what comes of it.
    assert stage(modules) == "begun"
    finish(modules)
    assert stage(modules) == "finished"
    give(modules, {FIRST: QUICK[FIRST] % 5 + 1})
    modules.reload()
    assert stage(modules) == "changed"
    give(modules, {FIRST: QUICK[FIRST]})
    assert stage(modules) == "finished"
    give(modules, {FIRST: QUICK[FIRST] % 5 + 1})
    finish(modules, day=NEXT_DAY)
    assert stage(modules) == "finished"


def test_a_result_of_the_quick_form_is_not_one_of_the_full_form(fresh: Open) -> None:
    modules = fresh()
    give(modules, QUICK)
    finish(modules)
    assert stage(modules, "full") == "begun"
    give(modules, MORE)
    assert (stage(modules), stage(modules, "full")) == ("finished", "changed")
    finish(modules, "more")
    assert stage(modules, "full") == "finished"


def test_without_its_result_a_sitting_is_not_finished(fresh: Open) -> None:
    modules = fresh()
    give(modules, QUICK)
    finish(modules)
    give(modules, {FIRST: QUICK[FIRST] % 5 + 1})
    run(modules, DROP)
    assert stage(modules) == "begun"
    # A tab may still show all of it.
    run(
        modules,
        "state.answers = given.answers; state.done = given.done; save(quiz, state);",
        answers=as_map(QUICK),
        done=DAY,
    )
    assert stage(modules) == "begun"


def test_an_answer_changed_back_is_none_of_its_own(fresh: Open) -> None:
    modules = fresh()
    give(modules, QUICK)
    finish(modules)
    give(modules, {FIRST: QUICK[FIRST] % 5 + 1})
    give(modules, {FIRST: QUICK[FIRST]})
    assert own(modules) == {}


def test_the_same_sitting_on_another_day_leaves_the_older_result_as_it_is(fresh: Open) -> None:
    modules = fresh()
    give(modules, QUICK)
    finish(modules)
    changed = QUICK | {FIRST: QUICK[FIRST] % 5 + 1}
    give(modules, changed)
    finish(modules, day=NEXT_DAY)
    found = kept(modules, "results")["entries"]
    assert [(entry["date"], entry["answers"]) for entry in found] == [(DAY, QUICK), (NEXT_DAY, changed)]
    assert len({entry["id"] for entry in found}) == 1
    assert (load(modules)["answers"], load(modules)["done"], own(modules)) == (changed, NEXT_DAY, {})


def test_more_questions_are_kept_beside_the_result_until_they_are_part_of_it(fresh: Open) -> None:
    modules = fresh()
    give(modules, QUICK)
    finish(modules)
    some = dict(list(MORE.items())[:7])
    give(modules, some)
    assert own(modules) == some
    modules.reload()
    assert load(modules)["answers"] == QUICK | some
    give(modules, MORE)
    finish(modules, "more")
    assert own(modules) == {}
    assert load(modules)["answers"] == kept(modules, "results")["entries"][0]["answers"] == QUICK | MORE
    assert load(modules)["form"] == "more"


def test_answers_that_are_not_in_the_form_stay(fresh: Open) -> None:
    modules = fresh()
    some = dict(list(MORE.items())[:3])
    give(modules, QUICK | some)
    finish(modules)
    assert own(modules) == some
    assert load(modules)["answers"] == QUICK | some


def test_starting_again_and_back(fresh: Open) -> None:
    modules = fresh()
    give(modules, QUICK)
    finish(modules)
    body = """
      save(quiz, begin());
      const again = load(quiz);
      save(quiz, state);
      return [again.answers, again.done, again.id !== state.id, load(quiz)];
    """
    answers, done, is_other, back = run(modules, body)
    assert (answers, done, is_other) == ({}, None, True)
    assert back == load(modules) == {"id": back["id"], "form": "quick", "answers": QUICK, "done": DAY}
    assert own(modules) == {}


def test_a_new_sitting_takes_nothing_from_the_last(fresh: Open) -> None:
    modules = fresh()
    give(modules, QUICK)
    finish(modules)
    run(modules, "save(quiz, begin());")
    give(modules, {FIRST: QUICK[FIRST]})
    assert own(modules) == load(modules)["answers"] == {FIRST: QUICK[FIRST]}
    give(modules, QUICK)
    finish(modules)
    assert len({entry["id"] for entry in kept(modules, "results")["entries"]}) == 2


DROP = "const {records: [record]} = loadRecords(new Map([[quiz.key, quiz]])); dropRecord(record);"


def test_a_deleted_result_takes_its_answers_along_and_brings_them_back(fresh: Open) -> None:
    modules = fresh()
    give(modules, QUICK)
    finish(modules)
    before = load(modules)
    gone, back = run(modules, DROP + "const gone = load(quiz); addRecords([record]); return [gone, load(quiz)];")
    assert (gone["answers"], gone["done"], gone["form"]) == ({}, None, None)
    # What comes next is a sitting of its own, even on the same day.
    assert gone["id"] != before["id"]
    assert back == before
    run(modules, DROP)
    assert f'"{FIRST}"' not in "".join(stored(modules).values())


def test_deleting_a_result_leaves_what_was_changed_since(fresh: Open) -> None:
    modules = fresh()
    give(modules, QUICK)
    finish(modules)
    changed = {FIRST: QUICK[FIRST] % 5 + 1}
    give(modules, changed)
    gone, back = run(modules, DROP + "const gone = load(quiz); addRecords([record]); return [gone, load(quiz)];")
    assert gone["answers"] == changed
    assert back["answers"] == QUICK | changed


def test_all_that_was_forgotten_joins_a_sitting_of_the_same_day(fresh: Open) -> None:
    modules = fresh()
    give(modules, QUICK)
    finish(modules)
    forget = """
      globalThis.putBack = remember();
      forgetAll();
      finish(quiz, {...load(quiz), answers: given.answers}, "quick");
    """
    newer = answer(QUIZ, 3, "quick")
    run(modules, forget, answers=as_map(newer))
    modules.run("kept/files/merging", "reunite(putBack, given.quizzes);", quizzes=as_map({"interests": QUIZ}))
    assert [entry["answers"] for entry in kept(modules, "results")["entries"]] == [QUICK, newer]
    assert (load(modules)["answers"], own(modules)) == (newer, {})


def test_a_tab_that_still_shows_a_deleted_result_keeps_all_of_it_anew(fresh: Open) -> None:
    modules = fresh()
    give(modules, QUICK)
    finish(modules)
    step = QUICK[FIRST] % 5 + 1
    run(modules, DROP + "state.answers.set(given.item, given.step); save(quiz, state);", item=FIRST, step=step)
    assert own(modules) == load(modules)["answers"] == QUICK | {FIRST: step}


ROOM = """
  const put = Storage.prototype.setItem;
  Storage.prototype.setItem = function (name, text) {
    if (name.includes(" results")) throw new DOMException("full", "QuotaExceededError");
    put.call(this, name, text);
  };
"""


def test_a_result_that_finds_no_room_leaves_all_answers_where_they_are(fresh: Open) -> None:
    modules = fresh(trouble=ROOM)
    assert give(modules, QUICK)
    assert finish(modules) is False
    assert own(modules) == QUICK
    changed = {FIRST: QUICK[FIRST] % 5 + 1}
    # Also later: that the result stands in the page's memory does not count.
    give(modules, changed)
    assert own(modules) == QUICK | changed
    modules.reload()
    assert (load(modules)["answers"], load(modules)["done"]) == (QUICK | changed, DAY)
    # Now there is room.
    assert finish(modules)
    assert own(modules) == {}
    assert kept(modules, "results")["entries"][0]["answers"] == QUICK | changed


def test_a_changed_result_that_finds_no_room_stays_beside_the_one_that_did(fresh: Open) -> None:
    modules = fresh()
    give(modules, QUICK)
    finish(modules)
    changed = {FIRST: QUICK[FIRST] % 5 + 1}
    give(modules, changed)
    modules.evaluate(f"() => {{ {ROOM} }}")
    assert finish(modules) is False
    modules.reload()
    assert load(modules)["answers"] == QUICK | changed


@pytest.mark.parametrize("trouble", [FULL, FORBID], ids=["full", "forbidden"])
def test_where_nothing_can_be_saved_the_sitting_is_there_until_the_page_is_closed(fresh: Open, trouble: str) -> None:
    modules = fresh(trouble=trouble)
    assert give(modules, QUICK) is False
    assert finish(modules) is False
    assert (load(modules)["answers"], load(modules)["done"]) == (QUICK, DAY)


def test_of_a_quiz_that_has_changed_the_answers_that_make_sense_stay(fresh: Open) -> None:
    modules = fresh()
    give(modules, QUICK)
    finish(modules)
    results = kept(modules, "results")
    results["entries"][0]["answers"] = {**QUICK, FIRST: 9, "gone": 1}
    put(modules, "results", json.dumps(results))
    assert load(modules)["answers"] == {item: step for item, step in QUICK.items() if item != FIRST}


@pytest.mark.parametrize(
    ("sitting", "result"),
    [
        ({"id": "a", "done": DAY}, {"id": "b"}),
        ({"id": "a", "done": DAY}, {"date": NEXT_DAY}),
        ({"id": "a", "done": DAY}, {"quiz": "skills"}),
        ({"id": "a", "done": None}, {}),
        ({"id": "a", "done": None}, {"date": None}),
    ],
)
def test_only_the_result_of_the_sitting_counts(fresh: Open, sitting: Json, result: Json) -> None:
    entry = {"id": "a", "quiz": "interests", "form": "quick", "date": DAY, "answers": QUICK} | result
    modules = fresh(
        {
            "quiz.interests": {"v": 1, **sitting, "form": "quick", "answers": {FIRST: 2}},
            "results": {"v": 1, "entries": [None, [], entry]},
        }
    )
    assert load(modules)["answers"] == {FIRST: 2}


def change(quiz: Json, *keys: str) -> Json:
    """A quiz in which some items ask something else."""
    items = [item | ({"stamp": "else"} if item["key"] in keys else {}) for item in quiz["items"]]
    return quiz | {"items": items}


def test_a_changed_item_takes_its_own_answer_along_and_no_other(fresh: Open) -> None:
    modules = fresh()
    give(modules, QUICK)
    body = "return [...load(given.other).answers.keys()];"
    assert run(modules, body, other=change(QUIZ, FIRST)) == list(QUICK)[1:]
    finish(modules)
    modules.reload()
    assert run(modules, body, other=change(QUIZ, FIRST)) == list(QUICK)[1:]
    body = "return loadRecords(new Map([[quiz.key, given.other]]));"
    found = run(modules, body, other=change(QUIZ, FIRST))
    assert found["unknown"] == 0
    assert list(found["records"][0]["answers"]) == list(QUICK)[1:]
    # Two of five of one interest are too many.
    second = next(key for key in QUICK if key[0] == FIRST[0] and key != FIRST)
    assert run(modules, body, other=change(QUIZ, FIRST, second)) == {"records": [], "unknown": 1}
    # None of that is written.
    assert kept(modules, "results")["entries"][0]["answers"] == QUICK


def test_answers_from_before_there_were_stamps_stay(fresh: Open) -> None:
    modules = fresh()
    give(modules, QUICK)
    finish(modules)
    entries = kept(modules, "results")["entries"]
    del entries[0]["stamps"]
    run(modules, "return write('results', { entries: given.entries });", entries=entries)
    assert run(modules, "return load(given.other).answers;", other=change(QUIZ, FIRST)) == QUICK


def test_an_answer_to_a_changed_item_is_that_to_the_new_one(fresh: Open) -> None:
    modules = fresh()
    give(modules, QUICK)
    finish(modules)
    body = """
      const sitting = load(given.other);
      sitting.answers.set(given.first, 5);
      save(given.other, sitting);
      return [load(given.other).answers.get(given.first), finish(given.other, load(given.other), "quick")];
    """
    assert run(modules, body, NEXT_DAY, other=change(QUIZ, FIRST), first=FIRST) == [5, True]
    last = kept(modules, "results")["entries"][-1]
    assert (last["answers"], last["stamps"][FIRST]) == (QUICK | {FIRST: 5}, "else")
