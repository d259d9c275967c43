"""`careers serve`: edits show in the browser; a mistake is shown, in a guide beside its draft."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.support.site import copy_small

PROFILE = "occupations/plumber.yml"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a running preview and the folder that it shows."""
    copy_small(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "generator", "--root", str(tmp_path), "serve", "--address", address]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said = server.stdout
    assert said
    begun: list[str] = []
    for line in said:
        begun.append(line)
        if "Serving on" in line:
            break
    assert "Serving on" in begun[-1], "".join(begun)
    # What it says from now on is read, so that it can go on; it says no more once it has ended, with all that it began.
    rest = threading.Thread(target=said.read, daemon=True)
    rest.start()
    try:
        yield f"http://{address}/", tmp_path
    finally:
        server.terminate()
        server.wait()
        rest.join(timeout=30)
    assert not rest.is_alive()
    said.close()


def test_edits_show_and_so_do_drafts_and_mistakes(browser: Browser, preview: tuple[str, Path]) -> None:
    address, root = preview
    page = browser.new_page()
    page.goto(f"{address}occupations/plumber/")
    profile = root / PROFILE
    good = profile.read_text(encoding="utf-8")
    assert "title: Plumber\n" in good

    profile.write_text(good.replace("title: Plumber\n", "title: Plumber of ships\n"), encoding="utf-8")
    expect(page.locator("h1")).to_contain_text("Plumber of ships", timeout=30_000)

    profile.write_text(good.replace("title: Plumber\n", "titel: Plumber\n"), encoding="utf-8")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("FLD001 unknown field 'titel'; did you mean 'title'?", timeout=30_000)
    expect(alert).to_contain_text("Guides with mistakes are shown as drafts")
    expect(page.locator("h1")).not_to_contain_text("Plumber of ships")

    profile.write_text(good, encoding="utf-8")
    expect(page.locator("h1")).to_contain_text(r"Plumber", timeout=30_000)
    expect(alert).to_have_count(0, timeout=30_000)

    # As when another version is checked out.
    (root / "occupations").rename(root / "away")
    expect(alert).to_be_visible(timeout=30_000)
    (root / "away").rename(root / "occupations")
    expect(alert).to_have_count(0, timeout=30_000)

    strings = root / "content/strings/en.yml"
    text = strings.read_text(encoding="utf-8")
    strings.write_text(text + "occupation:\n  related: What is near to it\n", encoding="utf-8")
    expect(page.get_by_role("heading", name="What is near to it")).to_be_visible(timeout=30_000)

    template = root / "templates/pages/occupation.md.j2"
    template.write_text(template.read_text(encoding="utf-8").replace("occupation.day |", "occupation.dya |"), "utf-8")
    expect(alert).to_contain_text("TPL001", timeout=30_000)
    page.close()
