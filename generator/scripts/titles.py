"""Titles in other languages, for finding an occupation by them: a file for each language."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator import links
from generator.model.facts import NOTHING, Facts, Titles
from generator.model.site import Site
from generator.scripts.published.occupations import Named
from generator.scripts.published.titles import LanguagesFile, StartsFile, TitlesFile
from generator.strings import Words, fill, name_language

_LETTERS = 4
"""Of a word: fewer would ask for many languages in vain, more would make the list longer than a few of these."""
_PLAIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "\u0131": "i"}
)
"""As `elements/finder/titles.js` reads these letters."""


def make_languages(site: Site) -> LanguagesFile:
    """Where the titles of each language are."""
    return LanguagesFile(files={language: _name(language) for language in site.languages()})


def make_starts(site: Site) -> StartsFile:
    """How the words of all titles begin, so that only those languages are fetched that may have what was typed."""
    languages: defaultdict[str, set[str]] = defaultdict(set)
    for facts in site.facts.values():
        for one in facts.titles:
            for word in (word for title in one.exact or one.close for word in _fold(title).split()):
                languages[word[:_LETTERS]].add(one.language)
    starts: defaultdict[str, list[str]] = defaultdict(list)
    for start, names in sorted(languages.items()):
        starts[" ".join(sorted(names))].append(start)
    return StartsFile(letters=_LETTERS, starts={names: tuple(starts[names]) for names in sorted(starts)})


def sort_titles(site: Site) -> dict[str, list[Titles | None]]:
    """The titles of all occupations by language, each list in the order of the occupations."""
    found: dict[str, list[Titles | None]] = {language: [None] * len(site.listed) for language in site.languages()}
    for place, slug in enumerate(site.listed):
        for one in reversed(site.facts.get(slug, NOTHING).titles):  # Of several in one language the first counts.
            found[one.language][place] = one
    return found


def make_titles(found: Sequence[Titles | None]) -> TitlesFile:
    """The titles of all occupations in one language; nothing of those that have none."""
    return TitlesFile(
        titles=tuple(one.exact or one.close if one else () for one in found),
        close=tuple(place for place, one in enumerate(found) if one and not one.exact),
    )


def name_elsewhere(site: Site, facts: Facts) -> Iterator[Named]:
    """What an occupation is called in each language, beside words in the site's own."""
    words = Words(site.strings)
    for one in facts.titles:
        said = words["occupation"]["called" if one.exact else "called_close"]
        yield Named(
            language=one.language,
            said=fill(said, language=name_language(one.language, words["script"]["locale"])),
            titles=one.exact or one.close,
            source=site.sources[one.source].short,
            url=links.address(f"{links.SOURCES}#{one.source}"),
        )


def _name(language: str) -> str:
    return links.script_titles(language).removeprefix(f"{links.SCRIPT_DATA}/")


def _fold(title: str) -> str:
    """Letters and digits without accents and case, as the finder compares them."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", title) if unicodedata.category(sign)[0] != "M")
    return re.sub(r"[\W_]+", " ", re.sub("['\u2019]", "", plain.lower())).translate(_PLAIN)
