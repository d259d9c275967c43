"""Finished assessments on the device, whatever else lies there."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.scripts.conftest import Open
from tests.scripts.node.running import FORBID, FULL, Json, Modules, Node, as_map, stored
from tests.scripts.quizzes import answer, make_quizzes

NOW = 1_795_000_000_000


def make_record(kind: str = "skills", seed: int = 1, **others: Any) -> Json:
    record = {
        "id": "s1",
        "quiz": kind,
        "form": "full",
        "date": "2026-11-20",
        "answers": answer(make_quizzes()[kind], seed),
        "changed": NOW,
    }
    return record | others


def entries(*records: Any) -> Json:
    """What is stored of results."""
    return {"results": {"v": 1, "entries": list(records)}}


def load(modules: Modules) -> Json:
    found: Json = modules.call("kept/records", "loadRecords", as_map(make_quizzes()))
    return found


def pass_on(modules: Modules, name: str, record: Json) -> bool:
    """What keepRecord or dropRecord returns, at the time NOW."""
    modules.evaluate(f"() => {{ Date.now = () => {NOW}; }}")
    saved: bool = modules.call("kept/records", name, record | {"answers": as_map(record["answers"])})
    return saved


def add(modules: Modules, *records: Json) -> bool:
    saved: bool = modules.call(
        "kept/records", "addRecords", [one | {"answers": as_map(one["answers"])} for one in records]
    )
    return saved


@pytest.mark.parametrize(
    ("day", "is_day"),
    [
        ("2026-11-24", True),
        ("2028-02-29", True),
        ("2026-02-29", False),
        ("2026-02-30", False),
        ("2026-13-01", False),
        ("2026-00-10", False),
        ("2026-1-1", False),
        ("2026-11-24T00:00", False),
        ("2026-11-24\n", False),
        ("", False),
        (20261124, False),
        (None, False),
        (["2026-11-24"], False),
    ],
)
def test_day_is_one_that_exists(fresh: Open, day: Any, is_day: bool) -> None:
    assert bool(fresh().call("language/dates", "isDay", day)) is is_day


CLOCK = "Date = class extends Date { constructor(...parts) { super(...(parts.length ? parts : [given.now])); } };"


def test_today_is_that_of_the_reader(node: Node) -> None:
    for zone, day in (("Pacific/Auckland", "2026-11-25"), ("America/Los_Angeles", "2026-11-24")):
        modules = node.open(zone=zone)
        assert modules.run("language/dates", f"{CLOCK} return today();", now="2026-11-24T20:00:00Z") == day
        modules.close()


def test_kept_record_is_loaded(fresh: Open) -> None:
    modules = fresh()
    record = make_record()
    assert pass_on(modules, "keepRecord", record) is True
    assert load(modules) == {"records": [record], "unknown": 0}
    assert json.loads(stored(modules)["careers.results"]) == {"v": 1, "entries": [record]}


def test_records_are_loaded_oldest_first(fresh: Open) -> None:
    days = ["2026-11-20", "2025-01-01", "2026-11-24", "2026-02-03"]
    modules = fresh(entries(*[make_record(id=day, date=day) for day in days]))
    assert [record["date"] for record in load(modules)["records"]] == sorted(days)


def test_result_that_a_wrong_clock_has_dated_is_not_the_latest_for_ever(fresh: Open) -> None:
    days = ["2025-01-01", "2031-05-05", "2026-11-25", "2026-11-26", "2040-01-01", "2026-11-24"]
    modules = fresh()
    body = f"{CLOCK} return sortRecords(given.days.map((date) => ({{ date }}))).map(({{ date }}) => date);"
    found = modules.run("kept/records", body, now="2026-11-24T12:00:00Z", days=days)
    assert found == ["2026-11-26", "2031-05-05", "2040-01-01", "2025-01-01", "2026-11-24", "2026-11-25"]


def test_same_sitting_on_the_same_day_is_replaced(fresh: Open) -> None:
    first, other, second = make_record(seed=1), make_record(id="s2"), make_record(seed=2)
    modules = fresh(entries(first, other))
    pass_on(modules, "keepRecord", second)
    # Newer than the one before, even where the clock stands still.
    assert load(modules)["records"] == [other, second | {"changed": NOW + 1}]


@pytest.mark.parametrize("changed", [None, "1", -1, 1.5, 2**53])
def test_a_time_that_makes_no_sense_is_none(fresh: Open, changed: Any) -> None:
    (record,) = load(fresh(entries(make_record(changed=changed))))["records"]
    assert "changed" not in record


@pytest.mark.parametrize("others", [{"id": "s2"}, {"date": "2026-11-21"}])
def test_another_sitting_or_day_is_added(fresh: Open, others: Json) -> None:
    first, second = make_record(seed=1), make_record(seed=2, **others)
    modules = fresh(entries(first))
    pass_on(modules, "keepRecord", second)
    assert load(modules)["records"] == [first, second]


def test_records_are_added_without_doubles(fresh: Open) -> None:
    here, other = make_record(seed=1), make_record("values", id="s2", date="2026-11-22")
    modules = fresh(entries(here))
    assert add(modules, make_record(seed=2), other) is True
    assert load(modules)["records"] == [here, other]


def test_record_that_comes_twice_is_added_once(fresh: Open) -> None:
    modules = fresh()
    add(modules, make_record(), make_record())
    assert len(load(modules)["records"]) == 1


def test_record_can_be_dropped(fresh: Open) -> None:
    first, second = make_record(), make_record(id="s2")
    modules = fresh(entries(first, second))
    assert pass_on(modules, "dropRecord", first) is True
    assert load(modules)["records"] == [second]


ODD: list[Any] = [
    {},
    make_record(quiz="other"),
    make_record(quiz="__proto__"),
    make_record(quiz=None),
    make_record(quiz=["skills"]),
    make_record(id=7),
    make_record(id=None),
    make_record(form="more"),
    make_record(form=None),
    make_record(date="2026-02-30"),
    make_record(date=None),
    make_record(answers=None),
    make_record(answers=[1, 2, 3, 4, 1, 2]),
    make_record(answers="skill-0"),
    make_record(answers={f"skill-{place}": 1 for place in range(5)}),
    make_record(answers={f"skill-{place}": 0 for place in range(6)}),
    make_record(answers={f"skill-{place}": 5 for place in range(6)}),
    make_record(answers={f"skill-{place}": 1.5 for place in range(6)}),
    make_record(answers={f"skill-{place}": "1" for place in range(6)}),
    make_record(form="quick"),
    make_record("values", form="quick", answers={}),
    [1, 2],
]


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_entry_is_counted_and_left_where_it_is(fresh: Open, odd: Any) -> None:
    record = make_record("interests", id="s9")
    modules = fresh(entries(odd, record))
    assert load(modules) == {"records": [record], "unknown": 1}
    later = make_record("values", id="s10")
    pass_on(modules, "keepRecord", later)
    assert json.loads(stored(modules)["careers.results"])["entries"] == [odd, record, later]


@pytest.mark.parametrize(
    "saved", [{"v": 1}, {"v": 1, "entries": None}, {"v": 1, "entries": {"0": 1}}, {"v": 1, "entries": [1, None, "x"]}]
)
def test_what_is_no_list_of_entries_is_empty(fresh: Open, saved: Json) -> None:
    assert load(fresh({"results": saved})) == {"records": [], "unknown": 0}


def test_answers_to_other_items_are_dropped(fresh: Open) -> None:
    answers = make_record()["answers"]
    record = make_record(answers=answers | {"constructor": 1, "other": 2})
    modules = fresh({"results": json.dumps(entries(record)["results"]).replace('"other"', '"__proto__"')})
    assert load(modules)["records"][0]["answers"] == answers


@pytest.mark.parametrize("trouble", [FULL, FORBID], ids=["full", "forbidden"])
def test_record_that_cannot_be_saved_is_there_until_the_page_is_closed(fresh: Open, trouble: str) -> None:
    modules = fresh(trouble=trouble)
    assert pass_on(modules, "keepRecord", make_record()) is False
    assert load(modules)["records"] == [make_record()]


def test_spoiled_results_are_set_aside(fresh: Open) -> None:
    modules = fresh({"results": '{"v": 1, "entries": ['})
    assert load(modules) == {"records": [], "unknown": 0}
    pass_on(modules, "keepRecord", make_record())
    assert stored(modules)["careers.unreadable.results"] == '{"v": 1, "entries": ['


def test_latest_of_each_kind_counts(fresh: Open) -> None:
    old, new = make_record(date="2026-01-01"), make_record(id="s2", seed=2)
    values = make_record("values", date="2025-05-05")
    found = fresh().call("kept/records", "findLatest", [values, old, new], as_map(make_quizzes()))
    assert found == {"values": values, "skills": new}
