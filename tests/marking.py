"""A pseudo-translation: each text of the small project is marked, so that any other word is seen to be none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_type_hints

import yaml

from generator import links
from generator.model.method import Method
from generator.model.occupation import Occupation
from generator.model.quiz import Quiz
from generator.model.site import Site
from generator.model.translating import Plan, plan
from generator.model.vocabulary import Vocabulary
from generator.model.ways import INTRODUCTIONS
from generator.strings import name_language

BEGIN, END = "⟦", "⟧"
_LINE = re.compile(r"^(\s*(?:[-*]|\d+\.) )?([^\s<].*)$", re.MULTILINE)
WORD = re.compile(r"[^\W\d_]{2,}")


def mark(text: str) -> str:
    """A text of the interface or of a file, each line marked: paragraphs and entries of lists are told apart."""
    return _LINE.sub(rf"\g<1>{BEGIN}\g<2>{END}", text)


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


def mark_small(root: Path) -> Path:
    """Translate a copy of the small project, with templates, into its own language, with all marked."""
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
    for path in (root / links.OVERRIDES).glob("*.yml"):
        own = {name: mark_strings(section) for name, section in read(path).items()}
        path.write_text(yaml.safe_dump(own, allow_unicode=True), encoding="utf-8")
    for path in (root / links.TEXTS).rglob("*.md"):
        head, line, text = path.read_text(encoding="utf-8").rpartition("\n---\n")
        marked = re.sub(r"^(#+ )?(\w.*)$", rf"\1{BEGIN}\2{END}", text, flags=re.MULTILINE)
        path.write_text(head + line + marked, encoding="utf-8")
    settings = read(root / links.SETTINGS)
    spoken: dict[str, Any] = {name: mark(settings[name]) for name in ("site_name", "site_description", "copyright")}
    spoken["nav"] = {title: mark(title) for title in _list_titles(settings["nav"])}
    spoken["footer"] = {title: mark(title) for title in settings["extra"]["footer"]}
    spoken["palette"] = {one["toggle"]["name"]: mark(one["toggle"]["name"]) for one in settings["theme"]["palette"]}
    write(root, links.SPOKEN, spoken)
    return root


def _list_titles(nav: Any) -> Iterator[str]:
    """The titles of a navigation."""
    for item in nav if isinstance(nav, list) else ():
        for title, inner in item.items() if isinstance(item, dict) else ():
            yield title
            yield from _list_titles(inner)


def list_kept(site: Site) -> Iterator[str]:
    """What is the same in any language, or is not translated but made anew: names, codes, references."""
    yield from (evidence.reference for one in site.methods.values() for s in one.strategies for evidence in s.evidence)
    yield from (str(one.model_dump()) for one in site.sources.values())
    yield from (str(one.model_dump()) for one in site.facts.values())
    yield str(site.finding.model_dump() if site.finding else "")
    yield str(site.local.model_dump() if site.local else "")
    yield from (name_language(language) for language in site.languages())
    yield site.settings.site_url
