"""Builds build/docs with Zensical, which knows no plugin of ours, into a folder of its own: build/zensical/site.

    .venv/bin/python -m tools.zensical [--root FOLDER]

What our plugin says to the theme while MkDocs builds is written into a copy of the theme here: the texts of the
interface, the shape of the logo, the small pictures that come with each page. HACKING.md, "Another generator", has what
still differs.
"""

from __future__ import annotations

import argparse
import functools
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator import links
from generator.model.site import Site
from generator.problems import ProjectError
from generator.publishing import building
from generator.publishing.assets.pictures import embed, measure
from generator.publishing.slimming import slim
from generator.publishing.unchanged import DOCS
from generator.sources.shipped.layers import Layers

FOLDER = "build/zensical"
"""Below the root: the settings and the theme that Zensical gets, and `site`, what it makes."""
_PLUGIN = "  - career-guides\n"
_PICTURES = re.compile(r"^  (logo|favicon): (\S+)$", re.MULTILINE)
_TEXT = re.compile(r"\bt((?:\.\w+)+)")
_TAG = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL)


def build(root: Path) -> Path:
    """The folder of the published site; raises `ProjectError`, or ends with what Zensical says."""
    site = building.write_docs(root).site
    folder = root / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    settings = (root / links.SETTINGS).read_text(encoding="utf-8")
    _write_theme(Layers.of(root), folder / "theme", _name_values(site, root, settings))
    (folder / links.SETTINGS).write_text(_fit(settings), encoding="utf-8")
    shutil.copytree(root / DOCS, folder / "docs")
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    for page in (folder / "site").rglob("*.html"):
        page.write_text(slim(page.read_text(encoding="utf-8")), encoding="utf-8")
    return folder / "site"


def _fit(settings: str) -> str:
    """The settings without our plugin, and with what has been made in place of what it is made of."""
    settings = settings.replace(_PLUGIN, "")
    for name, value in {"docs_dir": "docs", "site_dir": "site"}.items():
        settings = re.sub(rf"^{name}: .*$", f"{name}: {value}", settings, flags=re.MULTILINE)
    settings = re.sub(r"^  custom_dir: .*\n", "", settings, flags=re.MULTILINE)
    return re.sub(
        r"^  name: material$", "  name: material\n  variant: classic\n  custom_dir: theme", settings, flags=re.MULTILINE
    )


def _name_values(site: Site, root: Path, settings: str) -> dict[str, Any]:
    """Name in a template of the theme -> what our plugin would have it be."""
    paths = {name: Layers.of(root).find(f"{links.THEME}/{path}") for name, path in _PICTURES.findall(settings)}
    shape = measure(paths["logo"]) if "logo" in paths else None
    return {
        "t": site.strings,
        "logo_shape": list(shape) if shape else None,
        "embedded": {name: embed(path) for name, path in paths.items()},
    }


def _write_theme(layers: Layers, out: Path, values: Mapping[str, Any]) -> None:
    """The theme with those values in place of their names."""
    for name, path in layers.glob(links.THEME, "**/*").items():
        if path.is_file():
            target = out / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if path.suffix == ".html":
                text = path.read_text(encoding="utf-8")
                target.write_text(_TAG.sub(functools.partial(_fill_in, values), text), encoding="utf-8")
            else:
                shutil.copy(path, target)


def _fill_in(values: Mapping[str, Any], tag: re.Match[str]) -> str:
    """A tag of a template with values in place of names; what is not known has no value in Zensical either."""
    found = _TEXT.sub(lambda name: _find(values["t"], name[1]), tag[0].replace("t is defined", "true"))
    for name in ("logo", "favicon"):
        found = found.replace(f"embedded.{name}", json.dumps(values["embedded"].get(name, "")))
    for at in (0, 1):
        found = found.replace(f"logo_shape[{at}]", str((values["logo_shape"] or (0, 0))[at]))
    return re.sub(r"\b(if|and) (logo_shape|embedded)\b", lambda name: f"{name[1]} {_is_there(values, name[2])}", found)


def _is_there(values: Mapping[str, Any], name: str) -> str:
    return "true" if values[name] else "false"


def _find(strings: Any, way: str) -> str:
    for step in way.strip(".").split("."):
        strings = strings[step]
    return json.dumps(strings, ensure_ascii=False)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--root", type=Path, default=Path(), help="the folder of the site; default: this one")
    try:
        print(build(parser.parse_args().root.resolve()))
    except ProjectError as error:
        sys.exit(str(error))
