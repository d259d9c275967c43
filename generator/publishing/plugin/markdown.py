"""Markdown to HTML as MkDocs has it done, by one parser for all pages: making one takes a sixth of what a page does."""

from __future__ import annotations

import json
import re
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages
from mkdocs.structure.files import Files
from mkdocs.structure.toc import get_toc

from generator.publishing.shortcuts import Shortcuts

_FORGETTING = frozenset({"attr_list", "fenced_code", "md_in_html", "tables", "toc"})
"""Extensions of which nothing is left in a parser that has been reset."""

_FRONT_MATTER = re.compile(r"---\n((?:.+\n)+?)---\n\n*")
_LINE = re.compile(r'(?!(?:y|yes|n|no|on|off|true|false|null):)([a-z]+): (?:([a-z]{6,})|(["\[{].*))')
"""A word that YAML takes for nothing else, and another, or what may be JSON, which is YAML, too."""
_NAMED = re.compile(r"\b(?:id|name)\s*=", re.IGNORECASE)


class _Anchors(pages._RawHTMLPreprocessor):
    """MkDocs' own, which goes through all tags for the places in them, but for pages that name none."""

    def run(self, lines: list[str]) -> list[str]:
        return super().run(lines) if any(map(_NAMED.search, lines)) else lines


def read_source(page: pages.Page, config: MkDocsConfig) -> None:
    """What `Page.read_source` of MkDocs does; front matter as we write it is read as JSON, ten times as fast."""
    found = _FRONT_MATTER.match(text) if (text := page.file.content_string) else None
    known = _read_lines(found[1].splitlines()) if found else None
    if found and known is not None:
        page.markdown, page.meta = text[found.end() :], known
    else:
        pages.Page.read_source(page, config)


def _read_lines(lines: list[str]) -> dict[str, Any] | None:
    """What stands in the lines of front matter; None if one of them is anything but a word with another or JSON."""
    known = {}
    for line in lines:
        # Pairs of these say one character in JSON, and two that are none in YAML.
        if (found := _LINE.fullmatch(line)) is None or "\\ud" in line:
            return None
        try:
            known[found[1]] = found[2] or json.loads(found[3])
        except ValueError:
            return None
    return known


class Reader:
    """Renders pages by the settings; one with an extension that we do not know gets a parser of its own."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        names = config.markdown_extensions
        self._is_lasting = all(isinstance(name, Shortcuts) or name in _FORGETTING for name in names)
        self._parser: Markdown | None = None

    def render(self, page: pages.Page, config: MkDocsConfig, files: Files) -> None:
        """What `Page.render` of MkDocs does; `files` are those that links may lead to."""
        if page.markdown is None:
            raise TypeError(f"{page.file.src_uri}: not read yet")
        parser, self._parser = self._parser or self._begin(), None  # One that fails is not used again.
        raw = _Anchors()
        anchors = pages._ExtractAnchorsTreeprocessor(page.file, files, config)
        paths = pages._RelativePathTreeprocessor(page.file, files, config)
        title = pages._ExtractTitleTreeprocessor()
        for part in (raw, anchors, paths, title):
            part._register(parser)
        page.content = parser.convert(page.markdown)
        page.toc = get_toc(getattr(parser, "toc_tokens", []))
        page._title_from_render = title.title
        page.present_anchor_ids = anchors.present_anchor_ids | raw.present_anchor_ids
        page.links_to_anchors = paths.links_to_anchors
        if self._is_lasting:
            self._parser = parser.reset()

    def _begin(self) -> Markdown:
        return Markdown(extensions=self._config.markdown_extensions, extension_configs=self._config.mdx_configs or {})
