"""A new site, which stands on what comes with the generator: what `careers init` writes."""

from __future__ import annotations

import datetime
import importlib.metadata
import json
import re
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import links
from generator.guesses import did_you_mean
from generator.sources.shipped.installed import NAME, Origin, find_origin
from generator.sources.shipped.layers import FORMAT, LOCK, find_home
from generator.sources.shipped.overriding import note_copies

_STARTERS = "templates/new"
STARTER = f"{_STARTERS}/site"
"""Below the files that come with the generator: what a site begins with, by the same paths.

In a folder beside it, called by the tag of a language, is what readers see of that in the language.
"""
_HIDDEN = ("gitignore", "github")
"""What begins with a dot in a site, and does not here, so that no program takes it for its own."""
_PICTURES = (f"{links.ASSETS}/pictures/logo.svg", f"{links.ASSETS}/pictures/favicon.svg")
_OWN_SETTINGS = "strict:"
"""Where those settings begin that are the same for every site."""
_NAME = re.compile(r"\$([a-z]+)\b")
_SOURCE = re.compile(r"\bsource: ([a-z0-9-]+)")


class BeginningError(Exception):
    """Why nothing was written."""


@dataclass(frozen=True)
class Wanted:
    """What is known of a new site; `country` names tables of figures, "" for none."""

    name: str
    language: str = "en"
    country: str = ""


def begin(folder: Path, wanted: Wanted, today: datetime.date) -> list[str]:
    """Write a site into a folder that is empty or not there yet; returns the paths of its files.

    Raises `BeginningError`; then nothing has been written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BeginningError(f"{folder} is not an empty folder; name one that is, or that is not there yet")
    if folder.is_symlink():  # What is left of links is a loop of them; some versions of Python take it for nothing.
        raise BeginningError(f"{folder} is a link that leads nowhere; name a folder")
    home = find_home()
    if not wanted.name.isprintable():
        raise BeginningError(f"{wanted.name!a} is no name that can be shown; give the site another by --name")
    origin = find_origin()
    made = {**_fill_in(home, wanted, today, origin), **_read_figures(home, wanted), **origin.files}
    made[LOCK] = note_copies(made, home)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".careers-", dir=folder.parent) as draft:
            whole = Path(draft) / "site"
            for name, data in made.items():
                path = whole / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            if folder.exists():
                folder.rmdir()
            whole.rename(folder)
    except OSError as error:
        raise BeginningError(f"{error.filename or folder}: {error.strerror or error}") from None
    return sorted(made)


def list_countries(home: Path) -> dict[str, str]:
    """The countries of which there are tables of figures: the name of their index in small letters -> the country."""
    found = {}
    for path in sorted((home / links.FIGURES).glob("*.yml")):
        if region := re.search(r"^region: *([A-Z-]+)", path.read_text(encoding="utf-8"), re.MULTILINE):
            found[path.stem] = region[1]
    return found


def list_languages(home: Path) -> list[str]:
    """The languages that the interface is written in."""
    return ["en", *sorted(path.parent.name for path in (home / links.LANGUAGES).glob("*/strings"))]


def _fill_in(home: Path, wanted: Wanted, today: datetime.date, origin: Origin) -> dict[str, bytes]:
    languages = list_languages(home)
    if wanted.language not in languages:
        hint = did_you_mean(wanted.language, languages)
        begin = "and translate it as its README.md says"
        raise BeginningError(f"there are no texts of the interface in {wanted.language!r}; {hint}, {begin}")
    version = importlib.metadata.version(NAME)
    values = {"name": wanted.name, "format": str(FORMAT), "version": version, "today": today.isoformat()}
    values["requirement"] = origin.requirement
    found = {}
    for path in sorted((home / STARTER).rglob("*")):
        if path.is_file():
            first, *rest = path.relative_to(home / STARTER).parts
            name = "/".join((f".{first}" if first in _HIDDEN else first, *rest))
            translated = home / _STARTERS / wanted.language / name
            text = (translated if translated.is_file() else path).read_text(encoding="utf-8")
            found[name] = _write(text, _quote(values) if name == links.SETTINGS else values).encode()
    found[links.SETTINGS] += _read_settings(home, wanted.language).encode()
    for name in _PICTURES:
        found[f"{links.THEME}/{name}"] = (home / links.THEME / name).read_bytes()
    return found


def _quote(values: Mapping[str, str]) -> dict[str, str]:
    """Values as YAML takes them, whatever signs they hold."""
    return {**values, "name": json.dumps(values["name"], ensure_ascii=False)}


def _write(text: str, values: Mapping[str, str]) -> str:
    return _NAME.sub(lambda found: values.get(found[1], found[0]), text)


def _read_settings(home: Path, language: str) -> str:
    """The settings that every site needs, and the pages in its navigation."""
    text = (home / links.SETTINGS).read_text(encoding="utf-8")
    kept = text[text.index(f"\n{_OWN_SETTINGS}") + 1 :]
    kept = re.sub(r"^  custom_dir: .*\n", "", kept, flags=re.MULTILINE)
    return re.sub(r"^  language: en$", f"  language: {language}", kept, flags=re.MULTILINE)


def _read_figures(home: Path, wanted: Wanted) -> dict[str, bytes]:
    """The tables of a country and those that belong to none, such as ratings, with the sources that they name.

    What sources are in the language comes with them: they are the site's own, and no translation that comes along is.
    """
    country = wanted.country
    if not country:
        return {}
    countries = list_countries(home)
    if country not in countries:
        raise BeginningError(f"there are no figures of {country!r}; {did_you_mean(country, countries)}")
    found, named = {}, set()
    for index in sorted((home / links.FIGURES).glob("*.yml")):
        if index.stem in countries and index.stem != country:
            continue
        text = index.read_text(encoding="utf-8")
        named.update(_SOURCE.findall(text))
        paths = (index, *sorted(index.with_suffix("").rglob("*.csv")))
        found.update({path.relative_to(home).as_posix(): path.read_bytes() for path in paths})
    for name in (links.REFERENCES, links.translated(links.REFERENCES, wanted.language)):
        if (home / name).is_file():
            found[name] = _pick_sources((home / name).read_text(encoding="utf-8"), named).encode()
    return found


def _pick_sources(text: str, named: Collection[str]) -> str:
    """The comments at the top of a list of sources, and the entries of those that are named."""
    first, *entries = re.split(r"^(?=[a-z0-9-]+:)", text, flags=re.MULTILINE)
    return first + "".join(entry for entry in entries if entry.partition(":")[0] in named).rstrip() + "\n"
