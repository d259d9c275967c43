"""Rules about what becomes of a page of Markdown: its HTML as a browser gets it, and its front matter.

`rules/pages.py` judges what an editor wrote, at its place. Markdown has more ways to write HTML than a pattern knows,
so that the HTML itself is judged, too, by a grammar so strict that no browser reads it otherwise.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Iterator

from generator.guesses import did_you_mean
from generator.model.site import TextPage
from generator.problems import Problem
from generator.rules.documents import Documents
from generator.sources import nodes
from generator.sources.files import Source

EXTENSIONS = ("fenced_code", "attr_list", "md_in_html", "tables", "toc")
"""Those of Python-Markdown with which pages are read: MkDocs' own, and those of mkdocs.yml."""
FRONT = re.compile(r"\A---\n(?:.*?\n)??---[ \t]*(?:\n|\Z)", re.DOTALL)
_WORD = re.compile(r"\w+")
TAGS = frozenset(
    _WORD.findall(
        "a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 "
        "h4 h5 hr i ins kbd li mark ol p pre q s section small span strong sub summary sup table tbody td tfoot th "
        "thead time tr ul var wbr"
    )
)
"""What HTML a page may hold: words and their order, nothing that fetches, runs or asks."""
ATTRIBUTES = frozenset(
    _WORD.findall("class colspan datetime dir headers href id lang markdown open rowspan scope start title")
)
_MADE = frozenset(("h1", "h6", "img"))
"""What Markdown makes besides."""
_OF_PICTURES = frozenset(("alt", "class", "height", "id", "src", "title", "width"))
_WITHOUT_END = frozenset(("br", "col", "hr", "img", "wbr"))
_PIECE = re.compile(
    r"<!--(?!-?>)(?:(?!--!?>|<!--).)*-->"
    r"|<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)"
    r"(?P<attributes>(?:\s+[a-zA-Z][a-zA-Z-]*(?:=\"[^\"<>]*\"|='[^'<>]*'|=[^\s\"'<>=`]+)?)*)\s*/?>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"\s+([a-zA-Z-]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|(\S+)))?")
_LABELLED = re.compile(r"<a\b[^<>]*?\shref=\"([^\"<>]*)\"[^<>]*>([^<]*)</a>")
_ALIGNED = re.compile(r"text-align: (?:left|center|right);")
_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9_-]*(?: [a-zA-Z][a-zA-Z0-9_-]*)*\Z")
_LEFT_OVER = re.compile(r"[\x02\x03]")
"""Around the name of a piece that Python-Markdown has put by: where it cut one of the two off, the piece is lost."""
_SPACED = re.compile(r"[\x00-\x20]")
_OTHER_FRONT = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
_MOST = 4_000_000
"""Letters that Python-Markdown may look at again: a second's work."""
_MOST_OF_TAGS = 40_000_000
"""The same of tags, which it is quicker to look for."""
_KEYS = ("title", "description", "hide", "search", "status")
"""What a page may say of itself; the theme prints some of it as it is, and does more by other keys."""
HINT = "write Markdown; of HTML there may be what says what words are, such as <abbr> or <details>"


def judge_html(page: TextPage) -> Iterator[Problem]:
    """TXT001: the HTML of a page holds words, however it was written, and each element has its end."""
    if is_slow(page.text):
        told = "more signs of links, code and tags, '[', '`' and '<', than can be read in good time"
        sign = next(sign for sign in "[`<" if sign in page.text)
        yield put_problem(page, sign, "TXT001", told, "take them out, or part the text")
    body = render(page.text)
    if _LEFT_OVER.search(body):
        told = "code or HTML that begins in the address of a link and ends elsewhere"
        yield put_problem(page, "](", "TXT001", told, "end one before the other begins")
    for told, found in _judge(body):
        yield put_problem(page, found, "TXT001", told, HINT)


def is_slow(text: str) -> bool:
    """Whether Python-Markdown takes too long: from each of some signs it goes on to the end of a paragraph, or all."""
    in_paragraphs = sum(len(one) * (one.count("[") + one.count("`")) for one in text.split("\n\n"))
    return "`" * 200 in text or in_paragraphs > _MOST or len(text) * text.count("<") > _MOST_OF_TAGS


def read_target(typed: str) -> str:
    """An address as a browser reads it."""
    return _SPACED.sub("", html.unescape(typed))


def list_targets(page: TextPage) -> list[tuple[str, str]]:
    """("href" or "src", address) of all links and pictures of a page, as a browser reads them."""
    return [
        (name, _SPACED.sub("", value))
        for piece in _PIECE.finditer(render(page.text))
        for name, value in _list_attributes(piece["attributes"] or "")
        if name in ("href", "src")
    ]


def list_labels(page: TextPage) -> list[tuple[str, str]]:
    """(address, text) of all links of a page whose text has no markup."""
    found = _LABELLED.finditer(render(page.text))
    return [(read_target(link[1]), html.unescape(link[2])) for link in found]


@functools.lru_cache(maxsize=256)
def render(text: str) -> str:
    """A page's HTML, without what the generator and the theme add."""
    import markdown  # Only here: whatever reads no page does not need it.

    if is_slow(text):
        return ""

    body = FRONT.sub("", text, count=1)
    return markdown.markdown(body, extensions=list(EXTENSIONS)) if body.strip() else ""


def _judge(text: str) -> Iterator[tuple[str, str]]:
    """What is wrong with HTML, and the piece by which its place may be found."""
    at, around = 0, list[str]()
    while (at := text.find("<", at)) >= 0:
        piece = _PIECE.match(text, at)
        if piece is None:
            shown = text[at : at + 40].partition("\n")[0]
            yield f"HTML that browsers may read in several ways: {shown!r}", text[at : at + 8]
            return
        at = piece.end()
        if not (tag := (piece["tag"] or "").lower()):
            continue
        if tag not in TAGS | _MADE:
            yield f"HTML <{piece['end']}{tag}> in a page", f"<{piece['end']}{tag}"
            return
        for name, value in _list_attributes(piece["attributes"]):
            if not _is_allowed(tag, name, value):
                yield f"attribute {name!r} of <{tag}> in a page", name
        if piece["end"]:
            if not around or around.pop() != tag:
                yield f"HTML </{tag}> where no <{tag}> can end", f"</{tag}"
                return
        elif tag not in _WITHOUT_END:
            around.append(tag)
    if around:
        yield f"HTML <{around[-1]}> without its end", f"<{around[-1]}"


def _list_attributes(text: str) -> list[tuple[str, str]]:
    return [
        (match[1].lower(), html.unescape(match[2] or match[3] or match[4] or "")) for match in _ATTRIBUTE.finditer(text)
    ]


def _is_allowed(tag: str, name: str, value: str) -> bool:
    if name == "style":  # Of tables.
        return bool(_ALIGNED.fullmatch(value)) and tag in ("td", "th")
    if name in ("id", "class"):
        return bool(_NAME.match(value))
    return name in (_OF_PICTURES if tag == "img" else ATTRIBUTES)


def front_matter_plain(documents: Documents) -> Iterator[Problem]:
    """FLD001, PAG005, TXT001: a page says of itself what it may, as words without markup."""
    for page in documents.site.pages:
        first = page.text.partition("\n")[0]
        if first != "---" and (_OTHER_FRONT.match(first) or re.match(r"---[ \t]+\Z", first)):
            hint = "put such lines between two lines `---`; a text does not begin with a word and a colon"
            yield put_problem(page, first, "PAG005", f"{first[:40]!r} is read as front matter", hint)
        match = FRONT.match(page.text)
        if not match:
            continue
        source = Source(page.source, "\n" + match[0].removeprefix("---\n").rpartition("---")[0])
        node = nodes.compose(source)
        for key, (mark, value) in node.entries.items() if node else ():
            if key not in _KEYS:
                message = f"unknown field {key!r} in front matter"
                yield Problem(source.path, mark.line, mark.column, "FLD001", message, did_you_mean(key, _KEYS))
            elif isinstance(value, nodes.Scalar) and (sign := re.search(r"[<>\"]|&[#\w]+;", value.text)):
                hint = "the theme prints it as it is: write it in words, with “ and ” for quotation marks"
                message = f"{sign[0]!r} in {key!r} of the front matter"
                yield Problem(source.path, value.mark.line, value.mark.column, "TXT001", message, hint)


def put_problem(page: TextPage, found: str, code: str, message: str, hint: str) -> Problem:
    """A problem where `found` stands in a page for the first time, behind its front matter if it is there."""
    front = FRONT.match(page.text)
    body = front.end() if front and code != "PAG005" else 0
    start = page.text.lower().find(found.lower(), body)
    return problem_at(page, body if start < 0 else start, code, message, hint)


def problem_at(page: TextPage, start: int, code: str, message: str, hint: str) -> Problem:
    """A problem where a page has the letter `start`."""
    line = page.text.count("\n", 0, start) + 1
    return Problem(page.source, line, start - page.text.rfind("\n", 0, start), code, message, hint)
