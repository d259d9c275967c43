"""What the first screen of a guide picks out."""

from __future__ import annotations

import pytest

from generator.model.occupation import Experiment, Explore
from generator.model.site import Site
from generator.pages import glancing
from generator.strings import Words


def explore(*some: tuple[str, str, str]) -> Explore:
    """Ways to explore with these experiments as the first ones, the others long and dear."""
    own = tuple(Experiment(do=do, takes=takes, cost=cost) for do, takes, cost in some)
    dear = (Experiment(do="Buy a kiln.", takes="10 minutes", cost="$900"),)
    return Explore(know_yourself=("Why?",), explore=own, network=dear, learn=dear, integrate=dear, create=dear)


def test_the_shortest_of_those_that_are_free_comes_first(small_site: Site) -> None:
    words = Words(small_site.strings)["glance"]
    lists = words["free"], words["numbers"], words["units"]
    some = (
        ("Look.", "10 minutes", "Often free"),
        ("Read.", "One evening", "Free"),
        ("Ask.", "Half an hour", "free."),
        ("Watch.", "30 minutes", "Free"),
    )
    first = glancing.find_first(explore(*some), *lists)
    assert first
    assert (first.method, first.experiment.do) == ("explore", "Ask.")
    none = explore(("Look.", "All year", "Free"), ("Go.", "One hour", "Free, mostly"))
    assert glancing.find_first(none, *lists) is None


@pytest.mark.parametrize(
    ("day", "is_so"),
    [
        ("Say it is May.\n\n- **6:45 am** You bake.\n- **Noon** You eat.\n- **1 pm** You sleep.", True),
        ("- **6:45 am** You bake.\n- You eat.", False),
        ("- **First** you bake.\n- **Then** you eat.", False),
        ("You bake at **6:45 am**.", False),
    ],
)
def test_a_day_is_by_the_clock_where_each_entry_begins_with_a_time(day: str, is_so: bool) -> None:
    assert glancing.is_by_the_clock(day) is is_so


@pytest.mark.parametrize(
    ("percent", "pace"),
    [(5, "faster"), (4, "average"), (2, "average"), (1, "slower"), (0, "little"), (-2, "decline")],
)
def test_growth_is_told_beside_that_of_all_jobs(small_site: Site, percent: float, pace: str) -> None:
    outlook = small_site.occupations["baker"].main_outlook
    assert outlook
    assert small_site.national
    # All jobs of the small project grow by 3 %.
    assert small_site.national.pace(outlook.model_copy(update={"change_percent": percent})) == pace
