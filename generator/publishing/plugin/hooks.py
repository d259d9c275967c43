"""What MkDocs calls: pages before it reads them, and what is published as it is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator import links
from generator.cache import FILE, Cache, digest
from generator.exports.search import list_entries
from generator.faults import describe
from generator.model.site import Site
from generator.pages.templating import COMPILED, settle
from generator.problems import ProjectError, format_text
from generator.publishing import building
from generator.publishing.assets.headers import write_headers_of
from generator.publishing.assets.modules import ModuleError
from generator.publishing.assets.pictures import Marks, embed, measure, read_marks
from generator.publishing.assets.policy import guard
from generator.publishing.assets.published import Published, publish
from generator.publishing.locking import lock
from generator.publishing.plugin import speaking, theme
from generator.publishing.plugin.naming import name_all_by_content
from generator.publishing.plugin.originals import SCRIPT, Originals
from generator.publishing.shortcuts import Shortcuts
from generator.publishing.slimming import forget_search, slim
from generator.publishing.unchanged import docs_of, list_sources
from generator.sources.shipped.layers import Layers
from generator.strings import Words
from generator.workers import WorkerError

SEARCH = "material/search"
"""The name of the plugin that makes the search index."""
OFFLINE = ("offline.js", "offline-worker.js")
"""Of the theme's files, those by which a reader can keep the whole site."""
log = get_plugin_logger("career-guides")


class CareerGuidesPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """What MkDocs needs of us whoever runs it: `mkdocs build`, `mkdocs serve`, or `Press`, which says what is ready."""

    serving = False
    site: Site | None = None
    published: Published | None = None
    """Our scripts and styles as they are published; a preview has them as they lie, for whoever looks for a fault."""
    marks: Marks | None = None
    """Those that a page may have within itself; None where pages are to be as they are in build/docs."""
    originals: Originals | None = None
    """What is not translated, in a part of a site that is in another language."""
    is_offline = False
    """Whether readers may keep the whole site on their devices."""
    is_large = False
    """Whether there are so many pages that their sitemap is kept from readers."""
    is_ready = False
    """Whether build/docs has just been written from `site`, so that it need not be done again."""
    versions: tuple[speaking.Version, ...] = ()
    """The languages in which the site is published, if there are several."""
    digest = ""
    """Of the page that was rendered last, as it is published."""
    _aside: str | None = None
    """The content of a page while the search is at it."""

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Remember whether it is for a preview."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make build/docs anew, and point MkDocs to it; stop at mistakes."""
        root = Path(config.config_file_path).parent
        config.docs_dir = str(root / docs_of(self.site.settings.folder if self.site else ""))
        layers = Layers.of(root)
        theme.prepare(config, layers)
        self.shortcuts = Shortcuts()
        config.markdown_extensions.append(self.shortcuts)
        if not self.is_ready:
            try:
                with lock(root):
                    loaded = building.write_docs(root)
            except ProjectError as error:
                raise PluginError(format_text(error.problems)) from None
            except (WorkerError, OSError) as error:
                raise PluginError(describe(error) if isinstance(error, OSError) else str(error)) from None
            self.site = loaded.site
            for warning in loaded.warnings:
                log.info("%s", warning)
        self.published = self.marks = None
        self.is_large = theme.is_large(self.site)
        if not self.serving:
            self.published = self._publish(config, layers)
            sprite = layers.find(f"{links.THEME}/{links.MARKS}")
            self.marks = read_marks(sprite.read_text(encoding="utf-8")) if sprite.is_file() else None
        self.entries = list_entries(self.site) if self.site else {}
        self.originals = Originals.of(self.site)
        self.is_offline = bool(self.site and self.site.settings.offline) and not self.serving
        for name, is_wanted in ((OFFLINE[0], self.is_offline), (SCRIPT, self.originals)):
            if is_wanted:
                script = ExtraScriptValue(name)
                script.type = "module"
                config.extra_javascript.append(script)
        config.watch.extend(str(path) for path in (*list_sources(root), *layers.shipped()))
        return config

    def _publish(self, config: MkDocsConfig, layers: Layers) -> Published:
        """Have our scripts and all style sheets joined, and name what comes of it in place of them."""
        sheets = [theme.find_sheet(config, "main")]
        if config.theme.get("palette"):
            sheets.append(theme.find_sheet(config, "palette"))
        ours = Path(config.docs_dir) / links.STYLES
        if links.STYLES in config.extra_css and ours.is_file():
            sheets.append((links.STYLES, ours.read_text(encoding="utf-8")))
        speak = speaking.find_change(self.site)

        def change(name: str, text: str) -> str:
            return "" if name == links.INSTANT and not self.is_large else speak(name, text)

        try:
            with Cache(layers.root / FILE) as cache:
                published = publish(layers, sheets, cache, change)
        except ModuleError as error:
            raise PluginError(str(error)) from None
        config.extra_css = [path for path in config.extra_css if path != links.STYLES]
        for script in config.extra_javascript:
            if not isinstance(script, str) and script.path == links.MAIN:
                script.path = published.main
        return published

    def on_pre_template(self, template: jinja2.Template, *, config: MkDocsConfig, **_: Any) -> jinja2.Template:
        """Have pages as old as their profiles, not as the build: on another day the sitemap is the same."""
        if self.site and self.site.settings.folder and not config.site_url:
            # For the address of all that the page for unknown addresses loads MkDocs takes the path of this.
            config.site_url = f"/{self.site.settings.folder}"
        models = self.site.occupations if self.site else {}
        reviewed = {links.occupation(slug): model.reviewed for slug, model in models.items()}
        for file in self.files:
            if file.page is not None and reviewed:
                file.page.update_date = str(reviewed.get(file.src_uri, ""))
        return template

    def on_template_context(self, context: Any, *, config: MkDocsConfig, **_: Any) -> Any:
        """Have no address of the site again if none is set."""
        if self.site and self.site.settings.folder:
            config.site_url = self.site.settings.site_url
        return context

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out what only tools read beside the scripts, and what published files are joined from."""
        joined = (".js", ".css") if self.published else (".css",)
        unwanted = {*(() if self.originals else [SCRIPT]), *(() if self.is_offline else OFFLINE)}
        for file in list(files):
            source = file.src_uri.startswith(f"{links.ASSETS}/") and file.src_uri.endswith(joined)
            is_sheet = file.src_uri == links.STYLES and not self.published
            if file.src_uri in unwanted or file.src_uri.endswith(".d.ts") or (source and not is_sheet):
                files.remove(file)
        if self.originals and (script := files.get_file_from_path(SCRIPT)):
            files.remove(script)
            text = self.originals.write_script(script.content_string)
            files.append(File.generated(config, SCRIPT, content=text))
        if self.published:
            name_all_by_content(self.published, files, config)
        self.files = files.documentation_pages()
        return files

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Give the theme's own templates the interface texts."""
        env.globals["t"] = Words(self.site.strings if self.site else {})
        env.globals["office"] = self.site.local.office if self.site and self.site.local else None
        env.globals["published"] = self.published
        if self.is_large:
            theme.put_sitemap_apart(config, env)
        env.globals["languages"] = self.list_alternates if self.versions else None
        logo = files.get_file_from_path(str(config.theme.get("logo") or ""))
        path = Path(logo.abs_src_path) if logo and logo.abs_src_path else None
        env.globals["logo_shape"] = measure(path) if path else None
        env.globals["embedded"] = {"logo": embed(path)} if path and self.published else {}
        env.bytecode_cache = COMPILED
        settle(env)
        return env

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Tell MkDocs of the places in what its Markdown parser did not see."""
        page.present_anchor_ids = (page.present_anchor_ids or set()) | self.shortcuts.anchors()
        return html

    @event_priority(50)
    def _describe(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:  # noqa: ARG002
        """Give the search index what the models say of a page, in place of what the search would read from its HTML."""
        if (search := config.plugins.get(SEARCH)) and (entry := self.entries.get(page.file.src_uri)):
            search.search_index.entries.append({"location": page.url, **entry})
            page.meta["search"] = {"exclude": True}
            if self.is_ready:  # Then there is no other plugin that would miss it.
                self._aside, page.content = page.content, ""
        context["alternates"] = self.list_alternates(page.file.src_uri)
        context["foreign"] = self.originals.describe(page.file.src_uri) if self.originals else None
        return context

    def list_alternates(self, page: str) -> list[dict[str, Any]]:
        """Where a page stands in each language of the site; nothing if there is one."""
        return speaking.list_alternates(page, self.site.settings, self.versions) if self.site and self.versions else []

    @event_priority(-50)
    def _put_back(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:  # noqa: ARG002
        """Have the content of a page again, which was put aside so that the search need not go through it."""
        if self._aside is not None:
            page.content = forget_search(self._aside)
            self._aside = None
        return context

    on_page_context = CombinedEvent(_describe, _put_back)

    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """Send no blanks, and no reader for marks that are few."""
        output = self.originals.mark(output, page.file.src_uri) if self.originals else output
        slimmed = self._finish(self.marks.draw(output, links.MARKS) if self.marks else output)
        self.digest = digest(slimmed.encode("utf-8", "xmlcharrefreplace"))
        return slimmed

    def on_post_template(self, output: str, *, template_name: str, **_: Any) -> str:
        """The page for unknown addresses is a page, too."""
        if not template_name.endswith(".html"):
            return output
        return self._finish(self.originals.mark(output, template_name) if self.originals else output)

    def _finish(self, page: str) -> str:
        """What is sent; a preview has a script of MkDocs' own put into each page later, which no policy foresees."""
        page = speaking.name_locale(page, self.site) if self.site else page
        return slim(page) if self.serving else guard(slim(page))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Say what a host is to send, as `careers build` does once more when all languages are there."""
        if self.site and not self.serving and not self.is_ready:
            write_headers_of(Path(config.site_dir), self.site.settings)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Do not watch what we write ourselves."""
        server.unwatch(config.docs_dir)
        return server
