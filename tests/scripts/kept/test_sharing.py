"""Results in a link: all that goes in comes out, and nothing else is taken."""

from __future__ import annotations

import base64
import datetime
import itertools
import random
from collections.abc import Iterable
from typing import Any

import pytest

from tests.scripts.node.running import Json, Modules, as_map
from tests.scripts.quizzes import answer, make_quizzes

TODAY = "2026-11-24"
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
WEIGHTS = {"interests": 0.5, "skills": 0.3, "values": 0.2, "environment": 0}
FORMS = [("interests", "quick"), ("interests", "full"), ("values", "full"), ("skills", "full"), ("environment", "full")]


def make_record(kind: str, form: str = "full", seed: int = 1, date: str = TODAY) -> Json:
    return {"quiz": kind, "form": form, "date": date, "answers": answer(make_quizzes()[kind], seed, form)}


def make_shared(*records: Json, levels: Iterable[int] = (1, 2, 4), weights: Json | None = None) -> Json:
    return {"records": list(records), "levels": list(levels), "weights": weights or WEIGHTS}


def encode(modules: Modules, shared: Json) -> str:
    records = [record | {"answers": as_map(record["answers"])} for record in shared["records"]]
    text: str = modules.call("kept/sharing", "encode", shared | {"records": records}, as_map(make_quizzes()))
    return text


def decode(modules: Modules, text: str, today: str = TODAY) -> Any:
    return modules.call("kept/sharing", "decode", text, as_map(make_quizzes()), today)


def decode_all(modules: Modules, texts: list[str]) -> list[Any]:
    body = "return given.texts.map((text) => decode(text, given.quizzes, given.today));"
    quizzes = as_map(make_quizzes())
    found: list[Any] = modules.run("kept/sharing", body, texts=texts, quizzes=quizzes, today=TODAY)
    return found


# The same format, written here anew, without any check.


def checksum(data: bytes) -> bytes:
    """Fletcher-16."""
    low = high = 0
    for byte in data:
        low = (low + byte) % 255
        high = (high + low) % 255
    return bytes([low, high])


def pack(answers: Iterable[int], padding: str = "0") -> bytes:
    bits = "".join(f"{value:03b}" for value in answers)
    bits += padding * (-len(bits) % 8)
    return bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))


def write_entry(
    kind: str,
    answers: Iterable[int] | bytes,
    *,
    stamp: str | None = None,
    form: int = 1,
    date: str = TODAY,
    length: int | None = None,
) -> bytes:
    days = (datetime.date.fromisoformat(date) - datetime.date(2020, 1, 1)).days
    packed = answers if isinstance(answers, bytes) else pack(answers)
    head = bytes.fromhex(stamp or make_quizzes()[kind]["stamp"])
    return head + bytes([len(packed) + 3 if length is None else length, form, days >> 8, days & 255]) + packed


def write_link(
    *entries: bytes, version: int = 1, levels: int = 0b01011, weights: Iterable[int] = (50, 30, 20, 0)
) -> str:
    data = bytes([version, levels, *weights]) + b"".join(entries)
    return base64.urlsafe_b64encode(data + checksum(data)).decode().rstrip("=")


VALUES = [1 + place % 2 for place in range(15)]
SKILLS = [1 + place % 4 for place in range(6)]
GOOD = write_entry("skills", SKILLS)


def test_link_is_what_the_format_says(modules: Modules) -> None:
    answers = dict(zip((item["key"] for item in make_quizzes()["skills"]["items"]), SKILLS, strict=True))
    record = {"quiz": "skills", "form": "full", "date": "2026-11-20", "answers": answers}
    link = encode(modules, make_shared(record))
    assert link == write_link(write_entry("skills", SKILLS, date="2026-11-20"))
    assert decode(modules, link) == {"shared": make_shared(record), "unknown": 0}


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("count", range(1, 6))
def test_what_goes_in_comes_out(modules: Modules, count: int, seed: int) -> None:
    rng = random.Random(f"{count} {seed}")  # noqa: S311
    for forms in itertools.combinations(FORMS, count):
        if len({kind for kind, _ in forms}) < count:
            continue
        dates = [str(datetime.date(2020, 1, 1) + datetime.timedelta(rng.randrange(2519))) for _ in forms]
        records = [make_record(*form, rng.randrange(10**6), date) for form, date in zip(forms, dates, strict=True)]
        weights = {kind: rng.randint(0, 100) / 100 for kind in WEIGHTS}
        levels = [level for level in range(1, 6) if rng.randrange(2)]
        shared = make_shared(*records, levels=levels, weights=weights)
        assert decode(modules, encode(modules, shared)) == {"shared": shared, "unknown": 0}


def test_a_result_with_a_changed_question_comes_out_with_its_gap(modules: Modules) -> None:
    record = make_record("interests")
    record["answers"].pop(next(iter(record["answers"])))
    shared = decode(modules, encode(modules, make_shared(record)))["shared"]
    assert shared["records"] == [record]
    # One of an assessment in which each answer stands for itself is not whole without it.
    skills = make_record("skills")
    skills["answers"].pop("skill-1")
    assert decode(modules, encode(modules, make_shared(skills))) == {"fault": "content"}


@pytest.mark.parametrize("date", ["2020-01-01", "2020-02-29", "2026-11-23", "2026-11-24"])
def test_each_day_since_2020_comes_out(modules: Modules, date: str) -> None:
    found = decode(modules, encode(modules, make_shared(make_record("skills", date=date))))
    assert found["shared"]["records"][0]["date"] == date


def test_a_day_of_a_clock_that_was_wrong_can_be_read(modules: Modules) -> None:
    found = decode(modules, encode(modules, make_shared(make_record("skills", date="1970-01-01"))))
    assert found["shared"]["records"][0]["date"] == "2020-01-01"


def test_quiz_that_is_not_known_is_left_out(modules: Modules) -> None:
    other = make_record("skills") | {"quiz": "other"}
    assert encode(modules, make_shared(other, make_record("values"))) == encode(
        modules, make_shared(make_record("values"))
    )


@pytest.mark.parametrize("form", FORMS, ids="-".join)
def test_no_single_character_can_be_changed(modules: Modules, form: tuple[str, str]) -> None:
    link = encode(modules, make_shared(make_record(*form, 7)))
    changed = [link[:at] + sign + link[at + 1 :] for at in range(len(link)) for sign in SIGNS if sign != link[at]]
    assert len(changed) == 63 * len(link)
    assert [
        text for text, found in zip(changed, decode_all(modules, changed), strict=True) if "fault" not in found
    ] == []


def test_no_two_characters_can_change_places(modules: Modules) -> None:
    link = encode(modules, make_shared(make_record("interests"), make_record("values")))
    pairs = [(a, b) for a, b in itertools.pairwise(range(len(link))) if link[a] != link[b]]
    changed = [link[:a] + link[b] + link[a] + link[b + 1 :] for a, b in pairs]
    assert [
        text for text, found in zip(changed, decode_all(modules, changed), strict=True) if "fault" not in found
    ] == []


def test_shortened_link_is_refused(modules: Modules) -> None:
    link = encode(modules, make_shared(make_record("interests"), make_record("values")))
    short = [link[:end] for end in range(len(link))] + [link[start:] for start in range(1, len(link))]
    assert [text for text, found in zip(short, decode_all(modules, short), strict=True) if "fault" not in found] == []


def test_lengthened_link_is_refused(modules: Modules) -> None:
    link = encode(modules, make_shared(make_record("values")))
    longer = [link + more for count in (1, 2) for more in map("".join, itertools.product(SIGNS, repeat=count))]
    longer += [link + link, "A" + link, link + "=", link + "AAAA"]
    assert [text for text, found in zip(longer, decode_all(modules, longer), strict=True) if "fault" not in found] == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "length"),
        (" ", "characters"),
        ("AQ AQ", "characters"),
        ("Ä" * 20, "characters"),
        ("AQ%2DAQ", "characters"),
        ("AQ+/AQ==", "characters"),
        ("AQAQ\n", "characters"),
        ("<script>", "characters"),
        ("constructor.prototype", "characters"),
        ("A", "length"),
        ("AQAQA", "length"),
        ("AQ", "length"),
        ("AQAAAAAAAA", "length"),
        ("A" * 1201, "length"),
        ("A" * 100_000, "length"),
        ("A" * 11, "version"),
        ("__proto__", "length"),
        ("__proto__AAA", "version"),
        ("constructor", "version"),
    ],
)
def test_text_that_is_no_link_is_refused(modules: Modules, text: str, fault: str) -> None:
    assert decode(modules, text) == {"fault": fault}


@pytest.mark.parametrize("seed", range(5))
def test_noise_is_refused(modules: Modules, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    noise = ["".join(rng.choices(SIGNS, k=rng.randrange(1, 200))) for _ in range(500)]
    noise += ["AQ" + text for text in noise]
    assert [text for text, found in zip(noise, decode_all(modules, noise), strict=True) if "fault" not in found] == []


def test_bits_that_no_byte_needs_are_zero(modules: Modules) -> None:
    """Of the last two characters of 31 bytes, eight bits count and four do not."""
    link = write_link(write_entry("values", VALUES), GOOD)
    data = base64.urlsafe_b64decode(link + "==")
    other = link[:-1] + SIGNS[SIGNS.index(link[-1]) ^ 1]
    assert len(data) == 31
    assert base64.urlsafe_b64decode(other + "==") == data
    assert decode(modules, other) == {"fault": "characters"}


# Well formed, with the right checksum, but not what `encode` would have written.


def test_good_link_is_taken(modules: Modules) -> None:
    """All those below are this one with one thing wrong."""
    found = decode(modules, write_link(write_entry("values", VALUES), GOOD))
    assert [record["quiz"] for record in found["shared"]["records"]] == ["values", "skills"]


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        (write_link(GOOD, version=0), "version"),
        (write_link(GOOD, version=2), "version"),
        (write_link(GOOD, version=255), "version"),
        (write_link(GOOD, levels=32), "content"),
        (write_link(GOOD, levels=255), "content"),
        (write_link(GOOD, weights=(101, 0, 0, 0)), "content"),
        (write_link(GOOD, weights=(0, 0, 0, 255)), "content"),
        (write_link(), "length"),
        (write_link(GOOD, GOOD), "content"),
        (write_link(GOOD, write_entry("skills", [4] * 6)), "content"),
        (write_link(GOOD + b"\x00"), "length"),
        (write_link(GOOD[:-1]), "length"),
        (write_link(GOOD, b"\xff\xee\x00"), "length"),
        (write_link(GOOD, write_entry("values", b"", length=0)), "length"),
        (write_link(GOOD, write_entry("values", b"", length=3)), "length"),
        (write_link(GOOD, write_entry("values", b"", length=255)), "length"),
        (write_link(write_entry("skills", [0, *SKILLS[1:]])), "content"),
        (write_link(write_entry("skills", [*SKILLS[:-1], 5])), "content"),
        (write_link(write_entry("skills", [7] * 6)), "content"),
        (write_link(write_entry("values", [3, *VALUES[1:]])), "content"),
        (write_link(write_entry("skills", SKILLS[:2])), "content"),
        (write_link(write_entry("skills", [*SKILLS, 0, 0, 0])), "content"),
        (write_link(write_entry("skills", pack(SKILLS) + b"\x00")), "content"),
        (write_link(write_entry("skills", pack(SKILLS, padding="1"))), "content"),
        (write_link(write_entry("values", pack(VALUES, padding="1"))), "content"),
        (write_link(write_entry("skills", SKILLS, form=2)), "content"),
        (write_link(write_entry("skills", SKILLS, form=255)), "content"),
        (write_link(write_entry("skills", SKILLS, form=0)), "content"),
        (write_link(write_entry("skills", [0, 0], form=0)), "content"),
        (write_link(write_entry("interests", [3] * 30)), "content"),
        (write_link(write_entry("interests", [3] * 60, form=0)), "content"),
        (write_link(write_entry("skills", SKILLS, date="2026-11-27")), "content"),
        (write_link(write_entry("skills", SKILLS, date="2199-06-05")), "content"),
        (write_link(write_entry("skills", SKILLS, stamp="000000")), "changed"),
        (
            write_link(write_entry("skills", [7] * 6, stamp="000000"), write_entry("values", b"\xff", stamp="010101")),
            "changed",
        ),
    ],
)
def test_link_that_encode_would_not_write_is_refused(modules: Modules, link: str, fault: str) -> None:
    assert decode(modules, link) == {"fault": fault}


def test_assessment_that_has_changed_is_counted(modules: Modules) -> None:
    changed = write_entry("values", VALUES, stamp="abcdef")
    alone = decode(modules, write_link(GOOD))
    for entries in ((changed, GOOD), (GOOD, changed)):
        assert decode(modules, write_link(*entries)) == alone | {"unknown": 1}
    assert decode(modules, write_link(changed, GOOD, changed)) == alone | {"unknown": 2}


def test_day_may_have_begun_elsewhere(modules: Modules) -> None:
    """Who shares a result in Auckland is a day ahead of who reads it in New York."""
    found = decode(modules, write_link(write_entry("skills", SKILLS, date="2026-11-25")), "2026-11-24")
    assert "fault" not in found


def test_whole_reader_fits_into_a_link(modules: Modules) -> None:
    shared = make_shared(*[make_record(kind) for kind in make_quizzes()])
    link = encode(modules, shared)
    # 6 for the head, 4 x 7 for the heads of the four, 180, 45, 18 and 18 bits of answers, 2 for the checksum.
    assert len(link) == -(-(6 + 4 * 7 + 23 + 6 + 3 + 3 + 2) * 4 // 3)
    assert len(decode(modules, link)["shared"]["records"]) == 4
