"""What can be wrong with the sources: one `Problem` a finding, printed for people, for GitHub or as JSON."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, replace

CODES = {
    "SRC001": "file cannot be read",
    "SRC002": "file is not UTF-8",
    "SRC003": "file is too large",
    "SRC004": "symbolic link leads out of the repository, or to what is hidden",
    "SRC005": "control, bidirectional or zero-width character",
    "SRC006": "YAML syntax",
    "SRC007": "nested too deeply",
    "SRC008": "anchor or alias",
    "SRC009": "tag",
    "SRC010": "duplicate key",
    "SRC011": "more than one document in a file",
    "SRC012": "nothing in the file, or not a mapping",
    "SRC013": "file is not called or placed as files of its kind are",
    "SRC014": "expected folder or file is missing",
    "SRC015": "key is not plain text",
    "SRC016": "list in a folded text",
    "SRC017": "comment in the place of text",
    "SRC018": "setting that stands in another place",
    "SRC019": "conflict that Git left",
    "SRC020": "setting without which there is another site, or none",
    "SRC021": "files of a site that are written for another version of the generator",
    "SRC101": "address of an example, to which letters would go",
    "SRC102": "file made from one that has changed since",
    "FLD001": "unknown field",
    "FLD002": "missing field",
    "FLD003": "wrong type",
    "FLD004": "not a finite number",
    "FLD005": "number out of range",
    "FLD006": "text too long",
    "FLD007": "list or text is empty or too short, or a list is too long",
    "FLD008": "not one of the allowed words",
    "FLD009": "not of the required form",
    "FLD010": "year or date out of range",
    "TXT001": "raw HTML",
    "TXT002": "forbidden link",
    "TXT003": "attribute list",
    "TXT004": "markup outside the subset",
    "TXT005": "link to a page that does not exist",
    "LNG001": "translation of something that is no text",
    "LNG002": "language of which nobody knows anything, or that has no folder",
    "LNG101": "translation of something that the original does not have",
    "OCC001": "duplicate title",
    "OCC002": "alias claimed twice",
    "OCC003": "unknown field of work",
    "OCC004": "unknown skill",
    "OCC005": "unknown education, experience or training",
    "OCC006": "unknown work environment",
    "OCC007": "unknown source",
    "OCC008": "related occupation does not exist",
    "OCC009": "related occupation is the profile itself",
    "OCC010": "related occupation named twice",
    "OCC011": "pay percentiles do not ascend",
    "OCC012": "outlook does not add up",
    "OCC013": "entry repeats",
    "OCC014": "date lies in the future of its source",
    "OCC015": "old name is the name of a page",
    "OCC016": "old name claimed twice",
    "OCC017": "profile was reviewed before it was first published",
    "OCC018": "license asked for, but not explained",
    "OCC019": "condition of some posts that is not among the conditions",
    "OCC020": "pay that is not given, or is a bound but not the highest",
    "OCC021": "title without a letter",
    "OCC022": "way in that takes less at most than at least",
    "OCC023": "cost of a way in without a source",
    "OCC101": "figure past its source's review date",
    "OCC102": "related occupation does not link back",
    "OCC103": "text on the license says the opposite",
    "OCC104": "unknown classification",
    "OCC105": "condition contradicts what was measured",
    "OCC106": "two profiles of one code",
    "OCC107": "address of an outline that leads to another occupation",
    "OCC108": "figure that can hardly be",
    "OCC109": "codes that are not of one another",
    "OCC110": "source of other figures",
    "OCC111": "newer figure below an older one",
    "OCC112": "profile reviewed before its figures were published",
    "OCC113": "title in two alphabets, in capitals, in quotation marks or of many",
    "OCC114": "time of a way in that its text does not tell of",
    "FIG001": "table is not comma-separated text",
    "FIG002": "column is missing",
    "FIG003": "column that the table may not have, or has twice",
    "FIG004": "code twice in a table",
    "FIG005": "percentiles of a table descend",
    "FIG006": "table that no index names",
    "FIG007": "table that is not there",
    "FIG008": "table of no region, currency, year or language",
    "FIG009": "unknown code",
    "FIG010": "two tables tell the same of a code",
    "FIG011": "shares of a row are more than all, or stand there twice",
    "FIG012": "unknown region",
    "FIG013": "column that no vocabulary has",
    "FIG014": "tables of an unknown classification",
    "FIG015": "code of no country or currency",
    "FIG016": "source to be reviewed before it was released",
    "FIG017": "figure of a whole country that is of another time than those of occupations",
    "FIG018": "code of another form than its classification has",
    "FIG101": "rows out of the order of their codes",
    "FIG102": "figure stands in a profile and in a table, there otherwise or newer perhaps",
    "FIG103": "words on whom pay covers, without that pay",
    "FIG104": "pay in another currency than its region has",
    "QIZ001": "scales of unequal length",
    "QIZ002": "duplicate item key",
    "QIZ003": "quick form is unequal or empty",
    "QIZ004": "unknown field of work of an item",
    "QIZ005": "unknown scale of an item",
    "QIZ006": "not what this kind of quiz is made of",
    "QIZ007": "unknown condition of work",
    "QIZ008": "norms that do not fit the interests",
    "MET001": "method guide missing",
    "MET002": "strategy missing",
    "MET003": "unknown method or strategy",
    "MET004": "occupation or quiz named by a guide does not exist",
    "MET005": "not what this kind of worksheet field is made of",
    "MET006": "key of a worksheet repeats",
    "MET007": "worksheet lacks a field that is filled in",
    "VOC001": "vocabulary lacks a key that the model needs",
    "VOC002": "two terms explain one label",
    "VOC003": "term explains a training that there is not",
    "VOC004": "word written otherwise that cannot be told from others",
    "VOC005": "steps of pay that do not go up",
    "VOC006": "two terms of one label or letter",
    "VOC007": "old key that is one of today, or claimed twice",
    "FIN001": "words to find occupations by that lead nowhere",
    "FIN101": "words for an occupation that is not here",
    "LOC001": "next step that leads nowhere, or by codes of no classification",
    "LOC101": "next step by codes that no occupation has",
    "OUT001": "outlines without a table, or of codes without a title",
    "OUT002": "code that no field of work takes",
    "OUT003": "beginning of codes that a field cannot have",
    "PRO001": "prose that is hard to read",
    "PRO002": "sentence that stands in two profiles",
    "PRO101": "word that the collection writes otherwise",
    "PRO102": "sentence of more than thirty words",
    "PRO103": "word that leaves people out or judges them",
    "PRO104": "word that praises",
    "PRO105": "text that is hard to read",
    "PRO106": "guide that is much shorter than others",
    "PRO107": "time of a day that does not say which half",
    "PRO108": "text that says nothing",
    "STR001": "text that overrides none",
    "STR002": "section in the place of a text, or the reverse",
    "STR003": "placeholder unknown or missing",
    "STR004": "braces that hold no name",
    "STR005": "plural forms that the language does not have, or lacks",
    "STR006": "language that nobody knows",
    "WAY001": "way in without its introduction",
    "WAY002": "introduction of a way in that there is not",
    "PAG001": "unknown marker in a page",
    "PAG002": "page or file in the place of another",
    "PAG003": "navigation names a page that does not exist",
    "PAG004": "link in a page to a page that does not exist",
    "PAG005": "front matter without an end",
    "TPL001": "template cannot be rendered",
}
"""Every code with what it stands for; each has a case in `tests/cases/`."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """Something to mend: where (line and column count from 1), which code, what is wrong, what would be right."""

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""

    @property
    def is_warning(self) -> bool:
        """Whether the site can be published with it: the number of its code begins with 1."""
        return self.code[3] == "1"

    def __str__(self) -> str:
        warning = "warning: " if self.is_warning else ""
        hint = f"; {self.hint}" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column}: {self.code} {warning}{self.message}{hint}"


class ProjectError(Exception):
    """The sources hold problems; `problems` has all of them, sorted, warnings included."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[ProjectError], tuple[tuple[Problem, ...]]]:
        """So that it comes from another process as it was."""
        return ProjectError, (self.problems,)


MOST = 100
"""Problems of one code that are told of a file, and of a table at all: a wrong column has one in each row.

One number for both, so that the last of a table, which says how many more there are, is told.
"""


def cut(problems: Iterable[Problem]) -> tuple[list[Problem], list[str]]:
    """Those that are told, and a line for each code of which a file has more."""
    shown, counts = [], Counter[tuple[str, str]]()
    for problem in problems:
        kind = problem.path, problem.code
        counts[kind] += 1
        if counts[kind] <= MOST:
            shown.append(problem)
    return shown, [
        f"{path}: {count - MOST:,} more of {code}; `careers check --format json` tells all"
        for (path, code), count in counts.items()
        if count > MOST
    ]


def format_text(problems: Iterable[Problem]) -> str:
    """One line a problem, `path:line:column: CODE message; hint`; of many of a kind, how many more there are."""
    shown, more = cut(problems)
    return "\n".join([*map(str, shown), *more])


def format_github(problems: Iterable[Problem]) -> str:
    """One workflow command a problem, which GitHub shows beside the line of the pull request; then all of them as text.

    It shows ten errors and ten warnings of a step, and in the log no command says where it is.
    """
    problems, more = cut(problems)

    def escape(text: str, more: str = "") -> str:
        for char in "%\r\n" + more:
            text = text.replace(char, f"%{ord(char):02X}")
        return text

    commands = (
        f"::{'warning' if p.is_warning else 'error'} file={escape(p.path, ':,')},line={p.line},col={p.column},"
        f"title={p.code}::{escape(p.message + (f'; {p.hint}' if p.hint else ''))}"
        for p in problems
    )
    # On one line each: what a file holds may not begin one of the log's, where it could be a command.
    texts = (" ".join(str(one).split("\n")) for one in (*problems, *more))
    return "\n".join((*commands, *texts))


def format_json(problems: Iterable[Problem]) -> str:
    """A JSON list of objects with path, line, column, code, message, hint and warning."""
    return json.dumps([asdict(p) | {"warning": p.is_warning} for p in problems], indent=2, ensure_ascii=False)


def put_first(problems: Iterable[Problem], paths: Collection[str]) -> list[Problem]:
    """Those of some files before all others."""
    return sorted(problems, key=lambda problem: problem.path not in paths)


def split_by_files(problems: Iterable[Problem], places: Collection[str]) -> tuple[list[Problem], list[Problem]]:
    """Those of some files or folders, or that name one of these files, and all others; of no places all are those."""
    found: tuple[list[Problem], list[Problem]] = ([], [])
    names = {name for place in places for name in (place, place.rpartition("/")[2].partition(".")[0])}
    named = re.compile(rf"(?<![\w/-])({'|'.join(map(re.escape, names))})(?![\w-])") if names else None
    for problem in problems:
        is_there = any(f"{problem.path}/".startswith(f"{place}/") for place in places)
        found[not (is_there or named is None or named.search(f"{problem.message} {problem.hint}"))].append(problem)
    return found


FORMATS = {"text": format_text, "github": format_github, "json": format_json}


def shorten(problems: Sequence[Problem], untold: int = 0) -> Sequence[Problem]:
    """The first problems of a table; the last of them says how many more there are, `untold` ones included."""
    untold += len(problems[MOST:])
    if not untold:
        return problems
    *first, last = problems[:MOST]
    return [*first, replace(last, message=f"{last.message}, and {untold:,} more problems here")]
