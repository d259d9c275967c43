from __future__ import annotations

import contextlib
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publishing.plugin import Server
from generator.publishing.previews.watching import Watch

PATIENCE = 20
"""Seconds after which what is waited for is taken not to come."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with files and folders to watch, of which one is missing."""
    (tmp_path / "occupations/deep").mkdir(parents=True)
    for path in ("occupations/one.yml", "occupations/deep/two.yml", "mkdocs.yml"):
        (tmp_path / path).write_text("a", encoding="utf-8")
    return tmp_path


def watch(root: Path) -> Watch:
    return Watch(root / name for name in ("occupations", "content", "mkdocs.yml"))


def test_what_stays_as_it_was_is_no_change(root: Path) -> None:
    found = watch(root)
    (root / "build").mkdir()
    (root / "build/site.html").touch()
    assert not found.has_changed()


def test_files_that_change_come_and_go_are_seen_once(root: Path) -> None:
    found = watch(root)
    for path in ("occupations/one.yml", "occupations/deep/two.yml", "mkdocs.yml", "occupations/new.yml"):
        (root / path).write_text("longer", encoding="utf-8")
        assert (found.has_changed(), found.has_changed()) == (True, False), path
    # As programs save that write beside a file first.
    Path(shutil.copy2(root / "mkdocs.yml", root / "draft")).replace(root / "mkdocs.yml")
    assert (found.has_changed(), found.has_changed()) == (True, False)
    (root / "mkdocs.yml").unlink()
    assert (found.has_changed(), found.has_changed()) == (True, False)


def test_a_folder_that_goes_and_comes_is_watched_again(root: Path) -> None:
    found = watch(root)
    for _ in range(2):
        (root / "occupations").rename(root / "other")
        assert (found.has_changed(), found.has_changed()) == (True, False)
        (root / "other").rename(root / "occupations")
        assert (found.has_changed(), found.has_changed()) == (True, False)
    (root / "occupations/one.yml").write_text("longer", encoding="utf-8")
    assert found.has_changed()
    shutil.rmtree(root / "occupations")
    assert found.has_changed()


def test_a_folder_that_was_missing_is_seen_when_it_comes(root: Path) -> None:
    found = watch(root)
    (root / "content").mkdir()
    (root / "content/index.md").write_text("a", encoding="utf-8")
    assert (found.has_changed(), found.has_changed()) == (True, False)
    (root / "content/index.md").write_text("longer", encoding="utf-8")
    assert found.has_changed()


def test_links_in_circles_are_looked_at_once(root: Path) -> None:
    (root / "occupations/deep/back").symlink_to(root / "occupations", target_is_directory=True)
    (root / "occupations/again").symlink_to(root / "occupations/deep", target_is_directory=True)
    (root / "occupations/nowhere").symlink_to(root / "missing")
    found = watch(root)
    assert not found.has_changed()
    (root / "occupations/deep/two.yml").write_text("longer", encoding="utf-8")
    assert found.has_changed()


@contextlib.contextmanager
def run(server: Server) -> Iterator[None]:
    """Let a server run as it does for a preview."""
    server.server_bind()
    begun = threading.Event()
    thread = threading.Thread(target=server.run, args=(begun.set,))
    thread.start()
    try:
        assert begun.wait(PATIENCE)
        yield
    finally:
        server.shutdown()
        thread.join()


def test_a_preview_goes_on_when_a_folder_was_away(root: Path) -> None:
    built: list[bool] = []
    again = threading.Semaphore(0)

    def build() -> None:
        built.append((root / "occupations").is_dir())
        again.release()

    server = Server("127.0.0.1", 0, root, build, has_changed=watch(root).has_changed, notice=str)
    # As while the first pages are made.
    (root / "mkdocs.yml").write_text("longer", encoding="utf-8")
    with run(server):
        assert again.acquire(timeout=PATIENCE)
        (root / "occupations").rename(root / "other")
        assert again.acquire(timeout=PATIENCE)
        (root / "other").rename(root / "occupations")
        assert again.acquire(timeout=PATIENCE)
        (root / "occupations/one.yml").write_text("longer still", encoding="utf-8")
        assert again.acquire(timeout=PATIENCE)
    assert built == [True, False, True, True]
