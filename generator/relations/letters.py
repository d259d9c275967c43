"""All names of occupations in alphabetical order and by their first letters, whatever the alphabet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from generator.model import limits
from generator.model.occupation import Listed
from generator.model.site import Site

SIGNS = "#"
"""Where names stand that begin with no letter."""

OTHER = "other"
"""The key of that."""


@dataclass(frozen=True, order=True)
class Name:
    """A title, or another name that an occupation goes by."""

    text: str
    slug: str
    is_alias: bool


@dataclass(frozen=True)
class Part:
    """Names that stand together; `key` is what addresses call them."""

    key: str
    first: str
    """The letter, or the beginning of the first name where the letter has several parts or is one of several."""
    last: str
    """The same of the last name; what `first` says where there is nothing to tell apart."""
    names: tuple[Name, ...]


@dataclass(frozen=True)
class Letter:
    """A letter of the alphabet with its names in parts of bearable length; or a run of letters that are in none."""

    first: str
    last: str
    parts: tuple[Part, ...]

    @property
    def count(self) -> int:
        """Names in all parts."""
        return sum(len(part.names) for part in self.parts)


class Alphabet:
    """The letters of a language in their order; accents do not count unless a letter has one of its own."""

    def __init__(self, letters: Iterable[str]) -> None:
        self.letters = tuple(letters)
        places = {unicodedata.normalize("NFC", letter).casefold(): at for at, letter in enumerate(self.letters)}
        longest = sorted(places, key=len, reverse=True)
        self._pattern = re.compile("|".join([*map(re.escape, longest), "."]), re.DOTALL)
        # Signs come before the alphabet, other letters after it. Letters that are decomposed stand for themselves, too.
        self._weights = {letter: f"\1{chr(at)}" for letter, at in places.items()}
        for letter, at in places.items():
            self._weights.setdefault(unicodedata.normalize("NFKD", letter), f"\1{chr(at)}")

    def weigh(self, name: str) -> str:
        """What sorts `name`, two signs for each of its letters."""
        tokens = self._pattern.findall(unicodedata.normalize("NFC", name).casefold())
        return "".join(self._weights.get(token) or self._weigh_other(token) for token in tokens)

    def find_first(self, weight: str) -> str:
        """The letter with which a name of that weight begins: of the alphabet, SIGNS, or "" for one of another."""
        if weight[:1] == "\1":
            return self.letters[ord(weight[1])]
        return "" if weight[:1] == "\2" else SIGNS

    def _weigh_other(self, token: str) -> str:
        """Of a sign, of a letter of another alphabet, or of one that is in this alphabet without its accent."""
        if not token.isascii():
            bare = "".join(sign for sign in unicodedata.normalize("NFKD", token) if not unicodedata.combining(sign))
            base = "".join(map(_strip_stroke, bare))
            if base != token:
                return "".join(self._weights.get(sign) or self._weigh_plain(sign) for sign in base)
        return self._weigh_plain(token)

    def _weigh_plain(self, sign: str) -> str:
        weight = f"\2{sign}" if sign.isalpha() else f"\0{sign}"
        self._weights[sign] = weight
        return weight


def _strip_stroke(letter: str) -> str:
    """The letter that Unicode names another one after: o for "LATIN SMALL LETTER O WITH STROKE"."""
    name, _, addition = unicodedata.name(letter, "").partition(" WITH ")
    if not addition or not letter.isalpha():
        return letter
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return letter


def read_letters(site: Site) -> tuple[Letter, ...]:
    """Every name of the site's occupations, by the alphabet that its interface texts name."""
    texts = site.strings.get("a_to_z", {})
    letters = str(texts.get("letters", "")) if isinstance(texts, Mapping) else ""
    last = _last[0] if _last else None
    if last is None or last.occupations is not site.listed or last.letters != letters:
        names = [*_list_names(site.listed)]
        # A preview reads the names of another site that are mostly the same.
        is_known = last is not None and last.letters == letters and last.names == names
        found = last.found if last and is_known else _put_in_order(names, Alphabet(letters.split()), limits.NAMES)
        last = _Last(site.listed, letters, names, found)
        _last[:] = [last]
    return last.found


@dataclass(frozen=True)
class _Last:
    """What was read last, and of what: rules and pages all ask for the same."""

    occupations: Mapping[str, Listed]
    letters: str
    names: list[Name]
    found: tuple[Letter, ...]


_last: list[_Last] = []


def fit_one_page(letters: Iterable[Letter]) -> bool:
    """Whether all names may stand on the page from A to Z itself; else each part of a letter has a page of its own."""
    return sum(letter.count for letter in letters) <= limits.NAMES


def list_letters(occupations: Mapping[str, Listed], alphabet: Alphabet, most: int = limits.NAMES) -> tuple[Letter, ...]:
    """Every name once, in parts of at most `most`."""
    return _put_in_order(_list_names(occupations), alphabet, most)


def _put_in_order(listed: Iterable[Name], alphabet: Alphabet, most: int) -> tuple[Letter, ...]:
    weighed = sorted((alphabet.weigh(name.text), name) for name in listed)
    letters = []
    for first, entries in groupby(weighed, key=lambda entry: alphabet.find_first(entry[0])):
        names = [name for _, name in entries]
        if first:
            letters.append(_make_letter(first, names, most))
        else:
            # In Chinese nearly each name would have a letter of its own: as many share a run as may share a page.
            letters += [_make_run(run, at) for at, run in enumerate(_cut(names, most), start=1)]
    return tuple(letters)


def _list_names(occupations: Mapping[str, Listed]) -> Iterator[Name]:
    for slug, model in occupations.items():
        yield Name(model.title, slug, is_alias=False)
        for alias in model.aliases:
            yield Name(alias, slug, is_alias=True)


def _make_letter(letter: str, names: Sequence[Name], most: int) -> Letter:
    key = OTHER if letter == SIGNS else _make_key(letter)
    cuts = list(_cut(names, most))
    if len(cuts) == 1:
        return Letter(letter, letter, (Part(key, letter, letter, tuple(names)),))
    length = _tell_apart(cuts)
    parts = [
        Part(_number(key, at), _begin(cut[0], length), _begin(cut[-1], length), tuple(cut))
        for at, cut in enumerate(cuts, start=1)
    ]
    return Letter(letter, letter, tuple(parts))


def _make_run(names: Sequence[Name], at: int) -> Letter:
    first, last = _begin(names[0], 1), _begin(names[-1], 1)
    return Letter(first, last, (Part(_number(_make_key(first), at), first, last, tuple(names)),))


def _number(key: str, at: int) -> str:
    """The key of the part in that place, from 1."""
    return f"{key}-{at}" if at > 1 else key


def _make_key(letter: str) -> str:
    """What may stand in an address whatever the server: letters as they are, others by their numbers in Unicode."""
    plain = letter.casefold()
    return plain if plain.isascii() and plain.isalnum() else "-".join(f"u{ord(sign):x}" for sign in plain)


def _cut(names: Sequence[Name], most: int) -> Iterator[Sequence[Name]]:
    """`names` in as few parts as can be, all of about one length."""
    count = -(-len(names) // most)
    for at in range(count):
        yield names[len(names) * at // count : len(names) * (at + 1) // count]


def _tell_apart(cuts: Sequence[Sequence[Name]]) -> int:
    """How many letters of a name it takes to see where one part ends and the next begins; not more than make a word."""
    ends = [(before[-1], after[0]) for before, after in pairwise(cuts)]
    for length in range(2, 12):
        if all(_begin(one, length) != _begin(other, length) for one, other in ends):
            return length
    return 12


def _begin(name: Name, length: int) -> str:
    """The beginning of a name as a title would have it."""
    text = unicodedata.normalize("NFC", name.text)[:length].strip()
    return text[:1].upper() + text[1:].lower()
