"""A picture's shape is read from the file."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest

from generator.publishing.assets.pictures import embed, measure, read_marks

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


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.svg", b'<svg viewBox="0 0 1 1" fill=\'#fff\'><g title="50%"/></svg>', "image/svg+xml"),
        ("a.png", PNG + bytes(range(256)), "image/png"),
        ("a.png", PNG + b"\x00" * 1000, ""),
        ("a.gif", b"GIF", ""),
    ],
)
def test_small_pictures_come_with_the_page(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    address = embed(path)
    if kind:
        head, _, rest = address.partition(",")
        assert (head, unquote_to_bytes(rest)) == (f"data:{kind}", data)
        assert not set(address) & set('"<>#&\n')
    else:
        assert address == ""
    assert embed(tmp_path / "none.svg") == ""


SPRITE = """<svg xmlns="a"><!-- Marks. -->
<symbol id="one" viewBox="0 0 48 48" fill="none"><path d="M6 4"/><g><circle r="5"></circle></g></symbol>
<symbol viewBox="0 0 9 9" id="two"> <rect/> </symbol>
<symbol id="named" viewBox="0 0 9 9"><path id="p" d=""/></symbol>
<symbol id="loud" viewBox="0 0 9 9"><path onclick="alert()" d=""/></symbol>
<symbol id="slashed" viewBox="0 0 9 9"><path/onclick="alert()" d=""/></symbol>
<symbol id="close" viewBox="0 0 9 9"><path d=""onclick="alert()"/></symbol>
<symbol id="far" viewBox="0 0 9 9"><use xlink:href="#p"/></symbol>
<symbol id="script" viewBox="0 0 9 9"><script>alert()</script></symbol>
<symbol id="styled" viewBox="0 0 9 9" style="color:red"><path/></symbol>
</svg>"""


def use(name: str, address: str = "../a/marks.svg") -> str:
    return f'<p><svg class="m" aria-hidden="true"><use xlink:href="{address}#{name}"></use></svg>.</p>'


def test_few_marks_are_drawn_in_the_page() -> None:
    marks = read_marks(SPRITE)
    assert set(marks.shapes) == {"one", "two"}
    head = '<svg class="m" aria-hidden="true" viewBox='
    one = f'{head}"0 0 48 48" fill="none"><path d="M6 4"/><g><circle r="5"></circle></g>'
    two = f'{head}"0 0 9 9"><rect/>'
    assert marks.draw(f"a{use('one')}b{use('two')}c", "a/marks.svg") == (f"a<p>{one}</svg>.</p>b<p>{two}</svg>.</p>c")


@pytest.mark.parametrize(
    "page",
    [
        "<p>None.</p>",
        use("one") + use("named"),
        use("gone"),
        use("one", "../b/marks.svg"),
        use("one") * 40,
    ],
    ids=["none", "one of them may not", "unknown", "another picture", "too many"],
)
def test_other_marks_stay_where_they_are(page: str) -> None:
    assert read_marks(SPRITE).draw(page, "a/marks.svg") == page
