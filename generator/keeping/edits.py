"""Careful edits of text files: a few letters at places that the reader knows, and every other byte as it was."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from generator.sources.files import Mark
from generator.sources.nodes import Listing, Node, Scalar
from generator.sources.nodes import Mapping as Entries


class EditingError(Exception):
    """A place cannot be edited by a program, or a file not be written; the text says which, and what to do."""


@dataclass
class Draft:
    """A file and what is to be written in it; places are those of the text as it is."""

    path: str
    text: str
    edits: set[tuple[int, int, str]] = field(default_factory=set)
    """Where each begins and ends, and what comes there."""

    @classmethod
    def read(cls, root: Path, path: str) -> Draft:
        """The file at `path` below `root`; line ends stay as they are. Raises `EditingError`."""
        try:
            return cls(path, (root / path).read_bytes().decode("utf-8"))
        except UnicodeDecodeError:
            raise EditingError(f"{path} cannot be read: save it as UTF-8, then try again") from None

    def replace(self, mark: Mark, old: str, new: str) -> None:
        """Write `new` in the place of the word `old` that stands at `mark`, quoted or not."""
        found = re.compile(rf"""["']?({re.escape(old)})(?![\w-])""").match(self.text, self._find(mark))
        if not found:
            raise EditingError(f"{self.path}:{mark.line}: write {new!r} in place of {old!r} by hand, then try again")
        self.edits.add((*found.span(1), new))

    def substitute(self, pattern: re.Pattern[str], new: str) -> None:
        """Write `new` in the place of the group `old` of each match that has it."""
        self.edits |= {(*match.span("old"), new) for match in pattern.finditer(self.text) if match["old"] is not None}

    def append(self, line: str) -> None:
        """Add a line at the end."""
        at = len(self.text.rstrip())
        self.edits.add((at, len(self.text), f"{self._end}{line}{self._end}"))

    def put_before(self, mark: Mark, line: str) -> None:
        """Add a line before the one that begins at `mark`."""
        at = self._find(mark)
        self.edits.add((at, at, f"{line}{self._end}"))

    def insert(self, node: Entries, entry: str) -> None:
        """Add an entry before the others of a mapping within the file."""
        first = self._find(next(iter(node.entries.values()))[0])
        before = self.text[self.text.rfind("\n", 0, first) + 1 : first]
        if before.strip():
            self.edits.add((first, first, f"{entry}, "))
        else:
            self.edits.add((first, first, f"{entry}{self._end}{before}"))

    def rewrite(self, node: Node, names: list[str]) -> None:
        """Write other names into a list in brackets."""
        found = re.compile(r"\[[^]#]*\]").match(self.text, self._find(node.mark))
        if not isinstance(node, Listing) or not found:
            raise EditingError(f"{self.path}:{node.mark.line}: write this list as [one, other], then try again")
        self.edits.add((*found.span(), f"[{', '.join(names)}]"))

    def add_former(self, node: Entries, old: str, new: str, *, is_file: bool = False) -> None:
        """Add `old` to the list `formerly` of a mapping, and take `new` out of it."""
        known = node.entries.get("formerly")
        if known is not None and isinstance(known[1], Listing):
            names = [item.text for item in known[1].items if isinstance(item, Scalar)]
            self.rewrite(known[1], [name for name in (*names, old) if name != new])
        elif is_file:
            self.append(f"formerly: [{old}]")
        else:
            self.insert(node, f"formerly: [{old}]")

    def write(self) -> str:
        """The text with all edits."""
        text = self.text
        for start, end, new in sorted(self.edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    @property
    def _end(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    def _find(self, mark: Mark) -> int:
        at = 0
        for _ in range(mark.line - 1):
            at = self.text.index("\n", at) + 1
        return at + mark.column - 1 + (at == 0 and self.text.startswith("\ufeff"))


@dataclass(frozen=True)
class Plan:
    """What is to become of each file: path -> (bytes as they are, as they will be); None where there is no file."""

    files: Mapping[str, tuple[bytes | None, bytes | None]]

    moves: Mapping[str, str] = field(default_factory=dict)
    """New path -> old path of a file that is called otherwise."""

    def describe(self) -> Iterator[str]:
        """A line for each file that is moved, and for each line that is another."""
        for path, (before, after) in sorted(self.files.items()):
            if former := self.moves.get(path):
                yield f"{former} -> {path}"
                before = self.files[former][0]
            if before != after and before is not None and after is not None:
                yield from _compare(path, before, after)

    def apply(self, root: Path) -> None:
        """Write all of it, or nothing; raises `EditingError`.

        A full disk is noticed before anything is changed: all new files lie beside the old ones by then, and what is
        left to do needs no room.
        """
        targets = {path: (root / path).resolve() for path in self.files}
        drafts = {path: _beside(target, "new") for path, target in targets.items()}
        former = {path: _beside(target, "old") for path, target in targets.items()}
        aside: list[str] = []
        try:
            for path, (_, after) in self.files.items():
                if after is not None:
                    drafts[path].write_bytes(after)
                    if targets[path].exists():
                        shutil.copymode(targets[path], drafts[path])
            for path, (_, after) in self.files.items():
                aside.append(path)
                if targets[path].exists():
                    targets[path].replace(former[path])
                if after is not None:
                    drafts[path].replace(targets[path])
        except BaseException as error:
            for path in aside:
                if former[path].exists():
                    former[path].replace(targets[path])
                elif self.files[path][0] is None:
                    targets[path].unlink(missing_ok=True)
            if isinstance(error, OSError):
                name = error.filename or root
                raise EditingError(f"{name}: {error.strerror}; nothing has been changed") from None
            raise
        finally:
            for left in (*drafts.values(), *former.values()):
                left.unlink(missing_ok=True)


def _beside(target: Path, what: str) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.{what}")


def _compare(path: str, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (data.decode("utf-8").splitlines() for data in (before, after))
    for kind, _, _, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from (f"{path}:{at + 1}: {new[at].strip()[:100]}" for at in range(start, end))
