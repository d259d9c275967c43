"""Rules about the method guides: all there, complete, and pointing at things that exist."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.site import Site
from generator.problems import Problem, did_you_mean


def methods_complete(site: Site) -> Iterator[Problem]:
    """MET001, MET002, MET003: every method that is not planned has its guide, and each guide exactly its strategies."""
    methods = site.vocabulary.methods
    for key, term in methods.items():
        if not term.planned and key not in site.methods:
            hint = f"write content/methods/{key}.yml, or say `planned: true`"
            yield Problem("content/vocabulary/methods.yml", 1, 1, "MET001", f"no guide for the method {key!r}", hint)
    for key, document in site.methods.items():
        if not methods:
            continue
        if key not in methods:
            yield document.problem("MET003", f"unknown method {key!r}", did_you_mean(key, methods))
            continue
        wanted = methods[key].strategies
        given = [strategy.key for strategy in document.model.strategies]
        for index, name in enumerate(given):
            if name not in wanted:
                message, hint = f"unknown strategy {name!r}", did_you_mean(name, wanted)
                yield document.problem("MET003", message, hint, "strategies", index, "key")
            elif name in given[:index]:
                message = f"strategy {name!r} repeats"
                yield document.problem("MET003", message, "keep one of the two", "strategies", index, "key")
        for name in wanted:
            if name not in given:
                message = f"strategy {name!r} is missing"
                yield document.problem("MET002", message, f"add `- key: {name}` with its fields", "strategies")


def methods_point_somewhere(site: Site) -> Iterator[Problem]:
    """MET004: the occupations and quizzes that a strategy names exist."""
    for document in site.methods.values():
        for index, strategy in enumerate(document.model.strategies):
            for name, known in (("occupations", site.slugs), ("quizzes", site.quizzes)):
                for place, key in enumerate(getattr(strategy, name)):
                    if key not in known:
                        message = f"no {name.removesuffix('s').removesuffix('ze')} {key!r}"
                        yield document.problem(
                            "MET004", message, did_you_mean(key, known), "strategies", index, name, place
                        )
