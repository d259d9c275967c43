import shutil
from pathlib import Path

import pytest
import yaml

from generator import links, project
from generator.cache import Cache
from generator.keeping.translations import survey
from generator.problems import ProjectError
from generator.publishing.styles import read_sheets
from generator.publishing.unchanged import End, Standing
from generator.sources.languages.folder import SEEN
from generator.sources.shipped.layers import SIGN, Layers, read_format
from generator.strings import Words
from tests.conftest import PROJECT, TODAY, check, edit

OWN = ("mkdocs.yml", "occupations/baker.yml", "content/index.md", "content/about")


@pytest.fixture
def site(tmp_path: Path, home: Path) -> Path:
    """A site with one profile, a few pages, and settings that name the format."""
    root = tmp_path / "my site ä"
    for name in OWN:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (home / name).is_dir() else shutil.copy)(home / name, root / name)
    edit(root / "mkdocs.yml", "extra:\n", "extra:\n  format: 1\n")
    related = 'related:\n  - {slug: cook, why: "Cooks also work with food, but for guests who wait."}\n'
    edit(root / "occupations/baker.yml", related, "")
    sources = (home / "content/sources.yml").read_text(encoding="utf-8")
    (root / "content/sources.yml").write_text(sources.partition("\ninterests-2026:")[0], encoding="utf-8")
    return root


def tell(root: Path) -> list[str]:
    return [str(problem) for problem in check(root)]


def test_site_has_what_came_along_where_it_lacks_its_own(site: Path) -> None:
    assert tell(site) == []
    loaded = project.load(site, TODAY).site
    whole = project.load(PROJECT, TODAY).site
    assert list(loaded.occupations) == ["baker"]
    assert loaded.methods.keys() == whole.methods.keys()
    assert loaded.quizzes.keys() == whole.quizzes.keys()
    assert loaded.vocabulary == whole.vocabulary
    assert loaded.strings["page"] != whole.strings["page"]  # What a site says in other words is its own affair.
    assert loaded.strings.keys() == whole.strings.keys()
    assert whole.sources.keys() - loaded.sources.keys() == {"titles-2022"}


def test_file_of_the_same_name_goes_before(site: Path, home: Path) -> None:
    (site / links.GUIDES).mkdir()
    shutil.copy(home / "content/methods/explore.yml", site / links.GUIDES)
    edit(site / "content/methods/explore.yml", "title: Explore and", "title: Our own explore and")
    assert project.load(site, TODAY).site.methods["explore"].title.startswith("Our own ")
    for name, text in {"tokens": "a{}", "page": "b{}"}.items():
        for root in (home, site) if name == "tokens" else (home,):
            path = root / links.THEME / links.ASSETS / f"styles/{name}.css"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text + root.name, encoding="utf-8")
    assert list(read_sheets(Layers.of(site)).items()) == [
        ("styles/page.css", "b{}home"),
        ("styles/tokens.css", f"a{{}}{site.name}"),
    ]


def test_file_without_content_leaves_out_what_came_along(site: Path) -> None:
    for name in ("content/quizzes/values.yml", links.FINDING):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text("# Not for us.\n", encoding="utf-8")
    loaded = project.load(site, TODAY).site
    assert "values" not in loaded.quizzes
    assert loaded.finding is None


def test_mistake_in_what_came_along_is_told_as_such(site: Path, home: Path) -> None:
    edit(home / "content/methods/explore.yml", "title: Explore and", "titel: Explore and")
    with pytest.raises(ProjectError) as caught:
        project.load(site, TODAY)
    assert {problem.path for problem in caught.value.problems} == {f"{SIGN}content/methods/explore.yml"}


def test_what_a_file_that_came_along_lacks_is_told_with_the_way_to_a_copy(site: Path) -> None:
    fields = site / "content/vocabulary/fields.yml"
    fields.parent.mkdir()
    text = (PROJECT / "content/vocabulary/fields.yml").read_text(encoding="utf-8")
    fields.write_text(f'{text}space: {{label: Space, description: "Work beyond the sky."}}\n', encoding="utf-8")
    (told,) = tell(site)
    assert told.startswith(f"{SIGN}content/ways/fields.yml:")
    assert told.endswith("; `careers override content/ways/fields.yml` makes a copy to do that in")


def test_link_to_what_the_site_lacks_is_its_text(site: Path, home: Path) -> None:
    assert "(occupation:cook)" in (home / "content/methods/know-yourself.yml").read_text(encoding="utf-8")
    texts = project.load(site, TODAY).site.methods["know-yourself"].model_dump_json()
    assert "(occupation:baker)" in texts
    assert "Talk to a cook or read about [sources](page:about/sources)" in texts


def test_translations_that_came_along_are_as_new_as_what_they_translate(site: Path, home: Path) -> None:
    pages = home / "languages/es/index.md"
    guide = yaml.safe_load((home / "content/methods/know-yourself.yml").read_text(encoding="utf-8"))
    (strategy,) = (one for one in guide["strategies"] if "(occupation:cook)" in one["next"])
    note = f"strategies:\n  - key: {strategy['key']}\n    next: Habla con un [cocinero](occupation:cook).\n"
    for name, text in {"methods/know-yourself.yml": note, "index.md": "# Inicio\n"}.items():
        (pages.parent / name).parent.mkdir(parents=True, exist_ok=True)
        (pages.parent / name).write_text(text, encoding="utf-8")
    (home / "languages/es" / SEEN).write_text(survey(home, "es").note(()), encoding="utf-8")
    here = survey(site, "es")
    assert here.tell().endswith(" 0 stale")  # Links to what the site lacks are no change.
    assert {part.path: bool(part.own) for part in here.parts}.items() >= {
        "methods/know-yourself.yml": True,
        "index.md": False,  # It translates a page that came along, and this one is the site's own.
    }.items()
    # What the site has written in its own language needs no translation.
    edit(site / "mkdocs.yml", "  language: en", "  language: es")
    assert {part.path for part in survey(site, "es").parts if part.is_of_site} == set()


def test_what_came_along_is_in_english_where_nobody_translated_it(site: Path) -> None:
    edit(site / "mkdocs.yml", "  language: en", "  language: fr")
    edit(site / "mkdocs.yml", "  - My plan: plan/index.md", "  - Mon plan: plan/index.md")
    (site / "content/about/quiz.md").unlink()
    for name, text in {"strings/fr.yml": "page: {home: Accueil}\n", "methods/learn.yml": "title: Apprendre\n"}.items():
        path = site / "languages/fr" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    loaded = project.load(site, TODAY).site
    (original,) = loaded.originals
    assert original.language == "en"
    assert Words(original.strings)["page"]["home"] == "Start"
    assert {"methods/explore.md", "quiz/values.md", "about/quiz.md"} <= {*original.pages}
    assert not {"methods/learn.md", "index.md", "about/index.md", "occupations/baker.md"} & {*original.pages}
    told = {*original.texts}
    assert {loaded.methods["explore"].title, loaded.vocabulary.fields["care"].label, "Where to start"} <= told
    assert not told & {"Apprendre", "Accueil", "Start", loaded.occupations["baker"].title}
    # In a third language both are shown: what the site has of its own, and what came along.
    edit(site / "mkdocs.yml", "extra:\n", "extra:\n  languages: [es, en]\n")
    for tag in ("es", "en"):
        path = site / f"languages/{tag}/strings/{tag}.yml"
        path.parent.mkdir(parents=True)
        path.write_text("page: {home: Inicio}\n", encoding="utf-8")
    spanish, same = (other.originals for other in project.load(site, TODAY).others)
    french, english = spanish
    assert (french.language, english.language) == ("fr", "en")
    assert "about/index.md" in french.pages
    assert {"methods/learn.md", "methods/explore.md"} <= {*english.pages}
    assert loaded.vocabulary.fields["care"].label in english.texts
    assert not {*french.texts} & {*english.texts}
    assert [(one.language, one.texts) for one in same] == [("fr", french.texts)]
    assert "methods/explore.md" not in same[0].pages


def test_page_comes_along_where_the_navigation_names_it(site: Path) -> None:
    before = {page.path for page in project.load(site, TODAY).site.pages}
    (site / "content/about/quiz.md").unlink()
    assert {page.path for page in project.load(site, TODAY).site.pages} == before
    edit(site / "mkdocs.yml", "      - about/quiz.md\n", "")
    assert before - {page.path for page in project.load(site, TODAY).site.pages} == {"about/quiz.md"}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_settings_with_a_slip_hide_nothing_that_came_along(site: Path, end: str) -> None:
    edit(site / "mkdocs.yml", "site_name: Test guides", 'site_name: "Our" guides')
    text = (site / "mkdocs.yml").read_text(encoding="utf-8")
    (site / "mkdocs.yml").write_text(text, encoding="utf-8", newline=end)
    assert [line.partition(" ")[0] for line in tell(site)] == ["mkdocs.yml:1:17:"]


@pytest.mark.parametrize(
    "settings", ["extra: {format: 1", "extra: [format]", "format: 1", "extra: {a: {format: 1}}", "- format"]
)
def test_site_that_does_not_say_so_stands_alone(tmp_path: Path, settings: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert read_format(tmp_path) == ""
    assert Layers.of(tmp_path).home is None


def test_site_and_package_may_lie_within_each_other(tmp_path: Path) -> None:
    package = Layers(tmp_path, tmp_path / ".venv/packaged")
    assert package.show(tmp_path / ".venv/packaged/a.yml") == f"{SIGN}a.yml"
    assert package.show(tmp_path / "a.yml") == "a.yml"
    checkout = Layers(tmp_path / "build/site", tmp_path)
    assert checkout.show(tmp_path / "a.yml") == f"{SIGN}a.yml"
    assert checkout.show(tmp_path / "build/site/a.yml") == "a.yml"


def test_change_of_what_came_along_is_a_change_of_the_site(site: Path, home: Path, tmp_path: Path) -> None:
    with Cache(tmp_path / "cache") as cache:
        Standing(site, "check").keep(cache, End(1))
        assert Standing(site, "check").recall(cache) == End(1)
        edit(home / "content/methods/explore.yml", "title: Explore and", "title: Another explore and")
        assert Standing(site, "check").recall(cache) is None
