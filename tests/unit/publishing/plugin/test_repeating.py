from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest

from generator.publishing.plugin import repeating

TABS = "partials/tabs.html"


def render(env: jinja2.Environment, url: str) -> str:
    return env.get_template("main.html").render(page=SimpleNamespace(url=url))


@pytest.fixture
def env() -> jinja2.Environment:
    texts = dict.fromkeys(repeating._ALIKE, "") | {TABS: "{{ page.url }}", "main.html": f'{{% include "{TABS}" %}}'}
    return jinja2.Environment(loader=jinja2.DictLoader(texts), autoescape=True, auto_reload=False)


NAV: Any = SimpleNamespace(pages=[SimpleNamespace(url=url) for url in ("", "a/", "a/b/c/")])


def test_pages_of_a_folder_share_what_is_the_same(env: jinja2.Environment, tmp_path: Path) -> None:
    repeating.repeat(env, NAV, [str(tmp_path)])
    assert [render(env, url) for url in ("x/1/", "x/2/", "y/1/", "x/1/z/")] == ["x/1/", "x/1/", "y/1/", "x/1/z/"]
    # Those that the navigation names, or what is below them, are each as they are.
    assert [render(env, url) for url in ("", "a/", "a/b/", "a/b/c/", "a/d/", "a/e/")] == [
        "", "a/", "a/b/", "a/b/c/", "a/d/", "a/d/",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "shared"), [("{# page #}{% if nav %}page{% endif %}", True), ("{% if page.url %}x{% endif %}", False)]
)
def test_a_part_of_the_publishers_own_may_speak_of_the_page(
    env: jinja2.Environment, tmp_path: Path, text: str, *, shared: bool
) -> None:
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials/logo.html").write_text(text, encoding="utf-8")
    repeating.repeat(env, NAV, [str(tmp_path)])
    assert (render(env, "x/1/") == render(env, "x/2/")) is shared
