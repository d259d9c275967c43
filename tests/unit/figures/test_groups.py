from __future__ import annotations

from generator.figures.groups import add_parts
from generator.figures.releases.reading import Rows


def parts(codes: str, known: str = "") -> dict[str, str]:
    rows: Rows = {code: {} for code in codes.split()}
    add_parts(rows, known.split())
    return {code: row.get("parts", "") for code, row in rows.items()}


def test_a_group_names_its_members_and_one_of_a_single_member_goes() -> None:
    found = parts("00-0000 21-0000 21-1000 21-1020 21-1021 21-1022 21-1090 21-1091")
    assert found == {
        "00-0000": "", "21-1000": "21-1021|21-1022|21-1091", "21-1020": "21-1021|21-1022", "21-1021": "",
        "21-1022": "", "21-1091": "",
    }  # fmt: skip


def test_a_code_that_is_not_known_stands_for_those_near_by_that_have_no_row() -> None:
    known = "21-1011 21-1012 21-1014 31-1121 31-1122"
    assert parts("21-1010 21-1012 21-1018 31-1120", known) == {
        "21-1010": "21-1011|21-1012|21-1014", "21-1012": "", "21-1018": "21-1011|21-1014", "31-1120": "31-1121|31-1122"
    }  # fmt: skip


def test_a_code_without_known_members_is_left_as_it_is() -> None:
    assert parts("31-1120 53-7199") == {"31-1120": "", "53-7199": ""}


def test_another_classification_has_no_groups() -> None:
    assert parts("1110 1111 1112") == {"1110": "", "1111": "", "1112": ""}
