from __future__ import annotations

import dataclasses

import pytest

from generator.model import limits
from generator.model.occupation import Occupation
from generator.model.site import Site
from generator.pages.lists import Country, by_field_in_short, find_countries, pay_steps


def pay(model: Occupation, **changes: object) -> Occupation:
    """An occupation with another pay."""
    assert model.main_pay
    return model.model_copy(update={"pay": (model.main_pay.model_copy(update=changes),)})


def steps(site: Site, *some: Occupation) -> list[tuple[str, tuple[int, ...]]]:
    """Currency and amounts, with these occupations alone."""
    occupations = {str(at): model for at, model in enumerate(some)}
    found = pay_steps(dataclasses.replace(site, occupations=occupations))
    return [(one.currency, one.amounts) for one in found]


def test_steps_of_pay_go_from_the_lowest_to_the_highest_in_each_currency(small_site: Site) -> None:
    baker = small_site.occupations["baker"]
    some = (
        pay(baker, median=42_000, region="CA", currency="CAD"),
        pay(baker, median=99_000, region="CA", currency="CAD"),
        pay(baker, median=2_000, region="DE", currency="EUR", per="month"),
        pay(baker, median=15, region="CA", currency="CAD", per="hour"),
        baker.model_copy(update={"pay": ()}),
    )
    assert steps(small_site, *some) == [("CAD", (40_000, 50_000, 60_000, 80_000)), ("EUR", (20_000,))]


def test_steps_are_those_of_the_vocabulary_up_to_what_is_paid(small_site: Site) -> None:
    some = pay(small_site.occupations["baker"], median=31_000, region="GB", currency="GBP")
    assert steps(small_site, some) == [("GBP", (20_000, 30_000))]


def test_without_pay_of_a_year_there_are_no_steps(small_site: Site) -> None:
    assert steps(small_site, pay(small_site.occupations["baker"], per="hour")) == []
    assert steps(small_site) == []


def test_countries_are_those_that_figures_are_about_in_the_order_of_the_vocabulary(small_site: Site) -> None:
    paid = [model for model in small_site.listed.values() if any(one.region == "US" for one in model.pay)]
    known = {one.region: one for one in find_countries(small_site)}
    assert list(known) == [region for region in small_site.vocabulary.regions if region in known]
    assert known["US"].pay == len(paid) > 1
    assert known["GB"] == Country("GB", pay=1, outlook=0, places=0)
    areas = [one for facts in small_site.facts.values() for one in facts.areas if one.region == "US"]
    assert known["US"].places == max((len(one.codes) for one in areas), default=0)


def test_a_long_list_shows_profiles_and_names_what_opens_up_most(
    small_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = next(model for model in small_site.occupations.values() if model.outlook)

    def open_up(count: int) -> Occupation:
        outlook = (first.outlook[0].model_copy(update={"openings_per_year": count}),) if count else ()
        return first.model_copy(update={"outlook": outlook})

    site = dataclasses.replace(
        small_site, occupations={f"job-{count}": open_up(count) for count in (0, 3, 1, 2)}, outlines={}
    )
    everything = by_field_in_short(site)[first.field]
    assert (everything.shown, everything.besides) == (("job-0", "job-3", "job-1", "job-2"), ())
    monkeypatch.setattr(limits, "ALL", 3)
    monkeypatch.setattr(limits, "FEW", 2)
    short = by_field_in_short(site)[first.field]
    assert (short.shown, short.besides) == (("job-0", "job-3"), ("job-2", "job-1"))
