"""What a text editor refuses by our schemas, and what `careers check` does: the same, as far as a schema can tell."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path, PurePath

import yaml
from jsonschema import Draft202012Validator, FormatChecker

from generator.editing.schema import list_files, made_schemas
from tests.conftest import PROJECT
from tests.unit.cases import Case, edit_lines, list_cases, read_case

TOLD = {*(f"FLD{number:03}" for number in range(1, 11)), *(f"OCC{number:03}" for number in range(3, 8))} | {
    *("SRC012", "OCC019", "OCC104", "FIG014", "QIZ004", "QIZ007", "VOC003", "WAY001", "WAY002")
}
"""Codes of what a schema tells, each time."""
PARTLY = {"SRC007", "FIG012", "QIZ005", "QIZ006", "MET003", "LOC001", "OUT003", "PAG002"}
"""Codes of what it tells at times: the words of a list, but not which of them fit the rest of the file.

Of all others it tells nothing: how a file is called and encoded (SRC), what prose is made of (TXT, PRO), what two
places have to do with each other, in one file or in several (most of OCC, FIG, QIZ, MET, VOC, OUT), what is not YAML
or has a form of its own (STR, PAG, TPL).
"""
BLIND = {"vocabulary-variants-of-any-word", "vocabulary-grammar"}
"""A case of `TOLD` that no schema tells: a text has one pattern there, and ours has two."""


class Core(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML as text editors read it: version 1.2, in which a day is a text, and so are yes and no."""


Core.yaml_implicit_resolvers = {}
for kind, form, first in (
    ("null", r"null|Null|NULL|~|", [*"nN~", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", [*"tTfF"]),
    ("int", r"[-+]?[0-9]+", [*"-+0123456789"]),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", [*"-+.0123456789"]),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(rf"^(?:{form})$"), first)
Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


@functools.cache
def validators(root: Path) -> dict[str, Draft202012Validator]:
    """Pattern of paths -> what checks such files of a project."""
    made = made_schemas(root)
    return {
        files: Draft202012Validator(json.loads(made[path]), format_checker=FormatChecker(["date"]))
        for path, (files, _) in list_files().items()
        if path in made
    }


def find_faults(place: str, text: str, root: Path = PROJECT) -> list[str] | None:
    """What a text editor says of a file, by the words of the project in `root`; None if no schema is about it."""
    found = next((one for files, one in validators(root).items() if PurePath(place).match(files)), None)
    if not found or place.startswith("languages/"):  # Where texts alone stand, of any file.
        return None
    try:
        value = yaml.load(text, Loader=Core)  # noqa: S506
    except (yaml.YAMLError, UnicodeError):
        return None
    return [f"{list(error.absolute_path)}: {error.message}"[:200] for error in found.iter_errors(value)]


def read_faults(root: Path) -> dict[str, list[str]]:
    """Path -> what a text editor says of it, of each file of a project that a schema is about."""
    found = {}
    for path in sorted([*root.glob("content/**/*.yml"), *root.glob("occupations/*.yml")]):
        place = path.relative_to(root).as_posix()
        faults = find_faults(place, path.read_text(encoding="utf-8"), root)
        if faults is not None:
            found[place] = faults
    return found


def write_files(case: Case) -> dict[str, str]:
    """Path -> text of each file that a case changes and that has its name still."""
    texts: dict[str, str] = {}
    for block in case.wrong:
        if block.action == "edit":
            before = texts.get(block.path) or (PROJECT / block.path).read_text(encoding="utf-8")
            texts[block.path] = edit_lines(before, block.body)
        elif block.action == "write":
            texts[block.path] = block.body
        elif block.action == "move":
            texts.pop(block.path, None)
    return texts


def test_text_editor_and_check_agree() -> None:
    seen = set()
    wrong = {}
    for path in list_cases("invalid"):
        case = read_case(path)
        told: dict[str, set[str]] = {}
        for name, code in re.findall(r"^(.+?):\d+:\d+: ([A-Z]{3}\d{3}) ", case.expected, re.MULTILINE):
            told.setdefault(name, set()).add(code)
        files = write_files(case)
        changes_words = any(name.startswith("content/vocabulary/") for name in files)
        for name, text in files.items():
            if changes_words and not name.startswith("content/vocabulary/"):
                continue  # The schemas here are those of the project as it was.
            codes = told.get(name, set())
            faults = find_faults(name, text)
            if faults is None or "SRC013" in codes or path.stem in BLIND:
                continue
            seen |= codes & TOLD
            if not faults if codes & TOLD else faults and not codes & PARTLY:
                wrong[path.stem, name] = (codes, faults)
    assert wrong == {}
    assert seen == TOLD


def test_what_passes_the_check_passes_in_a_text_editor() -> None:
    found = read_faults(PROJECT)
    assert len(found) > 20
    assert {place: faults for place, faults in found.items() if faults} == {}
