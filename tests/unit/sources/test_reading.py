from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.occupation import Occupation
from generator.project import load
from generator.sources.documents import read_document
from generator.sources.files import Source, read
from generator.sources.nodes import compose
from tests.conftest import TODAY, check, edit


def test_model_decides_what_a_scalar_is(project: Path) -> None:
    baker = project / "occupations/baker.yml"
    edit(baker, "[bread maker, bakery worker]", "[no, 012, 12:30, 2026-11-23, 1e3, ~x, 'null']")
    edit(baker, "needs: No certificate", "needs: 0x10")
    edit(baker, "preparation: 2", "preparation: '2'")
    model = load(project, TODAY).site.occupations["baker"]
    assert model.aliases == ("no", "012", "12:30", "2026-11-23", "1e3", "~x", "null")
    assert model.routes[0].needs == "0x10"
    assert model.preparation == 2
    assert model.pay[0].median == 36000
    assert model.outlook[0].from_ == 2024


def test_field_without_a_value_counts_as_left_out(project: Path) -> None:
    baker = project / "occupations/baker.yml"
    edit(baker, "aliases: [bread maker, bakery worker]", "aliases:")
    edit(baker, "p10: 27000", "p10: ~")
    edit(baker, "covers: Employees only.", "covers: ''")
    assert [str(problem) for problem in check(project)] == [
        "occupations/baker.yml:12:14: FLD007 covers: empty text; "
        "write something, or leave the field out if it is optional"
    ]
    edit(baker, "covers: ''", "covers: ")
    model = load(project, TODAY).site.occupations["baker"]
    assert (model.aliases, model.pay[0].p10, model.pay[0].covers) == ((), None, None)


def test_byte_order_marks_and_windows_line_ends_change_nothing(project: Path) -> None:
    before = load(project, TODAY).site
    for path in [*project.rglob("*.yml"), *project.rglob("*.md")]:
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_bytes(("\ufeff" + text).encode())
    after = load(project, TODAY).site
    assert after.occupations == before.occupations
    assert (after.pages, after.vocabulary, after.settings) == (before.pages, before.vocabulary, before.settings)


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        (("title",), (1, 8)),
        (("tasks",), (20, 1)),
        (("tasks", 1), (22, 5)),
        (("pay", 0, "covers"), (12, 14)),
        (("environment", "body", 1), (33, 24)),
        (("skills", 2, "why"), (44, 10)),
        (("skills", 7, "why"), (38, 1)),
        (("nothing",), (1, 1)),
    ],
)
def test_every_value_knows_its_place(project: Path, loc: tuple[str | int, ...], place: tuple[int, int]) -> None:
    source = read(project / "occupations/baker.yml", project)
    node = compose(source)
    document = node and read_document(source, node, Occupation)
    assert document
    mark = document.mark(*loc)
    assert (mark.line, mark.column) == place


def test_message_never_shows_python(project: Path) -> None:
    """Each field is given a text, a number, a list, a mapping and nothing in turn; what is said stays plain."""
    path = project / "occupations/baker.yml"
    source = read(path, project)
    lines = source.text.split("\n")
    said = set()
    for number, line in enumerate(lines):
        key, colon, _ = line.partition(": ")
        if not colon or key.lstrip().startswith("-"):
            continue
        for value in ("x y", "-7", "[a, [b]]", "{a: {b: c}}", '""', "~", "2026-11-23", "x" * 400):
            changed = Source("baker.yml", "\n".join([*lines[:number], f"{key}: {value}", *lines[number + 1 :]]))
            if node := compose(changed):
                read_document(changed, node, Occupation)
            said |= {problem.message + problem.hint for problem in changed.problems}
    assert len(said) > 75
    for word in ("pydantic", "Input should", "dict", "tuple", "str ", "<class", "None", "NoneType", "\\n", "type="):
        assert [text for text in said if word in text] == []
