from __future__ import annotations

import hashlib
import html.parser
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.model.site import Site
from generator.problems import ProjectError
from generator.publishing import building
from generator.publishing.building import PublishingError, build_site, write_docs
from generator.publishing.locking import lock
from generator.publishing.making import Changes
from generator.register.jobs import Job
from tests.conftest import REPOSITORY, edit
from tests.unit.publishing.conftest import build


def digest(folder: Path) -> dict[str, str]:
    """Each file's content and time stamp."""
    return {
        path.relative_to(folder).as_posix(): f"{path.stat().st_mtime_ns} {hashlib.sha256(path.read_bytes()).digest()!r}"
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_mistake_leaves_the_pages_of_before(publishable: Path) -> None:
    write_docs(publishable)
    before = digest(publishable / "build/docs")
    assert "occupations/baker.md" in before
    edit(publishable / "occupations/baker.yml", "title: Baker", "titel: Baker")
    with pytest.raises(ProjectError):
        write_docs(publishable)
    assert digest(publishable / "build/docs") == before


def test_edit_rewrites_only_the_pages_that_show_it(publishable: Path) -> None:
    write_docs(publishable)
    before = digest(publishable / "build/docs")
    edit(publishable / "occupations/baker.yml", "- Sacks of flour are heavy.", "- Sacks of flour weigh a lot.")
    paths: list[str] = []
    changes = write_docs(publishable, paths.append).changes
    after = digest(publishable / "build/docs")
    shown = {"occupations/baker.md", "data/profiles/baker.json", "api/v1/occupations/baker.json"}
    assert {path for path in after if after[path] != before[path]} == shown | {"api/v1/occupations.csv"}
    assert changes == Changes(frozenset(shown | {"api/v1/occupations.csv"}))
    assert set(paths) == set(after)  # Without a cache all is made, and nothing else is written.


def test_nothing_is_written_over_what_nobody_named(small_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    stray = Job("About/SOURCES/index.html", "", lambda: "news")
    monkeypatch.setattr("generator.exports.feed.list_jobs", lambda *_: [stray])
    with pytest.raises(ProjectError) as caught:
        building.list_jobs(small_site, REPOSITORY)
    assert str(caught.value).startswith(
        "build/docs/About/SOURCES/index.html:1:1: PAG002 has the place of 'about/sources.md'; "
    )


@pytest.mark.slow
def test_build_that_mkdocs_refuses_leaves_site_as_it_was(built: Path) -> None:
    before = digest(built / "site")
    assert "occupations/baker/index.html" in before
    edit(built / "content/index.md", "# Welcome", "# Welcome\n\n[More](about/privacy.md#nowhere)")
    with pytest.raises(PublishingError, match=r"^WARNING -  Doc file 'index\.md' contains a link") as caught:
        build(built)
    assert "INFO" not in str(caught.value)
    assert digest(built / "site") == before
    assert not (built / "build/site").exists()
    edit(built / "occupations/baker.yml", "title: Baker", "titel: Baker")
    with pytest.raises(ProjectError):
        write_docs(built)
    assert digest(built / "site") == before


@pytest.mark.slow
def test_build_replaces_the_whole_site(built: Path) -> None:
    (built / "site/old.html").write_text("old", encoding="utf-8")
    build(built)
    assert not (built / "site/old.html").exists()
    assert (built / "site/api/v1/occupations.json").is_file()
    assert {path.name for path in (built / "build").iterdir()} == {"cache", "docs", "hosts", "site.sha256"}


class _Head(html.parser.HTMLParser):
    """What a browser makes of the head of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.metas: list[dict[str, str | None]] = []
        self.title = ""
        self._is_title = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note what the element says."""
        self._is_title = tag == "title"
        if tag == "meta":
            self.metas.append(dict(attributes))

    def handle_data(self, data: str) -> None:
        """Note the title."""
        if self._is_title:
            self.title += data

    def handle_endtag(self, _tag: str) -> None:
        """Leave the title."""
        self._is_title = False


@pytest.mark.slow
def test_titles_and_summaries_bring_no_markup_into_the_head(built: Path) -> None:
    """The theme prints front matter as it is."""
    attack = '0;url=https://example.org/" http-equiv="refresh'
    profile = built / "occupations/baker.yml"
    text = re.sub(r"^summary: .*$", f"summary: '{attack}'", profile.read_text(encoding="utf-8"), flags=re.MULTILINE)
    profile.write_text(text.replace("title: Baker\n", 'title: R&D "baker"\n'), encoding="utf-8")
    heading = "# &lt;/title&gt;&lt;base href=//x.org&gt; R&amp;D\n"
    (built / "content/ways").mkdir(exist_ok=True)
    (built / "content/ways/more.md").write_text(heading, encoding="utf-8")
    build(built)
    page = (built / "site/ways/more/index.html").read_text(encoding="utf-8")
    assert page.partition("<title>")[2].startswith("&lt;/title><base href=//x.org> R&D - ")
    page = (built / "site/occupations/baker/index.html").read_text(encoding="utf-8")
    head = _Head()
    head.feed(page)
    assert {"name": "description", "content": attack} in head.metas
    assert [meta["http-equiv"] for meta in head.metas if "http-equiv" in meta] == ["Content-Security-Policy"]
    assert head.title.strip().startswith('R&D "baker" - ')


@pytest.mark.slow
def test_builds_at_the_same_time_leave_a_whole_site(publishable: Path) -> None:
    def build_both() -> None:
        with lock(publishable):
            build(publishable)

    with ThreadPoolExecutor(2) as pool:
        for one in [pool.submit(build_both) for _ in range(2)]:
            one.result()
    assert (publishable / "site/occupations/baker/index.html").is_file()
    assert [path.name for path in (publishable / "build").iterdir() if path.name.startswith("site-")] == []


def test_site_that_is_a_link_is_refused_and_kept(publishable: Path) -> None:
    loaded = write_docs(publishable)
    (publishable / "elsewhere").mkdir()
    (publishable / "site").symlink_to("elsewhere")
    with pytest.raises(PublishingError, match="symbolic link"):
        build_site(publishable, loaded)
    assert (publishable / "site").is_symlink()
