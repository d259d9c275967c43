"""A site in several languages: what MkDocs is told of each, and where a page stands in the others."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig

from generator import links
from generator.model.site import Settings, Site, Spoken
from generator.register.entries import list_pages
from generator.strings import Words, name_language

_ROOT = re.compile(r"\bROOT\.pathname\b")
_KEPT = "kept/"
_LINK = re.compile(r"<a\s[^>]*>([^<]+)</a>")


@dataclass(frozen=True)
class Version:
    """The site in one language: what that is called in itself, its folder below the published site, and its pages."""

    language: str
    name: str
    folder: str
    pages: frozenset[str]
    untranslated: frozenset[str] = frozenset()
    """Those of them that are in another language."""


def list_versions(sites: Collection[Site]) -> tuple[Version, ...]:
    """Those of a site that is published in several languages, its own first; of others none."""
    if len(sites) < len((1, 2)):
        return ()
    return tuple(
        Version(
            site.settings.language,
            name_language(site.settings.language),
            site.settings.folder,
            frozenset(entry.path for entry in list_pages(site)),
            frozenset(page for one in site.originals for page in one.pages),
        )
        for site in sites
    )


def list_alternates(page: str, settings: Settings, versions: Collection[Version]) -> list[dict[str, Any]]:
    """Where a page stands in each language, or the first page of that if it stands nowhere.

    Each has `language`, `name`, `href` from this page, `address` with the host, whether it `is_here`, and `is_whole`:
    whether it is the same page in that language, and this page and at least one other are so, too.
    """
    top = links.root(page) + "../" * settings.folder.count("/")
    site = settings.site_url.removesuffix(settings.folder)
    found = []
    for one in versions:
        is_there = page in one.pages
        is_whole = is_there and page not in one.untranslated
        place = one.folder + (links.address(page) if is_there else "")
        here = one.folder == settings.folder
        address = f"{site.rstrip('/')}/{place}" if site else ""
        names = {"language": one.language, "name": one.name, "href": top + place, "address": address}
        found.append({**names, "is_here": here, "is_whole": is_whole})
    whole = [one for one in found if one["is_whole"]]
    if len(whole) < len((1, 2)) or not any(one["is_here"] for one in whole):
        found = [{**one, "is_whole": False} for one in found]
    return found


def speak(config: MkDocsConfig, settings: Settings, spoken: Spoken) -> None:
    """Have the settings of MkDocs in the language of a site."""
    config.nav = _translate(config.nav, spoken.nav)
    footer: Mapping[str, Any] = config.extra.get("footer") or {}
    config.extra["footer"] = {spoken.footer.get(label, label): address for label, address in footer.items()}
    config.site_author = escape(spoken.site_author) if spoken.site_author else config.site_author
    for choice in config.theme.get("palette") or ():
        if toggle := isinstance(choice, dict) and choice.get("toggle"):
            toggle["name"] = spoken.palette.get(toggle["name"], toggle["name"])
    config.copyright = _link(spoken.copyright, config.copyright or "") if spoken.copyright else config.copyright
    if settings.folder:
        config.theme["language"] = settings.language
        config.site_name, config.site_description = settings.site_name, settings.site_description
        config.site_url = settings.site_url


def name_locale(page: str, site: Site) -> str:
    """The HTML of a page in the language as its texts write that, in `en-GB` for `en`: scripts write amounts by it."""
    language = site.settings.language
    locale = str(Words(site.strings)["script"]["locale"]) if "script" in site.strings else language
    if not locale.startswith(f"{language}-"):
        return page
    return page.replace(f'<html lang="{language}"', f'<html lang="{locale}"', 1)


def _link(text: str, original: str) -> str:
    """A line in HTML: a link of the original is one here, too, where it is called the same, such as CC BY 4.0."""
    line = html.escape(text)
    for link in _LINK.finditer(original):
        line = line.replace(link[1], link[0], 1)
    return line


def _translate(nav: Any, titles: Mapping[str, str]) -> Any:
    if isinstance(nav, list):
        return [_translate(one, titles) for one in nav]
    if isinstance(nav, dict):
        return {titles.get(title, title): _translate(one, titles) for title, one in nav.items()}
    return nav


def find_change(site: Site | None) -> Callable[[str, str], str]:
    """What is made of our scripts: in a part in another language readers keep what they keep in all of the site."""

    def share_storage(name: str, text: str) -> str:
        return _ROOT.sub('new URL("..", ROOT).pathname', text) if name.startswith(_KEPT) else text

    return share_storage if site and site.settings.folder else lambda _name, text: text
