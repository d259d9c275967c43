"""MkDocs' build in steps, so that pages can be made in several processes and kept from one build to the next."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from mkdocs.commands import build as steps
from mkdocs.config.base import load_config
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date, get_theme_dir
from mkdocs.utils.yaml import yaml_load

from generator import cache, links
from generator.model.site import Site
from generator.publishing.plugin.heeding import heeding
from generator.publishing.plugin.hooks import SEARCH, CareerGuidesPlugin
from generator.publishing.plugin.markdown import Reader, read_source
from generator.publishing.plugin.repeating import repeat
from generator.publishing.plugin.speaking import list_versions, speak
from generator.publishing.pressing import Made, PressError, link
from generator.sources.shipped.layers import Layers

_OURS = "career-guides"
_THEME = "material"
_SEARCH_INDEX = "search/search_index.json"


class Press:
    """MkDocs' build of a project whose build/docs has been written, in steps.

    First what is ready before any page is rendered, then each page by itself, in whatever process, then what is made of
    all of them. With an `address` it is a preview, and that is where the site lies. Raises `PressError` with what
    MkDocs says.
    """

    def __init__(self, root: Path, folder: Path, site: Site, address: str = "", sites: Sequence[Site] = ()) -> None:
        self._is_preview = bool(address)
        with heeding() as heard:
            self.config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), strict=not address)
            self.config.site_url = address or self.config.site_url
            speak(self.config, site.settings, site.spoken)
            plugins = self.config.plugins
            self.is_ours = not self.config.hooks and plugins.keys() <= {_OURS, SEARCH} and _OURS in plugins
            """Whether no other plugin or hook is at work: it might gather something from all pages in one process."""
            if self.is_ours:
                self._prepare(site, sites)
        self.warnings = heard

    def _prepare(self, site: Site, sites: Sequence[Site]) -> None:
        plugins = self.config.plugins
        self._plugin: CareerGuidesPlugin = plugins[_OURS]  # type: ignore[assignment]
        self._plugin.site, self._plugin.is_ready = site, True
        self._plugin.versions = list_versions(sites)
        plugins.on_startup(command="serve" if self._is_preview else "build", dirty=False)
        self.config = plugins.on_config(self.config)
        plugins.on_pre_build(config=self.config)
        files = get_files(self.config)
        env = self.config.theme.get_env()
        files.add_files_from_theme(env, self.config)
        self._files = plugins.on_files(files, config=self.config)
        set_exclusions(self._files, self.config)
        self._nav = plugins.on_nav(get_navigation(self._files, self.config), config=self.config, files=self._files)
        self._env = plugins.on_env(env, config=self.config, files=self._files)
        dirs, materials = self.config.theme.dirs, get_theme_dir(_THEME)
        if materials in dirs:
            repeat(self._env, self._nav, dirs[: dirs.index(materials)])
        self._reader = Reader(self.config)
        self._found: dict[str, list[str]] = {}
        self.files = self._files.documentation_pages()
        for file in self.files:
            if file.page is None:
                Page(None, file, self.config)
        for page in self._nav.pages:  # Their titles stand in the navigation of every page.
            read_source(page, self.config)
            if not page.title or "title" not in page.meta:
                self._populate(page.file)

    def exists(self, path: str) -> bool:
        """Whether a link to the file `path` leads somewhere."""
        return path in self._files.src_uris

    @functools.cached_property
    def shell(self) -> str:
        """A digest of all that stands on a page and does not come from its own Markdown."""
        # What lies below assets/ is published, not read; all else may be included.
        layers = Layers.of(Path(self.config.config_file_path).parent)
        files = {
            name: path
            for name, path in layers.glob(links.THEME, "**/*").items()
            if path.is_file() and not name.startswith("assets/")
        }
        texts = [path.read_bytes() for path in files.values()]
        with Path(self.config.config_file_path).open("rb") as file:
            settings = yaml_load(file)  # With what it inherits, and what it takes from the environment.
        # Any package may bring an extension of Markdown.
        return cache.digest(
            cache.fingerprint(),
            *cache.list_packages(),
            str(get_build_date()) if any(b"build_date" in text for text in texts) else "",
            str(self.config.site_url),
            self._plugin.published.folder if self._plugin.published else "",
            *(str(self._env.globals.get(name)) for name in ("logo_shape", "embedded", "office", "sitemap_of_many")),
            str(self._plugin.marks),
            json.dumps(settings, default=lambda value: getattr(value, "__qualname__", type(value).__qualname__)),
            json.dumps([_describe(item) for item in self._nav.items], default=str),
            json.dumps(self._plugin.site.strings if self._plugin.site else {}),
            self._plugin.originals.digest if self._plugin.originals else "",
            *((json.dumps(site.settings.folder), site.spoken.model_dump_json()) if (site := self._plugin.site) else ()),
            *files,
            *texts,
        )

    def read(self, file: File) -> bytes:
        """A page's place, and what the search index says of it."""
        entry = self._plugin.entries.get(file.src_uri)
        foreign = self._plugin.originals.describe(file.src_uri) if self._plugin.originals else None
        return json.dumps([file.src_uri, entry, self._plugin.list_alternates(file.src_uri), foreign]).encode()

    def make(self, path: str) -> Made:
        """Render the page that is made from the file `path` and write it; the same in any process."""
        file = self._files.get_file_from_path(path)
        if file is None or file.page is None:
            raise PressError(f"{path}: no such page")
        page = file.page
        search = self.config.plugins.get(SEARCH)
        entries: list[dict[str, Any]] = search.search_index.entries if search else []
        entries.clear()
        with heeding() as heard:
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

    def write_rest(self, copied: dict[str, tuple[int, int]] | None = None) -> None:
        """Write all that is no page and needs nothing of them; it can be done while others render pages.

        `copied` remembers what files were like when they were copied: those that still are need not be.
        """
        with heeding() as heard:
            self._copy_files({} if copied is None else copied)
            for template in self.config.theme.static_templates:
                steps._build_theme_template(template, self._env, self._files, self.config, self._nav)
            for template in self.config.extra_templates:
                steps._build_extra_template(template, self._files, self.config, self._nav)
        self.warnings += heard

    def finish(self, made: Mapping[str, Made]) -> list[str]:
        """Write what is made of all pages; returns MkDocs' warnings about pages, and about links among them."""
        warnings = [*self.warnings, *(line for one in made.values() for line in one.warnings)]
        plugins = self.config.plugins
        with heeding() as heard:
            uris = self._files.src_uris
            for file in self.files:
                one = made[file.src_uri]
                if file.page is not None:
                    file.page.present_anchor_ids = set(one.anchors)
            for file in self.files:
                if file.page is not None:
                    named = made[file.src_uri].links.items()
                    file.page.links_to_anchors = {uris[to]: found for to, found in named if to in uris}
                    level = self.config.validation.links.anchors
                    file.page.validate_anchor_links(files=self._files, log_level=level)
            if search := plugins.get(SEARCH):
                index = search.search_index
                index.entries[:] = [entry for file in self.files for entry in made[file.src_uri].entries]
            plugins.on_post_build(config=self.config)
            plugins.on_shutdown()
        return [*warnings, *heard]

    def _copy_files(self, copied: dict[str, tuple[int, int]]) -> None:
        for file in self._files:
            if not file.is_documentation_page():
                status = Path(file.abs_src_path).stat() if file.abs_src_path else None
                like = (status.st_mtime_ns, status.st_size) if status else None
                if like is None or copied.get(file.dest_uri) != like:
                    if file.abs_src_path and file.src_dir == self.config.docs_dir:
                        link(Path(file.abs_src_path), Path(file.abs_dest_path))
                    else:
                        file.copy_file()
                if like is not None:
                    copied[file.dest_uri] = like

    @property
    def places(self) -> set[str]:
        """The paths of all files of the site."""
        places = {_SEARCH_INDEX, *self.config.theme.static_templates, *self.config.extra_templates}
        return places | {f"{place}.gz" for place in places} | {file.dest_uri for file in self._files}

    def _populate(self, file: File) -> None:
        """Read a page's Markdown, and note which files its links lead to."""
        files = _Files(self._files)
        if (page := file.page) is not None:
            page.read_source = functools.partial(read_source, page)  # type: ignore[method-assign]
            page.render = functools.partial(self._reader.render, page)  # type: ignore[method-assign]
            steps._populate_page(page, self.config, files)  # type: ignore[arg-type]
            del page.render, page.read_source
        self._found[file.src_uri] = files.found


class _Files:
    """The files of a site for the reader of one page; `found` are those for which it asked."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.found: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._files, name)

    def get_file_from_path(self, path: str) -> File | None:
        """As MkDocs' own, which takes each path apart and puts it together, though most are as they should be."""
        file = self._files.src_uris.get(path) or self._files.get_file_from_path(path)
        if file is not None:
            self.found.append(file.src_uri)
        return file


def _describe(item: Any) -> list[Any]:
    """A part of the navigation as data: what it is called, where it leads, what heads its page, what is below it."""
    below = [_describe(child) for child in item.children or ()]
    return [item.title, getattr(item, "url", None), getattr(item, "meta", None), below]
