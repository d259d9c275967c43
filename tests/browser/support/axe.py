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
CONTRAST = "color-contrast"
_WHOLE = "options => axe.run(options)"
# What is out of sight takes the room that was guessed for it: measured there, it lies over what follows.
_LAY_OUT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("article * { content-visibility: visible !important }");
  document.adoptedStyleSheets.push(sheet);
}"""
# One text of each look: its own, and that of all that lies behind it. axe takes as long for each text, and for contrast
# longer than for all other rules together. What passed on a page before, of the same look in parts of the same classes,
# passes again: the header, the navigation and the footer are those of every page.
_SAMPLE = """async ({options, passed}) => {
  const looks = new Map([[null, ""]]);
  const look = (node) => {
    if (looks.has(node)) return looks.get(node);
    const {backgroundColor, backgroundImage, filter, mixBlendMode, opacity, position} = getComputedStyle(node);
    const own = [backgroundColor, backgroundImage, filter, mixBlendMode, opacity, position].join();
    const under = look(node.parentElement);
    looks.set(node, own === "rgba(0, 0, 0, 0),none,none,normal,1,static" ? under : `${under}|${own}`);
    return looks.get(node);
  };
  const samples = new Map();
  for (const node of document.body.querySelectorAll("*")) {
    const isText = [...node.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.data.trim());
    if (!isText && !node.matches("input, select, textarea")) continue;
    if (!node.checkVisibility({visibilityProperty: true})) continue;
    const {color, fontFamily, fontSize, fontWeight, textShadow, webkitTextStroke} = getComputedStyle(node);
    const key = [look(node), color, fontFamily, fontSize, fontWeight, textShadow, webkitTextStroke].join();
    if (!samples.has(key)) samples.set(key, node);
  }
  const before = new Set(passed);
  const names = new Map();
  for (const [key, node] of samples) {
    const classes = [node, node.parentElement, node.parentElement?.parentElement];
    const name = [key, ...classes.map((one) => `${one?.localName}.${one?.getAttribute("class")}`)].join();
    const digest = [...new Uint8Array(await crypto.subtle.digest("SHA-1", new TextEncoder().encode(name)))];
    const short = digest.slice(0, 8).map((byte) => byte.toString(16).padStart(2, "0")).join("");
    if (!before.has(short)) names.set(node, short);
  }
  if (!names.size) return {violations: [], passed: []};
  const found = await axe.run({include: [...names.keys()]}, {...options, elementRef: true});
  const list = (results) => results.flatMap(({nodes}) => nodes.map(({element}) => names.get(element)));
  const violations = found.violations.map(({id, impact, nodes}) =>
    ({id, impact, nodes: nodes.map(({target}) => ({target}))}));
  return {violations, passed: list(found.passes).filter(Boolean)};
}"""
_passed: set[str] = set()
"""Digests of the looks that have had enough contrast."""


def find_faint(page: Page) -> list[str]:
    """Texts of too little contrast, one of each look, as `find_violations` tells of them."""
    options = {"runOnly": {"type": "rule", "values": [CONTRAST]}, "resultTypes": ["violations", "passes"]}
    found = _run(page, _SAMPLE, {"options": options, "passed": list(_passed)})
    _passed.update(found["passed"])
    return _tell(found["violations"])


def lay_out(page: Page) -> None:
    """Have the whole page take up its room."""
    page.evaluate(_LAY_OUT)


def find_violations(page: Page, *rules: str) -> list[str]:
    """What axe finds, one line a rule with the first places; with `rules`, by these alone and for each text."""
    if rules:
        return _judge(page, {"runOnly": {"type": "rule", "values": list(rules)}})
    return find_faults(page) + find_faint(page)


def find_faults(page: Page) -> list[str]:
    """By all rules but that of contrast, which takes longer than all others."""
    return _judge(page, {"runOnly": {"type": "tag", "values": EVERYTHING}, "rules": {CONTRAST: {"enabled": False}}})


def _judge(page: Page, options: dict[str, Any]) -> list[str]:
    return _tell(_run(page, _WHOLE, {**options, "resultTypes": ["violations"]})["violations"])


def _run(page: Page, script: str, given: dict[str, Any]) -> Any:
    # It is half a megabyte, and stays until the page is left.
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(Axe().axe_script)
        lay_out(page)
    return page.evaluate(script, given)


def _tell(found: list[dict[str, Any]]) -> list[str]:
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

    The page is left wide, light, and at its beginning, where the site's header lies over none of it.
    """
    page.set_viewport_size(WIDE)
    page.evaluate("scrollTo(0, 0)")
    assert overflows(page) <= 0
    assert find_violations(page) == []
    paint(page, "slate")
    assert find_faint(page) == []
    paint(page, "default")
    page.set_viewport_size(NARROW)
    assert overflows(page) <= 0
    assert find_violations(page, "target-size") == []
    page.set_viewport_size(WIDE)


def paint(page: Page, scheme: str) -> None:
    """Show the page in one of Material's schemes, as its switch in the header does."""
    page.emulate_media(color_scheme="dark" if scheme == "slate" else "light")
    page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme; }", scheme)
