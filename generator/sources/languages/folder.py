"""The folder of a project in a language: each file with its translation laid over it, if there is one."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from generator import links
from generator.guesses import did_you_mean
from generator.model.site import Spoken, Strings
from generator.problems import Problem
from generator.sources import files
from generator.sources.documents import Document, adapt, kind_of
from generator.sources.files import Mark
from generator.sources.folder import Folder
from generator.sources.languages.documents import Texts, translate
from generator.sources.shipped.layers import Layers

T = TypeVar("T")
SEEN = "seen.json"
"""In the folder of a language: file -> place -> hash of the text as it was when it was translated."""


@dataclass
class TranslatedFolder(Folder):
    """Reads files as they are in a language, as far as they are translated into it."""

    language: str = ""
    """Into which something is translated."""
    is_other: bool = False
    """Whether the site's own language is another: then nothing is shown that speaks of the words of that."""

    @classmethod
    def of(cls, folder: Folder, language: str) -> TranslatedFolder:
        """The same folder, as the site's own language has it."""
        known = {one.name: getattr(folder, one.name) for one in dataclasses.fields(folder)}
        is_there = any(folder.layers.folders(f"{links.LANGUAGES}/{language}"))
        return cls(**known, language=language if is_there else "")

    @classmethod
    def beside(cls, folder: Folder, language: str) -> TranslatedFolder:
        """The same folder in another language; tables are not read once more."""
        found = cls(folder.root, folder.reading, navigation=folder.navigation, language=language, is_other=True)
        if not any(folder.layers.folders(links.translated(links.FIGURES, language))):
            found.__dict__["figures"] = folder.figures
            found.stems[links.FIGURES] = folder.stems[links.FIGURES]
        return found

    def documents(
        self, paths: Sequence[Path], schema: type[T] | TypeAdapter[T], meanwhile: Callable[[], object] = lambda: None
    ) -> Iterator[Document[T] | None]:
        """The document at each of `paths`, translated; or None where problems stand in the original's way."""
        if not self.language:
            yield from super().documents(paths, schema, meanwhile)
            return
        for path, document in zip(paths, super().documents(paths, schema, meanwhile), strict=True):
            own = self._place(path)
            if document is None or own == path or not self._is_there(own):
                yield document
                continue
            (read,) = self.reading.read([own], adapt(Texts))
            self.problems += read.problems
            if read.document is None:
                yield document
                continue
            translated, problems = translate(document, read.document, kind_of(schema))
            self.problems += problems
            yield self.fit(own, translated, schema) if translated else document

    def document(self, path: Path, schema: type[T] | TypeAdapter[T]) -> Document[T] | None:
        """The document at `path`; None, too, if the language has no words of its own."""
        if self._is_translation(path) and not self._is_there(path):
            self.known.add(path)
            return None
        return super().document(path, schema)

    def find(self, name: str) -> Path:
        """A whole page of the language, or what speaks of its words; of these there are none of another language."""
        path = super().find(name)
        if not self.language or (name not in links.WHOLE and path.suffix != ".md"):
            return path
        own = self._place(path)
        is_own = self._is_there(own) or (self.is_other and name in links.WHOLE)
        # That of another language stays there, for whoever publishes in that.
        self.known.add(self.layers.own(path))
        return own if is_own else path

    def translated_texts(self) -> tuple[Document[Strings], ...]:
        """The texts of the interface in the language, in files of any name."""
        place = links.translated(links.STRINGS, self.language)
        if not self.language:
            return ()
        self.is_folder(self.root / place)
        paths = list(self.layers.glob(place, "*.yml").values())
        documents = [one for one in super().documents(paths, adapt(Strings)) if one]
        for other, document in itertools.combinations(documents, 2):
            for name in other.model.keys() & document.model.keys():
                message = f"section {name!r} stands in {other.path}, too"
                self.problems.append(document.problem("SRC010", message, "keep one of the two", name))
        return tuple(documents)

    @classmethod
    def all_beside(cls, folder: Folder, languages: Sequence[str]) -> Iterator[TranslatedFolder]:
        """The same folder in each of these other languages; one of which there is nothing is reported."""
        settings = files.read(folder.root / links.SETTINGS, folder.root)
        for language in languages:
            place = f"{links.LANGUAGES}/{language}"
            if any(folder.layers.folders(place)):
                yield cls.beside(folder, language)
                continue
            there = sorted({one.name for top in folder.layers.folders(links.LANGUAGES) for one in top.glob("*/")})
            hint = did_you_mean(language, there) if there else f"begin with {place}/{links.STRINGS}/{language}.yml"
            begin = settings.text.find("languages:")
            mark = Mark(settings.text.count("\n", 0, begin) + 1, 1, len(settings.lines))
            line, column = settings.find(language, mark)
            folder.problems.append(Problem(settings.path, line, column, "LNG002", f"there is no {place}", hint))

    def spoken(self) -> Spoken:
        """What the settings say in the language."""
        found = self.document(self.layers.find(links.translated(links.SPOKEN, self.language)), Spoken)
        return found.model if self.language and found else Spoken()

    def find_leftovers(self) -> Iterator[Problem]:
        """LNG101: files among the translations that translate nothing."""
        folder = self.root / links.LANGUAGES / self.language
        yield from find_unread(folder, self.layers, self.known) if self.language else ()

    def _place(self, path: Path) -> Path:
        """Where the translation of a file lies, or would; the path itself if that is one."""
        if self._is_translation(path):
            return path
        found = self.layers.find_translation(path, self.language)
        self.known.add(self.layers.own(found))
        return found

    def _is_translation(self, path: Path) -> bool:
        # Words that a site says differently are in its own language.
        own = self.layers.own(path)
        return own.is_relative_to(self.root / links.LANGUAGES) or own.is_relative_to(self.root / links.OVERRIDES)

    @staticmethod
    def _is_there(path: Path) -> bool:
        return path.exists() or path.is_symlink()


def find_unread(folder: Path, layers: Layers, known: Collection[Path]) -> Iterator[Problem]:
    """LNG101: files in the folder of a language that are not `known` to be read, as when a name is misspelt."""
    originals = {one.relative_to(folder).as_posix() for one in known if one.is_relative_to(folder)}
    for path in files.list_files(folder, layers.root, (), [], every=True):
        if path not in known and path != folder / SEEN:
            hint = did_you_mean(path.relative_to(folder).as_posix(), originals)
            yield Problem(layers.show(path), 1, 1, "LNG101", "this file translates nothing", hint)
