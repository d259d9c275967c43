"""What the plan works out from what is kept: what is due, progress over the methods, interest over time, dates."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scripts.node.running import Modules, as_map

METHODS = ["know-yourself", "explore", "network", "learn", "integrate", "create"]
TODAY = "2026-11-20"


def make(number: int, kind: str = "experiment", **fields: Any) -> dict[str, Any]:
    """An item of the plan."""
    base = {"id": f"i{number}", "kind": kind, "text": f"Thing {number}", "made": "2026-11-01"}
    return {**base, "changed": number, "revision": 2, **fields}


def remind(day: str, key: str = "visits-events") -> dict[str, Any]:
    """A day in a worksheet, as `findReminders` tells it."""
    sheet = {"key": key, "title": "Visits", "url": "http://x.example/worksheets/visits-events/"}
    return {
        "uid": "e1-day",
        "day": day,
        "text": "Your visit",
        "sheet": sheet,
        "entry": {"id": "e1"},
        "revision": 3,
        "changed": 7,
    }


def group(modules: Modules, due: list[dict[str, Any]]) -> dict[str, list[str]]:
    """The uids of what is due by group."""
    groups = modules.call("elements/plan/parts/due", "groupDue", due, TODAY)
    return {name: [one["uid"] for one in some] for name, some in groups.items()}


def test_due_is_what_has_a_day_and_is_not_finished_earliest_first(modules: Modules) -> None:
    items = [
        make(1, date="2026-11-22"),
        make(2, date="2026-11-10", done="2026-11-11"),
        make(3),
        make(4, "goal", review="2026-11-21"),
        make(5, "contact", date="2026-11-22"),
        make(6, "note", date="2026-11-19"),
        make(7, "occupation", date="2026-11-19"),
    ]
    found = modules.call("elements/plan/parts/due", "findDue", items, [remind("2026-11-21")])
    assert [(one["uid"], one["day"]) for one in found] == [
        ("i4", "2026-11-21"),
        ("e1-day", "2026-11-21"),
        ("i1", "2026-11-22"),
        ("i5", "2026-11-22"),
    ]
    assert found[0]["id"] == "i4"
    assert "id" not in found[1]


def test_due_is_grouped_by_how_soon_it_is(modules: Modules) -> None:
    days = ["2025-01-01", "2026-11-19", TODAY, "2026-11-21", "2026-12-04", "2026-12-05", "2030-01-01"]
    due = [{"uid": day, "day": day} for day in days]
    assert group(modules, due) == {
        "overdue": days[:2],
        "today": [TODAY],
        "soon": days[3:5],
        "later": days[5:],
    }


@pytest.mark.parametrize(("day", "count"), [("2026-11-06", 1), ("2026-11-05", 0), ("2026-11-19", 1)])
def test_a_day_in_a_worksheet_is_overdue_for_two_weeks_only(modules: Modules, day: str, count: int) -> None:
    found = modules.call("elements/plan/parts/due", "findDue", [], [remind(day)])
    assert len(group(modules, found)["overdue"]) == count


@pytest.mark.parametrize(
    ("day", "later"), [("2026-11-25", "2026-12-02"), (TODAY, "2026-11-27"), ("2026-10-01", "2026-11-27")]
)
def test_what_is_put_off_comes_back_a_week_later_but_not_in_the_past(modules: Modules, day: str, later: str) -> None:
    assert modules.call("elements/plan/parts/due", "putOff", day, TODAY) == later


def test_days_are_counted_over_the_change_of_the_clocks(modules: Modules) -> None:
    assert modules.call("language/dates", "countDays", "2026-10-24", "2026-10-26") == 2
    assert modules.call("language/dates", "countDays", "2026-11-20", "2026-11-19") == -1


def count(modules: Modules, items: list[dict[str, Any]], entries: dict[str, Any] | None = None) -> Any:
    """What is counted by method: two assessments, one taken, two worksheets of the first, one of the second."""
    sheets = [
        {"key": "a", "method": "know-yourself"},
        {"key": "b", "method": "know-yourself"},
        {"key": "c", "method": "explore"},
    ]
    return modules.run(
        "elements/plan/parts/progress",
        """
        const load = (key) => given.entries[key] ?? [];
        return countMethods(given.methods, given.items, given.sheets, load, new Set(given.taken));
        """,
        methods={method: {"quizzes": ["likes", "values"]} if method == "know-yourself" else {} for method in METHODS},
        taken=["likes", "gone"],
        items=items,
        sheets=sheets,
        entries=entries or {},
    )


def test_experiments_assessments_and_worksheets_are_counted_by_method(modules: Modules) -> None:
    items = [
        make(1, method="explore"),
        make(2, method="explore", done="2026-11-01"),
        make(3, method="explore", done="2026-11-02"),
        make(4, method="learn"),
        make(5, method="unknown"),
        make(6),
        make(7, "goal", method="learn"),
        make(8, method="constructor"),
    ]
    entries = {"a": [{"values": {}}, {"values": {"x": "y"}}], "b": [{"values": {}}], "c": [{"values": {"x": 1}}]}
    found = count(modules, items, entries)
    assert list(found) == METHODS
    assert found["know-yourself"] == {"done": 1, "sheets": 1, "planned": 0}
    assert found["explore"] == {"done": 2, "sheets": 1, "planned": 1}
    assert found["learn"] == {"done": 0, "sheets": 0, "planned": 1}
    assert found["create"] == {"done": 0, "sheets": 0, "planned": 0}


def suggest(modules: Modules, totals: list[int], standing: list[float] | None = None) -> tuple[str, str]:
    """The suggested method, with so many experiments planned in each and these scores."""
    counts = as_map(
        {method: {"done": 0, "sheets": 0, "planned": total} for method, total in zip(METHODS, totals, strict=True)}
    )
    scores = as_map(dict(zip(METHODS, standing, strict=True))) if standing else None
    found = modules.call("elements/plan/parts/progress", "suggest", counts, scores)
    return found["method"], found["why"]


@pytest.mark.parametrize(
    ("totals", "standing", "method", "why"),
    [
        ([0, 0, 0, 0, 0, 0], None, "know-yourself", "empty"),
        ([1, 2, 0, 1, 0, 3], None, "network", "empty"),
        ([1, 2, 0, 1, 0, 3], [1, 1, 4, 1, 3.5, 1], "integrate", "empty_lowest"),
        ([1, 2, 0, 1, 1, 3], [1, 1, 4, 1, 3.5, 1], "network", "empty"),
        ([1, 2, 0, 1, 0, 3], [1, 1, 4, 1, 4, 1], "network", "empty"),
        ([4, 2, 3, 2, 5, 3], None, "explore", "fewest"),
        ([4, 2, 3, 2, 5, 3], [1, 3, 1, 2, 1, 1], "learn", "fewest_lowest"),
        ([2, 2, 2, 2, 2, 2], [5, 3, 4, 3, 1, 2], "integrate", "fewest_lowest"),
    ],
)
def test_the_next_method_is_one_with_the_least_and_of_these_the_lowest(
    modules: Modules, totals: list[int], standing: list[float] | None, method: str, why: str
) -> None:
    assert suggest(modules, totals, standing) == (method, why)


def test_a_band_lies_between_two_distances_from_the_middle(modules: Modules) -> None:
    corners = "M-57.7,-100.0 -115.5,-200.0 115.5,-200.0 57.7,-100.0Z"
    assert modules.call("elements/plan/parts/progress", "drawBand", 0, 100, 200) == corners
    assert modules.call("elements/plan/parts/progress", "drawBand", 3, 100, 200) == (
        "M57.7,100.0 115.5,200.0 -115.5,200.0 -57.7,100.0Z"
    )
    assert modules.call("elements/plan/parts/progress", "drawBand", 1, 50, 50) == ""


def test_notes_with_an_interest_are_placed_by_time(modules: Modules) -> None:
    notes = [
        make(1, "note", date="2026-11-11", interest=5),
        make(2, "note", date="2026-11-01", interest=1, slug="nurse"),
        make(3, "note", date="2026-11-21", interest=3, slug="nurse"),
        make(4, "note", date="2026-11-05"),
        make(5, "experiment", date="2026-11-05", interest=2),
    ]
    picked = modules.call("elements/plan/parts/chart", "pickNotes", notes)
    assert [note["id"] for note in picked] == ["i2", "i1", "i3"]
    assert modules.call("elements/plan/parts/chart", "placeNotes", picked) == [[0, 100], [150, 0], [300, 50]]
    assert [note["id"] for note in modules.call("elements/plan/parts/chart", "pickNotes", notes, "nurse")] == [
        "i2",
        "i3",
    ]


def test_notes_of_one_day_stand_one_after_the_other(modules: Modules) -> None:
    notes = [make(number, "note", interest=4) for number in range(3)]
    assert modules.call("elements/plan/parts/chart", "placeNotes", notes) == [[0, 25], [150, 25], [300, 25]]
    assert modules.call("elements/plan/parts/chart", "placeNotes", notes[:1]) == [[0, 25]]


def test_events_for_the_calendar_keep_their_names(modules: Modules) -> None:
    items = [
        make(1, date="2026-11-22"),
        make(2, "goal", review="2026-11-23"),
        make(3, "contact", date="2026-11-24", about="My aunt"),
    ]
    text = {
        "event": {"experiment": "{text}", "goal": "Look: {text}", "contact": "Ask: {text}"},
        "worksheet": "W: {title}",
    }
    due = modules.call("elements/plan/parts/due", "findDue", items, [remind("2026-11-25")])
    events = modules.call("elements/plan/parts/reminders", "makeEvents", due, text)
    assert events == [
        {"uid": "i1", "day": "2026-11-22", "text": "Thing 1", "about": None, "revision": 2, "changed": 1},
        {"uid": "i2", "day": "2026-11-23", "text": "Look: Thing 2", "about": None, "revision": 2, "changed": 2},
        {"uid": "i3", "day": "2026-11-24", "text": "Ask: Thing 3", "about": "My aunt", "revision": 2, "changed": 3},
        {
            "uid": "e1-day",
            "day": "2026-11-25",
            "text": "Your visit",
            "about": "W: Visits",
            "revision": 3,
            "changed": 7,
            "url": "http://x.example/worksheets/visits-events/#entry-e1",
        },
    ]
