"""Fixtures for a module whose pages are those of the site with many occupations: import both there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Profiles, keep_profiles


@pytest.fixture(scope="module")
def base(many: str) -> str:
    """The address of the site with many occupations takes the place of the small one's."""
    return many


@pytest.fixture(scope="module")
def profiles(browser: Browser, base: str) -> Iterator[Profiles]:
    """Profiles for that site."""
    with keep_profiles(browser, base) as find:
        yield find
