"""What tests reach of the scripts: letters of code that ran in any page, by V8's reports."""

from __future__ import annotations

import json
from pathlib import Path

from tools.reached import find_code, find_reached, main, measure

TEXT = """/** A "quoted" comment. */
const a = "// no comment"; // one
const b = / \\/* no comment/;
function never() { return `/* ${a} */`; }
"""


def count(start: str, end: str, times: int) -> dict[str, int]:
    """A range of the text from one place to another."""
    at = TEXT.index(start)
    return {"startOffset": at, "endOffset": TEXT.index(end, at) + len(end), "count": times}


def test_blanks_and_comments_are_no_code() -> None:
    code = find_code(TEXT)
    kept = "".join(sign for sign, is_code in zip(TEXT, code, strict=True) if is_code)
    assert kept.startswith('consta="// no comment";constb=')
    assert "one" not in kept
    assert "`/* ${a} */`" in kept


def test_the_inner_range_says_how_often() -> None:
    outer, inner = count("/**", "}\n", 1), count("function", "}", 0)
    reached = find_reached([{"ranges": [inner]}, {"ranges": [outer]}], len(TEXT))
    assert reached[0] == reached[TEXT.index("const b")] == 1
    assert reached[TEXT.index("never")] == 0


def test_pages_and_reports_are_joined_and_elements_left_out(tmp_path: Path) -> None:
    assets, reports = tmp_path / "assets", tmp_path / "reports"
    for name in ("kept/x.js", "elements/map/element.js", "elements/map/unseen.js"):
        (assets / name).parent.mkdir(parents=True, exist_ok=True)
        (assets / name).write_text("ab", encoding="utf-8")
    reports.mkdir()
    for number, start in enumerate((0, 1)):
        script = {"startOffset": 0, "endOffset": 2, "count": 0}
        part = {"startOffset": start, "endOffset": start + 1, "count": 1}
        result = [{"url": (assets / "kept/x.js").as_uri(), "functions": [{"ranges": [script, part]}]}] * 2
        (reports / f"{number}.json").write_text(json.dumps({"result": result}), encoding="utf-8")
    assert measure(reports, assets) == {"elements/map/unseen.js": (2, 0), "kept/x.js": (2, 2)}


def test_without_reports_nothing_is_said_to_be_reached(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 2
