"""Rules about pages of Markdown that an editor writes: links, HTML, markers and front matter, by the places of each."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from generator import links
from generator.guesses import did_you_mean
from generator.model.site import Site, TextPage
from generator.problems import Problem
from generator.prose.forbidden import PAGE_KINDS, ProseError, check_host, check_label
from generator.prose.nodes import MARKER
from generator.register import markers
from generator.register.entries import list_pages
from generator.rules.documents import Documents
from generator.rules.markup import (
    ATTRIBUTES,
    FRONT,
    HINT,
    TAGS,
    judge_html,
    list_labels,
    list_targets,
    problem_at,
    put_problem,
    read_target,
)

CODE = re.compile(r"^(```|~~~).*?^\1[^\n]*$|(?<!`)(`+)(?!`).*?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)((?:\s+[^<>]*)?)/?>")
_ATTRIBUTE = re.compile(r"([^\s=\"'<>/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_LINK = re.compile(r"\]\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+[\"'][^\n]*?[\"'])?\s*\)")
_DEFINED = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s*<?(\S+?)>?(?:\s|$)", re.MULTILINE)
_COMMENT = re.compile(r"<!--[ \t]*([a-z]+)\b([^\n]*?)-->")
_ADDRESSED = ("href", "src")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_WEB = re.compile(r"https://|mailto:", re.IGNORECASE)


def front_matter_closed(documents: Documents) -> Iterator[Problem]:
    """PAG005: the front matter of a page ends with a line `---`."""
    for page in documents.site.pages:
        if page.text.startswith("---\n") and not FRONT.match(page.text):
            hint = "write a line `---` behind the last of its lines"
            yield problem_at(page, 0, "PAG005", "front matter without an end", hint)


def html_of_pages(documents: Documents) -> Iterator[Problem]:
    """TXT001: a page holds HTML that says what words are, and none that fetches, runs or asks."""
    for page in documents.site.pages:
        yield from list(_html_as_written(page)) or judge_html(page)


def _html_as_written(page: TextPage) -> Iterator[Problem]:
    for match in _TAG.finditer(_plain(page.text)):
        if match[2].lower() not in TAGS:
            if not match[1]:
                yield problem_at(page, match.start(), "TXT001", f"HTML <{match[2]}> in a page", HINT)
            continue
        for name in _ATTRIBUTE.finditer(match[3]):
            if name[1].lower() not in ATTRIBUTES:
                hint = f"leave it out; allowed are {', '.join(sorted(ATTRIBUTES))}"
                message = f"attribute {name[1]!r} of <{match[2]}> in a page"
                yield problem_at(page, match.start(3) + name.start(), "TXT001", message, hint)


def links_of_pages(documents: Documents) -> Iterator[Problem]:
    """TXT002, PAG004: a link in a page leads to a page or file that there is, to https, or writes a mail.

    A picture lies beside the pages: from elsewhere, it would tell another host of each reader.
    """
    known = {entry.path for entry in list_pages(documents.site)}
    # What a guide lacks, or one that is broken, has been told there.
    planned = documents.site.vocabulary.methods.values()
    known |= {links.worksheet(key) for term in planned if not term.planned for key in term.strategies}
    for page in documents.site.pages:
        text = _plain(page.text)
        places = [(match.start(1), match[1]) for pattern in (_LINK, _DEFINED) for match in pattern.finditer(text)]
        for tag in _TAG.finditer(text):
            for one in _ATTRIBUTE.finditer(tag[3]):
                if one[1].lower() == "href":
                    places.append((tag.start(3) + one.start(), one[2] or one[3] or one[4] or ""))
        read = list_targets(page)
        pictures = {target for name, target in read if name == "src"}
        for start, typed in places:
            target = read_target(typed)
            if told := _judge(documents.site, page, target, known, is_picture=target in pictures):
                yield problem_at(page, start, *told)
        if next(_html_as_written(page), None):
            continue
        # However else an address was written, a browser has it now.
        rest = dict.fromkeys(read).keys() - {(name, read_target(typed)) for _, typed in places for name in _ADDRESSED}
        for name, target in sorted(rest):
            if told := _judge(documents.site, page, target, known, is_picture=name == "src"):
                yield put_problem(page, target, *told)
        for target, label in list_labels(page):
            try:
                check_label(label, target)
            except ProseError as error:
                yield put_problem(page, error.found, error.code, error.message, error.hint)


def _judge(
    site: Site, page: TextPage, target: str, known: set[str], *, is_picture: bool = False
) -> tuple[str, str, str] | None:
    """Code, message and hint for a link that is wrong."""
    scheme = _SCHEME.match(target)
    if is_picture and (scheme or target.startswith(("//", "\\"))):
        return "TXT002", f"picture from {target!r}", "put the file below content/, and write its path"
    if _WEB.match(target):
        try:
            check_host(target)
        except ProseError as error:
            return error.code, error.message, error.hint
        return None
    if scheme and scheme[1] in PAGE_KINDS:
        path = _find(site, scheme[1], target.partition(":")[2])
        hint = f"write {links.relative(path, page.path)!r}" if path in known else "write the path of its .md file"
        return "TXT002", f"link by id {target!r}, which pages of Markdown do not know", hint
    if scheme or target.startswith(("//", "\\", "/\\")):
        return "TXT002", f"link to {target!r}", "link to https://..., mailto:... or the path of a .md file"
    path = target.partition("#")[0].partition("?")[0]
    if not path.endswith(".md"):
        return None  # A place within the page, or a file that others make.
    found = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
    if found in known:
        return None
    return "PAG004", f"link to {path!r}, which is no page", did_you_mean(found, known)


def _find(site: Site, kind: str, name: str) -> str:
    """The page that an id means; "" if there is none."""
    try:
        return links.identified(kind, name, site.vocabulary.strategies())
    except KeyError:
        return ""


def markers_alone(documents: Documents) -> Iterator[Problem]:
    """PAG001: a comment that is meant as a marker is written as one, and stands on a line of its own."""
    known = markers.known(documents.site)
    for page in documents.site.pages:
        text = _plain(page.text)
        right = {match.start() + match[0].index("<") for match in MARKER.finditer(text)}
        for match in _COMMENT.finditer(text):
            name = re.sub(r"\s*:\s*", ": ", f"{match[1]}{match[2].rstrip()}")
            if name in known and match.start() not in right:
                hint = f"write <!-- {name} -->, on a line of its own"
                yield problem_at(page, match.start(), "PAG001", f"marker {match[0]!r} that is read as a comment", hint)


def _plain(text: str) -> str:
    """A page with blanks in the place of front matter and code, so that all else stays where it is."""

    def blank(match: re.Match[str]) -> str:
        return re.sub(r"[^\n]", " ", match[0])

    return CODE.sub(blank, FRONT.sub(blank, text, count=1))
