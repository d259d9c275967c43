"""What earlier builds published under addresses of their content stays a while, for who has their pages still."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from generator import links

_BUILDS = 4
"""Earlier builds whose files stay; those that published the same files count as one."""


def dump_builds(builds: Iterable[Iterable[str]]) -> str:
    """The file at `links.BUILDS`: for each build, the latest first, its files under addresses of their content."""
    return json.dumps([sorted(files) for files in builds], indent=0) + "\n"


def read_builds(site: Path) -> list[list[str]]:
    """What that file of `site` says; nothing where it does not say so, since it may be anybody's."""
    try:
        builds = json.loads((site / links.BUILDS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    is_list = isinstance(builds, list) and all(isinstance(files, list) for files in builds)
    return builds if is_list and all(_is_ours(name) for files in builds for name in files) else []


def _is_ours(name: object) -> bool:
    folders = (f"{links.ASSETS}-", f"{links.SCRIPT_DATA}/")
    return isinstance(name, str) and name.startswith(folders) and ".." not in name.split("/") and "\\" not in name


def carry_over(before: Path, draft: Path) -> None:
    """Have the files of earlier builds, which lie in the site `before`, in `draft`, too; what is there stays."""
    current = read_builds(draft)[:1]
    if not current:
        return
    earlier = [files for files in read_builds(before) if files not in current][:_BUILDS]
    kept = [files for files in earlier if all((before / name).is_file() for name in files)]
    for name in (name for files in kept for name in files):
        target = draft / name
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(before / name, target)
            except OSError:
                shutil.copyfile(before / name, target)
    (draft / links.BUILDS).write_text(dump_builds([*current, *kept]), encoding="utf-8")
