"""The Jinja environments: templates see models and strings, and nothing they print is unescaped by accident.

`*.html.j2` escape for HTML. In `*.md.j2` every text is escaped for Markdown unless a filter below has written it.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup

from generator import links, prose, writing
from generator.problems import Problem, ProjectError


class MissingTextError(ValueError):
    """A template asks for a text that content/strings/en.yml does not have. No LookupError: Jinja would swallow it."""


class Words:
    """A section of the interface texts. Unlike a dict it has no attribute but its texts, so `t.quiz.items` is one."""

    def __init__(self, texts: Mapping[str, Any], name: str = "t") -> None:
        self._texts, self._name = texts, name

    def __getitem__(self, key: str) -> Any:
        name = f"{self._name}.{key}"
        if key not in self._texts:
            raise MissingTextError(f"no text {name}")
        text = self._texts[key]
        return Words(text, name) if isinstance(text, Mapping) else text

    def __str__(self) -> str:
        raise TypeError(f"{self._name} is a section of texts, not a text")

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __json__(self) -> Mapping[str, Any]:
        return self._texts


class _Compiled(jinja2.BytecodeCache):
    """Templates compiled before, by their source: a preview renders the same ones after each change of a text."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` if its template has been compiled from the same source."""
        if code := self._code.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what has just been compiled."""
        self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


class Templates:
    """Renders the templates of one folder with names that all of them share."""

    def __init__(self, folder: Path, shared: Mapping[str, Any]) -> None:
        self._folder = folder
        loader = jinja2.FileSystemLoader(folder)
        options: dict[str, Any] = {
            "loader": loader,
            "bytecode_cache": _COMPILED,
            "undefined": jinja2.StrictUndefined,
            "trim_blocks": True,
            "lstrip_blocks": True,
        }
        self._html = jinja2.Environment(autoescape=True, **options)
        # autoescape stays off: `finalize` below escapes for Markdown, which HTML escaping would spoil.
        self._markdown = jinja2.Environment(autoescape=False, finalize=_finalize, **options)  # noqa: S701
        for environment in (self._html, self._markdown):
            environment.globals.update(shared)
            environment.filters.update(_FILTERS)
            environment.policies["json.dumps_function"] = _dump_json
            environment.policies["json.dumps_kwargs"] = {}  # Else keys would be sorted, and scales lose their order.
        self._markdown.globals["block"] = self._block
        self._markdown.globals["breadcrumbs"] = _breadcrumbs

    def markdown(self, name: str, **context: Any) -> str:
        """A Markdown template's text, for the page `context["page"]`."""
        return self._render(self._markdown, f"{name}.md.j2", context)

    def html(self, name: str, **context: Any) -> Markup:
        """An HTML template's text on lines without a gap, so that Markdown takes it for one block of HTML."""
        rendered = self._render(self._html, f"{name}.html.j2", context)
        return Markup("\n".join(line.strip() for line in rendered.splitlines() if line.strip()))  # noqa: S704

    @jinja2.pass_context
    def _block(self, context: Context, name: str, **more: Any) -> Markup:
        """`{{ block("blocks/pay", ...) }}` in a Markdown template: an HTML template with the same page."""
        return self.html(name, page=context["page"], root=links.root(context["page"]), **more)

    def _render(self, environment: jinja2.Environment, name: str, context: Mapping[str, Any]) -> str:
        hint = ""
        try:
            return environment.get_template(name).render(context)
        except jinja2.TemplateSyntaxError as error:
            where, line, message = error.name or name, error.lineno, error.message or "syntax error"
        except jinja2.TemplateNotFound as error:
            where, line, message = str(error.name or name), 1, "there is no such template"
        except MissingTextError as error:
            where, line, message = *_place(error, self._folder, name), str(error)
            hint = "add it to content/strings/en.yml"
        except (LookupError, ValueError) as error:
            what = f"no value for {error}" if isinstance(error, LookupError) else str(error)
            where, line, message = *_place(error, self._folder, name), what
            hint = "check the {names} in the text that is filled in here, in content/strings/en.yml"
        except (jinja2.TemplateError, TypeError, AttributeError) as error:
            where, line, message = *_place(error, self._folder, name), str(error)
        raise ProjectError([Problem(f"templates/{self._folder.name}/{where}", line, 1, "TPL001", message, hint)])


def _place(error: Exception, folder: Path, name: str) -> tuple[str, int]:
    """The template and line in which `error` came up; Jinja rewrites tracebacks to point there."""
    place = (name, 1)
    trace = error.__traceback__
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.is_relative_to(folder):
            place = (path.relative_to(folder).as_posix(), trace.tb_lineno)
        trace = trace.tb_next
    return place


def _finalize(value: Any) -> Any:
    return value if isinstance(value, Markup) or not isinstance(value, str) else writing.escape_line(value)


def _dump_json(value: Any, **options: Any) -> str:
    return json.dumps(value, default=lambda words: words.__json__(), ensure_ascii=False, **options)


def _resolver(context: Context, *, published: bool) -> writing.Resolve:
    """Turns page ids into links from the page being rendered: to Markdown files, or to published addresses."""
    page = context["page"]

    def resolve(target: str) -> str:
        kind, _, name = target.partition(":")
        if kind not in prose.PAGE_KINDS:
            return target
        path = links.identified(kind, name, context["strategy_methods"])
        return links.relative_address(path, page) if published else links.relative(path, page)

    return resolve


@jinja2.pass_context
def _prose(context: Context, text: str) -> Markup:
    """Prose as blocks of Markdown."""
    written = writing.write_blocks(prose.parse(text), _resolver(context, published=False))
    return Markup(written.strip())  # noqa: S704


@jinja2.pass_context
def _sentence(context: Context, text: str) -> Markup:
    """A sentence as a paragraph of Markdown."""
    nodes = prose.parse_inline(text)
    return Markup(writing.write_paragraph(nodes, _resolver(context, published=False)))  # noqa: S704


@jinja2.pass_context
def _sentence_html(context: Context, text: str) -> Markup:
    """A sentence as inline HTML."""
    return Markup(writing.write_html(prose.parse_inline(text), _resolver(context, published=True)))  # noqa: S704


@jinja2.pass_context
def _link(context: Context, path: str) -> Markup:
    """The link from the page being rendered to the Markdown file `path`."""
    return Markup(links.relative(path, context["page"]))  # noqa: S704


@jinja2.pass_context
def _href(context: Context, path: str) -> str:
    """The published address of the Markdown file `path`, as seen from the page being rendered."""
    return links.relative_address(path, context["page"])


@jinja2.pass_context
def _breadcrumbs(context: Context, steps: list[tuple[str, str]], current: str) -> Markup:
    """The way to this page for its front matter; addresses are relative to the site's root, as the theme wants them."""
    label = context["t"]["page"]["breadcrumbs"]
    way = [[html.escape(name), links.address(path) or "."] for name, path in steps]
    return _yaml({"label": html.escape(label), "steps": way, "current": html.escape(current)})


_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€"}


def _money(amount: float, currency: str) -> str:
    """An amount as people write it: $97,550 or $29.05."""
    number = f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}"
    return f"{_SIGNS[currency]}{number}" if currency in _SIGNS else f"{number} {currency}"


def _yaml(value: Any) -> Markup:
    """A value for front matter: JSON, which YAML reads as it is."""
    return Markup(json.dumps(value, ensure_ascii=False))  # noqa: S704


def _meta(text: str) -> Markup:
    """A title or description for front matter. The theme prints both into its HTML as they are, so they are escaped."""
    return _yaml(html.escape(text))


_FILTERS: dict[str, Any] = {
    "prose": _prose,
    "sentence": _sentence,
    "sentence_html": _sentence_html,
    "link": _link,
    "href": _href,
    "money": _money,
    "count": lambda number: f"{number:,}",
    "decimal": lambda number: f"{number:.1f}",
    "signed": lambda number: f"{number:+g}".replace("-", "\N{MINUS SIGN}"),
    "date": lambda day: f"{day.day} {day:%B %Y}",
    "yaml": _yaml,
    "meta": _meta,
    "plain": writing.write_plain,
    "start": lambda text: Markup(writing.escape_start(writing.escape_line(text))),  # noqa: S704
}
