import datetime
import os
import re
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator import cli, links
from generator.editing import beginning
from generator.editing.beginning import BeginningError, Wanted, begin
from generator.sources import files
from generator.sources.settings.reading import read_settings
from generator.sources.shipped.installed import Origin
from generator.sources.shipped.layers import FORMAT, read_format
from tests.conftest import PROJECT, REPOSITORY

TODAY = datetime.date(2026, 11, 23)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What comes with the generator, for these tests: the small project, and what a site begins with."""
    home = shutil.copytree(PROJECT, tmp_path / "home")
    for name in (beginning.STARTER, f"{links.THEME}/{links.ASSETS}/pictures"):
        shutil.copytree(REPOSITORY / name, home / name, ignore=shutil.ignore_patterns("*.png"))
    monkeypatch.setattr(beginning, "find_home", lambda: home)
    monkeypatch.setattr(beginning, "find_origin", lambda: Origin("./packages/x.whl", {"packages/x.whl": b"x"}))
    return home


@pytest.mark.parametrize("name", ["Guides", 'Say "hi" to $name: # and \\', "Führer & Söhne", "- [a] {b}", "'"])
def test_name_stands_in_the_settings_whatever_signs_it_has(tmp_path: Path, name: str) -> None:
    root = tmp_path / "my site ä"
    begin(root, Wanted(name), TODAY)
    settings, navigation = read_settings(source := files.read(root / "mkdocs.yml", root))
    assert source.problems == []
    assert settings.site_name == name
    assert navigation
    assert read_format(root) == str(FORMAT)
    assert "custom_dir" not in yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))["theme"]


def test_site_has_what_a_publisher_changes_and_nothing_else(tmp_path: Path) -> None:
    made = begin(tmp_path / "site", Wanted("Guides"), TODAY)
    assert made == sorted(
        path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*") if path.is_file()
    )
    assert {".gitignore", ".github/workflows/pages.yml", "README.md", "requirements.txt", "content/index.md"} <= set(
        made
    )
    assert [name for name in made if name.startswith("occupations/")] == ["occupations/baker.yml"]
    assert not any(name.startswith((links.FIGURES, links.GUIDES, links.VOCABULARIES)) for name in made)
    asked = (tmp_path / "site/requirements.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in asked if not line.startswith("#")] == ["./packages/x.whl"]
    assert (tmp_path / "site/packages/x.whl").read_bytes() == b"x"
    assert "reviewed: 2026-11-23" in (tmp_path / "site/occupations/baker.yml").read_text(encoding="utf-8")
    assert "${{ steps.deployment" in (tmp_path / "site/.github/workflows/pages.yml").read_text(encoding="utf-8")


def test_country_brings_its_tables_and_the_sources_that_they_name(tmp_path: Path, home: Path) -> None:
    shutil.copytree(home / "content/figures/us", home / "content/figures/de")
    index = (home / "content/figures/us.yml").read_text(encoding="utf-8")
    (home / "content/figures/de.yml").write_text(index.replace("region: US", "region: DE"), encoding="utf-8")
    made = begin(tmp_path / "site", Wanted("Guides", country="us"), TODAY)
    assert {"content/figures/us.yml", "content/figures/us/pay.csv", "content/figures/office.yml"} <= set(made)
    assert not any(name.startswith("content/figures/de") for name in made)
    sources = yaml.safe_load((tmp_path / "site/content/sources.yml").read_text(encoding="utf-8"))
    named = {line.split("source: ")[1].split(",")[0].strip("} ") for line in index.splitlines() if "source: " in line}
    assert named <= sources.keys() < yaml.safe_load((home / "content/sources.yml").read_text(encoding="utf-8")).keys()


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        (Wanted("Guides", country="xx"), "there are no figures of 'xx'; the only one there is is 'us'"),
        (Wanted("Guides", language="xx"), "there are no texts of the interface in 'xx'"),
        (Wanted("a\udcff"), "'a\\udcff' is no name that can be shown"),
        (Wanted("a\nb"), "'a\\nb' is no name that can be shown"),
    ],
)
def test_what_is_not_there_is_said(tmp_path: Path, wanted: Wanted, says: str) -> None:
    with pytest.raises(BeginningError) as caught:
        begin(tmp_path / "site", wanted, TODAY)
    assert str(caught.value).startswith(says.partition(";")[0])
    assert not (tmp_path / "site").exists()


def test_folder_that_holds_anything_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    begin(tmp_path / "site", Wanted("Guides"), TODAY)
    before = sorted((tmp_path / "site").rglob("*"))
    done = CliRunner().invoke(cli.main, ["init", str(tmp_path / "site")])
    assert (done.exit_code, "is not an empty folder" in done.output) == (1, True)
    assert sorted((tmp_path / "site").rglob("*")) == before
    done = CliRunner().invoke(cli.main, ["init", str(tmp_path / "home/mkdocs.yml")])
    assert (done.exit_code, "is not an empty folder" in done.output) == (1, True)


@pytest.mark.skipif(os.name == "nt", reason="links take a right there that not everybody has")
def test_a_loop_of_links_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    done = CliRunner().invoke(cli.main, ["init", str(tmp_path / "loop")])
    assert (done.exit_code, "is a link that leads nowhere" in done.output) == (1, True)


def test_what_readers_see_of_a_new_site_is_in_its_language(tmp_path: Path, home: Path) -> None:
    own = home / beginning.STARTER
    told = own.with_name("es")
    shutil.copytree(REPOSITORY / "templates/new/es", told)
    (home / "languages/es/strings").mkdir(parents=True)
    done = CliRunner().invoke(cli.main, ["init", str(tmp_path / "site"), "--language", "es"])
    assert (done.exit_code, "in English" in done.output) == (0, True)
    seen = {path.relative_to(own) for folder in ("content", "occupations") for path in (own / folder).rglob("*.*")}
    seen -= {Path("content/local.yml"), Path("content/strings/en.yml")}  # Of which readers see nothing yet.
    assert {path.relative_to(told) for path in told.rglob("*.*")} == {*seen, Path("mkdocs.yml")}
    for path in seen:
        text = (told / path).read_text(encoding="utf-8")
        assert (tmp_path / "site" / path).read_text(encoding="utf-8") == text.replace(
            "$today", str(datetime.date.today())
        )
    # Each field of the example is there, and each setting.
    for name in ("occupations/baker.yml", "mkdocs.yml"):
        fields = [
            re.findall(r"^ *#? ?([a-z_]+):", (at / name).read_text(encoding="utf-8"), re.MULTILINE)
            for at in (own, told)
        ]
        assert fields[0] == fields[1]
