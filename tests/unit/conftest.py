"""Tests of units work in one process: two of them run at a time anyway, and a process that is forked compiles each
template anew.

What several processes do is tested by tests that say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import workers
from generator.sources import reading, tables
from generator.sources.yaml import events
from tests.conftest import PROJECT, REPOSITORY


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first: the last test should not run alone."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(scope="session", autouse=True)
def _alone() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "count_processors", lambda: 1)
        yield


@pytest.fixture(scope="session", autouse=True)
def _read_once() -> Iterator[None]:
    """Hundreds of tests read the same small project and texts: what is right in them is found right once.

    Each gets models of its own. A file that a test has changed is read, and so is every one without libyaml.
    """
    folders = (PROJECT, REPOSITORY / "templates/strings")
    originals = {path.read_bytes() for folder in folders for path in folder.rglob("*.yml")}
    examine, look = reading.examine, tables._check
    right: dict[object, Any] = {}

    def recall(source: Any, data: bytes, schema: Any, adapter: Any) -> Any:
        if source.problems or data not in originals or events.FAST is None:
            return examine(source, data, schema, adapter)
        key = source.path, data, adapter
        if key not in right:
            found = examine(source, data, schema, adapter)
            if not found[1]:
                return found
            right[key] = found[1]
        return [], right[key], ()

    def look_once(source: Any, kind: Any) -> None:
        key = source.path, source.text, kind
        if key not in right:
            look(source, kind)
            if not source.problems:
                right[key] = True

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "examine", recall)
        patch.setattr(tables, "_check", look_once)
        yield


@pytest.fixture(scope="session")
def original() -> dict[str, str]:
    """The files of the small project, path -> text."""
    root = PROJECT
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in root.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def restored(tmp_path_factory: pytest.TempPathFactory, original: dict[str, str]) -> Path:
    """One copy of the small project for all cases, put back as it was: much quicker than a copy for each."""
    root = tmp_path_factory.getbasetemp() / "cases"
    for path in sorted(root.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.is_symlink() or path.relative_to(root).as_posix() not in original:
            path.unlink()
    for name, text in original.items():
        path = root / name
        if not path.is_file() or path.read_bytes() != text.encode():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    return root
