"""Rules about what texts refer to: pages by id, quizzes by marker."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator import links as paths
from generator.guesses import did_you_mean
from generator.problems import Problem
from generator.register import markers
from generator.register.entries import Entry, File, list_others, list_pages
from generator.rules.documents import Documents
from generator.rules.words import hint_of_profile
from generator.sources.documents import Document


def links_lead_somewhere(documents: Documents) -> Iterator[Problem]:
    """TXT005: a link by page id names a page that exists."""
    targets, known_markers = known_targets(documents), markers.known(documents.site)
    with_texts: Iterable[Document[object]] = (
        *documents.occupations.values(),
        *documents.methods.values(),
        *documents.quizzes.values(),
        *documents.introductions.values(),
        *documents.vocabularies.values(),
        *filter(None, (documents.sources, documents.national, documents.local)),
    )
    for document in with_texts:
        for mention in document.mentions:
            if mention.is_marker:
                if mention.name not in known_markers:
                    message, hint = f"unknown marker {mention.name!r}", did_you_mean(mention.name, known_markers)
                    yield document.problem_in("PAG001", message, hint, f"<!-- {mention.name}", *mention.loc)
                continue
            kind, _, name = mention.name.partition(":")
            known = targets[kind]
            if name not in known:
                hint = hint_of_profile(documents, name) if kind == "occupation" else did_you_mean(name, known)
                message = f"link to a page that does not exist: {mention.name!r}"
                yield document.problem_in("TXT005", message, hint, mention.name, *mention.loc)


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
    """PAG002: no two pages or other files are published in one place."""
    named = {step.page for step in documents.navigation}
    files = sorted((*list_others(documents.site), *list_pages(documents.site)), key=lambda file: _right(file, named))
    for at, before in paths.find_collisions([file.path for file in files]):
        file, owner = files[at], files[before]
        if (file.source, file.path) == (owner.source, owner.path):
            continue  # A key that stands twice in its file; its own rule says so.
        mine, other = paths.published(file.path), paths.published(owner.path)
        whose = repr(owner.source) if owner.source else "what every site has"
        message = f"{file.source!r}, published as {mine!r}, has the place of {whose}"
        message += "" if mine == other else f", published as {other!r}"
        yield documents.problem_at(file.source, "PAG002", message, "give it another name", *file.loc)


def _right(file: File, named: Collection[str]) -> tuple[int, bool, bool, bool, int]:
    """The less, the better its right: what every site has, then what is made from data, then pages of an editor.

    Of those the ones that the navigation has `named`, then those whose names are less odd.
    """
    path = file.path
    is_own = isinstance(file, Entry) and file.template is None
    return (
        bool(file.source) + is_own,
        path not in named,
        path.endswith(f"{paths.INDEXES[1]}.md"),
        path != path.lower(),
        path.count("/"),
    )


def navigation_leads_somewhere(documents: Documents) -> Iterator[Problem]:
    """PAG003: the navigation in mkdocs.yml names pages that exist."""
    known = {entry.path for entry in list_pages(documents.site)}
    for step in documents.navigation:
        if step.page not in known:
            message = f"the navigation names {step.page!r}, which is no page"
            yield Problem(step.path, step.line, step.column, "PAG003", message, did_you_mean(step.page, known))


def known_targets(documents: Documents) -> dict[str, Collection[str]]:
    """The names that a link may have after each kind of page id.

    Methods and strategies are known from their vocabulary, too: a guide that is broken or lacks one says so itself.
    """
    guides, planned = documents.methods, documents.site.vocabulary.methods
    written = {strategy.key for document in guides.values() for strategy in document.model.strategies}
    return {
        "occupation": documents.slugs,
        "method": {*guides, *(key for key, term in planned.items() if not term.planned)},
        "strategy": written.union(*(term.strategies for term in planned.values() if not term.planned)),
        "field": documents.site.vocabulary.fields,
        "quiz": documents.quizzes,
        "page": {page.path.removesuffix(".md") for page in documents.site.pages},
    }
