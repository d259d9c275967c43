"""What came with the generator, as it stands on a site that has other occupations, quizzes, guides or pages.

A link to what the site lacks becomes its text, and a list of names leaves it out: guides and ways name examples, and
whoever has other ones need not write them anew.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter

from generator import links
from generator.model.base import CHECKED
from generator.model.site import TextPage
from generator.sources import files
from generator.sources.documents import Document, adapt
from generator.sources.shipped.layers import SIGN, Layers

T = TypeVar("T")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\(([a-z]+):([a-z0-9/-]+)(?:#[^)\s]*)?\)")
_NAMES = {"occupations": "occupation", "quizzes": "quiz"}
"""Lists of names, and of what."""
_LIST = re.compile(rf"^( *({'|'.join(_NAMES)}): \[)([^\[\]]*)\]", re.MULTILINE)


def list_there(layers: Layers, pages: Collection[str]) -> dict[str, frozenset[str]]:
    """Kind -> names of what a site has that texts may name; `pages` are those that its navigation names."""
    quizzes, guides = (
        {path.stem for path in layers.glob(folder, "*.yml").values() if not layers.leaves_out(path)}
        for folder in (links.ASSESSMENTS, links.GUIDES)
    )
    content = layers.root / links.TEXTS
    own = {path.relative_to(content).as_posix() for path in content.rglob("*.md")}
    return {
        "occupation": frozenset(path.stem for path in (layers.root / links.PROFILES).glob("*.yml")),
        "quiz": frozenset(quizzes),
        "method": frozenset(guides),
        "page": frozenset(page.removesuffix(".md") for page in own.union(pages)),
    }


def find_pages(layers: Layers, named: Iterable[str], find: Callable[[str], Path]) -> Iterator[TextPage]:
    """The pages that came along and that the navigation has named: a newer package adds none.

    `find` tells where a file lies, which may be a translation.
    """
    for page in dict.fromkeys(named):
        name = f"{links.TEXTS}/{page}"
        path = find(name)
        if layers.is_packaged(layers.find(name)):
            source = files.read(path, layers.top(path), SIGN if layers.is_packaged(path) else "")
            yield TextPage(page, source.text, "" if path == layers.find(name) else source.path)


def fit(document: Document[T], schema: type[T] | TypeAdapter[T], there: Mapping[str, Collection[str]]) -> Document[T]:
    """The document without what names anything that is not `there`: kind -> names."""
    adapter: TypeAdapter[T] = adapt(schema)
    plain = json.loads(adapter.dump_json(document.model, by_alias=True, exclude_unset=True))
    fitted = _fit(plain, there)
    if fitted == plain:
        return document
    mentions = tuple(one for one in document.mentions if one.is_marker or _is_there(*_split(one.name), there))
    model = adapter.validate_json(json.dumps(fitted), context=CHECKED)
    return dataclasses.replace(document, model=model, mentions=mentions)


def fit_text(text: str, layers: Layers) -> str:
    """A file that came along, as it is written, without what names anything that the site lacks: all else as it was."""
    there = {kind: names for kind, names in list_there(layers, ()).items() if kind != "page"}

    def pick(found: re.Match[str]) -> str:
        names = (name.strip() for name in found[3].split(","))
        return f"{found[1]}{', '.join(name for name in names if name in there[_NAMES[found[2]]])}]"

    return _LIST.sub(pick, str(_fit(text, there)))


def _fit(value: Any, there: Mapping[str, Collection[str]]) -> Any:
    if isinstance(value, str):
        return _LINK.sub(lambda found: found[0] if _is_there(found[2], found[3], there) else found[1], value)
    if isinstance(value, list):
        return [_fit(one, there) for one in value]
    if isinstance(value, dict):
        return {key: _fit(_pick(value[key], there.get(_NAMES.get(key, ""))), there) for key in value}
    return value


def _pick(value: Any, known: Collection[str] | None) -> Any:
    return [one for one in value if one in known] if known is not None and isinstance(value, list) else value


def _split(name: str) -> tuple[str, str]:
    kind, _, rest = name.partition(":")
    return kind, rest.partition("#")[0]


def _is_there(kind: str, name: str, there: Mapping[str, Collection[str]]) -> bool:
    return kind not in there or name in there[kind]
