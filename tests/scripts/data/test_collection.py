"""What the site publishes for its scripts, read by them: nothing is lost between the generator and the modules."""

from __future__ import annotations

import json

import pytest

from generator.model.site import Site
from generator.outlines.names import spell
from tests.making import render_data
from tests.scripts.node.running import Json, Modules, Node


@pytest.fixture(scope="module")
def data(small_site: Site) -> dict[str, str]:
    """The JSON files of the small project."""
    return render_data(small_site)


def test_occupations_are_loaded_as_the_profiles_have_them(collection: Modules, columns: Json) -> None:
    loaded = collection.call("data/collection", "loadOccupations")
    assert [one["slug"] for one in loaded] == [spell(title) for title in columns["title"]]
    assert [one["preparation"] for one in loaded] == columns["preparation"]
    assert {len(one["interests"]) for one in loaded} == {6}
    assert [one["values"] is None for one in loaded] == [values is None for values in columns["values"]]
    assert [len(one["skills"]) for one in loaded] == [len(skills) for skills in columns["skills"]]
    assert [len(one["environment"]) for one in loaded] == [len(terms) for terms in columns["environment"]]


def test_what_is_not_rated_is_loaded_without_ratings(node: Node, data: dict[str, str]) -> None:
    found = json.loads(data["data/occupations.json"])
    columns = found["columns"]
    columns["interests"][0] = columns["values"][0] = columns["preparation"][0] = None
    modules = node.open(data | {"data/occupations.json": json.dumps(found)})
    loaded = modules.call("data/collection", "loadOccupations")
    assert [loaded[0][name] for name in ("interests", "values", "preparation")] == [None, None, None]
    assert loaded[1]["interests"]
    modules.close()


@pytest.mark.parametrize(
    "title", ["Web and digital interface designers", "Zoë's café (2)", "Chefs & cooks", "面包师", "Æ"]
)
def test_slug_that_is_not_written_is_made_of_the_title(modules: Modules, title: str) -> None:
    assert modules.call("data/slugs", "readSlugs", {"slug": [None, "own"], "title": [title, title]}) == [
        spell(title),
        "own",
    ]


def test_quizzes_are_loaded_with_addresses_of_this_site(collection: Modules, data: dict[str, str]) -> None:
    quizzes = collection.call("data/collection", "loadAssessments")["quizzes"]
    listed = json.loads(data["data/assessments.json"])["quizzes"]
    assert list(quizzes) == [quiz["key"] for quiz in listed]
    assert {quiz["url"] for quiz in quizzes.values()} == {f"http://modules.example/{quiz['url']}" for quiz in listed}


def test_file_that_is_missing_is_asked_for_again(node: Node) -> None:
    modules = node.open({"data/verbs.json": '{"version": 2}'})
    body = "return Promise.all(given.names.map((name) => load(name).catch(() => null)));"
    assert modules.run("site/loading", body, names=["verbs", "gone"]) == [None, None]
    fetched = """
      let count = 0;
      const own = fetch;
      window.fetch = (address) => (count++, own(address));
      await Promise.allSettled([load("verbs"), load("verbs")]);
      return count;
    """
    assert modules.run("site/loading", fetched) == 1
    modules.close()
