"""The base of every model and the field types that models share."""

from __future__ import annotations

import datetime
import functools
import re
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from generator.model import limits
from generator.prose import forbidden, parsing


class Model(BaseModel):
    """A frozen model that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _leave_out_blanks(cls, data: Any) -> Any:
        """A field without a value counts as not written; an unknown one is still an error."""
        if not isinstance(data, dict) or None not in data.values():
            return data
        known = {info.alias or name for name, info in cls.model_fields.items()}
        return {key: value for key, value in data.items() if value is not None or key not in known}


CHECKED = object()
"""The context in which texts are taken over that have been found right before: pydantic alone looks at them."""


def checked(check: Any) -> Any:
    """A validator that runs `check` over a text and passes what it finds on to pydantic as an error of ours."""

    def validate(text: str, info: ValidationInfo) -> str:
        if info.context is CHECKED:
            return text
        if not text.strip():  # In a model blanks are gone by now, but not in texts by key, which may begin with one.
            raise PydanticCustomError("string_too_short", "empty")
        try:
            check(text)
        except forbidden.ProseError as error:
            context = {"code": error.code, "message": error.message, "hint": error.hint, "found": error.found}
            raise PydanticCustomError("prose", "{message}", context) from None
        return text

    return AfterValidator(validate)


def _refuse(odd: str, kind: str) -> BeforeValidator:
    """A validator against texts that pydantic would take but no editor means; it reports them as pydantic's `kind`."""

    def validate(value: Any, info: ValidationInfo) -> Any:
        if info.context is not CHECKED and isinstance(value, str) and re.fullmatch(odd, value.strip()):
            raise PydanticCustomError(kind, "not of the usual form")
        return value

    return BeforeValidator(validate)


TEXT, KEPT = "text", "kept"
"""Notes of an `Annotated`: a text that is translated, and one that is the same in any language, such as a reference."""
NUMBER = _refuse(r"\+.*|.*\d_.*|.*\d[eE].*", "float_parsing")
"""No 68_940, +5 or 1e4."""

WHOLE = _refuse(r"\+.*|.*\d_.*|.*\d[eE].*|.*\..*", "int_parsing")
"""Nor 2.0. Both come last in an `Annotated`: bounds written after them would lose their names in JSON Schema."""

Plain = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^\n]*$"), checked(forbidden.check_line), TEXT]
"""A `Line` for fields that say `max_length` themselves; pydantic would pass over a second one."""

Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=limits.SHORT, pattern=r"^[^\n]*$"),
    checked(forbidden.check_line),
    TEXT,
]
"""Plain text on one line; no markup is read in it."""

Shown = Annotated[
    str, StringConstraints(min_length=1, max_length=limits.SHORT, pattern=r"^[^\n]*$"), checked(forbidden.check_plain)
]
"""A text of the interface on one line: code knows where it stands, and signs in it are meant."""

Sentence = Annotated[str, StringConstraints(min_length=1, max_length=2_000), checked(parsing.parse_inline), TEXT]
"""One paragraph that may hold emphasis and links."""

Prose = Annotated[str, StringConstraints(min_length=1, max_length=20_000), checked(parsing.parse), TEXT]
"""Paragraphs and lists that may hold emphasis and links."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""The name of a profile: lower-case words joined by hyphens."""

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$")]
"""The key of a vocabulary term, a source, a quiz item."""

Https = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"'`{}|\\^]+$"), checked(forbidden.check_host)]
"""An https address."""

Template = Annotated[
    str,
    StringConstraints(
        pattern=r"^https://[^\s<>\"'`{}|\\^]*\{(code|title|page)\}([^\s<>\"'`{}|\\^]|\{(code|title|page)\})*$"
    ),
    checked(forbidden.check_host),
]
"""An https address with at least one name in braces for what is known of a code."""

Day = Annotated[
    datetime.date,
    Field(ge=limits.FIRST_DAY, le=limits.LAST_DAY),
    _refuse(r"-?[\d.]+", "date_parsing"),
]
"""A date as YYYY-MM-DD."""

Year = Annotated[int, Field(ge=limits.FIRST_DAY.year, le=limits.LAST_DAY.year), WHOLE]
Rating = Annotated[float, Field(ge=1, le=7, allow_inf_nan=False), NUMBER]
"""A value on O*NET's seven-point scales."""

Money = Annotated[float, Field(gt=0, le=100_000_000_000, allow_inf_nan=False), NUMBER]
"""An amount in the currency of the figure it stands in; of some, millions are paid a month."""

Code = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]+([./-][0-9A-Za-z]+)*$", max_length=20)]
"""A code of whatever classification: digits and letters, with points, strokes or hyphens between."""

Form = Annotated[str, StringConstraints(pattern=r"^[0A./-]+$", max_length=20)]
"""How codes of a classification are written: 0 stands for any digit, A for any capital letter."""

Region = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]
"""A country or a part of one by its ISO 3166 code."""

Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""An ISO 4217 code."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]
"""A language as browsers name it, such as de or pt-BR."""

Count = Annotated[int, Field(ge=0, le=1_000_000_000), WHOLE]


Place = tuple[str | int, ...]
"""Where a value stands in a model: the names of fields and keys, and numbers in lists."""


def texts(value: object) -> list[tuple[Place, str]]:
    """Every text in a model with its place."""
    found: list[tuple[Place, str]] = []
    _collect(value, (), found)
    return found


def _collect(value: object, loc: Place, found: list[tuple[Place, str]]) -> None:
    if isinstance(value, str):
        found.append((loc, value))
    elif isinstance(value, BaseModel):
        for name, shown in _list_fields(type(value)):
            _collect(getattr(value, name), (*loc, shown), found)
    elif isinstance(value, dict):
        for name, item in value.items():
            _collect(item, (*loc, name), found)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _collect(item, (*loc, index), found)


@functools.cache
def _list_fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Each field by its own name and by the one that files have."""
    return tuple((name, info.alias or name) for name, info in model.model_fields.items())
