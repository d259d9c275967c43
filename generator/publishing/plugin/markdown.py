"""Markdown to HTML as MkDocs has it done, by one parser for all pages: making one takes a sixth of what a page does."""

from __future__ import annotations

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages
from mkdocs.structure.files import Files
from mkdocs.structure.toc import get_toc

from generator.publishing.shortcuts import Shortcuts

_FORGETTING = frozenset({"attr_list", "fenced_code", "md_in_html", "tables", "toc"})
"""Extensions of which nothing is left in a parser that has been reset."""


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
        raw = pages._RawHTMLPreprocessor()
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
