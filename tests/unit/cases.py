"""Cases: files that spoil the small project, say what an editor is then told, and how it is mended.

A case begins with `# what it shows`. Blocks follow:

    --- edit PATH      lines `- old` are replaced by the lines `+ new` that follow them; the old ones must be there once
    --- write PATH     the lines up to the next block are the whole file
    --- repeat PATH    the file is one line, so many times: `1000 the line`
    --- link PATH      a symbolic link to the one line that follows
    --- move PATH      the one line that follows is the new path
    --- delete PATH    folders that are empty then go, too
    --- expect         what `careers check` prints
    --- mended DO PATH one of the above, or `restore PATH`: after all of these nothing is printed
    --- aside DO PATH  one of the above that the case needs, but is no part of the example; also `mended aside DO PATH`

`<U+200B>` stands for a character that one could not see, `<U+DCE2>` for the byte E2.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import CASES, PROJECT

_BLOCK = re.compile(
    r"^--- (mended )?(aside )?(edit|write|repeat|link|move|delete|restore|expect)(?: (.+))?\n", re.MULTILINE
)
_PRINTED = re.compile(r"\S+:\d+:\d+: ([A-Z]{3}\d{3}) ")


@dataclass(frozen=True)
class Block:
    """One change: what is done to the file at `path`."""

    action: str
    path: str
    body: str
    is_aside: bool = False


@dataclass(frozen=True)
class Case:
    """One file: what it shows, the changes that spoil the project, what is printed then, the changes that mend it."""

    title: str
    wrong: tuple[Block, ...]
    expected: str
    mended: tuple[Block, ...]

    @property
    def codes(self) -> list[str]:
        """The codes of all problems that are printed."""
        return _PRINTED.findall(self.expected)


def list_cases(folder: str) -> list[Path]:
    """The files of one folder of cases."""
    return sorted((CASES / folder).glob("*.case"))


def read_case(path: Path) -> Case:
    """Read one case."""
    text = re.sub(r"<U\+([0-9A-F]{4,5})>", lambda match: chr(int(match[1], 16)), path.read_text(encoding="utf-8"))
    title, *parts = _BLOCK.split(text)
    if not re.fullmatch(r"# .+\n+", title):
        raise ValueError(f"{path.name} does not begin with one line that says what it shows")
    wrong: list[Block] = []
    mended: list[Block] = []
    expected = ""
    for mends, aside, action, name, body in zip(*(parts[place::5] for place in range(5)), strict=True):
        if action == "expect":
            expected = body.strip()
        else:
            (mended if mends else wrong).append(Block(action, name, body, bool(aside)))
    return Case(title.strip("# \n"), tuple(wrong), expected, tuple(mended))


def apply(blocks: Iterable[Block], root: Path) -> None:
    """Change the project in `root`."""
    for block in blocks:
        path = root / block.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if block.action == "delete":
            path.unlink()
            for folder in path.relative_to(root).parents[:-1]:
                if not any((root / folder).iterdir()):
                    (root / folder).rmdir()
        elif block.action == "move":
            path.rename(root / block.body.strip())
        elif block.action == "link":
            path.symlink_to(block.body.strip())
        elif block.action == "restore":
            shutil.copy(PROJECT / block.path, path)
        else:
            if path.is_symlink():  # Else what it leads to would be written.
                path.unlink()
            path.write_text(_write(block, path), encoding="utf-8", errors="surrogateescape")


def _write(block: Block, path: Path) -> str:
    if block.action == "write":
        return block.body
    if block.action == "repeat":
        count, line = block.body.split(" ", 1)
        return line * int(count)
    return edit_lines(path.read_text(encoding="utf-8", errors="surrogateescape"), block.body)


def split_changes(body: str) -> list[tuple[str, str]]:
    """The old and the new lines of each change in the body of an edit."""
    changes = re.findall(r"(?:^-.*\n)+(?:^\+.*\n)*", body, re.MULTILINE)
    return [
        ("".join(re.findall(r"^- ?(.*\n)", one, re.MULTILINE)), "".join(re.findall(r"^\+ ?(.*\n)", one, re.MULTILINE)))
        for one in changes
    ]


def edit_lines(text: str, changes: str) -> str:
    """`text` with each run of `- ` lines in `changes` replaced by the `+ ` lines after it."""
    for old, new in split_changes(changes):
        if ("\n" + text).count("\n" + old) != 1:
            raise ValueError(f"not there exactly once:\n{old}")
        text = ("\n" + text).replace("\n" + old, "\n" + new)[1:]
    return text
