"""The package as somebody has it who installs it: a wheel in an environment of its own, far from this checkout."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

Run = Callable[..., str]
OTHERS = 9
"""Guides beside the example, as of a publisher with a collection of a few."""


@pytest.fixture(scope="module")
def careers(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The command as the wheel brings it; it answers what it printed, and fails where it does."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    run = {"check": True, "cwd": folder, "capture_output": True}
    wheel = ["wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder), str(REPOSITORY)]
    subprocess.run([*pip, *wheel], **run)  # type: ignore[call-overload]
    (made,) = folder.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", "venv"], **run)  # type: ignore[call-overload]
    python = folder / "venv/bin/python"
    install = ["install", "--no-deps", "--no-index", "--no-compile", str(made)]
    subprocess.run([*pip, "--python", str(python), *install], **run)  # type: ignore[call-overload]
    # What the package needs is here already, by the same pins; the links of this environment to the checkout are not.
    (packages,) = folder.glob("venv/lib/*/site-packages")
    (packages / "pins.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")

    def call(root: Path, *arguments: str) -> str:
        command = [str(folder / "venv/bin/careers"), *arguments]
        environment = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    where = subprocess.check_output(
        [python, "-c", "import generator; print(generator.__file__)"], cwd=folder, text=True
    )
    assert where.startswith(str(folder))
    return call


@pytest.mark.ours
def test_site_of_the_package_checks_and_builds(careers: Run, tmp_path: Path) -> None:
    careers(tmp_path, "init", "my site ä", "--name", 'Guides of "Springfield"')
    root = tmp_path / "my site ä"
    profile = (root / "occupations/baker.yml").read_text(encoding="utf-8")
    for number in range(OTHERS):
        text = re.sub(r"(?<=: )Baker|(?:bread|pastry) (?:maker|baker)", rf"\g<0> {number}", profile)
        (root / f"occupations/baker-{number}.yml").write_text(text, encoding="utf-8")
    assert careers(root, "check", "--format", "json").startswith("[]")
    # The links of all pages are looked at while it is built, and any that leads nowhere ends it.
    assert f"{OTHERS + 1} profiles, 0 errors, 0 warnings" in careers(root, "build")
    assert f"{OTHERS + 1} profiles, 0 errors, 0 warnings" in careers(root, "build")
    assert ": 0 to mend" in careers(root, "check", "--links")
    home = (root / "site/index.html").read_text(encoding="utf-8")
    assert "aria-label='Guides of \"Springfield\"'" in home
    assert (root / "site/methods/explore/index.html").is_file()
    assert not (root / "site/occupations/electrician").exists()
    assert "occupations/electrician" not in (root / "site/methods/explore/index.html").read_text(encoding="utf-8")
    assert careers(root, "links", "--list") == ""
    # Whoever has this folder and an index for the rest has the generator.
    install = ["install", "--quiet", "--no-deps", "--no-index", "--target", "../again", "-r", "requirements.txt"]
    subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", *install], cwd=root, check=True)
    assert (tmp_path / "again/generator/packaged/templates/strings/en.yml").is_file()


@pytest.mark.ours
def test_country_of_the_package_checks(careers: Run, tmp_path: Path) -> None:
    careers(tmp_path, "init", "site", "--country", "us")
    assert "1 profile and" in careers(tmp_path / "site", "check")
    careers(tmp_path / "site", "override", "content/methods/explore.yml")
    count = len(careers(tmp_path / "site", "override").splitlines())
    told = careers(tmp_path / "site", "check")
    assert told.endswith(f"Own files go before {count} that came along; `careers override` lists them.\n")


def test_a_new_site_in_another_language_has_no_mistakes(careers: Run, tmp_path: Path) -> None:
    """Translated guides name occupations that a new site lacks, and verbs have letters beyond a to z."""
    careers(tmp_path, "init", "site", "--language", "es", "--country", "gb")
    assert "0 errors, 0 warnings" in careers(tmp_path / "site", "check")
    assert "Encuentra" in (tmp_path / "site/content/index.md").read_text(encoding="utf-8")
    # A page of the site's own is its own, whatever came along.
    (tmp_path / "site/content/about/index.md").write_text("# Sobre nosotros\n\n[Nada](nada.md)\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"content/about/index\.md:3"):
        careers(tmp_path / "site", "check")


@pytest.mark.ours
def test_a_new_site_in_another_language_is_up_to_date(careers: Run, tmp_path: Path) -> None:
    """Translations come along for what the site has; a fork that changed its texts has stale ones of its own."""
    careers(tmp_path, "init", "site", "--language", "es", "--country", "gb")
    assert careers(tmp_path / "site", "languages").endswith(" 0 stale\n")
    sources = (tmp_path / "site/languages/es/sources.yml").read_text(encoding="utf-8")
    assert "Dominio" not in sources  # Of another country.
