"""What tables tell of an occupation stands on its page, with its source."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from generator.model.facts import Facts
from generator.model.site import Site
from generator.publishing.building import list_jobs
from generator.publishing.making import make_text
from generator.strings import Words, fill
from tests.conftest import REPOSITORY

SLUG = "potter"
JOBS = {"region": "US", "from": 2024, "to": 2034, "jobs": 1000, "jobs_projected": 1100, "change_percent": 10}
OUTLOOK = {**JOBS, "openings_per_year": 100, "source": "jobs-2024"}
PAY = {"region": "US", "year": 2025, "currency": "USD", "per": "year", "median": 61000, "source": "wages-2025"}
ASKED = {"entry": "no-credential", "experience": "none", "training": "long-term", "source": "jobs-2024"}


def show(site: Site, facts: dict[str, Any], **changes: Any) -> str:
    """The page of an occupation of which tables tell `facts`, without marks of HTML."""
    model = site.occupations[SLUG].model_copy(update=changes)
    told = dataclasses.replace(
        site, occupations={**site.occupations, SLUG: model}, facts={SLUG: Facts.model_validate(facts)}
    )
    page = make_text(next(job for job in list_jobs(told, REPOSITORY) if job.path == f"occupations/{SLUG}.md"))
    return " ".join(re.sub("<[^>]+>", " ", page).split())


def words(site: Site, section: str = "occupation") -> Words:
    found: Words = Words(site.strings)[section]
    return found


def test_parts_are_shown_with_their_sum_and_whose_the_ratings_are(small_site: Site) -> None:
    hourly = {**PAY, "per": "hour", "median": 239, "at_least": ["median"]}
    first = {"codes": ["1-1"], "title": "Throwers", "pay": PAY, "outlook": OUTLOOK, "education": ASKED}
    rows = [first, {"codes": ["1-2"], "title": "Firers", "pay": hourly}, {"codes": ["1-3"], "title": "Glazers"}]
    rated = [{"code": "1-1", "title": "Throwers", "source": "interests-2026"}]
    page = show(small_site, {"parts": [{"region": "US", "rows": rows, "jobs": 1234}], "rated": rated})
    text = words(small_site, "parts")
    unknown = text["unknown"]
    assert f"Throwers No formal credential 1,000 +10% $61,000 a year Firers {unknown} at least $239 an hour" in page
    assert f"Glazers {unknown} {unknown} {text['together']} 1,234" in page
    assert fill(words(small_site)["rated"], title="Throwers") in page
    assert show(small_site, {}).count("Throwers") == 0


def test_ratings_of_another_source_are_not_said_to_be_of_a_part(small_site: Site) -> None:
    rated = [{"code": "1-1", "title": "Throwers", "source": "another"}]
    assert "Throwers" not in show(small_site, {"rated": rated})


def test_pay_that_is_published_for_one_unit_of_time_says_so(small_site: Site) -> None:
    employees = {"region": "US", "year": 2025, "employed": 6540, "source": "wages-2025"}
    text = words(small_site)
    both = show(small_site, {"employees": [{**employees, "per": ["year", "hour"]}]})
    assert f"{text['employees']} 6,540" in both
    assert text["only"]["hour"] not in both
    assert text["only"]["hour"] in show(small_site, {"employees": [{**employees, "per": ["hour"]}]})
    assert text["only"]["hour"] not in show(small_site, {"employees": [{**employees, "year": 2024, "per": ["hour"]}]})


def test_without_pay_it_is_said_how_many_were_counted(small_site: Site) -> None:
    employees = {"region": "US", "year": 2025, "employed": 6540, "source": "wages-2025"}
    page = show(small_site, {"employees": [employees]}, pay=())
    text = words(small_site)
    assert f"{text['no_pay']} {fill(text['employed'], count=6540, region='United States', year=2025)}" in page
    assert show(small_site, {}, pay=()).count("6,540") == 0


def test_industries_are_shown_with_shares_and_pay(small_site: Site) -> None:
    largest = [
        {"industry": "Mills", "percent": 60, "pay": 20000},
        {"industry": "Inns", "percent": 9.5},
        {"industry": "Mines", "percent": 4, "pay": 239200, "at_least": True},
    ]
    found = {"region": "US", "year": 2024, "largest": largest, "source": "jobs-2024"}
    page = show(small_site, {"employers": [{**found, "currency": "USD", "per": "year", "covers": "Throwers"}]})
    caption = fill(words(small_site, "employers")["caption"], region="United States", year=2024)
    assert f"{caption}: Throwers" in page
    assert "Mills 60% $20,000 Inns 10% Mines 4% at least $239,200" in page
    unpaid = show(small_site, {"employers": [{**found, "largest": [{"industry": "Inns", "percent": 90}]}]})
    assert "Inns 90%" in unpaid


def test_pages_elsewhere_are_linked(small_site: Site) -> None:
    page = show(small_site, {"look_up": [{"label": "Handbook", "address": "https://example.org/potters"}]})
    assert f"{words(small_site)['look_up']} [Handbook](https://example.org/potters)" in page
    assert words(small_site)["look_up"] not in show(small_site, {})
