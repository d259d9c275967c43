"""A bundle has all of a site, no page that would work by half, and says in one line how it is opened."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.publishing.copies import opening
from generator.publishing.copies.bundling import BundlingError, write_bundle
from generator.publishing.copies.verifying import digest_files

FILES = {
    "index.html": b"<p>Home",
    "404.html": b"<p>Nothing here",
    "a b/index.html": b"<p>\xc3\xa9",
    "assets/x.js": b"export {};",
}


def make_site(root: Path) -> Path:
    for name, data in FILES.items():
        (root / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "site" / name).write_bytes(data)
    return root / "site"


def test_bundle_holds_no_page_but_in_its_archive_and_has_the_same_bytes(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    write_bundle(site, tmp_path / "a.zip")
    write_bundle(site, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.namelist() == ["READ ME.txt", "open.py", "site.data"]
        said = archive.read("READ ME.txt").decode()
        assert said.count("\n") == 1
        assert "python3 open.py" in said
        assert "py open.py" in said.partition("Windows")[2]


def ask(address: str) -> tuple[int, bytes, str]:
    try:
        answer = urllib.request.urlopen(address)  # noqa: S310 - of the server that was begun here
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.read(), answer.headers["Content-Type"]


@pytest.mark.parametrize("place", ["/", "/a%20path/of/it/"])
def test_unpacked_bundle_serves_each_file_as_it_is_published(tmp_path: Path, place: str) -> None:
    write_bundle(make_site(tmp_path), tmp_path / "bundle.zip", f"https://example.org{place}")
    folder = tmp_path / "unpacked"
    zipfile.ZipFile(tmp_path / "bundle.zip").extractall(folder)
    command = [sys.executable, "-I", str(folder / "open.py"), "quiet"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            said = next(line for line in process.stdout if "http://" in line)
            address = said.split("The site is at ")[1].split(";")[0]
            assert address.endswith(place)
            for path, name, kind in (
                ("", "index.html", "text/html; charset=utf-8"),
                ("a%20b/", "a b/index.html", "text/html; charset=utf-8"),
                ("a%20b", "a b/index.html", "text/html; charset=utf-8"),
                ("assets/x.js?x#y", "assets/x.js", "text/javascript; charset=utf-8"),
            ):
                assert ask(address + path) == (200, FILES[name], kind)
            for path in ("none", "../open.py", "%2e%2e/open.py", "assets/", "%2findex.html"):
                assert ask(address + path)[:2] == (404, FILES["404.html"])
        finally:
            process.kill()


def test_bundle_without_a_site_says_what_makes_one(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["--root", str(tmp_path), "bundle"])
    assert result.exit_code == 1
    assert "there is no site; `careers build` makes it" in result.stderr
    make_site(tmp_path)
    result = CliRunner().invoke(main, ["--root", str(tmp_path), "bundle"])
    assert result.exit_code == 0
    assert (tmp_path / "build/bundle.zip").is_file()


def test_a_bundle_that_is_not_whole_says_so(tmp_path: Path) -> None:
    program = shutil.copy(opening.__file__, tmp_path)
    for data in (None, b"half an archive"):
        if data:
            (tmp_path / opening.SITE).write_bytes(data)
        done = subprocess.run([sys.executable, "-I", program, "quiet"], capture_output=True, text=True, check=False)
        told = "site.data is not whole beside this file: unpack all of the bundle, and run it there\n"
        assert (done.returncode, done.stdout, done.stderr) == (1, "", told)


@pytest.mark.skipif(os.name == "nt", reason="neither pipes nor such names are there")
def test_what_is_no_file_is_told_and_never_waited_for(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    os.mkfifo(site / "pipe")
    with pytest.raises(OSError, match="not a regular file"):
        digest_files(site)
    with pytest.raises(OSError, match="not a regular file"):
        write_bundle(site, tmp_path / "a.zip")
    (site / "pipe").unlink()
    (site / os.fsdecode(b"\xff.html")).write_bytes(b"")
    with pytest.raises(BundlingError, match=r"xff.html: not a name in UTF-8"):
        write_bundle(site, tmp_path / "a.zip")
    assert not (tmp_path / "a.zip").exists()
