"""MkDocs' server of a preview."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

_LOOK = 0.2
"""Seconds between two looks at the files."""


class Server(LiveReloadServer):
    """MkDocs' server of a preview, which reloads open pages after each build.

    `build` must not raise. Whatever `notice` returns stands on top of each page; where there is no page, it is all.
    """

    def __init__(
        self, host: str, port: int, folder: Path, build: Callable[[], None], notice: Callable[[], str]
    ) -> None:
        super().__init__(build, host, port, str(folder), polling_interval=_LOOK)
        self._notice = notice
        self.error_handler = self._explain

    def run(self, begun: Callable[[], None]) -> None:
        """Serve until somebody stops it, from the address that has been bound; `begun` is called when it begins."""
        self.server_activate()
        try:
            self.observer.start()
            self.serve_thread.start()
            begun()
            self._build_loop()  # type: ignore[no-untyped-call]
        finally:
            self.shutdown()

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        if notice := self._notice().encode():
            content = content.replace(b"<main", notice + b"<main", 1) if b"<main" in content else notice + content
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        return page

    def _explain(self, code: int) -> bytes:
        """The page for an address that leads nowhere, or not yet."""
        page = Path(self.root) / f"{code}.html"
        content = page.read_bytes() if page.is_file() else b"<!doctype html>"
        return self._inject_js_into_html(content, self._visible_epoch)
