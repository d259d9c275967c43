"""Titles in other languages, for finding an occupation by them: a file for each language."""

from __future__ import annotations

from collections.abc import Iterator

from generator import links
from generator.model.facts import NOTHING, Facts
from generator.model.site import Site
from generator.scripts.published.occupations import Named
from generator.scripts.published.titles import LanguagesFile, TitlesFile
from generator.strings import Words, fill, name_language


def make_languages(site: Site) -> LanguagesFile:
    """Where the titles of each language are."""
    return LanguagesFile(files={language: _name(language) for language in site.languages()})


def make_titles(site: Site, language: str) -> TitlesFile:
    """The titles of all occupations in one language; nothing of those that have none."""
    found = [
        next((one for one in site.facts.get(slug, NOTHING).titles if one.language == language), None)
        for slug in site.listed
    ]
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
