"""Which files `careers fmt` writes anew, and what comes of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from typing import Any

from generator import links
from generator.cache import Cache, digest, fingerprint
from generator.editing.schema import COMMENTED, list_files
from generator.model.site import Spoken, Strings
from generator.problems import Problem
from generator.sources import files
from generator.workers import share

_ROOM = "formatted"
_SPOKEN = {links.SPOKEN: Spoken, "strings": Strings}
"""What a language has under names of its own, below its folder."""
_FEW = 8
"""Files for which no other process is begun."""


@dataclass(frozen=True)
class Rewritten:
    """One file: its new text, and the first line that differs from the old one; or why there is none."""

    path: str
    text: str = ""
    line: int = 0
    """0 where it was written as it should be."""
    problems: tuple[Problem, ...] = ()
    lost: str = ""


def find_kind(place: str) -> Any:
    """The type of the file at a path below the repository; None if it is none that people write.

    A translation has the shape of its original.
    """
    first, _, name = place.partition("/")
    if first == links.LANGUAGES:
        name = name.partition("/")[2]
        return _SPOKEN.get(name.partition("/")[0]) or find_kind(name) or find_kind(f"{links.TEXTS}/{name}")
    known = {f"templates/new/{name}.yml": kind for kind, name in COMMENTED.items()}
    patterns = known | dict(list_files().values())
    return next((kind for pattern, kind in patterns.items() if PurePath(place).match(pattern)), None)


def find_files(root: Path) -> list[Path]:
    """Every file below `root` that has a type."""
    patterns = [pattern for pattern, _ in list_files().values()]
    patterns += [f"templates/new/{name}.yml" for name in COMMENTED.values()]
    translations = root.glob(f"{links.LANGUAGES}/*/**/*.yml")
    told = (path for path in translations if find_kind(path.relative_to(root).as_posix()))
    return sorted({*told, *(path for pattern in patterns for path in root.glob(pattern))})


def rewrite(root: Path, paths: Sequence[Path], cache: Cache) -> Iterator[Rewritten]:
    """What comes of each file, in their order. What was found right before is not looked at again."""
    tools = fingerprint("ruamel.yaml")
    read = [(path, files.read(path, root)) for path in paths]
    keys = [digest(tools, source.path, source.text) for _, source in read]
    known = cache.get(_ROOM, keys)
    new = [one for one, key in zip(read, keys, strict=True) if key not in known]
    made = share(partial(_rewrite, root), new, None if len(new) > _FEW else 1)
    for (path, _), key in zip(read, keys, strict=True):
        if key in known:
            yield Rewritten(path.relative_to(root).as_posix())
            continue
        found = next(made)
        if not (found.line or found.problems or found.lost):
            cache.put(_ROOM, {key: b""})
        yield found


def _rewrite(root: Path, one: tuple[Path, files.Source]) -> Rewritten:
    from generator.editing.formatting import FormattingError, format_file

    path, source = one
    place = path.relative_to(root).as_posix()
    try:
        text = None if source.problems else format_file(source, find_kind(place))
    except FormattingError as error:
        return Rewritten(place, lost=str(error))
    if text is None:
        return Rewritten(place, problems=tuple(source.problems))
    lines = (source.text.split("\n"), text.split("\n"))
    at = next((number for number, pair in enumerate(zip(*lines, strict=False), 1) if pair[0] != pair[1]), 0)
    return Rewritten(place, text, at or (min(map(len, lines)) if text != source.text else 0))
