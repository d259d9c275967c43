"""The command `careers`; the only module that prints."""

from __future__ import annotations

import datetime
import io
import os
import signal
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.progress import Progress, TaskID

from generator import links
from generator.cache import FILE as CACHE
from generator.cache import Cache
from generator.faults import CarefulGroup, describe, spell_path
from generator.problems import FORMATS, Problem, ProjectError, put_first, split_by_files
from generator.publishing.copies.verifying import MANIFEST
from generator.publishing.locking import lock
from generator.publishing.unchanged import DOCS, HOSTS, SITE, End, Standing
from generator.sources import days
from generator.sources.files import put
from generator.workers import WorkerError

if TYPE_CHECKING:
    from generator.figures.known import Known
    from generator.model.site import Site
    from generator.project import Loaded

# What commands need beyond that is imported when it is: models and MkDocs take longer than to find nothing changed.
_REFRESH = 0.1
"""Seconds between two looks of the progress."""
_LAST_PORT = 65_535
_CHECKED = ("occupations", "content", "languages", "templates", "mkdocs.yml")
_ON_GITHUB = os.environ.get("GITHUB_ACTIONS") == "true"
_format = click.option(
    "--format",
    "style",
    type=click.Choice(sorted(FORMATS)),
    default="github" if _ON_GITHUB else "text",
    help="How problems are printed; github by itself in GitHub Actions.",
)


@click.group(
    cls=CarefulGroup,
    epilog="""\b
Examples:
  careers check                     validate everything
  careers build                     make site/
  careers serve                     preview on http://127.0.0.1:8000/
  careers new "Dental hygienist"    begin a profile
""",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The repository; the default is this folder.",
)
@click.version_option(package_name="career-guides")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Career guides: from YAML profiles and guides to a published site."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Whatever a console or a locale takes: texts are in any alphabet.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    context.obj = root.resolve()
    if any("\udc80" <= letter <= "\udcff" for letter in str(context.obj)):
        raise click.ClickException(f"{spell_path(context.obj)}: not a name in UTF-8; rename the folder that has it")
    try:
        if doubt := days.doubt():
            _tell(doubt)
    except days.DayError as error:
        raise click.ClickException(str(error)) from None


def _say(problems: Iterable[Problem], style: str) -> None:
    problems = list(problems)
    # An empty list is still valid JSON; in the other formats nothing is nothing.
    if problems or style == "json":
        click.echo(FORMATS[style](problems))


def _tell(line: str) -> None:
    click.echo(line, err=True)


def _end_when_asked() -> None:
    """Whoever ends us ends what we have begun, too, as by Ctrl-C."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def _name_broken(known: Known) -> None:
    for path in known.broken():
        click.echo(f"{path} could not be read and is left out: `careers check` says why", err=True)


def _count(problems: Iterable[Problem]) -> str:
    problems = list(problems)
    errors = sum(not problem.is_warning for problem in problems)
    warnings = len(problems) - errors
    return f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"


def _count_pages(end: End) -> str:
    """How many occupations have a page: those that somebody has written, and those made of tables alone."""
    profiles, outlines = end.profiles, end.outlines
    more = f" and {outlines} outline{'s' * (outlines != 1)}" if outlines else ""
    return f"{profiles} profile{'s' * (profiles != 1)}{more}"


@main.command(
    epilog="\b\nExamples:\n  careers check\n  careers check occupations/dental-hygienist.yml\n  careers check --prose\n"
    "  careers check --base main\n  careers check --format json > problems.json"
)
@click.argument("files", nargs=-1, type=click.Path(exists=True, resolve_path=True, path_type=Path))
@_format
@click.option("--prose", is_flag=True, help="Judge the texts, too: words, sentences, reading grade, repeats.")
@click.option("--base", help="A commit: problems of files that are others there come first.")
@click.option("--links", "built", is_flag=True, help="Look through the pages in site/, too: what leads nowhere.")
@click.pass_obj
def check(root: Path, files: tuple[Path, ...], style: str, base: str | None, *, prose: bool, built: bool) -> None:
    """Check every profile, guide, quiz and vocabulary; exit with 1 if there is an error.

    With FILES, or folders, tell of these alone, and how much there is elsewhere; all is read, since files go together.
    """
    first = _list_changed(root, base) if base else frozenset()
    own = [_find_place(root, path) for path in files]
    with Cache(root / CACHE, _tell) as cache:
        standing = Standing(root, "check --prose" if prose else "check")
        if (end := standing.recall(cache)) is None:
            from generator.publishing import building

            try:
                loaded = building.check_docs(root, cache, prose=prose)
            except ProjectError as error:
                told, elsewhere = split_by_files(error.problems, own)
                _say(put_first(told, first), style)
                click.echo(_count(told) + _count_elsewhere(elsewhere), err=True)
                sys.exit(int(any(not problem.is_warning for problem in told)))
            end = _end(loaded)
            standing.keep(cache, end)
    told, elsewhere = split_by_files(end.warnings, own)
    _say(put_first(told, first), style)
    click.echo(f"{_count_pages(end)} checked: {_count(told)}{_count_elsewhere(elsewhere)}", err=True)
    _tell_overriding(root)
    if built:
        _check_links(root)


def _tell_overriding(root: Path) -> None:
    """Say how many files of a site go before those that came along, if any does."""
    from generator.sources.shipped import overriding
    from generator.sources.shipped.layers import Layers

    if count := sum(1 for _ in overriding.list_overriding(Layers.of(root))):
        click.echo(f"Own files go before {count} that came along; `careers override` lists them.", err=True)


def _check_links(root: Path) -> None:
    """Tell of each link, file and mark in the pages of site/ that leads nowhere; exit with 1 if one does."""
    from generator.publishing.copies import leading
    from generator.sources import files
    from generator.sources.settings.reading import read_settings

    site = root / SITE
    if not site.is_dir():
        raise click.ClickException(f"there is no {SITE}/ yet; `careers build` makes it")
    base = read_settings(files.read(root / links.SETTINGS, root), root)[0].site_url or leading.NOWHERE
    pages = leading.parse(site)
    wrong = [*leading.find_broken(pages, site, base), *leading.find_foreign(pages, base)]
    for line in wrong:
        click.echo(f"{SITE}/{line}")
    count = sum(len(page.links) + len(page.loads) for page in pages.values())
    click.echo(f"{count} links and files of {len(pages)} pages looked up: {len(wrong)} to mend", err=True)
    sys.exit(int(bool(wrong)))


def _find_place(root: Path, path: Path) -> str:
    """Where a file or folder lies below the root; exits if nothing is checked there."""
    place = path.relative_to(root).as_posix() if path.is_relative_to(root) else ""
    if place.partition("/")[0] not in _CHECKED:
        raise click.ClickException(f"{path} is none of what is checked: {', '.join(_CHECKED)}")
    return place


def _count_elsewhere(problems: Iterable[Problem]) -> str:
    problems = list(problems)
    return f"; {_count(problems)} in other files" if problems else ""


def _list_changed(root: Path, base: str) -> frozenset[str]:
    from generator.judging.base import BaseError, list_changed

    try:
        return list_changed(root, base)
    except BaseError as error:
        raise click.ClickException(str(error)) from None


@main.command(epilog="\b\nExamples:\n  careers build\n  careers build --fresh\n  careers --root . build")
@_format
@click.option("--fresh", is_flag=True, help="Make everything anew, also what is as it was.")
@click.pass_obj
def build(root: Path, style: str, *, fresh: bool) -> None:
    """Build site/; if anything is wrong, the last good site/ stays as it was."""
    _end_when_asked()
    # Refreshed by hand: a thread of its own must not be at work when processes are forked.
    progress = Progress(console=Console(stderr=True), transient=True, auto_refresh=False)
    with (
        progress,
        lock(root, progress.console.print),
        Cache(root / CACHE, progress.console.print, fresh=fresh) as cache,
    ):
        standing = Standing(root, "build", (DOCS, SITE, HOSTS, MANIFEST))
        if (end := standing.recall(cache)) is None:
            end, is_known = _build(root, cache, progress, style)
            if is_known:
                standing.keep(cache, end)
    _say(end.warnings, style)
    click.echo(f"{root / SITE}: {_count_pages(end)}, {_count(end.warnings)}", err=True)


def _build(root: Path, cache: Cache, progress: Progress, style: str) -> tuple[End, bool]:
    """How the build ended, and whether it would end so again; exits where it fails."""
    from generator.publishing import building

    pages = progress.add_task("Writing pages", total=None)
    shown = 0.0

    def show(task: TaskID, **changes: Any) -> None:
        nonlocal shown
        progress.update(task, **changes)
        if time.monotonic() - shown > _REFRESH:
            progress.refresh()
            shown = time.monotonic()

    try:
        loaded = building.write_docs(root, lambda path: show(pages, advance=1, description=path), cache)
    except ProjectError as error:
        progress.stop()
        _say(error.problems, style)
        click.echo(f"{_count(error.problems)}; site/ is unchanged", err=True)
        sys.exit(1)
    except (WorkerError, OSError) as error:
        progress.stop()
        told = describe(error, root / DOCS.parent) if isinstance(error, OSError) else error
        click.echo(f"{told}\nThe site could not be made; site/ is unchanged", err=True)
        sys.exit(1)
    show(pages, total=1, completed=1, description="Pages written")
    publishing = progress.add_task("Publishing", total=None)
    try:
        is_known = building.build_site(
            root, loaded, cache, lambda done, whole: show(publishing, completed=done, total=whole)
        )
    except (building.PublishingError, WorkerError) as error:
        progress.stop()
        click.echo(f"{error}\nThe site could not be made; site/ is unchanged", err=True)
        sys.exit(1)
    return _end(loaded), is_known


def _end(loaded: Loaded) -> End:
    return End(len(loaded.site.occupations), len(loaded.site.outlines), loaded.warnings)


@main.command(epilog="\b\nExamples:\n  careers verify site\n  careers verify ~/copy --manifest build/site.sha256")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--manifest", type=click.Path(dir_okay=False, path_type=Path), help="The list; else that of the last build."
)
@click.pass_obj
def verify(root: Path, folder: Path, manifest: Path | None) -> None:
    """Compare FOLDER, such as a copy of what was published, with the list of hashes that a build wrote."""
    from generator.publishing.copies.verifying import VerifyingError, compare

    try:
        wrong = compare(folder, manifest or root / MANIFEST)
    except VerifyingError as error:
        raise click.ClickException(str(error)) from None
    for line in wrong:
        click.echo(line)
    click.echo(f"{folder}: {'not what was built' if wrong else 'what was built'}", err=True)
    sys.exit(bool(wrong))


@main.command(epilog="\b\nExamples:\n  careers bundle\n  careers bundle --out guides.zip")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Else build/bundle.zip.")
@click.pass_obj
def bundle(root: Path, out: Path | None) -> None:
    """Make one file of the site that was built, to carry along; unpacked, `python3 open.py` shows it."""
    from generator.publishing.copies.bundling import BUNDLE, BundlingError, write_bundle
    from generator.sources import files
    from generator.sources.settings.reading import read_settings

    out = out if out and out.name else root / BUNDLE
    settings, _ = read_settings(files.read(root / links.SETTINGS, root), root)
    try:
        with lock(root, _tell):
            size = write_bundle(root / SITE, out, settings.site_url)
    except BundlingError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{out}: {size / 1_048_576:.1f} MiB; unpack it, and run `python3 open.py` in its folder", err=True)


@main.command(epilog="\b\nExamples:\n  careers serve\n  careers serve --address 127.0.0.1:8123")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve, as HOST:PORT.")
@click.pass_obj
def serve(root: Path, address: str) -> None:
    """Preview with live reload; a mistake is shown and the last good page kept."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit() or int(port) > _LAST_PORT:
        raise click.BadParameter(
            f"{address!r} is not of the form HOST:PORT, such as 127.0.0.1:8000", param_hint="--address"
        )
    from generator.publishing.previews import preview

    _end_when_asked()
    try:
        preview.serve(root, host.strip("[]"), int(port), lambda line: click.echo(line, err=True))
    except KeyboardInterrupt:
        sys.exit(0)
    except OSError as error:
        raise click.ClickException(f"cannot serve at {address}: {error.strerror or error}") from None


@main.command(
    epilog='\b\nExamples:\n  careers new "Dental hygienist"\n  careers new 29-1292.00\n'
    '  careers new 29-1292.00 "Dental hygienist"'
)
@click.argument("name")
@click.argument("title", required=False)
@click.option("--plain", is_flag=True, help="Begin without a code, also where tables know the occupation.")
@click.pass_obj
def new(root: Path, name: str, title: str | None, *, plain: bool) -> None:
    """Write a commented profile to fill in, in occupations/.

    NAME is what one person is called who does the work, or an official code, before a TITLE if it is to be called
    otherwise than in the tables. What tables know of the code is filled in; near ones are offered.
    """
    from generator.editing import starting
    from generator.loading import pieces

    try:
        outlines, profiles = pieces.load_outlines(root)
        if starting.is_code(name):
            start = starting.start_with_code(outlines, name, title)
        elif title:
            raise starting.StartingError(f'{name!r} is no code; write the whole title in quotes: "{name} {title}"')
        else:
            start = starting.start_with_name(outlines, profiles, name, plain=plain)
        # The day as the editor has it, who reads it in the file.
        path = starting.write_profile(root, start, max(datetime.date.today(), days.FIRST))
    except ProjectError as error:
        _say(error.problems, "text")
        sys.exit(1)
    except starting.StartingError as error:
        raise click.ClickException(str(error)) from None
    place = path.relative_to(root).as_posix()
    if start.outline:
        click.echo(f"What tables know of {start.outline.title} ({start.outline.code}) is filled in.")
    click.echo(f"{place} is ready to fill in; `careers check` says what is missing.")
    if not start.outline:
        click.echo(f"No table knows it. The title is {start.title!r} in the file; mend its capitals, if need be.")


@main.command(
    epilog="\b\nExamples:\n  careers init my-site\n"
    '  careers init my-site --country us --name "Career guides of Springfield"'
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", help="What the site is called; else as its folder.")
@click.option("--country", default="", help="Bring its official figures, such as us.")
@click.option("--language", default="en", show_default=True, help="Of the interface.")
def init(folder: Path, name: str | None, country: str, language: str) -> None:
    """Begin a site of your own in FOLDER, which is empty or not there yet.

    What you change lies in it; guides, assessments and pages come with the generator, as `careers override` tells.
    """
    from generator.editing import beginning

    folder = Path(os.path.realpath(folder))  # Of a loop of links it is the path.
    wanted = beginning.Wanted(name or folder.name, language.lower(), country.lower())
    try:
        made = beginning.begin(folder, wanted, datetime.date.today())
    except beginning.BeginningError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{folder}: {len(made)} files; README.md says what each is for.")
    if wanted.language != "en":
        click.echo("README.md, content/local.yml and content/strings/ have their explanations in English.")
    if "file:" in (folder / "requirements.txt").read_text(encoding="utf-8"):
        click.echo("requirements.txt names a generator that no other computer has: put its wheel into the folder.")
    click.echo("Look at it with `careers serve`, in that folder.")


@main.command(
    epilog="\b\nExamples:\n  careers override\n  careers override content/methods/explore.yml\n"
    "  careers override --diff content/methods/explore.yml\n  careers override --take content/figures/us"
)
@click.argument("file", default="")
@click.option("--diff", "how", flag_value="diff", help="Show how FILE differs from the one that comes along.")
@click.option("--note", "how", flag_value="note", help="Note that FILE goes by what comes along now.")
@click.option("--take", "how", flag_value="take", help="Take what comes along now, a file or a folder of tables.")
@click.pass_obj
def override(root: Path, file: str, how: str | None) -> None:
    """Copy a FILE that comes with the generator into the site, to be changed; without one, list those that are.

    A file of the site goes before the one of the same name. careers.lock notes what each was copied from.
    """
    from generator.sources.shipped import overriding
    from generator.sources.shipped.layers import Layers

    layers = Layers.of(root)
    if not file:
        for one in overriding.list_overriding(layers):
            click.echo(f"{one.name}: {overriding.STATES[one.state]}")
        return
    try:
        if how == "diff":
            click.echo("\n".join(overriding.compare(layers, file)), nl=False)
        elif how == "note":
            overriding.note(layers, file)
        elif how == "take":
            click.echo(f"{len(overriding.take(layers, file))} files taken")
        else:
            overriding.override(layers, file)
            click.echo(f"{file} is ready to be changed")
    except overriding.OverridingError as error:
        raise click.ClickException(str(error)) from None


@main.command(epilog="\b\nExamples:\n  careers cards")
@click.pass_obj
def cards(root: Path) -> None:
    """Draw the pictures that shared links show: one for each field of work, and one for all other pages.

    They have the name, the logo, the labels, marks and colors of this site. It needs Playwright, which comes by itself
    with no site: `pip install playwright pillow`, then `playwright install chromium`.
    """
    from generator.publishing.assets.cards import CardsError, write_cards

    try:
        write_cards(_look(root), root, click.echo)
    except CardsError as error:
        raise click.ClickException(str(error)) from None


@main.command(epilog="\b\nExamples:\n  careers report --base main\n  careers report --base HEAD --out report.md")
@click.option("--base", required=True, help="A commit or branch to compare with.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A file to write; else it is printed.")
@click.pass_obj
def report(root: Path, base: str, out: Path | None) -> None:
    """Tell what a change of the content does: pages, figures, neighbors, what readers see, prose."""
    from generator.judging.base import BaseError
    from generator.judging.report import write_report

    try:
        with Cache(root / CACHE, _tell) as cache:
            text = write_report(root, base, cache)
    except BaseError as error:
        raise click.ClickException(str(error)) from None
    if out:
        put(out, text.encode())
    else:
        click.echo(text, nl=False)


@main.command(
    epilog="\b\nExamples:\n  careers rename --dry-run baker bread-baker\n  careers rename --of skill speaking talking"
)
@click.argument("old")
@click.argument("new")
@click.option("--of", "kind", type=click.Choice(["occupation", "skill", "field", "source"]), help="What OLD is.")
@click.option("--dry-run", is_flag=True, help="Show the plan alone.")
@click.pass_obj
def rename(root: Path, old: str, new: str, kind: str | None, *, dry_run: bool) -> None:
    """Give an occupation, skill, field or source another name, in all files; old addresses lead on."""
    from generator.keeping.edits import EditingError
    from generator.keeping.renaming import plan_renaming

    try:
        with Cache(root / CACHE, _tell) as cache:
            kind, plan = plan_renaming(root, old, new, kind, cache)
        for line in plan.describe():
            click.echo(line)
        if not dry_run:
            plan.apply(root)
            _renew_schemas(root)
    except EditingError as error:
        raise click.ClickException(str(error)) from None
    told = f"{kind} {old} {'would be' if dry_run else 'is'} called {new}: {len(plan.files)} files"
    click.echo(f"{told}; nothing has been written" if dry_run else told, err=True)


def _renew_schemas(root: Path) -> None:
    """Make those schemas anew that are there and hold the words of lists: text editors would offer old ones."""
    from generator.editing import schema

    try:
        made = schema.made_schemas(root)
    except ProjectError:
        return  # Other mistakes stand in the way, and `careers check` tells them.
    for name, text in made.items():
        path = root / name
        if path.is_file() and path.read_text(encoding="utf-8", errors="replace") != text:
            put(path, text.encode())
            click.echo(f"{name} made anew")


@main.command(epilog="\b\nExamples:\n  careers stale\n  careers stale --most 50\n  careers stale --source SOURCE")
@click.option(
    "--most", type=click.IntRange(0), default=20, show_default=True, help="How many of the oldest reviews are told."
)
@click.option("--source", help="Tell of one source alone, and of every profile that rests on it.")
@click.pass_obj
def stale(root: Path, most: int, source: str | None) -> None:
    """Tell what is due: editions that are out or overdue, and what nobody has reviewed for longest."""
    from generator.keeping.stale import describe_source, describe_stale

    site = _look(root)
    if source and source not in site.sources:
        raise click.ClickException(f"there is no source {source!r} in content/sources.yml")
    for line in describe_source(site, source) if source else describe_stale(site, most):
        click.echo(line)


@main.command(
    epilog="\b\nExamples:\n  careers languages\n  careers languages es\n  careers languages es --seen\n"
    "  careers languages es --seen occupations/baker.yml"
)
@click.argument("language", required=False)
@click.argument("paths", nargs=-1, metavar="[FILES]...")
@click.option("--seen", is_flag=True, help="Note what has been translated since; of FILES, all as it is now.")
@click.pass_obj
def languages(root: Path, language: str | None, paths: tuple[str, ...], *, seen: bool) -> None:
    """Say how much is translated into each language; of one LANGUAGE also what is missing or older than its original.

    FILES are named below the folder of the language. What cannot be read counts as if it were not there; that is said,
    nothing is noted then, and the command exits with 1. Files that translate nothing are named.
    """
    from generator import links
    from generator.keeping import translations
    from generator.sources.files import put

    there = translations.list_languages(root)
    if language and language not in there:
        raise click.ClickException(f"there is no {links.LANGUAGES}/{language}")
    is_readable = True
    for one in [language] if language else there:
        found = translations.survey(root, one)
        if seen and language and not found.problems:
            put(translations.locate_seen(root, one), found.note(paths).encode())
            found = translations.survey(root, one)
        _say((*found.problems, *found.unread), "text")
        is_readable = is_readable and not found.problems
        click.echo(found.tell())
        for part in found.parts if language else ():
            for what, places in (("missing", part.missing() if part.own else []), ("stale", found.stale(part))):
                if places:
                    click.echo(f"  {part.path}: {what} {', '.join(places)}")
    sys.exit(int(not is_readable))


@main.command("links", epilog="\b\nExamples:\n  careers links\n  careers links --list")
@click.option("--list", "only_list", is_flag=True, help="Ask nobody; list the addresses and where they stand.")
@click.pass_obj
def ask_links(root: Path, *, only_list: bool) -> None:
    """Ask whether addresses elsewhere still answer; exit with 1 if one is gone.

    No other command does. content/links.yml names those that are left alone, each with the reason.
    """
    from generator.keeping import addresses

    places = addresses.find_addresses(root)
    site = _look(root) if (root / links.LOCAL).is_file() else None
    if site and site.local:
        places |= addresses.find_steps(root, site.local, site.listed)
    asked, needless = addresses.leave_out(places, addresses.read_exceptions(root))
    if only_list:
        for address in asked:
            click.echo(f"{address} {' '.join(places[address])}")
        return
    wrong = addresses.describe(addresses.ask_all(asked), places, needless, click.echo)
    click.echo(f"{len(asked)} of {len(places)} addresses asked: {wrong} to mend", err=True)
    sys.exit(int(wrong > 0))


def _look(root: Path) -> Site:
    """What can be read of the project, whatever is wrong in it."""
    from generator import project
    from generator.sources.reading import Reading

    with Cache(root / CACHE, _tell) as cache:
        loaded = project.look(root, days.find_day(), Reading(root, cache))
    if loaded.errors:
        click.echo(f"{_count(loaded.warnings)}: what is broken is left out", err=True)
    return loaded.site


@main.command(
    "fmt",
    epilog="\b\nExamples:\n  careers fmt\n  careers fmt occupations/dental-hygienist.yml\n  careers fmt --check",
)
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, resolve_path=True, path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 if a file would be written.")
@click.pass_obj
def write_formatted(root: Path, files: tuple[Path, ...], *, only_check: bool) -> None:
    """Write FILES, or all of them, in the usual order and style; comments and texts stay as they are."""
    from generator.editing import rewriting

    paths = files or tuple(rewriting.find_files(root))
    for path in paths:
        if not path.is_relative_to(root) or not rewriting.find_kind(path.relative_to(root).as_posix()):
            raise click.ClickException(f"{path} is no file of which the order and style are known")
    failed = False
    with Cache(root / CACHE, _tell) as cache:
        for made in rewriting.rewrite(root, paths, cache):
            if made.problems or made.lost:
                failed = True
                _say(made.problems, "text")
                if made.lost:
                    click.echo(f"{made.path}: {made.lost}", err=True)
            elif made.line and only_check:
                failed = True
                click.echo(f"{made.path}:{made.line}: not in the usual order and style; `careers fmt` mends it")
            elif made.line:
                put(root / made.path, made.text.encode())
                click.echo(f"{made.path} written")
    sys.exit(int(failed))


@main.group(epilog="\b\nExamples:\n  careers figures show 47-2111\n  careers figures update pay national_M2025_dl.xlsx")
def figures() -> None:
    """Tables of figures by official code, in content/figures/."""


@figures.command(
    "update",
    epilog="\b\nExamples:\n  careers figures update pay national_M2025_dl.xlsx\n"
    "  careers figures update onet/skills Skills.txt 'Occupation Data.txt'",
)
@click.argument("table")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def update_figures(root: Path, table: str, files: tuple[Path, ...]) -> None:
    """Write a table anew from official releases, and say what to look at.

    TABLE is its name in an index, such as `pay` or `us/pay`. FILES are workbooks, CSV or text as they are published.
    """
    from generator.figures import updating
    from generator.figures.releases.reading import ReleaseError
    from generator.loading import pieces

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Reading", total=None)
        try:
            known = pieces.load_figures(root)
            made = updating.make_tables(root, known, table, files, lambda at: progress.update(task, description=at))
        except ProjectError as error:
            progress.stop()
            _say(error.problems, "text")
            sys.exit(1)
        except ReleaseError as error:
            progress.stop()
            raise click.ClickException(str(error)) from None
    _name_broken(known)
    for one in made:
        one.write()
        for line in one.report:
            click.echo(line)
        click.echo(f"{one.path.relative_to(root)}: {one.rows} rows, {len(one.text.encode()):,} bytes", err=True)


@figures.command("show", epilog="\b\nExamples:\n  careers figures show 47-2111\n  careers figures show 29-1141.00")
@click.argument("code")
@click.pass_obj
def show_figures(root: Path, code: str) -> None:
    """Print all that the tables say of an official code."""
    from generator.figures import showing
    from generator.figures.releases.reading import ReleaseError
    from generator.loading import pieces

    try:
        known = pieces.load_figures(root)
        _name_broken(known)
        for line in showing.describe_code(known, code):
            click.echo(line)
    except ProjectError as error:
        _say(error.problems, "text")
        sys.exit(1)
    except ReleaseError as error:
        raise click.ClickException(str(error)) from None


@main.command(
    epilog="\b\nExamples:\n  careers norms class-7b.json class-8a.json\n  careers norms --write groups/*.json"
)
@click.argument("files", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--write", is_flag=True, help="Write content/norms.yml, in place of printing it.")
@click.pass_obj
def norms(root: Path, files: tuple[Path, ...], *, write: bool) -> None:
    """Make norms of our own items from files that groups have saved on the group page."""
    from generator import project
    from generator.editing import pooling

    try:
        site = project.load(root).site
        pooled = pooling.pool(pooling.read_groups(files, site), site.norms, site.work)
    except ProjectError as error:
        _say(error.problems, "text")
        sys.exit(1)
    except pooling.PoolingError as error:
        raise click.ClickException(str(error)) from None
    quiz = site.quizzes[pooled.groups[0].quiz]
    for line in pooling.describe_items(pooled, quiz):
        click.echo(line, err=True)
    text = pooling.write_norms(pooled, quiz)
    if write:
        put(root / links.NORMS, text.encode())
        click.echo("content/norms.yml written: name its source in content/sources.yml", err=True)
    else:
        click.echo(text, nl=False)


@main.command("schema", epilog="\b\nExamples:\n  careers schema\n  careers schema --check")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 if a file is stale.")
@click.pass_obj
def write_schema(root: Path, only_check: bool) -> None:
    """Write what is made from the models: JSON Schemas for text editors, the scripts' types and constants."""
    from generator.editing import schema

    try:
        made = schema.made_schemas(root) | schema.made_files(root)
    except ProjectError as error:
        _say(error.problems, "text")
        sys.exit(1)
    stale = False
    for name, text in made.items():
        path = root / name
        if path.is_file() and path.read_text(encoding="utf-8", errors="replace") == text:
            click.echo(f"{name} {'is' if only_check else 'was'} up to date")
            continue
        stale = True
        if not only_check:
            path.parent.mkdir(parents=True, exist_ok=True)
            put(path, text.encode())
        click.echo(f"{name} {'is stale: run `careers schema`' if only_check else 'written'}")
    sys.exit(int(only_check and stale))
