"""What stands at the addresses that profiles, fields and skills had under old names: a page that leads on.

It needs no script. It is no Markdown, so that it is in no navigation, no sitemap and no search index.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator import links
from generator.model.site import Site
from generator.model.terms import Term
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

    for before, page, title in _list_moved(site):
        address = links.relative_address(page, before)
        canonical = site.settings.site_url and site.settings.absolute(links.address(page))
        yield stamps.job(links.former(before), write, title, address, canonical, holds=view)


def _list_moved(site: Site) -> Iterator[tuple[str, str, str]]:
    """Old page, new page and title of each profile, field of work and skill that had another name."""
    for old, slug in site.moved().items():
        yield links.occupation(old), links.occupation(slug), site.occupations[slug].title
    terms: dict[str, Mapping[str, Term]] = {"field": site.vocabulary.fields, "skill": site.vocabulary.skills}
    for facet, renamed in site.vocabulary.renamed().items():
        for old, key in renamed.items():
            yield links.renamed(facet, old), links.renamed(facet, key), terms[facet][key].label
