"""What strain shows of a page: text at twice its size, a focus in forced colors, things that move."""

from __future__ import annotations

from playwright.sync_api import Page, ViewportSize

from tests.browser.support.axe import lay_out, overflows

_TWICE, _ONCE = 32, 16
# As wide as a phone of long ago, with text as it is; and twice the text on a laptop, which gets the layout of a phone.
_SMALL: ViewportSize = {"width": 320, "height": 900}
_LARGE: ViewportSize = {"width": 1280, "height": 900}

# Text that its own box cuts off, and texts that lie over each other: those of drawings stand where their figures do.
_CRAMPED = """() => {
  const found = [];
  const name = (node) => `${node.localName}.${node.className}: ${node.textContent.trim().slice(0, 30)}`;
  const shown = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const lines = [];
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const node = text.parentElement;
    if (!text.data.trim() || !shown(node) || node.closest("svg, select, [inert]")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    // What is for screen readers alone takes up a point.
    let box = node;
    for (; box && box.localName !== "article"; box = box.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(box);
      const { clientWidth, clientHeight, scrollWidth, scrollHeight } = box;
      // Nor does what stays in sight while all else moves under it.
      if ((position === "absolute" && clientWidth <= 1) || position === "sticky" || position === "fixed") break;
      const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
      if (cuts(overflowX) && scrollWidth > clientWidth + 1) found.push(`cut off in ${name(box)}`);
      else if (cuts(overflowY) && scrollHeight > clientHeight + 1) found.push(`cut off in ${name(box)}`);
    }
    if (box && box.localName !== "article") continue;
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (right - left > 1) lines.push({ left, right, top, bottom, node });
    }
  }
  lines.sort((a, b) => a.top - b.top);
  for (const [at, one] of lines.entries()) {
    for (let next = at + 1; next < lines.length && lines[next].top < one.bottom; next++) {
      const other = lines[next];
      const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const height = Math.min(one.bottom, other.bottom) - other.top;
      const least = Math.min(one.bottom - one.top, other.bottom - other.top);
      if (width > 2 && height > least / 2) found.push(`${name(one.node)} under ${name(other.node)}`);
    }
  }
  return [...new Set(found)].slice(0, 8);
}"""
_UNSEEN = """() => {
  const looks = (node) => {
    const near = [node, node.parentElement, node.nextElementSibling, ...node.children];
    return near.map((one) => {
      if (!one) return "";
      const { outlineStyle, outlineWidth, outlineColor, stroke, strokeWidth } = getComputedStyle(one);
      const line = outlineStyle === "none" || outlineWidth === "0px" ? "" : outlineStyle + outlineWidth + outlineColor;
      return line + (one instanceof SVGElement ? stroke + strokeWidth : "");
    }).join();
  };
  const tried = new Set();
  const found = [];
  for (const node of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")) {
    const styles = [node, node.parentElement].map((one) => one.getAttribute("class"));
    const key = [node.localName, node.type, ...styles].join(" ");
    if (tried.has(key) || node.disabled || !node.checkVisibility({ visibilityProperty: true })) continue;
    tried.add(key);
    document.activeElement.blur();
    const before = looks(node);
    node.focus({ preventScroll: true });
    if (document.activeElement === node && looks(node) === before) found.push(key);
  }
  document.activeElement.blur();
  return found;
}"""


def check_strain(page: Page) -> None:
    """Judge a page with all that is folded up open: narrow, in forced colors, with text at twice its size.

    The page is left as narrow as it may be.
    """
    page.evaluate("document.querySelectorAll('article details').forEach(fold => { fold.open = true; })")
    lay_out(page)
    assert page.evaluate("document.getAnimations().filter(one => one.playState === 'running').length") == 0
    page.emulate_media(forced_colors="active")
    assert find_unseen(page) == []
    page.emulate_media(forced_colors="none")
    session = page.context.new_cdp_session(page)
    found = []
    for size, window in ((_TWICE, _LARGE), (_ONCE, _SMALL)):
        session.send("Page.setFontSizes", {"fontSizes": {"standard": size}})
        page.set_viewport_size(window)
        found.append((size, overflows(page), find_cramped(page)))
    session.detach()
    assert found == [(_TWICE, 0, []), (_ONCE, 0, [])]


def find_cramped(page: Page) -> list[str]:
    """Texts that are cut off, or lie over each other."""
    return [str(one) for one in page.evaluate(_CRAMPED)]


def find_unseen(page: Page) -> list[str]:
    """What can have the focus of the keyboard without a line around it, one of each look."""
    # From then on the browser shows the focus, as for whoever uses keys.
    page.keyboard.press("Shift")
    return [str(one) for one in page.evaluate(_UNSEEN)]
