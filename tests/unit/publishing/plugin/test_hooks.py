from __future__ import annotations

import dataclasses
import errno
from pathlib import Path

import pytest
from jinja2 import Template
from mkdocs.commands.build import _build_template
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from generator.model.site import Settings, Site
from generator.publishing import building
from generator.publishing.plugin import CareerGuidesPlugin
from generator.workers import WorkerError
from tests.conftest import edit


@pytest.fixture
def config(publishable: Path) -> MkDocsConfig:
    return load_config(str(publishable / "mkdocs.yml"))


def make_plugin(command: str) -> CareerGuidesPlugin:
    plugin = CareerGuidesPlugin()
    plugin.on_startup(command=command, dirty=False)
    return plugin


def test_build_makes_the_pages_and_reads_them(publishable: Path, config: MkDocsConfig) -> None:
    changed = make_plugin("build").on_config(config)
    assert changed.docs_dir == str(publishable / "build/docs")
    assert (publishable / "build/docs/occupations/baker.md").is_file()
    assert {str(publishable / name) for name in ("occupations", "content", "templates")} <= set(changed.watch)


def test_build_stops_at_a_mistake(publishable: Path, config: MkDocsConfig) -> None:
    edit(publishable / "occupations/baker.yml", "title: Baker", "titel: Baker")
    with pytest.raises(PluginError, match="FLD001 unknown field 'titel'"):
        make_plugin("build").on_config(config)


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (WorkerError("a process ended"), "a process ended"),
        (PermissionError(errno.EACCES, "Permission denied", "build/docs"), "build/docs: Permission denied"),
    ],
)
def test_build_tells_of_trouble_around_it_as_our_own_command_does(
    config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch, trouble: Exception, said: str
) -> None:
    def fail(_root: Path) -> None:
        raise trouble

    monkeypatch.setattr(building, "write_docs", fail)
    # MkDocs ends with its words alone.
    with pytest.raises(PluginError, match=f"^{said}$"):
        make_plugin("build").on_config(config)


def test_declarations_for_tools_are_not_published(publishable: Path) -> None:
    scripts = publishable / "templates/theme/scripts"
    scripts.mkdir(parents=True)
    for name in ("one.js", "types.d.ts"):
        (scripts / name).write_text("", encoding="utf-8")
    config = load_config(str(publishable / "mkdocs.yml"), theme={"name": "material", "custom_dir": str(scripts.parent)})
    files = Files([])
    files.add_files_from_theme(config.theme.get_env(), config)
    own = {"scripts/one.js", "scripts/types.d.ts"}
    assert own <= files.src_uris.keys()
    make_plugin("build").on_files(files, config=config)
    assert own & files.src_uris.keys() == {"scripts/one.js"}


@pytest.mark.parametrize(("site_url", "base"), [("", "/es/"), ("https://x.org/jobs/es/", "/jobs/es/")])
def test_page_for_unknown_addresses_loads_what_its_language_has(
    config: MkDocsConfig, small_site: Site, site_url: str, base: str
) -> None:
    plugin = make_plugin("build")
    plugin.site = dataclasses.replace(small_site, settings=Settings(site_url=site_url, folder="es/"))
    files = Files([])
    plugin.files = files.documentation_pages()
    config.site_url = site_url
    config.plugins = PluginCollection()
    config.plugins["guides"] = plugin
    template = Template("{{ base_url }}|{{ config.site_url }}")
    made = _build_template("404.html", template, files, config, Navigation([], []))
    assert made == f"{base}|{site_url}"
