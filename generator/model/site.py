"""Everything the pages are made from: one frozen `Site`."""

from __future__ import annotations

import dataclasses
import datetime
import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated
from urllib.parse import urljoin

from pydantic import Discriminator, Field, Tag
from typing_extensions import TypeAliasType

from generator import links
from generator.model.base import Key, Line, Model, Shown
from generator.model.facts import Facts
from generator.model.finding import Finding
from generator.model.local import Local
from generator.model.method import Fill, Method
from generator.model.national import National
from generator.model.norms import Norms, Work
from generator.model.occupation import Listed, Occupation
from generator.model.outline import Outline
from generator.model.quiz import KINDS, Kind, Quiz
from generator.model.reference import Reference
from generator.model.simulation import Simulation
from generator.model.vocabulary import Vocabulary

# Tags in brackets: reading passes over such steps when it looks for the place of an error.
_Text = Annotated[Shown, Tag("(text)")]
_Section = Annotated["Strings", Tag("(section)")]
Strings = TypeAliasType(
    "Strings",
    dict[Key, Annotated[_Text | _Section, Discriminator(lambda v: "(section)" if isinstance(v, dict) else "(text)")]],
)
"""The interface texts: sections of texts and of further sections."""


@dataclass(frozen=True)
class Settings:
    """What the pages take from `mkdocs.yml`, the one place where a publisher sets it."""

    site_name: str = ""
    site_url: str = ""
    repo_url: str = ""
    edit_uri: str = ""
    site_description: str = ""
    new_uri: str = ""
    """Where a new file is proposed, below `repo_url`, with {path} and {text}."""
    contact: str = ""
    """The e-mail address for those who have no account with the repository's host."""
    language: str = "en"
    """That of the site, by the theme's setting."""
    folder: str = ""
    """Where it lies below the site as it is published; "" for the site in its own language."""
    languages: tuple[str, ...] = ()
    """The others in which it is published, each in a folder called by it."""
    offline: str = ""
    """Whether readers can keep the whole site on their devices: "true", or "" if not."""
    format: str = ""
    """The version of the format of the site's files, where files that came along stand for those that it lacks."""

    def speak(self, language: str, spoken: Spoken) -> Settings:
        """The same for the part of the site in another language, in the folder that is called by its tag."""
        return dataclasses.replace(
            self,
            language=language,
            folder=f"{language}/",
            site_name=spoken.site_name or self.site_name,
            site_description=spoken.site_description or self.site_description,
            site_url=self.absolute(f"{language}/") if self.site_url else "",
            offline="",
        )

    def absolute(self, address: str) -> str:
        """`address` below the site's own where the publisher has set `site_url`, else relative to the site's root."""
        return f"{self.site_url.rstrip('/')}/{address}" if self.site_url else address

    @property
    def shown_url(self) -> str:
        """The site's address in examples, which are to be complete even where the publisher has set none."""
        return self.site_url or "https://example.org/"

    def edit_address(self, path: str) -> str:
        """Where the source file `path` can be corrected in the browser, or "" without a repository."""
        return self._join(self.edit_uri if self.edit_uri.endswith("/") else f"{self.edit_uri}/", path)

    def new_address(self) -> str:
        """Where a new file is proposed in the browser, with {path} and {text} to fill in, or "" if nowhere."""
        return self._join(self.new_uri, "")

    def _join(self, uri: str, path: str) -> str:
        """An address below `repo_url`, or in its place, as MkDocs puts one together; "" if there is none."""
        is_whole = uri.startswith("https://")
        if not uri.strip("/") or not (self.repo_url or is_whole):
            return ""
        # A question or a fragment follows the repository's own address, anything else stands below it.
        base = self.repo_url if uri.startswith(("?", "#")) else f"{self.repo_url.rstrip('/')}/"
        return urljoin(base, f"{uri}{path}")


class Spoken(Model):
    """What mkdocs.yml says, in another language: `languages/<tag>/site.yml`."""

    site_name: Line | None = None
    site_description: Line | None = None
    site_author: Line | None = None
    copyright: Line | None = None
    nav: dict[Line, Line] = Field(default_factory=dict, description="Title in the navigation -> the same, translated.")
    footer: dict[Line, Line] = Field(default_factory=dict, description="Words of a link at the foot -> translated.")
    palette: dict[Line, Line] = Field(default_factory=dict, description="Name of a choice of colors -> translated.")


@dataclass(frozen=True)
class TextPage:
    """A Markdown page that an editor wrote: path below content/, its text, and the file that it stands in."""

    path: str
    text: str
    file: str = ""

    @property
    def source(self) -> str:
        """Where it is written, below the repository."""
        return self.file or f"{links.TEXTS}/{self.path}"


@dataclass(frozen=True)
class Original:
    """What stands on a site in another language than the site's, since nobody has translated it."""

    language: str
    strings: Strings
    vocabulary: Vocabulary
    pages: tuple[str, ...]
    """The paths of pages without a translation, in order: each is whole in this language."""
    texts: tuple[str, ...] = ()
    """What other pages show of it, in the pieces between the marks of each text."""


@dataclass(frozen=True)
class Site:
    """The whole project as read; mappings are in the order in which readers see them."""

    settings: Settings
    strings: Strings
    vocabulary: Vocabulary
    introductions: Mapping[str, Mapping[str, str]]
    """Of the ways in, by kind, then by key."""
    sources: Mapping[str, Reference]
    occupations: Mapping[str, Occupation]
    methods: Mapping[str, Method]
    quizzes: Mapping[str, Quiz]
    outlines: Mapping[str, Outline] = field(default_factory=dict)
    """Of occupations without a profile what tables say."""
    taken_over: Mapping[str, str] = field(default_factory=dict)
    """The slug that an outline would have -> the profile in its place."""
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Slug of a profile -> those of outlines that are alike by the tables."""
    official: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Slug of an occupation -> all that tables call its codes."""
    pages: tuple[TextPage, ...] = ()
    asked: Mapping[str, Quiz] = field(default_factory=dict)
    """The assessments in the site's own language, by whose words answers on a device are known in any."""
    originals: tuple[Original, ...] = ()
    """What is not translated: into the site's own language of what came along in English, into another of both."""
    spoken: Spoken = field(default_factory=Spoken)
    """What the settings say in the language of this site."""
    cards: frozenset[str] = frozenset()
    """The fields of work that have a picture for shared links; a field of one's own may have none yet."""
    marks: frozenset[str] = frozenset()
    """The names of the marks that the theme brings, such as `field-law`; a field of one's own may have none."""
    today: datetime.date = datetime.date.min
    """The day for which figures are judged stale; given by the caller, since pages have no clock."""
    national: National | None = None
    """Pay and jobs over all occupations together, where they are known."""
    facts: Mapping[str, Facts] = field(default_factory=dict)
    """What tables tell of an occupation beyond the fields of its profile, by slug."""
    simulation: Simulation | None = None
    """How accurate the interest assessment was with simulated people, if that has been measured."""

    norms: Norms | None = None
    """How people answer the assessment of interests, if anybody knows."""
    finding: Finding | None = None
    """How people look for an occupation whose title they do not know."""
    local: Local | None = None
    """Next steps near the readers of this site."""
    work: Work | None = None
    """How the interests of work are rated over all occupations there are, 1 to 7."""

    def is_stale(self, source: str) -> bool:
        """Whether the figures of a source were to be reviewed by now."""
        return self.sources[source].review_by < self.today

    @functools.cached_property
    def listed(self) -> Mapping[str, Listed]:
        """Every occupation of which there is a page, those with a profile first."""
        return {**self.occupations, **self.outlines}

    def list_files(self) -> Iterator[tuple[str, Occupation | Method | Quiz]]:
        """Every profile, guide and assessment, with its file before it."""
        kinds: dict[str, Mapping[str, Occupation | Method | Quiz]] = {
            links.PROFILES: self.occupations,
            links.GUIDES: self.methods,
            links.ASSESSMENTS: self.quizzes,
        }
        for folder, models in kinds.items():
            yield from ((f"{folder}/{name}.yml", model) for name, model in models.items())

    def languages(self) -> tuple[str, ...]:
        """The languages in which tables have titles of occupations."""
        return tuple(sorted({titles.language for facts in self.facts.values() for titles in facts.titles}))

    def moved(self) -> Mapping[str, str]:
        """Old name -> present name of each profile that has been renamed, or that has an outline's place.

        A name that is in use again does not count.
        """
        named = {old: slug for slug, model in self.occupations.items() for old in model.formerly}
        return {old: slug for old, slug in {**self.taken_over, **named}.items() if old not in self.listed}

    def first_quiz(self, kind: Kind) -> str | None:
        """The key of the first quiz of a kind; None if there is none."""
        return next((key for key, quiz in self.quizzes_in_order().items() if quiz.kind == kind), None)

    def matching_quizzes(self) -> Mapping[str, Quiz]:
        """The first quiz of each kind that can speak for or against an occupation, by key."""
        quizzes = self.quizzes_in_order()
        return {key: quiz for key, quiz in quizzes.items() if quiz.matches and key == self.first_quiz(quiz.kind)}

    def strategy_filled_from(self, fill: Fill) -> str | None:
        """The key of the first strategy whose worksheet can be filled in from there; None if there is none."""
        strategies = (strategy for method in self.methods.values() for strategy in method.strategies)
        return next((one.key for one in strategies if one.worksheet.fill == fill), None)

    def quizzes_in_order(self) -> Mapping[str, Quiz]:
        """The quizzes by kind, then by key."""
        return dict(sorted(self.quizzes.items(), key=lambda pair: (KINDS.index(pair[1].kind), pair[0])))
