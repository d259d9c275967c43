from __future__ import annotations

import dataclasses

from generator.model.occupation import Occupation
from generator.model.site import Site
from generator.pages.lists import pay_steps


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
