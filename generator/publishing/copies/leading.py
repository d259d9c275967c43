"""What the pages of a published site refer to, and what of it leads nowhere, or loads from another host."""

from __future__ import annotations

import html.parser
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from generator.links import COMPARED, CONTRIBUTE, MARKS, SHOWN, contribute

NOWHERE = "https://site.invalid/"
"""What stands for the address of a site that has none."""
ASKED = (
    SHOWN,
    COMPARED,
    "#go-on",
    "#pack=",
    *(contribute(what, "").removeprefix(CONTRIBUTE) for what in ("edit", "code")),
)
"""Where fragments begin that are no place on a page."""


class Links(html.parser.HTMLParser):
    """Collects addresses, ids and what no content may hold."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.inline: list[str] = []
        self._in_content = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note what the element refers to."""
        values = {name: value or "" for name, value in attributes}
        if "id" in values:
            self.ids.add(values["id"])
        if tag == "a":
            self.links.extend(values[name] for name in ("href", "xlink:href") if name in values)
        elif tag == "use":
            self.links.append(values["xlink:href"])
        elif tag in ("img", "script", "link", "source", "iframe"):
            rel = values.get("rel", "")
            address = values.get("src") or (values.get("href") if rel not in ("canonical", "prev", "next") else None)
            self.loads.extend([address] if address else [])
        self._in_content = self._in_content or tag == "article"
        if self._in_content and (tag in ("script", "style") or any(n == "style" or n.startswith("on") for n in values)):
            self.inline.append(f"<{tag} {values}>")

    def handle_endtag(self, tag: str) -> None:
        """Leave the content."""
        if tag == "article":
            self._in_content = False


def parse(site: Path) -> dict[str, Links]:
    """Every page of a site by its path below the root."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        parser = Links()
        parser.feed(path.read_text(encoding="utf-8"))
        pages[path.relative_to(site).as_posix().removesuffix("index.html")] = parser
    return pages


def find_broken(pages: Mapping[str, Links], site: Path, base: str) -> list[str]:
    """The links within a site, published at `base`, that lead to no page, no file, or no place on the page."""
    broken = []
    root = urlsplit(base)
    sprite = site / MARKS
    drawn = re.findall(r'id="([a-z0-9-]+)"', sprite.read_text(encoding="utf-8")) if sprite.is_file() else ()
    marks = {"", *drawn}
    for path, page in pages.items():
        for link in (*page.links, *page.loads):
            address = urlsplit(urljoin(base + path, link))
            if (address.scheme, address.netloc) != (root.scheme, root.netloc) or not address.path.startswith(root.path):
                continue
            target = unquote(address.path).removeprefix(root.path)
            if target in pages:
                # What asks for a filtered list, for a form or for handouts is no place on the page.
                if (
                    address.fragment
                    and not f"#{address.fragment}".startswith(ASKED)
                    and unquote(address.fragment) not in pages[target].ids
                ):
                    broken.append(f"{path}: {link} (no such place)")
            elif not (site / target).is_file():
                broken.append(f"{path}: {link}")
            elif target.endswith(".svg") and address.fragment not in marks:
                broken.append(f"{path}: {link} (no such mark)")
    return broken


def find_foreign(pages: Mapping[str, Links], base: str) -> list[str]:
    """What pages load from another host."""
    return [
        f"{path}: {address}"
        for path, page in pages.items()
        for address in page.loads
        if not urljoin(base + path, address).startswith((base, "data:"))
    ]
