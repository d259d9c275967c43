"""Another name in all files: the plan as a golden file, a project that is right afterwards, and nothing half done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator import project as projects
from generator.cache import Cache
from generator.keeping.edits import EditingError
from generator.keeping.renaming import plan_renaming
from tests.conftest import CASES, TODAY, UPDATE, check, edit
from tests.unit.test_cli import careers

NAMES = [
    ("occupation", "baker", "bread-baker"),
    ("skill", "time-management", "keeping-time"),
    ("field", "production", "making"),
    ("source", "wages-2025", "pay-of-2025"),
]

MORE = """# More

[A](../occupations/baker.md), [b](../fields/production.md), [c](../ways/skills/time-management.md),
[d](sources.md#wages-2025), but not ways/skills/time-management-2.md or sources.md#wages-2025-2.
Nor what is called so elsewhere: [e](https://example.org/occupations/baker), <https://example.org/sources/#wages-2025>.
"""


def rename(root: Path, old: str, new: str) -> list[str]:
    """What is written, line by line."""
    plan = plan_renaming(root, old, new, None, Cache(None))[1]
    lines = list(plan.describe())
    plan.apply(root)
    return lines


def read_all(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("kind", "old", "new"), NAMES)
def test_a_name_is_another_one_everywhere_and_the_project_is_right(
    project: Path, kind: str, old: str, new: str
) -> None:
    (project / "content/about/more.md").write_text(MORE, encoding="utf-8")
    stamps = {key: quiz.stamp() for key, quiz in projects.load(project, TODAY).site.quizzes.items()}
    text = "\n".join(rename(project, old, new)) + "\n"
    golden = CASES / f"renaming/{kind}.txt"
    if UPDATE:
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
    assert check(project) == ()
    assert {key: quiz.stamp() for key, quiz in projects.load(project, TODAY).site.quizzes.items()} == stamps
    # And back: the old name is none of before any more.
    rename(project, new, old)
    assert check(project) == ()


def test_other_bytes_stay_as_they_are(project: Path) -> None:
    for name in ("occupations/baker.yml", "occupations/cook.yml"):
        path = project / name
        path.write_bytes(b"\xef\xbb\xbf# A remark.\r\n" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = read_all(project)
    rename(project, "baker", "bread-baker")
    after = read_all(project)
    assert after["occupations/cook.yml"] == before["occupations/cook.yml"].replace(b"slug: baker", b"slug: bread-baker")
    assert after["occupations/bread-baker.yml"] == before["occupations/baker.yml"] + b"formerly: [baker]\r\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nobody", "x"), "there is no occupation, skill, field or source 'nobody'"),
        (("baker", "cook"), "the name 'cook' is taken"),
        (("baker", "a-z"), "the name 'a-z' is taken"),
        (("baker", "Bread baker"), "'Bread baker' is no name: write lower-case words"),
        (("baker", "chef"), "that would not be right:\noccupations/cook.yml:67:12: OCC015 old name 'chef'"),
        (("judge", "arbiter"), "occupations/judge.yml:67: write this list as [one, other], then try again"),
    ],
)
def test_what_cannot_be_done_well_is_not_begun(project: Path, arguments: tuple[str, str], told: str) -> None:
    edit(project / "occupations/cook.yml", "reviewed: 2026-11-01\n", "reviewed: 2026-11-01\nformerly: [chef]\n")
    edit(project / "occupations/judge.yml", "reviewed: ", "formerly:\n  - magistrate\nreviewed: ")
    before = read_all(project)
    result = careers(project, "rename", *arguments)
    assert (result.exit_code, result.stderr[: len(told) + 7]) == (1, f"Error: {told}")
    assert {path: data for path, data in read_all(project).items() if not path.startswith("build/")} == before


def test_a_page_in_another_encoding_is_named(project: Path) -> None:
    (project / "content/about/old.md").write_bytes(b"# Caf\xe9\n")
    with pytest.raises(EditingError, match=r"^content/about/old.md cannot be read: save it as UTF-8, then try again"):
        plan_renaming(project, "cook", "chef", None, Cache(None))


def test_the_plan_alone_writes_nothing_and_a_full_disk_leaves_all_as_it_was(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = careers(project, "rename", "--dry-run", "--of", "skill", "speaking", "talking")
    assert result.stderr.endswith("nothing has been written\n")
    assert "content/vocabulary/skills.yml:" in result.stdout
    plan = plan_renaming(project, "baker", "bread-baker", None, Cache(None))[1]
    before = read_all(project)
    # Whichever step it is that fails: each new file that is written, then each that takes the place of another.
    writes = sum(after is not None for _, after in plan.files.values())
    moves = sum((before is not None) + (after is not None) for before, after in plan.files.values())
    for name, steps in (("write_bytes", writes), ("replace", moves)):
        for step in range(1, steps + 1):
            with monkeypatch.context() as patch:
                patch.setattr(Path, name, fail_at(step, getattr(Path, name)))
                with pytest.raises(EditingError, match=r"No space left on device; nothing has been changed"):
                    plan.apply(project)
            assert read_all(project) == before
    plan.apply(project)
    assert read_all(project) != before


def fail_at(step: int, real: Callable[[Path, Any], object]) -> Callable[[Path, Any], object]:
    """`real`, for which there is no room once it is called so many times."""
    calls: list[Path] = []

    def act(path: Path, given: Any) -> object:
        calls.append(path)
        if len(calls) == step:
            raise OSError(28, "No space left on device", str(path))
        return real(path, given)

    return act


def test_schemas_that_are_there_are_made_anew(publishable: Path) -> None:
    careers(publishable, "schema")
    result = careers(publishable, "rename", "--of", "skill", "time-management", "keeping-time")
    assert "occupations/schema.json made anew" in result.stdout
    assert careers(publishable, "schema", "--check").exit_code == 0
