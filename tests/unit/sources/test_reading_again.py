"""What was read before is not read again, and is the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator import cache, workers
from generator.cache import FILE, Cache
from generator.model.base import CHECKED
from generator.model.occupation import Occupation
from generator.model.site import Site
from generator.problems import ProjectError, format_text
from generator.project import load
from generator.sources import reading
from generator.sources.reading import Derived, Reading
from tests.conftest import TODAY, check, edit, outline


def read(project: Path, memory: dict[str, object] | None = None) -> Site:
    with Cache(project / FILE) as made:
        return load(project, TODAY, Reading(project, made, {} if memory is None else memory)).site  # type: ignore[arg-type]


@pytest.fixture
def examined(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read in full."""
    paths: list[str] = []
    examine = reading.examine

    def note(source: object, *rest: object) -> object:
        paths.append(source.path)  # type: ignore[attr-defined]
        return examine(source, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "examine", note)
    return paths


def test_what_comes_from_the_cache_is_what_was_read(project: Path, examined: list[str]) -> None:
    plain = load(project, TODAY).site
    assert examined
    assert read(project) == plain
    examined.clear()
    assert read(project) == plain
    assert examined == []


def test_models_share_the_names_of_the_fields_that_were_written(project: Path) -> None:
    """A set for each took a fourth of the memory of a profile; which fields were written is still known."""
    memory: dict[str, Any] = {}
    read(project, memory)
    skills = [use for model, _ in memory.values() if isinstance(model, Occupation) for use in model.skills]
    assert len(skills) > 4
    assert len({id(use.model_fields_set) for use in skills}) == len({frozenset(use.model_fields_set) for use in skills})
    for key, (model, _) in memory.items():
        if isinstance(model, BaseModel):
            text = model.model_dump_json(by_alias=True, exclude_unset=True)
            alone = type(model).model_validate_json(text, context=CHECKED)
            assert alone == model, key
            assert alone.model_dump_json(by_alias=True, exclude_unset=True) == text, key


def test_a_changed_file_alone_is_read_again(project: Path, examined: list[str]) -> None:
    read(project)
    examined.clear()
    edit(project / "occupations/baker.yml", "title: Baker", "title: Pastry cook")
    assert read(project).occupations["baker"].title == "Pastry cook"
    assert examined == ["occupations/baker.yml"]
    assert read(project) == load(project, TODAY).site


def test_a_file_with_problems_is_read_each_time_and_told_alike(project: Path, examined: list[str]) -> None:
    edit(project / "occupations/baker.yml", "title: Baker", "title: ''")
    expected = format_text(check(project))
    for _ in range(2):
        examined.clear()
        with pytest.raises(ProjectError) as caught:
            read(project)
        assert format_text(caught.value.problems) == expected
    assert examined == ["occupations/baker.yml"]


def test_what_a_rule_finds_in_a_kept_file_has_its_place(project: Path) -> None:
    read(project)
    (project / "occupations/cook.yml").unlink()
    expected = format_text(check(project))
    assert "OCC008" in expected or "MET004" in expected
    for _ in range(2):
        with pytest.raises(ProjectError) as caught:
            read(project)
        assert format_text(caught.value.problems) == expected


def test_another_version_of_the_generator_reads_all_again(
    project: Path, examined: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read(project)
    everything = sorted(examined)
    examined.clear()
    monkeypatch.setattr(reading, "fingerprint", lambda *_: "another")
    read(project)
    assert sorted(examined) == everything


def test_a_process_that_lives_on_needs_no_cache(project: Path, examined: list[str]) -> None:
    memory: dict[str, object] = {}
    site = read(project, memory)
    examined.clear()
    (project / FILE).unlink()
    again = load(project, TODAY, Reading(project, Cache(None), memory)).site  # type: ignore[arg-type]
    assert examined == []
    assert again == site
    assert again.occupations["baker"] is site.occupations["baker"]
    edit(project / "occupations/baker.yml", "title: Baker", "title: Pastry cook")
    before = len(memory)
    load(project, TODAY, Reading(project, Cache(None), memory))  # type: ignore[arg-type]
    assert examined == ["occupations/baker.yml"]
    assert len(memory) == before


def test_several_processes_read_the_same(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = load(project, TODAY).site
    monkeypatch.setattr(workers, "count_processors", lambda: 3)
    monkeypatch.setattr(reading, "_LEAST", 1)
    monkeypatch.setattr(reading, "_SHARE", 2)
    assert read(project) == plain
    edit(project / "occupations/baker.yml", "title: Baker", "titel: Baker")
    edit(project / "occupations/cook.yml", "title: Cook", "titel: Cook")
    with pytest.raises(ProjectError) as caught:
        read(project)
    assert [problem.code for problem in caught.value.problems if problem.path.startswith("occ")].count("FLD001") == 2


def test_the_fingerprint_knows_what_decides_about_a_text() -> None:
    assert cache.fingerprint(*reading._PACKAGES) != cache.fingerprint()


def test_what_was_made_of_the_very_same_is_not_made_again() -> None:
    derived, one, other = Derived(), ["one"], ["one"]
    assert derived.recall("name", (one, "text"), lambda: 1) == 1
    assert derived.recall("name", (one, "".join(["te", "xt"])), lambda: 2) == 1
    assert derived.recall("another", (one, "text"), lambda: 3) == 3
    assert derived.recall("name", (other, "text"), lambda: 4) == 4
    assert derived.recall("name", (other, "texts"), lambda: 5) == 5
    assert derived.recall("name", (other,), lambda: 6) == 6
    derived.finish()
    assert derived.recall("name", (other,), lambda: 7) == 6
    derived.finish()
    assert derived.recall("another", (one, "text"), lambda: 8) == 8


CHANGES = (
    ("occupations/baker.yml", "  - Clean machines and tables.\n", "  - Clean machines and ovens.\n"),
    ("occupations/baker.yml", "title: Baker\n", "title: Zwieback baker\n"),
    ("occupations/baker.yml", "codes: {soc: [51-3011], onet: [51-3011.00]}\n", "codes: {soc: [51-3011]}\n"),
    ("content/figures/office/de.csv", "Hebamme/Geburtspfleger", "Hebamme"),
    ("content/figures/office/interests.csv", "Cooks of canteens,5.1,", "Cooks of large canteens,5.2,"),
    ("content/figures/office.yml", "language: de, source: titles-2022", "language: de, source: values-2025"),
    ("content/vocabulary/regions.yml", "in the United States, currency: USD", "in the United States, currency: CAD"),
    ("content/figures/us.yml", "currency: USD\n", ""),
    ("templates/strings/en.yml", "Outline: figures only, no guide yet.", "An outline."),
)
"""One after the other."""


def test_a_process_that_lives_on_makes_what_another_would(publishable: Path) -> None:
    outline(publishable)
    memory, derived = {}, Derived()  # type: ignore[var-annotated]

    def load_again() -> Site:
        return load(publishable, TODAY, Reading(publishable, Cache(None), memory, derived)).site

    before = load_again()
    assert before.outlines
    assert load_again().facts["baker"] is before.facts["baker"]
    for file, old, new in CHANGES:
        edit(publishable / file, old, new)
        again, anew = load_again(), load(publishable, TODAY).site
        assert again == anew
        assert again != before
        orders = [[[*site.listed], [*site.facts], [*site.outlines], [*site.official]] for site in (again, anew)]
        assert orders[0] == orders[1]
        before = again
