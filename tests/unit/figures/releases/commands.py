"""`careers figures update` on a project, its files, and the tables that come of it."""

from __future__ import annotations

import gzip
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main


def update(project: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["--root", str(project), "figures", "update", *map(str, arguments)])


def table(project: Path, name: str) -> list[str]:
    return (project / f"content/figures/{name}.csv").read_text(encoding="utf-8").splitlines()


def text(project: Path, name: str, *lines: str) -> Path:
    path = project / name
    data = "".join(f"{line}\n" for line in lines).encode()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return path
