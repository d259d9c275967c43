"""A small project in another language: what is translated, what stays, and what each is called by."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import links
from generator.model.site import Site
from generator.project import load
from generator.strings import Words
from tests.conftest import PROJECT, TODAY, check, edit, outline

TRANSLATED = {
    "site.yml": "site_name: Guías\nnav: {Home: Inicio}\n",
    "strings/words.yml": "page: {home: Inicio}\nrooms: {left: 'Quedan {count} salas'}\n",
    "occupations/baker.yml": "title: Panadero\ntasks: [Pesar, Amasar, Formar, Cargar el horno, Limpiar]\n",
    "quizzes/values.yml": "items:\n  - {key: support, text: Mis jefes me apoyan.}\n",
    "vocabulary/fields.yml": "production: {label: Producción}\n",
    "index.md": "# Guías\n",
}


def translate(root: Path) -> None:
    """Write a few texts in Spanish."""
    for name, text in TRANSLATED.items():
        path = root / "languages/es" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Site]:
    """The small project, with outlines, in English and in Spanish."""
    root = outline(shutil.copytree(PROJECT, tmp_path_factory.mktemp("languages") / "project"))
    edit(root / "mkdocs.yml", "  generator: false\n", "  generator: false\n  languages: [es]\n")
    translate(root)
    loaded = load(root, TODAY)
    assert loaded.warnings == ()
    (other,) = loaded.others
    return loaded.site, other


def test_texts_are_translated_and_figures_stay(sites: tuple[Site, Site]) -> None:
    own, other = (site.occupations["baker"] for site in sites)
    assert (own.title, other.title) == ("Baker", "Panadero")
    assert other.tasks[1] == "Amasar"
    assert other.day == own.day
    assert other.pay == own.pay
    assert other.codes == own.codes


def test_a_guide_that_is_not_translated_is_an_outline_at_its_address(sites: tuple[Site, Site]) -> None:
    own, other = sites
    assert list(other.occupations) == ["baker"]
    assert "plumber" in own.occupations
    assert other.outlines["plumber"].code == own.occupations["plumber"].codes["onet"][0]


def test_words_of_one_language_are_not_shown_in_another(sites: tuple[Site, Site]) -> None:
    own, other = sites
    assert own.finding is not None
    assert other.finding is None
    assert own.vocabulary.verbs
    assert other.vocabulary.verbs == {}
    assert other.vocabulary.fields["production"].label == "Producción"
    assert next(page.text for page in other.pages if page.path == "index.md") == "# Guías\n"


def test_settings_and_texts_are_those_of_the_language(sites: tuple[Site, Site]) -> None:
    own, other = sites
    assert (own.settings.language, other.settings.language) == ("en", "es")
    assert other.settings.site_name == "Guías"
    assert other.settings.site_url == f"{own.settings.site_url}es/"
    words = Words(other.strings)
    assert words["page"]["home"] == "Inicio"
    assert words["script"]["locale"] == "es"
    assert words["page"]["reviewed"] == Words(own.strings)["page"]["reviewed"]


def test_answers_are_known_by_the_words_of_the_site_s_own_language(sites: tuple[Site, Site]) -> None:
    own, other = sites
    assert other.quizzes["values"].items[4].text == "Mis jefes me apoyan."
    assert other.asked == own.quizzes


def test_pages_that_are_not_translated_stay_whole_in_the_site_s_own_language(sites: tuple[Site, Site]) -> None:
    own, other = sites
    assert own.originals == ()
    (original,) = other.originals
    assert original.language == "en"
    assert original.strings == own.strings
    untold = set(original.pages)
    assert {"about/index.md", "methods/explore.md", links.quiz("environment")} <= untold
    assert not untold & {"index.md", links.quiz("values"), "occupations/baker.md", "plan.md"}
    assert sum(page.startswith("worksheets/") for page in untold) == len(
        [strategy for guide in own.methods.values() for strategy in guide.strategies]
    )


def test_a_site_whose_own_language_is_another_shows_all_that_it_has(project: Path) -> None:
    edit(project / "mkdocs.yml", "  language: en\n", "  language: es\n")
    translate(project)
    shutil.copy(project / "content/vocabulary/verbs.yml", project / "languages/es/vocabulary")
    loaded = load(project, TODAY)
    assert loaded.warnings == ()  # What is in another language stays where it is.
    assert loaded.others == ()
    assert loaded.site.occupations["baker"].title == "Panadero"
    assert "plumber" in loaded.site.occupations
    assert loaded.site.finding is not None
    assert loaded.site.settings.site_url == "https://guides.example.org/"


def test_a_problem_in_a_translation_is_told_there(project: Path) -> None:
    edit(project / "mkdocs.yml", "  generator: false\n", "  generator: false\n  languages: [es]\n")
    translate(project)
    path = project / "languages/es/occupations/cook.yml"
    path.write_text("title: Panadero\nsummary: Cocina.\n", encoding="utf-8")
    assert [(one.path, one.line, one.column, one.code) for one in check(project)] == [
        ("languages/es/occupations/cook.yml", 1, 8, "OCC001")
    ]


def test_what_nobody_has_translated_is_known_by_its_words(sites: tuple[Site, Site]) -> None:
    own, other = sites
    told = set(other.originals[0].texts)
    # A field of a guide, what a guide is called that is an outline now, its other names, a method, a list, a source.
    assert {"You light the oven.", "Plumbers", "Pipefitter", own.methods["learn"].title} <= told
    assert {own.vocabulary.fields["care"].label, "Bureau of Figures"} <= told
    assert not told & {"Panadero", "Baker", "Producción", "baker", "production"}
