"""Which published file holds each module: what is needed by many comes with every page, what by few when they ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.publishing.assets.modules import Later, Module, ModuleError

MAIN = "main.js"
"""Comes with every page: it asks for what a page needs, and holds what most of that is made with."""
SHARED = "shared.js"
"""Holds what several need, but few; no module of its own."""
_MANY = 5
"""Of so many elements, one at least must need a module at once for it to come with every page."""
_SMALL = 1_600
"""Letters, comments included: what is no longer than that comes with every page, too, if all that it needs does."""
_NO_FILE = 9_500
"""Letters, comments included, of what an element alone needs: no longer than that it is not worth a request."""

_RARE = ("elements/hub/element.js",)
"""Elements that stand on a page or two: a file each, however short, for every other page would hold them in vain."""


class Graph:
    """Files and what they hold. `place` is what the modules' folder is called where something is wrong with them."""

    def __init__(self, modules: Mapping[str, Module], place: str) -> None:
        self.modules = modules
        self._place = place
        self._needs: dict[str, list[str]] = {}
        """What is asked for later, or main -> the modules that it cannot begin without, each behind all it needs."""
        if SHARED in modules:
            raise ModuleError(f"{place}/{SHARED}: joining makes a file of this name; choose another")
        later: dict[str, list[str]] = {}
        left = [MAIN]
        while left:
            entry = left.pop()
            if entry not in self._needs:
                self._needs[entry] = self._walk(entry)
                later[entry] = [target for path in self._needs[entry] for target in self.later(path)]
                left += later[entry]
        self._order = list(dict.fromkeys(path for needs in self._needs.values() for path in needs))
        self._before = _dominate(later)
        self.holder = self._share_out(later)
        """Module -> the file that holds it; what nobody needs is in none."""
        self.waiting = {entry for entry in later[MAIN] if self._may_wait(entry, later)}
        """What is asked for later but comes with every page, and waits there."""
        self.files = sorted(set(self.holder.values()) - self.waiting)
        self.name = {path: f"${number}" for number, path in enumerate(sorted(self.holder))}
        """Module -> what it is called within files."""

    def given(self, path: str) -> dict[str, str]:
        """What of a module's exports others take, name there -> name within: all where somebody asks for all of it."""
        given = self.modules[path].given
        takings = [taken for other in self.holder for taken in self.modules[other].taken if taken.path == path]
        is_whole = any(taken.whole for taken in takings) or any(path in self.later(other) for other in self.holder)
        taken = {name for one in takings for name in one.names.values()}
        return {outer: inner for outer, inner in given.items() if is_whole or outer in taken}

    def later(self, path: str) -> Iterable[str]:
        """The modules for which a module may ask later."""
        pieces = (piece for piece in self.modules[path].pieces if isinstance(piece, Later))
        return [target for piece in pieces for target in piece.among(self.modules)]

    def held(self, file: str) -> list[str]:
        """The modules in a file, each behind all that it needs."""
        held = [path for path in self._order if self.holder[path] == file]
        return [*(path for path in held if path != MAIN), *(path for path in held if path == MAIN)]

    def taken(self, file: str) -> Iterator[tuple[str, str]]:
        """(file, module) of each module that a file takes from another before it can begin."""
        for path in self.held(file):
            at_once = [one.path for one in self.modules[path].taken]
            later = (piece for piece in self.modules[path].pieces if isinstance(piece, Later) and not piece.end)
            # What is there already need not be asked for.
            at_once += [piece.start for piece in later if self.holder[piece.start] not in (piece.start, SHARED)]
            yield from ((self.holder[one], one) for one in at_once if self.holder[one] != file)

    def wanting(self, file: str, targets: Iterable[str]) -> list[str]:
        """The files without which one of `targets` cannot begin, but for those that are there where `file` is."""
        there = {MAIN, file, *self._before.get(file, ()), *(holder for holder, _ in self.taken(file))}
        found = {holder for target in targets for holder, _ in self.taken(target)}
        return sorted(found - there)

    def _may_wait(self, entry: str, later: Mapping[str, list[str]]) -> bool:
        """Whether main alone asks for a short file from which nobody else takes anything."""
        others = [other for other in {*self.holder.values()} if other != entry]
        is_taken = any(holder == entry for other in others for holder, _ in self.taken(other))
        is_asked = any(entry in targets for other, targets in later.items() if other != MAIN)
        letters = sum(self.modules[path].letters for path in self.held(entry))
        is_whole = self.holder[entry] == entry and all(holder == MAIN for holder, _ in self.taken(entry))
        return is_whole and not is_taken and not is_asked and letters <= _NO_FILE and entry not in _RARE

    def _walk(self, entry: str) -> list[str]:
        done: dict[str, None] = {}

        def visit(path: str, way: list[str]) -> None:
            if path in way:
                circle = " -> ".join([*way[way.index(path) :], path])
                raise ModuleError(f"{self._place}/{path}: imports itself, {circle}; move what both need to a third")
            if path not in done:
                for taken in self.modules[path].taken:
                    visit(taken.path, [*way, path])
                done[path] = None

        visit(entry, [])
        return list(done)

    def _share_out(self, later: Mapping[str, list[str]]) -> dict[str, str]:
        """Each module goes to the nearest file that is there before all that need it."""
        before = self._before
        elements = set(later[MAIN])
        holder: dict[str, str] = {}
        for path in self._order:
            needing = [entry for entry, needs in self._needs.items() if path in needs]
            common = set.intersection(*(before[entry] for entry in needing))
            found = max(common, key=lambda entry: len(before[entry]))
            module = self.modules[path]
            is_small = module.letters <= _SMALL and all(holder[one.path] == MAIN for one in module.taken)
            are_many = _MANY * len(elements.intersection(needing)) >= len(elements)
            is_shared = found == MAIN and MAIN not in needing and not is_small and not are_many
            holder[path] = SHARED if is_shared else found
        return holder


def _dominate(later: Mapping[str, list[str]]) -> dict[str, set[str]]:
    """Entry -> the entries without which nobody gets to it, itself included."""
    before = {entry: {MAIN} if entry == MAIN else set(later) for entry in later}
    changed = True
    while changed:
        changed = False
        for entry in later:
            ways = [before[asking] for asking, targets in later.items() if entry in targets and asking != entry]
            found = {entry}.union(set.intersection(*ways)) if ways and entry != MAIN else before[entry]
            if found != before[entry]:
                before[entry], changed = found, True
    return before
