"""What a site in another language shows in the site's own, since nobody has translated it yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator import links
from generator.model.base import texts
from generator.model.method import Method
from generator.model.quiz import Quiz
from generator.model.site import Original, Site, Strings, TextPage
from generator.prose.forbidden import ProseError
from generator.prose.nodes import Block, Bullets, Embed, Inline, Text
from generator.prose.parsing import parse
from generator.sources.documents import Document
from generator.sources.languages.documents import Translated
from generator.sources.shipped.layers import SIGN

TRANSLATED = (f"{links.LANGUAGES}/", f"{SIGN}{links.LANGUAGES}/")
"""What the path of each translation begins with, as it is shown."""
_TEXT = re.compile(r"(?!https:)(?=.*[^\W\d_]{2})(?![a-z0-9/_-]+\Z).*", re.DOTALL)
"""What is read, unlike keys, addresses and numbers."""


def find_original(
    own: Site | None,
    methods: Mapping[str, Document[Method]],
    quizzes: Mapping[str, Document[Quiz]],
    pages: Iterable[TextPage],
) -> Original | None:
    """The pages of guides and assessments without a translation, and those of editors; None if `own` is not there."""
    if own is None:
        return None
    found = tuple(sorted(_list_pages(methods, quizzes, pages)))
    return Original(own.settings.language, own.strings, own.vocabulary, found)


def _list_pages(
    methods: Mapping[str, Document[Method]], quizzes: Mapping[str, Document[Quiz]], pages: Iterable[TextPage]
) -> Iterator[str]:
    for key, method in _leave_out(methods):
        yield links.method(key)
        yield from (links.worksheet(strategy.key) for strategy in method.model.strategies)
    for key, _ in _leave_out(quizzes):
        yield links.quiz(key)
    yield from (page.path for page in pages if not page.source.startswith(TRANSLATED))


def _leave_out(documents: Mapping[str, Document[Any]]) -> Iterator[tuple[str, Document[Any]]]:
    return ((key, one) for key, one in documents.items() if not isinstance(one, Translated))


def find_texts(
    own: Site, other: Site, documents: Iterable[Mapping[str, Document[Any]]], strings: Iterable[Document[Strings]]
) -> tuple[str, ...]:
    """What a site in another language shows in its `own`, each text in the pieces between its marks.

    That is what stands in both, but for what the translations among the `documents` and of the `strings` of the
    interface say in the same word.
    """
    mine, told = ({text for part in _list_parts(site) for _, text in texts(part)} for site in (own, other))
    translations = [one.own.model for found in documents for one in found.values() if isinstance(one, Translated)]
    same = {text for part in (*translations, *(one.model for one in strings)) for _, text in texts(_freeze(part))}
    whole = {text for text in (mine & told) - same if _TEXT.match(text)}
    aliases = {", ".join(one.aliases) for one in other.outlines.values()}  # No table has them in other languages.
    return tuple(sorted({piece for text in whole | aliases for piece in _split(text) if _TEXT.match(piece)}))


def _list_parts(site: Site) -> Iterator[Any]:
    """All of a site whose texts are read."""
    yield from (_freeze(one) for one in (site.strings, vars(site.vocabulary), site.introductions, site.sources))
    yield from (model for models in (site.occupations, site.methods, site.quizzes) for model in models.values())
    yield from ((one.title, one.one or "", one.part_of or "") for one in site.outlines.values())
    for facts in site.facts.values():
        yield tuple(part.title for one in facts.parts for part in one.rows)
        yield tuple(one.industry for employers in facts.employers for one in employers.largest)


def _freeze(value: Any) -> Any:
    """A plain value as models have them."""
    if isinstance(value, Mapping):
        return {key: _freeze(one) for key, one in value.items()}
    return tuple(map(_freeze, value)) if isinstance(value, list) else value


def _split(text: str) -> Iterator[str]:
    try:
        yield from _list_pieces(parse(text))
    except ProseError:  # Which a rule reports.
        return


def _list_pieces(nodes: Iterable[Block | Inline]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Text):
            yield " ".join(node.text.split())
        elif isinstance(node, Bullets):
            for item in node.items:
                yield from _list_pieces(item)
        elif not isinstance(node, Embed):
            yield from _list_pieces(node.children)
