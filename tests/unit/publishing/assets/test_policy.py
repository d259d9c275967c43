"""What pages may load and run: by hashes of what stands in them, as they are published."""

from __future__ import annotations

import base64
import hashlib

from generator.publishing.assets import policy

RUN = "let a=1"
OTHER = "let b='</p>'"
PAGE = (
    "<!doctype html><html><head><meta charset=utf-8><title>x</title>"
    f"<script>{RUN}</script><script type=application/ld+json>{{}}</script>"
    "<script id=__config type=application/json>{}</script><script defer src=a.js></script></head>"
    f"<body><script>{RUN}</script><script type=module>{OTHER}</script></body></html>"
)


def name(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_hashes_are_of_scripts_that_stand_in_the_page_and_run() -> None:
    assert policy.find_hashes(PAGE) == [name(RUN), name(OTHER)]


def test_a_page_has_its_policy_before_all_that_it_loads() -> None:
    guarded = policy.guard(PAGE)
    before, _, after = guarded.partition("<meta http-equiv=Content-Security-Policy content=")
    assert before + after.partition(">")[2] == PAGE
    assert before.endswith("<meta charset=utf-8>")
    rules = dict(rule.split(" ", 1) for rule in after.partition('"')[2].partition('"')[0].split("; "))
    assert rules == {
        "default-src": "'self'",
        "script-src": f"'self' {name(RUN)} {name(OTHER)}",
        "img-src": "'self' data:",
        "base-uri": "'none'",
        "object-src": "'none'",
        "form-action": "'self'",
    }
