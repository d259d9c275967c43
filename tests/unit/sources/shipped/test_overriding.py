import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import cli
from generator.sources.settings import needed
from generator.sources.shipped import layers
from generator.sources.shipped.layers import LOCK, Layers
from generator.sources.shipped.overriding import OverridingError, find_stale, list_overriding, override
from tests.conftest import check, edit

GUIDE = "content/methods/explore.yml"


@pytest.fixture
def site(project: Path, home: Path) -> Path:
    """The small project as a site that stands on what came along, with one guide less of its own."""
    assert (home / GUIDE).is_file()
    edit(project / "mkdocs.yml", "extra:\n", "extra:\n  format: 1\n")
    (project / GUIDE).unlink()
    return project


def run(root: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli.main, ["--root", str(root), "override", *arguments])
    return done.exit_code, done.output


def stale(root: Path) -> list[str]:
    return [str(problem) for problem in find_stale(Layers.of(root))]


def find_state(root: Path, name: str = GUIDE) -> str | None:
    return {one.name: one.state for one in list_overriding(Layers.of(root))}.get(name)


def test_file_is_copied_and_a_newer_one_is_told(site: Path, home: Path) -> None:
    assert find_state(site) is None
    assert run(site, GUIDE) == (0, f"{GUIDE} is ready to be changed\n")
    assert (site / GUIDE).read_bytes() == (home / GUIDE).read_bytes()
    assert find_state(site) == "same"
    edit(site / GUIDE, "title: Explore and", "title: Our explore and")
    assert (find_state(site), stale(site), check(site)) == ("current", [], ())
    edit(home / GUIDE, "summary: Try the work.", "summary: Try some work.")
    assert find_state(site) == "stale"
    (told,) = check(site)
    assert str(told).startswith(f"{GUIDE}:1:1: SRC102 warning: the one that comes along has changed since")
    code, lines = run(site, "--diff", GUIDE)
    assert (code, "-summary: Try some work." in lines, "+title: Our explore and experience" in lines) == (0, True, True)
    assert run(site, "--note", GUIDE) == (0, "")
    assert (find_state(site), stale(site)) == ("current", [])
    (home / GUIDE).unlink()
    assert stale(site) == [
        f"{LOCK}:2:1: SRC102 warning: no '{GUIDE}' comes along any more; "
        f"leave it out of {LOCK}, and look whether this file is still needed"
    ]


def test_tables_as_they_came_along_are_not_among_what_may_be_deleted(site: Path, home: Path) -> None:
    tables = "content/figures/us/pay.csv"
    (site / tables).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(home / tables, site / tables)
    assert find_state(site, tables) is None
    (site / tables).write_text("changed\n", encoding="utf-8")
    assert find_state(site, tables) == "own"


def test_files_that_nobody_noted_are_the_own_ones(site: Path) -> None:
    edit(site / "content/methods/learn.yml", "title: Keep learning", "title: We keep learning")
    assert find_state(site, "content/methods/learn.yml") == "own"
    assert find_state(site, "content/methods/create.yml") == "same"
    assert [
        find_state(site, name) for name in ("content/sources.yml", "content/index.md", "content/strings/en.yml")
    ] == [None] * 3
    code, lines = run(site)
    assert (code, "content/methods/learn.yml: goes before one" in lines) == (0, True)


def test_tables_are_taken_together_unless_somebody_has_changed_them(site: Path, home: Path) -> None:
    for name in (
        "content/figures/us.yml",
        *(f"content/figures/us/{name}.csv" for name in ("pay", "outlook", "education")),
    ):
        assert run(site, "--note", name)[0] == 0
    for name in ("pay", "outlook"):
        path = home / f"content/figures/us/{name}.csv"
        path.write_text(path.read_text(encoding="utf-8").rstrip("\n").rpartition("\n")[0] + "\n", encoding="utf-8")
    assert stale(site) == [
        "content/figures/us.yml:1:1: SRC102 warning: other figures of these tables come with this version of the "
        "generator; `careers override --take content/figures/us` takes them"
    ]
    code, said = run(site, "--take", "content/figures/us")
    assert (code, "places/us-me.csv has been changed here" in said) == (1, True)
    shutil.rmtree(site / "content/figures/us/places")
    assert run(site, "--take", "content/figures/us")[0] == 0
    assert (site / "content/figures/us/pay.csv").read_bytes() == (home / "content/figures/us/pay.csv").read_bytes()
    assert stale(site) == []


@pytest.mark.parametrize(
    "name",
    [
        "content/gone.yml",
        "../home/mkdocs.yml",
        "mkdocs.yml",
        "content/../mkdocs.yml",
        "content/index.md",
        "occupations/cook.yml",
    ],
)
def test_what_does_not_come_along_is_not_copied(site: Path, name: str) -> None:
    code, said = run(site, name)
    assert (code, "comes along that a file of that name would go before" in said) == (1, True)


def test_own_file_is_not_written_over(site: Path) -> None:
    before = (site / "content/methods/learn.yml").read_bytes()
    assert "is there already" in run(site, "content/methods/learn.yml")[1]
    assert (site / "content/methods/learn.yml").read_bytes() == before


def test_a_copy_names_nothing_that_the_site_lacks(site: Path, home: Path) -> None:
    """What came along named it, and was shown without it: the copy says the same, and has no mistakes."""
    told = "    summary: See where it happens.\n"
    edit(home / GUIDE, told, f"{told}    occupations: [potter, baker]\n")
    edit(home / GUIDE, "summary: Try the work.", "summary: As [a fine\n  potter](occupation:potter) does.")
    (site / "occupations/potter.yml").unlink()
    assert run(site, GUIDE)[0] == 0
    own = (site / GUIDE).read_text(encoding="utf-8")
    assert own.startswith("title: Explore and experience\nsummary: As a fine\n  potter does.\n")
    assert f"{told}    occupations: [baker]\n" in own
    assert not any(problem.path == GUIDE for problem in check(site))


def test_site_without_a_format_has_nothing_to_go_before(project: Path) -> None:
    assert list(list_overriding(Layers.of(project))) == []
    with pytest.raises(OverridingError, match="names no `format`"):
        override(Layers.of(project), GUIDE)


def test_older_format_is_told_what_to_change(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needed, "FORMAT", 3)
    monkeypatch.setattr(
        needed, "read_formats", lambda: {1: [], 2: ["call `hue` color"], 3: ["have a page start.md", "x"]}
    )
    told = [str(problem) for problem in check(site)]
    assert told == [
        f"mkdocs.yml:9:11: SRC021 format 1: your site must {text}; then write `format: 3`"
        for text in ("call `hue` color", "have a page start.md", "x")
    ]


def test_formats_end_with_the_one_of_this_version() -> None:
    formats = layers.read_formats()
    assert list(formats) == [*range(1, layers.FORMAT + 1)]
    assert all(isinstance(text, str) for texts in formats.values() for text in texts)
