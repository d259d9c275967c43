"""How `careers fmt` writes a file: its fields in their order, in one style, with all comments, and nothing lost."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    SingleQuotedScalarString,
)
from ruamel.yaml.tag import Tag

from generator.editing.ordering import sort_fields
from generator.sources.documents import adapt, to_plain
from generator.sources.files import Source
from generator.sources.nodes import compose

WIDTH = 120
"""Columns of a line; a text without blanks, and what stands in braces, may be longer."""
_INDENT = 2
_NO_END = 1_000_000


class FormattingError(Exception):
    """A file that cannot be written in our style without a loss."""


def format_file(source: Source, kind: Any) -> str | None:
    """The text of a file of the type `kind` in order and style; None, with problems in `source`, if it is no YAML.

    Raises `FormattingError` rather than lose a value or a comment.
    """
    if all(line.strip()[:1] in ("", "#") for line in source.text.split("\n")):
        return source.text
    top = compose(source)
    if not top:
        return None
    made = _style(sort_fields(source.text, top, adapt(kind).json_schema(by_alias=True)))
    for shorter in (_strip(made), made):
        if _read(shorter) == (to_plain(top), _comments(source.text)):
            return shorter
    raise FormattingError("it cannot be written anew without a loss, and is left as it is")


def _read(text: str) -> tuple[Any, Counter[str]] | None:
    top = compose(Source("", text))
    return (to_plain(top), _comments(text)) if top else None


def _comments(text: str) -> Counter[str]:
    return Counter(line.strip() for line in text.split("\n") if line.strip()[:1] == "#")


def _strip(text: str) -> str:
    """Without blanks at the ends of lines, and with one blank line where there are more."""
    text = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


_TEXT, _NOTHING = (Tag(suffix=f"tag:yaml.org,2002:{kind}") for kind in ("str", "null"))


class _Resolver(VersionedResolver):
    """Every scalar stays the text that it is, as in our own reader; nothing is nothing."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        if kind is ScalarNode and implicit[0]:
            return _TEXT if value else _NOTHING
        return super().resolve(kind, value, implicit)


def _style(text: str) -> str:
    yaml = YAML()
    yaml.Resolver = _Resolver
    yaml.preserve_quotes = True
    yaml.width = _NO_END
    yaml.indent(mapping=_INDENT, sequence=2 * _INDENT, offset=_INDENT)
    data = yaml.load(text)
    styler = _Styler()
    styler.shape(data, 0)
    made = io.StringIO()
    yaml.dump(data, made)
    return re.sub(r"LIST-\d+-PUT-ASIDE", lambda name: styler.aside.get(name[0], name[0]), made.getvalue())


class _Styler:
    def __init__(self) -> None:
        self.aside: dict[str, str] = {}

    def shape(self, value: Any, indent: int) -> None:
        """Give all that is in a block its style; `indent` is where its lines begin. What stands in braces stays so."""
        if isinstance(value, CommentedMap) and not value.fa.flow_style():
            for key, one in value.items():
                value[key] = self._shape_one(one, indent, len(str(key)) + 2)
        elif isinstance(value, CommentedSeq) and not value.fa.flow_style():
            for at, one in enumerate(value):
                value[at] = self._shape_one(one, indent + _INDENT, 2)

    def _shape_one(self, value: Any, indent: int, before: int) -> Any:
        """The value behind a key or a dash, which take `before` columns of the line."""
        if isinstance(value, CommentedSeq) and value.fa.flow_style() and all(isinstance(one, str) for one in value):
            words = [_write_word(one) for one in value]
            if indent + before + len(", ".join(words)) + 2 > WIDTH:
                return self._put_aside(words, indent, before)
        if isinstance(value, CommentedMap | CommentedSeq):
            self.shape(value, indent + _INDENT)
            return value
        return _shape_text(value, WIDTH - indent, before) if isinstance(value, str) else value

    def _put_aside(self, words: list[str], indent: int, before: int) -> str:
        """What stands in for a list in brackets that takes several lines: ruamel.yaml has no style for it."""
        lines, line = [], " " * (indent + before) + "["
        for number, word in enumerate(words, 1):
            piece = word + ("," if number < len(words) else "]")
            if len(line) + len(piece) >= WIDTH and line.strip() != "[":
                lines.append(line.rstrip())
                line = " " * (indent + _INDENT)
            line += piece + " "
        lines.append(line.rstrip())
        name = f"LIST-{len(self.aside)}-PUT-ASIDE"
        self.aside[name] = "\n".join(lines).lstrip()
        return name


def _write_word(word: str) -> str:
    """A word of a list in brackets as it was written."""
    if isinstance(word, DoubleQuotedScalarString):
        return json.dumps(word, ensure_ascii=False)
    return "'{}'".format(word.replace("'", "''")) if isinstance(word, SingleQuotedScalarString) else word


def _shape_text(text: str, width: int, before: int) -> Any:
    """A text that is too long for its line is folded below it; quotation marks are double ones."""
    is_quoted = isinstance(text, DoubleQuotedScalarString)
    if isinstance(text, FoldedScalarString | LiteralScalarString):
        return text
    if len(text) + before + 2 * is_quoted > width and _folds(text):
        folded = FoldedScalarString(text)
        folded.fold_pos = _find_folds(text, width - _INDENT)
        return folded
    if isinstance(text, SingleQuotedScalarString) and not re.search(r'["\\]', text):
        return DoubleQuotedScalarString(text)
    return text


def _folds(text: str) -> bool:
    """Whether a text comes out of folded lines as it was."""
    return " " in text and " ".join(text.split()) == text


def _find_folds(text: str, width: int) -> list[int]:
    """The places of the blanks at which lines of at most `width` columns end."""
    folds: list[int] = []
    start = 0
    for match in re.finditer(r"\S+", text):
        if match.end() - start > width and match.start() > start:
            folds.append(match.start() - 1)
            start = match.start()
    return folds
