"""From the site's outlines to what is published of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import links
from generator.exports.api.published import figures, occupation
from generator.exports.api.published.outline import Outline
from generator.model import outline
from generator.model.occupation import Interests, Outlook, Pay, Values
from generator.model.site import Site


def make_outlines(site: Site) -> Iterator[Outline]:
    """All outlines, of a file of their own: a program that wants the profiles alone never meets them."""
    return (_write(site, slug, model) for slug, model in site.outlines.items())


def _write(site: Site, slug: str, model: outline.Outline) -> Outline:
    asked = model.education
    return Outline(
        kind="outline",
        slug=slug,
        url=site.settings.absolute(links.address(links.occupation(slug))),
        title=model.title,
        aliases=model.aliases,
        codes=model.codes,
        part_of=model.part_of,
        field=model.field,
        field_label=site.vocabulary.fields[model.field].label,
        preparation=model.preparation,
        interests=occupation.Interests(**_figure(model.interests)) if model.interests else None,
        interests_source=model.interests.source if model.interests else None,
        values=occupation.Values(**_figure(model.values)) if model.values else None,
        values_source=model.values.source if model.values else None,
        education=asked.entry if asked else None,
        experience=asked.experience if asked else None,
        training=asked.training if asked else None,
        education_source=asked.source if asked else None,
        pay=tuple(figures.PayFromKey(**_figure(pay), source=pay.source) for pay in model.pay),
        outlook=tuple(figures.OutlookFromKey(**_figure(one), source=one.source) for one in model.outlook),
        profiled=model.profiled,
        related=model.related,
        named_by=model.named_by,
    )


def _figure(figure: Pay | Outlook | Interests | Values) -> dict[str, Any]:
    """The figure without its source."""
    return {name: value for name, value in figure if name != "source"}
