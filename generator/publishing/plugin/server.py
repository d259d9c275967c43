"""MkDocs' server of a preview."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

_LOOK = 0.1
"""Seconds between two looks at the files, at least."""
_REST = 9
"""And as many times as long as a look keeps a processor busy, with many files."""


class Server(LiveReloadServer):
    """MkDocs' server of a preview, which reloads open pages after each build.

    It builds whenever `has_changed` says so, which a thread of its own asks again and again: MkDocs' way to watch a
    folder ends when the folder goes. `build` must not raise. Whatever `notice` returns stands on top of each page;
    where there is no page, it is all.
    """

    def __init__(
        self,
        host: str,
        port: int,
        folder: Path,
        build: Callable[[], None],
        *,
        has_changed: Callable[[], bool],
        notice: Callable[[], str],
    ) -> None:
        super().__init__(build, host, port, str(folder))
        self._watched_paths = {str(folder): 1}  # Without any, MkDocs would not have open pages ask for the next build.
        self._has_changed = has_changed
        self._notice = notice
        self.error_handler = self._explain

    def run(self, begun: Callable[[], None]) -> None:
        """Serve until somebody stops it, from the address that has been bound; `begun` is called when it begins."""
        self.server_activate()
        try:
            threading.Thread(target=self._look, daemon=True).start()
            self.serve_thread.start()
            begun()
            self._build_loop()  # type: ignore[no-untyped-call]
        finally:
            self.shutdown()

    def _look(self) -> None:
        while not self._shutdown:
            begun = time.thread_time()
            if self._has_changed():
                with self._rebuild_cond:
                    self._want_rebuild = True
                    self._rebuild_cond.notify_all()
            time.sleep(max(_LOOK, _REST * (time.thread_time() - begun)))

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
