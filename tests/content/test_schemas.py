"""What text editors go by in this repository: made from its own words, and so that it refuses nothing of its own."""

from __future__ import annotations

import pytest

from generator.editing.schema import made_schemas
from tests.conftest import REPOSITORY
from tests.unit.editing.test_agreeing import read_faults

MADE = made_schemas(REPOSITORY)


@pytest.mark.parametrize(("path", "text"), MADE.items(), ids=list(MADE))
def test_schema_has_the_words_of_the_lists(path: str, text: str) -> None:
    assert (REPOSITORY / path).read_text(encoding="utf-8") == text, "run `careers schema`"


def test_no_file_is_refused() -> None:
    found = read_faults(REPOSITORY)
    assert len(found) > 40
    assert {place: faults for place, faults in found.items() if faults} == {}
