"""Published pages, scripts and styles lose blanks and comments, and nothing else."""

from __future__ import annotations

import re

import pytest

from generator.publishing.slimming import forget_search, slim, slim_script, slim_sheet


@pytest.mark.parametrize(
    ("page", "slimmed"),
    [
        ("<p>one\n   two</p>\n\n  <p>three</p>", "<p>one two</p> <p>three</p>"),
        ("<p>one</p><!-- gone --><p>two</p>", "<p>one</p><p>two</p>"),
        ("<p>a <b>b</b> c</p>", "<p>a <b>b</b> c</p>"),
        ("<div>\n <b>a</b>\n  <i>b</i></div>", "<div> <b>a</b> <i>b</i></div>"),
        ("<ul><li>a</li>\n\n<li>b</li></ul>", "<ul><li>a</li> <li>b</li></ul>"),
        ("<div>\ue000 <b>a</b>\n<b>b</b></div>", "<div>\ue000 <b>a</b> <b>b</b></div>"),
        (
            "<head><title>a</title>\n\n<meta name=a>\n</head>\n<body>",
            "<head><title>a</title><meta name=a></head><body>",
        ),
        ('<head><meta name="generator" content="mkdocs-1.6"><meta name="a"></head>', "<head><meta name=a></head>"),
        ("<pre>  as\n it  is</pre>", "<pre>  as\n it  is</pre>"),
        ("<pre><b>a</b>\n  <b>b</b></pre>", "<pre><b>a</b>\n  <b>b</b></pre>"),
        ("<textarea>\n a\n b</textarea>", "<textarea>\n a\n b</textarea>"),
        ("<script>a = '<b></b>  <i>'</script>", "<script>a = '<b></b>  <i>'</script>"),
        ('<option value="">Any</option>', "<option value>Any</option>"),
        ('<input placeholder=" " value="1">', '<input placeholder=" " value=1>'),
        ('<a href="x" title="a &quot;b&quot; <c>">y</a>', "<a title='a \"b\" <c>' href=x>y</a>"),
    ],
)
def test_page_reads_as_before(page: str, slimmed: str) -> None:
    assert slim(page) == slimmed


@pytest.mark.parametrize(
    ("script", "slimmed"),
    [
        ("/** Why. */\nexport const a = 1; // so\n", "export const a=1;"),
        ("const t = `two  blanks // and  ${a  +  1} /* no comment */`;", None),
        ("const s = 'http://a  /* b */';", None),
        ("const r = /[/]\\/*  x/u.test(s);", None),
        ("return /a  b/.exec(c);", None),
        ("class A {\n  #a = 1;\n  get b() { return this.#a; }\n}", None),
        ("for (const a of b) c ??= d?.e;", None),
        ("let a = b\n++c", "let a=b\n++c"),
    ],
)
def test_script_means_what_it_did(script: str, slimmed: str | None) -> None:
    found = slim_script(script)
    if slimmed is not None:
        assert found == slimmed
        return
    for kept in (
        "two  blanks // and  ${",
        "} /* no comment */`",
        "'http://a  /* b */'",
        "/[/]\\/*  x/u",
        "/a  b/",
        "#a",
    ):
        assert (kept in found) == (kept in script), kept
    assert "".join(found.split()) == "".join(script.split())


@pytest.mark.parametrize(
    ("sheet", "slimmed"),
    [
        ("/* why */\n.a, .b  > c {\n  color: red;\n  margin: 0 auto;\n}\n", ".a,.b > c{color:red;margin:0 auto}"),
        (
            ".a :is(b, c):not(.d) ::before { x: calc(1px + (2px - 3px)); }",
            ".a :is(b,c):not(.d) ::before{x:calc(1px + (2px - 3px))}",
        ),
        ("@media print, (min-width: 45em) { a { b: c } }", "@media print,(min-width:45em){a{b:c}}"),
        ('a::after { content: "; } /* no */  x" / ""; }', 'a::after{content:"; } /* no */  x" / ""}'),
        ("a { content: '\\'  {'; }", "a{content:'\\'  {'}"),
        ("a/* x */b { --empty: ; }", "a b{--empty:}"),
        ("a { b: c !important;; }", "a{b:c !important}"),
    ],
)
def test_sheet_means_what_it_did(sheet: str, slimmed: str) -> None:
    assert slim_sheet(sheet) == slimmed


def test_what_leaves_a_part_out_of_the_search_goes_from_tags_alone() -> None:
    page = (
        '<body><h2 id=a data-search-exclude>A data-search-exclude b</h2><p data-search-exclude="" class=b>C</p></body>'
    )
    assert slim(page) == "<body><h2 id=a>A data-search-exclude b</h2><p class=b>C</p></body>"
    assert slim("<body><p>1 < 2 data-search-exclude </p></body>").endswith(" data-search-exclude</p></body>")


@pytest.mark.parametrize(
    "content",
    [
        '<h2 id="a" data-search-exclude="data-search-exclude">A</h2>\n<p data-search-boost="2" class="b">C</p>',
        '<p data-search-exclude="x"  data-search-exclude="y">data-search-a="b"data-search-c="d"</p>',
        "data-search-exclude and data-search-a=''",
        'data-search-a="b"\n\u2003data-search-a="b"',
        "",
    ],
)
def test_marks_for_the_search_go_as_the_search_takes_them_away(content: str) -> None:
    assert forget_search(content) == re.sub(r"\s?data-search-\w+=\"[^\"]+\"", "", content)


def test_blanks_stay_in_the_head_and_where_they_count() -> None:
    page = "<head> <title>T</title> </head><body> <p> <b>B</b> <i>I</i></p> <pre> <b> </b> </pre> <p>D</p></body>"
    slimmed = slim(page)
    assert "<b>B</b> <i>I</i>" in slimmed
    assert "<pre> <b> </b> </pre>" in slimmed
    assert "\ue000" not in slimmed
