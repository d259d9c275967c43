"""Texts for other programs: as an editor wrote them, but with links that lead somewhere from anywhere."""

from __future__ import annotations

import re
from collections.abc import Collection

from generator import links
from generator.model.site import Site
from generator.prose import writing
from generator.prose.forbidden import PAGE_KINDS
from generator.prose.nodes import MARKER
from generator.strings import Words, fill

_PAGE_LINK = re.compile(rf"\]\([ \n]*<?(?P<kind>{'|'.join(PAGE_KINDS)}):(?P<name>[a-z0-9/-]+)")
_MARKER_LINE = re.compile(MARKER.pattern + r"\n?", re.MULTILINE)


class Texts:
    """Writes the texts of one site for other programs."""

    def __init__(self, site: Site) -> None:
        self._settings = site.settings
        self._methods = site.vocabulary.strategies()

    def commonmark(self, text: str) -> str:
        """A sentence or prose as CommonMark; links to pages of the site become addresses."""
        if "<!--" in text:  # A part of the site's own pages that other programs cannot show.
            text = _MARKER_LINE.sub("", text)
        return _PAGE_LINK.sub(self._resolve, text) if "](" in text else text

    def _resolve(self, match: re.Match[str]) -> str:
        page = links.identified(match["kind"], match["name"], self._methods)
        return match[0].replace(f"{match['kind']}:{match['name']}", self._settings.absolute(links.address(page)))


def credit_of_texts(site: Site) -> str:
    """The credit line for the site's own texts."""
    line: str = Words(site.strings)["take_away"]["credit"]
    return fill(line, name=site.settings.site_name)


def list_credits(site: Site, named: Collection[str]) -> tuple[str, ...]:
    """Every credit line of a profile once: that of the texts, then those of the sources `named` by its figures."""
    sources = [source for key, source in site.sources.items() if key in named]
    lines = (credit_of_texts(site), *(writing.write_plain(source.credit) for source in sources))
    return tuple(dict.fromkeys(lines))
