"""A plugin of pytest that says which tests read the content that is published: tools/proof.py asks.

READERS names a folder, into which each process writes the names of its tests, a line each. What a test has another
program read is not seen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_REPOSITORY = Path(__file__).resolve().parents[1]
_CONTENT = tuple(_REPOSITORY / name for name in ("content", "occupations", "mkdocs.yml"))
_EVENTS = ("open", "os.listdir", "os.scandir")


class Readers:
    """Hears of every file that is opened while a test runs, its fixtures included."""

    def __init__(self) -> None:
        self.found: dict[str, None] = {}
        self._running = ""
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._running or event not in _EVENTS or not isinstance(arguments[0], str | bytes | os.PathLike):
            return
        path = Path(os.fsdecode(arguments[0])).absolute()
        if any(path.is_relative_to(place) for place in _CONTENT):
            self.found[self._running] = None

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Note which test runs, by its function: its cases are alike."""
        self._running = item.nodeid.partition("[")[0]
        try:
            return (yield)
        finally:
            self._running = ""

    def pytest_sessionfinish(self) -> None:
        """Leave the names."""
        names = "".join(f"{name}\n" for name in self.found)
        (Path(os.environ["READERS"]) / f"{os.getpid()}.txt").write_text(names, encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Begin to hear."""
    config.pluginmanager.register(Readers())
