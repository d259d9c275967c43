"""What files of data are called, and where they lie: one that nobody reads is told, with what would be right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path

from generator import links
from generator.guesses import did_you_mean
from generator.problems import Problem
from generator.sources.files import SLUG, list_files

DATA = (".yml", ".yaml")


def check_name(path: Path, root: Path) -> Problem | None:
    """A problem unless the file's name is `<kebab-case-slug>.yml`."""
    if path.suffix == ".yml" and SLUG.match(path.stem):
        return None
    better = better_name(path)
    hint = f"rename it to {better!r}"
    if path.with_name(better).exists() and not path.with_name(better).samefile(path):
        hint = f"{better!r} is there already; delete one of the two"
    return Problem(path.relative_to(root).as_posix(), 1, 1, "SRC013", f"file name {path.name!r}", hint)


def better_name(path: Path) -> str:
    """What a file of data should be called."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", path.stem) if not unicodedata.combining(sign))
    return (re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "two-words") + ".yml"


def find_unread(root: Path, known: Collection[Path]) -> Iterator[Problem]:
    """SRC013: data below `root` that is not among the files that are `known` to be read, as when it is misspelt."""
    places = {path.relative_to(root).as_posix() for path in known}
    for folder in (links.TEXTS, links.DEFAULTS):  # Of profiles all that is there has been looked at.
        for path in list_files(root / folder, root, DATA, []):
            if path not in known:
                place = path.relative_to(root).as_posix()
                hint = _place_of_texts(path, root) or did_you_mean(place, places)
                yield Problem(place, 1, 1, "SRC013", f"nothing is read from {path.name!r}", hint)


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
