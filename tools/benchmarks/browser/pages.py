"""What a first visit of each kind of page costs a slow phone: until it is drawn, blocked time, shifts, requests, bytes.

    .venv/bin/python -m tools.benchmarks.browser.pages [--size 1000] [--slow 4] [--delay 150]
    .venv/bin/python -m tools.benchmarks.browser.pages --keep FOLDER  # what stands there, made if nothing does
    .venv/bin/python -m tools.benchmarks.browser.pages --json         # the same for machines

Of each kind it visits the heaviest page, as wide as a phone, with a processor `--slow` times slower and `--delay`
milliseconds to the host and back, who sends everything compressed. Prints a table in Markdown. When something is drawn,
and when its own part stands there where scripts make one, are ratios to the plainest page, since that depends on the
machine and on what else it does. Tasks are milliseconds of the processor, the best of several visits: those last less.
Judges nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from generator import project
from tests.browser.chromium import launch
from tests.browser.support import site as sites
from tests.browser.support.shifting import SHIFTS
from tools.benchmarks.browser import lists

LONG = 50
"""Milliseconds from which on a task is felt."""
RUNS, SLOW, DELAY = 3, 4, 150
"""Visits of each page, times by which its processor is slower, milliseconds to the host and back."""
COMPRESSED = (".css", ".html", ".js", ".json", ".svg", ".xml")
DRAWN = """async () => {
  for (;;) {
    const [entry] = performance.getEntriesByName("first-contentful-paint");
    if (entry) return entry.startTime;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}"""

OWN = """window.own = 0;
const look = () => {
  const parts = [...document.querySelectorAll("article [data-view]")];
  if (parts.some((part) => part.checkVisibility({ visibilityProperty: true }))) window.own = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);"""
"""Notes in `own` when the part of a page that scripts make is seen first."""


@dataclass
class Visit:
    """What a first visit of a page took."""

    drawn: float
    """Milliseconds on the clock until the browser had drawn something of the page."""
    own: float
    """Milliseconds until the part that scripts make stood there; 0 where none is, so all was drawn with the rest."""
    blocking: float
    """Milliseconds by which tasks were longer than those that nobody feels, together."""
    task: float
    """Milliseconds of the longest task."""
    shift: float
    """By how much the page shifted by itself (CLS)."""
    requests: int
    size: int
    """Bytes that the host sent for all of them, with its headers."""

    def best(self, other: Visit) -> Visit:
        """The less of each."""
        return Visit(**{name: min(mine, asdict(other)[name]) for name, mine in asdict(self).items()})


class Host:
    """A folder as a host on the net sends it: compressed, and under the address for which it was built."""

    def __init__(self, folder: Path, address: str = "") -> None:
        self.folder, self._address = folder, address
        self._lock = threading.Lock()
        self._packed: dict[tuple[str, str], bytes] = {}
        self.requests = self.size = 0

    def count(self, size: int) -> None:
        """Note an answer of so many bytes."""
        with self._lock:
            self.requests += 1
            self.size += size

    def pack(self, path: Path, base: str) -> bytes:
        """A file as it is sent, compressed; `base` is where it is served in truth."""
        key = (str(path), base)
        if key not in self._packed:
            text = path.read_bytes()
            if self._address:
                text = text.replace(self._address.encode(), base.encode())
            self._packed[key] = gzip.compress(text, 6)
        return self._packed[key]

    def make_handler(self) -> type[sites.Handler]:
        """What answers requests."""
        host = self

        class Handler(sites.Handler):
            def do_GET(self) -> None:  # noqa: N802
                path = Path(self.translate_path(self.path))
                path = path / "index.html" if path.is_dir() else path
                if not path.is_file() or path.suffix not in COMPRESSED:
                    super().do_GET()
                    host.count(path.stat().st_size if path.is_file() else 0)
                    return
                body = host.pack(path, f"http://{self.headers['Host']}/")
                head = {"Content-Encoding": "gzip", "Content-Length": str(len(body))}
                head["Content-Type"] = self.guess_type(str(path))
                self.send_response(200)
                for name, value in head.items():
                    self.send_header(name, value)
                lines: list[bytes] = self._headers_buffer  # type: ignore[attr-defined]
                host.count(len(b"".join(lines)) + len(body))
                self.end_headers()
                self.wfile.write(body)

        return Handler


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1000, help="number of profiles")
    parser.add_argument("--slow", type=float, default=SLOW, help="times by which the processor is slowed down")
    parser.add_argument("--delay", type=int, default=DELAY, help="milliseconds to the host and back")
    parser.add_argument("--runs", type=int, default=RUNS, help="visits of each page")
    parser.add_argument("--keep", type=Path, help="folder of the made repository")
    parser.add_argument("--only", default="", help="kinds of pages that begin so")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root: Path = options.keep or Path(folder, "repository")
        if not (root / "site").is_dir():
            lists.build(root, options.size)
        site = project.load(root).site
        host = Host(root / "site", site.settings.site_url)
        pages = {kind: path for kind, path in lists.heaviest(site, root).items() if kind.startswith(options.only)}
        how = (options.runs, options.slow, options.delay)
        if options.json:
            found = measure_in_browser(host, pages, *how)
            print(json.dumps({kind: asdict(visit) for kind, visit in found.items()}, indent=2))
        else:
            print("\n".join(describe(host, pages, *how)))


def describe(
    host: Host, pages: Mapping[str, str], runs: int = RUNS, slow: float = SLOW, delay: int = DELAY
) -> Iterator[str]:
    """The table, in a browser of its own, and how busy the machine was."""
    found = measure_in_browser(host, pages, runs, slow, delay)
    load = f"{os.getloadavg()[0]:.1f} for {os.cpu_count()} processors"
    yield f"{slow:g} times slower, {delay} ms there and back; load of the machine: {load}."
    yield ""
    yield from format_table(found, pages)


def measure_in_browser(host: Host, pages: Mapping[str, str], runs: int, slow: float, delay: int) -> dict[str, Visit]:
    """As `measure`, in a browser of its own."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        found = measure(browser, host, pages, runs, slow, delay)
        browser.close()
    return found


def measure(
    browser: Browser, host: Host, pages: Mapping[str, str], runs: int, slow: float, delay: int
) -> dict[str, Visit]:
    """Kind of page -> the best of several first visits to its path; each kind in turn, so that none has a bad time."""
    found: dict[str, Visit] = {}
    with sites.serve(host.folder, host.make_handler()) as address:
        for _ in range(runs):
            for kind, path in pages.items():
                made = visit(browser, host, address + path, slow, delay)
                found[kind] = made.best(found.get(kind, made))
    return found


def visit(browser: Browser, host: Host, url: str, slow: float, delay: int) -> Visit:
    """A visit by a browser that has been nowhere."""
    host.requests = host.size = 0
    with lists.visit(browser) as page:
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slow})
        session.send("Network.enable")
        network = {"offline": False, "latency": delay, "downloadThroughput": -1, "uploadThroughput": -1}
        session.send("Network.emulateNetworkConditions", network)
        page.add_init_script(OWN + SHIFTS)
        with lists.watch(browser, page) as tasks:
            page.goto(url, wait_until="networkidle")
            page.wait_for_timeout(lists.SETTLED)
        drawn, (own, shift) = page.evaluate(DRAWN), page.evaluate("[window.own, window.shifted]")
    blocking = sum(task - LONG for task in tasks.page if task > LONG)
    return Visit(drawn, own, blocking, max(tasks.page), shift, host.requests, host.size)


def format_table(found: Mapping[str, Visit], pages: Mapping[str, str]) -> Iterator[str]:
    """The lines of the table; the plainest page is the one that blocks and sends least, and the unit of the clock."""
    plainest = min(found.values(), key=lambda visit: (visit.blocking, visit.size))
    heads = (
        "kind of page",
        "drawn, ratio",
        "own part, ratio",
        "blocked, ms",
        "longest task, ms",
        "shift",
        "requests",
        "bytes",
        "heaviest of its kind",
    )
    yield _row(heads)
    yield _row(["---", *["---:"] * 7, "---"])
    for kind, one in found.items():
        moments = [f"{moment / plainest.drawn:.2f}" if moment else "" for moment in (one.drawn, one.own)]
        times = [*moments, f"{one.blocking:,.0f}", f"{one.task:,.0f}", f"{one.shift:.3f}"]
        yield _row([kind, *times, str(one.requests), f"{one.size:,}", f"/{pages[kind]}"])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
