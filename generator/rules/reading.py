"""Rules about how easily texts are read, and whether each says something of its own, for `careers check --prose`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from generator.model.base import Place
from generator.problems import Problem
from generator.rules.documents import Documents
from generator.sources.documents import Document

HARDEST = 9.0
"""US school grade that the prose of a file may ask for."""
NOT_PROSE = frozenset({"reference", "url", "source", "key", "slug", "codes", "pay", "outlook"})
"""Fields of names, titles and figures."""
AMOUNTS = frozenset({"takes", "cost", "needs"})
"""Fields that may say the same of different things."""
_ENOUGH = 150
"""Words from which on a grade says something."""
TEXT = 40
"""Words from which on the grade of a single text says something."""
_MOST_WORDS = 30
"""Of a sentence: whoever reads slowly has forgotten its beginning."""
_LONG = 6
"""Words of a sentence that two texts do not come to by chance."""
_MARKUP = re.compile(r"\[([^]]*)\]\([^)]*\)|<!--.*?-->")
_BREAK = re.compile(r"\n+(?:- |\d\. )?")
_END = re.compile(r"(?<=[.!?])\s+|(?<=[.!?][\"')\u201d\u2019])\s+(?=[A-Z])")
_SOME = 5
"""Guides from which on most of them say how long one is."""
_SHORT = 0.5
_FEW_LETTERS = 3
_SENTENCES = frozenset(
    ("why", "summary", "text", "do", "tasks", "day", "prospects", "what_they_do", "good_sides", "hard_sides", "steps")
) | {"progression", "know_yourself"}
"""Fields of a profile that have sentences."""
_REMINDER = re.compile(r"\W*(?:to ?do|tbd|tba|fixme|n/?a|x+)\b\W*", re.IGNORECASE)
"""What people write to come back to later."""
_TIME = re.compile(r"\*\*(\d{1,2}:\d\d)( [ap]m)?\*\*")
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")


def read_sentences(text: str) -> Iterator[str]:
    """The lines of a text without markup, each with a full stop."""
    plain = _MARKUP.sub(r"\1", text).replace("*", "")
    for part in _BREAK.split(plain):
        if part.strip():
            yield part.strip().rstrip(".:;") + "."


def split_sentences(text: str) -> Iterator[str]:
    """Each sentence of a text, without markup."""
    return chain.from_iterable(_END.split(line) for line in read_sentences(text))


def find_words(text: str) -> list[str]:
    """The words of a text in whatever alphabet, to be compared: without capitals and all that stands between them."""
    return _WORD.findall(text.casefold())


def grade(prose: Iterable[str]) -> float:
    """The US school grade that prose asks for: the mean of two measures that need no dictionary of syllables.

    Coleman and Liau (1975), Journal of Applied Psychology 60; Automated Readability Index, Senter and Smith (1967).
    """
    text = " ".join(prose)
    words = text.split()
    if not words:
        return 0.0
    ends = max(1, len(re.findall(r"[.!?]+(?=\s|$)", text)))
    letters = sum(sign.isalnum() for sign in text)
    coleman_liau = 0.0588 * 100 * letters / len(words) - 0.296 * 100 * ends / len(words) - 15.8
    strokes = sum(map(len, words))  # The second measure was made with typewriters, which count stops, too.
    automated = 4.71 * strokes / len(words) + 0.5 * len(words) / ends - 21.43
    return (coleman_liau + automated) / 2


def easy_to_read(documents: Documents) -> Iterator[Problem]:
    """PRO001: the prose of a file asks for no more than ninth grade; told at the text that asks for most."""
    for document in _written(documents):
        found = list(list_prose(document.texts, NOT_PROSE))
        every = [sentence for _, text in found for sentence in read_sentences(text)]
        if sum(len(sentence.split()) for sentence in every) < _ENOUGH or (whole := grade(every)) <= HARDEST:
            continue
        longer = [(grade(read_sentences(text)), loc) for loc, text in found if len(text.split()) >= _ENOUGH // 8]
        hardest = max(longer or [(grade(read_sentences(text)), loc) for loc, text in found])
        message = f"prose for grade {whole:.1f}, this text for grade {hardest[0]:.1f}"
        hint = f"at most {HARDEST:g}: write shorter sentences and everyday words"
        yield document.problem("PRO001", message, hint, *hardest[1])


def short_sentences(documents: Documents) -> Iterator[Problem]:
    """PRO102: no sentence has more than thirty words (warning)."""
    for document in _written(documents):
        for loc, text in list_prose(document.texts, NOT_PROSE):
            for sentence in split_sentences(text):
                if (words := len(sentence.split())) > _MOST_WORDS:
                    begin = " ".join(sentence.split()[:6])
                    hint = f"at most {_MOST_WORDS}: make two sentences of it"
                    yield document.problem_in("PRO102", f"{words} words: {begin!r}...", hint, begin, *loc)


def each_text_easy(documents: Documents) -> Iterator[Problem]:
    """PRO105: no single text of forty words and more asks for more than ninth grade (warning)."""
    for document in _written(documents):
        for loc, text in list_prose(document.texts, NOT_PROSE):
            if len(text.split()) >= TEXT and (asked := grade(read_sentences(text))) > HARDEST:
                hint = f"at most {HARDEST:g}: write shorter sentences and everyday words"
                yield document.problem("PRO105", f"this text is for grade {asked:.1f}", hint, *loc)


def said_once(documents: Documents) -> Iterator[Problem]:
    """PRO002: no sentence of six words and more stands in two profiles: one that could says too little."""
    where: dict[str, str] = {}
    for document in sorted(documents.occupations.values(), key=lambda one: one.path):
        for loc, text in list_prose(document.texts, NOT_PROSE | AMOUNTS):
            for sentence in split_sentences(text):
                words = find_words(sentence)
                if len(words) < _LONG:
                    continue
                first = where.setdefault(" ".join(words), document.path)
                if first != document.path:
                    hint = f"{first} has the same sentence: say what is so in this work alone"
                    yield document.problem_in("PRO002", f"{sentence!r} stands in two profiles", hint, sentence, *loc)


def says_enough(documents: Documents) -> Iterator[Problem]:
    """PRO106: a guide is not much shorter than most of the collection (warning)."""
    found = {
        slug: sum(len(text.split()) for _, text in list_prose(document.texts, NOT_PROSE))
        for slug, document in documents.occupations.items()
    }
    if len(found) < _SOME:
        return
    usual = sorted(found.values())[len(found) // 2]
    for slug, words in found.items():
        if words < usual * _SHORT:
            hint = f"most guides have {usual}: tell more of the day, the tasks and the ways in"
            yield documents.occupations[slug].problem("PRO106", f"{words} words in all", hint, "what_they_do")


def says_something(documents: Documents) -> Iterator[Problem]:
    """PRO108: where a sentence belongs stands more than a sign or a reminder (warning)."""
    for document in documents.occupations.values():
        for loc, text in document.texts:
            name = next((step for step in reversed(loc) if isinstance(step, str)), "")
            if name in _SENTENCES and (len(re.findall(r"\w", text)) < _FEW_LETTERS or _REMINDER.fullmatch(text)):
                hint = "write a sentence, or leave the whole entry out"
                yield document.problem("PRO108", f"{name}: {text!r} says nothing", hint, *loc)


def times_alike(documents: Documents) -> Iterator[Problem]:
    """PRO107: where most times of a day say am or pm, each does (warning)."""
    times = [
        (document, match[1], match[2])
        for document in documents.occupations.values()
        for match in _TIME.finditer(document.model.day)
    ]
    if 2 * sum(bool(half) for _, _, half in times) <= len(times):
        return
    for document, time, half in times:
        if not half:
            hint = f"write {time} am or {time} pm"
            yield document.problem_in("PRO107", f"time {time!r} without am or pm", hint, f"**{time}", "day")


def list_prose(found: Iterable[tuple[Place, str]], leave_out: frozenset[str]) -> Iterator[tuple[Place, str]]:
    """Those of the texts of a model that are prose, with their places."""
    for loc, text in found:
        if " " in text and leave_out.isdisjoint(loc):
            yield loc, text


def _written(documents: Documents) -> Iterator[Document[Any]]:
    kinds: tuple[Mapping[str, Document[Any]], ...] = (
        documents.occupations,
        documents.methods,
        documents.quizzes,
        documents.introductions,
    )
    yield from chain.from_iterable(kind.values() for kind in kinds)
