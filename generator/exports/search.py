"""What the site's search knows of a page, from the models: Material would read it from the HTML, page by page."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Mapping
from typing import Any

from generator import links
from generator.model.occupation import Listed
from generator.model.site import Site
from generator.prose.writing import write_plain

Entry = Mapping[str, Any]
"""`title`, `text` and `tags` as they stand in Material's index; the text is HTML of one paragraph."""
_LOOSE = " ,;:(-\u2013\u2014"
"""What no shortened text may end with."""
_GUIDE = 6
"""What a guide weighs, where an outline weighs 1 to 4."""
_SENTENCE = 64
"""Letters of a summary: with them an occupation takes less than 100 bytes of the index, which every reader gets."""


def list_entries(site: Site) -> dict[str, Entry]:
    """Path of a page -> its one entry, of the pages of which there may be thousands."""
    guides = site.occupations
    return {links.occupation(slug): _describe(one, is_guide=slug in guides) for slug, one in site.listed.items()}


def _describe(occupation: Listed, *, is_guide: bool) -> Entry:
    text = f"<p>{_text(shorten(write_plain(occupation.summary), _SENTENCE))}</p>"
    entry: dict[str, Any] = {"title": _text(occupation.title), "text": text, "boost": _weigh(occupation, is_guide)}
    # Material prizes tags above titles: of what has other names its title is one of them.
    return entry | ({"tags": [occupation.title, *occupation.aliases]} if occupation.aliases else {})


def _weigh(occupation: Listed, is_guide: bool) -> int:
    """As the finder has it: guides first, then what many people do. Material multiplies by it."""
    jobs = occupation.main_outlook.jobs if occupation.main_outlook else 0
    return _GUIDE if is_guide else max(1, len(str(jobs)) - 3)


def shorten(text: str, most: int) -> str:
    """Whole words of a text, at most so many letters with the sign that some are missing; of a long word its start."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    end = text.rfind(" ", 0, most)
    if end <= 0:  # Not every language parts words; what is drawn over a letter stays with it.
        end = most - 1
        while end > 1 and unicodedata.combining(text[end]):
            end -= 1
    return text[:end].rstrip(_LOOSE) + "…"


def _text(text: str) -> str:
    return html.escape(" ".join(text.split()), quote=False)
