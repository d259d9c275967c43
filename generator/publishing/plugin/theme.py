"""What the theme gets: files from wherever they are, and names that may stand in attributes whatever they hold."""

from __future__ import annotations

from pathlib import Path

import jinja2
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator import links
from generator.model.site import Site
from generator.publishing.assets.sheet import leave_out_extensions
from generator.register.entries import list_pages
from generator.sources.shipped.layers import Layers

_PRINTED = ("site_name", "site_description", "site_author")
"""Settings that Material prints as they are, also between quotation marks."""
_PLUGINS = {"career-guides", "material/search"}
_PLAIN = {"abbr", "attr_list", "def_list", "fenced_code", "md_in_html", "sane_lists", "smarty", "tables", "toc"}
"""Extensions of Markdown that need none of Material's rules for others."""
_MANY = 500
"""Pages of which Material would read a sitemap for as long as a slow phone may be kept busy: some 30 ms."""


def prepare(config: MkDocsConfig, layers: Layers) -> None:
    """Have the files that came along stand behind the site's own and before Material's; escape what is printed."""
    ours = [str(folder) for folder in layers.folders(links.THEME)] if layers.home else []
    place = int(bool(config.theme.custom_dir))
    config.theme.dirs[place:place] = [folder for folder in ours if folder not in config.theme.dirs]
    for name in _PRINTED:
        if config[name]:
            config[name] = escape(config[name])  # Whoever escapes it again leaves it as it is.


def is_large(site: Site | None) -> bool:
    """Whether there are so many pages that readers should not get a sitemap of them."""
    return bool(site and site.settings.site_url and sum(1 for _ in list_pages(site)) > _MANY)


def put_sitemap_apart(config: MkDocsConfig, env: jinja2.Environment) -> None:
    """Have the sitemap lead to another one, which is the same template once more."""
    env.globals["sitemap_of_many"] = links.SITEMAP_OF_MANY
    again = '{% set sitemap_of_many = "" %}{% include "' + links.SITEMAP + '" %}'
    env.loader = jinja2.ChoiceLoader([*filter(None, [env.loader]), jinja2.DictLoader({links.SITEMAP_OF_MANY: again})])
    config.theme.static_templates.add(links.SITEMAP_OF_MANY)


def find_sheet(config: MkDocsConfig, name: str) -> tuple[str, str]:
    """(path below the site's root, CSS) of one of Material's own style sheets, for what the pages can hold."""
    extensions = {one for one in config.markdown_extensions if isinstance(one, str)}
    others = {*config.plugins} - _PLUGINS or extensions - _PLAIN
    for folder in map(Path, config.theme.dirs):
        for path in sorted(folder.glob(f"assets/stylesheets/{name}.*.min.css")):
            css = path.read_text(encoding="utf-8")
            return path.relative_to(folder).as_posix(), css if others else leave_out_extensions(css)
    raise PluginError(
        f"The theme has no style sheet assets/stylesheets/{name}.*.min.css; install mkdocs-material again"
    )
