"""One JavaScript module as we write them: what it takes from others, what it gives, and its code between the two."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"(?P<skip>//[^\n]*|/\*.*?\*/)|(?P<text>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')|(?P<mark>[`{}/])", re.DOTALL
)
_REGEX = re.compile(r"/(?![*/])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/")
_BEFORE_REGEX = re.compile(r"(?:[(,=:\[!&|?{;+\-*%~^<>]|\b(?:return|typeof|case|of|in|yield|await|void))\s*\Z")
"""What stands before a regular expression; behind anything else, a slash divides."""
_TEMPLATE = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*", re.DOTALL)

_WORD = re.compile(r"(?<![.\w$#])(?:import|export)\b(?!\s*:)")
_NAMES = r"\{(?P<names>[^{}]*)\}"
_STATIC = re.compile(rf'import\s*(?:(?:{_NAMES}|\*\s*as\s+(?P<whole>[\w$]+))\s*from\s*)?"(?P<path>[^"\n]*)"\s*;')
_META = re.compile(r"import\.meta\.url\b")
_LATER = re.compile(r'import\(\s*(?:"(?P<path>[^"\n]*)"|`(?P<start>\.[^`$]*)\$\{[^{}`]*\}(?P<end>[^`$]*)`)\s*\)')
_MADE = re.compile(r"export\s+(?=(?:async\s+)?(?:function\b\s*\*?|class\b|const\b)\s*(?P<name>[\w$]+))")
_GIVEN = re.compile(rf"export\s*{_NAMES}\s*;")
_CHANGING = re.compile(r"^(?:let|var)\s[^;]*", re.MULTILINE)
_OWN = re.compile(r"(?<![\w$.])\$(?:\d+_?|files|lost|ask|get)(?![\w$])")
"""Names that joining gives; a module may not have them."""


class ModuleError(Exception):
    """A module is written in a way that cannot be joined; the text says where and how it can."""


@dataclass(frozen=True)
class Taken:
    """One `import` statement: the module's path, and what of it has which name here."""

    path: str
    names: dict[str, str]
    """Name here -> name there."""
    whole: str
    """The name here of all of it, if it has one."""
    line: int


@dataclass(frozen=True)
class Later:
    """An `import()`: of one module, or of all whose paths lie between `start` and `end`."""

    source: str
    start: str
    end: str
    """Empty where it is one module, at `start`."""
    line: int

    def among(self, paths: Collection[str]) -> list[str]:
        """Which modules it may ask for."""
        if not self.end:
            return [self.start]
        return sorted(
            path
            for path in paths
            if path.startswith(self.start) and path.endswith(self.end) and "/" not in path[len(self.start) :]
        )


@dataclass
class Module:
    """A module at `path`, below the folder of all of them."""

    path: str
    letters: int
    """How long it is, comments included."""
    taken: list[Taken] = field(default_factory=list)
    given: dict[str, str] = field(default_factory=dict)
    """Name for others -> name here."""
    pieces: list[str | Later | None] = field(default_factory=list)
    """Its code in order, without `import` and `export`; None stands for its own address."""


def read_module(path: str, text: str, place: str) -> Module:
    """Take a module apart. Raises `ModuleError` at `place`, its file, where it is written in a form not known here."""
    masked = _mask(text)
    module = Module(path, len(text))
    here = posixpath.dirname(path)

    def count(at: int) -> int:
        return text.count("\n", 0, at) + 1

    def refuse(at: int, what: str, instead: str) -> ModuleError:
        return ModuleError(f"{place}:{count(at)}:{at - text.rfind(chr(10), 0, at)}: {what}; {instead}")

    def find(at: int, name: str) -> str:
        if not name.startswith(("./", "../")):
            raise refuse(at, f"imports {name!r}", "name another module of ours by its way from here, such as ./dom.js")
        return posixpath.normpath(posixpath.join(here, name))

    if own := _OWN.search(masked):
        raise refuse(own.start(), f"{own[0]} is a name that joining gives", "choose another")
    end = 0
    for word in _WORD.finditer(masked):
        at = word.start()
        if at < end:
            continue
        piece: list[str | Later | None] = []
        if word[0] == "import":
            if found := _STATIC.match(text, at):
                names = {} if found["names"] is None else dict(_split(found["names"], refuse, at))
                taken = {here: there for there, here in names.items()}
                module.taken.append(Taken(find(at, found["path"]), taken, found["whole"] or "", count(at)))
            elif found := _META.match(text, at):
                piece = [None]
            elif found := _LATER.match(text, at):
                target = find(at, found["path"] or found["start"] + "x")
                template = found["path"] is None
                start = target.removesuffix("x") if template else target
                piece = [Later(found[0], start, found["end"] if template else "", count(at))]
        elif found := _MADE.match(text, at):
            module.given[found["name"]] = found["name"]
        elif found := _GIVEN.match(text, at):
            module.given |= {outer: inner for inner, outer in _split(found["names"], refuse, at)}
        if not found:
            raise refuse(at, f"this form of `{word[0]}` is not known", "write it as the other modules do")
        module.pieces += [text[end:at], *piece]
        end = found.end()
    module.pieces.append(text[end:])
    _check_values(module, masked, refuse)
    return module


def _split(names: str, refuse: Callable[[int, str, str], ModuleError], at: int) -> Iterator[tuple[str, str]]:
    """(first, second) of each `first as second` in braces; both are one where there is no `as`."""
    for part in filter(None, (part.strip() for part in names.split(","))):
        words = part.split()
        if not all(re.fullmatch(r"[\w$]+", word) for word in words) or words[1::3] not in ([], ["as"]):
            raise refuse(at, f"{part!r} is no name", "write `{name}` or `{name as other}`")
        yield words[0], words[-1]


def _check_values(module: Module, masked: str, refuse: Callable[[int, str, str], ModuleError]) -> None:
    """What is given is read once, and code runs in a function of its own: nothing given may change, nothing waits."""
    for found in _CHANGING.finditer(masked):
        for name in module.given.values():
            if re.search(rf"(?<![\w$.]){re.escape(name)}(?![\w$])", found[0]):
                raise refuse(found.start(), f"{name} is exported and may change", "export a function that returns it")
    depth, start = 0, 0
    for mark in re.finditer(r"[({\[]|[)}\]]|;|\bawait\b", masked):
        if mark[0] == "await":
            if depth == 0 and not re.search(r"\basync\b", masked[start : mark.start()]):
                raise refuse(mark.start(), "a module cannot wait", "put `await` into an async function")
        elif mark[0] in "({[":
            depth += 1
        elif mark[0] != ";":
            depth -= 1
        if depth == 0 and mark[0] in ";}":
            start = mark.end()


def _mask(text: str) -> str:
    """The same text with blanks for all that is no code: comments, texts, what templates say, regular expressions.

    The quotes stay, and so does the code within a template.
    """
    parts: list[str] = []
    depths: list[int] = []  # Of braces within each template around.
    at = 0

    def keep(until: int) -> None:
        nonlocal at
        parts.append(text[at:until])
        at = until

    def blank(until: int) -> None:
        nonlocal at
        parts.append(re.sub(r"[^\n]", " ", text[at:until]))
        at = until

    def enter_template() -> None:
        found = _TEMPLATE.match(text, at)
        blank(found.end() if found else at)
        if text.startswith("${", at):
            keep(at + 2)
            depths.append(0)
        else:
            keep(at + 1)

    while found := _TOKEN.search(text, at):
        keep(found.start())
        if found["skip"]:
            blank(found.end())
        elif found["text"]:
            keep(at + 1)
            blank(found.end() - 1)
            keep(found.end())
        elif found["mark"] == "`":
            keep(at + 1)
            enter_template()
        elif found["mark"] == "/":
            regex = _REGEX.match(text, at)
            if regex and _BEFORE_REGEX.search("".join(parts[-3:])[-40:]):
                keep(at + 1)
                blank(regex.end() - 1)
            keep(at + 1)
        elif found["mark"] == "{":
            keep(at + 1)
            if depths:
                depths[-1] += 1
        elif depths and depths[-1] == 0:
            keep(at + 1)
            depths.pop()
            enter_template()
        else:
            keep(at + 1)
            if depths:
                depths[-1] -= 1
    keep(len(text))
    return "".join(parts)
