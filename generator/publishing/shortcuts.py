"""An extension of Python-Markdown that spares it what changes nothing: the same elements, in half the time.

Three quarters of our pages are blocks of HTML, which Markdown reads tag by tag to leave them as they are, and most
texts hold few marks or none, which it finds out with some twenty patterns each.
"""

from __future__ import annotations

import functools
import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, HashHeaderProcessor
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import BLOCK_LEVEL_ELEMENTS, AtomicString

_CHUNK = re.compile(r"^<([a-z][a-z0-9-]*)[ >].*(?:\n.*\S.*)*", re.MULTILINE)
"""Lines without a gap, the first of which begins with a tag."""
_LAST_TAG = re.compile(r"</([a-z][a-z0-9-]*)>[ \t]*\Z")
_ANCHOR = re.compile(r' id="([^"]+)"[^<]*>')
"""In a tag, since that ends before another begins; looked for from its name on, as from each tag on takes long."""
_MARK = re.compile(r'<hr class="cg-block cg-block-(\d+)">')
_FENCES = ("```", "~~~")
_SIGNS = {
    "`": ("backtick",),
    "\\": ("escape",),
    "[": ("reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref"),
    "<": ("autolink", "automail", "html"),
    "  \n": ("linebreak",),
    "&": ("entity",),
    "*": ("em_strong",),
    "_": ("em_strong2",),
    "": ("not_strong",),
}
"""What must stand in a text, for these patterns of Python-Markdown to find anything."""
_LINES = re.compile(r"(?:[A-Za-z{][^\n]*(?:\n|\Z))+\Z")
"""Lines of which each begins with a letter, or with what attributes stand in: a paragraph, whatever else is in them."""
_BLOCK_PROCESSORS = {"cg-lines", "empty", "indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist"}
_BLOCK_PROCESSORS |= {"quote", "reference", "paragraph", "table", "markdown_block"}
"""Those of Python-Markdown and of extensions that see nothing in such lines."""
_SIGN_OF = {name: sign for sign, names in _SIGNS.items() for name in names}


class Shortcuts(Extension):  # type: ignore[misc]
    """Puts blocks of HTML aside while Markdown is at work, and passes over texts without marks."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        """The blocks of the page that was read last."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Python-Markdown calls.
        """Register what works before, in and after Markdown's own steps."""
        if "fenced_code_block" in md.preprocessors:
            fences = md.preprocessors["fenced_code_block"]
            md.preprocessors.register(_LookForFences(md, fences), "fenced_code_block", 25)
        # Before all that looks for tags, after what puts ends of lines in order.
        md.preprocessors.register(_PutAside(md, self), "cg-put-aside", 25)
        md.postprocessors.register(_PutBack(md, self), "cg-put-back", 0)
        md.treeprocessors.register(_PassOver(md), "inline", 20)
        md.parser.blockprocessors.register(_Lines(md.parser), "cg-lines", 110)
        if type(md.parser.blockprocessors["hashheader"]) is HashHeaderProcessor:
            md.parser.blockprocessors.register(_Headings(md.parser), "hashheader", 70)

    def anchors(self) -> set[str]:
        """The ids in the blocks that were put aside."""
        return {anchor for block in self.blocks for anchor in _ANCHOR.findall(block)}


class _LookForFences(Preprocessor):  # type: ignore[misc]
    """Markdown's own reader of code between fences, but for texts without any: it looks at each letter twice."""

    def __init__(self, md: Markdown, fences: Preprocessor) -> None:
        super().__init__(md)
        self._fences = fences

    def run(self, lines: list[str]) -> list[str]:
        found: list[str] = self._fences.run(lines) if any(line[:3] in _FENCES for line in lines) else lines
        return found


class _PutAside(Preprocessor):  # type: ignore[misc]
    def __init__(self, md: Markdown, extension: Shortcuts) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, lines: list[str]) -> list[str]:
        self._extension.blocks = []
        return _CHUNK.sub(self._put, "\n".join(lines)).split("\n")

    def _put(self, chunk: re.Match[str]) -> str:
        """A mark in place of a block that Markdown would leave as it is."""
        text, tag = chunk[0], chunk[1]
        last = _LAST_TAG.search(text)
        whole = last and tag in _BLOCKS and last[1] in _BLOCKS and "markdown" not in text
        if not whole or len(re.findall(f"<{tag}[ >]", text)) != text.count(f"</{tag}>"):
            return text
        blocks = self._extension.blocks
        blocks.append(text)
        return f'<hr class="cg-block cg-block-{len(blocks) - 1}">'


_BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS)


class _PutBack(Postprocessor):  # type: ignore[misc]
    def __init__(self, md: Markdown, extension: Shortcuts) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, text: str) -> str:
        return _MARK.sub(lambda mark: self._extension.blocks[int(mark[1])], text)


class _Lines(BlockProcessor):  # type: ignore[misc]
    """What can only be a paragraph is one, without a dozen questions; not where an extension unknown to us may ask."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        return bool(_LINES.match(block)) and self._is_known

    def run(self, parent: Element, blocks: list[str]) -> None:
        self.parser.blockprocessors["paragraph"].run(parent, blocks)

    @functools.cached_property
    def _is_known(self) -> bool:
        return {known.name for known in self.parser.blockprocessors._priority} <= _BLOCK_PROCESSORS


class _Headings(HashHeaderProcessor):  # type: ignore[misc]
    def test(self, parent: Element, block: str) -> bool:
        return "#" in block and bool(super().test(parent, block))


class _PassOver(InlineProcessor):  # type: ignore[misc]
    """Markdown's own reader of what stands in a line, but for texts in which there is nothing to find."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._patterns: list[tuple[Any, str]] = []
        """In their order, each with its sign."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        patterns = self.md.inlinePatterns
        # Another extension may have a pattern of its own, which begins with who knows what: "" stands in any text.
        names = [known.name for known in patterns._priority] if len(patterns) else []
        self._patterns = [(patterns[name], _SIGN_OF.get(name, "")) for name in names]
        found: Element = super().run(tree, ancestors)
        return found

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """As Markdown's own does it, but for patterns whose sign is not there."""
        text, start = data, 0
        if isinstance(data, AtomicString):
            return text
        while patternIndex < len(self._patterns):
            pattern, sign = self._patterns[patternIndex]
            matched = False
            if sign in text:
                applied: tuple[str, bool, int] = self._InlineProcessor__applyPattern(pattern, text, patternIndex, start)
                text, matched, start = applied
            if not matched:
                patternIndex += 1  # noqa: N806
                start = 0
        return text
