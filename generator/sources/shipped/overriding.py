"""Files of a site that go before those that came along: which there are, and of which version each was made.

A list in the site's folder has, for each file that was copied to be changed, a digest of what it was copied from. A
newer package brings another one: then there is something to compare.
"""

from __future__ import annotations

import dataclasses
import difflib
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import links
from generator.problems import Problem
from generator.sources import files
from generator.sources.shipped.fitting import fit_text
from generator.sources.shipped.layers import LOCK, SHIPPED, SIGN, Layers

_HEAD = "# What files of this site were copied from, by `careers override`. Keep it with them.\n"
_LINE = re.compile(r"([0-9a-f]{16})  (\S.*)")
_OWN = (links.HOME, "about/index.md", links.SOURCES)
"""Pages that are each site's own, whatever they are called."""
_ELSEWHERE = tuple(f"{links.TEXTS}/{name}" for name in (*_OWN, "schemas/", "sources.yml", "strings/"))
"""What does not stand for a whole file that came along."""
STATES = {
    "same": "as it came along: it may be deleted",
    "current": "made from the one of this version",
    "stale": "made from the one of another version",
    "own": "goes before one that came along, and nobody has noted of which version it was made",
}
"""What is to be known of a file that goes before another."""


@dataclass(frozen=True)
class Overriding:
    """A file of the site that goes before one that came along; `state` is one of `STATES`."""

    name: str
    state: str


class OverridingError(Exception):
    """Why no file was copied."""


def list_overriding(layers: Layers) -> Iterator[Overriding]:
    """All files of a site that go before others, by name, and the tables that it has changed."""
    if layers.home is None:
        return
    lock = read_lock(layers.root)
    names: set[str] = set()
    for folder in SHIPPED:
        paths = files.list_files(layers.root / folder, layers.root, (), [], every=True)
        names.update(path.relative_to(layers.root).as_posix() for path in paths)
    for name in sorted(names):
        theirs, own = layers.home / name, layers.root / name
        if not name.startswith(_ELSEWHERE) and theirs.is_file() and own.is_file():
            now = digest_file(theirs)
            noted = "own" if name not in lock else "current" if lock[name][0] == now else "stale"
            state = "same" if digest_file(own) == now else noted
            # Tables are no layer: a site without its copy has no such figures, so it is nothing to delete.
            if state != "same" or not name.startswith(f"{links.FIGURES}/"):
                yield Overriding(name, state)


def find_stale(layers: Layers) -> Iterator[Problem]:
    """SRC102: a file was made from one of another version, or of one that does not come along any more (warning).

    Of a folder of tables one line tells.
    """
    if layers.home is None:
        return
    told: set[str] = set()
    for name, (before, line) in read_lock(layers.root).items():
        own, theirs = layers.root / name, layers.home / name
        if not own.is_file() or (theirs.is_file() and digest_file(theirs) in (before, digest_file(own))):
            continue
        if name.startswith(f"{links.FIGURES}/"):
            index = f"{links.FIGURES}/{name.split('/')[2].removesuffix('.yml')}.yml"
            if index not in told:
                told.add(index)
                message = "other figures of these tables come with this version of the generator"
                yield Problem(
                    index, 1, 1, "SRC102", message, f"`careers override --take {index.removesuffix('.yml')}` takes them"
                )
        elif theirs.is_file():
            hint = f"`careers override --diff {name}` shows how; then `careers override --note {name}`"
            yield Problem(
                name, 1, 1, "SRC102", "the one that comes along has changed since this was made from it", hint
            )
        else:
            hint = f"leave it out of {LOCK}, and look whether this file is still needed"
            yield Problem(LOCK, line, 1, "SRC102", f"no {name!r} comes along any more", hint)


def lead_to_copy(problem: Problem) -> Problem:
    """A problem in a file that came along, with how to have one of that name to mend it in."""
    name = problem.path.removeprefix(SIGN)
    if name == problem.path or name.partition("/")[0] not in SHIPPED or name.startswith(_ELSEWHERE):
        return problem
    way = f"`careers override {name}` makes a copy to do that in"
    return dataclasses.replace(problem, hint=f"{problem.hint}; {way}" if problem.hint else way)


def read_lock(root: Path) -> dict[str, tuple[str, int]]:
    """Name of a file -> digest of what it was made from, and the line that says so; any other line says nothing."""
    try:
        text = (root / LOCK).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return {}
    lines = ((_LINE.fullmatch(line), at) for at, line in enumerate(text.splitlines(), start=1))
    return {found[2]: (found[1], at) for found, at in lines if found}


def write_lock(root: Path, names: Iterable[str], home: Path) -> bytes:
    """The list with these files noted as made from what comes along now."""
    noted = {name: digest for name, (digest, _) in read_lock(root).items()}
    noted |= {name: digest_file(home / name) for name in names}
    return dump_lock(noted)


def dump_lock(noted: Mapping[str, str]) -> bytes:
    """Name of a file -> digest, as the list is written."""
    return (_HEAD + "".join(f"{noted[name]}  {name}\n" for name in sorted(noted))).encode()


def override(layers: Layers, name: str) -> None:
    """Copy a file that came along into the site, to be changed there, and note of which version it is.

    What it names and the site lacks is left out, as on the pages that were made of it before.
    """
    theirs = check_name(layers, name)
    own = layers.root / name
    if own.exists() or own.is_symlink():
        raise OverridingError(f"{name} is there already; `careers override --diff {name}` compares it")
    own.parent.mkdir(parents=True, exist_ok=True)
    data = theirs.read_bytes()
    is_text = name.startswith(f"{links.TEXTS}/") and own.suffix in (".yml", ".md")
    files.put(own, fit_text(data.decode("utf-8"), layers).encode() if is_text else data)
    note(layers, name)


def take(layers: Layers, name: str) -> list[str]:
    """Put what comes along now in the place of the site's copy of a file, or of a folder of tables with its index.

    Raises `OverridingError` where a copy has been changed here.
    """
    home, lock = layers.home or layers.root, read_lock(layers.root)
    index = f"{name}.yml"
    paths = [home / index, *sorted((home / name).rglob("*.csv"))] if (home / name).is_dir() else [home / name]
    names = [path.relative_to(home).as_posix() for path in paths]
    for one in names:
        own = layers.root / one
        if check_name(layers, one) and own.is_file() and digest_file(own) != lock.get(one, ("", 0))[0]:
            raise OverridingError(f"{one} has been changed here; `careers override --diff {one}` shows how")
    for one in names:
        (layers.root / one).parent.mkdir(parents=True, exist_ok=True)
        files.put(layers.root / one, (home / one).read_bytes())
    note(layers, *names)
    return names


def note(layers: Layers, *names: str) -> None:
    """Note that the site's own files go by what comes along now."""
    for name in names:
        check_name(layers, name)
    files.put(layers.root / LOCK, write_lock(layers.root, names, layers.home or layers.root))


def compare(layers: Layers, name: str) -> list[str]:
    """The lines that are others in the site's own file than in the one that comes along."""
    theirs = check_name(layers, name)
    own = layers.root / name
    if not own.is_file():
        raise OverridingError(f"this site has no {name} of its own")
    first, second = (path.read_text(encoding="utf-8", errors="replace").splitlines() for path in (theirs, own))
    return list(difflib.unified_diff(first, second, f"{SIGN}{name}", name, lineterm=""))


def note_copies(made: Mapping[str, bytes], home: Path) -> bytes:
    """The list for a new site, of those of its files that are what came along."""
    named = [name for name in made if name.partition("/")[0] in SHIPPED and not name.startswith(_ELSEWHERE)]
    same = [name for name in named if (home / name).is_file() and (home / name).read_bytes() == made[name]]
    return dump_lock({name: digest_file(home / name) for name in same})


def check_name(layers: Layers, name: str) -> Path:
    """The file of that name that came along; raises `OverridingError` if there is none."""
    if layers.home is None:
        raise OverridingError("this site names no `format` in mkdocs.yml, so all of its files are its own")
    theirs = layers.home / name
    is_shipped = name.partition("/")[0] in SHIPPED and ".." not in name.split("/") and theirs.is_file()
    if not is_shipped or name.startswith(_ELSEWHERE):
        raise OverridingError(f"no {name!r} comes along that a file of that name would go before")
    return theirs


def digest_file(path: Path) -> str:
    """What tells one version of a file from another, however its lines end."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()[:16]
