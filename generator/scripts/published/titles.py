"""Titles in other languages, as scripts find occupations by them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.scripts.published.parts import File, Places


class LanguagesFile(File):
    """In which languages there are titles; loaded where no name in the site's own has what was typed."""

    files: Annotated[dict[str, str], Field(description="Language -> its file below data/.")]


class StartsFile(File):
    """Which languages have words that begin as what was typed; fetched where no name is near that."""

    letters: Annotated[int, Field(description="So many of a word are its beginning; shorter words stand whole.")]
    starts: Annotated[
        dict[str, tuple[str, ...]],
        Field(description="Languages with blanks between -> the beginnings, without accents, that all of them have."),
    ]


class TitlesFile(File):
    """Official titles in one language."""

    titles: Annotated[
        tuple[tuple[str, ...], ...], Field(description="Of each occupation, in the order of the file of names.")
    ]
    close: Annotated[Places, Field(description="Those in `titles` that are called so by something close to them.")]
