"""A picture's shape is read from the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publishing.assets.pictures import measure

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x04\xb0\x00\x00\x02\x76\x08\x02"


@pytest.mark.parametrize(
    ("data", "shape"),
    [
        (b'<?xml version="1.0"?><svg xmlns="a" viewBox="0 0 32 16.4"><g/></svg>', (32, 16)),
        (b"<svg\n viewBox = '-5,-5,100,50'>", (100, 50)),
        (b'<svg width="3"><svg data-viewBox="0 0 1 1">', None),
        (b'<svg viewBox="0 0 0 5">', None),
        (PNG, (1200, 630)),
        (PNG[:20], None),
        (b"\xff\xd8\xff", None),
        (b"", None),
    ],
)
def test_shape_is_that_of_the_file(tmp_path: Path, data: bytes, shape: tuple[int, int] | None) -> None:
    path = tmp_path / "logo"
    path.write_bytes(data)
    assert measure(path) == shape


def test_no_picture_has_no_shape(tmp_path: Path) -> None:
    assert measure(tmp_path / "none") is None
