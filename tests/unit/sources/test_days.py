"""The day: as it is set, as the clock has it, and where both are of no use."""

from __future__ import annotations

import datetime
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.sources import days
from tests.conftest import edit


def set_clock(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setattr(days, "_read_clock", lambda: datetime.date.fromisoformat(day))


def test_what_is_set_goes_before_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, "2031-05-06")
    assert days.find_day() == datetime.date(2031, 5, 6)
    for seconds, day in (("1900000000", "2030-03-17"), ("0", "2026-11-01"), ("", "2031-05-06")):
        monkeypatch.setenv(days.EPOCH, seconds)
        assert days.find_day().isoformat() == day
        assert days.doubt() == ""
    assert days.EPOCH not in os.environ, "MkDocs takes nothing for a number"


@pytest.mark.parametrize("text", ["abc", "1e9", "-1", "1.5", " 1", "٣", "253402300799", "9" * 6000, "\udcff"])
def test_what_is_no_day_is_a_sentence(project: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv(days.EPOCH, text)
    result = CliRunner().invoke(main, ["--root", str(project), "stale"])
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: SOURCE_DATE_EPOCH is ")
    assert "write seconds since 1970" in result.stderr
    assert result.stderr.count("\n") == 1
    assert len(result.stderr) < 200


def test_a_wrong_clock_is_named_once_and_not_gone_by(publishable: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, "1970-01-01")

    def careers(*words: str) -> tuple[str, str]:
        result = CliRunner().invoke(main, ["--root", str(publishable), *words], catch_exceptions=False)
        assert result.exit_code == 0
        return result.stdout, result.stderr

    said = "The clock of this computer is wrong: it shows 1970-01-01. What depends on the day is left out\n"
    assert careers("check") == ("", f"{said}7 profiles checked: 0 errors, 0 warnings\n")
    told, aside = careers("stale")
    assert aside == said
    assert "0 months ago" in told
    assert not re.search(r"-\d+ month", told)
    assert "0 of 6 sources are due" in told


def test_a_review_that_is_ahead_is_an_error_wherever_the_day_is_known(
    publishable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(publishable / "occupations/baker.yml", "reviewed: 2026-11-01", "reviewed: 2031-01-01")
    for day, code in (("2026-12-24", 1), ("2031-01-01", 0), ("1980-01-01", 0)):
        set_clock(monkeypatch, day)
        result = CliRunner().invoke(main, ["--root", str(publishable), "check"])
        assert (result.exit_code, "OCC014" in result.stdout) == (code, bool(code))
