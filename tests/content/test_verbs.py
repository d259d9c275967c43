"""The list of verbs that stories are searched for, with all forms that follow from it."""

from __future__ import annotations

import yaml

from tests.scripts.grammar import read_grammar
from tests.scripts.node.running import REPOSITORY, Modules

FORMS = "return makeForms(given.verbs, given.rules).all"
COMMON = """
  not car cars can bar rat past hop hat mat not in is it at an on us as be we he she they them then than that this these
  with from have has had will would was were saw what when where who why how all any some good bad new old my your our
  one two time year day man men woman people thing way work job school home dying sing song rang red bed fed need seed
  feed deed indeed hundred
"""


def list_verbs() -> dict[str, list[str]]:
    """The word list of the site."""
    text = (REPOSITORY / "content/vocabulary/verbs.yml").read_text(encoding="utf-8")
    found: dict[str, list[str]] = yaml.safe_load(text)
    return found


RULES = read_grammar(REPOSITORY).verbs.model_dump()


def test_no_form_of_the_sites_list_is_a_common_word(modules: Modules) -> None:
    forms = modules.run("elements/sheet/verbs", FORMS, verbs=list_verbs(), rules=RULES)
    assert len(forms) > 1000
    assert sorted(set(COMMON.split()) & set(forms)) == []


def test_what_is_listed_stays_with_its_interest(modules: Modules) -> None:
    verbs = list_verbs()
    forms = modules.run("elements/sheet/verbs", FORMS, verbs=verbs, rules=RULES)
    for interest, pasts in verbs.items():
        for past in pasts:
            assert forms[past] == {"interest": interest, "verb": past, "isDoubtful": False}
