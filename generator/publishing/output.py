"""Rendered files to a folder: only what changed is written, what is no longer made is removed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_tree(folder: Path, files: Mapping[str, str]) -> int:
    """Make `folder` hold exactly `files` (path -> text); returns how many were written or removed.

    Unchanged files keep their time stamp, so that a watching server does not rebuild for nothing.
    """
    changed = 0
    for path, text in files.items():
        target = folder / path
        data = text.encode("utf-8")
        if target.is_file() and target.read_bytes() == data:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(target.name + ".new")
        draft.write_bytes(data)
        draft.replace(target)
        changed += 1
    wanted = {folder / path for path in files}
    for found in sorted(folder.rglob("*"), reverse=True):
        if found.is_dir():
            if not any(found.iterdir()):
                found.rmdir()
        elif found not in wanted:
            found.unlink()
            changed += 1
    return changed
