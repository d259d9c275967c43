"""What CI takes for a proposal of content alone: only one that touches nothing else, also by moving a file."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.conftest import REPOSITORY

NAMED = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
ALONE = {**os.environ, **NAMED, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def git(repository: Path, *arguments: str) -> str:
    """What a command of git prints, by nobody's settings."""
    done = subprocess.run(["git", *arguments], cwd=repository, env=ALONE, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("moves", "code", "content"),
    [
        ([("content/a.md", "content/b.md")], "false", "true"),
        ([("content/a.md", "occupations/a.yml")], "false", "true"),
        ([("generator/a.py", "content/a.py")], "true", "true"),
        ([("content/a.md", "generator/a.md")], "true", "true"),
        ([("generator/a.py", "generator/b.py")], "true", "false"),
        ([("content/a.md", "content/b.md"), ("Makefile", "content/Makefile")], "true", "true"),
        ([], "true", "false"),
    ],
)
def test_only_a_proposal_within_the_content_is_checked_as_content(
    moves: list[tuple[str, str]], code: str, content: str, tmp_path: Path
) -> None:
    workflow = yaml.safe_load((REPOSITORY / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    (step,) = [step for step in workflow["jobs"]["paths"]["steps"] if step.get("id") == "changed"]
    repository = tmp_path / "repository"
    repository.mkdir()
    git(repository, "init", "--quiet")
    for name in ("content/a.md", "generator/a.py", "Makefile"):
        (repository / name).parent.mkdir(exist_ok=True)
        (repository / name).write_text(f"What stands in {name}, long enough to be known again.\n", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "before")
    base = git(repository, "rev-parse", "HEAD")
    for old, new in moves:
        (repository / new).parent.mkdir(exist_ok=True)
        git(repository, "mv", old, new)
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "after")
    output = tmp_path / "output"
    # As the workflow's shell is called.
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    subprocess.run(command, cwd=repository, env={**ALONE, "BASE": base, "GITHUB_OUTPUT": str(output)}, check=True)
    assert output.read_text(encoding="utf-8") == f"code={code}\ncontent={content}\n"
