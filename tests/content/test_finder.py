"""The finder leads to occupations by what they are called officially, also in other languages."""

from __future__ import annotations

import json

import pytest

from generator.model.site import Site
from tests.making import render_data
from tests.scripts.node.running import Modules

FIND = """
  const index = makeIndex({ ...given.names, slug: given.slugs });
  return given.queries.map((query) => search(index, query).results.map(({ slug }) => slug));
"""
ELSEWHERE = """
  const found = searchingTitles(given.query, new Map([[given.language, given.file]]), given.profiled);
  for (;;) {
    const { done, value } = found.next();
    if (done) return value.map(({ place }) => given.slugs[place]);
  }
"""


@pytest.fixture(scope="module")
def data(own: Site) -> dict[str, str]:
    """The files for scripts."""
    return render_data(own)


def test_every_official_name_of_its_codes_leads_to_a_guide(own: Site, data: dict[str, str], modules: Modules) -> None:
    names = json.loads(data["data/names.json"])
    slugs = [*own.listed]
    own_names = {slug: names["aliases"][slugs.index(slug)] for slug in own.occupations}
    wanted = [(name, slug) for slug, some in own_names.items() for name in some]
    queries = [name for name, _ in wanted]
    found = modules.run("elements/finder/search", FIND, names=names, slugs=slugs, queries=queries)
    assert [pair for pair, results in zip(wanted, found, strict=True) if pair[1] not in results] == []


@pytest.mark.ours
@pytest.mark.parametrize(("query", "language"), [("enfermera", "es"), ("Krankenpflege", "de"), ("infirmier", "fr")])
def test_what_a_nurse_is_called_elsewhere_leads_to_the_guide(
    own: Site, data: dict[str, str], modules: Modules, query: str, language: str
) -> None:
    file = json.loads(data[f"data/titles/{language}.json"])
    given = {
        "query": query,
        "language": language,
        "file": file,
        "slugs": [*own.listed],
        "profiled": len(own.occupations),
    }
    assert "registered-nurse" in modules.run("elements/finder/titles", ELSEWHERE, **given)[:1]
