"""Whatever lies in the place of a file, `careers check` ends and says what and where."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.problems import format_text
from tests.conftest import check


def put_socket(path: Path) -> None:
    here = os.open(path.parent, os.O_RDONLY)  # The whole path may be longer than an address can be.
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(f"/proc/self/fd/{here}/{path.name}")
    os.close(here)


@pytest.mark.parametrize(("put", "what"), [(os.mkfifo, "a pipe"), (put_socket, "a socket"), (Path.mkdir, "a folder")])
@pytest.mark.parametrize(
    "name",
    [
        "mkdocs.yml",
        "occupations/baker.yml",
        "occupations/new.yml",
        "content/national.yml",
        "content/strings/en.yml",
        "content/about/new.md",
        "content/vocabulary/skills.yml",
        "templates/strings/en.yml",
        "templates/theme/assets/careers/pictures/marks.svg",
        "templates/theme/assets/careers/styles/tokens.css",
        "templates/theme/assets/careers/elements/new/element.css",
        "templates/pages/occupation.md.j2",
    ],
)
def test_what_is_no_file_is_a_problem_and_keeps_nobody_waiting(
    project: Path, name: str, put: Callable[[Path], None], what: str
) -> None:
    path = project / name
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    put(path)
    expected = f"{name}:1:1: SRC001 not a regular file, but {what}; put a text file here, or remove it"
    assert expected in format_text(check(project)).split("\n")


def test_link_to_a_device_is_a_problem(project: Path) -> None:
    (project / "content/about/zero.md").symlink_to("/dev/zero")
    assert "content/about/zero.md:1:1: SRC004 " in format_text(check(project))


@pytest.mark.parametrize("name", [".git/config", ".env", ".venv/a/b"])
def test_link_to_what_is_hidden_is_a_problem(project: Path, name: str) -> None:
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_text("https://me:password@example.org\n", encoding="utf-8")
    (project / "content/ways").mkdir(exist_ok=True)
    (project / "content/ways/more.md").symlink_to(project / name)
    assert "content/ways/more.md:1:1: SRC004 " in format_text(check(project))


@pytest.mark.parametrize(
    "name", ["a&lt;img src=x onerror=alert(1)&gt;", 'a"b', "a'b", "<b>", "{{ 7 }}", "a?b", "a#b", "a%2e", "a\\b", "a`b"]
)
def test_page_whose_name_may_mean_something_is_a_problem(project: Path, name: str) -> None:
    """Where a page has no title its name is one, as the theme prints it."""
    for path in (f"content/ways/{name}.md", f"content/ways/{name}/a.md"):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text("Words without a title.\n", encoding="utf-8")
        assert f"{path}:1:1: SRC013 name " in format_text(check(project))


def test_pages_may_have_names_of_any_alphabet(project: Path) -> None:
    for name in ("Häufige Fragen", "what_is-it", "C++, 2.0", "仕事", "हिन्दी", "pre\u0301paration"):
        (project / f"content/about/{name}.md").write_text("# A page\n", encoding="utf-8")
    assert check(project) == ()


@pytest.mark.parametrize(
    "name",
    [
        "templates/theme/assets/careers/pictures/marks.svg",
        "templates/theme/assets/careers/styles/page.css",
        "templates/theme/assets/careers/main.js",
        "templates/theme/main.html",
        "templates/pages/occupation.md.j2",
    ],
)
def test_text_of_the_theme_that_is_not_utf8_is_a_problem_where_it_is_not(project: Path, name: str) -> None:
    path = project / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"/*\n * B\xe4cker\n */\n")
    assert format_text(check(project)) == f"{name}:2:5: SRC002 byte 0xe4 is not UTF-8; save the file as UTF-8"


@pytest.mark.parametrize(
    ("name", "shown"), [(b"b\xe4cker.md", r"b\xe4cker.md"), (b"a\nb.md", r"a\nb.md"), (b"\xe4/x.md", r"\xe4")]
)
def test_name_that_cannot_be_shown_is_a_problem(project: Path, name: bytes, shown: str) -> None:
    path = Path(os.fsdecode(os.fsencode(project / "content") + b"/" + name))
    path.parent.mkdir(exist_ok=True)
    path.write_text("# A page\n", encoding="utf-8")
    (printed,) = map(str, check(project))
    said = f"name of a file or folder that cannot be shown: '{shown}'; rename it, in UTF-8"
    assert printed == f"content/{shown}:1:1: SRC013 {said}"
    printed.encode()


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("content/strings/de.yml", "rename it to 'content/strings/en-de.yml'"),
        ("content/strings/EN.yml", "'content/strings/en.yml' is there already; keep one of the two"),
        ("content/strings/en-plan.yaml", "rename it to 'content/strings/en-plan.yml'"),
        ("content/strings/sub/en-plan.yml", "rename it to 'content/strings/en-plan.yml'"),
        ("templates/strings/more.yml", "rename it to 'templates/strings/en-more.yml'"),
        ("content/national.yaml", "did you mean 'content/national.yml'?"),
        ("content/vocabulary/skill.yml", "did you mean 'content/vocabulary/skills.yml'?"),
        ("content/ways/skills.YML", "did you mean 'content/ways/skills.yml'?"),
    ],
)
def test_data_that_nobody_reads_is_a_problem_that_says_what_would_be_right(project: Path, name: str, hint: str) -> None:
    path = project / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("page: {home: Start}\n", encoding="utf-8")
    (printed,) = map(str, check(project))
    assert printed.startswith(f"{name}:1:1: SRC013 nothing is read from {path.name!r}; ")
    assert printed.endswith(hint)


def test_texts_of_a_language_alone_are_to_be_called_as_the_rest(project: Path) -> None:
    (project / "content/strings/en.yml").rename(project / "content/strings/de.yml")
    assert format_text(check(project)).endswith("rename it to 'content/strings/en.yml'")


def test_name_that_would_be_right_keeps_letters_without_their_accents(project: Path) -> None:
    text = (project / "occupations/baker.yml").read_text(encoding="utf-8")
    (project / "occupations/Bäcker.yml").write_text(text, encoding="utf-8")
    assert "SRC013 file name 'Bäcker.yml'; rename it to 'backer.yml'" in format_text(check(project))


def test_endings_in_capitals_are_read_and_refused(project: Path) -> None:
    (project / "occupations/baker.yml").rename(project / "occupations/baker.YML")
    (project / "content/about/us.MD").write_text("# Us\n", encoding="utf-8")
    assert format_text(check(project)) == (
        "content/about/us.MD:1:1: SRC013 file name 'us.MD'; rename it to 'us.md'\n"
        "occupations/baker.YML:1:1: SRC013 file name 'baker.YML'; rename it to 'baker.yml'"
    )


@pytest.mark.parametrize("name", ["Baker.yml", "baker.yaml"])
def test_profile_that_stands_beside_itself_is_one_problem(project: Path, name: str) -> None:
    text = (project / "occupations/baker.yml").read_text(encoding="utf-8")
    (project / "occupations" / name).write_text(text, encoding="utf-8")
    assert format_text(check(project)) == (
        f"occupations/{name}:1:1: SRC013 file name {name!r}; 'baker.yml' is there already; delete one of the two"
    )


def test_locks_and_copies_of_an_editors_program_are_passed_over(publishable: Path) -> None:
    theme = publishable / "templates/theme/assets/careers"
    for folder, name in (
        (publishable / "occupations", "baker.yml"),
        (publishable / "content/about", "us.md"),
        (publishable / "content/strings", "en.yml"),
        (publishable / "templates/pages", "occupation.md.j2"),
        (theme / "styles", "page.css"),
        (theme, "main.js"),
    ):
        (folder / f".#{name}").symlink_to("editor@computer.4711:1700000000")
        (folder / f".{name}").write_bytes(b"\xe4")
    assert check(publishable) == ()


@pytest.mark.parametrize("name", ["occupations", "content/methods", "content/strings"])
def test_file_in_the_place_of_a_folder_is_a_problem(project: Path, name: str) -> None:
    shutil.rmtree(project / name)
    (project / name).write_text("", encoding="utf-8")
    printed = f"{name}:1:1: SRC014 a file where a folder belongs; move it away"
    assert printed in format_text(check(project)).split("\n")
