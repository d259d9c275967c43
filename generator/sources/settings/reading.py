"""What we read of mkdocs.yml: the few settings that pages need, and the pages that the navigation names.

Everything else in it is MkDocs' own affair, but for what a site needs (`needed.py`) and what nobody would be told of:
comments that cut a text, and keys that stand twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from generator import links
from generator.model.site import Settings
from generator.prose.forbidden import EMAIL
from generator.sources.files import Source
from generator.sources.settings.addresses import is_address, spell
from generator.sources.settings.languages import WORDS, list_languages
from generator.sources.settings.needed import check_settings
from generator.sources.settings.printed import check_printed
from generator.sources.settings.resolving import ENV, NOTHING, STANDARD, Resolver, place

_TEXT = f"{STANDARD}str"
_TAGS = re.compile(
    rf"!ENV\Z|!relative\Z|{re.escape(STANDARD)}"
    r"(null|bool|int|float|binary|timestamp|omap|pairs|set|str|seq|map|merge|value|python/.+)\Z"
)
"""Those that MkDocs reads, with those of YAML itself."""
_ADDRESSES = ("site_url", "repo_url")
_OURS = ("new_uri", "contact", "offline", "format")
"""Settings below `extra`, since MkDocs knows no others."""
_WITHIN = r"(?:https://[^/\s@]+/|(?![a-zA-Z][\w+.-]*:|/?[\\]|//))"
_FORMS = {
    # No address that could run, or that leads elsewhere without saying so.
    "edit_uri": (
        rf"{_WITHIN}[^\s<>\"'`\\]+",
        "write what follows repo_url, such as edit/main, or a whole address with https://",
    ),
    "new_uri": (
        rf"{_WITHIN}[^\s<>\"'`\\]*\{{path\}}[^\s<>\"'`\\]*",
        "write what follows repo_url, or a whole address, with {path} where the file's name belongs",
    ),
    "language": (links.TAG, "write a tag such as es or pt-BR"),
    "offline": (r"true", "write true, or leave it out"),
    "format": (r"[1-9]\d{0,3}", "write the number that `careers init` writes, or leave it out if all files are here"),
    "contact": (EMAIL, "write an e-mail address such as guides@example.org"),
}
"""What these are like, and what to write."""


@dataclass(frozen=True)
class Step:
    """A page that the navigation names, and where it does; line and column count from 1."""

    page: str
    line: int
    column: int
    path: str = links.SETTINGS
    """The file that names it."""


def read_settings(source: Source, folder: Path | None = None) -> tuple[Settings, tuple[Step, ...]]:
    """Settings and navigation in the text of mkdocs.yml, both empty where it cannot be read; `source` says why.

    What it inherits lies in the `folder` of the site.
    """
    reader = _Reader(source, list_languages(folder))
    resolver = Resolver(folder, reader.look_over, reader.owners, reader.unset)
    root = None if source.problems else resolver.load(source)
    values: dict[str, str] = {}
    steps: list[Step] = []
    languages: list[str] = []
    for key, value in reader.pairs(root):
        if key.value in Settings.__dataclass_fields__ and key.value not in (*_OURS, "language", "languages", "folder"):
            values[key.value] = reader.text(key.value, value)
        elif key.value == "extra":
            ours = {name.value: own for name, own in reader.pairs(value)}
            values |= {name: reader.text(name, own) for name, own in ours.items() if name in _OURS}
            others = ours.get("languages")
            entries = others.value if isinstance(others, yaml.SequenceNode) else (others,)
            languages += (reader.text("language", one) for one in entries if one is not None)
        elif key.value == "theme":
            for name, own in reader.pairs(value):
                if name.value == "language":
                    values["language"] = reader.text("language", own)
        elif key.value == "nav":
            steps += reader.steps(value)
    if not source.problems and not values.get("site_name", "").strip():
        reader.report(root, "FLD002", "missing field 'site_name'", "add `site_name: ...`")
    if isinstance(root, yaml.MappingNode):
        check_settings(root, reader.report)
        check_printed(root, reader.report)
    found = {name: values[name] for name in Settings.__dataclass_fields__ if values.get(name)}
    return Settings(**found, languages=tuple(filter(None, languages))), tuple(steps)


@dataclass
class _Reader:
    """Reads PyYAML's nodes; an alias is the very node that it means, so one may lie within itself."""

    source: Source
    languages: frozenset[str]
    """Those that the theme has words in."""
    owners: dict[int, Source] = field(default_factory=dict)
    """Of a node, by its id, the file that it stands in, if not in `source`."""
    unset: dict[int, str] = field(default_factory=dict)
    """Of a node, by its id, the names for which the environment has no value."""
    _seen: set[int] = field(default_factory=set)
    _around: set[int] = field(default_factory=set)

    def report(self, node: yaml.Node | None, code: str, message: str, hint: str) -> None:
        """Add a problem where `node` begins."""
        self.owners.get(id(node), self.source).report(code, message, hint, *place(node))

    def pairs(self, node: yaml.Node | None) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
        """Keys and values of a mapping; what is none has been reported."""
        for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
            if isinstance(key, yaml.ScalarNode):
                yield key, value

    def look_over(self, node: yaml.Node) -> None:
        """Report tags that MkDocs does not know, keys that stand twice, and what lies within itself."""
        if id(node) in self._around:
            self.report(node, "SRC008", "an alias stands within what it means", "write the text out")
        if id(node) in self._seen:
            return
        self._seen.add(id(node))
        if not _TAGS.match(node.tag):
            hint = f"MkDocs knows {ENV} and !relative; put a text that begins with ! in double quotes"
            self.report(node, "SRC009", f"tag {node.tag.replace(STANDARD, '!!')}", hint)
        if node.tag == ENV and not isinstance(node, yaml.ScalarNode):
            names = [one for one in node.value[: max(1, len(node.value) - 1)] if isinstance(one, yaml.ScalarNode)]
            if not names or len(names) < len(node.value) - 1:
                hint = f"write {ENV} NAME, or {ENV} [NAME, what holds without it]"
                self.report(node, "SRC009", f"tag {ENV} of what is no name", hint)
        self._around.add(id(node))
        if isinstance(node, yaml.MappingNode):
            first: dict[str, int] = {}
            for key, value in node.value:
                if not isinstance(key, yaml.ScalarNode):
                    self.report(key, "SRC015", "key is not plain text", "a key is one word before a colon")
                elif key.value in first:
                    hint = f"{key.value!r} stands in line {first[key.value]} already; keep one"
                    self.report(key, "SRC010", f"duplicate key {key.value!r}", hint)
                else:
                    first[key.value] = place(key)[0]
                self.look_over(value)
        elif isinstance(node, yaml.SequenceNode):
            for part in node.value:
                self.look_over(part)
        self._around.discard(id(node))

    def text(self, name: str, node: yaml.Node) -> str:
        """The value of a setting; "" if it has none."""
        if name == "offline" and isinstance(node, yaml.ScalarNode) and node.value in ("true", "false"):
            return "true" if node.value == "true" else ""
        if name == "format" and isinstance(node, yaml.ScalarNode) and node.value:
            if not re.fullmatch(_FORMS[name][0], node.value):
                self.report(node, "FLD009", f"{name}: {node.value!r} is not of the required form", _FORMS[name][1])
            return str(node.value)
        if name == "site_name" and id(node) in self.unset:
            message = f"{name}: the environment has no {self.unset[id(node)]}"
            self.report(node, "SRC018", message, f"set it, or give what holds without it: {ENV} [NAME, Our guides]")
        elif not isinstance(node, yaml.ScalarNode):
            found = "a list" if isinstance(node, yaml.SequenceNode) else "`key: value`"
            hint = "write one text; one that begins with [ or { or holds a colon, in double quotes"
            self.report(node, "FLD003", f"{name}: expected text, found {found}", hint)
        elif node.tag == NOTHING:
            return ""
        elif node.tag.startswith(STANDARD) and node.tag != _TEXT:
            kind = node.tag.removeprefix(STANDARD)
            self.report(
                node, "FLD003", f"{name}: {node.value!r} is no text to YAML ({kind})", "put it in double quotes"
            )
        elif name in _ADDRESSES and node.value and not is_address(node.value):
            hint = "write an address such as https://example.org/"
            self.report(node, "FLD009", f"{name}: {node.value!r} is not of the required form", hint)
        elif name == "site_url" and not node.value.isascii():
            message = f"{name}: {node.value!r} has letters that addresses are sent without"
            self.report(node, "FLD009", message, f"write {spell(node.value)}")
        elif name in _FORMS and not re.fullmatch(_FORMS[name][0], node.value):
            self.report(node, "FLD009", f"{name}: {node.value!r} is not of the required form", _FORMS[name][1])
        elif name == "language" and node.value not in self.languages:
            base = node.value.partition("-")[0]
            near = (
                f"write {base}, and `script: {{locale: {node.value}}}` among the texts"
                if base in self.languages
                else ""
            )
            own = f"add {links.THEME}/{WORDS}/{node.value}.html as the theme's own are"
            self.report(node, "SRC020", f"language: the theme has no words in {node.value!r}", near or own)
        elif name == "site_url" and node.value:
            parts = urlsplit(node.value)  # The folder of the site, as MkDocs has it.
            return parts._replace(path=parts.path if parts.path.endswith("/") else f"{parts.path}/").geturl()
        else:
            return str(node.value)
        return ""

    def steps(self, nav: yaml.Node) -> Iterator[Step]:
        """The Markdown files that the navigation names: a list of files, of title: file, and of title: list."""
        if isinstance(nav, yaml.MappingNode) or (isinstance(nav, yaml.ScalarNode) and nav.tag not in (NOTHING,)):
            self.report(nav, "FLD003", "nav: expected a list", "write `- ...` lines below it")
            return
        self._seen.clear()  # What an alias means stands in one place, so once is enough.
        yield from self._steps(nav)

    def _steps(self, node: yaml.Node) -> Iterator[Step]:
        if id(node) in self._seen:
            return
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            if node.value.endswith(".md") and "://" not in node.value:
                yield Step(node.value, *place(node), self.owners.get(id(node), self.source).path)
        elif isinstance(node, yaml.SequenceNode):
            for part in node.value:
                yield from self._steps(part)
        elif isinstance(node, yaml.MappingNode):
            for _, part in node.value:
                yield from self._steps(part)
