"""What is made again is what a change shows in, and the cached files are those that would be made anew."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import project, workers
from generator.cache import FILE, Cache
from generator.cli import main
from generator.model.site import Site
from generator.problems import ProjectError
from generator.publishing import making
from generator.publishing.building import Written, check_docs, list_jobs, write_docs
from generator.publishing.unchanged import DOCS
from generator.register.jobs import Job
from generator.register.withheld import shorten
from generator.workers import WorkerError
from tests.conftest import PROJECT, TODAY, add_templates, edit

BAKER = {"occupations/baker.md", "data/profiles/baker.json", "api/v1/occupations/baker.json"}

VALUES = (
    "values: {achievement: 6, independence: 5, recognition: 4, relationships: 3, support: 2, working_conditions: 3, "
    "source: values-2025}"
)


def read(root: Path) -> dict[str, bytes]:
    folder = root / DOCS
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build(root: Path, made: list[str] | None = None) -> Written:
    with Cache(root / FILE, lambda line: pytest.fail(line)) as cache:
        return write_docs(root, (made if made is not None else []).append, cache)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What building the small project leaves: all files and the cache."""
    root = add_templates(shutil.copytree(PROJECT, tmp_path_factory.mktemp("filled") / "project"))
    build(root)
    return root / "build"


@pytest.fixture
def built(publishable: Path, filled: Path) -> Path:
    """The small project as it is once it was built, as most tests here begin."""
    shutil.copytree(filled, publishable / "build")
    return publishable


def change(name: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda root: edit(root / name, old, new)


def _remove(root: Path) -> None:
    """No guide names the potter, but other profiles and what is found by everyday words do."""
    (root / "occupations/potter.yml").unlink()
    for path in (*(root / "occupations").glob("*.yml"), root / "content/finding.yml"):
        text = path.read_text(encoding="utf-8")
        lines = [line for line in text.split("\n") if "slug: potter" not in line and "is: [potter]" not in line]
        path.write_text("\n".join(lines), encoding="utf-8")


def _rename_skill(root: Path) -> None:
    path = root / "content/vocabulary/skills.yml"
    text = path.read_text(encoding="utf-8")
    label = text.partition("label: ")[2].partition(",")[0]
    path.write_text(text.replace(f"label: {label}", "label: Something else", 1), encoding="utf-8")


def _add_page(root: Path) -> None:
    (root / "content/more.md").write_text("# More\n\n<!-- fields -->\n", encoding="utf-8")


def _change_glossary(root: Path) -> None:
    path = root / "content/vocabulary/glossary.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("label: ", "label: So-called ", 1), encoding="utf-8")


def _interests(root: Path) -> None:
    path = root / "occupations/cook.yml"
    text = path.read_text(encoding="utf-8")
    old = text.partition("artistic: ")[2][:1]
    path.write_text(text.replace(f"artistic: {old}", "artistic: 6", 1), encoding="utf-8")


CHANGES: dict[str, Callable[[Path], None]] = {
    "a text of a profile": change("occupations/baker.yml", "- Sacks of flour are heavy.", "- Sacks weigh a lot."),
    "a title": change("occupations/baker.yml", "title: Baker", "title: Zealous baker"),
    "interests": _interests,
    "a profile less": _remove,
    "a label of a vocabulary": _rename_skill,
    "the glossary": _change_glossary,
    "a page more": _add_page,
    "a page": change("content/index.md", "# Welcome", "# Hello"),
    "a template": change("templates/pages/blocks/parts/cards.html.j2", '<ul class="cg', '<ul class="x cg'),
    "an interface text": change("templates/strings/en.yml", "  in_short: ", "  in_short: All "),
    "a setting": change("mkdocs.yml", "site_name: ", "site_name: New "),
}


def test_what_was_made_elsewhere_is_not_made_again(built: Path) -> None:
    made: list[str] = []
    assert not build(built, made).changes.written
    assert made == []


@pytest.mark.slow
@pytest.mark.parametrize("name", CHANGES)
def test_what_comes_from_before_is_what_would_be_made_anew(built: Path, name: str) -> None:
    before = read(built)
    CHANGES[name](built)
    changes = build(built).changes
    after = read(built)
    assert changes.written == {path for path in after if after[path] != before.get(path)}
    assert changes.removed == before.keys() - after.keys()
    assert changes.written
    write_docs(built)
    assert read(built) == after


def test_the_day_makes_pages_anew_when_figures_are_due(publishable: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    days = [TODAY]
    load = project.load
    monkeypatch.setattr(project, "load", lambda root, today=None, reading=None: load(root, today or days[0], reading))
    build(publishable)
    made: list[str] = []
    days[0] += datetime.timedelta(days=1)
    assert not build(publishable, made).changes.written
    assert made == []
    days[0] = TODAY.replace(year=2035)
    assert "occupations/baker.md" in build(publishable, made).changes.written
    after = read(publishable)
    write_docs(publishable)
    assert read(publishable) == after


def test_only_what_shows_a_change_is_made(built: Path) -> None:
    made: list[str] = []
    assert build(built, made).changes == making.Changes()
    assert made == []
    CHANGES["a text of a profile"](built)
    assert build(built, made).changes.written == {*BAKER, "api/v1/occupations.csv"}
    assert {path for path in made if path.endswith(".md")} == {"occupations/baker.md"}
    of_one = {path for path in made if path.startswith(("data/profiles/", "api/v1/occupations/"))}
    assert of_one == BAKER - {"occupations/baker.md"}
    made.clear()
    edit(built / "occupations/baker.yml", "- **2:00** You light the oven.", "- **2:00** You light two ovens.")
    build(built, made)
    assert {*made} == BAKER


def test_no_list_reads_a_text_of_which_it_is_not_made(small_site: Site) -> None:
    short = shorten(small_site.occupations["baker"])
    assert short.title == "Baker"
    for ask in (str, list, len, bool, lambda text: text + "", lambda text: "a" in text):
        with pytest.raises(TypeError, match="no list sees this text"):
            ask(short.day)


def test_a_file_that_somebody_touched_is_made_again(built: Path) -> None:
    before = read(built)
    docs = built / DOCS
    (docs / "index.md").write_text("spoilt", encoding="utf-8")
    (docs / "occupations/baker.md").unlink()
    (docs / "stray/more").mkdir(parents=True)
    (docs / "stray/more/file.md").touch()
    changes = build(built).changes
    assert changes.written == {"index.md", "occupations/baker.md"}
    assert changes.removed == {"stray/more/file.md"}
    assert read(built) == before
    assert not (docs / "stray").exists()


def test_a_process_that_lives_on_sees_what_somebody_touched(publishable: Path) -> None:
    seen: making.Seen = {}
    with Cache(publishable / FILE) as cache:
        write_docs(publishable, cache=cache, seen=seen)
        before = read(publishable)
        assert not write_docs(publishable, cache=cache, seen=seen).changes.written
        assert {path.relative_to(publishable / DOCS).as_posix() for path in seen} == set(before)
        page = publishable / DOCS / "index.md"
        page.write_bytes(before["index.md"].swapcase())
        (publishable / DOCS / "occupations/baker.md").unlink()
        changes = write_docs(publishable, cache=cache, seen=seen).changes
    assert changes.written == {"index.md", "occupations/baker.md"}
    assert read(publishable) == before


def test_a_folder_and_a_file_change_places(built: Path) -> None:
    before = read(built)
    docs = built / DOCS
    shutil.rmtree(docs / "occupations")
    (docs / "occupations").touch()
    (docs / "index.md").unlink()
    (docs / "index.md").mkdir()
    (docs / "index.md/x").touch()
    build(built)
    assert read(built) == before


@pytest.mark.parametrize("name", ["build", "build/docs"])
def test_nothing_is_deleted_where_a_link_leads(built: Path, tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    (built / name).rename(elsewhere)
    (elsewhere / "site-x").mkdir()
    for path in ("letter.txt", "site-x/letter.txt", "docs/letter.txt" if name == "build" else "letter.md"):
        (elsewhere / path).write_text("mine", encoding="utf-8")
    before = {path: path.read_bytes() for path in elsewhere.rglob("*") if path.is_file()}
    (built / name).symlink_to(elsewhere)
    with pytest.raises(OSError, match="is a symbolic link"):
        build(built)
    result = CliRunner().invoke(main, ["--root", str(built), "build"])
    assert result.exit_code == 1
    assert f"{built / name}: is a symbolic link" in result.stderr
    assert {path: path.read_bytes() for path in before if path.exists()} == before


def test_links_within_what_was_made_go_and_what_they_lead_to_stays(built: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("start.md", "baker.md"):
        (elsewhere / name).write_text("mine", encoding="utf-8")
    before = read(built)
    (built / DOCS / "start.md").unlink()
    (built / DOCS / "start.md").symlink_to(elsewhere / "start.md")
    shutil.rmtree(built / DOCS / "occupations")
    (built / DOCS / "occupations").symlink_to(elsewhere)
    build(built)
    assert read(built) == before
    assert {path.name: path.read_text(encoding="utf-8") for path in elsewhere.iterdir()} == {
        "start.md": "mine",
        "baker.md": "mine",
    }


@pytest.mark.parametrize("processes", [1, 3])
def test_several_processes_write_the_same(publishable: Path, monkeypatch: pytest.MonkeyPatch, processes: int) -> None:
    write_docs(publishable)
    before = read(publishable)
    shutil.rmtree(publishable / "build")
    monkeypatch.setattr(workers, "count_processors", lambda: processes)
    monkeypatch.setattr(making, "_LEAST", 1)
    build(publishable)
    assert read(publishable) == before


def test_one_process_makes_all_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever makes a list copies what it shares of all profiles: with two, a site of 10,000 took a third more."""
    monkeypatch.setattr(workers, "count_processors", lambda: 2)
    # That of a node which another test of this process has begun holds no lock that matters here.
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    kinds = ["", "page"] * 100
    jobs = [Job(f"{at}", str(at), lambda: str(os.getpid()), kind) for at, kind in enumerate(kinds)]
    making.write_files(jobs, tmp_path / DOCS, Cache(None), lambda _path: None, {})
    makers = {(tmp_path / DOCS / job.path).read_text(encoding="utf-8") for job in jobs if not job.kind}
    assert len(makers) == 1
    assert str(os.getpid()) not in makers


@pytest.mark.parametrize("processes", [1, 3])
def test_a_mistake_in_one_page_leaves_all_as_it_was(
    built: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    before = read(built)
    monkeypatch.setattr(workers, "count_processors", lambda: processes)
    monkeypatch.setattr(making, "_LEAST", 1)
    _interests(built)
    edit(
        built / "templates/pages/occupation.md.j2",
        "{% for task in occupation.tasks %}",
        '{% if slug == "potter" %}{{ t.nothing }}{% endif %}{% for task in occupation.tasks %}',
    )
    with pytest.raises(ProjectError, match=r"templates/pages/occupation.md.j2:\d+:1: TPL001"):
        build(built)
    assert read(built) == before
    assert sorted(path.name for path in (built / "build").iterdir()) == ["cache", "docs"]


def test_a_process_that_dies_leaves_all_as_it_was(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = read(built)
    _rename_skill(built)

    def die(*_: object) -> None:
        raise WorkerError("a process ended")

    monkeypatch.setattr(workers, "share", die)
    with pytest.raises(WorkerError):
        build(built)
    assert read(built) == before


def test_check_makes_what_may_fail_alone_and_not_what_was_made(
    publishable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr(workers, "count_processors", lambda: 1)
    make_pieces = making.make_pieces

    def note(job: Job) -> Iterator[str]:
        made.append(job.path)
        return make_pieces(job)

    monkeypatch.setattr(making, "make_pieces", note)
    with Cache(publishable / FILE) as cache:
        loaded = check_docs(publishable, cache)
        paths = {job.path for job in list_jobs(loaded.site, publishable)}
        assert set(made) < paths
        assert {"index.md", "occupations/index.md", "api/v1/occupations.json"} < set(made)
        assert any(path.startswith("ways/") for path in made)
        made.clear()
        check_docs(publishable, cache)
        CHANGES["a text of a profile"](publishable)
        check_docs(publishable, cache)
    assert set(made) >= BAKER
    assert [path for path in made if path.endswith(".md")] == ["occupations/baker.md"]
    assert read(publishable) == {}


@pytest.mark.parametrize(
    "asked", ["not occupation.aliases", "occupation.pay[0].per == 'hour'", "not occupation.values"]
)
def test_check_finds_a_fault_that_one_profile_alone_brings_up(publishable: Path, asked: str) -> None:
    for path in (publishable / "occupations").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        if path.stem == "potter":
            text = re.sub(r"^(aliases|values):.*\n", "", text, flags=re.MULTILINE)
        elif "\nvalues:" not in text:
            text = re.sub(r"^(interests:.*)", f"\\1\n{VALUES}", text, flags=re.MULTILINE)
        text = (
            text.replace("per: year", "per: hour") if path.stem == "potter" else text.replace("per: hour", "per: year")
        )
        path.write_text(text, encoding="utf-8")
    check_docs(publishable, Cache(None))
    edit(
        publishable / "templates/pages/occupation.md.j2",
        "{% for task in occupation.tasks %}",
        f"{{% if {asked} %}}{{{{ t.nothing }}}}{{% endif %}}{{% for task in occupation.tasks %}}",
    )
    with pytest.raises(ProjectError, match=r"templates/pages/occupation.md.j2:\d+:1: TPL001"):
        check_docs(publishable, Cache(None))


def test_a_template_that_wants_all_of_another_profile_is_told_no(publishable: Path) -> None:
    edit(
        publishable / "templates/pages/blocks/parts/card.html.j2",
        "<p>{{ occupation.summary }}</p>",
        "<p>{{ occupation.day }}</p>",
    )
    with pytest.raises(ProjectError, match="Brief object' has no attribute 'day'"):
        check_docs(publishable, Cache(None))


def test_a_template_that_wants_all_profiles_is_told_no(publishable: Path) -> None:
    edit(publishable / "templates/pages/glossary.md.j2", "# {{", "{{ site.occupations | length }}\n\n# {{")
    with pytest.raises(ProjectError, match="no template sees all profiles"):
        check_docs(publishable, Cache(None))


def test_what_was_only_checked_is_made(publishable: Path) -> None:
    """A newcomer checks before anything was built."""
    with Cache(publishable / FILE, lambda line: pytest.fail(line)) as cache:
        check_docs(publishable, cache)
    build(publishable)
    checked = read(publishable)
    shutil.rmtree(publishable / "build")
    build(publishable)
    assert checked == read(publishable)
