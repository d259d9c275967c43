"""Next steps near the reader: where each leads, and on which pages they stand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.cache import Cache
from generator.model.local import Local, Office
from generator.model.site import Site
from generator.pages.rendering import list_jobs
from generator.pages.templating import read_texts
from generator.project import load
from generator.publishing.making import make_text
from generator.register.jobs import Stamps
from generator.sources.shipped.layers import Layers
from tests.browser.support.words import words
from tests.conftest import PROJECT, REPOSITORY, TODAY, check, edit
from tests.unit.test_cli import careers

CODES = {"soc": ("51-3011", "51-3021"), "uk-soc": ("5432",), "kldb": ("29222",), "odd": ("A/1 ü",)}


@pytest.mark.parametrize(
    ("template", "scheme", "address"),
    [
        ("https://a.example.org/{code}", "soc", "https://a.example.org/51-3011"),
        ("https://a.example.org/{code}", "uk-soc", "https://a.example.org/5432"),
        (
            "https://a.example.org/?k={code}&t={title}",
            "kldb",
            "https://a.example.org/?k=29222&t=B%C3%A4cker%20%26%20Co",
        ),
        ("https://a.example.org/{code}", "odd", "https://a.example.org/A%2F1%20%C3%BC"),
        ("https://a.example.org/{slug}/", None, "https://a.example.org/baker/"),
        ("https://a.example.org/{code}", "rome", "https://a.example.org/all"),
    ],
)
def test_an_address_is_made_of_what_is_known_of_an_occupation(template: str, scheme: str, address: str) -> None:
    step = {"label": "Courses", "address": "https://a.example.org/all", "by_occupation": template, "scheme": scheme}
    local = Local.model_validate({"next": {"courses": step}})
    assert [one for _, one in local.list_steps_of("Bäcker & Co", "baker", CODES)] == [address]
    assert [one for _, one in local.list_steps()] == ["https://a.example.org/all"]


def test_a_step_without_an_address_for_an_occupation_is_left_out() -> None:
    step = {"label": "Courses", "by_occupation": "https://a.example.org/{code}", "scheme": "rome"}
    local = Local.model_validate({"next": {"courses": step}})
    assert local.list_steps_of("Baker", "baker", CODES) == local.list_steps() == []


def test_a_number_is_dialed_without_what_people_write_between() -> None:
    assert Office(name="Us", phone="+1 (555) 010-0100").dial == "+15550100100"


def test_guides_outlines_results_and_plan_lead_there(outlined_site: Site) -> None:
    outline = next(iter(outlined_site.outlines))
    wanted = ("occupations/baker.md", f"occupations/{outline}.md", "quiz/results.md", "plan/index.md", "compare.md")
    jobs = list_jobs(outlined_site, read_texts(Layers(REPOSITORY)), Cache(None), Stamps())
    pages = {job.path: make_text(job) for job in jobs if job.path in wanted}
    for path in wanted[:-1]:
        assert pages[path].count(f"{words('local.title')} {{ #near-you") == 1, path
        assert '<a href="tel:+15550100100">' in pages[path]
    assert "https://jobs.example.org/baker" in pages["occupations/baker.md"]
    assert f"https://jobs.example.org/{outline}" in pages[f"occupations/{outline}.md"]
    assert "https://jobs.example.org/" not in pages["plan/index.md"]
    assert "near-you" not in pages["compare.md"]


def test_a_site_that_says_nothing_of_it_shows_nothing(project: Path) -> None:
    path = project / "content/local.yml"
    example = (REPOSITORY / "templates/new/site/content/local.yml").read_text(encoding="utf-8")
    path.write_text(example, encoding="utf-8")
    assert check(project) == ()
    assert load(project, TODAY).site.local is None
    # With all of it taken out of its comments, the example is right, too.
    lines = (line.removeprefix("# ") for line in example.partition("\n#\n")[2].splitlines())
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert check(project) == ()
    assert load(project, TODAY).site.local is not None


def test_it_is_told_in_other_languages(tmp_path: Path) -> None:
    root = shutil.copytree(PROJECT, tmp_path / "project")
    edit(root / "mkdocs.yml", "  generator: false\n", "  generator: false\n  languages: [es]\n")
    (root / "languages/es").mkdir(parents=True)
    text = "office: {name: Sala de Milltown}\nnext: {courses: {label: Cursos}}\n"
    (root / "languages/es/local.yml").write_text(text, encoding="utf-8")
    (other,) = load(root, TODAY).others
    assert other.local
    assert other.local.office
    assert (other.local.office.name, other.local.office.phone) == ("Sala de Milltown", "+1 (555) 010-0100")
    assert [step.label for step, _ in other.local.list_steps()] == ["Cursos", "Ask somebody who does the work"]


def test_its_addresses_are_asked_once_each(project: Path) -> None:
    listed = careers(project, "links", "--list").stdout.splitlines()
    own = [line for line in listed if line.endswith(tuple(f" content/local.yml:{at}" for at in range(99)))]
    assert own == [
        "https://milltown.example.org/careers content/local.yml:9",
        "https://college.example.org/courses content/local.yml:14",
        "https://milltown.example.org/ask content/local.yml:22",
        "https://college.example.org/courses/51-3011?for=Baker content/local.yml:15",
        "https://jobs.example.org/baker content/local.yml:19",
    ]
