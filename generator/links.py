"""Where each thing stands on the site: the only place that knows paths and addresses."""

from __future__ import annotations

import functools
import posixpath
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

_remembered = functools.lru_cache(maxsize=1 << 16)
"""Every list names the same pages again."""

INDEXES = ("index", "README")
"""Names of the page of a folder; MkDocs takes the second where the first is not there."""
HOME = "index.md"
METHODS = "methods/index.md"
OCCUPATIONS = "occupations/index.md"
A_TO_Z = "occupations/a-z.md"
MAP = "occupations/map.md"
COMPARE = "compare.md"
CONTRIBUTE = "contribute.md"
SOURCES = "about/sources.md"
GLOSSARY = "about/glossary.md"
TECHNICAL = "about/technical.md"
DATA = "about/data.md"
QUIZZES = "quiz/index.md"
RESULTS = "quiz/results.md"
CODES = "quiz/codes.md"
GROUP = "quiz/group.md"
WAYS = "ways/index.md"
PLAN = "plan/index.md"
BOOKLET = "plan/booklet.md"
WORKSHEETS = "worksheets/index.md"
ASSETS = "assets/careers"
STYLES = f"{ASSETS}/careers.css"
MAIN = f"{ASSETS}/main.js"
INSTANT = "site/mending/instant.js"
"""Leads from page to page where there are many; below `ASSETS`."""
TYPES = "data/types.d.ts"
"""Below `ASSETS`."""
MARKS = f"{ASSETS}/pictures/marks.svg"
CARDS = f"{ASSETS}/pictures/cards"
"""Pictures of fields of work for shared links, one PNG a field."""

API_INDEX = "api/v1/index.json"
API_OCCUPATIONS = "api/v1/occupations.json"
API_TABLE = "api/v1/occupations.csv"
API_OUTLINES = "api/v1/outlines.json"
API_VOCABULARY = "api/v1/vocabulary.json"
API_SCHEMA = "api/v1/schema/occupation.json"
API_LIST_SCHEMA = "api/v1/schema/occupations.json"
API_DESCRIPTION = "api/v1/openapi.json"
FEED = "feed.xml"
LLMS = "llms.txt"
ROBOTS = "robots.txt"
SITEMAP = "sitemap.xml"
SITEMAP_OF_MANY = "sitemap-pages.xml"
"""Of a site of many pages: Material reads the other one, search engines find this one by that."""
SCRIPT_DATA = "data"
BUILDS = f"{SCRIPT_DATA}/builds.json"
"""What lies under addresses of its content, of this build and of earlier ones."""
SCRIPT_ASSESSMENTS = "data/assessments.json"
SCRIPT_OCCUPATIONS = "data/occupations.json"
SCRIPT_PLAN = "data/plan.json"
SCRIPT_ADDING = "data/adding.json"
SCRIPT_VERBS = "data/verbs.json"
SCRIPT_NAMES = "data/names.json"
SCRIPT_TASKS = "data/tasks.json"
SCRIPT_FACETS = "data/facets.json"
SCRIPT_SUMMARIES = "data/summaries.json"
SCRIPT_PLACES = "data/places.json"
SCRIPT_COMPARING = "data/comparing.json"
SCRIPT_FORM = "data/form.json"
SCRIPT_BEGINNINGS = "data/beginnings.json"
SCRIPT_TITLES = "data/titles.json"
SCRIPT_STARTS = "data/starts.json"
SCRIPT_FINDING = "data/finding.json"
TITLES = "data/titles"
SCRIPTS = (
    *(SCRIPT_ASSESSMENTS, SCRIPT_OCCUPATIONS, SCRIPT_PLAN, SCRIPT_ADDING, SCRIPT_VERBS),
    *(SCRIPT_NAMES, SCRIPT_TASKS, SCRIPT_FACETS, SCRIPT_SUMMARIES, SCRIPT_PLACES, SCRIPT_COMPARING),
    *(SCRIPT_FORM, SCRIPT_BEGINNINGS, SCRIPT_TITLES, SCRIPT_STARTS, SCRIPT_FINDING),
)
"""What our scripts fetch, but for profiles and the files that one of these lists."""
FILES = (
    *(
        API_INDEX,
        API_OCCUPATIONS,
        API_TABLE,
        API_OUTLINES,
        API_VOCABULARY,
        API_SCHEMA,
        API_LIST_SCHEMA,
        API_DESCRIPTION,
    ),
    *(FEED, LLMS, ROBOTS, SITEMAP, STYLES),
    *SCRIPTS,
)
"""What every site has besides pages; MkDocs makes the sitemap."""

SHOWN = "#show1&"
"""Where a fragment begins that asks for a filtered list; `site/addresses.js` reads it."""

THEME = "templates/theme"
TEMPLATES = "templates/pages"
PROFILES = "occupations"
TEXTS = "content"
GUIDES = "content/methods"
ASSESSMENTS = "content/quizzes"
VOCABULARIES = "content/vocabulary"
STRINGS = "strings"
SPOKEN = "site.yml"
DEFAULTS = "templates/strings"
OVERRIDES = "content/strings"
INTRODUCTIONS = "content/ways"
FIGURES = "content/figures"
EXCEPTIONS = "content/links.yml"
REFERENCES = "content/sources.yml"
NATIONAL = "content/national.yml"
NORMS = "content/norms.yml"
LOCAL = "content/local.yml"
SIMULATION = "content/simulation.yml"
FINDING = "content/finding.yml"
SETTINGS = "mkdocs.yml"
"""Where all this is written, below the repository."""
LANGUAGES = "languages"
"""What is translated, a folder for each language."""
TAG = r"[a-z]{2,3}(-[A-Za-z]{2,4})*"
"""What such a folder is called."""
WHOLE = (FINDING, *(f"{VOCABULARIES}/{name}.yml" for name in ("verbs", "grammar", "variants", "wording", "hype")))
"""What speaks of the words of one language, and so is not translated but made anew."""


def translated(path: str, language: str) -> str:
    """Where the translation of a file of the repository lies."""
    return f"{LANGUAGES}/{language}/{path.removeprefix(f'{TEXTS}/')}"


def occupation(slug: str) -> str:
    """The page of a profile."""
    return f"occupations/{slug}.md"


def shown(wanted: Mapping[str, Sequence[str]], every: str = "") -> str:
    """The list of occupations filtered: facet -> values, any of which will do, or all of those of the facet `every`.

    `elements/explorer/state.js` reads it.
    """
    return f"{OCCUPATIONS}{SHOWN}{filters(wanted)}" + (f"&all={every}" if every else "")


def filters(wanted: Mapping[str, Sequence[str]]) -> str:
    """What stands behind the beginning of such a fragment."""
    return "&".join(f"{facet}={','.join(values)}" for facet, values in wanted.items())


COMPARED = "#compare1="
"""Where the fragment of a comparison begins; site/addresses.js reads it."""


def compare(slug: str) -> str:
    """The comparison that begins with an occupation."""
    return f"{COMPARE}{COMPARED}{slug}"


def contribute(what: str, name: str) -> str:
    """The form for one thing: `edit` and a slug, or `code` and a code; `elements/contribute/` reads it."""
    return f"{CONTRIBUTE}#{what}={name}"


def letter(key: str) -> str:
    """The names from A to Z that begin with a letter, where they do not fit on one page."""
    return f"{A_TO_Z.removesuffix('.md')}/{key}.md"


def field(key: str) -> str:
    """The page of a field of work."""
    return f"fields/{key}.md"


def method(key: str) -> str:
    """The guide of a method."""
    return f"methods/{key}.md"


def strategy(method_key: str, key: str) -> str:
    """The strategy's part of its method's guide."""
    return f"{method(method_key)}#{key}"


def quiz(key: str) -> str:
    """The page of a quiz."""
    return f"quiz/{key}.md"


def way(kind: str, key: str) -> str:
    """The page of what occupations share; of a condition, `key` is its group or group/term."""
    return f"ways/{'interests' if kind == 'pairs' else kind}/{key}.md"


def worksheet(key: str) -> str:
    """The page of a strategy's worksheet."""
    return f"worksheets/{key}.md"


def former(page: str) -> str:
    """The file at the address of a page that is called otherwise now; it leads on to that."""
    return published(page)


def renamed(facet: str, key: str) -> str:
    """The page of a term that readers filter by, if it has one that may move."""
    return field(key) if facet == "field" else way(f"{facet}s", key)


def api_occupation(slug: str) -> str:
    """The whole profile, for other programs."""
    return f"api/v1/occupations/{slug}.json"


def script_profile(slug: str) -> str:
    """What scripts put into a worksheet about an occupation."""
    return f"data/profiles/{slug}.json"


def script_areas(slug: str) -> str:
    """What our scripts get of the pay of an occupation from place to place, if that is known."""
    return f"data/areas/{slug}.json"


def script_titles(language: str) -> str:
    """What finds an occupation by its titles in another language; `SCRIPT_TITLES` lists these files."""
    return f"{TITLES}/{language}.json"


def identified(kind: str, name: str, strategy_methods: Mapping[str, str]) -> str:
    """The page that a text names by `kind:name`; `strategy_methods` says to which method a strategy belongs."""
    if kind == "page":
        return f"{name}.md"
    if kind == "strategy":
        return strategy(strategy_methods[name], name)
    return {"occupation": occupation, "method": method, "field": field, "quiz": quiz}[kind](name)


def relative(target: str, page: str) -> str:
    """The link from the Markdown file `page` to the Markdown file `target`, which may carry a #fragment."""
    path, hash_sign, fragment = target.partition("#")
    return _way(path, posixpath.dirname(page)) + hash_sign + fragment


@_remembered
def _way(path: str, folder: str) -> str:
    return posixpath.relpath(path, folder or ".")


@_remembered
def address(page: str) -> str:
    """The published address of a Markdown file, relative to the site's root: `a/b.md` is served as `a/b/`."""
    path, hash_sign, fragment = page.partition("#")
    folder, name = posixpath.split(path.removesuffix(".md"))
    parts = (folder,) if name in INDEXES else (folder, name)
    return "".join(f"{part}/" for part in parts if part) + hash_sign + fragment


def published(path: str) -> str:
    """The file of the published site that a file of build/docs becomes."""
    return f"{address(path)}index.html" if path.endswith(".md") else path


def find_collisions(paths: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(place, earlier place) in `paths` of each file of build/docs that would take the place of an earlier one.

    It is published as the same file, or needs a folder where the other is a file; as on systems that do not tell
    capitals from small letters, or one way to write "é" from the other.
    """
    files: dict[str, int] = {}
    folders: dict[str, int] = {}
    above: dict[str, list[str]] = {"": []}

    def list_above(folder: str) -> list[str]:
        """A folder and those that it lies in, the uppermost first."""
        if folder not in above:
            above[folder] = [*list_above(folder.rpartition("/")[0]), folder]
        return above[folder]

    for at, path in enumerate(paths):
        place = unicodedata.normalize("NFC", published(path).casefold())
        parents = list_above(place.rpartition("/")[0])
        earlier = [files.get(place), folders.get(place), *map(files.get, parents)]
        if taken := [one for one in earlier if one is not None]:
            yield at, taken[0]
            continue
        files[place] = at
        for parent in parents:
            folders.setdefault(parent, at)


def root(page: str) -> str:
    """The way from the published address of `page` back to the site's root: `../../` for `a/b.md`."""
    return "../" * address(page).count("/") or "./"


def relative_address(target: str, page: str) -> str:
    """The link from the published address of `page` to that of `target`, for raw HTML, which nobody rewrites."""
    return root(page) + address(target)
