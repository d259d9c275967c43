"""Pay: workbooks of the Occupational Employment and Wage Statistics of the U.S. Bureau of Labor Statistics.

They are national, or of all states.

`*` and `**` stand for what is not published, `#` for a wage of which nothing is known but that it is at least so much.
"""

from __future__ import annotations

from generator.figures.releases.reading import Column, Layout, Record, Rows, write_number
from generator.model.figures import SEPARATOR

_AT_LEAST = {"a": "239200", "h": "115"}
"""What `#` stands for, a year and an hour (technical notes of May 2023 and later)."""
_POINTS = {"mean": "mean", "p10": "pct10", "p25": "pct25", "median": "median", "p75": "pct75", "p90": "pct90"}
_NATIONAL, _ALL_INDUSTRIES = "1", "000000"


def _take(record: Record, rows: Rows) -> None:
    if record.get("area", _NATIONAL) != _NATIONAL or record.get("industry", _ALL_INDUSTRIES) != _ALL_INDUSTRIES:
        return
    row = {"title": record["title"], "employed": write_number(record["employed"])}
    capped = []
    for unit, prefix in (("a", ""), ("h", "hourly_")):
        for name in _POINTS:
            wage = record[f"{unit}_{name}"]
            if wage == "#":
                capped.append(name)
            row[prefix + name] = _AT_LEAST[unit] if wage == "#" else write_number(wage)
    row["capped"] = SEPARATOR.join(dict.fromkeys(capped))
    rows[record["code"]] = row


_COLUMNS = {
    "code": Column("occ_code"),
    "title": Column("occ_title"),
    "area": Column("area_type", needed=False),
    "industry": Column("naics$", needed=False),
    "employed": Column("tot_emp"),
    **{f"{unit}_{name}": Column(f"{unit}_{heading}$") for unit in "ah" for name, heading in _POINTS.items()},
}
PAY = (Layout("OEWS", _COLUMNS, _take),)
_LOCAL = ("2", "3")
"""Types of areas: states, and territories."""
WITHIN = " "
"""Between the letters of an area and a code, in the rows of a release of many areas."""


def _take_local(record: Record, rows: Rows) -> None:
    if record["area"] not in _LOCAL or record.get("industry", _ALL_INDUSTRIES) != _ALL_INDUSTRIES:
        return
    year, hour = record["year"], record["hour"]
    row = {"title": record["title"], "employed": write_number(record["employed"])}
    row["median"] = _AT_LEAST["a"] if year == "#" else write_number(year)
    if not row["median"]:  # Else it would say the same twice.
        row["hourly_median"] = _AT_LEAST["h"] if hour == "#" else write_number(hour)
    if "#" in (year, hour):
        row["capped"] = "median"
    rows[record["letters"] + WITHIN + record["code"]] = row


LOCAL_PAY = (
    Layout(
        "OEWS of states",
        {
            "code": Column("occ_code"),
            "title": Column("occ_title"),
            "area": Column("area_type"),
            "letters": Column("prim_state"),
            "industry": Column("naics$", needed=False),
            "employed": Column("tot_emp"),
            "year": Column("a_median"),
            "hour": Column("h_median"),
        },
        _take_local,
    ),
)
"""Rows by the letters of the area and the code."""
