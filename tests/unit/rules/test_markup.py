"""No page of an editor's brings markup that runs, fetches or asks, however it is written."""

from __future__ import annotations

import random
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from generator.model.site import TextPage
from generator.rules.markup import ATTRIBUTES, EXTENSIONS, TAGS, judge_html, list_targets, render
from generator.rules.pages import CODE
from tests.conftest import PROJECT, REPOSITORY, check
from tests.hostile import SEED, TIMES

ATTACKS = {
    '<div title="<" onclick="alert(1)">x</div>': "1:1 TXT001",
    "a ` b\n\n<script>alert(1)</script>\n\nc ` d": "3:1 TXT001",
    '[x](start.md){ onclick="alert(1)" }': "1:16 TXT001",
    'word\n{: onmouseover="alert(1)" }': "2:4 TXT001",
    '[x](start.md){ href="javascript:alert(1)" }': "1:22 TXT002",
    "[x](java&#115;cript:alert(1))": "1:5 TXT002",
    "[x](&#x6A;avascript&colon;alert(1))": "1:5 TXT002",
    "[x](</\\example.org/>)": "1:6 TXT002",
    "[x][y]\n\n[y]: JavaScript:alert(1)": "3:6 TXT002",
    "[x](https://www.example.org@example.com/)": "1:5 TXT002",
    "[x](https://127.1/)": "1:5 TXT002",
    "[x](https:example.org)": "1:5 TXT002",
    "a [www.example.org](https://example.com/)": "1:4 TXT002",
    "a [www.example.org][y]\n\n[y]: https://example.com/": "1:4 TXT002",
    "![x](https://example.org/x.png)": "1:6 TXT002",
    "![x][y]\n\n[y]: https://example.org/x.png": "3:6 TXT002",
    "![x](//example.org/x.png)": "1:6 TXT002",
    "![x](data:image/svg+xml,x)": "1:6 TXT002",
    "[![x](http://example.org/x.png)](start.md)": "1:7 TXT002",
    "![x](x.png){ onerror=alert(1) }": "1:14 TXT001",
    "![x](x.png){ srcset=https://example.org/x.png }": "1:14 TXT001",
    "<!--> <script>alert(1)</script> -->": "1:7 TXT001",
    "<!-- a --!> <img src=x onerror=alert(1)> -->": "1:13 TXT001",
    "</div></article></main>": "1:1 TXT001",
    "<div>open": "1:1 TXT001",
    "<svg><style><img src=x onerror=alert(1)></style></svg>": "1:1 TXT001",
    '<p style="position: fixed">x</p>': "1:4 TXT001",
    "word\n{: style='position:fixed' }": "2:4 TXT001",
    '<p id="a b&lt;">x</p>': "1:4 TXT001",
    "```\n<b>\n```\n<base href='https://example.org/'>": "4:1 TXT001",
    "<cg-quiz data-x='1'></cg-quiz>": "1:1 TXT001",
    # Python-Markdown ends the address one letter short of its own sign for what it has put by.
    "[x](start.md '``</b>![x](<b><a \\\\": "1:3 TXT001",
}
OF_WHOLE_PAGES = {
    '---\ntitle: "<script>alert(1)</script>"\n---\n# A\n': "2:8 TXT001",
    "---\ndescription: 'x\" onclick=\"alert(1)'\n---\n# A\n": "2:14 TXT001",
    "---\nlinked: '</script>'\n---\n# A\n": "2:1 FLD001",
    "---\ntemplate: 404.html\n---\n# A\n": "2:1 FLD001",
    "linked: </script><b>x</b>\n\n# A\n": "1:1 PAG005",
    "--- \nlinked: </script><b>x</b>\n---\n# A\n": "1:1 PAG005",
    "---\ntitle: A\n...\n<script>alert(1)</script>\n\n---\n# A\n": "4:1 SRC006",
}
HARMLESS = """\
---
title: "R&D: all of it"
description: Words, “quoted”.
hide: [navigation, toc]
---
# Words { #words }

A lead. 3 < 5 & 7 > 6, `<script>` and <abbr title="for example">e.g.</abbr>
{: .cg-lead }

<!-- A note: <b> and > --> ![Here](picture.png) <https://example.org/?a=1&b=2> <hello@example.org>

| a | b |
|:--|--:|
| 1 | 2 |

<details markdown="1"><summary>More</summary>

1. One<br>two

</details>

[Mail](mailto:a@example.org) ~~~ [Page](start.md#words){ .md-button }

```python
print("<b onclick=1>")
```
"""


def test_every_way_in_is_named_by_its_place_and_what_is_harmless_passes(project: Path) -> None:
    pages = {f"# A\n\n{text}\n": expected for text, expected in ATTACKS.items()} | OF_WHOLE_PAGES
    for number, text in enumerate(pages):
        (project / f"content/attack-{number}.md").write_text(text, encoding="utf-8")
    (project / "content/harmless.md").write_text(HARMLESS, encoding="utf-8")
    found = [problem for problem in check(project) if "/attack-" in problem.path or "/harmless" in problem.path]
    for number, (text, expected) in enumerate(pages.items()):
        place, code = expected.split()
        line, column = map(int, place.split(":"))
        line += 2 if text.startswith("# A\n\n") else 0
        told = {(one.line, one.column, one.code) for one in found if one.path == f"content/attack-{number}.md"}
        assert (line, column, code) in told, f"{text!r}: {told}"
    assert not [str(problem) for problem in found if "/harmless" in problem.path]


class Seen(HTMLParser):
    """The elements and attributes that a lenient reader finds."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


PIECES = [
    "<", ">", "</", "/>", "<b>", "</b>", "<div", "<script>", "<img src=x", " onerror=alert(1)", ' title="', '"', "'",
    "=", "`", "``", "```\n", "~~~\n", "\n", "\n\n", "    ", "<!--", "-->", "--!>", "<!", "<?", "?>", "<![CDATA[", "]]>",
    "[x](", "![x](", ")", "javascript:", "java&#115;cript:", "https://example.org/", "{: ", "{ ", "}", " onclick=x ",
    "href=javascript:x", "src=//x.org/", "<a ", "[y]: ", "[x][y]", "<svg>", "<details markdown>", "</details>", "&lt;",
    "\\", "*", "|", "- ", "> ", "# ", "word", " ", "markdown=1", "<p>", "<table>", "<iframe", "\t", "style=x",
]  # fmt: skip


def find_ways_in(seed: int, count: int) -> tuple[int, list[str]]:
    """How many of `count` random pages are accepted, and those of them in which a lenient reader finds a way in."""
    chance = random.Random(seed)  # noqa: S311
    accepted, bad = 0, []
    for _ in range(count):
        text = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 12)))
        page = TextPage("a.md", text)
        if list(judge_html(page)):
            continue
        accepted += 1
        for tag, attributes in Seen(render(text)).found:
            names = {name for name in attributes if not (name == "style" and tag in ("td", "th"))}
            if tag not in TAGS | {"h1", "h2", "h6", "img"} or names - ATTRIBUTES - {"alt", "src"}:
                bad.append(text)
            for name in ("href", "src"):
                if (value := attributes.get(name)) and (name, "".join(value.split())) not in list_targets(page):
                    bad.append(text)
    return accepted, bad


def test_random_pages_that_are_accepted_have_no_way_in() -> None:
    accepted, bad = find_ways_in(SEED, count=600 * TIMES)
    assert not bad
    assert accepted > 200 * TIMES, "most pages are refused: the pieces test nothing"


@pytest.mark.parametrize("root", [PROJECT, REPOSITORY])
def test_pages_are_judged_as_the_site_reads_them(root: Path) -> None:
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    named = {next(iter(one)) if isinstance(one, dict) else one for one in settings["markdown_extensions"]}
    assert named | {"fenced_code"} == set(EXTENSIONS), "the first is MkDocs' own"


@pytest.mark.parametrize("sign", ["[", "`", "![a](", "[a](", "a `", "[ ` ", "<a "])
def test_a_page_that_nobody_could_wait_for_is_refused_at_once(sign: str) -> None:
    page = TextPage("a.md", f"# A\n\n{sign * (100_000 // len(sign))}\n")
    begun = time.monotonic()
    (problem,) = judge_html(page)
    assert problem.message.startswith("more signs of links, code and tags")
    assert time.monotonic() - begun < 5
    assert [*judge_html(TextPage("a.md", "# A\n\n" + "A [link](https://example.org/) and `code`. " * 50))] == []


def test_code_without_an_end_is_sought_once() -> None:
    begun = time.monotonic()
    assert CODE.sub("", "`" * 60_000 + "a `b` c ``d`e``") == "`" * 60_000 + "a  c "
    assert time.monotonic() - begun < 2
