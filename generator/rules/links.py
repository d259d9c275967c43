"""Rules about what texts refer to: pages by id, quizzes by marker."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from generator import links as paths
from generator.model.base import texts
from generator.pages import markers
from generator.pages.register import list_pages
from generator.problems import Problem, did_you_mean
from generator.prose import parsing
from generator.rules.documents import Documents
from generator.rules.occupations import hint_of_profile
from generator.sources.documents import Document


def links_lead_somewhere(documents: Documents) -> Iterator[Problem]:
    """TXT005: a link by page id names a page that exists."""
    targets = known_targets(documents)
    with_texts: Iterable[Document[object]] = (
        *documents.occupations.values(),
        *documents.methods.values(),
        *documents.quizzes.values(),
        *documents.introductions.values(),
        *documents.vocabularies.values(),
    )
    for document in with_texts:
        for loc, text in texts(document.model):
            if "<!--" in text:
                for name, _ in markers.find(text):
                    if name not in markers.known(documents.site):
                        hint = did_you_mean(name, markers.known(documents.site))
                        yield document.problem_in("PAG001", f"unknown marker {name!r}", hint, f"<!-- {name}", *loc)
            if "](" not in text:
                continue
            for link in parsing.links(parsing.parse(text)):
                kind, _, name = link.target.partition(":")
                if kind in parsing.PAGE_KINDS and name not in targets[kind]:
                    known = targets[kind]
                    hint = (
                        hint_of_profile(documents, name, known) if kind == "occupation" else did_you_mean(name, known)
                    )
                    message = f"link to a page that does not exist: {link.target!r}"
                    yield document.problem_in("TXT005", message, hint, link.target, *loc)


def markers_known(documents: Documents) -> Iterator[Problem]:
    """PAG001: a `<!-- name: key -->` marker in a Markdown page is one that the site can fill."""
    known = markers.known(documents.site)
    for page in documents.site.pages:
        for name, line in markers.find(page.text):
            if name not in known:
                yield Problem(
                    f"content/{page.path}", line, 1, "PAG001", f"unknown marker {name!r}", did_you_mean(name, known)
                )


def pages_do_not_collide(documents: Documents) -> Iterator[Problem]:
    """PAG002: no page below content/ has the path of a page that the generator makes."""
    made = {entry.path for entry in list_pages(documents.site) if entry.template}
    made |= {paths.occupation(slug) for slug in (*documents.slugs, *documents.site.moved())}
    taken = {paths.address(path) for path in made}
    for page in documents.site.pages:
        # MkDocs takes a README for the index of its folder.
        if paths.address(re.sub(r"(^|/)README\.md$", r"\1index.md", page.path)) in taken:
            message = f"the site makes a page {page.path!r} of its own"
            yield Problem(f"content/{page.path}", 1, 1, "PAG002", message, "give this one another name")


def known_targets(documents: Documents) -> dict[str, Collection[str]]:
    """The names that a link may have after each kind of page id."""
    return {
        "occupation": documents.slugs,
        "method": documents.methods,
        "strategy": {s.key for document in documents.methods.values() for s in document.model.strategies},
        "field": documents.site.vocabulary.fields,
        "quiz": documents.quizzes,
        "page": {page.path.removesuffix(".md") for page in documents.site.pages},
    }
