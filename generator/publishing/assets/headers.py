"""What hosts are to send with the pages, in the form that each of the usual ones reads.

A page says itself what it may load and run; what no page can say of itself stands here, the same policy among it, and
how long browsers may keep a file: for good where its content is part of its name, else asked for anew each time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from generator.model.site import Settings
from generator.publishing.assets import policy
from generator.publishing.copies.verifying import list_files

IN_SITE = "_headers"
"""What Netlify and Cloudflare Pages read where the site lies; all other hosts are told by files beside it."""
_LASTING = r"(?:[A-Za-z-]+/)?assets/careers-[0-9a-f]{10}/|(?:[A-Za-z-]+/)?data/[a-z]+-[0-9a-f]{10}\.json$"
"""Of paths in a site, those under which the content never changes, as nginx, Apache and Python read it."""
_FOR_GOOD, _ANEW = "public, max-age=31536000, immutable", "no-cache"
_PRESSED = "application/json application/xml image/svg+xml"
"""What a host is to compress besides pages, scripts, styles and texts, of which each has its own names."""
_POLICY = re.compile(rb'<meta http-equiv=Content-Security-Policy content="([^"]*)">')
_HASH = re.compile(r"'sha256-[^']*'")
_HEAD = 4_096
"""Bytes of a page in which its policy stands."""
_MISSING = "404.html"
_SITE = "/srv/career-guides/site"
"""Where a host may have the site, for whoever runs one to change."""


@dataclass(frozen=True)
class Sent:
    """What is sent: headers of every file, the path below which the site lies, its host, and what browsers may keep."""

    headers: dict[str, str]
    base: str
    host: str
    lasting: tuple[str, ...]


def make_headers(site: Path, paths: Iterable[str], settings: Settings) -> Sent:
    """What is to be sent with the `paths` of a site, as it is published."""
    paths = sorted(paths)
    hashes = {one for path in paths if path.endswith(".html") for one in _read_hashes(site / path)}
    address = urlsplit(settings.site_url)
    return Sent(
        headers={
            "Content-Security-Policy": f"{policy.write_policy(sorted(hashes))}; frame-ancestors 'self'",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
        },
        base=f"{unquote(address.path).rstrip('/')}/",
        host=address.hostname or "guides.example.org",
        lasting=tuple(dict.fromkeys(found[0] for path in paths if (found := re.match(_LASTING, path)))),
    )


def _read_hashes(page: Path) -> Iterable[str]:
    """What a page's own policy names; it need not be read whole."""
    with page.open("rb") as file:
        found = _POLICY.search(start := file.read(_HEAD))
        if found:
            return _HASH.findall(found[1].decode())
        return policy.find_hashes((start + file.read()).decode(errors="replace"))


def write_headers_of(site: Path, settings: Settings) -> dict[str, str]:
    """Write what a host reads in the folder of a site; returns what other hosts are told, name of a file -> text."""
    texts = write_headers(make_headers(site, list_files(site), settings))
    (site / IN_SITE).write_text(texts.pop(IN_SITE), encoding="utf-8")
    return texts


def write_headers(sent: Sent) -> dict[str, str]:
    """The text of each file for a host, by its name; that of `IN_SITE` among them."""
    return {
        IN_SITE: _write("", _for_netlify(sent)),
        "nginx.conf": _write(
            "Within http { } of nginx; say where the site lies and how it is reached.", _for_nginx(sent)
        ),
        "htaccess": _write("For Apache, as .htaccess in the folder of the site.", _for_apache(sent)),
        "cloudfront.json": json.dumps(_for_cloudfront(sent), indent=2) + "\n",
        "s3.sh": _write("For S3, in the folder of the project: sh build/hosts/s3.sh s3://BUCKET/", _for_s3(sent)),
    }


def _write(comment: str, lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in (*([f"# {comment}"] if comment else ()), *lines))


def _for_netlify(sent: Sent) -> Iterator[str]:
    """Paths as the host has them, which knows nothing of the path below which the site may lie."""
    yield "/*"
    yield from (f"  {name}: {value}" for name, value in sent.headers.items())
    for path in sent.lasting:
        yield f"/{path}{'*' if path.endswith('/') else ''}"
        yield f"  Cache-Control: {_FOR_GOOD}"


def _for_nginx(sent: Sent) -> Iterator[str]:
    place = f"root {_SITE};" if sent.base == "/" else f"alias {_SITE}/;"
    yield "map $uri $career_guides_kept {"
    yield f'    default "{_ANEW}";'
    yield f'    "~^{re.escape(sent.base)}({_LASTING})" "{_FOR_GOOD}";'
    yield "}"
    yield "server {"
    yield "    listen 80;"
    yield f"    server_name {sent.host};"
    yield "    charset utf-8;"
    yield "    absolute_redirect off;"
    yield "    gzip on;"
    yield "    gzip_vary on;"
    yield f"    gzip_types application/javascript {_PRESSED} text/css text/plain;"
    yield f'    error_page 404 "{sent.base}{_MISSING}";'
    yield from (f'    add_header {name} "{value}" always;' for name, value in sent.headers.items())
    yield "    add_header Cache-Control $career_guides_kept;"
    yield f'    location "{sent.base}" {{'
    yield f"        {place}"
    yield "    }"
    yield "}"


def _for_apache(sent: Sent) -> Iterator[str]:
    yield f"ErrorDocument 404 {quote(sent.base + _MISSING)}"
    yield from (f'Header always set {name} "{value}"' for name, value in sent.headers.items())
    yield f'Header set Cache-Control "{_ANEW}"'
    yield f'<If "%{{REQUEST_URI}} =~ m#^{re.escape(sent.base)}({_LASTING})#">'
    yield f'  Header set Cache-Control "{_FOR_GOOD}"'
    yield "</If>"
    yield "AddDefaultCharset utf-8"
    yield "<IfModule mod_filter.c>"
    yield "  <IfModule mod_deflate.c>"
    yield f"    AddOutputFilterByType DEFLATE text/html text/javascript text/css text/plain {_PRESSED}"
    yield "  </IfModule>"
    yield "</IfModule>"


def _for_s3(sent: Sent) -> Iterator[str]:
    """How long a file may be kept is said with it. What pages name is there before they are, and gone after them."""
    places = [f'"{path}*"' if path.endswith("/") else f'"{path}"' for path in sent.lasting]
    for options, begun, how in (('--exclude "*"', "include", _FOR_GOOD), ("--delete", "exclude", _ANEW)):
        yield f'aws s3 sync site/ "$1" {options} \\'
        yield from (f"  --{begun} {place} \\" for place in places)
        yield f'  --cache-control "{how}"' + " &&" * (how == _FOR_GOOD)


def _for_cloudfront(sent: Sent) -> dict[str, object]:
    """As `aws cloudfront create-response-headers-policy` reads it; S3 itself is told how long to keep a file."""
    headers = dict(sent.headers)
    own = {
        "ContentSecurityPolicy": {
            "ContentSecurityPolicy": headers.pop("Content-Security-Policy"),
            "Override": True,
        },
        "ContentTypeOptions": {"Override": bool(headers.pop("X-Content-Type-Options"))},
        "ReferrerPolicy": {"ReferrerPolicy": headers.pop("Referrer-Policy"), "Override": True},
    }
    items = [{"Header": name, "Value": value, "Override": True} for name, value in headers.items()]
    return {
        "Name": "career-guides",
        "SecurityHeadersConfig": own,
        "CustomHeadersConfig": {"Quantity": len(items), "Items": items},
    }
