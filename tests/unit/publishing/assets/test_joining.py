"""Joined scripts do what the modules did, in few files; what cannot be joined is refused by name."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from generator import links
from generator.cache import Cache
from generator.publishing.assets.graph import MAIN, SHARED
from generator.publishing.assets.joining import find_needed, join, join_scripts
from generator.publishing.assets.modules import ModuleError
from tests.conftest import REPOSITORY
from tests.scripts.node.running import find_node

LONG = "/* " + "long " * 500 + "*/\n"


def run(files: dict[str, str], folder: Path) -> list[str]:
    """What the scripts say, in the order in which they say it: each begins by its name."""
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    for path, code in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(code, encoding="utf-8")
    command = [find_node(), str(folder / MAIN)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


PARTS = {
    MAIN: 'import { say } from "./base.js";\nsay("main");\n'
    'const ASK = { one: () => import("./parts/one.js"), two: () => import("./parts/two.js"),\n'
    '  x: () => import("./parts/x.js"), y: () => import("./parts/y.js"), z: () => import("./parts/z.js"),\n'
    '  v: () => import("./parts/v.js"), w: () => import("./parts/w.js"), u: () => import("./parts/u.js"),\n'
    '  t: () => import("./parts/t.js"), s: () => import("./parts/s.js"), r: () => import("./parts/r.js") };\n'
    "async function start(name) { (await ASK[name]()).open(name); }\n"
    'for (const name of ["one", "two", "z", "z"]) start(name);\n',
    "base.js": "const seen = [];\n"
    "export const say = (text) => { seen.push(text); console.log(text); };\nsay('base');\n",
    "few.js": LONG + 'import * as base from "./base.js";\nconst say = "few";\nbase.say(say);\nexport { say as few };\n',
    "parts/one.js": LONG
    * 3
    + 'import { few } from "../few.js";\nimport { say } from "../base.js";\nconst seen = few;\n'
    "say(`one ${seen}`);\nexport async function open(name) {\n  const { deep } = await import(`./more/${name}.js`);\n"
    '  say(deep(name));\n  const { few: again } = await import("../few.js");\n  say(again);\n}\n',
    "parts/two.js": LONG
    * 3
    + 'import { few as seen } from "../few.js";\nimport { say } from "../base.js";\nsay(`two ${seen}`);\n'
    'export const open = () => say(new URL("x.json", import.meta.url).pathname.split("/").slice(-2).join("/"));\n',
    "parts/more/one.js": 'import { few } from "../../few.js";\nexport class Deep {}\n'
    "export const deep = (name) => few + name;\n",
    "parts/more/two.js": "export const deep = () => 1;\n",
    **{f"parts/{name}.js": "export const open = () => 1;\n" for name in "rstuvwxy"},
    "parts/z.js": 'import { own } from "./own.js";\nexport const open = () => own();\n',
    "parts/own.js": 'import { say } from "../base.js";\nsay("own");\nexport const own = () => say("opened");\n'
    "export const idle = 1;\n",
}


def test_joined_scripts_do_what_the_modules_did(tmp_path: Path) -> None:
    files = join(PARTS, "here")
    # What is short waits in the file that comes with every page, what is long is a file of its own.
    assert set(files) == {MAIN, SHARED, "parts/one.js", "parts/two.js", "parts/more/one.js", "parts/more/two.js"}
    # What one file alone needs lies in it, what many or all need comes with every page, what few need is shared.
    assert [path for path, code in files.items() if "const seen = [];" in code] == [MAIN]
    assert [path for path, code in files.items() if 'const say = "few";' in code] == [SHARED]
    # What nobody takes of a module is not handed on.
    assert "return{own};" in files[MAIN]
    plain, joined = tmp_path / "plain", tmp_path / "joined"
    for folder in (plain, joined):
        folder.mkdir()
    said = run(files, joined)
    assert sorted(said) == sorted(run(PARTS, plain))
    assert said.index("base") == 0
    assert said.index("main") < said.index("own") < said.index("opened")
    # A module runs once, however often it is asked for.
    assert (said.count("own"), said.count("opened")) == (1, 2)
    assert said.count("base") == said.count("few") - 1 == 1


def test_no_chain_of_imports_is_long() -> None:
    files = join(PARTS, "here")
    assert find_needed(MAIN, files) == [MAIN]
    assert find_needed("parts/one.js", files) == ["parts/one.js", SHARED]
    # The shared file is asked for together with what needs it.
    assert f'$get("{SHARED}","parts/one.js")' in files[MAIN]
    assert "$get(`parts/more/${name}.js`)" in files["parts/one.js"]


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (
            {
                MAIN: 'import { a } from "./a.js";',
                "a.js": 'import { b } from "./b.js";\nexport const a = b;\n',
                "b.js": 'import { a } from "./a.js";\nexport const b = a;\n',
            },
            "here/a.js: imports itself, a.js -> b.js -> a.js",
        ),
        ({MAIN: '\nimport { a } from "./a.js";'}, "here/main.js:2: there is no a.js"),
        (
            {MAIN: 'import { a, b } from "./a.js";', "a.js": "export const b = 1;"},
            "here/main.js:1: a.js does not export a",
        ),
        ({MAIN: 'x(); import("./a.js");'}, 'here/main.js:1: import("./a.js") leads nowhere'),
        ({MAIN: "import(`./no/${a}.js`);", "a.js": ""}, "here/main.js:1: import(`./no/${a}.js`) leads nowhere"),
        ({MAIN: 'import "./a.js";', "a.js": '\nimport "./main.js";'}, "here/a.js:2: imports main.js"),
        ({MAIN: "", SHARED: ""}, f"here/{SHARED}: "),
    ],
)
def test_what_cannot_be_joined_is_refused_by_name(texts: dict[str, str], words: str) -> None:
    with pytest.raises(ModuleError, match=re.escape(words)):
        join(texts, "here")


def test_our_own_are_joined_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = REPOSITORY / links.THEME / links.ASSETS
    paths = sorted(folder.rglob("*.js"))
    texts = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    with Cache(tmp_path / "made.sqlite3") as cache:
        made = join_scripts(texts, "theme", cache)
        monkeypatch.setattr("generator.publishing.assets.joining.join", lambda *_: pytest.fail("joined again"))
        assert join_scripts(texts, "theme", cache) == made
    assert len(made) < len(texts) / 3
    # A page waits for its own script, and for what that takes: all of it at a time, since the page names it.
    assert {one for path in made for one in find_needed(path, made)} <= made.keys()
    source = json.dumps(made)
    assert "@param" not in source
