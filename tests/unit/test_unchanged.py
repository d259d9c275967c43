from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cache as caches
from generator import project as projects
from generator.cache import FILE, Cache
from generator.cli import main
from generator.problems import Problem
from generator.publishing import building
from generator.publishing.copies.verifying import MANIFEST
from generator.publishing.unchanged import End, Standing
from tests.conftest import PROJECT, add_templates, edit

MADE = (Path("build/docs"), Path("site"), MANIFEST)
END = End(7, 12, (Problem("content/groups.md", 1, 2, "PRO101", "a warning", "a hint"),))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """As little of a project as can stand for one, and what was made of it."""
    files = {
        "mkdocs.yml": "site_name: Here\n",
        "occupations/baker.yml": "title: Baker\n",
        "content/about/us.md": "# Us\n",
        "templates/pages/index.md.j2": "# Home\n",
        "build/docs/index.md": "# Home\n",
        "site/index.html": "<p>Home",
        "build/site.sha256": "0  index.html\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def stand(root: Path, command: str = "build", *, fresh: bool = False) -> End | None:
    """How the command would end by what is known."""
    with Cache(root / FILE, fresh=fresh) as cache:
        return Standing(root, command, MADE).recall(cache)


def keep(root: Path) -> None:
    with Cache(root / FILE) as cache:
        Standing(root, "build", MADE).keep(cache, END)


def test_what_stands_as_it_stood_ends_as_it_ended(root: Path) -> None:
    assert stand(root) is None
    keep(root)
    assert stand(root) == END
    for path in root.rglob("*.*"):
        os.utime(path, (0, 0))
    assert stand(root) == END
    assert stand(root, "check") is None
    assert stand(root, fresh=True) is None


def move(root: Path) -> None:
    (root / "content/about").rename(root / "content/away")


def swap(root: Path) -> None:
    """As many letters, and the same time."""
    path = root / "occupations/baker.yml"
    found = path.stat()
    path.write_text("title: Maker\n", encoding="utf-8")
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def lead(root: Path) -> None:
    (root / "site").rename(root / "elsewhere")
    (root / "site").symlink_to("elsewhere")


@pytest.mark.parametrize(
    "change",
    [
        swap,
        move,
        lead,
        lambda root: (root / "mkdocs.yml").write_text("site_name: There\n", encoding="utf-8"),
        lambda root: (root / "content/new").mkdir(),
        lambda root: (root / "templates/pages/index.md.j2").unlink(),
        lambda root: (root / "build/docs/index.md").write_text("# Mine\n", encoding="utf-8"),
        lambda root: (root / "site/index.html").write_text("<p>Mine", encoding="utf-8"),
        lambda root: (root / "site/more.html").write_text("", encoding="utf-8"),
        lambda root: shutil.rmtree(root / "site"),
        lambda root: (root / MANIFEST).unlink(),
        lambda root: (root / MANIFEST).write_text("spoiled", encoding="utf-8"),
    ],
)
def test_whatever_is_another_has_it_done_again(root: Path, change: Callable[[Path], object]) -> None:
    keep(root)
    change(root)
    assert stand(root) is None


def test_what_is_put_back_ends_as_it_ended(root: Path) -> None:
    keep(root)
    text = (root / "occupations/baker.yml").read_bytes()
    swap(root)
    assert stand(root) is None
    (root / "occupations/baker.yml").write_bytes(text)
    assert stand(root) == END


def test_the_day_the_packages_and_the_generator_count(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(root)
    with monkeypatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1764288000")
        assert stand(root) is None
    with monkeypatch.context() as patch:
        found = caches.list_packages()[1:]
        patch.setattr("generator.publishing.unchanged.list_packages", lambda: found)
        assert stand(root) is None
    with monkeypatch.context() as patch:
        patch.setattr("generator.publishing.unchanged.fingerprint", lambda: caches.digest("another"))
        assert stand(root) is None
    assert stand(root) == END


def link(root: Path) -> None:
    (root / "content/linked.md").symlink_to("about/us.md")


def pipe(root: Path) -> None:
    os.mkfifo(root / "content/pipe.md")


@pytest.mark.parametrize(
    "change",
    [
        link,
        pipe,
        lambda root: (root / "mkdocs.yml").write_text("site_url: !ENV ADDRESS\n", encoding="utf-8"),
        lambda root: shutil.rmtree(root / "occupations"),
    ],
)
def test_what_cannot_be_known_is_never_kept(root: Path, change: Callable[[Path], object]) -> None:
    change(root)
    keep(root)
    assert stand(root) is None


def test_what_changes_while_the_command_is_at_work_is_not_kept(root: Path) -> None:
    with Cache(root / FILE) as cache:
        standing = Standing(root, "build", MADE)
        before = (root / "occupations/baker.yml").read_bytes()
        swap(root)
        standing.keep(cache, END)
        (root / "occupations/baker.yml").write_bytes(before)
    assert stand(root) is None


def careers(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments], catch_exceptions=False)


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The projects that are loaded."""
    found: list[Path] = []
    load = projects.load

    def note(root: Path, *given: object, **named: object) -> projects.Loaded:
        found.append(root)
        return load(root, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(projects, "load", note)
    return found


def test_a_check_of_the_same_files_says_the_same(publishable: Path, loads: list[Path]) -> None:
    edit(publishable / "content/groups.md", "# ", "# No adverts, ")
    first = careers(publishable, "check", "--prose")
    assert "PRO101 warning" in first.stdout
    assert len(loads) == 1
    again = careers(publishable, "check", "--prose")
    assert (again.stdout, again.stderr, len(loads)) == (first.stdout, first.stderr, 1)
    assert careers(publishable, "check").stdout == ""
    assert len(loads) == 2
    edit(publishable / "occupations/baker.yml", "preparation: 2", "preparation: two")
    wrong = careers(publishable, "check")
    assert (wrong.exit_code, len(loads)) == (1, 3)
    assert (careers(publishable, "check").stdout, len(loads)) == (wrong.stdout, 4)


def read(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_a_build_of_the_same_files_leaves_what_is_there(
    tmp_path: Path, loads: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = add_templates(shutil.copytree(PROJECT, tmp_path / "project"))
    first = careers(root, "build")
    site = read(root / "site")
    with monkeypatch.context() as patch:
        patch.setattr(building, "build_site", lambda *_: pytest.fail("it was built again"))
        again = careers(root, "build")
    assert (again.stdout, again.stderr, len(loads)) == (first.stdout, first.stderr, 1)
    assert read(root / "site") == site
    listed = (root / MANIFEST).read_bytes()
    (root / MANIFEST).unlink()
    assert careers(root, "build").exit_code == 0
    assert len(loads) == 2
    assert read(root / "site") == site
    assert (root / MANIFEST).read_bytes() == listed
    # Everything would be made again: that it begins is enough here.
    begun: list[Path] = []
    monkeypatch.setattr(building, "build_site", lambda root, *_: begun.append(root))
    assert careers(root, "build", "--fresh").exit_code == 0
    assert (len(loads), len(begun)) == (3, 1)
    edit(root / "mkdocs.yml", "strict: true", "strict: true\nhooks: [hook.py]")
    (root / "hook.py").write_text("", encoding="utf-8")
    for known in (4, 5):  # Who knows what a hook reads?
        assert careers(root, "build").exit_code == 0
        assert (len(loads), len(begun)) == (known, known - 2)
