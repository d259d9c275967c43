"""`occupations.csv`: one row a profile, for spreadsheets and statistics programs. RFC 4180, UTF-8, no byte order mark.

The page about the data explains each column.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from generator import links
from generator.model.occupation import SCALES, VALUES, Education, Interests, Occupation, Outlook, Pay, Values
from generator.model.site import Site
from generator.prose import writing

_FORMULA = tuple(
    "=+-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
)
"""How a text may begin that a spreadsheet takes for a formula (OWASP, CSV Injection), with wide signs too.

Quotation marks around the cell would not help: a spreadsheet takes them off first.
"""

Cell = str | float | None


def write_table(site: Site) -> Iterator[str]:
    """The table, row by row; of several regions or years it has the first pay and outlook of each profile."""
    schemes = dict.fromkeys(scheme for model in site.occupations.values() for scheme in model.codes)
    own = {name for slug, model in [*site.occupations.items()][:1] for name in _row(site, slug, model, {})}
    # Editors name classifications: one that is called as a column must not take its place.
    columns = {scheme: f"codes_{scheme}" if scheme in own else scheme for scheme in schemes}

    def rows() -> Iterator[dict[str, Cell]]:
        return (_row(site, slug, model, columns) for slug, model in site.occupations.items())

    yield _line(next(rows(), {}))
    for row in rows():
        yield _line(map(_cell, row.values()))


def _line(cells: Iterable[Cell]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _row(site: Site, slug: str, model: Occupation, schemes: Mapping[str, str]) -> dict[str, Cell]:
    """The cells by their columns; `schemes` names the column of each classification."""
    vocabulary = site.vocabulary
    environment: dict[str, list[str]] = {group: [] for group in vocabulary.environments}
    for group, _, key in model.environment.terms():
        environment[group].append(vocabulary.environments[group].terms[key].label)
    sometimes = (name.partition("/") for name in model.environment.sometimes)
    row: dict[str, Cell] = {
        "slug": slug,
        "title": model.title,
        "aliases": _join(model.aliases),
        "summary": model.summary,
        "field": model.field,
        "field_label": vocabulary.fields[model.field].label,
        **{column: _join(model.codes.get(scheme, ())) for scheme, column in schemes.items()},
        "preparation": model.preparation,
        "preparation_label": vocabulary.preparation[str(model.preparation)].label if model.preparation else None,
    }
    for name, group in (("education", "entry"), ("experience", "experience"), ("training", "training")):
        asked = getattr(model.education, group, None)
        row |= {name: asked, f"{name}_label": vocabulary.education[group].terms[asked].label if asked else None}
    row |= {name: getattr(model.interests, name, None) for name in SCALES}
    row |= {name: getattr(model.values, name, None) for name in VALUES}
    for name, kind, figure in (("pay", Pay, model.main_pay), ("outlook", Outlook, model.main_outlook)):
        row |= {f"{name}_{part.rstrip('_')}": _plain(getattr(figure, part, None)) for part in kind.model_fields}
        row[f"{name}_source"] = _credit(site, figure)
    return row | {
        **{group: _join(labels) for group, labels in environment.items()},
        "sometimes": _join(vocabulary.environments[group].terms[key].label for group, _, key in sometimes),
        "skills": _join(vocabulary.skills[use.skill].label for use in model.skills),
        "hard_sides": " ".join(map(writing.write_plain, model.hard_sides)),
        "licence_needed": model.licence.needed,
        "licence_needed_label": vocabulary.licence[model.licence.needed].label,
        "reviewed": model.reviewed.isoformat(),
        "reviewed_by": model.reviewed_by,
        "added": model.added.isoformat() if model.added else None,
        "url": site.settings.absolute(links.address(links.occupation(slug))),
        "education_source": _credit(site, model.education),
        "interests_source": _credit(site, model.interests),
        "values_source": _credit(site, model.values),
    }


def _credit(site: Site, figure: Pay | Outlook | Education | Interests | Values | None) -> str | None:
    """The title of a figure's source in a few words."""
    return site.sources[figure.source].short if figure else None


def _plain(value: Cell | tuple[str, ...]) -> Cell:
    return _join(value) if isinstance(value, tuple) else value


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
