"""What no text may hold, in the open or behind references: HTML, attribute lists, hidden characters, other links."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from generator.prose.characters import HIDDEN, list_alphabets


class ProseError(ValueError):
    """Text that no field may hold: its problem code, what is wrong, what would be right, and the piece found."""

    def __init__(self, code: str, message: str, hint: str, found: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.found = code, message, hint, found


PAGE_KINDS = ("occupation", "method", "strategy", "field", "quiz", "page")
PAGE_ID = re.compile(rf"(?:{'|'.join(PAGE_KINDS)}):[a-z0-9][a-z0-9/-]*\Z")
HTTPS = re.compile(r"https://[^\s<>\"'\\{}|^`]+\Z")
EMAIL = r"[^\s<>\"?&@:/]+@[^\s<>\"?&@:/]+"
"""An e-mail address, without what begins or ends one in a link."""
MAILTO = re.compile(r"mailto:[^\s<>\"'\\{}|^`:/@]+@[^\s<>\"'\\{}|^`:/@]+\Z")
_HOST = re.compile(r"https://([^/?#]*)", re.IGNORECASE)
_NO_HOST = re.compile(r"\[.*|(?:.*\.)?localhost\.?|[^.]*\.?|(?:.*\.)?(?:\d+|0x[\da-f]*)\.?", re.IGNORECASE)
"""Of one machine, or a number, as browsers read one in the end of a host."""
_SHOWN_HOST = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:/\S*)?", re.IGNORECASE)
TAG = re.compile(r"<[a-zA-Z/!?][^>]*>?")
ATTRIBUTES = re.compile(r"\{\s*[:#.][^{}]*\}?|\{[^{}=\n]*=[^{}\n]*\}")


_DEPTH = 4
"""How often references are resolved that stand for signs of references."""
_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
"""As `html.unescape` finds them."""
MARKUP = re.compile(
    r"^#{1,6}\s.*|^\[[^\[\]]+\]:|!?\[[^\[\]]*\]\([^()]*\)?|\*\*|`[^`]+`|(?<![\w*])\*[^\s*][^*]*\*(?![\w*])|(?<!\w)__?[^\s_][^_]*__?(?!\w)"
)
"""A heading, the address of a link that stands elsewhere, a link, emphasis or code."""
_SIGN_OF_MARKUP = re.compile(r"[#\[*`_]")
"""What each of these has: tables have tens of thousands of names, and nearly all are without."""
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
HALF_LINK = re.compile(rf"\[[^\[\]]*\]\s*\((?:https?:|mailto:|(?:{'|'.join(PAGE_KINDS)}):)[^\s()]*\)?|\]\(")
"""What is meant as a link, but has a blank within or no end."""


def decode(text: str) -> str:
    """`text` with character references resolved until none is left, as a chain of lenient readers would."""
    for _ in range(_DEPTH):
        decoded = html.unescape(text)
        if decoded == text:
            break
        text = decoded
    return text


def check_plain(text: str) -> None:
    """Raise `ProseError` if `text` holds raw HTML or an attribute list, in the open or behind character references."""
    if "<" not in text and "&" not in text and "{" not in text:
        return
    for form in (text, decode(text)):
        if tag := TAG.search(form):
            message, hint = f"raw HTML {tag.group()!r}", "leave out what stands between < and >"
            raise ProseError("TXT001", message, hint, find_typed(tag.group(), text))
        if braces := ATTRIBUTES.search(form):
            message, hint = f"attribute list {braces.group()!r}", "leave out the braces and what they hold"
            raise ProseError("TXT003", message, hint, find_typed(braces.group(), text))
        if hidden := HIDDEN.search(form):
            message, hint = f"hidden character U+{ord(hidden.group()):04X}", "leave it out"
            raise ProseError("SRC005", message, hint, find_typed(hidden.group(), text))


def check_line(text: str) -> None:
    """Raise `ProseError` if `text`, of which no markup is read, holds any: its signs would be shown."""
    check_plain(text)
    if _SIGN_OF_MARKUP.search(text) and (found := MARKUP.search(text)):
        hint = "no markup is read here: write the words alone"
        raise ProseError("TXT004", f"{found[0]!r} in a plain text", hint, found[0])


def check_leftover(text: str, typed: str) -> None:
    """Raise `ProseError` if `text`, in which all markup has been found, still holds signs of some.

    Those before which a backslash was `typed` are meant to be shown.
    """
    bare = _ESCAPED.sub("", typed)
    if (found := HALF_LINK.search(text)) and found[0] in bare:
        message = f"a link that is none: {found[0]!r}"
        raise ProseError("TXT004", message, "write [text](address), without a blank between", found[0])
    if "**" in text and "**" in bare:
        raise ProseError(
            "TXT004", "** without its other half", "put ** before and behind the words, without a blank", "**"
        )


def find_typed(found: str, text: str) -> str:
    """The piece of `text` that reads as `found` once its character references are resolved; "" if there is none."""
    if found in text:
        return found
    # Each letter that is read, with the letters that were typed for it: in one go, however long the text is.
    read, starts, ends = text, list(range(len(text))), list(range(1, len(text) + 1))
    for _ in range(_DEPTH):
        pieces: list[str] = []
        places: tuple[list[int], list[int]] = [], []
        last = 0
        for match in _REFERENCE.finditer(read):
            begin, end = match.span()
            piece = html.unescape(match[0])
            pieces += read[last:begin], piece
            places[0].extend([*starts[last:begin], *[starts[begin]] * len(piece)])
            places[1].extend([*ends[last:begin], *[ends[end - 1]] * len(piece)])
            last = end
        read = "".join([*pieces, read[last:]])
        starts, ends = [*places[0], *starts[last:]], [*places[1], *ends[last:]]
        if (at := read.find(found)) >= 0:
            return text[starts[at] : ends[at + len(found) - 1]]
    return ""


def check_label(label: str, target: str) -> None:
    """Raise `ProseError` if the text of a link names another host than that to which it leads."""
    host, shown = _HOST.match(target), _SHOWN_HOST.fullmatch(label.strip())
    if host and shown and _bare(shown[1]) != _bare(host[1]):
        message = f"link to {host[1]}, called {label.strip()!r}"
        raise ProseError("TXT002", message, "call it by where it leads, or by words", label)


def _bare(host: str) -> str:
    return host.casefold().removeprefix("www.")


def _write_out(host: str) -> str:
    """A host in the letters that readers see."""
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


def check_host(target: str) -> None:
    """Raise `ProseError` if the host of an https address is one that readers cannot know, or cannot reach."""
    if not (found := _HOST.match(decode(target))):
        return
    host, message = unquote(found[1]), ""
    if "@" in host:
        message = f"link to {host.partition('@')[2]!r}, written as if to {host.partition('@')[0]!r}"
    elif any(len(list_alphabets(part)) > 1 for part in _write_out(host).split(".")):
        message = f"link to the host {host!r}, in letters of two alphabets that look alike"
    elif _NO_HOST.fullmatch(host.partition(":")[0]):
        message = f"link to {host!r}, which is no host of the web"
    if message:
        raise ProseError("TXT002", message, "write the address as https://www.example.org/", host)


def check_target(target: str) -> None:
    """Raise `ProseError` unless `target` is an https or mailto address or a page id."""
    decoded = decode(target)
    check_host(target)
    # The parser has resolved references once. A lenient reader may do so again, which may change the parameters of an
    # https address but not what kind of address it is.
    if (HTTPS.match(target) and decoded.startswith("https://")) or MAILTO.match(decoded) or PAGE_ID.match(decoded):
        return
    ids = ", ".join(f"{kind}:..." for kind in PAGE_KINDS)
    found = target.partition("%")[0]  # The parser has percent-encoded what follows.
    raise ProseError("TXT002", f"link to {decoded!r}", f"link to https://..., mailto:... or a page ({ids})", found)
