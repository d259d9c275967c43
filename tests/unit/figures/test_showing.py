from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main


def show(project: Path, code: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(project), "figures", "show", code])


def test_a_code_is_shown_with_finer_ones_and_with_what_stands_for_it(project: Path) -> None:
    result = show(project, "35-2014")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[:6] == [
        "office/interests (interests-2026): 35-2014.00 Cooks of restaurants",
        "  realistic: 5",
        "  investigative: 1.9",
        "  artistic: 3.8",
        "  social: 2.2",
        "  enterprising: 3",
    ]
    assert "us/pay 2025 (wages-2025): 35-2010 Cooks" in lines
    assert "  parts: 35-2012 | 35-2014" in lines
    assert "us/outlook 2024-2034 (jobs-2024): 35-2014 Cooks of restaurants" in lines
    assert "  coordination: 3.75" in lines
    assert show(project, "5120").stdout == "occupations/cook.yml: Cook\n"


def test_a_finer_code_is_shown_with_the_one_around_it(project: Path) -> None:
    result = show(project, "51-9195.03")
    assert result.stdout.splitlines()[0] == "us/pay 2025 (wages-2025): 51-9195 Potters, moulders and casters"


def test_a_code_that_nobody_knows_is_said_so(project: Path) -> None:
    result = show(project, "35-2041")
    assert result.exit_code == 1
    assert "no table knows the code '35-2041'; did you mean '35-2014'?" in result.output


def test_a_table_that_could_not_be_read_is_named(project: Path) -> None:
    (project / "content/figures/us/pay.csv").write_text("code\n", encoding="utf-8")
    result = show(project, "35-2014")
    assert result.exit_code == 0
    assert result.stderr == "content/figures/us/pay.csv could not be read and is left out: `careers check` says why\n"
    assert "us/pay" not in result.stdout
