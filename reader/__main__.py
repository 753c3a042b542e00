"""The command `pullquote`, also as `python -m reader`."""

import gc
import sys
from typing import NoReturn

# Nearly all that is made while the program starts stays: looking for garbage in it costs a tenth of the start. It is
# told before anything else is imported, for it is the imports that make most of it.
gc.set_threshold(100_000, 50, 50)

from reader import start  # noqa: E402


def main() -> NoReturn:
    """Run the command with the arguments of the process, and leave with its exit status.

    One file on a terminal needs none of the commands: to load them takes a twentieth of the start.
    """
    args = sys.argv[1:]
    if start.is_plain(args) and start.terminal():
        start.leave(lambda: start.read_file(args[0]))
    from reader.cli import main as command  # noqa: PLC0415 - as above

    command(args)


if __name__ == "__main__":
    main()
