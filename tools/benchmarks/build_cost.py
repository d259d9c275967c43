"""What a site of 24 to 10,000 profiles costs: processor time of each step, next to plain MkDocs; memory; bytes.

    .venv/bin/python -m tools.benchmarks.build_cost [--sizes 24 341 1000] [--words 1440] [--ours]

Says what it measured and judges nothing: seconds depend on the machine, ratios and bytes hardly do. Each step is a
process of its own; its time and memory are those of all the processes that it starts.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator import links
from generator.publishing.unchanged import DOCS
from tools.benchmarks import figures, profiles

ROOT = Path(__file__).resolve().parents[2]
SEED = 2026
PLUGIN = "  - career-guides\n"
SIZES = (24, 341, 1000, 3000, 10000)
PLAIN = "plain MkDocs"
"""The unit of all ratios: MkDocs alone with the same Markdown, theme and settings."""
MAKE_DOCS = """
import sys
from pathlib import Path
from generator.cache import FILE, Cache
from generator.publishing.building import write_docs
root = Path(sys.argv[1])
with Cache(root / FILE) as cache:
    write_docs(root, cache=cache)
"""
"""A process that makes build/docs alone."""


@dataclass(frozen=True)
class Spent:
    """What a step took: seconds of processors, seconds on the clock, and bytes of its largest process."""

    work: float
    clock: float
    memory: int


@dataclass
class Cost:
    """What one size of site costs: step -> what it took, file -> bytes."""

    size: int
    steps: dict[str, Spent] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)

    def run(self, step: str, *command: str, folder: Path) -> None:
        """Run a process and keep what it took; stop with what it printed if it fails."""
        begun = time.perf_counter()
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                said.seek(0)
                sys.exit(f"{step}: {said.read().decode()}")
        unit = 1 if sys.platform == "darwin" else 1024
        self.steps[step] = Spent(used.ru_utime + used.ru_stime, time.perf_counter() - begun, used.ru_maxrss * unit)


def main() -> None:
    """Measure each size and print one table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of profiles")
    parser.add_argument("--words", type=int, default=profiles.WORDS, help="words of a profile")
    parser.add_argument("--ours", action="store_true", help="leave out what MkDocs and its pages take")
    options = parser.parse_args()
    if min(options.sizes) < len(linked_slugs()):
        parser.error(f"a site has at least {len(linked_slugs())} profiles, since its guides name so many")
    entries = make_entries()
    load = ", ".join(f"{part:.1f}" for part in os.getloadavg())
    print(f"Profiles are made from seed {SEED} and a list of words, about {options.words:,} words each.")
    print(f"{os.cpu_count()} processors, load before: {load}.")
    costs = [measure(size, entries, options.words, ours=options.ours) for size in sorted(set(options.sizes))]
    print("\n".join(format_table(costs)))


def make_entries() -> list[figures.Entry]:
    """What profiles are made of, in the terms of this repository, so that the check has nothing to say about them.

    Each kind of figure names the source that was released last of those with tables of that kind.
    """
    vocabulary = {name: read_vocabulary(name) for name in ("fields", "education", "regions", "classifications")}
    released = yaml.safe_load((ROOT / links.REFERENCES).read_text(encoding="utf-8"))
    sources: dict[str, list[str]] = {"": [*released]}
    for path in (ROOT / links.FIGURES).glob("*.yml"):
        index = yaml.safe_load(path.read_text(encoding="utf-8"))
        vocabulary["classifications"].pop(index["scheme"], None)  # Its tables know no code of made profiles.
        for table in index["tables"].values():
            sources.setdefault(table["kind"], []).append(table["source"])
    newest = {kind: max(keys, key=lambda key: str(released[key]["released"])) for kind, keys in sources.items()}
    return figures.make_up(SEED, vocabulary, newest)


def read_vocabulary(name: str) -> dict[str, Any]:
    """One of the repository's vocabularies as plain data."""
    terms: dict[str, Any] = yaml.safe_load((ROOT / f"content/vocabulary/{name}.yml").read_text(encoding="utf-8"))
    return terms


def measure(size: int, entries: Sequence[figures.Entry], words: int, *, ours: bool) -> Cost:
    """Build a throwaway repository of `size` profiles, step by step."""
    cost = Cost(size)
    with tempfile.TemporaryDirectory() as folder:
        repository, plain = Path(folder, "repository"), Path(folder, "plain")
        slugs = write_repository(repository, size, entries, words)
        careers = (sys.executable, "-m", "generator", "--root", str(repository))
        docs = (sys.executable, "-c", MAKE_DOCS, str(repository))
        cost.run("check, nothing known", *careers, "check", folder=ROOT)
        cost.run("check, nothing changed", *careers, "check", folder=ROOT)
        shutil.rmtree(repository / "build")
        after_changes(repository, slugs, lambda change: cost.run(f"build/docs, {change}", *docs, folder=ROOT))
        if ours:
            return cost
        write_plain(repository, plain)
        shutil.rmtree(repository / "build")
        after_changes(repository, slugs, lambda change: cost.run(f"build, {change}", *careers, "build", folder=ROOT))
        cost.run(PLAIN, sys.executable, "-m", "mkdocs", "build", "--quiet", folder=plain)
        cost.sizes = weigh(repository / DOCS, repository / "site", slugs)
    return cost


def after_changes(repository: Path, slugs: Sequence[str], run: Callable[[str], None]) -> None:
    """`run` with nothing made yet, then after nothing, one profile, and one template changed."""
    run("nothing known")
    run("nothing changed")
    profile = repository / f"occupations/{slugs[len(slugs) // 2]}.yml"
    profile.write_text(re.sub(r"^day: (\W*\w+)", r"day: \1 indeed", profile.read_text("utf-8"), flags=re.M), "utf-8")
    run("a profile changed")
    template = repository / "templates/pages/occupation.md.j2"
    template.write_text(template.read_text("utf-8").rstrip() + "\n\n...\n", "utf-8")
    run("a template changed")


def write_repository(root: Path, size: int, entries: Sequence[figures.Entry], words: int) -> list[str]:
    """The repository's content and templates with made profiles in place of its own; returns their slugs."""
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "occupations").mkdir()
    vocabulary = {name: read_vocabulary(name) for name in ("skills", "environments")}
    made = profiles.make_profiles(entries, size, linked_slugs(), vocabulary, words=words, seed=SEED)
    for slug, profile in made.items():
        text = yaml.dump(profile, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=110)
        (root / f"occupations/{slug}.yml").write_text(text, encoding="utf-8")
    return [*made]


def linked_slugs() -> list[str]:
    """The profiles that guides and pages name: a site without them would not pass its checks."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "content").rglob("*.*") if path.is_file()]
    words = {word for text in texts for word in re.findall(r"[a-z0-9-]+", text)}
    return sorted(path.stem for path in (ROOT / "occupations").glob("*.yml") if path.stem in words)


def write_plain(repository: Path, plain: Path) -> None:
    """The same Markdown, theme and settings for MkDocs alone."""
    shutil.copytree(repository / DOCS, plain / "content")
    shutil.copytree(repository / "templates/theme", plain / "templates/theme")
    settings = (repository / "mkdocs.yml").read_text(encoding="utf-8")
    if settings.count(PLUGIN) != 1:
        sys.exit(f"mkdocs.yml no longer holds {PLUGIN.strip()!r} once: how to leave the plugin out?")
    (plain / "mkdocs.yml").write_text(settings.replace(PLUGIN, ""), encoding="utf-8")


def weigh(docs: Path, site: Path, slugs: Sequence[str]) -> dict[str, float]:
    """Bytes of what is made and served."""
    pages = [(site / links.address(links.occupation(slug)) / "index.html").read_bytes() for slug in slugs]
    index = (site / "search/search_index.json").read_bytes()
    own = {links.address(links.occupation(slug)) for slug in slugs}
    entries = [entry for entry in json.loads(index)["docs"] if entry["location"].partition("#")[0] in own]
    sizes = {
        "Markdown of all pages": sum(path.stat().st_size for path in docs.rglob("*.md")),
        "Markdown of a profile, median": statistics.median(
            (docs / links.occupation(slug)).stat().st_size for slug in slugs
        ),
        "HTML of a profile, median": statistics.median(map(len, pages)),
        "  gzipped, median": statistics.median(len(gzip.compress(page)) for page in pages),
        "  gzipped, largest": max(len(gzip.compress(page)) for page in pages),
        "search_index.json": len(index),
        "  gzipped": len(gzip.compress(index)),
        "  entries of a profile, mean": len(json.dumps(entries, separators=(",", ":"))) / len(slugs),
    }
    list_of_all = links.address(links.A_TO_Z) + "index.html"
    for folder, path in ((site, list_of_all), (site, links.API_OCCUPATIONS), (docs, links.SCRIPT_OCCUPATIONS)):
        data = (folder / path).read_bytes()
        sizes |= {path: len(data), f"  {path} gzipped": len(gzip.compress(data))}
    return sizes | {"site, all files": sum(path.stat().st_size for path in site.rglob("*") if path.is_file())}


def format_table(costs: Sequence[Cost]) -> Iterator[str]:
    """The lines of the table, one column a size."""
    first = costs[0]

    def row(label: str, cells: Sequence[str]) -> str:
        return f"{label:<40}" + "".join(f"{cell:>18}" for cell in cells)

    yield row("", [f"{cost.size:,} profiles" for cost in costs])
    yield "Processor seconds (seconds on the clock)"
    for step in first.steps:
        yield row(f"  {step}", [f"{cost.steps[step].work:.2f} ({cost.steps[step].clock:.2f})" for cost in costs])
    if PLAIN in first.steps:
        for name, unit in (("processor seconds", "work"), ("seconds on the clock", "clock")):
            yield f"Ratio of {name} to {PLAIN}"
            for step in first.steps:
                shares = [getattr(cost.steps[step], unit) / getattr(cost.steps[PLAIN], unit) for cost in costs]
                yield row(f"  {step}", [f"{share:.3f}" for share in shares])
    yield "Milliseconds of processors per profile"
    for step in first.steps:
        yield row(f"  {step}", [f"{1000 * cost.steps[step].work / cost.size:.2f}" for cost in costs])
    yield "Milliseconds of processors per profile added since the size before (no fixed costs in it)"
    for step in first.steps:
        added = [
            f"{1000 * (more.steps[step].work - less.steps[step].work) / (more.size - less.size):.2f}"
            for less, more in itertools.pairwise(costs)
        ]
        yield row(f"  {step}", ["", *added])
    yield "Megabytes of the largest process"
    for step in first.steps:
        yield row(f"  {step}", [f"{cost.steps[step].memory / 1e6:,.0f}" for cost in costs])
    if first.sizes:
        yield "Bytes"
    for name in first.sizes:
        yield row(f"  {name}", [f"{cost.sizes[name]:,.0f}" for cost in costs])


if __name__ == "__main__":
    main()
