"""No page breaks the policy that it has, with all on it used. For other tests it does not hold: they evaluate texts."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage

from tests.browser.keeping.test_forgotten import fill
from tests.browser.site.test_elements import TAGS, find_page
from tests.scripts.node.running import KEPT

# Printing would wait for somebody to answer.
WATCH = """
  globalThis.print = () => {};
  addEventListener("securitypolicyviolation", (event) => console.error("policy", event.violatedDirective));
"""
USE = """async () => {
  const press = (selector) => {
    for (const one of document.querySelectorAll(selector)) if (one.checkVisibility()) one.click();
  };
  const pause = () => new Promise((done) => setTimeout(done, 150));
  for (const details of document.querySelectorAll("details")) details.open = true;
  press("label[for^=__palette]");
  const values = { date: "2026-12-01", number: "3" };
  for (const field of document.querySelectorAll("article input, article textarea, [data-md-component=search-query]")) {
    if (field.type === "radio" || field.type === "checkbox") field.click();
    else if (field.type !== "file") field.value = values[field.type] ?? "care";
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
    if (field.matches("[data-md-component=search-query]")) field.focus();
  }
  for (let round = 0; round < 2; round++) {
    press("article button");
    await pause();
  }
}"""


def test_no_page_breaks_its_policy_whatever_is_used(browser: Browser, base: str, site: Path) -> None:
    context = browser.new_context(accept_downloads=True)
    context.add_init_script(f"globalThis.kept = {KEPT}; {WATCH}")
    page = context.new_page()
    broken: list[str] = []

    def note(line: ConsoleMessage) -> None:
        if "policy" in line.text.lower():
            broken.append(f"{page.url}: {line.text}")

    page.on("console", note)
    # Nor does any script, however quickly all is pressed.
    page.on("pageerror", lambda error: broken.append(f"{page.url}: {error}"))
    page.goto(f"{base}about/")
    for name, value in fill(site).items():
        page.evaluate("([name, text]) => kept.put(name, text)", [name, json.dumps({"v": 1, **value})])
    paths = sorted(
        {
            "",
            "about/",
            "404.html",
            "occupations/midwife/",
            "compare/#compare1=midwife,cook",
            *(find_page(tag, site) for tag in TAGS),
        }
    )
    for path in paths:
        page.goto(base + path)
        assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
        page.wait_for_load_state("networkidle")
        page.evaluate(USE)
    # By instant navigation, from one depth to another.
    page.goto(f"{base}about/")
    page.locator("a[href$='/occupations/']").first.click()
    page.wait_for_url(f"{base}occupations/")
    page.wait_for_load_state("networkidle")
    assert broken == []
    # It would be noticed.
    page.evaluate(
        """() => {
          document.body.setAttribute("style", "color: red");
          const script = document.createElement("script");
          script.textContent = "globalThis.x = 1";
          document.body.append(script);
        }"""
    )
    page.wait_for_timeout(100)
    assert len(broken) >= 2
    assert page.evaluate("globalThis.x") is None
    context.close()
