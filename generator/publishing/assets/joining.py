"""Many modules to few files: what every page needs, what several need, and one file for each that is asked for later.

A module becomes a function that is called once and returns what it exports, so that no name meets another's.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping

from generator.cache import Cache, digest, fingerprint
from generator.publishing.assets.graph import MAIN, SHARED, Graph
from generator.publishing.assets.modules import Later, Module, ModuleError, read_module
from generator.publishing.slimming import slim_script

ROOM = "scripts"
_GIVES = re.compile(r'=\$files\["([^"]*)"\];')
_RUNTIME = """
const $files={},$lost={};
const $ask=async(path)=>{
const address=new URL(path,import.meta.url);
if($lost[path])address.hash=$lost[path];
try{return(await import(address.href)).make;}catch(problem){$lost[path]=($lost[path]??0)+1;throw problem;}};
const $get=async(...paths)=>{
const makes=await Promise.all(paths.map((path)=>$files[path]?null:$ask(path)));
paths.forEach((path,at)=>$files[path]??=makes[at]());
return $files[paths.at(-1)];};
"""
"""Fetches files and makes them, each behind what it needs. That a module did not arrive stays with its address until
the page is loaded again, as the module map of HTML is made: what is asked for once more gets another fragment."""


def join_scripts(texts: Mapping[str, str], place: str, cache: Cache | None = None) -> dict[str, str]:
    """Path of each published script -> its code without comments, from all modules: path -> text.

    A file lies where the module lay after which it is called. `place` is the folder that stands before their paths
    where something is wrong. Raises `ModuleError` where modules cannot be joined.
    """
    cache = cache or Cache(None)
    key = digest(fingerprint("rjsmin"), *texts, *texts.values())
    if (known := cache.get(ROOM, [key]).get(key)) is not None:
        found: dict[str, str] = json.loads(known)
        return found
    joined = {path: slim_script(code) for path, code in join(texts, place).items()}
    cache.put(ROOM, {key: json.dumps(joined).encode()})
    cache.prune(ROOM, [key])
    return joined


def find_needed(path: str, joined: Mapping[str, str]) -> list[str]:
    """A published script and those that it cannot begin without, but for the one that every page has."""
    found = [path]
    for one in found:
        found += [target for target in _GIVES.findall(joined[one]) if target not in found]
    return found


def join(texts: Mapping[str, str], place: str) -> dict[str, str]:
    """Path -> code of the files to which modules, path -> text, are joined. Raises `ModuleError`."""
    modules = {path: read_module(path, text, f"{place}/{path}") for path, text in texts.items()}
    for path, module in modules.items():
        _check_names(module, modules, f"{place}/{path}")
    graph = Graph(modules, place)
    return {file: _write(file, graph) for file in graph.files}


def _check_names(module: Module, modules: Mapping[str, Module], place: str) -> None:
    for taken in module.taken:
        if taken.path == MAIN:
            raise ModuleError(
                f"{place}:{taken.line}: imports {MAIN}, which begins the page; move what it needs to a third"
            )
        if taken.path not in modules:
            raise ModuleError(f"{place}:{taken.line}: there is no {taken.path}; name a module that is there")
        if missing := set(taken.names.values()) - modules[taken.path].given.keys():
            names = ", ".join(sorted(missing))
            raise ModuleError(f"{place}:{taken.line}: {taken.path} does not export {names}; export it there")
    for piece in module.pieces:
        if isinstance(piece, Later) and not set(piece.among(modules)) & modules.keys():
            raise ModuleError(f"{place}:{piece.line}: {piece.source} leads nowhere; name a module that is there")


def _write(file: str, graph: Graph) -> str:
    held = [_wrap(path, file, graph) for path in graph.held(file)]
    if file == MAIN:
        waiting = [_wait(entry, graph) for entry in sorted(graph.waiting)]
        return "\n".join([_RUNTIME, *waiting, *held, f"export{{{','.join(['$files', '$get', *_give(file, graph)])}}};"])
    taken: dict[str, set[str]] = {MAIN: {"$files", "$get"}}
    for holder, path in graph.taken(file):
        taken.setdefault(holder, set()).add(graph.name[path])
    names = {holder: ",".join(sorted(names)) for holder, names in sorted(taken.items())}
    head = f'import{{{names.pop(MAIN)}}}from"{_relative(MAIN, file)}";'
    given = [f'const{{{some}}}=$files["{holder}"];' for holder, some in names.items()]
    own = [f"...{graph.name[file]}"] if file in graph.modules else []
    return "\n".join(
        [f"{head}export const make=()=>{{", *given, *held, f"return{{{','.join([*_give(file, graph), *own])}}};}};"]
    )


def _wait(entry: str, graph: Graph) -> str:
    """A whole file as a function, called when somebody asks for it."""
    name = graph.name[entry]
    body = "\n".join(_wrap(path, MAIN, graph) for path in graph.held(entry))
    return f"const {name}_=(()=>{{let made;return()=>made??=(()=>{{\n{body}\nreturn {name};}})();}})();"


def _wrap(path: str, file: str, graph: Graph) -> str:
    """A module as a constant: what of its exports somebody takes."""
    module = graph.modules[path]
    head = []
    for taken in module.taken:
        name = graph.name[taken.path]
        names = ",".join(there if here == there else f"{there}:{here}" for here, there in taken.names.items())
        head += [f"const {taken.whole}={name};"] if taken.whole else [f"const{{{names}}}={name};"] if names else []
    body = "".join(_say(piece, path, file, graph) for piece in module.pieces)
    given = ",".join(outer if outer == inner else f"{outer}:{inner}" for outer, inner in graph.given(path).items())
    return f"const {graph.name[path]}=(()=>{{{''.join(head)}\n{body}\nreturn{{{given}}};}})();"


def _say(piece: str | Later | None, path: str, file: str, graph: Graph) -> str:
    """A piece of a module's code, as it stands in `file`."""
    if piece is None:
        return f'new URL("{_relative(path, file)}",import.meta.url).href'
    if isinstance(piece, str):
        return piece
    if piece.end:
        way = piece.source[piece.source.index("${") : piece.source.rindex("}") + 1]
        asked = f"`{piece.start}{way}{piece.end}`"
    else:
        holder, name = graph.holder[piece.start], graph.name[piece.start]
        if holder == SHARED and file != SHARED:
            return f'$get("{SHARED}").then((all)=>all.{name})'
        if piece.start in graph.waiting:
            return f"new Promise((give)=>give({name}_()))"
        if holder != piece.start:
            return f"Promise.resolve({name})"
        asked = f'"{piece.start}"'
    # All at a time, or the second would have to wait for the first.
    needed = graph.wanting(file, piece.among(graph.modules))
    return f"$get({','.join([*(json.dumps(one) for one in needed), asked])})"


def _give(file: str, graph: Graph) -> list[str]:
    """Which of its modules a file has to give to others."""
    taken = {path for other in graph.files if other != file for _, path in graph.taken(other)}
    if file == SHARED:
        taken |= {target for path in graph.holder for target in graph.later(path)}
    return [graph.name[path] for path in graph.held(file) if path in taken]


def _relative(target: str, file: str) -> str:
    """The way from one file to another, as a module asks for it."""
    way = posixpath.relpath(target, posixpath.dirname(file) or ".")
    return way if way.startswith("../") else f"./{way}"
