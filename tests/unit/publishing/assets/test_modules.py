"""A module is taken apart as JavaScript reads it; what joining does not know is refused where it stands."""

from __future__ import annotations

import pytest

from generator.publishing.assets.modules import Later, ModuleError, Taken, read_module


def test_module_tells_what_it_takes_gives_and_asks_for_later() -> None:
    module = read_module(
        "a/b.js",
        '/** import("./no.js") */\n'
        'import { one, two as second } from "./c.js";\nimport {\n  three,\n} from "../d.js";\n'
        'import * as all from "../e/f.js";\nimport "./g.js";\n'
        "export const a = 1;\nexport async function b() {}\nexport class C {}\nexport function* d() {}\n"
        'export { one as first, a as other };\nconst later = () => import("./h.js");\n',
        "a/b.js",
    )
    assert module.taken == [
        Taken("a/c.js", {"one": "one", "second": "two"}, "", 2),
        Taken("d.js", {"three": "three"}, "", 3),
        Taken("e/f.js", {}, "all", 6),
        Taken("a/g.js", {}, "", 7),
    ]
    assert module.given == {"a": "a", "b": "b", "C": "C", "d": "d", "first": "one", "other": "a"}
    assert [piece for piece in module.pieces if isinstance(piece, Later)] == [
        Later('import("./h.js")', "a/h.js", "", 13)
    ]
    code = "".join(piece for piece in module.pieces if isinstance(piece, str))
    assert "\nconst a = 1;\nasync function b() {}\nclass C {}\nfunction* d() {}\n" in code
    assert "export" not in code


def test_import_by_a_template_may_ask_for_all_that_fit() -> None:
    (piece,) = (
        piece for piece in read_module("a/b.js", "import(`./fills/${x.y}.js`);", "b").pieces if isinstance(piece, Later)
    )
    assert piece.among(["a/fills/one.js", "a/fills/deep/two.js", "a/fills/three.ts", "fills/four.js"]) == [
        "a/fills/one.js"
    ]


@pytest.mark.parametrize(
    "code",
    [
        "const a = 'import x from y'; // import z",
        'const a = "it\\"s import"; /* export default\nimport */',
        "const a = `import ${`export ${b} import`} import`;",
        "const a = `${{ b: '}' }.b} import`;",
        "const a = b.match(/import \"/) / 2; const c = '/';",
        "const a = (b + c) / d / e; // import",
        'const a = x => /[/"`]import/.test(x);',
        "const a = { import: 1, b: c.export };",
        "const a = async () => await b();",
        "async function a() { await b; }",
    ],
)
def test_what_only_looks_like_it_stays_as_it_is(code: str) -> None:
    module = read_module("a.js", code, "a.js")
    assert module.pieces == [code]
    assert module.taken == []


@pytest.mark.parametrize(
    ("code", "place", "word"),
    [
        ("\n  export default a;", "2:3", "export"),
        ('import a from "./a.js";', "1:1", "import"),
        ('export * from "./a.js";', "1:1", "export"),
        ("export let a = 1;", "1:1", "export"),
        ("export const { a } = b;", "1:1", "export"),
        ("let a = 1;\nexport { a };", "1:1", "may change"),
        ('import { a } from "react";', "1:1", "another module of ours"),
        ('const a = 1;\nimport { "b c" as a } from "./a.js";', "2:1", "no name"),
        ("import(a);", "1:1", "import"),
        ("const a = import.meta.env;", "1:11", "import"),
        ("const $1 = 1;", "1:7", "$1"),
        ("a();\nawait b();", "2:1", "async function"),
    ],
)
def test_unknown_form_is_refused_with_its_place(code: str, place: str, word: str) -> None:
    with pytest.raises(ModuleError) as caught:
        read_module("a.js", code, "theme/a.js")
    assert str(caught.value).startswith(f"theme/a.js:{place}: ")
    assert word in str(caught.value)
