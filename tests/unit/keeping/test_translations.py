"""How much is translated, and what is older than its original."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from generator.keeping.translations import survey
from tests.conftest import check, edit
from tests.unit.sources.languages.test_folder import translate


def run(root: Path, *arguments: str) -> list[str]:
    """What `careers languages` says, line by line."""
    result = CliRunner().invoke(main, ["--root", str(root), "languages", *arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout.splitlines()


def test_what_is_translated_is_counted_and_the_rest_is_named(project: Path) -> None:
    assert run(project) == []
    translate(project)
    (line,) = run(project)
    assert (
        line
        == "es: 2 of 8 texts, 1 of 7 profiles, 0 of 6 guides, 1 of 5 assessments, 1 of 22 lists, 1 of 9 pages, 0 stale"
    )
    told = run(project, "es")
    assert told[0] == line
    (texts,) = (line for line in told if line.startswith("  strings: "))
    assert "page.reviewed" in texts
    (baker,) = (line for line in told if line.startswith("  occupations/baker.yml: "))
    assert "skills.0.why" in baker
    assert "tasks" not in baker
    assert not any("cook" in line for line in told)  # Of what nobody has begun all is missing.


def test_a_translation_is_stale_once_its_original_has_changed(project: Path) -> None:
    translate(project)
    baker = project / "occupations/baker.yml"
    edit(baker, "  - Weigh flour and water.", "  - Weigh flour, salt and water.")
    assert run(project, "es", "--seen")[0].endswith(" 0 stale")
    edit(baker, "  - Weigh flour, salt and water.", "  - Weigh flour.")
    edit(baker, "title: Baker", "title: Bread baker")
    told = run(project, "es")
    assert told[0].endswith(" 2 stale")
    assert "  occupations/baker.yml: stale title, tasks" in told
    # Noting what is new leaves that as it is; the file has to be named.
    assert run(project, "es", "--seen")[0].endswith(" 2 stale")
    assert run(project, "es", "--seen", "occupations/baker.yml")[0].endswith(" 0 stale")
    assert survey(project, "es").count("profiles") == (1, 7)


def test_files_that_translate_nothing_are_named(project: Path) -> None:
    translate(project)
    edit(project / "mkdocs.yml", "  generator: false\n", "  generator: false\n  languages: [es]\n")
    texts = {"figures/us.yml": "tables: {}\n", "local.yml": "office: {name: Oficina}\n"}
    for name, text in {**texts, "seen.json": "{}"}.items():
        path = project / "languages/es" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert not any("nothing is" in str(one) or "file translates" in str(one) for one in check(project))
    (line,) = run(project, "es", "--seen")[:1]
    assert line.startswith("es: ")
    wrong = {"occupations/bakers.yml": "occupations/baker.yml", "sites.yml": "site.yml", "index.md.txt": "index.md"}
    for name in wrong:
        (project / "languages/es" / name).write_text("title: Panadero\n", encoding="utf-8")
    told = [
        f"languages/es/{name}:1:1: LNG101 warning: this file translates nothing; did you mean {meant!r}?"
        for name, meant in sorted(wrong.items())
    ]
    assert sorted(run(project)[:-1]) == sorted(told)
    assert {*told} <= {str(one) for one in check(project)}


def test_a_language_that_the_search_does_not_know_says_so(project: Path) -> None:
    translate(project)
    for tag in ("pl", "pt-BR"):
        (project / f"languages/{tag}").mkdir()
    told = [line.partition(" stale")[2] for line in run(project)]
    unknown = "; the search in the header knows no endings of this language"
    assert told == ["", unknown, ""]  # Spanish, Polish, Portuguese.
    path = project / "templates/theme/partials/languages/pl.html"
    path.parent.mkdir(parents=True)
    path.write_text('{% macro t(key) %}{{ {"search.config.lang": "ru"}[key] }}{% endmacro %}', encoding="utf-8")
    assert run(project, "pl")[0].endswith(" 0 stale")


def test_what_lies_beside_languages_is_told(project: Path) -> None:
    translate(project)
    (project / "languages/Spanish/strings").mkdir(parents=True)
    (project / "languages/es.yml").touch()
    assert [f"{one.path} {one.code}" for one in check(project)] == [
        "languages/Spanish SRC013",
        "languages/es.yml SRC013",
    ]
    assert [line.partition(":")[0] for line in run(project)] == ["es"]


def test_a_language_that_is_not_there_is_an_error(project: Path) -> None:
    result = CliRunner().invoke(main, ["--root", str(project), "languages", "fr"])
    assert (result.exit_code, result.stderr) == (1, "Error: there is no languages/fr\n")


def test_what_cannot_be_read_is_said_and_nothing_is_noted(project: Path) -> None:
    translate(project)
    run(project, "es", "--seen")
    seen = project / "languages/es/seen.json"
    edit(project / "languages/es/occupations/baker.yml", "title: Panadero", "title: [Panadero")
    before = seen.read_bytes()
    result = CliRunner().invoke(main, ["--root", str(project), "languages", "es", "--seen"])
    assert result.exit_code == 1
    assert "languages/es/occupations/baker.yml:1:8: SRC006" in result.output
    assert "0 of 7 profiles" in result.stdout
    assert seen.read_bytes() == before
    edit(project / "languages/es/occupations/baker.yml", "title: [Panadero", "title: Panadero")
    for text, place in (('{\n"a": }', "2:6"), ('{"a": 1}', "1:1")):
        seen.write_text(text, encoding="utf-8")
        result = CliRunner().invoke(main, ["--root", str(project), "languages"])
        assert result.exit_code == 1
        assert f"languages/es/seen.json:{place}: SRC006 this is no list of hashes" in result.output
