"""What stands at the addresses that profiles had under old names: a page that leads on, without a script.

It is no Markdown, so that it is in no navigation, no sitemap and no search index.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import links
from generator.model.site import Site
from generator.pages.templating import Templates, Texts
from generator.register.jobs import Job, Stamps
from generator.register.withheld import withhold
from generator.strings import Words


def list_jobs(site: Site, templates: Texts, stamps: Stamps) -> Iterator[Job]:
    """What is to be made for each old address."""
    view = withhold(site)
    writer = Templates(templates, {"t": Words(site.strings), "links": links, "site": view})

    def write(title: str, address: str, canonical: str) -> str:
        return f"{writer.html('moved', title=title, address=address, canonical=canonical)}\n"

    for old, slug in site.moved().items():
        page = links.occupation(slug)
        address = links.relative_address(page, links.occupation(old))
        canonical = site.settings.site_url and site.settings.absolute(links.address(page))
        yield stamps.job(links.former(old), write, site.occupations[slug].title, address, canonical, holds=view)
