"""The finder leads to occupations by what they are called officially, also in other languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.site import Site
from tests.making import render_data
from tests.scripts.node.running import Modules, Node

FIND = """
  const index = finish(indexing({ ...given.names, slug: given.slugs }, given.finding));
  return given.queries.map((query) => finish(searching(index, query, [])).results.map(({ slug }) => slug));
"""
ANSWER = """
  const index = finish(indexing(withSlugs(given.names), given.finding));
  const files = new Map(Object.entries(given.titles));
  const facets = withSlugs(given.facets);
  return given.queries.map((query) => {
    const own = finish(narrowing(finish(searching(index, query, given.tasks)), facets));
    const languages = own.isNamed ? [] : suspect(query, given.starts);
    const fetched = new Map(languages.map((one) => [one, files.get(one)]));
    const others = finish(searchingTitles(query, fetched, index.data.profiled, index.jobs));
    const { results, filter, says, isSure } = own.isNamed ? own : join(own, others, index.data);
    return { slugs: results.map(({ slug }) => slug), show: filter?.show ?? "", says, isSure };
  });
"""
QUERIES = Path(__file__).with_name("queries.yml")
FINDER = "elements/finder/search elements/finder/titles elements/finder/languages"
MODULES = f"{FINDER} elements/explorer/narrowing site/slices data/slugs"
ASK_HEADER = """
  const means = await fetchMeans();
  const answers = [];
  for (const query of given.queries) {
    const { results, filter, says, isSure } = await ask(means, query, new AbortController().signal);
    answers.push({ slugs: results.map(({ slug }) => slug), show: filter?.show ?? "", says, isSure });
  }
  return answers;
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
    finding = json.loads(data["data/finding.json"])
    found = modules.run(
        "elements/finder/search site/slices", FIND, names=names, finding=finding, slugs=slugs, queries=queries
    )
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


def judge(query: str, wanted: str, found: dict[str, Any]) -> Iterator[str]:
    """What is not as `queries.yml` says."""
    words = wanted.split()
    first = [word for word in words if word[0] not in "+-=" and word not in ("sure", "nothing", "says")]
    top = next(iter(found["slugs"]), None)
    if first and top not in first:
        yield f"{query}: {top} comes first"
    if "nothing" in words and (found["slugs"] or found["show"]):
        yield f"{query}: {found['slugs'][:2] or found['show']} is found"
    if "says" in words and (found["slugs"] or not found["says"]):
        yield f"{query}: {found['slugs'][:2] or 'nothing'} is found, and nothing said"
    if "sure" in words and not found["isSure"]:
        yield f"{query}: Enter does not open it"
    if first and "sure" not in words and found["isSure"] and top not in first:
        yield f"{query}: Enter opens {top}"
    for word in words:
        if word[0] == "+" and word[1:] not in found["show"]:
            yield f"{query}: the filter is {found['show'] or 'missing'}"
        if word[0] == "=" and word[1:] not in found["slugs"]:
            yield f"{query}: {word[1:]} is not found"
        if word[0] == "-" and word[1:] in found["slugs"]:
            yield f"{query}: {word[1:]} is found"


@pytest.fixture(scope="module")
def queries() -> dict[str, str]:
    """What people type -> what has to come of it."""
    parts = yaml.safe_load(QUERIES.read_text("utf-8")).values()
    return {query: wanted for part in parts for query, wanted in part.items()}


@pytest.mark.ours
def test_the_search_in_the_header_finds_the_same(data: dict[str, str], node: Node, queries: dict[str, str]) -> None:
    # Both run the same modules, and one query in three shows that they are put together alike.
    named = {query: wanted for query, wanted in [*queries.items()][::3] if "nothing" not in wanted.split()}
    found = node.open(data).run("elements/header/asking", ASK_HEADER, queries=[*named])
    wrong = [fault for wanted, one in zip(named.items(), found, strict=True) for fault in judge(*wanted, one)]
    assert wrong == []


@pytest.mark.ours
def test_what_people_type_finds_what_they_mean(
    own: Site, data: dict[str, str], modules: Modules, queries: dict[str, str]
) -> None:
    assert len(queries) >= 300
    files = {name: json.loads(data[f"data/{name}.json"]) for name in ("names", "finding", "tasks", "starts", "facets")}
    files["tasks"] = files["tasks"]["tasks"]
    titles = {language: json.loads(data[f"data/titles/{language}.json"]) for language in own.languages()}
    found = modules.run(MODULES, ANSWER, **files, titles=titles, queries=[*queries])
    wrong = [
        fault
        for (query, wanted), one in zip(queries.items(), found, strict=True)
        for fault in judge(query, wanted, one)
    ]
    assert wrong == []
    known = {*own.listed}
    slugs = {word.lstrip("-=") for wanted in queries.values() for word in wanted.split() if word[0] != "+"}
    assert slugs - known - {"sure", "nothing", "says"} == set()
