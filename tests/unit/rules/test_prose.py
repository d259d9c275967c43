from __future__ import annotations

from pathlib import Path

from generator import project as projects
from generator.rules.reading import find_words, split_sentences


def test_a_word_that_begins_as_another_variant_or_in_other_letters_is_told_by_its_own(project: Path) -> None:
    variants = project / "content/vocabulary/variants.yml"
    text = variants.read_text(encoding="utf-8")
    variants.write_text(f"{text}promote: [advertise]\nplan: [timetable]\n", encoding="utf-8")
    page = project / "content/groups.md"
    # Whatever its case, an i is one without a dot, too.
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\nShe advertises.\n\nTo advertise a t\u0131metable.\n", encoding="utf-8")
    found = projects.load(project, prose=True).warnings
    assert [(problem.column, problem.message, problem.hint) for problem in found] == [
        (5, "'advertises' in a text", "here it is 'ad'"),
        (4, "'advertise' in a text", "here it is 'promote'"),
        (16, "'t\u0131metable' in a text", "here it is 'plan'"),
    ]


def test_a_sentence_ends_behind_its_quotation_mark_too() -> None:
    text = 'They asked "What may I lose?" Then they began. It has (to me) a "good!" end.'
    assert list(split_sentences(text)) == [
        'They asked "What may I lose?"',
        "Then they began.",
        'It has (to me) a "good!" end.',
    ]


def test_words_are_found_in_every_alphabet() -> None:
    assert find_words("It\u2019s na\u00efve: Gr\u00f6\u00dfe, \u0421\u0432\u0430\u0440\u0449\u0438\u043a.") == [
        "it\u2019s",
        "na\u00efve",
        "gr\u00f6sse",
        "\u0441\u0432\u0430\u0440\u0449\u0438\u043a",
    ]
