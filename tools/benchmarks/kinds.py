"""What each kind of page of a built site weighs, and what scripts fetch: bytes as hosts send them."""

from __future__ import annotations

import gzip
import statistics
from collections.abc import Iterator
from pathlib import Path

from generator import links
from generator.model.site import Site
from generator.register.entries import list_pages

_MANY = 40
"""Of a kind so many pages at most are weighed, evenly over all of them, and the longest."""


def weigh(site: Site, folder: Path) -> Iterator[str]:
    """The lines of a table of the site in `folder`: each kind, how many there are, bytes gzipped and as they lie."""
    found: dict[str, list[Path]] = {}
    for entry in list_pages(site):
        found.setdefault(entry.kind, []).append(folder / links.published(entry.path))
    yield f"{'kind of page':<20}{'pages':>8}{'median':>10}{'longest':>10}{'longest, not gzipped':>24}"
    for kind, paths in found.items():
        longest = max(paths, key=lambda path: path.stat().st_size)
        some = [_gzip(path) for path in (*paths[:: -(-len(paths) // _MANY)], longest)]
        middle = statistics.median_low(some)
        yield f"{kind:<20}{len(paths):>8,}{middle:>10,}{some[-1]:>10,}{longest.stat().st_size:>24,}"
    for path in ("search/search_index.json", "sitemap.xml", *_fetched(folder)):
        if (folder / path).is_file():
            yield f"{path:<38}{_gzip(folder / path):>10,}{(folder / path).stat().st_size:>24,}"


def _fetched(folder: Path) -> Iterator[str]:
    """What pages fetch for their scripts, of this build."""
    for pattern in (f"{links.ASSETS}-*/*.css", f"{links.ASSETS}-*/*.js", f"{links.SCRIPT_DATA}/*.json"):
        yield from sorted(path.relative_to(folder).as_posix() for path in folder.glob(pattern))


def _gzip(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))
