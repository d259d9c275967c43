"""One build at a time."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has other locks; there, do not build twice at a time.
    fcntl = None  # type: ignore[assignment]

_DRAFTS = ("site-", "docs-", "preview-")
"""How the names of folders begin in which something is made, below build/."""


@contextlib.contextmanager
def lock(root: Path, tell: Callable[[str], None] = lambda _line: None) -> Iterator[None]:
    """Have build/ for oneself, where the system has file locks: of two builds, the second waits, and `tell`s it.

    What a build left there that was killed goes.
    """
    build = root / "build"
    build.mkdir(exist_ok=True)
    with (build / ".lock").open("w") as handle:
        if fcntl is not None:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                tell("Another build is at work in this folder; waiting for it to end")
                fcntl.flock(handle, fcntl.LOCK_EX)
            for draft in (path for name in _DRAFTS for path in build.glob(f"{name}*")):
                shutil.rmtree(draft, ignore_errors=True)
        yield
