"""The plugin that says which tests read the content that is published."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import REPOSITORY

TESTS = """
import pytest
from pathlib import Path

ROOT = Path({root!r})

@pytest.fixture
def text():
    return (ROOT / "mkdocs.yml").read_text(encoding="utf-8")

@pytest.mark.parametrize("number", [1, 2])
def test_that_reads(number):
    assert list((ROOT / "content").iterdir())

def test_whose_fixture_reads(text):
    assert text

def test_that_reads_code():
    assert (ROOT / "pyproject.toml").read_text(encoding="utf-8")
"""


def test_tests_that_read_content_are_heard_and_no_others(tmp_path: Path) -> None:
    path = tmp_path / "test_some.py"
    path.write_text(TESTS.format(root=str(REPOSITORY)), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tools.readers", "-p", "no:cacheprovider", "-c", os.devnull]
    heard = tmp_path / "heard"
    heard.mkdir()
    environment = {**os.environ, "READERS": str(heard), "PYTHONPATH": str(REPOSITORY)}
    subprocess.run([*command, "--rootdir", str(tmp_path), str(path)], cwd=tmp_path, env=environment, check=True)
    (names,) = (one.read_text(encoding="utf-8") for one in heard.iterdir())
    assert names.splitlines() == ["test_some.py::test_that_reads", "test_some.py::test_whose_fixture_reads"]
