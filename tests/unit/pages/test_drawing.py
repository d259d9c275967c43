from __future__ import annotations

import dataclasses
import re

import pytest

from generator.model.norms import Work
from generator.model.occupation import SCALES
from generator.model.site import Site, TextPage
from generator.pages.drawing import Axis, ceiling, scale_times, steps
from tests.conftest import REPOSITORY
from tests.making import render_pages


@pytest.mark.parametrize(
    ("value", "top"), [(137470, 150000), (150000, 150000), (17.25, 20), (1, 1), (0.3, 0.3), (99, 100)]
)
def test_ceiling_is_the_next_round_number(value: float, top: float) -> None:
    assert ceiling(value) == pytest.approx(top)


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        (35_410, 159_670, (30_000, 40_000, 50_000, 60_000, 80_000, 100_000, 150_000)),
        (30_000, 40_000, (30_000, 40_000)),
        (14.5, 14.6, (10,)),
        (97_000, 97_000, (80_000,)),
        (9, 25, (8, 10, 15, 20)),
    ],
)
def test_steps_are_round_and_begin_below_the_lowest(low: float, high: float, found: tuple[float, ...]) -> None:
    assert steps(low, high) == found


def show_norms(site: Site) -> str:
    """The Markdown of a page with the picture of what answers and jobs are compared with."""
    path = "about/quiz.md"
    changed = dataclasses.replace(site, pages=(TextPage(path, "# Page\n\n<!-- norms -->\n"),))
    return next(page.markdown for page in render_pages(changed, REPOSITORY / "templates/pages") if page.path == path)


def test_a_picture_says_where_people_and_jobs_lie(small_site: Site) -> None:
    assert small_site.norms
    # Ratings of 1 to 7 and answers of 1 to 5 begin and end together.
    work = Work(mean=(1, 2.5, 4, 5.5, 7, 4), deviation=(1.5,) * 6, correlations=((0.0,) * 6,) * 6)
    text = show_norms(dataclasses.replace(small_site, work=work))
    for scale, jobs in zip(SCALES, (1, 2, 3, 4, 5, 3), strict=True):
        label = small_site.vocabulary.interests[scale].short
        assert f"{label}: people {small_site.norms.scales[scale].mean:.1f}, jobs {jobs:.1f}." in text
    # No line leaves the scale.
    assert re.search(r'__work" d="M110(\.0)? 29H178(\.0)?"', text)
    assert "<svg" not in show_norms(dataclasses.replace(small_site, work=work, norms=None))


@pytest.mark.parametrize(
    ("times", "axis"),
    [
        ([(4, 4), (1, 2)], Axis(4, "years", (1, 2, 3, 4))),
        # An open end takes room of its own.
        ([(4, None)], Axis(5, "years", (1, 2, 3, 4, 5))),
        ([(4, None), (5, 5)], Axis(5, "years", (1, 2, 3, 4, 5))),
        ([(7, None)], Axis(8, "years", (2, 4, 6, 8))),
        ([(3, 10)], Axis(10, "years", (2, 4, 6, 8, 10))),
        ([(11 / 12, 1.5)], Axis(2, "years", (1, 2))),
        ([(60, 60)], Axis(60, "years", (10, 20, 30, 40, 50, 60))),
        ([(4 / 52, 12 / 52), (0.5, 0.5)], Axis(0.5, "months", (1, 2, 3, 4, 5, 6))),
        ([(1, 1)], Axis(1, "months", (2, 4, 6, 8, 10, 12))),
        ([(2 / 52, 2 / 52)], Axis(1 / 12, "months", (1,))),
    ],
)
def test_all_ways_in_have_one_scale(times: list[tuple[float, float | None]], axis: Axis) -> None:
    assert scale_times(times) == axis
