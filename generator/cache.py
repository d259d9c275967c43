"""What has been made before, by what it was made of: keyed bytes in one file below build/, which may go at any time.

A key is a digest of all that its value depends on, so nothing in here is ever out of date and no clock is asked. Values
are data, never code. A file that cannot be used, or that another version wrote, costs time and one line that says so,
never a build.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.metadata
import itertools
import os
import sqlite3
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

FILE = Path("build/cache/made.sqlite3")
_FORMAT = 1
"""Of the file; with another number it is not one of ours."""
_ANOTHERS = "made by another version"
_AT_ONCE = 500
"""Keys in one question."""
_DIGEST = 20
"""Bytes of a key."""
_SEAL = 16
"""Bytes before each value that say whether it is whole."""
_PATIENCE = 5.0
"""Seconds to wait for another build that writes."""
_TABLE = """
CREATE TABLE IF NOT EXISTS made (
  place INTEGER PRIMARY KEY, room TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, UNIQUE (room, key)
)
"""


class _DamagedError(Exception):
    """The file is not what this module writes."""


def digest(*parts: str | bytes) -> str:
    """A key for what is made of `parts`; where one ends and the next begins counts."""
    pieces = []
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        pieces += [data, _end(len(data))]
    return hashlib.blake2b(b"".join(pieces), digest_size=_DIGEST).hexdigest()


def digest_pieces(pieces: Iterable[bytes]) -> str:
    """As `digest` of all of them as one part, which is never held."""
    found, size = hashlib.blake2b(digest_size=_DIGEST), 0
    for piece in pieces:
        found.update(piece)
        size += len(piece)
    found.update(_end(size))
    return found.hexdigest()


def _end(size: int) -> bytes:
    return size.to_bytes(8, "big")


@functools.cache
def fingerprint(*packages: str) -> str:
    """A digest of the tools: this generator's code, Python, and the versions of `packages`."""
    code = sorted(Path(__file__).parent.rglob("*.py"))
    versions = [f"{name} {importlib.metadata.version(name)}" for name in packages]
    return digest(sys.version, *versions, *(path.name for path in code), *(path.read_bytes() for path in code))


@functools.cache
def list_packages() -> tuple[str, ...]:
    """All packages that this process can use, with their versions."""
    return tuple(sorted({f"{package.name} {package.version}" for package in importlib.metadata.distributions()}))


@functools.cache
def _find_maker() -> int:
    """A number for the tools that write the file: what others made is of no use, whatever its key."""
    return int(digest(fingerprint(), *list_packages())[:7], 16)


class Cache:
    """Rooms of keyed bytes in one SQLite file.

    `tell` gets the line that says why the file was thrown away or passed over. A `fresh` cache gives nothing of what
    was kept before and keeps what is made now; one without a `path` keeps nothing. Of two processes one waits for the
    other a few seconds, then goes on without.
    """

    def __init__(
        self, path: Path | None, tell: Callable[[str], None] = lambda _line: None, *, fresh: bool = False
    ) -> None:
        self._path, self._tell, self._fresh = path, tell, fresh
        self._file: sqlite3.Connection | None = None
        if path is not None:
            self._attempt(self._open)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; after that nothing is kept."""
        if self._file is not None:
            with contextlib.suppress(sqlite3.Error):
                self._file.close()
            self._file = None

    def get(self, room: str, keys: Iterable[str]) -> dict[str, bytes]:
        """The values of those of `keys` that are there."""
        found: dict[str, bytes] = {}
        if not self._fresh:
            self._attempt(lambda: found.update(self._read(room, keys)))
        return found

    def put(self, room: str, values: Mapping[str, bytes]) -> None:
        """Keep `values`, all of them or, if that fails, none."""
        if values:
            self._attempt(lambda: self._write(room, values))

    def prune(self, room: str, used: Collection[str]) -> None:
        """Forget what a whole run did not use, once the room holds twice as much as it did use.

        So that what a branch or an undone change left there is still found on the way back.
        """
        self._attempt(lambda: self._sweep(room, used))

    def _attempt(self, act: Callable[[], None]) -> None:
        """Run `act`; a damaged file is thrown away and begun anew, any other trouble ends the use of it."""
        if self._path is None or (self._file is None and act != self._open):
            return
        try:
            act()
        except (OSError, sqlite3.OperationalError) as error:
            self._give_up(getattr(error, "strerror", None) or str(error))
        except (sqlite3.DatabaseError, _DamagedError) as error:
            self.close()
            try:
                self._path.unlink()
                self._tell(_say_thrown_away(self._path, error))
                self._open()
            except (OSError, sqlite3.Error, _DamagedError) as again:
                self._give_up(getattr(again, "strerror", None) or str(again))

    def _give_up(self, why: str) -> None:
        self.close()
        self._tell(f"{self._path}: {why}; everything is made anew")

    def _open(self) -> None:
        assert self._path is not None  # noqa: S101
        self._path.parent.mkdir(parents=True, exist_ok=True)
        # SQLite would open it all the same, and say so only when something is to be kept.
        if self._path.is_file() and not os.access(self._path, os.R_OK | os.W_OK):
            raise _DamagedError("somebody else's, or read-only")
        # A preview calls from the thread that builds, one at a time.
        self._file = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        # In one question: another process may begin the file at this moment.
        form, maker, tables = self._file.execute(
            "SELECT user_version, application_id, (SELECT count(*) FROM sqlite_master)"
            " FROM pragma_user_version, pragma_application_id"
        ).fetchone()
        if form != _FORMAT and (form or tables):
            raise _DamagedError(_ANOTHERS)
        if maker == _find_maker() and tables:
            return
        with self._transaction() as file:
            file.execute(_TABLE)
            (maker,) = file.execute("PRAGMA application_id").fetchone()
            if maker != _find_maker():
                file.execute("DELETE FROM made")  # Not the file: a preview of that version may be at work with it.
                file.execute(f"PRAGMA user_version = {_FORMAT}")
                file.execute(f"PRAGMA application_id = {_find_maker()}")
        if tables and maker != _find_maker():
            self._tell(_say_thrown_away(self._path, _ANOTHERS))

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        assert self._file is not None  # noqa: S101
        self._file.execute("BEGIN IMMEDIATE")
        try:
            yield self._file
            self._file.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._file.execute("ROLLBACK")
            raise

    def _read(self, room: str, keys: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        assert self._file is not None  # noqa: S101
        left = iter(keys)
        while some := list(itertools.islice(left, _AT_ONCE)):
            marks = ",".join("?" * len(some))
            question = f"SELECT key, value FROM made WHERE room = ? AND key IN ({marks})"  # noqa: S608
            for key, value in self._file.execute(question, (room, *some)):
                if value[:_SEAL] != _seal(room, key, value[_SEAL:]):
                    raise _DamagedError("damaged")
                yield key, value[_SEAL:]

    def _write(self, room: str, values: Mapping[str, bytes]) -> None:
        rows = ((room, key, _seal(room, key, value) + value) for key, value in values.items())
        with self._transaction() as file:
            file.executemany("INSERT OR REPLACE INTO made (room, key, value) VALUES (?, ?, ?)", rows)

    def _sweep(self, room: str, used: Collection[str]) -> None:
        assert self._file is not None  # noqa: S101
        (held,) = self._file.execute("SELECT count(*) FROM made WHERE room = ?", (room,)).fetchone()
        if held <= 2 * len(used):
            return
        keys = self._file.execute("SELECT key FROM made WHERE room = ?", (room,)).fetchall()
        wanted = set(used)
        with self._transaction() as file:
            rows = ((room, key) for (key,) in keys if key not in wanted)
            file.executemany("DELETE FROM made WHERE room = ? AND key = ?", rows)


def _say_thrown_away(path: Path, why: object) -> str:
    return f"{path}: {why}; thrown away, and begun anew"


def _seal(room: str, key: str, value: bytes) -> bytes:
    """What shows that a value is whole and stands where it was put."""
    found = hashlib.blake2b(f"{room} {key} ".encode(), digest_size=_SEAL)
    found.update(value)
    return found.digest()
