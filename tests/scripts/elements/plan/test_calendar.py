"""The calendar file: read by a library that follows the standard, byte by byte where the standard counts bytes."""

from __future__ import annotations

import datetime
import json
import random
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from icalendar import Calendar

from generator.model.site import Site
from tests.conftest import CASES, UPDATE
from tests.making import render_data
from tests.scripts.node.running import Json, Modules

GOLDEN = CASES / "calendar.ics"
NOW = datetime.datetime(2026, 11, 24, 18, 6, 3, tzinfo=datetime.UTC)
BEFORE = datetime.datetime(2026, 11, 20, 7, 0, 0, tzinfo=datetime.UTC)
SITE = {"name": "Career guides", "url": "https://careers.example.org/"}
PLAN = "https://careers.example.org/plan/"
TEXT = {"name": "Career plan", "description": "From {site}: {address}", "alarm": "Today: {text}"}
OPTIONS = {"site": SITE, "address": PLAN, "text": TEXT}
WRITE = "return writeCalendar(given.events, given.gone, {...given.options, now: new Date(given.now)});"

# What a reader may write, each of them to come through as it is.
TEXTS = {
    "html": '<script>alert("1")</script> & <b>bold</b> &amp; <!-- -->',
    "formula": '=HYPERLINK("http://x.example","y")',
    "formulas": "+1 -1 @SUM(A1:A9) \t=1+1",
    "emoji": "\U0001f469\U0001f3fd\u200d\U0001f52c visits \U0001f3f4\U000e0067\U000e0062\U000e007f; then, 🎉",
    "right to left": "\u202bשלם, ערב; اَلْعَرَبِيَّةُ\u202c \u200fend",
    "long": ("Call, write; then \\ wait. Größe 10 € 🎈 " * 200)[:5000],
    "one long word": "x" * 5000,
    "emoji only": "🎈" * 2500,
    "backslashes": "C:\\new\\notes \\\\server\\share \\, \\; \\N \\n \\",
    "backslashes only": "\\" * 500,
    "separators": ";,:;,:\"';,^n^'^^",
    "looks like a file": "BEGIN:VEVENT\nEND:VCALENDAR\n SUMMARY:x",
    "lines": "one\n\ntwo\n three\n\tfour\n",
    "blanks": "  in front and behind  ",
    "blanks only": " " * 200,
    "placeholders": "{text} {address} {site} $& $1 $$",
    "combining": "e\u0301" * 100,
    "signs that some take for a line break": "a\u2028b\u2029c",
    "byte order mark": "\ufeffx\ufeff",
    "one letter": "x",
}


def make_event(**values: Any) -> Json:
    """An event as plan and worksheets hand it over."""
    changed = int(BEFORE.timestamp() * 1000)
    return {"uid": "a1", "day": "2026-12-01", "text": "Ask Ada", "revision": 0, "changed": changed} | values


def write(modules: Modules, events: list[Json], gone: Sequence[Json] = (), **options: Any) -> str:
    """The content of the file; `options` replace those of `writeCalendar`."""
    found: str = modules.run(
        "elements/plan/calendar", WRITE, events=events, gone=list(gone), now=NOW.isoformat(), options=OPTIONS | options
    )
    return found


def read(content: str) -> list[Any]:
    """The events of a file that follows the standard in every point; fails where it does not."""
    check_lines(content)
    calendar: Any = Calendar.from_ical(content.encode())
    calendar.validate()
    assert [component.errors for component in calendar.walk() if component.errors] == []
    assert (calendar["VERSION"], calendar["CALSCALE"], calendar["METHOD"]) == ("2.0", "GREGORIAN", "PUBLISH")
    events: list[Any] = calendar.events
    assert calendar.subcomponents == events
    for event in events:
        assert all(not isinstance(event[name], list) for name in event)
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        assert type(start) is datetime.date
        assert end - start == datetime.timedelta(days=1)
        assert event.decoded("DTSTAMP") == NOW
        assert event.decoded("LAST-MODIFIED") <= NOW
        if event.get("STATUS") == "CANCELLED":
            assert event.subcomponents == []
            continue
        (alarm,) = event.subcomponents
        assert alarm.name == "VALARM"
        assert (alarm["ACTION"], alarm.decoded("TRIGGER")) == ("DISPLAY", datetime.timedelta(hours=9))
    return events


def check_lines(content: str) -> None:
    """Each line ends in CRLF and has at most 75 octets, and no character is torn apart."""
    data = content.encode()
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\r") == data.count(b"\n") == data.count(b"\r\n")
    lines = data.split(b"\r\n")[:-1]
    assert max(map(len, lines)) <= 75
    for line, following in pairwise([*lines, b""]):
        assert line != b""
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line)
        text = line.decode()  # Raises where a sequence is torn.
        if following.startswith(b" "):
            backslashes = len(text) - len(text.rstrip("\\"))
            assert backslashes % 2 == 0, "an escape is torn"
            # As full as it can be: the next character, with its escape, had no room.
            piece = re.match(r"\\?.", following.decode()[1:], re.DOTALL)
            assert piece is not None
            assert len(line) + len(piece[0].encode()) > 75


def unfold(content: str) -> list[str]:
    """The lines as they were before they were folded."""
    return content.replace("\r\n ", "").split("\r\n")[:-1]


def unescape(text: str) -> str:
    """RFC 5545, 3.3.11, from left to right."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text, flags=re.DOTALL)


def value(content: str, name: str) -> str:
    """The text of a property that stands once."""
    (found,) = [line for line in unfold(content) if line.startswith(f"{name}:")]
    return unescape(found.removeprefix(f"{name}:"))


def test_file_is_exactly_this(modules: Modules) -> None:
    events = [
        make_event(uid="m3x9-1", text="Shadow a nurse; ask about nights, pay", about="Ward 3\nRing first", revision=2),
        make_event(uid="k2-date-0-by", day="2027-02-28", text="Größe 🎈 " * 12, url=f"{PLAN}booklet/", changed=0),
    ]
    content = write(modules, events)
    read(content)
    if UPDATE:
        GOLDEN.write_text(content.replace("\r\n", "\n"), encoding="utf-8", newline="\n")
    assert content == GOLDEN.read_text(encoding="utf-8").replace("\n", "\r\n")


def test_what_holds_no_more_is_canceled_without_a_word_of_it(modules: Modules) -> None:
    (event,) = read(write(modules, [], [{"uid": "a1", "day": "2026-12-01", "revision": 4}]))
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == ("a1@careers.example.org", 4, "CANCELLED")
    assert event["SUMMARY"] == TEXT["name"]
    assert event.decoded("DTSTART") == datetime.date(2026, 12, 1)
    assert "DESCRIPTION" not in event


def test_event_says_what_it_is_about(modules: Modules) -> None:
    sheet = "https://careers.example.org/worksheets/job-shadowing/"
    (event,) = read(write(modules, [make_event(text="Ring the ward", about="Ask for Ada.", url=sheet, revision=3)]))
    assert event["UID"] == "a1@careers.example.org"
    assert event["SUMMARY"] == "Ring the ward"
    assert event["DESCRIPTION"] == f"Ask for Ada.\n\nFrom Career guides: {sheet}"
    assert event["URL"] == sheet
    assert event["SEQUENCE"] == 3
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["CLASS"] == "PRIVATE"
    assert event["CATEGORIES"].cats == ["Career plan"]
    assert event.decoded("DTSTART") == datetime.date(2026, 12, 1)
    assert event.decoded("LAST-MODIFIED") == BEFORE
    assert event.subcomponents[0]["DESCRIPTION"] == "Today: Ring the ward"


@pytest.mark.parametrize("values", [{}, {"url": ""}, {"url": None}], ids=str)
def test_event_without_an_address_leads_to_the_plan(modules: Modules, values: Json) -> None:
    (event,) = read(write(modules, [make_event(**values)]))
    assert event["URL"] == PLAN
    assert event["DESCRIPTION"] == f"From Career guides: {PLAN}"


def test_address_cannot_add_lines(modules: Modules) -> None:
    content = write(modules, [make_event(url=f"{PLAN}\r\nATTENDEE:mailto:x@example.org")])
    (event,) = read(content)
    assert "ATTENDEE" not in event
    assert event["URL"] == f"{PLAN}ATTENDEE:mailto:x@example.org"


def test_calendar_has_its_name_in_both_ways(modules: Modules) -> None:
    content = write(modules, [make_event()], text=TEXT | {"name": "Plan; mine, \\ yours"})
    read(content)
    assert value(content, "NAME") == value(content, "X-WR-CALNAME") == "Plan; mine, \\ yours"


def test_words_of_the_site_fill_the_file(modules: Modules, small_site: Site) -> None:
    words = json.loads(render_data(small_site)["data/plan.json"])["text"]["calendar"]
    content = write(modules, [make_event()], text=words)
    (event,) = read(content)
    assert event["DESCRIPTION"] == words["description"].format(site=SITE["name"], address=PLAN)
    assert event.subcomponents[0]["DESCRIPTION"] == words["alarm"].format(text="Ask Ada")
    assert value(content, "X-WR-CALNAME") == words["name"]
    assert "{date}" in words["file_name"]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text_comes_through_as_it_is(modules: Modules, text: str) -> None:
    content = write(modules, [make_event(text=text, about=text)])
    (event,) = read(content)
    own, alarm = [line for line in unfold(content) if line.startswith("DESCRIPTION:")]
    assert value(content, "SUMMARY") == text
    assert unescape(own) == f"DESCRIPTION:{text}\n\nFrom Career guides: {PLAN}"
    assert unescape(alarm) == f"DESCRIPTION:Today: {text}"
    assert event["SUMMARY"] == text
    assert event["DESCRIPTION"] == f"{text}\n\nFrom Career guides: {PLAN}"


@pytest.mark.parametrize(("text", "expected"), [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\n\rb", "a\n\nb")])
def test_every_kind_of_line_break_is_one(modules: Modules, text: str, expected: str) -> None:
    content = write(modules, [make_event(text=text)])
    read(content)
    assert value(content, "SUMMARY") == expected


def test_control_characters_are_left_out(modules: Modules) -> None:
    control = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)]
    content = write(modules, [make_event(text="a\t" + "".join(map(chr, control)) + "b\\" + chr(7) + "n")])
    read(content)
    assert value(content, "SUMMARY") == "a\tb\\n"


def test_half_a_pair_is_left_out(modules: Modules) -> None:
    """A text that was cut to a length may end in half an emoji; a file cannot hold that."""
    body = """
      const event = {...given.event, text: "a\\ud83db\\udf88c" + "🎈".repeat(50) + "\\ud83d"};
      return writeCalendar([event], [], {...given.options, now: new Date(given.now)});
    """
    content = modules.run("elements/plan/calendar", body, event=make_event(), options=OPTIONS, now=NOW.isoformat())
    read(content)
    assert value(content, "SUMMARY") == "abc" + "🎈" * 50


@pytest.mark.parametrize("size", [1, 2, 3, 4])
@pytest.mark.parametrize("shift", range(8))
def test_no_character_is_torn_wherever_the_fold_falls(modules: Modules, size: int, shift: int) -> None:
    text = "x" * shift + {1: ";", 2: "ö", 3: "€", 4: "🎈"}[size] * 150
    content = write(modules, [make_event(text=text)])
    read(content)
    assert value(content, "SUMMARY") == text


def test_folding_takes_nothing_away_from_random_texts(modules: Modules) -> None:
    rng = random.Random(20261124)  # noqa: S311
    signs = "a ;,\\:\n\"'=<é€🎈\u0301\u05d0\u2028\U000e0067" + "n" * 3
    texts = ["".join(rng.choices(signs, k=rng.randint(1, 400))) for _ in range(300)]
    content = write(modules, [make_event(uid=f"u{at}", text=text) for at, text in enumerate(texts)])
    assert [str(event["SUMMARY"]) for event in read(content)] == texts
    lines = [line for line in unfold(content) if line.startswith("SUMMARY:")]
    assert [unescape(line.removeprefix("SUMMARY:")) for line in lines] == texts


@pytest.mark.parametrize(
    ("day", "following"),
    [
        ("2026-11-30", "20261201"),
        ("2026-12-31", "20270101"),
        ("2027-02-28", "20270301"),
        ("2028-02-28", "20280229"),
        ("2028-02-29", "20280301"),
        ("2100-02-28", "21000301"),
        ("2000-02-29", "20000301"),
        ("2026-03-29", "20260330"),
        ("2026-10-25", "20261026"),
        ("0001-01-01", "00010102"),
        ("9999-12-30", "99991231"),
    ],
)
def test_event_ends_on_the_day_after(modules: Modules, day: str, following: str) -> None:
    content = write(modules, [make_event(day=day)])
    (event,) = read(content)
    assert event.decoded("DTSTART").isoformat() == day
    assert f"\r\nDTEND;VALUE=DATE:{following}\r\n" in content


@pytest.mark.parametrize(
    "day",
    [
        "2026-02-29",
        "2100-02-29",
        "2026-11-31",
        "2026-13-01",
        "2026-00-10",
        "2026-01-00",
        "0000-01-01",
        "9999-12-31",
        "10000-01-01",
        "+002026-01-01",
        "2026-1-1",
        "20261201",
        "2026-12-01T10:00",
        " 2026-12-01",
        "2026-12-01\r\nX:1",
        "tomorrow",
        "",
        None,
        20261201,
        ["2026-12-01"],
        {},
    ],
)
def test_impossible_day_is_left_out_and_the_rest_stays(modules: Modules, day: Any) -> None:
    (event,) = read(write(modules, [make_event(uid="bad", day=day), make_event(uid="good")]))
    assert event["UID"] == "good@careers.example.org"
    assert write(modules, [make_event(day=day)]) == ""


def test_without_events_there_is_no_file(modules: Modules) -> None:
    assert write(modules, []) == ""


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://careers.example.org/", "careers.example.org"),
        ("https://careers.example.org", "careers.example.org"),
        ("https://example.org/guides/careers", "example.org"),
        ("http://127.0.0.1:8000/", "127.0.0.1"),
        ("https://example.org?x", "example.org"),
        ("", "career-guides"),
        ("careers", "career-guides"),
        ("file:///srv/site/", "career-guides"),
        (None, "career-guides"),
    ],
)
def test_uid_ends_in_the_host_of_the_site(modules: Modules, url: str | None, host: str) -> None:
    (event,) = read(write(modules, [make_event(uid="m3x-9")], site={"name": "Career guides", "url": url}))
    assert event["UID"] == f"m3x-9@{host}"


def test_second_import_updates_the_first(modules: Modules) -> None:
    later = int(NOW.timestamp() * 1000) - 1000
    first = read(write(modules, [make_event(revision=4), make_event(uid="b2", revision=1)]))
    second = read(
        write(
            modules, [make_event(day="2026-12-24", text="Ask Grace", revision=5, changed=later), make_event(uid="b2")]
        )
    )
    assert [event["UID"] for event in second] == [event["UID"] for event in first]
    assert second[0]["SEQUENCE"] > first[0]["SEQUENCE"]
    assert second[0].decoded("LAST-MODIFIED") > first[0].decoded("LAST-MODIFIED")
    assert second[0].decoded("DTSTART") == datetime.date(2026, 12, 24)
    assert second[0]["SUMMARY"] == "Ask Grace"


def test_stamp_is_the_time_of_writing_in_utc(modules: Modules) -> None:
    body = """
      const stamps = given.times.map((time) => {
        return writeCalendar([given.event], [], {...given.options, now: new Date(time)});
      });
      return stamps.map((content) => content.match(/DTSTAMP:(.*)/)[1]);
    """
    times = ["2026-11-24T23:59:59.999Z", "2026-12-31T23:30:00-05:00", "2026-01-01T00:00:00+14:00"]
    found = modules.run("elements/plan/calendar", body, event=make_event(), options=OPTIONS, times=times)
    assert found == ["20261124T235959Z", "20270101T043000Z", "20251231T100000Z"]


@pytest.mark.parametrize(
    ("revision", "sequence"),
    [
        (0, 0),
        (1, 1),
        (2**31 - 1, 2**31 - 1),
        (2**31, 2**31 - 1),
        (2**53, 2**31 - 1),
        (1e300, 2**31 - 1),
        (-1, 0),
        (2.7, 2),
    ],
)
def test_sequence_is_a_number_that_calendars_can_hold(modules: Modules, revision: float, sequence: int) -> None:
    (event,) = read(write(modules, [make_event(revision=revision)]))
    assert event["SEQUENCE"] == sequence


@pytest.mark.parametrize("changed", [0, -1, None, 2**53 - 1, 8.64e15, 1e300])
def test_odd_time_of_change_is_now(modules: Modules, changed: Any) -> None:
    (event,) = read(write(modules, [make_event(changed=changed)]))
    assert event.decoded("LAST-MODIFIED") == NOW


def test_thousand_events_come_through(modules: Modules) -> None:
    events = [make_event(uid=f"u{number}", text=f"{number}: " + "Größe, 🎈" * 9) for number in range(1000)]
    content = write(modules, events)
    found = read(content)
    assert [event["UID"] for event in found] == [f"u{number}@careers.example.org" for number in range(1000)]
    assert [str(event["SUMMARY"]) for event in found] == [event["text"] for event in events]
