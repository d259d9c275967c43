"""How the generator itself was installed, and how a site asks for the same on another computer."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NAME = "career-guides"
FOLDER = "packages"
"""Where a site keeps the wheel of a generator that no index has."""
_PATIENCE = 120


@dataclass(frozen=True)
class Origin:
    """The line of requirements.txt for the generator, and the files that it needs in the site's folder."""

    requirement: str
    files: Mapping[str, bytes] = field(default_factory=dict)


def find_origin() -> Origin:
    """That of the generator that runs: what the installer noted of it (PEP 610, direct_url.json)."""
    found = importlib.metadata.distribution(NAME)
    return read_origin(found.read_text("direct_url.json") or "", found.version)


def read_origin(noted: str, version: str) -> Origin:
    """From what was noted: a commit, the address of an archive, a wheel or a folder here; else an index had it."""
    if not noted:
        return Origin(f"{NAME}=={version}")
    known: dict[str, Any] = json.loads(noted)
    address = urllib.parse.urlsplit(known["url"])
    if vcs := known.get("vcs_info"):
        return Origin(f"{NAME} @ {vcs['vcs']}+{known['url']}@{vcs['commit_id']}")
    if address.scheme != "file":
        return Origin(f"{NAME} @ {known['url']}")
    path = Path(urllib.request.url2pathname(address.path))
    if path.suffix == ".whl" and path.is_file() and _is_same(path.read_bytes(), known.get("archive_info", {})):
        return _bring(path)
    if path.is_dir():
        with tempfile.TemporaryDirectory() as made:
            if wheel := _make_wheel(path, Path(made)):
                return _bring(wheel)
    return Origin(f"{NAME} @ {known['url']}")


def _bring(wheel: Path) -> Origin:
    name = f"{FOLDER}/{wheel.name}"
    return Origin(f"./{name}", {name: wheel.read_bytes()})


def _is_same(data: bytes, about: Mapping[str, Any]) -> bool:
    """Whether a wheel is still the one that was installed, as far as its hash has been noted."""
    hashes = about.get("hashes") or dict([about["hash"].split("=", 1)] if about.get("hash") else [])
    return hashes.get("sha256") in (None, hashlib.sha256(data).hexdigest())


def _make_wheel(folder: Path, out: Path) -> Path | None:
    """The wheel of a checkout, made with what is installed here; None where that cannot make one."""
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check")
    command = [sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", str(out), str(folder)]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
    except (OSError, subprocess.SubprocessError):
        return None
    return next(out.glob("*.whl"), None)
