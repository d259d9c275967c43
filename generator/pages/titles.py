"""What the pages of the ways in are called."""

from __future__ import annotations

from generator.model.vocabulary import Vocabulary
from generator.relations.ways import Way
from generator.strings import Words, fill


def title_way(way: Way, vocabulary: Vocabulary, words: Words) -> str:
    """Its title; a condition of work is named with its group, since "Often" alone says nothing."""
    if way.group:
        return fill(words["ways"]["condition"], group=vocabulary.environments[way.group].label, label=way.label)
    return name_way(way, words)


def name_way(way: Way, words: Words) -> str:
    """Its name among others of its kind."""
    return fill(words["ways"]["name"][way.kind], label=way.label, key=way.key)
