"""Which of some languages a reader reads."""

from __future__ import annotations

import pytest

from tests.scripts.node.running import Modules


@pytest.mark.parametrize(
    ("preferred", "offered", "chosen"),
    [
        (["es-MX", "en-US", "de", "es"], ["de", "es"], ["es", "de"]),
        (["en-US", "en"], ["de", "es"], []),
        (["pt-BR"], ["pt", "pt-BR"], ["pt-BR"]),
        (["pt"], ["pt-BR"], ["pt-BR"]),
        (["nn-NO", "no"], ["nb"], ["nb"]),
        ([], ["de"], []),
    ],
)
def test_languages_are_those_of_the_reader_in_their_order(
    modules: Modules, preferred: list[str], offered: list[str], chosen: list[str]
) -> None:
    body = "return choose(given.preferred, given.offered);"
    assert modules.run("language/languages", body, preferred=preferred, offered=offered) == chosen
