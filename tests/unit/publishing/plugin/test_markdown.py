from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.structure.files import Files
from mkdocs.utils import meta

from generator.publishing.plugin.markdown import Reader, read_source


@pytest.mark.parametrize(
    "front",
    [
        'title: "A \\"b\\" \\u00e9"\ntags: ["a", "b: c"]\ncard: {"picture": "x", "of": [1, 2.5, null, true]}\n',
        "robots: noindex\n",
        "title: Two words\n",
        "search:\n  exclude: true\n",
        "icon: false\n",
        'title: "\\ud83d\\ude00"\n',
        "tags: [a, b]\n",
        'title: "a" # b\n',
        'yes: "a"\n',
        "title: 'a'\n\ntags: []\n",
        "title: [\n",
        "",
    ],
)
def test_front_matter_is_what_mkdocs_reads(front: str) -> None:
    text = f"---\n{front}---\n\n\nText: a\n\n---\nMore\n"
    config: Any = SimpleNamespace(plugins=SimpleNamespace(on_page_read_source=lambda **_: None))
    page: Any = SimpleNamespace(file=SimpleNamespace(content_string=text))
    read_source(page, config)
    assert (page.markdown, page.meta) == meta.get_data(text)


def test_places_in_tags_are_told() -> None:
    """Also where they are written as few would write them."""
    config: Any = SimpleNamespace(markdown_extensions=[], mdx_configs={})
    file = SimpleNamespace(src_uri="a.md")
    page: Any = SimpleNamespace(file=file, markdown="A <b ID = 'one'>b</b> <a name=two>c</a>\n\nid=three")
    Reader(config).render(page, config, Files([]))
    assert page.present_anchor_ids == {"one", "two"}
