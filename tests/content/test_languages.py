"""What is translated is right, whether the site is published in these languages or not."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import project
from generator.model.site import Site
from generator.problems import ProjectError
from generator.relations.conditions import list_little
from tests.browser.support.site import copy_own
from tests.conftest import REPOSITORY
from tests.content.test_finder import ANSWER, MODULES, QUERIES, judge
from tests.making import render_data
from tests.scripts.node.running import Modules

FOLDER = "languages"


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Site]:
    """This site in all languages into which anything is translated, by their tags."""
    tags = sorted(path.name for path in (REPOSITORY / FOLDER).iterdir() if path.is_dir())
    if not tags:
        pytest.skip("nothing is translated here")
    root = copy_own(tmp_path_factory.mktemp("languages"))
    shutil.copytree(REPOSITORY / FOLDER, root / FOLDER, dirs_exist_ok=True)
    settings = root / "mkdocs.yml"
    text, count = re.subn(
        r"^extra:\n(  languages: .*\n)?",
        f"extra:\n  languages: [{', '.join(tags)}]\n",
        settings.read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    assert count == 1
    settings.write_text(text, encoding="utf-8")
    try:
        return dict(zip(tags, project.load(root).others, strict=True))
    except ProjectError as error:
        pytest.fail("\n".join(map(str, error.problems)))


@pytest.mark.ours
def test_translations_have_no_mistakes(others: dict[str, Site]) -> None:
    assert [one.settings.folder for one in others.values()] == [f"{tag}/" for tag in others]


def name_queries(tag: str) -> Path:
    """What people type in a language."""
    return QUERIES.with_name(f"queries-{tag}.yml")


@pytest.mark.ours
def test_what_people_type_in_a_language_finds_what_they_mean(others: dict[str, Site], modules: Modules) -> None:
    for tag, site in others.items():
        if not name_queries(tag).exists():
            continue
        parts = yaml.safe_load(name_queries(tag).read_text("utf-8")).values()
        queries = {query: wanted for part in parts for query, wanted in part.items()}
        data = render_data(site)
        files = {
            name: json.loads(data[f"data/{name}.json"]) for name in ("names", "finding", "tasks", "starts", "facets")
        }
        files["tasks"] = files["tasks"]["tasks"]
        titles = {language: json.loads(data[f"data/titles/{language}.json"]) for language in site.languages()}
        found = modules.run(MODULES, ANSWER, **files, titles=titles, queries=[*queries])
        asked = zip(queries.items(), found, strict=True)
        assert [fault for (query, wanted), one in asked for fault in judge(query, wanted, one)] == []


@pytest.mark.ours
def test_form_of_guides_names_interests_as_all_pages_do(others: dict[str, Site], own: Site) -> None:
    for site in (own, *others.values()):
        strings: Any = site.strings
        labels = strings["form"]["labels"]
        interests = site.vocabulary.interests
        assert {scale: labels[scale] for scale in interests} == {scale: one.both for scale, one in interests.items()}


@pytest.mark.ours
def test_spanish_reads_as_it_is_spoken(others: dict[str, Site]) -> None:
    if "es" not in others:
        pytest.skip("there is no Spanish here")
    site = others["es"]
    strings: Any = site.strings
    # Of two "de" in a row nobody knows what they are of, and no verb stands behind "poco" as a thing.
    assert "de {count} de {total}" not in strings["script"]["group"]["shared"]
    little = list_little(site.vocabulary.environments).values()
    assert [label for label in little if re.match(r"Poc[oa]s? \w+[aei]r\b", label)] == []
