"""Takes hostile inputs for as long as one has time, each round of a new seed: `python -m tools.fuzz --minutes 10`.

What the tests take a few of: pages, texts, profiles, links, pasted lines and imported files. The first round that finds
something ends it, and says by which seed it comes again.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time

TESTS = ("tests/unit/sources/test_hostile.py", "tests/unit/rules/test_markup.py", "tests/scripts/test_hostile.py")


def main() -> None:
    """Run rounds until the time is over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--times", type=int, default=20, help="how many times as many inputs as the tests take")
    parser.add_argument("--seed", type=int, default=1, help="of the first round")
    given = parser.parse_args()
    begun, seed = time.monotonic(), given.seed
    while time.monotonic() - begun < 60 * given.minutes:
        more = {"FUZZ_TIMES": str(given.times), "FUZZ_SEED": str(seed)}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", *TESTS]
        if subprocess.run(command, env=os.environ | more, check=False).returncode:
            sys.exit(f"found by: python -m tools.fuzz --times {given.times} --seed {seed}")
        seed += 1
    print(f"{seed - given.seed} rounds, of {given.times} times as many inputs as the tests take: nothing found")


if __name__ == "__main__":
    main()
