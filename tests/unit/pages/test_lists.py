from __future__ import annotations

from generator.model.occupation import Occupation
from generator.model.site import Site
from generator.pages.lists import pay_steps


def pay(model: Occupation, **changes: object) -> Occupation:
    """An occupation with another pay."""
    assert model.main_pay
    return model.model_copy(update={"pay": (model.main_pay.model_copy(update=changes),)})


def test_steps_of_pay_go_from_the_lowest_to_the_highest_in_the_currency_of_most(small_site: Site) -> None:
    baker = small_site.occupations["baker"]
    occupations = {
        "a": pay(baker, median=42_000, currency="CHF"),
        "b": pay(baker, median=99_000, currency="CHF"),
        "c": pay(baker, median=20_000, currency="EUR"),
        "d": pay(baker, median=15, currency="CHF", per="hour"),
        "e": baker.model_copy(update={"pay": ()}),
    }
    steps = pay_steps(occupations)
    assert (steps.currency, steps.amounts) == ("CHF", (40_000, 50_000, 60_000, 80_000))


def test_without_pay_of_a_year_there_are_no_steps(small_site: Site) -> None:
    assert pay_steps({"a": pay(small_site.occupations["baker"], per="hour")}).amounts == ()
    assert pay_steps({}).amounts == ()
