"""`occupations.csv`: one row a profile, for spreadsheets and statistics programs. RFC 4180, UTF-8, no byte order mark.

The page about the data explains each column.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from generator import links
from generator.model.occupation import SCALES, VALUES, Occupation
from generator.model.site import Site
from generator.prose import writing

_FORMULA = tuple(
    "=+-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
)
"""How a text may begin that a spreadsheet takes for a formula (OWASP, CSV Injection), with wide signs too.

Quotation marks around the cell would not help: a spreadsheet takes them off first.
"""

Cell = str | float | None


def write_table(site: Site) -> str:
    """The table; of several regions or years it has the first pay and outlook of each profile."""
    lines = io.StringIO()
    rows = [_row(site, slug, model) for slug, model in site.occupations.items()]
    writer = csv.DictWriter(lines, rows[0] if rows else ())
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return lines.getvalue()


def _row(site: Site, slug: str, model: Occupation) -> dict[str, Cell]:
    vocabulary = site.vocabulary
    environment: dict[str, list[str]] = {group: [] for group in vocabulary.environments}
    for group, _, key in model.environment.terms():
        environment[group].append(vocabulary.environments[group].terms[key].label)
    row: dict[str, Cell] = {
        "slug": slug,
        "title": model.title,
        "aliases": _join(model.aliases),
        "summary": model.summary,
        "field": model.field,
        "field_label": vocabulary.fields[model.field].label,
        "soc": _join(model.codes.soc),
        "onet": model.codes.onet,
        "preparation": model.preparation,
        "preparation_label": vocabulary.preparation[str(model.preparation)].label,
    }
    for name, group, key in (
        ("education", "entry", model.education.entry),
        ("experience", "experience", model.education.experience),
        ("training", "training", model.education.training),
    ):
        row |= {name: key, f"{name}_label": vocabulary.education[group].terms[key].label}
    row |= dict(zip(SCALES, model.interests.ratings(), strict=True))
    row |= {name: getattr(model.values, name, None) for name in VALUES}
    for name, figure in (("pay", model.main_pay), ("outlook", model.main_outlook)):
        row |= {f"{name}_{part.rstrip('_')}": value for part, value in figure}
        row[f"{name}_source"] = site.sources[figure.source].short
    return row | {
        **{group: _join(labels) for group, labels in environment.items()},
        "skills": _join(vocabulary.skills[use.skill].label for use in model.skills),
        "hard_sides": " ".join(map(writing.write_plain, model.hard_sides)),
        "licence_needed": model.licence.needed,
        "licence_needed_label": vocabulary.licence[model.licence.needed].label,
        "reviewed": model.reviewed.isoformat(),
        "added": model.added.isoformat() if model.added else None,
        "url": site.settings.absolute(links.address(links.occupation(slug))),
        "education_source": site.sources[model.education.source].short,
        "interests_source": site.sources[model.interests.source].short,
        "values_source": site.sources[model.values.source].short if model.values else None,
    }


def _join(parts: Iterable[str]) -> str:
    return "; ".join(parts)


def _cell(value: Cell) -> Cell:
    """Numbers as they are, a negative one too; a text with an apostrophe before it if it would become a formula."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str):
        value = " ".join(value.split())
        return f"'{value}" if value.startswith(_FORMULA) else value
    return value
