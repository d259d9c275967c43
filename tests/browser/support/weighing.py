"""Sizes as hosts send them."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Collection
from pathlib import Path

from generator import links


def gzipped(data: bytes) -> int:
    """The size of `data` in bytes after gzip."""
    return len(gzip.compress(data, 9))


def find_linked_data(text: str) -> str:
    """The JSON-LD of a page."""
    [found] = re.findall(r'<script type="?application/ld\+json"?>(.*?)</script>', text, re.DOTALL)
    return str(found)


def weigh_searches(site: Path, slugs: Collection[str]) -> float:
    """Bytes gzipped that a profile takes in the search index, over all of them; each has one entry."""
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    own = {links.address(links.occupation(slug)) for slug in slugs}
    others = [entry for entry in index["docs"] if entry["location"] not in own]
    assert len(index["docs"]) - len(others) == len(own)
    whole, rest = (
        json.dumps(index | {"docs": docs}, ensure_ascii=False, separators=(",", ":")).encode()
        for docs in (index["docs"], others)
    )
    return (gzipped(whole) - gzipped(rest)) / len(own)
