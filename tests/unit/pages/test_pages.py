"""Pages of the small project as golden files in tests/cases/pages/; UPDATE_GOLDEN=1 writes them anew."""

from __future__ import annotations

import dataclasses
import itertools
import re
from typing import Any

import pytest

from generator.model.occupation import SCALES, Occupation
from generator.model.site import Site
from generator.model.vocabulary import EXPLAINED
from generator.prose import forbidden
from generator.strings import Words, fill
from tests.conftest import CASES, REPOSITORY, TODAY, UPDATE
from tests.making import render, render_pages
from tests.unit.prose.markdown import publish

TEMPLATES = REPOSITORY / "templates/pages"
GOLDEN = [
    "about/sources.md",
    "fields/healthcare.md",
    "fields/production.md",
    "methods/index.md",
    "methods/know-yourself.md",
    "occupations/a-z.md",
    "occupations/baker.md",
    "occupations/cook.md",
    "occupations/index.md",
    "ways/environments/setting.md",
    "ways/environments/setting/kitchen.md",
    "ways/index.md",
    "ways/interests/realistic-conventional.md",
    "ways/preparation/2.md",
    "ways/skills/coordination.md",
    "worksheets/self-assessment.md",
]
SLUGS = ("baker", "cook", "judge", "midwife", "plumber", "potter", "programmer")
FIELDS = ("care", "computing", "construction", "food-preparation-and-serving", "law")
METHODS = ("explore", "network", "learn", "integrate", "create")
SHEETS = (
    *("past-successes", "look-into", "internships", "visits", "hobbies", "role-models", "clubs"),
    *("courses", "review-goals", "roles", "shape-your-work", "join-projects", "own-start"),
)
PAIRS = ["-".join(pair) for pair in itertools.combinations(SCALES, 2)]
SKILLS = (
    "coordination",
    "monitoring",
    "quality-control-analysis",
    "time-management",
    "repairing",
    "listening",
    "programming",
    "sorting",
    "speaking",
)
CONDITIONS = {
    "setting": ("kitchen", "workshop", "office", "homes"),
    "body": ("on-your-feet", "heavy-lifting", "sitting"),
    "hours": ("days", "nights", "evenings-and-weekends"),
    "people": ("small-team", "strangers"),
    "hazards": ("burns",),
    "remote": ("never", "often"),
}
WAYS = [
    "ways/index.md",
    *(f"ways/interests/{key}.md" for key in (*SCALES, *PAIRS)),
    *(f"ways/preparation/{level}.md" for level in range(1, 6)),
    *(f"ways/skills/{key}.md" for key in SKILLS),
    *(f"ways/subjects/{key}.md" for key in ("biology", "chemistry", "mathematics")),
    *(f"ways/environments/{group}.md" for group in CONDITIONS),
    *(f"ways/environments/{group}/{key}.md" for group, keys in CONDITIONS.items() for key in keys),
]


@pytest.mark.parametrize("path", GOLDEN)
def test_page_is_as_agreed(small_pages: dict[str, str], path: str) -> None:
    golden = CASES / "pages" / path
    if UPDATE:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(small_pages[path], encoding="utf-8")
    assert small_pages[path] == golden.read_text(encoding="utf-8")


def test_attributes_stand_below_what_they_are_for(small_pages: dict[str, str]) -> None:
    """After an empty line they would be words of the page."""
    lost = [path for path, text in small_pages.items() if re.search(r"\n\s*\n\s*\{:", text)]
    assert lost == []


def test_every_thing_has_its_page(small_pages: dict[str, str]) -> None:
    assert set(small_pages) == {
        *GOLDEN,
        *(f"{name}.md" for name in ("index", "start", "groups")),
        *(f"about/{name}.md" for name in ("index", "data", "glossary", "privacy", "quiz", "technical")),
        *(f"methods/{name}.md" for name in METHODS),
        *(f"quiz/{name}.md" for name in ("interests", "skills", "values", "environment", "start")),
        *(f"quiz/{name}.md" for name in ("index", "results", "codes", "group")),
        *(f"fields/{name}.md" for name in FIELDS),
        *(f"occupations/{slug}.md" for slug in SLUGS),
        *(f"api/v1/{name}.json" for name in ("index", "occupations", "openapi", "outlines", "vocabulary")),
        *(f"api/v1/occupations/{slug}.json" for slug in SLUGS),
        *(f"api/v1/schema/{name}.json" for name in ("occupation", "occupations")),
        *("api/v1/occupations.csv", "feed.xml", "llms.txt", "robots.txt", "assets/careers/careers.css"),
        *(
            f"data/{name}.json"
            for name in (
                "assessments",
                "occupations",
                "plan",
                "adding",
                "verbs",
                "comparing",
                "form",
                "beginnings",
                "titles",
            )
        ),
        "data/starts.json",
        "data/finding.json",
        *(f"data/titles/{language}.json" for language in ("de", "es")),
        "data/areas/plumber.json",
        *(
            f"data/{name}.json"
            for name in ("names", "tasks", "facets", "summaries", "places", *(f"profiles/{slug}" for slug in SLUGS))
        ),
        *("compare.md", "contribute.md", "occupations/map.md", "plan/index.md", "plan/booklet.md"),
        *(f"worksheets/{name}.md" for name in ("index", *SHEETS)),
        *(set(WAYS) - set(GOLDEN)),
    }


def test_a_field_without_a_mark_of_its_own_has_a_made_one(small_site: Site, small_pages: dict[str, str]) -> None:
    marked = {key for key in FIELDS if f"field-{key}" in small_site.marks}
    assert set() < marked < set(FIELDS)
    for key in FIELDS:
        page = small_pages[f"fields/{key}.md"]
        assert (f"marks.svg#field-{key}" in page, "cg-emblem" in page) == (key in marked, True)
        assert (">" + small_site.vocabulary.fields[key].label[0] + "</text>" in page) == (key not in marked)


def test_a_guide_that_is_not_written_yet_is_said_to_be(small_site: Site) -> None:
    methods = {key: guide for key, guide in small_site.methods.items() if key != "create"}
    page = render(dataclasses.replace(small_site, methods=methods), REPOSITORY)["methods/index.md"]
    [part] = re.findall(r"^## 6\. Create and take opportunities \{.*?(?=^## )", page, re.MULTILINE | re.DOTALL)
    words: Any = small_site.strings
    assert f"*{words['methods']['planned']}*" in part
    assert "](create.md" not in page


def test_rendering_twice_gives_the_same_bytes(small_site: Site, small_pages: dict[str, str]) -> None:
    assert render(small_site, REPOSITORY) == small_pages


def test_quiz_stands_where_its_marker_stood(small_pages: dict[str, str]) -> None:
    for path in ("index.md", "quiz/interests.md"):
        assert "<!-- quiz" not in small_pages[path]
        # Those of the first questions stand before them.
        elements = publish(small_pages[path]).elements
        fields = [attributes for _, attributes in elements if "data-item" in attributes][-60:]
        assert [attributes["data-scale"] for attributes in fields] == [*SCALES] * 10


def test_links_lead_to_pages_that_are_made(small_pages: dict[str, str]) -> None:
    """Markdown links name files below build/docs, links in HTML blocks published addresses."""
    addresses = {re.sub(r"(index)?\.md$", "", path).rstrip("/") for path in small_pages}
    for path in GOLDEN:
        folder = path.rpartition("/")[0]
        own = re.sub(r"(index)?\.md$", "", path).rstrip("/")
        for target in publish(small_pages[path]).targets:
            assert target is not None
            if re.match(r"https://|mailto:|tel:|#", target):
                continue
            start, target = (folder, target) if ".md" in target else (own, target)
            parts = [part for part in start.split("/") if part]
            for step in target.partition("#")[0].rstrip("/").split("/"):
                parts = parts[:-1] if step == ".." else [*parts, step] if step != "." else parts
            found = "/".join(parts)
            assert found in small_pages or found in addresses, f"{path} links to {target}"


# Of these no markup is read, and what looks like some is refused.
LINES = {"title", "aliases", "summary", "name", "takes", "needs", "cost", "covers", "reviewed_by"}
STARTS = [
    "#", "1.", "-", "+", "*", ">", ":", "!", "!!! note", "===", "---", "10)", "[^1]:", "*[x]:", "[TOC]", "{{ x }}",
    "~~~", "```", "<3", "C#", "***",
]  # fmt: skip
ENDS = [
    "*x* __x__", "`x` ~~x~~", "==x== ^x^", "|x|y| {x}", "[x] [x](y)", "![x](y)", "x < y > z & w", "AT&amp;T &#42;",
    "\\*x\\*", "{% x %} $x$", "\\(x\\) (c)", "O*NET O*NET", "x_y_z", "C#", "C ##", ":smile: \\", "http://x.org",
    "2 * 3 * 4",
]  # fmt: skip


def is_accepted(text: str) -> bool:
    """Whether a text may stand where no markup is read."""
    try:
        forbidden.check_line(text)
    except forbidden.ProseError:
        return False
    return True


class Texts:
    """Numbers the texts of a profile, so that each can be looked for, and wraps each number in signs."""

    def __init__(self, offset: int | None = None) -> None:
        self.offset = offset
        self.given: list[str] = []

    def make(self, *, is_line: bool = False) -> str:
        text = self.wrap(len(self.given))
        self.given.append(re.sub(r"^#+\s|[*_`\[\]]", "", text) if is_line and not is_accepted(text) else text)
        return self.given[-1]

    def wrap(self, number: int) -> str:
        if self.offset is None:
            return f"Q{number}q"
        place = number + self.offset
        return f"{STARTS[place % len(STARTS)]} Q{number}q {ENDS[place % len(ENDS)]}"

    def fill(self, value: Any, name: str = "") -> Any:
        """The profile `value` with each text replaced; where Markdown is read, every sign is escaped in its way."""
        if isinstance(value, dict):
            return {key: self.fill(part, key) for key, part in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.fill(part, name) for part in value]
        if name in LINES and isinstance(value, str):
            return self.make(is_line=True)
        if isinstance(value, str) and (" " in value or name == "day"):
            return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", self.make())
        return value

    def publish(self, site: Site) -> dict[str, str]:
        """What readers see of the pages about the baker with these texts, white space left out."""
        model = Occupation.model_validate(self.fill(site.occupations["baker"].model_dump(by_alias=True)))
        occupations = {"baker": model, "cook": site.occupations["cook"]}
        alone = dataclasses.replace(site, occupations=occupations, pages=(), methods={}, quizzes={})
        wanted = ("occupations/a-z", "occupations/b", "occupations/i", "fields/production")
        pages = {page.path: page.markdown for page in render_pages(alone, TEMPLATES) if page.path.startswith(wanted)}
        return {path: "".join(publish(page).text.split()) for path, page in pages.items()}


@pytest.fixture(scope="module")
def plain_pages(small_site: Site) -> dict[str, str]:
    return Texts().publish(small_site)


@pytest.mark.parametrize("offset", range(0, 21, 5))
def test_every_text_reaches_its_pages_literally(small_site: Site, plain_pages: dict[str, str], offset: int) -> None:
    texts = Texts(offset)
    pages = texts.publish(small_site)
    assert len(texts.given) > 40
    for path, page in pages.items():
        for number, text in enumerate(texts.given):
            literal = "".join(text.split())
            assert page.count(literal) == plain_pages[path].count(f"Q{number}q"), f"{text} in {path}"
    assert all(f"Q{number}q" in plain_pages["occupations/baker.md"] for number in range(len(texts.given)))


def test_what_is_to_be_renewed_says_its_age_wherever_it_stands(small_site: Site, small_pages: dict[str, str]) -> None:
    age = re.escape(Words(small_site.strings)["occupation"]["stale"].forms["other"]).replace(r"\{count\}", r"(\d+)")
    assert not re.search(age, small_pages["occupations/baker.md"])
    later = dataclasses.replace(small_site, today=TODAY.replace(year=2031), pages=(), methods={}, quizzes={})
    page = next(page.markdown for page in render_pages(later, TEMPLATES) if page.path == "occupations/baker.md")
    told = re.findall(rf'#([\w-]+)">[^<]+</a>\. <strong>{age}</strong>', page)
    assert sorted(told) == [
        ("interests-2026", "5"),
        ("jobs-2024", "6"),
        ("jobs-2024", "7"),
        *[("values-2025", "6")] * 5,
        ("wages-2025", "6"),
    ]


def test_names_of_other_scripts_and_signs_are_sorted_in(small_site: Site) -> None:
    aliases = ("Ähre", "3D baker", "zoo baker", "パン職人")
    twin = small_site.occupations["baker"].model_copy(update={"aliases": aliases})
    site = dataclasses.replace(small_site, occupations={"baker": twin}, pages=(), methods={}, quizzes={})
    page = next(page for page in render_pages(site, TEMPLATES) if page.path == "occupations/a-z.md")
    letters = re.findall(r"^## (\S+)", page.markdown, re.MULTILINE)
    assert letters == ["Other", "A", "B", "Z", "パ"]


@pytest.mark.parametrize("key", ["what-i-like", None])
def test_pages_lead_to_the_quiz_of_interests_by_whatever_name_it_has(small_site: Site, key: str | None) -> None:
    quizzes = {key: small_site.quizzes["interests"]} if key else {}
    site = dataclasses.replace(small_site, quizzes=quizzes, pages=(), methods={})
    pages = {page.path: page.markdown for page in render_pages(site, TEMPLATES)}
    for path in ("occupations/baker.md", "occupations/map.md", "quiz/group.md"):
        found = {target for target in publish(pages[path]).targets if target and re.search(r"quiz/(?!group)\w", target)}
        assert {target.rstrip("/").rpartition("/")[2] for target in found} - {"results", "codes"} == ({key} - {None})


def test_labels_lead_to_the_terms_that_explain_them_whatever_their_keys(small_site: Site) -> None:
    known = small_site.vocabulary.glossary
    renamed = dataclasses.replace(small_site.vocabulary, glossary={f"its-{key}": term for key, term in known.items()})
    explaining = {f"its-{key}": set(term.explains) for key, term in known.items() if term.explains}
    assert set().union(*explaining.values()) == set(EXPLAINED)
    pages = {
        page.path: page.markdown
        for page in render_pages(dataclasses.replace(small_site, vocabulary=renamed), TEMPLATES)
    }
    shown = pages["occupations/baker.md"]
    education = small_site.occupations["baker"].education
    assert education
    training = education.training
    named = {f"its-{key}" for key, term in known.items() if training in term.explains_training}
    assert named
    assert set(re.findall(r"glossary(?:\.md|/)#([a-z-]+)", shown)) == {*explaining, *named}
    compared = set(re.findall(r"glossary/#([a-z-]+)", pages["compare.md"]))
    assert compared
    assert compared < set(explaining)


def test_labels_that_no_term_explains_stand_without_a_link(small_site: Site) -> None:
    nothing: dict[str, tuple[str, ...]] = {"explains": (), "explains_training": ()}
    glossary = {key: term.model_copy(update=nothing) for key, term in small_site.vocabulary.glossary.items()}
    vocabulary = dataclasses.replace(small_site.vocabulary, glossary=glossary)
    pages = {
        page.path: page.markdown
        for page in render_pages(dataclasses.replace(small_site, vocabulary=vocabulary), TEMPLATES)
    }
    words = Words(small_site.strings)
    assert words["occupation"]["median_pay"] in pages["occupations/baker.md"]
    assert "cg-word" not in pages["occupations/baker.md"]
    assert "cg-word" not in pages["compare.md"]


def change_jobs(site: Site, jobs_projected: int, change_percent: float) -> str:
    """The baker's page with another number of jobs to come."""
    baker = site.occupations["baker"]
    assert baker.main_outlook
    outlook = baker.main_outlook.model_copy(update={"jobs_projected": jobs_projected, "change_percent": change_percent})
    occupations = dict(site.occupations) | {"baker": baker.model_copy(update={"outlook": (outlook,)})}
    return render(dataclasses.replace(site, occupations=occupations), REPOSITORY)["occupations/baker.md"]


def test_change_in_jobs_is_told_with_its_sign_beside_that_of_all_occupations(small_site: Site) -> None:
    words = Words(small_site.strings)["occupation"]
    # In percent nothing, in people fewer: no page may call that "+0 %".
    page = change_jobs(small_site, 239_900, 0)
    change = f"{words['trend']['little']}: {fill(words['change_by']['fewer'], percent='0', count=100)}"
    assert change in page
    assert "+0" not in page
    assert fill(words["change_of_all"], percent="+3") in page
    assert words["openings_from"]["all"] in page
    assert words["openings_from"]["most"] in change_jobs(small_site, 254_400, 6)
    assert words["openings_from"]["some"] in change_jobs(small_site, 840_000, 250)


def test_reason_for_the_change_in_jobs_is_an_editors_and_may_be_left_out(small_pages: dict[str, str]) -> None:
    assert "More people eat *out*, but kitchens do more by machine." in small_pages["occupations/cook.md"]


def test_two_sources_on_preparation_are_both_named_where_they_are_more_than_a_step_apart(
    small_site: Site, small_pages: dict[str, str]
) -> None:
    words = Words(small_site.strings)["occupation"]
    plumber, baker = (small_site.occupations[slug] for slug in ("plumber", "baker"))
    assert plumber.education
    assert baker.education
    assert (plumber.preparation, plumber.education.entry) == (3, "no-credential")
    said = fill(words["sources_differ"], education="No formal credential", level=3, label="Medium preparation")
    assert said in small_pages["occupations/plumber.md"]
    assert words["level_differs"] in small_pages["occupations/plumber.md"]
    assert (baker.preparation, baker.education.entry) == (2, "no-credential")
    assert words["level_differs"] not in small_pages["occupations/baker.md"]


def test_newer_edition_is_named_wherever_a_figure_of_the_older_one_stands(small_site: Site) -> None:
    words = Words(small_site.strings)
    newer = {"jobs-2024": small_site.sources["jobs-2024"].model_copy(update={"newer": "Jobs 2025"})}
    site = dataclasses.replace(small_site, sources=dict(small_site.sources) | newer)
    pages = render(site, REPOSITORY)
    said = fill(words["occupation"]["newer"], edition="Jobs 2025")
    # Outlook and education of the baker are from there, pay and ratings are not.
    assert pages["occupations/baker.md"].count(said) == 2
    assert f"{words['sources']['newer']} Jobs 2025" in pages["about/sources.md"]


def test_what_editors_estimate_is_said_where_it_stands(small_site: Site, small_pages: dict[str, str]) -> None:
    said = Words(small_site.strings)["occupation"]["estimates"]
    ways, explore = small_pages["occupations/cook.md"].split("{ #ways-in ")[1].split("{ #explore ")
    assert said in ways
    assert said in explore


def test_condition_of_some_posts_says_so(small_site: Site, small_pages: dict[str, str]) -> None:
    some = fill(Words(small_site.strings)["occupation"]["sometimes"], condition="Burns and cuts")
    assert some in small_pages["occupations/plumber.md"]
    assert some not in small_pages["occupations/midwife.md"]
