"""How the program starts, fails and ends: what every command shares, and the commonest start without the rest."""

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import NoReturn

from reader.errors import PullquoteError
from reader.prefetch import Prefetch
from reader.printable import printable, printable_lines
from reader.services.session import Session, is_slow_to_open

_IN_BROWSER = "textual.drivers.web_driver:WebDriver"

DONE, FAILED, INTERRUPTED = 0, 1, 130
"""Exit statuses beside 2, click's own for wrong usage; 130 is 128 and the number of SIGINT, as shells count."""


def is_plain(args: list[str]) -> bool:
    """Whether these arguments are the path of one file, which opens in a moment, and nothing else."""
    if len(args) != 1 or args[0][0:1] == "-" or not ("." in args[0] or os.sep in args[0]):
        return False  # an option, or what may be a command: none has a dot or a slash in its name
    return os.path.isfile(args[0]) and not is_slow_to_open(args[0])  # noqa: PTH113 - a path may hold what pathlib refuses


def read_file(location: str) -> int:
    """Open a file in the reader; the exit status."""
    session = new_session()
    with Prefetch(lambda: session.open(location, record=False)) as ahead:
        from reader.app.terminal.background_query import query_background  # noqa: PLC0415 - loaded while the article is read

        with query_background(session.settings.theme) as ground:
            from reader.app.app import run_reader  # noqa: PLC0415 - and so is Textual

        article = ahead.article()
    return run_reader(session, article, ground=ground)


def new_session(*, library: bool = True) -> Session:
    """A session; what could not be used of the settings is told on standard error."""
    session = Session(library=library)
    if session.complaint:
        tell(session.complaint)
    return session


def terminal() -> bool:
    """Whether there is a terminal to read on; where standard input was a pipe, the keyboard takes its place.

    A browser that `pullquote serve` shows the reader in is one, and Textual speaks to it through its own pipes.
    """
    if in_browser():
        return True
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


def in_browser() -> bool:
    """Whether `pullquote serve` shows this run in a browser."""
    return os.environ.get("TEXTUAL_DRIVER") == _IN_BROWSER


def complain(error: Exception, *, debug: bool = False) -> None:
    """Tell a person on standard error what failed, in one sentence; with `debug` also where."""
    if debug:
        from traceback import format_exception  # noqa: PLC0415 - few people ask for it

        sys.stderr.write(printable_lines("".join(format_exception(error))))
    sentence = str(error)
    if not isinstance(error, PullquoteError | OSError):
        from reader.log import write_error  # noqa: PLC0415 - nobody expects it

        path = write_error(error)
        where = f"--debug shows where, and so does {path}" if path else "--debug shows where"
        sentence = f"This should not have happened ({type(error).__name__}: {error}); {where}."
    tell(sentence)


def tell(sentence: str) -> None:
    """Say something to a person on standard error, beside the data."""
    sys.stderr.write(f"pullquote: {printable(sentence)}\n")


def leave(work: Callable[[], int], *, debug: Callable[[], bool] = bool) -> NoReturn:
    """Do `work` and leave with the exit status that it gives, or with that of its failure, told in one sentence."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a pipe that cannot take “ gets ? and the rest of the line
    try:
        status = work()
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:
        status = DONE  # whoever reads the pipe has enough
    except Exception as error:  # noqa: BLE001 - the last stop: a person sees a sentence, not a traceback
        complain(error, debug=debug())
        status = FAILED
    try:
        sys.stdout.flush()
    except OSError:  # and it would fail once more when Python closes the stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(status)
