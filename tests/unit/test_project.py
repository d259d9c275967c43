from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import ProjectError, format_text
from generator.project import load
from tests.conftest import TODAY, check

LEADS_OUT = "1:1: SRC004 symbolic link leads out of the repository, or to what is hidden; put the file itself here"


def test_site_holds_everything_in_the_order_in_which_readers_see_it(project: Path) -> None:
    baker, cook = project / "occupations/baker.yml", project / "occupations/cook.yml"
    baker.write_text(baker.read_text(encoding="utf-8").replace("title: Baker", "title: Zoo baker"), encoding="utf-8")
    site = load(project, TODAY).site
    assert cook.is_file()
    assert list(site.occupations) == ["cook", "judge", "midwife", "plumber", "potter", "programmer", "baker"]
    assert list(site.methods) == ["know-yourself", "explore", "network", "learn", "integrate", "create"]
    about = [f"about/{name}.md" for name in ("data", "index", "privacy", "quiz", "sources", "technical")]
    assert [page.path for page in site.pages] == [*about, "groups.md", "index.md", "start.md"]
    assert site.settings.edit_address("occupations/cook.yml") == (
        "https://git.example.org/guides/edit/main/occupations/cook.yml"
    )


def test_edit_address_is_empty_without_a_repository(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: Guides\n", encoding="utf-8")
    assert load(project, TODAY).site.settings.edit_address("a.yml") == ""


def test_warnings_come_with_the_site(project: Path) -> None:
    assert load(project, TODAY).warnings == ()
    later = load(project, TODAY.replace(year=2027)).warnings
    assert {problem.code for problem in later} == {"OCC101"}
    assert list(later) == sorted(later)


def test_error_brings_the_warnings_along(project: Path) -> None:
    (project / "occupations/miller.yml").write_text("title: Miller\n", encoding="utf-8")
    with pytest.raises(ProjectError) as caught:
        load(project, TODAY.replace(year=2027))
    assert {"OCC101", "FLD002"} <= {problem.code for problem in caught.value.problems}


@pytest.mark.parametrize(
    "name", ["mkdocs.yml", "content/sources.yml", "content/vocabulary/skills.yml", "templates/strings/en.yml"]
)
def test_file_that_is_missing_is_one_problem(project: Path, name: str) -> None:
    (project / name).unlink()
    assert format_text(check(project)).startswith(f"{name}:1:1: SRC001 cannot be read: No such file or directory")


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("[" * 1000, {"SRC007"}),
        ("a: [", {"SRC006"}),
        ("? [a, b]\n: c\n", {"SRC015"}),
        ("- a\n", {"SRC012"}),
        ("", {"SRC012"}),
    ],
)
def test_strange_settings_give_no_traceback(project: Path, body: str, codes: set[str]) -> None:
    (project / "mkdocs.yml").write_text(body, encoding="utf-8")
    assert {problem.code for problem in check(project)} == codes


def test_link_out_of_the_tree_is_reported_for_profiles_and_pages(project: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    (project / "content/about/us.md").symlink_to(tmp_path / "secret.md")
    (project / "occupations/miller.yml").symlink_to("/etc/hostname")
    assert format_text(check(project)) == (f"content/about/us.md:{LEADS_OUT}\noccupations/miller.yml:{LEADS_OUT}")


def test_template_that_leads_out_of_the_repository_is_a_problem(publishable: Path) -> None:
    (publishable / "templates/leak.txt").symlink_to("/etc/hostname")
    with pytest.raises(ProjectError) as caught:
        load(publishable)
    assert [str(problem) for problem in caught.value.problems] == [f"templates/leak.txt:{LEADS_OUT}"]
