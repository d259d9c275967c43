"""The report: a change of the content against a commit of the same repository."""

from __future__ import annotations

import datetime
from pathlib import Path

from generator import project
from generator.cache import Cache
from generator.judging import base, telling
from generator.judging.effect import find_effect
from generator.judging.files import find_edited
from generator.sources.days import find_day
from generator.sources.reading import Reading


def write_report(root: Path, ref: str, cache: Cache, today: datetime.date | None = None) -> str:
    """What the files in `root` change against the commit `ref`, in Markdown; raises `base.BaseError`.

    Neither side need be right: what cannot be told of a broken one is said.
    """
    today = today or find_day()
    with base.unpack(root, ref) as folder:
        edited = find_edited(folder, root)
        before, after = (project.look(one, today, Reading(one, cache)) for one in (folder, root))
        effect = find_effect(before, after, (folder, root), edited)
    others = base.list_others(root, ref)
    return "\n".join(telling.describe(ref, edited, others, after.warnings, effect)) + "\n"
