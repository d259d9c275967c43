"""What stands in a plan, as pages and scripts go by it."""

from __future__ import annotations

import typing

from generator.model.plan import FIELDS, KINDS, Item, Value


def test_each_field_that_readers_fill_in_says_what_it_holds() -> None:
    assert Item.model_fields.keys() - FIELDS.keys() == {"id", "changed", "revision"}
    assert set(FIELDS.values()) == set(typing.get_args(Value))
    schema = Item.model_json_schema()["properties"]
    for name, holds in FIELDS.items():
        kinds = {one.get("type") for one in schema[name].get("anyOf", [schema[name]])} - {"null"}
        assert kinds == {"integer" if holds == "step" else "string"}, name
    assert schema["kind"]["enum"] == list(KINDS)
