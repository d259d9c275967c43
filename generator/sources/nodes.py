"""YAML to node trees: what PyYAML would quietly bend or choke on is a problem with a position here.

Scalars stay text, as typed; the model decides what they are.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.problems import Problem
from generator.prose.characters import HIDDEN
from generator.sources.files import Mark, Source
from generator.sources.yaml import blocks, comments, leftovers, syntax
from generator.sources.yaml import events as parser

LIST_ITEM = re.compile(r"\s+([-*+]|\d+[.)])\s")
"""A line that may be meant as an entry of a list."""


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
Loc = tuple[str | int, ...]
"""The way to a value: keys and, from 0, places in lists."""


def compose(source: Source) -> Mapping | None:
    """The node tree of a YAML file whose top is a mapping; None, with problems in `source`, if there is none."""
    if source.problems:
        return None
    node = _top(source, _Builder(source).build())
    return None if source.problems else node


def compose_rest(source: Source) -> Mapping | None:
    """What can be read of a file, whatever is wrong in it.

    All that is wrong in the rest is added to the problems of `source`, in place of the first mistake that a parser met.
    """
    # What cannot be seen has been reported; the letters around it stay where they are.
    draft = Source(source.path, HIDDEN.sub("_", source.text))
    node = _Builder(draft).build()
    if not any(problem.code == "SRC006" for problem in draft.problems):
        node = node if draft.problems else _top(draft, node)
        source.problems += draft.problems
        return node if isinstance(node, Mapping) else None
    entries: dict[str, tuple[Mark, Node]] = {}
    found: list[Problem] = []
    for piece in blocks.split_keys(draft.text):
        part, problems = _read(source.path, piece)
        if any(problem.code == "SRC006" for problem in problems):
            each = [_read(source.path, entry)[1] for entry in blocks.split_entries(piece)]
            problems = list(itertools.chain.from_iterable(each)) or problems
        found += problems
        for key, value in part.entries.items() if part else ():
            if key in entries:
                message, hint = (
                    f"duplicate key {key!r}",
                    f"{key!r} stands in line {entries[key][0].line} already; keep one",
                )
                found.append(Problem(source.path, value[0].line, value[0].column, "SRC010", message, hint))
            entries.setdefault(key, value)
    # Where each piece is right by itself, the mistake lies between them.
    source.problems += found if any(problem.code == "SRC006" for problem in found) else draft.problems
    return Mapping(entries, Mark(1, 1, 1))


def _read(path: str, piece: blocks.Piece) -> tuple[Mapping | None, list[Problem]]:
    part = Source(path, piece.text)
    node = _Builder(part).build()
    if isinstance(node, Scalar) and not part.problems:  # A key whose colon is none to YAML.
        lines = piece.text.split("\n")
        told = leftovers.find_leftover(lines, node.mark.line - 1)
        message, hint, column = told or ("no colon with a space after it", "write `key: value`", 1)
        part.report("SRC006", f"YAML syntax: {message}", hint, node.mark.line, column)
    return node if isinstance(node, Mapping) else None, part.problems


def _top(source: Source, node: Node | None) -> Mapping | None:
    """The node of a whole file, which is a mapping or a problem."""
    if not isinstance(node, Mapping) and not source.problems:
        at = node.mark if node else Mark(1, 1, 1)
        found = {Scalar: "a text", Listing: "a list"}.get(type(node), "nothing")
        hint = "write lines such as `title: ...`"
        source.report("SRC012", f"expected `key: value` lines, found {found}", hint, at.line, at.column)
    return node if isinstance(node, Mapping) else None


def _mark(event: yaml.Event) -> Mark:
    start, end = event.start_mark, event.end_mark
    return Mark(start.line + 1, start.column + 1, end.line + 1) if start and end else Mark(1, 1, 1)


class _Builder:
    """Builds nodes from PyYAML's events, so that depth is bounded before anything recurses."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def build(self) -> Node | None:
        if conflict := leftovers.find_conflict(self.source.text):
            message, hint, line = conflict
            self.source.report("SRC019", message, hint, line)
            return None
        events, error = parser.parse(self.source.text)
        depth = documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    hint = "leave out the line `---`, or move what follows to a file of its own"
                    self._report(event, "SRC011", "a second document begins", hint)
                    return None
            elif isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > parser.MAX_DEPTH:
                    self._report(event, "SRC007", "nested too deeply", f"at most {parser.MAX_DEPTH} levels")
                    return None
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if isinstance(event, yaml.NodeEvent):
                self._refuse(event)
        if error is not None:
            message, hint, line, column = syntax.explain(error, self.source.text, events)
            self.source.report("SRC006", f"YAML syntax: {message}", hint, line, column)
            return None
        for comment in comments.find_misplaced(self.source.text, events):
            self.source.report("SRC017", comment.message, comment.hint, comment.line, comment.column)
        content = iter([e for e in events if isinstance(e, (yaml.NodeEvent, yaml.CollectionEndEvent))])
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
        if event.style == ">" or (parser.is_plain(event) and mark.end > mark.line):
            lines = self.source.lines[mark.line : mark.end]
            for number, line in enumerate(lines, mark.line + 1):
                if LIST_ITEM.match(line) and (number < mark.end or event.style != ">"):
                    column = len(line) - len(line.lstrip()) + 1
                    message, hint = "`>` runs the lines of a list together", "begin the text with `|` in place of `>`"
                    if event.style != ">":
                        message = "this line is joined to the text above, it begins no entry of a list"
                        hint = "begin it in the column of the entry above, or a text that holds a list with `|`"
                    self.source.report("SRC016", message, hint, number, column)
                    break
        return Scalar(text, mark, parser.is_plain(event))

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
                elif key.text in entries and not (leftovers.is_rest(key.text) and is_blank(value)):
                    first = entries[key.text][0].line
                    hint = f"{key.text!r} stands in line {first} already; keep one"
                    self.source.report("SRC010", f"duplicate key {key.text!r}", hint, key.mark.line, key.mark.column)
                else:
                    entries[key.text] = (key.mark, value)
            return Mapping(entries, mark)
        return Scalar("", mark, bare=True)  # An alias; it has been reported.


def is_blank(node: Node) -> bool:
    """Whether a key stands there without a value."""
    return isinstance(node, Scalar) and node.bare and node.text in ("", "~")


def locate(node: Node, loc: Loc) -> tuple[Mark, Node | None]:
    """The mark of the value at `loc` and the value, or of the last thing on the way to it and None."""
    mark: Mark = node.mark
    for step in loc:
        if isinstance(node, Mapping) and str(step) in node.entries:
            key_mark, node = node.entries[str(step)]
            mark = key_mark if isinstance(node, (Mapping, Listing)) or is_blank(node) else node.mark
        elif isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            mark = node.mark
        else:
            return mark, None
    return mark, node


def locate_key(node: Node, loc: Loc) -> Mark:
    """The mark of the key of the value at `loc`, or of the nearest thing around it."""
    parent = locate(node, loc[:-1])[1]
    if loc and isinstance(parent, Mapping) and str(loc[-1]) in parent.entries:
        return parent.entries[str(loc[-1])][0]
    return locate(node, loc)[0]
