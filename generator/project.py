"""From a folder to a `Site`: the only orchestration of sources, reading, model and rules."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import gc
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from pydantic import TypeAdapter

from generator import links, rules
from generator.cache import Cache
from generator.figures.known import Known
from generator.model.base import Key
from generator.model.figures import Index
from generator.model.method import Method
from generator.model.national import National
from generator.model.occupation import Occupation
from generator.model.quiz import Quiz
from generator.model.reference import Reference
from generator.model.simulation import Simulation
from generator.model.site import Settings, Site, Strings, TextPage
from generator.model.vocabulary import Vocabulary
from generator.model.ways import INTRODUCTIONS
from generator.problems import Problem, ProjectError
from generator.rules.documents import Documents, Texts
from generator.sources import files, names, nodes
from generator.sources.documents import Document
from generator.sources.reading import Reading
from generator.sources.settings import Step, read_settings
from generator.sources.tables import Table, read_table

T = TypeVar("T")
_MARK = re.compile(r'<symbol id="([^"]+)"')
_TEXTS = (".css", ".html", ".j2", ".js", ".json", ".md", ".svg", ".ts", ".txt", ".xml", ".yml")
_PAGES = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
_FRONT_MATTER = re.compile(r"---\n(.*?\S.*?)^---$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Loaded:
    """A site without errors, and the warnings that came with it."""

    site: Site
    warnings: tuple[Problem, ...] = ()


def load(root: Path, today: datetime.date | None = None, reading: Reading | None = None) -> Loaded:
    """Read and check everything below `root`.

    Raises `ProjectError` with all problems of the run. `today` decides which figures are stale; the default is the
    current day. What `reading` knows from before is not read again.
    """
    with uncollected():
        return _load(_Reader(root, reading or Reading(root, Cache(None))), today)


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for cycles, which goes through all models again and again and finds nothing to free.

    What is there in the end is left out of later searches, too, so that processes that are forked do not copy it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _load(reader: _Reader, today: datetime.date | None) -> Loaded:
    root = reader.root
    settings, navigation = reader.settings()
    reader.check_templates()
    vocabularies = reader.vocabularies()
    strings = reader.strings()
    known_sources = reader.one(root / "content/sources.yml", TypeAdapter(dict[Key, Reference]))
    quizzes = reader.folder(links.ASSESSMENTS, Quiz, required=False)
    methods = reader.folder(links.GUIDES, Method, required=False)
    occupations = reader.folder(links.PROFILES, Occupation, required=True)
    simulation = reader.optional("content/simulation.yml", Simulation)
    national = reader.optional("content/national.yml", National)
    introductions = reader.introductions()
    indexes = reader.folder(links.FIGURES, Index, required=False)
    tables = reader.tables(indexes)
    vocabulary = Vocabulary(
        **{field.name: _model(vocabularies.get(field.name)) or {} for field in dataclasses.fields(Vocabulary)}
    )
    site = Site(
        settings=settings,
        strings=strings.merged(),
        vocabulary=vocabulary,
        introductions={kind: document.model for kind, document in introductions.items()},
        sources=known_sources or {},
        occupations={
            slug: document.model
            for slug, document in sorted(occupations.items(), key=lambda item: item[1].model.title.casefold())
        },
        methods={key: methods[key].model for key in (*vocabulary.methods, *methods) if key in methods},
        quizzes={key: document.model for key, document in quizzes.items()},
        pages=reader.pages(),
        cards=reader.cards(),
        marks=reader.marks(),
        today=today or datetime.datetime.now(tz=datetime.UTC).date(),
        national=_model(national),
        simulation=_model(simulation),
    )
    documents = Documents(
        site=site,
        occupations=occupations,
        methods=methods,
        quizzes=quizzes,
        introductions=introductions,
        vocabularies=vocabularies,
        indexes=indexes,
        tables=tables,
        national=national,
        strings=strings,
        navigation=navigation,
        slugs=frozenset(reader.stems[links.PROFILES]),
    )
    problems = [*reader.problems, *names.find_unread(root, reader.known), *rules.check(documents, unread=reader.unread)]
    if any(not problem.is_warning for problem in problems):
        raise ProjectError(problems)
    reader.reading.finish()
    return Loaded(site, tuple(sorted(set(problems))))


def load_figures(root: Path) -> Known:
    """Tables, and what is to be known beside them, of a project whose other files need not be right.

    Raises `ProjectError` if an index cannot be read; a table that cannot be is not there.
    """
    reader = _Reader(root, Reading(root, Cache(None)))
    indexes = reader.folder(links.FIGURES, Index, required=False)
    if reader.problems:
        raise ProjectError(reader.problems)
    profiles = reader.folder(links.PROFILES, Occupation, required=False)
    education = reader.vocabularies().get("education")
    return Known(
        indexes={name: document.model for name, document in indexes.items()},
        tables=reader.tables(indexes),
        profiles={slug: document.model for slug, document in profiles.items()},
        education=education.model if education else {},
    )


def load_strings(root: Path) -> Strings:
    """The interface texts alone, for a project that has been checked."""
    return _Reader(root, Reading(root, Cache(None))).strings().merged()


def load_defaults(root: Path) -> Strings:
    """The interface texts that ship with the templates, whatever the content; `ProjectError` if they cannot be read."""
    reader = _Reader(root, Reading(root, Cache(None)))
    texts = Texts(reader.texts(links.DEFAULTS, required=True))
    if reader.problems:
        raise ProjectError(reader.problems)
    return texts.merged()


def _model(document: Document[T] | None) -> T | None:
    return document.model if document else None


@dataclass
class _Reader:
    """Reads files below `root` and gathers every problem."""

    root: Path
    reading: Reading
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Stems of files that hold errors: rules do not report what follows from them."""
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

    def documents(self, paths: Sequence[Path], schema: type[T] | TypeAdapter[T]) -> Iterator[Document[T] | None]:
        """The document at each of `paths`, or None where problems stand in its way."""
        self.known.update(paths)
        for path, read in zip(paths, self.reading.read(paths, schema), strict=True):
            self.problems += read.problems
            if read.document is None:
                self.unread.add(path.stem)
            yield read.document

    def document(self, path: Path, schema: type[T] | TypeAdapter[T]) -> Document[T] | None:
        return next(self.documents([path], schema))

    def one(self, path: Path, schema: TypeAdapter[T]) -> T | None:
        return _model(self.document(path, schema))

    def optional(self, name: str, schema: type[T]) -> Document[T] | None:
        """A file that a project need not have."""
        path = self.root / name
        self.known.add(path)
        return self.document(path, schema) if path.exists() or path.is_symlink() else None

    def strings(self) -> Texts:
        """The interface texts that ship with the templates, and what the publisher says differently."""
        return Texts(self.texts(links.DEFAULTS, required=True), self.texts(links.OVERRIDES, required=False))

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
            if document := self.document(path, TypeAdapter(Strings)):
                for other in found:
                    for name in other.model.keys() & document.model.keys():
                        message = f"section {name!r} stands in {other.path}, too"
                        self.problems.append(document.problem("SRC010", message, "keep one of the two", name))
                found.append(document)
            elif required:
                return ()  # Else what lies in this file would count as unknown.
        return tuple(found)

    def folder(self, name: str, schema: type[T], *, required: bool) -> dict[str, Document[T]]:
        """The documents of a folder by stem."""
        folder = self.root / name
        paths = files.list_files(folder, self.root, names.DATA, self.problems) if self.is_folder(folder) else []
        self.known.update(paths)
        if required and not paths:
            hint = "run `careers new NAME` to begin the first one"
            self.problems.append(Problem(name, 1, 1, "SRC014", "no profile found", hint))
        beside = {path.name for path in paths if path.parent == folder}
        own = []
        for path in paths:
            if path.parent != folder:
                place = path.relative_to(self.root).as_posix()
                hint = f"move it up to {name}/"
                self.problems.append(Problem(place, 1, 1, "SRC013", "file in a folder of its own", hint))
                continue
            problem = names.check_name(path, self.root)
            if problem:
                self.problems.append(problem)
            if not problem or names.better_name(path) not in beside:  # Else all in it would stand twice.
                own.append(path)
        self.stems[name] = [path.stem for path in paths]
        return {
            path.stem: document
            for path, document in zip(own, self.documents(own, schema), strict=True)
            if document is not None
        }

    def vocabularies(self) -> dict[str, Document[Any]]:
        """The vocabularies by name; one whose file holds errors is not there."""
        read = {}
        for name, kind in get_type_hints(Vocabulary, include_extras=True).items():
            path = self.root / links.VOCABULARIES / f"{name}.yml"
            if document := self.document(path, TypeAdapter[Any](kind)):
                read[name] = document
        return read

    def introductions(self) -> dict[str, Document[dict[str, str]]]:
        """The introductions of the ways in by kind; one whose file holds errors is not there."""
        read = {}
        for name, kind in INTRODUCTIONS.items():
            if document := self.document(self.root / links.INTRODUCTIONS / f"{name}.yml", kind):
                read[name] = document
        return read

    def tables(self, indexes: Mapping[str, Document[Index]]) -> dict[str, dict[str, Table]]:
        """Folder -> table by name, as the indexes say; what holds errors is not there."""
        found: dict[str, dict[str, Table]] = {}
        folder = self.root / links.FIGURES
        there = set(files.list_files(folder, self.root, (".csv",), self.problems) if folder.is_dir() else ())
        for name, document in indexes.items():
            found[name] = {}
            for key, entry in document.model.tables.items():
                path = folder / name / f"{key}.csv"
                if path not in there:
                    hint = f"put it there, or leave {key!r} out"
                    message = f"there is no {path.relative_to(self.root).as_posix()}"
                    self.problems.append(document.problem("FIG007", message, hint, "tables", key))
                    continue
                there.remove(path)
                table, problems = read_table(path, self.root, entry, self.reading.cache)
                self.problems += problems
                if table:
                    found[name][key] = table
        for path in sorted(there):
            place = path.relative_to(folder)
            if place.parts[0] in self.stems[links.FIGURES] and place.parts[0] not in indexes:
                continue  # Its index could not be read; that has been reported.
            hint = f"name {place.stem!r} among the `tables` of {links.FIGURES}/{place.parts[0]}.yml"
            if len(place.parts) == 1:
                hint = f"move it to a folder of {links.FIGURES}/ that is called as its index"
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
        source = files.read(self.root / "mkdocs.yml", self.root)
        found = read_settings(source)
        self.problems += source.problems
        return found
