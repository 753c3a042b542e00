"""The command `pullquote`: takes arguments, asks the session, prints; starts the reader where there is a terminal.

Modules that only one command needs are imported inside it: the time to the first screen is measured.
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from difflib import get_close_matches
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn, TypeAlias, TypeVar

import click

from reader import __version__, config, linear
from reader.errors import PullquoteError
from reader.export import show as as_data
from reader.model import Analysis, Article, Quotation, QuotationKind
from reader.session import Session

DONE, FAILED, INTERRUPTED = 0, 1, 130
"""Exit statuses beside 2, click's own for wrong usage; 130 is 128 and the number of SIGINT, as shells count."""

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


def _keep_debug(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    ctx.ensure_object(dict)["debug"] = value or ctx.ensure_object(dict).get("debug", False)


_debug = click.option(
    "--debug", is_flag=True, expose_value=False, callback=_keep_debug, help="Add the traceback to an error."
)
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON: one object a line.")
_width = click.option(
    "--width", type=click.IntRange(0), default=80, show_default=True, help="Columns; 0: one line a paragraph."
)


def _articles(command: Command) -> Command:
    """Add the argument and the options of a command that prints data of articles."""
    for add in (_debug, _json, click.argument("locations", metavar="LOCATION...", nargs=-1, required=True)):
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
@click.option("--theme", metavar="NAME", help="The colours, this time only.")
@_debug
def read(  # noqa: PLR0913 - an option each
    location: str, *, at: int | None, voice: str | None, plain: bool, width: int, theme: str | None
) -> int:
    """Open a file, or - for standard input, in the reader.

    Where standard output is no terminal, or with --linear, its linear view is printed instead.
    """
    session = _session()
    article = _open(session, location, record=False)
    if not plain and _terminal():
        from reader.app.app import run_reader  # noqa: PLC0415 - Textual is loaded only to be used

        start = _start(session.analyse(article), at, voice) if at or voice else None
        return run_reader(session, article, at=start, theme=theme)
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
@_json
@_debug
def export(locations: Sequence[str], *, output: Path | None, every: bool, as_json: bool) -> None:
    """Write what you highlighted to files, and print their paths."""
    if bool(locations) == every:
        raise click.UsageError("Name the articles to export, or give --all.")
    if output is not None and len(locations) > 1 and not output.is_dir():
        raise click.UsageError("--output is a file for one article; for several name a folder that is there.")
    session = _session()

    def put(*paths: Path) -> None:
        for path in paths:
            sys.stdout.write(_line({"path": str(path)}) if as_json else f"{path}\n")

    if every:
        put(*session.export_all(output))
    _all(locations, lambda location: put(session.export(_open(session, location), output=output)))


@cli.command(epilog="Example: pullquote library river")
@click.argument("query", default="")
@_json
@_debug
def library(query: str, *, as_json: bool) -> int:
    """List what you read before, newest first.

    On a terminal the list opens in the reader; Enter opens an article from it.
    """
    session = _session()
    if not as_json and _terminal():
        from reader.app.app import run_library  # noqa: PLC0415 - Textual is loaded only to be used

        return run_library(session, query)
    found = session.recent(query)
    if session.problem:
        raise PullquoteError(session.problem)
    columns = ("read", "title", "outlet", "published", "words", "highlights", "location")
    _rows(columns, [[getattr(shelved, name) for name in columns] for shelved in found], as_json=as_json)
    return DONE


@cli.command(name="config", epilog="Example: pullquote config --json")
@_json
@_debug
def settings(*, as_json: bool) -> None:
    """Print where settings, library and log are, and what is set."""
    _facts({name: value and str(value) for name, value in asdict(config.load()).items()}, as_json=as_json)


@cli.command(epilog="Example: pullquote keys")
@_json
@_debug
def keys(*, as_json: bool) -> None:
    """Print the keys of the reader, with their names."""
    from textual.keys import format_key  # noqa: PLC0415 - Textual is loaded only to be used

    from reader.app.keys import KEYS  # noqa: PLC0415

    rows = [(" ".join(map(format_key, key.key.split(","))), key.id, key.description) for key in KEYS if key.description]
    _rows(("keys", "id", "does"), rows, as_json=as_json)


@cli.command(epilog="Example: pullquote doctor")
@_json
@_debug
def doctor(*, as_json: bool) -> None:
    """Print what this terminal and this installation can do."""
    from importlib.metadata import version  # noqa: PLC0415 - loaded only to be used

    session = _session()
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


def _session(*, library: bool = True) -> Session:
    """A session; what could not be used of the settings is told on standard error."""
    session = Session(library=library)
    sys.stderr.write(f"pullquote: {session.complaint}\n" if session.complaint else "")
    return session


def _open(session: Session, location: str, *, record: bool = True) -> Article:
    """The article at `location`; standard input is read to its end for "-"."""
    piped = sys.stdin.buffer.read() if location == "-" and sys.stdin else b""
    return session.open(location, stdin=piped if location == "-" else None, record=record)


def _each(locations: Sequence[str], text: View[str], data: View[Json], *, as_json: bool) -> None:
    """Print the text or the JSON of each article; several texts have their places above them."""
    session = _session(library=any(place.startswith("library:") for place in locations))

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
            _complain(error)
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


def _terminal() -> bool:
    """Whether there is a terminal to read on; where standard input was a pipe, the keyboard takes its place."""
    # Textual draws on standard error.
    if not (sys.stdout.isatty() and sys.stderr.isatty()) or os.environ.get("TERM", "dumb") == "dumb":
        return False
    if not (sys.stdin and sys.stdin.isatty()):
        try:
            keyboard = os.open("/dev/tty", os.O_RDWR)
        except OSError:
            return False
        os.dup2(keyboard, 0)
        os.close(keyboard)
    return True


def _line(data: Json) -> str:
    """One line of JSON; plain ASCII where the terminal or the pipe does not take Unicode."""
    import json  # noqa: PLC0415 - the reader starts without it

    return json.dumps(data, ensure_ascii=(sys.stdout.encoding or "").lower().replace("-", "") != "utf8") + "\n"


def _complain(error: Exception, *, debug: bool = False) -> None:
    """Tell a person on standard error what failed, in one sentence; with `debug` also where."""
    if debug:
        sys.excepthook(type(error), error, error.__traceback__)
    unknown = f"This should not have happened ({type(error).__name__}: {error}); see --debug."
    sys.stderr.write(f"pullquote: {error if isinstance(error, PullquoteError | OSError) else unknown}\n")


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command with `args` (None: those of the process) and leave with its exit status."""
    # Nearly all that is made while the program starts stays: looking for garbage in it costs a fifth of the start.
    gc.set_threshold(100_000, 50, 50)
    state: dict[str, bool] = {}
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a pipe that cannot take “ gets ? and the rest of the line
    try:
        # Not cli.main(): it makes a closed pipe a failure.
        with cli.make_context("pullquote", [*(sys.argv[1:] if args is None else args)], obj=state) as context:
            status = cli.invoke(context) or DONE
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        status = end.exit_code
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        status = INTERRUPTED
    except BrokenPipeError:
        status = DONE  # whoever reads the pipe has enough
    except Exception as error:  # noqa: BLE001 - the last stop: a person sees a sentence, not a traceback
        _complain(error, debug=state.get("debug", False))
        status = FAILED
    try:
        sys.stdout.flush()
    except OSError:  # and it would fail once more when Python closes the stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(status)
