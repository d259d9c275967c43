"""What a site shows in another language than its own, as nobody has translated it: marked, to be said right."""

from __future__ import annotations

import html
import itertools
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.cache import digest
from generator.model.site import Site
from generator.strings import NAME, read_locale

SCRIPT = "untranslated.js"
"""Of the theme's files, what marks what other scripts show."""
_PLACE = "TEXTS = {}"
"""In that, what is filled in."""
_MOST = 120
"""Letters of a text that scripts show."""
_LEAST = 6
"""Letters of a text in which something is filled in, by which it can be known."""
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
    """The texts that are not translated, and the pages."""

    texts: Mapping[str, str]
    """Without signs at its ends, each with its language."""
    names: Mapping[str, str]
    """Those of them that scripts may show: none in which something is to be filled in."""
    pages: Mapping[str, str]
    """Those that are whole in another language, and say so."""
    directions: Mapping[str, str]
    """In which each language is read."""
    direction: str = "ltr"
    """In which all else is read."""
    forms: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    """Language -> its texts in which something is filled in."""
    _found: dict[str, str | None] = field(default_factory=dict, compare=False, repr=False)
    """What has been asked for before: a few texts stand on every page."""

    @classmethod
    def of(cls, site: Site | None) -> Originals | None:
        """Those of a site; None if all of it is in its language."""
        if site is None or not site.originals:
            return None
        aliases = {", ".join(one.aliases) for one in site.listed.values()}
        told = {text: one.language for one in site.originals for text in one.texts}
        shown = {text for text in told if len(text) <= _MOST and "{" not in text} - aliases
        return cls(
            {text.strip(_EDGES): language for text, language in told.items()},
            {text: told[text] for text in shown},
            {page: one.language for one in site.originals for page in one.pages},
            {one.language: read_locale(one.language).text_direction for one in site.originals},
            read_locale(site.settings.language).text_direction,
            {one.language: form for one in site.originals if (form := _compile(one.texts))},
        )

    def describe(self, page: str) -> dict[str, str] | None:
        """The `language` of a page that is not in the site's, and the `direction` in which that is read."""
        language = self.pages.get(page)
        return {"language": language, "direction": self.directions[language]} if language else None

    @property
    def digest(self) -> str:
        """Of all the texts."""
        return digest(*(f"{language} {text}" for text, language in sorted(self.texts.items())))

    def mark(self, page: str, path: str) -> str:
        """The HTML of a page with the texts marked that it shows; what is whole in their language is so already."""
        head, body, rest = page.partition(_BODY)
        begin, end = (rest.find("<article"), rest.rfind("</article>")) if path in self.pages else (-1, -1)
        if not 0 <= begin < end:
            begin = end = len(rest)
        around = (_PIECE.sub(self._mark, part) for part in (rest[:begin], rest[end:]))
        return head + body + next(around) + rest[begin:end] + next(around)

    def _mark(self, found: re.Match[str]) -> str:
        tag, before, text, after = found.group("tag", "before", "text", "after")
        language = self._find(text) if text else None
        if language is None or " lang=" in (tag or ""):
            return found[0]
        apart = self._name_apart(language)
        attributes = f' lang="{language}"' + f' dir="{apart}"' * bool(apart)
        if tag and found["ended"] == found["name"]:
            return f"{tag[:-1]}{attributes}>{before}{text}{after}"
        return f"{tag or ''}{before}<span{attributes}>{text}</span>{after}"

    def _find(self, text: str) -> str | None:
        """The language of a text; None if it is in the page's."""
        if text not in self._found:
            plain = " ".join(html.unescape(text).split()).strip(_EDGES)
            fitting = (language for language, form in self.forms.items() if form.fullmatch(plain))
            self._found[text] = self.texts.get(plain) or next(fitting, None)
        return self._found[text]

    def _name_apart(self, language: str) -> str:
        """The direction of a language if it is not that of all else."""
        direction = self.directions[language]
        return direction if direction != self.direction else ""

    def write_script(self, script: str) -> str:
        """The script with the names."""
        told = {}
        for language in self.directions:
            signs = sorted({sign(text) for text, of in self.names.items() if of == language})
            steps = (after - before for before, after in itertools.pairwise((0, *signs)))
            told[language] = [self._name_apart(language), *steps]
        return script.replace(_PLACE, f"TEXTS = {json.dumps(told, separators=(',', ':'))}")


def _compile(texts: Iterable[str]) -> re.Pattern[str] | None:
    """What fits the texts with something filled in, if these say enough besides."""
    told = [text.strip(_EDGES) for text in texts if "{" in text]
    forms = [
        ".{1,80}?".join(map(re.escape, NAME.sub("\0", text).split("\0")))
        for text in told
        if len(re.sub(r"[\W\d_]", "", NAME.sub("", text))) >= _LEAST
    ]
    return re.compile("|".join(forms)) if forms else None


def sign(text: str) -> int:
    """What stands for a text, as in the script: FNV-1a of 32 bits, of its letters as UTF-16 has them.

    The texts themselves would be three times as long, of a site in which little is translated 66,000 bytes.
    """
    found = 0x811C9DC5
    data = text.encode("utf-16-le", "surrogatepass")
    for at in range(0, len(data), 2):
        found = (found ^ int.from_bytes(data[at : at + 2], "little")) * 0x01000193 & 0xFFFFFFFF
    return found
