"""What hosts are told to send: one policy for all pages, and which files browsers may keep."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.model.site import Settings
from generator.publishing.assets import headers, policy
from tests.hosts import read_cloudflare, read_cloudfront, read_netlify, read_s3

LASTING = ("assets/careers-0123456789/", "data/facets-0123456789.json", "es/data/facets-0123456789.json")
OTHERS = (
    *("assets/careers/pictures/logo.svg", "data/builds.json", "data/profiles/chef.json"),
    *("data/profiles/lab-technician.json", "es/data/profiles/lab-technician.json", "index.html"),
)
ANEW = {"no-cache", "public, max-age=0, must-revalidate"}
"""The two ways to say that a file is asked for anew each time."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of three pages, the last without a policy of its own."""
    for name, text in {
        "index.html": policy.guard("<meta charset=utf-8><script>let a=1</script>"),
        "chef/index.html": policy.guard("<meta charset=utf-8><script>let b=1</script>") + "x" * 9_000,
        "old/index.html": "<meta charset=utf-8><script>let c=1</script>",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for path in (f"{LASTING[0]}main.js", f"{LASTING[0]}part.js", *LASTING[1:], *OTHERS[:-1]):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    return tmp_path


def make(site: Path, address: str = "https://guides.example.org/") -> headers.Sent:
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    return headers.make_headers(site, paths, Settings("Guides", site_url=address))


def find_policy(text: str) -> str:
    found: list[str] = re.findall(r"(default-src [^\"\n]*)", text)
    return found[0]


def test_the_policy_holds_for_every_page(site: Path) -> None:
    hashes = sorted(policy.find_hashes("".join(f"<script>let {name}=1</script>" for name in "abc")))
    expected = f"{policy.write_policy(hashes)}; frame-ancestors 'self'"
    assert make(site).headers["Content-Security-Policy"] == expected
    told = headers.write_headers(make(site))
    assert {find_policy(text) for name, text in told.items() if name != "s3.sh"} == {expected}


def test_every_host_is_told_the_same(site: Path) -> None:
    sent = make(site)
    told = headers.write_headers(sent)
    assert all(
        f'{name} "{value}"' in told[host] for name, value in sent.headers.items() for host in ("nginx.conf", "htaccess")
    )
    assert read_cloudfront(told["cloudfront.json"]) == sent.headers
    paths = (*(f"{path}main.js" if path.endswith("/") else path for path in LASTING), *OTHERS, "")
    for path in paths:
        kept = set()
        for read in (read_netlify, read_cloudflare):
            found = read(told[headers.IN_SITE], path)
            kept.add(found.pop("Cache-Control"))
            assert found == sent.headers, (read, path)
        kept.add(read_s3(told["s3.sh"], path))
        assert kept == {"public, max-age=31536000, immutable"} if path.startswith(LASTING) else kept <= ANEW, path


def test_what_has_its_content_in_its_name_may_be_kept(site: Path) -> None:
    assert make(site).lasting == LASTING
    lines = headers.write_headers(make(site))[headers.IN_SITE].splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "/*",
        f"/{LASTING[0]}*",
        *(f"/{path}" for path in LASTING[1:]),
    ]
    assert lines.count("  Cache-Control: public, max-age=31536000, immutable") == len(LASTING)


@pytest.mark.parametrize("name", ["nginx.conf", "htaccess"])
def test_by_patterns_too(name: str, site: Path) -> None:
    text = headers.write_headers(make(site, "https://school.example/my.guides/"))[name]
    pattern = re.compile(re.findall(r"(\^/my.*\$\))", text)[0])
    assert all(pattern.match(f"/my.guides/{path}") for path in LASTING)
    assert not any(pattern.match(f"/my.guides/{path}") for path in OTHERS)
    assert not pattern.match(f"/myxguides/{LASTING[0]}")
    assert "/my.guides/404.html" in text
    assert "charset utf-8" in text.lower()
    assert " application/json application/xml image/svg+xml" in text
