from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

from generator.keeping.stale import describe_source, describe_stale
from generator.model.site import Site
from tests.conftest import edit
from tests.unit.test_cli import careers

DUE = """\
2 of 6 sources are due
  values-2025: released 2025-08-01, was to be reviewed by 2026-10-31; 5 profiles and 0 outlines have figures of it
  interests-2026: released 2026-02-01, superseded by Interests of 2027; 7 profiles and 0 outlines have figures of it
the 3 oldest reviews of 18
  2025-10-01, 13 months ago: occupations/cook.yml
  2026-10-01, 1 month ago: occupations/baker.yml
  2026-11-01, 0 months ago: content/methods/create.yml"""


def test_what_is_due_comes_first_and_what_is_oldest(small_site: Site) -> None:
    known = small_site.sources
    sources = {key: one.model_copy(update={"review_by": datetime.date(2027, 12, 31)}) for key, one in known.items()}
    sources["interests-2026"] = sources["interests-2026"].model_copy(update={"newer": "Interests of 2027"})
    late = {"review_by": datetime.date(2026, 10, 31), "released": datetime.date(2025, 8, 1)}
    sources["values-2025"] = sources["values-2025"].model_copy(update=late)
    profiles = dict(small_site.occupations)
    profiles["cook"] = profiles["cook"].model_copy(update={"reviewed": datetime.date(2025, 10, 1)})
    profiles["baker"] = profiles["baker"].model_copy(update={"reviewed": datetime.date(2026, 10, 1)})
    site = dataclasses.replace(small_site, sources=sources, occupations=profiles)
    assert "\n".join(describe_stale(site, 3)) == DUE
    # The longest not reviewed comes first.
    assert list(describe_source(site, "values-2025"))[1:3] == [
        "  2026-10-01: occupations/baker.yml",
        "  2026-11-01: occupations/judge.yml",
    ]


def test_the_command_reads_a_broken_project_and_knows_no_other_source(project: Path) -> None:
    edit(project / "occupations/baker.yml", "title: Baker", 'title: "Baker')
    result = careers(project, "stale", "--source", "values-2025")
    assert result.stderr == "1 error, 0 warnings: what is broken is left out\n"
    assert "occupations/judge.yml" in result.stdout
    assert careers(project, "stale").stdout.splitlines()[1].startswith("the 17 oldest reviews")
    assert careers(project, "stale", "--source", "x").exit_code == 1
