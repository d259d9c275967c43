"""How much of the scripts the tests under node reach; fails below the floor, which may only rise.

    NODE_V8_COVERAGE=build/reached .venv/bin/python -m pytest tests/scripts
    .venv/bin/python -m tools.reached build/reached

Counts letters of code, without blanks and comments, in all modules of assets/careers but those that define an element,
which browser tests are for. The floor is `scripts` in pyproject.toml, `[tool.career-guides.reached]`, in percent.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ASSETS = ROOT / "templates/theme/assets/careers"
SHOWN = 12
"""As many modules are listed, those with most that nothing reaches."""

# A text or a pattern may hold what looks like a comment. None of ours goes over several lines but templates.
_COMMENT = re.compile(
    r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|(?<=[(=,:&|!?;\[] )/(?![*/])(?:\\.|[^/\\\n])+/)"""
    r"""|/\*.*?\*/|//[^\n]*|\s+""",
    re.DOTALL,
)


def find_code(text: str) -> bytearray:
    """1 for each letter of a script that is code, 0 for blanks and comments."""
    code = bytearray(b"\1") * len(text)
    for found in _COMMENT.finditer(text):
        if found[1] is None:
            code[found.start() : found.end()] = bytes(len(found[0]))
    return code


def find_reached(functions: Iterable[Mapping[str, Any]], length: int) -> bytearray:
    """1 for each letter that ran in one instance of a script, as V8 reports its functions."""
    reached = bytearray(length)
    ranges = [one for function in functions for one in function["ranges"]]
    # From the outside inwards: what lies within says more exactly how often it ran.
    for one in sorted(ranges, key=lambda one: (one["startOffset"], -one["endOffset"])):
        start, end = one["startOffset"], min(one["endOffset"], length)
        reached[start:end] = (b"\1" if one["count"] else b"\0") * (end - start)
    return reached


def measure(folder: Path, assets: Path) -> dict[str, tuple[int, int]]:
    """Module -> letters of code, and of them those that ran in any page of any report in the folder."""
    sources = {path.as_uri(): path for path in sorted(assets.rglob("*.js")) if path.name != "element.js"}
    texts = {address: path.read_text(encoding="utf-8") for address, path in sources.items()}
    reached = dict.fromkeys(texts, 0)
    for report in sorted(folder.glob("*.json")):
        for script in json.loads(report.read_text(encoding="utf-8"))["result"]:
            address = script["url"]
            if address in texts:
                ran = find_reached(script["functions"], len(texts[address]))
                reached[address] |= int.from_bytes(ran, "big")
    found = {}
    for address, text in texts.items():
        code = int.from_bytes(find_code(text), "big")
        name = sources[address].relative_to(assets).as_posix()
        found[name] = (code.bit_count(), (code & reached[address]).bit_count())
    return found


def main(arguments: list[str]) -> int:
    """Print what was reached; 1 if it is less than the floor."""
    if len(arguments) != 1 or not any(Path(arguments[0]).glob("*.json")):
        print("Name the folder that NODE_V8_COVERAGE named; there are no reports there.", file=sys.stderr)
        return 2
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floor = settings["tool"]["career-guides"]["reached"]["scripts"]
    modules = measure(Path(arguments[0]), ASSETS)
    left = sorted(modules.items(), key=lambda one: one[1][1] - one[1][0])
    for name, (code, ran) in left[:SHOWN]:
        print(f"{name:40} {ran:6} of {code:6} letters")
    share = 100 * sum(ran for _, ran in modules.values()) / sum(code for code, _ in modules.values())
    print(f"Tests under node reach {share:.1f} % of the scripts; the floor is {floor} %.")
    return int(share < floor)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
