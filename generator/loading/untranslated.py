"""What a site in another language shows in the site's own, since nobody has translated it yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator import links
from generator.model.method import Method
from generator.model.quiz import Quiz
from generator.model.site import Original, Site, TextPage
from generator.sources.documents import Document
from generator.sources.languages.documents import Translated
from generator.sources.shipped.layers import SIGN

TRANSLATED = (f"{links.LANGUAGES}/", f"{SIGN}{links.LANGUAGES}/")
"""What the path of each translation begins with, as it is shown."""


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
