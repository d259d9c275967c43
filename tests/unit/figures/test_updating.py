"""Small files of the very layouts in which official releases are published."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator.figures import updating
from generator.figures.releases import reading
from tests.unit.figures.releases.books import Row, write_book
from tests.unit.figures.releases.commands import table, text, update

HEADINGS = """
    AREA AREA_TITLE AREA_TYPE PRIM_STATE NAICS NAICS_TITLE I_GROUP OWN_CODE OCC_CODE OCC_TITLE O_GROUP TOT_EMP EMP_PRSE
    JOBS_1000 LOC_QUOTIENT PCT_TOTAL PCT_RPT H_MEAN A_MEAN MEAN_PRSE H_PCT10 H_PCT25 H_MEDIAN H_PCT75 H_PCT90 A_PCT10
    A_PCT25 A_MEDIAN A_PCT75 A_PCT90 ANNUAL HOURLY
"""
WAGES: list[Row] = [HEADINGS.split()]


def wage(
    code: str, title: str, employed: str | float, wages: Sequence[str | float], area: str = "1"
) -> list[str | float]:
    """A row of the workbook; `wages` are the mean an hour and a year, then five points an hour and five a year."""
    hour, year = wages[:1], wages[1:2]
    start: Row = [
        "99",
        "U.S.",
        area,
        "US",
        "000000",
        "Cross-industry",
        "cross-industry",
        "1235",
        code,
        title,
        "detailed",
    ]
    return [*start, employed, 0.5, "", "", "", "", *hour, *year, 0.4, *wages[2:], "", ""]


PLAIN: Row = [20.1, 41810, 12, 14.5, 17.31, 22, 29.9, 24960, 30160, 36000, 45760, 62190]


def test_pay_is_read_from_a_workbook_of_wages(project: Path) -> None:
    hourly: Row = [58.3, "*", 16.1, 20, 29.05, 60, 143.68, "*", "*", "*", "*", "*"]
    capped: Row = [*["*"] * 1, 269630, *["*"] * 5, 75700, 129540, 213990, "#", "#"]
    rows: list[Row] = [
        wage("35-0000", "Food", 9, PLAIN),
        wage("35-2010", "Cooks", 410_000, PLAIN),
        wage("35-2012", "Cooks, Institution", 310_000, PLAIN),
        wage("35-2014", "Cooks, Restaurant", "**", hourly),
        wage("29-1210", "Physicians", 20, PLAIN),
        wage("29-1211", "Anesthesiologists", 20, capped),
        wage("35-2014", "Cooks, Restaurant", 7, PLAIN, area="2"),
    ]
    book = write_book(project / "national.xlsx", WAGES + rows)
    result = update(project, "pay", book)
    assert result.exit_code == 0, result.output
    assert table(project, "us/pay") == [
        "code,title,parts,employed,mean,p10,p25,median,p75,p90,hourly_mean,hourly_p10,hourly_p25,hourly_median,"
        "hourly_p75,hourly_p90,capped",
        "29-1211,Anesthesiologists,,20,269630,75700,129540,213990,239200,239200,,,,,,,p75|p90",
        "35-2010,Cooks,35-2012|35-2014,410000,41810,24960,30160,36000,45760,62190,20.1,12,14.5,17.31,22,29.9,",
        '35-2012,"Cooks, Institution",,310000,41810,24960,30160,36000,45760,62190,20.1,12,14.5,17.31,22,29.9,',
        '35-2014,"Cooks, Restaurant",,,,,,,,,58.3,16.1,20,29.05,60,143.68,',
    ]
    assert result.stdout.splitlines() == [
        "7 codes gone: 15-1252, 23-1023, 29-1161, 35-3023, 47-2152, 51-3011, 51-9195",
        "1 code new: 29-1211",
        "35-2014: median 17.25 -> 29.05 (+68%)",
        "look at occupations/baker.yml: 51-3011",
        "look at occupations/judge.yml: 23-1023",
        "look at occupations/midwife.yml: 29-1161",
        "look at occupations/plumber.yml: 47-2152",
        "look at occupations/potter.yml: 51-9195",
        "look at occupations/programmer.yml: 15-1252",
    ]


YEARS = "2024\N{EN DASH}34"
DASH = "\N{EM DASH}"
PROJECTIONS: Row = [
    "2024 National Employment Matrix title", "2024 National Employment Matrix code", "Occupation type",
    "Employment, 2024", "Employment, 2034", "Employment distribution, percent, 2024",
    "Employment distribution, percent, 2034", f"Employment change, numeric, {YEARS}",
    f"Employment change, percent, {YEARS}", "Percent self employed, 2024",
    f"Occupational openings, {YEARS} annual average", "Median annual wage, dollars, 2024",
    "Typical education needed for entry", "Work experience in a related occupation",
    "Typical on-the-job training needed to attain competency in the occupation",
]  # fmt: skip
COOKS: Row = [
    "Cooks, restaurant", "35-2014", "Line item", 1400, 1330.1, 0.9, 0.8, -69.9, -5.0, 2.5, 250.4, 36830,
    "No formal educational credential", "", "Moderate-term on-the-job training",
]  # fmt: skip
GROUP: Row = [
    "Cooks", "35-2010", "Summary", 1700, 1640, 1, 1, -60, -3.5, 2.1, 290, 36000, DASH, DASH, DASH,
]  # fmt: skip
CANTEEN: Row = [
    "Cooks, institution", "35-2012", "Line item", 300, 303, 0.2, 0.2, 3, 1, 0.1, 40, ">=$239,200",
    "Bachelor's degree", "None", "Long-term on-the-job training",
]  # fmt: skip
LEAVERS: Row = [
    "2024 National Employment Matrix title", "2024 National Employment Matrix code", "Occupation type",
    "Employment, 2024", "Employment, 2034", f"Labor force exit rate, {YEARS} annual average",
    f"Labor force exits, {YEARS} annual average", f"Occupational transfers, {YEARS} annual average",
    f"Occupational openings, {YEARS} annual average",
]  # fmt: skip


def test_outlook_is_read_from_two_sheets_under_their_titles(project: Path) -> None:
    jobs = write_book(project / "jobs.xlsx", [["Contents"]], [["Table 1.2 Jobs"], PROJECTIONS, GROUP, CANTEEN, COOKS])
    leave = write_book(
        project / "leave.xlsx",
        [["Table 1.10"], LEAVERS, ["Cooks, restaurant", "35-2014", "Line item", 1400, 1330.1, 7.9, 110.4, 147, 250.4]],
    )
    result = update(project, "us/outlook", jobs, leave)
    assert result.exit_code == 0, result.output
    assert table(project, "us/outlook") == [
        "code,title,parts,jobs,jobs_projected,change_percent,openings,exits,transfers,self_employed_percent",
        "35-2010,Cooks,35-2012|35-2014,1700000,1640000,-3.5,290000,,,2.1",
        '35-2012,"Cooks, institution",,300000,303000,1,40000,,,0.1',
        '35-2014,"Cooks, restaurant",,1400000,1330100,-5,250400,110400,147000,2.5',
    ]
    assert result.stdout == "1 code gone: 51-3011\n1 code new: 35-2010\nlook at occupations/baker.yml: 51-3011\n"


def test_a_table_that_is_not_there_yet_is_written_from_its_entry_in_the_index(project: Path) -> None:
    (project / "content/figures/us/outlook.csv").unlink()
    result = update(project, "outlook", write_book(project / "jobs.xlsx", [PROJECTIONS, COOKS]))
    assert (result.exit_code, result.stdout) == (0, "")
    assert len(table(project, "us/outlook")) == 2


def test_columns_that_a_missing_file_had_are_named(project: Path) -> None:
    result = update(project, "outlook", write_book(project / "jobs.xlsx", [PROJECTIONS, CANTEEN, COOKS]))
    assert result.stdout.splitlines()[0] == (
        "no more: exits, transfers; name every file that has some of it, in one command"
    )


def test_other_years_than_the_index_has_are_said(project: Path) -> None:
    later: Row = [str(heading).replace("2024", "2025").replace("2034", "2035") for heading in PROJECTIONS]
    result = update(project, "outlook", write_book(project / "jobs.xlsx", [later, COOKS]))
    assert result.stdout.splitlines()[:2] == [
        "the files are about 2025: write `from: 2025` in the index, and name the new source",
        "the files are about 2035: write `to: 2035` in the index, and name the new source",
    ]


def test_what_is_asked_gets_the_terms_of_the_vocabulary(project: Path) -> None:
    path = project / "content/vocabulary/education.yml"
    text = path.read_text(encoding="utf-8")
    for key, said in {
        "no-credential: {": "No formal educational credential", "bachelors-degree: {": "Bachelor's degree",
        "none: {": "None", "moderate-term: {": "Moderate-term on-the-job training",
    }.items():  # fmt: skip
        text = text.replace(key, f'{key}published_as: ["{said}"], ')
    path.write_text(text, encoding="utf-8")
    book = write_book(project / "jobs.xlsx", [PROJECTIONS, GROUP, COOKS])
    result = update(project, "education", book)
    assert result.exit_code == 0, result.output
    assert table(project, "us/education")[1:] == ['35-2014,"Cooks, restaurant",no-credential,none,moderate-term']
    result = update(project, "education", write_book(project / "jobs.xlsx", [PROJECTIONS, GROUP, CANTEEN]))
    assert result.exit_code == 1
    assert "us/education.csv:2:" in result.output


RATED = "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tRecommend Suppress\tDate\n"


def test_interests_keep_their_titles_whatever_the_file_is_called(project: Path) -> None:
    scales = ["Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional"]
    lines = [f"35-2014.00,{name},OI,{at}.50,02/2026,Expert" for at, name in enumerate(scales, 1)]
    head = "O*NET-SOC Code,Element Name,Scale ID,Data Value,Date,Domain Source"
    path = text(project, "career_interest_types.csv.gz", head, *lines, "35-2014.00,First Interest High-Point,IH,6,,")
    result = update(project, "interests", path)
    assert result.exit_code == 0, result.output
    assert table(project, "office/interests")[1:] == ["35-2014.00,Cooks of restaurants,1.5,2.5,3.5,4.5,5.5,6.5"]
    first, *profiles = result.stdout.splitlines()
    assert first == "5 codes gone: 35-2012.00, 35-3023.00, 35-3023.01, 47-2152.00, 51-3011.00"
    assert profiles == ["look at occupations/baker.yml: 51-3011.00", "look at occupations/plumber.yml: 47-2152.00"]


def test_importance_is_taken_without_what_is_to_be_suppressed(project: Path) -> None:
    path = project / "Skills.txt"
    rows = [
        ("35-2014.00", "2.A", "Active Listening", "IM", "3.75", "N"),
        ("35-2014.00", "2.A", "Active Listening", "LV", "4.12", "N"),
        ("35-2014.00", "2.A", "Complex Problem Solving", "IM", "2.00", "Y"),
        ("35-2012.00", "2.A", "Science", "IM", "1.12", "N"),
    ]
    path.write_text(RATED + "".join("\t".join((*row, "08/2025")) + "\n" for row in rows), encoding="utf-8")
    titles = text(project, "Occupation Data.txt", "O*NET-SOC Code\tTitle\tDescription", "35-2012.00\tCooks\tAbout.")
    result = update(project, "skills", path, titles)
    assert result.exit_code == 0, result.output
    assert table(project, "office/skills") == [
        "code,title,active-listening,science", "35-2012.00,Cooks,,1.12", "35-2014.00,Cooks of restaurants,3.75,"
    ]  # fmt: skip


def test_values_and_levels_are_read(project: Path) -> None:
    names = ["Achievement", "Working Conditions", "Recognition", "Relationships", "Support", "Independence"]
    rows = [("35-2014.00", "1.B", name, "EX", f"{at}.00", "N", "") for at, name in enumerate(names, 1)]
    path = project / "Work Values.txt"
    path.write_text(RATED + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    assert update(project, "values", path).exit_code == 0
    assert table(project, "office/values") == [
        "code,title,achievement,independence,recognition,relationships,support,working_conditions",
        "35-2014.00,Cooks of restaurants,1,6,3,4,5,2",
    ]
    path = text(project, "job_zones.csv", "O*NET-SOC Code,Title,Job Zone,Date", "35-2014.00,Cooks,2,02/2026")
    assert update(project, "preparation", path).exit_code == 0
    assert table(project, "office/preparation") == ["code,title,level", "35-2014.00,Cooks of restaurants,2"]


def test_names_and_neighbours_stay_in_their_order(project: Path) -> None:
    reported = text(
        project, "names.csv", "O*NET-SOC Code,Title,Reported Job Title,Shown in My Next Move",
        "35-2014.00,Cooks,Line Cook,N", '35-2014.00,Cooks,"Cook, nights",Y', "35-2014.00,Cooks,Grill | Bar,N",
    )  # fmt: skip
    other = text(project, "alt.txt", "O*NET-SOC Code\tTitle\tAlternate Title\tShort Title", "35-2014.00\tCooks\tChef\t")
    assert update(project, "names", reported, other).exit_code == 0
    assert table(project, "office/names") == [
        "code,title,shown,reported,alternate",
        '35-2014.00,Cooks of restaurants,"Cook, nights",Line Cook|Grill / Bar,Chef'
    ]  # fmt: skip
    near = text(
        project, "related.csv", "O*NET-SOC Code,Title,Related O*NET-SOC Code,Related Title,Relatedness Tier,Index",
        "35-2014.00,Cooks,51-3011.00,Bakers,Primary-Short,1", "35-2014.00,Cooks,35-2012.00,Cooks,Primary-Long,6",
        "35-2014.00,Cooks,35-9011.00,Waiters,Supplemental,11",
    )  # fmt: skip
    assert update(project, "related", near).exit_code == 0
    assert table(project, "office/related")[1:] == ["35-2014.00,Cooks of restaurants,51-3011.00|35-2012.00"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("wages", "a.csv"), "no index below content/figures/ names a table 'wages'"),
        (("pay", "a.csv"), "a.csv has none of the headings of OEWS: occ_code, occ_title, tot_emp"),
        (("pay", "renamed.csv"), "renamed.csv has the headings of OEWS, but not tot_emp\n"),
        (("preparation", "a.csv"), "; or Job Zones: o*net-soc code, job zone\n"),
        (("outlook", "a.csv"), " title, employment, YEAR, employment, YEAR, "),
        (("pay", "a.pdf"), "a.pdf is no file of .csv, .txt, .tsv, .xlsx"),
        (("pay", "a.xlsx"), "a.xlsx: cannot be read as a workbook"),
        (("preparation", "zones.csv"), "the files give no table that could be read:\ncontent/figures/office/"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_written(
    project: Path, arguments: tuple[str, str], message: str
) -> None:
    before = table(project, "us/pay")
    text(project, "zones.csv", "O*NET-SOC Code,Job Zone", "35-2014.00,7")
    text(project, "renamed.csv", ",".join(HEADINGS.split()).replace("TOT_EMP", "EMPLOYED"))
    (project / arguments[1]).touch()
    result = update(project, arguments[0], project / arguments[1])
    assert result.exit_code == 1
    assert message in result.output
    assert table(project, "us/pay") == before


def cut_workbook(data: bytes) -> bytes:
    """A workbook whose archive is whole, and whose sheet is not."""
    whole = zipfile.ZipFile(io.BytesIO(data))
    cut = io.BytesIO()
    with zipfile.ZipFile(cut, "w") as book:
        for name in whole.namelist():
            part = whole.read(name)
            book.writestr(name, part[:-30] if "sheet" in name else part)
    return cut.getvalue()


@pytest.mark.parametrize(
    ("name", "spoil", "message"),
    [
        ("zones.xlsx", cut_workbook, "zones.xlsx: xl/worksheets/sheet1.xml cannot be read"),
        ("zones.txt.gz", lambda data: gzip.compress(data)[:-20], "zones.txt.gz: Compressed file ended"),
        ("zones.csv", lambda data: data + b"9" * 200_000, "zones.csv: field larger than field limit"),
        (
            "zones.csv",
            lambda data: data + b"\xff",
            "zones.csv: byte 0xff in line 52 is not UTF-8; save the file as UTF-8",
        ),
    ],
)
def test_a_file_that_is_broken_below_its_headings_is_said_so(
    project: Path, name: str, spoil: Callable[[bytes], bytes], message: str
) -> None:
    rows: list[Row] = [["O*NET-SOC Code", "Job Zone"], *([f"35-2014.{at:02}", "3"] for at in range(50))]
    path = project / name
    if name.endswith(".xlsx"):
        write_book(path, rows)
    else:
        text(project, name, *map(",".join, rows))
    path.write_bytes(spoil(path.read_bytes()))
    result = update(project, "preparation", path)
    assert (result.exit_code, message in result.output) == (1, True), result.output


@pytest.mark.parametrize("name", ["zones.csv", "zones.csv.gz"])
def test_a_text_too_long_is_not_read_to_its_end(project: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_MOST", 100)
    path = text(project, name, "O*NET-SOC Code,Job Zone", *["35-2014.00,3"] * 10)
    assert f"{name} holds more than 100 bytes of text" in update(project, "preparation", path).output


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["35-2014.00,Co\0oks,2"], "SRC005 hidden character U+0000"),
        ([f"35-2014.{at:05},{'Cooks ' * 15},2" for at in range(22_000)], "SRC003 2,"),
    ],
)
def test_no_table_is_written_that_could_not_be_read(project: Path, rows: list[str], message: str) -> None:
    before = table(project, "office/preparation")
    zones = [",".join((row.split(",")[0], row.split(",")[2])) for row in rows]
    files = [
        text(project, "zones.csv", "O*NET-SOC Code,Job Zone", *zones),
        text(project, "titles.csv", "O*NET-SOC Code,Title,Description", *rows),
    ]
    result = update(project, "preparation", *files)
    assert (result.exit_code, message in result.output) == (1, True), result.output
    assert table(project, "office/preparation") == before


@pytest.mark.parametrize("interrupted", ["write_bytes", "replace"])
def test_the_old_table_stays_until_the_new_one_is_whole(
    project: Path, interrupted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(project.rglob("*")), table(project, "us/pay")
    made = updating.Update(project / "content/figures/us/pay.csv", "code,median\n", 1, ())

    def interrupt(path: Path, *_: object, **__: object) -> None:
        if interrupted == "write_bytes":
            path.write_text("code,med", encoding="utf-8")
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, interrupted, interrupt)
    with pytest.raises(KeyboardInterrupt):
        made.write()
    assert (sorted(project.rglob("*")), table(project, "us/pay")) == before


def test_a_place_that_cannot_be_written_to_is_named(project: Path) -> None:
    path = project / "content/figures/us/pay.csv"
    path.unlink()
    path.mkdir()
    result = update(project, "pay", write_book(project / "a.xlsx", [*WAGES, wage("35-2014", "Cooks", 9, PLAIN)]))
    assert result.exit_code == 1
    assert f"Error: {path}: Is a directory" in result.output
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(".")] == []


def test_a_name_that_may_be_several_tables_is_asked_about(project: Path) -> None:
    path = project / "content/figures/office.yml"
    more = "  more: {kind: skills, source: values-2025, how: Others.}\n"
    path.write_text(path.read_text(encoding="utf-8").replace("  skills: {", f"{more}  essential: {{"), encoding="utf-8")
    (project / "a.csv").touch()
    result = update(project, "skills", project / "a.csv")
    assert "'skills' may be office/more or office/essential; write one of them" in result.output
