"""The languages that the theme has words in, and those of which its search knows endings."""

from __future__ import annotations

import functools
import importlib.util
import re
from pathlib import Path

from generator import links
from generator.strings import LANGUAGE

WORDS = "partials/languages"
"""Where a theme has its words, a file a language."""
_SEARCH = re.compile(r'"search\.config\.lang": "([^"]*)"')


@functools.cache
def _find_shipped() -> dict[str, Path]:
    """The languages that Material has words in, each with its file."""
    found = importlib.util.find_spec("material")
    folders = (found.submodule_search_locations or ()) if found else ()
    return {path.stem: path for one in folders for path in Path(one, "templates", WORDS).glob("*.html")}


def _find_own(folder: Path | None) -> dict[str, Path]:
    own = (folder / links.THEME / WORDS).glob("*.html") if folder else ()
    return {path.stem: path for path in own}


def list_languages(folder: Path | None) -> frozenset[str]:
    """Those that the theme has words in, with those that the site in a `folder` has added to it."""
    return frozenset(_find_shipped() | _find_own(folder))


def is_searched(folder: Path | None, language: str) -> bool:
    """Whether the search in the header knows the endings of a language; of another it goes by those of English."""
    path = (_find_shipped() | _find_own(folder)).get(language)
    named = _SEARCH.search(path.read_text(encoding="utf-8", errors="replace")) if path else None
    return language.partition("-")[0] == LANGUAGE or (named is not None and named[1] != LANGUAGE)
