"""What is due: editions that are out or overdue, with all that rests on them, and the oldest reviews."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator import links
from generator.model.reference import Reference
from generator.model.site import Site

_MONTH = 30.44
"""Days."""


def describe_stale(site: Site, most: int) -> Iterator[str]:
    """Sources that are due, and the `most` oldest reviews."""
    due = {key: source for key, source in site.sources.items() if source.newer or source.review_by < site.today}
    used = _count_use(site)
    yield f"{len(due)} of {len(site.sources)} sources are due"
    for key, source in sorted(due.items(), key=lambda item: item[1].review_by):
        yield f"  {key}: {_tell(source, site)}; {_tell_use(used, key)}"
    reviews = sorted((model.reviewed, path) for path, model in site.list_files())
    yield f"the {min(most, len(reviews))} oldest reviews of {len(reviews)}"
    for day, path in reviews[:most]:
        months = max(int((site.today - day).days / _MONTH), 0)
        yield f"  {day}, {months} month{'s' * (months != 1)} ago: {path}"


def describe_source(site: Site, key: str) -> Iterator[str]:
    """One source, and every profile that rests on it, the longest not reviewed first; raises `KeyError`."""
    source = site.sources[key]
    yield f"{key}: {_tell(source, site)}; {_tell_use(_count_use(site), key)}"
    for slug, model in sorted(site.occupations.items(), key=lambda item: (item[1].reviewed, item[0])):
        if key in model.sources():
            yield f"  {model.reviewed}: {links.PROFILES}/{slug}.yml"


def _tell(source: Reference, site: Site) -> str:
    told = f"released {source.released}, "
    if source.newer:
        return f"{told}superseded by {source.newer}"
    return told + (
        f"was to be reviewed by {source.review_by}"
        if source.review_by < site.today
        else f"to be reviewed by {source.review_by}"
    )


def _count_use(site: Site) -> Counter[tuple[str, bool]]:
    """(source, whether by a profile) -> how many occupations have figures of it."""
    listed = ((key, slug in site.occupations) for slug, model in site.listed.items() for key in model.sources())
    return Counter(listed)


def _tell_use(used: Counter[tuple[str, bool]], key: str) -> str:
    profiles, outlines = used[key, True], used[key, False]
    return f"{profiles} profile{'s' * (profiles != 1)} and {outlines} outline{'s' * (outlines != 1)} have figures of it"
