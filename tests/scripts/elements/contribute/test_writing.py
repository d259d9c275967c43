"""The form's modules without a document: what they write the generator reads, and what they refuse it refuses."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from generator.exports.api.profiles import Profiles
from generator.model.facts import NOTHING
from generator.model.occupation import Occupation
from generator.model.site import Site
from generator.scripts.contributing import LEFT_OUT, PARTS, make_form
from generator.sources import nodes
from generator.sources.files import Source
from tests.conftest import PROJECT
from tests.scripts.conftest import Open
from tests.scripts.node.running import Modules
from tests.unit.cases import edit_lines, list_cases, read_case

Data = dict[str, Any]
ROOM = "elements/contribute/writing"
NASTY = [
    "no",
    "null",
    "12.50",
    "2026-11-23",
    "Ask: what then?",
    "Win # 1 place",
    "- not a list",
    "'quoted'",
    '"quoted" and \\ more',
    "ends with a colon:",
    "*all* of it",
    "[a link](https://www.example.org/a_b?c=d#e), and more",
    "Größe, naïve, 日本語, 🙂 and ½",
    "&anchor !tag %directive @at `tick` | pipe > fold ? key",
    "a  two blanks b",
    "7:30",
    "x" * 300,
    "One word after another, " * 12 + "- and a dash # and a sign: here",
    "1. " + "step after step " * 20,
]
"""Texts of which each has once meant something else to some reader of YAML."""
HIDDEN = "a\u200bb \u2028 c"


@pytest.fixture(scope="module")
def form(small_site: Site) -> Data:
    """The form as scripts get it."""
    found: Data = json.loads(make_form(small_site).model_dump_json(by_alias=True))
    return found


@pytest.fixture(scope="module")
def fields(form: Data) -> list[Data]:
    """The fields of a profile."""
    return [field for part in form["parts"] for field in part["fields"]]


def plain(node: nodes.Node) -> Any:
    """What stands in a file, all of it as texts; None where nothing stands."""
    if isinstance(node, nodes.Mapping):
        return {key: plain(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, nodes.Listing):
        return [plain(item) for item in node.items]
    return None if node.bare and node.text in ("", "~") else node.text


def read(text: str) -> Data:
    """What the generator reads; fails on anything that it would say of it."""
    source = Source("occupations/x.yml", text)
    node = nodes.compose(source)
    assert source.problems == []
    assert node is not None
    found: Data = plain(node)
    return found


def test_every_field_of_a_profile_stands_in_one_part_of_the_form_and_has_a_label(form: Data) -> None:
    shown = [name for names in PARTS.values() for name in names]
    assert sorted([*shown, *LEFT_OUT]) == sorted(Occupation.model_json_schema(by_alias=True)["properties"])

    def walk(fields: list[Data]) -> Any:
        for field in fields:
            yield field
            yield from walk(field.get("fields", []))

    every = [field for part in form["parts"] for field in walk(part["fields"])]
    # A title that pydantic makes of a name has a capital in each word.
    assert [
        one["key"] for one in every if one["label"] == one["key"].replace("_", " ").title() and "_" in one["key"]
    ] == []
    lists = {one["words"] for one in every if one.get("words")}
    assert lists - set(form["words"]) == {"occupations", "conditions"}


@pytest.mark.parametrize("slug", sorted(path.stem for path in (PROJECT / "occupations").glob("*.yml")))
def test_a_profile_that_is_written_is_read_as_the_same(modules: Modules, fields: list[Data], slug: str) -> None:
    data = read((PROJECT / f"occupations/{slug}.yml").read_text(encoding="utf-8"))
    shown = {field["key"]: data[field["key"]] for field in fields if field["key"] in data}
    written = modules.call(f"{ROOM}/yaml", "writeYaml", fields, shown)
    again = read(written)
    assert list(again) == list(shown)
    model = Occupation.model_validate({**data, **again})
    assert model == Occupation.model_validate(data)
    # The same by way of the form's boxes.
    body = "return writeYaml(given.fields, toData(given.fields, fromData(given.fields, given.data)))"
    assert modules.run(f"{ROOM}/yaml {ROOM}/values", body, fields=fields, data=shown) == written
    assert max(map(len, written.splitlines())) <= 130


def test_any_text_is_read_as_it_was_written(modules: Modules, fields: list[Data]) -> None:
    prose = [
        "\n\n".join(NASTY[4:12]),
        "Before:\n\n- one: two\n- # three\n\nAfter.",
        "1. one\n2. two",
        "a\u200bb \u2028 c",
    ]
    data = {
        "title": "no",
        "tasks": NASTY,
        "routes": [{"name": text[:100].strip(), "steps": [text], "takes": "1e5"} for text in NASTY],
        "pay_covers": {"NO": "yes", "US": "~"},
        "codes": {"soc": ["29-1141"], "onet": ["0x10", "29-1141.00"]},
    }
    for text in (*prose, *NASTY):
        written = modules.call(f"{ROOM}/yaml", "writeYaml", fields, {**data, "day": text})
        if text == HIDDEN:  # As an escape, which the check refuses.
            assert text not in written
        else:
            assert strip(read(written)) == strip({**data, "day": text})


def strip(value: Any) -> Any:
    """Without the blanks around texts and empty lines beyond one, of which no model takes notice."""
    if isinstance(value, dict):
        return {key: strip(one) for key, one in value.items()}
    return [*map(strip, value)] if isinstance(value, list) else re.sub(r"\n\n+", "\n\n", value.strip())


TIDY = '"Quoted" text\n\n- first\n- second\n\nthird...'
PASTED = [
    (
        "prose",
        "“Quoted”\u00a0text\r\n•\tfirst\r\n•\tsecond\r\nthird\u00ad…",
        '"Quoted" text\n\n- first\n- second\n\nthird...',
    ),
    ("prose", "1)\tOne\n2)\tTwo", "1. One\n2. Two"),
    ("line", "\uf0b7\tA\u200b name\nin two lines ", "A name in two lines"),
    ("line", "“Baker”", "Baker"),
    ("prose", "# Some teach\n## More", "Some teach\n\nMore"),
    ("number", "$68,940", "68940"),
    ("number", "66\u00a0470 €", "66470"),
    ("number", "94.260,50", "94260.50"),
    ("number", "USD 1,066,470.5", "1066470.5"),
    ("number", "2.918", "2.918"),
    ("whole", "6 %", "6"),
]


@pytest.mark.parametrize(("kind", "given", "tidy"), PASTED)
def test_pasted_text_is_tidied_and_stays_so(modules: Modules, kind: str, given: str, tidy: str) -> None:
    assert modules.call(f"{ROOM}/clean", "clean", {"kind": kind}, given) == tidy
    assert modules.call(f"{ROOM}/clean", "clean", {"kind": kind}, tidy) == tidy


def test_a_pasted_list_has_an_entry_a_line(modules: Modules) -> None:
    given = "·  One \u2014 and more\n\n 2. Two\n- Three\n"
    assert modules.call(f"{ROOM}/clean", "cleanLines", given) == ["One \u2014 and more", "Two", "Three"]


OURS = re.compile(r"FLD0(?!01)|TXT00[1-4]|OCC00[3-6]|OCC007")
"""Codes of mistakes that one file shows by itself."""
_LINE = re.compile(r"^(occupations/\S+):(\d+):\d+: (\w+) (.*)", re.MULTILINE)


def _find(node: nodes.Node, loc: list[Any]) -> tuple[int, int]:
    """The lines of what stands at a place, or of what is nearest around it."""
    first, last = node.mark.line, node.mark.end
    for step in loc:
        if isinstance(node, nodes.Mapping) and step in node.entries:
            mark, node = node.entries[step]
            first, last = mark.line, node.mark.end
        elif isinstance(node, nodes.Listing) and step < len(node.items):
            node = node.items[step]
            first, last = node.mark.line, node.mark.end
        else:
            return first, first
    return first, max(first, last)


def list_mistakes() -> list[Any]:
    """The cases in which a profile has mistakes, and no others."""
    found = []
    for path in list_cases("invalid"):
        case = read_case(path)
        told = _LINE.findall(case.expected)
        edits = [block for block in case.wrong if block.action == "edit" and block.path.startswith("occupations/")]
        if told and len(edits) == len(case.wrong) and all(OURS.fullmatch(code) for _, _, code, _ in told):
            found.append(pytest.param(edits, told, id=path.stem))
    return found


@pytest.mark.parametrize(("edits", "told"), list_mistakes())
def test_the_form_and_the_check_agree(
    modules: Modules, form: Data, fields: list[Data], edits: list[Any], told: list[tuple[str, str, str, str]]
) -> None:
    for path in {edit.path for edit in edits}:
        text = (PROJECT / path).read_text(encoding="utf-8")
        for edit in edits:
            text = edit_lines(text, edit.body) if edit.path == path else text
        node = nodes.compose(Source(path, text))
        assert node is not None
        mistakes = modules.call(f"{ROOM}/check", "check", fields, plain(node), form)
        spans = [(*_find(node, mistake["loc"]), mistake) for mistake in mistakes]
        lines = [int(line) for name, line, _, _ in told if name == path]
        assert [line for line in lines if not any(first <= line <= last for first, last, _ in spans)] == [], spans
        assert [span for span in spans if not any(span[0] <= line <= span[1] for line in lines)] == []


NEW = [
    ({"region": "AT", "source": "their-wages-2025"}, {"region": "new_word", "source": "new_word"}),
    ({"region": "Kosovo", "median": "2.918"}, {"region": "pattern", "median": "thousands"}),
    ({"per": "week"}, {"per": "word"}),
]


@pytest.mark.parametrize(("given", "faults"), NEW)
def test_a_country_and_a_source_may_be_new(
    modules: Modules, form: Data, fields: list[Data], given: dict[str, str], faults: dict[str, str]
) -> None:
    pay = {"region": "US", "year": "2025", "currency": "USD", "per": "month", "median": "2918", "source": "wages-2025"}
    some = [field for field in fields if field["key"] == "pay"]
    mistakes = modules.call(f"{ROOM}/check", "check", some, {"pay": [{**pay, **given}]}, form)
    assert {mistake["loc"][-1]: mistake["fault"] for mistake in mistakes} == faults


def test_profiles_that_are_right_have_no_mistakes(modules: Modules, form: Data, fields: list[Data]) -> None:
    assert len(list_mistakes()) > 10
    for path in (PROJECT / "occupations").glob("*.yml"):
        data = read(path.read_text(encoding="utf-8"))
        assert modules.call(f"{ROOM}/check", "check", fields, data, form) == []


def test_a_list_that_somebody_pasted_is_checked_in_time_with_its_length(modules: Modules, form: Data) -> None:
    body = """
      const field = { key: "aliases", kind: "line", many: true };
      const time = (count) => {
        const entries = Array.from({ length: count }, (_, at) => `entry ${at}`);
        const begun = performance.now();
        const mistakes = check([field], { aliases: [...entries, " entry 1 "] }, given.form);
        if (mistakes.map(({ fault }) => fault).join() !== "twice") throw new Error(mistakes[0]?.fault);
        return performance.now() - begun;
      };
      const isSlow = () => { const took = time(32_000); return took > 300 && took > 9 * time(8_000); };
      return isSlow() && isSlow();
    """
    assert modules.run(f"{ROOM}/check", body, form=form) is False


def test_of_a_list_that_is_too_long_no_more_is_judged_than_there_may_be(modules: Modules, form: Data) -> None:
    body = """
      const field = { key: "tasks", kind: "line", many: true, most: 3, letters: 2 };
      return check([field], { tasks: Array(40_000).fill("too long") }, given.form).map(({ fault }) => fault);
    """
    assert modules.run(f"{ROOM}/check", body, form=form) == ["many", "long", "long", "twice", "long", "twice"]


def test_what_is_published_of_a_profile_says_what_stands_in_its_file(
    modules: Modules, form: Data, fields: list[Data], small_site: Site
) -> None:
    asked = [field for field in fields if field["key"] not in form["figures"]]
    titles = {slug: model.title for slug, model in small_site.occupations.items()}
    profiles = Profiles(small_site)
    for slug, model in small_site.occupations.items():
        data = read((PROJECT / f"occupations/{slug}.yml").read_text(encoding="utf-8"))
        found = profiles.profile(slug, model, small_site.facts.get(slug, NOTHING), titles).occupation
        published = json.loads(found.model_dump_json(by_alias=True))
        again = modules.call(f"{ROOM}/published", "readPublished", asked, published, small_site.settings.site_url)
        kept = {one["key"]: data[one["key"]] for one in asked if data.get(one["key"])}
        assert strip({key: value for key, value in again.items() if value}) == strip(kept)


def test_lines_of_a_file_are_joined_in_the_form(modules: Modules) -> None:
    fields = [{"key": "day", "kind": "prose", "required": True, "label": "Day"}]
    day = (
        "Say you work\nat night.\n\n- **2:00** You light\n  the oven.\n- **6:00** It opens.\n\n1. One\n2. Two\nand more"
    )
    body = "return toData(given.fields, fromData(given.fields, given.data)).day"
    found = modules.run(f"{ROOM}/values", body, fields=fields, data={"day": day})
    joined = "Say you work at night.\n\n- **2:00** You light the oven.\n- **6:00** It opens.\n\n1. One\n2. Two and more"
    assert found == joined.replace("opens.\n\n1.", "opens.\n1.")


def test_an_address_takes_a_text_that_is_not_too_long(modules: Modules) -> None:
    new = "https://git.example.org/g/new/main?filename={path}&value={text}"
    short = modules.call(f"{ROOM}/addresses", "writeNew", new, "occupations/a.yml", "title: A & B #1\n")
    assert short == {
        "href": new.format(path="occupations%2Fa.yml", text="title%3A%20A%20%26%20B%20%231%0A"),
        "isWhole": True,
    }
    long = modules.call(f"{ROOM}/addresses", "writeNew", new, "occupations/a.yml", "x " * 4000)
    assert long == {"href": new.format(path="occupations%2Fa.yml", text=""), "isWhole": False}
    mail = modules.call(f"{ROOM}/addresses", "writeMail", "us@example.org", "A & B", "x " * 1000, "Paste it.")
    assert mail == {"href": "mailto:us@example.org?subject=A%20%26%20B&body=Paste%20it.", "isWhole": False}


def test_an_occupation_is_found_by_title_name_or_code(modules: Modules) -> None:
    beginnings = {
        "slug": ["dental-hygienists", "hygiene-engineers"],
        "title": ["Dental hygienists", "Hygiene engineers"],
        "one": {"0": "Dental hygienist"},
        "aliases": [["RDH", "Dental hygienist"], []],
        "field": ["healthcare", "engineering"],
        "codes": [{"soc": ["29-1292"], "onet": ["29-1292.00"]}, {"onet": ["17-2111.00"]}],
        "related": [["nurse"], []],
    }
    for typed, places in (("dental", [0]), ("Hygiënist", [0]), ("rdh", [0]), ("17-2", [1]), ("hyg", [0, 1]), (" ", [])):
        assert modules.call("elements/contribute/beginning", "findBeginnings", beginnings, typed) == places
    assert modules.call("elements/contribute/beginning", "fillBeginning", beginnings, 0) == {
        "title": "Dental hygienist",
        "aliases": "RDH",
        "field": "healthcare",
        "codes": [{"key": "soc", "value": "29-1292"}, {"key": "onet", "value": "29-1292.00"}],
        "related": [{"slug": "nurse", "why": ""}],
    }


def test_drafts_are_counted_among_what_is_kept(fresh: Open) -> None:
    modules = fresh()
    draft = {"slug": "", "number": 1, "isCorrection": False, "fields": {"title": "Chef"}, "changed": 5}
    drafts = "elements/contribute/drafts"
    assert modules.call(drafts, "writeDraft", draft) is True
    assert modules.call(drafts, "writeDraft", {**draft, "number": 0}) is True
    modules.call(drafts, "dropDraft", {**draft, "number": 0})
    assert modules.call(drafts, "nextNumber") == 0
    assert modules.call(drafts, "listDrafts") == [draft]
    body = "const { drafts, settings } = lookHere(new Map()); return [DRAFT, drafts, settings]"
    assert modules.run("kept/files/holdings", body) == [modules.call(drafts, "DRAFT"), 1, 0]


def test_what_two_tabs_have_written_is_joined_by_fields(modules: Modules) -> None:
    body = "return merge(given.mine, given.theirs, freeze(given.since))"
    since = {"title": "Baker", "tasks": "Knead", "explore": {"do": "Bake"}}
    mine = {**since, "tasks": "Knead\nBake", "day": "At night"}
    theirs = {**since, "title": "Bread baker", "explore": {"do": "Visit"}}
    found = modules.run("elements/contribute/drafts", body, since=since, mine=mine, theirs=theirs)
    assert found == {**theirs, "tasks": mine["tasks"], "day": mine["day"]}
