"""The other content with which `tools/proof.py` shows that code knows none."""

from __future__ import annotations

from pathlib import Path

from tools import proof


def test_a_field_goes_with_its_occupations_and_others_stay(project: Path) -> None:
    before = proof.read(project / "content/vocabulary/fields.yml")
    # As where each field has many, so that the last occupations are not all of one.
    for path in [*(project / "occupations").glob("*.yml")]:
        for number in range(proof.FEWER):
            proof.write(path.with_stem(f"{path.stem}-{number}"), proof.read(path))
    count = len([*(project / "occupations").glob("*.yml")])
    proof.take(project)
    after = proof.read(project / "content/vocabulary/fields.yml")
    (gone,) = before.keys() - after.keys()
    assert gone not in proof.read(project / "content/ways/fields.yml")
    left = [proof.read(path)["field"] for path in (project / "occupations").glob("*.yml")]
    assert gone not in left
    assert 0 < len(left) <= count - proof.FEWER
