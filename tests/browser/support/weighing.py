"""Sizes as hosts send them."""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from pathlib import Path


def gzipped(data: bytes) -> int:
    """The size of `data` in bytes after gzip."""
    return len(gzip.compress(data, 9))


def find_linked_data(text: str) -> str:
    """The JSON-LD of a page."""
    [found] = re.findall(r'<script type="?application/ld\+json"?>(.*?)</script>', text, re.DOTALL)
    return str(found)


def weigh_searches(site: Path) -> dict[str, int]:
    """Bytes that each profile takes in the search index, by its path."""
    sizes: dict[str, int] = defaultdict(int)
    for entry in json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]:
        path = entry["location"].partition("#")[0]
        if path.startswith("occupations/") and path.count("/") == 2 and path != "occupations/a-z/":
            sizes[path] += len(json.dumps(entry, ensure_ascii=False).encode())
    return sizes
