"""The lists whose words a text editor offers: the vocabularies and sources of a project, each word with its meaning."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.cache import Cache
from generator.model.reference import Reference
from generator.model.terms import Group, Term
from generator.model.vocabulary import Vocabulary
from generator.model.ways import INTRODUCTIONS
from generator.problems import ProjectError
from generator.relations.ways import list_ways
from generator.sources.folder import Folder
from generator.sources.reading import Reading

Words = dict[str, str]


def load_lists(root: Path) -> tuple[Vocabulary, Mapping[str, Reference]]:
    """The vocabularies and sources of a project whose other files need not be right.

    Raises `ProjectError` if one of them cannot be read.
    """
    folder = Folder(root, Reading(root, Cache(None)))
    read = folder.vocabularies()
    document, sources = folder.references(None, None)
    if folder.problems or not document:
        raise ProjectError(folder.problems)
    return Vocabulary(**{name: document.model for name, document in read.items()}), sources


def list_words(vocabulary: Vocabulary, sources: Mapping[str, Reference]) -> dict[str, Words]:
    """Name of each list -> its words, each with label and description; names are those of `Offers`."""
    found = {
        name: _explain(getattr(vocabulary, name))
        for name in (
            *("fields", "interests", "values", "skills", "preparation", "licence", "paid"),
            *("classifications", "methods"),
        )
    }
    for name, groups in (("education", vocabulary.education), ("environments", vocabulary.environments)):
        for group, about in groups.items():
            found[f"{name}/{group}"] = _explain(about.terms)
    found["environments/conditions"] = {
        f"{group}/{key}": f"{about.label}: {_tell(term)}"
        for group, about in vocabulary.environments.items()
        for key, term in about.terms.items()
    }
    found["strategies"] = _explain(
        {key: one for term in vocabulary.methods.values() for key, one in term.strategies.items()}
    )
    found["scales"] = found["interests"] | found["skills"] | found["values"] | found["methods"]
    found["regions"] = {code: region.name for code, region in vocabulary.regions.items()}
    found["currencies"] = {region.currency: "" for region in vocabulary.regions.values() if region.currency}
    found["sources"] = {key: f"{source.title}. {source.used_for}" for key, source in sources.items()}
    return found


def list_introductions(vocabulary: Vocabulary) -> dict[str, Words]:
    """Kind of way in -> each that needs an introduction, with what it is."""
    words = list_words(vocabulary, {})
    groups = {group: _tell(about) for group, about in vocabulary.environments.items()}
    meant = words | {"environments": groups | words["environments/conditions"]}
    found: dict[str, Words] = {"fields": words["fields"]}
    for kind, key in list_ways(vocabulary):
        if kind in INTRODUCTIONS:
            found.setdefault(kind, {})[key] = meant.get(kind, {}).get(key, "")
    return found


def _explain(terms: Mapping[str, Term]) -> Words:
    return {key: _tell(term) for key, term in terms.items()}


def _tell(term: Term | Group) -> str:
    return f"{term.label}. {term.description}"
