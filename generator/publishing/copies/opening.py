"""Serves the site beside it, which lies in one archive, on this machine alone: `python3 open.py`; Ctrl-C ends it."""

from __future__ import annotations

import mimetypes
import sys
import threading
import webbrowser
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

SITE = "site.data"
"""An archive, but not called so: who unpacked it would open its pages as files, where half of each does not work."""
_KINDS = {".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml", ".html": "text/html"}
"""What some machines have other ideas of."""


class Handler(BaseHTTPRequestHandler):
    """Answers with what the archive has at an address below `place`, as where the site is published."""

    archive: zipfile.ZipFile
    place = "/"
    turn = threading.Lock()

    def do_GET(self) -> None:
        """Send a file, or the page for what is not there."""
        asked = unquote(urlsplit(self.path).path)
        path = asked.removeprefix(self.place)
        status, name = 200, f"{path}index.html" if path.endswith("/") or not path else path
        names = self.archive.NameToInfo
        if name not in names and f"{name}/index.html" in names:
            self.send_response(301)
            self.send_header("Location", quote(f"{asked}/"))
            self.end_headers()
            return
        if name not in names:
            status, name = 404, "404.html"
        with self.turn:
            data = self.archive.read(name) if name in names else b""
        self.send_response(status)
        kind = _KINDS.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data)

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


def main() -> None:
    """Serve until somebody ends it; any argument leaves the browser alone."""
    try:
        Handler.archive = zipfile.ZipFile(Path(__file__).with_name(SITE))
        Handler.place = Handler.archive.comment.decode() or Handler.place
    except (OSError, zipfile.BadZipFile):
        sys.exit(f"{SITE} is not whole beside this file: unpack all of the bundle, and run it there")
    # What a reader keeps belongs to an address, so it has to be the same the next time.
    try:
        server = ThreadingHTTPServer(("127.0.0.1", 8765), Handler)
    except OSError:
        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        print("Another program has port 8765: what you keep there is not found here.", flush=True)
    address = f"http://127.0.0.1:{server.server_port}{quote(Handler.place)}"
    print(f"The site is at {address}; Ctrl-C ends it", flush=True)
    if not sys.argv[1:]:
        webbrowser.open(address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


if __name__ == "__main__":
    main()
