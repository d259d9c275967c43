from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.editing.starting import TEMPLATE, Start, StartingError, write_profile
from generator.model.occupation import Occupation
from tests.conftest import REPOSITORY, TODAY, check, edit, outline

OPTIONAL = {
    *("preparation", "interests", "values", "education", "pay", "pay_covers", "outlook"),
    *("prospects", "reviewed_by", "added", "formerly"),
}
"""Fields of which the template only shows how they are written."""
HYGIENIST = Start("dental-hygienist", "Dental hygienist")


@pytest.fixture
def started(project: Path) -> Path:
    """The small project with a new profile in it."""
    (project / "templates/new").mkdir(parents=True)
    shutil.copy(REPOSITORY / TEMPLATE, project / TEMPLATE)
    assert write_profile(project, HYGIENIST, TODAY) == project / "occupations/dental-hygienist.yml"
    shutil.rmtree(project / "templates/new")
    return project


def test_new_profile_lacks_exactly_what_is_to_be_filled_in(started: Path) -> None:
    problems = check(started)
    assert {(problem.path, problem.code) for problem in problems} == {("occupations/dental-hygienist.yml", "FLD002")}
    assert all(re.search(r"empty field|missing or empty", problem.message) for problem in problems)
    assert len(problems) < 15
    fields = {name for problem in problems for name in re.findall(r"[a-z_]+", problem.message)}
    assert fields >= {
        "summary",
        "field",
        "soc",
        "tasks",
        "hard_sides",
        "needed",
        "do",
    }
    lines = (started / "occupations/dental-hygienist.yml").read_text(encoding="utf-8").split("\n")
    assert all(re.match(r"\s*(- )?\w+:$", lines[problem.line - 1]) for problem in problems)


def test_new_profile_has_its_title_and_the_fields_in_their_order(started: Path) -> None:
    profile = yaml.safe_load((started / "occupations/dental-hygienist.yml").read_text(encoding="utf-8"))
    assert profile["title"] == "Dental hygienist"
    fields = [info.alias or name for name, info in Occupation.model_fields.items()]
    assert list(profile) == [name for name in fields if name not in OPTIONAL or name == "added"]
    assert profile["added"] == TODAY


def test_every_field_of_the_new_profile_is_explained() -> None:
    lines = (REPOSITORY / TEMPLATE).read_text(encoding="utf-8").split("\n")
    explained = [
        line for number, line in enumerate(lines) if re.match(r"\w", line) and lines[number - 1].startswith("#")
    ]
    assert len(explained) == len(Occupation.model_fields) - len(OPTIONAL)
    assert all(f"\n# {name}: " in "\n".join(lines) for name in OPTIONAL)


def test_profile_is_never_overwritten(started: Path) -> None:
    (started / "occupations/dental-hygienist.yml").write_text("mine", encoding="utf-8")
    with pytest.raises(StartingError, match="exists already"):
        write_profile(started, HYGIENIST, TODAY)
    assert (started / "occupations/dental-hygienist.yml").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "slug", ["Dental Hygienist", "../cook", "a/b", "", "-a", "a--b", "ä", "a.yml", "index", "a-z", "a\n"]
)
def test_name_that_is_no_slug_is_refused(project: Path, slug: str) -> None:
    with pytest.raises(StartingError, match="no name for a profile"):
        write_profile(project, Start(slug, "Some title"), TODAY)


def test_folder_that_is_no_repository_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StartingError, match="is missing"):
        write_profile(tmp_path, Start("cook", "Cook"), TODAY)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def outlined(project: Path) -> Path:
    """The small project with outlines and the template of a profile."""
    (project / "templates/new").mkdir(parents=True)
    shutil.copy(REPOSITORY / TEMPLATE, project / TEMPLATE)
    return outline(project)


def new(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "new", *arguments])


def test_profile_of_a_code_begins_with_what_its_outline_knows(outlined: Path) -> None:
    edit(outlined / "occupations/baker.yml", "onet: [51-3011.00]", "onet: [51-3011.00, 35-2012.00]")
    assert new(outlined, "35-2014").exit_code == 0
    profile = yaml.safe_load((outlined / "occupations/cooks-of-restaurants.yml").read_text(encoding="utf-8"))
    assert {name: profile[name] for name in ("title", "aliases", "field", "codes", "related")} == {
        "title": "Cooks of restaurants",
        "aliases": ["Grill cook", "Cook, nights"],
        "field": "food-preparation-and-serving",
        "codes": {"onet": ["35-2014.00"], "soc": ["35-2014"]},
        "related": [{"slug": "baker", "why": None}],
    }
    shutil.rmtree(outlined / "templates/new")
    # The baker has a cook's code now.
    assert {problem.code for problem in check(outlined)} == {"FLD002", "OCC109"}


def test_title_is_what_one_person_is_called_where_tables_say_so(outlined: Path) -> None:
    edit(
        outlined / "content/figures/office/names.csv",
        "School cook,Cook|Kitchen hand",
        "Cook of Canteens,Cook|Kitchen hand",
    )
    assert new(outlined, "35-2012", "school-cook").exit_code == 0
    profile = yaml.safe_load((outlined / "occupations/school-cook.yml").read_text(encoding="utf-8"))
    assert (profile["title"], profile["aliases"]) == ("Cook of canteens", ["Kitchen hand"])
    shutil.rmtree(outlined / "templates/new")
    assert {problem.code for problem in check(outlined)} == {"FLD002"}


def test_profile_of_a_code_may_have_a_name_of_its_own(outlined: Path) -> None:
    assert "\noccupations/barista.yml is ready" in new(outlined, "35-3023.01", "barista").output
    assert "title: Baristas\n" in (outlined / "occupations/barista.yml").read_text(encoding="utf-8")
    assert "\noccupations/coffee-maker.yml is ready" in new(outlined, "35-3023.01", "Coffee Maker").output
    assert "title: Coffee maker\n" in (outlined / "occupations/coffee-maker.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "slug", "title", "code"),
    [
        ("School Cook", "school-cook", "School cook", "35-2012"),
        ("  Grill   Cook ", "grill-cook", "Grill cook", "35-2014"),
        ("cooks-of-restaurants", "cooks-of-restaurants", "Cooks of restaurants", "35-2014"),
        ("Tree Whisperer", "tree-whisperer", "Tree whisperer", None),
    ],
)
def test_profile_is_named_by_its_title_and_gets_the_code_of_that_name(
    outlined: Path, name: str, slug: str, title: str, code: str | None
) -> None:
    result = new(outlined, name)
    assert result.exit_code == 0, result.output
    profile = yaml.safe_load((outlined / f"occupations/{slug}.yml").read_text(encoding="utf-8"))
    assert (profile["title"], profile["codes"]["soc"]) == (title, [code] if code else None)


def test_what_tables_call_alike_is_offered(outlined: Path) -> None:
    result = new(outlined, "Grill cok")
    assert (result.exit_code, result.output) == (
        1,
        "Error: no table calls an occupation so; near are:\n"
        "  careers new 35-2014.00   (Cooks of restaurants)\n"
        'To begin without a code: careers new --plain "Grill cok"\n',
    )
    assert new(outlined, "--plain", "Grill cok").output.startswith("occupations/grill-cok.yml is ready")


def test_what_tables_call_several_is_left_to_the_editor(outlined: Path) -> None:
    edit(outlined / "content/figures/office/names.csv", "School cook,Cook|Kitchen hand", "School cook,Cook|Grill cook")
    result = new(outlined, "Grill cook")
    assert result.output.startswith('Error: tables call several so:\n  careers new 35-2012.00 "Grill cook"   (Cooks')
    assert result.output.count("careers new") == 3


def test_name_of_a_profile_begins_no_other(outlined: Path) -> None:
    for name in ("Baker", "baker"):
        assert "occupations/baker.yml is about that already" in new(outlined, name).output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["51-3011.00"], "occupations/baker.yml is about 51-3011.00 already; edit it"),
        (["35-3023.02"], "no table has the code '35-3023.02' for an outline; did you mean '35-3023.00'?"),
        (
            ["2314"],
            "no table has the code '2314' for an outline; those that have one are in"
            " content/figures/office/interests.csv, such as '35-2012.00'; begin by name, as in `careers new baker`, and"
            " write other codes below `codes` in the file",
        ),
        (["barista", "baristas"], "'barista' is no code; write the whole title in quotes: \"barista baristas\""),
    ],
)
def test_code_that_begins_no_profile_says_why(outlined: Path, arguments: list[str], message: str) -> None:
    result = new(outlined, *arguments)
    assert (result.exit_code, result.output) == (1, f"Error: {message}\n")


def test_table_that_cannot_be_read_is_what_is_wrong(outlined: Path) -> None:
    edit(outlined / "content/figures/office/interests.csv", "35-2014.00,", "35-2014.00;")
    result = new(outlined, "35-3023.01")
    assert result.exit_code == 1
    assert "content/figures/office/interests.csv:3:1: FIG001 7 cells" in result.output
    assert "for an outline" not in result.output


@pytest.mark.parametrize("words", [("漢字",), ("",), ("--plain", "Повар"), ("--plain", "?")])
def test_a_name_without_a_letter_for_addresses_is_told_what_to_write(project: Path, words: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, ["--root", str(project), "new", *words])
    assert result.exit_code == 1
    assert result.output.startswith(
        f"Error: {words[-1]!r} has none of the letters that addresses are made of, a to z; begin"
    )
