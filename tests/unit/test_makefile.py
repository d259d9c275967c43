"""An environment that was killed while it was made is made anew, by itself."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

PYTHON = """#!/bin/sh
echo "$*" >> {log}
case "$*" in
  *"-m venv"*) echo "${{PYTHONDONTWRITEBYTECODE-kept}}" > code; mkdir -p .venv/bin && cp {python} .venv/bin/python ;;
  *"pip install"*) if [ -e die ]; then rm die; kill -9 $PPID; kill -9 $$; fi ;;
esac
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose python notes what it is asked for, and is killed in the midst of pip if there is a file `die`."""
    shutil.copy(REPOSITORY / "Makefile", tmp_path)
    (tmp_path / "requirements").mkdir()
    for name in ("requirements/site.txt", "requirements/test.txt", "pyproject.toml"):
        (tmp_path / name).touch()
    python = tmp_path / "fake"
    python.write_text(PYTHON.format(log=tmp_path / "log", python=python), encoding="utf-8")
    python.chmod(0o755)
    return tmp_path


def make(root: Path, target: str) -> tuple[int, list[str]]:
    """How make ends, and what python was asked for."""
    (root / "log").write_text("", encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", "--silent", f"PYTHON={root / 'fake'}", target]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False)
    words = (root / "log").read_text(encoding="utf-8").splitlines()
    return done.returncode, ["venv" if "venv" in line else "pip" for line in words if "venv" in line or "pip" in line]


def test_environment_is_made_once(root: Path) -> None:
    assert make(root, ".venv/.test") == (0, ["venv", "pip", "pip", "pip"])
    assert make(root, ".venv/.test") == (0, [])
    os.utime(root / "requirements/site.txt", (4e9, 4e9))
    assert make(root, ".venv/.site")[1] == ["pip", "pip"]


def test_environment_without_its_end_is_made_anew(root: Path) -> None:
    (root / ".venv/bin").mkdir(parents=True)
    (root / ".venv/bin/python").touch()
    assert make(root, ".venv/.site") == (0, ["venv", "pip", "pip"])


@pytest.mark.parametrize("target", [".venv/.site", ".venv/.test"])
def test_environment_of_which_a_package_was_half_installed_is_made_anew(root: Path, target: str) -> None:
    if target == ".venv/.test":
        make(root, ".venv/.site")
    (root / "die").touch()
    assert make(root, target)[0] != 0
    code, words = make(root, target)
    assert (code, words[0]) == (0, "venv")
    assert make(root, target) == (0, [])


def test_code_is_compiled_once_wherever_that_is_switched_off(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    make(root, ".venv/.made")
    assert (root / "code").read_text(encoding="utf-8") == "kept\n"
