"""The content as it was at another commit, in a folder beside: nothing that is checked out is touched."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator import links

CONTENT = (links.PROFILES, links.TEXTS, links.SETTINGS)
"""What is compared. Templates and code are those at hand on both sides, so that the report is about content alone."""
_COMMIT = "^{commit}"
"""Behind a name: the commit that it leads to, as from a tag."""


class BaseError(Exception):
    """There is no such commit, or no repository; the text says so."""


@contextmanager
def unpack(root: Path, ref: str) -> Iterator[Path]:
    """A folder with the content of `root` as it is in the commit `ref`, and the templates at hand; gone in the end.

    Raises `BaseError`.
    """
    commit = _resolve(root, ref)
    there = _git(root, "ls-tree", "--name-only", commit).decode().splitlines()
    # Settings may go on from others beside them, and without its translations a site with several languages is none.
    names = [name for name in there if name in (*CONTENT, links.LANGUAGES) or name.endswith(".yml")]
    with tempfile.TemporaryDirectory(prefix="careers-") as name:
        folder = Path(name)
        if names:
            with tarfile.open(fileobj=io.BytesIO(_git(root, "archive", "--format=tar", commit, *names))) as archive:
                if safely := getattr(tarfile, "data_filter", None):  # Python 3.11 has it from 3.11.4 on.
                    archive.extraction_filter = safely
                archive.extractall(folder)  # noqa: S202
        if (root / "templates").is_dir():
            shutil.copytree(root / "templates", folder / "templates", symlinks=True)
        yield folder


def list_changed(root: Path, ref: str) -> frozenset[str]:
    """The files of the content that are others than in the commit `ref`, or that Git does not know yet.

    Raises `BaseError`.
    """
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", *CONTENT)
    return frozenset((*_list_different(root, ref, *CONTENT), *_split(new)))


def list_others(root: Path, ref: str) -> list[str]:
    """The files besides the content that are others than in the commit `ref`; raises `BaseError`."""
    return _list_different(root, ref, ".", *(f":(exclude){name}" for name in CONTENT))


def _list_different(root: Path, ref: str, *places: str) -> list[str]:
    """Paths below `root`, which may be a folder within the repository."""
    return _split(_git(root, "diff", "--name-only", "--relative", "-z", _resolve(root, ref), "--", *places))


def _split(paths: bytes) -> list[str]:
    return [*filter(None, os.fsdecode(paths).split("\0"))]


def _resolve(root: Path, ref: str) -> str:
    """The number of a commit; a name that begins with a hyphen would be an option."""
    return _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", ref + _COMMIT).decode().strip()


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)  # noqa: S607
    except FileNotFoundError:
        raise BaseError("git is not installed") from None
    if done.returncode:
        told = (
            done.stderr.decode(errors="replace").strip()
            or f"git knows no commit {arguments[-1].removesuffix(_COMMIT)!r}"
        )
        raise BaseError(told)
    return done.stdout
