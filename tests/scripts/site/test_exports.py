"""Every module shows what others ask for, and nothing else."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from tests.scripts.node.running import ASSETS, REPOSITORY

EXPORT = re.compile(r"^export (?:async )?(?:const|let|class|function\*?) (\w+)|^export \{([^}]*)\}", re.MULTILINE)
IMPORT = re.compile(r'(?:import|export) (?:\{([^}]*)\}|\* as \w+) from "([^"]+)"')
LATER = re.compile(r"""import\(["`]([^"`]+)["`]\)""")
FILLED_IN = re.compile(r"\$\{[^}]*\}")


def split(names: str) -> set[str]:
    """The names within braces, as the module has them that shows them."""
    return {name.split(" as ")[0].strip() for name in names.split(",")} - {""}


def list_exports(text: str) -> set[str]:
    """What a module shows."""
    return {name for one, more in EXPORT.findall(text) for name in ({one} if one else split(more))}


def list_imports(name: str, text: str) -> Iterator[tuple[str, set[str] | None]]:
    """(module, names) that the module `name` asks for: None if later, where any word of it may be one.

    In place of what is filled into a module's name stands a `*`.
    """
    for names, path in IMPORT.findall(text):
        yield resolve(name, path), split(names) if names else None
    for path in LATER.findall(text):
        yield resolve(name, FILLED_IN.sub("*", path)), None


def resolve(name: str, path: str) -> str:
    """The module that `path` leads to from the module `name`."""
    parts: list[str] = []
    for part in (PurePosixPath(name).parent / path).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def find_unused(scripts: dict[str, str], tests: Iterable[str] = ()) -> list[str]:
    """module: name of each export for which no other module asks, nor a test that names the module."""
    used: dict[str, set[str]] = {name: set() for name in scripts}
    for name, text in scripts.items():
        for pattern, names in list_imports(name, text):
            for module in fnmatch.filter(scripts, pattern):
                used[module] |= set(re.findall(r"\w+", text)) if names is None else names
    for text in tests:
        words = set(re.findall(r"\w+", text))
        for module in scripts:
            name = module.removesuffix(".js")
            if name in text and re.search(rf"\b{name}\b", text):  # The first is quick, and mostly says no.
                used[module] |= words
    return sorted(f"{name}: {one}" for name, text in scripts.items() for one in list_exports(text) - used[name])


def read_scripts(root: Path) -> dict[str, str]:
    """Path below `root` -> text of each module."""
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in sorted(root.rglob("*.js"))}


def test_every_export_is_asked_for() -> None:
    tests = [
        path.read_text(encoding="utf-8") for path in (REPOSITORY / "tests").rglob("*.py") if path != Path(__file__)
    ]
    assert find_unused(read_scripts(ASSETS), tests) == []


def test_export_that_nobody_asks_for_is_found() -> None:
    scripts = {
        "a/one.js": "export const USED = 1;\nexport const SPARE = 2;\nexport const later = 3;\nexport class Type {}\n",
        "a/two.js": 'import { USED } from "./one.js";\nexport { USED };\nexport async function own() {}\n',
        "b/three.js": 'const { later } = await import("../a/one.js");\n/** @type {import("../a/one.js").Type} */\n',
        "b/four.js": "const module = await import(`../${folder}/three.js`); module.open();\n",
    }
    assert find_unused(scripts) == ["a/one.js: SPARE", "a/two.js: USED", "a/two.js: own"]
    assert find_unused(scripts, ['call("a/two", "own")', 'call("a/other", "SPARE")']) == [
        "a/one.js: SPARE",
        "a/two.js: USED",
    ]
