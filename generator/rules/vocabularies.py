"""Rules about the vocabularies that mirror a model."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.model.occupation import CONDITIONS, EDUCATION, LICENCES, SCALES, VALUES, Explore
from generator.problems import Problem
from generator.rules.documents import Documents


def vocabulary_complete(documents: Documents) -> Iterator[Problem]:
    """VOC001: the vocabularies that mirror a model's fields hold exactly what the model needs."""
    vocabulary = documents.site.vocabulary
    needed: dict[str, tuple[Collection[str], Collection[str]]] = {
        "interests": (SCALES, vocabulary.interests),
        "values": (VALUES, vocabulary.values),
        "education": (EDUCATION, vocabulary.education),
        "environments": (CONDITIONS, vocabulary.environments),
        "preparation": ("12345", vocabulary.preparation),
        "licence": (LICENCES, vocabulary.licence),
        "verbs": (SCALES, vocabulary.verbs),
        "methods": ([name.replace("_", "-") for name in Explore.model_fields], vocabulary.methods),
    }
    for name, (wanted, given) in needed.items():
        if given and set(wanted) != set(given):
            missing, extra = sorted(set(wanted) - set(given)), sorted(set(given) - set(wanted))
            message = "; ".join(
                f"{word} {', '.join(keys)}" for word, keys in (("lacks", missing), ("has unknown", extra)) if keys
            )
            hint = f"it must hold exactly {', '.join(wanted)}"
            yield Problem(f"content/vocabulary/{name}.yml", 1, 1, "VOC001", message, hint)


def labels_explained_once(documents: Documents) -> Iterator[Problem]:
    """VOC002: no label of pages is explained by two terms of the glossary, or twice by one."""
    explaining: dict[str, str] = {}
    for key, term in documents.site.vocabulary.glossary.items():
        for at, name in enumerate(term.explains):
            if (first := explaining.setdefault(name, key)) != key or name in term.explains[:at]:
                message = f"{key} explains {name!r}, which {first} explains already"
                loc = (key, "explains", at)
                yield documents.vocabularies["glossary"].problem("VOC002", message, "name it at one term alone", *loc)
