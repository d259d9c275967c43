"""What a site in another language shows in its own, as nobody has translated it: marked, to be said right."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass

from generator.cache import digest
from generator.model.site import Site
from generator.strings import read_locale

SCRIPT = "untranslated.js"
"""Of the theme's files, what marks what other scripts show."""
_PLACE = 'LANGUAGE = "", DIRECTION = "", TEXTS = []'
"""In that, what is filled in."""
_MOST = 120
"""Letters of a text that scripts show."""
_BODY = "<body"
_EDGES = " :·,.()"
_PIECE = re.compile(
    r"<(?P<apart>script|style|textarea)\b.*?</(?P=apart)>"
    r"|(?P<tag><(?P<name>[a-z][a-z0-9]*)\b[^<>]*>)?(?P<before>[\s:·,(]*)(?P<text>[^<>]+?)(?P<after>[\s:·,)]*)"
    r"(?=<(?:/(?P<ended>[a-z0-9]+))?)",
    re.DOTALL,
)
"""Text between two tags."""


@dataclass(frozen=True)
class Originals:
    """The texts that are not translated, in the `language` of the whole site."""

    language: str
    texts: frozenset[str]
    """Without signs at their ends."""
    names: frozenset[str]
    """Those of them that scripts may show."""
    pages: frozenset[str]
    """Those that are whole in it, and say so."""
    direction: str
    """In which it is read."""
    is_apart: bool
    """Whether that is not the direction of all else."""

    @classmethod
    def of(cls, site: Site | None) -> Originals | None:
        """Those of a site in another language; None of one in its own."""
        if site is None or site.original is None:
            return None
        language = site.original.language
        direction, other = (read_locale(tag).text_direction for tag in (language, site.settings.language))
        texts, pages = site.untranslated, frozenset(site.original.pages)
        aliases = {", ".join(one.aliases) for one in site.listed.values()}
        names = frozenset(text for text in texts if len(text) <= _MOST and text not in aliases)
        return cls(
            language, frozenset(text.strip(_EDGES) for text in texts), names, pages, direction, direction != other
        )

    def describe(self, page: str) -> dict[str, str] | None:
        """The `language` of a page that is not in the site's, and the `direction` in which that is read."""
        return {"language": self.language, "direction": self.direction} if page in self.pages else None

    @property
    def digest(self) -> str:
        """Of all the texts."""
        return digest(*sorted(self.texts))

    def mark(self, page: str, path: str) -> str:
        """The HTML of a page with the texts marked that it shows; one that is whole in their language is so already."""
        if path in self.pages:
            return page
        head, body, rest = page.partition(_BODY)
        return head + body + _PIECE.sub(self._mark, rest)

    def _mark(self, found: re.Match[str]) -> str:
        tag, before, text, after = found.group("tag", "before", "text", "after")
        if text is None or not self._has(text) or " lang=" in (tag or ""):
            return found[0]
        attributes = f' lang="{self.language}"' + f' dir="{self.direction}"' * self.is_apart
        if tag and found["ended"] == found["name"]:
            return f"{tag[:-1]}{attributes}>{before}{text}{after}"
        return f"{tag or ''}{before}<span{attributes}>{text}</span>{after}"

    def _has(self, text: str) -> bool:
        return " ".join(html.unescape(text).split()).strip(_EDGES) in self.texts

    def write_script(self, script: str) -> str:
        """The script with the names."""
        names = json.dumps(sorted(self.names), ensure_ascii=False)
        direction = self.direction if self.is_apart else ""
        return script.replace(_PLACE, f'LANGUAGE = "{self.language}", DIRECTION = "{direction}", TEXTS = {names}')
