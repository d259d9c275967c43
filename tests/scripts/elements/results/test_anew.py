"""That old answers are compared in another way now is said once on each device."""

from __future__ import annotations

from typing import Any

from tests.scripts.conftest import Open
from tests.scripts.node.running import Json, Modules, as_map

OLD: Json = {"quiz": "interests"}
NEW: Json = {"quiz": "interests", "stamps": {}}


def tell(modules: Modules, *looks: list[Any], norms: bool = True) -> Any:
    """Whether it is hidden after each look at these results on one page, and what is kept."""
    quizzes: Json = {"interests": {"norms": {}} if norms else {}, "values": {}}
    body = """
      const place = { hidden: true };
      const hidden = given.looks.map((records) => (tellAnew(place, records, given.quizzes), place.hidden));
      return [hidden, read("fit")];
    """
    names = "elements/results/anew kept/settings kept/store"
    return modules.run(names, body, looks=looks, quizzes=as_map(quizzes))


def test_it_is_said_until_the_page_is_left_and_never_again(fresh: Open) -> None:
    modules = fresh()
    modules.run("kept/settings", "return changeSettings({ levels: [1, 2] });")
    kept = {"v": 1, "levels": [1, 2], "way": 2}
    assert tell(modules, [OLD], [OLD, NEW], [], [OLD]) == [[False, False, True, True], kept]
    modules.reload()
    assert tell(modules, [OLD]) == [[True], kept]


def test_it_is_not_said_of_results_that_are_compared_as_they_were(fresh: Open) -> None:
    modules = fresh()
    assert tell(modules, [NEW], [], [{"quiz": "values"}], [{"quiz": "gone"}]) == [[True] * 4, None]
    assert tell(modules, [OLD], norms=False) == [[True], None]
    # Only once there are norms.
    assert tell(modules, [NEW], [NEW, OLD])[0] == [True, False]
