"""Addresses in mkdocs.yml: of what form they are, and how they are sent."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_AT_HOME = ("localhost", "127.0.0.1", "::1")
_ADDRESS = re.compile(r"[^\s<>\"`{}|\\^]+")
_SENT = "/%:@!$&'()*+,;=?~"
"""What stands in an address as it is, besides letters and digits."""


def spell(address: str) -> str:
    """An address in the letters in which programs send it, or in words how to write it."""
    parts = urlsplit(address)
    path, query = quote(parts.path, _SENT), quote(parts.query, _SENT)
    try:
        # Python's codec is of a standard by which a host with one of these letters was another one.
        host = "" if re.search("[ßς]", parts.netloc) else parts.netloc.encode("idna").decode()
    except UnicodeError:
        host = ""
    return parts._replace(netloc=host or "(its host as xn--...)", path=path, query=query).geturl()


def is_address(text: str) -> bool:
    """Whether it is a whole one, over https but on a machine of one's own."""
    try:
        parts = urlsplit(text)
        # What is published is read over https; on a machine of one's own there is none.
        is_own = parts.scheme == "http" and parts.hostname in _AT_HOME
        is_whole = (parts.scheme == "https" or is_own) and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False
    return is_whole and "@" not in parts.netloc and bool(_ADDRESS.fullmatch(text))
