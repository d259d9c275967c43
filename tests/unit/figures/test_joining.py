from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.cache import Cache
from generator.figures.joining import Figures, put_together
from generator.model.national import National, RegionTerm
from generator.model.occupation import Occupation
from generator.model.site import Site
from generator.model.tables import Index
from generator.model.terms import CategoryGroup
from generator.sources.reading import Derived
from generator.sources.tables import read_table

HEAD = "code,title,parts,employed,median,p90,hourly_median,capped\n"
PAY = HEAD + (
    "1-1,One,,10,10000,,5,\n1-2,Two,,30,20000,,,\n1-3,Three,,20,,,7.5,\n1-4,Four,,5,,,,\n"
    "1-6,Six,,9,200000,239200,,p90\n1-7,Seven,,9,239200,239200,,median|p90\n"
    "1-10,Both,1-1|1-2,40,17000,,,\n1-50,Joined,1-51|1-52,70,50000,,,\n"
)
OUTLOOK = (
    "code,title,parts,jobs,jobs_projected,change_percent,openings\n"
    "1-1,One,,1000,1100,10,50\n1-2,Two,,2000,1900,-5,70\n1-3,Three,,200,300,9.5,8\n1-5,Five,,817900,895600,9.5,81000\n"
    "1-50,Joined,1-51|1-52,7000,7000,0,9\n1-60,Third and fifth,1-3|1-5,818200,896000,9.5,81100\n"
)
EDUCATION = "code,entry,experience,training\n1-1,degree,none,long\n1-2,degree,none,short\n"
INDEX = {
    "scheme": "own", "region": "CH", "currency": "CHF",
    "tables": {
        "pay": {"kind": "pay", "source": "wages", "year": 2025, "how": "So."},
        "outlook": {"kind": "outlook", "source": "jobs", "from": 2024, "to": 2034, "how": "So."},
        "education": {"kind": "education", "source": "jobs", "how": "So."},
        "preparation": {"kind": "preparation", "source": "levels", "how": "So."},
    },
}  # fmt: skip
MEANING = {"label": "Label", "description": "What it means."}


def terms(*keys: str, mixed: str = "") -> CategoryGroup:
    found: dict[str, Any] = {key: {**MEANING, "mixed": key == mixed} for key in (*keys, *filter(None, [mixed]))}
    return CategoryGroup.model_validate({**MEANING, "terms": found})


@pytest.fixture
def figures(tmp_path: Path) -> Figures:
    index = Index.model_validate(INDEX)
    texts = {"pay": PAY, "outlook": OUTLOOK, "education": EDUCATION, "preparation": "code,level\n1-1,2\n1-2,4\n"}
    tables = {}
    for name, text in texts.items():
        path = tmp_path / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        table, problems = read_table(path, tmp_path, index.tables[name], Cache(None))
        assert table, problems
        tables[name] = table
    education = {"entry": terms("degree"), "experience": terms("none"), "training": terms("long", mixed="both")}
    return Figures({"x": index}, {"x": tables}, education, "Of {title}.")


@pytest.fixture
def paged(figures: Figures, tmp_path: Path) -> Figures:
    """The same with a second table of projections, of codes together."""
    entry = {"kind": "outlook", "source": "pages", "from": 2024, "to": 2034, "how": "So."}
    index = Index.model_validate({**INDEX, "tables": {**INDEX["tables"], "pages": entry}})  # type: ignore[dict-item]
    path = tmp_path / "pages.csv"
    path.write_text("code,parts,jobs,jobs_projected,openings\n1-1/1-2,1-1|1-2,3100,3000,120\n", encoding="utf-8")
    table, problems = read_table(path, tmp_path, index.tables["pages"], Cache(None))
    assert table, problems
    return dataclasses.replace(figures, indexes={"x": index}, tables={"x": {**figures.tables["x"], "pages": table}})


@pytest.fixture
def bare(small_site: Site) -> Occupation:
    """A profile without any figure."""
    nothing: Mapping[str, Any] = {"preparation": None, "interests": None, "values": None, "education": None}
    return small_site.occupations["baker"].model_copy(update={**nothing, "pay": (), "outlook": (), "codes": {}})


def join(figures: Figures, bare: Occupation, *codes: str, **more: Any) -> Occupation:
    return figures.join(bare.model_copy(update={"codes": {"own": codes}, **more}))


def test_figures_of_one_code_name_their_source_and_time(figures: Figures, bare: Occupation) -> None:
    found = join(figures, bare, "1-1")
    (pay,), (outlook,) = found.pay, found.outlook
    assert (pay.region, pay.year, pay.currency, pay.per, pay.median, pay.covers, pay.source) == (
        "CH", 2025, "CHF", "year", 10000, None, "wages"
    )  # fmt: skip
    assert (outlook.from_, outlook.to, outlook.jobs, outlook.jobs_projected, outlook.change_percent) == (
        2024, 2034, 1000, 1100, 10
    )  # fmt: skip
    assert (outlook.openings_per_year, outlook.source, found.preparation) == (50, "jobs", 2)
    assert found.education
    assert found.education.model_dump() == {
        "entry": "degree", "experience": "none", "training": "long", "source": "jobs"
    }  # fmt: skip


def test_pay_is_by_the_hour_where_none_is_published_by_the_year(figures: Figures, bare: Occupation) -> None:
    (pay,) = join(figures, bare, "1-3").pay
    assert (pay.per, pay.median) == ("hour", 7.5)
    assert join(figures, bare, "1-4").pay == ()


def test_a_bound_is_not_told_as_a_figure(figures: Figures, bare: Occupation) -> None:
    (pay,) = join(figures, bare, "1-6").pay
    assert (pay.points(), pay.at_least) == ((("median", 200000), ("p90", 239200)), ("p90",))
    (pay,) = join(figures, bare, "1-7").pay
    assert (pay.median, pay.at_least) == (239200, ("median", "p90"))


def test_what_is_published_for_all_codes_together_is_taken(figures: Figures, bare: Occupation) -> None:
    (pay,) = join(figures, bare, "1-2", "1-1").pay
    assert (pay.median, pay.covers) == (17000, None)


def test_else_the_pay_of_most_says_whose_it_is_and_jobs_are_added(figures: Figures, bare: Occupation) -> None:
    found = join(figures, bare, "1-1", "1-3", "1-2")
    (pay,), (outlook,) = found.pay, found.outlook
    assert (pay.median, pay.covers) == (20000, "Of Two.")
    assert (outlook.jobs, outlook.jobs_projected, outlook.change_percent, outlook.openings_per_year) == (
        3200, 3300, 3, 128
    )  # fmt: skip
    (pay,) = join(figures, bare, "1-1", "1-3", pay_covers={"CH": "Only some."}).pay
    assert (pay.median, pay.covers) == (7.5, "Only some.")


def test_a_group_within_the_codes_is_added_as_it_was_published(figures: Figures, bare: Occupation) -> None:
    # Each figure is rounded: the two codes of the group have 818,100 jobs together.
    joined = figures.join(bare.model_copy(update={"codes": {"own": ("1-1", "1-3", "1-5")}}))
    found = joined.outlook[0]
    assert (found.jobs, found.jobs_projected, found.openings_per_year) == (819200, 897100, 81150)
    # A group of which one code is missing says nothing of the others.
    other = figures.join(bare.model_copy(update={"codes": {"own": ("1-1", "1-3")}}))
    assert other.outlook[0].jobs == 1200


def test_jobs_that_another_table_has_of_all_codes_together_go_before_a_sum(paged: Figures, bare: Occupation) -> None:
    (outlook,) = join(paged, bare, "1-1", "1-2").outlook
    assert (outlook.jobs, outlook.jobs_projected, outlook.change_percent, outlook.openings_per_year) == (
        3100, 3000, -3, 120
    )  # fmt: skip
    assert outlook.source == "pages"
    (outlook,) = join(paged, bare, "1-1", "1-2", "1-3").outlook
    assert outlook.source == "jobs"


def test_of_several_codes_the_first_is_rated_and_mixed_education_says_so(figures: Figures, bare: Occupation) -> None:
    found = join(figures, bare, "1-2", "1-1")
    assert found.preparation == 4
    assert found.education
    assert (found.education.entry, found.education.training) == ("degree", "both")


def test_a_code_published_with_others_alone_says_whose_pay_it_is(figures: Figures, bare: Occupation) -> None:
    found = join(figures, bare, "1-51")
    assert [(pay.median, pay.covers) for pay in found.pay] == [(50000, "Of Joined.")]
    # How many jobs are its own nobody knows.
    assert found.outlook == ()
    assert [one.jobs for one in join(figures, bare, "1-51", "1-52").outlook] == [7000]


def test_a_half_is_rounded_as_the_counts_tell_unless_they_are_too_coarse(figures: Figures, bare: Occupation) -> None:
    assert [one.change_percent for one in join(figures, bare, "1-5").outlook] == [9]
    assert [one.change_percent for one in join(figures, bare, "1-3").outlook] == [10]


def test_what_an_editor_has_written_goes_before(figures: Figures, bare: Occupation, small_site: Site) -> None:
    baker = small_site.occupations["baker"]
    own = {"preparation": 1, "education": baker.education, "pay": baker.pay}
    found = join(figures, bare, "1-1", **own)
    assert (found.preparation, found.education) == (1, baker.education)
    # Of another region there is the table's as well.
    assert [(pay.region, pay.source) for pay in found.pay] == [("US", "wages-2025"), ("CH", "wages")]
    mine = baker.pay[0].model_copy(update={"region": "CH"})
    assert join(figures, bare, "1-1", pay=(mine,)).pay == (mine,)


def test_codes_that_no_table_knows_bring_nothing(figures: Figures, bare: Occupation) -> None:
    assert join(figures, bare, "9-9") == bare.model_copy(update={"codes": {"own": ("9-9",)}})
    other = bare.model_copy(update={"codes": {"other": ("1-1",)}})
    assert figures.join(other) is other
    assert figures.codes_of("other") is None
    assert {"1-1", "1-51"} <= (figures.codes_of("own") or frozenset())


def test_all_occupations_together_have_the_row_that_the_index_names(figures: Figures) -> None:
    index = figures.indexes["x"].model_copy(update={"everyone": "1-1"})
    some = Figures({"x": index}, figures.tables)
    found = some.join_national(None)
    assert found
    assert [(pay.per, pay.median, pay.region) for pay in found.pay] == [("year", 10000, "CH"), ("hour", 5, "CH")]
    assert [(one.jobs, one.change_percent) for one in found.outlook] == [(1000, 10)]
    # What an editor has written of the same country goes before, of another it stands beside.
    written = National(pay=(found.pay[0].model_copy(update={"median": 12000.0}),))
    assert some.join_national(written) == written
    abroad = National(pay=(found.pay[0].model_copy(update={"region": "DE"}),))
    assert some.join_national(abroad) == National(pay=(*abroad.pay, *found.pay), outlook=found.outlook)
    assert figures.join_national(None) is None


def test_a_table_may_tell_pay_by_the_month(figures: Figures, bare: Occupation) -> None:
    table = figures.tables["x"]["pay"]
    monthly = dataclasses.replace(table, entry=table.entry.model_copy(update={"per": "month"}))
    some = dataclasses.replace(figures, tables={"x": {"pay": monthly}})
    assert [(pay.per, pay.median) for pay in join(some, bare, "1-1").pay] == [("month", 10000)]
    assert [(pay.per, pay.median) for pay in join(some, bare, "1-3").pay] == [("hour", 7.5)]


def test_pay_of_a_group_says_whose_it_is(figures: Figures, bare: Occupation) -> None:
    broad = figures.indexes["x"].model_copy(update={"groups": True})
    some = dataclasses.replace(figures, indexes={"x": broad})
    assert [pay.covers for pay in join(some, bare, "1-1").pay] == ["Of One."]
    assert [pay.covers for pay in join(some, bare, "1-1", pay_covers={"CH": "Bakers."}).pay] == ["Bakers."]


def test_countries_stand_in_the_order_of_the_vocabulary(figures: Figures, bare: Occupation, small_site: Site) -> None:
    table = figures.tables["x"]["pay"]
    indexes = {
        name: figures.indexes["x"].model_copy(update={"region": name.upper(), "currency": None})
        for name in ("at", "ch", "de")
    }
    regions = {key: RegionTerm(name=key, within=key, currency="EUR", pay_steps=(1,)) for key in ("CH", "DE", "AT")}
    vocabulary = dataclasses.replace(small_site.vocabulary, regions=regions)
    tables = {name: {"pay": table} for name in indexes}
    found = put_together(indexes, tables, vocabulary, ("", "", ""), Derived())
    assert [pay.region for pay in join(found, bare, "1-1").pay] == ["CH", "DE", "AT"]
