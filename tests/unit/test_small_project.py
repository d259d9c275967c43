"""The small project is published as this repository's own site is, or tests of its pages would show little."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.conftest import PROJECT, REPOSITORY


def read(name: str, root: str) -> Any:
    """A setting by its path, such as `theme.features`."""
    settings = yaml.safe_load(((PROJECT if root == "small" else REPOSITORY) / "mkdocs.yml").read_text(encoding="utf-8"))
    for part in name.split("."):
        settings = settings[part]
    return settings


# Language, colours, logo and icons are the publisher's choice.
@pytest.mark.parametrize(
    "name",
    [
        *("strict", "use_directory_urls", "plugins", "markdown_extensions", "extra_css", "extra_javascript"),
        *("validation", "theme.name", "theme.custom_dir", "theme.features", "theme.font"),
    ],
)
def test_small_project_is_published_like_the_sites_own_pages(name: str) -> None:
    assert read(name, "small") == read(name, "own")
