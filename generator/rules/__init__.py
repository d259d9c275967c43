"""What must hold across files: one function a rule, one code a rule; each yields problems with their places.

The docstring of a rule is its documentation. A vocabulary that is empty could not be read; that has been reported
where it is broken, so rules pass over it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from generator.problems import Problem
from generator.rules import (
    codes,
    figures,
    finding,
    links,
    local,
    markup,
    methods,
    occupations,
    outlines,
    pages,
    plausible,
    prose,
    quizzes,
    reading,
    regions,
    routes,
    strings,
    tables,
    vocabularies,
    ways,
    words,
)
from generator.rules.documents import Documents
from generator.rules.methods import COPIED

RULES: tuple[Callable[[Documents], Iterator[Problem]], ...] = (
    strings.placeholders_are_names,
    strings.forms_of_the_language,
    strings.language_known,
    strings.overrides_fit,
    strings.translations_fit,
    vocabularies.vocabulary_complete,
    vocabularies.labels_explained_once,
    vocabularies.trainings_explained_exist,
    vocabularies.variants_apart,
    vocabularies.old_keys,
    ways.introductions_complete,
    occupations.unique_titles,
    words.known_keys,
    occupations.related_exist,
    occupations.related_return,
    occupations.entries_once,
    occupations.old_names,
    occupations.added_before_reviewed,
    occupations.sometimes_listed,
    occupations.conditions_as_measured,
    occupations.licence_explained,
    occupations.licence_as_told,
    routes.times_ascend,
    routes.times_as_told,
    routes.costs_with_source,
    figures.sources_known,
    figures.pay_ascends,
    figures.bounds_given,
    figures.outlook_adds_up,
    figures.figures_after_their_time,
    figures.figures_reviewed,
    plausible.figures_likely,
    plausible.codes_belong_together,
    plausible.sources_fit,
    plausible.newest_first,
    plausible.reviewed_with_its_figures,
    plausible.titles_likely,
    plausible.labels_apart,
    plausible.codes_of_the_world,
    plausible.sources_dated,
    tables.tables_dated,
    tables.terms_known,
    tables.columns_known,
    tables.shares_add_up,
    tables.told_once,
    tables.figures_once,
    tables.words_shown,
    regions.regions_known,
    regions.currency_of_the_region,
    regions.steps_ascend,
    regions.national_of_the_same_time,
    codes.schemes_known,
    codes.tables_of_a_known_scheme,
    codes.codes_formed,
    codes.codes_known,
    codes.codes_apart,
    outlines.outlines_of_a_table,
    outlines.outlines_in_a_field,
    outlines.fields_apart,
    outlines.addresses_kept,
    finding.finding_leads_somewhere,
    finding.finding_names_what_is_here,
    local.steps_lead_somewhere,
    local.steps_of_codes_that_are_here,
    quizzes.norms_complete,
    quizzes.quiz_shape,
    quizzes.quiz_scales,
    quizzes.quiz_items,
    methods.methods_complete,
    methods.methods_point_somewhere,
    methods.worksheet_shape,
    methods.worksheet_keys,
    links.links_lead_somewhere,
    links.markers_known,
    pages.front_matter_closed,
    markup.front_matter_plain,
    pages.html_of_pages,
    pages.links_of_pages,
    pages.markers_alone,
    links.pages_do_not_collide,
    links.navigation_leads_somewhere,
)

PROSE: tuple[Callable[[Documents], Iterator[Problem]], ...] = (
    prose.one_spelling,
    prose.fair_wording,
    prose.no_hype,
    reading.easy_to_read,
    reading.short_sentences,
    reading.each_text_easy,
    reading.said_once,
    reading.says_enough,
    reading.times_alike,
    reading.says_something,
)
"""Those that run only when they are asked for."""


def check(documents: Documents, unread: Collection[str] = (), *, reads: bool = False) -> list[Problem]:
    """All problems that the rules find; with `reads` those about prose, too.

    `unread` names files with errors of their own, which count as existing.
    """
    found = [problem for rule in (*RULES, *(PROSE if reads else ())) for problem in rule(documents)]
    lacking = {group for problem in found if problem.code == "VOC001" for group in _list_lacking(problem.message)}
    copied = {problem.path for problem in found if problem.code == "MET003" and problem.message.startswith(COPIED)}
    found = [problem for problem in found if problem.code != "PAG002" or problem.path not in copied]
    told = [problem for problem in found if not _is_told(problem, unread) and not _is_of(problem, lacking)]
    return _join(told)


def _list_lacking(message: str) -> list[str]:
    """The keys that a vocabulary lacks, by what is said of that."""
    lacks = re.match(r"lacks ([^;]+)", message)
    return lacks[1].split(", ") if lacks else []


def _is_of(problem: Problem, groups: Collection[str]) -> bool:
    """Whether a condition is unknown only because its vocabulary lacks the whole group, which has been told."""
    named = re.search(r"'([a-z]+)(?:/[^']*)?'", problem.message)
    return problem.code in ("QIZ007", "WAY002", "OCC019") and named is not None and named[1] in groups


_JOINED = {"OCC007", "OCC008", "MET004", "TXT005"}
"""Codes of which one cause, a file renamed or a key taken away, may have many."""
_MOST = 3


def _join(problems: list[Problem]) -> list[Problem]:
    """What follows from one missing page or source is one line, which says how much more there is."""
    causes: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.code in _JOINED and (named := re.search(r"'(?:occupation:)?([^']+)'", problem.message)):
            causes.setdefault(named[1], []).append(problem)
    left_out: set[Problem] = set()
    more: list[Problem] = []
    for some in causes.values():
        if len(some) > _MOST:
            first, *rest = sorted(some)
            places = len({problem.path for problem in rest})
            told = f"{first.message}, and {len(rest)} more follow from this, in {places} file{'s' * (places > 1)}"
            left_out.update(some)
            more.append(replace(first, message=told))
    return [problem for problem in problems if problem not in left_out] + more


def _is_told(problem: Problem, unread: Collection[str]) -> bool:
    """Whether a page is missing only because its file holds errors, which have been told."""
    follows = {"MET001", "MET004", "TXT005", "PAG001", "PAG003", "PAG004"}
    return problem.code in follows and bool(set(unread) & set(re.findall(r"[a-z0-9-]+", problem.message)))
