"""How the program starts, fails and exits: what all commands share, and the quick start with one file."""

import errno
import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import NoReturn

from reader import sigint
from reader.errors import PullquoteError
from reader.prefetch import Prefetch
from reader.printable import printable, printable_lines
from reader.services.session import Session, is_slow_to_open

_WEB_DRIVER = "textual.drivers.web_driver:WebDriver"

_NOT_WRITTEN = frozenset({errno.EBADF, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.ENOSPC})

DONE, FAILED, INTERRUPTED = 0, 1, sigint.STATUS
"""Exit statuses beside 2, click's own for wrong usage."""


def is_one_file(args: list[str]) -> bool:
    """Return whether these arguments are the path of one file, which opens quickly, and nothing else."""
    if len(args) != 1 or args[0][0:1] == "-" or not ("." in args[0] or os.sep in args[0]):
        return False  # an option, or what may be a command: no command has a dot or a slash in its name
    return os.path.isfile(args[0]) and not is_slow_to_open(args[0])  # noqa: PTH113 - pathlib refuses some paths


def read_file(location: str) -> int:
    """Show a file in the reader until the person quits; return the exit status. Raises what opening it raises."""
    session = new_session()
    with Prefetch(lambda: session.open(location, record=False)) as prefetch:
        from reader.app.terminal.background_query import query_background  # noqa: PLC0415 - imported while the file is read

        with query_background(session.settings.theme) as background:
            from reader.app.run import run_reader  # noqa: PLC0415 - and so is Textual

        article = prefetch.article()
    return run_reader(session, article, background=background)


def new_session(*, library: bool = True) -> Session:
    """Return a session, and print on standard error what can't be used of the settings."""
    session = Session(library=library)
    for sentence in session.diagnostics:
        print_message(sentence)
    return session


def has_terminal() -> bool:
    """Return whether there is a terminal for the reader.

    A browser that `pullquote serve` shows the reader in counts as one: Textual talks to it through its own pipes. Where
    standard input was a pipe, it is replaced by the keyboard.
    """
    if is_in_browser():
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


def is_in_browser() -> bool:
    """Return whether `pullquote serve` shows this process in a browser."""
    return os.environ.get("TEXTUAL_DRIVER") == _WEB_DRIVER


def report_error(error: Exception, *, debug: bool = False) -> None:
    """Print on standard error what failed, in one sentence; with `debug` also the traceback.

    A fault of the program is written to the log as well.
    """
    if debug:
        from traceback import format_exception  # noqa: PLC0415 - only for --debug

        sys.stderr.write(printable_lines("".join(format_exception(error))))
    sentence = str(error)
    if isinstance(error, OSError) and error.strerror:
        sentence = f"{_what_failed(error)}: {error.strerror}."
    elif not isinstance(error, PullquoteError | OSError):
        from reader.log import write_error  # noqa: PLC0415 - only for faults of the program

        path = write_error(error)
        where = f"--debug shows where, and so does {path}" if path else "--debug shows where"
        sentence = f"This should not have happened ({type(error).__name__}: {error}); {where}."
    print_message(sentence)


def _what_failed(error: OSError) -> str:
    """Return what the system refused, without the number of the error."""
    if error.filename:
        return f"{error.filename} could not be used"
    # Whatever writes files has errors of its own.
    return "Standard output could not be written" if error.errno in _NOT_WRITTEN else "The system refused to go on"


def print_message(sentence: str) -> None:
    """Print a message to the person on standard error, beside the data on standard output."""
    sys.stderr.write(f"pullquote: {printable(sentence)}\n")


def run_and_exit(work: Callable[[], int], *, debug: Callable[[], bool] = bool) -> NoReturn:
    """Exit with the status that `work` returns; where it raises, print one sentence and exit with the status for that.

    Args:
        work: What the command does.
        debug: Called after an exception: whether to print the traceback too.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a pipe whose encoding has no “ gets ? and the rest of the line
    sigint.work_begins()
    try:
        status = work()
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:
        status = DONE  # the reader of the pipe has enough
    except Exception as error:  # noqa: BLE001 - the person sees a sentence, not a traceback
        # Python before 3.12 wraps what a signal raises in a __set_name__ in a RuntimeError.
        if not sigint.has_arrived():
            report_error(error, debug=debug())
        status = FAILED
    if sigint.has_arrived():
        status = INTERRUPTED
    try:
        sys.stdout.flush()
    except OSError:  # it would fail again when Python closes the stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(status)
