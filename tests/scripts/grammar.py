"""How words of a language end, as a folder has it, for tests of the scripts that go by it."""

from __future__ import annotations

from pathlib import Path

import yaml

from generator.model.grammar import Grammar


def read_grammar(folder: Path) -> Grammar:
    """The rules of the project in a folder, or of the language."""
    place = folder / "content" if (folder / "content").is_dir() else folder
    text = (place / "vocabulary/grammar.yml").read_text(encoding="utf-8")
    return Grammar.model_validate(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506
