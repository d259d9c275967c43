"""The folder of a project: every file that is read of it, and every problem that comes up."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from pydantic import TypeAdapter

from generator import links
from generator.model.base import Key
from generator.model.norms import Norms
from generator.model.reference import Reference
from generator.model.simulation import Simulation
from generator.model.site import Settings, Strings, TextPage
from generator.model.tables import Index
from generator.model.vocabulary import Vocabulary
from generator.model.ways import INTRODUCTIONS
from generator.model.words import Loose
from generator.problems import Problem
from generator.sources import files, names, nodes
from generator.sources.documents import Document, adapt
from generator.sources.reading import Reading
from generator.sources.settings.reading import Step, read_settings
from generator.sources.shipped.fitting import find_pages, fit, list_there
from generator.sources.shipped.layers import SHARED, SIGN, Layers, is_blank
from generator.sources.tables import Table, read_table

T = TypeVar("T")
_PAGES = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
_FRONT_MATTER = re.compile(r"---\n(.*?\S.*?)^---$", re.DOTALL | re.MULTILINE)


@dataclass
class Folder:
    """Reads files below `root` and gathers every problem."""

    root: Path
    reading: Reading
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Stems of files that hold errors: rules do not report what follows from them."""
    loose: list[Loose] = field(default_factory=list)
    """Words of lists in such files."""
    stems: dict[str, list[str]] = field(default_factory=dict)
    known: set[Path] = field(default_factory=set)
    """Every file that has been read, or would be if it were there, or has been refused; never those that came along."""
    navigation: tuple[Step, ...] = ()
    """What the settings name, once they have been read."""

    @property
    def layers(self) -> Layers:
        """Where files are looked for."""
        return self.reading.layers

    def is_folder(self, path: Path) -> bool:
        """Whether there is a folder; something else in its place is reported."""
        if path.exists() and not path.is_dir():
            place = path.relative_to(self.root).as_posix()
            self.problems.append(Problem(place, 1, 1, "SRC014", "a file where a folder belongs", "move it away"))
        return path.is_dir()

    def documents(
        self, paths: Sequence[Path], schema: type[T] | TypeAdapter[T], meanwhile: Callable[[], object] = lambda: None
    ) -> Iterator[Document[T] | None]:
        """The document at each of `paths`, or None where problems stand in its way."""
        self.known.update(map(self.layers.own, paths))
        for path, read in zip(paths, self.reading.read(paths, schema, meanwhile), strict=True):
            self.problems += read.problems
            self.loose += read.loose
            if read.document is None:
                self.unread.add(path.stem)
            yield read.document if read.document is None else self.fit(path, read.document, schema)

    def fit(self, path: Path, document: Document[T], schema: type[T] | TypeAdapter[T]) -> Document[T]:
        """A document as it stands on this site, if it came along."""
        if not self.layers.is_packaged(path):
            return document
        made_of = (document.model, repr(self._there))
        return self.reading.derived.recall(("fitted", path), made_of, lambda: fit(document, schema, self._there))

    @functools.cached_property
    def _there(self) -> dict[str, frozenset[str]]:
        return list_there(self.layers, [step.page for step in self.navigation])

    def document(self, path: Path, schema: type[T] | TypeAdapter[T]) -> Document[T] | None:
        """The document at `path`, or None where problems stand in its way."""
        return next(self.documents([path], schema))

    def find(self, name: str) -> Path:
        """Where a file lies that is called so in the repository, or would."""
        return self.layers.find(name)

    def optional(self, name: str, schema: type[T] | TypeAdapter[T]) -> Document[T] | None:
        """A file that a project need not have."""
        path = self.find(name) if name in SHARED else self.root / name
        self.known.add(self.root / name)
        is_there = (path.exists() or path.is_symlink()) and not self.layers.leaves_out(path)
        return self.document(path, schema) if is_there else None

    def texts(self, folder: str, *, required: bool) -> tuple[Document[Strings], ...]:
        """The texts of a folder: those of `en.yml`, and of the files beside it for sections of their own."""
        self.is_folder(self.root / folder)
        # Words that a site says differently are its own; those that ship have a file of it before each.
        layers = self.layers if required else Layers(self.root)
        first = layers.find(f"{folder}/en.yml")
        found: list[Document[Strings]] = []
        is_there = required or first.exists() or first.is_symlink()
        paths = [first] * is_there + list(layers.glob(folder, "en-*.yml").values())
        self.known |= {self.root / folder / "en.yml", *map(layers.own, paths)}
        for path in paths:
            source = files.read(path, layers.top(path))
            if not required and not source.problems and is_blank(source.text):
                continue
            if document := self.document(path, adapt(Strings)):
                for other in found:
                    for name in other.model.keys() & document.model.keys():
                        message = f"section {name!r} stands in {other.path}, too"
                        self.problems.append(document.problem("SRC010", message, "keep one of the two", name))
                found.append(document)
            elif required:
                return ()  # Else what lies in this file would count as unknown.
        return tuple(found)

    def collect(
        self, name: str, schema: type[T], *, required: bool, meanwhile: Callable[[], object] = lambda: None
    ) -> dict[str, Document[T]]:
        """The documents of a folder by stem; what is to be done `meanwhile` may not be done if there are none."""
        folder = self.root / name
        paths = files.list_files(folder, self.root, names.DATA, self.problems) if self.is_folder(folder) else []
        self.known.update(paths)
        if required and not paths:
            hint = "run `careers new NAME` to begin the first one"
            self.problems.append(Problem(name, 1, 1, "SRC014", "no profile found", hint))
        beside = {path.name for path in paths if path.parent == folder}
        own, odd = [], set()
        for path in paths:
            if path.parent != folder:
                place = path.relative_to(self.root).as_posix()
                hint = f"move it up to {name}/"
                self.problems.append(Problem(place, 1, 1, "SRC013", "file in a folder of its own", hint))
                continue
            problem = names.check_name(path, self.root)
            if problem:
                self.problems.append(problem)
                odd.add(path)
            # Of what stands there under its right name all would stand twice.
            if not problem or not (names.better_name(path) in beside or names.find_original(path)):
                own.append(path)
        if name in SHARED:
            shared = self.layers.glob(name, "*.yml").values()
            own = [path for path in own if not self.layers.leaves_out(path)]
            own += [path for path in shared if self.layers.is_packaged(path) and path.name not in beside]
        # What has a wrong name is read, but takes no part: rules would find it under a name that nobody knows.
        self.stems[name] = [Path(names.better_name(path)).stem if path in odd else path.stem for path in paths]
        return {
            path.stem: document
            for path, document in zip(own, self.documents(own, schema, meanwhile), strict=True)
            if document is not None and path not in odd
        }

    def vocabularies(self) -> dict[str, Document[Any]]:
        """The vocabularies by name; one whose file holds errors is not there."""
        return self._by_name(links.VOCABULARIES, get_type_hints(Vocabulary, include_extras=True))

    def introductions(self) -> dict[str, Document[dict[str, str]]]:
        """The introductions of the ways in by kind; one whose file holds errors is not there."""
        return self._by_name(links.INTRODUCTIONS, INTRODUCTIONS)

    def _by_name(self, folder: str, kinds: Mapping[str, Any]) -> dict[str, Document[Any]]:
        found = {name: self.document(self.find(f"{folder}/{name}.yml"), adapt(kinds[name])) for name in kinds}
        return {name: document for name, document in found.items() if document}

    def references(
        self, norms: Document[Norms] | None, simulation: Document[Simulation] | None
    ) -> tuple[Document[dict[str, Reference]] | None, Mapping[str, Reference]]:
        """The sources of the site, as a document and by key; of those that came along, what these two name besides."""
        schema: TypeAdapter[dict[str, Reference]] = adapt(dict[Key, Reference])
        own = self.document(self.layers.find(links.REFERENCES), schema)
        if own is None or self.layers.home is None:
            return own, own.model if own else {}
        packaged = self.document(self.layers.home / links.REFERENCES, schema)
        named = (*([norms.model.source] if norms else ()), *(simulation.model.sources if simulation else ()))
        more = {key: packaged.model[key] for key in named if packaged and key in packaged.model}
        return own, more | ({} if own.path.startswith(SIGN) else own.model)

    @functools.cached_property
    def figures(self) -> tuple[dict[str, Document[Index]], dict[str, dict[str, Table]]]:
        """The indexes by name, and their tables: read once, by whoever comes to it first."""
        indexes = self.collect(links.FIGURES, Index, required=False)
        return indexes, self.tables(indexes)

    def tables(self, indexes: Mapping[str, Document[Index]]) -> dict[str, dict[str, Table]]:
        """Folder -> table by name, as the indexes say; what holds errors is not there."""
        found: dict[str, dict[str, Table]] = {}
        folder = self.root / links.FIGURES
        there = set(files.list_files(folder, self.root, (".csv",), self.problems) if folder.is_dir() else ())
        for name, document in indexes.items():
            found[name] = {}
            for file, key, entry in document.model.files():
                path = folder / name / f"{file}.csv"
                if path not in there:
                    hint = f"put it there, or leave {path.stem if entry.areas else key!r} out"
                    message = f"there is no {path.relative_to(self.root).as_posix()}"
                    self.problems.append(document.problem("FIG007", message, hint, "tables", key))
                    continue
                there.remove(path)
                table, problems = read_table(path, self.root, entry, self.reading.cache, self.reading.derived)
                self.problems += problems
                if table:
                    found[name][file] = table
        for path in sorted(there):
            place = path.relative_to(folder)
            if place.parts[0] in self.stems[links.FIGURES] and place.parts[0] not in indexes:
                continue  # Its index could not be read; that has been reported.
            index = indexes.get(place.parts[0])
            hint = names.place_table(place, index.model.tables if index else ())
            message = "no index names this table"
            self.problems.append(Problem(path.relative_to(self.root).as_posix(), 1, 1, "FIG006", message, hint))
        return found

    def pages(self) -> tuple[TextPage, ...]:
        """The Markdown pages below content/."""
        content = self.root / links.TEXTS
        found = []
        for path in files.list_files(content, self.root, _PAGES, self.problems) if self.is_folder(content) else []:
            if path.suffix != ".md":
                place, hint = path.relative_to(self.root).as_posix(), f"rename it to {path.stem + '.md'!r}"
                self.problems.append(Problem(place, 1, 1, "SRC013", f"file name {path.name!r}", hint))
                continue
            page = self.find(path.relative_to(self.root).as_posix())
            source = files.read(page, self.layers.top(page))
            if front := _FRONT_MATTER.match(source.text):  # What is wrong is reported in `source`, line by line.
                nodes.compose(dataclasses.replace(source, text="\n" + front[1]))
            self.problems += [*names.check_page(path, self.root), *source.problems]
            found.append(TextPage(path.relative_to(content).as_posix(), source.text, source.path))
        return (*found, *find_pages(self.layers, [step.page for step in self.navigation], self.find))

    def settings(self) -> tuple[Settings, tuple[Step, ...]]:
        """The settings that pages need, and the pages that the navigation names."""
        source = files.read(self.root / links.SETTINGS, self.root)
        found = read_settings(source, self.root)
        self.problems += source.problems
        self.navigation = found[1] or tuple(Step(page, 1, 1) for page in self.layers.list_pages() if source.is_wrong)
        return found
