"""Titles in other languages, from small files of the very layouts in which the crosswalk and ESCO are published."""

from __future__ import annotations

from pathlib import Path

from tests.unit.figures.releases.commands import table, text, update

CROSSWALK = (
    "O*NET Id,O*NET Title,O*NET Description,ESCO or ISCO URI,ESCO or ISCO Title,ESCO or ISCO Description,Type of Match"
)
LABELS = (
    "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,"
    "scopeNote,definition,inScheme,description,code"
)


def match(code: str, address: str, kind: str) -> str:
    return f"{code},Title of {code},About.,http://data/{address},title,About.,{kind}"


def label(address: str, said: str) -> str:
    return f'Occupation,http://data/{address},2221,"{said}","others\nmore",,released,,,,,,About.,2221.1'


def crosswalk(project: Path) -> Path:
    """A crosswalk under the lines that tell of it."""
    about = [f"Line {number} of what it is" for number in range(16)]
    return text(
        project, "ONET_(Occupations)_0_updated.csv", *about, CROSSWALK, match("29-1161.00", "midwife", "exactMatch"),
        match("29-1161.00", "nurse", "closeMatch"), match("51-3011.00", "baker", "broadMatch"),
        match("51-9195.00", "stove", "closeMatch"), match("51-9195.00", "glass", "closeMatch"),
        match("51-9195.00", "stove", "narrowMatch"), match("47-2152.00", "C7126", "exactISCO"),
        match("35-2014.00", "lost", "exactMatch"), match("35-2014.00", "grill", "closeMatch"),
        match("15-1252.00", "lost", "exactMatch"),
    )  # fmt: skip


def test_exact_matches_are_taken_and_close_ones_where_there_is_none(project: Path) -> None:
    labels = text(
        project, "occupations_de.csv", LABELS, label("midwife", "Hebamme/ Geburtspfleger"), label("nurse", "Pfleger"),
        label("baker", "Bäcker"), label("stove", "Ofenbauer"), label("glass", "Glas\x97Bläser  und | mehr"),
        label("grill", "Grillkoch"), label("other", "Anderer"),
    )  # fmt: skip
    result = update(project, "office/de", crosswalk(project), labels)
    assert result.exit_code == 0, result.output
    assert table(project, "office/de") == [
        "code,title,exact,close",
        "29-1161.00,Title of 29-1161.00,Hebamme/Geburtspfleger,",
        "35-2014.00,Title of 35-2014.00,,Grillkoch",
        "51-9195.00,Title of 51-9195.00,,Ofenbauer|Glas\N{EN DASH}Bläser und/mehr",
    ]
    assert result.stdout.splitlines() == [
        "1 code has matches, but no title in this language",
        "1 code gone: 51-3011.00",
        "1 code new: 35-2014.00",
        "look at occupations/baker.yml: 51-3011.00",
    ]


def test_a_crosswalk_without_titles_makes_no_table(project: Path) -> None:
    before = table(project, "office/de")
    result = update(project, "office/de", crosswalk(project))
    assert result.exit_code == 1
    assert "no row" in result.output
    assert table(project, "office/de") == before
