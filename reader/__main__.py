"""The command `pullquote`, also as `python -m reader`."""

import gc
import signal
import sys
from types import FrameType
from typing import NoReturn

# Nearly all that is made while the program starts stays: looking for garbage in it costs a tenth of the start. It is
# told before anything else is imported, for it is the imports that make most of it.
gc.set_threshold(100_000, 50, 50)


def _interrupted(number: int, _: FrameType | None) -> NoReturn:
    sys.exit(128 + number)


# Also told before the other imports: Python prints a traceback where SIGINT comes during one, and ends itself by the
# signal where it came while a string was executed, as for each dataclass.
if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, _interrupted)

from reader import launcher  # noqa: E402


def main() -> NoReturn:
    """Run the command with the arguments of the process, and leave with its exit status.

    One file on a terminal needs none of the commands: to load them takes a twentieth of the start.
    """
    args = sys.argv[1:]
    if launcher.is_plain(args) and launcher.terminal():
        launcher.leave(lambda: launcher.read_file(args[0]))
    from reader.cli import main as command  # noqa: PLC0415 - as above

    command(args)


if __name__ == "__main__":
    main()
