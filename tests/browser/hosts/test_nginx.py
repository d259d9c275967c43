"""The site as a real nginx serves it, below a path, by the settings that the build has written."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.publishing.unchanged import HOSTS
from tests.browser.support import site as sites
from tests.hosts import BY_DEFAULT, read_cloudflare, read_cloudfront, read_netlify, read_s3

NGINX = shutil.which("nginx", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"]))
BELOW = "/our.school/career guides für alle/"
ADDRESS = urllib.parse.quote(BELOW)
PATIENCE = 20
MAIN = """
{user}
daemon off;
pid {folder}/pid;
error_log {folder}/errors;
events {{ }}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  {temporary}
  include {folder}/nginx.conf;
}}
"""
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")

pytestmark = pytest.mark.skipif(NGINX is None, reason="there is no nginx on this machine")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small project."""
    return tmp_path_factory.mktemp("school")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[str]:
    """The address of its site, ending in a slash."""
    folder = tmp_path_factory.mktemp("nginx")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}{ADDRESS}"
    site = sites.build(sites.copy_small(root, site_url=address))
    ours = (root / HOSTS / "nginx.conf").read_text(encoding="utf-8")
    for written, here in {"listen 80;": f"listen 127.0.0.1:{port};", "/srv/career-guides/site": str(site)}.items():
        assert ours.count(written) == 1
        ours = ours.replace(written, here)
    (folder / "nginx.conf").write_text(ours, encoding="utf-8")
    temporary = " ".join(f"{name}_temp_path {folder}/{name};" for name in TEMPORARY)
    (folder / "main.conf").write_text(
        MAIN.format(folder=folder, temporary=temporary, user="" if os.getuid() else "user root;"), encoding="utf-8"
    )
    command = [str(NGINX), "-p", str(folder), "-e", f"{folder}/errors", "-c", str(folder / "main.conf")]
    subprocess.run([*command, "-t", "-q"], check=True)
    with subprocess.Popen(command) as process:
        try:
            for _ in range(PATIENCE * 10):
                with contextlib.suppress(OSError):
                    socket.create_connection(("127.0.0.1", port)).close()
                    break
                time.sleep(0.1)
            yield address
        finally:
            process.terminate()


def ask(address: str) -> tuple[int, Message, bytes]:
    """Status, headers and body of an answer."""
    # S310: all of it is this machine's own.
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})  # noqa: S310
    try:
        with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def test_headers_come_with_each_answer(place: str) -> None:
    for path, status in {"": 200, "quiz/": 200, "nobody/has/this/": 404}.items():
        code, sent, _ = ask(place + path)
        assert code == status
        assert sent["Content-Security-Policy"].endswith("frame-ancestors 'self'")
        assert (sent["X-Content-Type-Options"], sent["Referrer-Policy"]) == ("nosniff", "no-referrer")
        assert sent["Permissions-Policy"]
    assert ask(place)[1]["Content-Encoding"] == "gzip"


def test_other_hosts_send_what_nginx_does(place: str, root: Path) -> None:
    """By what each documents of the files that it reads: nobody can run them here."""
    told = (root / "site/_headers").read_text(encoding="utf-8")
    script = (root / HOSTS / "s3.sh").read_text(encoding="utf-8")
    cloudfront = read_cloudfront((root / HOSTS / "cloudfront.json").read_text(encoding="utf-8"))
    paths = sorted(path.relative_to(root / "site").as_posix() for path in (root / "site").rglob("*") if path.is_file())
    lasting = 0
    for path in paths:
        _, sent, _ = ask(place + path)
        lasting += sent["Cache-Control"] != "no-cache"
        kept = BY_DEFAULT if sent["Cache-Control"] == "no-cache" else sent["Cache-Control"]
        ours = {name: sent[name] for name in cloudfront}
        assert (path, cloudfront, read_s3(script, path)) == (path, ours, sent["Cache-Control"])
        for read in (read_netlify, read_cloudflare):
            assert (path, read(told, path)) == (path, {**ours, "Cache-Control": kept})
    assert 20 < lasting < len(paths) / 2


def test_browsers_keep_what_is_called_by_its_content(place: str, browser: Browser) -> None:
    page = browser.new_page()
    kept: dict[str, str] = {}
    page.on("response", lambda answer: kept.update({answer.url: answer.headers.get("cache-control", "")}))
    page.goto(f"{place}occupations/")
    page.wait_for_load_state("networkidle")
    page.close()
    ours = {address: how for address, how in kept.items() if "/careers-" in address or "/data/" in address}
    assert len(ours) > 3
    assert {how for address, how in ours.items() if "builds" not in address} == {"public, max-age=31536000, immutable"}
    assert kept[f"{place}occupations/"] == "no-cache"


def test_readers_walk_about(place: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda line: wrong.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    # A folder without its slash is that folder.
    page.goto(f"{place}quiz")
    assert page.url == f"{place}quiz/"
    page.goto(place)
    for path in ("methods/", "occupations/", "quiz/"):  # By instant navigation, to other depths.
        page.locator(f".md-header a[href$='{path}'], .md-tabs a[href$='{path}']").first.click()
        page.wait_for_url(place + path)
        page.locator("article h1").wait_for()
    assert page.evaluate("performance.getEntriesByType('navigation')[0].name") == place
    assert wrong == []
    answer = page.goto(f"{place}nobody/has/this/")
    assert answer is not None
    assert answer.status == 404
    # Its styles and links are those of the site, however deep the address was.
    home = page.locator("article a").first.evaluate("(link) => link.href")
    assert home.startswith(place)
    assert page.locator("link[rel=stylesheet]").first.evaluate("(link) => link.sheet?.cssRules.length") > 100
    context.close()
