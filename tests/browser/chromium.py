"""Finds a Chromium for the browser tests, and gets one where there is none.

An installed one is taken first, then Playwright's own, which it downloads; where that cannot be had, the Debian
package is installed if we may. As a script it does all that and says what it found.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

from generator.publishing.assets.cards import BROWSERS

ARGUMENTS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def launch(playwright: Playwright) -> Browser:
    """A headless Chromium, an installed one first; raises Playwright's `Error` if none starts."""
    failures = []
    for path in (*filter(None, map(shutil.which, BROWSERS)), None):
        try:
            return playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        except Error as error:
            failures.append(f"{path or 'Playwright'}: {error.message}")
    raise Error("\n".join(failures))


def version() -> str:
    """The version of the browser that starts here, or "" if none does."""
    try:
        with sync_playwright() as playwright:
            browser = launch(playwright)
            found = browser.version
            browser.close()
    except Error:
        return ""
    return found


def _ways() -> Iterator[tuple[str, list[list[str]]]]:
    yield "Playwright's download", [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        install = ["apt-get", "install", "--yes", "--no-install-recommends"]
        for package in ("chromium-headless-shell", "chromium"):
            yield f"Debian's package {package}", [["apt-get", "update"], [*install, package]]


def main() -> int:
    """Make sure that a browser starts; 1 if none can be had."""
    found = version()
    if not found:
        for name, commands in _ways():
            print(f"Chromium: trying {name}", flush=True)
            if all(subprocess.run(command, check=False).returncode == 0 for command in commands) and (
                found := version()
            ):
                break
        else:
            print("No Chromium starts here. Install one, such as Debian's package `chromium`.", file=sys.stderr)
            return 1
    print(f"Chromium {found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
