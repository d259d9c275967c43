"""Prose nodes and plain texts to Markdown and HTML, every special character escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator

from generator.prose.nodes import Block, Bullets, Embed, Inline, Link, Paragraph, Span, Text
from generator.prose.parsing import parse, parse_inline

Resolve = Callable[[str], str]
"""Turns a link's target into an address as seen from the page at hand."""

# Characters that mean something inside a line to Python-Markdown or one of its extensions.
# Signs of a number at the end of a line close a heading and are lost.
_INLINE = re.compile(r"[\\`*_\[\]{}|~^=]|#(?=#*\Z)")
# What means something only where a line begins: headings, lists, definitions, admonitions, rules, footnotes.
_START = re.compile(r"(?P<sign>[#+:!?-])|(?P<number>\d+)(?P<dot>[.)])")


def escape_line(text: str) -> str:
    """`text` as literal Markdown inside a line."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # A lone `=` or `~` is harmless and common; two in a row are marks, as is `{` anywhere.
    return _INLINE.sub(
        lambda match: f"&#{ord(match.group())};" if match.group() in "|~^={}#" else "\\" + match.group(), text
    )


def escape_start(line: str) -> str:
    """A Markdown line that cannot be taken for the start of another block."""
    match = _START.match(line)
    if not match:
        return line
    if match["sign"]:
        return f"&#{ord(match['sign'])};{line[1:]}"
    return f"{match['number']}&#{ord(match['dot'])};{line[match.end() :]}"


def write_line(nodes: Iterable[Inline], resolve: Resolve) -> str:
    """One line of Markdown; not yet safe at the start of a line."""
    parts = []
    for node in nodes:
        if isinstance(node, Text):
            parts.append(escape_line(node.text))
        elif isinstance(node, Span):
            mark = "**" if node.kind == "strong" else "*"
            inner = write_line(node.children, resolve).strip()
            parts.append(f"{mark}{inner}{mark}" if inner else " ")
        else:
            if parts and parts[-1].endswith("!"):  # Right before a link it would make an image.
                parts[-1] = parts[-1][:-1] + "&#33;"
            # Angle brackets keep brackets and spaces of the address apart from Markdown's own.
            parts.append(f"[{write_line(node.children, resolve)}](<{_escape_target(resolve(node.target))}>)")
    return "".join(parts)


def write_paragraph(nodes: Iterable[Inline], resolve: Resolve) -> str:
    """One paragraph of Markdown."""
    return escape_start(write_line(nodes, resolve).strip())


def write_blocks(blocks: Iterable[Block], resolve: Resolve, indent: str = "") -> str:
    """Blocks of Markdown with blank lines between them; a marker is written out as it was."""
    parts: list[str] = []
    before: Block | None = None
    for block in blocks:
        if isinstance(block, Bullets) and isinstance(before, Bullets):
            parts.append(f"{indent}<!-- -->")  # Else Python-Markdown takes two lists for one.
        before = block
        if isinstance(block, Paragraph):
            parts.append(indent + write_paragraph(block.children, resolve))
        elif isinstance(block, Embed):
            parts.append(f"<!-- {block.marker} -->")
        else:
            sign = "1.  " if block.ordered else "-   "
            items = [write_blocks(item, resolve, indent + "    ") for item in block.items]
            # An entry that ends with a paragraph of its own, or a list, would take the next one in.
            between = "\n\n" if any(len(item) > 1 for item in block.items) else "\n"
            parts.append(between.join(indent + sign + item[len(indent) + 4 :] for item in items))
    return "\n\n".join(parts)


def write_text(nodes: Iterable[Inline]) -> str:
    """The words of inline nodes without markup."""
    return "".join(node.text if isinstance(node, Text) else write_text(node.children) for node in nodes)


def write_plain(sentence: str) -> str:
    """A sentence as it stands in a profile or guide, without its markup."""
    return write_text(parse_inline(sentence))


def write_plain_blocks(prose: str) -> list[str]:
    """The paragraphs and list entries of prose, each without its markup."""
    return [write_text(paragraph.children) for paragraph in _paragraphs(parse(prose))]


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Bullets):
            for item in block.items:
                yield from _paragraphs(item)


def write_html(nodes: Iterable[Inline], resolve: Resolve) -> str:
    """Inline nodes as HTML."""
    parts = []
    for node in nodes:
        if isinstance(node, Text):
            parts.append(html.escape(node.text))
        elif isinstance(node, Span):
            parts.append(f"<{node.kind}>{write_html(node.children, resolve)}</{node.kind}>")
        elif isinstance(node, Link):
            parts.append(f'<a href="{html.escape(resolve(node.target))}">{write_html(node.children, resolve)}</a>')
    return "".join(parts)


def _escape_target(target: str) -> str:
    return target.replace("&", "&amp;").replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
