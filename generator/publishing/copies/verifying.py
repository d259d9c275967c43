"""A list of what was published, and whether a folder is still that.

It is written beside the site, not into it: whoever can change files there could change the list, too. Each line is as
`sha256sum --check` reads it.
"""

from __future__ import annotations

import errno
import hashlib
import itertools
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator import workers

MANIFEST = Path("build/site.sha256")
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
OFFLINE = "offline-files.json"
_NOT_KEPT = re.compile(r"api/|offline|_headers|(?:feed|sitemap(?:-pages)?)\.xml|robots\.txt|llms\.txt|.*\.gz$")
"""What is for programs and search engines alone."""
_SHARE = 1_000
"""Files that a process reads at a time."""
_MOST = 20
"""Files of one kind that are named."""


class VerifyingError(Exception):
    """There is nothing to compare with; the text says why."""


def write_manifest(site: Path, digests: Mapping[str, str] | None = None) -> bytes:
    """The list of a site: the digest of each file in it, if they are not known already."""
    known = digest_files(site) if digests is None else digests
    lines = [f"{digest}  {path}\n" for path, digest in sorted(known.items())]
    return "".join(lines).encode("utf-8", "surrogateescape")


def write_offline(site: Path, digests: Mapping[str, str], apart: Sequence[str] = ()) -> dict[str, str]:
    """Write into a site the list of what a reader keeps of it, by which offline-worker.js goes; returns its digest.

    Folders that stand `apart`, as those of other languages, are not kept.
    """
    not_kept = (path for path in digests if _NOT_KEPT.match(path) or path.startswith(tuple(apart)))
    kept = {path: digests[path] for path in sorted(digests.keys() - {*not_kept})}
    size = sum((site / path).stat().st_size for path in kept)
    build = hashlib.sha256("".join(f"{digest} {path}\n" for path, digest in kept.items()).encode()).hexdigest()
    listed = json.dumps({"build": build, "bytes": size, "files": kept}).encode()
    (site / OFFLINE).write_bytes(listed)
    return {OFFLINE: hashlib.sha256(listed).hexdigest()}


def compare(folder: Path, manifest: Path) -> list[str]:
    """What is otherwise in a folder than the list has it, in lines; none if nothing is. Raises `VerifyingError`."""
    try:
        text = manifest.read_bytes().decode("utf-8", "surrogateescape")
    except OSError as error:
        raise VerifyingError(f"{manifest}: {error.strerror}; `careers build` writes it") from None
    matches = [_LINE.fullmatch(line) for line in text.split("\n") if line]
    if not matches or None in matches:
        raise VerifyingError(f"{manifest}: not a list that `careers build` has written")
    expected = {match[2]: match[1] for match in matches if match}
    found = digest_files(folder)
    shared = expected.keys() & found.keys()
    return [
        *_tell("changed", sorted(path for path in shared if found[path] != expected[path])),
        *_tell("missing", sorted(expected.keys() - found.keys())),
        *_tell("not of this build", sorted(found.keys() - expected.keys())),
    ]


def _tell(what: str, paths: list[str]) -> Iterator[str]:
    yield from (f"{path}: {what}" for path in paths[:_MOST])
    if len(paths) > _MOST:
        yield f"and {len(paths) - _MOST:,} more files {what}"


def list_files(folder: Path) -> Iterator[str]:
    """The files below a folder, by their paths in there."""
    top = str(folder)
    for place, _, names in os.walk(top):
        way = place.removeprefix(top).replace(os.sep, "/").lstrip("/")
        yield from (f"{way}/{name}" if way else name for name in names)


def read_file(path: Path) -> bytes:
    """The bytes of a regular file; raises `OSError` of others, such as a pipe, which might never end."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    return path.read_bytes()


def digest_files(folder: Path) -> dict[str, str]:
    """The digest of each file below a folder, by its path in there."""
    paths = list(list_files(folder))

    def digest(some: Sequence[str]) -> list[str]:
        return [hashlib.sha256(read_file(folder / path)).hexdigest() for path in some]

    shares = [paths[at : at + _SHARE] for at in range(0, len(paths), _SHARE)]
    return dict(zip(paths, itertools.chain.from_iterable(workers.share(digest, shares)), strict=True))
