from __future__ import annotations

import datetime
import re
import sys
from pathlib import Path

import pytest

from generator.model.site import Site
from generator.pages.templating import Templates, read_texts
from generator.problems import ProjectError
from generator.sources.shipped.layers import Layers
from generator.strings import MissingTextError, Words
from tests.conftest import REPOSITORY
from tests.making import render_pages


def render(folder: Path, template: str, locale: str = "en-GB", **context: object) -> str:
    """A Markdown template's text for the page a/b.md."""
    (folder / "x.md.j2").write_text(template, encoding="utf-8")
    words = Words({"page": {"breadcrumbs": "Way", "items": "Items"}, "script": {"locale": locale}})
    return Templates(read_texts(Layers(folder), "."), {"t": words}).markdown("x", page="a/b.md", **context)


def test_plain_text_is_escaped_for_markdown(tmp_path: Path) -> None:
    assert render(tmp_path, "{{ text }}", text="*a* <b> [c] {d} &amp;") == (
        "\\*a\\* &lt;b&gt; \\[c\\] &#123;d&#125; &amp;amp;"
    )
    assert render(tmp_path, "{{ text | start }}", text="# a") == "&#35; a"


def test_html_template_escapes_for_html_and_leaves_no_gap(tmp_path: Path) -> None:
    (tmp_path / "y.html.j2").write_text('<p\n>\n\n  {{ text }}</p>\n{{ "x" }}\n', encoding="utf-8")
    assert render(tmp_path, '{{ block("y", text=text) }}', text='<b a="">&') == (
        "<p\n>\n&lt;b a=&#34;&#34;&gt;&amp;</p>\nx"
    )


def test_prose_links_lead_from_the_page_to_markdown_files_and_in_html_to_addresses(tmp_path: Path) -> None:
    text = "[a](occupation:cook) [b](strategy:s) [c](page:about/us) [d](https://e.org)"
    methods = {"s": "m"}
    shared = {"strategy_methods": methods}
    assert render(tmp_path, "{{ text | sentence }}", text=text, strategy_methods=methods) == (
        "[a](<../occupations/cook.md>) [b](<../methods/m.md#s>) [c](<../about/us.md>) [d](<https://e.org>)"
    )
    (tmp_path / "y.html.j2").write_text("{{ text | sentence_html }}", encoding="utf-8")
    assert 'href="../../methods/m/#s"' in Templates(read_texts(Layers(tmp_path), "."), shared).html(
        "y", page="a/b.md", text=text
    )


def test_front_matter_values_survive_yaml(tmp_path: Path) -> None:
    import yaml

    for text in ('a: "b" #c', "---", "no", "* x", "line\u2028end", "\\"):
        assert yaml.safe_load(render(tmp_path, "k: {{ text | yaml }}", text=text)) == {"k": text}


def test_interface_texts_may_be_called_as_methods_of_a_dict_are(tmp_path: Path) -> None:
    assert render(tmp_path, "{{ t.page.items }}") == "Items"


PRINTED = re.compile(r"""(?<![-"'])\{\{[^{}]*\| ?length \}\}""")
"""A number of things in a text; those in attributes are for scripts and styles."""


def test_templates_print_how_many_there_are_as_the_language_does() -> None:
    paths = sorted((REPOSITORY / "templates/pages").rglob("*.j2"))
    assert [path.name for path in paths if PRINTED.search(path.read_text(encoding="utf-8"))] == []
    assert PRINTED.search("({{ slugs | length }})")
    assert not PRINTED.search('({{ slugs | length | count }}) class="x--{{ columns | length }}"')


def test_missing_text_is_named_as_the_template_names_it() -> None:
    with pytest.raises(MissingTextError, match=r"no text t\.a\.c"):
        Words({"a": {"b": "x"}})["a"]["c"]


@pytest.mark.parametrize(
    ("amount", "currency", "written"),
    [
        (97550, "USD", "US$97,550"),
        (17.25, "USD", "US$17.25"),
        (17.5, "GBP", "£17.50"),
        (1234567, "CHF", "CHF\N{NO-BREAK SPACE}1,234,567"),
    ],
)
def test_money_is_written_as_people_write_it(tmp_path: Path, amount: float, currency: str, written: str) -> None:
    assert render(tmp_path, "{{ amount | money(currency) }}", amount=float(amount), currency=currency) == written


@pytest.mark.parametrize(("change", "written"), [(6.0, "+6"), (-5.0, "\N{MINUS SIGN}5"), (0.0, "0"), (1.5, "+1.5")])
def test_change_has_its_sign(tmp_path: Path, change: float, written: str) -> None:
    assert render(tmp_path, "{{ change | signed }}", change=change) == written


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        ("en-GB", "12,345 | 3.1 | 0.50 | +1.5 | 5 March 2026"),
        ("en-US", "12,345 | 3.1 | 0.50 | +1.5 | March 5, 2026"),
        ("de", "12.345 | 3,1 | 0,50 | +1,5 | 5. März 2026"),
        ("fr", "12\N{NARROW NO-BREAK SPACE}345 | 3,1 | 0,50 | +1,5 | 5 mars 2026"),
    ],
)
def test_numbers_and_days_are_written_as_in_the_language_of_the_site(tmp_path: Path, locale: str, written: str) -> None:
    template = (
        "{{ 12345 | count }} | {{ 3.14 | decimal }} | {{ 0.5 | decimal(2) }} | {{ 1.5 | signed }} | {{ day | date }}"
    )
    assert render(tmp_path, template, locale, day=datetime.date(2026, 3, 5)) == written


def test_template_that_fails_in_a_block_is_blamed_there(tmp_path: Path) -> None:
    (tmp_path / "y.html.j2").write_text("<p>\n{{ t.page.gone }}</p>", encoding="utf-8")
    with pytest.raises(ProjectError) as caught:
        render(tmp_path, '{{ block("y") }}')
    assert str(caught.value) == ("y.html.j2:2:1: TPL001 no text t.page.gone; add it to templates/strings/en.yml")


def find_unused(templates: dict[str, str]) -> list[str]:
    """file: name of each macro that is imported and not used, or made and neither used nor imported."""
    statement = re.compile(r'{% from "[^"]*?([^"/]+)" import ([\w, ]+?)(?: with context)? %}')
    imports = {
        file: [(source, name.strip()) for source, names in statement.findall(text) for name in names.split(",")]
        for file, text in templates.items()
    }
    asked = {wanted for found in imports.values() for wanted in found}
    unused = []
    for file, text in templates.items():
        rest = re.sub(r"{#.*?#}|{% macro \w+", "", statement.sub("", text), flags=re.DOTALL)
        used = set(re.findall(r"""(?<![\w"'.-])\w+(?!["'-])""", rest))
        made = {name for name in re.findall(r"{% macro (\w+)", text) if (file, name) not in asked}
        unused += [f"{file}: {name}" for name in sorted({*made, *(name for _, name in imports[file])} - used)]
    return unused


def test_macros_that_are_made_or_imported_are_used() -> None:
    paths = (REPOSITORY / "templates/pages").rglob("*.j2")
    assert find_unused({path.name: path.read_text(encoding="utf-8") for path in paths}) == []


def test_macro_that_nobody_uses_is_found() -> None:
    made = "".join(f"{{% macro {name}() %}}{{% endmacro %}}" for name in ("mark", "spare", "day", "word"))
    imported = '{% from "parts/macros.j2" import mark, word, field with context %}'
    templates = {
        "macros.j2": made + '{# spare #}{% macro field(x) %}{{ {"day": day}[x]() }}{% endmacro %}',
        "page.j2": imported + '<p class="word">{{ mark(field) }}',
    }
    assert find_unused(templates) == ["macros.j2: spare", "page.j2: word"]


def test_pages_are_made_of_the_site_and_of_templates_alone(small_site: Site) -> None:
    templates = REPOSITORY / "templates/pages"
    read: set[Path] = set()

    def watch(event: str, values: tuple[object, ...]) -> None:
        if event == "open" and watching and isinstance(values[0], str | Path):
            read.add(Path(values[0]))

    watching = False
    sys.addaudithook(watch)  # It cannot be taken away, but hears nothing later.
    watching = True
    pages = list(render_pages(small_site, templates))
    watching = False
    assert len(pages) > 100
    # Languages are read from where Babel stands.
    others = {path for path in read if not path.is_relative_to(templates) and "babel" not in path.parts}
    assert read
    assert others == set()
