"""Pieces of a project, also of one whose other files need not be right."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from generator import links
from generator.cache import Cache
from generator.figures.joining import Figures
from generator.figures.known import Known
from generator.model.grammar import Grammar
from generator.model.occupation import Occupation
from generator.model.site import Strings
from generator.model.tables import Index
from generator.model.vocabulary import Vocabulary
from generator.outlines.making import Outlines, outline
from generator.problems import ProjectError
from generator.register.entries import SLUGS_TAKEN
from generator.rules.documents import Texts
from generator.sources.documents import Document
from generator.sources.folder import Folder
from generator.sources.languages.folder import TranslatedFolder
from generator.sources.reading import Reading
from generator.strings import LANGUAGE

T = TypeVar("T")


def load_figures(root: Path) -> Known:
    """Tables, and what is to be known beside them, of a project whose other files need not be right.

    Raises `ProjectError` if an index cannot be read; a table that cannot be is not there.
    """
    folder = Folder(root, Reading(root, Cache(None)))
    indexes = folder.collect(links.FIGURES, Index, required=False)
    if folder.problems:
        raise ProjectError(folder.problems)
    profiles = folder.collect(links.PROFILES, Occupation, required=False)
    vocabulary = make_vocabulary(folder.vocabularies())
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


def make_vocabulary(documents: Mapping[str, Document[Any]]) -> Vocabulary:
    """What could be read of the vocabularies; the others are empty."""
    found = {one.name: model_of(documents.get(one.name)) or {} for one in dataclasses.fields(Vocabulary)}
    return Vocabulary(**found | {"grammar": found["grammar"] or Grammar()})


def load_strings(root: Path) -> Strings:
    """The interface texts alone, for a project that has been checked."""
    folder = Folder(root, Reading(root, Cache(None)))
    return read_strings(TranslatedFolder.of(folder, folder.settings()[0].language)).merged()


def load_defaults(root: Path) -> Strings:
    """The interface texts that ship with the templates, whatever the content; `ProjectError` if they cannot be read."""
    folder = Folder(root, Reading(root, Cache(None)))
    texts = Texts(folder.texts(links.DEFAULTS, required=True))
    if folder.problems:
        raise ProjectError(folder.problems)
    return texts.merged()


def find_text(strings: Strings, section: str, key: str) -> str:
    """A text of the interface; "" where it is not as it should be, which a rule reports."""
    found = strings.get(section)
    text = found.get(key) if isinstance(found, dict) else None
    return text if isinstance(text, str) else ""


def model_of(document: Document[T] | None) -> T | None:
    """The model of a document; None if that could not be read, or is not there."""
    return document.model if document else None


def read_strings(folder: TranslatedFolder) -> Texts:
    """The interface texts that ship with the templates, and what the publisher says differently."""
    defaults = folder.texts(links.DEFAULTS, required=True)
    overrides = () if folder.is_other else folder.texts(links.OVERRIDES, required=False)
    return Texts(defaults, overrides, folder.translated_texts(), folder.language or LANGUAGE)
