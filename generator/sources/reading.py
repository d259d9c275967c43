"""Files to documents: those read before come out of the cache, all others are read by all processors.

What is kept is the model as JSON and what its texts mention, under a digest of the file and of the generator: found
right once, it is not checked again. A file with problems is read anew each time, so that they are told in full.
"""

from __future__ import annotations

import functools
import itertools
import json
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator import workers
from generator.cache import Cache, digest, fingerprint
from generator.model.base import CHECKED
from generator.model.mentions import Mention, find_mentions
from generator.model.words import Loose
from generator.problems import Problem
from generator.sources import files, nodes
from generator.sources.documents import Document, adapt, find_loose, mend_names, read_document, read_on
from generator.sources.files import Mark, Source
from generator.sources.shipped.layers import Layers
from generator.sources.yaml.plain import read_plain

T = TypeVar("T")
R = TypeVar("R")
Memory = dict[str, tuple[Any, tuple[Mention, ...]]]
"""Key -> model and what its texts mention."""
_ROOM = "documents"
_AT_ONCE = 2_000
"""Files whose text is in memory at a time."""
_LEAST = 100
"""Files that are worth other processes."""
_SHARE = 25
"""Files that a process reads at a time."""
_PACKAGES = ("pydantic", "pydantic-core", "markdown-it-py", "PyYAML")
"""What else decides about a text."""


@dataclass(frozen=True)
class Read(Generic[T]):
    """What a file holds: a document, or the problems that stand in its way; `key` is a digest of all of it."""

    key: str
    document: Document[T] | None
    problems: tuple[Problem, ...] = ()
    loose: tuple[Loose, ...] = ()
    """Of what has no document, the words that rules can look at all the same."""


class Derived:
    """What a process that lives on has made of what it read; a thing is made again when something in it is another.

    Models that are read again from the same bytes are the same objects, so it is enough to look whether they are.
    """

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}
        self._used: set[Hashable] = set()
        self._inner: dict[str, Derived] = {}

    def within(self, name: str) -> Derived:
        """What is made of the same things in another way, such as in another language."""
        return self._inner.setdefault(name, Derived())

    def recall(self, name: Hashable, made_of: tuple[Any, ...], make: Callable[[], R]) -> R:
        """What `make` returned the last time under this name, if that was made of the very same; else what it returns.

        Texts and bytes are the same if they are equal.
        """
        self._used.add(name)
        if name in self._known:
            before, value = self._known[name]
            if len(before) == len(made_of) and all(map(_is_same, before, made_of)):
                found: R = value
                return found
        made = make()
        self._known[name] = made_of, made
        return made

    def finish(self) -> None:
        """Forget what nobody has asked for since the last time."""
        self._known = {name: known for name, known in self._known.items() if name in self._used}
        self._used.clear()
        for inner in self._inner.values():
            inner.finish()


def _is_same(one: Any, other: Any) -> bool:
    return one is other or (isinstance(one, str | bytes) and one == other)


@dataclass
class Reading:
    """Reads the files of one project; `memory` and `derived` spare a process that lives on even the cache."""

    root: Path
    cache: Cache
    memory: Memory = field(default_factory=dict)
    derived: Derived = field(default_factory=Derived)
    instead: Mapping[Path, bytes] = field(default_factory=dict)
    """What is read in place of what lies in a file."""
    _used: Memory = field(default_factory=dict)

    @functools.cached_property
    def layers(self) -> Layers:
        """Where files are looked for."""
        return Layers.of(self.root)

    def read(
        self, paths: Sequence[Path], schema: type[T] | TypeAdapter[T], meanwhile: Callable[[], object] = lambda: None
    ) -> Iterator[Read[T]]:
        """The files at `paths`, in their order; what is to be done `meanwhile` may read others."""
        for at in range(0, len(paths), _AT_ONCE):
            yield from self._read(paths[at : at + _AT_ONCE], schema, meanwhile)

    def finish(self) -> None:
        """Forget what no file of the project is any more; to be called when all has been read without a problem."""
        self.cache.prune(_ROOM, self._used)
        self.memory.clear()
        self.memory.update(self._used)

    def _read(
        self, paths: Sequence[Path], schema: type[T] | TypeAdapter[T], meanwhile: Callable[[], object]
    ) -> Iterator[Read[T]]:
        adapter = adapt(schema)
        within: set[Path] = set()
        found = [self._load(path, within) for path in paths]
        keys = [digest(fingerprint(*_PACKAGES), source.path, data) for source, data in found]
        new = [key for key in keys if key not in self.memory]
        kept = self.cache.get(_ROOM, new)
        missing = [at for at, key in enumerate(keys) if key not in self.memory and key not in kept]

        def examine_some(places: Sequence[int]) -> list[_Examined]:
            return [examine(*found[at], schema, adapter) for at in places]

        shares = [missing[start : start + _SHARE] for start in range(0, len(missing), _SHARE)]
        results = workers.share(examine_some, shares, 1 if len(missing) < _LEAST else None, meanwhile)
        examined = dict(zip(missing, itertools.chain.from_iterable(results), strict=True))
        made = {keys[at]: value for at, (problems, value, _) in examined.items() if value and not problems}
        self.cache.put(_ROOM, made)
        kept |= made
        for at, (path, key) in enumerate(zip(paths, keys, strict=True)):
            if key not in self.memory and key not in kept:
                problems, value, loose = examined[at]
                mended = functools.partial(_compose_mended, path, self.layers, self.instead.get(path), schema)
                document = Document(found[at][0].path, *_unpack(value, adapter), mended) if value else None
                yield Read(key, document, tuple(problems), loose)
                continue
            if key not in self.memory:
                self.memory[key] = _unpack(kept.pop(key), adapter)
            self._used[key] = model, mentions = self.memory[key]
            compose = functools.partial(_compose, path, self.layers, self.instead.get(path))
            yield Read(key, Document(found[at][0].path, model, mentions, compose))

    def _load(self, path: Path, within: set[Path]) -> tuple[Source, bytes]:
        if path in self.instead:
            return Source(path.relative_to(self.root).as_posix()), self.instead[path]
        return files.load(path, self.layers.top(path), within, sign=self.layers.sign(path))


_Examined = tuple[list[Problem], bytes, tuple[Loose, ...]]
"""Problems, what is kept of a model, loose words; a file has the first and one of the others, or the second alone."""


def examine(source: Source, data: bytes, schema: type[T] | TypeAdapter[T], adapter: TypeAdapter[T]) -> _Examined:
    """The problems of a file and the words in it, or what is kept of it."""
    if not source.problems:
        files.decode(source, data)
    plain = None if source.problems else read_plain(source.text)
    if plain is not None:
        try:
            model = adapter.validate_python(plain)
        except ValidationError:
            pass  # To be told from the nodes, which know the places.
        else:
            return [], _pack(model, tuple(find_mentions(model)), adapter), ()
    if source.problems and not source.text:
        return source.problems, b"", ()
    node = nodes.compose_rest(source)
    document = None if node is None else read_document(source, node, schema)
    if document is not None:
        return [], _pack(document.model, document.mentions, adapter), ()
    if node is None:
        return source.problems, b"", ()
    while document is None and (mended := mend_names(node, schema)) is not node:
        node = mended
        document = read_on(source, node, schema)
    loose = () if document else find_loose(source, node, schema)
    return source.problems, _pack(document.model, document.mentions, adapter) if document else b"", loose


def _pack(model: T, mentions: Sequence[Mention], adapter: TypeAdapter[T]) -> bytes:
    """One line of JSON with what is mentioned, then the model."""
    named = [[one.loc, one.name, one.is_marker] for one in mentions]
    return json.dumps(named).encode() + b"\n" + adapter.dump_json(model, by_alias=True, exclude_unset=True)


def _unpack(value: bytes, adapter: TypeAdapter[T]) -> tuple[T, tuple[Mention, ...]]:
    named, _, model = value.partition(b"\n")
    mentions = tuple(Mention(tuple(loc), name, is_marker) for loc, name, is_marker in json.loads(named))
    read = adapter.validate_json(model, context=CHECKED)
    _share_names(read)
    return read, mentions


_NAMES: dict[frozenset[str], set[str]] = {}


def _share_names(value: object) -> None:
    """Have models share the names of the fields that were written; a set for each takes a fourth of their memory."""
    if isinstance(value, BaseModel):
        names = value.__pydantic_fields_set__
        object.__setattr__(value, "__pydantic_fields_set__", _NAMES.setdefault(frozenset(names), names))
        value = value.__dict__
    if isinstance(value, tuple | Mapping):
        for part in value.values() if isinstance(value, Mapping) else value:
            _share_names(part)


def _compose(path: Path, layers: Layers, instead: bytes | None) -> tuple[Source, nodes.Mapping]:
    """The text and the nodes of a file that has been read before; of one that has changed since then, none."""
    if instead is None:
        source = files.read(path, layers.top(path), layers.sign(path))
    else:
        source = files.decode(Source(layers.show(path)), instead)
    return source, nodes.compose(source) or nodes.Mapping({}, Mark(1, 1, 1))


def _compose_mended(
    path: Path, layers: Layers, instead: bytes | None, schema: type[T] | TypeAdapter[T]
) -> tuple[Source, nodes.Mapping]:
    """The same, with its fields called as they have been read."""
    source, node = _compose(path, layers, instead)
    while (mended := mend_names(node, schema)) is not node:
        node = mended
    return source, node
