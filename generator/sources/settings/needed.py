"""What a site needs of the settings that MkDocs alone reads, told before MkDocs says something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import yaml

from generator import links
from generator.guesses import did_you_mean
from generator.sources.shipped.layers import FORMAT, read_formats

Report = Callable[[yaml.Node | None, str, str, str], None]
"""Adds a problem where a node begins: its code, what is wrong, what to do."""
Given = tuple[yaml.Node | None, yaml.Node | None]
"""The key of a setting and its value."""
SETTINGS = frozenset(
    {
        "copyright",
        "dev_addr",
        "docs_dir",
        "draft_docs",
        "edit_uri",
        "edit_uri_template",
        "exclude_docs",
        "extra",
        "extra_css",
        "extra_javascript",
        "extra_templates",
        "google_analytics",
        "hooks",
        "markdown_extensions",
        "mdx_configs",
        "nav",
        "not_in_nav",
        "pages",
        "plugins",
        "remote_branch",
        "remote_name",
        "repo_name",
        "repo_url",
        "site_author",
        "site_description",
        "site_dir",
        "site_name",
        "site_url",
        "strict",
        "theme",
        "use_directory_urls",
        "validation",
        "watch",
        "config_file_path",
    }
)
"""Those that MkDocs knows; a test compares them with its own."""
_RESERVED = re.compile(r"(?:^|[.@])(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$")
"""Names of hosts that nobody has (RFC 2606)."""
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")
_OWN_TAG = "!"
_VALUES = {
    "docs_dir": ("content", "texts are read from there"),
    "site_dir": ("site", "`careers build` publishes there"),
    "use_directory_urls": ("true", "the addresses of all pages are made for that"),
}
_THEME = {"name": "material", "custom_dir": links.THEME}
_LISTS = {
    "plugins": (("career-guides",), "it makes the pages"),
    "markdown_extensions": (("attr_list", "md_in_html", "tables"), "pages are written with it"),
    "extra_css": ((links.STYLES,), "it has the styles of the site"),
    "extra_javascript": ((links.MAIN,), "it begins the scripts of the site"),
}
_NOTHING: tuple[None, None] = (None, None)
_LONG, _EVERY = "markdown.extensions.", "extra"
"""What the name of an extension may begin with, and the one that brings those three along."""


def check_settings(root: yaml.Node, report: Report) -> None:
    """Report settings that MkDocs does not know, and those that would give another site, or none."""
    given: dict[str, Given] = {key.value: (key, value) for key, value in pairs(root)}
    for name, (key, _) in given.items():
        if name not in SETTINGS and name not in ("INHERIT", "<<"):
            hint = did_you_mean(name, SETTINGS)
            if "did you mean" not in hint:
                hint = "MkDocs knows none of this name; what is yours alone stands below `extra`"
            report(key, "FLD001", f"unknown setting {name!r}", hint)
    for name, (wanted, why) in _VALUES.items():
        value = given[name][1] if name in given else None
        if isinstance(value, yaml.ScalarNode) and not _is_outside(value) and value.value.rstrip("/") != wanted:
            report(value, "SRC020", f"{name}: {value.value!r}", f"write {wanted}: {why}")
    if "edit_uri_template" in given:
        hint = "write `edit_uri`: it names what follows the repository's address, and the path of each file follows it"
        report(given["edit_uri_template"][0], "SRC020", "edit_uri_template, which pages are not made by", hint)
    _check_contact(given, report)
    if not {"theme", "nav", "plugins"} & given.keys():
        return  # Settings of something that is not published, as in a test.
    extra = {key.value: value for key, value in pairs(given.get("extra", _NOTHING)[1])}
    _check_format(extra.get("format"), report)
    needed = {name: value for name, value in _THEME.items() if name != "custom_dir" or "format" not in extra}
    _check_theme(*given.get("theme", _NOTHING), needed, report)
    for name, (all_of, why) in _LISTS.items():
        key, listed = given.get(name, _NOTHING)
        if listed is not None and _is_outside(listed):
            continue
        entries = [one.removeprefix(_LONG) for one in _entries(listed)]
        if lacks := [one for one in all_of if one not in entries and _EVERY not in entries]:
            hint = f"write `- {lacks[0]}` below {'it' if key else f'`{name}:`'}: {why}"
            report(key, "SRC020", f"{name} without {', '.join(lacks)}", hint)


def _check_contact(given: Mapping[str, Given], report: Report) -> None:
    """Whose site has an address of its own no longer has the example's for letters: they would reach nobody."""
    extra = {key.value: value for key, value in pairs(given.get("extra", _NOTHING)[1])}
    site, contact = given.get("site_url", _NOTHING)[1], extra.get("contact")
    if not isinstance(site, yaml.ScalarNode) or not isinstance(contact, yaml.ScalarNode) or _is_outside(contact):
        return
    host = re.sub(r"^\w+://|[:/].*", "", site.value)
    if _HOST.fullmatch(host) and not _RESERVED.search(host) and _RESERVED.search(contact.value):
        hint = "write your own, or leave the line out if people are to write to nobody"
        report(contact, "SRC101", f"contact: {contact.value!r} is the address of an example", hint)


def _check_format(node: yaml.Node | None, report: Report) -> None:
    """What a site has to change whose files are written for another version of the generator."""
    if not isinstance(node, yaml.ScalarNode) or not node.value.isdecimal() or int(node.value) in (0, FORMAT):
        return
    if int(node.value) > FORMAT:
        message = f"format {node.value} belongs to a newer version of the generator; this one knows {FORMAT}"
        report(node, "SRC021", message, "install the version that requirements.txt names")
        return
    asked = [text for number, texts in sorted(read_formats().items()) for text in texts if number > int(node.value)]
    for text in asked or ["change nothing"]:
        report(node, "SRC021", f"format {node.value}: your site must {text}", f"then write `format: {FORMAT}`")


def _check_theme(key: yaml.Node | None, value: yaml.Node | None, needed: Mapping[str, str], report: Report) -> None:
    if value is not None and _is_outside(value):
        return
    given: dict[str, yaml.Node] = {name.value: one for name, one in pairs(value)}
    if isinstance(value, yaml.ScalarNode) and value.value:
        given = {"name": value}
    for name, wanted in _THEME.items():
        one = given.get(name)
        if one is None and name in needed:
            hint = f"write `{name}: {wanted}` below {'it' if key else '`theme:`'}"
            report(key, "SRC020", f"theme without {name}", hint)
        elif isinstance(one, yaml.ScalarNode) and not _is_outside(one) and one.value.rstrip("/") != wanted:
            report(one, "SRC020", f"{name}: {one.value!r}", f"write {wanted}: the site's pages are made for that")


def _is_outside(node: yaml.Node) -> bool:
    """Whether a value comes from outside the file, by a tag of MkDocs' own."""
    return str(node.tag).startswith(_OWN_TAG)


def pairs(node: yaml.Node | None) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    """The entries of a mapping whose keys are plain; of what is none, nothing."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if isinstance(key, yaml.ScalarNode):
            yield key, value


def _entries(node: yaml.Node | None) -> Iterator[str]:
    """The names in a list, each alone or with options; also of a mapping, which MkDocs takes for plugins."""
    if isinstance(node, yaml.MappingNode):
        yield from (key.value for key, _ in pairs(node))
    for one in node.value if isinstance(node, yaml.SequenceNode) else ():
        if isinstance(one, yaml.ScalarNode):
            yield one.value
        else:
            named = {key.value: value for key, value in pairs(one)}
            path = named.get("path")
            yield path.value if isinstance(path, yaml.ScalarNode) else next(iter(named), "")
