"""A plugin of pytest that says which tests read the content that is published: tools/proof.py asks.

READERS names a folder, into which each process writes the names of its tests, a line each: by their functions, since
the cases of one are alike and may keep for each other what was read, or by the case where a function has many; or the
file where that reads as it is collected. A fixture that reads makes readers of all that take it. What another program
reads is not seen: a test that starts one at the top of the repository, or names that or the content, counts as one
that reads.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

_REPOSITORY = Path(__file__).resolve().parents[1]
_TOP = str(_REPOSITORY)
_CONTENT = tuple(_REPOSITORY / name for name in ("content", "occupations", "mkdocs.yml"))
_MANY = 40
"""A function of more cases is not named as a whole: a few of hundreds that read would have all of them run again."""
_EVENTS = ("open", "os.listdir", "os.scandir", "subprocess.Popen")


def _is_content(path: object, *, whole: bool) -> bool:
    """Whether that names some of the content, or the whole repository; "" is where we are."""
    if not isinstance(path, str | bytes | os.PathLike):
        return False
    name = os.fsdecode(path)
    if name.startswith("/") and not name.startswith(_TOP):
        return False  # Most by far; a path takes longer, and tests open files half a million times.
    place = Path(name).absolute()
    return (whole and place == _REPOSITORY) or any(place.is_relative_to(one) for one in _CONTENT)


def _list_fixtures(item: pytest.Function) -> Iterator[tuple[str, str]]:
    """The fixtures that a test takes, by itself or by others: where each stands, and its name."""
    known = item._fixtureinfo.name2fixturedefs
    for name in item.fixturenames:
        for one in reversed(known.get(name, ())):
            yield one.baseid, name
            if name not in one.argnames:
                break  # It stands for those of this name further out, and takes none of them.


class Readers:
    """Hears of every file that is opened and every program that is started while a test or a fixture runs."""

    def __init__(self) -> None:
        self.found: dict[str, None] = {}
        self._running = ""
        self._setting_up: list[tuple[str, str]] = []
        self._fixtures: set[tuple[str, str]] = set()
        self._cases: Counter[str] = Counter()
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._running or event not in _EVENTS:
            return
        if event == "subprocess.Popen":
            _, command, folder, _ = arguments
            given = [command] if isinstance(command, str | bytes | os.PathLike) else command
            place = Path(os.fsdecode(folder or "")).absolute()
            named = [place, *(place / os.fsdecode(one) for one in given[1:])]
        elif event == "open" and arguments[1] is None and not Path(str(arguments[0])).is_absolute():
            return  # A name below a folder that is open already, of which nobody says which it is.
        else:
            named = [arguments[0]]
        if any(_is_content(one, whole=event == "subprocess.Popen") for one in named):
            self.found[self._running] = None
            self._fixtures.update(self._setting_up)

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> Generator[None, Any, Any]:
        """Note which file is looked into: it may read others as it is read."""
        self._running = collector.nodeid.partition("::")[0] if isinstance(collector, pytest.Module) else ""
        try:
            return (yield)
        finally:
            self._running = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Count the cases of each function."""
        self._cases.update(item.nodeid.partition("[")[0] for item in items)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Generator[None, Any, Any]:
        """Note which fixtures are being made, each with where it stands: others may be called the same."""
        self._setting_up.append((fixturedef.baseid, fixturedef.argname))
        try:
            return (yield)
        finally:
            self._setting_up.pop()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        """Note which test runs."""
        function = item.nodeid.partition("[")[0]
        self._running = item.nodeid if self._cases[function] > _MANY else function
        try:
            done = yield
        finally:
            if isinstance(item, pytest.Function) and not self._fixtures.isdisjoint(_list_fixtures(item)):
                self.found[self._running] = None
            self._running = ""
        return done

    def pytest_sessionfinish(self) -> None:
        """Leave the names."""
        names = "".join(f"{name}\n" for name in self.found)
        path = Path(os.environ["READERS"]) / f"{os.getpid()}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(names, encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Begin to hear."""
    config.pluginmanager.register(Readers())
