"""Files of earlier builds stay for whoever has their pages still, and nothing that is not ours comes along."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import links
from generator.publishing.assets.former import carry_over, dump_builds, read_builds


def make_site(folder: Path, builds: list[list[str]]) -> Path:
    """A site that says so of its builds, and has all of their files; each holds its own name."""
    for name in [name for files in builds for name in files]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    (folder / links.BUILDS).parent.mkdir(parents=True, exist_ok=True)
    (folder / links.BUILDS).write_text(dump_builds(builds), encoding="utf-8")
    return folder


def name(build: str) -> list[str]:
    return sorted([f"{links.ASSETS}-{build}/main.js", f"data/plan-{build}.json"])


def test_earlier_files_stay_for_a_few_builds(tmp_path: Path) -> None:
    before = make_site(tmp_path / "0", [name("0")])
    for build in range(1, 8):
        draft = make_site(tmp_path / str(build), [name(str(build))])
        carry_over(before, draft)
        before = draft
    assert read_builds(before) == [name(build) for build in "76543"]
    assert {path.name for path in (before / "data").iterdir()} == {
        "builds.json",
        *(f"plan-{build}.json" for build in "76543"),
    }
    for file in name("4"):
        assert (before / file).read_text(encoding="utf-8") == file


def test_a_build_that_changes_nothing_pushes_nothing_out(tmp_path: Path) -> None:
    before = make_site(tmp_path / "a", [name("1"), name("0")])
    draft = make_site(tmp_path / "b", [name("1")])
    carry_over(before, draft)
    assert read_builds(draft) == [name("1"), name("0")]


def test_what_the_new_build_made_is_not_replaced(tmp_path: Path) -> None:
    shared = f"{links.ASSETS}-1/data/files.json"
    before = make_site(tmp_path / "a", [[*name("1"), shared]])
    draft = make_site(tmp_path / "b", [[*name("2"), shared]])
    (draft / shared).write_text("new", encoding="utf-8")
    carry_over(before, draft)
    assert (draft / shared).read_text(encoding="utf-8") == "new"
    assert (draft / name("1")[0]).is_file()


def test_a_build_that_is_not_whole_is_not_kept(tmp_path: Path) -> None:
    before = make_site(tmp_path / "a", [name("1"), name("0")])
    (before / name("1")[0]).unlink()
    draft = make_site(tmp_path / "b", [name("2")])
    carry_over(before, draft)
    assert read_builds(draft) == [name("2"), name("0")]


@pytest.mark.parametrize(
    "said",
    [
        "no json",
        "{}",
        '["a"]',
        json.dumps([["../../etc/passwd"]]),
        json.dumps([["data/../../secret"]]),
        json.dumps([["index.html"]]),
        json.dumps([[1]]),
    ],
)
def test_a_list_that_is_not_ours_says_nothing(tmp_path: Path, said: str) -> None:
    before, draft = make_site(tmp_path / "a", [name("1")]), make_site(tmp_path / "b", [name("2")])
    (before / links.BUILDS).write_text(said, encoding="utf-8")
    carry_over(before, draft)
    assert read_builds(draft) == [name("2")]
    assert not (draft / name("1")[0]).exists()


def test_without_an_earlier_site_there_is_nothing_to_keep(tmp_path: Path) -> None:
    draft = make_site(tmp_path / "b", [name("2")])
    carry_over(tmp_path / "none", draft)
    assert read_builds(draft) == [name("2")]
    # Nor where others build the site, without addresses of its content.
    (tmp_path / "plain").mkdir()
    carry_over(draft, tmp_path / "plain")
    assert list((tmp_path / "plain").iterdir()) == []
