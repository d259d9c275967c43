"""Whether the files that a site is made from are still as they were at the last look."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path


class Watch:
    """Looks at files and folders by their paths, whether they are there yet or not, and at all that is in the folders.

    A folder may go, come back or change its name in the meantime: to look again costs little, and needs nothing of the
    system that ends with a folder.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)
        self._found = self._look()

    def has_changed(self) -> bool:
        """Whether a file has come, gone or changed since this was asked last, or since the beginning."""
        before, self._found = self._found, self._look()
        return before != self._found

    def _look(self) -> dict[str, tuple[int, int, int]]:
        found = {}
        for path in _list_files(self._paths):
            with contextlib.suppress(OSError):  # Gone since, or a link to nowhere.
                state = os.stat(path)  # noqa: PTH116 - a path taken apart for each of thousands of files takes longer.
                found[path] = (state.st_ino, state.st_size, state.st_mtime_ns)
        return found


def _list_files(paths: Iterable[Path]) -> Iterator[str]:
    """The files by these paths and in these folders; a folder with several links to it is looked into once."""
    known = set()
    for path in paths:
        if not path.is_dir():
            yield str(path)
        for folder, folders, names in os.walk(path, followlinks=True):
            place = os.path.realpath(folder)
            if place in known:
                folders.clear()
                continue
            known.add(place)
            yield from (f"{folder}{os.sep}{name}" for name in names)
