"""A build can be trusted: the same bytes everywhere, the last good site whatever comes between, a list of all files."""

from __future__ import annotations

import ctypes
import errno
import os
import queue
import re
import shlex
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.faults import describe
from generator.model.site import Site
from generator.project import Loaded
from generator.publishing import building, leashed, locking
from generator.publishing.building import PublishingError, build_site
from generator.publishing.copies.verifying import MANIFEST, write_manifest
from generator.publishing.locking import lock
from tests.conftest import PROJECT, add_templates, edit
from tests.unit.publishing.conftest import DAY, build


def careers(root: Path, *words: str, **environment: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", "-m", "generator", "--root", str(root), *words]
    return subprocess.Popen(
        command,
        cwd=root,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


@pytest.mark.slow
def test_builds_of_another_place_day_and_locale_have_the_same_bytes(built: Path, tmp_path: Path) -> None:
    other = add_templates(shutil.copytree(PROJECT, tmp_path / "another place/project"))
    unlike = {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    # The day after: more figures may be due on one that is far off.
    with careers(other, "build", **unlike, SOURCE_DATE_EPOCH=str(int(DAY) + 86_400)) as process:
        assert process.wait() == 0
    assert (built / MANIFEST).read_bytes() == (other / MANIFEST).read_bytes() == write_manifest(other / "site")
    for root in (built, other):
        sitemap = (root / "site/sitemap.xml").read_text(encoding="utf-8")
        assert "<lastmod>2026-11-01</lastmod>" in sitemap
        assert "2025-11" not in sitemap, "the day of the build"


@pytest.mark.slow
def test_site_is_whole_whenever_a_build_is_killed_and_what_is_left_goes(built: Path) -> None:
    good = {path.relative_to(built): path.read_bytes() for path in (built / "site").rglob("*.html")}
    edit(built / "content/start.md", "# ", "# Now: ")
    start = Path("site/start/index.html")

    def count() -> float:
        """The share of the pages that are in a draft: none, before there is one, is less than nothing."""
        drafts = [*(built / "build").glob("site-*")]
        names = (name for draft in drafts for _, _, names in os.walk(draft) for name in names)
        return sum(name.endswith(".html") for name in names) / len(good) if drafts else -1

    # While files are read, at shares of the pages, and as the draft has changed places with the site.
    moments: list[float | Callable[[], bool]] = [
        *(0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.2),
        *(partial(lambda share: count() >= share, share) for share in (0.5, 1)),
        lambda: b"Now: " in (built / start).read_bytes(),
    ]
    for moment in moments:
        process = careers(built, "build", "--fresh")
        if isinstance(moment, float | int):
            time.sleep(moment)
        else:
            while process.poll() is None and not moment():
                time.sleep(0.005)
        assert process.returncode is None, "it has ended before"
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        there = {path.relative_to(built): path.read_bytes() for path in (built / "site").rglob("*.html")}
        assert there.keys() == good.keys()
        assert there == good or b"Now: " in there[start], "some pages of each"
    with lock(built):
        assert not [path for path in (built / "build").iterdir() if path.name.startswith(("site-", "docs-"))]


@pytest.mark.parametrize("moment", ["aside", "there"])
@pytest.mark.parametrize("trouble", [KeyboardInterrupt, OSError(errno.ENOSPC, "No space left on device")])
def test_what_comes_between_the_two_renames_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str, trouble: type[BaseException] | BaseException
) -> None:
    site, draft = tmp_path / "site", tmp_path / "build/site-x/new"
    for folder, text in ((site, "old"), (draft, "new")):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(text, encoding="utf-8")
    monkeypatch.setattr(locking, "_exchange", lambda _one, _other: False)
    rename = Path.rename

    def stop(path: Path, target: Path) -> Path:
        if (path == site) == (moment == "aside") and path != draft.with_name("old"):
            raise trouble
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", stop)
    with pytest.raises((KeyboardInterrupt, OSError)):
        locking.take_the_place(draft, site)
    assert (site / "index.html").read_text(encoding="utf-8") == "old"


def test_site_that_a_killed_build_put_aside_is_put_back(tmp_path: Path) -> None:
    aside = tmp_path / "build/site-x/old"
    aside.mkdir(parents=True)
    (aside / "index.html").write_text("good", encoding="utf-8")
    with lock(tmp_path):
        assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "good"
        assert not aside.parent.exists()
    # One that was killed before it came to that has left nothing to put back.
    (tmp_path / "site").rename(tmp_path / "gone")
    aside.parent.mkdir()
    with lock(tmp_path):
        assert not (tmp_path / "site").exists()


def test_new_site_takes_the_place_of_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename, moved = Path.rename, list[Path]()

    def note(path: Path, target: Path) -> Path:
        moved.append(path)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", note)
    for one_step in (False, False, True):
        site, draft = tmp_path / "site", tmp_path / "build/site-x/new"
        draft.mkdir(parents=True)
        text = f"{one_step} {site.exists()}"
        (draft / "index.html").write_text(text, encoding="utf-8")
        with pytest.MonkeyPatch.context() as patch:
            if not one_step:
                patch.setattr(ctypes, "CDLL", refuse(errno.ENOENT))
            elif not hasattr(ctypes.CDLL(None), "renameat2"):
                pytest.skip("no system call here that lets two folders change places")
            locking.take_the_place(draft, site)
        assert (site / "index.html").read_text(encoding="utf-8") == text
        shutil.rmtree(draft.parent)
    assert [path.name for path in moved] == ["new", "site", "new"], "the last of them was one step"


def test_of_two_builds_the_second_waits_and_says_so(tmp_path: Path) -> None:
    told, done = queue.Queue[str](), list[str]()

    def build_too() -> None:
        with lock(tmp_path, told.put):
            done.append("second")

    other = threading.Thread(target=build_too)
    with lock(tmp_path, pytest.fail):
        other.start()
        assert told.get(timeout=60) == "Another build is at work in this folder; waiting for it to end"
        done.append("first")
    other.join()
    assert done == ["first", "second"]


def test_build_is_no_link_to_a_folder_of_others(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "build").symlink_to("theirs")
    with pytest.raises(OSError, match="is a symbolic link; remove it"), lock(tmp_path):
        pytest.fail("locked")


def refuse(number: int) -> Callable[..., bytes]:
    def fail(*_: object, **__: object) -> bytes:
        raise OSError(number, os.strerror(number), "build/x")

    return fail


def test_full_disks_and_folders_that_cannot_be_written_are_a_sentence_and_leave_the_site(
    tmp_path: Path, small_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def press(_root: Path, _site: Site, _sites: object, draft: Path, *_: object) -> bool:
        draft.mkdir()
        (draft / "index.html").write_text("new", encoding="utf-8")
        return True

    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old", encoding="utf-8")
    monkeypatch.setattr(building, "_press", press)
    for where, number in (
        *(("write_manifest", number) for number in (errno.ENOSPC, errno.EACCES, errno.EROFS)),
        *(("carry_over", errno.ENOSPC), ("take_the_place", errno.ENOSPC), ("_press", errno.ENOSPC)),
    ):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(building, where, refuse(number))
            with pytest.raises(PublishingError, match=os.strerror(number)):
                build_site(tmp_path, Loaded(small_site))
        assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "old"
        assert not [*(tmp_path / "build").iterdir()]
    build_site(tmp_path, Loaded(small_site))
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "new"


def test_trouble_with_two_files_names_the_one_that_it_is_about() -> None:
    copied = OSError(errno.ENOSPC, "No space left on device", "theme/main.css", None, "build/site-x/main.css")
    assert describe(copied) == "build/site-x/main.css: No space left on device"
    # As where a limit is set on what one may write.
    copied = OSError(errno.EFBIG, "File too large", "theme/main.css", None, "build/site-x/main.css")
    assert describe(copied) == "build/site-x/main.css: File too large"
    assert describe(OSError(errno.ENOSPC, "No space left on device"), Path("build")) == "build: No space left on device"
    moved = OSError(errno.EXDEV, "Invalid cross-device link", "site", None, "build/site-x/old")
    assert describe(moved).startswith("site: Invalid cross-device link; nothing takes the place of a mounted folder: ")
    assert describe(OSError(errno.ENOENT, "No such file", "from", None, "to")) == "from: No such file"


@pytest.mark.slow
def test_a_disk_that_is_full_is_a_sentence_and_leaves_the_site(built: Path) -> None:
    own = ["unshare", "--map-root-user", "--mount"]
    build = f"{shlex.quote(sys.executable)} -P -m generator --root . build --fresh"
    script = f"mount -t tmpfs -o size=6m none build && touch mounted && exec {build}"
    before = (built / MANIFEST).read_bytes()
    done = subprocess.run([*own, "sh", "-c", script], cwd=built, capture_output=True, text=True, check=False)
    if not (built / "mounted").exists():
        pytest.skip(f"nothing may be mounted here: {done.stderr}")
    assert done.returncode == 1
    assert re.search("^(.*/)?build(/.*)?: No space left on device$", done.stderr, re.MULTILINE), done.stderr
    assert "The site could not be made; site/ is unchanged" in done.stderr
    assert (built / MANIFEST).read_bytes() == before == write_manifest(built / "site")


def test_a_folder_whose_name_is_no_text_is_a_sentence(tmp_path: Path) -> None:
    root = Path(os.fsdecode(os.fsencode(tmp_path) + b"/q\xff\xe9"))
    root.mkdir()
    for command in ("build", "check"):
        result = CliRunner().invoke(main, ["--root", str(root), command])
        assert result.exit_code == 1
        assert result.stderr.startswith("Error: ")
        assert result.stderr.endswith(r"/q\xff\xe9: not a name in UTF-8; rename the folder that has it" + "\n")


def test_a_file_in_the_place_of_build_is_a_sentence(project: Path) -> None:
    (project / "build").write_text("", encoding="utf-8")
    result = CliRunner().invoke(main, ["--root", str(project), "build"])
    assert result.exit_code == 1
    assert "build: File exists, where a folder belongs" in result.stderr
    assert "Traceback" not in result.output


def test_lock_that_is_a_link_empties_no_file(tmp_path: Path) -> None:
    (tmp_path / "profile.yml").write_text("mine", encoding="utf-8")
    (tmp_path / "build").mkdir()
    (tmp_path / "build/.lock").symlink_to(tmp_path / "profile.yml")
    with lock(tmp_path):
        assert (tmp_path / "profile.yml").read_text(encoding="utf-8") == "mine"


def test_mkdocs_ends_with_the_process_that_began_it(tmp_path: Path) -> None:
    begin = f"""
import subprocess, sys
command = [sys.executable, "-m", "{leashed.__name__}", "serve"]
child = subprocess.Popen(command, stdin=subprocess.PIPE, cwd={str(tmp_path)!r})
print(child.pid, flush=True)
child.wait()
"""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# A", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: A\ndev_addr: 127.0.0.1:0\n", encoding="utf-8")
    parent = subprocess.Popen(
        [sys.executable, "-c", begin], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert parent.stdout
    child = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    for _ in range(300):
        state = Path(f"/proc/{child}/stat")
        if not state.exists() or ") Z " in state.read_text(encoding="utf-8"):
            return
        time.sleep(0.1)
    os.kill(child, signal.SIGKILL)
    raise AssertionError("it runs on")


def test_process_that_works_for_a_build_does_not_wait_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with lock(tmp_path):
        for name, value in locking.hold(tmp_path).items():
            monkeypatch.setenv(name, value)
        with lock(tmp_path, lambda line: pytest.fail(line)):
            pass


def test_verify_names_what_is_otherwise_than_it_was_built(built: Path, tmp_path: Path) -> None:
    def verify(folder: Path, *more: str) -> tuple[int, list[str]]:
        result = CliRunner().invoke(main, ["--root", str(built), "verify", str(folder), *more])
        return result.exit_code, result.stdout.splitlines()

    copy = shutil.copytree(built / "site", tmp_path / "copy")
    assert verify(copy) == (0, [])
    (copy / "index.html").write_text("<p>Mine", encoding="utf-8")
    (copy / "404.html").unlink()
    (copy / "more.html").touch()
    assert verify(copy) == (1, ["index.html: changed", "404.html: missing", "more.html: not of this build"])
    (built / MANIFEST).write_text("no list", encoding="utf-8")
    assert verify(copy)[0] == 1
    code, _ = verify(copy, "--manifest", str(tmp_path / "none"))
    assert code == 1


def test_build_again_leaves_the_list_as_it_is_known(built: Path) -> None:
    before = (built / MANIFEST).read_bytes()
    build(built)
    assert (built / MANIFEST).read_bytes() == before == write_manifest(built / "site")
