"""What text editors go by in this repository refuses nothing of its own."""

from __future__ import annotations

from tests.conftest import REPOSITORY
from tests.unit.editing.test_agreeing import read_faults


def test_no_file_is_refused() -> None:
    found = read_faults(REPOSITORY)
    assert len(found) > 40
    assert {place: faults for place, faults in found.items() if faults} == {}
