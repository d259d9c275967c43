"""Which files of the content are others, and what is different in them as they are written."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.judging.base import CONTENT
from generator.judging.trees import Change, compare
from generator.sources import nodes
from generator.sources.documents import to_plain
from generator.sources.files import Source, decode


@dataclass(frozen=True)
class Edited:
    """A file that is another: `added`, `removed` or `changed`, and what is different in it, as far as can be told."""

    path: str
    how: str
    changes: tuple[Change, ...] = ()
    note: str = ""


def find_edited(before: Path, after: Path) -> list[Edited]:
    """All files of the content that are not the same in both folders, by path."""
    old, new = (dict(_list(root)) for root in (before, after))
    return [
        _tell(path, old.get(path), new.get(path)) for path in sorted({*old, *new}) if old.get(path) != new.get(path)
    ]


def _list(root: Path) -> Iterator[tuple[str, bytes]]:
    for name in CONTENT:
        place = root / name
        for path in [place] if place.is_file() else sorted(place.rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(root).as_posix(), path.read_bytes()


def _tell(path: str, before: bytes | None, after: bytes | None) -> Edited:
    if before is None or after is None:
        return Edited(path, "added" if before is None else "removed")
    ending = path.rpartition(".")[2]
    texts = [decode(Source(path), data) for data in (before, after)]
    if any(text.problems for text in texts):
        return Edited(path, "changed", note="what is different in it cannot be told")
    old, new = texts
    if ending == "yml":
        return _tell_values(path, old, new)
    if ending == "csv":
        return Edited(path, "changed", note=_count_rows(old.text, new.text))
    lines = [Counter(text.text.split("\n")) for text in texts]
    note = f"{(lines[1] - lines[0]).total()} lines added, {(lines[0] - lines[1]).total()} removed"
    return Edited(path, "changed", note=note)


def _tell_values(path: str, old: Source, new: Source) -> Edited:
    before, after = _read(old), _read(new)
    if before is None or after is None:
        return Edited(path, "changed", note="it cannot be read as YAML: `careers check` says why")
    changes = tuple(compare(before, after))
    return Edited(path, "changed", changes, "" if changes else "comments, order or the way it is written alone")


def _read(source: Source) -> Mapping[str, Any] | None:
    """The dicts, lists and texts of a file, as far as it can be read; None of one that has no keys."""
    node = nodes.compose(Source(source.path, source.text)) or nodes.compose_rest(source)
    return to_plain(node) if node else None


def _count_rows(before: str, after: str) -> str:
    """How many rows, known by their first cell, are new, gone or others."""
    old, new = ({row[0]: row for row in csv.reader(io.StringIO(text)) if row} for text in (before, after))
    others = sum(old[code] != new[code] for code in old.keys() & new.keys())
    return f"{len(new.keys() - old.keys())} rows added, {len(old.keys() - new.keys())} removed, {others} changed"
