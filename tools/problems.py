"""All codes of problems with an example each, wrong and right: writes docs/problems.md.

    .venv/bin/python -m tools.problems

What a code means stands in `problems.CODES` and in the docstring of its rule, the example in a case of
tests/cases/invalid/ that is mended; a test runs the cases, and another says when this page is out of date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.problems import CODES
from generator.prose.characters import HIDDEN
from generator.rules import PROSE, RULES
from tests.unit.cases import Block, Case, list_cases, read_case, split_changes

OUT = Path(__file__).resolve().parents[1] / "docs/problems.md"
AREAS = {
    "SRC": "Files and YAML",
    "FLD": "Fields",
    "LNG": "Languages",
    "TXT": "Texts",
    "OCC": "Occupations",
    "FIG": "Tables of figures",
    "QIZ": "Assessments",
    "MET": "Method guides",
    "VOC": "Vocabularies",
    "WAY": "Introductions to what occupations share",
    "PAG": "Pages",
    "FIN": "Words to find occupations by",
    "LOC": "Next steps near the reader",
    "OUT": "Outlines",
    "PRO": "Prose",
    "STR": "Texts of the interface",
    "TPL": "Templates",
}
LONGEST = 12
"""Lines of an example that are shown."""
_INTRODUCTION = """\
# What `careers check` can find

A problem is printed with file, line, column, its code, what is wrong and, after a semicolon, what would be right. With
a warning (its number begins with 1) the site can be published. Each code has an example from the small project of the
tests; what is right there is one way out of several.

*Made by `.venv/bin/python -m tools.problems` from the rules and the cases of their tests; do not edit.*
"""


def write_page() -> str:
    """The whole page."""
    rules, examples = read_rules(), choose_examples()
    lines = [_INTRODUCTION]
    area = ""
    for code, title in CODES.items():
        if code[:3] != area:
            area = code[:3]
            lines.append(f"## {AREAS[area]}\n")
        lines.append(f"### {code}: {title}\n")
        if rule := rules.get(code):
            lines.append(f"The rule: {rule}\n")
        lines.extend(_show_example(code, examples[code]))
    return "\n".join(lines)


def read_rules() -> dict[str, str]:
    """Code -> the sentence with which the docstring of its rule explains it."""
    found = {}
    for rule in (*RULES, *PROSE):
        codes, _, sentence = (rule.__doc__ or "").strip().partition(": ")
        names = re.findall(r"[A-Z]{3}\d{3}", codes)
        if " to " in codes:
            first, last = (int(name[3:]) for name in names)
            names = [f"{names[0][:3]}{number:03}" for number in range(first, last + 1)]
        found.update(dict.fromkeys(names, " ".join(sentence.split())))
    return found


def choose_examples() -> dict[str, Case]:
    """Code -> the mended case that shows it with the fewest other problems, the first by name among equals."""
    found: dict[str, Case] = {}
    for case in map(read_case, list_cases("invalid")):
        for code in case.codes if case.mended else ():
            if code not in found or len(case.codes) < len(found[code].codes):
                found[code] = case
    return found


def _show_example(code: str, case: Case) -> Iterator[str]:
    yield f"{case.title}. Wrong:\n"
    yield from _show_blocks(case.wrong)
    printed = [line for line in case.expected.split("\n") if f": {code} " in line]
    yield "```text\n" + _cut(_make_visible("\n".join(printed))) + "\n```\n"
    yield "Right:\n"
    yield from _show_blocks(case.mended, delete="Delete {}.", move="Rename {} to {}.")


def _show_blocks(
    blocks: Sequence[Block], delete: str = "There is no {}.", move: str = "{} is called {}."
) -> Iterator[str]:
    for block in blocks:
        if block.is_aside:
            continue
        body = _make_visible(block.body)
        if block.action == "edit":
            for old, new in split_changes(body):
                yield f"`{block.path}`{'' if new else ', without'}:\n"
                yield _fence(block.path, new or old)
        elif block.action in {"write", "repeat"} and body:
            yield f"`{block.path}`{', as many times as the number says' if block.action == 'repeat' else ''}:\n"
            yield _fence(block.path, body)
        else:
            yield {
                "write": f"`{block.path}` is empty.\n",
                "link": f"`{block.path}` is a symbolic link to `{body.strip()}`.\n",
                "move": move.format(f"`{block.path}`", f"`{body.strip()}`") + "\n",
                "delete": delete.format(f"`{block.path}`") + "\n",
                "restore": f"There is `{block.path}`.\n",
            }[block.action]


def _make_visible(text: str) -> str:
    """Characters that one cannot see, and bytes that are none, as `<U+200B>` and `<E2>`."""
    text = re.sub("[\udc80-\udcff]", lambda match: f"<{ord(match[0]) - 0xDC00:02X}>", text)
    return HIDDEN.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def _fence(path: str, text: str) -> str:
    language = {".csv": "csv", ".yml": "yaml", ".md": "markdown", ".j2": "jinja"}.get(Path(path).suffix, "text")
    return f"```{language}\n{_cut(text)}\n```\n"


def _cut(text: str) -> str:
    lines = text.rstrip("\n").split("\n")
    return "\n".join(lines[:LONGEST] + ["..."] * (len(lines) > LONGEST))


def main() -> None:
    """Write the page."""
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(write_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
