"""The thin MkDocs plugin, and MkDocs' own build taken in steps; the only module that imports MkDocs.

All thinking is in `building`, which makes build/docs, and in `pressing`, which says what has to be rendered.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands import build as steps
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.yaml import yaml_load

from generator import cache, links
from generator.exports.search import list_entries
from generator.model.site import Site
from generator.problems import ProjectError, format_text
from generator.publishing import building
from generator.publishing.pressing import Made, PressError
from generator.publishing.shortcuts import Shortcuts
from generator.publishing.slimming import slim, slim_scripts, slim_styles
from generator.strings import Words

log = get_plugin_logger("career-guides")
OURS = "career-guides"
SEARCH = "material/search"


class CareerGuidesPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """One instance lives as long as `mkdocs serve` does; MkDocs keeps it because of `on_startup`."""

    serving = False
    site: Site | None = None
    banner = ""
    is_ready = False
    """Whether build/docs has just been written from `site`, so that it need not be done again."""
    digest = ""
    """Of the page that was rendered last, as it is published."""

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Remember whether a mistake may be shown in the browser."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make build/docs anew; with mistakes, stop, or while serving keep the last good pages and show why."""
        root = Path(config.config_file_path).parent
        docs = root / building.DOCS
        config.docs_dir = str(docs)
        self.shortcuts = Shortcuts()
        config.markdown_extensions.append(self.shortcuts)
        if not self.is_ready:
            self.banner = ""
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
        """Show mistakes at the top of every page of the preview, and send no blanks."""
        slimmed = slim(output.replace("<main", f"{self.banner}<main", 1) if self.banner else output)
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


class Press:
    """MkDocs' build of a project whose build/docs has been written, in steps.

    First what is ready before any page is rendered, then each page by itself, in whatever process, then what is made of
    all of them. Raises `PressError` with what MkDocs says; a warning is an error.
    """

    def __init__(self, root: Path, folder: Path, site: Site) -> None:
        with _heeding() as heard:
            self.config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), strict=True)
            plugins = self.config.plugins
            self.is_ours = not self.config.hooks and plugins.keys() <= {OURS, SEARCH} and OURS in plugins
            """Whether no other plugin or hook is at work: it might gather something from all pages in one process."""
            if self.is_ours:
                self._prepare(site)
        self.warnings = heard

    def _prepare(self, site: Site) -> None:
        plugins = self.config.plugins
        self._plugin: CareerGuidesPlugin = plugins[OURS]  # type: ignore[assignment]
        self._plugin.site, self._plugin.is_ready = site, True
        plugins.on_startup(command="build", dirty=False)
        self.config = plugins.on_config(self.config)
        plugins.on_pre_build(config=self.config)
        files = get_files(self.config)
        env = self.config.theme.get_env()
        files.add_files_from_theme(env, self.config)
        self._files = plugins.on_files(files, config=self.config)
        set_exclusions(self._files, self.config)
        self._nav = plugins.on_nav(get_navigation(self._files, self.config), config=self.config, files=self._files)
        self._env = plugins.on_env(env, config=self.config, files=self._files)
        self._found: dict[str, list[str]] = {}
        self.files = self._files.documentation_pages()
        for file in self.files:
            if file.page is None:
                Page(None, file, self.config)
        for page in self._nav.pages:  # Their titles stand in the navigation of every page.
            page.read_source(self.config)
            if not page.title or "title" not in page.meta:
                self._populate(page.file)

    def exists(self, path: str) -> bool:
        """Whether a link to the file `path` leads somewhere."""
        return path in self._files.src_uris

    @functools.cached_property
    def shell(self) -> str:
        """A digest of all that stands on a page and does not come from its own Markdown."""
        custom = self.config.theme.custom_dir
        templates = sorted(Path(custom).rglob("*.html")) if custom else []
        with Path(self.config.config_file_path).open("rb") as file:
            settings = yaml_load(file)  # With what it inherits, and what it takes from the environment.
        return cache.digest(
            cache.fingerprint("mkdocs", "mkdocs-material", "markdown", "jinja2", "minify-html"),
            json.dumps(settings, default=lambda value: getattr(value, "__qualname__", type(value).__qualname__)),
            json.dumps([_describe(item) for item in self._nav.items]),
            json.dumps(self._plugin.site.strings if self._plugin.site else {}),
            *(path.as_posix() for path in templates),
            *(path.read_bytes() for path in templates),
        )

    def read(self, file: File) -> bytes:
        """A page's Markdown, and what the search index says of it."""
        entry = self._plugin.entries.get(file.src_uri)
        return file.content_bytes + json.dumps([file.src_uri, entry]).encode()

    def make(self, path: str) -> Made:
        """Render the page that is made from the file `path` and write it; the same in any process."""
        file = self._files.get_file_from_path(path)
        if file is None or file.page is None:
            raise PressError(f"{path}: no such page")
        page = file.page
        search = self.config.plugins.get(SEARCH)
        entries: list[dict[str, Any]] = search.search_index.entries if search else []
        entries.clear()
        with _heeding() as heard:
            if page.content is None:
                self._populate(file)
            steps._build_page(page, self.config, self.files, self._nav, self._env)
        made = Made(
            digest=self._plugin.digest,
            entries=list(entries),
            anchors=sorted(page.present_anchor_ids or ()),
            links={to.src_uri: dict(found) for to, found in (page.links_to_anchors or {}).items()},
            targets=sorted(self._found.pop(path)),
            warnings=heard,
        )
        page.content, page.markdown = None, ""  # Not None: it would have no title, and others name it.
        return made

    def finish(self, made: Mapping[str, Made]) -> list[str]:
        """Write all that is no page; returns MkDocs' warnings about pages, and about links from one to another."""
        warnings = [*self.warnings, *(line for one in made.values() for line in one.warnings)]
        plugins = self.config.plugins
        with _heeding() as heard:
            self._files.copy_static_files()
            for template in self.config.theme.static_templates:
                steps._build_theme_template(template, self._env, self._files, self.config, self._nav)
            for template in self.config.extra_templates:
                steps._build_extra_template(template, self._files, self.config, self._nav)
            for file in self.files:
                one = made[file.src_uri]
                if file.page is not None:
                    file.page.present_anchor_ids = set(one.anchors)
            for file in self.files:
                if file.page is not None:
                    targets = {
                        self._files.get_file_from_path(to): found for to, found in made[file.src_uri].links.items()
                    }
                    file.page.links_to_anchors = {to: found for to, found in targets.items() if to is not None}
                    level = self.config.validation.links.anchors
                    file.page.validate_anchor_links(files=self._files, log_level=level)
            if search := plugins.get(SEARCH):
                index = search.search_index
                index.entries[:] = [entry for file in self.files for entry in made[file.src_uri].entries]
            plugins.on_post_build(config=self.config)
            plugins.on_shutdown()
        return [*warnings, *heard]

    def _populate(self, file: File) -> None:
        """Read a page's Markdown, and note which files its links lead to."""
        files = _Files(self._files)
        if file.page is not None:
            steps._populate_page(file.page, self.config, files)  # type: ignore[arg-type]
        self._found[file.src_uri] = files.found


class _Files:
    """The files of a site for the reader of one page; `found` are those for which it asked."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.found: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._files, name)

    def get_file_from_path(self, path: str) -> File | None:
        """As MkDocs' own."""
        file = self._files.get_file_from_path(path)
        if file is not None:
            self.found.append(file.src_uri)
        return file


def _describe(item: Any) -> list[Any]:
    """A part of the navigation as data: what it is called, where it leads, what is below it."""
    return [item.title, getattr(item, "url", None), [_describe(child) for child in item.children or ()]]


@contextlib.contextmanager
def _heeding() -> Iterator[list[str]]:
    """What MkDocs and its plugins say in the meantime, from warnings up; what ends them ends as `PressError`."""
    heard: list[str] = []
    logger = logging.getLogger("mkdocs")
    handler = _Lines(heard)
    before = logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield heard
    except (
        MkDocsException,
        jinja2.TemplateError,
        OSError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
    ) as error:
        raise PressError("\n".join([*heard, f"{type(error).__name__}: {error}"])) from error
    finally:
        logger.removeHandler(handler)
        logger.propagate = before


class _Lines(logging.Handler):
    """Keeps warnings and errors as the lines that MkDocs prints."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one."""
        self._lines.append(f"{record.levelname:<8}-  {record.getMessage()}")
