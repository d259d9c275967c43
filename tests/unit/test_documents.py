"""What the documents say is so: paths, commands, targets and dependencies exist."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from generator.cli import main

REPOSITORY = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "HACKING.md")
MADE = {"site", "build", ".venv"}


def read(name: str) -> str:
    """The text of a file of the repository."""
    return (REPOSITORY / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_paths_in_a_document_exist(name: str) -> None:
    paths = re.findall(r"`([\w.-]+/[\w./-]*|[\w-]+\.(?:md|yml|toml|css|svg|txt|json))`", read(name))
    missing = []
    for path in paths:
        if path.split("/")[0] in MADE or path.startswith("api/"):
            continue
        beside = [
            REPOSITORY / folder / path
            for folder in ("", "generator", "content", "templates/theme", "templates/theme/assets/careers")
        ]
        if not any(candidate.exists() for candidate in beside):
            missing.append(path)
    assert missing == []
    assert paths


@pytest.mark.parametrize("name", DOCUMENTS)
def test_commands_in_a_document_exist(name: str) -> None:
    text = read(name)
    targets = set(re.findall(r"^([a-z]+):.*##", read("Makefile"), re.MULTILINE))
    assert set(re.findall(r"(?:^    |`)make ([a-z]+)", text, re.MULTILINE)) <= targets
    assert set(re.findall(r"\bcareers ([a-z]+)\b(?=[`|\s])", text)) - {"service"} <= set(main.commands)


def test_hacking_names_every_module_and_dependency() -> None:
    text = read("HACKING.md")
    modules = {path.name for path in (REPOSITORY / "generator").glob("*.py")} - {"__init__.py", "__main__.py"}
    assert {name for name in modules if name not in text} == set()
    settings = tomllib.loads(read("pyproject.toml"))["project"]
    packages = [*settings["dependencies"], *(p for group in settings["optional-dependencies"].values() for p in group)]
    names = {re.split(r"[<>=]", package)[0].lower() for package in packages}
    assert {name for name in names if name not in text.lower() and not name.startswith("types-")} == set()


def test_locks_have_hashes_and_no_index() -> None:
    for name in ("requirements/site.txt", "requirements/test.txt"):
        text = read(name)
        pins = re.findall(r"^[a-z0-9._-]+==", text, re.MULTILINE | re.IGNORECASE)
        assert len(pins) > 10
        assert text.count("--hash=sha256:") >= len(pins)
        assert "://" not in text
