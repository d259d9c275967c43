"""What each command costs with many occupations, as a ratio to plain MkDocs of the same Markdown, measured in one run.

    .venv/bin/python -m tools.benchmarks.commands [--sizes 24 341 1000 3000 10000] [--browser 1000] [--hugo HUGO]
    .venv/bin/python -m tools.benchmarks.commands --cold [--sizes 24 1000 10000]

Each is a process of its own, as an editor or CI starts it: seconds on the clock and of the processors, and the most
memory that the largest of its processes held, and all of them. Then what each kind of page weighs and, of some sizes,
what it costs a slow phone; and whether one profile more costs more in a large site, which `--cold` measures alone.
Prints how busy the machine was, since a busy one makes everything slower, and judges nothing.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

from generator import project
from generator.model.site import Site
from generator.publishing.unchanged import DOCS
from tools.benchmarks import build_cost, kinds, profiles
from tools.benchmarks.running import Cost, run, work_of

PLAIN = "plain MkDocs"
_WAIT = 600.0
"""Seconds that the preview is given to show a change."""
_PAUSE = 0.05
"""Seconds between two looks, which cost the preview something, too."""
_CHANGES = 4
"""To one profile, one after the other."""
_MIDDLE = 1000
"""Profiles up to which and from which on it is counted what one more costs."""


def measure(folder: Path, hugo: str | None, *, zensical: bool = True, cold: bool = False) -> Iterator[tuple[str, Cost]]:
    """Each thing that an editor, CI or a publisher waits for, and what it costs below `folder`; or the `cold` ones."""
    root = folder / "repository"
    careers = (sys.executable, "-m", "generator", "--root", str(root))
    profile = next(iter(sorted((root / "occupations").glob("*.yml"))))
    yield "careers check, cold", run((*careers, "check"), root)
    if not cold:
        yield "careers check, nothing changed", run((*careers, "check"), root)
        _edit(profile)
        yield "careers check, one profile changed", run((*careers, "check"), root)
    shutil.rmtree(root / "build", ignore_errors=True)
    yield "careers build, cold", run((*careers, "build"), root)
    if cold:
        return
    yield "careers build, nothing changed", run((*careers, "build"), root)
    _edit(profile)
    yield "careers build, one profile changed", run((*careers, "build"), root)
    _append(root / "templates/pages/occupation.md.j2", "\n<p>Made by a benchmark.</p>\n")
    yield "careers build, one template changed", run((*careers, "build"), root)
    yield from _preview(root, profile)
    build_cost.write_plain(root, folder / "plain")
    mkdocs = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    yield PLAIN, run(mkdocs, folder / "plain")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "zensical.yml").write_text(
        settings.replace(build_cost.PLUGIN, "")
        .replace("docs_dir: content", "docs_dir: plain/content")
        .replace("templates/theme", "plain/templates/theme"),
        encoding="utf-8",
    )
    if zensical:
        program = str(Path(sys.executable).with_name("zensical"))
        yield "Zensical", run((program, "build", "--clean", "--config-file", "zensical.yml"), folder)
    if hugo:
        _write_hugo(root / DOCS, folder / "hugo")
        yield "Hugo, bare layout", run((hugo, "--quiet"), folder / "hugo")


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def _edit(profile: Path, mark: str = "benchmark") -> None:
    """Change a sentence that stands on the profile's own page alone."""
    text = profile.read_text(encoding="utf-8")
    before, found, after = text.partition("\nday: ")
    if not found:
        sys.exit(f"{profile} has no `day`: what to change?")
    first, _, rest = after.partition(" ")
    profile.write_text(f"{before}{found}{first} {mark} {rest}", encoding="utf-8")


def _preview(root: Path, profile: Path) -> Iterator[tuple[str, Cost]]:
    """From starting the preview to its first page, and from a saved change to the page that shows it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/occupations/{profile.stem}/"
    command = (sys.executable, "-m", "generator", "--root", str(root), "serve", "--address", f"127.0.0.1:{port}")
    start = time.perf_counter()
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(lambda: "<main" in _get(address))
        yield "careers serve, until it shows a page", Cost(time.perf_counter() - start, work_of(server.pid))
        costs = []
        for number in range(_CHANGES):
            time.sleep(1)
            start, before = time.perf_counter(), work_of(server.pid)
            _edit(profile, f"seen{number}")
            _wait(lambda number=number: f"seen{number}" in _get(address))  # type: ignore[misc]
            costs.append(Cost(time.perf_counter() - start, work_of(server.pid) - before))
        costs = costs[1:]  # The first change may find something that is made once only.
        clock, work = (statistics.median(getattr(cost, name) for cost in costs) for name in ("clock", "work"))
        yield "careers serve, one profile changed", Cost(clock, work)
    finally:
        server.terminate()
        server.wait()


def _wait(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + _WAIT
    while not holds():
        if time.monotonic() > end:
            sys.exit("the preview never showed it")
        time.sleep(_PAUSE)


def _get(address: str) -> str:
    with contextlib.suppress(urllib.error.URLError, ConnectionError), urllib.request.urlopen(address) as page:  # noqa: S310
        text: str = page.read().decode()
        return text
    return ""


def _write_hugo(docs: Path, folder: Path) -> None:
    """The same Markdown with a layout of title and content."""
    layouts = folder / "layouts/_default"
    layouts.mkdir(parents=True)
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text(
            "<!doctype html><title>{{ .Title }}</title>{{ .Content }}", encoding="utf-8"
        )
    settings = {"baseURL": "https://example.org/", "disableKinds": ["taxonomy", "term"]}
    settings["markup"] = {"goldmark": {"renderer": {"unsafe": True}, "parser": {"attribute": {"block": True}}}}  # type: ignore[assignment]
    (folder / "hugo.json").write_text(json.dumps(settings), encoding="utf-8")
    for page in docs.rglob("*.md"):
        path = folder / "content" / page.relative_to(docs)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.read_text(encoding="utf-8"), encoding="utf-8")


def format_table(costs: dict[int, dict[str, Cost]]) -> Iterator[str]:
    """The lines of the table: ratios to plain MkDocs on the clock, and megabytes."""
    yield f"{'':<40}" + "".join(f"{f'{size:,} profiles':>24}" for size in costs)
    yield f"{'':<40}" + "".join(f"{'ratio (seconds) MB/all':>24}" for _ in costs)
    for name in next(iter(costs.values())):
        cells = []
        for of_size in costs.values():
            cost = of_size.get(name)
            if cost is None:
                cells.append("")
                continue
            memory = f"{f'{cost.memory / 1e6:.0f}/{cost.whole / 1e6:.0f}' if cost.memory else '':>9}"
            cells.append(f"{cost.clock / of_size[PLAIN].clock:.3f} ({cost.clock:.2f}) {memory}")
        yield f"{name:<40}" + "".join(f"{cell:>24}" for cell in cells)
    yield "The same in seconds of the processors"
    for name, first in next(iter(costs.values())).items():
        if first.work:
            cells = [
                f"{of[name].work / of[PLAIN].work:.3f} ({of[name].work:.2f})" if name in of else ""
                for of in costs.values()
            ]
            yield f"  {name:<38}" + "".join(f"{cell:>24}" for cell in cells)


def format_growth(costs: dict[int, dict[str, Cost]]) -> Iterator[str]:
    """What one more profile costs in a large site, next to a small one; what costs the same in any site is in neither.

    In time of the processors, since others who need them too hardly change that.
    """
    first, last = min(costs), max(costs)
    if not first < _MIDDLE < last or _MIDDLE not in costs:
        return
    yield f"One profile more, in a site of {first:,} to {_MIDDLE:,}, and of {_MIDDLE:,} to {last:,}"
    for name, cost in costs[_MIDDLE].items():
        if cost.work and name in costs[first] and name in costs[last]:
            small = (cost.work - costs[first][name].work) / (_MIDDLE - first)
            large = (costs[last][name].work - cost.work) / (last - _MIDDLE)
            ratio = f"{large / small:.2f} times" if small > 0 else ""
            yield f"  {name:<38}{small * 1000:>12.2f} ms{large * 1000:>12.2f} ms{ratio:>14}"


def main() -> None:
    """Measure each size and print one table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--cold", action="store_true", help="check and build with nothing known alone, in minutes")
    parser.add_argument("--sizes", type=int, nargs="+", default=build_cost.SIZES, help="numbers of profiles")
    parser.add_argument("--browser", type=int, nargs="*", default=[1000], help="those of which pages are visited, too")
    parser.add_argument("--hugo", default=shutil.which("hugo"), help="Hugo's program, to have it beside")
    parser.add_argument("--zensical", type=int, default=3000, help="the largest number with which it is beside")
    options = parser.parse_args()
    entries = build_cost.make_entries()
    print(f"Load of the machine: {os.getloadavg()[0]:.1f} for {os.cpu_count()} processors.")
    costs: dict[int, dict[str, Cost]] = {}
    for size in sorted(set(options.sizes)):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "repository").mkdir()
            build_cost.write_repository(Path(folder) / "repository", size, entries, profiles.WORDS)
            costs[size] = {}
            zensical = size <= options.zensical
            for name, cost in measure(Path(folder), options.hugo, zensical=zensical, cold=options.cold):
                costs[size][name] = cost
                memory = f", {cost.whole / 1e6:.0f} MB" if cost.whole else ""
                told = f"{size:,}: {name} {cost.clock:.2f} s, {cost.work:.2f} s of processors{memory}"
                print(told, file=sys.stderr, flush=True)
            if options.cold:
                continue
            root = Path(folder) / "repository"
            site = project.load(root).site
            print(f"\n{size:,} profiles, {len(site.outlines):,} outlines: bytes, gzipped")
            print("\n".join(kinds.weigh(site, root / "site")), flush=True)
            if size in options.browser:
                print("\n".join(_visit(site, root)), flush=True)
    print()
    if not options.cold:
        print("\n".join(format_table(costs)))
    print("\n".join(format_growth(costs)))
    print(f"Load of the machine at the end: {os.getloadavg()[0]:.1f}.")


def _visit(site: Site, root: Path) -> Iterator[str]:
    """What each kind of page costs a slow phone."""
    from tools.benchmarks.browser import lists, pages  # Only here: the rest needs no browser.

    yield ""
    yield from pages.describe(pages.Host(root / "site", site.settings.site_url), lists.heaviest(site, root))


if __name__ == "__main__":
    main()
