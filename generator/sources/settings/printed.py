"""What MkDocs prints of settings as it is: words without markup, addresses that neither run nor ask another host."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from generator.prose.forbidden import HTTPS, MAILTO, ProseError, check_host, check_plain, decode
from generator.sources.settings.needed import Report, pairs

_WORDS = ("site_name", "site_description", "site_author", "theme", "nav", "extra")
"""Those of which every text is printed, or may be."""
_UNESCAPED = ("theme", "extra")
"""Those of which some texts are attributes as they are."""
_FORMED = ("new_uri", "contact")
_FILES = ("extra_css", "extra_javascript")
_PICTURES = ("favicon", "logo")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\\\]{2}")
_RUNS = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_BLANK = re.compile(r"[\x00-\x20]")
_TAG = re.compile(
    r"<(?:a(?: +(?:href|hreflang|lang|rel|title)=\"[^\"<>]*\")*|/a|/?(?:abbr|b|em|i|small|span|strong)|br ?/?)>"
)
_TARGET = re.compile(r'href="([^"]*)"')
_LINK = "write a page's place, such as about/, or an address with https:// or mailto:"


def check_printed(root: yaml.Node, report: Report) -> None:
    """Report markup, and addresses that run something or have a page ask another host."""
    for key, value in pairs(root):
        if key.value == "copyright" and isinstance(value, yaml.ScalarNode):
            _check_copyright(value, report)
        elif key.value in _WORDS:
            # Those that have a form of their own are told of by that.
            seen = {id(own) for name, own in pairs(value) if key.value == "extra" and name.value in _FORMED}
            for one in _list_texts(value, seen):
                _check_words(one, key.value, report)
            _check_links(key.value, value, report)
        elif key.value in _FILES:
            for entry in value.value if isinstance(value, yaml.SequenceNode) else ():
                paths = [own for name, own in pairs(entry) if name.value == "path"] or [entry]
                _check_own(paths[0], key.value, report)


def _check_words(node: yaml.ScalarNode, section: str, report: Report) -> None:
    try:
        check_plain(node.value)
    except ProseError as error:
        report(node, error.code, error.message, error.hint)
    else:
        if section in _UNESCAPED and '"' in node.value:
            told = f"a quotation mark within {section}"
            report(node, "TXT001", told, "write it without: it would end an attribute")
        elif _RUNS.match(_BLANK.sub("", decode(node.value))):
            report(node, "TXT002", f"address {node.value[:40]!r}", _LINK)


def _check_links(section: str, value: yaml.Node, report: Report) -> None:
    if section == "theme":
        for key, own in pairs(value):
            if key.value in _PICTURES:
                _check_own(own, key.value, report)
    for key, own in pairs(value) if section == "extra" else ():
        for _, address in pairs(own) if key.value == "footer" else ():
            if isinstance(address, yaml.ScalarNode):
                _check_link(address, address.value, "", report)


def _check_own(node: yaml.Node, name: str, report: Report) -> None:
    """A file of the site's own, since its pages ask no other host."""
    if isinstance(node, yaml.ScalarNode) and _SCHEME.match(_BLANK.sub("", decode(node.value))):
        report(
            node,
            "TXT002",
            f"{name} from elsewhere: {node.value[:40]!r}",
            "put the file into content/: pages ask no other host",
        )


def _check_copyright(node: yaml.ScalarNode, report: Report) -> None:
    """It may hold links, and little else."""
    if "<" in (rest := _TAG.sub("", node.value)):
        at = rest.index("<")
        report(
            node,
            "TXT001",
            f"copyright: HTML {rest[at : at + 40]!r}",
            'of HTML there may be <a href="https://...">, <b> and <em>',
        )
    for target in _TARGET.findall(node.value):
        _check_link(node, target, "copyright: ", report)


def _check_link(node: yaml.ScalarNode, typed: str, place: str, report: Report) -> None:
    target = _BLANK.sub("", decode(typed))
    if _SCHEME.match(target) and not HTTPS.match(target) and not MAILTO.match(target):
        report(node, "TXT002", f"{place}address {typed[:40]!r}", _LINK)
    try:
        check_host(target)
    except ProseError as error:
        report(node, error.code, f"{place}{error.message}", error.hint)


def _list_texts(node: yaml.Node, seen: set[int]) -> Iterator[yaml.ScalarNode]:
    """All texts and keys, each once: an alias is the very node that it means."""
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        yield node
    for part in node.value if isinstance(node, yaml.CollectionNode) else ():
        for one in part if isinstance(part, tuple) else (part,):
            yield from _list_texts(one, seen)
