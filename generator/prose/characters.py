"""Characters that no text of ours may hold."""

from __future__ import annotations

import re
import unicodedata

# Control characters, bidirectional overrides and isolates, zero-width and other invisible characters: what a reviewer
# does not see in a diff, and halves of surrogate pairs. Tab, line feed and carriage return are left to YAML.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
)

_ALIKE = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN"}
"""Alphabets some of whose letters look like those of another."""


def list_alphabets(word: str) -> list[str]:
    """The alphabets of the letters of a word, of those that look alike; of two, nobody sees which word it is."""
    names = {unicodedata.name(sign, "").partition(" ")[0] for sign in word if sign.isalpha()}
    return sorted(name.capitalize() for name in names & _ALIKE)
