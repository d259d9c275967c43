"""What `make test` is made of runs side by side, and ends at once where one of it fails."""

from __future__ import annotations

import signal
import sys
import time
from concurrent.futures import Future
from pathlib import Path

import pytest

from tools import steps

# Its own name, then those it waits for; one that is called "bad" fails, one that is called "long" takes for ever.
STEP = """
import pathlib, sys, time
here, (name, *others) = pathlib.Path(sys.argv[1]), sys.argv[2].split("-")
(here / name).touch()
while not all((here / other).exists() for other in others):
    time.sleep(0.01)
print("this is", name, flush=True)
if name == "long":
    time.sleep(600)
sys.exit(7 if name == "bad" else 0)
"""


@pytest.fixture(autouse=True)
def _make(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(steps, "MAKE", (sys.executable, "-c", STEP, str(tmp_path)))


def run(monkeypatch: pytest.MonkeyPatch, *stages: str) -> int:
    monkeypatch.setattr(sys, "argv", ["steps", *stages])
    return steps.main()


def test_rows_run_side_by_side_and_each_is_told_in_one_piece(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(monkeypatch, "first", "one-other,two-more+other-one,more-two") == 0
    text = " ".join(capfdbinary.readouterr().out.decode().split())
    places = [text.index(f"== {name} this is {name.partition('-')[0]}") for name in ("first", "one-other", "two-more")]
    beside = [text.index(f"== {name} this is {name.partition('-')[0]}") for name in ("other-one", "more-two")]
    assert places + beside == sorted(places + beside)
    assert "all passed in" in text


def test_what_fails_stops_what_runs_beside_and_what_would_follow(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # As where a shell starts it in the background.
    start = time.monotonic()
    assert run(monkeypatch, "long,never+bad-long,after", "last") == 7
    assert time.monotonic() - start < steps.PATIENCE
    text = capfdbinary.readouterr().out.decode()
    assert "this is bad" in text
    assert "bad-long failed after" in text
    assert {path.name for path in tmp_path.iterdir()} == {"long", "bad"}


def test_what_failed_is_not_hidden_by_what_was_stopped(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(monkeypatch, "bad-long+long") == 7
    text = capfdbinary.readouterr().out.decode()
    assert "this is bad" in text
    assert "this is long" not in text
    assert "bad-long failed after" in text


def test_what_is_stopped_from_without_is_told_up_to_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def interrupt(_self: object) -> None:
        while not (tmp_path / "long").exists():
            time.sleep(0.01)
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(Future, "result", interrupt)
    with pytest.raises(KeyboardInterrupt):
        run(monkeypatch, "one-more-never+more,long")
    text = capfdbinary.readouterr().out.decode()
    assert "this is more" in text
    assert "stopped after" in text


def test_the_longest_is_named_first() -> None:
    assert steps.report({"a": 1, "b": 2.4}, 3, "all passed in") == "all passed in 3 s: b 2 s, a 1 s"
