"""Shows that code knows no content: other content in a copy, and the tests of code stay as green as they were.

    .venv/bin/python -m tools.proof

First there is more of everything under another name, then less, then what named it is mended. The check and the tests
of content may say only what is really wrong with that, which stands here beside each change. The tests of code that
read the content at all have to pass after each change. Which these are is noted in the folder READERS names, by
tools/readers.py; without one, all tests of code run in the end, and are heard.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

REPOSITORY = Path(__file__).resolve().parents[1]
FEWER = 10
"""Occupations taken away, if there are twice as many, and more if a field has more."""


@dataclass(frozen=True)
class Change:
    """Other content, and what is really wrong with it: codes of problems, and tests of content that fail."""

    name: str
    make: Callable[[Path], None]
    problems: frozenset[str] = frozenset()
    failures: frozenset[str] = frozenset()


def copy(root: Path) -> Path:
    """The files that Git knows, and those it would take, in a repository of their own."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout.split("\0")
    for name in filter(None, names):
        if (REPOSITORY / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(REPOSITORY / name, root / name)
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)  # noqa: S607
    return root


def read(path: Path) -> Any:
    """The content of a YAML file; every scalar stays text, as editors mean it."""
    # S506: this loader makes nothing but texts, lists and mappings.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506


def write(path: Path, content: Any) -> None:
    """Every text in quotes: none is to be read as something else."""
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, default_style='"', width=10_000)
    path.write_text(re.sub(r"!!\w+ ", "", text), encoding="utf-8")


def settle(root: Path, **settings: str) -> None:
    """Write other values for settings of mkdocs.yml."""
    path = root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    for name, value in settings.items():
        text, count = re.subn(rf"^( *){name}: .*$", rf"\g<1>{name}: {value}", text, flags=re.MULTILINE)
        if count != 1:
            raise SystemExit(f"mkdocs.yml has {count} settings {name}")
    path.write_text(text, encoding="utf-8")


def leave_out_outlines(root: Path) -> None:
    """Make pages of profiles alone: a field that is gone has no room for its outlines, and a thousand take long."""
    for path in (root / "content/figures").glob("*.yml"):
        path.write_text(re.sub(r"^outlines: .*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE), "utf-8")


def alter(texts: Mapping[str, Any]) -> dict[str, Any]:
    """Every text in other words."""
    return {key: alter(text) if isinstance(text, Mapping) else f"Other {text}" for key, text in texts.items()}


def add(root: Path) -> None:
    """One more occupation in a field of its own, everything under another name, in other colours and words."""
    fields, introductions = (root / f"content/{name}/fields.yml" for name in ("vocabulary", "ways"))
    with fields.open("a", encoding="utf-8") as file:
        file.write('\nfurther-work: {label: "Further work", description: "Work of a kind of its own."}\n')
    with introductions.open("a", encoding="utf-8") as file:
        file.write('\nfurther-work: "Work of a kind of its own."\n')
    first = min((root / "occupations").glob("*.yml"))
    profile = read(first)
    profile |= {"title": "Further worker", "aliases": ["further hand"], "field": "further-work"}
    for key in ("formerly", "added"):
        profile.pop(key, None)
    write(root / "occupations/further-worker.yml", profile)
    site = "https://further.example.org/below/"
    settle(root, site_name="Further paths", site_description="Other words about it.", site_url=site, language="de")
    settle(root, repo_url="https://git.example.org/further/paths")
    tokens = root / "templates/theme/assets/careers/styles/tokens.css"
    tokens.write_text(tokens.read_text(encoding="utf-8").replace("#0b5d5b", "#5b0b5d"), encoding="utf-8")
    for path in (root / "templates/strings").glob("*.yml"):
        texts = alter(read(path))
        if "locale" in texts.get("script", {}):
            texts["script"]["locale"] = "de"
        write(root / "content/strings" / path.name, texts)


def take(root: Path) -> None:
    """Some occupations fewer, and of the fields one of the smallest, with all that are in it."""
    fields = {path: read(path)["field"] for path in sorted((root / "occupations").glob("*.yml"))}
    counts = Counter(fields.values())
    field = min(reversed(counts), key=counts.__getitem__)
    gone = [path for path, its in fields.items() if its == field]
    others = [path for path, its in fields.items() if its != field]
    more = max(0, min(FEWER - len(gone), len(others) // 2))
    for path in (*gone, *others[len(others) - more :]):
        path.unlink()
    for folder in ("vocabulary", "ways"):
        path = root / f"content/{folder}/fields.yml"
        write(path, {key: value for key, value in read(path).items() if key != field})


def mend(root: Path) -> None:
    """Leave out what names an occupation or a field that is gone."""
    slugs = {path.stem for path in (root / "occupations").glob("*.yml")}
    fields = read(root / "content/vocabulary/fields.yml")
    for path in (root / "occupations").glob("*.yml"):
        profile = read(path)
        write(path, profile | {"related": [one for one in profile["related"] if one["slug"] in slugs]})
    for path in (root / "content/methods").glob("*.yml"):
        guide = read(path)
        for strategy in guide["strategies"]:
            strategy["occupations"] = [slug for slug in strategy.get("occupations", []) if slug in slugs]
        write(path, guide)
    for path in (root / "content/quizzes").glob("*.yml"):
        quiz = read(path)
        for item in quiz["items"]:
            if item.get("field", next(iter(fields))) not in fields:
                item["field"] = next(iter(fields))
        write(path, quiz)
    words = read(root / "content/finding.yml")
    words["wishes"] = [wish for wish in words["wishes"] if {*wish.get("show", {}).get("field", [])} <= fields.keys()]
    words["names"] = {slug: names for slug, names in words["names"].items() if slug in slugs}
    write(root / "content/finding.yml", words)
    known = slugs | fields.keys()
    for path in [*root.glob("content/**/*.md"), *root.glob("content/**/*.yml"), *root.glob("occupations/*.yml")]:
        text = path.read_text(encoding="utf-8")
        link = r"\[([^]]*)\]\((?:occupation|field):([\w-]+)\)"
        loose = re.sub(link, lambda found: found[0] if found[2] in known else found[1], text)
        path.write_text(loose, encoding="utf-8")


CHANGES = (
    Change(
        "more, under another name",
        add,
        # Pictures show the old name, what was added repeats another text, and text editors refuse numbers in quotes.
        failures=frozenset(f"tests/content/test_{name}.py" for name in ("cards", "readability", "schemas")),
    ),
    Change(
        "less",
        take,
        # What names an occupation or a field that is gone has to name another.
        problems=frozenset({"FIN001", "MET004", "OCC008", "QIZ004", "TXT005"}),
    ),
    Change(
        "less, and mended",
        mend,
        failures=frozenset(f"tests/content/test_{name}.py" for name in ("cards", "readability", "schemas")),
    ),
)


def run(root: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command in the copy, with its modules; tests that end at once clear away nothing of each other's."""
    own = os.environ | {"PYTEST_DEBUG_TEMPROOT": tempfile.mkdtemp(dir=root.parent)} | environment
    return subprocess.run([sys.executable, *command], cwd=root, env=own, capture_output=True, text=True, check=False)


def find_faults(change: Change, root: Path) -> list[str]:
    """What check and tests of content say of a changed copy beyond what is really wrong with it."""
    checked = run(root, "-m", "generator", "check", "--format", "json")
    codes = {problem["code"] for problem in json.loads(checked.stdout) if not problem["warning"]}
    if codes - change.problems:
        return [checked.stdout]
    if codes:
        return []  # What has errors is not published, so its tests have nothing to read.
    content = run(root, "-m", "pytest", "-q", "-m", "not ours and not slow", "tests/content")
    failed = set(re.findall(r"^(?:FAILED|ERROR) ([^:\s]+)", content.stdout, re.MULTILINE))
    as_expected = failed <= change.failures and bool(failed) == bool(content.returncode)
    return [] if as_expected else [content.stdout + content.stderr]


def judge(change: Change, root: Path) -> list[str]:
    """The faults of a changed copy, told as soon as they are known."""
    found = find_faults(change, root)
    print(f"{change.name}: {'more is wrong than should be' if found else 'only what is wrong is said'}", flush=True)
    return found


def pass_tests(root: Path, *tests: str, **environment: str) -> list[str]:
    """What tests of code say that do not pass."""
    ran = run(root, "-m", "pytest", "-q", "-m", "not slow", *tests, **environment)
    print(f"  tests of code: {ran.stdout.rstrip().splitlines()[-1]}", flush=True)
    return [ran.stdout + ran.stderr] if ran.returncode else []


def list_readers(folder: Path) -> list[str]:
    """The tests of code that read the content, as tools/readers.py noted them."""
    names = sorted({name for path in folder.iterdir() for name in path.read_text(encoding="utf-8").splitlines()})
    if not names:
        raise SystemExit(f"{folder} names no test that reads content: is tools/readers.py at work?")
    return names


def main() -> int:
    """Make all changes, one upon the other, and run the tests of code; 1 if code knows content."""
    with tempfile.TemporaryDirectory(prefix="proof-") as folder:
        root = copy(Path(folder) / "first")
        leave_out_outlines(root)
        stages = []
        for number, change in enumerate(CHANGES):
            root = shutil.copytree(root, Path(folder) / str(number), symlinks=True)
            stages.append((change, root))
            change.make(root)
        faults = []
        names = Path(os.environ.get("READERS") or Path(folder) / "readers")
        if not names.exists():
            code = ("-n", "2", "-p", "tools.readers", "tests/unit", "tests/scripts")
            faults += pass_tests(root, *code, READERS=str(names))
        readers = list_readers(names)

        # Two at a time, each in one process: what tests share is made once for all of them.
        with ThreadPoolExecutor(2) as pool:
            tasks = [pool.submit(judge, *stage) for stage in stages]
            tasks += [pool.submit(pass_tests, root, *readers) for _, root in stages]
            faults += [fault for task in tasks for fault in task.result()]
    print(*faults, sep="\n", flush=True)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
