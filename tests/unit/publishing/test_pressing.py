from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import workers
from generator.cache import FILE, Cache
from generator.publishing import plugin
from generator.publishing.building import PublishingError, build_site, write_docs
from tests.conftest import edit

pytestmark = pytest.mark.slow

DAY = "1764288000"
"""What MkDocs takes for now, in seconds since 1970: it stands in the sitemap."""


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files of the pages that are rendered, in this process."""
    paths: list[str] = []
    make = plugin.Press.make

    def note(press: plugin.Press, path: str) -> object:
        paths.append(path)
        return make(press, path)

    monkeypatch.setattr(plugin.Press, "make", note)
    return paths


def read(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build(root: Path, processes: int = 1, *, fresh: bool = False, said: Callable[[str], None] = print) -> None:
    loaded = write_docs(root)
    with Cache(root / FILE, said, fresh=fresh) as cache:
        build_site(root, loaded, cache, processes=processes)


def plain(root: Path) -> dict[str, bytes]:
    """What MkDocs makes by itself."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(root / "plain")]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return read(root / "plain")


def compare(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    assert sorted(one) == sorted(other)
    # The time stamp in the head of a gzip file is MkDocs' own affair.
    assert [path for path in one if one[path] != other[path] and not path.endswith(".gz")] == []


def test_all_ways_to_build_give_the_same_bytes(publishable: Path, rendered: list[str]) -> None:
    build(publishable, fresh=True)
    site = read(publishable / "site")
    assert len(rendered) > 100
    compare(site, plain(publishable))
    build(publishable, processes=2, fresh=True)
    compare(site, read(publishable / "site"))
    rendered.clear()
    build(publishable)
    compare(site, read(publishable / "site"))
    assert rendered == []
    build(publishable, fresh=True)
    assert len(rendered) > 100
    rendered.clear()
    edit(publishable / "occupations/baker.yml", "- Sacks of flour are heavy.", "- Sacks of flour weigh a lot.")
    build(publishable)
    assert rendered == ["occupations/baker.md"]
    compare(read(publishable / "site"), plain(publishable))


def test_what_stands_on_every_page_changes_every_page(publishable: Path, rendered: list[str]) -> None:
    build(publishable)
    every = len(rendered)
    for file, old, new in (
        ("mkdocs.yml", "site_name: ", "site_name: The "),
        ("templates/theme/main.html", "{% block content %}", "{% block content %}<!-- here -->"),
        ("content/start.md", "title: ", "title: A "),
    ):
        if old not in (publishable / file).read_text(encoding="utf-8"):
            continue
        rendered.clear()
        edit(publishable / file, old, new)
        build(publishable)
        assert len(rendered) == every, file
    assert len(rendered) == every
    compare(read(publishable / "site"), plain(publishable))


def test_a_page_that_was_touched_is_made_again(publishable: Path, rendered: list[str]) -> None:
    build(publishable)
    site = read(publishable / "site")
    (publishable / "site/occupations/baker/index.html").write_bytes(b"<p>Mine")
    (publishable / "site/start/index.html").unlink(missing_ok=True)
    rendered.clear()
    build(publishable)
    assert "occupations/baker.md" in rendered
    compare(site, read(publishable / "site"))


def test_a_cache_that_is_cut_off_costs_a_line(publishable: Path, rendered: list[str]) -> None:
    build(publishable)
    every = len(rendered)
    site = read(publishable / "site")
    file = publishable / FILE
    file.write_bytes(file.read_bytes()[:5000])
    rendered.clear()
    said: list[str] = []
    build(publishable, said=said.append)
    assert len(said) == 1
    assert len(rendered) == every
    compare(site, read(publishable / "site"))


def test_a_link_whose_target_has_gone_is_found_in_a_page_from_before(publishable: Path, rendered: list[str]) -> None:
    edit(publishable / "mkdocs.yml", "not_in_nav: |", "not_in_nav: |\n  /more.md")
    edit(publishable / "content/index.md", "# Welcome", "# Welcome\n\n[More](more.md#there)")
    (publishable / "content/more.md").write_text("# More\n\n## There\n", encoding="utf-8")
    build(publishable)
    site = read(publishable / "site")
    (publishable / "content/more.md").write_text("# More\n\n## Elsewhere\n", encoding="utf-8")
    with pytest.raises(PublishingError, match=r"does not contain an anchor '#there'"):
        build(publishable)
    (publishable / "content/more.md").unlink()
    rendered.clear()
    with pytest.raises(PublishingError, match=r"'more\.md#there', but the target 'more\.md' is not found"):
        build(publishable)
    assert rendered == ["index.md"]
    compare(site, read(publishable / "site"))


@pytest.mark.skipif(workers.count_processors() == 1, reason="one processor, or no fork")
def test_a_worker_that_dies_leaves_the_site(publishable: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(publishable)
    site = read(publishable / "site")
    monkeypatch.setattr(plugin.Press, "make", lambda *_: os._exit(9))
    with pytest.raises(PublishingError, match="a process ended before its work was done"):
        build(publishable, processes=2, fresh=True)
    compare(site, read(publishable / "site"))
    assert [path.name for path in (publishable / "build").iterdir() if path.name.startswith("site-")] == []


@pytest.mark.parametrize("processes", [1, 2])
def test_a_full_disk_leaves_the_site(publishable: Path, monkeypatch: pytest.MonkeyPatch, processes: int) -> None:
    build(publishable)
    site = read(publishable / "site")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mkdocs.utils.write_file", refuse)
    with pytest.raises(PublishingError, match="No space left on device"):
        build(publishable, processes=processes, fresh=True)
    compare(site, read(publishable / "site"))


def test_another_plugin_has_mkdocs_do_it_all(publishable: Path, rendered: list[str]) -> None:
    edit(publishable / "mkdocs.yml", "- career-guides", "- career-guides\n  - material/meta")
    build(publishable)
    assert rendered == []
    assert (publishable / "site/occupations/baker/index.html").is_file()


def test_a_theme_that_fails_is_a_sentence(publishable: Path) -> None:
    edit(publishable / "templates/theme/main.html", "{% block content %}", "{% block content %}{{ nothing.at.all }}")
    with pytest.raises(PublishingError, match="'nothing' is undefined"):
        build(publishable)
    assert not (publishable / "site").exists()
