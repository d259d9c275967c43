"""No script shows words of its own: all that readers see comes from texts of the interface, or from data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.conftest import REPOSITORY

THEME = REPOSITORY / "templates/theme"
_COMMENT = re.compile(r"/\*.*?\*/|(?m:(?:^|\s)//\s[^\n]*$)", re.DOTALL)
_TEXT = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
_FILLED = re.compile(r"\$\{[^{}]*\}")
_WORDS = re.compile(r"(?<![\w.#:\[-])[A-Za-z]{2,} [a-z]{2,}(?![\w-]*[-:(\[])")
FOR_PROGRAMS = {
    "form details",  # Selectors.
    "thead th",
    "article details:is(.cg-fold, .cg-others)",
    "nothing yet",  # A state that shows nothing.
}


def find_words(script: str) -> Iterator[str]:
    """The texts in a script that read like words of a language, but for what an error says of a mistake of ours."""
    for line in _COMMENT.sub(" ", script).split("\n"):
        if "Error(" in line or line.lstrip().startswith(("import ", "export {")):
            continue
        for found in _TEXT.finditer(_FILLED.sub("", _FILLED.sub("", line))):
            text = found[1] if found[1] is not None else found[2]
            if _WORDS.search(text) and text not in FOR_PROGRAMS and "cg-" not in text:
                yield text


def test_words_are_found() -> None:
    assert list(find_words('part.textContent = "not here";')) == ["not here"]
    assert list(find_words("// it is `not so`\nconst words = `${count} of them are`;")) == [" of them are"]
    assert list(find_words('throw new Error("not here"); // or "not there"')) == []
    assert list(find_words('find("thead th").className = "cg-part cg-row";')) == []


def test_no_script_has_words_of_its_own() -> None:
    found = {
        path.relative_to(THEME).as_posix(): words
        for path in sorted(THEME.rglob("*.js"))
        if (words := [*find_words(path.read_text(encoding="utf-8"))])
    }
    assert found == {}
