"""The small project as a site, served on this machine as a static host does."""

from __future__ import annotations

import contextlib
import functools
import http.server
import json
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.conftest import PROJECT, REPOSITORY, add_templates

SEARCHES = "X-Searches"
_SEARCH = re.compile(r"search_index\.json|search\.[0-9a-f]+\.min\.js")
_NO_INDEX = {"config": {"lang": ["en"], "separator": " ", "pipeline": [], "fields": {}}, "docs": []}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files as a static host does, 404.html included."""

    # Many answers through one connection, as hosts give them: a new one for each costs both sides as much as it brings.
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file.

        Material starts what searches, and reads its index, on each page that is opened, a sixth of what browsers do
        here: both do nothing but for who asks with SEARCHES among the headers.
        """
        name = self.path.rpartition("/")[2]
        if name == "search_index.json":
            kind, body = "application/json", json.dumps(_NO_INDEX).encode()
        else:
            kind, body = "text/javascript", b""
        if not _SEARCH.fullmatch(name) or self.headers.get(SEARCHES):
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def send_error(self, code: int, *_: Any) -> None:
        """Send the site's own 404 page."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(http.server.ThreadingHTTPServer):
    """Answers whoever is still there."""

    def handle_error(self, *whose: Any) -> None:
        """Say nothing of a browser that has left before it had all: a page that is left asks for nothing more."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(*whose)


@contextlib.contextmanager
def serve(folder: Path, answer: type[Handler] = Handler) -> Iterator[str]:
    """The address at which a folder is served, ending in a slash; it need not be there yet."""
    handler = functools.partial(answer, directory=str(folder))
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def copy_small(root: Path, **settings: str) -> Path:
    """A copy of the small project with this repository's templates, its named settings of mkdocs.yml changed."""
    return settle(add_templates(shutil.copytree(PROJECT, root, dirs_exist_ok=True)), **settings)


def copy_many(root: Path, times: int, **settings: str) -> Path:
    """The small project with each of its profiles so many times, under names of their own, a few more than it had."""
    copy_small(root, **settings)
    for path in [*(root / "occupations").glob("*.yml")]:
        text = path.read_text(encoding="utf-8")
        title = re.findall("^title: (.*)", text)[0]
        text = re.sub(r"^formerly:.*\n", "", text, flags=re.MULTILINE)
        for number in range(2, times + 1):
            names = [f"{name} {number}" for name in ("Chief", "Night", title.lower())]
            own = re.sub(r"^title: .*", f"title: {title} {number}", text)
            own = re.sub(
                r"^aliases: .*(\n .*)*",
                f"aliases: [{', '.join(f'{name} {title}' for name in names)}]",
                own,
                flags=re.MULTILINE,
            )
            path.with_name(f"{path.stem}-{number}.yml").write_text(own, encoding="utf-8")
    return root


def copy_own(root: Path, **settings: str) -> Path:
    """A copy of this repository's sources, its named settings of mkdocs.yml changed."""
    for name in ("content", "occupations", "templates"):
        shutil.copytree(REPOSITORY / name, root / name, dirs_exist_ok=True)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    return settle(root, **settings)


def settle(root: Path, **settings: str) -> Path:
    """Write other values into mkdocs.yml."""
    path = root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    for name, value in settings.items():
        text, count = re.subn(f"^{name}: .*$", f"{name}: {value}", text, flags=re.MULTILINE)
        assert count == 1, name
    path.write_text(text, encoding="utf-8")
    return root


def build(root: Path) -> Path:
    """Build the site of a project as an editor does; returns its folder."""
    command = [sys.executable, "-m", "generator", "--root", str(root), "build"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"
