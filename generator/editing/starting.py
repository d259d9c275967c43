"""A new profile for an editor to fill in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from generator import links
from generator.guesses import did_you_mean_code
from generator.model.outline import Outline
from generator.outlines.making import Outlines
from generator.register.entries import SLUGS_TAKEN
from generator.sources import files
from generator.sources.files import SLUG

TEMPLATE = Path("templates/new/occupation.yml")


class StartingError(Exception):
    """Why no profile was written."""


def is_code(name: str) -> bool:
    """Whether a name is meant as an official code: no occupation is called by a number."""
    return name[:1].isdigit()


def find_outline(outlines: Outlines, code: str) -> tuple[str, Outline]:
    """Slug and outline of a code; raises `StartingError` if there is none, or a profile in its place.

    Its title is what one person is called, as a profile has it, where the tables say that; it is no alias then.
    """
    slug = outlines.pages.get(code)
    if slug is None:
        hint = did_you_mean_code(code, outlines.pages, f"the codes stand in {links.FIGURES}/")
        hint = hint if outlines.pages else f"no index in {links.FIGURES}/ names `outlines`"
        raise StartingError(f"no table has the code {code!r} for an outline; {hint}")
    if slug not in outlines.found:
        raise StartingError(f"occupations/{slug}.yml is about {code} already; edit it")
    outline = outlines.found[slug]
    title = outlines.name_one(slug) or outline.title
    aliases = tuple(name for name in outline.aliases if name.casefold() != title.casefold())
    return slug, outline.model_copy(update={"title": title, "aliases": aliases})


def write_profile(root: Path, slug: str, outline: Outline | None = None) -> Path:
    """Write the commented template as the profile `slug`; never overwrites. Returns its path.

    What is known of the occupation from its `outline` is filled in.
    """
    if not SLUG.match(slug) or slug in SLUGS_TAKEN:
        raise StartingError(f"{slug!r} is no name for a profile: use lower-case words joined by hyphens")
    path = root / "occupations" / f"{slug}.yml"
    if path.exists() or path.is_symlink():
        raise StartingError(f"{path.relative_to(root)} exists already; edit it, or choose another name")
    template = root / TEMPLATE
    if not template.is_file():
        raise StartingError(f"{TEMPLATE} is missing; is {root} the repository?")
    source = files.read(template, root)
    if source.problems:
        raise StartingError("\n".join(map(str, source.problems)))
    title = slug.replace("-", " ").capitalize()
    text = _fill_in(source.text, outline) if outline else source.text.replace("TITLE", title)
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise StartingError(f"{path.relative_to(root)} cannot be written: {error.strerror}") from None
    return path


def _fill_in(text: str, outline: Outline) -> str:
    """The template with what is known: title and names are those of the tables, for an editor to look through."""
    codes = "".join(f"  {scheme}: {_list(some)}\n" for scheme, some in outline.codes.items())
    related = "".join(f"  - slug: {slug}\n    why:\n" for slug in outline.profiled)
    filled = {
        r"^title: .*\n": f"title: {_quote(outline.title)}\n",
        r"^aliases: .*\n": f"aliases: {_list(outline.aliases)}\n",
        r"^field:.*\n": f"field: {outline.field}\n",
        r"^codes:\n(?:  .*\n)*": f"codes:\n{codes}",
    }
    if related:
        filled[r"^related:.*\n"] = f"related:\n{related}"
    for pattern, line in filled.items():
        text = re.sub(pattern, lambda _, line=line: line, text, count=1, flags=re.MULTILINE)  # type: ignore[misc]
    return text


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_quote, texts))}]"


def _quote(text: str) -> str:
    """A text as YAML has it, in quotes wherever it could be anything else."""
    return text if re.fullmatch(r"[^\W\d][\w ]*|[\d.-]+", text) else json.dumps(text, ensure_ascii=False)
