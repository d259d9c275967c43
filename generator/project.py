"""From a folder to a `Site`: the only orchestration of sources, reading, model and rules."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from generator import links, rules
from generator.cache import Cache
from generator.figures.joining import Figures, put_together
from generator.figures.known import Known
from generator.figures.norming import describe_work
from generator.figures.telling import tell
from generator.model.finding import Finding
from generator.model.method import Method
from generator.model.national import National
from generator.model.norms import Norms
from generator.model.occupation import Occupation
from generator.model.quiz import Quiz
from generator.model.reference import Exceptions
from generator.model.simulation import Simulation
from generator.model.site import Site, Strings
from generator.model.tables import Index
from generator.model.vocabulary import Vocabulary
from generator.outlines.codes import stamp
from generator.outlines.making import Outlines, outline
from generator.outlines.names import list_official
from generator.problems import Problem, ProjectError
from generator.register.entries import SLUGS_TAKEN
from generator.rules.documents import Documents, Texts
from generator.sources import names
from generator.sources.documents import Document, adapt
from generator.sources.folder import Folder
from generator.sources.reading import Reading
from generator.sources.shipped.theme import check_templates, find_cards, find_marks
from generator.workers import uncollected

T = TypeVar("T")


@dataclass(frozen=True)
class Loaded:
    """A site without errors, and the warnings that came with it."""

    site: Site
    warnings: tuple[Problem, ...] = ()

    @property
    def errors(self) -> int:
        """How many errors there are, where it was only looked at."""
        return sum(not problem.is_warning for problem in self.warnings)


def load(
    root: Path, today: datetime.date | None = None, reading: Reading | None = None, *, prose: bool = False
) -> Loaded:
    """Read and check everything below `root`.

    Raises `ProjectError` with all problems of the run. `today` decides which figures are stale; the default is the
    current day. What `reading` knows from before is not read again. With `prose` texts are read for their words, too.
    """
    folder = Folder(root, reading or Reading(root, Cache(None)))
    with uncollected():
        loaded = _load(folder, today, prose=prose)
        if loaded.errors:
            raise ProjectError(loaded.warnings)
        folder.reading.finish()
        folder.reading.derived.finish()
        return loaded


def find_day() -> datetime.date:
    """The current day, by the same clock wherever we build: by it figures are due, and days may not lie ahead."""
    return datetime.datetime.now(tz=datetime.UTC).date()


def look(root: Path, today: datetime.date, reading: Reading) -> Loaded:
    """What can be read of a project, whatever is wrong in it; its problems have errors among them, too."""
    with uncollected():
        return _load(Folder(root, reading), today, prose=False)


def _load(folder: Folder, today: datetime.date | None, *, prose: bool) -> Loaded:
    root = folder.root
    settings, navigation = folder.settings()
    readable = check_templates(folder.layers, folder.problems)
    vocabularies = folder.vocabularies()
    strings = _strings(folder)
    quizzes = folder.collect(links.ASSESSMENTS, Quiz, required=False)
    methods = folder.collect(links.GUIDES, Method, required=False)
    occupations = folder.collect(links.PROFILES, Occupation, required=True, meanwhile=lambda: folder.figures)
    simulation = folder.optional(links.SIMULATION, Simulation)
    national = folder.optional(links.NATIONAL, National)
    norms = folder.optional(links.NORMS, Norms)
    known_sources, sources = folder.references(norms, simulation)
    finding = folder.optional(links.FINDING, Finding)
    folder.optional(links.EXCEPTIONS, adapt(Exceptions))
    introductions = folder.introductions()
    indexes, tables = folder.figures
    vocabulary = _vocabulary(vocabularies)
    merged = strings.merged()
    derived = folder.reading.derived
    places = (("occupation", "pay_of"), ("outline", "summary"), ("outline", "called"))
    texts = tuple(_text(merged, *place) for place in places)
    figures = put_together({name: one.model for name, one in indexes.items()}, tables, vocabulary, texts, derived)
    profiles = {
        slug: derived.recall(("profile", slug), (figures, document.model), partial(figures.join, document.model))
        for slug, document in sorted(occupations.items(), key=lambda item: item[1].model.title.casefold())
    }
    outlines = derived.recall(
        "outlines",
        (figures, vocabulary.fields, stamp(profiles)),
        partial(outline, figures, profiles, vocabulary.fields, SLUGS_TAKEN),
    )
    site = Site(
        settings=settings,
        strings=merged,
        vocabulary=vocabulary,
        introductions={kind: document.model for kind, document in introductions.items()},
        sources=sources,
        occupations=profiles,
        outlines=outlines.found,
        taken_over=outlines.taken_over,
        beside=outlines.beside,
        official={
            slug: derived.recall(("official", slug), (figures, model), partial(list_official, figures, model.codes))
            for slug, model in (*profiles.items(), *outlines.found.items())
        },
        methods={key: methods[key].model for key in (*vocabulary.methods, *methods) if key in methods},
        quizzes={key: document.model for key, document in quizzes.items()},
        pages=folder.pages(),
        cards=find_cards(folder.layers),
        marks=find_marks(folder.layers, readable),
        today=today or find_day(),
        national=figures.join_national(_model(national)),
        facts={
            slug: derived.recall(
                ("facts", slug), (figures, model), partial(tell, figures.indexes, figures.tables, model.codes)
            )
            for slug, model in (*profiles.items(), *outlines.found.items())
        },
        simulation=_model(simulation),
        norms=_model(norms),
        finding=_model(finding),
        work=describe_work(figures, (document.model for document in occupations.values())),
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
        figures=figures,
        outlines=outlines,
        sources=known_sources,
        national=national,
        norms=norms,
        finding=finding,
        strings=strings,
        navigation=navigation,
        folders=frozenset(folder.stems[links.FIGURES]),
        slugs=frozenset(folder.stems[links.PROFILES]),
        loose=tuple(folder.loose),
    )
    found = rules.check(documents, folder.unread, reads=prose)
    problems = [*folder.problems, *names.find_unread(root, folder.known), *found]
    return Loaded(site, tuple(sorted(set(problems))))


def load_figures(root: Path) -> Known:
    """Tables, and what is to be known beside them, of a project whose other files need not be right.

    Raises `ProjectError` if an index cannot be read; a table that cannot be is not there.
    """
    folder = Folder(root, Reading(root, Cache(None)))
    indexes = folder.collect(links.FIGURES, Index, required=False)
    if folder.problems:
        raise ProjectError(folder.problems)
    profiles = folder.collect(links.PROFILES, Occupation, required=False)
    vocabulary = _vocabulary(folder.vocabularies())
    return Known(
        indexes={name: document.model for name, document in indexes.items()},
        tables=folder.tables(indexes),
        profiles={slug: document.model for slug, document in profiles.items()},
        education=vocabulary.education,
        schooling={term.category: key for key, term in vocabulary.schooling.items()},
        measures=vocabulary.measures(),
    )


def load_outlines(root: Path) -> tuple[Outlines, Mapping[str, Occupation]]:
    """The outlines and profiles of a project whose other files need not be right.

    Raises `ProjectError` if an index cannot be read, or the table that it makes outlines of.
    """
    folder = Folder(root, Reading(root, Cache(None)))
    indexes = folder.collect(links.FIGURES, Index, required=False)
    if folder.problems:
        raise ProjectError(folder.problems)
    tables = folder.tables(indexes)
    if folder.problems and any(one.model.outlines not in {None, *tables[name]} for name, one in indexes.items()):
        raise ProjectError(folder.problems)
    profiles = {key: one.model for key, one in folder.collect(links.PROFILES, Occupation, required=False).items()}
    fields = folder.vocabularies().get("fields")
    figures = Figures({name: document.model for name, document in indexes.items()}, tables)
    return outline(figures, profiles, fields.model if fields else {}, SLUGS_TAKEN), profiles


def _vocabulary(documents: Mapping[str, Document[Any]]) -> Vocabulary:
    """What could be read of the vocabularies; the others are empty."""
    return Vocabulary(**{one.name: _model(documents.get(one.name)) or {} for one in dataclasses.fields(Vocabulary)})


def load_strings(root: Path) -> Strings:
    """The interface texts alone, for a project that has been checked."""
    return _strings(Folder(root, Reading(root, Cache(None)))).merged()


def load_defaults(root: Path) -> Strings:
    """The interface texts that ship with the templates, whatever the content; `ProjectError` if they cannot be read."""
    folder = Folder(root, Reading(root, Cache(None)))
    texts = Texts(folder.texts(links.DEFAULTS, required=True))
    if folder.problems:
        raise ProjectError(folder.problems)
    return texts.merged()


def _text(strings: Strings, section: str, key: str) -> str:
    """A text of the interface; "" where it is not as it should be, which a rule reports."""
    found = strings.get(section)
    text = found.get(key) if isinstance(found, dict) else None
    return text if isinstance(text, str) else ""


def _model(document: Document[T] | None) -> T | None:
    return document.model if document else None


def _strings(folder: Folder) -> Texts:
    """The interface texts that ship with the templates, and what the publisher says differently."""
    return Texts(folder.texts(links.DEFAULTS, required=True), folder.texts(links.OVERRIDES, required=False))
