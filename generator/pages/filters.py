"""What templates do with a value: write prose, link, and put amounts, dates and front matter as they are read."""

from __future__ import annotations

import copy
import datetime
import functools
import html
import json
import re
from collections.abc import Callable
from typing import Any

import jinja2
from babel.dates import format_date
from babel.numbers import format_decimal, get_minus_sign_symbol, get_plus_sign_symbol
from jinja2.runtime import Context
from markupsafe import Markup

from generator import links
from generator.prose import parsing, writing
from generator.prose.forbidden import PAGE_KINDS
from generator.relations.letters import Letter, Part
from generator.strings import fill, name_language, read_locale, write_count


def finalize(value: Any) -> Any:
    """What a Markdown template prints: escaped, unless a filter wrote it."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else writing.escape_line(value)


def dump_json(value: Any, **options: Any) -> str:
    """JSON for `tojson`, sections of texts included."""
    return json.dumps(value, default=lambda words: words.__json__(), ensure_ascii=False, **options)


def _resolver(context: Context, *, published: bool) -> writing.Resolve:
    """Turns page ids into links from the page being rendered: to Markdown files, or to published addresses."""
    page = context["page"]

    def resolve(target: str) -> str:
        kind, _, name = target.partition(":")
        if kind not in PAGE_KINDS:
            return target
        path = links.identified(kind, name, context["strategy_methods"])
        return links.relative_address(path, page) if published else links.relative(path, page)

    return resolve


@jinja2.pass_context
def _prose(context: Context, text: str) -> Markup:
    """Prose as blocks of Markdown."""
    written = writing.write_blocks(parsing.parse(text), _resolver(context, published=False))
    return Markup(written.strip())  # noqa: S704


@jinja2.pass_context
def _sentence(context: Context, text: str) -> Markup:
    """A sentence as a paragraph of Markdown."""
    nodes = parsing.parse_inline(text)
    return Markup(writing.write_paragraph(nodes, _resolver(context, published=False)))  # noqa: S704


@jinja2.pass_context
def _sentence_html(context: Context, text: str) -> Markup:
    """A sentence as inline HTML."""
    return Markup(writing.write_html(parsing.parse_inline(text), _resolver(context, published=True)))  # noqa: S704


@jinja2.pass_context
def _link(context: Context, path: str) -> Markup:
    """The link from the page being rendered to the Markdown file `path`."""
    return Markup(links.relative(path, context["page"]))  # noqa: S704


@jinja2.pass_context
def _href(context: Context, path: str) -> str:
    """The published address of the Markdown file `path`, as seen from the page being rendered."""
    return links.relative_address(path, context["page"])


@jinja2.pass_context
def breadcrumbs(context: Context, steps: list[tuple[str, str]], current: str) -> Markup:
    """The way to this page for its front matter; addresses are relative to the site's root, as the theme wants them."""
    label = context["t"]["page"]["breadcrumbs"]
    way = [[html.escape(name), links.address(path) or "."] for name, path in steps]
    return _yaml({"label": html.escape(label), "steps": way, "current": html.escape(current)})


def _written(write: Callable[..., str]) -> Callable[..., str]:
    """A filter that writes something as the site's language does."""

    @jinja2.pass_context
    def written(context: Context, *what: Any) -> str:
        return write(*what, tag=context["t"]["script"]["locale"])

    return written


_remembered = functools.lru_cache(maxsize=1 << 16, typed=True)
"""Languages have many rules, and the same figures stand on many pages."""


@_remembered
def write_decimal(number: float, digits: int = 1, *, tag: str) -> str:
    """A number with as many digits behind its point, or comma."""
    return format_decimal(round(number, digits), format=f"#,##0.{'0' * digits}", locale=read_locale(tag))


@_remembered
def write_signed(number: float, *, tag: str) -> str:
    """A change, with its sign; none is neither."""
    find = get_minus_sign_symbol if number < 0 else get_plus_sign_symbol
    # With the marks that keep it before the number where texts are read from the right.
    sign = find(read_locale(tag)).replace("-", "\N{MINUS SIGN}") if number else ""
    return sign + format_decimal(abs(number), locale=read_locale(tag))


@_remembered
def write_date(day: datetime.date, *, tag: str) -> str:
    """A day, with the name of its month: 5 March 2026 or 5. März 2026."""
    return format_date(day, "long", locale=read_locale(tag))


@jinja2.pass_context
def _name_region(context: Context, region: str) -> str:
    """A country, or a part of one, by its name."""
    return str(context["regions"][region].name)


@_remembered
def write_money(amount: float, currency: str, *, tag: str) -> str:
    """An amount, as language/money.js writes it: $97,550 or $29.05; a whole one has no hundredths."""
    locale = read_locale(tag)
    pattern = copy.copy(locale.currency_formats["standard"])
    is_whole = float(amount).is_integer()
    if is_whole:
        pattern.frac_prec = (0, 0)
    written = pattern.apply(amount, locale, currency=currency, currency_digits=not is_whole)
    # CLDR keeps a currency's letters apart from the digits; Babel does not.
    return re.sub(r"(?<=[A-Z])(?=\d)", "\N{NO-BREAK SPACE}", written)


def price(amount: float, currency: str, *, tag: str) -> Markup:
    """An amount of pay, marked so that elements/pay/ can tell it for another unit of time."""
    value = int(amount) if float(amount).is_integer() else amount
    return Markup('<data value="{}">{}</data>').format(value, write_money(amount, currency, tag=tag))


@jinja2.pass_context
def _share(context: Context, share: float) -> str:
    """A share in whole percent; what is not quite none, or all, is not told as such."""
    words, value = context["t"], round(100 * share)
    if value == 0 and share > 0:
        return str(words["accuracy"]["under"])
    if value == 100 and share < 1:
        return str(words["accuracy"]["over"])
    return fill(words["accuracy"]["percent"], value=value)


def _yaml(value: Any) -> Markup:
    """A value for front matter: JSON, which YAML reads as it is."""
    return Markup(json.dumps(value, ensure_ascii=False))  # noqa: S704


def _meta(text: str) -> Markup:
    """A title or description for front matter. The theme prints both into its HTML as they are, so they are escaped."""
    return _yaml(html.escape(text))


def _span(some: Letter | Part, text: str) -> str:
    """A letter or part of one by its name: that itself, or from where to where it goes as `text` has it."""
    return some.first if some.first == some.last else fill(text, first=some.first, last=some.last)


FILTERS: dict[str, Any] = {
    "fill": fill,
    "prose": _prose,
    "sentence": _sentence,
    "sentence_html": _sentence_html,
    "link": _link,
    "href": _href,
    "money": _written(write_money),
    "price": _written(price),
    "region": _name_region,
    "count": _written(write_count),
    "language": name_language,
    "decimal": _written(write_decimal),
    "signed": _written(write_signed),
    "date": _written(write_date),
    "span": _span,
    "share": _share,
    "yaml": _yaml,
    "meta": _meta,
    "plain": writing.write_plain,
    "start": lambda text: Markup(writing.escape_start(writing.escape_line(text))),  # noqa: S704
}
