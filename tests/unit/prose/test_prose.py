from __future__ import annotations

import random

import pytest

from generator.prose import parsing
from generator.prose.forbidden import ProseError, check_label, check_target
from generator.prose.nodes import Bullets, Embed, Link, Paragraph, Span, Text, links
from generator.prose.parsing import parse, parse_inline
from generator.prose.writing import write_blocks
from tests.unit.prose.markdown import publish


def test_paragraphs_without_markup_lose_only_their_line_breaks() -> None:
    assert parse("One\ntwo.\n\nThree & four < five.") == (
        Paragraph((Text("One"), Text(" "), Text("two."))),
        Paragraph((Text("Three & four < five."),)),
    )
    assert parse("One\ntwo.") == (Paragraph((Text("One two."),)),)


def test_emphasis_links_and_nested_lists_become_nodes() -> None:
    blocks = parse("*a* **b** [c](occupation:cook)\n\n1. one\n   - two")
    assert blocks[0] == Paragraph(
        (
            Span("em", (Text("a"),)),
            Text(" "),
            Span("strong", (Text("b"),)),
            Text(" "),
            Link("occupation:cook", (Text("c"),)),
        )
    )
    inner = Bullets(ordered=False, items=((Paragraph((Text("two"),)),),))
    assert blocks[1] == Bullets(ordered=True, items=((Paragraph((Text("one"),)), inner),))


def test_star_within_a_name_sets_nothing_in_italics() -> None:
    assert parse_inline("O*NET and again O*NET") == (Text("O*NET and again O*NET"),)


def test_marker_on_a_line_of_its_own_is_a_block() -> None:
    assert parse("Before.\n\n<!-- quiz: interests -->\n\nAfter.")[1] == Embed("quiz: interests")


def test_links_are_found_at_any_depth() -> None:
    blocks = parse("[a](quiz:x)\n\n- *[b](https://b.org)*\n  1. [c](mailto:c@d.org)")
    assert [link.target for link in links(blocks)] == ["quiz:x", "https://b.org", "mailto:c@d.org"]


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&#58;alert(1)", "javascript&colon;alert(1)",
        "&#x6A;avascript:x", "java&Tab;script:x", "&amp;#106;avascript:x", "data:text/html,x", "vbscript:x", "file:///etc",
        "http://example.org", "//example.org", "/etc", "../x", "#x", "cook.md", "occupation:", "occupation:../x",
        "occupation:Cook", "mailto:", "mailto:a@b@c", "mailto:a@b?subject=x:y", "https://", "ftp://a.org",
        "https://a.org@b.org/", "https://127.1/", "https://0x7f.1/", "https://[::1]/", "https://a.localhost./", "https://a",
        "https://a.org%40b.org/", "https:///a.org/",
    ],
)  # fmt: skip
def test_link_elsewhere_is_refused(target: str) -> None:
    with pytest.raises(ProseError) as caught:
        parse(f"See [this]({target}).")
    assert caught.value.code == "TXT002"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<script>x</script>", "TXT001"), ("a <b>b</b>", "TXT001"), ("</p>", "TXT001"), ("a <!-- x -->", "TXT001"),
        ("<https://example.org>", "TXT001"), ("<?php ?>", "TXT001"), ("<![CDATA[x]]>", "TXT001"), ("&lt;b>", "TXT001"),
        ("&ltscript&gt", "TXT001"), ("&#60;b>", "TXT001"), ("&#x3c;b>", "TXT001"), ("&amp;amp;lt;b>", "TXT001"),
        ("\\<b>", "TXT001"), ("a {: .x}", "TXT003"), ("a {.x}", "TXT003"), ("a {#x}", "TXT003"),
        ("a { onclick=x }", "TXT003"), ("&#123;.x}", "TXT003"), ("&lcub;.x}", "TXT003"), ("# a", "TXT004"),
        ("a\n===", "TXT004"), ("> a", "TXT004"), ("`a`", "TXT004"), ("```\na\n```", "TXT004"), ("    a", "TXT004"),
        ("---", "TXT004"), ("![a](https://b.org)", "TXT004"), ("a\\\nb", "TXT004"),
        ("[](https://b.org)", "TXT004"), ("[a](https://b.org 'c')", "TXT004"), ("- a\n-", "TXT004"),
        ("**a *b* c**", "TXT004"), ("*a***b**", "TXT004"), ("3. a", "TXT004"), ("a&zwnj;b", "SRC005"),
        ("a&#x202e;b", "SRC005"), ("a&amp;#8203;b", "SRC005"),
    ],
)  # fmt: skip
def test_everything_outside_the_subset_is_refused(text: str, code: str) -> None:
    with pytest.raises(ProseError) as caught:
        parse(text)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("R&D and &#60;b>", "&#60;b>"),
        ("&#60;b>", "&#60;b>"),
        ("&lt; and &amp;lt;b>", "&amp;lt;b>"),
        ("[a](java&#115;cript:x)", "java&#115;cript:x"),
        ("a & b {.x}", "{.x}"),
    ],
)
def test_what_is_wrong_is_named_as_it_was_typed(text: str, typed: str) -> None:
    with pytest.raises(ProseError) as caught:
        parse(text)
    assert caught.value.found == typed


@pytest.mark.parametrize("text", [r"\[a\](https://b.org)", r"2\*\*3 and 2\*\*4"])
def test_signs_with_a_backslash_before_them_are_shown(text: str) -> None:
    (block,) = parse(text)
    assert write_blocks([block], str) == text


def test_emphasis_without_end_is_refused_before_it_exhausts_the_stack() -> None:
    with pytest.raises(ProseError) as caught:
        parse("*" * 3000 + "a" + "*" * 3000)
    assert caught.value.code == "TXT004"


def test_link_keeps_the_parameters_of_its_address() -> None:
    address = "https://example.org/?q=a&region=US&copy=2&lt=3"
    (link,) = links(parse(f"[x]({address})"))
    assert link.target == address
    assert "&amp;region=US" in write_blocks(parse(f"[x]({address})"), str)


@pytest.mark.parametrize(
    "target",
    [
        'https://a.org/"x', "https://a.org/<b>", "https&#58;//a.org/", "https://[::1]/", "https://10.0.0.1/",
        "https://localhost:80/",
    ],
)  # fmt: skip
def test_an_address_is_refused_also_where_no_parser_has_read_it(target: str) -> None:
    check_target("https://münchen.example/")
    with pytest.raises(ProseError, match="link to"):
        check_target(target)


def test_a_link_is_called_by_the_host_to_which_it_leads() -> None:
    for label in ("WWW.A.org", "https://a.org/b", "the union"):
        check_label(label, "https://a.org/")
        check_label("a.org", "mailto:b@a.org")
    with pytest.raises(ProseError, match="called 'www"):
        check_label("www.a.org", "https://b.org/")


def test_list_after_a_list_of_the_other_kind_stays_its_own() -> None:
    written = write_blocks(parse("- a\n- b\n\n1. c\n2. d"), str)
    assert [tag for tag, _ in publish(written).elements if tag in ("ul", "ol")] == ["ul", "ol"]


LINK_PIECES = [
    *(
        "a word",
        "Two. Words",
        "\n",
        "\n\n",
        " ",
        ",",
        "-",
        "1.",
        "  \n",
        "- ",
        "!",
        "*",
        "_",
        "#",
        ":",
        "[",
        "]",
        "(x)",
    ),
    *(
        "[a page](occupation:cook)",
        "[one, two](https://example.org/a_b/c.html)",
        "[x](page:about/data)",
        "[a*b](quiz:x)",
    ),
    *(
        "[ spaced ](method:learn)",
        "[x]( field:a )",
        "[x](mailto:a@example.org)",
        "[1. x](field:y)",
        "[x](http://e.org)",
    ),
]


LIST_PIECES = [
    *(
        "A word",
        "two. Words",
        "\n",
        "\n\n",
        "\n\n",
        " ",
        ",",
        "1. ",
        "  ",
        "8:00",
        "---",
        "+",
        "*",
        "_",
        "#",
        ":",
        "&",
        "é",
    ),
    *(
        "\n- ",
        "\n- ",
        "\n- **8:00** Rise",
        "\n- **8:00**",
        "\n\n- **At noon** eat",
        "- ",
        "**",
        "\n  ",
        "\n1. ",
        "\n* x",
        "(x)",
    ),
]


@pytest.mark.parametrize(
    ("way", "pieces", "least"), [("_parse_links", LINK_PIECES, 300), ("_parse_list", LIST_PIECES, 300)]
)
def test_what_is_read_quickly_is_read_as_the_parser_reads_it(
    monkeypatch: pytest.MonkeyPatch, way: str, pieces: list[str], least: int
) -> None:
    chance = random.Random(3)  # noqa: S311
    texts = {"".join(chance.choices(pieces, k=chance.randrange(1, 9))) for _ in range(24_000)}

    def read(text: str) -> str:
        parsing._parse_text.cache_clear()
        try:
            return write_blocks(parse(text), str)
        except ProseError as error:
            return f"{error.code} {error.message} {error.found!r}"

    # Two blanks become one in all texts without markup, and are kept by the parser.
    few = [text for text in texts if "  " not in text and parsing._MARKUP.search(text)]
    quick = {text: read(text) for text in few if getattr(parsing, way)(text) is not None}
    assert len(quick) > least
    monkeypatch.setattr(parsing, way, lambda _: None)
    assert {text: read(text) for text in quick} == quick
