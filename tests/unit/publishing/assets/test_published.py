"""One sheet that finds what its parts found, and a folder whose name changes with what is in it."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import material
import pytest

from generator import links
from generator.publishing.assets.published import publish
from generator.publishing.assets.sheet import join_sheets, leave_out_extensions, move_sheet
from generator.publishing.plugin import theme
from generator.sources.shipped.layers import Layers
from tests.conftest import REPOSITORY

SHEETS = [("assets/css/a.css", '@charset "UTF-8";a{b:c}'), (links.STYLES, "d { e: f; }")]


@pytest.mark.parametrize(
    ("css", "moved"),
    [
        ("a{b:url(c.png)}", "a{b:url(../old/c.png)}"),
        ("a{b:url( 'c/d.png#e' )}", "a{b:url('../old/c/d.png#e')}"),
        ('a{b:url("../c.png")}', 'a{b:url("../c.png")}'),
        ("a{b:url(data:image/png;base64,AA==)}", "a{b:url(data:image/png;base64,AA==)}"),
        (
            "a{b:url(\"data:image/svg+xml;utf8,<svg xmlns='x'/>\")}",
            "a{b:url(\"data:image/svg+xml;utf8,<svg xmlns='x'/>\")}",
        ),
        ("a{b:url(/c.png) url(#d) url(https://e.f/g)}", "a{b:url(/c.png) url(#d) url(https://e.f/g)}"),
    ],
)
def test_sheet_finds_its_pictures_from_another_folder(css: str, moved: str) -> None:
    assert move_sheet(css, "assets/old", "assets/new") == moved


def test_sheets_follow_each_other_in_one() -> None:
    sheet = join_sheets(
        [("x/a.css", '@charset "UTF-8";a{b:url(c)}\n/*# sourceMappingURL=a.map */'), ("d.css", "e{f:g}")], "y"
    )
    assert sheet == '@charset "UTF-8";a{b:url(../x/c)}\ne{f:g}\n'


def test_sheet_leaves_out_what_styles_all_elements_twice_more() -> None:
    css = "a{b:c}[data-md-color-switching] *,[data-md-color-switching] :after{transition-duration:0s!important}d{e:f}"
    assert join_sheets([("x/a.css", css)], "x") == '@charset "UTF-8";a{b:c}d{e:f}\n'


def test_sheet_leaves_out_what_no_plain_page_has() -> None:
    kept = "@media print{a:not(.keys,:is(.keys,b)) b{b:c}}.keys,a{b:c}d{e:f}"
    tabs = ".md-typeset .tabbed-set>input:nth-child(2):checked~.tabbed-labels>:nth-child(2){b:c}"
    css = kept.replace("print{", f"print{{{tabs}").replace("d{", f"{tabs}.highlight .k,.x .linenos{{b:c}}d{{")
    assert leave_out_extensions(css) == kept


@pytest.mark.parametrize("more", [{}, {"plugins": {"material/blog": 1}}, {"extensions": ["pymdownx.tabbed"]}])
def test_who_has_other_extensions_has_their_rules(more: dict[str, Any]) -> None:
    extensions = ["toc", "tables", "fenced_code", "attr_list", "md_in_html", *more.get("extensions", ())]
    plugins = {"career-guides": 1, "material/search": 1, **more.get("plugins", {})}
    folder = str(Path(material.__file__).with_name("templates"))
    config: Any = SimpleNamespace(theme=SimpleNamespace(dirs=[folder]), plugins=plugins, markdown_extensions=extensions)
    path, css = theme.find_sheet(config, "main")
    assert path.startswith("assets/stylesheets/main.")
    assert (".tabbed-set{" in css) == (".critic" in css) == bool(more)
    assert ".md-typeset table" in css


def test_folder_is_called_by_what_is_in_it(tmp_path: Path) -> None:
    theme = shutil.copytree(REPOSITORY / links.THEME, tmp_path / links.THEME)
    layers = Layers(tmp_path)
    first = publish(layers, SHEETS)
    assert first.folder.startswith(f"{links.ASSETS}-")
    assert publish(layers, SHEETS) == first
    assert {first.main, first.sheet} <= {f"{first.folder}/{name}" for name in first.files}
    names = {first.folder, publish(layers, [SHEETS[0], (links.STYLES, "d { e: g; }")]).folder}
    for name in ("main.js", links.TYPES):
        with (theme / links.ASSETS / name).open("a", encoding="utf-8") as file:
            file.write("\nfunction more() {}\n")
        names.add(publish(layers, SHEETS).folder)
    assert len(names) == 4


def test_page_names_the_scripts_that_its_elements_need() -> None:
    published = publish(Layers(REPOSITORY), SHEETS)
    assert published.find_scripts("<p>career-quiz</p>") == []
    page = '<career-map data-slug="a"></career-map> <career-results></career-results><career-map></career-map>'
    assert published.find_scripts(page) == [
        f"{published.folder}/{name}" for name in ("elements/map/element.js", "elements/results/element.js", "shared.js")
    ]
    assert published.find_scripts("<career-made-up></career-made-up>") == []
