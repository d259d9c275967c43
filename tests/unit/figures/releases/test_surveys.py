"""What people in the work answered and job ads name, from small files of the layouts of several releases."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.figures.releases.commands import table, text, update


@pytest.fixture
def asked(project: Path) -> Path:
    """A project whose vocabulary says what publishers call two measures."""
    path = project / "content/vocabulary/environments.yml"
    words = path.read_text(encoding="utf-8")
    for key, names in (("burns", '"Exposed to Burns, or Cuts", Exposed to Cuts'), ("sitting", "Spend Time Sitting")):
        words = words.replace(f"key: {key},", f"key: {key}, published_as: [{names}],")
    path.write_text(words, encoding="utf-8")
    return project


NEW = "O*NET-SOC Code,Element ID,Element Name,Scale ID,Category,Data Value,N,Standard Error,Recommend Suppress,Date"
OLD = (
    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tCategory\tData Value\tN\tStandard Error\tLower CI Bound\t"
    "Upper CI Bound\tRecommend Suppress\tDate\tDomain Source"
)


def share(
    code: str, category: int, percent: float, error: str = "4.1428", suppressed: str = "N", scale: str = "RL"
) -> str:
    return f"{code},2.D.1,Required Level of Education,{scale},{category},{percent:.2f},28,{error},{suppressed},08/2023"


def test_schooling_is_told_by_our_levels_with_how_many_were_asked(asked: Path) -> None:
    path = text(
        asked, "education.csv.gz", NEW, share("51-3011.00", 1, 60.54), share("51-3011.00", 2, 39.46, "12.0444"),
        share("51-3011.00", 6, 0), share("51-9195.00", 2, 100, "", ""), share("29-1161.00", 2, 55, suppressed="Y"),
        share("29-1161.00", 6, 45), share("51-3011.00", 3, 88, scale="PT"),
    )  # fmt: skip
    result = update(asked, "schooling", path)
    assert result.exit_code == 0, result.output
    assert table(asked, "office/schooling") == [
        "code,title,asked,error,none,school", "51-3011.00,Bakers,28,12.0,60.5,39.5", "51-9195.00,Potters,28,,,100",
    ]  # fmt: skip
    assert result.stdout.startswith("1 code left out, of which a share is too uncertain to be published\n")


def test_schooling_of_earlier_releases_stands_among_training_and_experience(asked: Path) -> None:
    row = "51-3011.00\t2.D.1\tRequired Level of Education\tRL\t{}\t{}\t30\t5.5\t1\t9\tN\t08/2022\tIncumbent"
    other = "51-3011.00\t3.A.1\tRelated Work Experience\tRW\t2\t40.00\t30\t5.5\t1\t9\tN\t08/2022\tIncumbent"
    path = text(
        asked, "Education, Training, and Experience.txt", OLD, row.format(1, "25.00"), row.format(4, "75.00"), other
    )
    result = update(asked, "schooling", path)
    assert result.exit_code == 0, result.output
    assert table(asked, "office/schooling")[1:] == ["51-3011.00,Bakers,30,5.5,25"]
    assert result.stdout.startswith("no term of schooling has the category 4\n")


def test_conditions_are_means_on_a_scale_from_0_to_100_whatever_they_are_called(asked: Path) -> None:
    head = OLD.replace("Recommend Suppress", "Recommend Suppress\tNot Relevant")
    row = "51-3011.00\t4.C\t{}\t{}\t{}\t{}\t40\t0.1\t1\t5\t{}\tN\t08/2022\tIncumbent"
    path = text(
        asked, "Work Context.txt", head, row.format("Exposed to Cuts", "CX", "n/a", "4.25", "N"),
        row.format("Exposed to Cuts", "CXP", "5", "33.00", "N"), row.format("Work Schedules", "CT", "n/a", "1.5", "N"),
        row.format("Spend Time Sitting", "CT", "n/a", "2.00", "N").replace("51-3011", "15-1252"),
        row.format("Spend Time Sitting", "CX", "n/a", "5.00", "Y"),
    )  # fmt: skip
    result = update(asked, "conditions", path)
    assert result.exit_code == 0, result.output
    assert table(asked, "office/conditions") == [
        "code,title,burns,sitting", "15-1252.00,Programmers,,50", "51-3011.00,Bakers,81,",
    ]  # fmt: skip
    assert "no element" not in result.stdout
    other = text(asked, "wc.txt", head, row.format("Exposed to Burns, or Cuts", "CX", "n/a", "1.00", "N"))
    result = update(asked, "conditions", other)
    assert table(asked, "office/conditions")[1:] == ["51-3011.00,Bakers,0"]
    assert "no element of the files is the measure 'sitting'" in result.stdout


@pytest.mark.parametrize(
    "head",
    [
        "O*NET-SOC Code,Title,Workplace Example,Element ID,Element Name,Hot Technology,In Demand",
        "O*NET-SOC Code,Title,Example,Commodity Code,Commodity Title,Hot Technology,In Demand",
    ],
)
def test_software_is_what_job_ads_name_often(asked: Path, head: str) -> None:
    row = "15-1252.00,Software developers,{},2.E.6.f,Data base software,Y,{}"
    programs = [row.format(name, "Y") for name in ("C | C++", *"DEFGHI")]
    path = text(
        asked, "software.csv", head, row.format("Ada", "N"), *programs, "51-3011.00,Bakers,Excel,2.E,Sheets,Y,N"
    )
    assert update(asked, "software", path).exit_code == 0
    assert table(asked, "office/software") == [
        "code,title,software",
        "15-1252.00,Software developers,C / C++|D|E|F|G|H",
    ]
