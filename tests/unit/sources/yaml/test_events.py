"""One reader, with libyaml and without: the same nodes and the same problems, whatever is read."""

from __future__ import annotations

import functools
import itertools
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import yaml

from generator.problems import format_text
from generator.prose.characters import HIDDEN
from generator.sources.files import Source, read
from generator.sources.nodes import Node, compose
from generator.sources.yaml import events, plain
from tests.conftest import CASES, REPOSITORY, Known, check
from tests.unit.cases import Case, apply, list_cases, read_case

FAST = getattr(yaml, "CSafeLoader", None)
FOLDERS = ("content", "occupations", "templates", "tests/project")
PIECES = [
    *"\n\n  ::--?!#[]{},'\"|>&*%@`\\~a",
    ": ",
    "- ",
    " #",
    "\t",
    "? ",
    "---",
    "...",
    "\n  ",
    "|\n",
    ">-\n",
    "\\x41",
]


def read_with(parser: type | None, text: str) -> tuple[Node | None, str]:
    """The nodes of `text` and what is printed about it, by one of the two parsers; None is PyYAML's own."""
    source = Source("a.yml", text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(events, "FAST", parser)
        node = compose(source)
    return node, format_text(source.problems)


def texts(folders: tuple[str, ...] = FOLDERS) -> Iterator[str]:
    """Every YAML file of these folders, and every one that a case writes or edits."""
    for folder in folders:
        for path in sorted((REPOSITORY / folder).rglob("*.yml")):
            yield read(path, REPOSITORY).text
    for path in sorted(CASES.glob("*/*.case")):
        yield from (block.body for block in read_case(path).wrong if block.action in ("write", "edit"))


def spoil(text: str, chance: random.Random) -> str:
    """A few lines of `text` with signs put in and taken out."""
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    piece = "\n".join(lines[start : start + chance.randrange(1, 6)])
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(piece) + 1)
        piece = piece[:at] + chance.choice(PIECES) + piece[at + chance.choice((0, 0, 0, 1, 2)) :]
    return HIDDEN.sub("", piece)  # A file that holds such a character is not read any further.


@pytest.mark.skipif(FAST is None, reason="PyYAML was built without libyaml")
def test_every_text_reads_the_same_with_and_without_libyaml() -> None:
    read_texts = list(texts())
    assert len(read_texts) > 100
    assert [text for text in read_texts if read_with(FAST, text) != read_with(None, text)] == []


@pytest.mark.skipif(FAST is None, reason="PyYAML was built without libyaml")
def test_spoiled_texts_read_the_same_with_and_without_libyaml() -> None:
    chance = random.Random(1)  # noqa: S311
    originals = list(texts(("templates/new", "tests/project")))
    spoiled = [spoil(chance.choice(originals), chance) for _ in range(3000)]
    results = [(read_with(FAST, text), read_with(None, text), text) for text in spoiled]
    assert [text for fast, own, text in results if fast != own] == []
    assert sum(node is not None for (node, _), _, _ in results) > 300
    assert sum(node is None for (node, _), _, _ in results) > 300


def tells_of_syntax(path: Path) -> bool:
    """Whether a case is about how a file is read; of the others it is enough that they read the same."""
    return any(code.startswith("SRC") for code in read_case(path).codes)


READ = Known()
"""A case spoils one or two files; the others have been read so, too."""
# What the memory does not hold, since it is not a document.
run_once = functools.cache(events._run)


def count_same(ours: Sequence[str], others: Sequence[str]) -> int:
    """How many lines are the same before the first that is not."""
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(ours, others, strict=False)))


def cut(text: str, original: str) -> str:
    """The entries at the top of `text` in which it differs: what stands as it stood before is read by another test."""
    lines, before = text.splitlines(keepends=True), original.splitlines(keepends=True)
    same = count_same(lines, before)
    start = next((at for at in range(min(same, len(lines) - 1), 0, -1) if lines[at][0].isalpha()), 0)
    return "".join(lines[start : len(lines) - count_same(lines[same:][::-1], before[same:][::-1]) + 1])


def changed(case: Case, root: Path, original: dict[str, str]) -> Iterator[str]:
    """What each YAML file that a case has changed says otherwise."""
    for block in case.wrong:
        path = root / (block.body.strip() if block.action == "move" else block.path)
        if path.suffix == ".yml" and path.is_file():
            yield cut(read(path, root).text, original.get(block.path, ""))


def test_every_mistake_reads_the_same_with_and_without_libyaml(original: dict[str, str], tmp_path: Path) -> None:
    number = 0
    for path in list_cases("invalid"):
        case = read_case(path)
        if not any(block.action == "link" for block in case.wrong):
            root = tmp_path / path.stem
            for block in case.wrong:
                if block.path in original:
                    (root / block.path).parent.mkdir(parents=True, exist_ok=True)
                    (root / block.path).write_text(original[block.path], encoding="utf-8")
            apply(case.wrong, root)
            for text in changed(case, root, original):
                number += 1
                assert read_with(FAST, text) == read_with(None, text), path.stem
    assert number > 250


@pytest.mark.parametrize(
    "path", [path for path in list_cases("invalid") if tells_of_syntax(path)], ids=lambda one: one.stem
)
def test_mistake_is_told_the_same_without_libyaml(path: Path, restored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = read_case(path)
    apply(case.wrong, restored)
    for reader in (plain, events):
        monkeypatch.setattr(reader, "FAST", None)
    monkeypatch.setattr(events, "_run", run_once)
    assert format_text(check(restored, READ)) == case.expected


def test_nest_of_any_depth_costs_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "FAST", None)
    found, error = events.parse("[" * 1_000_000)
    assert (len(found), error) == (events.MAX_DEPTH + 3, None)
