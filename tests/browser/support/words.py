"""The interface texts of the small project by key: tests of code hold whatever the texts say."""

from __future__ import annotations

import functools
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator import project
from tests.conftest import PROJECT, add_templates


@functools.cache
def _strings() -> Mapping[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        return project.load_strings(add_templates(shutil.copytree(PROJECT, Path(folder) / "project")))


def words(key: str, **given: object) -> str:
    """The text of a key such as `plan.record`, with `given` in its places; without `given` as it was written."""
    text: Any = _strings()
    for name in key.split("."):
        text = text[name]
    assert isinstance(text, str), f"{key} is no text"
    return text.format_map(given) if given else text


def matching(key: str, **given: object) -> re.Pattern[str]:
    """The text of a key with anything in its places but those that are `given`, as text or as a pattern."""

    def fill(name: str) -> str:
        value = given.get(name, re.compile(".*"))
        return str(value.pattern) if isinstance(value, re.Pattern) else re.escape(str(value))

    parts = re.split(r"\{(\w+)\}", words(key))
    return re.compile("".join(fill(part) if at % 2 else re.escape(part) for at, part in enumerate(parts)), re.DOTALL)
