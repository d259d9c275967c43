"""The small Markdown subset that text fields may hold: parsed once, checked, and written out again by us.

Nothing an editor types is passed through. CommonMark is parsed with markdown-it-py into the nodes of nodes.py; every
other construct is a `ProseError`. What reaches a page is written from these nodes with every special character
escaped, so two Markdown parsers can never disagree about what a text means.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from generator.prose.forbidden import (
    PAGE_KINDS,
    ProseError,
    check_label,
    check_leftover,
    check_plain,
    check_target,
    find_typed,
)
from generator.prose.nodes import MARKER, Block, Bullets, Embed, Inline, Link, Paragraph, Span, Text

if TYPE_CHECKING:
    from markdown_it.token import Token


# A text without any of these characters is plain paragraphs; most texts are, and need no parser.
_MARKUP = re.compile(r"[*_`<>\[\]{}\\&#~|!=+]|^[ \t]*[-:]|^[ \t]*\d+[.)]|^(?: {4}|\t)|://|--", re.MULTILINE)
_LINK = re.compile(
    rf"\[([^\[\]\n]+)\]\(((?:{'|'.join(PAGE_KINDS)}):[a-z0-9][a-z0-9/-]*|https://[a-z0-9.-]+(?:/[A-Za-z0-9./_-]*)?)\)"
)
"""A link with nothing in its address that a parser would change; its groups are label and target."""
_ENTRY = re.compile(r"- (?:\*\*(\w[^\n]*?\w|\w)\*\*(?=[ \n]|\Z))?([^\n]*)")
"""A line of a list: what is in bold type at its beginning, and the rest."""
_BREAK = re.compile(r"  \n")
_INNER_ASTERISK = re.compile(r"(?<=\w)\*(?=\w)")
_SUBSET = "allowed are *emphasis*, **strong emphasis**, lists and links"

_parser = MarkdownIt("commonmark", {"html": True})
# The scheme of a link is judged here, with an error, where markdown-it would silently print the link as text.
_parser.validateLink = lambda url: bool(url) or True  # type: ignore[method-assign]


def parse(text: str) -> tuple[Block, ...]:
    """Parse `text` into blocks, or raise `ProseError` at the first thing outside the subset."""
    # Splitting by a pattern with one group gives text, marker, text, marker, ... text.
    parts = MARKER.split(text) if "<!--" in text else [text]
    blocks: list[Block] = []
    for index, part in enumerate(parts):
        blocks += [Embed(part)] if index % 2 else _parse_text(part)
    if not blocks and text.strip():  # Such as the address of a link that nothing refers to.
        raise ProseError("TXT004", "a text of which nothing would be shown", "write it in other words", text.strip())
    return tuple(blocks)


# A text is written to several files, which are made one after the other.
@functools.lru_cache(maxsize=1 << 13)
def _parse_text(text: str) -> tuple[Block, ...]:
    check_plain(text)
    if not _MARKUP.search(text):
        return tuple(Paragraph((Text(" ".join(part.split())),)) for part in re.split(r"\n\s*\n", text) if part.strip())
    if (found := _parse_links(text) or _parse_list(text)) is not None:
        return found
    # An asterisk between letters is part of a name: two mentions of O*NET must not set in italics what lies between.
    try:
        return _blocks(iter(_parser.parse(_INNER_ASTERISK.sub(r"\\*", text))), None)
    except ProseError as error:
        error.found = find_typed(error.found, text)
        raise


def _parse_links(text: str) -> tuple[Block, ...] | None:
    """The paragraphs of a text whose only markup are plain links, of which nobody can think differently; else None."""
    rest = _LINK.sub("x", text)
    if rest == text or _MARKUP.search(rest) or _BREAK.search(rest):
        return None
    blocks = []
    for part in re.split(r"\n\s*\n", text):
        children: list[Inline] = []
        # Splitting by a pattern with two groups gives text, label, target, text, label, target, ... text.
        pieces = _LINK.split(" ".join(part.split()))
        for at in range(0, len(pieces), 3):
            if pieces[at]:
                children.append(Text(pieces[at]))
            if at + 2 < len(pieces):
                label, target = pieces[at + 1 : at + 3]
                if _MARKUP.search(label) or label != label.strip():
                    return None
                check_target(target)
                check_label(label, target)
                children.append(Link(target, (Text(label),)))
        if children:
            blocks.append(Paragraph(tuple(children)))
    return tuple(blocks)


def _parse_list(text: str) -> tuple[Block, ...] | None:
    """Paragraphs and one list, each entry a line, perhaps with bold type at its beginning, as of a day; else None."""
    blocks: list[Block] = []
    entries: list[tuple[Block, ...]] = []
    for part in re.split(r"\n{2,}", text.strip("\n")):
        lines = part.split("\n")
        if not all(line.startswith("- ") for line in lines):
            if entries or not part.strip() or _MARKUP.search(part) or _BREAK.search(part):
                return None
            blocks.append(Paragraph((Text(" ".join(part.split())),)))
            continue
        for line in lines:
            bold, rest = ((found := _ENTRY.fullmatch(line)) and found.groups(default="")) or ("", "")
            typed = bold + rest
            is_plain = typed and typed == " ".join(typed.split()) and not _MARKUP.search(f"{bold}\n{rest}")
            if not is_plain or (rest and bool(bold) != rest.startswith(" ")):
                return None
            texts: tuple[Inline, ...] = (Text(rest),) if rest else ()
            strong: tuple[Inline, ...] = (Span("strong", (Text(bold),)),) if bold else ()
            entries.append((Paragraph((*strong, *texts)),))
    return (*blocks, Bullets(ordered=False, items=tuple(entries))) if entries else None


def parse_inline(text: str) -> tuple[Inline, ...]:
    """Parse `text` that must be one paragraph without lists, or raise `ProseError`."""
    blocks = parse(text)
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return blocks[0].children
    raise ProseError("TXT004", "more than one paragraph, or a list", "write one paragraph here")


def _blocks(tokens: Iterable[Token], until: str | None) -> tuple[Block, ...]:
    tokens = iter(tokens)
    found: list[Block] = []
    for token in tokens:
        if token.type == until:
            break
        if token.type == "paragraph_open":
            inline = next(tokens)
            next(tokens)
            found.append(Paragraph(_inlines(iter(inline.children or ()), None, inline.content)))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            if token.attrs.get("start", 1) != 1:
                start = str(token.attrs["start"])
                raise ProseError("TXT004", f"a list that begins with {start}", "begin with 1, or reword", start)
            items = []
            close = token.type.replace("open", "close")
            for item in tokens:
                if item.type == close:
                    break
                items.append(_blocks(tokens, "list_item_close"))
                if not items[-1]:
                    raise ProseError("TXT004", "an empty list entry", "leave out the line, or write something", "")
            found.append(Bullets(token.type.startswith("ordered"), tuple(items)))
        else:
            raise _outside(token)
    return tuple(found)


def _inlines(tokens: Iterable[Token], until: str | None, typed: str, depth: int = 0) -> tuple[Inline, ...]:
    """What stands before `until`, of a paragraph as it was `typed`."""
    tokens = iter(tokens)
    found: list[Inline] = []
    for token in tokens:
        if token.type == until:
            break
        if token.type in ("text", "text_special"):
            check_plain(token.content)
            check_leftover(token.content, typed)
            if token.content:
                found.append(Text(token.content))
        elif token.type == "softbreak":
            found.append(Text(" "))
        elif token.type in ("em_open", "strong_open"):
            kind = token.type.removesuffix("_open")
            hint = "put one pair of * or ** around each part, with a space between"
            if depth > 1:
                raise ProseError("TXT004", "emphasis within or next to emphasis", hint, token.markup)
            span = Span(kind, _inlines(tokens, f"{kind}_close", typed, depth + 1))
            # Python-Markdown pairs stars in another way than CommonMark as soon as runs of them meet.
            if (found and isinstance(found[-1], Span)) or (_emphasised(span.children) and not _is_both(span)):
                raise ProseError("TXT004", "emphasis within or next to emphasis", hint, token.markup)
            found.append(span)
        elif token.type == "link_open":
            target = str(token.attrs.get("href", ""))
            check_target(target)
            if "title" in token.attrs:
                raise ProseError("TXT004", "a link with a title", "leave out the quoted text after the address", target)
            children = _inlines(tokens, "link_close", typed, depth)
            if not children:
                raise ProseError("TXT004", "a link without text", "write [text](address)", target)
            check_label("".join(child.text for child in children if isinstance(child, Text)), target)
            found.append(Link(target, children))
        else:
            raise _outside(token)
    return tuple(found)


def _emphasised(nodes: Iterable[Inline]) -> bool:
    return any(isinstance(node, Span) or (isinstance(node, Link) and _emphasised(node.children)) for node in nodes)


def _is_both(span: Span) -> bool:
    """Whether `span` is ***strong and emphasised*** as a whole."""
    return len(span.children) == 1 and isinstance(span.children[0], Span) and not _emphasised(span.children[0].children)


def _outside(token: Token) -> ProseError:
    if token.type.startswith("html"):
        return ProseError(
            "TXT001", f"raw HTML {token.content.strip()!r}", "write plain text; " + _SUBSET, token.content.strip()
        )
    names = {
        "image": "an image", "code_inline": "code", "code_block": "an indented block", "fence": "code",
        "heading_open": "a heading", "blockquote_open": "a quotation", "hr": "a rule",
        "hardbreak": "a forced line break",
    }  # fmt: skip
    message = f"{names.get(token.type, token.type)} is not allowed in a text field"
    hint = f"leave out the {token.markup} at its beginning; {_SUBSET}" if token.type == "heading_open" else _SUBSET
    return ProseError("TXT004", message, hint, token.markup or token.content.strip())
