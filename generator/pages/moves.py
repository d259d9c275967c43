"""What stands at the addresses that profiles had under old names: a page that leads on, without a script.

It is no Markdown, so that it is in no navigation, no sitemap and no search index.
"""

from __future__ import annotations

from pathlib import Path

from generator import links
from generator.model.site import Site
from generator.pages.templating import Templates
from generator.strings import Words


def render_moves(site: Site, templates: Path) -> dict[str, str]:
    """Path below the site's root -> HTML."""
    moved = site.moved()
    if not moved:
        return {}
    writer = Templates(templates, {"t": Words(site.strings), "links": links, "site": site})
    files = {}
    for old, slug in moved.items():
        page = links.occupation(slug)
        files[links.former(old)] = writer.html(
            "moved",
            title=site.occupations[slug].title,
            address=links.relative_address(page, links.occupation(old)),
            canonical=site.settings.site_url and site.settings.absolute(links.address(page)),
        )
    return {path: f"{text}\n" for path, text in files.items()}
