"""What an occupation pays from place to place, for scripts."""

from __future__ import annotations

from generator.model.facts import Areas
from generator.model.site import Site
from generator.scripts.published import areas as out
from generator.strings import Words

_TAKEN = set(out.Areas.model_fields)


def make_areas(site: Site, areas: tuple[Areas, ...]) -> out.AreasFile:
    """The columns of each region, and the words."""
    regions = tuple(out.Areas(**one.model_dump(include=_TAKEN)) for one in areas)
    words = Words(site.strings)
    return out.AreasFile(locale=words["script"]["locale"], regions=regions, text=site.strings.get("areas", {}))
