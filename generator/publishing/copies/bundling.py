"""The published site as one file to carry along, such as on a USB stick.

Browsers give pages that are opened as files neither modules nor data, so that half of each would work. The bundle has
no page that could be opened so: the site lies within as an archive, beside a program that serves it on this machine.
"""

from __future__ import annotations

import os
import zipfile
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.faults import spell_path
from generator.publishing.copies import opening
from generator.publishing.copies.verifying import list_files, read_file

BUNDLE = Path("build/bundle.zip")
_DAY = (1980, 1, 1, 0, 0, 0)
"""Of every file in there, so that the same site makes the same bytes: the first that such archives know."""
_READ_ME = (
    "To open the site, unpack all of it, and run in its folder: python3 open.py, on Windows: py open.py"
    " (https://www.python.org/ has Python)\n"
)


class BundlingError(Exception):
    """There is nothing to bundle; the text says why."""


def write_bundle(site: Path, out: Path, address: str = "") -> int:
    """Write the site at `site` as a bundle to `out`; returns its size. Raises `BundlingError`, and `OSError`.

    It is opened below the path of the `address` where it is published: to that its page for unknown addresses leads.
    """
    if not (site / "index.html").is_file():
        raise BundlingError(f"{site}: there is no site; `careers build` makes it")
    inner = BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = unquote(urlsplit(address).path).encode()
        for path in sorted(list_files(site)):
            if any("\udc80" <= letter <= "\udcff" for letter in path):
                raise BundlingError(f"{spell_path(site / path)}: not a name in UTF-8; rename it")
            _add(archive, path, read_file(site / path), zipfile.ZIP_DEFLATED)
    draft = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        with zipfile.ZipFile(draft, "w") as archive:
            _add(archive, "READ ME.txt", _READ_ME.encode())
            _add(archive, "open.py", Path(opening.__file__).read_bytes())
            _add(archive, opening.SITE, inner.getvalue())
        draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)
    return out.stat().st_size


def _add(archive: zipfile.ZipFile, name: str, data: bytes, kind: int = zipfile.ZIP_STORED) -> None:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.compress_type = kind
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data)
