"""Every figure on a page is that of its row: tables are read here as plain CSV, and pages as a reader sees them.

Of an occupation with several codes some figures are sums, which tests of code add up; here, it is those of one code.
"""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Iterator, Mapping

import pytest
import yaml

from generator import links
from generator.model.occupation import SCALES, VALUES
from generator.model.site import Site
from generator.strings import Words
from tests.conftest import REPOSITORY

Row = Mapping[str, str]
POINTS = ("p10", "p25", "median", "p75", "p90")


@functools.cache
def read_tables(kind: str) -> list[tuple[str, dict[str, Row]]]:
    """(classification, code -> row) of each table of a kind."""
    found: list[tuple[str, dict[str, Row]]] = []
    for path in sorted((REPOSITORY / links.FIGURES).glob("*.yml")):
        index = yaml.safe_load(path.read_text(encoding="utf-8"))
        for name, entry in index["tables"].items():
            if entry["kind"] == kind:
                with (path.with_suffix("") / f"{name}.csv").open(encoding="utf-8", newline="") as file:
                    found.append((index["scheme"], {row["code"]: row for row in csv.DictReader(file)}))
    return found


def read_regions() -> dict[str, str]:
    """Classification -> the country whose figures have its codes."""
    indexes = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (REPOSITORY / links.FIGURES).glob("*.yml")]
    return {index["scheme"]: index["region"] for index in indexes if "region" in index}


def list_rows(own: Site, kind: str, *fields: str) -> Iterator[tuple[str, Row]]:
    """(slug, row) of each occupation with one code, unless its editor has typed one of these fields."""
    for scheme, rows in read_tables(kind):
        for slug, model in own.listed.items():
            path = REPOSITORY / f"occupations/{slug}.yml"
            typed = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
            codes = model.codes.get(scheme, ())
            if len(codes) == 1 and codes[0] in rows and not {*fields} & {*typed}:
                yield slug, rows[codes[0]]


def read_cells(page: str, part: str) -> list[str]:
    """The cells of figures within a part of a page, without markup."""
    _, _, rest = page.partition(f"{{ #{part} ")
    cells = re.findall(r"<td[^>]*>(.*?)</td>", rest.partition("\n## ")[0], re.DOTALL)
    return [re.sub(r"<[^>]+>", "", cell).strip() for cell in cells]


def digits(text: str) -> str:
    """A figure as it is written in any language, without what groups its digits."""
    return re.sub(r"\D", "", text)


def write(amount: str) -> str:
    """The digits of an amount of money: whole, or with cents."""
    value = float(amount)
    return digits(f"{value:.0f}" if value.is_integer() else f"{value:.2f}")


def tell_pay(row: Row) -> list[str]:
    """The points that are published by the unit of time of the table, else those by the hour; none without a median."""
    prefix = "" if row.get("median") else "hourly_"
    points = [row.get(prefix + point) for point in POINTS] if row.get(f"{prefix}median") else []
    return [write(amount) for amount in points if amount]


def test_pay_is_that_of_its_row(own: Site, own_pages: dict[str, str]) -> None:
    rows = [(slug, expected) for slug, row in list_rows(own, "pay", "pay") if (expected := tell_pay(row))]
    assert rows or not read_tables("pay")
    for slug, expected in rows:
        cells = [digits(cell) for cell in read_cells(own_pages[f"occupations/{slug}.md"], "pay")]
        # A page may tell the pay of several countries.
        assert any(cells[at : at + len(expected)] == expected for at in range(len(cells))), slug


def test_jobs_are_those_of_their_row(own: Site, own_pages: dict[str, str]) -> None:
    # What is a part of a broader code has no jobs of its own.
    rows = {slug: row for slug, row in list_rows(own, "outlook", "outlook") if own.listed[slug].outlook}
    assert rows or not read_tables("outlook")
    for slug, row in rows.items():
        cells = [digits(cell) for cell in read_cells(own_pages[f"occupations/{slug}.md"], "outlook")]
        assert cells[:2] == [row["jobs"], row["jobs_projected"]], slug
        assert cells[3] == row["openings"], slug


@pytest.mark.parametrize(("kind", "names"), [("interests", SCALES), ("values", VALUES)])
def test_ratings_are_those_of_their_row(
    own: Site, own_pages: dict[str, str], kind: str, names: tuple[str, ...]
) -> None:
    rows = dict(list_rows(own, kind, kind))
    assert rows or not read_tables(kind)
    for slug, row in rows.items():
        cells = read_cells(own_pages[f"occupations/{slug}.md"], "interests")
        cells = cells[: len(names)] if kind == "interests" else cells[-len(names) :]
        # A language may part tenths by a comma.
        assert [float(re.sub(r"\D", ".", cell)) for cell in cells] == pytest.approx(
            [float(row[name]) for name in names], abs=0.051
        ), slug


@pytest.mark.ours
def test_of_each_country_it_is_told_what_is_known(own: Site, own_pages: dict[str, str]) -> None:
    _, caption, table = own_pages[links.SOURCES].partition(str(Words(own.strings)["countries"]["caption"]))
    assert caption
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</th>(.*?)</tr>", table.partition("</table>")[0])
    names = [own.vocabulary.regions[region].name for region in ("US", "GB", "DE")]
    assert [name for name, _ in rows] == names
    none = str(Words(own.strings)["countries"]["none"])
    assert [cells.count(f"<td>{none}</td>") for _, cells in rows] == [0, 2, 2]


@pytest.mark.ours
def test_another_country_is_linked_by_codes_that_an_editor_has_set(own: Site) -> None:
    schemes = {scheme for scheme, region in read_regions().items() if region != "US"}
    assert schemes == {"uk-soc", "kldb"}
    for slug, model in own.listed.items():
        path = REPOSITORY / f"occupations/{slug}.yml"
        typed = yaml.safe_load(path.read_text(encoding="utf-8"))["codes"] if path.is_file() else {}
        for scheme in schemes:
            assert (slug, model.codes.get(scheme, ())) == (slug, tuple(typed.get(scheme, ())))
        # Of the group is said that it is one.
        for pay in model.pay:
            assert pay.region == "US" or pay.covers, slug
