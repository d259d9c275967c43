"""From a folder to a `Site`: the only orchestration of sources, reading, model and rules."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator import links, rules
from generator.cache import Cache
from generator.figures.joining import put_together
from generator.figures.norming import describe_work
from generator.figures.telling import tell
from generator.loading.pieces import find_text, make_vocabulary, model_of, read_strings
from generator.loading.untranslated import TRANSLATED, Read, find_packaged, find_untranslated
from generator.model.finding import Finding
from generator.model.local import Local
from generator.model.method import Method
from generator.model.national import National
from generator.model.norms import Norms
from generator.model.occupation import Occupation
from generator.model.quiz import Quiz
from generator.model.reference import Exceptions
from generator.model.simulation import Simulation
from generator.model.site import Settings, Site
from generator.model.ways import INTRODUCTIONS
from generator.outlines.codes import stamp
from generator.outlines.languages import fit_to, rename, split
from generator.outlines.making import outline
from generator.outlines.names import list_official
from generator.problems import Problem, ProjectError
from generator.register.entries import SLUGS_TAKEN
from generator.rules.documents import Documents
from generator.sources import names
from generator.sources.days import find_day
from generator.sources.documents import adapt
from generator.sources.folder import Folder
from generator.sources.languages.folder import TranslatedFolder
from generator.sources.reading import Reading
from generator.sources.shipped.overriding import find_stale, lead_to_copy
from generator.sources.shipped.theme import check_templates, find_cards, find_marks
from generator.strings import order
from generator.workers import uncollected


@dataclass(frozen=True)
class Loaded:
    """A site without errors, and the warnings that came with it."""

    site: Site
    warnings: tuple[Problem, ...] = ()
    others: tuple[Site, ...] = ()
    """The same in the other languages of the site, of which the warnings tell, too."""

    @property
    def errors(self) -> int:
        """How many errors there are, where it was only looked at."""
        return sum(not problem.is_warning for problem in self.warnings)


def load(
    root: Path, today: datetime.date | None = None, reading: Reading | None = None, *, prose: bool = False
) -> Loaded:
    """Read and check everything below `root`.

    Raises `ProjectError` with all problems of the run. `today` decides which figures are stale; the default is the
    current day. What `reading` knows from before is not read again. With `prose` texts are read for their words, too.
    """
    folder = Folder(root, reading or Reading(root, Cache(None)))
    with uncollected():
        loaded = _load(folder, today, prose=prose)
        if loaded.errors:
            raise ProjectError(loaded.warnings)
        folder.reading.finish()
        folder.reading.derived.finish()
        return loaded


def look(root: Path, today: datetime.date, reading: Reading) -> Loaded:
    """What can be read of a project, whatever is wrong in it; its problems have errors among them, too."""
    with uncollected():
        return _load(Folder(root, reading), today, prose=False)


def _load(folder: Folder, today: datetime.date | None, *, prose: bool) -> Loaded:
    """The site and, in its other languages, all that is translated of it."""
    settings, _ = folder.settings()
    readable = check_templates(folder.layers, folder.problems)
    own = TranslatedFolder.of(folder, settings.language)
    loaded = _load_language(own, settings, readable, today, prose=prose)
    told = set(loaded.warnings)
    others = []
    for other in TranslatedFolder.all_beside(folder, settings.languages):
        spoken = _load_language(other, settings, readable, today, own=loaded.site)
        others.append(dataclasses.replace(spoken.site, asked=loaded.site.quizzes, work=loaded.site.work))
        told |= {one for one in spoken.warnings if one.path.startswith(TRANSLATED)}
    return Loaded(loaded.site, tuple(sorted(told | {*folder.problems})), tuple(others))


def _load_language(
    folder: TranslatedFolder,
    settings: Settings,
    readable: set[Path],
    today: datetime.date | None,
    *,
    prose: bool = False,
    own: Site | None = None,
) -> Loaded:
    """The site in a language; if that is another than the site's, `own` is what the site has in that."""
    root = folder.root
    vocabularies = folder.vocabularies()
    strings = read_strings(folder)
    quizzes = folder.collect(links.ASSESSMENTS, Quiz, required=False)
    methods = folder.collect(links.GUIDES, Method, required=False)
    occupations = folder.collect(links.PROFILES, Occupation, required=True, meanwhile=lambda: folder.figures)
    simulation = folder.optional(links.SIMULATION, Simulation)
    national = folder.optional(links.NATIONAL, National)
    norms = folder.optional(links.NORMS, Norms)
    known_sources, sources = folder.references(norms, simulation)
    finding = folder.optional(links.FINDING, Finding)
    local = folder.optional(links.LOCAL, Local)
    folder.optional(links.EXCEPTIONS, adapt(Exceptions))
    introductions = folder.introductions()
    indexes, tables = folder.figures
    vocabulary = make_vocabulary(vocabularies)
    merged = strings.merged()
    derived = folder.reading.derived
    spoken = folder.spoken()
    pages = folder.pages()
    untold: Mapping[str, Occupation] = {}
    if folder.is_other:
        derived = derived.within(folder.language)
        settings = settings.speak(folder.language, spoken)
        occupations, untold = split(occupations)
        methods = {key: fit_to(one, Method, occupations) for key, one in methods.items()}
        introductions = {kind: fit_to(one, INTRODUCTIONS[kind], occupations) for kind, one in introductions.items()}
    places = (("occupation", "pay_of"), ("outline", "summary"), ("outline", "called"))
    texts = tuple(find_text(merged, *place) for place in places)
    figures = put_together({name: one.model for name, one in indexes.items()}, tables, vocabulary, texts, derived)
    profiles = {
        slug: derived.recall(("profile", slug), (figures, document.model), partial(figures.join, document.model))
        for slug, document in sorted(occupations.items(), key=lambda item: order(item[1].model.title))
    }
    outlines = derived.recall(
        "outlines",
        (figures, vocabulary.fields, stamp(profiles), stamp(untold)),
        partial(outline, figures, profiles, vocabulary.fields, SLUGS_TAKEN, untold),
    )
    called = outlines.found
    if folder.is_other:
        outlines = derived.recall("named", (outlines, figures), partial(rename, outlines, figures, folder.language))
    site = Site(
        settings=settings,
        strings=merged,
        vocabulary=vocabulary,
        introductions={kind: document.model for kind, document in introductions.items()},
        sources=sources,
        occupations=profiles,
        outlines=outlines.found,
        taken_over=outlines.taken_over,
        beside=outlines.beside,
        official={
            slug: derived.recall(("official", slug), (figures, model), partial(list_official, figures, model.codes))
            for slug, model in (*profiles.items(), *outlines.found.items())
        },
        methods={key: methods[key].model for key in (*vocabulary.methods, *methods) if key in methods},
        quizzes={key: document.model for key, document in quizzes.items()},
        pages=pages,
        spoken=spoken,
        cards=find_cards(folder.layers),
        marks=find_marks(folder.layers, readable),
        today=today or find_day(),
        national=figures.join_national(model_of(national)),
        facts={
            slug: derived.recall(
                ("facts", slug), (figures, model), partial(tell, figures.indexes, figures.tables, model.codes)
            )
            for slug, model in (*profiles.items(), *outlines.found.items())
        },
        simulation=model_of(simulation),
        norms=model_of(norms),
        finding=model_of(finding),
        local=model_of(local),
        work=describe_work(figures, (document.model for document in occupations.values())),
    )
    read = Read(methods, quizzes, occupations, vocabularies, introductions, strings, pages, folder.layers)
    original = dataclasses.replace(own, outlines=called) if own else None
    foreign = find_untranslated(original, site, read) if original else find_packaged(site, read)
    site = dataclasses.replace(site, originals=foreign)
    documents = Documents(
        site=site,
        occupations=occupations,
        methods=methods,
        quizzes=quizzes,
        introductions=introductions,
        vocabularies=vocabularies,
        indexes=indexes,
        tables=tables,
        figures=figures,
        outlines=outlines,
        sources=known_sources,
        national=national,
        norms=norms,
        finding=finding,
        local=local,
        strings=strings,
        navigation=folder.navigation,
        folders=frozenset(folder.stems[links.FIGURES]),
        slugs=frozenset(folder.stems[links.PROFILES]),
        loose=tuple(folder.loose),
    )
    found = rules.check(documents, folder.unread, reads=prose)
    unread = () if folder.is_other else (*names.find_unread(root, folder.known), *find_stale(folder.layers))
    problems = [*folder.problems, *unread, *folder.find_leftovers(), *found]
    return Loaded(site, tuple(sorted(set(map(lead_to_copy, problems)))))
