"""What files of data are called, and where they lie: one that nobody reads is told, with what would be right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path, PurePath

from generator import links
from generator.guesses import did_you_mean
from generator.problems import Problem
from generator.sources.files import SLUG, list_files, show

DATA = (".yml", ".yaml")
_READ = (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".csv")
"""Endings of what others read, or report, below content/."""
_MADE = ("occupations/schema.json", "content/schemas/*.json")
"""What we write there ourselves."""


_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\Z")
"""Names that no Windows can store."""
_PLAIN = re.compile(r"[\w +.,-]+\Z")
"""Names of pages and of their folders: of a page without a title the name is its title, which themes print as it is."""
_TABLE = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*\.csv\Z")
_COPY = re.compile(r"(?: ?\(\d+\)|[ -]copy(?: ?\d+)?|[ _-]?\d)\Z", re.IGNORECASE)
_OTHERS = {
    (".doc", ".docx", ".odt", ".rtf", ".pages"): "a text document: copy its text into the fields of a .yml file",
    (".txt", ".yml~", ".bak", ".orig", ".rej"): "no .yml file: rename it, or delete it if it is a copy",
    (".pdf",): "not published: put it where it can be downloaded, and link to it",
    (
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".svg",
        ".avif",
    ): "not published: texts hold no pictures",
    (".html", ".htm"): "not published: write a page as Markdown, in a .md file",
    ("",): "not published: put it where the site is served from",
}
"""What to say of files that nobody reads, by how their names end."""


def check_name(path: Path, root: Path) -> Problem | None:
    """A problem unless the file's name is `<kebab-case-slug>.yml`."""
    if path.suffix == ".yml" and SLUG.match(path.stem) and not _RESERVED.match(path.stem):
        return None
    better = better_name(path)
    hint = f"rename it to {better!r}"
    if _RESERVED.match(path.stem):
        hint = "rename it: Windows cannot store a file of this name"
    if original := find_original(path):
        hint = f"delete it if it is a copy of {original.name!r}, else rename it to {better!r}"
    if path.with_name(better).exists() and not path.with_name(better).samefile(path):
        hint = f"{better!r} is there already; delete one of the two"
    return Problem(path.relative_to(root).as_posix(), 1, 1, "SRC013", f"file name {path.name!r}", hint)


def check_page(path: Path, root: Path) -> Iterator[Problem]:
    """A problem if the name of a page below content/, or of a folder around it, has a sign that means something."""
    place = path.relative_to(root)
    odd = next((part for part in place.parts[1:] if not _PLAIN.match(_leave_marks_out(part))), None)
    if odd is not None:
        hint = "rename it: letters, digits, blanks, hyphens, '_', '+', '.' and ',' are fine"
        yield Problem(place.as_posix(), 1, 1, "SRC013", f"name {odd!r} of a page or its folder", hint)


def _leave_marks_out(name: str) -> str:
    """Without vowels and accents that stand above or beside a letter: such are parts of words."""
    return "".join(sign for sign in name if not unicodedata.category(sign).startswith("M"))


def find_original(path: Path) -> Path | None:
    """The file beside it of which one is a copy, as browsers and file managers call them."""
    original = path.with_name(better_name(path.with_name(_COPY.sub("", path.stem) + path.suffix)))
    return original if _COPY.search(path.stem) and original.exists() else None


def better_name(path: Path) -> str:
    """What a file of data should be called."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", path.stem) if not unicodedata.combining(sign))
    return (re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "two-words") + ".yml"


def place_table(place: PurePath, tables: Collection[str]) -> str:
    """What to do with a CSV file that no index names, at `place` below the figures; its index names `tables`."""
    index = f"{links.FIGURES}/{place.parts[0]}.yml"
    if len(place.parts) == 3 and place.parts[1] in tables:
        return f"name {place.stem.upper()} among the `areas` of {place.parts[1]!r} in {index}"
    if len(place.parts) != 2:
        return f"move it to a folder of {links.FIGURES}/ that is called as its index"
    if not _TABLE.match(place.name):
        return f"rename it to '{Path(better_name(Path(place))).stem}.csv'"
    return f"name {place.stem!r} among the `tables` of {index}"


def find_unread(root: Path, known: Collection[Path]) -> Iterator[Problem]:
    """SRC013: data below `root` that is not among the files that are `known` to be read, as when it is misspelt."""
    places = {path.relative_to(root).as_posix() for path in known}
    for folder in (links.TEXTS, links.DEFAULTS):  # Of profiles all that is there has been looked at.
        for path in list_files(root / folder, root, DATA, []):
            if path not in known:
                place = path.relative_to(root).as_posix()
                hint = _place_of_texts(path, root) or did_you_mean(place, places)
                yield Problem(place, 1, 1, "SRC013", f"nothing is read from {path.name!r}", hint)
    yield from _find_others(root, known)
    yield from _find_strays(root)


def _find_strays(root: Path) -> Iterator[Problem]:
    """SRC013: what lies beside the folders of languages, or is a folder that is called as no language."""
    folder = root / links.LANGUAGES
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if not path.name.startswith(".") and not (path.is_dir() and re.fullmatch(links.TAG, path.name)):
            name = show(path.relative_to(folder))
            hint = f"what is translated lies in a folder called by a tag, such as {links.LANGUAGES}/es or pt-BR"
            yield Problem(show(path, root), 1, 1, "SRC013", f"nothing is read from {name!r}", hint)


def _find_others(root: Path, known: Collection[Path]) -> Iterator[Problem]:
    """SRC013: what lies among data and pages and is neither."""
    for folder in (links.TEXTS, links.PROFILES):
        for path in list_files(root / folder, root, (), [], every=True):
            kind = path.suffix.lower()
            if path in known or kind in (*DATA, *_READ) or path.name.endswith("~"):
                continue
            if any(path.match(made) for made in _MADE):
                continue
            hint = next((text for ends, text in _OTHERS.items() if kind in ends), "move it away, or rename it")
            message = f"nothing is read from {path.name!r}"
            yield Problem(path.relative_to(root).as_posix(), 1, 1, "SRC013", message, hint)


def _place_of_texts(path: Path, root: Path) -> str:
    """What to say of a file among the interface texts; "" of another."""
    for folder in (links.DEFAULTS, links.OVERRIDES):
        if path.is_relative_to(root / folder):
            stem = path.stem.lower()
            if stem != "en" and not stem.startswith("en-"):
                stem = f"en-{stem}" if (root / folder / "en.yml").exists() else "en"
            place = f"{folder}/{stem}.yml"
            if (root / place).exists():
                return f"{place!r} is there already; keep one of the two"
            return f"texts of any language stand in en.yml and en-*.yml; rename it to {place!r}"
    return ""
