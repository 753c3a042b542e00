"""The command `pullquote`: takes arguments, asks the session, prints; starts the reader where there is a terminal.

Modules that only one command needs are imported inside it: the time to the first screen is measured.
"""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn, TypeAlias, TypeVar

import click

from reader import __version__, config, linear
from reader.errors import PullquoteError
from reader.export import show as as_data
from reader.model import Analysis, Article, Quotation, QuotationKind
from reader.session import Session
from reader.start import DONE, FAILED, INTERRUPTED, complain, leave, new_session, terminal

_EXAMPLES = """\b
Examples:
  pullquote article.html        open it in the reader; - is standard input
  pullquote                     what you read before
  pullquote article.html | cat  its linear view: text, quotations, voices, threads
"""

Json = dict[str, Any]
Shown = TypeVar("Shown", str, Json)
View: TypeAlias = Callable[[Article, Analysis], Shown]
Command = TypeVar("Command", bound=Callable[..., Any])


class Front(click.Group):
    """A group whose first command need not be named: what is no command is a LOCATION to read."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `read` before arguments that name no command; with no argument at all, `library`."""
        at = next((place for place, arg in enumerate(args) if arg != "--debug"), len(args))
        if at == len(args):
            args = [*args, "library"]
        elif args[at] not in {*self.commands, "--help", "-h", "--version"}:
            # A word close to a command, with arguments after it and no file of that name, is a command mistyped.
            close = get_close_matches(args[at], self.commands, n=1, cutoff=0.7)
            if close and args[at + 1 :] and not Path(args[at]).exists():
                ctx.fail(f"There is no command and no file {args[at]}. Did you mean {close[0]}?")
            args = [*args[:at], "read", *args[at:]]
        return super().parse_args(ctx, args)


def _keep(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    kept = ctx.ensure_object(dict)
    kept[parameter.name] = value or kept.get(parameter.name, False)


_debug = click.option(
    "--debug", is_flag=True, expose_value=False, callback=_keep, help="Add the traceback to an error."
)
_refresh = click.option(
    "--refresh", is_flag=True, expose_value=False, callback=_keep, help="Fetch a web page anew that was read before."
)
_private = click.option(
    "--allow-private", is_flag=True, expose_value=False, callback=_keep, help="Fetch from your own network, too."
)
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON: one object a line.")
_width = click.option(
    "--width", type=click.IntRange(0), default=80, show_default=True, help="Columns; 0: one line a paragraph."
)


def _articles(command: Command) -> Command:
    """Add the argument and the options of a command that prints data of articles."""
    for add in (
        _debug,
        _private,
        _refresh,
        _json,
        click.argument("locations", metavar="LOCATION...", nargs=-1, required=True),
    ):
        command = add(command)
    return command


@click.group(
    cls=Front,
    epilog=_EXAMPLES,
    subcommand_metavar="LOCATION | COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="pullquote %(version)s")
@_debug
def cli() -> None:
    """Read an article in the terminal and know who said what.

    A file that has the name of a command is read as ./NAME.
    """


@cli.command(epilog="Example: pullquote read article.html --voice Okoro")
@click.argument("location")
@click.option("--at", type=click.IntRange(1), metavar="N", help="Start at quotation N.")
@click.option("--voice", metavar="NAME", help="Start at the first quotation of this voice.")
@click.option("--linear", "plain", is_flag=True, help="Print the linear view, even on a terminal.")
@_width
@click.option("--theme", metavar="NAME", help="The colours, this time only; auto: as dark as the terminal.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Show signs and letters in ASCII alone.")
@_refresh
@_private
@_debug
def read(  # noqa: PLR0913 - an option each
    location: str, *, at: int | None, voice: str | None, plain: bool, width: int, theme: str | None, ascii_only: bool
) -> int:
    """Open a file, a web page by its address, or - for standard input, in the reader.

    Where standard output is no terminal, or with --linear, its linear view is printed instead.
    """
    session = new_session()
    article = _open(session, location, record=False)
    if not plain and terminal():
        from reader.app.background import AUTO, asking  # noqa: PLC0415 - few commands show a screen

        with asking(wanted=(theme or session.settings.theme) == AUTO) as ground:
            from reader.app.app import run_reader  # noqa: PLC0415 - Textual is loaded only to be used

            start = _start(session.analyse(article), at, voice) if at or voice else None
        session.settings = replace(session.settings, ascii=session.settings.ascii or ascii_only)
        return run_reader(session, article, at=start, theme=theme, ground=ground)
    session.record(article)
    sys.stdout.write(linear.view(article, session.analyse(article), session.highlights(article), width=width))
    return DONE


@cli.command(epilog="Example: pullquote quotes article.txt --voice Okoro --kind direct")
@_articles
@_width
@click.option("--voice", metavar="NAME", help="Only what this voice says; part of a name is enough.")
@click.option("--kind", type=click.Choice([kind.value for kind in QuotationKind]), help="Only this kind.")
def quotes(locations: Sequence[str], *, as_json: bool, width: int, voice: str | None, kind: str | None) -> None:
    """Print the quotations, numbered, each with its speaker."""

    def chosen(analysis: Analysis) -> tuple[Quotation, ...]:
        named = None if voice is None else _named(analysis, voice)
        return tuple(
            q for q in analysis.quotations if (named is None or q.voice in named) and (kind is None or q.kind == kind)
        )

    _each(
        locations,
        lambda article, found: linear.quotations(article, found, chosen(found), width=width),
        lambda article, found: {"quotations": as_data.quotations(article, found, chosen(found))},
        as_json=as_json,
    )


@cli.command(epilog="Example: pullquote voices article.txt")
@_articles
def voices(locations: Sequence[str], *, as_json: bool) -> None:
    """Print the voices: who they are and how much they say."""
    columns = ("tag", "name", "kind", "role", "affiliation", "outlet", "quotations", "words")

    def text(article: Article, found: Analysis) -> str:
        rows = as_data.voices(article, found)
        return linear.table(columns, [[row[column] for column in columns] for row in rows])

    _each(locations, text, lambda article, found: {"voices": as_data.voices(article, found)}, as_json=as_json)


@cli.command(epilog="Example: pullquote threads article.txt")
@_articles
@_width
def threads(locations: Sequence[str], *, as_json: bool, width: int) -> None:
    """Print the threads of the argument and their claims."""
    _each(
        locations,
        lambda article, found: linear.threads(article, found, width=width),
        lambda article, found: {"threads": as_data.threads(article, found)},
        as_json=as_json,
    )


@cli.command(epilog="Example: pullquote show article.html --json")
@_articles
@_width
def show(locations: Sequence[str], *, as_json: bool, width: int) -> None:
    """Print all that is known of an article.

    With --json it is everything, as JSON; without it the linear view.
    """
    _each(locations, lambda article, found: linear.view(article, found, width=width), as_data.document, as_json=as_json)


@cli.command(epilog="Example: pullquote export article.txt --output notes.md")
@click.argument("locations", metavar="[LOCATION...]", nargs=-1)
@click.option("--format", type=click.Choice(["markdown"]), expose_value=False, help="As what; markdown if not given.")
@click.option("--output", type=click.Path(path_type=Path), metavar="PATH", help="The file to write, for one article.")
@click.option("--all", "every", is_flag=True, help="Every article of the library in which something is highlighted.")
@_refresh
@_private
@_json
@_debug
def export(locations: Sequence[str], *, output: Path | None, every: bool, as_json: bool) -> None:
    """Write what you highlighted to files, and print their paths."""
    if bool(locations) == every:
        raise click.UsageError("Name the articles to export, or give --all.")
    if output is not None and len(locations) > 1 and not output.is_dir():
        raise click.UsageError("--output is a file for one article; for several name a folder that is there.")
    session = new_session()

    def put(*paths: Path) -> None:
        for path in paths:
            sys.stdout.write(_line({"path": str(path)}) if as_json else f"{path}\n")

    if every:
        put(*session.export_all(output))
    _all(locations, lambda location: put(session.export(_open(session, location), output=output)))


@cli.command(name="import", epilog="Example: pullquote import bookmarks.html --dry-run")
@click.argument("file")
@click.option("--archived", is_flag=True, help="Also what the list says was read and put away.")
@click.option("--dry-run", is_flag=True, help="Keep nothing, only tell what would come of it.")
@_private
@_json
@_debug
@click.pass_obj
def gather(kept: dict[str, bool], file: str, *, archived: bool, dry_run: bool, as_json: bool) -> None:
    """Put the articles of a list into your library, to be read.

    FILE is what wallabag, Pocket, Instapaper, Omnivore or a browser exported, an OPML file, a list of addresses, or
    a news feed, by its address too.
    """
    private = kept.get("allow_private", False)
    new, passed = new_session().gather(
        file, stdin=_piped(file), dry_run=dry_run, archived=archived, allow_private=private
    )
    if as_json:
        sys.stdout.writelines(map(_line, (*map(asdict, new), *map(asdict, passed))))
        return
    sys.stdout.write(f"New in your library, to be read{' (not kept: --dry-run)' if dry_run else ''}: {len(new):,}\n")
    if passed:
        rows = [(each.why, each.what) for each in passed]
        sys.stdout.write(f"Passed over: {len(passed):,}\n\n{linear.table(('why', 'what'), rows)}")


@cli.command(epilog="Example: pullquote library river")
@click.argument("query", default="")
@_json
@_debug
def library(query: str, *, as_json: bool) -> int:
    """List what you read before, newest first, and what you imported to be read.

    On a terminal the list opens in the reader; Enter opens an article from it.
    """
    session = new_session()
    if not as_json and terminal():
        from reader.app.background import AUTO, asking  # noqa: PLC0415 - as in `read`

        with asking(wanted=session.settings.theme == AUTO) as ground:
            from reader.app.app import run_library  # noqa: PLC0415 - Textual is loaded only to be used

        return run_library(session, query, ground=ground)
    found = session.recent(query)
    if session.problem:
        raise PullquoteError(session.problem)
    columns = ("read", "title", "outlet", "published", "words", "highlights", "location")
    waits = None if as_json else "to read"
    rows = [[each.read or waits, *(getattr(each, name) for name in columns[1:])] for each in found]
    _rows(columns, rows, as_json=as_json)
    return DONE


@cli.command(name="config", epilog="Example: pullquote config --json")
@_json
@_debug
def settings(*, as_json: bool) -> None:
    """Print where settings, library and log are, and what is set."""
    facts = {name: value and str(value) for name, value in asdict(config.load()).items() if name != "keys"}
    _facts(facts, as_json=as_json)


@cli.command(epilog="Example: pullquote keys")
@_json
@_debug
def keys(*, as_json: bool) -> None:
    """Print the keys of the reader that are in force, with their names for [keys] in config.toml."""
    from reader.app.app import PullquoteApp  # noqa: PLC0415 - Textual is loaded only to be used
    from reader.app.keymap import contexts, in_force, keymap_of  # noqa: PLC0415
    from reader.app.keys import keys_of  # noqa: PLC0415

    groups = contexts(PullquoteApp.BINDINGS)
    usable, faults = keymap_of(new_session(library=False).settings.keys, groups)
    if faults:
        sys.stderr.write(f"pullquote: {config.faults_in_file(faults)}\n")
    every = [key for key in in_force(groups, usable) if key.description]
    _rows(("keys", "id", "does"), [(keys_of(key.key), key.id, key.description) for key in every], as_json=as_json)


@cli.command(epilog="Example: pullquote doctor")
@_json
@_debug
def doctor(*, as_json: bool) -> None:
    """Print what this terminal and this installation can do."""
    from importlib.metadata import version  # noqa: PLC0415 - loaded only to be used

    session = new_session()
    session.recent()  # opens the library
    facts = {
        "pullquote": __version__,
        "python": sys.version.split()[0],
        "textual": version("textual"),
        "terminal": os.environ.get("TERM"),
        "colours": "none (NO_COLOR)" if os.environ.get("NO_COLOR") else os.environ.get("COLORTERM"),
        "size": "x".join(map(str, os.get_terminal_size(1))) if sys.stdout.isatty() else None,
        "problem": session.problem or session.complaint or "none found",
    }
    _facts(facts, as_json=as_json)


def _rows(columns: Sequence[str], rows: Sequence[Sequence[object]], *, as_json: bool) -> None:
    """Print rows, each as a JSON object or all as a table; of no rows nothing."""
    if as_json:
        sys.stdout.writelines(_line(dict(zip(columns, row, strict=True))) for row in rows)
    elif rows:
        sys.stdout.write(linear.table(columns, rows))


def _facts(facts: Json, *, as_json: bool) -> None:
    """Print names and values and where Pullquote's files are, one a line or as one JSON object."""
    facts |= {name: str(path) for name, path in asdict(config.paths()).items()}
    sys.stdout.write(_line(facts) if as_json else linear.table(("what", "value"), list(facts.items())))


def _piped(location: str) -> bytes | None:
    """What stands on standard input, to its end, for "-"; None for any other location."""
    if location != "-":
        return None
    return sys.stdin.buffer.read() if sys.stdin else b""


def _open(session: Session, location: str, *, record: bool = True) -> Article:
    """The article at `location`; standard input is read to its end for "-"."""
    kept = click.get_current_context().ensure_object(dict)
    return session.open(
        location,
        stdin=_piped(location),
        record=record,
        refresh=kept.get("refresh", False),
        allow_private=kept.get("allow_private", False),
    )


def _each(locations: Sequence[str], text: View[str], data: View[Json], *, as_json: bool) -> None:
    """Print the text or the JSON of each article; several texts have their places above them."""
    session = new_session(library=any(place.startswith("library:") for place in locations))

    def put(location: str) -> None:
        article = _open(session, location)
        analysis = session.analyse(article)
        if as_json:
            sys.stdout.write(_line({**as_data.heading(article, analysis), **data(article, analysis)}))
        else:
            sys.stdout.write((len(locations) > 1) * f"==> {article.location} <==\n" + text(article, analysis))

    _all(locations, put)


def _all(locations: Sequence[str], do: Callable[[str], None]) -> None:
    """Do it for every location; one that fails is told of at once and makes the whole fail at the end."""
    failed = False
    for location in locations:
        try:
            do(location)
        except PullquoteError as error:
            if len(locations) == 1:
                raise
            complain(error)
            failed = True
    if failed:
        raise click.exceptions.Exit(FAILED)


def _named(analysis: Analysis, name: str) -> set[int]:
    """The ids of the quoted voices with `name` in their name, letter case aside; PullquoteError where there is none."""
    speaking = {quotation.voice for quotation in analysis.quotations}
    quoted = [voice for voice in analysis.voices if voice.id in speaking]
    found = {voice.id for voice in quoted if name.casefold() in voice.name.casefold()}
    if not found:
        names = ", ".join(voice.name for voice in quoted) or "nobody"
        raise PullquoteError(f"Nobody called {name} is quoted in this article; it quotes {names}.")
    return found


def _start(analysis: Analysis, at: int | None, voice: str | None) -> int:
    """The offset of quotation `at`, or of the first of `voice`; raises PullquoteError where there is none."""
    if at is None:
        named = _named(analysis, voice or "")
        return next(quotation.span.start for quotation in analysis.quotations if quotation.voice in named)
    if at > len(analysis.quotations):
        raise PullquoteError(f"There is no quotation {at}; the article has {len(analysis.quotations)}.")
    return analysis.quotations[at - 1].span.start


def _line(data: Json) -> str:
    """One line of JSON; plain ASCII where the terminal or the pipe does not take Unicode."""
    import json  # noqa: PLC0415 - the reader starts without it

    return json.dumps(data, ensure_ascii=(sys.stdout.encoding or "").lower().replace("-", "") != "utf8") + "\n"


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command with `args` (None: those of the process) and leave with its exit status."""
    state: dict[str, bool] = {}

    def run() -> int:
        try:
            # Not cli.main(): it makes a closed pipe a failure.
            with cli.make_context("pullquote", [*(sys.argv[1:] if args is None else args)], obj=state) as context:
                return cli.invoke(context) or DONE
        except click.exceptions.Exit as end:
            return end.exit_code
        except click.ClickException as error:
            error.show()
            return error.exit_code
        except click.Abort:
            return INTERRUPTED

    leave(run, debug=lambda: state.get("debug", False))
