"""Long work is done in slices."""

from __future__ import annotations

import re

from tests.scripts.node.running import ASSETS

IN_ONE_GO = re.compile(r"^import \{[^}]*\bfinish\b[^}]*\} from \"[^\"]*/slices\.js\"", re.MULTILINE)
SHORT = {"scoring/norms.js", "scoring/parts.js"}
"""What these do in one go is short, or has been made ready in slices."""


def test_nothing_that_takes_long_is_done_in_one_go() -> None:
    found = {
        path.relative_to(ASSETS).as_posix()
        for path in ASSETS.rglob("*.js")
        if IN_ONE_GO.search(path.read_text("utf-8"))
    }
    assert found == SHORT
