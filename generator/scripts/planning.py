"""What scripts get for the plan, the worksheets, and the buttons that put something into the plan."""

from __future__ import annotations

from generator import links
from generator.model import method
from generator.model.grammar import Verbs
from generator.model.site import Site
from generator.prose import writing
from generator.scripts.published.planning import (
    AddingFile,
    Column,
    Method,
    PlanFile,
    Sheet,
    SiteName,
    VerbForms,
    VerbsFile,
    WorksheetField,
)


def make_plan(site: Site) -> PlanFile:
    """The words of the plan and of the worksheets, and what each worksheet is made of."""
    script = site.strings.get("script")
    return PlanFile(
        text=site.strings.get("planning", {}),
        locale=script.get("locale", "en") if isinstance(script, dict) else "en",
        site=SiteName(name=site.settings.site_name, url=site.settings.site_url),
        address=links.address(links.PLAN),
        occupation=links.address(links.occupation("{slug}")),
        formerly=dict(site.moved()),
        methods=_methods(site),
        several=bool(site.settings.languages),
        sheets=tuple(_sheet(key, strategy) for key, guide in site.methods.items() for strategy in guide.strategies),
    )


def make_adding(site: Site) -> AddingFile:
    """The few words on the pages of occupations and guides with which something is put into the plan."""
    return AddingFile(
        text=site.strings.get("adding", {}),
        plan=links.address(links.PLAN),
        compare=links.address(links.COMPARE),
        languages=site.languages(),
        formerly=dict(site.moved()),
    )


def make_verbs(site: Site) -> VerbsFile:
    """The verbs of each interest, for a worksheet about stories of one's own."""
    rules = site.vocabulary.grammar.verbs
    return VerbsFile(verbs=site.vocabulary.verbs, grammar=VerbForms(**rules.model_dump()) if rules != Verbs() else None)


def _methods(site: Site) -> dict[str, Method]:
    """Each assessment counts for the first method that has a use for it."""
    methods: dict[str, Method] = {}
    counted: set[str] = set()
    for key, term in site.vocabulary.methods.items():
        guide = site.methods.get(key)
        named = [quiz for strategy in guide.strategies for quiz in strategy.quizzes] if guide else []
        quizzes = tuple(quiz for quiz in dict.fromkeys(named) if quiz not in counted)
        counted.update(quizzes)
        url = links.address(links.method(key)) if guide else None
        methods[key] = Method(label=term.label, url=url, quizzes=quizzes)
    return methods


def _sheet(method_key: str, strategy: method.Strategy) -> Sheet:
    return Sheet(
        key=strategy.key,
        method=method_key,
        title=strategy.title,
        takes=strategy.takes,
        url=links.address(links.worksheet(strategy.key)),
        guide=links.address(links.strategy(method_key, strategy.key)),
        entry=strategy.worksheet.entry,
        fields=tuple(_field(field) for field in strategy.worksheet.fields),
    )


def _field(field: method.WorksheetField) -> WorksheetField:
    return WorksheetField(
        key=field.key,
        kind=field.kind,
        label=writing.write_plain(field.label),
        options=field.options,
        low=field.low,
        high=field.high,
        columns=tuple(
            Column(key=one.key, kind=one.kind, label=one.label, options=one.options, reminder=one.reminder)
            for one in field.columns
        ),
        rows=field.rows,
        reminder=field.reminder,
    )
