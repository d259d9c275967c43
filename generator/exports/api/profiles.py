"""From the site's profiles and vocabularies to what is published of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator import links
from generator.exports.api.published import facts as told
from generator.exports.api.published import figures, index, parts
from generator.exports.api.published import occupation as out
from generator.exports.api.published import vocabulary as meanings
from generator.exports.api.texts import Texts, credit_of_texts, list_credits
from generator.model.base import Model
from generator.model.facts import Facts
from generator.model.occupation import CONDITIONS, EDUCATION, Education, Interests, Occupation, Route, Values
from generator.model.reference import Reference
from generator.model.site import Site
from generator.model.terms import Group, Term
from generator.prose import writing
from generator.strings import Words


class Profiles:
    """Makes the published parts of one site; what all of them share is made once."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.texts = Texts(site)
        words = Words(site.strings)["take_away"]
        licence = parts.Licence(
            name=words["licence"], url=words["licence_url"], credit=credit_of_texts(site), covers=words["covers"]
        )
        self.origins = {key: _origin(source) for key, source in site.sources.items()}
        self.figures_from = {key: parts.OriginOfFigure(key=key, **dict(origin)) for key, origin in self.origins.items()}
        self.head: dict[str, Any] = {"licence": licence, "sources": self.origins}

    def rows(self) -> Iterator[out.Row]:
        """Every profile in short."""
        return (self._row(slug, model) for slug, model in self.site.occupations.items())

    def profile(self, slug: str, model: Occupation, facts: Facts, titles: Mapping[str, str]) -> out.ProfileFile:
        """The whole profile, with `facts` of it; `titles` are those of the profiles that it names."""
        vocabulary = self.site.vocabulary
        rich = self.texts.commonmark
        education = {name: vocabulary.education[name].terms for name in EDUCATION}
        profile = out.Profile(
            **self._core(slug, model),
            interests_source=self._from(model.interests),
            values_source=self._from(model.values),
            field=_term(model.field, vocabulary.fields),
            preparation=self._level(model.preparation),
            education=out.Education(
                **{name: _term(getattr(model.education, name), terms) for name, terms in education.items()}
            )
            if model.education
            else None,
            education_source=self._from(model.education),
            pay=tuple(figures.PayWithOrigin(**_figure(pay), source=self.figures_from[pay.source]) for pay in model.pay),
            outlook=tuple(
                figures.OutlookWithOrigin(**_figure(one), source=self.figures_from[one.source]) for one in model.outlook
            ),
            prospects=rich(model.prospects) if model.prospects else None,
            what_they_do=rich(model.what_they_do),
            tasks=tuple(map(rich, model.tasks)),
            day=rich(model.day),
            environment=self._environment(model),
            skills=tuple(
                out.SkillUse(key=use.skill, label=vocabulary.skills[use.skill].label, why=rich(use.why))
                for use in model.skills
            ),
            good_sides=tuple(map(rich, model.good_sides)),
            hard_sides=tuple(map(rich, model.hard_sides)),
            routes=tuple(map(self._route, model.routes)),
            licence=out.Needed(
                needed=_term(model.licence.needed, vocabulary.licence),
                text=rich(model.licence.text) if model.licence.text else None,
            ),
            progression=rich(model.progression),
            explore=self._explore(model),
            related=tuple(
                out.Related(**self._named(related.slug, titles[related.slug]), why=rich(related.why))
                for related in model.related
            ),
            facts=told.Facts.model_validate(facts.model_dump()),
        )
        named = model.sources() | facts.sources()
        origins = {key: origin for key, origin in self.origins.items() if key in named}
        head = {**self.head, "sources": origins}
        return out.ProfileFile(**head, credit=list_credits(self.site, named), occupation=profile)

    def moved(self, slug: str, title: str) -> index.MovedFile:
        """What is left under an old name of the profile `slug`."""
        place = self.site.settings.absolute(links.api_occupation(slug))
        return index.MovedFile(moved=index.Moved(**self._named(slug, title), profile=place))

    def vocabulary(self) -> meanings.VocabularyFile:
        """Every key with its label and meaning."""
        known = self.site.vocabulary
        return meanings.VocabularyFile(
            **self.head,
            fields=self._meanings(known.fields),
            interests={
                key: meanings.Interest(**self._meaning(term), letter=term.letter, short=term.short)
                for key, term in known.interests.items()
            },
            values=self._meanings(known.values),
            skills=self._meanings(known.skills),
            environments=self._groups(known.environments),
            education=self._groups(known.education),
            schooling=self._meanings(known.schooling),
            subjects=self._meanings(known.subjects),
            preparation=self._meanings(known.preparation),
            licences=self._meanings(known.licence),
            paid=self._meanings(known.paid),
            methods={
                key: meanings.Method(
                    **self._meaning(term),
                    question=term.question,
                    strategies=self._meanings(term.strategies),
                    url=self._address(links.method(key)) if key in self.site.methods else None,
                )
                for key, term in known.methods.items()
            },
            glossary=self._meanings(known.glossary),
            regions={
                code: meanings.Region(
                    name=term.name,
                    currency=term.currency,
                    hours_a_year=term.hours_a_year,
                    full_time_hours=term.full_time_hours,
                )
                for code, term in known.regions.items()
            },
            classifications=self._meanings(known.classifications),
            verbs=known.verbs,
        )

    def _row(self, slug: str, model: Occupation) -> out.Row:
        asked, pay = model.education, model.main_pay
        return out.Row(
            **self._core(slug, model),
            interests_source=model.interests.source if model.interests else None,
            values_source=model.values.source if model.values else None,
            field=model.field,
            field_label=self.site.vocabulary.fields[model.field].label,
            preparation=model.preparation,
            education=asked.entry if asked else None,
            experience=asked.experience if asked else None,
            training=asked.training if asked else None,
            education_source=asked.source if asked else None,
            skills=tuple(use.skill for use in model.skills),
            environment=tuple(f"{group}/{key}" for group, _, key in model.environment.terms()),
            sometimes=model.environment.sometimes,
            related=tuple(related.slug for related in model.related),
            pay_median=pay.median if pay else None,
            pay_at_least=bool(pay and "median" in pay.at_least),
            pay_per=pay.per if pay else None,
            pay_currency=pay.currency if pay else None,
            pay=tuple(figures.PayFromKey(**_figure(pay), source=pay.source) for pay in model.pay),
            outlook=tuple(figures.OutlookFromKey(**_figure(one), source=one.source) for one in model.outlook),
            profile=self.site.settings.absolute(links.api_occupation(slug)),
        )

    def _from(self, figure: Interests | Values | Education | None) -> parts.OriginOfFigure | None:
        """The source of a figure, if there is a figure."""
        return self.figures_from[figure.source] if figure else None

    def _level(self, level: int | None) -> out.Level | None:
        label = self.site.vocabulary.preparation[str(level)].label if level else ""
        return out.Level(level=level, label=label) if level else None

    def _core(self, slug: str, model: Occupation) -> dict[str, Any]:
        """What a row and a whole profile have in common."""
        return {
            **self._named(slug, model.title),
            "aliases": model.aliases,
            "summary": model.summary,
            "codes": model.codes,
            "interests": out.Interests(**_figure(model.interests)) if model.interests else None,
            "values": out.Values(**_figure(model.values)) if model.values else None,
            "licence_needed": model.licence.needed,
            "reviewed": model.reviewed,
            "reviewed_by": model.reviewed_by,
            "added": model.added,
            "formerly": model.formerly,
        }

    def _named(self, slug: str, title: str) -> dict[str, str]:
        return {"slug": slug, "title": title, "url": self._address(links.occupation(slug))}

    def _address(self, page: str) -> str:
        return self.site.settings.absolute(links.address(page))

    def _environment(self, model: Occupation) -> out.Environment:
        groups = self.site.vocabulary.environments
        found: dict[str, Any] = {}
        for group, place, key in model.environment.terms():
            term = out.Condition(
                **_term(key, groups[group].terms).model_dump(), often=model.environment.is_often(group, key)
            )
            found[group] = term if place is None else (*found.get(group, ()), term)
        found |= {group: () for group in CONDITIONS if group not in found}
        return out.Environment(**found)

    def _route(self, route: Route) -> out.Route:
        told = route.model_dump(by_alias=True)
        told["steps"] = tuple(map(self.texts.commonmark, route.steps))
        told["paid"] = _term(route.paid, self.site.vocabulary.paid) if route.paid else None
        told["source"] = self.figures_from[route.source] if route.source else None
        return out.Route(**told)

    def _explore(self, model: Occupation) -> out.Explore:
        rich = self.texts.commonmark
        found: dict[str, Any] = {
            name: tuple(
                rich(one) if isinstance(one, str) else out.Experiment(do=rich(one.do), takes=one.takes, cost=one.cost)
                for one in ways
            )
            for name, ways in model.explore
        }
        return out.Explore(**found)

    def _meaning(self, term: Term | Group) -> dict[str, str]:
        return {"label": term.label, "description": self.texts.commonmark(term.description)}

    def _meanings(self, terms: Mapping[str, Term]) -> dict[str, meanings.Meaning]:
        return {key: meanings.Meaning(**self._meaning(term)) for key, term in terms.items()}

    def _groups(self, groups: Mapping[str, Group]) -> dict[str, meanings.Group]:
        return {
            key: meanings.Group(**self._meaning(group), terms=self._meanings(group.terms))
            for key, group in groups.items()
        }


def _origin(source: Reference) -> parts.Origin:
    texts = {name: getattr(source, name) for name in ("credit", "used_for", "note")}
    plain = {name: writing.write_plain(text) if text else None for name, text in texts.items()}
    return parts.Origin(**(dict(source) | plain))


def _term(key: str, terms: Mapping[str, Term]) -> parts.Term:
    return parts.Term(key=key, label=terms[key].label)


def _figure(figure: Model) -> dict[str, Any]:
    """The figure without its source."""
    return {name: value for name, value in figure if name != "source"}
