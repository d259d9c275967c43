"""What mkdocs.yml says is read as MkDocs reads it, or refused where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from generator.sources.files import Source
from generator.sources.settings.needed import SETTINGS
from generator.sources.settings.reading import Step, read_settings

NAME = "site_name: A\n"


def find(text: str) -> list[str]:
    """`line:column: CODE` of each problem."""
    source = Source("mkdocs.yml", text)
    read_settings(source)
    return [
        f"{problem.line}:{problem.column}: {problem.code}"
        for problem in source.problems
        if problem.code not in ("FLD001", "SRC020")  # Which settings there are is another matter: see below.
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (NAME + "copyright: Free # use.", "2:17: SRC017"),
        (NAME + "x:\n  - toc:\n      permalink_title: Link # to this section", "4:29: SRC017"),
        (NAME + "x: [a, # b\n  c]", "2:8: SRC017"),
        (NAME + "site_name: B", "2:1: SRC010"),
        (NAME + "theme:\n  name: a\n  name: b", "4:3: SRC010"),
        (NAME + "- a", "2:1: SRC006"),
        ("- a", "1:1: SRC012"),
        ("a", "1:1: SRC012"),
        ("? [a]\n: b", "1:3: SRC015"),
        ("theme: a", "1:1: FLD002"),
        ("site_name: ~", "1:1: FLD002"),
        ("site_name: '  '", "1:1: FLD002"),
        ("site_name: [a]", "1:12: FLD003"),
        ("site_name: {a: b}", "1:12: FLD003"),
        ("site_name: 12", "1:12: FLD003"),
        ("site_name: no", "1:12: FLD003"),
        ("site_name: !ENV NAME_THAT_NOBODY_SETS", "1:12: SRC018"),
        (NAME + "site_url: !ENV [URL_THAT_NOBODY_SETS, a]", "2:11: FLD009"),
        (NAME + "INHERIT: other.yml", "2:10: SRC018"),
        ("<<: {site_url: 'a.org'}\n" + NAME, "1:16: FLD009"),
        ("site_name: !Name A", "1:12: SRC009"),
        (NAME + "theme: {name: !Name A}", "2:15: SRC009"),
        (NAME + "theme: !!name A", "2:8: SRC009"),
        (NAME + "nav: &n [X: *n]", "2:6: SRC008"),
        (NAME + "x: {a: &b {c: *b}}", "2:8: SRC008"),
        (NAME + "x: *a", "2:4: SRC006"),
        (NAME + "---\na: b", "2:1: SRC011"),
        (NAME + "x: " + "[" * 1000, "2:23: SRC007"),
        (NAME + "nav: {a: b.md}", "2:6: FLD003"),
        (NAME + "nav: a.md", "2:6: FLD003"),
        *((NAME + f"site_url: '{url}'", "2:11: FLD009") for url in ("http://[::1/", "a.org", "http://a:99999/", "//a")),
        *(
            (NAME + f"repo_url: '{url}'", "2:11: FLD009")
            for url in (
                *("ftp://example.org", "http://example.org/", "https://", "https:///a", "https://a@example.org/"),
                *("javascript://example.org/%0Aalert(1)", "https://example.org/`", "data:text/html,a"),
            )
        ),
        *(
            (NAME + f"edit_uri: '{uri}'", "2:11: FLD009")
            for uri in (
                "javascript:alert(1)",
                "//example.org/",
                "https://a@example.org/edit",
                "http://example.org/edit",
                "/\\example.org",
                'a"b',
                "a b",
            )
        ),
        *(
            (NAME + f"extra:\n  new_uri: '{uri}'", "3:12: FLD009")
            for uri in ("javascript:alert({path})", "//example.org/{path}", "http://example.org/{path}")
        ),
        (NAME + "extra:\n  contact: us", "3:12: FLD009"),
        (NAME + "extra:\n  contact: mailto:us@example.org", "3:12: FLD009"),
        (NAME + "extra:\n  offline: perhaps", "3:12: FLD009"),
        (NAME + "extra:\n  new_uri: new/main", "3:12: FLD009"),
    ],
)
def test_what_would_be_lost_or_stop_mkdocs_is_a_problem_with_its_place(text: str, place: str) -> None:
    assert find(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "# a\nsite_name: A # B".replace(" # B", "#B"),
        NAME + "site_url: ''\nrepo_url:\n",
        NAME + "site_url: http://[::1]:8000/",
        NAME + "copyright: !ENV COPYRIGHT\nx: !!python/name:a.b\ny: !relative\nz: !!str 5",
        NAME + "theme: &t {name: a}\nextra: {theme: *t}\nnav:\n",
    ],
)
def test_what_is_mkdocs_own_affair_passes(text: str) -> None:
    assert find(text) == []


def test_navigation_is_read_through_aliases_once() -> None:
    bomb = "nav: [&a [x.md], " + ", ".join(
        f"&{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    source = Source("mkdocs.yml", f"{NAME}{bomb}, y: https://example.org/a.md, z: y.md]")
    assert [step.page for step in read_settings(source)[1]] == ["x.md", "y.md"]
    assert read_settings(Source("mkdocs.yml", f"{NAME}nav:\n  - a: b.md"))[1] == (Step("b.md", 3, 8),)


def test_our_own_settings_stand_where_mkdocs_allows_them() -> None:
    text = f"{NAME}contact: a@b.org\nextra:\n  contact: us@example.org\n  new_uri: new/main?filename={{path}}\n"
    settings, _ = read_settings(Source("mkdocs.yml", f"{text}repo_url: https://example.org/r/"))
    assert settings.contact == "us@example.org"
    assert settings.new_address() == "https://example.org/r/new/main?filename={path}"
    assert read_settings(Source("mkdocs.yml", text))[0].new_address() == ""


def test_settings_known_are_those_of_mkdocs() -> None:
    assert {name for name, _ in MkDocsConfig._schema} == SETTINGS


PUBLISHED = """site_name: A
theme: {name: material, custom_dir: templates/theme}
plugins: [career-guides, search]
markdown_extensions: [attr_list, md_in_html, tables]
extra_css: [assets/careers/careers.css]
extra_javascript: [{path: assets/careers/main.js, type: module}]
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", ""),
        ("site_name", "site_nmae: B\nsite_name", "1:1: FLD001 unknown setting 'site_nmae'; did you mean 'site_name'?"),
        ("site_name", "colors: red\nsite_name", "1:1: FLD001 unknown setting 'colors'; MkDocs knows none of this name"),
        (
            "theme: {name: material, custom_dir: templates/theme}",
            "theme: material",
            "2:1: SRC020 theme without custom_dir",
        ),
        ("name: material", "name: mkdocs", "2:15: SRC020 name: 'mkdocs'; write material"),
        (
            "theme: {name: material, custom_dir: templates/theme}",
            "theme: !ENV A_THEME_THAT_NOBODY_SETS",
            "2:1: SRC020 theme without name",
        ),
        ("theme: {name: material, custom_dir: templates/theme}\n", "", "1:1: SRC020 theme without name"),
        ("career-guides, ", "", "3:1: SRC020 plugins without career-guides; write `- career-guides` below it"),
        ("[career-guides, search]", "{career-guides: {}, search: {}}", ""),
        ("[attr_list, md_in_html, tables]", "[extra]", ""),
        ("attr_list", "markdown.extensions.attr_list", ""),
        (
            "attr_list, md_in_html",
            "toc: {permalink: true}",
            "4:1: SRC020 markdown_extensions without attr_list, md_in_html",
        ),
        ("extra_css: [assets/careers/careers.css]", "docs_dir: docs", "5:11: SRC020 docs_dir: 'docs'; write content"),
        ("main.js", "mine.js", "6:1: SRC020 extra_javascript without assets/careers/main.js"),
        ("site_name", "use_directory_urls: false\nsite_name", "1:21: SRC020 use_directory_urls: 'false'; write true"),
    ],
)
def test_settings_that_a_site_needs_are_told(old: str, new: str, told: str) -> None:
    source = Source("mkdocs.yml", PUBLISHED.replace(old, new) if old else PUBLISHED)
    read_settings(source)
    found = [str(problem).removeprefix("mkdocs.yml:") for problem in source.problems]
    assert [one for one in found if told and one.startswith(told)] if told else found == []


@pytest.mark.parametrize(("written", "found"), [("true", "true"), ("false", ""), ("", "")])
def test_readers_may_keep_the_site_where_a_publisher_says_so(written: str, found: str) -> None:
    settings, _ = read_settings(Source("mkdocs.yml", f"{NAME}extra:\n  offline: {written}\n"))
    assert settings.offline == found


@pytest.mark.parametrize(
    ("written", "found"),
    [("[es, pt-BR]", ("es", "pt-BR")), ("es", ("es",)), ("\n    - es", ("es",)), ("[]", ()), ("~", ()), ("", ())],
)
def test_other_languages_are_a_list_or_one(written: str, found: tuple[str, ...]) -> None:
    source = Source("mkdocs.yml", f"site_name: A\ntheme: {{language: de}}\nextra:\n  languages: {written}\n")
    settings, _ = read_settings(source)
    assert (settings.language, settings.languages) == ("de", found)


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("https://bäckerei.example/", "https://xn--bckerei-5wa.example/"),
        ("https://a.example:8000/für uns alle/".replace(" ", "%20"), "https://a.example:8000/f%C3%BCr%20uns%20alle/"),
        ("https://ñ.example/ñ/?ñ=1", "https://xn--ida.example/%C3%B1/?%C3%B1=1"),
        ("https://straße.example/", "https://(its host as xn--...)/"),
        (f"https://{'ä' * 80}.example/", "https://(its host as xn--...)/"),
    ],
)
def test_an_address_is_written_as_it_is_sent(written: str, spelled: str) -> None:
    source = Source("mkdocs.yml", f"{NAME}site_url: {written}\n")
    settings, _ = read_settings(source)
    assert settings.site_url == ""
    assert [(one.line, one.code, one.hint) for one in source.problems if one.code != "SRC020"] == [
        (2, "FLD009", f"write {spelled}")
    ]


def test_a_language_that_is_no_tag_is_told() -> None:
    assert [line.split(" ")[1] for line in find("site_name: A\nextra:\n  languages: [Spanish]\n")] == ["FLD009"]


def test_settings_are_inherited_from_few_files_and_from_none_that_is_none(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.yml").write_text(f"INHERIT: {number + 1}.yml\n", encoding="utf-8")
    for name, told in (("0.yml", "settings from more than 20 files"), ("a" * 5000, "there is no 'aaa")):
        source = Source("mkdocs.yml", f"INHERIT: {name}\n{NAME}")
        read_settings(source, tmp_path)
        assert [problem.message[: len(told)] for problem in source.problems if problem.code == "SRC018"] == [told]
