"""Filtering and sorting all occupations: what remains, what each choice would leave, and links to what is shown."""

from __future__ import annotations

from typing import Any

import pytest

from generator import links
from tests.scripts.node.running import Modules, as_set

FACETS: dict[str, Any] = {
    "values": {"field": ["care", "law"], "interest": ["r", "i", "s"], "hours": ["days", "nights"]},
    "profiled": 3,
    "slug": ["a", "b", "c", "d"],
    "measured": {"hours": [1]},
    "unmeasured": [],
    "columns": {
        "field": [[0], [0], [1], [1]],
        "interest": [[0], [1, 2], [2], [0, 2]],
        "hours": [[0], [0, 1], [], [1]],
    },
    "figures": {
        "mean": [],
        "least": [],
        "others": [],
        "yearly": [50_000, None, 90_000, 40_000],
        "pay": [50_000, 30, 90_000, 40_000],
        "per": ["year", "hour", "year", "year"],
        "hours": [None] * 4,
        "covers": [""] * 4,
        "currency": ["USD"] * 4,
        "year": [2025] * 4,
        "change": [5, -3, 0, 12],
        "openings": [10, 400, 30, 20],
    },
}
EMPTY: dict[str, Any] = {
    "chosen": {},
    "every": [],
    "pay": "",
    "change": None,
    "starred": False,
    "guided": False,
    "unsure": False,
    "sort": "title",
    "view": "cards",
}


def choose(modules: Modules, stars: tuple[str, ...] = (), **wish: Any) -> dict[str, Any]:
    """What filters leave."""
    found: dict[str, Any] = modules.call(
        "elements/explorer/filtering", "filtering", FACETS, {**EMPTY, **wish}, as_set(stars)
    )
    return found


def test_nothing_asked_for_leaves_all_and_counts_all(modules: Modules) -> None:
    found = choose(modules)
    assert found["places"] == [0, 1, 2, 3]
    assert found["counts"] == {"field": [2, 2], "interest": [2, 1, 3], "hours": [2, 2]}


def test_values_of_a_facet_widen_and_facets_narrow(modules: Modules) -> None:
    assert choose(modules, chosen={"interest": ["r", "i"]})["places"] == [0, 1, 3]
    assert choose(modules, chosen={"interest": ["r", "i"], "hours": ["nights"]})["places"] == [1, 3]
    assert choose(modules, chosen={"interest": ["i"], "field": ["law"]})["places"] == []


def test_count_of_a_value_is_what_it_would_leave_alone_in_its_facet(modules: Modules) -> None:
    chosen = {"field": ["care"], "hours": ["nights"]}
    counts = choose(modules, chosen=chosen)["counts"]
    for facet, values in FACETS["values"].items():
        for at, value in enumerate(values):
            alone = choose(modules, chosen={**chosen, facet: [value]})["places"]
            assert counts[facet][at] == len(alone), (facet, value)


def test_all_values_of_a_facet_can_be_asked_for_at_once(modules: Modules) -> None:
    assert choose(modules, chosen={"interest": ["i", "s"]}, every=["interest"])["places"] == [1]
    found = choose(modules, chosen={"interest": ["s"], "field": ["law"]}, every=["interest"])
    assert found["places"] == [2, 3]
    for at, value in enumerate(FACETS["values"]["interest"]):
        both = choose(modules, chosen={"interest": ["s", value], "field": ["law"]}, every=["interest"])["places"]
        assert found["counts"]["interest"][at] == len(both), value
    # Of the other facets, each value counts alone, as ever.
    assert found["counts"]["field"] == [1, 2]
    assert choose(modules, every=["interest"])["places"] == [0, 1, 2, 3]


def test_figures_and_stars_narrow(modules: Modules) -> None:
    # 30 an hour may be 62,400 a year or, for a few hours a week, next to nothing.
    assert choose(modules, pay="USD-60000")["places"] == [2]
    assert choose(modules, pay="USD-1")["places"] == [0, 2, 3]
    assert choose(modules, change=0)["places"] == [0, 2, 3]
    assert choose(modules, ("d", "gone"), starred=True)["places"] == [3]
    assert choose(modules, guided=True)["places"] == [0, 1, 2]


@pytest.mark.parametrize(
    ("by", "order"),
    [("title", [0, 1, 2, 3]), ("pay", [2, 0, 3, 1]), ("change", [3, 0, 2, 1]), ("openings", [1, 2, 3, 0])],
)
def test_order(modules: Modules, by: str, order: list[int]) -> None:
    assert modules.call("elements/explorer/filtering", "sort", [0, 1, 2, 3], by, FACETS, None) == order


def facets(**figures: list[Any]) -> dict[str, Any]:
    """The facets with other figures."""
    return {**FACETS, "figures": {**FACETS["figures"], **figures}}


def test_amounts_of_other_currencies_are_not_compared(modules: Modules) -> None:
    amounts = [50_000, 108_000, 90_000, 90_000]
    many = facets(pay=amounts, yearly=amounts, per=["year"] * 4, currency=["USD", "INR", "USD", "INR"])
    wish = {**EMPTY, "pay": "USD-80000"}
    assert modules.call("elements/explorer/filtering", "filtering", many, wish, as_set(()))["places"] == [2]
    assert modules.call("elements/explorer/filtering", "sort", [0, 1, 2, 3], "pay", many, None) == [2, 0, 1, 3]
    wish["pay"] = "INR-100000"
    assert modules.call("elements/explorer/filtering", "filtering", many, wish, as_set(()))["places"] == [1]


def test_an_occupation_paid_in_several_currencies_is_found_in_each(modules: Modules) -> None:
    euros = {
        "pay": 30,
        "yearly": 54_000,
        "per": "hour",
        "hours": 1800,
        "currency": "EUR",
        "covers": "Some.",
        "year": 2024,
    }
    unknown = {"change": None, "openings": None}
    many = facets(
        others=[
            {**euros, "at": 0, "is_least": True, "is_mean": False, "change": -4, "openings": 70},
            {**euros, "at": 3, "yearly": None, "is_least": False, "is_mean": True, **unknown},
        ],
        least=[0, 2],
        currency=["USD", "USD", "USD", "CHF"],
    )

    def pick(**wish: str) -> dict[str, Any]:
        found: dict[str, Any] = modules.call("elements/explorer/filtering", "choosePay", many, {**EMPTY, **wish})
        return found

    chosen = pick(pay="EUR-50000")
    figures = chosen["figures"]
    assert (figures["currency"], figures["yearly"]) == (["EUR", "USD", "USD", "EUR"], [54_000, None, 90_000, None])
    assert (figures["pay"], figures["per"]) == ([30, 30, 90_000, 30], ["hour", "hour", "year", "hour"])
    assert (sorted(figures["least"]), figures["mean"], figures["covers"]) == ([0, 2], [3], ["Some.", "", "", "Some."])
    # The outlook is that of the same country, or none.
    assert [figures["change"][at] for at in (0, 3)] == [-4, None]
    assert figures["change"][1:3] == many["figures"]["change"][1:3]
    assert [figures["openings"][at] for at in (0, 3)] == [70, None]
    wish = {**EMPTY, "pay": "EUR-50000"}
    assert modules.call("elements/explorer/filtering", "filtering", chosen, wish, as_set(()))["places"] == [0]
    # The first pay stands where none is asked for, where it is in the currency of the filter, and of most.
    assert [pick()["figures"], pick(pay="USD-1")["figures"], pick(sort="pay")["figures"]] == [many["figures"]] * 3


def test_sorted_by_pay_an_occupation_has_that_in_the_currency_of_most(modules: Modules) -> None:
    dollars = {
        "pay": 95_000,
        "yearly": 95_000,
        "per": "year",
        "hours": 2080,
        "currency": "USD",
        "covers": "",
        "year": 2025,
    }
    many = facets(
        currency=["USD", "USD", "USD", "CHF"],
        others=[{**dollars, "at": 3, "is_least": False, "is_mean": False}],
    )
    chosen = modules.call("elements/explorer/filtering", "choosePay", many, {**EMPTY, "sort": "pay"})
    assert modules.call("elements/explorer/filtering", "sort", [0, 1, 2, 3], "pay", chosen, None) == [3, 2, 0, 1]


def test_pay_that_no_year_is_known_of_is_not_compared(modules: Modules) -> None:
    some = facets(
        pay=[50_000, 8_000, 90_000, 9_000], yearly=[50_000, None, 90_000, None], per=["year", "month", "year", "month"]
    )
    wish = {**EMPTY, "pay": "USD-1"}
    assert modules.call("elements/explorer/filtering", "filtering", some, wish, as_set(()))["places"] == [0, 2]
    assert modules.call("elements/explorer/filtering", "sort", [0, 1, 2, 3], "pay", some, None) == [2, 0, 3, 1]


def test_what_is_not_published_meets_no_least_and_comes_last(modules: Modules) -> None:
    some = facets(
        pay=[50_000, None, 90_000, None], yearly=[50_000, None, 90_000, None], per=["year", None, "year", None],
        currency=["USD", None, "USD", None],
        change=[-5, None, 3, None], openings=[10, None, 0, None],
    )  # fmt: skip
    for wish in ({"pay": "USD-1"}, {"change": -20}):
        found = modules.call("elements/explorer/filtering", "filtering", some, {**EMPTY, **wish}, as_set(()))
        assert found["places"] == [0, 2]
    for by, order in {"pay": [2, 0, 1, 3], "change": [2, 0, 1, 3], "openings": [0, 2, 1, 3]}.items():
        assert modules.call("elements/explorer/filtering", "sort", [0, 1, 2, 3], by, some, None) == order


def test_order_by_fit_keeps_the_alphabet_where_two_are_equal(modules: Modules) -> None:
    assert modules.call("elements/explorer/filtering", "sort", [0, 1, 2, 3], "fit", FACETS, [0.1, 0.5, 0.1, 0.9]) == [
        3,
        1,
        0,
        2,
    ]


def test_address_holds_all_that_is_asked_for(modules: Modules) -> None:
    wish = {**EMPTY, "chosen": {"field": ["law"], "interest": ["r", "s"]}, "pay": "USD-50000", "change": -3}
    wish |= {"starred": True, "guided": True, "sort": "pay", "view": "table"}
    fragment = modules.call("elements/explorer/state", "write", wish)
    assert (
        fragment == "#show1&field=law&interest=r,s&pay=USD-50000&change=-3&starred=yes&guided=yes&sort=pay&view=table"
    )
    assert modules.call("elements/explorer/state", "read", fragment, FACETS["values"]) == {"wish": wish, "unknown": []}
    assert modules.call("elements/explorer/state", "write", EMPTY) == ""


def test_pages_lead_to_what_they_mean(modules: Modules) -> None:
    wanted = {"interest": ["r", "s"], "hours": ["nights"]}
    path, sign, fragment = links.shown(wanted, every="interest").partition("#")
    wish = {**EMPTY, "chosen": wanted, "every": ["interest"]}
    assert path == links.OCCUPATIONS
    assert modules.call("elements/explorer/state", "read", sign + fragment, FACETS["values"]) == {
        "wish": wish,
        "unknown": [],
    }
    assert modules.call("elements/explorer/state", "write", wish) == sign + fragment
    # Without anything chosen there is nothing of which all could be asked for.
    assert modules.call("elements/explorer/state", "write", {**EMPTY, "every": ["interest"]}) == ""


@pytest.mark.parametrize(
    ("fragment", "unknown"),
    [
        ("#show1&colour=red", ["colour=red"]),
        ("#show1&field=law,space", ["field=space"]),
        ("#show1&pay=1e9", ["pay=1e9"]),
        ("#show1&pay=-5&sort=luck&view=map", ["pay=-5", "sort=luck", "view=map"]),
        ("#show1&__proto__=x&constructor=y", ["__proto__=x", "constructor=y"]),
        ("#show1&<b>", ["<b>"]),
        ("#show1&all=colour", ["all=colour"]),
        ("#show1&", []),
    ],
)
def test_what_an_address_asks_for_and_is_not_here_is_named(modules: Modules, fragment: str, unknown: list[str]) -> None:
    assert modules.call("elements/explorer/state", "read", fragment, FACETS["values"])["unknown"] == unknown


def test_what_is_called_otherwise_now_is_found_by_its_old_name(modules: Modules) -> None:
    renamed = {"field": {"courts": "law"}}
    fragment = "#show1&field=courts,law,toString&hours=courts"
    found = modules.call("elements/explorer/state", "read", fragment, FACETS["values"], renamed)
    assert found["wish"]["chosen"] == {"field": ["law"], "hours": []}
    assert found["unknown"] == ["field=toString", "hours=courts"]


@pytest.mark.parametrize("fragment", ["#show2&field=law", "#show&field=law", "#show1&" + "a" * 2000])
def test_address_of_another_version_or_too_long_is_not_read(modules: Modules, fragment: str) -> None:
    assert modules.call("elements/explorer/state", "read", fragment, FACETS["values"]) is None


@pytest.mark.parametrize(
    ("show", "left"),
    [
        ("hours=nights", ["b"]),
        ("pay=USD-40000", ["c", "a"]),
        ("field=law&hours=days", ["c", "b", "a"]),
        ("sort=pay", ["c", "b", "a"]),
        (None, ["c", "b", "a"]),
    ],
)
def test_what_was_found_beside_a_wish_has_it_if_anything_has(
    modules: Modules, show: str | None, left: list[str]
) -> None:
    results = [{"place": place, "slug": "abcd"[place]} for place in (2, 1, 0)]
    found = {"results": results, "filter": show and {"show": show}, "isBoth": True}
    told = modules.call("elements/explorer/narrowing", "narrowing", found, FACETS)
    assert [one["slug"] for one in told["results"]] == left


def test_what_nobody_knows_is_told_apart_from_what_it_has_not(modules: Modules) -> None:
    # The fourth is an outline: of its hours nights alone are measured.
    assert choose(modules, chosen={"hours": ["days"]}) | {"counts": {}} == {
        "places": [0, 1],
        "unsure": [3],
        "counts": {},
    }
    assert choose(modules, chosen={"hours": ["nights"]})["unsure"] == []
    both: dict[str, Any] = {"chosen": {"hours": ["days", "nights"]}, "every": ["hours"]}
    assert (choose(modules, **both)["places"], choose(modules, **both)["unsure"]) == ([1], [3])
    # What is known speaks against it.
    assert choose(modules, chosen={"hours": ["days"], "field": ["care"]})["unsure"] == []
    assert choose(modules, chosen={"hours": ["days"]}, change=20)["unsure"] == []
    facets = {**FACETS, "unmeasured": [3]}
    found = modules.call(
        "elements/explorer/filtering", "filtering", facets, {**EMPTY, "chosen": {"hours": ["nights"]}}, as_set(())
    )
    assert (found["places"], found["unsure"]) == ([1, 3], [])


def test_pay_that_is_not_published_is_not_known(modules: Modules) -> None:
    found = choose(modules, pay="USD-45000")
    assert (found["places"], found["unsure"]) == ([0, 2], [1])
    assert choose(modules, pay="EUR-45000")["unsure"] == []
    assert choose(modules, pay="USD-45000", chosen={"field": ["law"]})["unsure"] == []


def test_unknown_ones_are_part_of_the_link(modules: Modules) -> None:
    wish = {**EMPTY, "chosen": {"field": ["law"]}, "unsure": True}
    text = modules.call("elements/explorer/state", "write", wish)
    assert text == "#show1&field=law&unsure=yes"
    assert modules.call("elements/explorer/state", "read", text, FACETS["values"])["wish"] == wish


def test_many_occupations_are_filtered_in_slices(modules: Modules) -> None:
    many = {name: value * 50 if isinstance(value, list) else value for name, value in FACETS.items()}
    many["columns"] = {name: column * 50 for name, column in FACETS["columns"].items()}
    many["figures"] = {name: column * 50 for name, column in FACETS["figures"].items()}
    body = """
      const steps = filtering(given.facets, given.wish, new Set());
      let count = 0;
      while (!steps.next().done) count++;
      return count;
    """
    count = modules.run("elements/explorer/filtering", body, facets=many, wish=EMPTY)
    assert count >= len(many["slug"]) / 64 > 3
