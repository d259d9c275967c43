"""What is published of scripts, styles and their data, under addresses that change with what is in them."""

from __future__ import annotations

import json
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator import links
from generator.publishing.assets.former import dump_builds
from generator.publishing.assets.published import WITH_THE_LIST, Published, name_by_content


def name_all_by_content(published: Published, files: Files, config: MkDocsConfig) -> None:
    """Publish scripts, styles and their data under addresses that change with them; say which they are."""
    texts = {f"{published.folder}/{name}": text for name, text in published.files.items()}
    found: dict[str, Any] = {}
    listed = {}
    for one in [one for one in files if one.src_uri.startswith(f"{links.TITLES}/")]:
        files.remove(one)
        name, text = _call(one.src_uri), one.content_string
        listed[f"{name}.json"] = name_by_content(name, text)
        texts[f"{links.SCRIPT_DATA}/{listed[f'{name}.json']}"] = text
    for path in links.SCRIPTS:
        if (file := files.get_file_from_path(path)) is not None:
            files.remove(file)
            name, text = _call(path), file.content_string
            for old, new in listed.items() if path == links.SCRIPT_TITLES else ():
                text = text.replace(f'"{old}"', f'"{new}"')
            if path == WITH_THE_LIST:
                found[name] = json.loads(text)
            else:
                found[name] = name_by_content(name, text)
                texts[f"{links.SCRIPT_DATA}/{found[name]}"] = text
    made = {published.data: json.dumps(found), links.BUILDS: dump_builds([[*texts, published.data]])}
    for path, text in (texts | made).items():
        files.append(File.generated(config, path, content=text))


def _call(path: str) -> str:
    """What scripts load a file by."""
    return path.removeprefix(f"{links.SCRIPT_DATA}/").removesuffix(".json")
