"""What finds an occupation beside the names that lists show: titles in other languages, and what people say."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator import links
from generator.model.facts import NOTHING, Facts, Titles
from generator.model.finding import Finding, WishedFor
from generator.model.grammar import Names
from generator.model.occupation import Listed
from generator.model.site import Site
from generator.scripts.published.finding import FindingFile, FoundDeed, FoundGrammar, FoundPay, FoundWish, FoundWords
from generator.scripts.published.occupations import Named
from generator.scripts.published.titles import LanguagesFile, StartsFile, TitlesFile
from generator.strings import Words, fill, name_language

_LETTERS = 4
"""Of a word: fewer would ask for many languages in vain, more would make the list longer than a few of these."""
_PLAIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "\u0131": "i"}
)
"""As `elements/finder/titles.js` reads these letters."""
_NO_WORDS = Finding.model_construct(light=(), roles=(), alike={}, names={}, verbs={}, deeds=(), wishes=())
"""Of a site that says nothing of how people look for occupations; a file that does has some of each."""


def make_languages(site: Site) -> LanguagesFile:
    """Where the titles of each language are."""
    return LanguagesFile(files={language: _name(language) for language in site.languages()})


def make_starts(site: Site) -> StartsFile:
    """How the words of all titles begin, so that only those languages are fetched that may have what was typed."""
    languages: defaultdict[str, set[str]] = defaultdict(set)
    named = [(one.language, title) for facts in site.facts.values() for one in facts.titles for title in _called(one)]
    for language in site.languages():
        named += [(language, name) for names in list_abroad(site, language).values() for name in names]
    for language, title in named:
        for word in _fold(title).split():
            languages[word[:_LETTERS]].add(language)
    starts: defaultdict[str, list[str]] = defaultdict(list)
    for start, names in sorted(languages.items()):
        starts[" ".join(sorted(names))].append(start)
    return StartsFile(letters=_LETTERS, starts={names: tuple(starts[names]) for names in sorted(starts)})


def sort_titles(site: Site) -> dict[str, list[Titles | None]]:
    """The titles of all occupations by language, each list in the order of the occupations."""
    found: dict[str, list[Titles | None]] = {language: [None] * len(site.listed) for language in site.languages()}
    for place, slug in enumerate(site.listed):
        for one in reversed(site.facts.get(slug, NOTHING).titles):  # Of several in one language the first counts.
            found[one.language][place] = one
    return found


def make_titles(found: Sequence[Titles | None], everyday: Mapping[int, tuple[str, ...]]) -> TitlesFile:
    """The titles of all occupations in one language, `everyday` names first; nothing of those that have none."""
    return TitlesFile(
        titles=tuple((*everyday.get(at, ()), *(_called(one) if one else ())) for at, one in enumerate(found)),
        close=tuple(place for place, one in enumerate(found) if one and not one.exact),
    )


def list_abroad(site: Site, language: str) -> dict[int, tuple[str, ...]]:
    """Place of an occupation -> what people call the work in another language."""
    names = site.finding.abroad.get(language, {}) if site.finding else {}
    at = {slug: place for place, slug in enumerate(site.listed)}
    at |= {old: at[slug] for old, slug in site.moved().items()}
    return dict(sorted(_gather(at, names).items()))


def _gather(at: Mapping[str, int], names: Mapping[str, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """Place -> all its names: where a guide has taken over an outline, those of both."""
    found: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    for slug, some in names.items():
        if slug in at:
            found[at[slug]] += some
    return dict(found)


def _called(one: Titles) -> tuple[str, ...]:
    return one.exact or one.close


def name_elsewhere(site: Site, facts: Facts) -> Iterator[Named]:
    """What an occupation is called in each language, beside words in the site's own."""
    words = Words(site.strings)
    for one in facts.titles:
        said = words["occupation"]["called" if one.exact else "called_close"]
        yield Named(
            language=one.language,
            said=fill(said, language=name_language(one.language, words["script"]["locale"])),
            titles=_called(one),
            source=site.sources[one.source].short,
            url=links.address(f"{links.SOURCES}#{one.source}"),
        )


def _name(language: str) -> str:
    return links.script_titles(language).removeprefix(f"{links.SCRIPT_DATA}/")


def _fold(title: str) -> str:
    """Letters and digits without accents and case, as the finder compares them."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", title) if unicodedata.category(sign)[0] != "M")
    return re.sub(r"[\W_]+", " ", re.sub("['\u2019]", "", plain.lower())).translate(_PLAIN)


def list_names(site: Site) -> Iterator[tuple[str, ...]]:
    """The other names of each occupation; of a profile, those that tables have for its codes, too.

    What another page is called is left to that.
    """
    owners: dict[str, str] = {}
    for slug, model in site.listed.items():
        owners |= {name.casefold(): owners.get(name.casefold(), slug) for name in (model.title, *model.aliases)}
    for slug, model in site.listed.items():
        more = (
            name
            for name in (site.official.get(slug, ()) if slug in site.occupations else ())
            if name.casefold() not in owners
        )
        yield (*model.aliases, *more)


def make_finding(site: Site) -> FindingFile:
    """Names that no list shows, what people do, and what they wish."""
    words = site.finding or _NO_WORDS
    rules = site.vocabulary.grammar.names
    at = {slug: place for place, slug in enumerate(site.listed)}
    at |= {old: at[slug] for old, slug in site.moved().items()}
    shown = list(list_names(site))
    return FindingFile(
        light=words.light,
        roles=words.roles,
        alike={other: word for word, others in words.alike.items() for other in others},
        more=tuple(
            tuple(_list_more(site.official.get(slug, ()), {model.title, *shown[place]}))
            for place, (slug, model) in enumerate(site.listed.items())
        ),
        called={str(place): names for place, names in _gather(at, words.names).items()},
        jobs="".join(str(len(str(_count_jobs(model)))) for model in site.listed.values()),
        verbs=words.verbs,
        deeds=tuple(FoundDeed(does=deed.does, to=deed.to, at=_find(at, deed.is_)) for deed in words.deeds),
        wishes=tuple(map(_write_wish, words.wishes)),
        list=links.address(links.shown({})),
        pay=FoundPay(**words.pay.model_dump()) if words.pay else None,
        against=words.against,
        until=words.until,
        refused=words.refused,
        apart=words.apart,
        idle=words.idle,
        both=words.both,
        unlisted=words.unlisted,
        grammar=FoundGrammar(**rules.model_dump()) if rules != Names() else None,
        words=_write_words(Words(site.strings)),
    )


def _write_wish(wish: WishedFor) -> FoundWish:
    return FoundWish(say=wish.say, label=wish.label or "", show=links.filters(wish.show), note=wish.note)


def _write_words(words: Words) -> FoundWords:
    texts = {name: str(words["finder"][name]) for name in ("alias", "deed", "close", "wish")}
    return FoundWords(**texts, outline=str(words["outline"]["mark"]), locale=str(words["script"]["locale"]))


def _find(at: Mapping[str, int], slugs: Iterable[str]) -> tuple[int, ...]:
    """Each once: of two outlines that one guide has taken over, both lead there."""
    return tuple(dict.fromkeys(at[slug] for slug in slugs if slug in at))


def _count_jobs(model: Listed) -> int:
    return model.main_outlook.jobs if model.main_outlook else 0


def _list_more(names: Iterable[str], shown: Iterable[str]) -> Iterator[str]:
    """Those that are not shown; of `Nail Technician (Nail Tech)` both are names, so neither stands beside it."""
    known = {name.casefold() for name in shown}
    parts = {part.casefold() for name in (*names, *shown) for part in re.split(r" \(|\)", name) if part != name}
    return (name for name in names if name.casefold() not in known | parts)
