"""Rules about the vocabularies that mirror a model."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.guesses import did_you_mean
from generator.model.occupation import CONDITIONS, EDUCATION, LICENCES, PAID, SCALES, VALUES, Explore
from generator.model.vocabulary import FieldTerm, SkillTerm
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
        "paid": (PAID, vocabulary.paid),
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
    explaining: dict[tuple[str, str], str] = {}
    for key, term in documents.site.vocabulary.glossary.items():
        for field, names in (("explains", term.explains), ("explains_training", term.explains_training)):
            for at, name in enumerate(names):
                if (first := explaining.setdefault((field, name), key)) != key or name in names[:at]:
                    message = f"{key} explains {name!r}, which {first} explains already"
                    hint = "name it at one term alone"
                    yield documents.vocabularies["glossary"].problem("VOC002", message, hint, key, field, at)


def trainings_explained_exist(documents: Documents) -> Iterator[Problem]:
    """VOC003: a kind of training that a term of the glossary explains stands in the vocabulary of education."""
    vocabulary = documents.site.vocabulary
    if training := vocabulary.education.get("training"):  # Else it could not be read, which has been reported.
        for key, term in vocabulary.glossary.items():
            for at, name in enumerate(term.explains_training):
                if name not in training.terms:
                    loc = (key, "explains_training", at)
                    message, hint = f"no training {name!r}", did_you_mean(name, training.terms)
                    yield documents.vocabularies["glossary"].problem("VOC003", message, hint, *loc)


def variants_apart(documents: Documents) -> Iterator[Problem]:
    """VOC004: what is written otherwise of a word is not the word itself, and not that of another."""
    first: dict[str, str] = {}
    for ours, variants in documents.site.vocabulary.variants.items():
        for at, written in enumerate(variants):
            variant = written.casefold()
            begin = variant.rstrip("*")
            owner = first.setdefault(variant, ours)
            if ours.casefold() == begin or (variant != begin and ours.casefold().startswith(begin)):
                message, hint = f"{written!r} stands for {ours!r} itself, too", "write what is not to stand in texts"
            elif owner != ours or variant in map(str.casefold, variants[:at]):
                message, hint = f"{written!r} stands for {owner!r} already", "name it at one word alone"
            else:
                continue
            yield documents.vocabularies["variants"].problem("VOC004", message, hint, ours, at)


def old_keys(documents: Documents) -> Iterator[Problem]:
    """VOC007: an old key of a field or skill is none of today, and no two claim it."""
    for name in ("fields", "skills"):
        terms: dict[str, FieldTerm | SkillTerm] = getattr(documents.site.vocabulary, name)
        owners: dict[str, str] = {}
        for key, term in terms.items():
            for at, old in enumerate(term.formerly):
                if old in terms or old in owners:
                    message = (
                        f"old key {old!r} is {'a key of today' if old in terms else f'that of {owners[old]}, too'}"
                    )
                    hint = "an old address can lead to one place alone"
                    yield documents.vocabularies[name].problem("VOC007", message, hint, key, "formerly", at)
                owners.setdefault(old, key)
