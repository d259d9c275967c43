"""How much of a project is translated into a language, and which translations are older than what they translate.

What a text was when it was translated is kept beside the translations, as a short hash of each.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from pydantic import TypeAdapter

from generator import links
from generator.cache import Cache
from generator.model.base import Key
from generator.model.method import Method
from generator.model.occupation import Occupation
from generator.model.quiz import Quiz
from generator.model.reference import Reference
from generator.model.translating import list_texts, plan
from generator.model.vocabulary import Vocabulary
from generator.model.ways import INTRODUCTIONS
from generator.problems import Problem
from generator.sources import files
from generator.sources.documents import Document, adapt
from generator.sources.folder import Folder
from generator.sources.languages.documents import Texts
from generator.sources.languages.folder import SEEN, find_unread
from generator.sources.reading import Reading
from generator.sources.settings.languages import is_searched
from generator.strings import is_plural

T = TypeVar("T")
STRINGS, PROFILES, GUIDES, QUIZZES, LISTS, PAGES = "texts", "profiles", "guides", "assessments", "lists", "pages"
KINDS = (STRINGS, PROFILES, GUIDES, QUIZZES, LISTS, PAGES)
_ALONE = (links.LOCAL, links.NATIONAL, links.NORMS, links.SIMULATION)
"""What may be translated, too, and is not counted."""
_DIGITS = 8
_SEEN = TypeAdapter(dict[str, dict[str, str]])


@dataclass(frozen=True)
class Part:
    """What is translated of one file: `wanted` and `own` have texts by their places."""

    kind: str
    path: str
    """Of the translation, below the folder of its language."""
    wanted: Mapping[str, str]
    own: Mapping[str, str]
    is_of_site: bool = False
    """Whether the site has written what is to be translated, and it did not come along."""

    def missing(self) -> list[str]:
        """The places of texts that are not translated."""
        return [place for place in self.wanted if place not in self.own]

    def hashes(self) -> dict[str, str]:
        """Place -> hash of what is translated there, as it is now."""
        return {place: _hash(self.wanted[place]) for place in self.own if place in self.wanted}


@dataclass(frozen=True)
class Survey:
    """All parts of a project, in one language."""

    language: str
    parts: tuple[Part, ...]
    seen: Mapping[str, Mapping[str, str]]
    problems: tuple[Problem, ...] = ()
    """Why files could not be read; these count as if they were not there."""
    unread: tuple[Problem, ...] = ()
    """Files in the folder of the language that translate nothing."""
    is_searched: bool = True
    """Whether the search in the header knows the endings of the language."""

    def stale(self, part: Part) -> list[str]:
        """The places whose text has changed since it was translated; of what nobody has noted, nothing is known."""
        seen = self.seen.get(part.path, {})
        return [place for place, found in part.hashes().items() if seen.get(place, found) != found]

    def count(self, kind: str) -> tuple[int, int]:
        """How many there are of a kind, texts of the interface or files, and how many of these are translated."""
        parts = [part for part in self.parts if part.kind == kind]
        if kind == STRINGS:
            return sum(len(part.hashes()) for part in parts), sum(len(part.wanted) for part in parts)
        return sum(bool(part.own) for part in parts), len(parts)

    def tell(self) -> str:
        """How much there is, in one line."""
        counts = ((kind, *self.count(kind)) for kind in KINDS)
        stale = sum(len(self.stale(part)) for part in self.parts)
        told = (f"{some:,} of {all_of:,} {kind}" for kind, some, all_of in counts)
        search = "" if self.is_searched else "; the search in the header knows no endings of this language"
        return f"{self.language}: {', '.join(told)}, {stale:,} stale{search}"

    def note(self, paths: Collection[str]) -> str:
        """The file that says what was translated: what is new in it, and all of the files at `paths` as it is now."""
        noted = {}
        for part in self.parts:
            before = {} if part.path in paths else self.seen.get(part.path, {})
            if hashes := part.hashes():
                noted[part.path] = {place: before.get(place, found) for place, found in hashes.items()}
        return json.dumps(noted, indent=0, ensure_ascii=False, sort_keys=True) + "\n"


def list_languages(root: Path) -> list[str]:
    """The languages of which a project has something."""
    layers = Reading(root, Cache(None)).layers
    there = (one for top in layers.folders(links.LANGUAGES) for one in top.iterdir() if one.is_dir())
    return sorted({one.name for one in there if re.fullmatch(links.TAG, one.name)})


def locate_seen(root: Path, language: str) -> Path:
    """Where it stands what was translated."""
    return root / links.LANGUAGES / language / SEEN


class _Unfitted(Folder):
    """Reads what came along as it was written, since that is what was translated, whatever the site lacks."""

    def fit(self, path: Path, document: Document[T], schema: type[T] | TypeAdapter[T]) -> Document[T]:  # noqa: ARG002
        return document


def survey(root: Path, language: str) -> Survey:
    """What is translated into a language; what a site has written in its own language needs no translation."""
    folder = _Unfitted(root, Reading(root, Cache(None)))
    settings, _ = folder.settings()
    own = (_survey_strings(folder, language), *_survey_documents(folder, language), *_survey_pages(folder, language))
    is_own = folder.layers.home is not None and settings.language == language
    parts = [one for one in own if one.own or not (is_own and one.is_of_site)]
    seen = _read_seen(folder, language)
    home = root / links.LANGUAGES / language
    indexes = (f"{links.FIGURES}/{name}" for name in folder.layers.glob(links.FIGURES, "*.yml"))
    others = (links.translated(name, language) for name in (links.SPOKEN, *_ALONE, *links.WHOLE, *indexes))
    known = {*(home / one.path for one in own), *(root / one for one in others), *(home / links.STRINGS).glob("*.yml")}
    unread = find_unread(home, folder.layers, known)
    return Survey(
        language, tuple(parts), seen, tuple(sorted(set(folder.problems))), tuple(unread), is_searched(root, language)
    )


def _read_seen(folder: Folder, language: str) -> dict[str, dict[str, str]]:
    """File -> place -> hash; nothing, with a problem, where that is not what stands there."""
    path = folder.layers.find(f"{links.LANGUAGES}/{language}/{SEEN}")
    if not path.is_file():
        return {}
    try:
        return _SEEN.validate_python(json.loads(path.read_text(encoding="utf-8")))
    except ValueError as error:
        line, column = (error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else (1, 1)
        what = error.msg if isinstance(error, json.JSONDecodeError) else "not file -> place -> hash"
        hint = f"mend it, or delete it and note all as it is now by `careers languages {language} --seen`"
        folder.problems.append(
            Problem(folder.layers.show(path), line, column, "SRC006", f"this is no list of hashes: {what}", hint)
        )
        return {}


def _survey_strings(folder: Folder, language: str) -> Part:
    wanted: dict[str, str] = {}
    for document in folder.texts(links.DEFAULTS, required=True):
        wanted |= _flatten(document.model)
    own: dict[str, str] = {}
    for path in folder.layers.glob(links.translated(links.STRINGS, language), "*.yml").values():
        if translated := folder.document(path, adapt(Texts)):
            own |= _flatten(translated.model)
    return Part(STRINGS, links.STRINGS, wanted, own)


def _flatten(texts: Mapping[str, Any], way: str = "") -> dict[str, str]:
    """Texts by the keys that lead to them; one in several forms is one."""
    found: dict[str, str] = {}
    for key, value in texts.items():
        if isinstance(value, Mapping) and not is_plural(value):
            found |= _flatten(value, f"{way}{key}.")
        else:
            found[f"{way}{key}"] = json.dumps(value, sort_keys=True) if isinstance(value, Mapping) else str(value)
    return found


def _survey_documents(folder: Folder, language: str) -> Iterator[Part]:
    for profile in folder.collect(links.PROFILES, Occupation, required=False).values():
        yield _survey_document(folder, language, PROFILES, profile, Occupation)
    for guide in folder.collect(links.GUIDES, Method, required=False).values():
        yield _survey_document(folder, language, GUIDES, guide, Method)
    for quiz in folder.collect(links.ASSESSMENTS, Quiz, required=False).values():
        yield _survey_document(folder, language, QUIZZES, quiz, Quiz)
    hints = get_type_hints(Vocabulary, include_extras=True)
    kinds = ((folder.vocabularies(), hints), (folder.introductions(), INTRODUCTIONS))
    for documents, types in kinds:
        for name, listed in documents.items():
            if plan(types[name]) and f"{links.VOCABULARIES}/{name}.yml" not in links.WHOLE:
                yield _survey_document(folder, language, LISTS, listed, types[name])
    sources: TypeAdapter[dict[str, Reference]] = adapt(dict[Key, Reference])
    if found := folder.document(folder.find(links.REFERENCES), sources):
        yield _survey_document(folder, language, LISTS, found, dict[Key, Reference])


def _survey_document(folder: Folder, language: str, kind: str, document: Document[Any], schema: Any) -> Part:
    plain = adapt(schema).dump_python(document.model, mode="json", by_alias=True, exclude_unset=True)
    original = folder.find(document.path.rpartition(":")[2])
    path = folder.layers.find_translation(original, language)
    own = folder.document(path, adapt(Texts)) if path.is_file() else None
    wanted, texts = (
        {".".join(map(str, loc)): text for loc, text in list_texts(plan(schema), value)}
        for value in (plain, own.model if own else {})
    )
    place = folder.layers.own(path).relative_to(folder.root / links.LANGUAGES / language).as_posix()
    return Part(kind, place, wanted, texts, not folder.layers.is_packaged(original))


def _survey_pages(folder: Folder, language: str) -> Iterator[Part]:
    for page in folder.pages():
        original = folder.find(f"{links.TEXTS}/{page.path}")
        path = folder.layers.find_translation(original, language)
        own = files.read(path, folder.layers.top(path)).text if path.is_file() else ""
        is_of_site = not folder.layers.is_packaged(original)
        yield Part(PAGES, page.path, {"page": page.text}, {"page": own} if own else {}, is_of_site)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
