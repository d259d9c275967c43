"""What the documents say is so: paths, commands, targets and dependencies exist."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.editing import schema
from generator.model.site import Settings
from generator.publishing.assets.headers import make_headers, write_headers
from generator.scripts import constants, types
from generator.sources.shipped.layers import FORMAT

REPOSITORY = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "HACKING.md", "docs/other-files.md", "docs/hosting.md")
MADE = {"site", "build", ".venv"}


def read(name: str) -> str:
    """The text of a file of the repository."""
    return (REPOSITORY / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_paths_in_a_document_exist(name: str) -> None:
    paths = re.findall(r"`([\w.-]+/[\w./-]*|[\w-]+\.(?:md|yml|toml|css|svg|txt|json))`", read(name))
    missing = []
    for path in paths:
        # An occupation is an example of its kind: whether it is there is for the tests of content.
        if path.split("/")[0] in MADE or path.startswith(("api/", "occupations/")):
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


def test_recipes_for_hosts_can_be_read_and_name_what_a_build_writes(tmp_path: Path) -> None:
    text = read("docs/hosting.md")
    recipes = dict(re.findall(r"^```(\w+)\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
    assert yaml.safe_load(recipes["yaml"])["pages"]["artifacts"]["paths"] == ["public"]
    assert tomllib.loads(recipes["toml"])["build"]["publish"] == "site"
    assert shlex.split(recipes["sh"])[0] == "aws"
    written = {
        name if name.startswith("_") else f"hosts/{name}"
        for name in write_headers(make_headers(tmp_path, [], Settings("x")))
    }
    assert set(re.findall(r"(?:build/|site/)(hosts/[\w.]+|_\w+)", text)) == written


def test_hacking_names_every_module_and_dependency() -> None:
    text = read("HACKING.md")
    modules = {path.name for path in (REPOSITORY / "generator").glob("*.py")} - {"__init__.py", "__main__.py"}
    assert {name for name in modules if name not in text} == set()
    settings = tomllib.loads(read("pyproject.toml"))["project"]
    packages = [*settings["dependencies"], *(p for group in settings["optional-dependencies"].values() for p in group)]
    names = {re.split(r"[<>=]", package)[0].lower() for package in packages}
    assert {name for name in names if name not in text.lower() and not name.startswith("types-")} == set()


def test_changelog_begins_with_the_release_that_the_package_is_of() -> None:
    """Or with what has come since, and names for each release the day and, where it is another, the format of sites."""
    version = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    first, *others = re.findall(r"^## (.+)$", read("CHANGELOG.md"), re.MULTILINE)
    releases = others if first == "Unreleased" else [first, *others]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+ \(\d{4}-\d\d-\d\d\)", release) for release in releases)
    assert releases[0].split()[0] == version
    assert f"format {FORMAT}." in read("CHANGELOG.md")


def test_locks_have_hashes_and_no_index() -> None:
    for name in ("requirements/site.txt", "requirements/test.txt"):
        text = read(name)
        pins = re.findall(r"^[a-z0-9._-]+==", text, re.MULTILINE | re.IGNORECASE)
        assert len(pins) > 10
        assert text.count("--hash=sha256:") >= len(pins)
        assert "://" not in text


def test_hooks_run_what_lint_runs() -> None:
    lint = re.search(r"^lint:.*\n((?:\t.*\n)+)", read("Makefile"), re.MULTILINE)
    assert lint
    commands = re.findall(r"(?:\$\(BIN\)|node_modules/\.bin)/(.+)", lint[1])
    hooks = [hook for repo in yaml.safe_load(read(".pre-commit-config.yaml"))["repos"] for hook in repo["hooks"]]
    entries = " ".join(hook["entry"] for hook in hooks)
    # Hooks name the files themselves.
    assert [command for command in commands if command.removesuffix(" .") not in entries] == []
    assert len(commands) > 5


def test_hooks_of_careers_run_for_what_it_reads_and_makes() -> None:
    hooks = {hook["id"]: hook for hook in yaml.safe_load(read(".pre-commit-config.yaml"))["repos"][0]["hooks"]}
    made = (schema.PATH, types.PATH, constants.PATH, constants.GROUPING_PATH)
    code = ("generator/model/quiz.py", "templates/strings/en.yml")
    for name, paths in {
        "careers-check": (*code, "content/index.md", "occupations/x.yml", "mkdocs.yml", "templates/pages/way.md.j2"),
        "careers-schema": (*code, *made),
    }.items():
        assert [path for path in paths if not re.search(hooks[name]["files"], path)] == []
        assert not re.search(hooks[name]["files"], "tests/unit/test_documents.py")
    assert hooks["careers-schema"]["entry"].endswith("careers schema --check")
