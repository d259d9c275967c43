"""Commits to compare with: of any name, and in a project that is a folder of a repository."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.judging.base import BaseError, list_changed, list_others, unpack
from tests.unit.judging.test_report import git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that is a folder within a repository, with blanks in its path."""
    root = tmp_path / "all of it" / "the guides"
    for name in ("occupations/cook.yml", "content/about.md", "common.yml", "languages/es/site.yml", "docs/\u00e4 b.md"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("before\n", encoding="utf-8")
    (root.parent / "beside.txt").write_text("before\n", encoding="utf-8")
    git(root.parent, "init", "--quiet", "--initial-branch", "main")
    git(root.parent, "add", ".")
    git(root.parent, "commit", "--quiet", "--message", "before")
    for path in (root.parent / "beside.txt", root / "occupations/cook.yml", root / "docs/\u00e4 b.md"):
        path.write_text("after\n", encoding="utf-8")
    return root


def test_paths_are_those_of_the_project_wherever_it_lies(root: Path) -> None:
    assert list_changed(root, "main") == {"occupations/cook.yml"}
    assert list_others(root, "main") == ["docs/\u00e4 b.md"]
    for name in ("occupations/\u00e4.yml", "docs/new.md"):
        (root / name).write_text("new\n", encoding="utf-8")
    assert list_changed(root, "main") == {"occupations/cook.yml", "occupations/\u00e4.yml"}
    with unpack(root, "main") as folder:
        found = {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}
    # With what settings may inherit, and with translations.
    names = ("occupations/cook.yml", "content/about.md", "common.yml", "languages/es/site.yml")
    assert found == dict.fromkeys(names, "before\n")


@pytest.mark.parametrize("ref", ["-x", "HEAD^", "HEAD~1", "main..HEAD", "main:occupations", ""])
def test_name_of_no_commit_is_told_as_it_was_given(root: Path, ref: str) -> None:
    with pytest.raises(BaseError, match=rf"^git knows no commit {re.escape(repr(ref))}$"):
        list_changed(root, ref)
