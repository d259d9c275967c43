"""What the site is made with: all of it pinned and listed, under licences by which one may use and pass it on."""

from __future__ import annotations

import io
import json
import re
import sys
import urllib.error
import urllib.request
from typing import Any

import pytest
import yaml

from tests.conftest import REPOSITORY
from tools import supplies

FREE = (
    r"0BSD|Apache|BSD|BlueOak|CC0|CC-BY-4|CNRI|ISC|LGPL|MIT|Mozilla|MPL|PSF|Python Software Foundation|Unlicense|Zlib|"
    r"GNU Lesser|Public Domain|Artistic"
)

RECORDED = b"""{"results": [{}, {"vulns": [
  {"id": "GHSA-462w-v97r-4m45", "modified": "2023-11-08T04:01:07.424966Z"},
  {"id": "GHSA-8r7q-cvjq-x353", "modified": "2024-02-16T08:22:36Z"}
]}, {"vulns": [{"id": "GHSA-whgm-jr23-g3j9", "modified": "2023-11-08T04:05:20.341513Z"}]}]}"""
"""An answer as the database gives one (https://google.github.io/osv.dev/post-v1-querybatch/)."""


def test_every_pinned_package_is_listed_with_its_hashes() -> None:
    listed = supplies.list_supplies()
    text = (REPOSITORY / "requirements/test.txt").read_text(encoding="utf-8")
    names = {name.lower() for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}
    assert {one.name for one in listed if one.kind == "pypi"} == names
    assert all(one.digests for one in listed)
    made = supplies.describe(listed)
    assert {"pkg:npm/typescript", "pkg:pypi/mkdocs"} <= {one["purl"].partition("@")[0] for one in made["components"]}
    assert len({one["bom-ref"] for one in made["components"]}) >= len(names)


def test_every_licence_lets_the_site_be_made_and_passed_on() -> None:
    wrong = []
    for one in supplies.list_supplies():
        # Of several one may be chosen; what is joined by AND has to be free, all of it.
        ways = [way.split(" AND ") for way in re.split(r" OR |; ", one.licence.strip("()"))]
        if one.licence and not any(all(re.search(FREE, part) for part in way) for way in ways):
            wrong.append(f"{one.name}: {one.licence}")
        # What is for other systems alone is not installed here, and says nothing.
        if not one.licence and one.kind == "npm":
            wrong.append(f"{one.name}: none")
    assert not wrong


def test_audit_names_what_is_known_of_a_version(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def answer(request: urllib.request.Request, timeout: int) -> io.BytesIO:
        assert timeout
        asked.append(json.loads(request.data or b""))  # type: ignore[arg-type]
        return io.BytesIO(RECORDED)

    monkeypatch.setattr(urllib.request, "urlopen", answer)
    versions = [("npm", "@biomejs/biome", "2.0.0"), ("pypi", "jinja2", "2.4.1"), ("npm", "ansi-html", "0.0.1")]
    listed = [supplies.Supply(kind, name, version, (), "") for kind, name, version in versions]
    assert supplies.audit(listed) == [
        "jinja2 2.4.1: https://osv.dev/vulnerability/GHSA-462w-v97r-4m45",
        "jinja2 2.4.1: https://osv.dev/vulnerability/GHSA-8r7q-cvjq-x353",
        "ansi-html 0.0.1: https://osv.dev/vulnerability/GHSA-whgm-jr23-g3j9",
    ]
    assert asked[0]["queries"] == [
        {"package": {"ecosystem": kind, "name": name}, "version": version}
        for (_, name, version), kind in zip(versions, ("npm", "PyPI", "npm"), strict=True)
    ]


@pytest.mark.parametrize(
    "answer", [urllib.error.URLError("no network"), TimeoutError(), b"<html>", b"{}", b'{"results": []}', b"[]"]
)
def test_audit_that_gets_no_answer_warns_and_fails_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answer: Exception | bytes
) -> None:
    def fail(*_: object, **__: object) -> io.BytesIO:
        if isinstance(answer, Exception):
            raise answer
        return io.BytesIO(answer)

    monkeypatch.setattr(urllib.request, "urlopen", fail)
    monkeypatch.setattr(sys, "argv", ["supplies", "audit"])
    supplies.main()
    said = capsys.readouterr().out
    assert said.startswith("::warning title=not asked::https://api.osv.dev/v1/querybatch could not be asked")
    assert said.count("\n") == 1


def test_workflows_are_pinned_and_may_write_nothing_but_what_is_published() -> None:
    for path in (REPOSITORY / ".github/workflows").glob("*.yml"):
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert workflow["permissions"] == {}, path.name
        for name, job in workflow["jobs"].items():
            used = {step.get("uses", step.get("run")).partition("@")[0] for step in job["steps"]}
            # Who may publish runs nothing of the repository.
            more = {("pages", "write"), ("id-token", "write")} if used == {"actions/deploy-pages"} else set()
            assert job.get("permissions", {}).items() <= {("contents", "read"), *more}, f"{path.name}: {name}"
            assert job["timeout-minutes"] <= 60
            for step in job["steps"]:
                assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step.get("uses", f"a@{'0' * 40}")), step
