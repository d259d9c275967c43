"""What a new site asks for, by how the generator was installed."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from generator.sources.shipped import installed
from generator.sources.shipped.installed import Origin, read_origin

WHEEL = "career_guides-1.2.0-py3-none-any.whl"


def note(url: str, **more: Any) -> str:
    return json.dumps({"url": url, **more})


@pytest.mark.parametrize(
    ("noted", "requirement"),
    [
        ("", "career-guides==1.2.0"),
        (
            note("https://git.example.org/guides.git", vcs_info={"vcs": "git", "commit_id": "0a1b"}),
            "career-guides @ git+https://git.example.org/guides.git@0a1b",
        ),
        (
            note(f"https://files.example.org/{WHEEL}", archive_info={}),
            f"career-guides @ https://files.example.org/{WHEEL}",
        ),
    ],
)
def test_what_others_can_have_is_named(noted: str, requirement: str) -> None:
    assert read_origin(noted, "1.2.0") == Origin(requirement)


def test_a_wheel_goes_into_the_site_if_it_is_the_one_that_was_installed(tmp_path: Path) -> None:
    wheel = tmp_path / "my wheels ä" / WHEEL
    wheel.parent.mkdir()
    wheel.write_bytes(b"whole")
    right = hashlib.sha256(b"whole").hexdigest()
    for about in ({}, {"hash": f"sha256={right}"}, {"hashes": {"sha256": right}}):
        origin = read_origin(note(wheel.as_uri(), archive_info=about), "1.2.0")
        assert origin == Origin(f"./packages/{WHEEL}", {f"packages/{WHEEL}": b"whole"})
    other = read_origin(note(wheel.as_uri(), archive_info={"hash": "sha256=00"}), "1.2.0")
    assert other == Origin(f"career-guides @ {wheel.as_uri()}")
    wheel.unlink()
    assert read_origin(note(wheel.as_uri(), archive_info={}), "1.2.0") == other


def test_of_a_checkout_a_wheel_is_made_where_that_is_possible(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noted = note(tmp_path.as_uri(), dir_info={"editable": True})
    assert read_origin(noted, "1.2.0") == Origin(f"career-guides @ {tmp_path.as_uri()}")

    def make(folder: Path, out: Path) -> Path:
        assert folder == tmp_path
        (out / WHEEL).write_bytes(b"made")
        return out / WHEEL

    monkeypatch.setattr(installed, "_make_wheel", make)
    assert read_origin(noted, "1.2.0").files == {f"packages/{WHEEL}": b"made"}
