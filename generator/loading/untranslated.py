"""What a site shows in another language than its own, since nobody has translated it yet.

What comes along is in English; what a site has of its own is in the site's language.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator import links
from generator.loading.pieces import make_vocabulary
from generator.model.base import texts
from generator.model.site import Original, Site, TextPage
from generator.model.vocabulary import Vocabulary
from generator.prose.forbidden import ProseError
from generator.prose.nodes import Block, Bullets, Embed, Inline, Text
from generator.prose.parsing import parse
from generator.rules.documents import Texts
from generator.sources import files
from generator.sources.documents import Document
from generator.sources.languages.documents import Translated
from generator.sources.settings.needed import pairs
from generator.sources.settings.resolving import compose
from generator.sources.shipped.layers import SIGN, Layers
from generator.sources.shipped.overriding import read_lock
from generator.strings import LANGUAGE, NAME

Group = Mapping[str, Document[Any]]
TRANSLATED = (f"{links.LANGUAGES}/", f"{SIGN}{links.LANGUAGES}/")
"""What the path of each translation begins with, as it is shown."""
_WORD = re.compile(r"[^\W\d_]{2}")
_OF_WORDS = {Path(name).stem for name in links.WHOLE}
"""Lists that no page shows: they speak of the words of a language."""
_TEXT = re.compile(r"(?!https:)(?=.*[^\W\d_]{2})(?![a-z0-9/_-]+\Z).*", re.DOTALL)
"""What is read, unlike keys, addresses and numbers."""


@dataclasses.dataclass(frozen=True)
class Read:
    """What the texts of a site have been read from."""

    methods: Group
    quizzes: Group
    occupations: Group
    vocabularies: Group
    introductions: Group
    strings: Texts
    pages: tuple[TextPage, ...]
    layers: Layers
    """Where files lie."""

    def groups(self) -> tuple[Group, ...]:
        """All documents that are translated."""
        return self.methods, self.quizzes, self.occupations, self.vocabularies, self.introductions

    def list_pages(self, is_there: Callable[[Document[Any]], bool]) -> Iterator[str]:
        """The pages of guides and assessments that are not translated, if `is_there` says so of the document."""
        for key, method in self.methods.items():
            if not isinstance(method, Translated) and is_there(method):
                yield links.method(key)
                yield from (links.worksheet(strategy.key) for strategy in method.model.strategies)
        for key, quiz in self.quizzes.items():
            if not isinstance(quiz, Translated) and is_there(quiz):
                yield links.quiz(key)

    def list_texts(self, is_packaged: Callable[[TextPage], bool]) -> Iterator[str]:
        """The pages of Markdown that are not translated, if `is_packaged` says so."""
        untold = (page for page in self.pages if not page.source.startswith(TRANSLATED))
        yield from (page.path for page in untold if is_packaged(page))

    def came_along(self, page: TextPage) -> bool:
        """Whether a page is not the site's own."""
        return self.layers.is_packaged(self.layers.find(f"{links.TEXTS}/{page.path}"))

    def say_the_same(self) -> set[str]:
        """What translations say, also where it is the same word."""
        documents = (one for group in self.groups() for one in group.values())
        translations = (one.own.model for one in documents if isinstance(one, Translated))
        told = (*translations, *(one.model for one in (*self.strings.translated, *self.strings.overrides)))
        return {text for part in told for _, text in texts(_freeze(part))}


def find_packaged(site: Site, read: Read) -> tuple[Original, ...]:
    """What a site in another language than English shows of what came along, as it came."""
    return () if _is_english(site) else _find_english(site, read)


def _find_english(site: Site, read: Read) -> tuple[Original, ...]:
    defaults = Texts(read.strings.defaults).merged()
    english = {text for _, text in texts(_freeze(defaults))} | (besides := _list_titles(read.layers))
    if any(name.startswith(f"{links.FIGURES}/") for name in read_lock(read.layers.root)):
        english.update(text for part in _list_tables(site) for _, text in texts(part))
        besides |= (aliases := {", ".join(one.aliases) for one in site.outlines.values()})
        english |= aliases
    own = {*site.spoken.nav, *site.spoken.footer}
    for group in read.groups():
        for one in group.values():
            written = one.original if isinstance(one, Translated) else one
            told = english if written.path.startswith(SIGN) else own
            told.update(text for _, text in texts(_freeze(written.model)))
    shown = {text for part in _list_parts(site) for _, text in texts(part)} | besides
    found = {text for text in (english & shown) - own - read.say_the_same() if _TEXT.match(text)}
    untold = {name: one.original if isinstance(one, Translated) else one for name, one in read.vocabularies.items()}
    pages = (
        *read.list_pages(lambda document: document.path.startswith(SIGN)),
        *read.list_texts(read.came_along),
    )
    vocabulary = make_vocabulary(untold)
    found |= _list_joined(vocabulary, found)
    original = Original(LANGUAGE, defaults, vocabulary, tuple(sorted(pages)), _cut(found))
    return (original,) if original.pages or original.texts else ()


def find_untranslated(own: Site, other: Site, read: Read) -> tuple[Original, ...]:
    """What a site in another language shows in its `own`, and in English if that is neither.

    That is what stands in both, but for what translations say in the same word.
    """
    mine, told = ({text for part in _list_parts(site) for _, text in texts(part)} for site in (own, other))
    whole = {text for text in (mine & told) - read.say_the_same() if _TEXT.match(text)}
    whole |= _list_joined(own.vocabulary, whole)
    aliases = {", ".join(one.aliases) for one in other.outlines.values()}  # No table has them in other languages.
    english = () if _is_english(own) else _find_english(other, read)
    left = {*_cut(whole | aliases)}.difference(*(one.texts for one in english))
    pages = {*read.list_pages(lambda _: True), *read.list_texts(lambda _: True)}
    pages = pages.difference(*(one.pages for one in english))
    found = Original(own.settings.language, own.strings, own.vocabulary, tuple(sorted(pages)), tuple(sorted(left)))
    return (found,) if _is_english(other) else (found, *english)


def _list_joined(vocabulary: Vocabulary, untold: set[str]) -> set[str]:
    """What pages put together of two texts that nobody has translated."""
    return {one.both for one in vocabulary.interests.values() if {one.short, one.label} <= untold}


def _is_english(site: Site) -> bool:
    return site.settings.language.partition("-")[0] == LANGUAGE


def _list_titles(layers: Layers) -> set[str]:
    """What settings call pages where a new site has them as they came."""
    root = compose(files.read(layers.home / links.SETTINGS, layers.home)) if layers.home else None
    named = {key.value: value for key, value in pairs(root)}
    extra = {key.value: value for key, value in pairs(named.get("extra"))}
    return {title for part in (named.get("nav"), extra.get("footer")) for title in _list_keys(part)}


def _list_keys(node: yaml.Node | None) -> Iterator[str]:
    for key, value in pairs(node):
        yield key.value
        yield from _list_keys(value)
    for one in node.value if isinstance(node, yaml.SequenceNode) else ():
        yield from _list_keys(one)


def _list_parts(site: Site) -> Iterator[Any]:
    """All of a site whose texts are read."""
    lists = {name: one for name, one in vars(site.vocabulary).items() if name not in _OF_WORDS}
    yield from (_freeze(one) for one in (site.strings, lists, site.introductions, site.sources))
    yield from (model for models in (site.occupations, site.methods, site.quizzes) for model in models.values())
    yield from _list_tables(site)


def _list_tables(site: Site) -> Iterator[Any]:
    """What tables call things."""
    yield from ((one.title, one.one or "", one.part_of or "") for one in site.outlines.values())
    for facts in site.facts.values():
        yield tuple(part.title for one in facts.parts for part in one.rows)
        yield tuple(one.industry for employers in facts.employers for one in employers.largest)


def _freeze(value: Any) -> Any:
    """A plain value as models have them."""
    if isinstance(value, Mapping):
        return {key: _freeze(one) for key, one in value.items()}
    return tuple(map(_freeze, value)) if isinstance(value, list) else value


def _cut(whole: Iterable[str]) -> tuple[str, ...]:
    """The pieces of texts between their marks, in order; where something is filled in, also those between that."""
    pieces = {piece for text in whole for piece in _split(text) if _TEXT.match(piece)}
    between = {part.strip() for piece in pieces if "{" in piece for part in NAME.sub("\0", piece).split("\0")}
    return tuple(sorted(pieces | {part for part in between if _WORD.search(part)}))


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
