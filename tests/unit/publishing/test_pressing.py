from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from generator import links, workers
from generator.cache import FILE, Cache
from generator.publishing import plugin
from generator.publishing.assets.former import dump_builds, read_builds
from generator.publishing.building import PublishingError, build_site, write_docs
from generator.publishing.plugin import theme
from generator.publishing.pressing import Made
from generator.publishing.unchanged import DOCS
from tests.conftest import edit
from tests.unit.publishing.conftest import build

pytestmark = pytest.mark.slow

# As unlike as can be to the process that runs the tests.
UNLIKE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0"}


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
    """What was published by the last build; of earlier ones something lies there, too."""
    builds = read_builds(folder)
    carried = {name for files in builds[1:] for name in files}.difference(*builds[:1])
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    found = {name: path.read_bytes() for name, path in files.items() if name not in carried}
    return found | {links.BUILDS: dump_builds(builds[:1]).encode()}


def plain(root: Path) -> dict[str, bytes]:
    """What MkDocs makes by itself, from the sources on, in a process unlike ours."""
    shutil.rmtree(root / DOCS)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(root / "plain")]
    environment = os.environ | UNLIKE | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return read(root / "plain")


def compare(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    assert sorted(one) == sorted(other)
    # The time stamp in the head of a gzip file is MkDocs' own affair.
    assert [path for path in one if one[path] != other[path] and not path.endswith(".gz")] == []


def test_all_ways_to_build_give_the_same_bytes(built: Path, rendered: list[str]) -> None:
    site = read(built / "site")
    build(built)
    compare(site, read(built / "site"))
    assert rendered == []
    edit(built / "occupations/baker.yml", "- Sacks of flour are heavy.", "- Sacks of flour weigh a lot.")
    build(built)
    assert rendered == ["occupations/baker.md"]
    docs, site = read(built / DOCS), read(built / "site")
    assert b"weigh a lot" in site["occupations/baker/index.html"]
    compare(site, plain(built))
    compare(docs, read(built / DOCS))
    # All that was made lies there and is as it should be: what is made now is to be made anew.
    shutil.rmtree(built / "site")
    build(built, processes=2, fresh=True)
    compare(site, read(built / "site"))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("mkdocs.yml", "site_name: ", "site_name: The "),
        ("templates/theme/assets/careers/main.js", "arrive();\n", "arrive();\n  arrive();\n"),
        ("templates/theme/assets/careers/styles/paper.css", "@media print {", "@media print { p { color: red; }"),
        ("templates/theme/main.html", "{% block content %}", "{% block content %}<!-- here -->"),
        ("content/about/privacy.md", "# Privacy", "# What stays here"),
        ("content/about/privacy.md", "---\ndescription: ", "---\nstatus: new\ndescription: "),
        ("templates/theme/.icons/mark.svg", "", "<svg/>"),
    ],
)
def test_what_stands_on_every_page_changes_every_page(
    built: Path, monkeypatch: pytest.MonkeyPatch, file: str, old: str, new: str
) -> None:
    """Which pages are made is seen before any is: making all of them each time would take long."""
    (built / file).parent.mkdir(exist_ok=True)
    (built / file).touch()
    edit(built / file, old, new)
    rendered: list[str] = []

    def note(_press: plugin.Press, path: str) -> Made:
        rendered.append(path)
        return Made(digest="", entries=[], anchors=[], links={}, targets=[], warnings=[])

    def end(*_: object) -> NoReturn:
        raise PublishingError("seen")

    monkeypatch.setattr(plugin.Press, "make", note)
    monkeypatch.setattr(plugin.Press, "finish", end)
    with pytest.raises(PublishingError, match="seen"):
        build(built)
    assert len(rendered) == len(list((built / "build/docs").rglob("*.md")))


def test_a_page_that_was_touched_is_made_again(built: Path, rendered: list[str]) -> None:
    site = read(built / "site")
    (built / "site/occupations/baker/index.html").write_bytes(b"<p>Mine")
    (built / "site/occupations/cook/index.html").unlink()
    build(built)
    assert rendered == ["occupations/baker.md", "occupations/cook.md"]
    compare(site, read(built / "site"))


def test_a_cache_that_is_cut_off_costs_a_line(built: Path, rendered: list[str]) -> None:
    site = read(built / "site")
    file = built / FILE
    file.write_bytes(file.read_bytes()[:5000])
    said: list[str] = []
    build(built, said=said.append)
    assert len(said) == 1
    assert len(rendered) > 100
    compare(site, read(built / "site"))


def test_a_link_whose_target_has_gone_is_found_in_a_page_from_before(built: Path, rendered: list[str]) -> None:
    edit(built / "mkdocs.yml", "not_in_nav: |", "not_in_nav: |\n  /more.md")
    edit(built / "content/index.md", "# Welcome", "# Welcome\n\n[More](more.md#there)")
    (built / "content/more.md").write_text("# More\n\n## There\n", encoding="utf-8")
    build(built)
    site = read(built / "site")
    (built / "content/more.md").write_text("# More\n\n## Elsewhere\n", encoding="utf-8")
    with pytest.raises(PublishingError, match=r"does not contain an anchor '#there'"):
        build(built)
    (built / "content/more.md").write_text("# More\n\n## There\n", encoding="utf-8")
    loaded = write_docs(built)
    (built / "build/docs/more.md").unlink()  # Of a page that is not written, a rule would have told.
    rendered.clear()
    with (
        pytest.raises(PublishingError, match=r"'more\.md#there', but the target 'more\.md' is not found"),
        Cache(built / FILE) as cache,
    ):
        build_site(built, loaded, cache, processes=1)
    assert rendered == ["index.md"]
    compare(site, read(built / "site"))


@pytest.mark.skipif(workers.count_processors() == 1, reason="one processor, or no fork")
def test_a_worker_that_dies_leaves_the_site(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = read(built / "site")
    monkeypatch.setattr(plugin.Press, "make", lambda *_: os._exit(9))
    with pytest.raises(PublishingError, match="a process ended before its work was done"):
        build(built, processes=2, fresh=True)
    compare(site, read(built / "site"))
    assert [path.name for path in (built / "build").iterdir() if path.name.startswith("site-")] == []


@pytest.mark.parametrize("processes", [1, 2])
def test_a_full_disk_leaves_the_site(built: Path, monkeypatch: pytest.MonkeyPatch, processes: int) -> None:
    site = read(built / "site")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mkdocs.utils.write_file", refuse)
    with pytest.raises(PublishingError, match="No space left on device"):
        build(built, processes=processes, fresh=True)
    compare(site, read(built / "site"))


def test_another_plugin_has_mkdocs_do_it_all(built: Path, rendered: list[str]) -> None:
    edit(built / "mkdocs.yml", "- career-guides", "- career-guides\n  - material/meta")
    build(built)
    assert rendered == []
    assert (built / "site/occupations/baker/index.html").is_file()


def test_search_engines_find_all_pages_where_readers_get_no_list_of_them(
    built: Path, rendered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    few = read(built / "site")
    monkeypatch.setattr(theme, "_MANY", 3)
    build(built)
    many = read(built / "site")
    assert {path for path in many.keys() - few.keys() if not path.startswith(links.ASSETS)} == {"sitemap-pages.xml"}
    assert many["sitemap-pages.xml"] == few["sitemap.xml"]
    assert b"<loc>https://guides.example.org/sitemap-pages.xml</loc>" in many["sitemap.xml"]
    assert many["sitemap.xml"].count(b"<loc>") == 1
    assert len(rendered) > 3, "each page names the script"
    scripts = [
        [text for path, text in one.items() if re.fullmatch(rf"{links.ASSETS}-\w+/main\.js", path)]
        for one in (few, many)
    ]
    assert [b"location$.next" in text[-1] for text in scripts] == [False, True]


def test_a_theme_that_fails_is_a_sentence(built: Path) -> None:
    edit(built / "templates/theme/main.html", "{% block content %}", "{% block content %}{{ nothing.at.all }}")
    site = read(built / "site")
    with pytest.raises(PublishingError, match="'nothing' is undefined"):
        build(built)
    compare(site, read(built / "site"))


def test_a_page_of_yesterday_finds_its_scripts_and_data(built: Path) -> None:
    def list_needed() -> set[str]:
        page = (built / "site/occupations/baker/index.html").read_text(encoding="utf-8")
        return {f"{links.ASSETS}-{rest}" for rest in re.findall(rf"{links.ASSETS}-([^ >\"]+)", page)} | {
            *read_builds(built / "site")[0]
        }

    before = list_needed()
    old = {name: (built / "site" / name).read_bytes() for name in before}
    assert len(before) > 20
    with (built / "templates/theme" / links.MAIN).open("a", encoding="utf-8") as file:
        file.write("console.log(1);\n")
    edit(built / "content/vocabulary/fields.yml", "label: Care,", "label: Caring,")
    build(built)
    assert not any(name in list_needed() for name in before if name.endswith("main.js"))
    assert {name: (built / "site" / name).read_bytes() for name in before} == old
