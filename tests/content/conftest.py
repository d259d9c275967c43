"""This repository's own content. Tests here hold for any content; what is true of this alone is marked `ours`."""

from __future__ import annotations

import fcntl
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import project
from generator.model.site import Site
from tests.browser.support import site as sites
from tests.conftest import REPOSITORY
from tests.making import render
from tests.scripts.conftest import collection as collection
from tests.scripts.conftest import columns as columns
from tests.scripts.conftest import modules as modules
from tests.scripts.conftest import node as node
from tests.scripts.conftest import profiled as profiled


@pytest.fixture(scope="session")
def own() -> Site:
    """The repository's own project; one with errors fails every test that asks for it."""
    return project.load(REPOSITORY).site


@pytest.fixture(scope="session")
def own_pages(own: Site) -> dict[str, str]:
    """Every file of build/docs, path -> text."""
    return render(own, REPOSITORY)


@pytest.fixture(scope="session")
def own_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site; several workers of one run share it."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if base.name.startswith("popen-") else base) / "own"
    once(shared, lambda: sites.build(thin_outlines(sites.copy_own(shared / "project"))))
    return shared / "project/site"


FEW = 12
"""One outline in so many is built: they are made alike, and a thousand take as long as everything else."""


def thin_outlines(root: Path) -> Path:
    """Leave out most codes of the tables that outlines are made of, and none that a profile names."""
    profiles = "".join(path.read_text(encoding="utf-8") for path in (root / "occupations").glob("*.yml"))
    for path in (root / "content/figures").glob("*.yml"):
        if named := re.search(r"^outlines: (\S+)", path.read_text(encoding="utf-8"), re.MULTILINE):
            table = path.with_suffix("") / f"{named[1]}.csv"
            head, *rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
            kept = [row for at, row in enumerate(rows) if at % FEW == 0 or row.partition(",")[0] in profiles]
            table.write_text("".join((head, *kept)), encoding="utf-8")
    return root


def once(folder: Path, make: Callable[[], object]) -> None:
    """Run `make` in the process that comes first, while the others wait; where it fails they try themselves."""
    folder.mkdir(exist_ok=True)
    done = folder / "done"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            make()
            done.touch()
