"""What search engines and language models are told first: robots.txt, and llms.txt after https://llmstxt.org/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import yaml

from generator import links
from generator.model.site import Settings, Site, TextPage
from generator.prose import writing
from generator.register.jobs import Job, Stamps
from generator.strings import Words


def list_jobs(site: Site, stamps: Stamps) -> Iterator[Job]:
    """llms.txt, and robots.txt where crawlers read it: at a host's root, of a site that knows its address."""
    yield stamps.job(links.LLMS, _write_guide, site)
    is_at_root = not site.settings.folder and urlsplit(site.settings.site_url).path in ("", "/")
    if site.settings.site_url and is_at_root:
        yield stamps.job(links.ROBOTS, _write_robots, site.settings)


def _write_guide(site: Site) -> str:
    return "\n".join(_guide(site)) + "\n"


def _write_robots(settings: Settings) -> str:
    places = ("", *(f"{language}/" for language in settings.languages))
    sitemaps = "".join(f"Sitemap: {settings.absolute(place + links.SITEMAP)}\n" for place in places)
    return f"User-agent: *\nAllow: /\n\n{sitemaps}"


def _guide(site: Site) -> Iterator[str]:
    words, settings = Words(site.strings), site.settings

    def entry(title: str, address: str, about: str) -> str:
        about = " ".join(about.split())
        return f"- [{_flat(title)}]({settings.absolute(address)})" + (f": {about}" if about else "")

    def page(title: str, path: str, about: str) -> str:
        return entry(title, links.address(path), about)

    yield f"# {_flat(settings.site_name)}"
    if settings.site_description:
        yield f"\n> {_flat(settings.site_description)}"
    yield f"\n{words['take_away']['covers']}"
    yield f"\n## {words['take_away']['start']}\n"
    for text_page in site.pages:
        title, about = _head(text_page)
        if title:
            yield page(title, text_page.path, about)
    if site.methods:
        yield f"\n## {words['methods']['title']}\n"
        for key, guide in site.methods.items():
            yield page(guide.title, links.method(key), guide.summary)
    if site.quizzes:
        yield f"\n## {words['hub']['title']}\n"
        for key, quiz in site.quizzes_in_order().items():
            yield page(quiz.title, links.quiz(key), quiz.summary)
    yield f"\n## {words['take_away']['data']}\n"
    offers = words["take_away"]["offers"]
    for name, path in (("index", links.API_INDEX), ("list", links.API_OCCUPATIONS), ("table", links.API_TABLE)):
        yield entry(path, path, offers[name])
    yield entry(links.API_VOCABULARY, links.API_VOCABULARY, offers["vocabulary"])
    yield f"\n## {words['occupations']['title']}\n"
    for slug, model in site.occupations.items():
        yield page(model.title, links.occupation(slug), model.summary)
    yield "\n## Optional\n"  # What may be left out where there is little room; the form names this section so.
    for key, term in site.vocabulary.fields.items():
        yield page(term.label, links.field(key), writing.write_plain(term.description))
    for guide in site.methods.values():
        for strategy in guide.strategies:
            yield page(strategy.title, links.worksheet(strategy.key), strategy.summary)


def _flat(text: str) -> str:
    """A text as the name of a link or heading: on one line and without brackets."""
    return " ".join(text.replace("[", "(").replace("]", ")").split())


def _head(page: TextPage) -> tuple[str, str]:
    """Title and description in the front matter of a page, or its first heading."""
    match = re.match(r"---\n(.*?)\n---\n", page.text, re.DOTALL)
    try:
        found = yaml.safe_load(match[1]) if match else {}
    except yaml.YAMLError:  # MkDocs takes it for text, too.
        found = {}
    values = found if isinstance(found, dict) else {}
    heading = re.search(r"^# (.+)$", page.text, re.MULTILINE)
    return str(values.get("title") or (heading[1] if heading else "")), str(values.get("description") or "")
