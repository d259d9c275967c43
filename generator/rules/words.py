"""Rules about words of lists: in a profile that is right, and in one in which other things are wrong."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from generator import links
from generator.guesses import Called, did_you_mean, find_meant
from generator.model.occupation import Occupation
from generator.model.words import Loose, Of, find_words
from generator.problems import Problem
from generator.rules.documents import Documents

_KEYS = {"fields": "OCC003", "skills": "OCC004", "education": "OCC005", "environments": "OCC006"}
_NOTHING = ("none", "no", "nothing", "n/a", "na", "-")
"""What people write where there is nothing."""


def known_keys(documents: Documents) -> Iterator[Problem]:
    """OCC003 to OCC006: every key that a profile names stands in its vocabulary."""
    say = _Lists(documents)
    for document in documents.occupations.values():
        for word in find_words(Occupation, document.model):
            if word.of.name in _KEYS and say.lacks(word.of, word.text):
                yield document.problem(_KEYS[word.of.name], *say.describe(word.of, word.text), *word.loc)
    for loose in documents.loose:
        if loose.of.name in _KEYS and say.lacks(loose.of, loose.text):
            yield at(loose, _KEYS[loose.of.name], *say.describe(loose.of, loose.text))


def at(loose: Loose, code: str, message: str, hint: str) -> Problem:
    """A problem with a word of a file that has no document."""
    return Problem(loose.path, loose.line, loose.column, code, message, hint)


def hint_of_profile(documents: Documents, slug: str) -> str:
    """What `slug`, which is no profile, may mean: one that was called so before, or one of a like name or title."""
    new = documents.site.moved().get(slug)
    if new:
        return f"it is called {new!r} now"
    if outline := documents.site.outlines.get(slug):
        return f"it is an outline as yet: `careers new {outline.code}` begins its profile"
    called = dict.fromkeys(documents.slugs, ()) | {
        key: (document.model.title, *document.model.aliases) for key, document in documents.occupations.items()
    }
    for key, document in documents.occupations.items():
        if find_meant(slug, {key: (document.model.title,)}) == key and key not in (slug, find_meant(slug, {key: ()})):
            return f"if it was renamed, write `formerly: [{slug}]` into {document.path}, and {key!r} here"
    return did_you_mean(slug, called, f"{links.PROFILES}/")


class _Lists:
    """What the lists hold, and what to say of a word that is in none."""

    def __init__(self, documents: Documents) -> None:
        vocabulary = documents.site.vocabulary
        self._lists: dict[Of, Called] = {
            Of("fields"): {key: term.names() for key, term in vocabulary.fields.items()},
            Of("skills"): {key: term.names() for key, term in vocabulary.skills.items()},
        }
        for name, groups in (("education", vocabulary.education), ("environments", vocabulary.environments)):
            for group, about in groups.items():
                self._lists[Of(name, group)] = {key: term.names() for key, term in about.terms.items()}

    def lacks(self, of: Of, word: str) -> bool:
        """Whether a word is not in its list; of a list that could not be read nobody knows."""
        known = self._lists.get(of, {})
        return bool(known) and word not in known

    @functools.cache  # noqa: B019
    def describe(self, of: Of, word: str) -> tuple[str, str]:
        """What is wrong with a word, and what would be right."""
        what = {"fields": "field", "skills": "skill", "environments": "environment"}.get(of.name, of.name)
        hint = did_you_mean(word, self._lists[of], f"{links.VOCABULARIES}/{of.name}.yml")
        if of == Of("environments", "hazards") and word.casefold() in _NOTHING:
            hint = "write `hazards: []` where there is none"
        return f"unknown {f'{what}.{of.group}' if of.group else what} {word!r}", hint
