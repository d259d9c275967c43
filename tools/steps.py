"""Targets of the Makefile one after the other, and what each took.

    .venv/bin/python -m tools.steps lint units

The first that fails is the last, and its exit code is ours. What a step prints is printed as it comes; the table at
the end names seconds on the clock, the longest first, and all of them together.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]


def run(names: Sequence[str]) -> tuple[dict[str, float], int]:
    """Target -> seconds, of those that were run, and the exit code of the last one."""
    took: dict[str, float] = {}
    for name in names:
        print(f"\n== {name}", flush=True)
        start = time.monotonic()
        # S607: whichever `make` is at work found us.
        done = subprocess.run(["make", "--no-print-directory", name], cwd=REPOSITORY, check=False)  # noqa: S607
        took[name] = time.monotonic() - start
        if done.returncode:
            return took, done.returncode
    return took, 0


def report(took: dict[str, float], failed: bool) -> str:
    """One line for all steps, and which of them failed."""
    longest = sorted(took.items(), key=lambda step: -step[1])
    steps = ", ".join(f"{name} {seconds:.0f} s" for name, seconds in longest)
    return f"{f'{list(took)[-1]} failed after' if failed else 'all passed in'} {sum(took.values()):.0f} s: {steps}"


def main() -> int:
    """Run the targets named on the command line."""
    took, code = run(sys.argv[1:])
    print(f"\n{report(took, bool(code))}", flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
