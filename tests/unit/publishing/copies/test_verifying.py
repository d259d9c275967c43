"""A folder is held against the list of a build, and readers keep what is for them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from generator.publishing.copies.verifying import (
    OFFLINE,
    VerifyingError,
    compare,
    digest_files,
    write_manifest,
    write_offline,
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A site of three files."""
    for name in ("index.html", "api/v1/all.json", "es/index.html"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(name, encoding="utf-8")
    return tmp_path / "site"


def test_whatever_is_otherwise_is_named_and_much_is_counted(copy: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "list"
    manifest.write_bytes(write_manifest(copy))
    assert compare(copy, manifest) == []
    for number in range(20):
        (copy / f"{number:02}").touch()
    assert len(told := compare(copy, manifest)) == 20
    assert told[0] == "00: not of this build"
    (copy / "more").touch()
    (copy / "index.html").unlink()
    *_, last = told = compare(copy, manifest)
    assert last == "and 1 more files not of this build"
    assert told[0] == "index.html: missing"


@pytest.mark.parametrize("odd", ["", "no list", "{good}no list", "{good}\n0123  index.html"])
def test_what_is_no_list_is_compared_with_nothing(copy: Path, tmp_path: Path, odd: str) -> None:
    (tmp_path / "list").write_text(odd.replace("{good}", write_manifest(copy).decode()), encoding="utf-8")
    with pytest.raises(VerifyingError, match="not a list that `careers build` has written"):
        compare(copy, tmp_path / "list")
    with pytest.raises(VerifyingError, match="No such file or directory; `careers build` writes it"):
        compare(copy, tmp_path / "none")


def test_readers_keep_what_is_for_them_in_one_language(copy: Path) -> None:
    digests = digest_files(copy)
    known = write_offline(copy, digests, ["es/"])
    written = (copy / OFFLINE).read_bytes()
    assert known == {OFFLINE: hashlib.sha256(written).hexdigest()}
    listed = json.loads(written)
    assert (listed["files"], listed["bytes"]) == ({"index.html": digests["index.html"]}, len("index.html"))
    # Another build is called otherwise.
    build = listed["build"]
    write_offline(copy, digests | {"index.html": "0" * 64}, ["es/"])
    assert json.loads((copy / OFFLINE).read_bytes())["build"] != build
