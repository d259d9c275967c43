"""Targets of the Makefile, one after the other or side by side, and what each took.

    .venv/bin/python -m tools.steps check texts
    .venv/bin/python -m tools.steps lint,covered,proof+slow

With a plus between them they run side by side, with a comma in a row: browsers leave time in which others can compute.
The first that fails is the last, stops what runs beside it, and its exit code is ours. The first row prints as it goes,
what ran beside it follows in the end, whatever ends it, but for rows that were stopped since another failed. The last
line names seconds on the clock, the longest first, and all together.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import IO

REPOSITORY = Path(__file__).resolve().parents[1]
MAKE = ("make", "--no-print-directory")
PATIENCE = 30
"""Seconds that what is stopped has to tidy up."""


class Steps:
    """What has run, and what runs right now."""

    def __init__(self) -> None:
        self.took: dict[str, float] = {}
        self.code = 0
        self.end = "all passed in"
        """How all of it ended."""
        self._failed = ""
        self._running: list[subprocess.Popen[bytes]] = []
        self._lock = threading.Lock()

    def run(self, rows: Sequence[Sequence[str]]) -> None:
        """Rows of targets side by side."""
        with contextlib.ExitStack() as kept, ThreadPoolExecutor(len(rows)) as pool:
            outputs = [None, *(kept.enter_context(tempfile.TemporaryFile()) for _ in rows[1:])]
            tasks = [pool.submit(self._follow, row, output) for row, output in zip(rows, outputs, strict=True)]
            try:
                for task in tasks:
                    task.result()
            except BaseException:
                with self._lock:
                    self.code = self.code or 1
                    self.end = "stopped after"
                    self._stop()
                raise
            finally:
                # Whatever came between, such as a limit of time, somebody has to see how far it got; but what was
                # stopped because another failed would only hide what that said.
                wait(tasks)
                for row, output in zip(rows, outputs, strict=True):
                    if output and (not self._failed or self._failed in row):
                        output.seek(0)
                        shutil.copyfileobj(output, sys.stdout.buffer)
                sys.stdout.buffer.flush()

    def _follow(self, names: Sequence[str], output: IO[bytes] | None) -> None:
        """One row, until one of it or of another row fails."""
        for name in names:
            with self._lock:
                if self.code:
                    return
                shown = output or sys.stdout.buffer
                shown.write(f"\n== {name}\n".encode())
                shown.flush()
                start = time.monotonic()
                # In a session of its own it can be stopped with all that it has started.
                process = subprocess.Popen(
                    [*MAKE, name], cwd=REPOSITORY, stdout=output, stderr=output, start_new_session=True
                )
                self._running.append(process)
            code = process.wait()
            with self._lock:
                self._running.remove(process)
                if self.code:
                    return
                self.took[name] = time.monotonic() - start
                if code:
                    self.code, self.end, self._failed = code, f"{name} failed after", name
                    self._stop()

    def _stop(self) -> None:
        for process in self._running:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGINT)
                try:
                    process.wait(PATIENCE)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)


def report(took: dict[str, float], total: float, end: str) -> str:
    """One line for all steps, after how it ended."""
    longest = sorted(took.items(), key=lambda step: -step[1])
    steps = ", ".join(f"{name} {seconds:.0f} s" for name, seconds in longest)
    return f"{end} {total:.0f} s: {steps}"


def main() -> int:
    """Run the targets named on the command line."""
    # SIGINT, too: what a shell starts in the background ignores it, and so would all that is to be stopped by it.
    for ended in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ended, signal.default_int_handler)
    steps = Steps()
    start = time.monotonic()
    try:
        for stage in sys.argv[1:]:
            steps.run([row.split(",") for row in stage.split("+")])
            if steps.code:
                break
    finally:
        print(f"\n{report(steps.took, time.monotonic() - start, steps.end)}", flush=True)
    return steps.code


if __name__ == "__main__":
    sys.exit(main())
