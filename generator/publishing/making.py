"""Jobs to files of build/docs: only what has to be made is made, by all processors, only what changed is written.

What a job made last time is known by the digest of its text; the text itself lies in build/docs, if nobody touched it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, TypeVar

from generator import workers
from generator.cache import Cache, digest_pieces
from generator.problems import Problem, ProjectError
from generator.publishing.locking import refuse_links
from generator.register.jobs import Job
from generator.strings import MissingTextError

T = TypeVar("T")
Seen = dict[Path, tuple[tuple[int, int, int], str]]
"""Path -> number, size and time of the file, and the digest of its content."""
Step = Callable[[str], None]
_ROOM = "docs"
"""Of the cache; a site in several languages has one for each."""
_LEAST = 60
"""Files that are worth other processes."""
_SHARE = 30
"""Files that a process makes at a time."""
_PIECE = 1 << 20
"""Bytes of a file that are read at a time."""


@dataclass(frozen=True)
class Changes:
    """Paths below build/docs that were written, for the first time or anew, and that are no more."""

    written: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()


def make_text(job: Job) -> str:
    """The text of a file; raises `ProjectError` if it cannot be made."""
    return "".join(make_pieces(job))


def make_pieces(job: Job) -> Iterator[str]:
    """What the text of a file is made of, each made when it is asked for; raises `ProjectError` if one cannot be."""
    try:
        made = job.make()
        yield from (made,) if isinstance(made, str) else made
    except MissingTextError as error:
        raise ProjectError([Problem("templates/strings/en.yml", 1, 1, "TPL001", str(error), "add it")]) from None


def write_files(
    jobs: Sequence[Job],
    folder: Path,
    cache: Cache,
    step: Step,
    seen: Seen,
    meanwhile: Callable[[], object] = lambda: None,
    room: str = _ROOM,
) -> Changes:
    """Make `folder` hold exactly what `jobs` make; `step` is told the path of each file that is made.

    Nothing in there is touched before all is made. A file that is as it was keeps its time stamp. A process that lives
    on keeps in `seen` what it found in there, so that it need not read it again. Raises `OSError`, as where `folder` is
    a symbolic link: all else that lies where it leads would be deleted.
    """
    refuse_links(folder.parent, folder)
    kept = {key: value.decode() for key, value in cache.get(room, (job.key for job in jobs)).items()}
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="docs-", dir=folder.parent) as name:
        draft = Path(name) / folder.name
        draft.mkdir()

        def make(job: Job) -> tuple[str, str, bool]:
            return _make(job, folder, draft)

        due = [job for job in jobs if job.key not in kept or look(folder / job.path, seen) != kept[job.key]]
        due.sort(key=_near)
        made: dict[str, bytes] = {}
        written = set()
        for (key, text, is_new), job in zip(_share(make, due, meanwhile), due, strict=True):
            made[key] = text.encode()
            if is_new:
                written.add(job.path)
            step(job.path)
        removed = _clear(folder, {job.path for job in jobs})
        if not folder.exists():
            draft.rename(folder)
        for path in written if draft.exists() else ():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            (draft / path).replace(target)
    cache.put(room, made)
    cache.prune(room, {job.key for job in jobs})
    return Changes(frozenset(written), frozenset(removed))


def check_files(jobs: Sequence[Job], cache: Cache, room: str = _ROOM) -> None:
    """Raise `ProjectError` if a file cannot be made.

    Of files of one kind those are made that have a trait which none before had; what was found well once is not looked
    at again.
    """
    kept = cache.get(room, (job.key for job in jobs))
    missing = [job for job in jobs if job.key not in kept]
    seen: set[Hashable] = set()
    due = []
    for job in missing:
        traits = {(job.kind, trait) for trait in job.traits()} if job.kind else set()
        if traits - seen or not job.kind:
            due.append(job)
        seen |= traits

    due.sort(key=_near)

    def make(job: Job) -> tuple[str, str]:
        return job.key, digest_pieces(_encode(job))

    checked = {job.key: b"checked" for job in missing}  # Not made: no file has this digest, nor one that is not there.
    cache.put(room, checked | {key: text.encode() for key, text in _share(make, due)})


def _near(job: Job) -> tuple[bool, str]:
    """Puts lists first, so that nobody waits for them in the end, and what is made of one profile together."""
    return bool(job.kind), PurePosixPath(job.path).stem


def _share(
    make: Callable[[Job], T], jobs: Sequence[Job], meanwhile: Callable[[], object] = lambda: None
) -> Iterator[T]:
    """What `make` returns for all of the jobs, in their order; raises `ProjectError` with what is wrong in any."""
    shares = _cut(jobs)
    wrong: dict[tuple[str, int, int, str], Problem] = {}
    processes = 1 if len(jobs) < _LEAST else None
    for made, problems in workers.share(_by_place(make, shares), range(len(shares)), processes, meanwhile):
        for problem in problems:  # A template's line may fail for each page; one says it all.
            at = (problem.path, problem.line, problem.column, problem.message if problem.line == 1 else "")
            wrong.setdefault(at, problem)
        if not wrong:
            yield from made
    if wrong:
        raise ProjectError(wrong.values())


def _cut(jobs: Sequence[Job]) -> list[Sequence[Job]]:
    """The shares of processes: all lists in one, since whoever makes a list copies the memory of all profiles."""
    lists = sum(not job.kind for job in jobs)
    rest = [jobs[at : at + _SHARE] for at in range(lists, len(jobs), _SHARE)]
    return [jobs[:lists], *rest] if lists else rest


def _by_place(
    make: Callable[[Job], T], shares: Sequence[Sequence[Job]]
) -> Callable[[int], tuple[list[T], list[Problem]]]:
    """Jobs cannot be sent to a process, but it was forked with all of them."""

    def make_all(at: int) -> tuple[list[T], list[Problem]]:
        made: list[T] = []
        problems: list[Problem] = []
        for job in shares[at]:
            try:
                made.append(make(job))
            except ProjectError as error:
                problems += error.problems
        return made, problems

    return make_all


def _make(job: Job, folder: Path, draft: Path) -> tuple[str, str, bool]:
    """Key of the job, digest of its text, and whether it is another text than that which `folder` holds."""
    target = draft / job.path
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        found = digest_pieces(_hand_on(_encode(job), file))
    is_new = found != _read(folder / job.path)
    if not is_new:
        target.unlink()
    return job.key, found, is_new


def _hand_on(pieces: Iterable[bytes], file: BinaryIO) -> Iterator[bytes]:
    """The same, each written when it is asked for: what is written need not be read again."""
    for piece in pieces:
        file.write(piece)
        yield piece


def _encode(job: Job) -> Iterator[bytes]:
    return (piece.encode() for piece in make_pieces(job))


def look(path: Path, seen: Seen) -> str:
    """The digest of a file's content, by what was `seen` of it last if it is the same file since; "" of none."""
    try:
        found = path.stat()
    except OSError:
        return ""
    state = (found.st_ino, found.st_size, found.st_mtime_ns)
    known = seen.get(path)
    if known is None or known[0] != state:
        known = seen[path] = state, _read(path)
    return known[1]


def _read(path: Path) -> str:
    """The digest of a file's content; "" if there is none."""
    try:
        with path.open("rb") as file:
            return digest_pieces(iter(lambda: file.read(_PIECE), b""))
    except OSError:
        return ""


def _clear(folder: Path, wanted: set[str]) -> set[str]:
    """Remove what is not wanted below `folder`, and folders that are empty then; returns the paths of the files."""
    removed = set()
    for place, folders, names in os.walk(folder, topdown=False):
        here = Path(place)
        way = here.relative_to(folder).as_posix()
        for name in names:
            path = name if way == "." else f"{way}/{name}"
            if path not in wanted:
                (here / name).unlink()
                removed.add(path)
        for name in folders:
            if (here / name).is_symlink():
                (here / name).unlink()
        if here != folder and not any(here.iterdir()):
            here.rmdir()
    return removed
