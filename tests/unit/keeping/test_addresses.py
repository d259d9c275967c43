"""Addresses elsewhere, asked of a server on this device; no other host is asked by any test."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.keeping import addresses
from tests.conftest import check
from tests.unit.test_cli import careers

ANSWERS = {"/ok": 200, "/gone": 404, "/long-gone": 410, "/busy": 503}


class Handler(BaseHTTPRequestHandler):
    """Answers as the path says."""

    asked: list[str]

    def answer(self) -> None:
        self.asked.append(f"{self.command} {self.path}")
        if self.path == "/no-short-question" and self.command == "HEAD":
            self.send_error(405)
        elif self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/ok")
            self.end_headers()
        elif self.path == "/closes":
            self.connection.close()
        else:
            self.send_response(ANSWERS.get(self.path, 200))
            self.end_headers()

    do_HEAD = do_GET = answer  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    """The address of a server of our own."""
    Handler.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def test_what_is_gone_is_told_where_it_stands_and_what_is_unsure_does_not_count(
    project: Path, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "PAUSE", 0)
    (project / "content/local.yml").unlink()
    for path in ("occupations", "content"):
        for file in (project / path).rglob("*.*"):
            if file.suffix in (".yml", ".md"):
                text = file.read_text(encoding="utf-8").replace("https://", "ftp://")
                file.write_text(text, encoding="utf-8")
    (project / "content/more.md").write_text(
        f"# More\n\n[a]({server}/ok#part), <{server}/gone>. See {server}/moved. ({server}/busy)\n"
        f"{server}/no-short-question, {server}/closes;\n{server}/ok, {server}/private/1 {server}/by-code/{{code}}\n"
        "A link is `[text](https://...)`.\n",
        encoding="utf-8",
    )
    (project / "content/links.yml").write_text(
        f"{server}/private*: Asks for a login.\n{server}/never: None.\n", encoding="utf-8"
    )
    (project / "content/national.yml").write_text(f"# As {server}/comment has it.\noutlook: []\n", encoding="utf-8")
    listed = careers(project, "links", "--list").stdout
    assert f"{server}/ok content/more.md:3 content/more.md:5\n" in listed
    assert Handler.asked == []
    result = careers(project, "links")
    assert sorted(result.stdout.replace(server, "SERVER").splitlines()) == [
        "content/links.yml: error: no text has SERVER/never; take it out",
        "content/more.md:3: error: SERVER/gone answers 404",
        "content/more.md:3: nobody can say: SERVER/busy answers 503",
        "content/more.md:3: note: SERVER/moved leads on to SERVER/ok",
        "content/more.md:4: nobody can say: SERVER/closes does not answer: Remote end closed connection without "
        "response",
    ]
    assert (result.exit_code, result.stderr) == (1, "6 of 7 addresses asked: 2 to mend\n")
    assert "HEAD /ok" in Handler.asked
    assert "GET /no-short-question" in Handler.asked
    assert not any("private" in one or "by-code" in one for one in Handler.asked)


def test_a_host_that_stays_silent_is_left_alone(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "PAUSE", 0)
    some = [
        f"{server}/closes",
        f"{server}/closes",
        f"{server}/ok",
        *[f"{server}/closes"] * addresses.MOST_SILENT,
        f"{server}/ok?again",
    ]
    answers = [*addresses.ask_all(some)]
    assert [answer.state for answer in answers] == [*["unsure"] * 2, "", *["unsure"] * (addresses.MOST_SILENT + 1)]
    assert answers[-1].told == "was not asked: its host does not answer"
    assert "HEAD /ok?again" not in Handler.asked


def test_exceptions_have_a_reason_and_are_addresses(project: Path) -> None:
    path = project / "content/links.yml"
    path.write_text("https://figures.example.org/*: Made up.\n", encoding="utf-8")
    assert check(project) == ()
    path.write_text("https://figures.example.org/x:\nfigures: Made up.\n", encoding="utf-8")
    assert [problem.line for problem in check(project)] == [1, 2]
