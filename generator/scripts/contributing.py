"""What the form gets with which readers write a profile: the model of profiles as data, and lists of words.

Limits are those of the schema. What each field is called, and what belongs there, stands among the interface texts:
what text editors show speaks of YAML, which who fills in a form never sees.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from generator import links
from generator.model import base, limits
from generator.model.occupation import ConditionKey, LearningUnit, Occupation, Point, Unit
from generator.model.site import Site
from generator.model.words import Of
from generator.outlines.names import spell
from generator.prose import forbidden
from generator.prose.characters import HIDDEN
from generator.register.entries import SLUGS_TAKEN
from generator.scripts.published.contributing import (
    BeginningsFile,
    Choice,
    FormField,
    FormFile,
    Kind,
    Links,
    Part,
    Places,
    Refused,
)

PARTS: Mapping[str, tuple[str, ...]] = {
    "names": ("title", "aliases", "summary", "field", "codes"),
    "work": ("what_they_do", "tasks", "day"),
    "conditions": ("environment",),
    "skills": ("skills",),
    "sides": ("good_sides", "hard_sides"),
    "entry": ("routes", "licence"),
    "later": ("progression", "prospects"),
    "explore": ("explore",),
    "near": ("related",),
    "figures": ("pay_covers", "preparation", "interests", "values", "education", "pay", "outlook"),
    "day": ("reviewed", "reviewed_by", "added"),
}
"""Heading -> the fields below it, in the order in which a profile is best written."""
LEFT_OUT = ("formerly",)
"""Fields that somebody who writes a guide does not need."""


def _notes(hint: Any) -> tuple[Any, ...]:
    """What an `Annotated` says beside its type."""
    return typing.get_args(hint)[1:]


_TEXTS: Mapping[Any, Kind] = {_notes(base.Sentence)[1]: "text", _notes(base.Prose)[1]: "prose"}
"""What tells in an `Annotated` in which texts markup is read; in others it is not."""
_LISTS: Mapping[Any, str] = {_notes(base.Region)[0]: "regions", _notes(ConditionKey)[0]: "conditions"}
_BY_KEY = {"codes": "classifications", "preparation": "preparation", "needed": "licence", "paid": "paid"}
"""Fields whose words are those of a vocabulary, though their type does not say so."""
_LIMITS = {"letters": "maxLength", "low": "minimum", "high": "maximum", "above": "exclusiveMinimum"}
_ONE_LINE = r"^[^\n]*$"
"""What a line is by itself."""
_END = r"\Z"
_MARKED: tuple[Kind, ...] = ("line", "text", "prose")


def make_form(site: Site) -> FormFile:
    """The form; of the site it needs vocabularies, sources, texts and settings."""
    texts = site.strings.get("form", {})
    found = {one.key: one for one in _Reader(texts).read_model(Occupation)}
    titles = _section(texts, "parts")
    return FormFile(
        text=site.strings.get("contributing", {}),
        parts=tuple(
            Part(key=key, title=str(titles.get(key, key)), fields=tuple(found[name] for name in names))
            for key, names in PARTS.items()
        ),
        order=tuple(found),
        figures=PARTS["figures"],
        words={name: tuple(some) for name, some in _list_words(site, _section(texts, "choices"))},
        refused=(
            Refused(fault="html", pattern=forbidden.TAG.pattern, kinds=_MARKED),
            Refused(fault="braces", pattern=forbidden.ATTRIBUTES.pattern, kinds=_MARKED),
            Refused(fault="hidden", pattern=_for_scripts(HIDDEN.pattern), kinds=_MARKED),
            Refused(fault="markup", pattern=forbidden.MARKUP.pattern, kinds=("line",)),
        ),
        links=Links(
            found=r"\[([^\[\]]*)\]\(([^()\s]*)\)",
            half=forbidden.HALF_LINK.pattern,
            targets=tuple(
                rf"^(?:{one.pattern.removesuffix(_END)})$"
                for one in (forbidden.HTTPS, forbidden.MAILTO, forbidden.PAGE_ID)
            ),
        ),
        days=(limits.FIRST_DAY.isoformat(), limits.LAST_DAY.isoformat()),
        taken=tuple(sorted(SLUGS_TAKEN)),
        places=Places(
            new=site.settings.new_address(),
            edit=site.settings.edit_address("{path}"),
            mail=site.settings.contact,
            path=f"{links.PROFILES}/{{slug}}.yml",
        ),
        profile=links.api_occupation("{slug}"),
        page=links.address(links.occupation("{slug}")),
    )


def make_beginnings(site: Site) -> BeginningsFile:
    """What `careers new CODE` fills in, of all occupations that nobody has written about."""
    models = site.outlines
    return BeginningsFile(
        slug=tuple(None if slug == spell(model.title) else slug for slug, model in models.items()),
        title=tuple(model.title for model in models.values()),
        one={str(place): model.one for place, model in enumerate(models.values()) if model.one},
        aliases=tuple(model.aliases for model in models.values()),
        field=tuple(model.field for model in models.values()),
        codes=tuple(model.codes for model in models.values()),
        related=tuple(model.profiled for model in models.values()),
    )


class _Reader:
    """Reads models by schema and by types at once: limits stand in the first, lists of words in the second."""

    def __init__(self, texts: Any) -> None:
        self._labels, self._help, self._examples = (_section(texts, name) for name in ("labels", "help", "examples"))
        self._defs: Mapping[str, Any] = {}

    def read_model(self, model: type[BaseModel]) -> tuple[FormField, ...]:
        """The fields of a model, but for those that are left out."""
        schema = model.model_json_schema(by_alias=True)
        self._defs = schema.get("$defs", {})
        return tuple(self._fields(model, schema))

    def _fields(self, model: type[BaseModel], schema: Mapping[str, Any]) -> Iterator[FormField]:
        hints = typing.get_type_hints(model, include_extras=True)
        for name, info in model.model_fields.items():
            key = info.alias or name
            if key not in LEFT_OUT:
                about = schema["properties"][key]
                given = self._field(key, hints[name], about, schema)
                yield FormField(**{**given, "required": key in schema.get("required", ())})

    def _field(self, key: str, hint: Any, about: Mapping[str, Any], within: Mapping[str, Any]) -> dict[str, Any]:
        notes, inner = _unwrap(hint)
        about = self._resolve(about)
        told = {
            "key": key,
            "required": True,
            "label": str(self._labels.get(key) or about.get("title") or key),
            "help": str(self._help.get(key, "")),
            "example": str(self._examples.get(key) or _write_example(about.get("examples", ()))),
        }
        if about["type"] == "array":
            entry = self._field(key, typing.get_args(inner)[0], about["items"], within)
            shown = {name: told[name] for name in ("help", "example") if told[name]}
            return {**entry, **shown, "many": True, "least": about.get("minItems"), "most": about.get("maxItems")}
        if patterns := about.get("patternProperties"):
            names, values = typing.get_args(inner)
            ((pattern, written),) = patterns.items()
            first = self._field("key", names, {"type": "string", "pattern": pattern}, within)
            first |= {"words": _BY_KEY.get(key, first["words"]), "kind": "word"}
            value = self._field("value", values, written, within)
            return {**told, "kind": "group", "many": True, "keyed": True, "fields": (first, value)}
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            return {**told, "kind": "group", "fields": tuple(self._fields(inner, about))}
        found = {name: about.get(limit) for name, limit in _LIMITS.items()}
        pattern = about.get("pattern", "")
        return {**told, **found, **_tell_kind(key, notes, about), "pattern": "" if pattern == _ONE_LINE else pattern}

    def _resolve(self, about: Mapping[str, Any]) -> Mapping[str, Any]:
        """A schema with what it refers to; what may also be nothing, as if it were always there."""
        if "anyOf" in about:
            other = next(one for one in about["anyOf"] if one.get("type") != "null")
            about = {**self._resolve(other), **{key: value for key, value in about.items() if key != "anyOf"}}
        if "$ref" in about:
            about = {**self._defs[about["$ref"].rpartition("/")[2]], **about}
        return about


def _unwrap(hint: Any) -> tuple[tuple[Any, ...], Any]:
    """The notes of a type, and the type without them and without None."""
    notes: tuple[Any, ...] = ()
    while True:
        if typing.get_origin(hint) is typing.Annotated:
            hint, *more = typing.get_args(hint)
            notes = (*notes, *more)
        elif typing.get_origin(hint) in (typing.Union, types.UnionType):
            hint = next(one for one in typing.get_args(hint) if one is not types.NoneType)
        else:
            return notes, hint


def _tell_kind(key: str, notes: tuple[Any, ...], about: Mapping[str, Any]) -> dict[str, Any]:
    """What is to be written, and of which list it is a word."""
    of = next((note for note in notes if isinstance(note, Of)), None)
    words = (of.list if of else _BY_KEY.get(key)) or next((name for note, name in _LISTS.items() if note in notes), "")
    if not words and "enum" in about:
        words = key
    kind: Kind = "word" if words else next((kind for note, kind in _TEXTS.items() if note in notes), "line")
    if not words:
        kind = {"integer": "whole", "number": "number"}.get(about["type"], kind)  # type: ignore[assignment]
    return {"words": words, "kind": "day" if about.get("format") == "date" else kind}


def _list_words(site: Site, choices: Mapping[str, Any]) -> Iterator[tuple[str, list[Choice]]]:
    """Each list of words by its name."""
    known = site.vocabulary
    terms: dict[str, Mapping[str, Any]] = {
        "fields": known.fields,
        "skills": known.skills,
        "preparation": known.preparation,
        "licence": known.licence,
        "paid": known.paid,
        "classifications": known.classifications,
        **{f"education/{name}": group.terms for name, group in known.education.items()},
        **{f"environments/{name}": group.terms for name, group in known.environments.items()},
    }
    for name, some in terms.items():
        yield name, [Choice(key=key, label=term.label, help=_one_line(term.description)) for key, term in some.items()]
    yield "regions", [Choice(key=key, label=term.name) for key, term in known.regions.items()]
    yield "sources", [Choice(key=key, label=source.short) for key, source in site.sources.items()]
    for name, kind in {"per": Unit, "at_least": Point, "unit": LearningUnit}.items():
        yield name, [Choice(key=key, label=str(choices.get(key, key))) for key in typing.get_args(kind)]


def _section(texts: Any, name: str) -> Mapping[str, Any]:
    found = texts.get(name) if isinstance(texts, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _write_example(examples: Any) -> str:
    """The first example, of a list one entry a line; one that is a group shows nothing."""
    first = next(iter(examples), "")
    some = first if isinstance(first, list) else [first]
    return "\n".join(map(str, some)) if all(isinstance(one, (str, int, float)) for one in some) else ""


def _for_scripts(pattern: str) -> str:
    r"""A class of characters as scripts read it: \u{...} beyond the first 65,536."""
    return "".join(rf"\u{{{ord(one):x}}}" if ord(one) < 32 or ord(one) > 126 else one for one in pattern)
