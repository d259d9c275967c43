from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser

import markdown
import pytest

from generator.publishing.shortcuts import Shortcuts

EXTENSIONS = ("attr_list", "md_in_html", "tables", "toc")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


class Elements(HTMLParser):
    """What a browser makes of HTML, whatever blanks, quotes and orders of attributes it is written with."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag; `hidden="hidden"` says the same as `hidden`."""
        self.found.append((tag, {name: "" if value in (None, name) else value for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Note the end of an element."""
        self.found.append((tag, "end"))

    def handle_data(self, data: str) -> None:
        """Note a text, together with the one before where nothing parts them."""
        if words := " ".join(data.split()):
            if self.found and isinstance(self.found[-1], str):
                words = f"{self.found.pop()} {words}"
            self.found.append(words)


def convert(text: str, *more: Shortcuts) -> str:
    reader = markdown.Markdown(extensions=[*EXTENSIONS, *more], extension_configs={"toc": {"permalink": True}})
    converted: str = reader.convert(text)
    return converted


def elements(html: str) -> list[object]:
    parser = Elements()
    parser.feed(html)
    parser.close()
    return parser.found


@pytest.mark.parametrize("text", ["```\n<b>\n```", "A\n\n~~~~ x\n*B*\n~~~~\n\nC", " ```\nA\n```", "A ``` B", "```"])
def test_code_between_fences_stays_code(text: str) -> None:
    plain = markdown.markdown(text, extensions=["fenced_code"])
    assert markdown.markdown(text, extensions=["fenced_code", Shortcuts()]) == plain


@pytest.mark.parametrize(
    "text",
    [
        "A\nB\n{: .c }",
        "A\n===\n\nB\n---\n\nC\n-",
        "A | B\n- | -\nc | d",
        "A\n# B\nC",
        "A\n> B",
        "A\n    B",
        "-   A\n-   B\n\n    C\n    D\n\nE",
        "A\n***\nB",
        "[a]: b.md\nC\n\n[a]",
        "\\# A\n\n## B # c ##\n\nA # b",
    ],
)
def test_lines_are_what_they_are_to_markdown(text: str) -> None:
    assert convert(text, Shortcuts()) == convert(text)


def test_an_extension_that_reads_lines_is_asked() -> None:
    text = "A\n:   B"
    plain = markdown.markdown(text, extensions=["def_list"])
    assert "<dd>" in plain
    assert markdown.markdown(text, extensions=["def_list", Shortcuts()]) == plain


def test_pages_have_the_same_elements(small_pages: Mapping[str, str]) -> None:
    """But for the finder: Markdown takes its element for part of a line, and leaves a `</p>` that ends nothing."""
    texts = {path: FRONT_MATTER.sub("", text) for path, text in small_pages.items() if path.endswith(".md")}
    assert len(texts) > 100
    unlike = [path for path, text in texts.items() if elements(convert(text)) != elements(convert(text, Shortcuts()))]
    assert [path for path in unlike if "<career-finder" not in texts[path]] == []


@pytest.mark.parametrize(
    "text",
    [
        "A *b* `c` [d](e.md) <i>f</i> &amp; \\* g  \nh",
        "<div>\n\n*a*\n\n</div>",
        '<div markdown="1">\n\n*a*\n\n<p>*b*</p>\n\n</div>',
        "<p>a</p> b\n\nc",
        "<span>a</span>\nb",
        "<div><div>\n</div>\n\na",
        "    <div>\n    </div>",
        "-   a\n\n    <div>b</div>",
        "<p>a</p>\n<p>b</p>",
        "<table>\n<tr><td>a</td></tr>\n</table>\n{: .b }",
        "a ~~b~~ \"c\" -- 'd' (c) http://example.org a_b_c 3 * 4",
    ],
)
def test_texts_have_the_same_elements(text: str) -> None:
    assert elements(convert(text)) == elements(convert(text, Shortcuts()))


def test_places_in_blocks_are_known() -> None:
    shortcuts = Shortcuts()
    convert('<div id="one">\n<p class="a" id="two">b</p>\n</div>\n\n*c*', shortcuts)
    assert shortcuts.anchors() == {"one", "two"}
    convert("*c*", shortcuts)
    assert shortcuts.anchors() == set()


def test_another_pattern_is_looked_for() -> None:
    """Whoever adds an extension has it read texts without any of Markdown's own marks."""

    class Smile(markdown.inlinepatterns.InlineProcessor):  # type: ignore[misc]
        def handleMatch(self, match: re.Match[str], _data: str) -> tuple[str, int, int]:  # noqa: N802
            return "smile", match.start(), match.end()

    class Smiles(markdown.extensions.Extension):  # type: ignore[misc]
        def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
            md.inlinePatterns.register(Smile(":-\\)"), "smile", 70)

    reader = markdown.Markdown(extensions=[Smiles(), Shortcuts()])
    assert reader.convert("I :-)") == "<p>I smile</p>"
