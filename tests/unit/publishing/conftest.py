"""One site for all tests that begin with one: each takes a copy."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cache import FILE, Cache
from generator.publishing.building import build_site, write_docs
from tests.conftest import PROJECT, add_templates

DAY = "1764288000"
"""What MkDocs takes for now, in seconds since 1970: themes and plugins may write it into pages."""


def build(root: Path, processes: int = 1, *, fresh: bool = False, said: Callable[[str], None] = print) -> None:
    """Build a project's site as `careers build` does."""
    loaded = write_docs(root)
    with Cache(root / FILE, said, fresh=fresh) as cache:
        build_site(root, loaded, cache, processes=processes)


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, built by one process."""
    root = add_templates(shutil.copytree(PROJECT, tmp_path_factory.mktemp("first") / "project"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", DAY)
        build(root)
    return root


@pytest.fixture
def built(first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, on the day on which it was built: what was made is taken over wherever the folder lies."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    return shutil.copytree(first, tmp_path / "project")
