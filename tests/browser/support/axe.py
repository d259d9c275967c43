"""What makes a page hard to use: found by axe, and by measuring."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Material's own shell, outside the page's content, is judged by the WCAG rules alone.
SHELL_RULES = {"region", "landmark-unique", "aria-allowed-role"}
WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 900}


def find_violations(page: Page, *rules: str) -> list[str]:
    """What axe finds, one line a rule with the first places; with `rules`, by these alone."""
    options: dict[str, Any] = {"runOnly": {"type": "rule", "values": list(rules)} if rules else EVERYTHING}
    found = Axe().run(page, options={**options, "resultTypes": ["violations"]}).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {[node['target'] for node in rule['nodes'][:3]]}"
        for rule in found
        if rule["impact"] in ("serious", "critical") or rule["id"] not in SHELL_RULES
    ]


def overflows(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def check_looks(page: Page) -> None:
    """Judge a page as it stands: by all rules when wide and light, and where it is narrow or dark by what that changes.

    The page is left wide and light.
    """
    page.set_viewport_size(WIDE)
    assert overflows(page) <= 0
    assert find_violations(page) == []
    paint(page, "slate")
    assert find_violations(page, "color-contrast") == []
    paint(page, "default")
    page.set_viewport_size(NARROW)
    assert overflows(page) <= 0
    assert find_violations(page, "target-size") == []
    page.set_viewport_size(WIDE)


def paint(page: Page, scheme: str) -> None:
    """Show the page in one of Material's schemes, as its switch in the header does."""
    page.emulate_media(color_scheme="dark" if scheme == "slate" else "light")
    page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme; }", scheme)
