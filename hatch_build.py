"""What the wheel brings besides the generator: the files that a site has where it lacks its own.

In a checkout, which an editable install leads to, they are the repository's own files, and nothing is copied.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PackagedFiles(BuildHookInterface):  # type: ignore[type-arg]
    """Puts what pyproject.toml lists as `packaged` below generator/packaged/, by the same paths."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files, unless the package is installed as it lies here."""
        if version != "editable":
            there = [path for path in self.config["packaged"] if (Path(self.root) / path).exists()]
            build_data["force_include"] |= {path: f"generator/packaged/{path}" for path in there}
