from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.problems import Problem, format_text
from generator.sources.files import MAX_BYTES, Mark, Source, list_files, put, read
from generator.sources.nodes import Listing, Mapping, Scalar, compose


def compose_text(text: str) -> tuple[Mapping | None, str]:
    """The nodes of a file with this text, and what is printed about it."""
    source = Source("a.yml", text)
    return compose(source), format_text(source.problems)


def test_scalars_stay_text_and_keep_their_place() -> None:
    node, _ = compose_text('a: no\nb: [012, "12:30", 2026-11-23]\nc: |\n  x\n  y\n')
    assert node is not None
    assert node.entries["a"] == (Mark(1, 1, 1), Scalar("no", Mark(1, 4, 1), bare=True))
    listing = node.entries["b"][1]
    assert isinstance(listing, Listing)
    assert [(item.text, item.mark.column, item.bare) for item in listing.items if isinstance(item, Scalar)] == [
        ("012", 5, True),
        ("12:30", 10, False),
        ("2026-11-23", 19, True),
    ]
    assert node.entries["c"][1] == Scalar("x\ny\n", Mark(3, 4, 6), bare=False)


def test_paragraphs_survive_folding() -> None:
    node, _ = compose_text("a: >-\n  one\n  line\n\n  two\nb: one\n  line\n\n  two\n")
    assert node is not None
    assert [value.text for _, value in node.entries.values() if isinstance(value, Scalar)] == ["one line\n\ntwo"] * 2


@pytest.mark.parametrize("sign", ["[", "{a: ", "- "])
def test_nest_of_any_depth_is_refused_without_a_crash(sign: str) -> None:
    assert "SRC007 nested too deeply; at most 20 levels" in compose_text("a:\n  " + sign * 100_000)[1]


@pytest.mark.parametrize(
    "text", ["\\ud800", "\\uDFFF", "\\x00", "\\u202e", "\\U000e0001", "\\u2028", "\\ufeff", "\\e", "\\N", "\\b"]
)
def test_escape_cannot_smuggle_a_hidden_character(text: str) -> None:
    node, printed = compose_text(f'a: "x{text}y"')
    assert node is None
    assert printed.startswith(("a.yml:1:4: SRC005 ", "a.yml:1:4: SRC006 ", "a.yml:1:6: SRC006 "))


def test_byte_order_mark_and_line_ends_of_any_system_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes("\ufeffa: 1\r\nb: 2\rc: 3\n".encode())
    source = read(path, tmp_path)
    assert (source.text, source.problems) == ("a: 1\nb: 2\nc: 3\n", [])


def test_unreadable_file(tmp_path: Path) -> None:
    (tmp_path / "a.yml").mkdir()
    assert format_text(read(tmp_path / "a.yml", tmp_path).problems) == (
        "a.yml:1:1: SRC001 not a regular file, but a folder; put a text file here, or remove it"
    )


def test_file_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes("a: b\nü: Bäcker".encode() + b"\xe4\n")
    assert format_text(read(tmp_path / "a.yml", tmp_path).problems) == (
        "a.yml:2:10: SRC002 byte 0xe4 is not UTF-8; save the file as UTF-8"
    )


def test_file_that_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a: " + "b" * (MAX_BYTES - 3), encoding="utf-8")
    assert read(tmp_path / "a.yml", tmp_path).problems == []
    (tmp_path / "a.yml").write_text("a: " + "b" * (MAX_BYTES - 2), encoding="utf-8")
    assert format_text(read(tmp_path / "a.yml", tmp_path).problems) == (
        "a.yml:1:1: SRC003 196,609 bytes; at most 196,608 are read; split or shorten the file"
    )


def test_symbolic_link_out_of_the_repository_is_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    root.mkdir()
    (tmp_path / "secret.yml").write_text("a: b", encoding="utf-8")
    (root / "a.yml").symlink_to("../secret.yml")
    printed = (
        "a.yml:1:1: SRC004 symbolic link leads out of the repository, or to what is hidden; put the file itself here"
    )
    source = read(root / "a.yml", root)
    assert (format_text(source.problems), source.text) == (printed, "")
    problems: list[Problem] = []
    assert list_files(root, root, (".yml",), problems) == []
    assert format_text(problems) == printed


def test_symbolic_link_that_leads_nowhere_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.yml").symlink_to("b.yml")
    (tmp_path / "c.yml").symlink_to("c.yml")
    problems: list[Problem] = []
    paths = list_files(tmp_path, tmp_path, (".yml",), problems)
    for path in paths:
        problems += read(path, tmp_path).problems
    assert {problem.path for problem in problems} == {"a.yml", "c.yml"}


def test_snippet_is_found_in_the_line_where_it_stands() -> None:
    source = Source("a.yml", "a: x y\nb: >\n  one two\n  three x\n")
    assert source.find("x", Mark(2, 4, 4)) == (4, 9)
    assert source.find("two three", Mark(2, 4, 4)) == (3, 7)
    assert source.find("four", Mark(2, 4, 4)) == (2, 4)
    assert source.find("", Mark(2, 4, 4)) == (2, 4)


def test_what_is_put_keeps_its_permissions_and_stands_where_a_link_leads(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    there, link, pipe = tmp_path / "elsewhere/there.yml", tmp_path / "link.yml", tmp_path / "pipe"
    there.write_text("before", encoding="utf-8")
    there.chmod(0o640)
    link.symlink_to(there)
    put(link, b"after")
    assert (there.read_bytes(), there.stat().st_mode & 0o777, link.is_symlink()) == (b"after", 0o640, True)
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    put(pipe, b"told")
    assert (os.read(reader, 9), pipe.is_fifo()) == (b"told", True)
    os.close(reader)
    assert {path.name for path in tmp_path.rglob("*")} == {"elsewhere", "there.yml", "link.yml", "pipe"}
    with pytest.raises(OSError, match=r"none/a\.yml"):
        put(tmp_path / "none/a.yml", b"")
