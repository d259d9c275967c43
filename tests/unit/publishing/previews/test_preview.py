from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.publishing.previews.preview import Preview, render_notice
from tests.conftest import edit
from tests.unit.prose.markdown import Reader

ADDRESS = "http://127.0.0.1:8000/"


@pytest.fixture(scope="module")
def first(first: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, as it was built, with a preview of it."""
    root = shutil.copytree(first, tmp_path_factory.mktemp("preview") / "project")
    Preview(root, ADDRESS, lambda _line: None).build()
    return root


@pytest.fixture
def begun(first: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(first, tmp_path / "project")


def page(preview: Preview, place: str = "occupations/baker") -> str:
    return (preview.folder / place / "index.html").read_text(encoding="utf-8")


def is_well(preview: Preview) -> bool:
    """Whether nothing is wrong; warnings come with the years."""
    return 'role="alert"' not in preview.notice


def stamps(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Each file's time stamp and content."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def touched(preview: Preview) -> set[str]:
    """The files that are written when the preview is made again, or are gone."""
    before = stamps(preview.folder)
    newest = max(written for written, _ in before.values())
    probe = preview.folder.with_name("probe")
    # What is written now has a later time stamp than anything before, however coarse the clock of the file system.
    while not probe.exists() or probe.stat().st_mtime_ns <= newest:
        probe.write_bytes(b"")
    preview.build()
    after = stamps(preview.folder)
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_notice_shows_mistakes_as_text() -> None:
    strings = {"page": {f"{kind}_{part}": "Old" for kind in ("problems", "warnings") for part in ("title", "help")}}
    line = "a.yml:1:2: TXT001 raw HTML '<script>alert(1)</script>'"
    notice = Reader(render_notice(strings, [line]))
    assert notice.tags == {"div", "strong", "p", "ul", "li", "code"}
    assert line in notice.text
    assert line in Reader(render_notice({}, [line])).text
    warnings = Reader(render_notice(strings, [line], "warnings"))
    assert warnings.tags == {"details", "summary", "p", "ul", "li", "code"}
    assert line in warnings.text


@pytest.mark.slow
def test_only_what_depends_on_a_change_is_made_again(begun: Path) -> None:
    preview = Preview(begun, ADDRESS, lambda _line: None)
    preview.build()
    assert is_well(preview)
    assert touched(preview) <= ALWAYS
    edit(begun / "occupations/baker.yml", "- Sacks of flour are heavy.", "- Sacks of flour weigh a lot.")
    shown = {"occupations/baker/index.html", "data/profiles/baker.json", "api/v1/occupations/baker.json"}
    assert touched(preview) - ALWAYS == shown | {"api/v1/occupations.csv"}
    assert "weigh a lot" in page(preview)
    sheet = begun / "templates/theme/assets/careers/styles/page.css"
    sheet.write_text(sheet.read_text(encoding="utf-8") + ".cg-new { color: red; }\n", encoding="utf-8")
    assert touched(preview) - ALWAYS == {"assets/careers/careers.css"}
    edit(begun / "templates/theme/main.html", "{% block content %}", "{% block content %}<i>new</i>")
    changed = touched(preview) - ALWAYS
    assert {"occupations/baker/index.html", "index.html"} <= changed
    assert "<i>new</i>" in page(preview)


ALWAYS = {"404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json"}
"""What is made of all pages."""


@pytest.mark.slow
def test_files_come_go_and_change_their_names(begun: Path) -> None:
    preview = Preview(begun, ADDRESS, lambda _line: None)
    preview.build()
    profile = begun / "occupations/baker.yml"
    text = profile.read_text(encoding="utf-8")
    text = re.sub(r"^aliases: .*\n", "", text.replace("title: Baker", "title: Confectioner"), flags=re.MULTILINE)
    (begun / "occupations/confectioner.yml").write_text(text, encoding="utf-8")
    preview.build()
    assert is_well(preview)
    assert "Confectioner" in page(preview, "occupations/confectioner")
    (begun / "occupations/confectioner.yml").rename(begun / "occupations/sweet-maker.yml")
    preview.build()
    assert is_well(preview)
    assert not (preview.folder / "occupations/confectioner/index.html").exists()
    assert "Confectioner" in page(preview, "occupations/sweet-maker")
    (begun / "occupations/sweet-maker.yml").unlink()
    preview.build()
    assert not (preview.folder / "occupations/sweet-maker/index.html").exists()


@pytest.mark.slow
def test_mistakes_keep_the_last_good_pages_and_say_why(begun: Path) -> None:
    said: list[str] = []
    preview = Preview(begun, ADDRESS, said.append)
    preview.build()
    good = stamps(preview.folder)
    for file, old, new, why in (
        ("occupations/baker.yml", "title: Baker", "titel: Baker", "FLD001 unknown field &#x27;titel&#x27;"),
        ("templates/pages/occupation.md.j2", "occupation.progression |", "occupation.progresion |", "TPL001"),
        (
            "templates/theme/main.html",
            "{% block content %}",
            "{% block content %}{{ no.such }}",
            "&#x27;no&#x27; is undefined",
        ),
        ("mkdocs.yml", "theme:", "theme: [", "mkdocs.yml"),
        ("mkdocs.yml", "plugins:\n", "plugins:\n  - no-such\n", "mkdocs.yml: Config value &#x27;plugins&#x27;: The"),
    ):
        edit(begun / file, old, new)
        preview.build()
        assert why in preview.notice, file
        assert "occupations/baker/index.html" in stamps(preview.folder)
        edit(begun / file, new, old)
        preview.build()
        assert is_well(preview), file
        assert page(preview) == good["occupations/baker/index.html"][1].decode()


@pytest.mark.slow
def test_a_start_with_mistakes_shows_drafts_and_all_the_rest(publishable: Path) -> None:
    template = (publishable / "templates/new/occupation.yml").read_text(encoding="utf-8")
    (publishable / "occupations/miller.yml").write_text(template.replace("TITLE", "Miller"), encoding="utf-8")
    edit(publishable / "occupations/baker.yml", "title: Baker", "titel: [Baker")
    edit(publishable / "occupations/cook.yml", "  remote: never", "  remote: nowhere")
    said: list[str] = []
    preview = Preview(publishable, ADDRESS, said.append)
    preview.build()
    for line in ("miller.yml:17:1: FLD002", "baker.yml:1:8: SRC006", "OCC006 unknown environment.remote"):
        assert line in preview.notice
        assert line in "\n".join(said)
    assert "… what they do …" in page(preview, "occupations/miller")
    assert "<h1>Baker" in re.sub(" id=[^>]*", "", page(preview))
    assert "Bakers make bread" in page(preview)
    assert (preview.folder / "occupations/plumber/index.html").exists()
    # What is wrong elsewhere keeps what was there.
    edit(publishable / "content/sources.yml", "wages-2025:\n  publisher:", "wages-2025:\n  published_by:")
    preview.build()
    assert "FLD001 unknown field &#x27;published_by&#x27;" in preview.notice
    assert "… what they do …" in page(preview, "occupations/miller")
    edit(publishable / "content/sources.yml", "wages-2025:\n  published_by:", "wages-2025:\n  publisher:")
    edit(publishable / "occupations/baker.yml", "titel: [Baker", "title: Baker")
    edit(publishable / "occupations/cook.yml", "  remote: nowhere", "  remote: never")
    (publishable / "occupations/miller.yml").unlink()
    preview.build()
    assert is_well(preview)
    assert not (preview.folder / "occupations/miller/index.html").exists()


@pytest.mark.slow
def test_the_next_preview_begins_where_this_one_ended(begun: Path) -> None:
    preview = Preview(begun, ADDRESS, lambda _line: None)
    assert not {path for path in touched(preview) - ALWAYS if path.endswith(".html")}
    other = Preview(begun, "http://127.0.0.1:9000/", lambda _line: None)
    assert "occupations/baker/index.html" in touched(other)
