"""A command as a process of its own, and what it took: time, processors, memory."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_LOOK = 1.0
"""Seconds between two looks at how much memory all processes hold."""


@dataclass(frozen=True)
class Cost:
    """What one command took."""

    clock: float
    """Seconds until it was done."""
    work: float = 0.0
    """Seconds of the processors, those of its own processes included."""
    memory: int = 0
    """Bytes that the largest of its processes held at most."""
    whole: int = 0
    """Bytes that all of them held at most, what they share counted once; 0 where the system does not say."""


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command to its end; stops with what it printed if that is a failure."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)
        over = threading.Event()
        held = [0]
        watch = threading.Thread(target=_watch, args=(process.pid, over, held))
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - start
        over.set()
        watch.join()
        if os.waitstatus_to_exitcode(status):
            said.seek(0)
            sys.exit(f"{' '.join(command)}\n{said.read().decode(errors='replace')}")
    # What ru_maxrss counts in is a matter of the system: bytes on macOS, else kilobytes.
    memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Cost(took, usage.ru_utime + usage.ru_stime, memory, max(held))


def _watch(pid: int, over: threading.Event, held: list[int]) -> None:
    """Look at the memory of a process and of those below it, until it is `over`."""
    while not over.wait(_LOOK):
        held.append(_memory_of(pid))


def _memory_of(pid: int) -> int:
    """Bytes that a process and those below it hold, what they share counted once; 0 of one that is no more."""
    folder = Path(f"/proc/{pid}")
    try:
        shares = re.findall(r"^Pss: +(\d+) kB", (folder / "smaps_rollup").read_text("utf-8"), re.MULTILINE)
        below = (folder / f"task/{pid}/children").read_text("utf-8").split()
    except OSError:
        return 0
    return 1024 * sum(map(int, shares)) + sum(_memory_of(int(child)) for child in below)


def work_of(pid: int) -> float:
    """Seconds of the processors that a process and those it has ended have had; 0 where the system does not say."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    ticks = stat.rpartition(")")[2].split()[11:15]  # utime, stime, cutime and cstime of proc_pid_stat(5).
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
