"""What the language server that text editors use offers and says in this repository, by its settings and schemas."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from generator.editing.lists import list_words, load_lists
from generator.editing.schema import list_files
from tests.conftest import REPOSITORY
from tests.scripts.node.running import find_node

pytestmark = pytest.mark.slow
SETTINGS = json.loads((REPOSITORY / ".vscode/settings.json").read_text(encoding="utf-8"))
COMMAND = [find_node(), str(REPOSITORY / "node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"]


class Server:
    """A language server, spoken to as text editors do."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.said: dict[str, list[Any]] = {}
        self._asked = 0
        capabilities = {
            "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}},
            "workspace": {"configuration": True},
        }
        folder = [{"uri": REPOSITORY.as_uri(), "name": "here"}]
        self.ask(
            "initialize", processId=None, rootUri=folder[0]["uri"], capabilities=capabilities, workspaceFolders=folder
        )
        self.tell("initialized")
        while self.hear().get("method") != "workspace/configuration":
            pass

    def send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def tell(self, method: str, **parameters: Any) -> None:
        self.send(method=method, params=parameters)

    def ask(self, method: str, **parameters: Any) -> Any:
        self._asked += 1
        self.send(id=self._asked, method=method, params=parameters)
        while (message := self.hear()).get("id") != self._asked or "method" in message:
            pass
        return message["result"]

    def hear(self) -> Any:
        """The next message; what the server wants to know of the settings is answered."""
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.startswith(b"Content-Length:"):
                length = int(line.partition(b":")[2])
        message = json.loads(self.process.stdout.read(length))
        if message.get("method") == "workspace/configuration":
            asked = [item["section"] for item in message["params"]["items"]]
            self.send(id=message["id"], result=[find_settings(section) for section in asked])
        elif message.get("method") == "textDocument/publishDiagnostics":
            self.said[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            self.send(id=message["id"], result=None)
        return message

    def open(self, path: str, text: str) -> str:
        """Open a text as if it stood at `path`."""
        self._asked += 1
        uri = (REPOSITORY / path).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": self._asked, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return uri

    def offer(self, path: str, text: str) -> dict[str, Any]:
        """Label -> what is offered at the end of a text."""
        lines = text.split("\n")
        at = {"line": len(lines) - 1, "character": len(lines[-1])}
        uri = self.open(path, text)
        found = self.ask("textDocument/completion", textDocument={"uri": uri}, position=at)
        self.tell("textDocument/didClose", textDocument={"uri": uri})
        return {item["label"]: item for item in found["items"]}

    def complain(self, path: str, text: str) -> list[str]:
        """What is said of a text."""
        uri = self.open(path, text)
        while uri not in self.said:
            self.hear()
        return [one["message"] for one in self.said[uri]]


def find_settings(section: str) -> Any:
    """The settings of a section, as text editors hand them over."""
    found: dict[str, Any] = {}
    for name, value in SETTINGS.items():
        head, _, rest = name.partition(".")
        if head == section and rest:
            *above, last = rest.split(".")
            inner = found
            for part in above:
                inner = inner.setdefault(part, {})
            inner[last] = value
    if "schemas" in found:
        found["schemas"] = {(REPOSITORY / path).as_uri(): files for path, files in found["schemas"].items()}
    return found


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield Server(process)
        process.kill()


def test_every_schema_is_in_the_settings() -> None:
    found = {path: [files] if isinstance(files, str) else files for path, files in SETTINGS["yaml.schemas"].items()}
    assert {path: files[0] for path, files in found.items()} == {
        f"./{path}": files for path, (files, _) in list_files().items()
    }
    # A translation has texts alone; a pattern without an asterisk before it is looked for in any folder.
    assert {tuple(files[1:]) for path, files in found.items() if "content/" not in path} == {("!languages/**",)}
    assert all((REPOSITORY / path).is_file() for path in list_files())


@pytest.fixture(scope="module")
def lists() -> dict[str, dict[str, str]]:
    return list_words(*load_lists(REPOSITORY))


PROFILE = "occupations/new-one.yml"


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        (PROFILE, "field: ", "fields"),
        (PROFILE, "skills:\n  - skill: ", "skills"),
        (PROFILE, "environment:\n  remote: ", "environments/remote"),
        (PROFILE, "environment:\n  hours:\n    - ", "environments/hours"),
        (PROFILE, "pay:\n  - source: ", "sources"),
        ("content/quizzes/new-one.yml", "items:\n  - field: ", "fields"),
        ("content/methods/new-one.yml", "strategies:\n  - key: ", "strategies"),
    ],
)
def test_words_of_a_list_are_offered_with_what_they_mean(
    server: Server, lists: dict[str, dict[str, str]], path: str, text: str, words: str
) -> None:
    offered = server.offer(path, text)
    # What a proposal adds to a list is not in the schemas before `careers schema` is run.
    known = {word: about for word, about in lists[words].items() if word in offered}
    assert known
    assert {word: offered[word]["documentation"] for word in known} == known


@pytest.mark.parametrize(
    ("text", "label", "begins"),
    [
        ("pay:\n  ", "pay: fill in", "\n  - region: ${1:DE}\n    year: ${2:2025}\n"),
        ("routes:\n  ", "routes: fill in", "- name: $1\n  steps:\n"),
        ("routes:\n  - ", "route: fill in", "name: $1\n  steps:\n"),
        ("explore:\n  ", "explore: fill in", "know_yourself:\n"),
        ("explore:\n  network:\n    ", "network: fill in", "- do: $1\n  takes: $2\n"),
    ],
)
def test_what_has_parts_is_offered_whole(server: Server, text: str, label: str, begins: str) -> None:
    offered = server.offer(PROFILE, text)
    assert offered[label]["insertText"].startswith(begins)


def test_word_of_no_list_is_refused_and_a_whole_profile_is_not(server: Server) -> None:
    (path, *_) = sorted((REPOSITORY / "occupations").glob("*.yml"))
    text = path.read_text(encoding="utf-8")
    assert server.complain("occupations/right.yml", text) == []
    (said,) = server.complain("occupations/wrong.yml", re.sub("^field: .*", "field: nowhere", text, flags=re.MULTILINE))
    assert said.startswith("Value is not accepted. Valid values:")


def test_a_translation_may_leave_out_what_a_profile_needs(server: Server) -> None:
    assert server.complain("occupations/wrong-too.yml", "title: Panadero\n")
    assert server.complain("languages/es/occupations/right.yml", "title: Panadero\n") == []
