"""Text files below the repository, safely: what is wrong with one as a file is a problem with its place.

Nothing outside the repository is read.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.faults import remember
from generator.problems import Problem
from generator.prose.characters import HIDDEN

MAX_BYTES = 192 * 1024
_OUTSIDE = "SRC004", "symbolic link leads out of the repository, or to what is hidden", "put the file itself here"
MOST_HIDDEN = 20
"""Hidden characters reported in one file: a file in another encoding holds thousands."""
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_OF_NO_LINE = re.compile(rf"[\t\n\r]|{HIDDEN.pattern}")
_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file; line and column count from 1. `end` is the line in which the node ends."""

    line: int
    column: int
    end: int


@dataclass(slots=True)
class Source:
    """One file: its path as shown to people, its text with line feeds only, and the problems found in it."""

    path: str
    text: str = ""
    problems: list[Problem] = field(default_factory=list)
    _lines: tuple[str, list[str]] = field(default=("", [""]), repr=False, compare=False)

    @property
    def lines(self) -> list[str]:
        """The lines of the text, which are asked for once for each text in a file."""
        if self._lines[0] is not self.text:
            self._lines = self.text, self.text.split("\n")
        return self._lines[1]

    @property
    def is_wrong(self) -> bool:
        """Whether a problem was found that is no warning."""
        return any(not problem.is_warning for problem in self.problems)

    def report(self, code: str, message: str, hint: str = "", line: int = 1, column: int = 1) -> None:
        """Add a problem at a place in this file."""
        self.problems.append(Problem(self.path, line, column, code, message, hint))

    def find(self, snippet: str, mark: Mark) -> tuple[int, int]:
        """The line and column of `snippet` within the lines of `mark`, else where `mark` begins."""
        # Folding joins the lines of a text, so the snippet may go over several; then its first word has to do.
        for piece in (snippet.partition("\n")[0], *snippet.split()[:1]):
            for number in range(mark.line, min(mark.end, len(self.lines)) + 1):
                start = mark.column - 1 if number == mark.line else 0
                if piece and (column := self.lines[number - 1].find(piece, start)) >= 0:
                    return number, column + 1
        return mark.line, mark.column


def read(path: Path, root: Path, sign: str = "") -> Source:
    """Read one text file below `root`; what is wrong with it as a file is in the `problems` of the result."""
    source, data = load(path, root, set(), sign=sign)
    return source if source.problems else decode(source, data)


def load(path: Path, root: Path, within: set[Path], most: int = MAX_BYTES, sign: str = "") -> tuple[Source, bytes]:
    """The file below `root`, still without its text, and the bytes of it; problems of what cannot be read.

    Folders that have been found to lie `within` the repository are gathered, so that each is looked at once. Of a file
    with more than `most` bytes none is read, and nothing of a pipe or device, which might never end. Its name begins
    with `sign` where people are told of it.
    """
    source = Source(sign + path.relative_to(root).as_posix())
    remember(source.path)
    if path.parent not in within and not _leads_out(path.parent, root):
        within.add(path.parent)
    if path.parent not in within or (path.is_symlink() and _leads_out(path, root)):
        source.report(*_OUTSIDE)
        return source, b""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            kind = _KINDS.get(stat.S_IFMT(found.st_mode), "something else")
            source.report("SRC001", f"not a regular file, but {kind}", "put a text file here, or remove it")
            return source, b""
        size = found.st_size
        data = path.read_bytes() if size <= most else b""
    except OSError as error:
        reason = error.strerror or type(error).__name__
        source.report("SRC001", f"cannot be read: {reason}", "check that the file exists and its permissions")
        return source, b""
    check_size(source, size, most)
    return source, data


def check_size(source: Source, size: int, most: int) -> None:
    """Report a file that is too large."""
    if size > most:
        source.report("SRC003", f"{size:,} bytes", f"at most {most:,} are read; split or shorten the file")


def decode(source: Source, data: bytes) -> Source:
    """`source` with the text that `data` is."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        source.report("SRC002", f"byte 0x{data[error.start]:02x} is not UTF-8", "save the file as UTF-8", line, column)
        return source
    source.text = text.replace("\r\n", "\n").replace("\r", "\n")
    for match in itertools.islice(HIDDEN.finditer(source.text), MOST_HIDDEN):
        line = source.text.count("\n", 0, match.start()) + 1
        column = match.start() - source.text.rfind("\n", 0, match.start())
        code = ord(match.group())
        source.report("SRC005", f"hidden character U+{code:04X}", "delete it and type the text anew", line, column)
    return source


def _leads_out(path: Path, root: Path) -> bool:
    """Whether it lies elsewhere, or among what is hidden: no proposal brings that, and .git may hold passwords."""
    # Of a loop of links it is the path; reading says so.
    place, top = (Path(os.path.realpath(one)) for one in (path, root))
    return not place.is_relative_to(top) or any(part.startswith(".") for part in place.relative_to(top).parts)


def list_files(
    folder: Path, root: Path, suffixes: tuple[str, ...], problems: list[Problem], *, every: bool = False
) -> list[Path]:
    """What below `folder` ends in one of `suffixes`, in small letters or not, or every file, sorted; nothing hidden.

    A link out of `root` is reported, not followed; so is a name that cannot be shown.
    """
    found = []
    start = len(os.fspath(folder)) + 1
    for path in sorted(_walk(folder)):
        name = os.fspath(path)[start:]
        if path.is_symlink() and _leads_out(path, root):
            problems.append(Problem(show(path, root), 1, 1, *_OUTSIDE))
        elif name.startswith(".") or f"{os.sep}." in name:
            continue  # Such as the locks and copies of an editor's program.
        elif not (name.isascii() and name.isprintable()) and _OF_NO_LINE.search(name):
            if _OF_NO_LINE.search(path.name):  # Else its folder has been reported.
                message = f"name of a file or folder that cannot be shown: '{show(path.relative_to(path.parent))}'"
                problems.append(Problem(show(path, root), 1, 1, "SRC013", message, "rename it, in UTF-8"))
        elif path.suffix.lower() in suffixes or (every and not path.is_dir()):
            found.append(path)
    return found


def _walk(folder: Path) -> Iterator[Path]:
    """All that lies below a folder, links as they are: `rglob` would look into each folder twice."""
    for place, folders, others in os.walk(folder):
        top = Path(place)
        yield from (top / name for name in (*folders, *others))


def show(path: Path, root: Path | None = None) -> str:
    """The path of a file as shown to people, with escapes for what is no text or would break a line."""
    name = (path.relative_to(root) if root else path).as_posix()
    return _OF_NO_LINE.sub(lambda match: match[0].encode("unicode_escape").decode().replace("\\udc", "\\x"), name)


def put(path: Path, data: bytes) -> None:
    """Put a file in the place of the one before, which stays as it was until the new one is whole.

    A device or a pipe is written to. Raises `OSError` that names `path`.
    """
    target = path.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        draft.write_bytes(data)
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    except OSError as error:  # Nobody but us knows the draft.
        raise OSError(error.errno, error.strerror, str(path)) from None
    finally:
        draft.unlink(missing_ok=True)
