"""What hosts make of what a build has written for them, each by the grammar that it documents.

Netlify and Cloudflare Pages read `_headers` in the site, CloudFront the policy that `aws cloudfront` is given, S3 what
`aws s3 sync` says of each file. What is not as the host takes it is an error here.
"""

from __future__ import annotations

import fnmatch
import json
import re
import shlex
from collections.abc import Iterator, Mapping
from typing import Any

Headers = dict[str, str]
MOST_LETTERS, MOST_RULES = 2_000, 100
"""Of a line and of a file, on Cloudflare Pages; what is longer is left out there."""
BY_DEFAULT = "public, max-age=0, must-revalidate"
"""What both say of how long a file may be kept where nothing else is said: it is asked for anew each time."""
_HEADER = re.compile(r"  ([A-Za-z][A-Za-z-]*): *(\S.*)")


def read_netlify(text: str, path: str) -> Headers:
    """https://docs.netlify.com/manage/routing/headers/: a rule joins values of one name, and a later rule wins."""
    sent = {"Cache-Control": BY_DEFAULT}
    for rule, headers in _read_rules(text):
        parts = [part for part in rule.split("/") if part]
        pattern = "/".join("?(.*)" if part == "*" else re.escape(part).replace(r"\*", "(.*)") for part in parts)
        assert not any(part.startswith(":") for part in parts)
        if re.fullmatch(f"/{pattern}/?", f"/{path}"):
            sent |= headers
    return sent


def read_cloudflare(text: str, path: str) -> Headers:
    """https://developers.cloudflare.com/pages/configuration/headers/: what several rules say of one name is joined."""
    sent: Headers = {}
    assert max(map(len, text.splitlines())) <= MOST_LETTERS
    rules = list(_read_rules(text))
    assert len(rules) <= MOST_RULES
    for rule, headers in rules:
        assert rule.count("*") <= 1
        assert ":" not in rule
        if re.fullmatch(re.escape(rule).replace(r"\*", ".*"), f"/{path}"):
            for name, value in headers.items():
                sent[name] = f"{sent[name]}, {value}" if name in sent else value
    return {"Cache-Control": BY_DEFAULT, **sent}


def _read_rules(text: str) -> Iterator[tuple[str, Headers]]:
    """Path -> headers, in order: a line that begins with a slash, and indented ones below it."""
    rules: list[tuple[str, Headers]] = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line.startswith("/"):
            rules.append((line.rstrip(), {}))
            continue
        found = _HEADER.fullmatch(line)
        assert found, line
        name, value = found.groups()
        headers = rules[-1][1]
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    yield from rules


def read_cloudfront(text: str) -> Headers:
    """https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyConfig.html, as JSON."""
    told: Mapping[str, Any] = json.loads(text)
    assert told.keys() == {"Name", "SecurityHeadersConfig", "CustomHeadersConfig"}
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,128}", told["Name"])
    own, others = told["SecurityHeadersConfig"], told["CustomHeadersConfig"]
    named = {
        "ContentSecurityPolicy": ("Content-Security-Policy", "ContentSecurityPolicy"),
        "ReferrerPolicy": ("Referrer-Policy", "ReferrerPolicy"),
        "ContentTypeOptions": ("X-Content-Type-Options", ""),
    }
    sent: Headers = {}
    for name, part in own.items():
        header, value = named[name]
        assert part.keys() == {"Override", *filter(None, [value])}
        assert part["Override"] is True
        sent[header] = part[value] if value else "nosniff"
    assert others["Quantity"] == len(others["Items"])
    for one in others["Items"]:
        assert one.keys() == {"Header", "Value", "Override"}
        assert one["Override"] is True
        # What has a place of its own is refused among these.
        assert one["Header"] not in {header for header, _ in named.values()}
        sent[one["Header"]] = one["Value"]
    return sent


def read_s3(script: str, path: str) -> str:
    """How long a file may be kept by the commands of a script: that of the one which takes it, as one has to.

    https://docs.aws.amazon.com/cli/latest/reference/s3/: all is taken, and of several filters that fit the last one
    counts; `*` stands for anything, a slash too.
    """
    found = []
    for line in script.replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        if words[:3] != ["aws", "s3", "sync"]:
            continue
        assert words[3:5] == ["site/", "$1"]
        is_taken, kept, options = True, "", iter(words[5:])
        for option in options:
            if option == "--cache-control":
                kept = next(options)
            elif option in ("--include", "--exclude"):
                is_taken = (option == "--include") if fnmatch.fnmatchcase(path, next(options)) else is_taken
            else:
                assert option in ("--delete", "&&")
        if is_taken:
            found.append(kept)
    (one,) = found
    return one
