"""What the generator and the scripts both go by, as a module: scripts need it before any file is loaded."""

from __future__ import annotations

import json

from generator.model import limits, plan, quiz
from generator.relations import hexagon, plane
from generator.scripts.published.constants import Constants
from generator.scripts.published.parts import VERSION
from generator.strings import AMOUNTS

PATH = "templates/theme/assets/careers/site/constants.js"

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


def write_constants() -> str:
    """The text of `constants.js`: each constant with what it is."""
    parts = [
        "/** What the generator and the scripts both go by. Made from generator/scripts/ by `careers schema`. */\n"
    ]
    for name, info in Constants.model_fields.items():
        value = _script(getattr(CONSTANTS, name))
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
