"""What an occupation pays from place to place, by the codes of which the pay of all places is told."""

from __future__ import annotations

from typing import Any

from generator.figures.tellers.places import tell_areas
from generator.model.facts import Areas
from generator.model.tables import Index
from generator.sources.tables import Table, examine

INDEX = {
    "scheme": "own", "region": "CH", "currency": "CHF",
    "tables": {
        "pay": {"kind": "pay", "source": "wages", "year": 2025, "how": "So."},
        "cantons": {
            "kind": "local-pay", "source": "local", "year": 2024, "how": "So.",
            "areas": {"CH-BE": "Bern", "CH-GE": "Geneva", "CH-ZH": "Zurich", "CH-UR": "Uri"},
        },
    },
}  # fmt: skip
PAY = (
    "code,title,parts,employed,median,hourly_median\n1-1,One,,10,10000,\n1-10,Both,1-1|1-2,40,17000,\n"
    "1-2,Two,,30,20000,\n1-3,Three,,20,,9\n1-50,Joined,1-51|1-52,7,5000,\n"
)
HEAD = "code,title,parts,employed,median,hourly_median,capped\n"
CANTONS = {
    "ch-be": "1-1,One,,5,9000,,\n1-2,Two,,8,21000,,\n1-3,Three,,6,,8,\n1-50,Joined,1-51|1-52,7,5000,,\n",
    "ch-ge": "1-1,One,,,239200,,median\n1-3,Three,,2,,9.5,\n",
    "ch-zh": "1-1,One,,3,9000,,\n1-2,Two,,9,,30,\n",
}


def told(*codes: str, **changes: Any) -> list[Areas]:
    """The pay from place to place; of Uri the table could not be read."""
    index = Index.model_validate({name: value for name, value in (INDEX | changes).items() if value is not None})
    tables: dict[str, Table] = {}
    texts = {"pay": PAY} | {f"cantons/{area}": HEAD + rows for area, rows in CANTONS.items()}
    for name, text in texts.items():
        table, problems = examine(f"{name}.csv", text, index.tables[name.partition("/")[0]])
        assert table, problems
        tables[name] = table
    return [*tell_areas(index, tables, codes)]


def test_the_highest_comes_first_and_equal_ones_by_name() -> None:
    (areas,) = told("1-1")
    assert areas.model_dump() == {
        "region": "CH", "year": 2024, "currency": "CHF", "per": "year", "covers": None, "source": "local",
        "codes": ("CH-GE", "CH-BE", "CH-ZH"), "names": ("Geneva", "Bern", "Zurich"), "least": (0,),
        "medians": (239200, 9000, 9000), "employed": (None, 5, 3),
    }  # fmt: skip


def test_amounts_of_an_hour_are_told_where_there_is_none_of_a_year_and_never_beside_them() -> None:
    (areas,) = told("1-3")
    assert (areas.per, areas.medians) == ("hour", (9.5, 8))
    (areas,) = told("1-2")
    assert (areas.per, areas.names) == ("year", ("Bern",))


def test_of_several_codes_the_largest_is_told_where_no_place_tells_of_all_together() -> None:
    (areas,) = told("1-1", "1-2")
    assert (areas.covers, areas.names) == ("Two", ("Bern",))
    (areas,) = told("1-51", "1-52")
    assert (areas.covers, areas.medians) == (None, (5000,))
    (areas,) = told("1-51")
    assert areas.covers == "Joined"


def test_nothing_is_told_of_unknown_codes_and_without_a_region() -> None:
    assert told("9-9") == told("1-1", region=None) == told() == []
