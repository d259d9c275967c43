"""The thin MkDocs plugin: regenerates before each build, points MkDocs at build/docs, watches the sources.

The only module that imports MkDocs. All thinking is in `publishing`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files

from generator import links, project
from generator.model.site import Site
from generator.problems import ProjectError, format_text
from generator.publishing import building
from generator.publishing.slimming import slim, slim_scripts, slim_styles
from generator.strings import Words

log = get_plugin_logger("career-guides")


class CareerGuidesPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """One instance lives as long as `mkdocs serve` does; MkDocs keeps it because of `on_startup`."""

    serving = False
    site: Site | None = None
    strings: Mapping[str, Any] = MappingProxyType({})
    banner = ""

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Remember whether a mistake may be shown in the browser."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make build/docs anew; with mistakes, stop, or while serving keep the last good pages and show why."""
        root = Path(config.config_file_path).parent
        docs = root / building.DOCS
        self.banner = ""
        config.docs_dir = str(docs)
        if building.READY in os.environ:
            self.strings = project.load_strings(root)
            return config
        try:
            loaded = building.write_docs(root)
        except ProjectError as error:
            text = format_text(error.problems)
            if not (self.serving and self.site and docs.is_dir()):
                raise PluginError(text) from None
            # Not as an error: in strict mode MkDocs would stop over it, and the preview with it.
            log.info("keeping the last good pages:\n%s", text)
            self.banner = building.render_banner(self.site, error.problems)
        else:
            self.site, self.strings = loaded.site, loaded.site.strings
            for warning in loaded.warnings:
                log.info("%s", warning)
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
        env.globals["t"] = Words(self.strings)
        return env

    def on_post_page(self, output: str, **_: Any) -> str:
        """Show mistakes at the top of every page of the preview, and send no blanks."""
        return slim(output.replace("<main", f"{self.banner}<main", 1) if self.banner else output)

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
