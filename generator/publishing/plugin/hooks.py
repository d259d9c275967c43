"""What MkDocs calls: pages before it reads them, and what is published as it is written."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator import links
from generator.exports.search import list_entries
from generator.model.site import Site
from generator.problems import ProjectError, format_text
from generator.publishing import building
from generator.publishing.shortcuts import Shortcuts
from generator.publishing.slimming import slim, slim_scripts, slim_styles
from generator.strings import Words

SEARCH = "material/search"
"""The name of the plugin that makes the search index."""
log = get_plugin_logger("career-guides")


class CareerGuidesPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """What MkDocs needs of us whoever runs it: `mkdocs build`, `mkdocs serve`, or `Press`, which says what is ready."""

    serving = False
    site: Site | None = None
    is_ready = False
    """Whether build/docs has just been written from `site`, so that it need not be done again."""
    digest = ""
    """Of the page that was rendered last, as it is published."""

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Remember whether scripts stay as they are, for whoever looks for a fault."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make build/docs anew, and point MkDocs to it; stop at mistakes."""
        root = Path(config.config_file_path).parent
        config.docs_dir = str(root / building.DOCS)
        self.shortcuts = Shortcuts()
        config.markdown_extensions.append(self.shortcuts)
        if not self.is_ready:
            try:
                loaded = building.write_docs(root)
            except ProjectError as error:
                raise PluginError(format_text(error.problems)) from None
            self.site = loaded.site
            for warning in loaded.warnings:
                log.info("%s", warning)
        self.entries = list_entries(self.site) if self.site else {}
        config.watch.extend(str(root / name) for name in building.SOURCES)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """Leave out what only tools read beside the scripts, and what the published style sheet is joined from."""
        for file in list(files):
            source = file.src_uri.startswith(f"{links.ASSETS}/") and file.src_uri.endswith(".css")
            if file.src_uri.endswith(".d.ts") or (source and file.src_uri != links.STYLES):
                files.remove(file)
        return files

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:  # noqa: ARG002
        """Give the theme's own templates the interface texts."""
        env.globals["t"] = Words(self.site.strings if self.site else {})
        env.auto_reload = False  # Templates do not change within a build.
        return env

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Tell MkDocs of the places in what its Markdown parser did not see."""
        page.present_anchor_ids = (page.present_anchor_ids or set()) | self.shortcuts.anchors()
        return html

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:  # noqa: ARG002
        """Give the search index what the models say of a page, in place of what the search would read from its HTML."""
        if (search := config.plugins.get(SEARCH)) and (entry := self.entries.get(page.file.src_uri)):
            search.search_index.entries.append({"location": page.url, **entry})
            page.meta["search"] = {"exclude": True}
        return context

    def on_post_page(self, output: str, **_: Any) -> str:
        """Send no blanks."""
        slimmed = slim(output)
        self.digest = hashlib.sha256(slimmed.encode("utf-8", "xmlcharrefreplace")).hexdigest()
        return slimmed

    def on_post_template(self, output: str, *, template_name: str, **_: Any) -> str:
        """The page for unknown addresses is a page, too."""
        return slim(output) if template_name.endswith(".html") else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Publish our scripts and styles without comments; the preview keeps them for whoever looks for a fault."""
        if not self.serving:
            slim_scripts(Path(config.site_dir) / links.ASSETS)
            slim_styles(Path(config.site_dir) / links.STYLES)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Do not watch what we write ourselves."""
        server.unwatch(config.docs_dir)
        return server
