"""What the site's search knows of a page, from the models: Material would read it from the HTML, page by page."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

from generator import links
from generator.model.occupation import Occupation
from generator.model.site import Site
from generator.prose.writing import write_plain
from generator.strings import Words

Entry = Mapping[str, Any]
"""`title`, `text` and `tags` as they stand in Material's index; the text is HTML of paragraphs and lists alone."""


def list_entries(site: Site) -> dict[str, Entry]:
    """Path of a page -> its one entry, of the pages of which there may be thousands."""
    words = Words(site.strings)["page"]
    return {links.occupation(slug): _describe(model, words["in_short"]) for slug, model in site.occupations.items()}


def _describe(occupation: Occupation, in_short: str) -> Entry:
    tasks = " ".join(f"<li>{_text(write_plain(task))}</li>" for task in occupation.tasks)
    text = f"<p>{_text(f'{in_short} {occupation.summary}')}</p> <ul> {tasks} </ul>"
    entry: dict[str, Any] = {"title": _text(occupation.title), "text": text}
    return entry | ({"tags": list(occupation.aliases)} if occupation.aliases else {})


def _text(text: str) -> str:
    return html.escape(" ".join(text.split()), quote=False)
