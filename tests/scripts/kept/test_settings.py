"""The reader's settings on the device."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.scripts.conftest import Open
from tests.scripts.node.running import put, stored


def test_settings_begin_with_all_levels_and_the_usual_weights(fresh: Open) -> None:
    assert fresh().call("kept/settings", "loadSettings") == {
        "levels": [1, 2, 3, 4, 5],
        "weights": {"interests": 0.5, "skills": 0.3, "values": 0.2, "environment": 0},
        "seen": [],
    }


def test_settings_are_saved(fresh: Open) -> None:
    modules = fresh()
    weights = {"interests": 1, "skills": 0, "values": 0.25, "environment": 0.1}
    settings = {"levels": [3], "weights": weights, "seen": [{"slug": "baker", "title": "Baker"}]}
    assert modules.call("kept/settings", "changeSettings", settings) is True
    assert modules.call("kept/settings", "loadSettings") == settings


def test_changing_some_leaves_the_rest_as_another_tab_wrote_it(fresh: Open) -> None:
    modules = fresh({"fit": {"v": 1, "levels": [3], "later": 1}})
    modules.call("kept/settings", "changeSettings", {"seen": [{"slug": "baker", "title": "Baker"}]})
    put(modules, "fit", json.dumps(json.loads(stored(modules)["careers.fit"]) | {"levels": [4]}))
    modules.call("kept/settings", "changeSettings", {"weights": {"interests": 1}})
    assert json.loads(stored(modules)["careers.fit"]) == {
        "v": 1,
        "levels": [4],
        "later": 1,
        "seen": [{"slug": "baker", "title": "Baker"}],
        "weights": {"interests": 1},
    }


def test_no_levels_are_no_levels(fresh: Open) -> None:
    assert fresh({"fit": {"v": 1, "levels": []}}).call("kept/settings", "loadSettings")["levels"] == []


@pytest.mark.parametrize("weight", [-0.1, 1.1, "0.5", "", True, None, [], [0.5], {}, "x"])
def test_odd_weight_is_the_usual_one(fresh: Open, weight: Any) -> None:
    modules = fresh({"fit": {"v": 1, "weights": {"interests": weight, "skills": 1}}})
    found = modules.call("kept/settings", "loadSettings")["weights"]
    assert found == {"interests": 0.5, "skills": 1, "values": 0.2, "environment": 0}


def test_odd_settings_are_passed_over(fresh: Open) -> None:
    saved = {
        "v": 1,
        "levels": [5, "2", 9, 3, 3],
        "weights": 7,
        "seen": [None, 1, {"slug": 1, "title": "x"}, {"slug": "a"}],
    }
    assert fresh({"fit": saved}).call("kept/settings", "loadSettings") == {
        "levels": [3, 5],
        "weights": {"interests": 0.5, "skills": 0.3, "values": 0.2, "environment": 0},
        "seen": [],
    }
