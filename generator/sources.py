"""Files to YAML node trees, safely: what PyYAML would quietly bend or choke on is a problem with a position here.

Scalars stay text, as typed; the model decides what they are. Nothing outside the repository is read.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from generator import syntax
from generator.problems import Problem

MAX_BYTES = 64 * 1024
MAX_DEPTH = 20
MOST_HIDDEN = 20
"""Hidden characters reported in one file: a file in another encoding holds thousands."""
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
# Control characters, bidirectional overrides and isolates, zero-width and other invisible characters: what a reviewer
# does not see in a diff. Tab, line feed and carriage return are left to YAML.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
)
_LIST_ITEM = re.compile(r"\s+([-*+]|\d+[.)])\s")
# libyaml's parser in C where PyYAML has it; the pure one gives the same events, slower.
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file; line and column count from 1. `end` is the line in which the node ends."""

    line: int
    column: int
    end: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """Text as typed, quotes and folding resolved. `bare` is true for a plain scalar (one without quotes or block)."""

    text: str
    mark: Mark
    bare: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """A YAML sequence."""

    items: tuple[Node, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML mapping, in the order of the file; keys are unique."""

    entries: dict[str, tuple[Mark, Node]]
    mark: Mark


Node = Scalar | Listing | Mapping


@dataclass(slots=True)
class Source:
    """One file: its path as shown to people, its text with line feeds only, and the problems found in it."""

    path: str
    text: str = ""
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, message: str, hint: str = "", line: int = 1, column: int = 1) -> None:
        """Add a problem at a place in this file."""
        self.problems.append(Problem(self.path, line, column, code, message, hint))

    def find(self, snippet: str, mark: Mark) -> tuple[int, int]:
        """The line and column of `snippet` within the lines of `mark`, else where `mark` begins."""
        # Folding joins the lines of a text, so the snippet may go over several; then its first word has to do.
        for piece in (snippet.partition("\n")[0], *snippet.split()[:1]):
            lines = self.text.split("\n")
            for number in range(mark.line, min(mark.end, len(lines)) + 1):
                start = mark.column - 1 if number == mark.line else 0
                if piece and (column := lines[number - 1].find(piece, start)) >= 0:
                    return number, column + 1
        return mark.line, mark.column


def read(path: Path, root: Path) -> Source:
    """Read one text file below `root`; what is wrong with it as a file is in the `problems` of the result."""
    source = Source(path.relative_to(root).as_posix())
    if _leads_out(path, root):
        source.report("SRC004", "symbolic link leads out of the repository", "put the file itself here")
        return source
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        reason = error.strerror or type(error).__name__
        source.report("SRC001", f"cannot be read: {reason}", "check that the file exists and its permissions")
        return source
    if size > MAX_BYTES:
        source.report("SRC003", f"{size:,} bytes", f"at most {MAX_BYTES:,} are read; split or shorten the file")
        return source
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


def compose(source: Source) -> Mapping | None:
    """The node tree of a YAML file whose top is a mapping; None, with problems in `source`, if there is none."""
    if source.problems:
        return None
    builder = _Builder(source)
    try:
        node = builder.build()
    except yaml.YAMLError as error:
        message, hint, line, column = syntax.explain(error, source.text, builder.last)
        source.report("SRC006", f"YAML syntax: {message}", hint, line, column)
        return None
    if source.problems:
        return None
    if not isinstance(node, Mapping):
        at = node.mark if node else Mark(1, 1, 1)
        found = {Scalar: "a text", Listing: "a list"}.get(type(node), "nothing")
        hint = "write lines such as `title: ...`"
        source.report("SRC012", f"expected `key: value` lines, found {found}", hint, at.line, at.column)
        return None
    return node


def _mark(event: yaml.Event) -> Mark:
    start, end = event.start_mark, event.end_mark
    return Mark(start.line + 1, start.column + 1, end.line + 1) if start and end else Mark(1, 1, 1)


class _Builder:
    """Builds nodes from PyYAML's events, so that depth is bounded before anything recurses."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.last: yaml.Event | None = None
        """The last event before a syntax error."""

    def build(self) -> Node | None:
        loader = _Loader(self.source.text)
        try:
            events: Iterator[yaml.Event] = iter(loader.get_event, None)
            flat: list[yaml.Event] = []
            depth = documents = 0
            for event in events:
                self.last = event
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        hint = "leave out the line `---`, or move what follows to a file of its own"
                        self._report(event, "SRC011", "a second document begins", hint)
                        return None
                elif isinstance(event, yaml.CollectionStartEvent):
                    depth += 1
                    if depth > MAX_DEPTH:
                        self._report(event, "SRC007", "nested too deeply", f"at most {MAX_DEPTH} levels")
                        return None
                elif isinstance(event, yaml.CollectionEndEvent):
                    depth -= 1
                if isinstance(event, yaml.NodeEvent):
                    self._refuse(event)
                flat.append(event)
        finally:
            loader.dispose()
        content = iter([e for e in flat if isinstance(e, (yaml.NodeEvent, yaml.CollectionEndEvent))])
        first = next(content, None)
        return self._node(first, content) if first is not None else None

    def _report(self, event: yaml.Event, code: str, message: str, hint: str) -> None:
        mark = _mark(event)
        self.source.report(code, message, hint, mark.line, mark.column)

    def _refuse(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            what = f"alias *{event.anchor}" if isinstance(event, yaml.AliasEvent) else f"anchor &{event.anchor}"
            hint = f'write the text out, or quote it: "{what.split()[1]} ..."'
            self._report(event, "SRC008", what, hint)
        if tag := getattr(event, "tag", None):
            tag = tag.replace("tag:yaml.org,2002:", "!!")
            hint = "leave the tag out, or put a text that begins with ! in double quotes"
            self._report(event, "SRC009", f"tag {tag}", hint)

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark) -> Scalar:
        """Text as its writer meant it: outside `|`, YAML turns the blank line between paragraphs into one line feed."""
        text = event.value if event.style == "|" else event.value.replace("\n", "\n\n")
        if event.style == '"' and (hidden := HIDDEN.search(text)):
            message, hint = f"hidden character U+{ord(hidden.group()):04X}, written as an escape", "leave it out"
            self.source.report("SRC005", message, hint, mark.line, mark.column)
        if event.style == ">":
            lines = self.source.text.split("\n")[mark.line : mark.end]
            for number, line in enumerate(lines, mark.line + 1):
                if _LIST_ITEM.match(line) and number < mark.end:
                    column = len(line) - len(line.lstrip()) + 1
                    hint = "begin the text with `|` in place of `>`"
                    self.source.report("SRC016", "`>` runs the lines of a list together", hint, number, column)
                    break
        return Scalar(text, mark, event.style is None or event.style == "")

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event]) -> Node:
        mark = _mark(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, mark)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            for child in events:
                if isinstance(child, yaml.SequenceEndEvent):
                    return Listing(tuple(items), mark)
                items.append(self._node(child, events))
        if isinstance(event, yaml.MappingStartEvent):
            entries: dict[str, tuple[Mark, Node]] = {}
            for child in events:
                if isinstance(child, yaml.MappingEndEvent):
                    return Mapping(entries, mark)
                key = self._node(child, events)
                value = self._node(next(events), events)
                if not isinstance(key, Scalar):
                    hint = "a key is one word before a colon"
                    self.source.report("SRC015", "key is not plain text", hint, key.mark.line, key.mark.column)
                elif key.text in entries:
                    first = entries[key.text][0].line
                    hint = f"{key.text!r} stands in line {first} already; keep one"
                    self.source.report("SRC010", f"duplicate key {key.text!r}", hint, key.mark.line, key.mark.column)
                else:
                    entries[key.text] = (key.mark, value)
            return Mapping(entries, mark)
        return Scalar("", mark, bare=True)  # An alias; it has been reported.


def _leads_out(path: Path, root: Path) -> bool:
    try:
        return not path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # A loop of links; reading it says so.
        return False


def list_files(folder: Path, root: Path, suffixes: tuple[str, ...], problems: list[Problem]) -> list[Path]:
    """The files below `folder` with one of `suffixes`, sorted; a link out of `root` is reported, not followed."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() and _leads_out(path, root):
            what, hint = "symbolic link leads out of the repository", "put the file itself here"
            problems.append(Problem(path.relative_to(root).as_posix(), 1, 1, "SRC004", what, hint))
        elif path.suffix in suffixes and not path.is_dir():
            found.append(path)
    return found


def check_name(path: Path, root: Path, reserved: Collection[str] = ()) -> Problem | None:
    """A problem unless the file's name is `<kebab-case-slug>.yml` and no name that the site uses itself."""
    if path.suffix == ".yml" and SLUG.match(path.stem) and path.stem not in reserved:
        return None
    better = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "registered-nurse"
    hint = "the site has a page of that name" if better in reserved else f"rename it to {better + '.yml'!r}"
    return Problem(path.relative_to(root).as_posix(), 1, 1, "SRC013", f"file name {path.name!r}", hint)
