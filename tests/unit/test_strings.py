"""Interface texts: each one that is asked for is there, and each one that is there is asked for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import jinja2
import yaml
from jinja2 import nodes

from generator.rules.reading import grade
from generator.strings import NAME, is_plural
from tests.conftest import REPOSITORY

TEMPLATES = sorted(
    path for pattern in ("templates/**/*.j2", "templates/theme/**/*.html") for path in REPOSITORY.glob(pattern)
)
Path_ = tuple[str, ...]


@cache
def texts() -> dict[Path_, str]:
    """Every text of templates/strings/ by the keys that lead to it."""

    def walk(section: Mapping[str, Any], way: Path_) -> Iterator[tuple[Path_, str]]:
        for key, value in section.items():
            if is_plural(value):
                yield (*way, key), " ".join(value.values())
            elif isinstance(value, dict):
                yield from walk(value, (*way, key))
            else:
                yield (*way, key), value

    files = sorted((REPOSITORY / "templates/strings").glob("en*.yml"))
    sources = [path.read_text(encoding="utf-8") for path in files]
    return {way: text for source in sources for way, text in walk(yaml.load(source, yaml.BaseLoader), ())}  # noqa: S506


def asked(template: str) -> Iterator[str]:
    """Patterns of the texts that a template asks for, such as `page/home`, `occupation/per_[^/]+`, `quiz/script`."""
    within: set[int] = set()
    for node in jinja2.Environment(autoescape=True).parse(template).find_all((nodes.Getattr, nodes.Getitem)):
        current: nodes.Node = node
        while isinstance(current, (nodes.Getattr, nodes.Getitem)):
            if current is not node:
                within.add(id(current))
            current = current.node
        if id(node) not in within and (way := spell(node)):
            yield way


def spell(node: nodes.Node) -> str:
    """The pattern of the text that an expression such as `t.page["home"]` stands for, or "" if it is none."""
    steps: list[str] = []
    inner = node
    while isinstance(inner, (nodes.Getattr, nodes.Getitem)):
        steps.insert(0, inner.attr if isinstance(inner, nodes.Getattr) else pattern(inner.arg))
        inner = inner.node
    return "/".join(steps) if isinstance(inner, nodes.Name) and inner.name == "t" else ""


def pattern(key: nodes.Expr) -> str:
    """A regular expression for the keys that an index may be; parts that only come up while rendering match all."""
    if isinstance(key, nodes.Const):
        return re.escape(str(key.value))
    if isinstance(key, nodes.Concat):
        return "".join(pattern(part) for part in key.nodes)
    return "[^/]+"


def asked_by_code(source: str) -> Iterator[str]:
    """The same of the generator's code, where the texts are called `words`."""
    for steps in re.findall(r"\bwords((?:\[[^\]]+\])+)", source):
        keys = re.findall(r"\[([^\]]+)\]", steps)
        yield "/".join(re.escape(key.strip("\"'")) if key[0] in "\"'" else "[^/]+" for key in keys)


@cache
def all_asked() -> dict[str, str]:
    """Pattern -> the file that asks for it; the sections for scripts are handed to them as a whole."""
    found = {way: path.name for path in TEMPLATES for way in asked(path.read_text(encoding="utf-8"))}
    for path in sorted((REPOSITORY / "generator/pages").glob("*.py")):
        found |= dict.fromkeys(asked_by_code(path.read_text(encoding="utf-8")), path.name)
    return found | {
        "script": "data.py",
        "planning": "data.py",
        "adding": "data.py",
        "comparing": "data.py",
        "areas": "data.py",
        "contributing": "data.py",
        "form": "data.py",
        "take_away": "api/",
        "outline/summary": "project.py",
        "outline/called": "project.py",
    }


@cache
def words(suffix: str, folder: str) -> frozenset[str]:
    """All words in the sources of one kind."""
    found: set[str] = set()
    for path in (REPOSITORY / folder).rglob(f"*{suffix}"):
        found |= set(re.findall(r"\w+", path.read_text(encoding="utf-8")))
    return frozenset(found)


@cache
def constants() -> frozenset[str]:
    """All texts and field names that stand in the generator's code."""
    found: set[str] = set()
    for path in (REPOSITORY / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                found.add(node.target.id)
    return frozenset(found)


def is_named_by_code(key: str) -> bool:
    """Whether the generator, a script or a template names the key; it may be put together from its parts."""
    known = words(".js", "templates/theme/assets") | words(".j2", "templates/pages") | words(".py", "generator")
    return key in constants() or key in known or set(re.split("[_-]", key)) <= known


@cache
def asked_by(way: str) -> tuple[str, ...]:
    """The patterns that match a text or a section."""
    return tuple(asked_way for asked_way, matches in compiled().items() if matches(way))


@cache
def compiled() -> dict[str, Any]:
    """Each pattern with what says whether it matches; Python itself keeps too few of them compiled."""
    return {asked_way: re.compile(asked_way).fullmatch for asked_way in all_asked()}


def is_used(way: Path_) -> bool:
    """Whether a template asks for this text, or for its section or any text of it while code names the key."""
    if any(not asked_way.endswith("/[^/]+") for asked_way in asked_by("/".join(way))):
        return True
    if any(asked_by("/".join(way[:length])) for length in range(1, len(way) + 1)) and is_named_by_code(way[-1]):
        return True
    # The preview, the breadcrumbs and the order of names are made without a template.
    return way[0] in ("page", "a_to_z") and way[-1] in constants()


def test_the_templates_ask_for_texts_at_all() -> None:
    assert len(all_asked()) > 50
    assert "occupation/per_[^/]+" in all_asked()


def test_every_text_that_a_template_asks_for_is_there() -> None:
    ways = {"/".join(way[:length]) for way in texts() for length in range(1, len(way) + 1)}
    missing = {
        f"{template}: t.{asked_way.replace('/', '.')}"
        for asked_way, template in all_asked().items()
        if not any(compiled()[asked_way](way) for way in ways)
    }
    assert missing == set()


def test_every_text_is_used() -> None:
    assert [".".join(way) for way in texts() if not is_used(way)] == []


def filled(template: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Patterns of the texts that a template fills in, each with the names that it gives."""
    for node in jinja2.Environment(autoescape=True).parse(template).find_all(nodes.Filter):
        if node.name == "fill" and node.node is not None:
            given = frozenset(str(pair.key) for pair in node.kwargs)
            chosen = node.node
            for text in (chosen.expr1, chosen.expr2) if isinstance(chosen, nodes.CondExpr) else (chosen,):
                if text is not None and (way := spell(text)):
                    yield way, given


def test_templates_fill_in_exactly_what_a_text_holds() -> None:
    """Where a template chooses one of several texts, some may hold less than it gives."""
    calls = [(path.name, *call) for path in TEMPLATES for call in filled(path.read_text(encoding="utf-8"))]
    assert len(calls) > 40
    wrong = []
    for name, way, given in calls:
        held = [set(NAME.findall(text)) for keys, text in texts().items() if re.fullmatch(way, "/".join(keys))]
        if any(names - given for names in held) or set().union(*held) != given:
            wrong.append((name, way))
    assert wrong == []


def test_what_a_template_prints_as_it_is_holds_no_placeholder() -> None:
    """A text with placeholders is filled in, or handed to a script in an attribute whose name begins with data-."""
    for path in TEMPLATES:
        for attribute, way in re.findall(r"(data-[\w-]+=\")?\{\{ t\.([\w.]+) \}\}", path.read_text(encoding="utf-8")):
            text = texts().get(tuple(way.split(".")), "")
            assert attribute or not NAME.search(text), f"{path.name}: t.{way}"


def test_every_placeholder_is_filled_in_somewhere() -> None:
    """`{name}` in a text is an argument of fill() in a template or the generator, or a word in a script."""
    known = words(".js", "templates/theme/assets") | words(".j2", "templates/pages")
    assert {name for text in texts().values() for name in NAME.findall(text)} <= known


GRADE = 6
"""The US school grade that the interface may ask for."""
GRADE_OF_ONE = 9
"""A single text may be harder than its section, since a short one is measured badly."""
LONG = 20
FEW = 5
NO_PROSE = {("glance", "units")}
"""What no reader reads."""


def read_sentences(keep: Mapping[Path_, str]) -> dict[Path_, str]:
    """Those that are sentences, with a short word in the place of each placeholder."""
    found = {way: NAME.sub("it", text) for way, text in keep.items() if way not in NO_PROSE}
    return {way: text for way, text in found.items() if re.search(r"[.?!][\"”)]?$", text)}


def test_interface_asks_for_no_more_than_sixth_grade() -> None:
    sections: dict[str, list[str]] = {}
    for way, text in read_sentences(texts()).items():
        sections.setdefault(".".join(way[: 2 if way[0] == "script" else 1]), []).append(text)
    grades = {name: grade(prose) for name, prose in sections.items() if len(prose) >= FEW}
    assert len(grades) > 20
    assert {name: round(found, 1) for name, found in grades.items() if found > GRADE} == {}
    single = {way: grade([text]) for way, text in read_sentences(texts()).items() if len(text.split()) >= LONG}
    assert len(single) > 100
    assert {way: round(found, 1) for way, found in single.items() if found > GRADE_OF_ONE} == {}


OTHER_WORDS = {
    "way in": r"\broutes?\b|\bpathways?\b",
    "save": r"\bfavou?rites?\b|\bbookmark|\bstarred\b",
    "occupation": r"\bprofessions?\b",
    "quiz": r"(?<!self-)\bassessments?\b",
}
"""What the interface calls by one word alone, and words that others have for it."""


def test_interface_has_one_word_for_one_thing() -> None:
    plain = {".".join(way): NAME.sub("", text) for way, text in texts().items()}
    used = {
        (word, way)
        for word, others in OTHER_WORDS.items()
        for way, text in plain.items()
        if re.search(others, text, re.IGNORECASE)
    }
    assert used == set()
