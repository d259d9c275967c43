"""Addresses where more is to be found of a code, as the index of its tables has them."""

from __future__ import annotations

from typing import Any

from generator.figures.tellers.pages import tell_pages
from generator.model.tables import Index
from generator.sources.tables import examine

INDEX: dict[str, Any] = {
    "scheme": "own",
    "region": "CH",
    "look_up": [
        {"label": "Profile", "address": "https://example.org/{code}"},
        {"label": "Handbook", "address": "https://example.org/book/{page}.htm"},
        {"label": "Finder", "address": "https://example.org/find?what={title}"},
    ],
    "tables": {"employers": {"kind": "employers", "source": "book", "year": 2024, "how": "So."}},
}
TABLE = (
    "code,title,parts,page,largest\n1-1,Bakers & cooks,,food/bakers,9 Inns\n1-10,All,1-1|1-2,food,9 Inns\n"
    "1-2,Two,,,9 Inns\n1-3,,,,9 Inns\n"
)


def told(*codes: str, **changes: Any) -> dict[str, str]:
    index = Index.model_validate(INDEX | changes)
    table, problems = examine("employers.csv", TABLE, index.tables["employers"])
    assert table, problems
    return {page.label: page.address for page in tell_pages(index, {"employers": table}, codes)}


def test_addresses_are_filled_in_as_addresses_are_written() -> None:
    assert told("1-1") == {
        "Profile": "https://example.org/1-1",
        "Handbook": "https://example.org/book/food/bakers.htm",
        "Finder": "https://example.org/find?what=Bakers%20%26%20cooks",
    }
    assert told("1-1", "1-2")["Handbook"] == "https://example.org/book/food.htm"


def test_what_is_not_known_makes_no_address() -> None:
    assert list(told("1-2")) == ["Profile", "Finder"]
    assert list(told("1-3")) == list(told("9-9")) == ["Profile"]
    assert told("1-1", look_up=[]) == {}
