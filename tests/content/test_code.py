"""The code knows no content: no key, title or name that an editor chose stands in generator/ or templates/.

Only names of two words or more are looked for, since one word may mean anything; of the glossary only the keys, since
its labels are words that anybody may need. But no list of the content is asked for a key of any length: code takes keys
from the content alone. That no vocabulary's keys pass for another's is tested where pages are made, by other keys
(tests/unit/pages). What the model itself fixes is no content: the Holland scales, the work values, the groups of
conditions, the parts of education, the six methods.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.model.occupation import CONDITIONS, EDUCATION, SCALES, VALUES, Explore
from generator.model.site import Site
from tests.conftest import REPOSITORY

MODEL = {*SCALES, *VALUES, *CONDITIONS, *EDUCATION, *(name.replace("_", "-") for name in Explore.model_fields)}
COMMENTS = {
    ".j2": r"\{#.*?#\}",
    ".js": r"/\*.*?\*/|(?:^|\s)//[^\n]*",
    ".css": r"/\*.*?\*/",
    ".html": r"<!--.*?-->|\{#.*?#\}",
}
LISTS = "glossary|fields|skills|sources|occupations|quizzes|strategies|terms|trainings"
LOOKUP = re.compile(rf"""\b(?:{LISTS})(?:\.get\(|\[)\s*["'][^"']+["']|\blinks\.(?:field|quiz|guide|worksheet)\(["']""")
"""A key, written out, for which a list of the content is asked, or a page of it."""
FOLDERS = ("generator", "templates/pages", "templates/theme")


EXAMPLES = {"Dental hygienist", "dental-hygienist"}
"""What help and comments show: whoever adds that guide is not to blame."""


@pytest.fixture(scope="module")
def names(own: Site) -> set[str]:
    """Keys, titles and labels of sources, fields, skills, conditions, strategies, occupations and questions."""
    site, vocabulary = own, own.vocabulary
    found = {*site.sources, *vocabulary.fields, *vocabulary.skills, *vocabulary.glossary, *site.occupations}
    for source in site.sources.values():
        found |= {source.title, source.short}
    for group in (*vocabulary.environments.values(), *vocabulary.education.values()):
        found |= {*group.terms, *(term.label for term in group.terms.values())}
    for method in vocabulary.methods.values():
        found |= {*method.strategies, *(strategy.label for strategy in method.strategies.values())}
    found |= {term.label for term in (*vocabulary.fields.values(), *vocabulary.skills.values())}
    for model in site.occupations.values():
        found |= {model.title, *model.aliases}
    found -= EXAMPLES
    for quiz in site.quizzes.values():
        for item in quiz.items:
            found |= {item.key, item.text}
    return {name for name in found - MODEL if re.search(r"\w[-_ ]\w", name) and len(name) >= 8}


def read_code(path: Path) -> Iterator[str]:
    """What a file of code says besides its comments."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield re.sub(COMMENTS[path.suffix], " ", text, flags=re.DOTALL | re.MULTILINE)
        return
    tree = ast.parse(text)
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


@cache
def compile_names(names: frozenset[str]) -> re.Pattern[str]:
    """Any of the names as words of their own; once, since there are thousands of texts."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def find_names(names: set[str], text: str) -> list[str]:
    """The names that stand in a text as words of their own."""
    return compile_names(frozenset(names)).findall(text)


def list_code() -> list[Path]:
    """Every file of code."""
    paths = [path for folder in FOLDERS for path in sorted((REPOSITORY / folder).rglob("*"))]
    return [path for path in paths if path.suffix in (".py", *COMMENTS) and "__pycache__" not in path.parts]


def test_no_name_of_the_content_stands_in_the_code(names: set[str]) -> None:
    code = list_code()
    found = {
        path.relative_to(REPOSITORY).as_posix(): sorted(hits)
        for path in code
        if (hits := {name for text in read_code(path) for name in find_names(names, text)})
    }
    assert len(code) > 100
    assert found == {}


def test_no_list_of_the_content_is_asked_for_a_key_of_code() -> None:
    texts = {path.relative_to(REPOSITORY).as_posix(): path.read_text(encoding="utf-8") for path in list_code()}
    assert {path: hits for path, text in texts.items() if (hits := LOOKUP.findall(text))} == {}


@pytest.mark.parametrize(
    ("code", "is_found"),
    [
        ('word(glossary["median"], x)', True),
        ("site.sources.get( 'bls' )", True),
        ('{{ links.quiz("interests") | href }}', True),
        ('environments[group].terms["office"].label', True),
        ('fields[occupation.field].label, by_fields["x"], terms[name]', False),
    ],
)
def test_key_that_a_list_is_asked_for_is_found(code: str, is_found: bool) -> None:
    assert bool(LOOKUP.search(code)) is is_found


def test_name_is_found_in_literals_and_markup_and_not_in_comments(tmp_path: Path) -> None:
    names = {"night-work", "Sheet metal worker"}
    for name, text, expected in (
        ("a.py", '"""See night-work."""\nx = "a night-work b"  # Sheet metal worker\n', ["night-work"]),
        ("a.j2", '{# night-work #}<a href="#night-work">Sheet metal workers</a>', ["night-work"]),
        ("a.js", 'see("Sheet metal worker"); // night-work\n/* night-work */', ["Sheet metal worker"]),
        ("a.css", "/* night-work */ .night-work-x {} [data-x=night-work] {}", ["night-work"]),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert [hit for part in read_code(tmp_path / name) for hit in find_names(names, part)] == expected
