"""The Jinja environments: templates see models and strings, and nothing they print is unescaped by accident.

`*.html.j2` escape for HTML. In `*.md.j2` every text is escaped for Markdown unless a filter below has written it.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup

from generator import links
from generator.pages.filters import FILTERS, breadcrumbs, dump_json, finalize
from generator.problems import Problem, ProjectError
from generator.sources.shipped.layers import Layers
from generator.strings import MissingTextError


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


COMPILED = _Compiled()
"""For every environment of this process; kept in memory alone, since what lies in a folder must never be run."""


def settle(environment: jinja2.Environment) -> None:
    """Say that no template, and no name that all of them see, will change: else each block looks them all up anew."""
    environment.auto_reload = False

    def make_globals(d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**environment.globals, **(d or {})}

    environment.make_globals = make_globals  # type: ignore[method-assign]


@dataclass(frozen=True)
class Texts:
    """The templates of one folder as they were at one moment: name -> text, and name -> file as shown to people."""

    texts: Mapping[str, str]
    shown: Mapping[str, str]

    def find(self, name: str) -> tuple[str, str, None] | None:
        """The text of a template and its name for errors, as Jinja wants it; a path would be kept in compiled code."""
        return (self.texts[name], name, None) if name in self.texts else None


def read_texts(layers: Layers, name: str = links.TEMPLATES) -> Texts:
    """All templates of a site, or those in a folder called otherwise."""
    paths = layers.glob(name, "**/[!.]*.j2")
    return Texts(
        {name: path.read_text(encoding="utf-8") for name, path in paths.items()},
        {name: layers.show(path) for name, path in paths.items()},
    )


class Templates:
    """Renders the templates of one folder with names that all of them share."""

    def __init__(self, texts: Texts, shared: Mapping[str, Any]) -> None:
        self._texts = texts
        # From memory: what a page is made of is what its key was made of, whatever is saved in the meantime.
        loader = jinja2.FunctionLoader(texts.find)
        options: dict[str, Any] = {
            "loader": loader,
            "bytecode_cache": COMPILED,
            "undefined": jinja2.StrictUndefined,
            "trim_blocks": True,
            "lstrip_blocks": True,
        }
        self._html = jinja2.Environment(autoescape=True, **options)
        # autoescape stays off: `finalize` below escapes for Markdown, which HTML escaping would spoil.
        self._markdown = jinja2.Environment(autoescape=False, finalize=finalize, **options)  # noqa: S701
        for environment in (self._html, self._markdown):
            settle(environment)
            environment.globals.update(shared)
            environment.filters.update(FILTERS)
            environment.policies["json.dumps_function"] = dump_json
            environment.policies["json.dumps_kwargs"] = {}  # Else keys would be sorted, and scales lose their order.
        self._markdown.globals["block"] = self._block
        self._html.globals["card"] = self._card
        self._cards: dict[tuple[str, str], Markup] = {}
        self._markdown.globals["breadcrumbs"] = breadcrumbs

    def markdown(self, name: str, **context: Any) -> str:
        """A Markdown template's text, for the page `context["page"]`."""
        return self._render(self._markdown, f"{name}.md.j2", context)

    def html(self, name: str, **context: Any) -> Markup:
        """An HTML template's text on lines without a gap, so that Markdown takes it for one block of HTML."""
        rendered = self._render(self._html, f"{name}.html.j2", context)
        return Markup("\n".join(line.strip() for line in rendered.splitlines() if line.strip()))  # noqa: S704

    @jinja2.pass_context
    def _block(self, context: Context, name: str, **more: Any) -> Markup:
        """`{{ block("blocks/occupation/pay", ...) }}` in a Markdown template: an HTML template with the same page.

        It sees the names that were `given` to the page besides its own.
        """
        given = context.get("given", {})
        page = context["page"]
        return self.html(name, page=page, root=links.root(page), **{**given, **more})

    @jinja2.pass_context
    def _card(self, context: Context, slug: str) -> Markup:
        """The card of an occupation: hundreds of pages show it, and it is made once for each way back to the root."""
        root = context["root"]
        if (root, slug) not in self._cards:
            page = "/".join("_" * root.count("../")) + ".md" if ".." in root else links.HOME
            card = self.html(
                "blocks/parts/card", page=page, root=root, slug=slug, occupation=context["occupations"][slug]
            )
            self._cards[root, slug] = card
        return self._cards[root, slug]

    def _render(self, environment: jinja2.Environment, name: str, context: Mapping[str, Any]) -> str:
        hint = ""
        try:
            return environment.get_template(name).render(context)
        except jinja2.TemplateSyntaxError as error:
            where, line, message = error.name or name, error.lineno, error.message or "syntax error"
        except jinja2.TemplateNotFound as error:
            where, line, message = str(error.name or name), 1, "there is no such template"
        except MissingTextError as error:
            where, line, message = *_place(error, self._texts, name), str(error)
            hint = "add it to templates/strings/en.yml"
        except (LookupError, ValueError) as error:
            what = f"no value for {error}" if isinstance(error, LookupError) else str(error)
            where, line, message = *_place(error, self._texts, name), what
            hint = "check the {names} in the text that is filled in here, in templates/strings/"
        except RecursionError as error:
            where, line, message = *_place(error, self._texts, name), "includes or calls itself without end"
        except (jinja2.TemplateError, TypeError, AttributeError, ArithmeticError) as error:
            where, line, message = *_place(error, self._texts, name), str(error)
        shown = self._texts.shown.get(where, f"{links.TEMPLATES}/{where}")
        raise ProjectError([Problem(shown, line, 1, "TPL001", message, hint)])


def _place(error: Exception, texts: Texts, name: str) -> tuple[str, int]:
    """The template and line in which `error` came up; Jinja rewrites tracebacks to point there."""
    place = (name, 1)
    trace = error.__traceback__
    while trace is not None:
        if (where := trace.tb_frame.f_code.co_filename) in texts.texts:
            place = (where, trace.tb_lineno)
        trace = trace.tb_next
    return place
