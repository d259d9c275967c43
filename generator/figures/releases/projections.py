"""Jobs to come, and what is asked at entry: tables 1.2 and 1.10 of the Employment Projections.

The U.S. Bureau of Labor Statistics counts in thousands, with a row for each occupation and for each group.
"""

from __future__ import annotations

from generator.figures.releases.reading import Column, Layout, Record, Rows, write_number

_THOUSAND = 1_000
_UNPUBLISHED = "\N{EM DASH}"


def _take_jobs(record: Record, rows: Rows) -> None:
    row = rows.setdefault(record["code"], {})
    row["title"] = record["title"]
    for name in ("jobs", "jobs_projected", "openings"):
        row[name] = write_number(record[name], _THOUSAND)
    for name in ("change_percent", "self_employed_percent"):
        row[name] = write_number(record[name])


def _take_leavers(record: Record, rows: Rows) -> None:
    row = rows.setdefault(record["code"], {})
    for name in ("exits", "transfers"):
        row[name] = write_number(record[name], _THOUSAND)


def _take_asked(record: Record, rows: Rows) -> None:
    if record["entry"] in ("", _UNPUBLISHED):
        return  # Of a group.
    row = {name: record[name] or "None" for name in ("entry", "experience", "training")}
    rows[record["code"]] = {"title": record["title"], **row}


_CODE = {
    "code": Column(r".*(national employment matrix|occupation) code"),
    "title": Column(r".*(national employment matrix|occupation) title"),
}
_LEAVERS = {
    "exits": Column(r"labor force exits, \d{4}"),
    "transfers": Column(r"occupational transfers, \d{4}"),
}
_JOBS = {
    "jobs": Column(r"employment, \d{4}$"),
    "jobs_projected": Column(r"employment, \d{4}$", nth=1),
    "change_percent": Column(r"employment change, percent"),
    "self_employed_percent": Column(r"percent self employed"),
    "openings": Column(r"occupational openings"),
}
_ASKED = {
    "entry": Column("typical education needed"),
    "experience": Column("work experience in a related occupation"),
    "training": Column("typical on-the-job training"),
}
OUTLOOK = (
    Layout("table 1.10", _CODE | _LEAVERS, _take_leavers),
    Layout("table 1.2", _CODE | _JOBS, _take_jobs),
)
EDUCATION = (Layout("table 1.2", _CODE | _ASKED, _take_asked),)
