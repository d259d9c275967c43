"""A language is one that both Babel and browsers know by the same tag, whole."""

from __future__ import annotations

import pytest

from generator.strings import read_locale


@pytest.mark.parametrize("tag", ["de", "en-GB", "EN-gb", "sr-Latn-RS", "zh-TW", "zh-Hant-TW", "ca-ES-valencia", "iw"])
def test_tags_of_languages_are_known(tag: str) -> None:
    assert read_locale(tag).plural_form


@pytest.mark.parametrize(
    "tag", ["und", "und-US", "root", "pl-PL-POSIX", "en-US-POSIX", "de-CH-1996x", "de-XX", "english", "mul", "en_GB"]
)
def test_what_is_no_language_or_known_in_part_is_refused(tag: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_locale(tag)
