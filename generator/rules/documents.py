"""What rules judge: the site, and the documents it was read from, which know the place of everything in them.

They end here; pages and exports are made from the models alone.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.figures.joining import Figures
from generator.model.finding import Finding
from generator.model.local import Local
from generator.model.method import Method
from generator.model.national import National
from generator.model.norms import Norms
from generator.model.occupation import Occupation
from generator.model.quiz import Quiz
from generator.model.reference import Reference
from generator.model.site import Site, Strings
from generator.model.tables import Index
from generator.model.words import Loose
from generator.outlines.making import Outlines
from generator.problems import Problem
from generator.sources.documents import Document
from generator.sources.settings.reading import Step
from generator.sources.tables import Table
from generator.strings import LANGUAGE, merge


@dataclass(frozen=True)
class Texts:
    """The interface texts that ship with the code, their translation, and those by which a publisher overrides them."""

    defaults: tuple[Document[Strings], ...] = ()
    overrides: tuple[Document[Strings], ...] = ()
    translated: tuple[Document[Strings], ...] = ()
    language: str = LANGUAGE

    def all(self) -> tuple[Document[Strings], ...]:
        """Every file of texts."""
        return *self.defaults, *self.translated, *self.overrides

    def default_sections(self) -> Strings:
        """The sections that ship with the code, by name."""
        return {name: section for document in self.defaults for name, section in document.model.items()}

    def merged(self) -> Strings:
        """All texts as they are shown."""
        written: Strings = {} if self.language == LANGUAGE else {"script": {"locale": self.language}}
        own = (document.model for document in (*self.translated, *self.overrides))
        return functools.reduce(merge, (*(document.model for document in self.defaults), written, *own), {})


@dataclass(frozen=True)
class Documents:
    """The documents of a site; a file that could not be read has none, and that has been reported."""

    site: Site
    occupations: Mapping[str, Document[Occupation]]
    methods: Mapping[str, Document[Method]]
    quizzes: Mapping[str, Document[Quiz]]
    introductions: Mapping[str, Document[dict[str, str]]]
    """Of the ways in, by kind, then by key."""
    vocabularies: Mapping[str, Document[Any]]
    """By the name of the file, which is that of the field in `Vocabulary`."""
    indexes: Mapping[str, Document[Index]] = field(default_factory=dict)
    """Of the tables of figures, by folder."""
    folders: frozenset[str] = field(default=frozenset())
    """Every such folder, those included whose index could not be read."""
    tables: Mapping[str, Mapping[str, Table]] = field(default_factory=dict)
    """By folder, then by name."""
    figures: Figures = field(default_factory=Figures)
    """What they say of a profile."""
    outlines: Outlines = field(default_factory=Outlines)
    """What they say of codes without one."""
    sources: Document[dict[str, Reference]] | None = None
    national: Document[National] | None = None
    norms: Document[Norms] | None = None
    finding: Document[Finding] | None = None
    local: Document[Local] | None = None
    slugs: frozenset[str] = field(default=frozenset())
    """Every profile's slug, those included that could not be read: a link to them is not the mistake to report."""
    loose: tuple[Loose, ...] = ()
    """Words of lists in files that have no document, since other things are wrong in them."""
    strings: Texts = Texts()
    navigation: tuple[Step, ...] = ()

    def problem_at(self, path: str, code: str, message: str, hint: str, *loc: str | int) -> Problem:
        """A problem with the value at `loc` of the document that was read from `path`, or with all of that file."""
        folders = (self.occupations, self.methods, self.quizzes, self.introductions, self.vocabularies)
        for document in itertools.chain.from_iterable(folder.values() for folder in folders):
            if loc and document.path == path:
                return document.problem(code, message, hint, *loc)
        return Problem(path, 1, 1, code, message, hint)
