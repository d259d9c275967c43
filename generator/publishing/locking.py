"""One build at a time, and what a build left that was killed."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has other locks; there, do not build twice at a time.
    fcntl = None  # type: ignore[assignment]

OLD = "old"
"""The name of the site of before, in the folder of a draft, while the new one takes its place."""
_HELD = "CAREERS_LOCKED"
"""The variable of the environment that tells a process that the one that began it has the lock of this folder."""
_HERE, _SWAP = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of renameat2(2)."""
_DRAFTS = ("site-", "docs-", "preview-")
"""How the names of folders begin in which something is made, below build/."""


@contextlib.contextmanager
def lock(root: Path, tell: Callable[[str], None] = lambda _line: None) -> Iterator[None]:
    """Have build/ for oneself, where the system has file locks: of two builds, the second waits, and `tell`s it.

    What a build left there that was killed goes, but for a site that it had put aside: that is put back. Raises
    `OSError`, as where build/ is a symbolic link.
    """
    if os.environ.get(_HELD) == str(root):
        yield
        return
    build = root / "build"
    refuse_links(build)
    build.mkdir(exist_ok=True)
    with (build / ".lock").open("a") as handle:  # Not "w": a link may lead to a file that holds something.
        if fcntl is not None:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                tell("Another build is at work in this folder; waiting for it to end")
                fcntl.flock(handle, fcntl.LOCK_EX)
            drafts = [path for name in _DRAFTS for path in build.glob(f"{name}*")]
            put_back(drafts, root / "site")
            for draft in drafts:
                shutil.rmtree(draft, ignore_errors=True)
        yield


def refuse_links(*folders: Path) -> None:
    """Raise `OSError` if a folder in which files are deleted is a link: they would be those of somebody else."""
    for folder in folders:
        if folder.is_symlink():
            raise OSError(errno.ELOOP, "is a symbolic link; remove it, and a folder is made in its place", str(folder))


def put_back(drafts: Iterable[Path], site: Path) -> None:
    """Have the last good site where it belongs, if it was put aside for one that never came."""
    for draft in drafts:
        if (draft / OLD).is_dir() and not site.exists():
            (draft / OLD).rename(site)


def take_the_place(draft: Path, site: Path) -> None:
    """Put a new site where the old one is, in one step where the system has one; else by way of `OLD`."""
    if site.exists():
        if _exchange(draft, site):
            return
        site.rename(draft.with_name(OLD))
    try:
        draft.rename(site)
    finally:  # Whatever came between the two, be it Ctrl-C: the folder around the old one goes now.
        put_back([draft.parent], site)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at once, as Linux can; whether they have."""
    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _SWAP) == 0)


def hold(root: Path) -> dict[str, str]:
    """The environment for a process that works for one that has the lock."""
    return os.environ | {_HELD: str(root)}
