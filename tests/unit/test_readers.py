"""The plugin that says which tests read the content that is published."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import REPOSITORY

CONFTEST = """
import pytest
from pathlib import Path

@pytest.fixture(scope="session")
def text():
    return (Path(ROOT) / "mkdocs.yml").read_text(encoding="utf-8")

@pytest.fixture(scope="session")
def code():
    return (Path(ROOT) / "pyproject.toml").read_text(encoding="utf-8")
"""
START = "import subprocess, sys\n"
BELOW = """
import os

def test(tmp_path, monkeypatch):
    (tmp_path / "content").mkdir()
    above = os.open(tmp_path, os.O_RDONLY)
    monkeypatch.chdir(ROOT)
    os.close(os.open("content", os.O_RDONLY, dir_fd=above))
    os.close(above)
"""
MANY = """
import pytest

@pytest.mark.parametrize("number", range(50))
def test(number):
    if number == 7:
        open(f"{ROOT}/mkdocs.yml").close()
"""
ANOTHER = """
import pytest

@pytest.fixture
def text():
    return "its own"

def test(text):
    assert text
"""
THAT_READ = {
    "a list of files": "from pathlib import Path\ndef test():\n    assert list((Path(ROOT) / 'content').iterdir())",
    "as it is read": "TEXT = open(f'{ROOT}/mkdocs.yml').read()\ndef test():\n    assert TEXT",
    "a fixture": "def test(text):\n    assert text",
    "a fixture that was there": "def test(text):\n    assert text",
    "a program": f"{START}def test():\n    subprocess.run([sys.executable, '-c', ''], cwd=ROOT, check=True)",
    "one of many cases": MANY,
    "a program told where": f"{START}def test():\n    subprocess.run([sys.executable, '-c', '', ROOT], check=True)",
}
OTHERS = {
    "another fixture of the same name": ANOTHER,
    "code": "def test(code):\n    assert code",
    "a name below an open folder": BELOW,
    "a program told of names elsewhere": f"{START}def test(tmp_path, monkeypatch):\n    monkeypatch.chdir(ROOT)\n"
    "    subprocess.run([sys.executable, '-c', '', 'content'], cwd=tmp_path, check=True)",
    "a program elsewhere": f"{START}def test():\n    subprocess.run([sys.executable, '-c', ''], check=True)",
}


def test_tests_that_read_content_are_heard_and_no_others(tmp_path: Path) -> None:
    root = f"ROOT = {str(REPOSITORY)!r}\n"
    (tmp_path / "conftest.py").write_text(root + CONFTEST, encoding="utf-8")
    for name, text in (THAT_READ | OTHERS).items():
        (tmp_path / f"test_{name.replace(' ', '_')}.py").write_text(root + text, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tools.readers", "-p", "no:cacheprovider", "-c", os.devnull]
    heard = tmp_path / "heard"
    environment = {**os.environ, "READERS": str(heard), "PYTHONPATH": str(REPOSITORY)}
    subprocess.run([*command, "--rootdir", str(tmp_path), str(tmp_path)], cwd=tmp_path, env=environment, check=True)
    (names,) = (one.read_text(encoding="utf-8") for one in heard.iterdir())
    files = {name: f"test_{name.replace(' ', '_')}.py" for name in THAT_READ}
    # Where the file reads as it is collected, all of it counts.
    wanted = {name if key == "as it is read" else f"{name}::test" for key, name in files.items()}
    wanted -= {f"{files['one of many cases']}::test"}
    wanted |= {f"{files['one of many cases']}::test[7]"}
    assert set(names.splitlines()) == wanted
