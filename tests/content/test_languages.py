"""What is translated is right, whether the site is published in these languages or not."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator import project
from generator.problems import ProjectError
from tests.browser.support.site import copy_own
from tests.conftest import REPOSITORY

FOLDER = "languages"


@pytest.mark.ours
def test_translations_have_no_mistakes(tmp_path: Path) -> None:
    tags = sorted(path.name for path in (REPOSITORY / FOLDER).iterdir() if path.is_dir())
    if not tags:
        pytest.skip("nothing is translated here")
    root = copy_own(tmp_path)
    shutil.copytree(REPOSITORY / FOLDER, root / FOLDER, dirs_exist_ok=True)
    settings = root / "mkdocs.yml"
    text, count = re.subn(
        r"^extra:\n(  languages: .*\n)?",
        f"extra:\n  languages: [{', '.join(tags)}]\n",
        settings.read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    assert count == 1
    settings.write_text(text, encoding="utf-8")
    try:
        loaded = project.load(root)
    except ProjectError as error:
        pytest.fail("\n".join(map(str, error.problems)))
    assert [one.settings.folder.rstrip("/") for one in loaded.others] == tags
