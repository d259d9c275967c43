"""From a folder to published pages: build/docs for any generator, `site/` through MkDocs."""

from __future__ import annotations

import html
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from generator import data, project
from generator.model.site import Site
from generator.output import write_tree
from generator.pages import render_pages
from generator.problems import Problem
from generator.templating import Words

DOCS = Path("build/docs")
SOURCES = ("occupations", "content", "templates")
READY = "CAREERS_DOCS_READY"
"""Set for a MkDocs run for which build/docs has just been written, so that the plugin does not do it again."""
_DRAFT, _OLD = Path("build/site"), Path("build/site.old")


class PublishingError(Exception):
    """MkDocs did not build the site; the text is what it printed."""


def render(site: Site, root: Path, step: Callable[[str], None] = lambda _path: None) -> dict[str, str]:
    """Every file of build/docs, path -> text; `step` is told each path."""
    files = {}
    for page in render_pages(site, root / "templates/pages"):
        files[page.path] = page.markdown
        step(page.path)
    return files | data.render_data(site)


def write_docs(root: Path, step: Callable[[str], None] = lambda _path: None) -> project.Loaded:
    """Load the project and write build/docs; raises `ProjectError` before anything is written."""
    loaded = project.load(root)
    write_tree(root / DOCS, render(loaded.site, root, step))
    return loaded


def build_site(root: Path) -> None:
    """Publish build/docs, which must be fresh: MkDocs writes a draft, and it replaces `site/` if all went well."""
    draft, old, site = root / _DRAFT, root / _OLD, root / "site"
    shutil.rmtree(draft, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(draft)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", READY: "1"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        shutil.rmtree(draft, ignore_errors=True)
        # With --quiet, MkDocs would not count its warnings, and so not stop at them.
        lines = (done.stderr + done.stdout).splitlines()
        raise PublishingError("\n".join(line for line in lines if line and not line.startswith("INFO")))
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    draft.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def render_banner(site: Site, problems: Iterable[Problem]) -> str:
    """The notice at the top of a previewed page while the sources hold mistakes."""
    words = Words(site.strings)["page"]
    items = "".join(f"<li><code>{html.escape(str(problem))}</code></li>" for problem in problems)
    title, text = html.escape(words["problems_title"]), html.escape(words["problems_help"])
    return f'<div class="cg-problems" role="alert"><strong>{title}</strong><p>{text}</p><ul>{items}</ul></div>'
