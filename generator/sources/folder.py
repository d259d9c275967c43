"""The folder of a project: every file that is read of it, and every problem that comes up."""

from __future__ import annotations

import dataclasses
import functools
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from pydantic import TypeAdapter

from generator import links
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
from generator.sources.tables import Table, read_table

T = TypeVar("T")
_TABLE = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*\.csv\Z")
_MARK = re.compile(r'<symbol id="([^"]+)"')
_TEXTS = (".css", ".html", ".j2", ".js", ".json", ".md", ".svg", ".ts", ".txt", ".xml", ".yml")
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
    readable: set[Path] = field(default_factory=set)
    """What below templates/ can be read."""
    known: set[Path] = field(default_factory=set)
    """Every file that has been read, or would be if it were there, or has been refused."""

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
        self.known.update(paths)
        for path, read in zip(paths, self.reading.read(paths, schema, meanwhile), strict=True):
            self.problems += read.problems
            self.loose += read.loose
            if read.document is None:
                self.unread.add(path.stem)
            yield read.document

    def document(self, path: Path, schema: type[T] | TypeAdapter[T]) -> Document[T] | None:
        """The document at `path`, or None where problems stand in its way."""
        return next(self.documents([path], schema))

    def optional(self, name: str, schema: type[T] | TypeAdapter[T]) -> Document[T] | None:
        """A file that a project need not have."""
        path = self.root / name
        self.known.add(path)
        return self.document(path, schema) if path.exists() or path.is_symlink() else None

    def texts(self, folder: str, *, required: bool) -> tuple[Document[Strings], ...]:
        """The texts of a folder: those of `en.yml`, and of the files beside it for sections of their own."""
        self.is_folder(self.root / folder)
        first = self.root / folder / "en.yml"
        found: list[Document[Strings]] = []
        is_there = required or first.exists() or first.is_symlink()
        paths = [first] * is_there + sorted((self.root / folder).glob("en-*.yml"))
        self.known |= {first, *paths}
        for path in paths:
            source = files.read(path, self.root)
            is_empty = not source.problems and all(line.strip()[:1] in ("", "#") for line in source.text.split("\n"))
            if is_empty and not required:
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
        # What has a wrong name is read, but takes no part: rules would find it under a name that nobody knows.
        self.stems[name] = [Path(names.better_name(path)).stem if path in odd else path.stem for path in paths]
        return {
            path.stem: document
            for path, document in zip(own, self.documents(own, schema, meanwhile), strict=True)
            if document is not None and path not in odd
        }

    def vocabularies(self) -> dict[str, Document[Any]]:
        """The vocabularies by name; one whose file holds errors is not there."""
        read = {}
        for name, kind in get_type_hints(Vocabulary, include_extras=True).items():
            path = self.root / links.VOCABULARIES / f"{name}.yml"
            if document := self.document(path, adapt(kind)):
                read[name] = document
        return read

    def introductions(self) -> dict[str, Document[dict[str, str]]]:
        """The introductions of the ways in by kind; one whose file holds errors is not there."""
        read = {}
        for name, kind in INTRODUCTIONS.items():
            if document := self.document(self.root / links.INTRODUCTIONS / f"{name}.yml", kind):
                read[name] = document
        return read

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
            hint = f"name {place.stem!r} among the `tables` of {links.FIGURES}/{place.parts[0]}.yml"
            if len(place.parts) == 3 and index and place.parts[1] in index.model.tables:
                hint = f"name {place.stem.upper()} among the `areas` of {place.parts[1]!r} in {index.path}"
            elif len(place.parts) != 2:
                hint = f"move it to a folder of {links.FIGURES}/ that is called as its index"
            elif not _TABLE.match(path.name):
                hint = f"rename it to '{Path(names.better_name(path)).stem}.csv'"
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
            source = files.read(path, self.root)
            if front := _FRONT_MATTER.match(
                source.text
            ):  # What is wrong with it is reported in `source`, line by line.
                nodes.compose(dataclasses.replace(source, text="\n" + front[1]))
            self.problems += source.problems
            found.append(TextPage(path.relative_to(content).as_posix(), source.text))
        return tuple(found)

    def cards(self) -> frozenset[str]:
        """The fields of work that have a picture for shared links."""
        return frozenset(path.stem for path in (self.root / links.THEME / links.CARDS).glob("*.png"))

    def marks(self) -> frozenset[str]:
        """The names of the marks that pages can show."""
        path = self.root / links.THEME / links.MARKS
        return frozenset(_MARK.findall(path.read_text(encoding="utf-8")) if path in self.readable else ())

    def check_templates(self) -> None:
        """Report what cannot be read below templates/, or leads out of the repository: it is published as it is."""
        within: set[Path] = set()
        for path in files.list_files(self.root / "templates", self.root, _TEXTS, self.problems, every=True):
            source, data = files.load(path, self.root, within, most=sys.maxsize)
            if not source.problems and path.suffix in _TEXTS:
                files.decode(source, data)
            self.problems += source.problems
            if not source.problems:
                self.readable.add(path)

    def settings(self) -> tuple[Settings, tuple[Step, ...]]:
        """The settings that pages need, and the pages that the navigation names."""
        source = files.read(self.root / links.SETTINGS, self.root)
        found = read_settings(source)
        self.problems += source.problems
        return found
