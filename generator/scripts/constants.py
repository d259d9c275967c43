"""What the generator and the scripts both go by, as a module: scripts need it before any file is loaded."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import BaseModel

from generator.model import groups, limits, plan, quiz
from generator.relations import hexagon, plane
from generator.scripts.published.constants import Constants, Grouping
from generator.scripts.published.parts import VERSION
from generator.strings import AMOUNTS

_FOLDER = "templates/theme/assets/careers/site/"
PATH = f"{_FOLDER}constants.js"
GROUPING_PATH = f"{_FOLDER}grouping.js"
"""By itself: what every page has would be longer by what one page needs."""

CONSTANTS = Constants(
    data_version=VERSION,
    matching=quiz.MATCHING,
    correlated=quiz.CORRELATED,
    averaged=quiz.AVERAGED,
    item_kinds=plan.KINDS,
    item_fields=plan.FIELDS,
    most_short=limits.SHORT,
    most_letters=limits.LONG,
    most_cards=limits.CARDS,
    least_banded=limits.BANDED,
    amounts=AMOUNTS,
    corners=hexagon.CORNERS,
    rim=hexagon.RIM,
    things=plane.THINGS,
    data=plane.DATA,
)

GROUPING = Grouping(group_format=groups.FORMAT, group_version=groups.VERSION, least_people=groups.LEAST)


def write_constants() -> Iterator[tuple[str, str]]:
    """Path and text of each module of them."""
    yield PATH, _write(CONSTANTS, "What the generator and the scripts both go by.")
    yield GROUPING_PATH, _write(GROUPING, "What the group page and `careers norms` both go by.")


def _write(constants: BaseModel, head: str) -> str:
    """Each constant with what it is."""
    parts = [f"/** {head} Made from generator/scripts/ by `careers schema`. */\n"]
    for name, info in type(constants).model_fields.items():
        value = _script(getattr(constants, name))
        kind = f"/** @type {{const}} */ ({value})" if value[0] in "[{" else value
        parts.append(f"/** {info.description} */\nexport const {name.upper()} = {kind};\n")
    return "\n".join(parts)


def _script(value: object) -> str:
    """A value as a script writes it: a whole number has no point."""
    if isinstance(value, tuple):
        return f"[{', '.join(_script(part) for part in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{json.dumps(key)}: {_script(part)}' for key, part in value.items())}}}"
    return json.dumps(int(value) if isinstance(value, float) and value.is_integer() else value)
