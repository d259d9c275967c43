"""The interface texts of the small project by key: tests of code hold whatever the texts say."""

from __future__ import annotations

import functools
import re
import shutil
import tempfile
from pathlib import Path

from generator.loading import pieces
from generator.strings import COUNT, NAME, Plural, Words, fill
from tests.conftest import PROJECT, add_templates


@functools.cache
def _all() -> Words:
    with tempfile.TemporaryDirectory() as folder:
        return Words(pieces.load_strings(add_templates(shutil.copytree(PROJECT, Path(folder) / "project"))))


def find_text(key: str) -> str | Plural:
    """The text of a key, or all its forms."""
    text = functools.reduce(lambda section, name: section[name], key.split("."), _all())
    assert isinstance(text, str | Plural), f"{key} is no text"
    return text


def words(key: str, **given: object) -> str:
    """The text of a key such as `plan.record`, with `given` in its places; without `given` as it was written."""
    text = find_text(key)
    return fill(text, **given) if given else str(text)


def matching(key: str, **given: object) -> re.Pattern[str]:
    """The text of a key with anything in its places but those that are `given`, as text or as a pattern."""
    text = find_text(key)
    if isinstance(text, Plural):
        count = given.get(COUNT)
        text = text.choose(count if isinstance(count, int) else 2)
    pattern = ""
    for at, part in enumerate(NAME.split(text)):
        value = given.get(part, re.compile(".*")) if at % 2 else part
        pattern += str(value.pattern) if isinstance(value, re.Pattern) else re.escape(str(value))
    return re.compile(pattern, re.DOTALL)
