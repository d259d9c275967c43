"""Whether addresses elsewhere still answer: asked by hand or once a week, never by a check or a build."""

from __future__ import annotations

import http.client
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from generator import links
from generator.model.local import Local
from generator.model.occupation import Listed
from generator.sources import files, nodes
from generator.sources.nodes import Scalar

PATIENCE = 30.0
"""Seconds for an answer."""
PAUSE = 1.0
"""Seconds between two questions to one host."""
MOST_SILENT = 5
"""Addresses of a host in a row without an answer; the rest is not asked then, since each takes a minute.

More than one, since some hosts, such as doi.org, only lead on to others, of which one may be silent.
"""
_AT_A_TIME = 8
"""Hosts that are asked at a time."""
_ADDRESS = re.compile(r"https?://(?=\w)[^\s<>\"'`|\\^\[\]{}]+")
_WHO = "Mozilla/5.0 (compatible; career-guides link check)"
_GONE = (404, 410)


@dataclass(frozen=True)
class Answer:
    """What came of an address: `gone` if nothing is there, `unsure` if nobody can say, "" if it is well."""

    address: str
    state: str
    told: str
    is_silent: bool = False
    """Whether nothing answered at all."""


def find_addresses(root: Path) -> dict[str, list[str]]:
    """Each address elsewhere, without its fragment -> the places, `path:line`, that name it."""
    found: dict[str, list[str]] = {}
    for folder, endings in ((links.PROFILES, ("*.yml",)), (links.TEXTS, ("*.yml", "*.md"))):
        for path in sorted(path for ending in endings for path in (root / folder).rglob(ending)):
            source = files.read(path, root)
            if source.path == links.EXCEPTIONS:
                continue
            for number, line in enumerate(source.text.split("\n"), 1):
                if path.suffix == ".yml" and line.lstrip().startswith("#"):
                    continue  # Nobody is led there.
                for match in _ADDRESS.finditer(line):
                    # What has names in braces is made into addresses, code by code.
                    if line[match.end() : match.end() + 1] != "{":
                        found.setdefault(_trim(match[0]), []).append(f"{source.path}:{number}")
    return found


def find_steps(root: Path, local: Local, listed: Mapping[str, Listed]) -> dict[str, list[str]]:
    """The addresses that content/local.yml makes for occupations, each as it is for the first one, as those above."""
    lines = files.read(root / links.LOCAL, root).text.split("\n")
    found: dict[str, list[str]] = {}
    for step in local.next.values():
        made = (step.lead(one.title, slug, one.codes) for slug, one in listed.items())
        address = next((one for one in made if one and one != step.address), None)
        if address and step.by_occupation:
            number = next((at for at, line in enumerate(lines, 1) if step.by_occupation in line), 1)
            found[_trim(address)] = [f"{links.LOCAL}:{number}"]
    return found


def _trim(address: str) -> str:
    """Without what belongs to the sentence around it, and without its fragment."""
    address = address.partition("#")[0].rstrip(".,;:!?*")
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(".,;:!?*")
    return address


def read_exceptions(root: Path) -> dict[str, str]:
    """Addresses that are left alone, each with the reason; one that ends in `*` stands for all that begin so."""
    path = root / links.EXCEPTIONS
    node = nodes.compose(files.read(path, root)) if path.is_file() else None
    return {key: value.text for key, (_, value) in node.entries.items() if isinstance(value, Scalar)} if node else {}


def leave_out(addresses: Iterable[str], exceptions: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The addresses that are asked, and the exceptions that none of them needs any more."""
    addresses = list(addresses)
    used = {key: [one for one in addresses if _fits(one, key)] for key in exceptions}
    left = {one for some in used.values() for one in some}
    return [one for one in addresses if one not in left], [key for key, some in used.items() if not some]


def _fits(address: str, key: str) -> bool:
    return address.startswith(key[:-1]) if key.endswith("*") else address == key


def ask_all(addresses: Iterable[str]) -> Iterator[Answer]:
    """What comes of each address, host by host: each host gets one question after the other, with a pause.

    One that is silent `MOST_SILENT` times in a row is left alone: what is left of it is `unsure`.
    """
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(urllib.parse.urlsplit(address).netloc, []).append(address)

    def ask_host(some: list[str]) -> list[Answer]:
        answers: list[Answer] = []
        for at, address in enumerate(some):
            last = answers[-MOST_SILENT:]
            if len(last) == MOST_SILENT and all(answer.is_silent for answer in last):
                answers.append(Answer(address, "unsure", "was not asked: its host does not answer", is_silent=True))
                continue
            time.sleep(PAUSE if at else 0)
            answers.append(ask(address))
        return answers

    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        for answers in pool.map(ask_host, hosts.values()):
            yield from answers


def ask(address: str) -> Answer:
    """What comes of one address: first a short question, then, of hosts that refuse that, all of it."""
    answer = _ask(address, "HEAD")
    return answer if answer.state == "" else _ask(address, "GET")


def _ask(address: str, method: str) -> Answer:
    # S310: addresses begin with http, as they were found.
    request = urllib.request.Request(address, method=method, headers={"User-Agent": _WHO})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:  # noqa: S310
            moved = response.url if response.url.rstrip("/") != address.rstrip("/") else ""
            return Answer(address, "", f"leads on to {moved}" if moved else "")
    except urllib.error.HTTPError as error:
        error.close()
        return Answer(address, "gone" if error.code in _GONE else "unsure", f"answers {error.code}")
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        return Answer(address, "unsure", f"does not answer: {reason}", is_silent=True)


def describe(
    answers: Iterable[Answer], places: Mapping[str, list[str]], needless: Iterable[str], tell: Callable[[str], None]
) -> int:
    """Tell what is to be done, `path:line: ...`; returns how much, without what nobody can say."""
    wrong = 0
    for answer in answers:
        if answer.state or answer.told:
            word = {"gone": "error", "unsure": "nobody can say"}.get(answer.state, "note")
            for place in places[answer.address]:
                tell(f"{place}: {word}: {answer.address} {answer.told}")
            wrong += answer.state == "gone"
    for key in needless:
        tell(f"{links.EXCEPTIONS}: error: no text has {key}; take it out")
        wrong += 1
    return wrong
