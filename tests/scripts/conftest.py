"""The site's modules without DOM, run by node."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.scripts.node.running import Json, Modules, Node, put

Open = Callable[..., Modules]


@pytest.fixture(scope="session")
def node() -> Iterator[Node]:
    """One node for all tests."""
    started = Node()
    yield started
    started.close()


@pytest.fixture(scope="module")
def modules(node: Node) -> Iterator[Modules]:
    """One page for the tests of a file, for modules that keep nothing."""
    opened = node.open()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def collection(node: Node, data: dict[str, str]) -> Iterator[Modules]:
    """A page on which the modules find the files of `data`, which each file of tests has of its own."""
    opened = node.open(data)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def columns(data: dict[str, str]) -> Json:
    """The occupations, as scripts get them."""
    found: Json = json.loads(data["data/occupations.json"])["columns"]
    return found


@pytest.fixture(scope="module")
def profiled(data: dict[str, str]) -> int:
    """How many of them have a profile: the first ones."""
    return int(json.loads(data["data/occupations.json"])["profiled"])


@pytest.fixture
def fresh(modules: Modules) -> Open:
    """Opens the page anew with these texts stored, name without `careers.` -> text, and runs `trouble`."""

    def open_with(kept: dict[str, Any] | None = None, trouble: str = "") -> Modules:
        modules.start_anew()
        for key, value in (kept or {}).items():
            put(modules, key, value if isinstance(value, str) else json.dumps(value))
        modules.evaluate(f"() => {{ {trouble} }}")
        return modules

    return open_with
