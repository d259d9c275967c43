"""The same sources give the same bytes, whatever the process that reads them is like."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.publishing.unchanged import DOCS

pytestmark = pytest.mark.slow

DAY = "1764288000"
"""What MkDocs takes for now, in seconds since 1970: it stands in the sitemap."""
PROCESSES = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "0"},
)


def read(folder: Path) -> dict[str, bytes]:
    """Path below a folder -> content."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_builds_in_unlike_processes_are_the_same(publishable: Path) -> None:
    built = []
    docs, site = publishable / DOCS, publishable / "site"
    for variables in PROCESSES:
        command = [sys.executable, "-m", "generator", "--root", str(publishable), "build"]
        environment = os.environ | variables | {"SOURCE_DATE_EPOCH": DAY}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        built.append(read(docs) | {f"site/{path}": text for path, text in read(site).items()})
        # Files that are as they were are not written again: the second process is to write them all.
        shutil.rmtree(docs)
    first, second = built
    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []
