"""One style sheet: Material's own, then ours, as a page would have met them one after the other."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence

from generator.publishing.slimming import slim_sheet

_ADDRESS = re.compile(r"url\(\s*([\"']?)(?![\"']|data:|[a-z]+:|/|#)([^\"')\s]+)\1\s*\)")
_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/\s*")
_SWITCHING = re.compile(r"\[data-md-color-switching\][^{}]*\{[^{}]*\}")
"""Material's rule for the moment in which colors change, also when a page begins: each time it is about all elements,
so that all of them were styled twice more, while nobody had asked for other colors."""
_OF_EXTENSIONS = re.compile(
    r"\.(?:tabbed|highlight|linenos|linenodiv|critic|keys|key-|arithmatex|task-list|footnote|md-(?:post|author|profile|pagination))"
)
"""What Material has rules for that only some extensions of Markdown and the blog write."""
_RULE = re.compile(r"(?<=[{}])([^{}@;]*)\{[^{}]*\}")
_WITHIN = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
"""What stands between brackets, such as what an element is not."""
_CHARSET = re.compile(r"@charset\s+\"[^\"]*\"\s*;\s*", re.IGNORECASE)


def join_sheets(sheets: Sequence[tuple[str, str]], folder: str) -> str:
    """One sheet for `folder`, from (path, CSS) of several, all below the site's root; what they name is still found."""
    slimmed = [(path, slim_sheet(_SWITCHING.sub("", _MAP.sub("", css)))) for path, css in sheets]
    parts = [move_sheet(css, posixpath.dirname(path), folder) for path, css in slimmed]
    # Where it is not the first thing in a sheet it means nothing.
    return '@charset "UTF-8";' + "\n".join(_CHARSET.sub("", part) for part in parts) + "\n"


def leave_out_extensions(css: str) -> str:
    """Material's sheet without what a plain page never has: a ninth of all bytes, and of the time to style a page."""

    def choose(rule: re.Match[str]) -> str:
        return "" if all(map(_OF_EXTENSIONS.search, _WITHIN.sub("", rule[1]).split(","))) else rule[0]

    return _RULE.sub(choose, css)


def move_sheet(css: str, old: str, new: str) -> str:
    """The same CSS in another folder."""

    def lead(found: re.Match[str]) -> str:
        return f"url({found[1]}{posixpath.relpath(posixpath.join(old, found[2]), new)}{found[1]})"

    return _ADDRESS.sub(lead, css)
