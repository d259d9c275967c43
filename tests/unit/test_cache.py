from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator import cache
from generator.cache import Cache

MANY = {cache.digest(str(number)): str(number).encode() * 300 for number in range(1200)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "build/cache/made.sqlite3"


def keep(path: Path, values: dict[str, bytes]) -> None:
    with Cache(path) as made:
        made.put("pages", values)


def read(path: Path, lines: list[str] | None = None, *, fresh: bool = False) -> dict[str, bytes]:
    with Cache(path, (lines if lines is not None else []).append, fresh=fresh) as made:
        return made.get("pages", [*MANY, "a"])


def test_what_is_put_is_found_again_in_its_room_alone(path: Path) -> None:
    keep(path, MANY)
    assert read(path) == MANY
    with Cache(path) as made:
        assert made.get("models", MANY) == {}
        assert made.get("pages", iter([])) == {}


def test_pieces_have_the_digest_of_the_whole_and_parts_do_not() -> None:
    assert cache.digest_pieces([b"ab", b"", b"c"]) == cache.digest("abc") == cache.digest(b"abc")
    assert len({cache.digest("abc"), cache.digest("ab", "c"), cache.digest("abc", ""), cache.digest("", "abc")}) == 4


def test_a_second_value_takes_the_place_of_the_first(path: Path) -> None:
    keep(path, {"a": b"1"})
    keep(path, {"a": b"2"})
    assert read(path) == {"a": b"2"}


def test_a_fresh_one_gives_nothing_old_and_keeps_what_is_new(path: Path) -> None:
    keep(path, {"a": b"1"})
    with Cache(path, fresh=True) as made:
        assert made.get("pages", ["a"]) == {}
        made.put("pages", {"a": b"2"})
    assert read(path) == {"a": b"2"}


def test_one_without_a_path_keeps_nothing() -> None:
    with Cache(None) as made:
        made.put("pages", MANY)
        made.prune("pages", [])
        assert made.get("pages", MANY) == {}


def test_what_was_not_used_goes_once_it_is_more_than_what_was(path: Path) -> None:
    keys = list(MANY)
    keep(path, MANY)
    with Cache(path) as made:
        made.put("models", {"a": b"1"})
        made.prune("pages", keys[600:])
        assert len(made.get("pages", keys)) == 1200
        made.prune("pages", keys[601:])
        assert made.get("pages", keys) == {key: MANY[key] for key in keys[601:]}
        assert made.get("models", ["a"]) == {"a": b"1"}


def _cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _garbage(path: Path) -> None:
    path.write_bytes(b"not a database at all" * 100)


def _other_version(path: Path) -> None:
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA user_version = 99")
    file.close()


def _other_packages(path: Path) -> None:
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA application_id = 1")
    file.close()


def _somebody_elses(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE notes (text)")
    file.close()


def _changed_value(path: Path) -> None:
    with sqlite3.connect(path) as file:
        file.execute("UPDATE made SET value = (SELECT value FROM made LIMIT 1)")
    file.close()


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (_cut_off, "malformed"),
        (_garbage, "not a database"),
        (_other_version, "made by another version"),
        (_other_packages, "made by another version"),
        (_somebody_elses, "made by another version"),
        (_changed_value, "damaged"),
    ],
)
def test_a_spoilt_one_is_thrown_away_with_a_line_and_works_again(
    path: Path, spoil: Callable[[Path], None], why: str
) -> None:
    keep(path, MANY)
    spoil(path)
    lines: list[str] = []
    found = read(path, lines)
    assert found.items() <= MANY.items()
    (line,) = lines
    assert line.startswith(f"{path}: ")
    assert line.endswith(f"{why}; thrown away, and begun anew")
    keep(path, MANY)
    assert read(path, lines) == MANY
    assert len(lines) == 1


@pytest.mark.parametrize("mode", [os.R_OK, os.W_OK])
def test_a_read_only_one_or_another_users_is_thrown_away(
    path: Path, monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    """Who runs the tests may be allowed everything, so what the system would say of the file is said here."""
    keep(path, MANY)
    foreign, allowed = path.stat().st_ino, os.access
    monkeypatch.setattr(
        os,
        "access",
        lambda file, wanted: not (Path(file).stat().st_ino == foreign and wanted & mode) and allowed(file, wanted),
    )
    keepsake = path.with_name("keepsake")  # Else the new file may get the number of the old one.
    keepsake.hardlink_to(path)
    lines: list[str] = []
    assert read(path, lines) == {}
    (line,) = lines
    assert line == f"{path}: somebody else's, or read-only; thrown away, and begun anew"
    keep(path, MANY)
    assert read(path, lines) == MANY
    assert len(lines) == 1


def test_one_that_cannot_be_thrown_away_is_passed_over(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(path, MANY)
    monkeypatch.setattr(os, "access", lambda *_: False)

    def refuse(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    lines: list[str] = []
    assert read(path, lines) == {}
    assert lines == [f"{path}: Permission denied; everything is made anew"]
    monkeypatch.undo()
    assert read(path) == MANY


def test_what_another_version_made_is_thrown_away_though_its_keys_are_ours(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Cache(path) as other:
        other.put("pages", MANY)
        monkeypatch.setattr(cache, "_find_maker", cache._find_maker.__wrapped__)  # Looked for each time.
        for tools in (("fingerprint", lambda: "newer"), ("list_packages", lambda: ("mkdocs 1.0",))):
            monkeypatch.setattr(cache, *tools)
            lines: list[str] = []
            assert read(path, lines) == {}
            assert lines == [f"{path}: made by another version; thrown away, and begun anew"]
            keep(path, {"a": b"1"})
            assert read(path, lines) == {"a": b"1"}
            assert len(lines) == 1
        other.put("pages", {"b": b"2"})  # It goes on as if nothing had been.
        assert other.get("pages", ["b"]) == {"b": b"2"}


def test_an_empty_file_is_a_new_one(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.touch()
    lines: list[str] = []
    keep(path, {"a": b"1"})
    assert read(path, lines) == {"a": b"1"}
    assert not lines


def test_a_place_where_no_file_can_be_is_passed_over_with_a_line(path: Path) -> None:
    path.mkdir(parents=True)
    lines: list[str] = []
    assert read(path, lines) == {}
    (path.parent / "note").touch()
    assert read(path.parent / "note/made.sqlite3", lines) == {}
    assert len(lines) == 2
    assert all("made anew" in line for line in lines)


def test_what_cannot_be_written_is_still_read(path: Path) -> None:
    keep(path, {"a": b"1"})
    lines: list[str] = []
    with Cache(path, lines.append) as made:
        assert made._file
        made._file.execute("PRAGMA query_only = ON")
        assert made.get("pages", ["a"]) == {"a": b"1"}
        made.put("pages", {"b": b"2"})
        made.put("pages", {"c": b"3"})
        assert made.get("pages", ["a"]) == {}
    assert len(lines) == 1
    assert "readonly" in lines[0]


def test_a_full_disk_ends_the_keeping_and_nothing_else(path: Path) -> None:
    keep(path, {"a": b"1"})
    lines: list[str] = []
    with Cache(path, lines.append) as made:
        assert made._file
        made._file.execute("PRAGMA max_page_count = 12")
        made.put("pages", MANY)
    assert len(lines) == 1
    assert "full" in lines[0]
    assert read(path, lines) == {"a": b"1"}
    assert len(lines) == 1


_KILLED = """
import os, signal, sys
from pathlib import Path
from typing import Any
from generator.cache import Cache
def values():
    for number in range(100_000):
        if number == 60_000:
            os.kill(os.getpid(), signal.SIGKILL)
        yield f"{number}", b"x" * 200
class Endless(dict):
    def items(self):
        return values()
Cache(Path(sys.argv[1])).put("pages", Endless(a=b""))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal")
def test_killed_while_writing_it_is_as_it_was(path: Path) -> None:
    keep(path, {"a": b"1"})
    done = subprocess.run([sys.executable, "-c", _KILLED, str(path)], cwd=path.parent, check=False)
    assert done.returncode == -signal.SIGKILL
    lines: list[str] = []
    with Cache(path, lines.append) as made:
        assert made.get("pages", ["a", "0", "59999"]) == {"a": b"1"}
        made.put("pages", {"b": b"2"})
        assert made.get("pages", ["b"]) == {"b": b"2"}
    assert not lines


def _write_often(path: Path, name: str) -> None:
    with Cache(path) as made:
        for number in range(20):
            made.put("pages", {f"{name}{number}": name.encode()})


def test_two_write_at_a_time(path: Path) -> None:
    start = multiprocessing.get_context("spawn")
    both = [start.Process(target=_write_often, args=(path, name)) for name in "xy"]
    for one in both:
        one.start()
    for one in both:
        one.join()
        assert one.exitcode == 0
    with Cache(path) as made:
        assert len(made.get("pages", [f"{name}{number}" for name in "xy" for number in range(20)])) == 40


def test_another_that_begins_the_file_meanwhile_is_no_damage(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect

    class Late(sqlite3.Connection):
        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
            if "sqlite_master" in sql:
                monkeypatch.setattr(sqlite3, "connect", connect)
                keep(path, {"a": b"1"})
            return super().execute(sql, *values)

    def connect_late(*arguments: object, **options: object) -> object:
        return connect(*arguments, factory=Late, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(sqlite3, "connect", connect_late)
    lines: list[str] = []
    assert read(path, lines) == {"a": b"1"}
    assert not lines


def test_who_waits_too_long_goes_on_without(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(path, {"a": b"1"})
    monkeypatch.setattr(cache, "_PATIENCE", 0.05)
    lines: list[str] = []
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert read(path, lines) == {}
    other.execute("ROLLBACK")
    other.close()
    assert len(lines) == 1
    assert "locked" in lines[0]
    assert read(path) == {"a": b"1"}


def test_a_digest_knows_where_parts_end() -> None:
    assert len({cache.digest("ab", "c"), cache.digest("a", "bc"), cache.digest("abc"), cache.digest("abc", "")}) == 4
    assert cache.digest("é") == cache.digest("é".encode())


def test_the_fingerprint_changes_with_versions_and_code(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = cache.fingerprint()
    assert ours != cache.fingerprint("jinja2")
    cache.fingerprint.cache_clear()
    assert ours == cache.fingerprint()
    own = Path(cache.__file__)
    before = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: before(path) + b"#" * (path == own))
    cache.fingerprint.cache_clear()
    assert ours != cache.fingerprint()
    cache.fingerprint.cache_clear()
