"""A new profile for an editor to fill in."""

from __future__ import annotations

from pathlib import Path

from generator.register.entries import SLUGS_TAKEN
from generator.sources import files
from generator.sources.files import SLUG

TEMPLATE = Path("templates/new/occupation.yml")


class StartingError(Exception):
    """Why no profile was written."""


def write_profile(root: Path, slug: str) -> Path:
    """Write the commented template as the profile `slug`; never overwrites. Returns its path."""
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
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_text(source.text.replace("TITLE", title), encoding="utf-8")
    except OSError as error:
        raise StartingError(f"{path.relative_to(root)} cannot be written: {error.strerror}") from None
    return path
