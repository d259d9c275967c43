"""What a change does: to pages, figures, neighbours, what readers see, links and texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import links
from generator.cache import Cache
from generator.judging import readers
from generator.judging.files import Edited
from generator.judging.prose import Prose, judge_prose
from generator.judging.trees import Change, compare
from generator.model.occupation import Listed
from generator.model.site import Site
from generator.pages import rendering
from generator.pages.templating import read_texts
from generator.project import Loaded
from generator.publishing.making import make_text
from generator.register.entries import list_pages
from generator.register.jobs import Stamps
from generator.relations.neighbours import find_neighbours
from generator.sources.shipped.layers import Layers

FIGURES = ("preparation", "interests", "values", "education", "pay", "outlook")
"""Fields of an occupation that tables fill in, too."""


@dataclass(frozen=True)
class Page:
    """A page that is `added`, `removed` or `changed`; `is_own` if the file that it is written in is another."""

    path: str
    how: str
    is_own: bool


@dataclass(frozen=True)
class Bands:
    """What a reader sees of an occupation, by slug; None for no band."""

    reader: str
    slug: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Effect:
    """All that is different. Where a part cannot be told, a text says why in its place."""

    titles: dict[str, str]
    """Of all occupations, those included that are gone."""
    pages: list[Page] | str
    figures: dict[str, list[Change]]
    besides: list[str]
    """Occupations of which tables say other things than in `FIGURES`."""
    neighbours: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
    looked_at: list[str]
    """Occupations that are new or others, which `bands` are about."""
    bands: list[Bands] | str
    one_way: list[tuple[str, str]]
    """Links of an occupation to one that does not name it, where either is new or another."""
    prose: list[Prose]


def find_effect(before: Loaded, after: Loaded, roots: tuple[Path, Path], edited: list[Edited]) -> Effect:
    """What is different between two states of a project, that lie in the folders `roots`."""
    old, new = before.site, after.site
    figures = dict(_compare_figures(old, new))
    profiles = {
        Path(file.path).stem for file in edited if file.path.startswith(f"{links.PROFILES}/") and file.how != "removed"
    }
    looked_at = [slug for slug in new.listed if slug in profiles or slug in figures]
    broken = [
        f"{which} has {one.errors} error{'s' * (one.errors != 1)}"
        for which, one in (("the base", before), ("the change", after))
        if one.errors
    ]
    cannot = f"cannot be told: {' and '.join(broken)}" if broken else ""
    return Effect(
        titles={slug: model.title for site in (old, new) for slug, model in site.listed.items()},
        pages=cannot or list(_compare_pages(old, new, roots, edited)),
        figures=figures,
        besides=[slug for slug in new.facts if slug in old.facts and old.facts[slug] != new.facts[slug]],
        neighbours=dict(_compare_neighbours(old, new)),
        looked_at=looked_at,
        bands=cannot or _tell_bands(old, new, roots[1], looked_at),
        one_way=list(_find_one_way(new, profiles)),
        prose=judge_prose(old, new, edited),
    )


def _compare_pages(old: Site, new: Site, roots: tuple[Path, Path], edited: list[Edited]) -> Iterator[Page]:
    """Pages that are made of something else are made for both, since often that stands on none of their lines."""
    before, after = (
        {job.path: job for job in rendering.list_jobs(site, read_texts(Layers.of(root)), Cache(None), Stamps())}
        for site, root in zip((old, new), roots, strict=True)
    )
    files = {file.path for file in edited}
    own = {page.path for site in (old, new) for page in list_pages(site) if page.source in files and not page.loc}
    for path in (*after, *(path for path in before if path not in after)):
        first, then = before.get(path), after.get(path)
        how = "added" if first is None else "removed" if then is None else "changed"
        if first is None or then is None or (first.key != then.key and make_text(first) != make_text(then)):
            yield Page(path, how, path in own)


def _compare_figures(old: Site, new: Site) -> Iterator[tuple[str, list[Change]]]:
    for slug, model in new.listed.items():
        known = old.listed.get(slug)
        if known is not None and (changes := list(compare(_figures(known), _figures(model)))):
            yield slug, changes


def _figures(model: Listed) -> object:
    return model.model_dump(mode="json", by_alias=True, include=set(FIGURES), exclude_defaults=True)


def _compare_neighbours(old: Site, new: Site) -> Iterator[tuple[str, tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Those that are found, not those that editors name."""
    before, after = (
        {slug: tuple(one.slug for one in some) for slug, some in find_neighbours(site.occupations).items()}
        for site in (old, new)
    )
    for slug in sorted(before.keys() | after.keys()):
        pair = before.get(slug, ()), after.get(slug, ())
        if {*pair[0]} != {*pair[1]}:
            yield slug, pair


def _tell_bands(old: Site, new: Site, root: Path, slugs: list[str]) -> list[Bands] | str:
    """The readers' answers are those that follow from the base, so that on both sides the same people look."""
    if not slugs:
        return []
    try:
        answers = readers.answer_all(old)
        before, after = (readers.find_bands(site, answers, root) for site in (old, new))
    except readers.NodeError as error:
        return f"cannot be told: {error}"
    return [
        Bands(name, slug, was.get(slug), now.get(slug))
        for name, was, now in zip(readers.name_readers(new), before, after, strict=True)
        for slug in slugs
        if was.get(slug) != now.get(slug)
    ]


def _find_one_way(site: Site, slugs: set[str]) -> Iterator[tuple[str, str]]:
    named: Mapping[str, set[str]] = {
        slug: {one.slug for one in model.related} for slug, model in site.occupations.items()
    }
    for slug, others in named.items():
        for other in sorted(others & named.keys()):
            if slug not in named[other] and {slug, other} & slugs:
                yield slug, other
