"""Another name for an occupation, a skill, a field of work or a source, wherever it stands; old addresses lead on."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from generator import links, project
from generator.cache import Cache
from generator.keeping.edits import Draft, EditingError, Plan
from generator.keeping.places import KINDS, Kind, fits, walk
from generator.register.entries import SLUGS_TAKEN
from generator.sources import nodes
from generator.sources.days import find_day
from generator.sources.files import SLUG, Source, decode
from generator.sources.nodes import Mapping, Scalar
from generator.sources.reading import Reading

_KEY = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*\Z")
_MARKS = f"{links.THEME}/{links.MARKS}"
_ELSEWHERE = r"\bhttps?://[^\s<>()\"']*"
"""An address of another site, which may have a page called so."""


def plan_renaming(root: Path, old: str, new: str, kind_name: str | None, cache: Cache) -> tuple[str, Plan]:
    """The kind of `old`, and all that has to be written; raises `EditingError` if it cannot be done well.

    What it makes of the project is tried in a copy: a mistake that is not there now is a reason not to do it.
    """
    kind = _find_kind(root, old, kind_name)
    if not (SLUG if kind.name == "occupation" else _KEY).match(new):
        raise EditingError(f"{new!r} is no name: write lower-case words joined by hyphens, such as dental-hygienist")
    if new in _list_names(root, kind) or (kind.name == "occupation" and new in SLUGS_TAKEN):
        raise EditingError(f"the name {new!r} is taken")
    drafts = _Drafts(root, kind, old, new)
    drafts.edit()
    plan = drafts.plan()
    _try(root, plan, cache)
    return kind.name, plan


def _find_kind(root: Path, old: str, name: str | None) -> Kind:
    found = [kind for kind in KINDS if name in (None, kind.name) and old in _list_names(root, kind)]
    if not found:
        what = name or "occupation, skill, field or source"
        raise EditingError(f"there is no {what} {old!r}")
    if len(found) > 1:
        raise EditingError(f"{old!r} is {' and '.join(kind.name for kind in found)}: say which with --of")
    return found[0]


def _list_names(root: Path, kind: Kind) -> set[str]:
    home = root / kind.home
    if home.is_dir():
        return {path.stem for path in home.glob("*.yml")}
    node = _read(root, kind.home) if home.is_file() else None
    return set(node.entries) if node else set()


def _read(root: Path, path: str) -> Mapping | None:
    source = decode(Source(path), (root / path).read_bytes())
    node = nodes.compose(source)
    if source.problems:
        raise EditingError(f"{path} cannot be read: mend what `careers check` says of it first")
    return node


class _Drafts:
    """Every file in which something may have to be written."""

    def __init__(self, root: Path, kind: Kind, old: str, new: str) -> None:
        self.root, self.kind, self.old, self.new = root, kind, old, new
        self._drafts: dict[str, Draft] = {}
        self._nodes: dict[str, Mapping | None] = {}
        self._moves: dict[str, str] = {}

    def edit(self) -> None:
        """Write the new name wherever the old one stands, and the old one beside it."""
        kind, old, new = self.kind, self.old, self.new
        for pattern, way in kind.values:
            for path in self._list(pattern):
                for loc, node in walk(self._node(path)):
                    if isinstance(node, Scalar) and node.text == old and fits(loc, way) and self._counts(path, way):
                        self._draft(path).replace(node.mark, old, new)
        for path, _ in kind.keys:
            top = self._node(path) if (self.root / path).is_file() else None
            if top and old in top.entries:
                self._draft(path).replace(top.entries[old][0], old, new)
        self._keep_addresses()
        self._edit_texts()
        if kind.name == "skill":
            self._edit_tables()

    def plan(self) -> Plan:
        """What is to become of each file."""
        files: dict[str, tuple[bytes | None, bytes | None]] = {}
        for path, draft in self._drafts.items():
            before, after = draft.text.encode(), draft.write().encode()
            if path in self._moves:
                files[path], files[self._moves[path]] = (before, None), (None, after)
            elif before != after:
                files[path] = before, after
        for path, target in self._moves.items():
            if path not in files:
                data = (self.root / path).read_bytes()
                files[path], files[target] = (data, None), (None, data)
        return Plan(files, {target: path for path, target in self._moves.items()})

    def _keep_addresses(self) -> None:
        kind, old, new = self.kind, self.old, self.new
        if kind.name == "occupation":
            path = f"{kind.home}/{old}.yml"
            self._moves[path] = f"{kind.home}/{new}.yml"
            if top := self._node(path):
                self._draft(path).add_former(top, old, new, is_file=True)
        elif kind.name in ("skill", "field"):
            top = self._node(kind.home)
            term = top.entries[old][1] if top else None
            if isinstance(term, Mapping):
                self._draft(kind.home).add_former(term, old, new)
        if kind.name == "skill":
            for path in self._list(f"{links.ASSESSMENTS}/*.yml"):
                self._keep_stamps(path)
        if kind.name == "field":
            card = f"{links.THEME}/{links.CARDS}/{old}.png"
            if (self.root / card).is_file():
                self._moves[card] = f"{links.THEME}/{links.CARDS}/{new}.png"
            if (self.root / _MARKS).is_file():
                self._draft(_MARKS).substitute(re.compile(rf'id="field-(?P<old>{re.escape(old)})"'), new)

    def _keep_stamps(self, path: str) -> None:
        """A quiz of skills says what a scale was called when readers first answered."""
        top = self._node(path)
        if not top or "reviewed" not in top.entries or not self._draft(path).edits:
            return
        known = top.entries.get("formerly")
        if known is None:
            self._draft(path).put_before(top.entries["reviewed"][0], f"formerly: {{{self.new}: {self.old}}}")
        elif isinstance(known[1], Mapping) and self.old in known[1].entries:
            self._draft(path).replace(known[1].entries[self.old][0], self.old, self.new)
        elif isinstance(known[1], Mapping):
            self._draft(path).insert(known[1], f"{self.new}: {self.old}")

    def _edit_texts(self) -> None:
        """Links by id in any text, and addresses in pages and settings."""
        word = rf"(?P<old>{re.escape(self.old)})(?![\w-])"
        if self.kind.mention:
            by_id = re.compile(rf"\]\(\s*<?{self.kind.mention}:{word}")
            for path in (*self._list(f"{links.TEXTS}/**/*.yml"), *self._list(f"{links.PROFILES}/*.yml")):
                self._draft(path).substitute(by_id, self.new)
        for path in (*self._list(f"{links.TEXTS}/**/*.md"), *self._list(links.SETTINGS)):
            for begin in (*self.kind.pages, *([f"{self.kind.mention}:"] if self.kind.mention else [])):
                own = rf"(?<![\w-]){re.escape(begin)}{word}"
                self._draft(path).substitute(re.compile(rf"{_ELSEWHERE}|{own}"), self.new)

    def _edit_tables(self) -> None:
        """The first lines of tables of skills, whose columns they are."""
        for index in self._list(f"{links.FIGURES}/*.yml"):
            tables = top.entries.get("tables") if (top := self._node(index)) else None
            for name, (_, entry) in tables[1].entries.items() if tables and isinstance(tables[1], Mapping) else ():
                kind = entry.entries.get("kind") if isinstance(entry, Mapping) else None
                path = f"{index.removesuffix('.yml')}/{name}.csv"
                if kind and isinstance(kind[1], Scalar) and kind[1].text == "skills" and (self.root / path).is_file():
                    head = re.compile(rf"\A.*?(?<=[,\"]){self._word()}(?=[,\"\r\n])")
                    self._draft(path).substitute(head, self.new)

    def _word(self) -> str:
        return rf"(?P<old>{re.escape(self.old)})"

    def _counts(self, path: str, way: str) -> bool:
        """Whether values of a quiz are of this kind: its scales may be words of another list."""
        if way != "items.*.scale":
            return True
        top = self._node(path)
        kind = top.entries.get("kind") if top else None
        return bool(kind and isinstance(kind[1], Scalar) and kind[1].text == "skills")

    def _list(self, pattern: str) -> list[str]:
        return sorted(path.relative_to(self.root).as_posix() for path in self.root.glob(pattern))

    def _node(self, path: str) -> Mapping | None:
        if path not in self._nodes:
            self._nodes[path] = _read(self.root, path)
        return self._nodes[path]

    def _draft(self, path: str) -> Draft:
        if path not in self._drafts:
            self._drafts[path] = Draft.read(self.root, path)
        return self._drafts[path]


def _try(root: Path, plan: Plan, cache: Cache) -> None:
    """Raise `EditingError` if the plan makes a mistake that is not there now."""
    today = find_day()
    with tempfile.TemporaryDirectory(prefix="careers-") as name:
        copy = Path(name)
        for part in (links.PROFILES, links.TEXTS, "templates"):
            if (root / part).is_dir():
                shutil.copytree(root / part, copy / part, symlinks=True)
        shutil.copy(root / links.SETTINGS, copy / links.SETTINGS)
        before = project.look(root, today, Reading(root, cache))
        plan.apply(copy)
        after = project.look(copy, today, Reading(copy, cache))
    known = {(problem.code, problem.message) for problem in before.warnings}
    found = [one for one in after.warnings if not one.is_warning and (one.code, one.message) not in known]
    if found:
        raise EditingError("that would not be right:\n" + "\n".join(map(str, found)))
