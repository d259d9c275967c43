"""What a site of 24, 250 and 1,000 profiles costs: seconds and bytes of each stage, next to plain MkDocs.

    .venv/bin/python -m tools.benchmarks.build_cost [--sizes 24 250 1000] [--facts FOLDER] [--words 1440]

Says what it measured and judges nothing: seconds depend on the machine, ratios and bytes hardly do.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import itertools
import json
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml

from generator import links, project
from generator.publishing import building
from generator.publishing.output import write_tree
from tools.benchmarks import figures, profiles

T = TypeVar("T")

ROOT = Path(__file__).resolve().parents[2]
FACTS = ROOT.parent / "shared/facts"
SEED = 2026
PLUGIN = "  - career-guides\n"
STAGES = ("read and check", "render", "write", "MkDocs with plugin", "plain MkDocs")
OURS = STAGES[:3]


@dataclass
class Cost:
    """What one size of site costs: stage -> (processor seconds, seconds on the clock), file -> bytes."""

    size: int
    seconds: dict[str, tuple[float, float]] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)

    def time(self, stage: str, run: Callable[[], T]) -> T:
        """What `run` returns; its time is kept under `stage`, that of processes it starts included."""
        gc.collect()
        work, clock = processor_seconds(), time.perf_counter()
        result = run()
        self.seconds[stage] = processor_seconds() - work, time.perf_counter() - clock
        return result

    def work(self, stage: str) -> float:
        """Processor seconds of a stage; `ours` is all that stands before MkDocs."""
        return sum(self.seconds[name][0] for name in OURS) if stage == "ours" else self.seconds[stage][0]


def processor_seconds() -> float:
    """The time that this process and those it has waited for spent computing."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def main() -> None:
    """Measure each size and print one table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[24, 250, 1000], help="numbers of profiles")
    parser.add_argument("--facts", type=Path, default=FACTS, help="folder of the facts files")
    parser.add_argument("--words", type=int, default=profiles.WORDS, help="words of a profile")
    options = parser.parse_args()
    if min(options.sizes) < len(linked_slugs()):
        parser.error(f"a site has at least {len(linked_slugs())} profiles, since its guides name so many")
    entries, origin = read_figures(options.facts)
    print(f"Figures: {origin}. Prose: made from a list of words, about {options.words:,} words a profile.")
    costs = [measure(size, entries, options.words) for size in sorted(set(options.sizes))]
    print("\n".join(format_table(costs)))


def read_figures(facts: Path) -> tuple[list[figures.Entry], str]:
    """The figures, and where they are from."""
    if all((facts / name).is_file() for name in figures.FILES):
        return figures.read_facts(facts), "from the facts files"
    fields = [*read_vocabulary("fields")]
    return figures.make_up(SEED, fields), f"made up from seed {SEED}, since there are no facts files"


def read_vocabulary(name: str) -> dict[str, Any]:
    """One of the repository's vocabularies as plain data."""
    terms: dict[str, Any] = yaml.safe_load((ROOT / f"content/vocabulary/{name}.yml").read_text(encoding="utf-8"))
    return terms


def measure(size: int, entries: Sequence[figures.Entry], words: int) -> Cost:
    """Build a throwaway repository of `size` profiles, stage by stage."""
    cost = Cost(size)
    with tempfile.TemporaryDirectory() as folder:
        repository, plain = Path(folder, "repository"), Path(folder, "plain")
        slugs = write_repository(repository, size, entries, words)
        loaded = cost.time("read and check", lambda: project.load(repository))
        files = cost.time("render", lambda: building.render(loaded.site, repository))
        cost.time("write", lambda: write_tree(repository / building.DOCS, files))
        write_plain(repository, plain)
        shutil.rmtree(repository / "build")
        cost.time("MkDocs with plugin", lambda: run_mkdocs(repository))
        cost.time("plain MkDocs", lambda: run_mkdocs(plain))
        cost.sizes = weigh(repository / building.DOCS, repository / "site", slugs)
    return cost


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
    shutil.copytree(repository / building.DOCS, plain / "content")
    shutil.copytree(repository / "templates/theme", plain / "templates/theme")
    settings = (repository / "mkdocs.yml").read_text(encoding="utf-8")
    if settings.count(PLUGIN) != 1:
        sys.exit(f"mkdocs.yml no longer holds {PLUGIN.strip()!r} once: how to leave the plugin out?")
    (plain / "mkdocs.yml").write_text(settings.replace(PLUGIN, ""), encoding="utf-8")


def run_mkdocs(folder: Path) -> None:
    """Build `folder`'s site, or stop with what MkDocs printed."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


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
    for path in (links.address(links.A_TO_Z) + "index.html", links.API_OCCUPATIONS, links.SCRIPT_OCCUPATIONS):
        data = (site / path).read_bytes()
        sizes |= {path: len(data), f"  {path} gzipped": len(gzip.compress(data))}
    return sizes | {"site, all files": sum(path.stat().st_size for path in site.rglob("*") if path.is_file())}


def format_table(costs: Sequence[Cost]) -> Iterator[str]:
    """The lines of the table, one column a size."""
    first = costs[0]

    def row(label: str, cells: Sequence[str]) -> str:
        return f"{label:<40}" + "".join(f"{cell:>18}" for cell in cells)

    yield row("", [f"{cost.size:,} profiles" for cost in costs])
    yield "Processor seconds (seconds on the clock)"
    for stage in STAGES:
        yield row(f"  {stage}", [f"{cost.seconds[stage][0]:.2f} ({cost.seconds[stage][1]:.2f})" for cost in costs])
    yield "Ratio of processor seconds"
    ratios = (("ours", "plain MkDocs"), ("MkDocs with plugin", "plain MkDocs"))
    for upper, lower in ratios:
        yield row(f"  {upper} / {lower}", [f"{cost.work(upper) / cost.work(lower):.2f}" for cost in costs])
    yield f"Processor time per profile, {first.size} profiles = 1"
    for stage in (*STAGES, "ours"):
        unit = first.work(stage) / first.size
        yield row(f"  {stage}", [f"{cost.work(stage) / cost.size / unit:.2f}" for cost in costs])
    yield "Milliseconds per profile added since the size before (no fixed costs in it)"
    for stage in (*STAGES, "ours"):
        added = [
            f"{1000 * (more.work(stage) - less.work(stage)) / (more.size - less.size):.1f}"
            for less, more in itertools.pairwise(costs)
        ]
        yield row(f"  {stage}", ["", *added])
    yield "Bytes"
    for name in first.sizes:
        yield row(f"  {name}", [f"{cost.sizes[name]:,.0f}" for cost in costs])


if __name__ == "__main__":
    main()
