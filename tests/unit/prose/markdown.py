"""Markdown as the published site reads it, and what of it reaches a reader."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import markdown
import yaml

from generator.prose.nodes import Block, Bullets, Embed, Inline, Text
from tests.conftest import PROJECT

_SETTINGS = yaml.safe_load((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"))


class Reader(HTMLParser):
    """The text of a page, its elements as (tag, attributes), and what its links lead to."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.elements.append(("!--", {"data": data}))

    @property
    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}

    @property
    def attributes(self) -> set[tuple[str, str]]:
        return {(tag, name) for tag, attributes in self.elements for name in attributes}

    @property
    def targets(self) -> list[str | None]:
        return [attributes["href"] for _, attributes in self.elements if "href" in attributes]


def publish(text: str) -> Reader:
    """What MkDocs makes of a Markdown file, front matter left out."""
    names = [next(iter(entry)) if isinstance(entry, dict) else entry for entry in _SETTINGS["markdown_extensions"]]
    return Reader(markdown.markdown(re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL), extensions=names))


def plain(nodes: tuple[Block | Inline, ...]) -> str:
    """The characters that a reader is to see, white space left out."""
    text = ""
    for node in nodes:
        if isinstance(node, Text):
            text += node.text
        elif isinstance(node, Bullets):
            text += "".join(plain(item) for item in node.items)
        elif not isinstance(node, Embed):
            text += plain(node.children)
    return "".join(text.split())
