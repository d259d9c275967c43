from __future__ import annotations

from pathlib import Path

from generator.publishing.output import write_tree


def test_folder_holds_exactly_the_files(tmp_path: Path) -> None:
    assert write_tree(tmp_path, {"a.md": "ä\n", "b/c.md": "c"}) == 2
    assert write_tree(tmp_path, {"a.md": "ä\n", "d/e.md": "e"}) == 2
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == ["a.md", "d", "d/e.md"]
    assert (tmp_path / "a.md").read_bytes() == "ä\n".encode()


def test_unchanged_file_keeps_its_time_stamp(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.md": "a", "b.md": "b"})
    before = {name: (tmp_path / name).stat() for name in ("a.md", "b.md")}
    assert write_tree(tmp_path, {"a.md": "a", "b.md": "B"}) == 1
    after = {name: (tmp_path / name).stat() for name in ("a.md", "b.md")}
    assert (after["a.md"].st_mtime_ns, after["a.md"].st_ino) == (before["a.md"].st_mtime_ns, before["a.md"].st_ino)
    assert after["b.md"].st_ino != before["b.md"].st_ino
    assert write_tree(tmp_path, {"a.md": "a", "b.md": "B"}) == 0


def test_line_ends_are_written_as_they_are(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.md": "a\nb\n"})
    assert (tmp_path / "a.md").read_bytes() == b"a\nb\n"
