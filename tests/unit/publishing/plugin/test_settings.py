"""Settings as we read them, beside those that MkDocs has in the end."""

from pathlib import Path

import pytest
from mkdocs.config.base import load_config
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from generator import links
from generator.model.site import Settings
from generator.problems import Problem
from generator.sources import files
from generator.sources.settings.reading import Step, read_settings
from generator.sources.shipped.layers import read_format

NAME = "site_name: A\n"
REPOSITORY = "repo_url: https://git.example.org/a/b\n"
COMMON = """\
site_name: Common
site_url: https://example.org/a
extra: {contact: a@example.org, footer: {A: a/}}
nav: [a.md]
"""
PATH = "content/a b.md"


def read(root: Path, text: str) -> tuple[Settings, tuple[Step, ...], list[Problem]]:
    """What we read of the settings."""
    (root / "content").mkdir(exist_ok=True)
    (root / links.SETTINGS).write_text(text, encoding="utf-8")
    source = files.read(root / links.SETTINGS, root)
    settings, steps = read_settings(source, root)
    return settings, steps, [problem for problem in source.problems if problem.code != "SRC020"]


@pytest.mark.parametrize(
    "text",
    [
        "site_name: !ENV A_NAME",
        "site_name: !ENV [NOT_SET, A_NAME]",
        "site_name: !ENV [NOT_SET, Our guides]",
        f"{NAME}site_url: !ENV AN_ADDRESS",
        f"{NAME}site_url: !ENV [NOT_SET, NOT_SET_EITHER, 'https://example.org/b']",
        f"{NAME}site_url: !ENV NOT_SET",
        f"{NAME}site_description: !ENV [NOT_SET, ~]",
        *(f"{NAME}site_url: https://example.org{end}" for end in ("", "/", "/a", "/a/", "/a?b=c")),
        "INHERIT: common.yml",
        f"INHERIT: common.yml\n{NAME}",
        "INHERIT: below/more.yml\nsite_url: https://example.org/c/",
        "INHERIT: !ENV [NOT_SET, common.yml]",
        "INHERIT: common.yml\nextra: {contact: b@example.org}",
        "INHERIT: common.yml\nnav: [b.md]\nsite_url:",
        f"extra: &e {{contact: c@example.org}}\n{NAME}theme: {{name: mkdocs, <<: *e}}",
        "<<: {site_name: A, site_url: 'https://example.org/d'}\nsite_description: B",
        "<<: [{site_name: A}, {site_name: B}]\nsite_url: https://example.org/",
        f"<<: {{site_name: B}}\n{NAME}",
    ],
)
def test_settings_are_what_mkdocs_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (tmp_path / "common.yml").write_text(COMMON, encoding="utf-8")
    (tmp_path / "below").mkdir()
    (tmp_path / "below/more.yml").write_text("INHERIT: ../common.yml\nsite_description: More\n", encoding="utf-8")
    monkeypatch.setenv("A_NAME", "Guides of A")
    monkeypatch.setenv("AN_ADDRESS", "https://example.org/e")
    settings, steps, problems = read(tmp_path, f"{text}\ndocs_dir: content\n")
    assert problems == []
    theirs = load_config(str(tmp_path / links.SETTINGS))
    for name in ("site_name", "site_url", "site_description", "repo_url"):
        assert (name, getattr(settings, name)) == (name, theirs[name] or "")
    assert settings.contact == theirs.extra.get("contact", "")
    assert [step.page for step in steps] == (theirs.nav or [])


@pytest.mark.parametrize(
    "uri",
    [
        *("edit/main", "edit/main/", "blob/main", "/edit/main", "-/edit/main/docs", "../edit/main"),
        *("?query=root/docs", "?path=", "#edit/", "https://other.example.org/edit/", "https://other.example.org/edit"),
        *("src/default?mode=edit&at=", "."),
    ],
)
@pytest.mark.parametrize("slash", ["", "/"])
def test_address_to_edit_a_file_is_what_mkdocs_makes(tmp_path: Path, uri: str, slash: str) -> None:
    text = f"{NAME}docs_dir: content\n{REPOSITORY.rstrip()}{slash}\nedit_uri: '{uri}'\n"
    settings, _, problems = read(tmp_path, text)
    assert problems == []
    config = load_config(str(tmp_path / links.SETTINGS))
    page = Page(None, File(PATH, str(tmp_path), str(tmp_path), use_directory_urls=True), config)
    assert settings.edit_address(PATH) == page.edit_url


def test_whole_address_needs_no_repository(tmp_path: Path) -> None:
    settings, _, _ = read(tmp_path, f"{NAME}edit_uri: https://example.org/edit\nextra: {{new_uri: 'new?f={{path}}'}}")
    assert settings.edit_address("a.md") == "https://example.org/edit/a.md"
    assert settings.new_address() == ""
    assert read(tmp_path, f"{NAME}edit_uri: edit/main")[0].edit_address("a.md") == ""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("INHERIT: gone.yml", "mkdocs.yml:1:10: SRC018 there is no 'gone.yml' to inherit settings from"),
        ("INHERIT: ../a.yml", "mkdocs.yml:1:10: SRC018 settings from '../a.yml', by INHERIT"),
        ("INHERIT: /etc/a.yml", "mkdocs.yml:1:10: SRC018 settings from '/etc/a.yml', by INHERIT"),
        ("INHERIT: [a.yml]", "mkdocs.yml:1:10: SRC018 settings from '', by INHERIT"),
        ("INHERIT: mkdocs.yml", "mkdocs.yml:1:10: SRC018 'mkdocs.yml' inherits settings from itself"),
        ("INHERIT: loop.yml", "loop.yml:1:10: SRC018 'mkdocs.yml' inherits settings from itself"),
        ("INHERIT: wrong.yml", "wrong.yml:2:11: FLD009 site_url: 'http://a' is not of the required form"),
        ("INHERIT: broken.yml", "broken.yml:1:4: SRC006 YAML syntax"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(tmp_path: Path, text: str, says: str) -> None:
    for name, content in {
        "loop.yml": "INHERIT: mkdocs.yml",
        "wrong.yml": "nav: []\nsite_url: http://a",
        "broken.yml": "a: [",
    }.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    _, _, problems = read(tmp_path, f"{text}\n{NAME}")
    assert [str(problem).startswith(says) for problem in problems] == [True], problems


def test_format_stands_in_the_file_itself(tmp_path: Path) -> None:
    (tmp_path / "common.yml").write_text("extra: {format: 1}\n", encoding="utf-8")
    read(tmp_path, f"INHERIT: common.yml\n{NAME}")
    assert read_format(tmp_path) == ""
