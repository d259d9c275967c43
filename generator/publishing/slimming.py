"""What is published without the blanks and comments that only we read: up to a third fewer bytes to send."""

from __future__ import annotations

import re

import minify_html
import rjsmin

_PRIVATE = range(0xE000, 0xF900)
"""Characters that mean nothing by themselves; one that is not on the page stands for a blank while it is slimmed."""

# Each begins with a letter, which is found many times faster than a choice of beginnings.
_HEAD = re.compile(r".*?<body\b", re.DOTALL)
_AS_IT_IS = re.compile(r"<(pre|textarea|script|style|svg)\b.*?</\1>", re.DOTALL)
_STRING = r"""(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
_CSS_COMMENT = re.compile(rf"{_STRING}|/\*.*?\*/", re.DOTALL)
_CSS_BLANK = re.compile(rf"{_STRING}|[\s;]*(?P<end>\}})\s*|\s*(?P<mark>[{{;,])\s*|(?P<colon>:)\s+|\s+", re.DOTALL)
_OF_THE_SEARCH = re.compile(r' data-search-exclude(?:="")?(?=[\s>])')
"""What leaves a part of a page out of the index, which is made before a page is slimmed."""
_FOR_THE_SEARCH = re.compile(r'data-search-\w+="[^"]+"')
_MAKER = re.compile(r'<meta name="generator"[^>]*>')
"""Names MkDocs and its version: of no use to readers, and another text by each of its successors."""
_BETWEEN_TAGS = re.compile(r">\s+(?=<)")
_IN_A_TAG = re.compile(r"<[a-z][^<>]*\Z")


def slim(page: str) -> str:
    """The same HTML page in fewer characters, as a reader sees it.

    One blank stays where tags stand apart: whether it is seen is for style sheets to say, which print a list as a
    sentence, and minify-html drops it by the names of the elements. Attributes that only say what holds anyway go, too,
    such as an input's `type="text"` and its empty `value`: neither scripts nor style sheets may look for those.
    """
    sign = next(chr(code) for code in _PRIVATE if chr(code) not in page)
    slimmed = minify_html.minify(
        _sign_blanks(_OF_THE_SEARCH.sub(_drop, _MAKER.sub("", page, count=1)), sign),
        keep_closing_tags=True,
        keep_html_and_head_opening_tags=True,
        minify_css=False,
        minify_js=False,
    )
    return slimmed.replace(sign, " ")


def forget_search(content: str) -> str:
    """A page's content as Material's search leaves it, which looks for these marks from each letter on."""
    *parts, last = _FOR_THE_SEARCH.split(content)
    return "".join([*(part[:-1] if part[-1:].isspace() else part for part in parts), last])


def _drop(found: re.Match[str]) -> str:
    """Nothing in place of an attribute; what only looks like one stays."""
    begin = max(found.string.rfind("<", 0, found.start()), 0)
    return "" if _IN_A_TAG.match(found.string, begin, found.start()) else found[0]


def _sign_blanks(page: str, sign: str) -> str:
    """The page with `sign` in place of blanks between tags, but in its head and where blanks count."""
    head = _HEAD.match(page)
    end = head.end() if head else 0
    parts, signed = [page[:end]], f">{sign}"
    for kept in _AS_IT_IS.finditer(page, end):
        parts += [_BETWEEN_TAGS.sub(signed, page[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*parts, _BETWEEN_TAGS.sub(signed, page[end:])])


def slim_script(script: str) -> str:
    """The same JavaScript without comments and needless blanks; names and texts stay as they are."""
    return str(rjsmin.jsmin(script))


def slim_sheet(sheet: str) -> str:
    """The same CSS; a blank stays where it may mean "below" or part two values."""
    return _CSS_BLANK.sub(_shorten, _CSS_COMMENT.sub(lambda found: found["string"] or " ", sheet)).strip()


def _shorten(found: re.Match[str]) -> str:
    return found["string"] or found["end"] or found["mark"] or found["colon"] or " "
