"""MkDocs in a process of its own, which ends with the process that began it, however that one ends."""

from __future__ import annotations

import os
import sys
import threading


def _watch() -> None:
    """End when the other side of the standard input is closed: nobody waits for what is made any more."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    os._exit(1)


if __name__ == "__main__":
    from mkdocs.__main__ import cli

    threading.Thread(target=_watch, daemon=True).start()
    cli(prog_name="mkdocs")
