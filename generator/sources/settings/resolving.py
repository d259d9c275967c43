"""mkdocs.yml as MkDocs has it in the end: with what it inherits, what `<<` brings, and what comes from the environment.

Without MkDocs, whose import takes longer than all else of a check; a test compares the two.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from generator.sources import files
from generator.sources.files import Source
from generator.sources.yaml import events, syntax
from generator.sources.yaml.comments import find_misplaced

STANDARD = "tag:yaml.org,2002:"
NOTHING, MERGE = f"{STANDARD}null", f"{STANDARD}merge"
ENV = "!ENV"
INHERIT = "INHERIT"
_MOST = 20
"""Files that may inherit settings from one another."""
Pairs = list[tuple[yaml.Node, yaml.Node]]
_RESOLVER = yaml.resolver.Resolver()


@dataclass
class Resolver:
    """Puts settings together, below the folder `root` of a site; `look_over` reports what is wrong in a file alone."""

    root: Path | None
    look_over: Callable[[yaml.Node], None]
    owners: dict[int, Source] = field(default_factory=dict)
    """Of a node, by its id, the file that it stands in, if not in that of the site."""
    unset: dict[int, str] = field(default_factory=dict)
    """Of a node, by its id, the names for which the environment has no value."""
    _kept: list[yaml.Node] = field(default_factory=list)
    _done: dict[int, yaml.Node] = field(default_factory=dict)
    _inherited: list[str] = field(default_factory=list)

    def load(self, source: Source) -> yaml.Node | None:
        """The settings in a file, put together; None if they cannot be read, which `source` says then."""
        node = compose(source)
        if node is None:
            return None
        if self._inherited:
            self.owners.update((id(one), source) for one in _walk(node, {}))
        self._kept.append(node)  # An id is that of a node as long as there is one.
        self._inherited.append(source.path)
        self.look_over(node)
        node = self._resolve(node)
        if not isinstance(node, yaml.MappingNode) or any(problem.code == "SRC008" for problem in source.problems):
            return node
        given = [value for key, value in node.value if key.value == INHERIT]
        node.value = [pair for pair in node.value if pair[0].value != INHERIT]
        below = self._inherit(source, given[-1]) if given else None
        return self._merge(below, node) if isinstance(below, yaml.MappingNode) else node

    def _inherit(self, source: Source, named: yaml.Node) -> yaml.Node | None:
        """The settings that a file goes on from."""
        text = named.value if isinstance(named, yaml.ScalarNode) else ""
        name = posixpath.normpath(posixpath.join(posixpath.dirname(source.path), text))
        at = place(named)
        if not text or self.root is None or posixpath.isabs(text) or name.startswith(".."):
            hint = "name a file in the folder of the site, such as settings/common.yml"
            source.report("SRC018", f"settings from {text!r}, by {INHERIT}", hint, *at)
        elif not _is_file(self.root / name):
            source.report("SRC018", f"there is no {name!r} to inherit settings from", "put it there", *at)
        elif name in self._inherited:
            source.report("SRC018", f"{name!r} inherits settings from itself", "leave one of these lines out", *at)
        elif len(self._inherited) > _MOST:
            message = f"settings from more than {_MOST} files, one inheriting from the other"
            source.report("SRC018", message, "put some of them together", *at)
        else:
            other = files.read(self.root / name, self.root)
            source.problems += other.problems
            if not other.problems:
                other.problems = source.problems  # What is found later is told with the rest.
                return self.load(other)
        return None

    def _merge(self, below: yaml.MappingNode, above: yaml.MappingNode) -> yaml.MappingNode:
        """What one file says and what another says above it, section by section."""
        pairs = {key.value: (key, value) for key, value in below.value if isinstance(key, yaml.ScalarNode)}
        for key, value in above.value:
            if isinstance(key, yaml.ScalarNode):
                before = pairs.get(key.value, (key, None))[1]
                both = isinstance(before, yaml.MappingNode) and isinstance(value, yaml.MappingNode)
                pairs[key.value] = key, self._merge(before, value) if both else value
        node = yaml.MappingNode(above.tag, list(pairs.values()), above.start_mark, above.end_mark)
        self._kept.append(node)
        return node

    def _resolve(self, node: yaml.Node) -> yaml.Node:
        """A node in which nothing comes from elsewhere any more."""
        if id(node) in self._done:
            return self._done[id(node)]
        self._done[id(node)] = node
        if node.tag == ENV:
            self._done[id(node)] = self._look_up(node)
        elif isinstance(node, yaml.SequenceNode):
            node.value = [self._resolve(one) for one in node.value]
        elif isinstance(node, yaml.MappingNode):
            own = [(key, self._resolve(value)) for key, value in node.value]
            node.value = _flatten(own)
        return self._done[id(node)]

    def _look_up(self, node: yaml.Node) -> yaml.Node:
        """What the environment has for the first of the names that it knows, or the default behind them."""
        # What is neither a name nor a list of names has been reported.
        names = (
            [node] if isinstance(node, yaml.ScalarNode) else [one for one in node.value if isinstance(one, yaml.Node)]
        )
        default = self._resolve(names.pop()) if len(names) > 1 else None
        for one in names:
            if (value := os.environ.get(str(one.value))) is not None:
                tag = _RESOLVER.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
                break
        else:
            if default is not None and not isinstance(default, yaml.ScalarNode):
                return default
            tag, value = (NOTHING, "") if default is None else (default.tag, default.value)
        found = yaml.ScalarNode(tag, value, node.start_mark, node.end_mark)
        self._kept.append(found)
        if id(node) in self.owners:
            self.owners[id(found)] = self.owners[id(node)]
        if default is None and tag == NOTHING and names:
            self.unset[id(found)] = ", ".join(str(one.value) for one in names)
        return found


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # Such as of a name that is too long.
        return False


def _flatten(pairs: Pairs) -> Pairs:
    """The pairs of a mapping with those that `<<` brings, which stand behind its own."""
    own = [(key, value) for key, value in pairs if key.tag != MERGE]
    known = {key.value for key, _ in own if isinstance(key, yaml.ScalarNode)}
    brought: Pairs = []
    for key, value in pairs:
        if key.tag == MERGE:
            for one in value.value if isinstance(value, yaml.SequenceNode) else [value]:
                for other in one.value if isinstance(one, yaml.MappingNode) else ():
                    # What is no plain text has been reported.
                    if isinstance(other[0], yaml.ScalarNode) and other[0].value not in known:
                        known.add(other[0].value)
                        brought.append(other)
    return [*brought, *own]


def _walk(node: yaml.Node, seen: dict[int, yaml.Node]) -> Iterator[yaml.Node]:
    """All nodes, each once."""
    if id(node) in seen:
        return
    seen[id(node)] = node
    yield node
    for part in node.value if isinstance(node, yaml.CollectionNode) else ():
        for one in part if isinstance(part, tuple) else (part,):
            yield from _walk(one, seen)


def compose(source: Source) -> yaml.Node | None:
    """The nodes of the file, not by `nodes`: it may hold the tags and anchors that MkDocs knows."""
    found, error = events.parse(source.text)
    if error is None:
        depth = 0
        for event in found:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > events.MAX_DEPTH:
            line, column = place(found[-1])
            source.report("SRC007", "nested too deeply", f"at most {events.MAX_DEPTH} levels", line, column)
            return None
        if second := [event for event in found if isinstance(event, yaml.DocumentStartEvent)][1:]:
            hint = "leave out the line `---` and what follows: MkDocs reads one document"
            source.report("SRC011", "a second document begins", hint, *place(second[0]))
            return None
        try:
            node: yaml.Node | None = events.compose(found)
        except yaml.MarkedYAMLError as caught:
            error = caught
    if error is not None:
        message, hint, line, column = syntax.explain(error, source.text, found)
        source.report("SRC006", f"YAML syntax: {message}", hint, line, column)
        return None
    for comment in find_misplaced(source.text, found):
        source.report("SRC017", comment.message, comment.hint, comment.line, comment.column)
    if not isinstance(node, yaml.MappingNode):
        what = {yaml.ScalarNode: "a text", yaml.SequenceNode: "a list"}.get(type(node), "nothing")
        line, column = place(node)
        hint = "write lines such as `site_name: ...`"
        source.report("SRC012", f"expected `key: value` lines, found {what}", hint, line, column)
    return node


def place(thing: yaml.Node | yaml.Event | None) -> tuple[int, int]:
    """Line and column where a node or an event begins, counted from 1."""
    mark = thing.start_mark if thing else None
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
