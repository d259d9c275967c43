"""A new profile for an editor to fill in."""

from __future__ import annotations

import datetime
import difflib
import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import links
from generator.guesses import did_you_mean_code
from generator.model.occupation import Occupation
from generator.model.outline import Outline
from generator.outlines.making import Outlines
from generator.outlines.names import spell, write_in_sentence_case
from generator.register.entries import SLUGS_TAKEN
from generator.sources import files
from generator.sources.files import SLUG
from generator.sources.shipped.layers import Layers

TEMPLATE = "templates/new/occupation.yml"


class StartingError(Exception):
    """Why no profile was written."""


@dataclass(frozen=True)
class Start:
    """What a profile begins with: the name of its file, its title, and what tables know, where they know it."""

    slug: str
    title: str
    outline: Outline | None = None


def is_code(name: str) -> bool:
    """Whether a name is meant as an official code: no occupation is called by a number."""
    return name[:1].isdigit()


def start_with_code(outlines: Outlines, code: str, name: str | None = None) -> Start:
    """The beginning of the profile of a code, called `name` or as tables do.

    Raises `StartingError` if there is no outline of the code, or a profile in its place. Its title is what one person
    is called, as a profile has it, where the tables say that; it is no alias then.
    """
    slug = outlines.pages.get(code)
    if slug is None:
        hint = did_you_mean_code(code, outlines.pages, _tell_codes(outlines.found.values()))
        raise StartingError(f"no table has the code {code!r} for an outline; {hint}")
    if slug not in outlines.found:
        raise StartingError(f"occupations/{slug}.yml is about {code} already; edit it")
    outline = outlines.found[slug]
    title = outline.one or outline.title
    if name and not SLUG.match(name):
        title = _write_title(name)
    return Start(_name_file(name) if name else slug, title, outline)


def _tell_codes(outlines: Collection[Outline]) -> str:
    """Which codes there are, for one of another classification; a profile may have that, too."""
    tables = ", ".join(sorted({one.table for one in outlines}))
    codes = sorted(one.code for one in outlines)
    known = f"those that have one are in {tables}, such as {codes[0]!r}" if codes else f"{links.FIGURES}/ has none"
    return f"{known}; begin by name, as in `careers new baker`, and write other codes below `codes` in the file"


def start_with_name(outlines: Outlines, profiles: Mapping[str, Occupation], name: str, *, plain: bool = False) -> Start:
    """The beginning of a profile called `name`, a title or the name of a file; with its code if tables call one so.

    Raises `StartingError` where a profile is called so, and unless it is to be `plain`, where tables call several so,
    or something like it.
    """
    slug = _name_file(name)
    for key, profile in profiles.items():
        if slug in {key, *map(spell, (profile.title, *profile.aliases))}:
            raise StartingError(f"{links.PROFILES}/{key}.yml is about that already, or has the name; edit it")
    title = _write_title(name.replace("-", " ") if SLUG.match(name) else name)
    if plain:
        return Start(slug, title)
    called = {key: tuple(map(spell, outlines.call(key))) for key in outlines.found}
    ranks = {key: names.index(slug) for key, names in called.items() if slug in names}
    own = [key for key, rank in ranks.items() if rank < _OWN]
    exact = own or [*ranks]
    if len(exact) == 1:
        return Start(slug, title, outlines.found[exact[0]])
    if exact or (near := _find_near(slug, called)):
        known = "tables call several so" if exact else "no table calls an occupation so; near are"
        ending = f" {json.dumps(title)}" if exact else ""
        found = [outlines.found[key] for key in exact or near]
        lines = [f"  careers new {one.code}{ending}   ({one.title})" for one in found]
        plainly = f"To begin without a code: careers new --plain {json.dumps(title)}"
        raise StartingError("\n".join([f"{known}:", *lines, plainly]))
    return Start(slug, title)


_OWN = 2
"""Names that are an outline's own: its title, and what one person is called."""
_NEAR = 5
_ALIKE = 0.75
"""From here on two names are offered for one another."""


def _find_near(slug: str, called: Mapping[str, Sequence[str]]) -> list[str]:
    """The outlines that have a name with all words of `slug`, or one like it; most alike first."""
    words = set(slug.split("-"))
    rated: dict[str, float] = {}
    for key, names in called.items():
        likeness = (difflib.SequenceMatcher(None, slug, name) for name in names)
        rated[key] = max(one.ratio() if one.quick_ratio() >= _ALIKE else 0 for one in likeness)
        if any(words <= set(name.split("-")) for name in names):
            rated[key] = max(rated[key], _ALIKE)
    near = [key for key, likeness in rated.items() if likeness >= _ALIKE]
    return sorted(near, key=lambda key: -rated[key])[:_NEAR]


def _name_file(name: str) -> str:
    """A name as that of a file; `StartingError` where it has nothing of what stands in those."""
    if slug := spell(name):
        return slug
    hint = "begin with such a name, as in `careers new baker`, and write the title in the file"
    raise StartingError(f"{name!r} has none of the letters that addresses are made of, a to z; {hint}")


def _write_title(name: str) -> str:
    """A title as a profile has it: in sentence case."""
    title = write_in_sentence_case(" ".join(name.split()), ())
    return title[:1].upper() + title[1:]


def write_profile(root: Path, start: Start, today: datetime.date) -> Path:
    """Write the commented template as a new profile; never overwrites. Returns its path.

    `today` is the day on which it counts as new.
    """
    if not SLUG.match(start.slug) or start.slug in SLUGS_TAKEN:
        raise StartingError(f"{start.slug!r} is no name for a profile: use lower-case words joined by hyphens")
    path = root / links.PROFILES / f"{start.slug}.yml"
    place = path.relative_to(root).as_posix()
    if path.exists() or path.is_symlink():
        raise StartingError(f"{place} exists already; edit it, or choose another name")
    layers = Layers.of(root)
    template = layers.find(TEMPLATE)
    if not template.is_file():
        raise StartingError(f"{TEMPLATE} is missing; is {root} the repository?")
    source = files.read(template, layers.top(template))
    if source.problems:
        raise StartingError("\n".join(map(str, source.problems)))
    text = _fill_in(source.text, start, today)
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise StartingError(f"{place} cannot be written: {error.strerror}") from None
    return path


def _fill_in(text: str, start: Start, today: datetime.date) -> str:
    """The template with what is known: names are those of the tables, for an editor to look through."""
    filled = {r"^title: .*\n": f"title: {_quote(start.title)}\n", r"^# added: .*\n": f"added: {today}\n"}
    if outline := start.outline:
        codes = "".join(f"  {scheme}: {_list(some)}\n" for scheme, some in outline.codes.items())
        aliases = [name for name in outline.aliases if name.casefold() != start.title.casefold()]
        filled |= {
            r"^aliases: .*\n": f"aliases: {_list(aliases)}\n",
            r"^field:.*\n": f"field: {outline.field}\n",
            r"^codes:\n(?:  .*\n)*": f"codes:\n{codes}",
        }
        if related := "".join(f"  - slug: {slug}\n    why:\n" for slug in outline.profiled):
            filled[r"^related:.*\n"] = f"related:\n{related}"
    for pattern, line in filled.items():
        text = re.sub(pattern, lambda _, line=line: line, text, count=1, flags=re.MULTILINE)  # type: ignore[misc]
    return text


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_quote, texts))}]"


def _quote(text: str) -> str:
    """A text as YAML has it, in quotes wherever it could be anything else."""
    return text if re.fullmatch(r"[^\W\d][\w ]*|[\d.-]+", text) else json.dumps(text, ensure_ascii=False)
