"""What stands in a reader's plan. It stays on the reader's device; the site's pages and scripts go by this."""

from __future__ import annotations

import typing
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

Kind = Literal["occupation", "experiment", "goal", "contact", "note"]
KINDS: tuple[Kind, ...] = typing.get_args(Kind)

Value = Literal["kind", "day", "step", "short", "long"]
"""What a field holds that readers fill in: a kind, a day, a step from 1 to 5, a text on one line, a long one."""

Day = Annotated[str, "day"]
Step = Annotated[int, "step"]
Short = Annotated[str, "short"]
Long = Annotated[str, "long"]


class Item(BaseModel):
    """One thing in the plan; which fields it has depends on its kind."""

    id: str = Field(description="For good: calendars know the item by it.")
    kind: Annotated[Kind, "kind"]
    text: Long = Field(description="Title of the occupation, what to do, to reach, the person's name, what is noted.")
    made: Day
    changed: int = Field(description="Milliseconds, to tell which of two is newer.")
    revision: int = Field(description="How often it was changed.")
    slug: Short | None = Field(None, description="Of the occupation that it is about.")
    method: Short | None = Field(None, description="Of an experiment.")
    strategy: Short | None = Field(None, description="From whose guide an experiment came.")
    takes: Short | None = None
    cost: Short | None = None
    about: Long | None = Field(None, description="A contact: who that is and what to ask.")
    date: Day | None = Field(
        None, description="Experiment: planned for; contact: get in touch by; note: written on; YYYY-MM-DD as all days."
    )
    review: Day | None = Field(None, description="Goal: the next review.")
    done: Day | None = Field(None, description="Experiment, goal, contact: finished on.")
    expected: Step | None = Field(None, description="Experiment: enjoyment foretold, 1 to 5.")
    felt: Step | None = Field(None, description="Experiment: enjoyment recorded, 1 to 5.")
    taught: Long | None = Field(None, description="Experiment: what it taught.")
    interest: Step | None = Field(None, description="Note: interest on that day, 1 to 5.")


def _find_value(hint: Any) -> Value | None:
    """The mark of a field's type, also where the field may be left out."""
    for part in (hint, *typing.get_args(hint)):
        if typing.get_origin(part) is Annotated:
            mark: Value = part.__metadata__[0]
            return mark
    return None


FIELDS: dict[str, Value] = {
    name: value
    for name, hint in typing.get_type_hints(Item, include_extras=True).items()
    if (value := _find_value(hint))
}
"""What each field holds that readers fill in."""
