"""A site in two languages: each page in both, and what readers keep in one place."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from generator.model.site import Settings, Site, Spoken
from generator.publishing.copies.verifying import MANIFEST, compare
from generator.publishing.plugin.speaking import Version, list_alternates, name_locale, speak
from tests.conftest import edit
from tests.unit.publishing.conftest import build
from tests.unit.sources.languages.test_folder import translate

VERSIONS = (
    Version("en", "English", "", frozenset({"index.md", "a/b.md", "c.md", "d.md"})),
    Version("es", "español", "es/", frozenset({"index.md", "a/b.md", "d.md"}), frozenset({"d.md"})),
)
SITE = "https://guides.example.org/jobs/"


@pytest.mark.parametrize(
    ("page", "folder", "expected"),
    [
        ("index.md", "", [("./", True), ("./es/", True)]),
        ("a/b.md", "", [("../../a/b/", True), ("../../es/a/b/", True)]),
        ("c.md", "", [("../c/", False), ("../es/", False)]),
        ("d.md", "", [("../d/", False), ("../es/d/", False)]),
        ("d.md", "es/", [("../../d/", False), ("../../es/d/", False)]),
        ("a/b.md", "es/", [("../../../a/b/", True), ("../../../es/a/b/", True)]),
    ],
)
def test_a_page_leads_to_its_own_translation(page: str, folder: str, expected: list[tuple[str, bool]]) -> None:
    found = list_alternates(page, Settings(site_url=SITE + folder, folder=folder), VERSIONS)
    assert [(one["href"], one["is_whole"]) for one in found] == expected
    assert [one["is_here"] for one in found] == [not folder, bool(folder)]
    assert found[1]["address"] == f"{SITE}es/{ {'a/b.md': 'a/b/', 'd.md': 'd/'}.get(page, '') }"


def test_a_license_leads_where_it_does_in_the_original() -> None:
    config = MkDocsConfig()
    config.load_dict({"theme": Theme(name=None), "copyright": 'Texts: <a href="https://x.org/">CC BY</a>.'})
    speak(config, Settings(site_url=SITE), Spoken(copyright="Textos: CC BY & más."))
    assert config.copyright == 'Textos: <a href="https://x.org/">CC BY</a> &amp; más.'


def test_a_publisher_is_called_as_in_the_language_of_the_page() -> None:
    config = MkDocsConfig()
    config.load_dict({"theme": Theme(name=None), "site_author": "the guides"})
    speak(config, Settings(site_url=SITE), Spoken())
    assert config.site_author == "the guides"
    speak(config, Settings(site_url=SITE), Spoken(site_author="el equipo & más"))
    assert config.site_author == "el equipo &amp; más"


@pytest.mark.parametrize(("locale", "named"), [("en-GB", "en-GB"), ("en", "en"), ("fr-CA", "en")])
def test_a_page_is_in_the_language_as_its_texts_write_it(small_site: Site, locale: str, named: str) -> None:
    site = dataclasses.replace(small_site, strings={"script": {"locale": locale}})
    assert (
        name_locale('<html lang="en" class="no-js"><p lang="en">', site)
        == f'<html lang="{named}" class="no-js"><p lang="en">'
    )


def read(path: Path) -> str:
    """The text of a published file."""
    return path.read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_site_in_two_languages(built: Path) -> None:
    edit(built / "mkdocs.yml", "  generator: false\n", "  generator: false\n  languages: [es]\n  offline: true\n")
    translate(built)
    (built / "languages/es/site.yml").write_text(
        "site_name: Guías\nnav: {My plan: Mi plan}\nfooter: {Privacy: Privacidad}\n", encoding="utf-8"
    )
    build(built)
    site = built / "site"
    # What stays on a device is the site in its own language, so no other offers that.
    assert ["<career-offline " in read(site / folder / "plan/index.html") for folder in ("", "es")] == [True, False]
    own, other = (read(site / folder / "occupations/baker/index.html") for folder in ("", "es"))
    assert re.search(r"<html[^>]* lang=en\b", own)
    assert re.search(r"<html[^>]* lang=es\b", other)
    assert ">Panadero</h1>" in other
    for text, place in ((own, "../../es/occupations/baker/"), (other, "../../../occupations/baker/")):
        assert re.search(rf'<a class="md-header__button cg-header__language" href={re.escape(place)} ', text)
        found = dict(re.findall(r'<link rel="alternate translation" href=(\S+) hreflang=([\w-]+)>', text))
        assert found == {
            "https://guides.example.org/occupations/baker/": "en",
            "https://guides.example.org/es/occupations/baker/": "es",
        }
    # What is not translated is whole in the site's own language, says so, and counts as no translation.
    for path in ("methods/explore/index.html", "about/privacy/index.html"):
        original, same = (read(site / folder / path) for folder in ("", "es"))
        assert re.search(r"<html[^>]* lang=es\b", same)
        assert re.search(r"<article [^>]*\blang=en\b", same)
        assert not re.search(r"<article [^>]*\blang=", original)
        assert "alternate translation" not in original + same
        assert {*re.findall(r"<h2[^>]*>([^<]*)", original)} == {*re.findall(r"<h2[^>]*>([^<]*)", same)}
    # What is not translated on a page that is says so, and scripts are told.
    assert re.search(r"<h2 id=work lang=en>", other)
    assert not re.search(r"<h2 [^>]*\blang=", own)
    assert re.search(r"<h1(?![^>]*\blang=)[^>]*>Panadero", other)
    assert re.search(r'TEXTS = \{"en":\["",\d+,', read(site / "es/untranslated.js"))
    assert not (site / "untranslated.js").exists()
    # x-default leads to the site's own language.
    assert "hreflang=x-default" in own
    assert "Mi plan" in other
    assert "Privacidad" in other
    assert "Mi plan" not in own
    assert "https://guides.example.org/es/occupations/baker/" in re.findall(r"<link [^>]*canonical[^>]*>", other)[0]
    # What readers keep is kept for the whole site.
    (script,) = site.glob("es/assets/careers-*/main.js")
    (mine,) = site.glob("assets/careers-*/main.js")
    assert '`careers ${new URL("..",ROOT).pathname} `' in read(script).replace(", ROOT", ",ROOT")
    assert "`careers ${ROOT.pathname} `" in read(mine)
    assert "es/sitemap.xml" in read(site / "robots.txt")
    assert not (site / "es/robots.txt").exists()
    assert 'hreflang="es" href="https://guides.example.org/es/occupations/baker/"' in read(site / "sitemap.xml")
    assert compare(site, built / MANIFEST) == []
    before = {path: path.stat().st_ino for path in site.rglob("*.html")}
    build(built)
    after = {path: path.stat().st_ino for path in site.rglob("*.html") if path.name != "404.html"}
    assert after.items() <= before.items()
