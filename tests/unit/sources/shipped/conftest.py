"""What tests of shipped files share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.sources.shipped import layers
from tests.conftest import PROJECT


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What comes with the generator, for these tests: the small project."""
    home = shutil.copytree(PROJECT, tmp_path / "home")
    monkeypatch.setattr(layers, "find_home", lambda: home)
    return home
