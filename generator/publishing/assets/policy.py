"""What a page may load and run, as its own Content-Security-Policy.

Trusted types are not asked for: Material's script assigns HTML from text of its own, in a policy of whose name browsers
know nothing. Nothing of ours does.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
_DATA = re.compile(r"""\btype=["']?(?!module\b|(?:text|application)/javascript\b)\w""")
"""A type that no browser runs, such as JSON."""
_CHARSET = re.compile(r"<meta charset=[^>]*>")
_RULES = "img-src 'self' data:; base-uri 'none'; object-src 'none'; form-action 'self'"
"""What is not named here is as `default-src`: styles, fonts and whatever is fetched come from the site alone."""


def find_hashes(page: str) -> list[str]:
    """What a policy calls each script that stands in a page itself, once."""
    texts = [
        found["text"]
        for found in _SCRIPT.finditer(page)
        if "src=" not in found["attributes"] and not _DATA.search(found["attributes"])
    ]
    digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
    return list(dict.fromkeys(f"'sha256-{digest}'" for digest in digests))


def write_policy(hashes: Iterable[str]) -> str:
    """The policy of pages with these scripts in them."""
    scripts = " ".join(["'self'", *hashes])
    return f"default-src 'self'; script-src {scripts}; {_RULES}"


def guard(page: str) -> str:
    """A whole page, as it is published, with its policy before anything that it loads."""
    policy = write_policy(find_hashes(page))
    meta = f'<meta http-equiv=Content-Security-Policy content="{policy}">'
    return _CHARSET.sub(lambda found: found[0] + meta, page, count=1)
