"""Parts of Material's templates that are the same on many pages: rendered once, and put into the others as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import jinja2
from jinja2.meta import find_undeclared_variables
from jinja2.runtime import Context
from mkdocs.structure.nav import Navigation

_ALIKE = (
    "partials/javascripts/palette.html",
    "partials/nav.html",
    "partials/palette.html",
    "partials/search.html",
    "partials/tabs.html",
)
"""What says no more of a page that the navigation does not name than where it is."""
_WITHIN = ("partials/logo.html", "partials/nav-item.html", "partials/source.html", "partials/tabs-item.html")
_Render = Callable[[Context], Iterator[str]]


def repeat(env: jinja2.Environment, nav: Navigation, before: Iterable[str]) -> None:
    """Render these parts once for each folder of pages.

    Not where a file speaks of the page in one of the folders `before` Material's own, whose files take their places.
    """
    paths = [Path(folder, name) for folder in before for name in (*_ALIKE, *_WITHIN)]
    texts = (path.read_text(encoding="utf-8") for path in paths if path.is_file())
    if any("page" in find_undeclared_variables(env.parse(text)) for text in texts):
        return
    urls = [page.url for page in nav.pages]
    for name in _ALIKE:
        template = env.get_template(name)
        template.root_render_func = _once(template.root_render_func, urls)


def _once(render: _Render, urls: Sequence[str]) -> _Render:
    """`render`, which is asked once for each folder of pages.

    Not for a page that is among these `urls`, to which the navigation leads, or above one: that is marked there.
    """
    known: dict[str, str] = {}

    def render_once(context: Context) -> Iterator[str]:
        page = context.get("page")
        if page is None or any(url.startswith(page.url) for url in urls):
            yield from render(context)
            return
        folder = page.url.rstrip("/").rpartition("/")[0]
        if folder not in known:
            known[folder] = "".join(render(context))
        yield known[folder]

    return render_once
