"""A pseudo-translation: each text of the small project is marked, and no page shows a word that is not."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_type_hints

import pytest
import yaml

from generator import links
from generator.model.method import Method
from generator.model.occupation import Occupation
from generator.model.quiz import Quiz
from generator.model.site import Site
from generator.model.translating import Plan, plan
from generator.model.vocabulary import Vocabulary
from generator.model.ways import INTRODUCTIONS
from generator.project import load
from generator.strings import name_language
from tests.conftest import PROJECT, REPOSITORY, TODAY, add_templates
from tests.making import render_pages

BEGIN, END = "⟦", "⟧"
_MARKED = re.compile(f"{BEGIN}[^{BEGIN}{END}]*{END}")
_SHOWN = re.compile(r'(?<![\w-])(?:alt|aria-label|title|placeholder)="([^"]*)"')
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style|svg|template)\b.*?</\1>|\{[^{}]*\}|\]\([^)]*\)", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2,}")


def mark(text: str) -> str:
    """A text of the interface or of a file, marked; where it is as long as it may be, in place of its ends."""
    return f"{BEGIN}{text}{END}"


def mark_all(found: Plan | None, value: Any) -> Any:
    """The translation of a plain value: its texts, marked, and what entries are found by."""
    if found is None or value is None:
        return None
    if found.is_text:
        return mark(str(value))
    if isinstance(value, list):
        some = [mark_all(found.each, one) for one in value]
        if found.each and found.each.is_text:
            return some
        return [(one or {}) | ({"key": of["key"]} if "key" in of else {}) for one, of in zip(some, value, strict=True)]
    if isinstance(value, Mapping):
        inner = {key: mark_all(found.inner(key), one) for key, one in value.items()}
        return {key: one for key, one in inner.items() if one is not None}
    return None


def mark_strings(texts: Any) -> Any:
    """The same for texts of the interface."""
    return {key: mark_strings(one) for key, one in texts.items()} if isinstance(texts, dict) else mark(texts)


def write(root: Path, name: str, value: Any) -> None:
    """Write a file of the translation."""
    path = root / links.translated(name, "en")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")


def read(path: Path) -> Any:
    """A file of YAML, each value as text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small project in a language of its own, in which all is marked."""
    root = add_templates(shutil.copytree(PROJECT, tmp_path_factory.mktemp("marked") / "project"))
    kinds: dict[str, Any] = {links.PROFILES: Occupation, links.GUIDES: Method, links.ASSESSMENTS: Quiz}
    for folder, kind in kinds.items():
        for path in (root / folder).glob("*.yml"):
            write(root, f"{folder}/{path.name}", mark_all(plan(kind), read(path)))
    lists = get_type_hints(Vocabulary, include_extras=True)
    for folder, types in ((links.VOCABULARIES, lists), (links.INTRODUCTIONS, INTRODUCTIONS)):
        for name, kind in types.items():
            if plan(kind) and f"{folder}/{name}.yml" not in links.WHOLE:
                write(root, f"{folder}/{name}.yml", mark_all(plan(kind), read(root / folder / f"{name}.yml")))
    for path in (root / links.DEFAULTS).glob("*.yml"):
        texts = {name: mark_strings(section) for name, section in read(path).items()}
        if "script" in texts:
            texts["script"]["locale"] = "en-US"
        write(root, f"{links.STRINGS}/{path.name}", texts)
    return load(root, TODAY).site


def list_shown(page: str) -> Iterator[str]:
    """What a page shows: its text, and what stands in attributes that are read out."""
    body = re.sub(r"\A---\n.*?^---$", "", page, flags=re.DOTALL | re.MULTILINE)
    body = re.sub(
        r"<!--.*?-->|<(script|style|svg|template)\b.*?</\1>|\{[^{}]*\}|\]\([^)]*\)", " ", body, flags=re.DOTALL
    )
    yield from (html.unescape(one) for one in _SHOWN.findall(body))
    yield html.unescape(re.sub(r"<[^>]*>", " ", body)).replace("\\", "")


def find_unmarked(page: str) -> set[str]:
    """The words on a page that stand in no mark."""
    found = set()
    for shown in list_shown(page):
        rest, before = shown, ""
        while rest != before:
            rest, before = _MARKED.sub(" ", rest), rest
        found |= set(_WORD.findall(rest))
    return found


def list_kept(site: Site) -> Iterator[str]:
    """What is the same in any language, or is not translated but made anew: names, codes, references."""
    yield from (evidence.reference for one in site.methods.values() for s in one.strategies for evidence in s.evidence)
    yield from (str(one.model_dump()) for one in site.sources.values())
    yield from (str(one.model_dump()) for one in site.facts.values())
    yield str(site.finding.model_dump() if site.finding else "")
    yield str(site.local.model_dump() if site.local else "")
    yield from (name_language(language) for language in site.languages())
    yield site.settings.site_url


def test_a_word_that_is_not_marked_is_found() -> None:
    page = '---\ntitle: ⟦A⟧\n---\n# ⟦Of ⟦two⟧⟧\n\n<img alt="picture"> ⟦[a *link*](page.md)⟧, left 10 {: .over }\n'
    assert find_unmarked(page) == {"picture", "left"}


def test_no_page_shows_a_word_that_is_not_marked(marked: Site) -> None:
    by_hand = {page.path for page in marked.pages}
    kept = {word for text in list_kept(marked) for word in _WORD.findall(text)}
    found = {
        page.path: unmarked
        for page in render_pages(marked, REPOSITORY / "templates/pages")
        if page.path not in by_hand and (unmarked := find_unmarked(page.markdown) - kept)
    }
    # Codes of interests are letters of their keys.
    assert {path: words for path, words in found.items() if any(set(word) - set("RIASEC") for word in words)} == {}
